"""The single writer's place: a lock file beside the store, which the operating system frees when its process ends."""

from __future__ import annotations

import fcntl
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import StoreBusy, StoreError, os_reason


class WriterLock:
    """Exclusive right to write a store, freed with the last exit of the thread that holds it."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._path = store.with_name(store.name + ".lock")
        self._thread = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the place, again if this thread has it already.

        Raises:
            StoreBusy: Another process, or another store object of this one, has it; the message names the holder.
            StoreError: The lock file cannot be written.
        """
        with self._thread:
            if self._depth:
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            descriptor = self._acquire()
            self._depth = 1
            try:
                yield
            finally:
                self._depth = 0
                os.close(descriptor)

    def _acquire(self) -> int:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StoreError(
                f"Không ghi được vào kho “{self._store}”: {os_reason(error)}. Hãy kiểm tra quyền ghi."
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise StoreBusy(
                f"Kho “{self._store}” đang được {self._holder()} ghi. Hãy đợi việc đó xong rồi chạy lại, "
                "hoặc ghi vào kho khác bằng --store. Việc đọc vẫn dùng được."
            ) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, json.dumps({"pid": os.getpid(), "since": datetime.now(UTC).isoformat()}).encode())
        return descriptor

    def _holder(self) -> str:
        try:
            holder = json.loads(self._path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return "một tiến trình khác"
        return f"tiến trình {holder['pid']} (từ {holder['since'][:19]}Z)"
