"""``cancu backup`` and ``cancu restore``: a whole store with its originals in one file, and back with proof."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.commands.check import print_check
from cli.options import JsonOption, StoreOption
from cli.output import answer, message, print_json
from cli.progress import counting

if TYPE_CHECKING:
    from graph.originals import Originals
    from graph.store import Store

BACKUP_HELP = "Sao lưu cả kho và các bản gốc vào một tệp, kể cả khi máy chủ đang chạy hay đang nạp."
BACKUP_EXAMPLES = """Ví dụ:
  cancu backup sao-luu.zip
  cancu backup sao-luu.zip --store neo4j://neo4j:MẬT-KHẨU@localhost:7687

Kho Neo4j được chép thành kho tệp trong bản sao lưu, và không ghi được trong lúc ấy."""

RESTORE_HELP = "Khôi phục kho từ tệp sao lưu; bản sao lưu được kiểm tra xong mới thay vào."
RESTORE_EXAMPLES = """Ví dụ:
  cancu restore sao-luu.zip --store sqlite:///kho-moi.db
  cancu restore sao-luu.zip --replace
  cancu restore sao-luu.zip --store neo4j://neo4j:MẬT-KHẨU@localhost:7687"""


def backup(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp mới cho bản sao lưu.", show_default=False)],
    *,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Back up the store."""
    from graph.backup import back_up

    with counting("Đang sao lưu") as show:
        report = back_up(store, file, on_progress=show)
    if report.damaged:
        message(f"{len(report.damaged)} bản gốc đã hỏng nên không có trong bản sao lưu. Hãy chạy cancu check để xem.")
    if as_json:
        print_json(report)
        return
    answer().print(
        f"Đã sao lưu {report.documents} văn bản và {report.originals} bản gốc vào {report.file} "
        f"({report.size / 1e6:.1f} MB). Khôi phục bằng: cancu restore {report.file}"
    )


def restore(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp sao lưu.", show_default=False)],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Thay kho đang có dữ liệu; kho cũ được giữ bên cạnh.")
    ] = False,
    with_faults: Annotated[
        bool, typer.Option("--with-faults", help="Vẫn khôi phục khi kiểm tra thấy lỗi trong bản sao lưu.")
    ] = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Prove a backup and put it in the place of the store."""
    from graph.backup import restore as run
    from queries.check import check

    def prove(unpacked: Store, originals: Originals) -> bool:
        with counting("Đang kiểm tra") as show:
            result = check(unpacked, originals, on_progress=show)
        if not as_json:
            print_check(result)
        elif not (result.whole or with_faults):
            print_json(result)
        return result.whole or with_faults

    with counting("Đang khôi phục") as show:
        report = run(file, store, prove=prove, replace=replace, on_progress=show)
    if report is None:
        message("Bản sao lưu có lỗi nên kho chưa bị thay đổi. Hãy dùng bản sao lưu khác, hoặc thêm --with-faults.")
        raise typer.Exit(1)
    if as_json:
        print_json(report)
        return
    console = answer()
    console.print(
        f"Đã khôi phục {report.documents} văn bản và {report.originals} bản gốc, sao lưu lúc {report.made_at}."
    )
    if report.previous:
        console.print(f"Kho trước đó được giữ ở {report.previous}")
