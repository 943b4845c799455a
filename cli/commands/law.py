"""``cancu law``: validity that users bring from their own tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.help_pages import HelpCommand, HelpGroup
from cli.options import JsonOption, StoreOption
from cli.output import answer, message, print_json
from cli.stores import opened

if TYPE_CHECKING:
    from graph.law_import import ImportReport

HELP = "Dữ liệu tham chiếu về hiệu lực của văn bản."
IMPORT_HELP = "Nạp hiệu lực văn bản từ tệp CSV cùng dạng với data/known_law.csv; dòng hỏng được báo theo số dòng."
IMPORT_EXAMPLES = """Ví dụ:
  cancu law import hieu-luc.csv
  cancu law import hieu-luc.csv --json

Cột bắt buộc: symbol, type, certainty, source. Ngày viết 2023-07-01 hoặc 01/07/2023; scope là whole hoặc part;
checked là ngày đối chiếu với nguồn. Nạp lại tệp cùng tên thì thay cho lần trước.
Mã thoát: 0 khi có dòng nạp được, kể cả khi có dòng hỏng (báo theo số dòng; --json: bad); 3 khi không dòng nào dùng
được."""

app = typer.Typer(cls=HelpGroup, no_args_is_help=True, rich_markup_mode=None, epilog=IMPORT_EXAMPLES)


@app.callback()
def _law() -> None:
    """Options of the group: none."""


@app.command("import", cls=HelpCommand, help=IMPORT_HELP, epilog=IMPORT_EXAMPLES)
def import_law(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp CSV, UTF-8.", show_default=False)],
    *,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Import a table of validity."""
    from graph.law_import import import_law as run

    with opened(store, create=True) as graph:
        report = run(graph, file)
    if as_json:
        print_json(report)
    else:
        _print(report)
    if report.bad and not report.kept:
        raise typer.Exit(3)


def _print(report: ImportReport) -> None:
    for row in (*report.bad, *report.warnings):
        message(f"Dòng {row.line}: {row.reason}.")
    answer().print(f"Đã đọc {report.read} dòng = {report.kept} nạp + {len(report.bad)} hỏng.")
