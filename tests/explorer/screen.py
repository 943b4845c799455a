"""The explorer as a reader handles it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page

WARD = "st:kh:2024:12:ubnd.quang-nam.duy-xuyen.duy-trinh"
"""12/KH-UBND xã Duy Trinh: it carries out 26/KH-UBND of its district and 26/KH-UBND of its province."""
DISTRICT = "st:kh:2024:26:ubnd.quang-nam.duy-xuyen"
PROVINCE = "st:kh:2024:26:ubnd.quang-nam"
ENDED = "norm:nd:2015:4:chinh-phu"
"""04/2015/NĐ-CP, which the ward's plan still carries out eight months after its end."""
LAW = "norm:l:2022:10:quoc-hoi"

REFUSED = re.compile(r"Failed to load resource: the server responded with a status of (4\d\d|503)")


def edge(source: str, target: str) -> str:
    """An edge as the permalink writes it."""
    return f"{source}~{target}"


class Screen:
    """A page with the explorer on it, and what its console said."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        self.requests_elsewhere: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))

    def open(self, **state: str) -> Screen:
        """Open a permalink and wait until nothing is being loaded or drawn."""
        self.page.goto(f"{self.address}/?{urlencode(state)}" if state else f"{self.address}/")
        return self.settle()

    def settle(self) -> Screen:
        """Wait until the screen shows what it was asked for."""
        self.page.wait_for_selector("html[data-settled=true]", state="attached")
        return self

    def turn_dark(self) -> Screen:
        """Let the system change to dark colours, and wait until the screen has followed."""
        self.page.emulate_media(color_scheme="dark")
        # The page hears of the change before it draws its next frame.
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return self.settle()

    def press(self, *keys: str) -> Screen:
        """Press keys one after another."""
        for key in keys:
            self.page.keyboard.press(key)
            self.settle()
        return self

    @property
    def state(self) -> Mapping[str, str]:
        """What the permalink of the screen says."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.page.url).query).items()}

    @property
    def search(self) -> Locator:
        """The search field."""
        return self.page.locator("#search")

    @property
    def panel(self) -> Locator:
        """The panel with the details."""
        return self.page.get_by_role("complementary")

    @property
    def tree(self) -> Locator:
        """The chain as a tree."""
        return self.page.get_by_role("tree")

    def item(self, *words: str) -> Locator:
        """The first item of the tree with all these words."""
        found = self.page.get_by_role("treeitem")
        for word in words:
            found = found.filter(has_text=word)
        return found.first

    def point_of(self, name: str) -> dict[str, float]:
        """Where a document or an edge of the diagram is on the page."""
        point: dict[str, Any] | None = self.page.evaluate("name => window.cancu.pointOf(name)", name)
        assert point is not None, f"{name} is not in the diagram"
        return {axis: float(value) for axis, value in point.items()}

    def click_at(self, name: str) -> Screen:
        """Click on a document or an edge of the diagram."""
        point = self.point_of(name)
        self.page.mouse.click(point["x"], point["y"])
        return self.settle()

    def export(self, name: str) -> tuple[str, bytes]:
        """What the menu of exports gives under this name: the name of the file, and its bytes."""
        self.page.locator("#export").click()
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name=name).click()
        return started.value.suggested_filename, started.value.path().read_bytes()

    def columns(self) -> list[tuple[str, float, float]]:
        """The level columns of the diagram: heading, left edge and right edge on the page."""
        found = []
        for column in self.page.locator(".column").all():
            box = column.bounding_box()
            assert box is not None
            found.append((column.inner_text(), box["x"], box["x"] + box["width"]))
        return found

    def _heard(self, message: ConsoleMessage) -> None:
        # A refusal by the API that the explorer shows is a line in the console as well.
        if message.type in {"error", "warning"} and not REFUSED.match(message.text):
            self.errors.append(message.text)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.requests_elsewhere.append(url)
