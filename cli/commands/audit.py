"""``cancu audit``: citations of law that had ended, with sentence, date and source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from cli import words
from cli.options import (
    AsOfOption,
    CursorOption,
    JsonOption,
    LimitOption,
    StoreOption,
    complete_document,
    document_name,
    one_of,
)
from cli.output import answer, message, print_json, write_utf8
from cli.reports import REPORTS
from cli.stores import opened
from graph.errors import InputError, UnknownDocument
from ingest.members import names_under

if TYPE_CHECKING:
    from rich.console import Console

    from graph.store import Store
    from queries.results import AuditResult, Finding

HELP = "Rà soát: văn bản được dẫn còn hiệu lực không, lúc dẫn và đến nay."
EXAMPLES = """Ví dụ:
  cancu audit
  cancu audit 12/KH-UBND
  cancu audit examples/ --kind ended --kind ended_since
  cancu audit --as-of 2024-12-31 --fail-on ended --json
  cancu audit --format html --lang en > audit.html"""


def complete_kind(incomplete: str) -> list[tuple[str, str]]:
    """Offer the kinds of findings with what they mean."""
    return [(kind, meaning) for kind, meaning in words.FINDINGS["vi"].items() if kind.startswith(incomplete)]


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
    report: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="DẠNG", help="In tất cả phát hiện thành báo cáo: csv hoặc html.", show_default=False
        ),
    ] = None,
    language: Annotated[
        str, typer.Option("--lang", metavar="NGÔN_NGỮ", help="Ngôn ngữ của báo cáo: vi hoặc en.")
    ] = "vi",
    limit: LimitOption = 500,
    cursor: CursorOption = None,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the findings, most severe first."""
    from queries.audit import audit as ask
    from queries.results import FindingKind

    one_of([report] if report else [], REPORTS, "--format")
    one_of([language], ("vi", "en"), "--lang")
    known = get_args(FindingKind)
    wanted = one_of(kinds or [], known, "--kind")
    failing = one_of(fail_on or [], known, "--fail-on")
    with opened(store) as graph:
        names = _names(graph, targets or [])
        most = None if report else limit
        result = ask(graph, names, kinds=wanted or None, as_of=as_of, limit=most, cursor=cursor)
    if report:
        write_utf8(REPORTS[report](result, "en" if language == "en" else "vi"))
    elif as_json:
        print_json(result)
    else:
        _print_findings(answer(), result)
    if any(result.counts.get(kind) for kind in failing):
        raise typer.Exit(1)


def _names(store: Store, targets: list[str]) -> list[str] | None:
    """Name the documents that ``targets`` mean, ``None`` for all; tell which files of a folder are not ingested."""
    if not targets:
        return None
    names: list[str] = []
    left_out: list[str] = []
    for target in targets:
        if Path(target).is_dir():
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


def _print_findings(console: Console, result: AuditResult) -> None:
    for finding in result.findings:
        for line in _block(finding):
            console.print(line)
        console.print()
    found = {kind: count for kind, count in result.counts.items() if count and kind != "unknown"}
    console.print(
        f"Tính đến {words.day(result.as_of)}: {result.citations} chỗ dẫn trong {result.documents} văn bản, "
        f"{sum(found.values())} phát hiện."
    )
    for kind, count in found.items():
        console.print(f"  {words.FINDINGS['vi'][kind]}: {count}")
    if unknown := result.counts.get("unknown"):
        console.print(f"  {words.FINDINGS['vi']['unknown']}: {unknown} (xem bằng --kind unknown)")
    if result.page and (hint := words.more(result.page, len(result.findings), "cancu audit …")):
        console.print(hint)


def _block(finding: Finding) -> list[str]:
    """Write a finding as a block: the fact, the sentence, the date of end, the source."""
    lines = [
        f"⚑ {words.FINDINGS['vi'][finding.kind]}: {finding.message}",
        f"   Câu dẫn: {words.quote(finding.evidence)}",
    ]
    if finding.changed:
        by = f", bởi {finding.ended_by}" if finding.ended_by else ""
        lines.append(f"   Sửa đổi, bổ sung: {words.day(finding.changed)}{by}")
    if finding.ended:
        by = f", bởi {finding.ended_by}" if finding.ended_by else ""
        lines.append(f"   Hết hiệu lực: {words.day(finding.ended)}{by}")
    if finding.successor and finding.successor != finding.ended_by:
        lines.append(f"   Văn bản thay thế: {finding.successor}")
    if finding.source:
        known = f" ({words.HOW_KNOWN['vi'][finding.how_known]})" if finding.how_known else ""
        lines.append(f"   Nguồn: {finding.source}{known}")
    if finding.kept:
        lines.append(f"   Phần còn áp dụng: {finding.kept}")
    return lines
