"""The two-column *lược đồ* of a document: how many stand in each relation to it, then they themselves, page by page."""

from __future__ import annotations

from datetime import date
from typing import Literal

from graph.store import Params, Store
from graph.vocabulary import edge_type, reference_types
from queries.base import ask, limited, offset_of, page, references, today
from queries.edges import edges_between
from queries.locate import locate
from queries.results import EdgeInfo, Neighbour, NeighboursResult, RelationCount

Side = Literal["out", "in"]


def neighbours(
    store: Store,
    doc: str,
    *,
    type: str | None = None,  # noqa: A002 - the word of the contract
    direction: Side | None = None,
    limit: int = 50,
    cursor: str | None = None,
    as_of: date | None = None,
) -> NeighboursResult:
    """The documents next to ``doc``: those it refers to (``out``), then those that refer to it (``in``).

    ``type`` and ``direction`` choose among them, ``counts`` are always those of all. Within a direction the closest
    relation comes first, then the newest document.

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
        UsageError: The type is unknown or a limit is out of range.
    """
    kinds = reference_types(None if type is None else [type])
    offset = offset_of(cursor)
    focus = locate(store, doc)
    params: Params = {
        "focus": focus, "types": kinds, "direction": direction, "limit": limited(limit), "offset": offset,
    }  # fmt: skip
    rows = ask(store, "neighbours", params)
    places: list[tuple[Side, str, str]] = [
        ("out" if row["direction"] == "out" else "in", str(row["type"]), str(row["key"])) for row in rows
    ]
    found = references(store, [focus, *(key for _, _, key in places)], today(as_of))
    edges = _edges(store, focus, places)
    counts = relation_counts(store, focus)
    total = sum(c.count for c in counts if c.type in kinds and direction in {None, c.direction})
    return NeighboursResult(
        document=found[focus],
        counts=counts,
        neighbours=[Neighbour(direction=p[0], document=found[p[2]], edge=edges[p]) for p in places],
        page=page(total, offset, len(places)),
    )


def relation_counts(store: Store, key: str) -> list[RelationCount]:
    """How many documents stand in each relation to the document ``key``; empty relations are left out."""
    rows = ask(store, "neighbours.counts", {"focus": key, "types": reference_types()})
    counts = []
    for row in rows:
        kind = edge_type(str(row["type"]))
        out = row["direction"] == "out"
        counts.append(
            RelationCount(
                type=kind.name,
                direction="out" if out else "in",
                label=kind.label_vi if out else kind.reverse_label_vi,
                count=int(row["n"] or 0),
            )
        )
    return counts


def _edges(store: Store, focus: str, places: list[tuple[Side, str, str]]) -> dict[tuple[Side, str, str], EdgeInfo]:
    kinds = reference_types({kind for _, kind, _ in places})
    keys = {wanted: [key for side, _, key in places if side == wanted] for wanted in ("out", "in")}
    found: dict[tuple[Side, str, str], EdgeInfo] = {}
    if keys["out"]:
        out = edges_between(store, [focus], keys["out"], kinds)
        found.update({("out", edge.type, edge.target): edge for edge in out})
    if keys["in"]:
        into = edges_between(store, keys["in"], [focus], kinds)
        found.update({("in", edge.type, edge.source): edge for edge in into})
    return found
