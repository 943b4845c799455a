"""Neo4j in a container, for machines where a Docker engine answers.

On a machine without an engine the container itself could not be tried. There the tests hold the way to it: the probe
says no where nothing answers, and an engine that answers the probe and refuses the rest is told with its reason.
"""

from __future__ import annotations

import secrets
import socket
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from testcontainers.community.neo4j import Neo4jContainer

IMAGE = "neo4j:5.26-community"
_PING_SECONDS = 1.0
_SOCKET = "unix:///var/run/docker.sock"
_SETTINGS = {
    "NEO4J_dbms_usage__report_enabled": "false",
    "NEO4J_dbms_cypher_min__replan__interval": "1h",
    "NEO4J_server_memory_heap_max__size": "768m",
    "NEO4J_server_memory_pagecache_size": "128m",
}


class NoContainerError(Exception):
    """The engine answers but gives no running server; the text says why."""


class Container(NamedTuple):
    """A server that runs in a container."""

    store_url: str
    running: Neo4jContainer

    def log(self, lines: int = 60) -> str:
        """The last lines that the server wrote."""
        return "\n".join(b"".join(self.running.get_logs()).decode(errors="replace").splitlines()[-lines:])


def engine_answers() -> bool:
    """Whether a Docker engine answers a ping within a second, where ``DOCKER_HOST`` or the chosen context says it is.

    An engine behind TLS or SSH is not asked.
    """
    with _quiet():
        from testcontainers.core.docker_client import get_docker_host

        place = urlsplit(get_docker_host() or _SOCKET)
    if place.scheme not in {"unix", "tcp", "http"}:
        return False
    with socket.socket(socket.AF_UNIX if place.scheme == "unix" else socket.AF_INET) as engine:
        engine.settimeout(_PING_SECONDS)
        try:
            engine.connect(place.path if place.scheme == "unix" else (place.hostname, place.port))
            engine.sendall(b"GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n")
            return b" 200 " in engine.recv(64)
        except OSError:
            return False


def start_container(until: ExitStack) -> Container:
    """Start a server in a new container that goes when ``until`` is closed; its image is fetched when it is missing.

    Raises :class:`NoContainerError` when the engine does not start one.
    """
    with _quiet():
        from docker.errors import DockerException  # type: ignore[import-untyped]
        from testcontainers.community.neo4j import Neo4jContainer
        from testcontainers.core.exceptions import ContainerConnectException, ContainerStartException

        password = secrets.token_urlsafe(12)
        try:
            running = until.enter_context(Neo4jContainer(IMAGE, password=password).with_envs(**_SETTINGS))
        except (DockerException, ContainerConnectException, ContainerStartException, OSError) as error:
            raise NoContainerError(f"the Docker engine gave no container of {IMAGE}: {error}") from error
        place = running.get_connection_url().removeprefix("bolt://")
    return Container(f"neo4j://neo4j:{password}@{place}", running)


@contextmanager
def _quiet() -> Iterator[None]:
    """The library warns of its own past and leaves sockets open; in these tests a warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
