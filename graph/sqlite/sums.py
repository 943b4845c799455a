"""The tables that sum the facts up, brought up to date for what a batch touched: claims, documents, bodies, edges."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from graph.citing import Settled
from graph.claims import Header, settle_body, settle_document
from graph.parts import BODY, DOCUMENT_COLUMNS
from graph.sqlite.held import Held
from graph.summing import Touched, body_row, document_row
from graph.text_rows import Edge, End, Row

_PUT_DOCUMENT = (
    f"INSERT INTO document ({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))}) "  # noqa: S608 - the names above
    f"ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in DOCUMENT_COLUMNS[1:])}"
)
_PUT_BODY = "INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_HEADERS = """
    SELECT h.node, h.source, coalesce(s.format, ''), h.attributes
    FROM description h LEFT JOIN source s ON s.sha256 = h.source
    WHERE h.node IN (SELECT value FROM json_each(?)) AND h.header = 1
"""
_NAMED = """
    SELECT EXISTS (SELECT 1 FROM mention WHERE document = ?1)
        OR EXISTS (SELECT 1 FROM edge WHERE subject = ?1 AND closed_at IS NULL)
        OR EXISTS (SELECT 1 FROM edge WHERE object = ?1 AND closed_at IS NULL)
"""
_RAISE_EDGE = """
    INSERT INTO edge VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL)
    ON CONFLICT DO UPDATE SET statements = statements + ?5, closed_at = NULL
"""
_LOWER_EDGE = """
    UPDATE edge SET statements = statements + ?5 WHERE subject = ?1 AND type = ?2 AND object = ?3 AND qualifier = ?4
"""
_CLOSE_EDGE = """
    UPDATE edge SET statements = 0, closed_at = ?5
    WHERE subject = ?1 AND type = ?2 AND object = ?3 AND qualifier = ?4 AND closed_at IS NULL
