"""``cancu impact``: what rests on a document, and what would end with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import words
from cli.options import (
    AsOfOption,
    CursorOption,
    DocumentArgument,
    FormatOption,
    JsonOption,
    LanguageOption,
    LimitOption,
    LinkOption,
    OutputOption,
    StoreOption,
    TypesOption,
)
from cli.output import answer, message, print_json, tell
from cli.stores import opened

if TYPE_CHECKING:
    from rich.console import Console

    from queries.results import ImpactResult

HELP = "Văn bản này mà hết hiệu lực thì động đến những văn bản nào: đếm trước, rồi từng văn bản."
EXAMPLES = """Ví dụ:
  cancu impact 04/2015/NĐ-CP
  cancu impact 10/2022/QH15 --type GUIDES --type BASED_ON
  cancu impact 04/2015/NĐ-CP --as-of 2025-05-01 --json
  cancu impact 04/2015/NĐ-CP --output lien-quan.xlsx"""


def impact(  # noqa: PLR0913 - one parameter an option
    document: DocumentArgument,
    *,
    types: TypesOption = None,
    limit: LimitOption = 50,
    cursor: CursorOption = None,
    report: FormatOption = None,
    output: OutputOption = None,
    language: LanguageOption = "vi",
    link: LinkOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print what rests on a document."""
    from cli.files import format_of, language_of, write_report
    from queries.impact import impact as ask
    from queries.reports.impact import impact_report

    written, spoken = format_of(report, output), language_of(language)
    most = None if written else limit
    with opened(store) as graph:
        result = ask(graph, document, types=types or None, limit=most, cursor=cursor, as_of=as_of)
    tell(result.notes, spoken)
    if result.later:
        message(f"Không tính {result.later} văn bản ban hành sau ngày {words.day(result.as_of)}.")
    if written:
        write_report(impact_report(result, spoken, link), written, output)
    elif as_json:
        print_json(result)
    else:
        _print(answer(), result)


def _print(console: Console, result: ImpactResult) -> None:
    console.print(words.line(result.document))
    if not result.counts:
        console.print("Chưa có văn bản nào trong kho dựa vào văn bản này.")
        return
    for count in result.counts:
        console.print(f"  {count.label}: {count.count}")
    ended = result.document.validity.status == "ended"
    if ended:
        console.print(f"{words.since_when(result.document.validity)}; hết hiệu lực theo: {result.falls_total}")
    elif result.falls:
        console.print(f"Nếu hết hiệu lực vào {words.day(result.falls_on)}, hết hiệu lực theo: {result.falls_total}")
    if result.falls:
        for document in result.falls:
            console.print(f"  {words.line(document)}")
        console.print(f"  {result.rule}")
    for item in result.documents:
        console.print(f"{item.label}: {words.line(item.document)}")
    if hint := words.more(result.page, len(result.documents), "cancu impact …"):
        console.print(hint)
