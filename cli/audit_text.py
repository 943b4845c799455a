"""The findings of an audit on the terminal, in either language of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cli import words
from queries.messages import written
from queries.reports.table import Cell
from queries.reports.words import CERTAINTY, FINDINGS, HOW_KNOWN, SEVERITIES
from queries.unnamed import name_of

if TYPE_CHECKING:
    from rich.console import Console

    from queries.messages import Language
    from queries.results import AuditResult, Finding

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "citing": "Văn bản dẫn: {}", "quote": "Câu dẫn: {}", "suspended": "Đình chỉ, ngưng hiệu lực: {}",
        "changed": "Sửa đổi, bổ sung: {}", "ended": "Hết hiệu lực: {}", "by": "{}, bởi {}",
        "successor": "Văn bản thay thế: {}", "source": "Nguồn: {}", "kept": "Phần còn áp dụng: {}",
        "voice": "{said}: {sentence}", "more": " và {n} chỗ nữa",
        "own": "chính văn bản ấy", "note": "Ghi chú: {}", "severity": "Mức độ: {}",
        "totals": "Tính đến {day}: {citations} chỗ dẫn trong {documents} văn bản, {found} phát hiện.",
        "unknown": "{} (xem bằng --kind unknown)",
        "none": "Không có văn bản nào đã nạp phù hợp với các điều kiện.",
    },
    "en": {
        "citing": "Citing: {}", "quote": "Sentence: {}", "suspended": "Suspended: {}",
        "changed": "Amended: {}", "ended": "Ended: {}", "by": "{}, by {}",
        "successor": "Look at instead: {}", "source": "Source: {}", "kept": "Still applies: {}",
        "voice": "{said}: {sentence}", "more": " and {n} places more",
        "own": "the document itself", "note": "Note: {}", "severity": "Severity: {}",
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

    citing = (name_of(finding.citing, language), finding.citing.issuer, Cell(finding.date).text(language))
    yield said["citing"].format(" · ".join(filter(None, citing)))
    if finding.voices:
        yield from _voices(finding, language)
    else:
        yield said["quote"].format(words.quote(finding.evidence, language))
    if finding.changed:
        yield changed("suspended" if finding.kind == "suspended" else "changed", Cell(finding.changed).text(language))
    if finding.ended:
        yield changed("ended", Cell(finding.ended).text(language))
    if finding.source:
        sure = CERTAINTY[language].get(finding.certainty or "", finding.certainty)
        known = ", ".join(filter(None, (HOW_KNOWN[language].get(finding.how_known or ""), sure)))
        yield said["source"].format(f"{finding.source} ({known})" if known else finding.source)
    for note in finding.notes:
        yield said["note"].format(note)
    if finding.kept:
        yield said["kept"].format(finding.kept)
    severity = said["severity"].format(SEVERITIES[language][finding.severity])
    yield " · ".join([severity, *([said["successor"].format(finding.successor)] if finding.successor else [])])


def _voices(finding: Finding, language: Language) -> Iterator[str]:
    """Who says what, a line each: the value, the sentence, in how many places more."""
    said = _WORDS[language]
    for voice in finding.voices:
        value = written(voice.said, language) + (f" ({said['own']})" if voice.own else "")
        more = said["more"].format(n=voice.places - 1) if voice.places > 1 else ""
        yield said["voice"].format(said=value, sentence=words.quote(voice.evidence, language) + more)
