"""What holds for every request: limits, keys, host names, headers, validators."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.problems import MEDIA_TYPE
from tests.api.conftest import Connect
from tests.small_corpus import WARD

KEY = "chìa khóa"
DIGEST = hashlib.sha256(KEY.encode()).hexdigest()


def chunks(size: int) -> Iterator[bytes]:
    for _ in range(size // 1000):
        yield b"x" * 1000


def test_a_body_over_the_limit_is_refused_whether_it_tells_its_length_or_not(connect: Connect) -> None:
    client = connect(max_body_bytes=10_000)
    json = {"content-type": "application/json"}
    for content in (b"x" * 10_001, chunks(11_000)):
        response = client.post("/api/v1/extract", content=content, headers=json)
        assert response.status_code == 413
        assert response.headers["content-type"] == MEDIA_TYPE
        assert "CANCU_MAX_BODY_BYTES" in response.json()["detail"]


def test_a_text_over_the_limit_is_refused_before_it_is_read(connect: Connect) -> None:
    client = connect(max_text_characters=10)
    assert client.post("/api/v1/extract", json={"text": "x" * 11}).status_code == 413
    assert client.post("/api/v1/extract", json={"text": "x" * 10}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/health", "/api/v1/stats", "/api/v1/trace?doc=unknown", "/nothing"])
def test_every_answer_carries_the_security_headers(path: str, client: TestClient) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["worker-src"] == "'self' blob:"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


def test_another_site_is_not_allowed_to_read_answers(client: TestClient) -> None:
    headers = client.get("/api/v1/stats", headers={"origin": "https://other.example"}).headers
    assert not [name for name in headers if name.startswith("access-control-")]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_the_names_of_this_machine_are_answered(host: str, client: TestClient) -> None:
    assert client.get("/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
def test_other_host_names_are_refused_so_that_no_page_can_rebind_its_name_to_this_machine(
    host: str, client: TestClient
) -> None:
    assert client.get("/api/v1/stats", headers={"host": host}).status_code == 400


def test_a_host_name_may_be_allowed(connect: Connect) -> None:
    assert (
        connect(allowed_hosts=("cancu.example",)).get("/health", headers={"host": "cancu.example"}).status_code == 200
    )


@pytest.fixture
def locked(connect: Connect) -> TestClient:
    """A client of a service that asks for a key."""
    return connect(api_keys=(DIGEST,))


@pytest.mark.parametrize("path", ["/", "/api/v1/stats", "/api/v1/openapi.json", "/nothing"])
def test_with_keys_set_nothing_is_told_without_one(path: str, locked: TestClient) -> None:
    response = locked.get(path)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Basic")
    assert response.headers["content-type"] == MEDIA_TYPE


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_those_who_watch_the_process_need_no_key(path: str, locked: TestClient) -> None:
    assert locked.get(path).status_code == 200


def test_a_key_is_taken_as_bearer_and_as_the_password_that_a_browser_sends(locked: TestClient) -> None:
    bearer = {b"authorization": b"Bearer " + KEY.encode()}
    assert locked.get("/api/v1/stats", headers=bearer).status_code == 200
    assert locked.get("/api/v1/stats", auth=("ai cũng được", KEY)).status_code == 200


@pytest.mark.parametrize(
    "header", ["Bearer wrong", "Bearer", f"Bearer {DIGEST}", "Basic !!!", "Basic YQ==", "Digest x"]
)
def test_a_wrong_key_is_no_key(header: str, locked: TestClient) -> None:
    assert locked.get("/api/v1/stats", headers={"authorization": header}).status_code == 401


def test_what_the_reader_already_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/v1/stats")
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("/api/v1/stats", headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert client.get("/api/v1/stats", headers={"if-none-match": '"other"'}).content == first.content


def test_different_answers_have_different_tags(client: TestClient) -> None:
    tags = {client.get(path).headers["etag"] for path in ("/api/v1/stats", "/api/v1/documents", "/api/v1/audit")}
    assert len(tags) == 3


def test_an_error_has_no_tag(client: TestClient) -> None:
    assert "etag" not in client.get("/api/v1/trace?doc=unknown").headers


@pytest.mark.parametrize(
    "path",
    ["/", "/health", "/api/v1/stats", f"/api/v1/documents/{WARD}", "/api/v1/trace?doc=unknown", "/api/v1/openapi.json"],
)
def test_head_answers_what_get_answers_without_its_body(path: str, client: TestClient) -> None:
    get, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers == get.headers
    assert int(head.headers["content-length"]) == len(get.content)
    if "etag" in get.headers:
        assert client.head(path, headers={"if-none-match": get.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_route_that_is_only_read_takes_no_other_method(method: str, client: TestClient) -> None:
    assert client.request(method, "/api/v1/stats").status_code == 405


def test_a_built_explorer_is_served_at_the_root_beside_the_api(connect: Connect, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>built</title>", encoding="utf-8")
    (tmp_path / "assets" / "app.js").write_text("1", encoding="utf-8")
    client = connect(explorer=tmp_path)
    assert "built" in client.get("/?doc=10/KH-UBND&view=chain").text
    assert "javascript" in client.get("/assets/app.js").headers["content-type"]
    assert client.get("/api/v1/stats").status_code == 200
    assert client.head("/assets/app.js").headers["content-length"] == "1"
    assert client.get("/assets/%2e%2e/%2e%2e/secret").status_code == 404
