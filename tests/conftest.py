"""What all tests share: where the optional material lies, how hard hypothesis tries, and when a skip is a failure."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.neo4j.pool import Pool

ROOT = Path(__file__).resolve().parent.parent
POOL = pytest.StashKey[Pool]()
NOTHING_SKIPPED = os.environ.get("CANCU_NOTHING_SKIPPED") == "1"

settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True, print_blob=True)
settings.register_profile("fuzz", deadline=None, max_examples=10_000, print_blob=True)
settings.load_profile("fuzz" if os.environ.get("CANCU_FUZZ") == "1" else "ci" if os.environ.get("CI") else "dev")

# A shell starts what it puts into the background deaf to Ctrl-C, and programs under test would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents that may stand beside the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with real documents is not beside the project")
    return folder


@pytest.fixture(scope="session")
def neo4j_pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    """The Neo4j servers of this run."""
    with Pool() as pool:
        request.config.stash[POOL] = pool
        yield pool


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: tests wait for servers and browsers a quarter of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put slow tests first, so that no process of a parallel run ends with one while the others have nothing to do."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fail_if_skipped(report)
    if report.failed and POOL in item.config.stash and item.get_closest_marker("neo4j"):
        report.sections.append(("Neo4j log", item.config.stash[POOL].log()))
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fail_if_skipped(report)
    return report


def _fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if NOTHING_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        reason: Any = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CANCU_NOTHING_SKIPPED=1 lets no test be left out. {reason}"
