"""Files in their order, each with what it says, while workers are already reading the ones behind it.

Only a window of files is submitted at a time, bounded by number and by bytes, so that a folder of any size fits into
memory. What comes out has the order of the files, not that in which workers finish: the graph and the report are those
of a run without workers.
"""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from graph.errors import CancuError, UnreadableFile, WorkersError
from ingest.members import bytes_of, holds_members, members_of, members_within
from ingest.packed import INSIDE, Member
from ingest.parse import EXTRACTOR
from ingest.paths import as_text
from ingest.reading import Reading, read_document, read_document_within

_BYTES_AHEAD = 64_000_000
_LOOK_SECONDS = 2.0

_UnderWay: TypeAlias = "Future[Reading] | Future[tuple[Member, ...]]"


@dataclass(frozen=True, slots=True)
class Workers:
    """Who reads: ``executor`` runs the reading of one file, ``ahead`` files are submitted beyond the one waited for.

    With ``seconds`` a reading that takes longer ends its process, so the executor must have processes of its own.
    ``alive`` tells whether an answer can still be hoped for.

    An executor whose future fails with :class:`UnreadableFile` blames this one file. After any other failure the file
    is read once more with nothing beside it, for a worker that died may have been killed by another file that it had.
    """

    executor: Executor
    ahead: int = 0
    seconds: float | None = None
    alive: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, or a member of one, with its ``data``, and what became of it.

    A member is called "van-ban.zip!/dir/tep.txt". A file was read, or it was ``refused`` for a reason, or its
    ``members`` follow, or none of it, for its bytes are known or ``ignored``. Of a file that could not be opened
    ``data`` and ``sha256`` are empty.
    """

    file: Path
    data: bytes = b""
    sha256: str = ""
    reading: Reading | None = None
    refused: UnreadableFile | None = None
    ignored: bool = False
    members: tuple[Path, ...] | None = None


class Aside(Protocol):
    """What is known of files that were set aside earlier."""

    def ignores(self, file: Path, sha256: str) -> bool:
        """Whether these bytes of ``file`` are to be passed over."""

    def refusal(self, file: Path, sha256: str) -> UnreadableFile | None:
        """Why these bytes of ``file`` need not be tried again."""


@dataclass(frozen=True, slots=True)
class _Submitted:
    """A file under way: ``submit`` has it read, or opened, by a worker; ``None`` when there is nothing to do."""

    opened: Opened
    submit: Callable[[], _UnderWay] | None = None
    future: _UnderWay | None = None


class ReadAhead:
    """The files in their order; ``known`` tells by the sha256 of its bytes that a file need not be read.

    What lies in another file is a :class:`ingest.packed.Member`; ``inside`` is what stands before its name then.
    """

    def __init__(
        self,
        files: Iterable[Path | Member],
        workers: Workers,
        known: Callable[[str], bool],
        aside: Aside | None = None,
        *,
        inside: str = "",
    ) -> None:
        self._files = iter(files)
        self._workers = workers
        self._known = known
        self._aside = aside
        self._inside = inside
        self._window: deque[_Submitted] = deque()
        self._bytes = 0

    def next(self) -> Iterator[Opened]:
        """Wait for the next file; to be called as often as there are files.

        A file that holds others is followed by its members, which are sent to workers a window at a time as well.
        Raises :class:`CancuError` when workers cannot go on at all.
        """
        self._fill()
        submitted = self._window.popleft()
        opened = submitted.opened
        self._bytes -= len(opened.data)
        if submitted.submit is None or submitted.future is None:
            yield opened
            return
        try:
            result = self._result(submitted.submit, submitted.future)
        except UnreadableFile as error:
            yield replace(opened, refused=error)
            return
        if isinstance(result, Reading):
            yield replace(opened, reading=_of_this_version(result))
            return
        inside = f"{opened.file}{INSIDE}"
        yield replace(opened, data=b"", members=tuple(Path(inside + member.name) for member in result))
        ahead = ReadAhead(result, self._workers, self._known, self._aside, inside=inside)
        for _ in result:
            yield from ahead.next()

    def wait(self) -> bool:
        """Wait for the next file as :meth:`next` will, and return :meth:`is_ready`."""
        self._fill()
        if self._window and (future := self._window[0].future) is not None:
            self._wait([future])
        return self.is_ready()

    def is_ready(self, until: float = 0.0) -> bool:
        """Tell whether the next file is here already, so that :meth:`next` yields it alone and at once.

        Workers have time for it until the monotonic clock shows ``until``.
        """
        if self._workers.ahead and time.monotonic() < until:
            self._fill()
        if not self._window:
            return False
        future = self._window[0].future
        if future is None:
            return True
        pending: Future[Any] = future
        wait([pending], timeout=max(0.0, until - time.monotonic()))
        if not future.done() or future.cancelled() or future.exception() is not None:
            return False
        return isinstance(future.result(), Reading)

    def _fill(self) -> None:
        while not self._window or (len(self._window) <= self._workers.ahead and self._bytes < _BYTES_AHEAD):
            file = next(self._files, None)
            if file is None:
                return
            submitted = self._open(file)
            self._window.append(submitted)
            self._bytes += len(submitted.opened.data)

    def _open(self, given: Path | Member) -> _Submitted:
        file = Path(self._inside + given.name) if isinstance(given, Member) else given
        try:
            data = _bytes_of(given)
        except UnreadableFile as error:
            ignored = self._aside is not None and self._aside.ignores(file, "")
            return _Submitted(Opened(file, refused=error, ignored=ignored))
        opened = Opened(file, data, hashlib.sha256(data).hexdigest())
        if self._known(opened.sha256):
            return _Submitted(opened)
        if self._aside is not None and self._aside.ignores(file, opened.sha256):
            return _Submitted(replace(opened, ignored=True))
        if self._aside is not None and (refused := self._aside.refusal(file, opened.sha256)):
            return _Submitted(replace(opened, refused=refused))
        submit = partial(self._submit, data, as_text(file))
        return _Submitted(opened, submit, submit())

    def _submit(self, data: bytes, name: str) -> _UnderWay:
        executor, seconds = self._workers.executor, self._workers.seconds
        if not self._inside and holds_members(data, name):
            if seconds is None:
                return executor.submit(members_of, data, name)
            return executor.submit(members_within, data, name, seconds)
        if seconds is None:
            return executor.submit(read_document, data, name)
        return executor.submit(read_document_within, data, name, seconds)

    def _result(self, submit: Callable[[], _UnderWay], future: _UnderWay) -> Reading | tuple[Member, ...]:
        if self._failed(future):
            self._wait(other.future for other in self._window if other.future is not None)
            future = submit()
            if self._failed(future):
                raise UnreadableFile(
                    "chương trình không đọc xong được tệp này, kể cả khi chỉ đọc riêng nó "
                    f"({type(future.exception()).__name__}). Hãy kiểm tra tệp rồi nạp lại.",
                    kind="crash",
                ) from future.exception()
        return future.result()

    def _failed(self, future: _UnderWay) -> bool:
        """Wait, and tell whether the worker failed rather than the file."""
        self._wait([future])
        try:
            error = future.exception()
        except CancelledError as lost:
            raise _lost() from lost
        return error is not None and not isinstance(error, CancuError)

    def _wait(self, futures: Iterable[_UnderWay]) -> None:
        asked: list[Future[Any]] = list(futures)
        while wait(asked, timeout=_LOOK_SECONDS).not_done:
            if not self._workers.alive():
                raise _lost()


def _bytes_of(file: Path | Member) -> bytes:
    if isinstance(file, Path):
        return bytes_of(file)
    if file.refused is not None:
        raise UnreadableFile(file.refused)
    return file.data


def _of_this_version(reading: Reading) -> Reading:
    if reading.extractor != EXTRACTOR:
        raise WorkersError(
            f"Máy đọc dùng bộ luật đọc {reading.extractor}, máy này dùng {EXTRACTOR}. "
            "Hãy cài cùng một phiên bản cancu trên mọi máy."
        )
    return reading


def _lost() -> WorkersError:
    return WorkersError(
        "Mất liên lạc với các máy đọc. Những văn bản đã nạp vẫn còn; hãy kiểm tra bộ điều phối Dask rồi chạy lại "
        "lệnh này để nạp tiếp."
    )
