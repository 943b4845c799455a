"""Query parameters that a route does not have are refused: a slip in a name must not answer another question."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from rapidfuzz import fuzz, process

_NEAR_ENOUGH = 60
"""From this likeness in hundredths on a known parameter is named instead of the unknown one."""


async def refuse_unknown(request: Request) -> None:
    """Let a request pass whose query parameters its route knows.

    Raises:
        RequestValidationError: It has another one; the error names it and the known one that looks most like it, else
            all known ones.
    """
    route: APIRoute = request.scope["route"]
    known = tuple(dict.fromkeys(_asked_for(route.dependant)))
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        raise RequestValidationError(
            [
                {
                    "type": "unknown_parameter",
                    "loc": ("query", name),
                    "input": name,
                    "ctx": {"instead": _instead(name, known)},
                }
                for name in unknown
            ]
        )


def _asked_for(dependant: Dependant) -> Iterator[str]:
    """The query parameters of a function and of all that it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for other in dependant.dependencies:
        yield from _asked_for(other)


def _instead(name: str, known: tuple[str, ...]) -> str:
    """What to write for an unknown name, as the end of a Vietnamese sentence."""
    nearest = process.extractOne(name.casefold(), known, scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    if nearest is not None:
        return f"có phải là “{nearest[0]}”"
    return f"chỉ có: {', '.join(known)}" if known else "địa chỉ này không có tham số nào"
