"""The service as a process: it says where it listens, answers over HTTP and stops when asked to."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from tests.small_corpus import WARD

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def process(store_url: str) -> Iterator[subprocess.Popen[str]]:
    """A running `cancu serve` on a free port."""
    command = [sys.executable, "-c", "from cli.main import run; run()", "serve", "--port", "0", "--store", store_url]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as running:
        yield running
        running.kill()


def test_the_service_answers_many_readers_at_once_and_stops_cleanly(process: subprocess.Popen[str]) -> None:
    assert process.stderr
    found = re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
    assert found
    with httpx2.Client(base_url=found[0], timeout=30) as client:
        assert client.get("/ready").json() == {"status": "ready"}

        def root(_: int) -> str:
            answer: str = client.get("/api/v1/trace", params={"doc": WARD}).json()["root"]
            return answer

        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(root, range(40)))) == 1
        assert int(client.head("/api/v1/stats").headers["content-length"]) == len(client.get("/api/v1/stats").content)
        assert client.get("/api/v1/search", params={"q": "dân chủ"}).json()["hits"]
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    assert "Traceback" not in process.stderr.read()
