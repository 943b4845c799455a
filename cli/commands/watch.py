"""``cancu watch``: what arrives in folders goes into the store, once it is complete."""

from __future__ import annotations

import logging
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.ingest import MEGABYTES, SECONDS, DaskOption, JobsOption, MemoryOption, Reading, TimeoutOption
from cli.ingest_report import remarks
from cli.options import JsonOption, StoreOption
from cli.output import answer, message, print_json_line
from cli.stores import opened
from graph.errors import StoreBusy
from ingest.paths import as_text

if TYPE_CHECKING:
    from graph.originals import Originals
    from graph.store import Store
    from ingest.read_ahead import Workers
    from ingest.report import IngestReport

HELP = "Theo dõi thư mục: tệp nào đến thì nạp ngay khi đã ghi xong. Dừng bằng Ctrl-C."
EXAMPLES = """Ví dụ:
  cancu watch van-ban-den/
  cancu watch van-ban-den/ quet/ --store sqlite:///kho.db
  cancu watch /mnt/van-thu/den --poll
  cancu watch van-ban-den/ --json

Tệp đã nằm sẵn trong thư mục cũng được nạp. Tệp bị xóa khỏi thư mục vẫn còn trong kho."""

FILES_SHOWN = 5
_BUSY_SECONDS = 5.0


def watch(
    folders: Annotated[list[Path], typer.Argument(metavar="THƯ_MỤC", help="Cần theo dõi.", show_default=False)],
    *,
    poll: Annotated[
        bool,
        typer.Option("--poll", help="Tự xem lại mỗi vài giây: cho thư mục ở máy khác (SMB, NFS)."),
    ] = False,
    jobs: JobsOption = None,
    dask: DaskOption = None,
    timeout: TimeoutOption = SECONDS,
    memory: MemoryOption = MEGABYTES,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Ingest what lies in folders and what arrives there, until Ctrl-C."""
    from graph.open import open_originals
    from ingest.arrivals import arriving
    from ingest.workers import cores

    logging.getLogger("watchfiles").addHandler(logging.NullHandler())  # what it logs at the end is said below
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service is stopped by it
    signal.signal(signal.SIGINT, signal.default_int_handler)
    how = Reading(jobs, dask, timeout, memory)
    arrivals = arriving(folders, poll=poll, on_folder=_tell_folder)
    kept, aside = 0, set[str]()
    with opened(store, create=True) as graph, how.workers(cores()) as workers:
        message(f"Đang theo dõi {', '.join(map(str, folders))}. Dừng bằng Ctrl-C.")
        try:
            for files in arrivals:
                report = _ingest(graph, files, open_originals(store), workers)
                kept += report.kept
                aside.update(one.file for one in report.set_aside)
                _tell(report, files, as_json=as_json)
                if report.interrupted:
                    break
        except KeyboardInterrupt:
            pass
    message(f"Đã dừng theo dõi: {kept} tệp nạp mới, {len(aside)} tệp để riêng.")


def _tell_folder(folder: Path, there: bool) -> None:
    message(
        f"Thư mục {folder} đã có lại; đang theo dõi tiếp."
        if there
        else f"Thư mục {folder} không còn ở đó; khi có lại sẽ theo dõi tiếp."
    )


def _ingest(store: Store, files: list[Path], originals: Originals, workers: Workers) -> IngestReport:
    """Ingest ``files``, as soon as nobody else is writing to the store."""
    from ingest.pipeline import ingest_paths

    said = False
    while True:
        try:
            return ingest_paths(store, files, originals=originals, workers=workers, again=False)
        except StoreBusy as busy:
            if not said:
                message(f"{busy} Tệp mới đến sẽ được nạp sau đó.")
                said = True
            time.sleep(_BUSY_SECONDS)


def _tell(report: IngestReport, files: list[Path], *, as_json: bool) -> None:
    if as_json:
        print_json_line(report)
        return
    if not report.kept and not report.set_aside:
        return
    console = answer()
    names = ", ".join(as_text(file.name) for file in files[:FILES_SHOWN]) + (" …" if files[FILES_SHOWN:] else "")
    console.print(
        f"{time.strftime('%H:%M:%S')} {names}: {report.kept} nạp mới, {report.unchanged} không đổi, "
        f"{len(report.set_aside)} để riêng; kho có {report.documents} văn bản.",
        soft_wrap=True,
    )
    for line in remarks(report):
        console.print(line, soft_wrap=True)
