"""Originals that are kept while other documents are resolved and written: only threads of this wait for the disk."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from graph.originals import Originals

_THREADS = 4


class Kept:
    """The originals of one run; what is about to be written may be begun earlier."""

    def __init__(self, originals: Originals) -> None:
        self._originals = originals
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="originals")
        self._begun: dict[str, Future[str]] = {}

    def begin(self, sha256: str, data: bytes, path: str) -> None:
        """Begin to keep ``data``, which has this hash and was read from ``path``; the path of the first stays."""
        if sha256 not in self._begun:
            self._begun[sha256] = self._threads.submit(self._originals.put, data, path)

    def put(self, sha256: str, data: bytes, path: str) -> None:
        """Keep ``data`` safely on the disk, waiting for what was begun.

        Raises :class:`graph.errors.StoreError` when the folder cannot be written.
        """
        begun = self._begun.pop(sha256, None)
        if begun is None:
            self._originals.put(data, path)
        else:
            begun.result()

    def close(self) -> None:
        """Wait for what was begun."""
        self._threads.shutdown()
