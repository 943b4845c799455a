"""What the tests of the explorer share: the service on a store made from ``examples/``, and a real Chromium.

What is on screen comes from the store, so the tests whose steps ask it something run on each kind of store
(``EACH_STORE``), and :mod:`tests.explorer.test_stores` proves view by view that the screens are the same. The rest runs
on one: keyboard, accessibility, pictures, and answers that the test itself changes on their way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from graph.copying import copy
from graph.open import open_store
from tests.explorer.screen import Screen
from tests.explorer.service import READER, ROOT, chromium, explorer_is_built, filled, served
from tests.neo4j.pool import Pool

SEEDS = ROOT.parent / "shared/seeds"
PATIENCE = 90
"""Seconds; a server that has just started compiles each question the first time, on a machine that may be busy."""

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The Chromium of the system."""
    arguments = chromium()
    if arguments is None:
        pytest.skip("no Chromium on this machine (Debian, Ubuntu: apt-get install chromium)")
    return arguments


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """The reader's language, time zone and screen."""
    return READER


@pytest.fixture(scope="session")
def file_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store in a file; beside the examples it knows the seeds where they are at hand."""
    folder = tmp_path_factory.mktemp("explorer")
    return filled(f"sqlite:///{folder / 'cancu.db'}", *([SEEDS] if SEEDS.is_dir() else []))


@pytest.fixture(scope="session")
def service_on_file(file_store: str) -> Iterator[str]:
    """Where the service on the store in a file listens."""
    if not explorer_is_built():
        pytest.skip("the explorer is not built (make setup)")
    with served(file_store) as url:
        yield url


@pytest.fixture(scope="module")
def service_on_neo4j(file_store: str, service_on_file: str, neo4j_pool: Pool) -> Iterator[str]:
    """Where a service on Neo4j listens that holds the same graph, brought there by ``cancu copy``."""

    def fill(url: str) -> None:
        with closing(open_store(file_store)) as source, closing(open_store(url, unfinished=True)) as target:
            assert copy(source, target, name="explorer").same

    with served(neo4j_pool.holding("explorer", fill)) as url:
        yield url


@pytest.fixture(scope="module")
def address(request: pytest.FixtureRequest) -> str:
    """Where the service listens; on the store in a file, unless a test asks for :data:`EACH_STORE`."""
    url: str = request.getfixturevalue(getattr(request, "param", "service_on_file"))
    return url


@pytest.fixture(scope="session")
def context(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """One reader for all tests, who has compiled the explorer once: it keeps nothing in the browser but that."""
    with browser.new_context(**browser_context_args) as reader:
        yield reader


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of the test's own."""
    with context.new_page() as opened:
        yield opened


@pytest.fixture
def ask(address: str) -> Iterator[httpx.Client]:
    """The API without a browser."""
    with httpx.Client(base_url=f"{address}/api/v1", timeout=PATIENCE) as client:
        yield client


@pytest.fixture
def screen(page: Page, address: str) -> Iterator[Screen]:
    """The explorer in a browser; a test during which its console reports an error fails."""
    page.set_default_timeout(PATIENCE * 1000)
    shown = Screen(page, address)
    yield shown
    assert shown.errors == []
    assert shown.requests_elsewhere == []
