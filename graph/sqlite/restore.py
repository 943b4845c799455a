"""One store's contents put in the place of another's, in one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from graph.errors import StoreError
from graph.sqlite.store import SqliteStore


def put_in_place(source: Path, target: SqliteStore) -> None:
    """Overwrite all that ``target`` holds with the store file ``source``.

    SQLite itself copies the pages, so readers of ``target`` see the old state or the new one and a crash leaves the old
    one; renaming a file under open connections would pair it with the other's write-ahead log. The caller holds
    ``target.writer()``. Raises :class:`graph.errors.StoreError` when either cannot be used.
    """
    try:
        with closing(sqlite3.connect(source)) as new, closing(sqlite3.connect(target.path)) as old:
            old.execute("PRAGMA synchronous = FULL")
            new.backup(old)
    except sqlite3.Error as error:
        raise StoreError(
            f"Không thay được nội dung của kho “{target.path}”: {error}. Kho cũ vẫn nguyên vẹn."
        ) from error


def keep_previous(store: SqliteStore, why: str) -> Path:
    """Copy the store beside itself under the first free name ``….before-WHY-1``."""
    number = 1
    while (target := store.path.with_name(f"{store.path.name}.before-{why}-{number}")).exists():
        number += 1
    store.backup(target)
    return target
