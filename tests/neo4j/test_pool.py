"""Which server a test gets: an address that was given, a container, one of our own, in this order."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from graph.neo4j.store import Neo4jStore
from tests.compose import services
from tests.neo4j.container import IMAGE, NoContainerError, engine_answers, start_container
from tests.neo4j.pool import VARIABLE, Pool, given_addresses
from tests.neo4j.server import free_port
from tests.papers import Paper, plan


class _Refusing(socketserver.StreamRequestHandler):
    """An engine that answers a ping and refuses everything else."""

    def handle(self) -> None:
        asked = self.rfile.readline().split()
        while self.rfile.readline().strip():
            pass
        status, body = ("200 OK", "OK") if asked[1:2] == [b"/_ping"] else ("500 Refused", '{"message": "no room"}')
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        self.wfile.write(f"{head}Connection: close\r\n\r\n{body}".encode())


def worker(number: int, *, of: int) -> dict[str, str]:
    return {"PYTEST_XDIST_WORKER": f"gw{number}", "PYTEST_XDIST_WORKER_COUNT": str(of)}


@contextmanager
def refusing_engine(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    place = folder / "docker.sock"
    with socketserver.ThreadingUnixStreamServer(str(place), _Refusing) as engine:
        thread = threading.Thread(target=engine.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        patch.setenv("DOCKER_HOST", f"unix://{place}")
        patch.setattr("testcontainers.core.config.testcontainers_config._ryuk_docker_socket", str(place))
        yield
        engine.shutdown()
        thread.join()


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with refusing_engine(tmp_path, monkeypatch):
        yield


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        pytest.param({}, ["bolt://a", "bolt://b", "bolt://c"], id="one process has all"),
        pytest.param(
            {"PYTEST_XDIST_WORKER": "gw0", "PYTEST_XDIST_WORKER_COUNT": "2"}, ["bolt://a", "bolt://c"], id="0"
        ),
        pytest.param({"PYTEST_XDIST_WORKER": "gw1", "PYTEST_XDIST_WORKER_COUNT": "2"}, ["bolt://b"], id="1"),
        pytest.param({"PYTEST_XDIST_WORKER": "gw3", "PYTEST_XDIST_WORKER_COUNT": "4"}, [], id="none is left"),
    ],
)
def test_no_two_processes_of_a_run_are_given_one_database(process: dict[str, str], expected: list[str]) -> None:
    assert given_addresses({VARIABLE: "bolt://a bolt://b  bolt://c"} | process) == expected


def test_where_nothing_listens_there_is_no_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (f"unix://{tmp_path / 'docker.sock'}", f"tcp://127.0.0.1:{free_port()}", "ssh://127.0.0.1"):
        monkeypatch.setenv("DOCKER_HOST", place)
        assert not engine_answers(), place


def test_an_engine_that_keeps_silent_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("DOCKER_HOST", f"tcp://127.0.0.1:{silent.getsockname()[1]}")
        assert not engine_answers()


@pytest.mark.usefixtures("refused")
def test_an_engine_that_gives_no_container_is_told_with_its_reason() -> None:
    assert engine_answers()
    with ExitStack() as until, pytest.raises(NoContainerError, match=f"{IMAGE}.*no room"):
        start_container(until)


@pytest.mark.neo4j
@pytest.mark.usefixtures("refused")
def test_without_a_container_a_server_of_our_own_serves(neo4j_pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool()
    monkeypatch.setattr(pool, "_given", [])
    monkeypatch.setattr(pool, "_started", {0: neo4j_pool.server()})
    assert pool.empty() == neo4j_pool.server().store_url


@pytest.mark.neo4j
def test_a_server_is_filled_again_only_when_it_holds_something_else(neo4j_pool: Pool) -> None:
    filled: list[str] = []

    def fill(url: str) -> None:
        filled.append(url)
        with closing(Neo4jStore(url)) as store:
            store.write(Paper(plan(1)).batch())

    assert [neo4j_pool.holding("a paper", fill), neo4j_pool.holding("a paper", fill)] == filled * 2
    assert len(filled) == 1
    with closing(Neo4jStore(neo4j_pool.empty())) as store:
        assert store.stats().nodes["Document"] == 0
    neo4j_pool.holding("a paper", fill)
    neo4j_pool.holding("another", fill)
    assert len(filled) == 3


def test_the_container_is_of_the_image_that_the_compose_file_names() -> None:
    assert services({"NEO4J_PASSWORD": "mot-mat-khau", "CANCU_API_KEYS": "khong"})["neo4j"]["image"] == IMAGE
