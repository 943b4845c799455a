"""What SQLite itself finds broken in a store file."""

from __future__ import annotations

import re
import sqlite3

from graph.sqlite.schema import lost

_MOST = 100
_EVERYTHING = 2_000_000_000
_NULL = re.compile(r"NULL value in (\w+)\.(\w+)")


def damage(connection: sqlite3.Connection) -> list[str]:
    """The complaints about pages, indexes and references between tables, the first hundred of them, and what is lost.

    ``connection`` returns rows as mappings. SQLite before 3.41 takes columns of strict tables without rowid for NULL
    that are not, so that complaint counts only when such a row can be found.
    """
    found = [f"thiếu {name}" for name in lost(connection)]
    refuted: set[str] = set()
    for row in connection.execute(f"PRAGMA integrity_check({_EVERYTHING})"):
        line = str(row["integrity_check"])
        if line == "ok" or line in refuted:
            continue
        if (null := _NULL.fullmatch(line)) and not _has_null(connection, *null.groups()):
            refuted.add(line)
            continue
        found.append(line)
        if len(found) == _MOST:
            return found
    loose = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    return found + [f"{row['table']} → {row['parent']}" for row in loose]


def _has_null(connection: sqlite3.Connection, table: str, column: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} WHERE {column} IS NULL LIMIT 1").fetchone() is not None  # noqa: S608
