"""What the framework leaves out of the description of the API, put in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi.routing import APIRoute

from api.problems import MEDIA_TYPE


def complete(openapi: dict[str, Any], routes: Iterable[tuple[str, APIRoute]]) -> dict[str, Any]:
    """Give examples back their nulls, and problems the media type that they are sent with.

    The framework drops every null of a description, those inside examples too, and describes all bodies as plain JSON.
    ``routes`` are the described ones with their paths.
    """
    for path, route in routes:
        for method in route.methods or ():
            _complete_operation(openapi["paths"][path][method.lower()], route)
    return openapi


def _complete_operation(operation: dict[str, Any], route: APIRoute) -> None:
    for status, response in operation["responses"].items():
        content = response["content"]
        if int(status) >= 400:
            if "application/json" in content:
                content[MEDIA_TYPE].update(content.pop("application/json"))
        elif "application/json" in content:
            declared = route.responses[int(status)]["content"]["application/json"]
            content["application/json"]["example"] = declared["example"]
