"""Every error is problem details with its own type, status and a hint what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.problems import MEDIA_TYPE
from tests.api.conftest import Connect
from tests.small_corpus import ENDED, WARD

CASES = [
    ("/trace?doc=11/KH-UBND", 404, "unknown-document"),
    ("/documents/11/KH-UBND", 404, "unknown-document"),
    ("/documents/41/KH-UBND", 409, "ambiguous-document"),
    ("/neighbours?doc=41/KH-UBND", 409, "ambiguous-document"),
    (f"/text?doc={ENDED}", 404, "not-ingested"),
    (f"/trace?doc={WARD}&max_hops=0", 400, "usage"),
    (f"/trace?doc={WARD}&max_hops=17", 400, "usage"),
    (f"/trace?doc={WARD}&max_nodes=2001", 400, "usage"),
    (f"/trace?doc={WARD}&types=LIKES", 400, "usage"),
    (f"/trace?doc={WARD}&direction=sideways", 422, "validation"),
    (f"/trace?doc={WARD}&max_hops=many", 422, "validation"),
    ("/trace", 422, "validation"),
    ("/trace?doc=" + "x" * 401, 413, "too-large"),
    ("/search?q=" + "x" * 401, 413, "too-large"),
    ("/documents?limit=0", 400, "usage"),
    ("/documents?limit=501", 400, "usage"),
    ("/documents?cursor=nonsense", 400, "usage"),
    ("/documents?level=village", 422, "validation"),
    ("/audit?kind=bad", 400, "usage"),
    ("/audit?as_of=hôm nay", 422, "validation"),
    ("/nothing", 404, "http-404"),
]


@pytest.mark.parametrize(("path", "status", "slug"), CASES)
def test_an_error_is_problem_details(path: str, status: int, slug: str, client: TestClient) -> None:
    response = client.get(f"/api/v1{path}")
    problem = response.json()
    assert response.headers["content-type"] == MEDIA_TYPE
    assert (response.status_code, problem["status"]) == (status, status)
    assert problem["type"] == f"urn:cancu:problem:{slug}"
    assert problem["title"]
    assert problem["detail"]
    assert problem["instance"].startswith("/api/v1/")


def test_an_ambiguous_name_comes_with_keys_that_can_be_asked_for(client: TestClient) -> None:
    candidates = client.get("/api/v1/trace?doc=41/KH-UBND").json()["candidates"]
    assert len(candidates) == 2
    for candidate in candidates:
        assert client.get("/api/v1/trace", params={"doc": candidate["key"]}).json()["root"] == candidate["key"]


def test_an_unknown_name_comes_with_symbols_that_look_like_it(client: TestClient) -> None:
    assert WARD in client.get("/api/v1/trace?doc=11/KH-UBND").json()["near"]


def test_a_field_that_is_wrong_is_named(client: TestClient) -> None:
    assert client.get("/api/v1/trace?doc=a&max_hops=many").json()["errors"][0]["field"] == "query.max_hops"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("as_of=2024-02-30", "query.as_of: “2024-02-30” không phải là ngày, hãy viết dạng 2024-02-13."),
        ("as_of=hôm nay", "query.as_of: “hôm nay” không phải là ngày, hãy viết dạng 2024-02-13."),
        ("limit=many", "query.limit: “many” không phải là số nguyên."),
        ("ingested=maybe", "query.ingested: “maybe” không phải là true hoặc false."),
        ("level=village", "query.level: “village” không dùng được, hãy chọn: central, province, district, ward."),
    ],
)
def test_what_is_wrong_with_a_parameter_is_told_in_vietnamese(query: str, said: str, client: TestClient) -> None:
    detail = client.get(f"/api/v1/documents?{query}").json()["detail"]
    assert detail.startswith(said)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/api/v1/audit?knd=ended", "query.knd: không có tham số này, có phải là “kind”."),
        ("/api/v1/audit?asof=2024-01-01", "query.asof: không có tham số này, có phải là “as_of”."),
        ("/api/v1/reports/audit?fromat=csv", "query.fromat: không có tham số này, có phải là “format”."),
        ("/api/v1/search?q=33&zzz=1", "query.zzz: không có tham số này, chỉ có: q, cursor, as_of, limit."),
        ("/health?deep=1", "query.deep: không có tham số này, địa chỉ này không có tham số nào."),
    ],
)
def test_a_parameter_that_a_route_does_not_have_is_named_with_the_one_meant(
    path: str, said: str, client: TestClient
) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (422, MEDIA_TYPE)
    assert response.json()["detail"].startswith(said)


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'{"text": ""}', b'{"text": 1}', b'{"texts": "a"}', b'{"text": "\\ud800"}', b"\xff\xfe"]
)
def test_a_body_that_is_no_text_to_read_is_refused(body: bytes, client: TestClient) -> None:
    response = client.post("/api/v1/extract", content=body, headers={"content-type": "application/json"})
    assert response.headers["content-type"] == MEDIA_TYPE
    assert response.status_code in {400, 422}


def test_a_method_that_a_route_does_not_know_is_refused(client: TestClient) -> None:
    response = client.post("/api/v1/stats")
    assert response.status_code == 405
    assert response.headers["content-type"] == MEDIA_TYPE
    assert response.headers["allow"] == "GET"


def test_what_nobody_expected_is_told_without_details(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("api.routers.graph.ask_stats", broken)
    response = connect().get("/api/v1/stats")
    assert response.status_code == 500
    assert response.headers["content-type"] == MEDIA_TYPE
    assert "secret" not in response.text


def test_a_store_that_goes_away_is_503_and_not_ready(connect: Connect) -> None:
    client = connect()
    client.app.state.store.close()  # type: ignore[attr-defined]
    for path in ("/ready", "/api/v1/stats"):
        response = client.get(path)
        assert response.status_code == 503
        assert response.headers["retry-after"]
    assert client.get("/health").status_code == 200


def test_an_application_without_a_store_does_not_start(connect: Connect, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="Chưa có kho"):
        connect(store=f"sqlite:///{tmp_path}/none.db")


PATHS: list[Callable[[str], str]] = [
    lambda name: f"/documents/{name}",
    lambda name: f"/trace?doc={name}",
    lambda name: f"/search?q={name}",
    lambda name: f"/assignments?unit={name}",
    lambda name: f"/documents?cursor={name}",
]


@given(name=st.text(max_size=40), path=st.sampled_from(PATHS))
def test_no_name_query_or_cursor_makes_the_service_fail(
    name: str, path: Callable[[str], str], client: TestClient
) -> None:
    assert client.get(f"/api/v1{path(quote(name, safe='', errors='replace'))}").status_code < 500
