"""``cancu coverage``: who carries a document out, who does not, and who was late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from cli import words
from cli.options import (
    AsOfOption,
    DocumentArgument,
    FormatOption,
    JsonOption,
    LanguageOption,
    LinkOption,
    OutputOption,
    PlaceOption,
    StoreOption,
    one_of,
    parse_date,
)
from cli.output import answer, print_json, tell
from cli.stores import opened

if TYPE_CHECKING:
    from rich.console import Console

    from queries.analysis import CoverageItem, CoverageResult

HELP = "Đơn vị nào đã có văn bản thực hiện, đơn vị nào chưa có, đơn vị nào chậm."
EXAMPLES = """Ví dụ:
  cancu coverage 33/CT-TTg --level province
  cancu coverage 03/KH-UBND --level ward --place "quận Kiến An"
  cancu coverage 03/KH-UBND --deadline 2024-03-15 --json
  cancu coverage 33/CT-TTg --level province --output thuc-hien.xlsx"""


def coverage(  # noqa: PLR0913 - one parameter an option
    document: DocumentArgument,
    *,
    level: Annotated[
        str | None,
        typer.Option(
            "--level", metavar="CẤP", help="Mọi đơn vị của cấp này: province, district, ward.", show_default=False
        ),
    ] = None,
    place: PlaceOption = None,
    deadline: Annotated[
        date | None,
        typer.Option(
            "--deadline", parser=parse_date, metavar="NGÀY", help="Hạn phải có văn bản thực hiện.", show_default=False
        ),
    ] = None,
    report: FormatOption = None,
    output: OutputOption = None,
    language: LanguageOption = "vi",
    link: LinkOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print who carries a document out."""
    from cli.files import format_of, language_of, write_report
    from queries.coverage import coverage as ask
    from queries.reports.coverage import coverage_report

    written, spoken = format_of(report, output), language_of(language)
    one_of([level] if level else [], ("province", "district", "ward"), "--level")
    wanted = cast("Literal['province', 'district', 'ward'] | None", level)
    with opened(store) as graph:
        result = ask(graph, document, level=wanted, place=place, deadline=deadline, as_of=as_of)
    tell(result.notes, spoken)
    if written:
        write_report(coverage_report(result, spoken, link), written, output)
    elif as_json:
        print_json(result)
    else:
        _print(answer(), result)


def _print(console: Console, result: CoverageResult) -> None:
    console.print(words.line(result.document))
    console.print(
        f"Phải thực hiện: {len(result.expected)} đơn vị. Đã có văn bản: {len(result.implemented)}, "
        f"chưa có: {len(result.missing)}, chậm: {result.late}."
    )
    for item in result.implemented:
        console.print(f"  {item.unit_name}: {_document(item)}")
    if result.missing:
        console.print("Chưa thấy văn bản thực hiện trong kho:")
        for unit in result.missing:
            due = f" (hạn {words.day(unit.deadline)})" if unit.deadline else ""
            console.print(f"  {unit.unit_name}{due}")
    if result.others:
        console.print(f"Ngoài ra {result.others} văn bản của cơ quan khác cũng thực hiện.")


def _document(item: CoverageItem) -> str:
    late = f" ⚑ sau hạn {words.day(item.deadline)}" if item.late else ""
    through = f", qua {item.depth - 1} văn bản" if item.depth > 1 else ""
    return f"{item.document.symbol or item.document.title or item.document.key}, {words.day(item.date)}{through}{late}"
