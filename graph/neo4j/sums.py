"""What sums the facts up, brought up to date for what a batch touched: claims, documents, bodies, relationships."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.claims import Claim, settle_body, settle_document
from graph.model import Body
from graph.store import Value
from graph.summing import Edge, Touched, body_row, document_row
from graph.vocabulary import edge_type

ROWS = 1000
"""Most rows of one ``UNWIND``: large enough for speed, small enough for the server's memory."""

_LABELS = {"document": ("Document", "key"), "body": ("Body", "key"), "place": ("Place", "id")}
_UNIT_EDGES = ("ASSIGNS", "ADDRESSED_TO")


class Sums:
    """Sums up through ``tx``, inside the transaction that wrote the facts; ``now`` is the time it records."""

    def __init__(self, tx: ManagedTransaction, now: str) -> None:
        self._tx = tx
        self._now = now

    def bring_up_to_date(self, touched: Touched) -> None:
        """Sum up what was touched; raises ValueError when an edge ends at nothing that the store knows."""
        live = self._live(touched.edges)
        closed = sorted(touched.edges - live.keys())
        self._close(closed)
        self._claims(touched)
        ends = {end for subject, _, object_, _ in closed for end in (subject, object_)}
        keys = sorted(touched.documents | touched.bodies | touched.orphans | ends)
        bodies = touched.bodies | self._present("Body", keys)
        documents = [
            k for k in keys if k not in bodies and (k in touched.documents or k in self._present("Document", keys))
        ]
        self._settle([k for k in keys if k in bodies], documents)
        self._open(live)
        self._roles(touched, documents)

    def _live(self, edges: Iterable[Edge]) -> dict[Edge, int]:
        """Edges with a live statement, and how many they have."""
        rows = [dict(zip(("subject", "type", "object", "qualifier"), edge, strict=True)) for edge in sorted(edges)]
        found = self._rows(
            "UNWIND $rows AS row MATCH (s:Statement {subject: row.subject, type: row.type, object: row.object}) "
            "WHERE s.qualifier = row.qualifier AND s.retracted_at IS NULL "
            "RETURN row.subject AS subject, row.type AS type, row.object AS object, row.qualifier AS qualifier, "
            "count(s) AS n",
            rows,
        )
        return {(r["subject"], r["type"], r["object"], r["qualifier"]): r["n"] for r in found}

    def _open(self, live: dict[Edge, int]) -> None:
        for kind in sorted({edge[1] for edge in live}):
            rows = [
                {"subject": e[0], "object": e[2], "qualifier": e[3], "n": n}
                for e, n in sorted(live.items())
                if e[1] == kind
            ]
            row = edge_type(kind)
            written = self._rows(
                f"UNWIND $rows AS row {_match('s', row.subject, 'subject')} {_match('o', row.object, 'object')} "
                f"MERGE (s)-[e:{kind} {{qualifier: row.qualifier}}]->(o) "
                "ON CREATE SET e.opened_at = $now SET e.statements = row.n, e.closed_at = null "
                "RETURN row.subject AS subject, row.object AS object, row.qualifier AS qualifier",
                rows,
                now=self._now,
            )
            missing = {(r["subject"], r["object"], r["qualifier"]) for r in rows} - {
                (w["subject"], w["object"], w["qualifier"]) for w in written
            }
            if missing:
                subject, object_, _ = min(missing)
                allowed = " or ".join(sorted({*row.subject, *row.object}))
                raise ValueError(f"{subject} {kind} {object_}: the store has no {allowed} at one of its ends")

    def _close(self, edges: Sequence[Edge]) -> None:
        for kind in sorted({edge[1] for edge in edges}):
            row = edge_type(kind)
            self._rows(
                f"UNWIND $rows AS row {_match('s', row.subject, 'subject')} {_match('o', row.object, 'object')} "
                f"MATCH (s)-[e:{kind} {{qualifier: row.qualifier}}]->(o) WHERE e.closed_at IS NULL "
                "SET e.statements = 0, e.closed_at = $now",
                [{"subject": e[0], "object": e[2], "qualifier": e[3]} for e in edges if e[1] == kind],
                now=self._now,
            )

    def _claims(self, touched: Touched) -> None:
        changed = [
            {
                "id": claim_id(*key), "node": key[0], "field": key[1], "value": key[2],
                "mentions": touched.mentioned[key], "descriptions": touched.described[key],
            }
            for key in touched.changed_claims()
        ]  # fmt: skip
        self._rows(
            "UNWIND $rows AS row MERGE (c:Claim {id: row.id}) "
            "ON CREATE SET c.node = row.node, c.field = row.field, c.value = row.value, "
            "c.mentions = 0, c.descriptions = 0 "
            "SET c.mentions = c.mentions + row.mentions, c.descriptions = c.descriptions + row.descriptions "
            "WITH c WHERE c.mentions = 0 AND c.descriptions = 0 DELETE c",
            changed,
        )

    def _settle(self, bodies: Sequence[str], documents: Sequence[str]) -> None:
        """Give nodes the attributes that are claimed of them, or let them go when nothing names them any more."""
        keys = [*bodies, *documents]
        claims: dict[str, list[Claim]] = {}
        for r in self._rows(
            "UNWIND $rows AS key MATCH (c:Claim {node: key}) "
            "RETURN key, c.field AS field, c.value AS value, c.mentions AS mentions, c.descriptions AS descriptions",
            keys,
        ):
            claims.setdefault(r["key"], []).append(Claim(r["field"], r["value"], r["mentions"], r["descriptions"]))
        said: dict[str, list[tuple[str, int, str]]] = {}
        for r in self._rows(
            "UNWIND $rows AS key MATCH (d:Description {node: key}) "
            "RETURN key, d.source AS source, d.header AS header, d.attributes AS attributes",
            keys,
        ):
            said.setdefault(r["key"], []).append((r["source"], r["header"], r["attributes"]))
        named = self._named([k for k in keys if k not in said])
        self._put_bodies([settle_body(k, claims.get(k, [])) for k in bodies if k in said])
        put = []
        for key in documents:
            if key in said or key in named:
                headers = [(source, json.loads(text)) for source, header, text in said.get(key, []) if header]
                put.append(document_row(settle_document(key, headers, claims.get(key, [])), claims.get(key, [])))
        self._put_documents(put)
        for label, gone in (("Body", bodies), ("Document", documents)):
            self._rows(
                f"UNWIND $rows AS key MATCH (n:{label} {{key: key}}) DETACH DELETE n",
                [key for key in gone if key not in said and key not in named],
            )

    def _named(self, keys: Sequence[str]) -> set[str]:
        rows = self._rows(
            "UNWIND $rows AS key WITH key WHERE EXISTS { MATCH (:Mention {document: key}) } "
            "OR EXISTS { MATCH (:Document {key: key})-[e]-() WHERE e.closed_at IS NULL } "
            "OR EXISTS { MATCH (:Body {key: key})-[e]-() WHERE e.closed_at IS NULL } RETURN key",
            keys,
        )
        return {row["key"] for row in rows}

    def _present(self, label: str, keys: Sequence[str]) -> set[str]:
        return {row["key"] for row in self._rows(f"UNWIND $rows AS key MATCH (:{label} {{key: key}}) RETURN key", keys)}

    def _put_bodies(self, bodies: Sequence[Body]) -> None:
        rows = [body_row(b) for b in bodies]
        self._rows("UNWIND $rows AS row MERGE (b:Body {key: row.key}) SET b = row", rows)

    def _put_documents(self, rows: Sequence[dict[str, Any]]) -> None:
        self._rows(
            "UNWIND $rows AS row MERGE (d:Document {key: row.key}) "
            "WITH d, row, [l IN labels(d) WHERE l <> 'Document' AND l <> row.label] AS old "
            "REMOVE d:$(old) SET d = row SET d:$(row.label)",
            rows,
        )

    def _roles(self, touched: Touched, documents: Sequence[str]) -> None:
        """Bodies are labelled by what they do now: IssuingBody, Unit, or both."""
        issuers = self._rows(
            "UNWIND $rows AS key MATCH (d:Document {key: key}) RETURN DISTINCT d.body AS key", documents
        )
        keys = {row["key"] for row in issuers if row["key"]} | touched.bodies
        keys |= {end for s, kind, o, _ in touched.edges if kind in (*_UNIT_EDGES, "ISSUED_BY") for end in (s, o)}
        self._rows(
            "UNWIND $rows AS key MATCH (b:Body {key: key}) "
            "WITH b, EXISTS { MATCH (:Document {body: b.key}) } AS issues, "
            "EXISTS { MATCH (b)<-[e:ASSIGNS|ADDRESSED_TO]-() WHERE e.closed_at IS NULL } AS works "
            "FOREACH (_ IN CASE WHEN issues THEN [1] ELSE [] END | SET b:IssuingBody) "
            "FOREACH (_ IN CASE WHEN issues THEN [] ELSE [1] END | REMOVE b:IssuingBody) "
            "FOREACH (_ IN CASE WHEN works THEN [1] ELSE [] END | SET b:Unit) "
            "FOREACH (_ IN CASE WHEN works THEN [] ELSE [1] END | REMOVE b:Unit)",
            sorted(keys),
        )

    def _rows(self, cypher: str, rows: Sequence[Any], **params: Value) -> list[dict[str, Any]]:
        return run_rows(self._tx, cypher, rows, **params)


def run_rows(tx: ManagedTransaction, cypher: str, rows: Sequence[Any], **params: Value) -> list[dict[str, Any]]:
    """Run ``cypher`` over ``rows`` in portions of bounded size; nothing is sent when there are none."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(rows), ROWS):
        records = tx.run(cypher, {"rows": list(rows[start : start + ROWS]), **params})
        found.extend(dict(record) for record in records)
    return found


def claim_id(node: str, field: str, value: str) -> str:
    """The identity of a claim: what is claimed of which node."""
    return "\x1f".join((node, field, value))  # noqa: FLY002 - an f-string would hide the separator


def _match(variable: str, participants: Sequence[str], column: str) -> str:
    """A pattern that finds the end of an edge by its unique key; of several kinds of node that it may be, each."""
    if len(participants) == 1:
        label, key = _LABELS[participants[0]]
        return f"MATCH ({variable}:{label} {{{key}: row.{column}}})"
    parts = " UNION ".join(
        f"WITH row MATCH (x:{_LABELS[p][0]} {{{_LABELS[p][1]}: row.{column}}}) RETURN x AS {variable}"
        for p in participants
    )
    return f"CALL {{ {parts} }}"
