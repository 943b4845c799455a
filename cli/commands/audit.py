"""``cancu audit``: citations of law that had ended, with sentence, date and source."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from cli import words
from cli.options import AsOfOption, JsonOption, StoreOption, complete_document, one_of
from cli.output import answer, message, print_json
from cli.stores import opened
from graph.errors import InputError, UnknownDocument

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rich.console import Console

    from graph.store import Store
    from queries.results import AuditResult, Finding

HELP = "Rà soát: văn bản được dẫn còn hiệu lực không, lúc dẫn và đến nay."
EXAMPLES = """Ví dụ:
  cancu audit
  cancu audit 10/KH-UBND
  cancu audit examples/ --kind ended --kind ended_since
  cancu audit --as-of 2024-12-31 --fail-on ended --json"""

KINDS = {
    "ended": "Dẫn văn bản đã hết hiệu lực",
    "ended_in_part": "Dẫn văn bản đã hết hiệu lực một phần",
    "amended": "Dẫn văn bản đã được sửa đổi",
    "basis_ended": "Căn cứ của văn bản được dẫn đã hết hiệu lực",
    "not_yet_in_force": "Dẫn văn bản chưa có hiệu lực",
    "ended_since": "Văn bản được dẫn hết hiệu lực sau đó",
    "anachronistic": "Văn bản được dẫn ghi ngày muộn hơn văn bản dẫn",
    "date_conflict": "Ngày của văn bản được dẫn không thống nhất",
    "symbol_conflict": "Số, ký hiệu không thống nhất",
    "ambiguous": "Chưa phân định được văn bản được dẫn",
    "unknown": "Chưa rõ hiệu lực",
}
SEVERITIES = ("high", "medium", "low", "info")
HOW_KNOWN = {
    "text": "theo văn bản trong kho",
    "reference": "theo dữ liệu tham chiếu",
    "derived": "suy ra theo quy định",
    "human": "do người rà soát ghi",
}


def audit(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VĂN_BẢN|TỆP|THƯ_MỤC]...",
            help="Những văn bản cần rà soát; bỏ trống là cả kho.",
            autocompletion=complete_document,
            show_default=False,
        ),
    ] = None,
    *,
    kinds: Annotated[
        list[str] | None, typer.Option("--kind", metavar="LOẠI", help="Chỉ loại phát hiện này; lặp lại được.")
    ] = None,
    fail_on: Annotated[
        list[str] | None, typer.Option("--fail-on", metavar="LOẠI", help="Thoát với mã 1 khi có phát hiện loại này.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="SỐ", help="Số phát hiện tối đa được in.")] = 1000,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print the findings, most severe first."""
    from queries.results import FindingKind

    known = get_args(FindingKind)
    wanted = one_of(kinds or [], known, "--kind")
    failing = one_of(fail_on or [], known, "--fail-on")
    with opened(store) as graph:
        result = _ask(graph, targets or [], kinds=wanted, as_of=as_of, limit=limit)
    if as_json:
        print_json(result)
    else:
        _print_findings(answer(), result)
    if any(result.counts.get(kind) for kind in failing):
        raise typer.Exit(1)


def _ask(store: Store, targets: list[str], *, kinds: list[str], as_of: date | None, limit: int) -> AuditResult:
    """Audit the whole store, or the documents that ``targets`` name; files that were not ingested go to stderr."""
    from queries.audit import audit as ask

    if not targets:
        return ask(store, kinds=kinds or None, as_of=as_of, limit=limit)
    results: dict[str, AuditResult] = {}
    left_out: list[str] = []
    for target in targets:
        for name in _names(target):
            try:
                results[name] = ask(store, name, kinds=kinds or None, as_of=as_of, limit=limit)
            except UnknownDocument:
                if name == target:
                    raise
                left_out.append(name)
    if not results:
        raise InputError(
            f"Không tệp nào trong {', '.join(targets)} đã được nạp. Hãy chạy trước: cancu ingest {targets[0]}"
        )
    if left_out:
        message(f"Chưa nạp nên không rà soát: {', '.join(left_out)}")
    return merged(list(results.values()), limit=limit)


def _names(target: str) -> list[str]:
    folder = Path(target)
    if not folder.is_dir():
        return [target]
    from ingest.walk import files_under

    return [str(file) for file in files_under([folder])]


def merged(results: Sequence[AuditResult], *, limit: int) -> AuditResult:
    """Put the answers for several documents together, most severe first."""
    findings = [finding for result in results for finding in result.findings]
    findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    counts: Counter[str] = Counter()
    for result in results:
        counts.update(result.counts)
    return results[0].model_copy(
        update={
            "findings": findings[:limit],
            "counts": dict(counts),
            "documents": sum(result.documents for result in results),
            "citations": sum(result.citations for result in results),
        }
    )


def _print_findings(console: Console, result: AuditResult) -> None:
    for finding in result.findings:
        for line in _block(finding):
            console.print(line)
        console.print()
    total = sum(result.counts.values())
    console.print(
        f"Tính đến {words.day(result.as_of)}: "
        f"{result.citations} chỗ dẫn trong {result.documents} văn bản, {total} phát hiện."
    )
    for kind, count in result.counts.items():
        if count:
            console.print(f"  {KINDS.get(kind, kind)}: {count}")
    if len(result.findings) < total:
        console.print(f"Đã in {len(result.findings)} phát hiện; tăng --limit để in thêm.")


def _block(finding: Finding) -> list[str]:
    """Write a finding as a block: the fact, the sentence, the date of end, the source."""
    lines = [f"⚑ {KINDS[finding.kind]}: {finding.message}", f"   Câu dẫn: {words.quote(finding.evidence)}"]
    if finding.ended:
        by = f", bởi {finding.ended_by}" if finding.ended_by else ""
        lines.append(f"   Hết hiệu lực: {words.day(finding.ended)}{by}")
    if finding.successor:
        lines.append(f"   Văn bản thay thế: {finding.successor}")
    if finding.source:
        known = f" ({HOW_KNOWN[finding.how_known]})" if finding.how_known else ""
        lines.append(f"   Nguồn: {finding.source}{known}")
    return lines
