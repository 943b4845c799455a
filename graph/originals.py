"""The files as they came, kept under the sha256 of their bytes: from them the whole graph can be rebuilt.

``STORE.originals/ab/abcdef…`` holds the bytes, ``abcdef….json`` beside it the name under which they came. A file is
complete or not there: it is written under another name, flushed to the disk, then renamed.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from graph.errors import StoreError, os_reason


class Taken(NamedTuple):
    """How many originals were taken over, were there already, and were damaged (their sha256)."""

    new: int
    there: int
    damaged: tuple[str, ...]


class Originals:
    """A folder of files under the sha256 of their bytes. Nothing is ever changed or removed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes, path: str, *, mend: bool = False) -> str:
        """Keep ``data``, which was read from ``path``, safely on the disk and return its sha256.

        The path of the first arrival stays; with ``mend`` bytes that are no longer the same are replaced. Raises
        :class:`StoreError` when the folder cannot be written.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._path(sha256)
        name = target.with_name(target.name + ".json")
        try:
            if not target.parent.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _flush_names(self.folder)
            missing = not target.exists() or (mend and not self.is_whole(sha256))
            if unnamed := not name.exists():
                _write(name, json.dumps({"path": path, "size": len(data)}, ensure_ascii=False).encode())
            if missing:
                _write(target, data)
            if unnamed or missing:
                _flush_names(target.parent)
        except OSError as error:
            raise StoreError(
                f"Không lưu được bản gốc vào “{self.folder}”: {os_reason(error)}. Hãy kiểm tra quyền ghi và chỗ trống."
            ) from error
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes kept under ``sha256``; raises :class:`StoreError` when they are missing or no longer the same."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise StoreError(f"Thiếu bản gốc {sha256} trong “{self.folder}”. Hãy nạp lại tệp ấy.") from error
        except OSError as error:
            raise self._closed(sha256, error) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError(f"Bản gốc {sha256} trong “{self.folder}” đã hỏng. Hãy lấy lại từ bản sao lưu.")
        return data

    def take_over(self, others: Originals, on_progress: Callable[[int, int], None] | None = None) -> Taken:
        """Keep all that ``others`` keeps as well; what is damaged there is left out.

        Raises :class:`StoreError` when the folder cannot be written.
        """
        kept = list(others.entries())
        new, damaged = 0, []
        for done, (sha256, path) in enumerate(kept, 1):
            target = self._path(sha256)
            if not (target.exists() and target.with_name(f"{sha256}.json").exists()):
                if others.is_whole(sha256):
                    self.put(others.read(sha256), path)
                    new += 1
                else:
                    damaged.append(sha256)
            if on_progress:
                on_progress(done, len(kept))
        return Taken(new, len(kept) - new - len(damaged), tuple(damaged))

    def is_whole(self, sha256: str) -> bool | None:
        """Whether the bytes kept under ``sha256`` still have this hash, ``None`` when there are none."""
        try:
            with self._path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return None
        except OSError:
            return False

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield (sha256, path it was read from) of everything that is kept, ordered by sha256.

        One whose name is damaged is named by its hash. Raises :class:`StoreError` for what may not be read.
        """
        for name in sorted(self.folder.glob("??/*.json")):
            try:
                said = name.read_bytes() if name.with_suffix("").exists() else None
            except OSError as error:
                raise self._closed(name.stem, error) from error
            if said is not None:
                yield name.stem, _path_in(said) or name.stem

    def _closed(self, sha256: str, error: OSError) -> StoreError:
        return StoreError(
            f"Không đọc được bản gốc {sha256} trong “{self.folder}”: {os_reason(error)}. Hãy kiểm tra quyền đọc."
        )

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256


def _path_in(said: bytes) -> str | None:
    try:
        path = json.loads(said)["path"]
    except (ValueError, LookupError, TypeError):
        return None
    return path if isinstance(path, str) else None


def _write(target: Path, data: bytes) -> None:
    # Whoever may read the store may read these: a temporary file of the library would be its owner's alone.
    partial = target.with_name(f".partial-{secrets.token_hex(8)}")
    try:
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _flush_names(folder: Path) -> None:
    """Make sure that the names of the files in ``folder`` are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
