"""The way of files into a store: read, parse, resolve, write, one transaction a document.

A file that cannot be used is set aside and the rest goes on. The original is kept before the transaction begins, so
whatever the store says can be proved from the bytes; a run that is killed leaves whole documents only.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import UnreadableFile
from graph.lookups import has_source, source_of_path
from graph.model import SourceText
from graph.originals import Originals
from graph.store import Store
from ingest.model import ParsedDocument
from ingest.parse import EXTRACTOR, parse
from ingest.readers import ReadText, read
from ingest.report import IngestReport, Notice, SetAside
from ingest.statements import build_batch
from ingest.walk import files_under

OnProgress = Callable[[int, int, Path], None]
"""Called before each file with the number of files done, the number of all, and the file."""


@dataclass(slots=True)
class _Tally:
    kept: int = 0
    unchanged: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)


def ingest_paths(
    store: Store, paths: Iterable[Path], *, originals: Originals, on_progress: OnProgress | None = None
) -> IngestReport:
    """Ingest all files under ``paths`` in a stable order; Ctrl-C ends the run with a report of what was done.

    Raises:
        InputError: A path does not exist; nothing was read.
        StoreBusy: Another process is writing to the store.
        StoreError: The store or the originals cannot be written; the documents before that are kept.
    """
    files = list(files_under(paths))
    tally = _Tally()
    interrupted = False
    with store.writer():
        try:
            for done, file in enumerate(files):
                if on_progress:
                    on_progress(done, len(files), file)
                _ingest_file(store, file, originals, tally)
        except KeyboardInterrupt:
            interrupted = True
    return _report(store, tally, interrupted=interrupted)


def ingest_text(store: Store, read_text: ReadText, path: str, originals: Originals) -> tuple[str, ...]:
    """Parse, resolve and write one text that was read from ``path``; return warnings.

    Raises :class:`graph.errors.UnreadableFile` when the head of the text does not say what document it is.
    """
    parsed = parse(read_text.text)
    _refuse_nameless(parsed)
    originals.put(read_text.data, path)
    source = SourceText(
        sha256=read_text.sha256,
        path=path,
        format=read_text.format,
        size=read_text.size,
        text=read_text.text,
        read_at=datetime.now(UTC).isoformat(timespec="seconds"),
        extractor=EXTRACTOR,
    )
    store.write(build_batch(store, source, parsed, retract=source_of_path(store, path)))
    return (*read_text.warnings, *parsed.warnings)


def _ingest_file(store: Store, file: Path, originals: Originals, tally: _Tally) -> None:
    try:
        read_text = read(file)
        if has_source(store, read_text.sha256):
            tally.unchanged += 1
            return
        warnings = ingest_text(store, read_text, os.path.abspath(file), originals)  # noqa: PTH100 - links stay as named
    except UnreadableFile as error:
        tally.set_aside.append(SetAside(file=str(file), reason=str(error).removeprefix(f"{file}: ")))
        return
    tally.kept += 1
    tally.warnings.extend(Notice(file=str(file), warning=warning) for warning in warnings)


def _refuse_nameless(parsed: ParsedDocument) -> None:
    """Refuse a text whose head does not say what it is: nothing could be said of it under any name."""
    header = parsed.header
    if not (header.symbol or header.type or header.issuer):
        raise UnreadableFile(
            "không thấy văn bản nào: phần đầu không có số, ký hiệu, tên loại hay cơ quan ban hành. "
            "Hãy kiểm tra tệp; muốn chỉ xem các chỗ dẫn trong đó: cancu extract."
        )


def _report(store: Store, tally: _Tally, *, interrupted: bool) -> IngestReport:
    stats = store.stats()
    return IngestReport(
        kept=tally.kept,
        unchanged=tally.unchanged,
        set_aside=tally.set_aside,
        documents=stats.nodes.get("Document", 0),
        mentions=sum(stats.mentions.values()),
        edges=sum(stats.edges.values()),
        warnings=tally.warnings,
        interrupted=interrupted,
    )
