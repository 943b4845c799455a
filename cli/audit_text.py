"""The findings of an audit on the terminal, in either language of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cli import words
from queries.reports.table import Cell
from queries.reports.words import FINDINGS, HOW_KNOWN

if TYPE_CHECKING:
    from rich.console import Console

    from queries.messages import Language
    from queries.results import AuditResult, Finding

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "citing": "Văn bản dẫn: {}", "quote": "Câu dẫn: {}", "suspended": "Đình chỉ, ngưng hiệu lực: {}",
        "changed": "Sửa đổi, bổ sung: {}", "ended": "Hết hiệu lực: {}", "by": "{}, bởi {}",
        "successor": "Văn bản thay thế: {}", "source": "Nguồn: {}", "kept": "Phần còn áp dụng: {}",
        "totals": "Tính đến {day}: {citations} chỗ dẫn trong {documents} văn bản, {found} phát hiện.",
        "unknown": "{} (xem bằng --kind unknown)",
        "none": "Không có văn bản nào đã nạp phù hợp với các điều kiện.",
    },
    "en": {
        "citing": "Citing: {}", "quote": "Sentence: {}", "suspended": "Suspended: {}",
        "changed": "Amended: {}", "ended": "Ended: {}", "by": "{}, by {}",
        "successor": "Look at instead: {}", "source": "Source: {}", "kept": "Still applies: {}",
        "totals": "As of {day}: {citations} citations in {documents} documents, {found} findings.",
        "unknown": "{} (list them with --kind unknown)",
        "none": "No ingested document fulfils the conditions.",
    },
}  # fmt: skip


def print_findings(console: Console, result: AuditResult, language: Language) -> None:
    """Print all findings, how many there are of each kind, and how to get the next page."""
    said = _WORDS[language]
    for finding in result.findings:
        console.print(f"⚑ {FINDINGS[language][finding.kind]}: {_message(finding, language)}")
        for line in _facts(finding, language):
            console.print(f"   {line}")
        console.print()
    found = {kind: count for kind, count in result.counts.items() if count and kind != "unknown"}
    day = Cell(result.as_of).text(language)
    console.print(
        said["totals"].format(
            day=day, citations=result.citations, documents=result.documents, found=sum(found.values())
        )
    )
    for kind, count in found.items():
        console.print(f"  {FINDINGS[language][kind]}: {count}")
    if unknown := result.counts.get("unknown"):
        console.print(f"  {FINDINGS[language]['unknown']}: {said['unknown'].format(unknown)}")
    if not result.documents and not result.later:
        console.print(said["none"])
    if result.page and (hint := words.more(result.page, len(result.findings), "cancu audit …", language)):
        console.print(hint)


def _message(finding: Finding, language: Language) -> str:
    return finding.message if language == "vi" else finding.message_en


def _facts(finding: Finding, language: Language) -> Iterator[str]:
    """Who cites, the sentence, the dates, the source: a line each."""
    said = _WORDS[language]

    def changed(what: str, day: str) -> str:
        return said[what].format(said["by"].format(day, finding.ended_by) if finding.ended_by else day)

    citing = (finding.citing.symbol or finding.citing.title, finding.citing.issuer, Cell(finding.date).text(language))
    yield said["citing"].format(" · ".join(filter(None, citing)) or finding.citing.key)
    yield said["quote"].format(words.quote(finding.evidence, language))
    if finding.changed:
        yield changed("suspended" if finding.kind == "suspended" else "changed", Cell(finding.changed).text(language))
    if finding.ended:
        yield changed("ended", Cell(finding.ended).text(language))
    if finding.successor and finding.successor != finding.ended_by:
        yield said["successor"].format(finding.successor)
    if finding.source:
        known = f" ({HOW_KNOWN[language][finding.how_known]})" if finding.how_known else ""
        yield said["source"].format(finding.source + known)
    if finding.kept:
        yield said["kept"].format(finding.kept)
