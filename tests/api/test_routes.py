"""Every route answers what its question answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from urllib.parse import quote

import pytest
from pydantic import BaseModel
from starlette.testclient import TestClient

from graph.store import Store
from ingest.extract import extract_text
from queries.assignments import assignments
from queries.audit import audit
from queries.conflicts import conflicts
from queries.coverage import coverage
from queries.document import document
from queries.documents import documents
from queries.impact import impact
from queries.neighbours import neighbours
from queries.ranking import ranking
from queries.reports.files import FILES
from queries.scope import Among
from queries.search import search
from queries.stats import stats
from queries.text import text
from queries.trace import trace
from tests.small_corpus import ENDED, WARD

DAY = date(2020, 1, 1)
DISTRICT_KEY = "st:kh:2024:41:ubnd.hai-phong.kien-an"
Ask = Callable[[Store], BaseModel]

ROUTES: list[tuple[str, Ask]] = [
    ("/documents", documents),
    ("/documents?level=ward&type=KH&limit=1", lambda s: documents(s, level="ward", type="KH", limit=1)),
    ("/documents?ingested=false", lambda s: documents(s, ingested=False)),
    (f"/documents/{WARD}", lambda s: document(s, WARD)),
    (f"/documents/{quote(WARD, safe='')}", lambda s: document(s, WARD)),
    (f"/documents/{WARD}?as_of=2020-01-01", lambda s: document(s, WARD, as_of=DAY)),
    (f"/text?doc={WARD}", lambda s: text(s, WARD)),
    (f"/trace?doc={WARD}", lambda s: trace(s, WARD)),
    (
        "/trace?doc=33/CT-TTg&direction=down&max_hops=1&max_nodes=2&types=IMPLEMENTS,CITES",
        lambda s: trace(s, "33/CT-TTg", direction="down", max_hops=1, max_nodes=2, types=["IMPLEMENTS", "CITES"]),
    ),
    (f"/neighbours?doc={WARD}", lambda s: neighbours(s, WARD)),
    (
        f"/neighbours?doc={WARD}&type=IMPLEMENTS&direction=out&limit=1",
        lambda s: neighbours(s, WARD, type="IMPLEMENTS", direction="out", limit=1),
    ),
    ("/audit", audit),
    (f"/trace?doc={WARD}&as_of=2020-01-01", lambda s: trace(s, WARD, as_of=DAY)),
    (f"/audit?doc={WARD}&kind=ended,unknown", lambda s: audit(s, WARD, kinds=["ended", "unknown"])),
    ("/audit?as_of=2020-01-01&limit=1", lambda s: audit(s, as_of=DAY, limit=1)),
    (f"/audit?doc={WARD}&doc={DISTRICT_KEY}", lambda s: audit(s, [WARD, DISTRICT_KEY])),
    (
        "/audit?place=Hải Phòng&level=ward&since=2024-01-01&until=2024-12-31&severity=high,medium",
        lambda s: audit(
            s,
            among=Among("Hải Phòng", level="ward", since=date(2024, 1, 1), until=date(2024, 12, 31)),
            severities=["high", "medium"],
        ),
    ),
    ("/audit?body=UBND quận Kiến An", lambda s: audit(s, among=Among(body="UBND quận Kiến An"))),
    ("/search?q=33&as_of=2020-01-01", lambda s: search(s, "33", limit=50, as_of=DAY)),
    ("/documents?as_of=2020-01-01", lambda s: documents(s, as_of=DAY)),
    ("/search?q=dan%20chu", lambda s: search(s, "dan chu", limit=50)),
    ("/assignments", assignments),
    ("/assignments?unit=Phòng Nội vụ&limit=1", lambda s: assignments(s, unit="Phòng Nội vụ", limit=1)),
    (f"/assignments?doc={WARD}", lambda s: assignments(s, doc=WARD)),
    ("/impact?doc=33/CT-TTg", lambda s: impact(s, "33/CT-TTg")),
    (
        "/impact?doc=33/CT-TTg&types=CITES,IMPLEMENTS&limit=1&as_of=2020-01-01",
        lambda s: impact(s, "33/CT-TTg", types=["CITES", "IMPLEMENTS"], limit=1, as_of=DAY),
    ),
    ("/coverage?doc=33/CT-TTg", lambda s: coverage(s, "33/CT-TTg")),
    (
        "/coverage?doc=33/CT-TTg&level=ward&place=hai-phong.kien-an&deadline=2024-01-01",
        lambda s: coverage(s, "33/CT-TTg", level="ward", place="hai-phong.kien-an", deadline=date(2024, 1, 1)),
    ),
    ("/conflicts", conflicts),
    ("/conflicts?kind=deadline&limit=1", lambda s: conflicts(s, kinds=["deadline"], limit=1)),
    ("/ranking?limit=3", lambda s: ranking(s, limit=3)),
    (
        "/ranking?level=ward&as_of=2024-02-28&limit=50",
        lambda s: ranking(s, among=Among(level="ward"), as_of=date(2024, 2, 28), limit=50),
    ),
    ("/stats", stats),
]  # fmt: skip


@pytest.mark.parametrize(("path", "ask"), ROUTES, ids=[path for path, _ in ROUTES])
def test_a_route_answers_what_its_question_answers(path: str, ask: Ask, client: TestClient, store: Store) -> None:
    response = client.get(f"/api/v1{path}")
    assert response.status_code == 200
    assert response.json() == ask(store).model_dump(mode="json")


@pytest.mark.parametrize(
    "path", [f"audit?doc={WARD}&lang=en", f"impact?doc={ENDED}", "coverage?doc=33/CT-TTg&level=province"]
)
@pytest.mark.parametrize("form", ["csv", "html", "xlsx"])
def test_an_answer_can_be_saved_as_a_file(path: str, form: str, client: TestClient) -> None:
    response = client.get(f"/api/v1/reports/{path}&format={form}")
    assert response.headers["content-disposition"].endswith(f'.{form}"')
    assert response.headers["content-type"] == FILES[form][1]
    assert len(response.content) > 100


def test_pages_put_together_are_the_whole_list(client: TestClient) -> None:
    whole = client.get("/api/v1/documents").json()
    cursor, found = None, []
    while True:
        page = client.get("/api/v1/documents", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        assert page["page"]["total"] == whole["page"]["total"]
        found += page["documents"]
        cursor = page["page"]["next"]
        if cursor is None:
            break
    assert found == whole["documents"]


def test_extract_reads_a_text_and_stores_nothing(client: TestClient) -> None:
    before = client.get("/api/v1/stats").json()
    said = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ."
    response = client.post("/api/v1/extract", json={"text": said, "file": "a.txt"})
    assert response.json() == extract_text(said, "a.txt").model_dump(mode="json")
    (mention,) = response.json()["mentions"]
    assert said[mention["start"] : mention["end"]] == "Chỉ thị số 33/CT-TTg"
    assert client.get("/api/v1/stats").json() == before


def test_health_and_ready_answer_outside_the_versioned_paths(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {"status": "ready"}


def test_the_first_page_tells_how_to_build_the_explorer_when_there_is_none(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert "make setup" in page.text
