"""What sums the facts up, brought up to date for what a batch touched: claims, documents, bodies, relationships."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from neo4j import ManagedTransaction, Record

from graph.citing import Settled
from graph.claims import Claim, Header, settle_body, settle_document
from graph.store import Value
from graph.summing import Touched, body_row, document_row
from graph.text_rows import Edge
from graph.vocabulary import edge_type

ROWS = 1000
"""Most rows of one ``UNWIND``: large enough for speed, small enough for the server's memory."""

_LABELS = {"document": ("Document", "key"), "body": ("Body", "key"), "place": ("Place", "id")}
_BY_TRIPLE = "USING INDEX st:Statement(subject, type, object)"
"""A plan made while the store is nearly empty would read all statements of the type for each edge, and be kept."""

_BODY_EDGES = ("ASSIGNS", "ADDRESSED_TO", "ISSUED_BY")

# What nothing names any more stays as the end of its closed edges, without label or attributes, and may come back.
_LET_GO = """
UNWIND $rows AS key
MATCH (n:{label} {{key: key}})
REMOVE n:$(labels(n))
SET n = {{key: key}}, n:Gone{label}
WITH n WHERE NOT EXISTS {{ (n)--() }}
DELETE n
"""
_COME_BACK = """
UNWIND $rows AS row
CALL (row) {{
    MATCH (n:Gone{label} {{key: row.key}})
    REMOVE n:Gone{label} SET n:{label}
    RETURN count(*) AS back
}}
WITH row
"""
PUT_DOCUMENT = """
MERGE (n:Document {key: row.key})
WITH n, row, [l IN labels(n) WHERE l <> 'Document' AND l <> row.label] AS old
REMOVE n:$(old) SET n = row SET n:$(row.label)
"""
_KNOWN = """
UNWIND $rows AS key
RETURN key,
       COLLECT { MATCH (b:Body {key: key}) RETURN properties(b) } AS body,
       COLLECT { MATCH (d:Document {key: key}) RETURN properties(d) } AS document,
       COLLECT { MATCH (c:Claim {node: key}) RETURN [c.field, c.value, c.mentions, c.descriptions] } AS claims,
       COLLECT {
           MATCH (h:Description {node: key, header: 1}) OPTIONAL MATCH (s:Source {sha256: h.source})
           RETURN [h.source, coalesce(s.format, ''), h.attributes]
       } AS headers,
       EXISTS { MATCH (:Description {node: key}) } AS described,
       EXISTS { MATCH (:Mention {document: key}) }
       OR EXISTS { MATCH (:Document {key: key})-[e]-() WHERE e.closed_at IS NULL }
       OR EXISTS { MATCH (:Body {key: key})-[e]-() WHERE e.closed_at IS NULL } AS named
"""
LABEL_BODIES = """
UNWIND $rows AS key
MATCH (b:Body {key: key})
WITH b, EXISTS { MATCH (:Document {body: b.key}) } AS issues,
     EXISTS { MATCH (b)<-[e:ASSIGNS|ADDRESSED_TO]-() WHERE e.closed_at IS NULL } AS works
FOREACH (_ IN CASE WHEN issues THEN [1] ELSE [] END | SET b:IssuingBody)
FOREACH (_ IN CASE WHEN issues THEN [] ELSE [1] END | REMOVE b:IssuingBody)
FOREACH (_ IN CASE WHEN works THEN [1] ELSE [] END | SET b:Unit)
FOREACH (_ IN CASE WHEN works THEN [] ELSE [1] END | REMOVE b:Unit)
"""


