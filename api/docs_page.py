"""The description of the API as a page for people: one HTML file without scripts, made from the OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

if TYPE_CHECKING:
    from fastapi import FastAPI

page = APIRouter()

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1b1b1b }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc } h3 { margin-top: 2rem }
code, pre { font-family: ui-monospace, monospace }
pre { background: #f4f4f4; padding: .75rem; overflow: auto; max-height: 24rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd }
"""


@page.get("/docs", include_in_schema=False)
def docs(request: Request) -> HTMLResponse:
    """Show the description of the API."""
    app: FastAPI = request.app
    return HTMLResponse(docs_html(app.openapi()))


def docs_html(openapi: dict[str, Any]) -> str:
    """The page for an OpenAPI document: every operation with its parameters, errors and an example of the answer."""
    groups: dict[str, list[str]] = {}
    for path, methods in openapi["paths"].items():
        for method, operation in methods.items():
            groups.setdefault(operation["tags"][0], []).append(_operation(method.upper(), path, operation))
    info = openapi["info"]
    said = "".join(f"<p>{escape(part)}</p>" for part in info["description"].split("\n\n"))
    links = " · ".join(f'<a href="#{escape(tag)}">{escape(tag)}</a>' for tag in groups)
    body = "".join(
        f'<h2 id="{escape(tag)}">{escape(tag)}</h2>{"".join(operations)}' for tag, operations in groups.items()
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>API · {escape(info['title'])}</title><style>{_STYLE}</style>"
        f"<h1>API · {escape(info['title'])} {escape(info['version'])}</h1>{said}"
        f'<p><a href="/api/v1/openapi.json">openapi.json</a> · {links}</p>{body}</html>'
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    rows = "".join(map(_parameter, operation.get("parameters", ())))
    head = "<tr><th>Parameter<th>In<th>Values<th>Meaning"
    return (
        f"<section><h3><code>{method} {escape(path)}</code></h3><p>{escape(operation['description'])}</p>"
        + (f"<table>{head}{rows}</table>" if rows else "")
        + "".join(_bodies(operation))
        + "".join(_answers(operation["responses"]))
        + "</section>"
    )


def _parameter(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    needed = " <strong>(required)</strong>" if parameter.get("required") else ""
    cells = (_values(schema), escape(parameter.get("description") or schema.get("description") or ""))
    examples = "".join(f" <code>{escape(_written(example))}</code>" for example in schema.get("examples", ()))
    name = f"<code>{escape(parameter['name'])}</code>{needed}"
    return f"<tr><td>{name}<td>{escape(parameter['in'])}<td>{cells[0]}<td>{cells[1]}{examples}"


def _values(schema: dict[str, Any]) -> str:
    """What a value may be: its type or the words that are allowed, and the default."""
    kinds = [part for part in schema.get("anyOf", [schema]) if part.get("type") != "null"]
    words = [
        ", ".join(map(str, part["enum"])) if "enum" in part else part.get("format") or part["type"] for part in kinds
    ]
    default = schema.get("default")
    return escape(" or ".join(words)) + (
        f"; default <code>{escape(str(default))}</code>" if default is not None else ""
    )


def _written(example: object) -> str:
    return ", ".join(map(str, example)) if isinstance(example, list) else str(example)


def _bodies(operation: dict[str, Any]) -> Iterator[str]:
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<p>Body: <code>{escape(kind)}</code></p>"
        yield from _example(content)


def _answers(responses: dict[str, Any]) -> Iterator[str]:
    for status, response in sorted(responses.items()):
        if int(status) < 400:
            for kind, content in response.get("content", {}).items():
                yield f"<p>{status}: {escape(response['description'])} (<code>{escape(kind)}</code>)</p>"
                yield from _example(content)
    errors = ", ".join(
        f"{status} {responses[status]['description']}" for status in sorted(responses) if int(status) >= 400
    )
    yield f"<p>Errors: {escape(errors)}</p>" if errors else ""


def _example(content: dict[str, Any]) -> Iterator[str]:
    if "example" in content:
        shown = json.dumps(content["example"], ensure_ascii=False, indent=2)
        yield f"<details><summary>Example</summary><pre>{escape(shown)}</pre></details>"
