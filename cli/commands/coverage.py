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
    from collections.abc import Mapping

    from rich.console import Console

    from queries.analysis import CoverageItem, CoverageResult
    from queries.messages import Language

HELP = "Đơn vị nào đã có văn bản thực hiện, đơn vị nào chưa có, đơn vị nào chậm."
EXAMPLES = """Ví dụ:
  cancu coverage 33/CT-TTg --level province
  cancu coverage 03/KH-UBND --level ward --place "quận Kiến An"
  cancu coverage 03/KH-UBND --deadline 2024-03-15 --json
  cancu coverage 33/CT-TTg --level province --lang en
  cancu coverage 33/CT-TTg --level province --output thuc-hien.xlsx"""

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "totals": "Phải thực hiện: {expected} đơn vị. Đã có văn bản: {done}, chưa có: {missing}, chậm: {late}.",
        "missing": "Chưa thấy văn bản thực hiện trong kho:",
        "others": "Ngoài ra {n} văn bản của cơ quan khác cũng thực hiện.",
        "due": " (hạn {day})",
        "late": " ⚑ sau hạn {day}",
        "through": ", qua {n} văn bản",
    },
    "en": {
        "totals": "Expected: {expected} units. With a document: {done}, without: {missing}, late: {late}.",
        "missing": "No document found in the store of:",
        "others": "{n} documents of other bodies carry it out as well.",
        "due": " (due {day})",
        "late": " ⚑ after the deadline {day}",
        "through": ", through {n} documents",
    },
}


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
        _print(answer(), result, spoken)


def _print(console: Console, result: CoverageResult, language: Language) -> None:
    said = _WORDS[language]
    console.print(words.line(result.document, language))
    console.print(
        said["totals"].format(
            expected=len(result.expected), done=len(result.implemented), missing=len(result.missing), late=result.late
        )
    )
    for item in result.implemented:
        console.print(f"  {item.unit_name}: {_document(item, language)}")
    if result.missing:
        console.print(said["missing"])
        for unit in result.missing:
            due = said["due"].format(day=words.day(unit.deadline, language)) if unit.deadline else ""
            console.print(f"  {unit.unit_name}{due}")
    if result.others:
        console.print(said["others"].format(n=result.others))


def _document(item: CoverageItem, language: Language) -> str:
    said = _WORDS[language]
    late = said["late"].format(day=words.day(item.deadline, language)) if item.late else ""
    through = said["through"].format(n=item.depth - 1) if item.depth > 1 else ""
    name = item.document.symbol or item.document.title or item.document.key
    return f"{name}, {words.day(item.date, language)}{through}{late}"
