"""The schema of the store file: told apart from other files, created, and brought up to date by numbered migrations.

``PRAGMA application_id`` says that a file is a store, ``PRAGMA user_version`` which migration was the last.
Migrations are ``migrations/NNNN_name.sql``, numbered from 1 without a gap; each runs once, all pending ones in one
transaction.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from graph.errors import StoreError
from graph.upgrading import refuse_newer, scripts, tell_step

APPLICATION_ID = 0x43616E43  # "CanC"


@cache
def migrations() -> tuple[str, ...]:
    """The texts of all migrations; the first one leads to version 1."""
    return scripts("graph.sqlite", "sql")


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make an empty file a store and an older store a current one.

    Raises:
        StoreError: The file is no store, or of a newer version than this program knows.
    """
    if version(connection, path) == len(migrations()):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        begun = version(connection, path)
        for number, script in enumerate(migrations()[begun:], begun + 1):
            if begun:
                tell_step(str(path), number, len(migrations()))
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the store behind ``connection``, 0 for an empty file; raises StoreError when it is no store."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application or number or objects):
        raise not_a_store(path)
    refuse_newer(str(path), number, len(migrations()))
    return int(number)


def lost(connection: sqlite3.Connection) -> list[str]:
    """The tables, indexes and triggers that a store of today has and the one behind ``connection`` has not."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        prepare(new, Path(":memory:"))
        return sorted(_objects(new) - _objects(connection))


def not_a_store(path: Path) -> StoreError:
    """The error for a file of another kind."""
    return StoreError(f"Tệp “{path}” không phải kho của cancu. Hãy kiểm tra đường dẫn ở --store hoặc CANCU_STORE.")


def _objects(connection: sqlite3.Connection) -> set[str]:
    cursor = connection.cursor()
    cursor.row_factory = None
    return {f"{kind} {name}" for kind, name in cursor.execute("SELECT type, name FROM sqlite_schema")}


def _statements(script: str) -> list[str]:
    """Split a script where SQLite itself sees the end of a statement, so that triggers stay whole."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