"""
_LIVE_EDGE = "SELECT 1 FROM edge WHERE subject = ? AND type = ? AND object = ? AND qualifier = ? AND statements > 0"

_DATE, _SYMBOL, _INGESTED = map(DOCUMENT_COLUMNS.index, ("date", "symbol", "ingested"))
_DOCUMENT_PLACES = {name: place for place, name in enumerate(DOCUMENT_COLUMNS)}
_BODY_PLACES = {name: place for place, name in enumerate(BODY.columns)}


class Sums:
    """Sums up through ``connection``, inside the transaction that wrote the facts; ``now`` is the time it records.

    Rows are asked for all together: a question for each node would cost more than its answer. What was asked before in
    the same transaction is ``held``.
    """

    def __init__(self, connection: sqlite3.Connection, now: str, held: Held) -> None:
        self._db = connection
        self._now = now
        self._held = held

    def bring_up_to_date(
        self, touched: Touched, counts: Mapping[Edge, int], doubtful: AbstractSet[Edge], ends: AbstractSet[End]
    ) -> None:
        """Sum up what was touched.

        ``counts`` tells how many live statements each edge gained or lost: to count those of an edge anew would take
        the longer, the more texts claim it. ``doubtful`` are the edges that lost one and may have no other, ``ends``
        are where edges end that were claimed. Raises ValueError when the store knows nothing there.
        """
        gone = self._edges(counts, doubtful)
        self._held.count(touched)
        self._settle(touched, {end for edge in gone for end in (edge[0], edge[2])})
        self._check_ends(sorted(ends))

    def _edges(self, counts: Mapping[Edge, int], doubtful: AbstractSet[Edge]) -> set[Edge]:
        """Count what edges gained and lost; return those that have no live statement any more."""
        changed = sorted(counts.items())
        self._db.executemany(_RAISE_EDGE, [(*edge, by, self._now) for edge, by in changed if by > 0])
        self._db.executemany(_LOWER_EDGE, [(*edge, by) for edge, by in changed if by < 0])
        gone = {edge for edge in doubtful if self._db.execute(_LIVE_EDGE, edge).fetchone() is None}
        self._db.executemany(_CLOSE_EDGE, [(*edge, self._now) for edge in sorted(gone)])
        return gone

    def _settle(self, touched: Touched, ends: AbstractSet[str]) -> None:
        """Give documents and bodies the attributes that are claimed of them.

        What nothing describes or names any more is let go.
        """
        documents, bodies = self._held.documents, self._held.bodies
        nodes = touched.documents | touched.bodies | touched.orphans | ends
        documents.look_up(nodes)
        bodies.look_up(nodes)
        keys = sorted(nodes - (self._confirmed(nodes, touched) - touched.orphans - ends))
        self._held.look_up({*keys})
        headers: dict[str, list[Header]] = {}
        for node, source, form, text in self._db.execute(_HEADERS, (json.dumps(keys),)):
            headers.setdefault(node, []).append(Header(source, form, json.loads(text)))
        new: dict[str, list[Row]] = {_PUT_BODY: [], _PUT_DOCUMENT: []}
        for key in keys:
            claims = self._held.claims(key)
            described = key in headers or any(claim.descriptions for claim in claims)
            if key in touched.bodies or bodies.get(key):
                if described:
                    row: Row = tuple(body_row(settle_body(key, claims)).values())
                    if bodies.get(key) != row:
                        new[_PUT_BODY].append(row)
                        bodies.put(key, row)
                elif not self._is_named(key):
                    self._db.execute("DELETE FROM body WHERE key = ?", (key,))
                    bodies.put(key, None)
            elif key in touched.documents or documents.get(key):
                if described or self._is_named(key):
                    settled = settle_document(key, headers.get(key, []), claims)
                    row = tuple(document_row(settled, claims).values())
                    earlier = documents.get(key)
                    if earlier != row:
                        new[_PUT_DOCUMENT].append(row)
                        documents.put(key, row)
                    touched.settled_as(key, _settled(row), _settled(earlier) if earlier else None)
                else:
                    self._db.execute("DELETE FROM document WHERE key = ?", (key,))
                    documents.put(key, None)
        for put, rows in new.items():
            self._db.executemany(put, rows)

    def _confirmed(self, nodes: AbstractSet[str], touched: Touched) -> set[str]:
        """The nodes whose rows stay as they are: what is said most often is said once more.

        As of the much-cited laws in most batches. How many texts describe a document does not count, so of what they
        say only the new matters; each of its names is one of the words that it is found by.
        """
        held = self._held
        bodies = {node: row for node in nodes if (row := held.bodies.get(node))}
        rows = {node: row for node in nodes if (row := held.documents.get(node))} | bodies
        same_ = rows.keys() - touched.headed
        for counts, mentioned in ((touched.mentioned, True), (touched.described, False)):
            for key, by in counts.items():
                node, field, value = key
                if node not in same_ or by == 0:
                    continue
                body = node in bodies
                place = (_BODY_PLACES if body else _DOCUMENT_PLACES).get(field)
                if by > 0 and place is not None and str(rows[node][place]) == value:
                    continue
                ranked = body or (mentioned and place is not None)
                if by < 0 or ranked or held.is_claimed_anew(key):
                    same_.discard(node)
        for node in same_ - bodies.keys():
            settled = _settled(rows[node])
            touched.settled_as(node, settled, settled)
        return same_

    def _is_named(self, key: str) -> bool:
        return bool(self._db.execute(_NAMED, (key,)).fetchone()[0])

    def _check_ends(self, ends: Sequence[End]) -> None:
        held = self._held
        known = {"document": held.documents, "body": held.bodies, "place": held.places}
        unseen = {end for end, _ in ends}
        for rows in known.values():
            unseen = {end for end in unseen if not rows.get(end)}
        for rows in known.values():
            rows.look_up(unseen)
        for end, allowed in ends:
            if not any(known[what].get(end) for what in allowed):
                raise ValueError(f"an edge ends at {end}: the store has no {' or '.join(allowed)} of this key")


def _settled(document: Sequence[Any]) -> Settled:
    return Settled(document[_DATE], document[_SYMBOL], bool(document[_INGESTED]))
