"""The graph anew from its originals: built beside the store, compared with it, and only then put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from graph.copying import portions
from graph.errors import InputError, StoreError, UnreadableFile, UsageError, os_reason
from graph.open import open_originals, open_store
from graph.originals import Originals
from graph.parts import SET_ASIDE
from graph.sqlite import SqliteStore
from graph.sqlite.restore import keep_previous, put_in_place
from graph.store import Store
from ingest.pipeline import ingest_data
from ingest.report import SetAside


class Part(Protocol):
    """A part of a graph in short: how many rows, and their digest."""

    @property
    def rows(self) -> int:
        """Number of rows."""

    @property
    def sha256(self) -> str:
        """Digest of the rows in their order."""


Checksum = Callable[[Store], Mapping[str, Part]]
"""Puts the live graph of a store in short, part by part; what asks stores questions has one."""


class Difference(BaseModel):
    """A part of the graph that is not the same as before, with its number of rows then and now."""

    model_config = ConfigDict(frozen=True)

    what: str = Field(description="documents, mentions, statements …")
    before: int
    after: int


class RebuildReport(BaseModel):
    """What a rebuild found."""

    model_config = ConfigDict(frozen=True)

    originals: int = Field(description="Originals that the new graph was built from")
    same: bool = Field(description="True when the new graph equals the old one")
    differences: list[Difference]
    set_aside: list[SetAside]
    previous: str | None = Field(description="Copy of the old store, kept when the new graph differs")


def rebuild(store_url: str | None, *, checksum: Checksum) -> RebuildReport:
    """Build the graph again from the originals of the store at ``store_url``.

    ``checksum`` tells whether two graphs are the same. Nothing happens to the store before the new graph is complete; a
    graph that differs (the program reads better now) takes its place too, and the old store is kept beside it.

    Raises:
        InputError: The store has no texts.
        StoreBusy: Another process is writing to the store.
        StoreError: The store cannot be opened, or an original is missing or damaged.
        UsageError: The store is of a kind that is not kept in a file.
    """
    originals = open_originals(store_url)
    old = open_store(store_url, create=False)
    try:
        if not isinstance(old, SqliteStore):
            raise UsageError("Chỉ dựng lại được kho sqlite. Hãy nạp lại vào kho này bằng cancu ingest.")
        with old.writer():
            return _rebuild(old, originals, checksum)
    finally:
        old.close()


def _rebuild(old: SqliteStore, originals: Originals, checksum: Checksum) -> RebuildReport:
    texts = {source.sha256: source.path for source in old.sources()}
    if not texts:
        raise InputError("Kho chưa có văn bản nào để dựng lại. Hãy chạy trước: cancu ingest TỆP…")
    beside = old.path.with_name(old.path.name + ".rebuilt")
    _remove(beside)
    try:
        with closing(open_store(str(beside))) as new:
            set_aside = list(_ingest_originals(new, originals, texts))
            for portion in portions(old, SET_ASIDE):
                new.put_rows(SET_ASIDE, portion.rows, None)
            differences = _differences(checksum(old), checksum(new))
        previous = keep_previous(old, "rebuild") if differences else None
        put_in_place(beside, old)
    finally:
        _remove(beside)
    return RebuildReport(
        originals=len(texts) - len(set_aside),
        same=not differences,
        differences=differences,
        set_aside=set_aside,
        previous=str(previous) if previous else None,
    )


def _ingest_originals(store: Store, originals: Originals, texts: Mapping[str, str]) -> Iterator[SetAside]:
    with store.writer():
        for sha256, path in sorted(texts.items(), key=lambda text: text[1]):
            try:
                ingest_data(store, originals.read(sha256), path, originals)
            except UnreadableFile as error:
                yield SetAside(file=path, reason=str(error).removeprefix(f"{path}: "))


def _differences(before: Mapping[str, Part], after: Mapping[str, Part]) -> list[Difference]:
    return [
        Difference(what=name, before=before[name].rows, after=after[name].rows)
        for name in before
        if before[name].sha256 != after[name].sha256
    ]


def _remove(store: Path) -> None:
    for suffix in ("", "-wal", "-shm", ".lock"):
        try:
            store.with_name(store.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"Không xóa được tệp tạm {store}: {os_reason(error)}. Hãy kiểm tra quyền ghi.") from error
