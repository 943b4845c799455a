"""What offices work with: findings of an audit, what an end touches, who carries out what, tasks of a unit."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import examples
from api.dependencies import (
    AmongParameter,
    AsOfParameter,
    CommitteesParameter,
    CursorParameter,
    DeadlineParameter,
    DocumentParameter,
    DocumentsParameter,
    KindParameter,
    LimitParameter,
    OptionalDocumentParameter,
    PlaceParameter,
    SettingsParameter,
    SeverityParameter,
    StoreParameter,
    TypesParameter,
    listed,
    short,
)
from api.problems import responses
from queries.analysis import ConflictsResult, CoverageResult, RankingResult
from queries.assignments import assignments as ask_assignments
from queries.audit import audit as ask_audit
from queries.conflicts import conflicts as ask_conflicts
from queries.coverage import coverage as ask_coverage
from queries.impact import impact as ask_impact
from queries.ranking import ranking as ask_ranking
from queries.results import AssignmentsResult, AuditResult, ImpactResult

router = APIRouter(tags=["work"])


@router.get(
    "/audit",
    summary="Audit citations of law that ended",
    responses=examples.ok(examples.AUDIT) | responses(400, 404, 409, 413, 422, 503),
)
def audit_documents(
    store: StoreParameter,
    documents: DocumentsParameter,
    among: AmongParameter,
    limit: LimitParameter,
    kind: KindParameter = None,
    severity: SeverityParameter = None,
    as_of: AsOfParameter = None,
    cursor: CursorParameter = None,
) -> AuditResult:
    """Audit some documents or, without ``doc``, all of the store that fulfil the other conditions."""
    return ask_audit(
        store,
        documents,
        among=among,
        kinds=listed(kind),
        severities=listed(severity),
        as_of=as_of,
        limit=limit,
        cursor=cursor,
    )


@router.get(
    "/impact",
    summary="List what rests on a document",
    responses=examples.ok(examples.IMPACT) | responses(400, 404, 409, 413, 422, 503),
)
def list_impact(
    store: StoreParameter,
    doc: DocumentParameter,
    limit: LimitParameter,
    types: TypesParameter = None,
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
    level: CommitteesParameter = None,
    place: PlaceParameter = None,
    deadline: DeadlineParameter = None,
    as_of: AsOfParameter = None,
) -> CoverageResult:
    """Compare who is expected to carry a document out with who does, directly or through a chain."""
    wanted = None if place is None else short("place", place, settings)
    return ask_coverage(store, doc, level=level, place=wanted, deadline=deadline, as_of=as_of)


@router.get(
    "/conflicts",
    summary="List what contradicts",
    responses=examples.ok(examples.CONFLICTS) | responses(400, 413, 422, 503),
)
def list_conflicts(
    store: StoreParameter,
    among: AmongParameter,
    limit: LimitParameter,
    kind: Annotated[
        str | None, Query(description="Kinds of conflict with commas", examples=["circle,deadline"])
    ] = None,
    as_of: AsOfParameter = None,
    cursor: CursorParameter = None,
) -> ConflictsResult:
    """List what texts and tables say and cannot all be true, with every voice."""
    return ask_conflicts(store, among=among, kinds=listed(kind), as_of=as_of, limit=limit, cursor=cursor)


@router.get(
    "/ranking",
    summary="Rank documents by how they are referred to",
    responses=examples.ok(examples.RANKING) | responses(400, 413, 422, 503),
)
def rank_documents(
    store: StoreParameter,
    among: AmongParameter,
    limit: LimitParameter,
    as_of: AsOfParameter = None,
    cursor: CursorParameter = None,
) -> RankingResult:
    """Rank documents by how often and how strongly texts refer to them."""
    return ask_ranking(store, among=among, as_of=as_of, limit=limit, cursor=cursor)


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
    as_of: AsOfParameter = None,
) -> AssignmentsResult:
    """List the tasks of a unit, of a document, or of all that were given until a day."""
    wanted = None if unit is None else short("unit", unit, settings)
    return ask_assignments(store, unit=wanted, doc=doc, as_of=as_of, limit=limit, cursor=cursor)
