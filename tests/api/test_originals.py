"""The file that a text was read from, as the API gives it: shown where nothing in it can run, else saved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.open import open_originals, open_store
from ingest.pipeline import ingest_paths

PDF = Path(__file__).parents[1] / "files" / "pdf" / "2024-province-bac-giang-ke-hoach.pdf"
PAGE = "<html><body><p>Số: 5/KH-UBND</p><p>KẾ HOẠCH</p><script>alert(1)</script></body></html>"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("originals")
    page = folder / "kế hoạch.html"
    page.write_text(PAGE, encoding="utf-8")
    url = f"sqlite:///{folder / 'cancu.db'}"
    store = open_store(url)
    ingest_paths(store, [PDF, page], originals=open_originals(url))
    store.close()
    with TestClient(create_app(Settings(store=url)), base_url="http://127.0.0.1") as opened:
        yield opened


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_pdf_is_shown_as_it_came(client: TestClient) -> None:
    answer = client.get(f"/api/v1/originals/{digest(PDF.read_bytes())}")
    assert answer.content == PDF.read_bytes()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline; filename*=UTF-8''2024-province")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_web_page_is_saved_and_never_run(client: TestClient) -> None:
    answer = client.get(f"/api/v1/originals/{digest(PAGE.encode())}")
    assert answer.content == PAGE.encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("source", "status"), [("0" * 64, 404), ("../../etc/passwd", 404), ("abc", 422)])
def test_what_the_store_does_not_have_is_not_found(client: TestClient, source: str, status: int) -> None:
    assert client.get(f"/api/v1/originals/{source}").status_code == status


def test_evidence_and_mentions_know_their_page(client: TestClient) -> None:
    detail = client.get("/api/v1/documents/33/KH-UBND").json()
    pages = {mention["text"]: (mention["page"], mention["read_by"]) for mention in detail["mentions"]}
    assert pages["Nghị quyết số 76/NQ-CP"] == (1, "text")
    assert pages["Luật Thanh tra số 11/2022/QH15"] == (2, "text")
    found = client.get("/api/v1/neighbours", params={"doc": "33/KH-UBND", "limit": 50}).json()
    evidence = [one for neighbour in found["neighbours"] for one in neighbour["edge"]["evidence"]]
    assert {one["page"] for one in evidence} >= {1, 2}
