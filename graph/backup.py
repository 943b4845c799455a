"""One file that holds a whole store: its graph, its originals, and what proves both.

The file is a zip: ``store.db``, a SQLite store whatever kind the store is; ``originals/ab/abcdef…`` and their names, as
:mod:`graph.originals` keeps them; ``manifest.json`` at the end with the version of this layout, the time, and the
sha256 of the store. Originals prove themselves, for they are called by their sha256.

The graph is copied first, in one state, while others may read and write. Originals are kept before the graph speaks of
them and are never changed, so those that lie there afterwards are all that the copy needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.copying import copy, is_used
from graph.errors import InputError, StoreError, UsageError, os_reason
from graph.open import default_address, open_originals, open_store, shown
from graph.originals import Originals
from graph.sqlite import SqliteStore
from graph.sqlite.restore import keep_previous, put_in_place
from graph.store import Store

LAYOUT = 1
_STORE, _MANIFEST = "store.db", "manifest.json"
_ORIGINAL = re.compile(r"originals/[0-9a-f]{2}/([0-9a-f]{64})")
_LEVEL = 3  # most of the gain for a third of the time

OnProgress = Callable[[int, int], None]
"""Called with the number of originals that are done and of all."""


class Manifest(BaseModel):
    """What a backup says of itself."""

    model_config = ConfigDict(frozen=True)

    layout: int
    made_at: str = Field(description="ISO time, UTC")
    store: str = Field(description="The store that was backed up, as messages name it")
    store_sha256: str
    documents: int
    originals: int


class BackupReport(Manifest):
    """A backup that was made."""

    file: str
    size: int = Field(description="Bytes")
    damaged: list[str] = Field(description="Originals (sha256) that were no longer the same and were left out")


class RestoreReport(Manifest):
    """A backup that was put in the place of a store."""

    previous: str | None = Field(description="Copy of the store that stood there, when it had a graph")


def back_up(url: str | None, target: Path, *, on_progress: OnProgress | None = None) -> BackupReport:
    """Write the store at ``url`` with its originals into the new file ``target``, whole or not at all.

    Raises:
        UsageError: ``target`` is there already.
        StoreError: The store cannot be read, or ``target`` not written.
    """
    if target.exists():
        raise UsageError(f"“{target}” đã có sẵn. Hãy chọn tên khác cho bản sao lưu.")
    originals = open_originals(url)
    with _file_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            graph, archive = Path(folder) / _STORE, Path(folder) / "archive"
            with closing(open_store(url, create=False)) as store:
                store.backup(graph)
                documents = store.stats().nodes.get("Document", 0)
            with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as zipped:
                zipped.write(graph, _STORE)
                number, damaged = _pack_originals(zipped, originals, on_progress)
                manifest = Manifest(
                    layout=LAYOUT,
                    made_at=datetime.now(UTC).isoformat(timespec="seconds"),
                    store=shown(url or default_address()),
                    store_sha256=_sha256(graph),
                    documents=documents,
                    originals=number,
                )
                zipped.writestr(_MANIFEST, manifest.model_dump_json(indent=2))
            with archive.open("rb") as written:
                os.fsync(written.fileno())
            archive.replace(target)
    return BackupReport(**manifest.model_dump(), file=str(target), size=target.stat().st_size, damaged=damaged)


def restore(
    archive: Path,
    url: str | None,
    *,
    prove: Callable[[Store, Originals], bool],
    replace: bool = False,
    on_progress: OnProgress | None = None,
) -> RestoreReport | None:
    """Put the backup ``archive`` in the place of the store at ``url``; ``None`` when ``prove`` says no to it.

    Nothing happens to the store before the backup is unpacked and proved. With ``replace`` a graph that the store holds
    gives way; a SQLite store is kept beside it.

    Raises:
        InputError: ``archive`` is no backup, or is damaged.
        UsageError: The store holds a graph already.
        StoreError: The store cannot be written.
    """
    if not replace:
        _refuse_used(url)
    originals = open_originals(url)
    beside = originals.folder.parent
    with _file_errors(beside):
        beside.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=beside, prefix=".restore-") as folder:
            graph = Path(folder) / _STORE
            manifest = _unpack(archive, graph, originals, on_progress)
            with closing(open_store(str(graph))) as unpacked:
                if not prove(unpacked, originals):
                    return None
            with closing(open_store(url, unfinished=True)) as store:
                previous = _take_over(graph, store, replace=replace, name=f"{archive.name} {manifest.store_sha256}")
    return RestoreReport(**manifest.model_dump(), previous=str(previous) if previous else None)


def _refuse_used(url: str | None) -> None:
    """Refuse a store that holds a graph, before anything is unpacked; one that is not there yet will be made."""
    try:
        store = open_store(url, create=False, unfinished=True)
    except StoreError:
        return
    with closing(store):
        if is_used(store):
            raise UsageError(
                f"Kho “{shown(url or default_address())}” đã có dữ liệu. Hãy chỉ kho khác bằng --store, "
                "hoặc thêm --replace để thay (kho cũ được giữ bên cạnh)."
            )


def _take_over(graph: Path, store: Store, *, replace: bool, name: str) -> Path | None:
    """Give ``store`` the contents of the store file ``graph``; return where the contents before are kept."""
    if not isinstance(store, SqliteStore):
        if replace:
            raise UsageError("Kho Neo4j không thay tại chỗ được. Hãy xóa dữ liệu cũ trong máy chủ rồi chạy lại.")
        with closing(SqliteStore(graph)) as unpacked:
            copy(unpacked, store, name=name)
        return None
    with store.writer():
        previous = keep_previous(store, "restore") if is_used(store) else None
        put_in_place(graph, store)
        return previous


def _pack_originals(
    zipped: zipfile.ZipFile, originals: Originals, on_progress: OnProgress | None
) -> tuple[int, list[str]]:
    kept = list(originals.entries())
    damaged: list[str] = []
    for done, (sha256, path) in enumerate(kept, 1):
        try:
            data = originals.read(sha256)
        except StoreError:
            damaged.append(sha256)
            continue
        name = f"originals/{sha256[:2]}/{sha256}"
        zipped.writestr(name, data)
        zipped.writestr(f"{name}.json", json.dumps({"path": path}, ensure_ascii=False))
        if on_progress:
            on_progress(done, len(kept))
    return len(kept) - len(damaged), damaged


def _unpack(archive: Path, graph: Path, originals: Originals, on_progress: OnProgress | None) -> Manifest:
    """Unpack the store to ``graph`` and add the originals; raises :class:`InputError` when anything is damaged."""
    try:
        with zipfile.ZipFile(archive) as zipped:
            manifest = Manifest.model_validate_json(zipped.read(_MANIFEST))
            if manifest.layout > LAYOUT:
                raise InputError(f"Bản sao lưu “{archive}” do bản cancu mới hơn tạo ra. Hãy nâng cấp cancu.")
            with zipped.open(_STORE) as packed, graph.open("wb") as written:
                shutil.copyfileobj(packed, written)
            names = [name for name in zipped.namelist() if _ORIGINAL.fullmatch(name)]
            if _sha256(graph) != manifest.store_sha256 or len(names) != manifest.originals:
                raise _damaged(archive)
            for done, name in enumerate(names, 1):
                sha256 = name.rpartition("/")[2]
                data = zipped.read(name)
                if hashlib.sha256(data).hexdigest() != sha256:
                    raise _damaged(archive)
                originals.put(data, json.loads(zipped.read(f"{name}.json"))["path"], mend=True)
                if on_progress:
                    on_progress(done, len(names))
    except FileNotFoundError as error:
        raise InputError(f"Không có tệp sao lưu “{archive}”. Hãy kiểm tra lại đường dẫn.") from error
    except (zipfile.BadZipFile, zlib.error, KeyError, ValidationError, ValueError, EOFError) as error:
        raise _damaged(archive) from error
    return manifest


def _damaged(archive: Path) -> InputError:
    return InputError(
        f"“{archive}” không phải bản sao lưu của cancu hoặc đã hỏng. Kho chưa bị thay đổi; hãy dùng bản sao lưu khác."
    )


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _file_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"Không ghi được vào “{place}”: {os_reason(error)}. Hãy kiểm tra quyền ghi và chỗ trống."
        ) from error
