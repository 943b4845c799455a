"""One batch inside one transaction: what changes, and what follows from it in the tables that sum it up."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from graph.claims import Claim, attributes, mention_claims, settle_body, settle_document
from graph.identity import group_of
from graph.model import Body, Document, Mention, Place, SourceText, Statement, Validity
from graph.rows import date_text, mention_of
from graph.store import Batch, Relink
from graph.text import symbol_words, words
from graph.vocabulary import edge_type, type_name

Edge = tuple[str, str, str, str]
"""Subject, type, object, qualifier."""


class BatchWriter:
    """Writes one batch through ``connection``, inside a transaction that the caller opened; ``now`` is the time it records.

    First the facts (sources, descriptions, mentions, statements), noting what they touch; then the sums of what was touched:
    claim counters, documents, bodies, edges. Provisional documents that lost their last mention go, and cited ones that
    nothing names any more.
    """

    def __init__(self, connection: sqlite3.Connection, now: str) -> None:
        self._db = connection
        self._now = now
        self._nodes: set[str] = set()
        self._bodies: set[str] = set()
        self._edges: set[Edge] = set()
        self._orphans: set[str] = set()
        self._mentioned: Counter[tuple[str, str, str]] = Counter()
        self._described: Counter[tuple[str, str, str]] = Counter()

    def write(self, batch: Batch) -> None:
        """Write all of ``batch``; raises ValueError for an unknown end of an edge, UsageError for an unknown edge type."""
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        if batch.retract is not None:
            self._retract(batch.retract)
        self._places(batch.places)
        if batch.source is None or self._is_new(batch.source, batch.document):
            origin = batch.source.sha256 if batch.source else ""
            for document in batch.cited:
                self._describe(origin, document.key, document, header=False)
            if batch.document is not None:
                self._describe(origin, batch.document.key, batch.document, header=True)
                self._stated_validity(origin, batch.document)
            for body in batch.bodies:
                self._describe(origin, body.key, body, header=False)
            self._mentions(batch.mentions)
            self._statements(batch.statements)
        for relink in batch.relinks:
            self._relink(relink)
        self._drop_provisional()
        self._sum_up()

    def validity(self, origin: str, rows: Sequence[tuple[str, Validity]]) -> None:
        """Replace what ``origin`` says of the validity of documents; ``rows`` are pairs of document key and validity."""
        self._db.execute("DELETE FROM validity WHERE origin = ?", (origin,))
        self._db.executemany(
            "INSERT INTO validity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    key,
                    origin,
                    date_text(v.in_force_from),
                    date_text(v.ended),
                    v.scope,
                    v.ended_by,
                    v.how_known,
                    v.source,
                    v.certainty,
                )
                for key, v in rows
            ],
        )

    def _is_new(self, source: SourceText, document: Document | None) -> bool:
        live = self._db.execute("SELECT 1 FROM source WHERE sha256 = ? AND retracted_at IS NULL", (source.sha256,))
        if live.fetchone():
            return False
        self._db.execute(
            """INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
               ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, file = excluded.file, text = excluded.text,
                 read_at = excluded.read_at, extractor = excluded.extractor, document = excluded.document, retracted_at = NULL""",
            (
                source.sha256, source.path, PurePath(source.path).name, source.format, source.size, source.text,
                source.read_at, source.extractor, document.key if document else None,
            ),
        )  # fmt: skip
        return True

    def _retract(self, sha256: str) -> None:
        db = self._db
        live = db.execute(
            "SELECT id, subject, type, object, qualifier FROM statement WHERE source = ? AND retracted_at IS NULL",
            (sha256,),
        )
        self._retract_statements(live.fetchall())
        for mention in self._read_mentions("source = ?", sha256):
            self._count(mention, -1)
            if mention.resolution.document:
                self._orphans.add(mention.resolution.document)
        db.execute("DELETE FROM mention WHERE source = ?", (sha256,))
        said = db.execute("SELECT node, header, attributes FROM description WHERE source = ?", (sha256,))
        for node, header, text in said.fetchall():
            self._touch_described(node, "" if header else text, -1)
        db.execute("DELETE FROM description WHERE source = ?", (sha256,))
        db.execute("DELETE FROM validity WHERE origin = ?", (sha256,))
        db.execute("UPDATE source SET retracted_at = ? WHERE sha256 = ? AND retracted_at IS NULL", (self._now, sha256))

    def _places(self, places: Iterable[Place]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(p.id, p.name, p.kind, p.level, p.parent, date_text(p.valid_from), date_text(p.valid_to)) for p in places],
        )

    def _describe(self, origin: str, node: str, value: Document | Body, *, header: bool) -> None:
        text = json.dumps(attributes(value), ensure_ascii=False)
        added = self._db.execute("INSERT OR IGNORE INTO description VALUES (?, ?, ?, ?)", (origin, node, header, text))
        if added.rowcount:
            self._touch_described(node, "" if header else text, +1)
        if isinstance(value, Body):
            self._bodies.add(node)

    def _touch_described(self, node: str, text: str, by: int) -> None:
        self._nodes.add(node)
        for field, value in json.loads(text).items() if text else ():
            self._described[node, field, value] += by

    def _stated_validity(self, origin: str, document: Document) -> None:
        if document.validity.how_known is not None:
            self.validity(origin, [(document.key, document.validity)])

    def _mentions(self, mentions: Iterable[Mention]) -> None:
        for m in mentions:
            added = self._db.execute(
                f"INSERT OR IGNORE INTO mention VALUES ({', '.join('?' * 24)})",
                (
                    m.id, m.citing, m.source, m.start, m.end, m.quote, m.type, m.symbol, m.number, date_text(m.date), m.issuer,
                    m.body, m.name, m.title, m.relation, m.embedded, m.pinpoint, m.group, *_resolution(m),
                ),
            )  # fmt: skip
            if added.rowcount:
                self._count(m, +1)

    def _count(self, mention: Mention, by: int) -> None:
        document = mention.resolution.document
        if document is not None:
            self._nodes.add(document)
            for field, value in mention_claims(mention):
                self._mentioned[document, field, value] += by

    def _statements(self, statements: Iterable[Statement]) -> None:
        """Write statements; one that was retracted earlier speaks again."""
        for s in statements:
            edge_type(s.type)
            e, task = s.evidence, s.task
            self._db.execute(
                """INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
                   ON CONFLICT (id) DO UPDATE SET cue = excluded.cue, extractor = excluded.extractor,
                     confidence = excluded.confidence, mention = excluded.mention, pinpoint = excluded.pinpoint, retracted_at = NULL""",
                (
                    s.id, s.subject, s.type, s.object, s.qualifier, e.source, e.start, e.end, e.quote, e.cue, e.extractor,
                    e.confidence, s.mention, s.pinpoint,
                ),
            )  # fmt: skip
            if task is not None:
                deadlines = sorted(day.isoformat() for day in task.deadlines)
                self._db.execute(
                    "INSERT OR REPLACE INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        s.id, task.text, task.assignee, words(task.assignee), _json(task.roles), _json(deadlines),
                        min(deadlines, default=None), _json(task.recurrence), task.part,
                    ),
                )  # fmt: skip
            self._edges.add((s.subject, s.type, s.object, s.qualifier))

    def _retract_statements(self, rows: Iterable[tuple[str, str, str, str, str]]) -> None:
        for identifier, *edge in rows:
            self._db.execute("UPDATE statement SET retracted_at = ? WHERE id = ?", (self._now, identifier))
            subject, kind, object_, qualifier = edge
            self._edges.add((subject, kind, object_, qualifier))

    def _relink(self, relink: Relink) -> None:
        for mention in self._read_mentions("id = ?", relink.mention):
            self._count(mention, -1)
            if mention.resolution.document not in (None, relink.resolution.document):
                self._orphans.add(str(mention.resolution.document))
        values = _resolution(relink)
        self._db.execute(
            """UPDATE mention SET state = ?, document = ?, reason = ?, confidence = ?, resolver = ?, candidates = ? WHERE id = ?""",
            (*values, relink.mention),
        )
        for mention in self._read_mentions("id = ?", relink.mention):
            self._count(mention, +1)
        kept = {statement.id for statement in relink.statements}
        earlier = self._db.execute(
            "SELECT id, subject, type, object, qualifier FROM statement WHERE mention = ? AND retracted_at IS NULL",
            (relink.mention,),
        )
        self._retract_statements(row for row in earlier.fetchall() if row[0] not in kept)
        self._statements(relink.statements)

    def _read_mentions(self, where: str, value: str) -> list[Mention]:
        cursor = self._db.execute(f"SELECT * FROM mention WHERE {where}", (value,))  # noqa: S608 - the two callers above
        names = [column[0] for column in cursor.description]
        return [mention_of(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]

    def _drop_provisional(self) -> None:
        """A provisional document lives as long as a mention resolves to it; the statements about it go with it."""
        for key in sorted(self._orphans):
            gone = self._db.execute(
                """SELECT 1 FROM document d WHERE d.key = ? AND d.provisional = 1
                   AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.document = d.key)""",
                (key,),
            )
            if gone.fetchone() is None:
                continue
            live = self._db.execute(
                """SELECT id, subject, type, object, qualifier FROM statement
                   WHERE retracted_at IS NULL AND (subject = ?1 OR object = ?1)""",
                (key,),
            )
            self._retract_statements(live.fetchall())
            for node, text in self._db.execute(
                "SELECT node, attributes FROM description WHERE node = ?", (key,)
            ).fetchall():
                self._touch_described(node, text, -1)
            self._db.execute("DELETE FROM description WHERE node = ?", (key,))

    def _sum_up(self) -> None:
        self._sum_edges()
        self._sum_claims()
        self._nodes.update(self._orphans)
        for node in sorted(self._nodes):
            self._settle(node)
        self._check_ends()

    def _sum_edges(self) -> None:
        for edge in sorted(self._edges):
            (live,) = self._db.execute(
                """SELECT count(*) FROM statement
                   WHERE subject = ? AND type = ? AND object = ? AND qualifier = ? AND retracted_at IS NULL""",
                edge,
            ).fetchone()
            if live:
                self._db.execute(
                    """INSERT INTO edge VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL)
                       ON CONFLICT DO UPDATE SET statements = ?5, closed_at = NULL""",
                    (*edge, live, self._now),
                )
            else:
                self._db.execute(
                    """UPDATE edge SET statements = 0, closed_at = ?5
                       WHERE subject = ?1 AND type = ?2 AND object = ?3 AND qualifier = ?4 AND closed_at IS NULL""",
                    (*edge, self._now),
                )
                self._nodes.update((edge[0], edge[2]))

    def _sum_claims(self) -> None:
        changed = {
            key: (self._mentioned[key], self._described[key])
            for key in self._mentioned.keys() | self._described.keys()
            if self._mentioned[key] or self._described[key]
        }
        self._db.executemany(
            """INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO UPDATE SET mentions = mentions + ?4, descriptions = descriptions + ?5""",
            [(*key, *by) for key, by in sorted(changed.items())],
        )
        self._db.executemany(
            "DELETE FROM claim WHERE node = ? AND field = ? AND value = ? AND mentions = 0 AND descriptions = 0",
            sorted(changed),
        )

    def _settle(self, key: str) -> None:
        """Give the document or body ``key`` the attributes that are claimed of it, or let it go when nothing speaks of it."""
        claims = [
            Claim(*row)
            for row in self._db.execute("SELECT field, value, mentions, descriptions FROM claim WHERE node = ?", (key,))
        ]
        described = self._db.execute(
            "SELECT source, header, attributes FROM description WHERE node = ?", (key,)
        ).fetchall()
        if key in self._bodies or self._db.execute("SELECT 1 FROM body WHERE key = ?", (key,)).fetchone():
            self._put_body(settle_body(key, claims) if described else None, key)
            return
        headers = [(source, json.loads(text)) for source, header, text in described if header]
        if headers or described or self._is_mentioned(key):
            self._put_document(settle_document(key, headers, claims), claims)
        else:
            self._db.execute("DELETE FROM document WHERE key = ?", (key,))

    def _is_mentioned(self, key: str) -> bool:
        named = self._db.execute(
            """SELECT 1 WHERE EXISTS (SELECT 1 FROM mention WHERE document = ?1)
               OR EXISTS (SELECT 1 FROM edge WHERE subject = ?1 AND closed_at IS NULL)
               OR EXISTS (SELECT 1 FROM edge WHERE object = ?1 AND closed_at IS NULL)""",
            (key,),
        )
        return named.fetchone() is not None

    def _put_body(self, body: Body | None, key: str) -> None:
        if body is not None:
            self._db.execute(
                "INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (body.key, body.name, body.kind, body.level, body.place, body.parent, body.regime, words(body.name)),
            )
        elif not self._is_mentioned(key):
            self._db.execute("DELETE FROM body WHERE key = ?", (key,))

    def _put_document(self, d: Document, claims: Iterable[Claim]) -> None:
        names = sorted(claim.value for claim in claims if claim.field == "name")
        found_by = " ".join(filter(None, [d.symbol, d.title, *names, d.issuer, type_name(d.type)]))
        self._db.execute(
            f"""INSERT INTO document VALUES (NULL, {', '.join('?' * 20)})
                ON CONFLICT (key) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _DOCUMENT_COLUMNS)}""",
            (
                d.key, group_of(d.key), d.regime, d.type, d.label, d.number, d.symbol, d.title, d.issuer, d.body, d.level, d.place,
                date_text(d.date), d.ingested, d.source, d.signer, d.provisional, symbol_words(d.symbol or ""),
                words(d.title or ""), f"{words(found_by)} {symbol_words(d.symbol or '')}".strip(),
            ),
        )  # fmt: skip

    def _check_ends(self) -> None:
        tables = {"document": ("document", "key"), "body": ("body", "key"), "place": ("place", "id")}
        for subject, kind, object_, _ in sorted(edge for edge in self._edges if self._is_open(edge)):
            row = edge_type(kind)
            for end, allowed in ((subject, row.subject), (object_, row.object)):
                found = any(
                    self._db.execute(f"SELECT 1 FROM {tables[what][0]} WHERE {tables[what][1]} = ?", (end,)).fetchone()  # noqa: S608
                    for what in allowed
                )
                if not found:
                    raise ValueError(
                        f"{subject} {kind} {object_}: {end} is no {' or '.join(allowed)} of the store or the batch"
                    )

    def _is_open(self, edge: Edge) -> bool:
        text = (
            "SELECT 1 FROM edge WHERE subject = ? AND type = ? AND object = ? AND qualifier = ? AND closed_at IS NULL"
        )
        return self._db.execute(text, edge).fetchone() is not None


_DOCUMENT_COLUMNS = (
    "grp", "regime", "type", "label", "number", "symbol", "title", "issuer", "body", "level", "place", "date", "ingested", "source",
    "signer", "provisional", "symbol_words", "title_words", "words",
)  # fmt: skip


def _resolution(of: Mention | Relink) -> Iterator[str | float | None]:
    r = of.resolution
    yield from (r.state, r.document, r.reason, r.confidence, r.resolver, json.dumps(r.candidates))


def _json(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
