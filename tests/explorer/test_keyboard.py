"""Everything by keyboard, and for those who hear the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.explorer.screen import ENDED, LAW, PROVINCE, WARD, Screen, edge

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """What has the keyboard focus, by its name or words."""
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText"))


def tab_to(screen: Screen, words: str, most: int = 40) -> None:
    """Press Tab until something with these words has the focus."""
    passed = []
    for _ in range(most):
        screen.page.keyboard.press("Tab")
        passed.append(focused(screen.page))
        if words in passed[-1]:
            return
    pytest.fail(f"Tab does not reach “{words}”, only {passed}")


def test_from_the_search_to_the_sentence_without_a_mouse(screen: Screen) -> None:
    screen.open()
    tab_to(screen, "Tìm văn bản")
    screen.page.keyboard.type("xa duy trinh dan van")
    expect(screen.page.get_by_role("option").first).to_be_visible()
    screen.press("ArrowDown")
    expect(screen.search).to_have_attribute("aria-activedescendant", "search-0")
    screen.press("Enter")
    assert screen.state["doc"] == WARD
    tab_to(screen, "12/KH-UBND")
    screen.press("ArrowDown")
    assert "04/2015/NĐ-CP" in focused(screen.page)
    screen.press("Enter")
    assert screen.state["edge"] == edge(WARD, ENDED)
    assert focused(screen.page) == "Câu dẫn"
    expect(screen.panel.locator("mark")).to_have_text("Nghị định số 04/2015/NĐ-CP")
    screen.press("Escape")
    assert "edge" not in screen.state
    assert "04/2015/NĐ-CP" in focused(screen.page)


def test_arrows_walk_along_the_chain(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.item("12/KH-UBND").focus()
    branch = screen.item("thực hiện", "26/KH-UBND", "UBND tỉnh Quảng Nam")
    branch.focus()
    expect(branch).to_have_attribute("aria-expanded", "false")
    screen.press("ArrowRight")
    expect(branch).to_have_attribute("aria-expanded", "true")
    screen.press("ArrowRight")
    assert screen.page.evaluate("document.activeElement.ariaLevel") == "3"
    screen.press("ArrowLeft")
    expect(branch).to_be_focused()
    screen.press("ArrowLeft")
    expect(branch).to_have_attribute("aria-expanded", "false")
    screen.press("ArrowLeft")
    expect(screen.item("12/KH-UBND")).to_be_focused()
    screen.press("End")
    expect(screen.page.get_by_role("treeitem").last).to_be_focused()
    screen.press("Home")
    expect(screen.page.get_by_role("treeitem").first).to_be_focused()


def test_shift_and_enter_open_the_document_at_the_end_of_an_edge(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.item("26/KH-UBND", "UBND tỉnh Quảng Nam").focus()
    screen.press("Shift+Enter")
    assert screen.state["node"] == PROVINCE
    assert focused(screen.page) == "26/KH-UBND"


def test_a_document_that_stands_elsewhere_in_the_tree_leads_there(screen: Screen) -> None:
    screen.open(doc=WARD, view="list")
    screen.item("26/KH-UBND", "UBND huyện Duy Xuyên").focus()
    screen.press("ArrowRight")
    again = screen.item("26/KH-UBND", "UBND tỉnh Quảng Nam", "nhánh nêu ở mục khác")
    again.focus()
    screen.press("ArrowRight")
    assert screen.page.evaluate("document.activeElement.ariaLevel") == "2"
    assert "26/KH-UBND" in focused(screen.page)


def test_the_tree_is_seen_while_the_keyboard_is_in_it_and_the_diagram_follows(screen: Screen) -> None:
    screen.open(doc=WARD)
    box = screen.page.locator(".chain-tree").bounding_box()
    assert box is not None
    assert box["width"] <= 1
    law = screen.item("10/2022/QH15")
    law.focus()
    screen.settle()
    expect(law).to_be_in_viewport()
    tree = screen.page.locator(".chain-tree").bounding_box()
    assert tree is not None
    assert screen.point_of(LAW)["x"] > tree["x"] + tree["width"]


def test_the_focus_can_be_seen(screen: Screen) -> None:
    screen.open(doc=WARD)
    for _ in range(25):
        screen.page.keyboard.press("Tab")
        outline = screen.page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth]; })()"
        )
        assert outline[0] != "none", focused(screen.page)
        assert float(outline[1].removesuffix("px")) >= 1


def test_the_first_tab_leads_past_the_bar_at_the_top(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.press("Tab")
    assert focused(screen.page) == "Tới nội dung chính"
    screen.press("Enter")
    assert screen.page.evaluate("document.activeElement.id") == "main"


def test_escape_closes_the_suggestions_and_keeps_the_words(screen: Screen) -> None:
    screen.open()
    screen.search.fill("dan chu")
    expect(screen.page.get_by_role("listbox")).to_be_visible()
    screen.press("Escape")
    expect(screen.page.get_by_role("listbox")).to_be_hidden()
    expect(screen.search).to_have_attribute("aria-expanded", "false")
    expect(screen.search).to_have_value("dan chu")


def test_the_number_of_suggestions_is_spoken(screen: Screen) -> None:
    screen.open()
    screen.search.fill("xa duy trinh")
    expect(screen.page.locator("form.search [role=status]")).to_contain_text("văn bản phù hợp")


def test_the_tabs_of_a_document_turn_with_arrows(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.page.get_by_role("tab", name="Tổng quan").focus()
    screen.press("ArrowRight", "ArrowRight")
    expect(screen.page.get_by_role("tab", name="Nhiệm vụ")).to_be_focused()
    expect(screen.page.get_by_role("tabpanel")).to_contain_text("Kế toán")
    screen.press("ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(screen.page.get_by_role("tab", name="Chỗ dẫn")).to_be_focused()


def test_assistive_technology_gets_the_tree_and_not_the_canvas(screen: Screen) -> None:
    screen.open(doc=WARD)
    expect(screen.page.locator(".surface")).to_have_attribute("aria-hidden", "true")
    heard = screen.tree.aria_snapshot()
    assert "⚑ Dẫn văn bản đã hết hiệu lực" in heard
    assert "chỉ được dẫn" in heard
