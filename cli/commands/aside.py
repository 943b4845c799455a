"""``cancu set-aside`` and ``cancu ignore``: the files that did not go in, to be tried again or passed over."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.ingest import (
    MEGABYTES,
    SECONDS,
    DaskOption,
    JobsOption,
    MemoryOption,
    Reading,
    ReportOption,
    TimeoutOption,
    finish,
    run_ingest,
)
from cli.help_pages import HelpCommand, HelpGroup
from cli.ingest_report import REASONS
from cli.options import JsonOption, StoreOption
from cli.output import answer, message, print_json
from cli.stores import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.aside import AsideFile

HELP = "Những tệp chưa nạp được: xem, thử lại."
EXAMPLES = """Ví dụ:
  cancu set-aside list
  cancu set-aside retry"""

LIST_HELP = "Liệt kê những tệp để riêng, kèm lý do."
LIST_EXAMPLES = """Ví dụ:
  cancu set-aside list
  cancu set-aside list --ignored --json

Tệp không còn ở đó được bỏ khỏi danh sách khi chạy cancu set-aside retry."""

RETRY_HELP = "Nạp lại những tệp để riêng, hay chỉ những tệp được nêu."
RETRY_EXAMPLES = """Ví dụ:
  cancu set-aside retry
  cancu set-aside retry quet/cong-van.pdf --timeout 900 --memory 4000"""

IGNORE_HELP = "Từ nay bỏ qua những tệp này, cho đến khi nội dung của chúng thay đổi."
IGNORE_EXAMPLES = """Ví dụ:
  cancu ignore van-ban/ghi-chu.txt
  cancu ignore van-ban/
  cancu ignore van-ban/ghi-chu.txt --undo

Nêu thư mục là nêu mọi tệp để riêng trong đó. Xem những tệp đã bỏ qua: cancu set-aside list --ignored"""

_MEMBERS_SHOWN = 5
"""Of the members of one archive that have the same reason; --json has all."""

app = typer.Typer(cls=HelpGroup, no_args_is_help=True, rich_markup_mode=None, help=HELP, epilog=EXAMPLES)


@app.command("list", cls=HelpCommand, help=LIST_HELP, epilog=LIST_EXAMPLES)
def list_files(
    *,
    ignored: Annotated[bool, typer.Option("--ignored", help="Những tệp đã bỏ qua theo cancu ignore.")] = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """List the files that are set aside, or those that are ignored."""
    from ingest.aside import IGNORED, WAITING, aside_files

    with opened(store) as graph:
        files = [file for file in aside_files(graph) if file.state == (IGNORED if ignored else WAITING)]
    _tell(files, "bỏ qua" if ignored else "để riêng", as_json=as_json)


@app.command("retry", cls=HelpCommand, help=RETRY_HELP, epilog=RETRY_EXAMPLES)
def retry(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="TỆP", help="Chỉ những tệp này; bỏ trống là tất cả.", show_default=False),
    ] = None,
    *,
    jobs: JobsOption = None,
    dask: DaskOption = None,
    timeout: TimeoutOption = SECONDS,
    memory: MemoryOption = MEGABYTES,
    report: ReportOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Try files that are set aside again."""
    from ingest.aside import WAITING, aside_files, forget_missing
    from ingest.packed import outermost
    from ingest.paths import as_path

    with opened(store) as graph:
        for gone in forget_missing(graph):
            message(f"Tệp {gone} không còn nữa; đã bỏ khỏi danh sách.")
        waiting = (as_path(outermost(file.path)) for file in aside_files(graph) if file.state == WAITING)
        named = (Path(outermost(str(path))) for path in paths or ())
        files = dict.fromkeys(named if paths else waiting)
        how = Reading(jobs, dask, timeout, memory)
        with how.workers(len(files)) as workers:
            result = run_ingest(graph, list(files), workers, store=store, again=True)
        finish(result, report, as_json=as_json)


def ignore(
    paths: Annotated[list[Path], typer.Argument(metavar="TỆP|THƯ_MỤC", help="Cần bỏ qua.", show_default=False)],
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Không bỏ qua nữa: lần nạp tới sẽ thử lại.")] = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Pass files over from now on, or no longer."""
    from ingest.aside import heed, ignore

    with opened(store, create=not undo) as graph:
        files = heed(graph, paths) if undo else ignore(graph, paths)
    _tell(files, "sẽ được thử lại" if undo else "bỏ qua từ nay; những gì đã nạp từ đó vẫn ở trong kho", as_json=as_json)


def _tell(files: Sequence[AsideFile], what: str, *, as_json: bool) -> None:
    from ingest.aside import AsideFiles
    from ingest.packed import outermost

    if as_json:
        print_json(AsideFiles(files=list(files)))
        return
    console = answer()
    alike: Counter[tuple[str, str, str]] = Counter()
    for file in files:
        packed = outermost(file.path)
        if packed != file.path:
            alike[packed, file.kind, file.reason] += 1
            if alike[packed, file.kind, file.reason] > _MEMBERS_SHOWN:
                continue
        gone = "" if file.there else "; tệp không còn ở đó"
        console.print(f"{file.path}{_why(file.kind, file.reason)} (từ {file.since[:10]}{gone})")
    for (packed, kind, reason), count in alike.items():
        if count > _MEMBERS_SHOWN:
            console.print(f"… và {count - _MEMBERS_SHOWN} tệp nữa trong {packed}{_why(kind, reason)}")
    console.print(f"{len(files)} tệp {what}.")


def _why(kind: str, reason: str) -> str:
    return f": {REASONS.get(kind, kind)}; {reason}" if reason else ""
