"""``cancu ingest``: files into the store, with a progress bar and a report that adds up."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import JsonOption, StoreOption
from cli.output import answer, message, messages, print_json
from cli.stores import opened
from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.read_ahead import Workers
    from ingest.report import IngestReport

HELP = "Nạp tệp và thư mục vào kho. Nạp lại không làm thay đổi gì; tệp đã sửa thay chính nó."
EXAMPLES = """Ví dụ:
  cancu ingest examples
  cancu ingest ke-hoach.txt quyet-dinh.html
  cancu ingest van-ban/ --store sqlite:///kho.db --json
  cancu ingest van-ban/ --jobs 8 --timeout 60
  cancu ingest van-ban/ --dask tcp://10.0.0.5:8786"""

INTERRUPTED = 130
FILES_SHOWN = 3
SECONDS = 300.0
"""Five times what the largest file that is read takes on one core of a modest machine."""


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="TỆP|THƯ_MỤC", help="Cần nạp.", show_default=False)],
    *,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            min=1,
            max=256,
            metavar="SỐ",
            help="Số tiến trình đọc cùng lúc (mặc định: số nhân của máy).",
            show_default=False,
        ),
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(
            "--dask", metavar="ĐỊA_CHỈ", help="Đọc trên các máy của bộ điều phối Dask này.", show_default=False
        ),
    ] = None,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, metavar="GIÂY", help="Tệp nào đọc lâu hơn thì để riêng."),
    ] = SECONDS,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Ingest files and print the closing report."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from graph.open import open_originals
    from ingest.pipeline import ingest_paths
    from ingest.walk import files_under

    columns = (
        TextColumn("Đang nạp"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}"),
    )
    files = list(files_under(paths))
    console = messages()
    with (
        _workers(jobs, dask, timeout, len(files)) as workers,
        opened(store, create=True) as graph,
        Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar,
    ):
        task, begun = bar.add_task("", total=None, file="", rate=""), time.monotonic()

        def show(done: int, total: int, file: Path) -> None:
            rate = f"{done / (time.monotonic() - begun):.1f} tệp/giây" if done else ""
            bar.update(task, completed=done, total=total, file=file.name, rate=rate)

        report = ingest_paths(
            graph,
            files,
            originals=open_originals(store),
            workers=workers,
            on_progress=show,
        )
    if as_json:
        print_json(report)
    else:
        _print_report(report)
    if report.interrupted:
        message("Đã dừng theo yêu cầu; những văn bản đã nạp vẫn nguyên vẹn. Chạy lại lệnh này để nạp tiếp.")
        raise typer.Exit(INTERRUPTED)
    if report.nothing_usable:
        raise typer.Exit(3)


@contextmanager
def _workers(jobs: int | None, dask: str | None, seconds: float, files: int) -> Iterator[Workers]:
    """Who reads: a Dask cluster, or processes of this machine, so that no file can take the run down."""
    if dask is not None:
        if jobs is not None:
            raise UsageError("--jobs và --dask không đi cùng nhau. Hãy chọn một.")
        from ingest.cluster import dask_workers

        with dask_workers(dask, seconds=seconds) as workers:
            yield workers
        return
    from ingest.workers import cores, local_workers

    with local_workers(min(jobs or cores(), max(files, 1)), seconds=seconds) as workers:
        yield workers


def _grouped(remarks: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Put the files of one remark together, so that a folder of strange files is one line."""
    files: dict[str, list[str]] = {}
    for file, remark in remarks:
        files.setdefault(remark, []).append(file)
    for remark, names in files.items():
        rest = f" và {len(names) - FILES_SHOWN} tệp nữa" if names[FILES_SHOWN:] else ""
        yield ", ".join(names[:FILES_SHOWN]) + rest, remark


def _print_report(report: IngestReport) -> None:
    console = answer()
    console.print(
        f"Đã đọc {report.read} tệp = "
        f"{report.kept} nạp mới + {report.unchanged} không đổi + {len(report.set_aside)} để riêng"
    )
    for files, reason in _grouped((aside.file, aside.reason) for aside in report.set_aside):
        console.print(f"  Để riêng {files}: {reason}")
    for files, warning in _grouped((notice.file, notice.warning) for notice in report.warnings):
        console.print(f"  Lưu ý {files}: {warning}")
    console.print(f"Kho nay có {report.documents} văn bản, {report.mentions} chỗ dẫn, {report.edges} quan hệ.")
