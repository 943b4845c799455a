"""How documents, levels, dates and validity read on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.text import written_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from queries.messages import Language
    from queries.results import DocumentRef, EvidenceInfo, Page, ValidityInfo

LEVELS = {"ward": "cấp xã", "district": "cấp huyện", "province": "cấp tỉnh", "central": "trung ương"}
"""Levels from below to above with their words."""

UNKNOWN_LEVEL = "chưa rõ cấp"


def day(value: date | None) -> str:
    """Write a date the Vietnamese way, 13/02/2024."""
    return written_day(value) if value else "chưa rõ ngày"


def level(value: str | None) -> str:
    """Name a level."""
    return LEVELS.get(value or "", UNKNOWN_LEVEL)


def name(document: DocumentRef) -> str:
    """Name a document by type and symbol, or by its title where it has no symbol (laws named only by name)."""
    if document.symbol:
        return f"{document.type_name} {document.symbol}"
    title = document.title or document.key
    return title if title.casefold().startswith(document.type_name.casefold()) else f"{document.type_name} {title}"


def page(number: int | None, read_by: str | None) -> str:
    """Write on which page something stands and whether it was recognised there: " (tr. 3, nhận dạng chữ)"."""
    if number is None:
        return ""
    return f" (tr. {number}, nhận dạng chữ)" if read_by == "ocr" else f" (tr. {number})"


def line(document: DocumentRef) -> str:
    """Describe a document in a line: type, symbol, issuer, level, date, ingested or only cited, what ended."""
    parts = [
        name(document),
        document.issuer or "chưa rõ cơ quan",
        level(document.level),
        day(document.date),
        "đã nhập" if document.ingested else "chỉ được dẫn",
    ]
    if mark := flag(document.validity):
        parts.append(mark)
    return " · ".join(parts)


def since_when(validity: ValidityInfo) -> str:
    """Say since when and by what a document has ended: "Đã hết hiệu lực từ 01/07/2023, bởi 10/2022/QH15"."""
    by = f", bởi {validity.ended_by}" if validity.ended_by else ""
    return f"Đã hết hiệu lực từ {day(validity.ended)}{by}"


def flag(validity: ValidityInfo) -> str | None:
    """Say in words what a reader has to know of a document's validity; ``None`` when it is in force or unknown."""
    by = f", bởi {validity.ended_by}" if validity.ended_by else ""
    match validity.status:
        case "ended":
            return f"⚑ hết hiệu lực từ {day(validity.ended)}{by}"
        case "ended_in_part":
            return f"⚑ hết hiệu lực một phần từ {day(validity.ended)}{by}"
        case "not_yet_in_force":
            return f"⚑ chưa có hiệu lực (từ {day(validity.in_force_from)})"
        case "in_force" | "unknown":
            return None


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
