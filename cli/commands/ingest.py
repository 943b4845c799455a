"""``cancu ingest``: files into the store, with a progress bar and a report that adds up."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.ingest_report import print_report, report_file, save_report
from cli.options import JsonOption, StoreOption
from cli.output import message, print_json
from cli.progress import counting
from cli.start import STOPPED_CODE
from cli.stores import opened
from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Store
    from ingest.read_ahead import Workers
    from ingest.report import IngestReport

HELP = "Nạp tệp và thư mục vào kho. Nạp lại không làm thay đổi gì; tệp đã sửa thay chính nó."
EXAMPLES = """Ví dụ:
  cancu ingest examples
  cancu ingest ke-hoach.txt quyet-dinh.html
  cancu ingest van-ban.zip thu.eml
  cancu ingest van-ban/ --store sqlite:///kho.db --json
  cancu ingest van-ban/ --jobs 8 --timeout 60 --memory 1000
  cancu ingest van-ban/ --report bao-cao.xlsx
  cancu ingest van-ban/ --dask tcp://10.0.0.5:8786"""

SECONDS = 300.0
"""Five times what the largest file that is read takes on one core of a modest machine."""

MEGABYTES = 2000
"""Ten times what the largest text needs; a machine with 8 GB can afford it for each of two cores."""


JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=1,
        max=256,
        metavar="SỐ",
        help="Số tiến trình đọc cùng lúc (mặc định: số nhân của máy).",
        show_default=False,
    ),
]
DaskOption = Annotated[
    str | None,
    typer.Option("--dask", metavar="ĐỊA_CHỈ", help="Đọc trên các máy của bộ điều phối Dask này.", show_default=False),
]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", min=0.1, metavar="GIÂY", help="Tệp nào đọc lâu hơn thì để riêng.")
]
MemoryOption = Annotated[
    int,
    typer.Option(
        "--memory", min=64, metavar="MB", help="Tệp nào cần nhiều bộ nhớ hơn để đọc trên máy này thì để riêng."
    ),
]
ReportOption = Annotated[
    Path | None,
    typer.Option(
        "--report",
        metavar="TỆP",
        help="Lưu báo cáo cuối vào tệp .json hoặc .xlsx.",
        callback=report_file,
        show_default=False,
    ),
]


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="TỆP|THƯ_MỤC", help="Cần nạp.", show_default=False)],
    *,
    jobs: JobsOption = None,
    dask: DaskOption = None,
    timeout: TimeoutOption = SECONDS,
    memory: MemoryOption = MEGABYTES,
    report: ReportOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Ingest files and print the closing report."""
    from ingest.walk import files_under

    how = Reading(jobs, dask, timeout, memory)
    # Paths and workers that are not there are refused before a store is made.
    with how.workers(sum(1 for _ in files_under(paths))) as workers, opened(store, create=True) as graph:
        finish(run_ingest(graph, paths, workers, store=store), report, as_json=as_json)


@dataclass(frozen=True)
class Reading:
    """How files are read: by how many processes, or by which cluster, in how many seconds and megabytes each."""

    jobs: int | None = None
    dask: str | None = None
    seconds: float = SECONDS
    megabytes: int = MEGABYTES

    @contextmanager
    def workers(self, files: int) -> Iterator[Workers]:
        """Who reads: a Dask cluster, or processes of this machine, so that no file can take the run down."""
        if self.dask is not None:
            if self.jobs is not None:
                raise UsageError("--jobs và --dask không đi cùng nhau. Hãy chọn một.")
            from ingest.cluster import dask_workers

            with dask_workers(self.dask, seconds=self.seconds, on_lost=_tell_of_loss) as workers:
                yield workers
            return
        from ingest.workers import cores, local_workers

        processes = min(self.jobs or cores(), max(files, 1))
        with local_workers(processes, seconds=self.seconds, megabytes=self.megabytes) as workers:
            yield workers


def _tell_of_loss(worker: str) -> None:
    message(f"Mất một máy đọc ({worker}). Tệp nó đang đọc được đọc lại; lượt nạp vẫn đi tiếp.")


def run_ingest(
    graph: Store, paths: Iterable[Path], workers: Workers, *, store: str | None, again: bool | None = None
) -> IngestReport:
    """Ingest all files under ``paths`` with a progress bar; ``again`` as in :func:`ingest.pipeline.ingest_paths`."""
    from graph.open import open_originals
    from ingest.pipeline import ingest_paths

    with counting("Đang nạp", rate_of="tệp") as show:
        return ingest_paths(
            graph,
            paths,
            originals=open_originals(store),
            workers=workers,
            again=again,
            on_progress=lambda done, total, file: show(done, total, file.name),
        )


def finish(result: IngestReport, report: Path | None, *, as_json: bool) -> None:
    """Print and save the closing report; ends the command with the code that it stands for."""
    if report is not None:
        save_report(result, report)
    if as_json:
        print_json(result)
    else:
        print_report(result)
    if result.interrupted:
        message("Đã dừng theo yêu cầu; những văn bản đã nạp vẫn nguyên vẹn. Chạy lại lệnh này để nạp tiếp.")
        raise typer.Exit(STOPPED_CODE)
    if result.nothing_usable:
        raise typer.Exit(3)
