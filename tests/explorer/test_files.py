"""What the explorer tells of the files that a document came in, and how it opens them at a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from playwright.sync_api import expect

from tests.explorer.screen import Screen, edge
from tests.explorer.service import ROOT, explorer_is_built, served
from tests.small_corpus import ingest

pytestmark = pytest.mark.browser

PRINTED = ROOT / "tests/files/pdf/2024-province-bac-giang-ke-hoach.pdf"
PLAIN = ROOT / "examples/chuyen-doi-so/2024-province-bac-giang-ke-hoach.txt"
ONLY_PRINTED = ROOT / "tests/files/pdf/2024-ward-duy-trinh-ke-hoach.pdf"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a service listens whose store knows a plan from a PDF and a text file, and one from a PDF alone."""
    if not explorer_is_built():
        pytest.skip("the explorer is not built (make setup)")
    store = f"sqlite:///{tmp_path_factory.mktemp('files') / 'cancu.db'}"
    ingest(store, PRINTED, PLAIN, ONLY_PRINTED)
    with served(store) as url:
        yield url


def key_of(ask: httpx.Client, file: Path) -> str:
    """The document that this file is."""
    keys = [str(document["key"]) for document in ask.get("documents").json()["documents"] if document["ingested"]]
    found = {key: [entry["path"] for entry in ask.get(f"documents/{key}").json()["files"]] for key in keys}
    return next(key for key, paths in found.items() if str(file) in paths)


def test_each_file_of_a_document_is_named_with_its_format_and_opens_as_it_came(
    screen: Screen, ask: httpx.Client
) -> None:
    plan = key_of(ask, PLAIN)
    files = ask.get(f"documents/{plan}").json()["files"]
    assert [(Path(file["path"]).suffix, file["speaks"]) for file in files] == [(".txt", True), (".pdf", False)]
    screen.open(doc=plan, tab="overview")
    listed = screen.panel.locator("dl.facts li").filter(has=screen.page.locator("a[target=_blank]"))
    expect(listed).to_have_text(
        [
            f"{PLAIN.name} · {files[0]['format']}",
            re.compile(rf"{re.escape(PRINTED.name)} · {files[1]['format']} · giống tệp chính (9\d|100) %"),
        ]
    )
    for link, file in zip(listed.get_by_role("link").all(), (PLAIN, PRINTED), strict=True):
        address = str(link.get_attribute("href"))
        assert httpx.get(f"{screen.address}/{address}").content == file.read_bytes()




def test_a_mention_in_a_printed_text_opens_the_original_at_its_page(screen: Screen, ask: httpx.Client) -> None:
    plan = key_of(ask, ONLY_PRINTED)
    detail = ask.get(f"documents/{plan}").json()
    assert {mention["page"] for mention in detail["mentions"]} == {1, 2}
    screen.open(doc=plan, tab="mentions")
    cards = screen.panel.locator(".mention")
    for mention in detail["mentions"]:
        here = cards.filter(has_text=mention["text"]).get_by_role("link", name=f"tr. {mention['page']}, mở bản gốc")
        expect(here.first).to_have_attribute("href", f"api/v1/originals/{detail['source']}#page={mention['page']}")


def test_the_sentence_behind_a_relation_opens_the_original_at_its_page(screen: Screen, ask: httpx.Client) -> None:
    plan = key_of(ask, ONLY_PRINTED)
    above = ask.get("neighbours", params={"doc": plan, "direction": "out"}).json()["neighbours"][0]
    page = above["edge"]["evidence"][0]["page"]
    screen.open(doc=plan, edge=edge(plan, above["document"]["key"]))
    link = screen.panel.get_by_role("link", name=f"tr. {page}, mở bản gốc")
    expect(link).to_have_attribute("href", re.compile(rf"/v1/originals/[0-9a-f]{{64}}#page={page}$"))
    # A browser without windows has no viewer for what comes.
    with screen.page.context.expect_event("response") as answered:
        link.click()
    assert answered.value.headers["content-type"] == "application/pdf"
    assert answered.value.headers["content-disposition"].startswith("inline")
