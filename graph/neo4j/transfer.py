"""Nodes and relationships as rows, history included: read in portions, and put in without being summed up again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.neo4j.sums import LABEL_BODIES, PUT_DOCUMENT, claim_id, match_end, run_rows
from graph.neo4j.writing import description_id
from graph.parts import CLAIM, DESCRIPTION, DOCUMENT, EDGE, REFERENCE, UNFINISHED, VALIDITY, Part
from graph.store import Params, Portion, Row
from graph.vocabulary import edge_type

Read = Callable[[str, Params], Sequence[Row]]
"""Executes a reading query."""

_ENDS = (("Document", "key"), ("GoneDocument", "key"), ("Body", "key"), ("GoneBody", "key"), ("Place", "id"))
"""Labels of the nodes that an edge may begin at, with the property that identifies them."""

WITH_OWN_ID = {DESCRIPTION: "id", CLAIM: "id"}
"""Parts whose nodes have an id made of the columns that identify them."""

WORK = ("ASSIGNS", "ADDRESSED_TO")
"""Edges that make a body a unit."""

_IDENTITY: Mapping[Part, Callable[[Row], str]] = {
    DESCRIPTION: lambda row: description_id(str(row["source"]), str(row["node"]), str(row["attributes"])),
    CLAIM: lambda row: claim_id(str(row["node"]), str(row["field"]), str(row["value"])),
}


def read_portion(read: Read, part: Part, after: str | None) -> Portion:
    """The next rows of ``part``; ``after`` is the place that the portion before ended at."""
    if part is EDGE:
        return _read_edges(read, after)
    if part is VALIDITY:
        return _read_validity(read, after)
    key = WITH_OWN_ID.get(part, part.key[0])
    columns = ", ".join(f"n.{name} AS {name}" for name in part.columns)
    rows = read(
        f"MATCH (n:{part.label}) WHERE n.{key} > $after WITH n ORDER BY n.{key} LIMIT $limit "
        f"RETURN {columns}, n.{key} AS _at ORDER BY _at",
        {"after": after or "", "limit": part.at_once},
    )
    return Portion([_without(row, "_at") for row in rows], str(rows[-1]["_at"]) if rows else None)


def put_rows(tx: ManagedTransaction, part: Part, rows: Sequence[Row], mark: str | None) -> None:
    """Write ``rows``, over those with the same key, and how far the copy has come (``None``: it is complete)."""
    if part is EDGE:
        _put_edges(tx, rows)
    elif part is DOCUMENT:
        run_rows(tx, f"UNWIND $rows AS row {PUT_DOCUMENT}", rows)
        run_rows(tx, LABEL_BODIES, sorted({str(row["body"]) for row in rows if row["body"]}))
    elif part is VALIDITY:
        origins = sorted({str(row["origin"]) for row in rows})
        run_rows(tx, "UNWIND $rows AS origin MATCH (v:Validity {origin: origin}) DELETE v", origins)
        run_rows(tx, "UNWIND $rows AS row CREATE (v:Validity) SET v = row", rows)
    else:
        run_rows(tx, put_nodes(part), list(node_rows(part, rows)))
    _put_mark(tx, mark)


def drop_rows(tx: ManagedTransaction, part: Part, keys: Sequence[str]) -> None:
    """Remove the nodes whose identifying property is among ``keys``."""
    (column,) = part.key
    run_rows(tx, f"UNWIND $rows AS key MATCH (n:{part.label} {{{column}: key}}) DELETE n", keys)


def put_nodes(part: Part) -> str:
    """The query that writes nodes of ``part``, one for each of ``$rows``."""
    key = WITH_OWN_ID.get(part, part.key[0])
    return f"UNWIND $rows AS row MERGE (n:{part.label} {{{key}: row.{key}}}) SET n = row"


def node_rows(part: Part, rows: Iterable[Row]) -> Iterator[Row]:
    """``rows`` as the properties of their nodes: with an id of their own where the key is made of several columns."""
    identity = _IDENTITY.get(part)
    return ({**row, "id": identity(row)} for row in rows) if identity else iter(rows)


def _read_edges(read: Read, after: str | None) -> Portion:
    """All edges of the next nodes, label by label."""
    place, key = json.loads(after) if after else (0, "")
    label, identity = _ENDS[place]
    subjects = [
        row["key"]
        for row in read(
            f"MATCH (n:{label}) WHERE n.{identity} > $after RETURN n.{identity} AS key ORDER BY key LIMIT $limit",
            {"after": key, "limit": max(1, EDGE.at_once // 10)},
        )
    ]
    if not subjects:
        return Portion([], json.dumps([place + 1, ""]) if place + 1 < len(_ENDS) else None)
    rows = read(
        f"MATCH (s:{label}) WHERE s.{identity} IN $subjects MATCH (s)-[e]->(o) "
        f"RETURN s.{identity} AS subject, type(e) AS type, coalesce(o.key, o.id) AS object, e.qualifier AS qualifier, "
        "e.statements AS statements, e.opened_at AS opened_at, e.closed_at AS closed_at",
        {"subjects": [str(subject) for subject in subjects]},
    )
    return Portion(rows, json.dumps([place, subjects[-1]]))


def _read_validity(read: Read, after: str | None) -> Portion:
    """All rows of the next origins."""
    columns = ", ".join(f"n.{name} AS {name}" for name in VALIDITY.columns)
    rows = read(
        "CALL () { MATCH (v:Validity) WHERE v.origin > $after "
        "RETURN DISTINCT v.origin AS origin ORDER BY origin LIMIT $limit } "
        f"MATCH (n:Validity {{origin: origin}}) RETURN {columns} ORDER BY origin",
        {"after": after or "", "limit": VALIDITY.at_once},
    )
    return Portion(rows, str(rows[-1]["origin"]) if rows else None)


def _put_edges(tx: ManagedTransaction, rows: Sequence[Row]) -> None:
    """Write relationships; a closed one may end at what nothing names any more."""
    by_type: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_type.setdefault(str(row["type"]), []).append(dict(row))
    for kind, of_type in sorted(by_type.items()):
        ends = edge_type(kind)
        closed = [row for row in of_type if row["closed_at"] is not None]
        for column, participants in (("subject", ends.subject), ("object", ends.object)):
            run_rows(tx, _keep_gone(participants), sorted({str(row[column]) for row in closed}))
        for some, gone in (([row for row in of_type if row["closed_at"] is None], False), (closed, True)):
            run_rows(
                tx,
                f"UNWIND $rows AS row {match_end('s', ends.subject, 'subject', gone=gone)} "
                f"{match_end('o', ends.object, 'object', gone=gone)} "
                f"MERGE (s)-[e:{kind} {{qualifier: row.qualifier}}]->(o) "
                "SET e.statements = row.statements, e.opened_at = row.opened_at, e.closed_at = row.closed_at",
                some,
            )
    units = {str(row["object"]) for row in rows if row["type"] in WORK}
    run_rows(tx, LABEL_BODIES, sorted(units))


def _keep_gone(participants: Sequence[str]) -> str:
    """A query that makes a gone node for each key of ``$rows`` that no node has."""
    label = "GoneDocument" if "document" in participants else "GoneBody"
    unknown = " AND ".join(f"NOT EXISTS {{ (:{name} {{{key}: key}}) }}" for name, key in _ENDS)
    return f"UNWIND $rows AS key WITH key WHERE {unknown} MERGE (:{label} {{key: key}})"


def _put_mark(tx: ManagedTransaction, mark: str | None) -> None:
    if mark is None:
        tx.run("MATCH (r:Reference {origin: $origin}) DELETE r", origin=UNFINISHED)
    else:
        run_rows(tx, put_nodes(REFERENCE), [{"origin": UNFINISHED, "checksum": mark}])


def _without(row: Row, column: str) -> Row:
    return {name: value for name, value in row.items() if name != column}
