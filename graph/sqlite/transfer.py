"""Rows of the store file as they are, history included: read in portions, and put in without being summed up again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from graph.parts import REFERENCE, STATEMENT, TASK_COLUMNS, UNFINISHED, VALIDITY, Part
from graph.store import Portion, Row

_TASK = {name: "task." + name.removeprefix("task_") for name in TASK_COLUMNS}
_PUT_TASK = f"INSERT OR REPLACE INTO task VALUES ({', '.join('?' * (3 + len(_TASK)))})"  # noqa: S608 - marks only
_VALIDITY_OF_NEXT_ORIGINS = f"""
    SELECT {", ".join(VALIDITY.columns)} FROM validity WHERE origin IN
        (SELECT DISTINCT origin FROM validity WHERE origin > ? ORDER BY origin LIMIT ?)
    ORDER BY origin
"""  # noqa: S608 - the columns of a part


def read_portion(connection: sqlite3.Connection, part: Part, after: str | None) -> Portion:
    """The next rows of ``part`` in the order of its key; ``after`` is the place that the portion before ended at."""
    key: list[str] = json.loads(after) if after else [""] * len(part.key)
    rows: Sequence[Row] = connection.execute(_select(part, from_start=after is None), (*key, part.at_once)).fetchall()
    return Portion(rows, json.dumps([rows[-1][name] for name in part.key]) if rows else None)


def put_rows(connection: sqlite3.Connection, part: Part, rows: Sequence[Row], mark: str | None) -> None:
    """Write ``rows``, over those with the same key, and how far the copy has come (``None``: it is complete)."""
    if part is VALIDITY:
        origins = sorted({str(row["origin"]) for row in rows})
        connection.executemany("DELETE FROM validity WHERE origin = ?", [(origin,) for origin in origins])
    own = [name for name in part.columns if name not in _TASK]
    connection.executemany(_upsert(part, own), [[row[name] for name in own] for row in rows])
    if part is STATEMENT:
        connection.executemany(
            _PUT_TASK,
            [
                [row["id"], row["subject"], row["object"], *(row[name] for name in TASK_COLUMNS)]
                for row in rows
                if row["task_text"] is not None
            ],
        )
    if mark is None:
        connection.execute("DELETE FROM reference WHERE origin = ?", (UNFINISHED,))
    else:
        connection.execute(_upsert(REFERENCE, REFERENCE.columns), (UNFINISHED, mark))


def drop_rows(connection: sqlite3.Connection, part: Part, keys: Sequence[str]) -> None:
    """Remove the rows whose identifying column is among ``keys``."""
    (column,) = part.key
    connection.executemany(f"DELETE FROM {part.name} WHERE {column} = ?", [(key,) for key in keys])  # noqa: S608


def _select(part: Part, *, from_start: bool) -> str:
    if part is VALIDITY:
        return _VALIDITY_OF_NEXT_ORIGINS
    columns = ", ".join(f"{_TASK.get(name, f'{part.name}.{name}')} AS {name}" for name in part.columns)
    joined = " LEFT JOIN task ON task.statement = statement.id" if part is STATEMENT else ""
    key = ", ".join(f"{part.name}.{name}" for name in part.key)
    marks = ", ".join("?" * len(part.key))
    comparison = ">=" if from_start else ">"
    return f"SELECT {columns} FROM {part.name}{joined} WHERE ({key}) {comparison} ({marks}) ORDER BY {key} LIMIT ?"  # noqa: S608


def _upsert(part: Part, columns: Iterable[str]) -> str:
    names = list(columns)
    insert = f"INSERT INTO {part.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    if part is VALIDITY:
        return insert
    changed = [f"{name} = excluded.{name}" for name in names if name not in part.key]
    return f"{insert} ON CONFLICT ({', '.join(part.key)}) DO UPDATE SET {', '.join(changed)}"
