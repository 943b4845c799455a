"""The service and the browser that the explorer's tests and pictures are made with."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from tests.small_corpus import ingest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = tuple(ROOT / "examples" / folder for folder in ("chuyen-doi-so", "dan-chu-co-so", "phap-luat"))

EACH_STORE = pytest.mark.parametrize(
    "address",
    [
        pytest.param("service_on_file", id="sqlite"),
        pytest.param("service_on_neo4j", id="neo4j", marks=pytest.mark.neo4j),
    ],
    indirect=True,
    scope="module",
)
"""A test with this mark runs with the service on each kind of store."""

# A reader in Viet Nam who wants no motion, in front of a common screen.
READER: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 860},
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
    "reduced_motion": "reduce",
}


def explorer_is_built() -> bool:
    """Tell whether there is a bundle to serve."""
    return (Settings().explorer / "index.html").is_file()


def chromium() -> dict[str, Any] | None:
    """How to start the Chromium of the system, without what a container lacks; ``None`` when there is none.

    Where there is one without windows, it is taken: the same engine, a quarter quicker to test with.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    # Hinting would make pictures differ between machines.
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--font-render-hinting=none"]
    return {"executable_path": program, "args": flags} if program else None


def filled(store: str, *more: Path) -> str:
    """Ingest ``examples/`` and ``more`` into the store at this address and return the address."""
    ingest(store, *CORPUS, *more)
    return store


@contextmanager
def served(store: str) -> Iterator[str]:
    """Serve explorer and API on the store at this address; yield where."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(create_app(Settings(store=store)), log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while thread.is_alive() and not server.started:
            time.sleep(0.05)
        if not server.started:
            raise RuntimeError("the service did not start; its log says why")
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)
