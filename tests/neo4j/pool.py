"""The Neo4j servers of a test run: started when a test first needs one, emptied before each use, stopped at the end.

Which server: the one that ``CANCU_TEST_NEO4J`` names (``neo4j://user:password@host:7687``, its database must be empty;
more addresses may follow after blanks), else one in a container where a Docker engine answers, else one that is started
here from its jars. A test that stops or kills its server always has one of the last kind.
"""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from graph.neo4j.address import parse_address
from neo4j import GraphDatabase
from tests.neo4j.container import Container, NoContainerError, engine_answers, start_container
from tests.neo4j.server import Server, archive_classes, missing_tools

VARIABLE = "CANCU_TEST_NEO4J"
_EMPTY = "MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


def given_addresses(environment: Mapping[str, str]) -> list[str]:
    """The addresses that :data:`VARIABLE` gives to this process: each process of a parallel run has its own.

    >>> given_addresses({"CANCU_TEST_NEO4J": "bolt://a bolt://b bolt://c"})
    ['bolt://a', 'bolt://b', 'bolt://c']
    >>> worker = {"PYTEST_XDIST_WORKER": "gw1", "PYTEST_XDIST_WORKER_COUNT": "2"}
    >>> given_addresses({"CANCU_TEST_NEO4J": "bolt://a bolt://b bolt://c"} | worker)
    ['bolt://b']
    """
    worker = int(environment.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return environment.get(VARIABLE, "").split()[worker :: int(environment.get("PYTEST_XDIST_WORKER_COUNT", "1"))]


class Pool:
    """Servers by number; numbers count from 0 and a test rarely needs more than one."""

    def __init__(self, *, quick: bool = True) -> None:
        """With ``quick`` servers start fast; without it they run at their full speed."""
        self._quick = quick
        self._given = given_addresses(os.environ)
        self._started: dict[int, Server] = {}
        self._containers: dict[int, Container] = {}
        self._no_container = ""
        self._checked: set[int] = set()
        self._held: dict[str, str] = {}
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        """Also let a run that is told to end do so as by Ctrl-C, so that no server outlives it."""
        usual = signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
        self._ends.callback(signal.signal, signal.SIGTERM, usual)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    def server(self, number: int = 0) -> Server:
        """A running server of our own, which a test may stop and start; skips when none can be started here."""
        server = self._own(number)
        self._held.pop(server.store_url, None)
        return server

    def empty_own(self, number: int = 0) -> None:
        """Empty a server of our own, whatever addresses were given."""
        _clear(self.server(number).store_url)

    def require(self) -> None:
        """Skip the test when no server can be started here."""
        missing = missing_tools()
        if missing:
            pytest.skip(" and ".join(filter(None, (f"Neo4j {missing}", self._no_container))))

    def empty(self, number: int = 0) -> str:
        """The address of server ``number``, with nothing but its schema in it."""
        url = self._address(number)
        self._held.pop(url, None)
        _clear(url)
        return url

    def holding(self, what: str, fill: Callable[[str], None]) -> str:
        """The address of a server that holds ``what``, for tests that change nothing.

        It is emptied and given to ``fill`` unless it still holds just that.
        """
        url = self._address(0)
        if self._held.get(url) != what:
            fill(self.empty())
            self._held[url] = what
        return url

    def log(self) -> str:
        """What the servers that were started here wrote last."""
        own = [f"server {number}:\n{server.log()}" for number, server in self._started.items()]
        return "\n\n".join(own + [f"container {number}:\n{found.log()}" for number, found in self._containers.items()])

    def _address(self, number: int) -> str:
        if number < len(self._given):
            url = self._given[number]
            if number not in self._checked:
                _refuse_used(url)
                self._checked.add(number)
                self._ends.callback(_clear, url)
            return url
        return (self._container(number) or self._own(number)).store_url

    def _container(self, number: int) -> Container | None:
        """The server in a container, ``None`` where none is to be had."""
        if number not in self._containers and self._engine and not self._no_container:
            try:
                self._containers[number] = start_container(self._ends)
            except NoContainerError as error:
                self._no_container = str(error)
        return self._containers.get(number)

    @cached_property
    def _engine(self) -> bool:
        return engine_answers()

    def _own(self, number: int) -> Server:
        if number not in self._started:
            self.require()
            home = self._folder()
            if self._quick:
                archive_classes(self._folder())
            server = Server(home, quick=self._quick)
            self._ends.callback(server.kill)
            server.start()
            self._started[number] = server
        return self._started[number]

    def _folder(self) -> Path:
        """A new home for a server; it goes at the end."""
        folder = tempfile.TemporaryDirectory(prefix="cancu-neo4j-", ignore_cleanup_errors=True)
        return Path(self._ends.enter_context(folder)) / "server"


def _clear(url: str) -> None:
    place = parse_address(url)
    with (
        GraphDatabase.driver(place.uri, auth=place.auth) as driver,
        driver.session(database=place.database) as session,
    ):
        session.run(_EMPTY).consume()


def _refuse_used(url: str) -> None:
    place = parse_address(url)
    with GraphDatabase.driver(place.uri, auth=place.auth) as driver:
        used, _, _ = driver.execute_query("MATCH (n) WHERE NOT n:Schema RETURN n LIMIT 1", database_=place.database)
    if used:
        pytest.fail(f"{VARIABLE} names a database that is not empty; tests would delete what is in it", pytrace=False)
