"""Tasks that documents give to units, by deadline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from graph.model import Validity
from graph.store import Params, Row, Store
from graph.text import words
from queries.base import ask, limited, offset_of, page, today, validity_info, validity_rows
from queries.evidence import evidence_of
from queries.locate import locate
from queries.notes import notes_on
from queries.results import AssignmentInfo, AssignmentsResult, CitedName, EvidenceInfo


def assignments(
    store: Store,
    *,
    unit: str | None = None,
    doc: str | None = None,
    as_of: date | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> AssignmentsResult:
    """The tasks of ``unit`` and of ``doc`` (``None``: of all), by earliest deadline, those without one last.

    ``unit`` is a unit's key or words of its name in their order, with or without diacritics: "Sở Nội vụ" is every sở
    Nội vụ. Documents issued after ``as_of`` have given no tasks yet; of each task it is told whether the document that
    gives it was in force on that day, and whether all of its deadlines had passed.

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
        UsageError: A limit is out of range.
    """
    on, offset = today(as_of), offset_of(cursor)
    params: Params = {
        "unit": unit,
        "phrase": f" {words(unit)} " if unit and words(unit) else None,
        "doc": locate(store, doc) if doc is not None else None,
        "on": on.isoformat(),
        "limit": limited(limit),
        "offset": offset,
    }
    rows = ask(store, "assignments", params)
    (counts,) = ask(store, "assignments.count", params)
    known = validity_rows(store, {str(row["key"]) for row in rows})
    return AssignmentsResult(
        unit=unit,
        as_of=on,
        notes=notes_on(store, as_of),
        assignments=[
            _info(row, evidence, known.get(str(row["key"]), ()), on)
            for row, evidence in zip(rows, evidence_of(store, rows), strict=True)
        ],
        later=int(counts["later"] or 0),
        page=page(int(counts["n"] or 0), offset, len(rows)),
    )


def _info(row: Row, evidence: EvidenceInfo, known: Sequence[Validity], on: date) -> AssignmentInfo:
    deadlines = [date.fromisoformat(day) for day in json.loads(str(row["deadlines"]))]
    return AssignmentInfo.model_validate(
        {
            "document": CitedName.model_validate({name: row[name] for name in ("key", "symbol", "title")}),
            "unit": row["unit"],
            "unit_name": row["assignee"],
            "text": row["text"],
            "roles": json.loads(str(row["roles"])),
            "deadlines": deadlines,
            "passed": bool(deadlines) and max(deadlines) < on,
            "recurrence": json.loads(str(row["recurrence"])),
            "event_deadlines": json.loads(str(row["event_deadlines"])),
            "reports": json.loads(str(row["reports"])),
            "part": row["part"],
            "validity": validity_info(known, on),
            "evidence": evidence,
        }
    )
