"""No violation that axe can find, in any view, in light and dark, in both languages."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from tests.explorer.screen import ENDED, PROVINCE, WARD, Screen, edge

pytestmark = pytest.mark.browser

VIEWS = {
    "start": {},
    "results": {"q": "dan chu"},
    "chain": {"doc": WARD},
    "list": {"doc": WARD, "view": "list"},
    "relations": {"doc": WARD, "view": "neighbours"},
    "sentence": {"doc": WARD, "edge": edge(WARD, ENDED), "lang": "en"},
    "findings": {"doc": WARD, "tab": "findings"},
    "tasks": {"doc": WARD, "tab": "tasks", "lang": "en"},
    "mentions": {"doc": WARD, "tab": "mentions"},
    "choice": {"doc": "26/KH-UBND"},
    "missing": {"doc": "999/KH-KHONG"},
    "audit": {"view": "audit", "kinds": "ended,ambiguous"},
    "audit in English": {"view": "audit", "lang": "en"},
    "coverage": {"doc": PROVINCE, "view": "coverage", "deadline": "2024-02-01"},
}


def violations(screen: Screen) -> list[str]:
    found = Axe().run(screen.page).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_light_and_dark(screen: Screen, view: str) -> None:
    screen.open(**VIEWS[view])
    assert violations(screen) == []
    screen.turn_dark()
    assert violations(screen) == []


def test_axe_finds_nothing_while_suggestions_and_menus_are_open(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.page.locator("#export").click()
    assert violations(screen) == []
    screen.search.fill("dan chu")
    expect(screen.page.get_by_role("option").first).to_be_visible()
    screen.press("ArrowDown")
    assert violations(screen) == []
    screen.turn_dark()
    assert violations(screen) == []


def test_what_the_reader_looks_at_stays_when_the_system_turns_dark(screen: Screen) -> None:
    screen.open(doc=WARD, edge=edge(WARD, ENDED))
    screen.page.get_by_role("button", name="Thu nhỏ").click()
    screen.panel.locator("mark").evaluate("mark => mark.scrollIntoView({block: 'end'})")
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))
    place, sentence = screen.point_of(ENDED), screen.panel.locator("mark").bounding_box()
    light = screen.page.locator(".surface").screenshot()
    screen.turn_dark()
    assert screen.page.locator(".surface").screenshot() != light
    assert screen.point_of(ENDED) == place
    assert screen.panel.locator("mark").bounding_box() == sentence
    assert [url for url in asked if "/api/" in url] == []


def test_axe_finds_nothing_while_the_keyboard_is_in_the_tree(screen: Screen) -> None:
    screen.open(doc=WARD)
    screen.item("04/2015/NĐ-CP").focus()
    assert violations(screen) == []


@pytest.mark.parametrize("view", ["start", "chain", "sentence", "relations", "audit", "coverage"])
def test_nothing_is_cut_off_on_a_narrow_screen(screen: Screen, view: str) -> None:
    screen.page.set_viewport_size({"width": 390, "height": 800})
    screen.open(**VIEWS[view])
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_words_may_be_twice_as_large(screen: Screen) -> None:
    screen.page.set_viewport_size({"width": 720, "height": 430})
    screen.open(doc=WARD, edge=edge(WARD, ENDED))
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 720
    screen.panel.locator("mark").scroll_into_view_if_needed()
    expect(screen.panel.locator("mark")).to_be_in_viewport()
