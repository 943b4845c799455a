"""What the tests of the explorer share: the service on a store made from ``examples/``, and a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2 as httpx
import pytest
from playwright.sync_api import Page

from tests.explorer.screen import Screen
from tests.explorer.service import READER, ROOT, chromium, explorer_is_built, served

SEEDS = ROOT.parent / "shared/seeds"


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
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the service listens; beside the examples it knows the seeds where they are at hand."""
    if not explorer_is_built():
        pytest.skip("the explorer is not built (make setup)")
    with served(tmp_path_factory.mktemp("explorer"), *([SEEDS] if SEEDS.is_dir() else [])) as url:
        yield url


@pytest.fixture
def ask(address: str) -> Iterator[httpx.Client]:
    """The API without a browser."""
    with httpx.Client(base_url=f"{address}/api/v1") as client:
        yield client


@pytest.fixture
def screen(page: Page, address: str) -> Iterator[Screen]:
    """The explorer in a browser; a test during which its console reports an error fails."""
    shown = Screen(page, address)
    yield shown
    assert shown.errors == []
    assert shown.requests_elsewhere == []
