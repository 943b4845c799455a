"""The schema of the store file: told apart from other files, created, and brought up to date by numbered migrations.

``PRAGMA application_id`` says that a file is a store, ``PRAGMA user_version`` which migration was the last.
Migrations are ``migrations/NNNN_name.sql``, numbered from 1 without a gap; each runs once, all pending ones in one
transaction.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from importlib import resources
from pathlib import Path

from graph.errors import StoreError

APPLICATION_ID = 0x43616E43  # "CanC"


@cache
def migrations() -> tuple[str, ...]:
    """The texts of all migrations; the first one leads to version 1."""
    folder = resources.files("graph.sqlite").joinpath("migrations")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(file.read_text(encoding="utf-8") for file in files)


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
        for number, script in enumerate(migrations()[version(connection, path) :], version(connection, path) + 1):
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
    if number > len(migrations()):
        raise StoreError(
            f"Kho “{path}” do bản cancu mới hơn tạo ra (lược đồ {number}, bản này biết đến {len(migrations())}). "
            "Hãy nâng cấp cancu, hoặc dùng kho khác bằng --store."
        )
    return int(number)


def not_a_store(path: Path) -> StoreError:
    """The error for a file of another kind."""
    return StoreError(f"Tệp “{path}” không phải kho của cancu. Hãy kiểm tra đường dẫn ở --store hoặc CANCU_STORE.")


def _statements(script: str) -> list[str]:
    """Split a script where SQLite itself sees the end of a statement, so that triggers stay whole."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
