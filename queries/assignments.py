"""Tasks that documents give to units, by deadline."""

from __future__ import annotations

import json

from graph.store import Params, Row, Store
from graph.text import words
from queries.base import ask, count, limited, offset_of, page
from queries.evidence import evidence_of
from queries.locate import locate
from queries.results import AssignmentInfo, AssignmentsResult, CitedName, EvidenceInfo


def assignments(
    store: Store, *, unit: str | None = None, doc: str | None = None, limit: int = 50, cursor: str | None = None
) -> AssignmentsResult:
    """The tasks of ``unit`` and of ``doc`` (``None``: of all), by earliest deadline, those without one last.

    ``unit`` is a unit's key or words of its name in their order, with or without diacritics: "Sở Nội vụ" is every sở
    Nội vụ.

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
        UsageError: A limit is out of range.
    """
    offset = offset_of(cursor)
    params: Params = {
        "unit": unit,
        "phrase": f" {words(unit)} " if unit and words(unit) else None,
        "doc": locate(store, doc) if doc is not None else None,
        "limit": limited(limit),
        "offset": offset,
    }
    rows = ask(store, "assignments", params)
    total = count(ask(store, "assignments.count", params))
    return AssignmentsResult(
        unit=unit, assignments=list(map(_info, rows, evidence_of(store, rows))), page=page(total, offset, len(rows))
    )


def _info(row: Row, evidence: EvidenceInfo) -> AssignmentInfo:
    return AssignmentInfo.model_validate(
        {
            "document": CitedName.model_validate({name: row[name] for name in ("key", "symbol", "title")}),
            "unit": row["unit"],
            "unit_name": row["assignee"],
            "text": row["text"],
            "roles": json.loads(str(row["roles"])),
            "deadlines": json.loads(str(row["deadlines"])),
            "recurrence": json.loads(str(row["recurrence"])),
            "event_deadlines": json.loads(str(row["event_deadlines"])),
            "reports": json.loads(str(row["reports"])),
            "part": row["part"],
            "evidence": evidence,
        }
    )
