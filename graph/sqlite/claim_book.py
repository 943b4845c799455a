"""The claims of the nodes that a writer touches, held in memory: read once, written once for many documents.

A law that every text of a folder cites has the same few claims counted up each time. Here they are counted, and carried
into the table ``claim`` before the commit; what a batch cannot have changed need not be settled again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from graph.claims import Claim
from graph.summing import Touched

_LOAD = "SELECT node, field, value, mentions, descriptions FROM claim WHERE node IN (SELECT value FROM json_each(?))"
_PUT = """
    INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET mentions = ?4, descriptions = ?5
"""
_DROP = "DELETE FROM claim WHERE node = ? AND field = ? AND value = ?"
_MOST_NODES = 2_000

_Counts = list[int]
"""Mentions and descriptions that give a value."""

_Key = tuple[str, str, str]
"""Node, field, value."""


class ClaimBook:
    """Counts of claims as they are inside the transaction of ``connection``; all of it is lost with a rollback."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._nodes: dict[str, dict[str, dict[str, _Counts]]] = {}
        self._unwritten: set[_Key] = set()
        self._last: list[tuple[_Key, int, int]] = []

    def count(self, touched: Touched) -> set[str]:
        """Count what a batch claims; return the nodes whose attributes that may change.

        One more claim of the only value of a field changes nothing.
        """
        mentioned, described = touched.mentioned, touched.described
        self._last = [(key, mentioned.get(key, 0), described.get(key, 0)) for key in touched.changed_claims()]
        self._load({key[0] for key, _, _ in self._last})
        changed = {key[0] for key, mentions, descriptions in self._last if not self._add(key, mentions, descriptions)}
        self._unwritten.update(key for key, _, _ in self._last)
        return changed

    def of(self, node: str) -> list[Claim]:
        """The claims of a node."""
        self._load((node,))
        return list(self._claims(node))

    def begin(self) -> None:
        """Another batch begins."""
        self._last = []

    def undo(self) -> None:
        """Take back what was counted since the batch began: it was rolled back."""
        for key, mentions, descriptions in self._last:
            self._add(key, -mentions, -descriptions)
        self._last = []

    def write(self) -> None:
        """Carry all that was counted into the store."""
        counted = [(*key, *self._nodes[key[0]].get(key[1], {}).get(key[2], (0, 0))) for key in sorted(self._unwritten)]
        self._db.executemany(_PUT, [row for row in counted if row[3] or row[4]])
        self._db.executemany(_DROP, [row[:3] for row in counted if not (row[3] or row[4])])
        self._unwritten.clear()
        self._last = []
        if len(self._nodes) > _MOST_NODES:
            self._nodes.clear()

    def forget(self) -> None:
        """Begin anew: what is held is no longer what the store holds."""
        self._nodes.clear()
        self._unwritten.clear()
        self._last = []

    def _load(self, nodes: Iterable[str]) -> None:
        missing = [node for node in nodes if node not in self._nodes]
        if missing:
            self._nodes |= {node: {} for node in missing}
            for node, field, value, *counts in self._db.execute(_LOAD, (json.dumps(missing),)):
                self._nodes[node].setdefault(field, {})[value] = counts

    def _add(self, key: _Key, mentions: int, descriptions: int) -> bool:
        """Count one claim; tell whether the attributes of its node stay as they are for certain."""
        node, field, value = key
        values = self._nodes[node].setdefault(field, {})
        counts = values.get(value)
        if counts is None:
            values[value] = [mentions, descriptions]
            return False
        counts[0] += mentions
        counts[1] += descriptions
        if not any(counts):
            del values[value]
            return False
        return len(values) == 1 and mentions >= 0 and descriptions >= 0

    def _claims(self, node: str) -> Iterator[Claim]:
        for field, values in self._nodes[node].items():
            for value, (mentions, descriptions) in values.items():
                yield Claim(field, value, mentions, descriptions)
