"""The Neo4j servers of a test run: started when a test first needs one, emptied before each use, stopped at the end.

Which server: the one that ``CANCU_TEST_NEO4J`` names (``neo4j://user:password@host:7687``, its database must be empty;
a second address after a blank serves the tests that need two stores), else one that is started here from its jars.
"""

from __future__ import annotations

import os
import signal
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from graph.neo4j.address import parse_address
from neo4j import GraphDatabase
from tests.neo4j.server import Server, archive_classes, missing_tools

VARIABLE = "CANCU_TEST_NEO4J"
_EMPTY = "MATCH (n) WHERE NOT n:Schema CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


class Pool:
    """Servers by number; numbers count from 0 and a test rarely needs more than one."""

    def __init__(self, *, quick: bool = True) -> None:
        """With ``quick`` servers start fast; without it they run at their full speed."""
        self._quick = quick
        self._given = os.environ.get(VARIABLE, "").split()
        self._started: dict[int, Server] = {}
        self._checked: set[int] = set()
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

    def empty_own(self, number: int = 0) -> None:
        """Empty a server of our own, whatever addresses were given."""
        _clear(self.server(number).store_url)

    def require(self) -> None:
        """Skip the test when no server can be started here."""
        missing = missing_tools()
        if missing:
            pytest.skip(f"Neo4j {missing}")

    def empty(self, number: int = 0) -> str:
        """The address of server ``number``, with nothing but its schema in it."""
        if number >= len(self._given):
            url = self.server(number).store_url
            _clear(url)
        else:
            url = self._given[number]
            if number not in self._checked:
                _refuse_used(url)
                self._checked.add(number)
                self._ends.callback(_clear, url)
            _clear(url)
        return url

    def log(self) -> str:
        """What the servers that were started here wrote last."""
        return "\n\n".join(f"server {number}:\n{server.log()}" for number, server in self._started.items())


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