class Sums:
    """Sums up through ``tx``, inside the transaction that wrote the facts; ``now`` is the time it records."""

    def __init__(self, tx: ManagedTransaction, now: str) -> None:
        self._tx = tx
        self._now = now
        self._issuers: set[str] = set()

    def bring_up_to_date(self, touched: Touched, doubtful: AbstractSet[Edge]) -> None:
        """Sum up what was touched; ``doubtful`` are the edges that lost a statement and may have no other.

        Raises ValueError when an edge ends at nothing that the store knows.
        """
        closed = sorted(doubtful - self._live(doubtful))
        self._close(closed)
        self._claims(touched)
        ends = {end for subject, _, object_, _ in closed for end in (subject, object_)}
        known = self._known(sorted(touched.documents | touched.bodies | touched.orphans | ends))
        bodies = {k for k, at in known.items() if k in touched.bodies or at["body"]}
        documents = {k for k, at in known.items() if k not in bodies and (k in touched.documents or at["document"])}
        self._settle({k: known[k] for k in bodies}, {k: known[k] for k in documents}, touched)
        self._open(touched.edges.difference(closed))
        units = {end for s, kind, o, _ in touched.edges if kind in _BODY_EDGES for end in (s, o)}
        self._roles(touched.bodies | units | self._issuers)

    def _live(self, edges: Iterable[Edge]) -> set[Edge]:
        """Those of ``edges`` that have a live statement."""
        found = self._rows(
            "UNWIND $rows AS row WITH row WHERE EXISTS { "
            "MATCH (st:Statement {subject: row.subject, type: row.type, object: row.object}) "
            f"{_BY_TRIPLE} WHERE st.qualifier = row.qualifier AND st.retracted_at IS NULL }} "
            "RETURN row.subject AS subject, row.type AS type, row.object AS object, row.qualifier AS qualifier",
            [dict(zip(("subject", "type", "object", "qualifier"), edge, strict=True)) for edge in sorted(edges)],
        )
        return {(r["subject"], r["type"], r["object"], r["qualifier"]) for r in found}

    def _open(self, edges: AbstractSet[Edge]) -> None:
        """Write edges that have live statements, with the number of these."""
        for kind in sorted({edge[1] for edge in edges}):
            rows = [{"subject": e[0], "object": e[2], "qualifier": e[3]} for e in sorted(edges) if e[1] == kind]
            row = edge_type(kind)
            written = self._rows(
                f"UNWIND $rows AS row {match_end('s', row.subject, 'subject')} {match_end('o', row.object, 'object')} "
                "WITH row, s, o, COUNT { "
                f"MATCH (st:Statement {{subject: row.subject, type: '{kind}', object: row.object}}) "
                f"{_BY_TRIPLE} WHERE st.qualifier = row.qualifier AND st.retracted_at IS NULL }} AS statements "
                f"MERGE (s)-[e:{kind} {{qualifier: row.qualifier}}]->(o) "
                "ON CREATE SET e.opened_at = $now SET e.statements = statements, e.closed_at = null "
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
                f"UNWIND $rows AS row {match_end('s', row.subject, 'subject')} {match_end('o', row.object, 'object')} "
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
            "ON CREATE SET c = row "
            "ON MATCH SET c.mentions = c.mentions + row.mentions, c.descriptions = c.descriptions + row.descriptions",
            changed,
        )
        self._rows(
            "UNWIND $rows AS id MATCH (c:Claim {id: id}) WHERE c.mentions = 0 AND c.descriptions = 0 DELETE c",
            [
                claim_id(*key)
                for key in touched.changed_claims()
                if min(touched.mentioned[key], touched.described[key]) < 0
            ],
        )

    def _known(self, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
        """What the store knows of each key: the node as it is, what is claimed of it, whether anything names it."""
        return {row["key"]: row for row in self._rows(_KNOWN, keys)}

    def _settle(
        self, bodies: dict[str, dict[str, Any]], documents: dict[str, dict[str, Any]], touched: Touched
    ) -> None:
        """Give nodes the attributes that are claimed of them, or let them go when nothing names them any more.

        Most batches touch much-cited laws without changing them, so a node is written only when it changes.
        """
        put: list[dict[str, Any]] = []
        for key, at in sorted(bodies.items()):
            if at["described"]:
                row = body_row(settle_body(key, [Claim(*claim) for claim in at["claims"]]))
                if not _same(row, at["body"]):
                    put.append(row)
        self._rows(_COME_BACK.format(label="Body") + "MERGE (n:Body {key: row.key}) SET n = row", put)
        put = []
        for key, at in sorted(documents.items()):
            if at["described"] or at["named"]:
                claims = [Claim(*claim) for claim in at["claims"]]
                headers = [Header(source, form, json.loads(text)) for source, form, text in at["headers"]]
                settled = document_row(settle_document(key, headers, claims), claims)
                if not _same(settled, at["document"]):
                    put.append(settled)
                before = _settled(at["document"][0]) if at["document"] else None
                touched.settled_as(key, _settled(settled), before)
        self._rows(_COME_BACK.format(label="Document") + PUT_DOCUMENT, put)
        for label, nodes in (("Body", bodies), ("Document", documents)):
            gone = [key for key, at in sorted(nodes.items()) if not (at["described"] or at["named"])]
            self._rows(_LET_GO.format(label=label), gone)
        earlier = [at["document"][0] for at in documents.values() if at["document"]]
        self._issuers = {row["body"] for row in (*put, *earlier) if row.get("body")}

    def _roles(self, keys: set[str]) -> None:
        """Bodies are labelled by what they do now: IssuingBody, Unit, or both."""
        self._rows(LABEL_BODIES, sorted(keys))

    def _rows(self, cypher: str, rows: Sequence[Any], **params: Value) -> list[dict[str, Any]]:
        return run_rows(self._tx, cypher, rows, **params)


def run_rows(tx: ManagedTransaction, cypher: str, rows: Sequence[Any], **params: Value) -> list[dict[str, Any]]:
    """Run ``cypher`` over ``rows`` in portions of bounded size; nothing is sent when there are none.

    Values that are unknown are left out, for packing costs most; ``row.x`` is null all the same, ``+= row`` is not.
    """
    found: list[dict[str, Any]] = []
    for start in range(0, len(rows), ROWS):
        portion = [_known_values(row) if isinstance(row, dict) else row for row in rows[start : start + ROWS]]
        records = tx.run(cypher, {"rows": portion, **params})
        found.extend(plain(records))
    return found


def plain(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """``records`` of one query as dictionaries, much faster than by ``dict(record)``, which looks up key after key."""
    keys: list[str] = []
    for record in records:
        keys = keys or record.keys()
        yield dict(zip(keys, tuple.__iter__(record), strict=True))


def _same(row: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the node that was found has these properties; those that are unknown are not kept."""
    return [_known_values(row)] == list(found)


def _settled(document: Mapping[str, Any]) -> Settled:
    return Settled(document.get("date"), document.get("symbol"), bool(document.get("ingested")))


def _known_values(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def claim_id(node: str, field: str, value: str) -> str:
    """The identity of a claim: what is claimed of which node."""
    return "\x1f".join((node, field, value))  # noqa: FLY002 - an f-string would hide the separator


def match_end(variable: str, participants: Sequence[str], column: str, *, gone: bool = False) -> str:
    """A pattern that finds the end of an edge by its unique key; of several kinds of node that it may be, each.

    With ``gone`` also among those that nothing names any more.
    """
    kinds = [_LABELS[participant] for participant in participants]
    if gone:
        kinds += [(f"Gone{label}", key) for label, key in kinds if label != "Place"]
    if len(kinds) == 1:
        ((label, key),) = kinds
        return f"MATCH ({variable}:{label} {{{key}: row.{column}}})"
    parts = " UNION ".join(f"MATCH (x:{label} {{{key}: row.{column}}}) RETURN x AS {variable}" for label, key in kinds)
    return f"CALL (row) {{ {parts} }}"
