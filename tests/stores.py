"""The stores that the contract is tested on: a test that takes ``store`` or ``new_store`` runs on each kind.

The ``conftest`` of a folder lends these fixtures to its tests. Another kind of store is one more entry in ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from graph.sqlite import SqliteStore
from graph.store import Store

NewStore = Callable[[], Store]


def _sqlite(folder: Path) -> Iterator[Store]:
    number = 0
    while True:
        number += 1
        yield SqliteStore(folder / f"{number}.db")


KINDS: dict[str, Callable[[Path], Iterator[Store]]] = {"sqlite": _sqlite}


@pytest.fixture(params=sorted(KINDS))
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """A function that makes an empty store at each call; all are closed after the test."""
    made = KINDS[request.param](tmp_path)
    with ExitStack() as opened:
        yield lambda: opened.enter_context(closing(next(made)))


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store."""
    return new_store()
