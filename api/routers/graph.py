"""The graph around a document: its chain, its neighbours; and what the store holds in numbers."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api import examples
from api.dependencies import (
    AsOfParameter,
    CursorParameter,
    DocumentParameter,
    LimitParameter,
    SettingsParameter,
    StoreParameter,
    checked,
    listed,
)
from api.problems import responses
from queries.neighbours import neighbours as ask_neighbours
from queries.results import NeighboursResult, StatsResult, TraceResult
from queries.stats import stats as ask_stats
from queries.trace import trace as ask_trace

router = APIRouter(tags=["graph"])


@router.get(
    "/trace",
    summary="Trace the chain of a document",
    responses=examples.ok(examples.TRACE) | responses(400, 404, 409, 413, 422, 503),
)
def trace_document(
    store: StoreParameter,
    settings: SettingsParameter,
    doc: DocumentParameter,
    direction: Annotated[
        Literal["up", "down"], Query(description="up: what it rests on; down: what rests on it")
    ] = "up",
    max_hops: Annotated[int, Query(description="At most CANCU_MAX_HOPS", examples=[8])] = 8,
    max_nodes: Annotated[int, Query(description="At most CANCU_MAX_NODES", examples=[200])] = 200,
    types: Annotated[str | None, Query(description="Edge types with commas", examples=["IMPLEMENTS,BASED_ON"])] = None,
    as_of: AsOfParameter = None,
) -> TraceResult:
    """Trace upwards to the central documents or downwards to all that rests on one; says aloud when it was cut."""
    return ask_trace(
        store,
        doc,
        direction=direction,
        max_hops=checked("max_hops", max_hops, settings.max_hops),
        max_nodes=checked("max_nodes", max_nodes, settings.max_nodes),
        types=listed(types),
        as_of=as_of,
    )


@router.get(
    "/neighbours",
    summary="List the documents one edge away",
    responses=examples.ok(examples.NEIGHBOURS) | responses(400, 404, 409, 413, 422, 503),
)
def list_neighbours(
    store: StoreParameter,
    doc: DocumentParameter,
    limit: LimitParameter,
    type: Annotated[str | None, Query(description="Edge type", examples=["CITES"])] = None,  # noqa: A002 - the wire name
    direction: Annotated[Literal["out", "in"] | None, Query(description="out: it cites; in: it is cited")] = None,
    cursor: CursorParameter = None,
    as_of: AsOfParameter = None,
) -> NeighboursResult:
    """List the neighbours of a document, counts per relation first."""
    return ask_neighbours(store, doc, type=type, direction=direction, limit=limit, cursor=cursor, as_of=as_of)


@router.get("/stats", summary="Count what the store holds", responses=examples.ok(examples.STATS) | responses(422, 503))
def count(store: StoreParameter, as_of: AsOfParameter = None) -> StatsResult:
    """Count nodes by label, live edges by type, mentions by state, and documents by their validity on a day."""
    return ask_stats(store, as_of=as_of)
