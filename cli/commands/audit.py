"""``cancu audit``: citations of law that had ended, with sentence, date and source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from cli import words
from cli.options import (
    AsOfOption,
    BodyOption,
    CursorOption,
    FormatOption,
    JsonOption,
    LanguageOption,
    LevelOption,
    LimitOption,
    LinkOption,
    OutputOption,
    PlaceOption,
    SinceOption,
    StoreOption,
    UntilOption,
    complete_document,
    document_name,
    one_of,
)
from cli.output import answer, message, print_json, tell
from cli.stores import opened
from graph.errors import InputError, UnknownDocument
from ingest.members import names_under
from ingest.paths import is_folder
from queries.reports.words import FINDINGS, SEVERITIES

if TYPE_CHECKING:
    from graph.store import Store
    from queries.results import AuditResult

HELP = "Rà soát: văn bản được dẫn còn hiệu lực không, lúc dẫn và đến nay."
EXAMPLES = """Ví dụ:
  cancu audit
  cancu audit 12/KH-UBND
  cancu audit examples/ --kind ended --kind ended_since
  cancu audit --place "tỉnh Quảng Nam" --level ward
  cancu audit --body "UBND huyện Duy Xuyên" --since 2024-01-01 --severity high
  cancu audit --as-of 2024-12-31 --fail-on ended --json
  cancu audit --output audit.xlsx --lang en --link http://127.0.0.1:8000"""


def complete_kind(incomplete: str) -> list[tuple[str, str]]:
    """Offer the kinds of findings with what they mean."""
    return [(kind, meaning) for kind, meaning in FINDINGS["vi"].items() if kind.startswith(incomplete)]


def complete_severity(incomplete: str) -> list[tuple[str, str]]:
    """Offer the severities with what they mean."""
    return [(severity, meaning) for severity, meaning in SEVERITIES["vi"].items() if severity.startswith(incomplete)]


def audit(  # noqa: PLR0913 - one parameter an option
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VĂN_BẢN|TỆP|THƯ_MỤC",
            help="Những văn bản cần rà soát; bỏ trống là cả kho.",
            autocompletion=complete_document,
            show_default=False,
        ),
    ] = None,
    *,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            help="Chỉ loại phát hiện này; lặp lại được.",
            autocompletion=complete_kind,
        ),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="LOẠI",
            help="Thoát với mã 1 khi có phát hiện loại này.",
            autocompletion=complete_kind,
        ),
    ] = None,
    severities: Annotated[
        list[str] | None,
        typer.Option(
            "--severity",
            metavar="MỨC",
            help="Chỉ mức này: high, medium, low, info; lặp lại được.",
            autocompletion=complete_severity,
        ),
    ] = None,
    place: PlaceOption = None,
    body: BodyOption = None,
    level: LevelOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    report: FormatOption = None,
    output: OutputOption = None,
    language: LanguageOption = "vi",
    link: LinkOption = None,
    limit: LimitOption = 500,
    cursor: CursorOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the findings, most severe first."""
    from cli.audit_text import print_findings
    from cli.files import format_of, language_of, write_report
    from queries.audit import audit as ask
    from queries.reports.audit import audit_report
    from queries.results import FindingKind
    from queries.scope import Among

    written, spoken = format_of(report, output), language_of(language)
    known = get_args(FindingKind)
    wanted = one_of(kinds or [], known, "--kind")
    graves = one_of(severities or [], SEVERITIES["vi"], "--severity")
    failing = one_of(fail_on or [], known, "--fail-on")
    among = Among(place, body, level, since, until)
    with opened(store) as graph:
        names = _names(graph, targets or [])
        most = None if written else limit
        result = ask(
            graph, names, among=among, kinds=wanted or None, severities=graves or None, as_of=as_of, limit=most,
            cursor=cursor,
        )  # fmt: skip
    _tell_left_out(result)
    if written:
        write_report(audit_report(result, spoken, link), written, output)
    elif as_json:
        print_json(result)
    else:
        print_findings(answer(), result, spoken)
    if any(result.counts.get(kind) for kind in failing):
        raise typer.Exit(1)


def _names(store: Store, targets: list[str]) -> list[str] | None:
    """Name the documents that ``targets`` mean, ``None`` for all; tell which files of a folder are not ingested."""
    if not targets:
        return None
    names: list[str] = []
    left_out: list[str] = []
    for target in targets:
        if is_folder(target):
            for file in map(document_name, names_under([Path(target)])):
                (names if _is_ingested(store, file) else left_out).append(file)
        else:
            names.append(document_name(target))
    if not names:
        raise InputError(f"Chưa nạp tệp nào trong {', '.join(targets)}. Hãy chạy trước: cancu ingest {targets[0]}")
    if left_out:
        message(f"Chưa nạp nên không rà soát: {', '.join(left_out)}")
    return names


def _is_ingested(store: Store, file: str) -> bool:
    from queries.locate import locate

    try:
        locate(store, file)
    except UnknownDocument:
        return False
    return True


def _tell_left_out(result: AuditResult) -> None:
    """Say what a day in the past leaves out, and why nothing may be left."""
    if not result.later:
        tell(result.notes)
        return
    day = words.day(result.as_of)
    if result.documents == 0 and result.first:
        message(
            f"Đến ngày {day} chưa có văn bản nào trong số được hỏi; văn bản sớm nhất ghi ngày "
            f"{words.day(result.first)}. Hãy chọn --as-of muộn hơn."
        )
    else:
        message(f"Không xét {result.later} văn bản ban hành sau ngày {day}.")
