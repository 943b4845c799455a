"""A canonical digest of the live graph: equal for two stores exactly when they hold the same.

It covers documents, bodies, places, edges, live statements, mentions and validity, and no time of writing, so it
proves that writing twice changes nothing, that the order of arrival does not matter, and that a rebuilt or copied store
is the same.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from graph.store import Store
from queries.base import ask

_PARTS = ("documents", "bodies", "places", "edges", "statements", "mentions", "validity")
_ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one part of the graph: how many, and their digest."""

    rows: int
    sha256: str


def checksum(store: Store) -> dict[str, Part]:
    """The digest of each part of the live graph and, under ``graph``, that of the whole."""
    parts = {name: _part(store, name) for name in _PARTS}
    whole = hashlib.sha256("".join(part.sha256 for part in parts.values()).encode()).hexdigest()
    return {**parts, "graph": Part(sum(part.rows for part in parts.values()), whole)}


def _part(store: Store, name: str) -> Part:
    digest, rows, after = hashlib.sha256(), 0, ""
    while True:
        found = ask(store, f"checksum.{name}", {"after": after, "limit": _ROWS_AT_ONCE})
        for row in found:
            digest.update(json.dumps(dict(row), ensure_ascii=False, sort_keys=True).encode() + b"\n")
        rows += len(found)
        if not found:
            return Part(rows, digest.hexdigest())
        after = str(found[-1]["at"])
