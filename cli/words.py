"""How documents, levels, dates and validity read on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.text import written_day
from graph.vocabulary import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from queries.messages import Language
    from queries.results import DocumentRef, EvidenceInfo, Page, ValidityInfo

LEVELS = {"ward": "cấp xã", "district": "cấp huyện", "province": "cấp tỉnh", "central": "trung ương"}
"""Levels from below to above with their words."""

UNKNOWN_LEVEL = "chưa rõ cấp"
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "day": "chưa rõ ngày", "issuer": "chưa rõ cơ quan", "ingested": "đã nhập", "cited": "chỉ được dẫn",
        "by": ", bởi {}", "since": "Đã hết hiệu lực từ {}{}", "ended": "⚑ hết hiệu lực từ {}{}",
        "ended_in_part": "⚑ hết hiệu lực một phần từ {}{}", "not_yet_in_force": "⚑ chưa có hiệu lực (từ {})",
    },
    "en": {
        "day": "undated", "issuer": "issuer unknown", "ingested": "ingested", "cited": "only cited",
        "by": ", by {}", "since": "Ended on {}{}", "ended": "⚑ ended on {}{}",
        "ended_in_part": "⚑ ended in part on {}{}", "not_yet_in_force": "⚑ not yet in force (from {})",
        "ward": "ward", "district": "district", "province": "province", "central": "central", "level": "level unknown",
    },
}  # fmt: skip


def day(value: date | None, language: Language = "vi") -> str:
    """Write a date the Vietnamese way, 13/02/2024, in English as the reports do, 2024-02-13."""
    if value is None:
        return _WORDS[language]["day"]
    return written_day(value) if language == "vi" else value.isoformat()


def level(value: str | None, language: Language = "vi") -> str:
    """Name a level."""
    if language == "en":
        return _WORDS["en"][value or "level"]
    return LEVELS.get(value or "", UNKNOWN_LEVEL)


def name(document: DocumentRef, language: Language = "vi") -> str:
    """Name a document by type and symbol, or by its title where it has no symbol (laws named only by name)."""
    from queries.messages import type_in_words

    return called(
        document.type, document.symbol or document.title or document.key, type_in_words(document.type, language)
    )


def page(number: int | None, read_by: str | None) -> str:
    """Write on which page something stands and whether it was recognised there: " (tr. 3, nhận dạng chữ)"."""
    if number is None:
        return ""
    return f" (tr. {number}, nhận dạng chữ)" if read_by == "ocr" else f" (tr. {number})"


def line(document: DocumentRef, language: Language = "vi") -> str:
    """Describe a document in a line: type, symbol, issuer, level, date, ingested or only cited, what ended."""
    said = _WORDS[language]
    parts = [
        name(document, language),
        document.issuer or said["issuer"],
        level(document.level, language),
        day(document.date, language),
        said["ingested" if document.ingested else "cited"],
    ]
    if mark := flag(document.validity, language):
        parts.append(mark)
    return " · ".join(parts)


def since_when(validity: ValidityInfo, language: Language = "vi") -> str:
    """Say since when and by what a document has ended: "Đã hết hiệu lực từ 01/07/2023, bởi 10/2022/QH15"."""
    return _WORDS[language]["since"].format(day(validity.ended, language), _by(validity, language))


def flag(validity: ValidityInfo, language: Language = "vi") -> str | None:
    """Say in words what a reader has to know of a document's validity; ``None`` when it is in force or unknown."""
    match validity.status:
        case "ended" | "ended_in_part":
            return _WORDS[language][validity.status].format(day(validity.ended, language), _by(validity, language))
        case "not_yet_in_force":
            return _WORDS[language][validity.status].format(day(validity.in_force_from, language))
        case "in_force" | "unknown":
            return None


def _by(validity: ValidityInfo, language: Language) -> str:
    return _WORDS[language]["by"].format(validity.ended_by) if validity.ended_by else ""


def quote(evidence: EvidenceInfo, language: Language = "vi") -> str:
    """Quote the sentence of an evidence with the document and the place where it stands."""
    sentence = clipped(" ".join((evidence.sentence or evidence.quote).split()), " ".join(evidence.quote.split()))
    what = "ký tự" if language == "vi" else "characters"
    where = f"{evidence.document_symbol or evidence.document}, {what} {evidence.start}–{evidence.end}"
    return f"“{sentence}” ({where}){page(evidence.page, evidence.read_by)}"


def clipped(sentence: str, core: str, room: int = 160) -> str:
    """Cut a sentence to ``room`` characters on each side of ``core``, at spaces.

    >>> clipped("một hai ba bốn năm", "ba", room=5)
    '… hai ba bốn …'
    """
    start = max(sentence.find(core), 0)
    end = start + len(core)
    low = 0 if start <= room else sentence.find(" ", start - room, start) + 1 or start
    high = len(sentence) if len(sentence) - end <= room else sentence.rfind(" ", end, end + room)
    high = max(high, end)
    return f"{'… ' if low else ''}{sentence[low:high]}{' …' if high < len(sentence) else ''}"


def aligned(facts: Mapping[str, str | None]) -> Iterator[str]:
    """Write labels and values in two columns; what has no value is left out.

    >>> list(aligned({"Số": "10", "Ngày": "13/02/2024", "Người ký": None}))
    ['  Số    10', '  Ngày  13/02/2024']
    """
    known = {label: value for label, value in facts.items() if value}
    width = max(map(len, known), default=0)
    for label, value in known.items():
        yield f"  {label:<{width}}  {value}"


def more(page: Page, shown: int, command: str, language: Language = "vi") -> str | None:
    """Tell how to get the next page, or ``None`` on the last one."""
    if page.next is None:
        return None
    next_page = f"{command} --cursor {page.next}"
    if language == "en":
        return f"{shown} of {page.total}. Next page: {next_page}"
    return f"Đã in {shown} trong {page.total}. Trang sau: {next_page}"
