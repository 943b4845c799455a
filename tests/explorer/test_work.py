"""What auditors and offices do in the explorer: the table of findings, and who carries a document out."""

from __future__ import annotations

import httpx2 as httpx
import pytest
from playwright.sync_api import Locator, expect

from tests.explorer.screen import ENDED, PROVINCE, WARD, Screen, edge

pytestmark = pytest.mark.browser

DISTRICTS = {"doc": PROVINCE, "view": "coverage", "level": "district"}


def rows(screen: Screen) -> Locator:
    return screen.page.locator("tbody tr")


def count(screen: Screen, words: str) -> int:
    """The number that stands with some words above a coverage."""
    return int(screen.page.locator(".counts div").filter(has_text=words).locator("dd").inner_text())


def test_the_table_shows_each_finding_and_leads_to_its_sentence(screen: Screen, ask: httpx.Client) -> None:
    screen.open()
    screen.page.get_by_role("link", name="Rà soát", exact=True).click()
    screen.settle()
    assert screen.state == {"view": "audit"}
    answer = ask.get("audit").json()
    expect(rows(screen)).to_have_count(answer["page"]["total"])
    row = rows(screen).filter(has_text="12/KH-UBND").filter(has_text="04/2015/NĐ-CP")
    expect(row.locator("th")).to_have_text("⚑ Dẫn văn bản đã hết hiệu lực")
    expect(row).to_contain_text("01/07/2023")
    row.get_by_role("link", name="Đọc câu dẫn").click()
    screen.settle()
    assert screen.state == {"doc": WARD, "edge": edge(WARD, ENDED)}
    expect(screen.panel.locator("mark")).to_contain_text("04/2015/NĐ-CP")
    screen.page.go_back()
    screen.settle()
    expect(rows(screen)).to_have_count(answer["page"]["total"])


def test_kinds_are_chosen_by_keyboard_and_taken_out_again(screen: Screen, ask: httpx.Client) -> None:
    screen.open(view="audit")
    counts = ask.get("audit").json()["counts"]
    for kind, words in (("not_yet_in_force", "Dẫn văn bản chưa có hiệu lực"), ("unknown", "Chưa rõ hiệu lực")):
        link = screen.page.locator(".kinds").get_by_role("link", name=words)
        link.focus()
        screen.press("Enter")
        assert screen.state["kinds"] == kind
        expect(rows(screen)).to_have_count(min(50, counts[kind]))
        screen.page.locator(".kinds").get_by_role("link", name=words).focus()
        screen.press("Enter")
        assert screen.state == {"view": "audit"}


def test_the_audit_follows_place_level_and_day(screen: Screen) -> None:
    screen.open(view="audit")
    screen.page.get_by_label("Địa bàn").fill("tỉnh Quảng Nam")
    screen.press("Enter")
    screen.page.get_by_role("combobox", name="Cấp").select_option("ward")
    screen.settle()
    expect(rows(screen).locator("td:first-of-type a")).to_have_text(["12/KH-UBND"] * rows(screen).count())
    screen.page.get_by_label("Hiệu lực ngày").fill("2024-03-01")
    screen.settle()
    assert screen.state == {"view": "audit", "place": "tỉnh Quảng Nam", "level": "ward", "as_of": "2024-03-01"}
    expect(screen.page.get_by_role("heading", level=2)).to_have_text("Đến 01/03/2024 chưa có văn bản nào")
    expect(screen.page.locator(".notice")).to_contain_text("Văn bản sớm nhất ghi ngày 05/03/2024")


def test_a_place_that_nobody_knows_is_told_with_what_to_do(screen: Screen) -> None:
    screen.open(view="audit", place="Atlantis")
    expect(screen.page.locator(".notice")).to_contain_text("Không có địa bàn nào tên là “Atlantis”")


def test_the_report_holds_what_the_table_shows(screen: Screen) -> None:
    screen.open(view="audit", kinds="ended", level="ward", lang="en")
    with screen.page.expect_download() as started:
        screen.page.get_by_role("link", name="CSV").click()
    lines = started.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Finding,Severity")
    assert len(lines) - 1 == rows(screen).count()


def test_a_coverage_tells_who_has_a_document_and_who_has_none(screen: Screen, ask: httpx.Client) -> None:
    screen.open(doc=PROVINCE)
    screen.page.get_by_role("link", name="Việc thực hiện").click()
    screen.settle()
    screen.page.get_by_role("combobox", name="Đơn vị").select_option("district")
    screen.settle()
    assert screen.state == DISTRICTS
    answer = ask.get("coverage", params={"doc": PROVINCE, "level": "district"}).json()
    assert count(screen, "đơn vị phải thực hiện") == len(answer["expected"])
    assert count(screen, "chưa thấy văn bản") == len(answer["missing"])
    done = screen.page.get_by_role("table", name="Đã có văn bản thực hiện").locator("tbody tr")
    expect(done).to_have_count(len(answer["implemented"]))
    done.filter(has_text="Duy Xuyên").get_by_role("link", name="26/KH-UBND").click()
    screen.settle()
    assert screen.state == {"doc": answer["implemented"][0]["document"]["key"]}


def test_a_deadline_shows_who_was_late(screen: Screen) -> None:
    screen.open(**DISTRICTS)
    expect(screen.page.get_by_role("table", name="sau hạn")).to_have_count(0)
    screen.page.get_by_label("Hạn").fill("2024-01-31")
    screen.settle()
    late = screen.page.get_by_role("table", name="⚑ Có văn bản sau hạn")
    expect(late.locator("tbody tr")).to_have_count(count(screen, "sau hạn"))
    expect(late).to_contain_text("31/01/2024")
    assert screen.state == {**DISTRICTS, "deadline": "2024-01-31"}
