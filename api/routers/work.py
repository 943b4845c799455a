"""What offices work with: findings of an audit, tasks of a unit."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api import examples
from api.dependencies import (
    AsOfParameter,
    CursorParameter,
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
from queries.results import AssignmentsResult, AuditResult

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
