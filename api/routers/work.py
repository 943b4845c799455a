"""What offices work with: findings of an audit, what an end touches, who carries out what, tasks of a unit."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api import examples
from api.dependencies import (
    AsOfParameter,
    CursorParameter,
    DocumentParameter,
    LimitParameter,
    OptionalDocumentParameter,
    SettingsParameter,
    StoreParameter,
    listed,
    short,
)
from api.problems import responses
from queries.assignments import assignments as ask_assignments
from queries.audit import audit as ask_audit
from queries.coverage import coverage as ask_coverage
from queries.impact import impact as ask_impact
from queries.results import AssignmentsResult, AuditResult, CoverageResult, ImpactResult

router = APIRouter(tags=["work"])


@router.get(
    "/audit",
    summary="Audit citations of law that ended",
    responses=examples.ok(examples.AUDIT) | responses(400, 404, 409, 413, 422, 503),
)
def audit_documents(
    store: StoreParameter,
    doc: OptionalDocumentParameter,
    limit: LimitParameter,
    kind: Annotated[
        str | None, Query(description="Kinds of finding with commas", examples=["ended,ended_since"])
    ] = None,
    as_of: AsOfParameter = None,
    cursor: CursorParameter = None,
) -> AuditResult:
    """Audit one document or, without ``doc``, the whole store."""
    return ask_audit(store, doc, kinds=listed(kind), as_of=as_of, limit=limit, cursor=cursor)


@router.get(
    "/impact",
    summary="List what rests on a document",
    responses=examples.ok(examples.IMPACT) | responses(400, 404, 409, 413, 422, 503),
)
def list_impact(
    store: StoreParameter,
    doc: DocumentParameter,
    limit: LimitParameter,
    types: Annotated[str | None, Query(description="Edge types with commas", examples=["GUIDES,BASED_ON"])] = None,
    as_of: AsOfParameter = None,
    cursor: CursorParameter = None,
) -> ImpactResult:
    """Count what rests on a document, list it page by page, and tell which law would end with it by rule."""
    return ask_impact(store, doc, types=listed(types), limit=limit, cursor=cursor, as_of=as_of)


@router.get(
    "/coverage",
    summary="List who carries a document out and who does not",
    responses=examples.ok(examples.COVERAGE) | responses(400, 404, 409, 413, 422, 503),
)
def list_coverage(
    store: StoreParameter,
    settings: SettingsParameter,
    doc: DocumentParameter,
    level: Annotated[
        Literal["province", "district", "ward"] | None, Query(description="All committees of this level")
    ] = None,
    place: Annotated[
        str | None, Query(description="Name or id of the place that they are under", examples=["Hải Phòng"])
    ] = None,
    deadline: Annotated[dt.date | None, Query(description="By when a plan was due", examples=["2024-03-15"])] = None,
    as_of: AsOfParameter = None,
) -> CoverageResult:
    """Compare who is expected to carry a document out with who does, directly or through a chain."""
    wanted = None if place is None else short("place", place, settings)
    return ask_coverage(store, doc, level=level, place=wanted, deadline=deadline, as_of=as_of)


@router.get(
    "/assignments",
    summary="List tasks by deadline",
    responses=examples.ok(examples.ASSIGNMENTS) | responses(400, 404, 409, 413, 422, 503),
)
def list_assignments(
    store: StoreParameter,
    settings: SettingsParameter,
    doc: OptionalDocumentParameter,
    limit: LimitParameter,
    unit: Annotated[str | None, Query(description="Name or key of a unit", examples=["Sở Nội vụ"])] = None,
    cursor: CursorParameter = None,
) -> AssignmentsResult:
    """List the tasks of a unit, of a document, or of all."""
    wanted = None if unit is None else short("unit", unit, settings)
    return ask_assignments(store, unit=wanted, doc=doc, limit=limit, cursor=cursor)
