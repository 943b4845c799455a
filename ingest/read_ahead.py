"""Files in their order, each with what it says, while workers are already reading the ones behind it.

Only a window of files is submitted at a time, bounded by number and by bytes, so that a folder of any size fits into
memory. What comes out has the order of the files, not that in which workers finish: the graph and the report are those
of a run without workers.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from graph.errors import CancuError, UnreadableFile, UsageError
from ingest.parse import EXTRACTOR
from ingest.readers import file_bytes
from ingest.reading import Reading, read_document, read_document_within

_BYTES_AHEAD = 64_000_000
_LOOK_SECONDS = 2.0


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
    """A file with its ``data``, and what became of it.

    Either it was read, or it was ``refused`` for a reason, or neither, for its bytes are known or ``ignored``. Of a
    file that could not be opened ``data`` and ``sha256`` are empty.
    """

    file: Path
    data: bytes
    sha256: str
    reading: Reading | None = None
    refused: UnreadableFile | None = None
    ignored: bool = False


class Aside(Protocol):
    """What is known of files that were set aside earlier."""

    def ignores(self, file: Path, sha256: str) -> bool:
        """Whether these bytes of ``file`` are to be passed over."""

    def refusal(self, file: Path, sha256: str) -> UnreadableFile | None:
        """Why these bytes of ``file`` need not be tried again."""


@dataclass(frozen=True, slots=True)
class _Submitted:
    file: Path
    data: bytes = b""
    sha256: str = ""
    reading: Future[Reading] | None = None
    refused: UnreadableFile | None = None
    ignored: bool = False


class ReadAhead:
    """The files in their order; ``known`` tells by the sha256 of its bytes that a file need not be read."""

    def __init__(
        self, files: Iterable[Path], workers: Workers, known: Callable[[str], bool], aside: Aside | None = None
    ) -> None:
        self._files = iter(files)
        self._workers = workers
        self._known = known
        self._aside = aside
        self._window: deque[_Submitted] = deque()
        self._bytes = 0

    def next(self) -> Opened:
        """Wait for the next file; to be called as often as there are files.

        Raises :class:`CancuError` when workers cannot go on at all.
        """
        self._fill()
        submitted = self._window.popleft()
        self._bytes -= len(submitted.data)
        reading, refused = None, submitted.refused
        if submitted.reading is not None:
            try:
                reading = self._result(submitted, submitted.reading)
            except UnreadableFile as error:
                refused = error
        return Opened(submitted.file, submitted.data, submitted.sha256, reading, refused, submitted.ignored)

    def _fill(self) -> None:
        while not self._window or (len(self._window) <= self._workers.ahead and self._bytes < _BYTES_AHEAD):
            file = next(self._files, None)
            if file is None:
                return
            opened = self._open(file)
            self._window.append(opened)
            self._bytes += len(opened.data)

    def _open(self, file: Path) -> _Submitted:
        try:
            data = file_bytes(file)
        except UnreadableFile as error:
            return _Submitted(file, refused=error, ignored=self._aside is not None and self._aside.ignores(file, ""))
        sha256 = hashlib.sha256(data).hexdigest()
        if self._known(sha256):
            return _Submitted(file, data, sha256)
        if self._aside is not None and self._aside.ignores(file, sha256):
            return _Submitted(file, data, sha256, ignored=True)
        if self._aside is not None and (refused := self._aside.refusal(file, sha256)):
            return _Submitted(file, data, sha256, refused=refused)
        return _Submitted(file, data, sha256, self._submit(file, data))

    def _submit(self, file: Path, data: bytes) -> Future[Reading]:
        executor, seconds = self._workers.executor, self._workers.seconds
        if seconds is None:
            return executor.submit(read_document, data, str(file))
        return executor.submit(read_document_within, data, str(file), seconds)

    def _result(self, submitted: _Submitted, future: Future[Reading]) -> Reading:
        if self._failed(future):
            self._wait(other.reading for other in self._window if other.reading is not None)
            future = self._submit(submitted.file, submitted.data)
            if self._failed(future):
                raise UnreadableFile(
                    "chương trình không đọc xong được tệp này, kể cả khi chỉ đọc riêng nó "
                    f"({type(future.exception()).__name__}). Hãy kiểm tra tệp rồi nạp lại.",
                    kind="crash",
                ) from future.exception()
        reading = future.result()
        if reading.extractor != EXTRACTOR:
            raise UsageError(
                f"Máy đọc dùng bộ luật đọc {reading.extractor}, máy này dùng {EXTRACTOR}. "
                "Hãy cài cùng một phiên bản cancu trên mọi máy."
            )
        return reading

    def _failed(self, future: Future[Reading]) -> bool:
        """Wait, and tell whether the worker failed rather than the file."""
        self._wait([future])
        try:
            error = future.exception()
        except CancelledError as lost:
            raise _lost() from lost
        return error is not None and not isinstance(error, CancuError)

    def _wait(self, futures: Iterable[Future[Reading]]) -> None:
        asked = list(futures)
        while wait(asked, timeout=_LOOK_SECONDS).not_done:
            if not self._workers.alive():
                raise _lost()


def _lost() -> UsageError:
    return UsageError(
        "Mất liên lạc với các máy đọc. Những văn bản đã nạp vẫn còn; hãy kiểm tra bộ điều phối Dask rồi chạy lại "
        "lệnh này để nạp tiếp."
    )
