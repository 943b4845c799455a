"""The service while its Neo4j is away: told soon, to readers and to who watches it, and over when it is back."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import httpx2 as httpx
import pytest

from tests import compose
from tests.explorer.service import served
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j

SOON = 3.5
"""Seconds within which a reader learns that the store is away, on a machine that may be busy."""


@pytest.fixture
def check() -> dict[str, Any]:
    """How Compose looks after the service."""
    found: dict[str, Any] = compose.services({"NEO4J_PASSWORD": "mat-khau", "CANCU_API_KEYS": "0" * 64})["api"]
    healthcheck: dict[str, Any] = found["healthcheck"]
    return healthcheck


def is_well(check: dict[str, Any], address: str) -> bool:
    """Run the check as Compose does, in the time that it gives, against the service at ``address``."""
    kind, program, *arguments = check["test"]
    assert (kind, program) == ("CMD", "python")
    command = [sys.executable, *(argument.replace("http://127.0.0.1:8000", address) for argument in arguments)]
    limit = float(check["timeout"].removesuffix("s"))
    return subprocess.run(command, check=False, capture_output=True, timeout=limit).returncode == 0


def test_a_service_is_well_with_an_empty_server_ill_without_it_and_well_again(
    server: Server, check: dict[str, Any]
) -> None:
    with served(server.store_url) as address, httpx.Client(base_url=address, timeout=60) as client:
        assert is_well(check, address)
        server.kill()
        for _ in range(2):
            begun = time.monotonic()
            refused = client.get("/api/v1/stats")
            assert time.monotonic() - begun < SOON
            assert refused.status_code == 503
            assert refused.json()["detail"].startswith("Không kết nối được Neo4j ở neo4j://127.0.0.1")
            assert int(refused.headers["retry-after"]) > 0
        assert not is_well(check, address)
        assert client.get("/health").status_code == 200
        server.start()
        assert client.get("/api/v1/stats").status_code == 200
        assert is_well(check, address)
