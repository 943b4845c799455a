"""Edges between documents with the sentences that prove them: no question of its own, but part of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from pydantic import TypeAdapter

from graph.store import Params, Store
from graph.vocabulary import edge_type
from queries.base import ask
from queries.evidence import evidence_fields
from queries.results import EdgeInfo

_EDGES = TypeAdapter(list[EdgeInfo])
_TRIPLE = itemgetter("subject", "type", "object")

EVIDENCE_PER_EDGE = 20
"""An edge that many texts claim shows this many of them, its own subject's text first."""


def edges_between(
    store: Store,
    subjects: Iterable[str],
    objects: Iterable[str],
    types: Sequence[str],
    evidence: int = EVIDENCE_PER_EDGE,
) -> list[EdgeInfo]:
    """All live edges of ``types`` from one of ``subjects`` to one of ``objects``, by subject, type and object."""
    params: Params = {
        "subjects": sorted(set(subjects)), "objects": sorted(set(objects)), "types": list(types), "evidence": evidence,
    }  # fmt: skip
    rows = ask(store, "edges", params)
    claims = zip(map(_TRIPLE, rows), evidence_fields(store, rows), strict=True)
    return _EDGES.validate_python(
        [
            {**_names(kind), "source": subject, "target": object_, "evidence": [fields for _, fields in of_edge]}
            for (subject, kind, object_), of_edge in groupby(claims, key=itemgetter(0))
        ]
    )


def _names(kind: str) -> dict[str, object]:
    row = edge_type(kind)
    return {"type": kind, "label": row.label_vi, "reverse_label": row.reverse_label_vi}
