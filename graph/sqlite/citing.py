"""What is kept beside mentions (:mod:`graph.citing`), brought up to date for what a batch touched."""

from __future__ import annotations

import sqlite3
from typing import Any

from graph.citing import COLUMNS, differing, in_text
from graph.summing import Touched

_MENTIONS = f"SELECT {', '.join(COLUMNS)} FROM mention WHERE "  # noqa: S608 - the names above
_PUT_IN_TEXT = "UPDATE mention SET citing_date = :citing_date, cites = :cites WHERE id = :id"
_PUT_DIFFERING = "UPDATE mention SET differs = :differs WHERE id = :id"


def bring_up_to_date(connection: sqlite3.Connection, touched: Touched) -> None:
    """Look at the mentions that ``touched`` tells of, after everything else has been summed up."""
    for key in sorted(touched.citing):
        found = connection.execute("SELECT date FROM document WHERE key = ?", (key,)).fetchone()
        changed = in_text(_mentions(connection, "citing = ?", key), found[0] if found else None)
        connection.executemany(_PUT_IN_TEXT, changed)
    for key in sorted(touched.otherwise):
        changed = differing(_mentions(connection, "document = ?", key), touched.settled)
        connection.executemany(_PUT_DIFFERING, changed)
    written = (mention for mention in touched.written.values() if mention["document"] not in touched.otherwise)
    connection.executemany(_PUT_DIFFERING, differing(written, touched.settled))


def _mentions(connection: sqlite3.Connection, which: str, key: str) -> list[dict[str, Any]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in connection.execute(_MENTIONS + which, (key,))]
