"""The way of files into a store: read, parse, resolve, write, each document whole or not at all.

Reading and parsing may happen anywhere (:mod:`ingest.read_ahead`); one writer, here, resolves and writes in the order
of the files. A file that cannot be used is set aside and the rest goes on. The original is kept before the document is
written, so whatever the store says can be proved from the bytes; a run that is killed leaves whole documents only.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from sys import intern
from typing import ParamSpec, TypeVar

from graph.lookups import has_source, source_of_path
from graph.model import SourceText
from graph.originals import Originals
from graph.store import Store
from ingest.aside import AsideBook
from ingest.at_rest import collector_at_rest, collector_seldom
from ingest.copies import remarks_on_copies
from ingest.kept import Kept
from ingest.packed import outermost
from ingest.paths import absolute, as_text, is_folder
from ingest.prepared import batch_of
from ingest.read_ahead import Opened, ReadAhead, Workers
from ingest.reading import Reading, read_document
from ingest.report import IngestReport, Notice, SetAside, format_counts, format_of
from ingest.walk import files_under

_P = ParamSpec("_P")
_T = TypeVar("_T")

OnProgress = Callable[[int, int, Path], None]
"""Called with the number of files that are done for good, the number of all, and the file that is next.

That is before each file, but for those that workers have read within half a second and that are written together.
"""

_MOST_TOGETHER = 128
_SECONDS_TOGETHER = 0.5


class Here(Executor):
    """Runs a call at once in the thread that submits it."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Call ``fn``; what it raises is raised by the future."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asks for the result
            future.set_exception(error)
        return future


@dataclass(slots=True)
class _Tally:
    kept: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    ignored: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)


def ingest_paths(
    store: Store,
    paths: Iterable[Path],
    *,
    originals: Originals,
    workers: Workers | None = None,
    again: bool | None = None,
    on_progress: OnProgress | None = None,
) -> IngestReport:
    """Ingest all files under ``paths`` in a stable order; Ctrl-C ends the run with a report of what was done.

    ``workers`` read and parse; without them that happens here, between one document and the next. What an earlier run
    set aside is tried again when its bytes have changed or ``paths`` name the file itself; with ``again`` all of it,
    with ``False`` only what has changed.

    Raises:
        InputError: A path does not exist; nothing was read.
        StoreBusy: Another process is writing to the store.
        StoreError: The store or the originals cannot be written; the documents before that are kept.
        WorkersError: The workers are gone or are of another version; the documents before that are kept.
    """
    given = list(paths)
    files = [str(file) for file in files_under(given)]  # which take a third of what paths take
    tally = _Tally()
    interrupted = False
    named = {absolute(path) for path in given if not is_folder(path)}
    aside = AsideBook(store, lambda path: outermost(path) in named if again is None else again)
    ahead = ReadAhead(map(Path, files), workers or Workers(Here()), lambda sha256: has_source(store, sha256), aside)
    with store.writer(), closing(Kept(originals)) as kept, collector_seldom():
        try:
            done = 0
            while done < len(files):
                if on_progress:
                    on_progress(done, len(files), Path(files[done]))
                if not ahead.wait():
                    for opened in ahead.next():
                        _ingest(store, opened, kept, aside, tally)
                    done += 1
                    continue
                # Those of one folder have much in common: the more of them share a transaction, the less each costs.
                until = time.monotonic() + _SECONDS_TOGETHER
                group = [*ahead.next()]
                while len(group) < _MOST_TOGETHER and ahead.is_ready(until):
                    group += ahead.next()
                for opened in group:
                    if opened.reading is not None:
                        kept.begin(opened.sha256, opened.data, absolute(opened.file))
                with store.together():
                    for opened in group:
                        _ingest(store, opened, kept, aside, tally)
                done += len(group)
        except KeyboardInterrupt:
            interrupted = True
    return _report(store, tally, interrupted=interrupted)


def ingest_data(store: Store, data: bytes, path: str, originals: Originals) -> tuple[str, ...]:
    """Read, resolve and write one file whose bytes came from ``path``; return warnings.

    Raises :class:`graph.errors.UnreadableFile` when it is no text or does not say what document it is.
    """
    reading = read_document(data, path)
    originals.put(data, path)
    return _write(store, reading, path)


def _ingest(store: Store, opened: Opened, kept: Kept, aside: AsideBook, tally: _Tally) -> None:
    file, name = opened.file, as_text(opened.file)
    if opened.members is not None:
        aside.settle(file, opened.members)
    elif opened.ignored:
        tally.ignored += 1
    elif opened.refused is not None:
        reason = as_text(str(opened.refused)).removeprefix(f"{name}: ")
        aside.remember(file, opened.sha256, opened.refused.kind, reason)
        tally.set_aside.append(SetAside(file=name, reason=reason, kind=opened.refused.kind))
    # Asked again, for the same bytes may have come as another file since.
    elif opened.reading is None or has_source(store, opened.sha256):
        aside.settle(file)
        tally.unchanged[format_of(file)] += 1
    else:
        kept.put(opened.sha256, opened.data, absolute(file))
        warnings = _write(store, opened.reading, absolute(file))
        aside.settle(file)
        tally.kept[format_of(file)] += 1
        tally.warnings.extend(Notice(name, intern(warning)) for warning in warnings)


def _write(store: Store, reading: Reading, path: str) -> tuple[str, ...]:
    source = SourceText(
        sha256=reading.sha256,
        path=path,
        format=reading.format,
        size=reading.size,
        text=reading.text,
        read_at=datetime.now(UTC).isoformat(timespec="seconds"),
        extractor=reading.extractor,
        pages=reading.pages,
    )
    with collector_at_rest():
        retract = source_of_path(store, path)
        batch = batch_of(store, source, reading.prepared, reading.folded, retract=retract)
        remarks = tuple(remarks_on_copies(store, batch))
        store.write(batch)
    return (*reading.warnings, *remarks)


def _report(store: Store, tally: _Tally, *, interrupted: bool) -> IngestReport:
    stats = store.stats()
    return IngestReport(
        kept=tally.kept.total(),
        unchanged=tally.unchanged.total(),
        set_aside=tally.set_aside,
        ignored=tally.ignored,
        formats=format_counts(tally.kept, tally.unchanged, tally.set_aside),
        documents=stats.nodes.get("Document", 0),
        mentions=sum(stats.mentions.values()),
        edges=sum(stats.edges.values()),
        warnings=tally.warnings,
        interrupted=interrupted,
    )
