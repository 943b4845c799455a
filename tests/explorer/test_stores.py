"""Whatever the store, the screen is the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tests.explorer.screen import ENDED, PROVINCE, WARD, Screen, edge

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]

VIEWS = {
    "start": {},
    "start of a level": {"level": "district"},
    "results": {"q": "dan chu o co so"},
    "results of a symbol": {"q": "26/KH-UBND"},
    "no results": {"q": "999/KH-KHONG"},
    "choice": {"doc": "26/KH-UBND"},
    "missing": {"doc": "999/KH-KHONG"},
    "chain": {"doc": WARD},
    "chain downwards": {"doc": ENDED, "direction": "down"},
    "chain of some relations on a day": {"doc": WARD, "types": "IMPLEMENTS,BASED_ON", "as_of": "2024-03-05"},
    "list": {"doc": WARD, "view": "list"},
    "relations": {"doc": PROVINCE, "view": "neighbours"},
    "sentence": {"doc": WARD, "edge": edge(WARD, ENDED)},
    "only cited": {"doc": WARD, "node": ENDED},
    "findings": {"doc": WARD, "tab": "findings"},
    "tasks": {"doc": WARD, "tab": "tasks"},
    "mentions": {"doc": WARD, "tab": "mentions"},
    "audit": {"view": "audit", "place": "tỉnh Quảng Nam"},
    "coverage": {"doc": PROVINCE, "view": "coverage", "deadline": "2024-02-01"},
}


def seen(screen: Screen) -> tuple[str, bytes | None]:
    """All words on screen, and the diagram as a drawing where there is one."""
    words = screen.page.locator("#app").inner_text()
    # The canvas itself refines its boxes a moment after they are drawn: its picture is no measure.
    drawn = screen.page.locator(".diagram:visible").count() > 0
    return words, screen.export("SVG")[1] if drawn else None


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_the_same_words_and_the_same_diagram_on_each_store(
    view: str, context: BrowserContext, service_on_file: str, service_on_neo4j: str
) -> None:
    with context.new_page() as one, context.new_page() as other:
        file, neo4j = (
            Screen(page, address).open(**VIEWS[view])
            for page, address in ((one, service_on_file), (other, service_on_neo4j))
        )
        assert seen(neo4j) == seen(file)
        assert [neo4j.errors, neo4j.requests_elsewhere] == [[], []]
