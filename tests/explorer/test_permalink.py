"""The address says what is on screen; the history goes back and forth."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.explorer.screen import ENDED, PROVINCE, WARD, Screen, edge

pytestmark = pytest.mark.browser

VIEWS = {
    "start": {},
    "results": {"q": "dan chu"},
    "chain": {"doc": WARD},
    "down": {"doc": PROVINCE, "direction": "down", "depth": "2"},
    "filtered": {"doc": WARD, "types": "IMPLEMENTS,BASED_ON", "as_of": "2024-03-05"},
    "list": {"doc": WARD, "view": "list"},
    "relations": {"doc": WARD, "view": "neighbours"},
    "node": {"doc": WARD, "node": ENDED},
    "sentence": {"doc": WARD, "edge": edge(WARD, ENDED)},
    "tasks": {"doc": WARD, "tab": "tasks"},
    "passage": {"doc": WARD, "at": f"{WARD}@268-298"},
    "english": {"doc": WARD, "lang": "en"},
    "audit": {"view": "audit", "kinds": "ended", "level": "ward", "place": "tỉnh Quảng Nam", "as_of": "2025-01-31"},
    "coverage": {"doc": PROVINCE, "view": "coverage", "level": "district", "deadline": "2024-02-01"},
}


def words(page: Page) -> str:
    return page.locator("#app").inner_text()


@pytest.mark.parametrize("view", VIEWS)
def test_an_address_shows_the_same_screen_again_and_stays_as_it_is(screen: Screen, view: str) -> None:
    screen.open(**VIEWS[view])
    assert screen.state == VIEWS[view]
    shown = words(screen.page)
    address = screen.page.url
    screen.page.goto("about:blank")
    screen.page.goto(address)
    screen.settle()
    assert words(screen.page) == shown


def test_the_diagram_is_the_same_from_the_same_address(screen: Screen) -> None:
    screen.open(doc=WARD)
    surface = screen.page.locator(".diagram")
    first = surface.screenshot()
    screen.open()
    screen.open(doc=WARD)
    assert surface.screenshot() == first


def test_back_and_forward_lead_through_what_was_seen(screen: Screen) -> None:
    screen.open()
    screen.page.get_by_role("table").get_by_role("row").filter(has_text="xã Duy Trinh").get_by_role("link").click()
    screen.settle()
    screen.click_at(edge(WARD, PROVINCE))
    screen.page.get_by_role("link", name="Lược đồ", exact=True).click()
    screen.settle()
    seen = []
    for _ in range(3):
        screen.page.go_back()
        screen.settle()
        seen.append(dict(screen.state))
    assert seen == [{"doc": WARD, "edge": edge(WARD, PROVINCE)}, {"doc": WARD}, {}]
    expect(screen.page.get_by_role("heading", name="Văn bản đã nạp")).to_be_visible()
    screen.page.go_forward()
    screen.settle()
    expect(screen.page.get_by_role("heading", level=1)).to_contain_text("12/KH-UBND")


def test_a_link_can_be_opened_elsewhere(screen: Screen) -> None:
    screen.open(doc=WARD, node=PROVINCE)
    link = screen.panel.get_by_role("link", name="Xem chuỗi")
    assert link.get_attribute("href") == f"?doc={PROVINCE}"


def test_the_switch_to_english_keeps_the_screen_and_translates_it(screen: Screen) -> None:
    screen.open(doc=WARD, edge=edge(WARD, ENDED))
    screen.page.get_by_role("link", name="English").click()
    screen.settle()
    assert screen.state == {"doc": WARD, "edge": edge(WARD, ENDED), "lang": "en"}
    expect(screen.page.locator("html")).to_have_attribute("lang", "en")
    expect(screen.panel).to_contain_text("⚑ Cites a document that had ended")
    expect(screen.panel.locator(".relation-verbs")).to_have_text("implements")
    assert [heading for heading, _, _ in screen.columns()] == ["Central", "Province, city", "District", "Commune, ward"]
    expect(screen.panel.locator("mark")).to_have_text("Nghị định số 04/2015/NĐ-CP")
    assert screen.panel.locator(".text-content").get_attribute("lang") == "vi"
    screen.page.get_by_role("link", name="Tiếng Việt").click()
    screen.settle()
    expect(screen.panel).to_contain_text("⚑ Dẫn văn bản đã hết hiệu lực")


def test_a_document_that_was_followed_shows_its_own_chain(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.click_at(PROVINCE)
    assert screen.state["node"] == PROVINCE
    screen.panel.get_by_role("link", name="Xem chuỗi").click()
    screen.settle()
    assert screen.state == {"doc": PROVINCE}
    expect(screen.page.get_by_role("treeitem").first).to_contain_text("UBND tỉnh Quảng Nam")
