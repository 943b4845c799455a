"""The description of the API is complete: whoever reads it needs nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from api.app import create_app, described_routes
from api.problems import MEDIA_TYPE, Problem
from api.settings import Settings
from queries.reports.files import FILES

APP = create_app(Settings())
DESCRIPTION: dict[str, Any] = APP.openapi()
OPERATIONS = [
    pytest.param(route, DESCRIPTION["paths"][path][method.lower()], id=f"{method} {path}")
    for path, route in described_routes()
    for method in sorted(route.methods or ())
]


def test_every_route_of_the_contract_is_there() -> None:
    assert set(DESCRIPTION["paths"]) == {
        "/health", "/ready", "/api/v1/documents", "/api/v1/documents/{doc}", "/api/v1/text", "/api/v1/search",
        "/api/v1/trace", "/api/v1/neighbours", "/api/v1/stats", "/api/v1/audit", "/api/v1/assignments",
        "/api/v1/extract", "/api/v1/impact", "/api/v1/coverage", "/api/v1/reports/audit", "/api/v1/reports/impact",
        "/api/v1/reports/coverage", "/api/v1/conflicts", "/api/v1/ranking", "/api/v1/originals/{source}",
    }  # fmt: skip


@pytest.mark.parametrize(("route", "operation"), OPERATIONS)
def test_an_operation_says_what_it_does(route: APIRoute, operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]
    assert operation["tags"]


@pytest.mark.parametrize(("route", "operation"), OPERATIONS)
def test_an_answer_has_an_example_that_fits_its_type(route: APIRoute, operation: dict[str, Any]) -> None:
    answer = operation["responses"]["200"]["content"]
    if route.path.startswith("/reports/"):
        assert answer.keys() == {kind.partition(";")[0] for _, kind in FILES.values()}
        return
    if route.path.startswith("/originals/"):
        assert "application/pdf" in answer
        return
    example = answer["application/json"]["example"]
    adapter = TypeAdapter(route.response_model)
    assert adapter.dump_python(adapter.validate_python(example), mode="json") == example


@pytest.mark.parametrize(("route", "operation"), OPERATIONS)
def test_an_operation_describes_its_errors_as_problems_with_examples(
    route: APIRoute, operation: dict[str, Any]
) -> None:
    errors = {int(status): response for status, response in operation["responses"].items() if int(status) >= 400}
    assert errors.keys() >= {"/health": set(), "/extract": {400, 413, 422}}.get(route.path, {503})
    for status, response in errors.items():
        assert response["content"].keys() == {MEDIA_TYPE}
        content = response["content"][MEDIA_TYPE]
        assert content["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert Problem.model_validate(content["example"]).status == status


@pytest.mark.parametrize(("route", "operation"), OPERATIONS)
def test_every_parameter_is_described(route: APIRoute, operation: dict[str, Any]) -> None:
    described = [parameter for parameter in operation.get("parameters", []) if parameter.get("description")]
    assert described == operation.get("parameters", [])


def test_the_body_of_extract_has_an_example() -> None:
    body = DESCRIPTION["paths"]["/api/v1/extract"]["post"]["requestBody"]["content"]["application/json"]
    assert body["schema"]["examples"][0]["text"]


def test_no_reference_of_the_description_leads_nowhere() -> None:
    def references(part: object) -> set[str]:
        if isinstance(part, dict):
            own = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
            return own.union(*map(references, part.values()))
        return set().union(*map(references, part)) if isinstance(part, list) else set()

    schemas = DESCRIPTION["components"]["schemas"]
    assert {reference.removeprefix("#/components/schemas/") for reference in references(DESCRIPTION)} <= set(schemas)


def test_the_description_is_served(client: TestClient) -> None:
    assert client.get("/api/v1/openapi.json").json()["paths"] == DESCRIPTION["paths"]
