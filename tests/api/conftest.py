"""What the tests of the API share: a store of a few documents and a client of the application on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.open import open_store
from graph.store import Store
from tests.neo4j.pool import Pool
from tests.small_corpus import OTHER_41, ingest, write_corpus
from tests.stores import KIND_PARAMS

LOOPBACK = "http://127.0.0.1"
Connect = Callable[..., TestClient]


@pytest.fixture(scope="module", params=KIND_PARAMS)
def store_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of each kind that no test changes; 41/KH-UBND is the symbol of two documents in it."""
    folder = tmp_path_factory.mktemp("api")
    files = write_corpus(folder / "van-ban")
    (files / "other.txt").write_text(OTHER_41, encoding="utf-8")

    def fill(url: str) -> None:
        assert ingest(url, files).kept == 3

    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'cancu.db'}"
        fill(url)
        return url
    pool: Pool = request.getfixturevalue("neo4j_pool")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.open.user_data_path", lambda name: folder / name)
        return pool.holding("api", fill)


@pytest.fixture(scope="module")
def store(store_url: str) -> Iterator[Store]:
    """The same store, for asking it without the API."""
    opened = open_store(store_url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def no_explorer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which no explorer was built."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture
def connect(store_url: str, no_explorer: Path) -> Iterator[Connect]:
    """Start the application with some settings changed and return a client of it."""
    with ExitStack() as stack:

        def _connect(**changed: object) -> TestClient:
            settings = Settings(**{"store": store_url, "explorer": no_explorer} | changed)  # type: ignore[arg-type]
            client = TestClient(create_app(settings), base_url=LOOPBACK, raise_server_exceptions=False)
            return stack.enter_context(client)

        yield _connect


@pytest.fixture(scope="module")
def client(store_url: str, no_explorer: Path) -> Iterator[TestClient]:
    """A client of the application as it is on a user's own machine."""
    settings = Settings(store=store_url, explorer=no_explorer)
    with TestClient(create_app(settings), base_url=LOOPBACK, raise_server_exceptions=False) as opened:
        yield opened
