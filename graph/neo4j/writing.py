"""The facts of one batch, by ``UNWIND`` in one transaction: sources, descriptions, mentions, statements, validity.

The transaction may be run again by the driver, so everything is computed anew from the batch and the store each time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, TypeAlias

from neo4j import ManagedTransaction

from graph.citing import columns, first_places
from graph.claims import attributes, mention_claims
from graph.model import Body, Document, Mention, Place, SourceText, Statement, Validity, ValidityClaim
from graph.neo4j.citing import bring_up_to_date
from graph.neo4j.sums import Sums, run_rows
from graph.parts import MENTION_COLUMNS
from graph.rows import date_text, event_deadlines_json, mention_of, pages_text, reports_json, validity_values
from graph.store import Batch, Relink, Value
from graph.summing import Touched
from graph.text import words
from graph.text_rows import Edge
from graph.vocabulary import edge_type

Properties: TypeAlias = dict[str, Any]

# A source that is live stays as it is, and no row comes back.
_PUT_SOURCE = """
UNWIND $rows AS row
OPTIONAL MATCH (live:Source {sha256: row.sha256}) WHERE live.retracted_at IS NULL
WITH row, live WHERE live IS NULL
MERGE (s:Source {sha256: row.sha256}) SET s = row
RETURN true AS fresh
"""
_PUT_PLACES = "UNWIND $rows AS row MERGE (p:Place {id: row.id}) SET p = row"
_PUT_ONCE = """
UNWIND $rows AS row
MERGE (n:{label} {{id: row.id}})
ON CREATE SET n = row, n.fresh = true
WITH n, row, coalesce(n.fresh, false) AS fresh
REMOVE n.fresh
RETURN row.id AS id, fresh
"""
# A statement that was retracted earlier speaks again; its claim and place are its id and never change.
_PUT_STATEMENTS = "UNWIND $rows AS row MERGE (s:Statement {id: row.id}) SET s = row"
_LIVE = "s.retracted_at IS NULL"
_TRIPLE = "s.id AS id, s.subject AS subject, s.type AS type, s.object AS object, s.qualifier AS qualifier"


class BatchWriter:
    """Writes one batch through the transaction ``tx``, as of the time ``now``; the same rules as the SQLite writer."""

    def __init__(self, tx: ManagedTransaction, now: str) -> None:
        self._tx = tx
        self._now = now
        self._touched = Touched()
        self._doubtful: set[Edge] = set()

    def write(self, batch: Batch) -> None:
        """Write all of ``batch``; raises ValueError for an unknown end of an edge, UsageError for an unknown type."""
        if batch.retract is not None:
            self._retract(batch.retract)
        self._rows(_PUT_PLACES, [_place(p) for p in sorted(batch.places, key=lambda p: p.id)])
        if batch.source is None or self._put_source(batch.source, batch.document):
            self._descriptions(batch)
            self._mentions(batch)
            self._statements(batch.statements)
            if batch.source is not None:
                self._add_validity(batch.source.sha256, batch.validity)
        self._relink(batch.relinks)
        self._drop_provisional()
        Sums(self._tx, self._now).bring_up_to_date(self._touched, self._doubtful)
        bring_up_to_date(self._tx, self._touched)

    def validity(self, origin: str, rows: Sequence[tuple[str, Validity]]) -> None:
        """Replace what ``origin`` says of the validity of documents; ``rows`` pair a document key with a validity."""
        self._run("MATCH (v:Validity {origin: $origin}) DELETE v", origin=origin)
        self._add_validity(origin, [ValidityClaim(key, validity) for key, validity in rows])

    def _add_validity(self, origin: str, claims: Iterable[ValidityClaim]) -> None:
        self._rows(
            "UNWIND $rows AS row CREATE (v:Validity) SET v = row",
            [validity_values(claim, origin) for claim in claims],
        )

    def _put_source(self, source: SourceText, document: Document | None) -> bool:
        """Write the source; ``False`` when it was live already."""
        row = {
            "sha256": source.sha256, "path": source.path, "file": PurePath(source.path).name, "format": source.format,
            "size": source.size, "text": source.text, "read_at": source.read_at, "extractor": source.extractor,
            "document": document.key if document else None, "pages": pages_text(source.pages),
        }  # fmt: skip
        return bool(self._rows(_PUT_SOURCE, [row]))

    def _retract(self, sha256: str) -> None:
        touched = self._touched
        self._retract_statements(
            self._run(f"MATCH (s:Statement {{source: $sha}}) WHERE {_LIVE} RETURN {_TRIPLE}", sha=sha256)
        )
        for mention in self._read_mentions("source", [sha256]):
            self._count(mention, -1)
            touched.citing[mention.citing] = None
            if mention.resolution.document:
                touched.orphans.add(mention.resolution.document)
        self._run("MATCH (m:Mention {source: $sha}) DELETE m", sha=sha256)
        said = self._run(
            "MATCH (d:Description {source: $sha}) "
            "RETURN d.node AS node, d.header AS header, d.attributes AS attributes",
            sha=sha256,
        )
        for row in said:
            touched.described_as(row["node"], {} if row["header"] else json.loads(row["attributes"]), -1)
        self._run("MATCH (d:Description {source: $sha}) DELETE d", sha=sha256)
        self._run("MATCH (v:Validity {origin: $sha}) DELETE v", sha=sha256)
        self._run(
            "MATCH (s:Source {sha256: $sha}) WHERE s.retracted_at IS NULL SET s.retracted_at = $now",
            sha=sha256,
            now=self._now,
        )

    def _descriptions(self, batch: Batch) -> None:
        origin = batch.source.sha256 if batch.source else ""
        spoken_of: tuple[Document | Body, ...] = (*batch.cited, *batch.bodies)
        nodes = [(node, False) for node in spoken_of]
        if batch.document is not None:
            nodes.append((batch.document, True))
        said: dict[str, tuple[Document | Body, bool]] = {}
        rows = []
        for node, header in nodes:
            row = _description(origin, node, header=header)
            if row["id"] not in said:
                said[row["id"]] = (node, header)
                rows.append(row)
        for row in self._rows(_PUT_ONCE.format(label="Description"), sorted(rows, key=lambda row: str(row["id"]))):
            node, header = said[row["id"]]
            if row["fresh"]:
                self._touched.described_as(node.key, {} if header else attributes(node), +1)
        for node, _ in said.values():
            (self._touched.bodies if isinstance(node, Body) else self._touched.documents).add(node.key)

    def _mentions(self, batch: Batch) -> None:
        by_id = {m.id: m for m in batch.mentions}
        day = date_text(batch.document.date) if batch.document else None
        said = {key: columns(by_id[key], day) for key in sorted(by_id)}
        cites = first_places(said.values())
        rows = [
            _mention(by_id[key]) | {"citing_date": at["citing_date"], "cites": cites.get(key)}
            for key, at in said.items()
        ]
        for row in self._rows(_PUT_ONCE.format(label="Mention"), rows):
            if row["fresh"]:
                mention, at = by_id[row["id"]], said[row["id"]]
                self._touched.written[mention.id] = at
                self._touched.citing.setdefault(mention.citing, at["citing_date"])
                self._count(mention, +1)

    def _count(self, mention: Mention, by: int) -> None:
        if mention.resolution.document is not None:
            self._touched.mentioned_as(mention.resolution.document, mention_claims(mention), by)

    def _statements(self, statements: Iterable[Statement]) -> None:
        rows = []
        for s in sorted(statements, key=lambda s: s.id):
            edge_type(s.type)
            rows.append(_statement(s))
            self._touched.edges.add((s.subject, s.type, s.object, s.qualifier))
        self._rows(_PUT_STATEMENTS, rows)

    def _retract_statements(self, rows: Iterable[Mapping[str, Any]]) -> None:
        found = list(rows)
        self._doubtful.update((r["subject"], r["type"], r["object"], r["qualifier"]) for r in found)
        self._touched.edges.update(self._doubtful)
        self._rows(
            "UNWIND $rows AS id MATCH (s:Statement {id: id}) SET s.retracted_at = $now",
            [r["id"] for r in found],
            now=self._now,
        )

    def _relink(self, relinks: Sequence[Relink]) -> None:
        """Resolve mentions of earlier texts anew, all of them in the same few queries: a law may answer thousands."""
        if not relinks:
            return
        by_id = {relink.mention: relink for relink in relinks}
        for mention in self._read_mentions("id", list(by_id)):
            self._count(mention, -1)
            earlier = mention.resolution.document
            if earlier is not None and earlier != by_id[mention.id].resolution.document:
                self._touched.orphans.add(earlier)
        rows = [_resolution(relink) | {"id": relink.mention} for relink in relinks]
        said = ", ".join([*(f"m.{name} = row.{name}" for name in rows[0] if name != "id"), "m.differs = null"])
        self._rows(f"UNWIND $rows AS row MATCH (m:Mention {{id: row.id}}) SET {said}", rows)
        self._rows("UNWIND $rows AS id MATCH (v:Validity {mention: id}) DELETE v", list(by_id))
        for mention in self._read_mentions("id", list(by_id)):
            self._count(mention, +1)
            self._touched.resolved_anew(mention)
            self._add_validity(mention.source, by_id[mention.id].validity)
        kept = {statement.id for relink in relinks for statement in relink.statements}
        live = self._rows(
            f"UNWIND $rows AS id MATCH (s:Statement {{mention: id}}) WHERE {_LIVE} RETURN {_TRIPLE}", list(by_id)
        )
        self._retract_statements(row for row in live if row["id"] not in kept)
        self._statements(statement for relink in relinks for statement in relink.statements)

    def _read_mentions(self, name: str, values: Sequence[str]) -> list[Mention]:
        """The mentions whose property ``name`` has one of ``values``."""
        found = self._rows(f"UNWIND $rows AS value MATCH (m:Mention {{{name}: value}}) RETURN m{{.*}} AS m", values)
        return [mention_of(_filled(row["m"])) for row in found]

    def _drop_provisional(self) -> None:
        """A provisional document lives as long as a mention resolves to it; the statements about it go with it."""
        gone = self._rows(
            "UNWIND $rows AS key MATCH (d:Document {key: key, provisional: 1}) "
            "WHERE NOT EXISTS { MATCH (:Mention {document: key}) } RETURN key",
            sorted(self._touched.orphans),
        )
        keys = [row["key"] for row in gone]
        for end in ("s.subject = key", "s.object = key AND s.type >= '' AND s.subject >= ''"):
            self._retract_statements(
                self._rows(f"UNWIND $rows AS key MATCH (s:Statement) WHERE {end} AND {_LIVE} RETURN {_TRIPLE}", keys)
            )
        said = "UNWIND $rows AS key MATCH (d:Description {node: key})"
        for row in self._rows(f"{said} RETURN key, d.attributes AS attributes", keys):
            self._touched.described_as(row["key"], json.loads(row["attributes"]), -1)
        self._rows(f"{said} DELETE d", keys)

    def _rows(self, cypher: str, rows: Sequence[Any], **params: Value) -> list[dict[str, Any]]:
        return run_rows(self._tx, cypher, rows, **params)

    def _run(self, cypher: str, **params: Value | Sequence[str]) -> list[dict[str, Any]]:
        return [dict(record) for record in self._tx.run(cypher, params)]


def _place(p: Place) -> Properties:
    return {
        "id": p.id, "name": p.name, "kind": p.kind, "level": str(p.level), "parent": p.parent,
        "valid_from": date_text(p.valid_from), "valid_to": date_text(p.valid_to),
    }  # fmt: skip


def description_id(source: str, node: str, attributes: str) -> str:
    """The identity of a description: who says what of which node."""
    return hashlib.sha256(f"{source} {node} {attributes}".encode()).hexdigest()


def _description(origin: str, node: Document | Body, *, header: bool) -> Properties:
    said = json.dumps(attributes(node), ensure_ascii=False)
    return {
        "id": description_id(origin, node.key, said), "source": origin, "node": node.key, "header": int(header),
        "attributes": said,
    }  # fmt: skip


def _mention(m: Mention) -> Properties:
    return {
        "id": m.id, "citing": m.citing, "source": m.source, "start": m.start, "stop": m.end, "quote": m.quote,
        "type": m.type, "symbol": m.symbol, "number": m.number, "date": date_text(m.date), "issuer": m.issuer,
        "body": m.body, "name": m.name, "title": m.title, "relation": m.relation, "embedded": int(m.embedded),
        "pinpoint": m.pinpoint, "grp": m.group,
    } | _resolution(m)  # fmt: skip


def _resolution(of: Mention | Relink) -> Properties:
    r = of.resolution
    return {
        "state": str(r.state), "document": r.document, "reason": r.reason, "confidence": r.confidence,
        "resolver": r.resolver, "candidates": json.dumps(r.candidates),
    }  # fmt: skip


def _statement(s: Statement) -> Properties:
    e = s.evidence
    row: Properties = {
        "id": s.id, "subject": s.subject, "type": s.type, "object": s.object, "qualifier": s.qualifier,
        "source": e.source, "start": e.start, "stop": e.end, "quote": e.quote, "cue": e.cue, "extractor": e.extractor,
        "confidence": e.confidence, "mention": s.mention, "pinpoint": s.pinpoint,
    }  # fmt: skip
    if s.task is not None:
        deadlines = sorted(day.isoformat() for day in s.task.deadlines)
        row |= {
            "task_text": s.task.text, "task_assignee": s.task.assignee, "task_words": words(s.task.assignee),
            "task_roles": _json(s.task.roles), "task_deadlines": _json(deadlines),
            "task_due": min(deadlines, default=None), "task_recurrence": _json(s.task.recurrence),
            "task_part": s.task.part, "task_event_deadlines": event_deadlines_json(s.task),
            "task_reports": reports_json(s.task),
        }  # fmt: skip
    return row


def _filled(properties: Mapping[str, Any]) -> dict[str, Any]:
    """A mention's properties with ``None`` for those that a node does not keep."""
    return dict.fromkeys(MENTION_COLUMNS) | dict(properties)


def _json(values: Sequence[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
