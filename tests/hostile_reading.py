"""Files that kill, stop or confuse whoever reads them: workers that do something else for a file with a mark in it."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
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


def killed_once(data: bytes, name: str, seconds: float, *, trace: Path) -> Reading:
    """Die at the first reading, of which ``trace`` is left, and read the file at the second."""
    if not trace.exists():
        trace.touch()
        killed(data, name, seconds)
    return read_document_within(data, name, seconds)


def stuck(data: bytes, name: str, seconds: float) -> Reading:
    """Never come back from a pattern, which holds the lock of the interpreter all the time."""
    import ingest.warm  # noqa: F401 - a process that reads its first file would warm up by what is patched here

    with patch("ingest.reading.read_document", lambda _data, _name: re.match(r"(a+)+$", "a" * 64 + "b")):
        return read_document_within(data, name, seconds)


def greedy(data: bytes, name: str, seconds: float) -> Reading:
    """Want more memory than any worker is given."""
    bytearray(10_000_000_000)
    return read_document_within(data, name, seconds)


def waiting(data: bytes, name: str, seconds: float) -> Reading:
    """Take longer than any test, without being in anybody's way."""
    time.sleep(600)
    return read_document_within(data, name, seconds)


def mistaken(data: bytes, name: str, seconds: float) -> Reading:
    """Raise what no reader should raise."""
    raise ZeroDivisionError


Act = Callable[..., Reading]

MARKED: Mapping[bytes, Act] = {f"@@{act.__name__}@@".encode(): act for act in (killed, left, stuck, mistaken, greedy)}
"""Contents of files and what is to be done instead of reading them."""


class Hostile(Executor):
    """Hands ``inner`` the acts for the contents that have one, and the reading for all others."""

    def __init__(self, inner: Executor, acts: Mapping[bytes, Act]) -> None:
        self.inner = inner
        self.acts = acts

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        """Submit the act of a file in the place of ``fn``."""
        act = next((act for content, act in self.acts.items() if content == args[0]), fn)
        return self.inner.submit(act, *args, **kwargs)


def hostile(workers: Workers, acts: Mapping[bytes, Act] = MARKED) -> Workers:
    """The same workers, on whom some files act."""
    return replace(workers, executor=Hostile(workers.executor, acts))
