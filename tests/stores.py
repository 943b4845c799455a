"""The stores that the contract is tested on: a test that takes ``store`` or ``new_store`` runs on each kind.

The ``conftest`` of a folder lends these fixtures to its tests. Another kind of store is one more entry in ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from graph.neo4j.store import Neo4jStore
from graph.sqlite import SqliteStore
from graph.store import Store
from tests.neo4j.pool import Pool

NewStore = Callable[[], Store]

_STORES_AT_ONCE = 2
_EXAMPLES_ON_A_SERVER = 8
"""Of a property that is tested on SQLite with many examples: each needs graphs that are written over the network."""


def _sqlite(request: pytest.FixtureRequest) -> Iterator[Store]:
    folder: Path = request.getfixturevalue("tmp_path")
    return (SqliteStore(folder / f"{number}.db") for number in count(1))


def _neo4j(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Stores in turn on as many servers as a test compares; a store that is handed out is empty."""
    pool: Pool = request.getfixturevalue("neo4j_pool")
    return (Neo4jStore(pool.empty(number % _STORES_AT_ONCE)) for number in count())


KINDS: dict[str, Callable[[pytest.FixtureRequest], Iterator[Store]]] = {"neo4j": _neo4j, "sqlite": _sqlite}
KIND_PARAMS = [pytest.param("sqlite"), pytest.param("neo4j", marks=pytest.mark.neo4j)]


@pytest.fixture(params=KIND_PARAMS)
def new_store(request: pytest.FixtureRequest) -> Iterator[NewStore]:
    """A function that makes an empty store at each call, two at once at most; all are closed after the test."""
    made = KINDS[request.param](request)
    with ExitStack() as opened:
        if request.param == "neo4j":
            opened.enter_context(_at_most(_EXAMPLES_ON_A_SERVER, request.function))
        yield lambda: opened.enter_context(closing(next(made)))


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store."""
    return new_store()


@contextmanager
def _at_most(examples: int, test: Callable[..., None]) -> Iterator[None]:
    """Let a property be tested with fewer examples for a while; hypothesis has no public way to do so for one run."""
    name = "_hypothesis_internal_use_settings"
    usual = getattr(test, name, None)
    if usual is None:
        yield
        return
    vars(test)[name] = settings(usual, max_examples=min(examples, usual.max_examples))
    try:
        yield
    finally:
        vars(test)[name] = usual
