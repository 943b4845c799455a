"""Edges between documents with the sentences that prove them: no question of its own, but part of several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from graph.store import Params, Row, Store
from graph.text import sentence_around
from graph.vocabulary import edge_type
from queries.base import ask
from queries.results import EdgeInfo, EvidenceInfo

CONTEXT = {"before": 2000, "after": 1000}
"""How many characters before and after a quote are read to find its sentence."""

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
        **CONTEXT,
    }  # fmt: skip
    rows = ask(store, "edges", params)
    grouped = groupby(rows, key=lambda row: (str(row["subject"]), str(row["type"]), str(row["object"])))
    return [edge_info(edge, claims) for edge, claims in grouped]


def edge_info(edge: tuple[str, str, str], claims: Iterable[Row]) -> EdgeInfo:
    """An edge and the statements that claim it, labelled in both directions."""
    subject, kind, object_ = edge
    row = edge_type(kind)
    return EdgeInfo(
        source=subject,
        target=object_,
        type=kind,
        label=row.label_vi,
        reverse_label=row.reverse_label_vi,
        evidence=[evidence_info(claim) for claim in claims],
    )


def evidence_info(row: Mapping[str, Any]) -> EvidenceInfo:
    """Evidence from columns of a statement or mention; ``context`` is the text around it, from ``context_start`` on."""
    context, before = row["context"], row["context_start"]
    return EvidenceInfo(
        document=row["document"],
        document_symbol=row["document_symbol"],
        source=row["source"],
        start=row["start"],
        end=row["stop"],
        quote=row["quote"],
        sentence=sentence_around(
            context,
            row["start"] - before,
            row["stop"] - before,
            begins=before == 0,
            ends=len(context) < row["stop"] + CONTEXT["after"] - before,
        ),
        cue=row["cue"],
        pinpoint=row["pinpoint"],
        extractor=row["extractor"],
        confidence=row["confidence"],
    )
