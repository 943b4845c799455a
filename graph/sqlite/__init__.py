"""The embedded store: one SQLite file, safe after a crash, many readers beside one writer."""

from graph.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
