"""The page for people tells everything of the description of the API, and needs nothing from elsewhere."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.docs_page import docs_html
from api.settings import Settings

DESCRIPTION = create_app(Settings()).openapi()
PAGE = docs_html(DESCRIPTION)


def test_the_page_is_served_where_people_look_for_it(client: TestClient) -> None:
    response = client.get("/docs")
    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert response.text == PAGE


@pytest.mark.parametrize("path", DESCRIPTION["paths"])
def test_every_operation_is_there_with_its_parameters(path: str) -> None:
    for method, operation in DESCRIPTION["paths"][path].items():
        heading = f"<code>{method.upper()} {path}</code>"
        assert PAGE.count(heading) == 1
        section = unescape(PAGE.partition(heading)[2].partition("</section>")[0])
        for parameter in operation.get("parameters", ()):
            assert f"<code>{parameter['name']}</code>" in section
            assert parameter.get("description", "") in section


def test_nothing_of_the_page_is_loaded_or_run() -> None:
    assert re.findall(r"<(?:script|link|img|iframe|object)|\bsrc=|https?://|@import|url\(", PAGE) == []
