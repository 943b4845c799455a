"""For those who watch the process: is it alive, can it answer."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from api import examples
from api.dependencies import StoreParameter
from api.problems import responses
from graph.store import Question

router = APIRouter(tags=["health"])
_PING = Question("ping", sql="SELECT 1 AS one", cypher="RETURN 1 AS one")


class Health(BaseModel):
    """The state of the process."""

    status: Literal["ok", "ready"]


@router.get("/health", summary="Tell that the process is alive", responses=examples.ok(Health(status="ok")))
def health() -> Health:
    """Answer without touching the store."""
    return Health(status="ok")


@router.get(
    "/ready", summary="Tell that the store answers", responses=examples.ok(Health(status="ready")) | responses(503)
)
def ready(store: StoreParameter) -> Health:
    """Ask the store something trivial."""
    store.run(_PING, {})
    return Health(status="ready")
