"""What the framework leaves out of the description of the API, put in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from api.problems import MEDIA_TYPE


def complete(openapi: dict[str, Any], routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """Give examples back their nulls, and problems the media type that they are sent with.

    The framework drops every null of a description, those inside examples too, and describes all bodies as plain JSON.
    """
    for route in routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                _complete_operation(openapi["paths"][route.path][method.lower()], route)
    return openapi


def _complete_operation(operation: dict[str, Any], route: APIRoute) -> None:
    for status, response in operation["responses"].items():
        content = response.get("content", {})
        if int(status) >= 400:
            if "application/json" in content:
                content[MEDIA_TYPE].update(content.pop("application/json"))
        else:
            declared = route.responses[int(status)]["content"]["application/json"]
            content["application/json"]["example"] = declared["example"]
