"""Files that kill, stop or confuse whoever reads them: workers that do something else for a file with a mark in it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from ingest.read_ahead import Workers
from ingest.reading import Reading, read_document_within


def killed(data: bytes, name: str, seconds: float) -> Reading:
    """Die as a process does that the system chose when memory ran out."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def left(data: bytes, name: str, seconds: float) -> Reading:
    """End the process as a library may do that finds itself in trouble."""
    os._exit(3)


def stuck(data: bytes, name: str, seconds: float) -> Reading:
    """Never come back from a pattern, which holds the lock of the interpreter all the time."""
    with patch("ingest.reading.read_document", lambda _data, _name: re.match(r"(a+)+$", "a" * 64 + "b")):
        return read_document_within(data, name, seconds)


def mistaken(data: bytes, name: str, seconds: float) -> Reading:
    """Raise what no reader should raise."""
    raise ZeroDivisionError


ACTS: dict[str, Callable[..., Any]] = {
    "killed": killed,
    "left": left,
    "stuck": stuck,
    "mistaken": mistaken,
}


def mark(act: str) -> str:
    """The content of a file that is to be read in this way."""
    return f"@@{act}@@"


class Hostile(Executor):
    """Hands the acts to ``inner`` for the files that are marked, and the reading for all others."""

    def __init__(self, inner: Executor) -> None:
        self.inner = inner

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        """Submit the act of a marked file in the place of ``fn``."""
        acts = [ACTS[act] for act in ACTS if args[0] == mark(act).encode()]
        return self.inner.submit(acts[0] if acts else fn, *args, **kwargs)


def hostile(workers: Workers) -> Workers:
    """The same workers, on whom marked files act."""
    return replace(workers, executor=Hostile(workers.executor))
