"""How far long work has come: a bar on a terminal; in a log or a pipe a line now and then."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from cli.output import message, messages

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS_BETWEEN_LINES = 30.0


class Tell(Protocol):
    """What work in progress calls again and again."""

    def __call__(self, done: int, total: int, detail: str = "") -> None:
        """Take the number of things that are done and of all, and a word on the one at hand."""


@contextmanager
def counting(title: str, rate_of: str | None = None) -> Iterator[Tell]:
    """Show what the yielded function is told; ``rate_of`` names the things whose number a second is shown."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console, begun = messages(), time.monotonic()
    if not console.is_terminal:
        yield _Lines(title, rate_of, begun)
        return
    columns = (
        TextColumn(title),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[detail]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rate="", detail="")

        def show(done: int, total: int, detail: str = "") -> None:
            bar.update(task, completed=done, total=total, detail=detail, rate=_rate(done, begun, rate_of))

        yield show


class _Lines:
    def __init__(self, title: str, rate_of: str | None, begun: float) -> None:
        self._title, self._rate_of, self._begun, self._last = title, rate_of, begun, begun

    def __call__(self, done: int, total: int, detail: str = "") -> None:
        now = time.monotonic()
        if now - self._last < SECONDS_BETWEEN_LINES or not done:
            return
        self._last = now
        left = timedelta(seconds=round((now - self._begun) / done * (total - done)))
        parts = (
            f"{self._title}: {done}/{total}",
            _rate(done, self._begun, self._rate_of),
            f"còn khoảng {left}",
            detail,
        )
        message(", ".join(filter(None, parts)))


def _rate(done: int, begun: float, rate_of: str | None) -> str:
    return f"{done / max(time.monotonic() - begun, 1e-3):.1f} {rate_of}/giây" if done and rate_of else ""
