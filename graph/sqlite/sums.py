"""The tables that sum the facts up, brought up to date for what a batch touched: claims, documents, bodies, edges."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from graph.claims import Claim, Header, settle_body, settle_document
from graph.model import Body, Document
from graph.parts import DOCUMENT_COLUMNS
from graph.summing import Edge, Touched, body_row, document_row
from graph.vocabulary import edge_type

_PUT_DOCUMENT = (
    f"INSERT INTO document ({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))}) "  # noqa: S608 - the names above
    f"ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in DOCUMENT_COLUMNS[1:])}"
)
_GET_DOCUMENT = f"SELECT {', '.join(DOCUMENT_COLUMNS)} FROM document WHERE key = ?"  # noqa: S608 - the names above
_COUNT_STATEMENTS = """
    SELECT count(*) FROM statement
    WHERE subject = ? AND type = ? AND object = ? AND qualifier = ? AND retracted_at IS NULL
"""
_OPEN_EDGE = """
    INSERT INTO edge VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL) ON CONFLICT DO UPDATE SET statements = ?5, closed_at = NULL
"""
_CLOSE_EDGE = """
    UPDATE edge SET statements = 0, closed_at = ?5
    WHERE subject = ?1 AND type = ?2 AND object = ?3 AND qualifier = ?4 AND closed_at IS NULL
"""
_NAMED = """
    SELECT EXISTS (SELECT 1 FROM mention WHERE document = ?1)
        OR EXISTS (SELECT 1 FROM edge WHERE subject = ?1 AND closed_at IS NULL)
        OR EXISTS (SELECT 1 FROM edge WHERE object = ?1 AND closed_at IS NULL)
"""
_HEADERS = """
    SELECT h.source, coalesce(s.format, ''), h.attributes
    FROM description h LEFT JOIN source s ON s.sha256 = h.source
    WHERE h.node = ? AND h.header = 1
"""
_EXISTS = {
    "document": "SELECT 1 FROM document WHERE key = ?",
    "body": "SELECT 1 FROM body WHERE key = ?",
    "place": "SELECT 1 FROM place WHERE id = ?",
}


class Sums:
    """Sums up through ``connection``, inside the transaction that wrote the facts; ``now`` is the time it records."""

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        self._db = connection
        self._now = now

    def bring_up_to_date(self, touched: Touched) -> None:
        """Sum up what was touched; raises ValueError when an edge ends at nothing that the store knows."""
        opened, ends = self._edges(touched.edges)
        self._claims(touched)
        for key in sorted(touched.documents | touched.bodies | touched.orphans | ends):
            if key in touched.bodies or self._is("body", key):
                self._settle_body(key)
            elif key in touched.documents or self._is("document", key):
                self._settle_document(key)
        self._check_ends(opened)

    def _edges(self, edges: Iterable[Edge]) -> tuple[list[Edge], set[str]]:
        """Count the statements of edges; return those that are live and the ends of those that are not."""
        counted = [(edge, self._db.execute(_COUNT_STATEMENTS, edge).fetchone()[0]) for edge in sorted(edges)]
        self._db.executemany(_OPEN_EDGE, [(*edge, live, self._now) for edge, live in counted if live])
        gone = [edge for edge, live in counted if not live]
        self._db.executemany(_CLOSE_EDGE, [(*edge, self._now) for edge in gone])
        return [edge for edge, live in counted if live], {end for edge in gone for end in (edge[0], edge[2])}

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

    def _settle_document(self, key: str) -> None:
        """Give a document the attributes that are claimed of it, or let it go when nothing names it any more."""
        if self._is_described(key) or self._is_named(key):
            claims = self._claims_of(key)
            headers = [
                Header(source, form, json.loads(text)) for source, form, text in self._db.execute(_HEADERS, (key,))
            ]
            self._put_document(settle_document(key, headers, claims), claims)
        else:
            self._db.execute("DELETE FROM document WHERE key = ?", (key,))

    def _settle_body(self, key: str) -> None:
        if self._is_described(key):
            self._put_body(settle_body(key, self._claims_of(key)))
        elif not self._is_named(key):
            self._db.execute("DELETE FROM body WHERE key = ?", (key,))

    def _claims_of(self, key: str) -> list[Claim]:
        rows = self._db.execute("SELECT field, value, mentions, descriptions FROM claim WHERE node = ?", (key,))
        return [Claim(*row) for row in rows]

    def _is_described(self, key: str) -> bool:
        return self._db.execute("SELECT 1 FROM description WHERE node = ?", (key,)).fetchone() is not None

    def _is_named(self, key: str) -> bool:
        return bool(self._db.execute(_NAMED, (key,)).fetchone()[0])

    def _is(self, what: str, key: str) -> bool:
        return self._db.execute(_EXISTS[what], (key,)).fetchone() is not None

    def _put_body(self, body: Body) -> None:
        self._put(
            "SELECT * FROM body WHERE key = ?",
            "INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            body_row(body),
        )

    def _put_document(self, document: Document, claims: Iterable[Claim]) -> None:
        self._put(_GET_DOCUMENT, _PUT_DOCUMENT, document_row(document, claims))

    def _put(self, get: str, put: str, columns: Mapping[str, str | int | None]) -> None:
        """Write a row unless it is there already: most batches touch much-cited laws without changing them."""
        row = tuple(columns.values())
        if self._db.execute(get, row[:1]).fetchone() != row:
            self._db.execute(put, row)

    def _check_ends(self, edges: Iterable[Edge]) -> None:
        found: set[tuple[str, str]] = set()
        for subject, kind, object_, _ in edges:
            row = edge_type(kind)
            for end, allowed in ((subject, row.subject), (object_, row.object)):
                if not any((what, end) in found for what in allowed):
                    known = next((what for what in allowed if self._is(what, end)), None)
                    if known is None:
                        raise ValueError(f"{subject} {kind} {object_}: the store has no {' or '.join(allowed)} {end}")
                    found.add((known, end))
