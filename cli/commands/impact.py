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
from graph.vocabulary import edge_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from queries.messages import Language
    from queries.results import Dependent, ImpactResult, RelationCount

HELP = "Văn bản này mà hết hiệu lực thì động đến những văn bản nào: đếm trước, rồi từng văn bản."
EXAMPLES = """Ví dụ:
  cancu impact 04/2015/NĐ-CP
  cancu impact 10/2022/QH15 --type GUIDES --type BASED_ON
  cancu impact 04/2015/NĐ-CP --as-of 2025-05-01 --json
  cancu impact 04/2015/NĐ-CP --lang en
  cancu impact 04/2015/NĐ-CP --output lien-quan.xlsx"""

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "later": "Không tính {n} văn bản ban hành sau ngày {day}.",
        "none": "Chưa có văn bản nào trong kho dựa vào văn bản này.",
        "fell": "{since}; hết hiệu lực theo: {n}",
        "falls": "Nếu hết hiệu lực vào {day}, hết hiệu lực theo: {n}",
    },
    "en": {
        "later": "{n} documents issued after {day} are not counted.",
        "none": "No document of the store rests on it.",
        "fell": "{since}; ended with it: {n}",
        "falls": "If it ends on {day}, would end with it: {n}",
    },
}


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
        message(_WORDS[spoken]["later"].format(n=result.later, day=words.day(result.as_of, spoken)))
    if written:
        write_report(impact_report(result, spoken, link), written, output)
    elif as_json:
        print_json(result)
    else:
        _print(answer(), result, spoken)


def _print(console: Console, result: ImpactResult, language: Language) -> None:
    said = _WORDS[language]
    console.print(words.line(result.document, language))
    if not result.counts:
        console.print(said["none"])
        return
    for count in result.counts:
        console.print(f"  {_relation(count, language)}: {count.count}")
    if result.document.validity.status == "ended":
        since = words.since_when(result.document.validity, language)
        console.print(said["fell"].format(since=since, n=result.falls_total))
    elif result.falls:
        console.print(said["falls"].format(day=words.day(result.falls_on, language), n=result.falls_total))
    if result.falls:
        for document in result.falls:
            console.print(f"  {words.line(document, language)}")
        if language == "vi":  # the rule is quoted as its law words it
            console.print(f"  {result.rule}")
    for item in result.documents:
        console.print(f"{_relation(item, language)}: {words.line(item.document, language)}")
    if hint := words.more(result.page, len(result.documents), "cancu impact …", language):
        console.print(hint)


def _relation(told: RelationCount | Dependent, language: Language) -> str:
    return told.label if language == "vi" else edge_type(told.type).verb
