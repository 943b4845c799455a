"""The tables that sum the facts up, brought up to date for what a batch touched: claims, documents, bodies, edges."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from graph.citing import Settled
from graph.claims import Claim, Header, settle_body, settle_document
from graph.parts import BODY, DOCUMENT_COLUMNS
from graph.summing import Edge, Touched, body_row, document_row
from graph.vocabulary import edge_type

_PUT_DOCUMENT = (
    f"INSERT INTO document ({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))}) "  # noqa: S608 - the names above
    f"ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in DOCUMENT_COLUMNS[1:])}"
)
_PUT_BODY = "INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_DOCUMENTS = f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM document WHERE key IN (SELECT value FROM json_each(?))"  # noqa: S608 - the names above
_BODIES = "SELECT * FROM body WHERE key IN (SELECT value FROM json_each(?))"
_DESCRIBED = """
    SELECT asked.value FROM json_each(?) asked
    WHERE EXISTS (SELECT 1 FROM description d WHERE d.node = asked.value AND d.header = 1)
       OR EXISTS (SELECT 1 FROM claim c WHERE c.node = asked.value AND c.descriptions > 0)
"""
_CLAIMS = "SELECT node, field, value, mentions, descriptions FROM claim WHERE node IN (SELECT value FROM json_each(?))"
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
_ENDS = {
    "document": "SELECT key FROM document WHERE key IN (SELECT value FROM json_each(?))",
    "body": "SELECT key FROM body WHERE key IN (SELECT value FROM json_each(?))",
    "place": "SELECT id FROM place WHERE id IN (SELECT value FROM json_each(?))",
}

_Row = tuple[str | int | None, ...]
_DATE, _SYMBOL, _INGESTED = map(DOCUMENT_COLUMNS.index, ("date", "symbol", "ingested"))


class Sums:
    """Sums up through ``connection``, inside the transaction that wrote the facts; ``now`` is the time it records.

    Rows are asked for all together: a question for each node would cost more than its answer.
    """

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        self._db = connection
        self._now = now

    def bring_up_to_date(self, touched: Touched, counts: Mapping[Edge, int], doubtful: AbstractSet[Edge]) -> None:
        """Sum up what was touched.

        ``counts`` tells how many live statements each edge gained or lost: to count those of an edge anew would take
        the longer, the more texts claim it. ``doubtful`` are the edges that lost one and may have no other. Raises
        ValueError when an edge ends at nothing that the store knows.
        """
        gone = self._edges(counts, doubtful)
        self._claims(touched)
        self._settle(touched, {end for edge in gone for end in (edge[0], edge[2])})
        self._check_ends(sorted(touched.edges - gone))

    def _edges(self, counts: Mapping[Edge, int], doubtful: AbstractSet[Edge]) -> set[Edge]:
        """Count what edges gained and lost; return those that have no live statement any more."""
        changed = sorted(counts.items())
        self._db.executemany(_RAISE_EDGE, [(*edge, by, self._now) for edge, by in changed if by > 0])
        self._db.executemany(_LOWER_EDGE, [(*edge, by) for edge, by in changed if by < 0])
        gone = {edge for edge in doubtful if self._db.execute(_LIVE_EDGE, edge).fetchone() is None}
        self._db.executemany(_CLOSE_EDGE, [(*edge, self._now) for edge in sorted(gone)])
        return gone

    def _claims(self, touched: Touched) -> None:
        changed = [(*key, touched.mentioned[key], touched.described[key]) for key in touched.changed_claims()]
        self._db.executemany(
            """INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO UPDATE SET mentions = mentions + ?4, descriptions = descriptions + ?5""",
            changed,
        )
        self._db.executemany(
            "DELETE FROM claim WHERE node = ? AND field = ? AND value = ? AND mentions = 0 AND descriptions = 0",
            [row[:3] for row in changed if min(row[3:]) < 0],
        )

    def _settle(self, touched: Touched, ends: AbstractSet[str]) -> None:
        """Give documents and bodies the attributes that are claimed of them.

        What nothing describes or names any more is let go.
        """
        nodes = touched.documents | touched.bodies | touched.orphans | ends
        bodies = self._by_key(_BODIES, json.dumps([*nodes]))
        keys = sorted(nodes - (_confirmed(bodies, touched) - touched.orphans - ends))
        given = json.dumps(keys)
        documents = self._by_key(_DOCUMENTS, given)
        described = {key for (key,) in self._db.execute(_DESCRIBED, (given,))}
        claims: dict[str, list[Claim]] = {}
        for node, *claim in self._db.execute(_CLAIMS, (given,)):
            claims.setdefault(node, []).append(Claim(*claim))
        headers: dict[str, list[Header]] = {}
        for node, source, form, text in self._db.execute(_HEADERS, (given,)):
            headers.setdefault(node, []).append(Header(source, form, json.loads(text)))
        new: dict[str, list[_Row]] = {_PUT_BODY: [], _PUT_DOCUMENT: []}
        for key in keys:
            if key in touched.bodies or key in bodies:
                if key in described:
                    row: _Row = tuple(body_row(settle_body(key, claims[key])).values())
                    if bodies.get(key) != row:
                        new[_PUT_BODY].append(row)
                elif not self._is_named(key):
                    self._db.execute("DELETE FROM body WHERE key = ?", (key,))
            elif key in touched.documents or key in documents:
                if key in described or self._is_named(key):
                    claimed = claims.get(key, [])
                    settled = settle_document(key, headers.get(key, []), claimed)
                    row = tuple(document_row(settled, claimed).values())
                    earlier = documents.get(key)
                    if earlier != row:  # most batches touch much-cited laws without changing them
                        new[_PUT_DOCUMENT].append(row)
                    touched.settled_as(key, _settled(row), _settled(earlier) if earlier else None)
                else:
                    self._db.execute("DELETE FROM document WHERE key = ?", (key,))
        for put, rows in new.items():
            self._db.executemany(put, rows)

    def _by_key(self, question: str, given: str) -> dict[str, _Row]:
        return {row[0]: row for row in self._db.execute(question, (given,))}

    def _is_named(self, key: str) -> bool:
        return bool(self._db.execute(_NAMED, (key,)).fetchone()[0])

    def _check_ends(self, edges: Sequence[Edge]) -> None:
        given = json.dumps(sorted({end for edge in edges for end in (edge[0], edge[2])}))
        known = {what: {key for (key,) in self._db.execute(question, (given,))} for what, question in _ENDS.items()}
        for subject, kind, object_, _ in edges:
            row = edge_type(kind)
            for end, allowed in ((subject, row.subject), (object_, row.object)):
                if not any(end in known[what] for what in allowed):
                    raise ValueError(f"{subject} {kind} {object_}: the store has no {' or '.join(allowed)} {end}")


def _settled(document: Sequence[Any]) -> Settled:
    return Settled(document[_DATE], document[_SYMBOL], bool(document[_INGESTED]))


def _confirmed(bodies: Mapping[str, _Row], touched: Touched) -> set[str]:
    """The bodies that texts describe as they are: what is said most often is said once more, and nothing changes."""
    rows = {key: dict(zip(BODY.columns, row, strict=True)) for key, row in bodies.items()}
    changed = {
        node
        for (node, field, value), by in touched.described.items()
        if by < 0 or (node in rows and rows[node].get(field) != value)
    }
    return rows.keys() - changed
