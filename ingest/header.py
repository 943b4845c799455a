"""The header of a document: number, type, title, issuer, date, signer (NĐ 30/2020 Art. 8; HD 36-HD/VPTW)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.tables import document_types
from graph.model import Span
from graph.places import find_places
from ingest.dates import DAY_WORD, first_date
from ingest.issuer import read_issuer
from ingest.lines import Line, is_upper, one_line
from ingest.model import Days, Header
from ingest.normalise import NormalisedText
from ingest.page_facts import PageFacts, read_page_facts
from ingest.sections import RegionKind, Sections
from ingest.signature import read_signature
from ingest.symbols import Symbol, find_symbols, type_of_symbol
from ingest.tax_letters import letter_of_tax
from ingest.title import covered_period, read_title, subject_span
from ingest.title_page import NUMBER_LINE

_SAID = re.compile(
    r"(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Sắc lệnh|Lệnh)\s+)?\w{2}\s{0,3}[:.;]?\s{0,3}", re.IGNORECASE
)
_NUMBER_WORD = "số "
_BLANK = re.compile(r"[\s.…_]{0,40}(?P<tail>[/-]\s?(?:\d{4}\s?/\s?)?[A-ZĐ][\w&]{0,15}\s?[-/]\s?[A-ZĐ][\w&-]{0,30})")
_UNFINISHED = re.compile(r"\d{0,5}$|[^\n]{1,30}[/-]\s{0,2}$")
_GOES_ON = re.compile(r"[/-]\s?[A-ZĐ]")
_PLACE = re.compile(rf"(?P<place>[^\n,:;/|]{{2,80}}?)\s{{0,3}},\s{{0,6}}{DAY_WORD}(?=[\s\d.…])", re.IGNORECASE)
_WORD = r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,7}"
_BARE_PLACE = re.compile(rf"(?<![a-zà-ỹđ] )(?P<place>{_WORD}(?: {_WORD}){{0,3}})\s{{1,3}}{DAY_WORD}(?=\s\d)")
_BESIDE_PLACE = re.compile(
    r"^.{0,160}(?:CỘNG SẢN VIỆT NAM|CHỦ NGHĨA VIỆT NAM|Hạnh phúc|HẠNH PHÚC|TNCS HỒ CHÍ MINH)[\s*_-]{1,4}(?=\S)"
)
"""The name of the nation, the Party or the union that was run together with the địa danh."""

_BLANK_DAY = re.compile(
    rf"{DAY_WORD}[\s.…_]{{0,40}}(?:tháng(?:\s{{0,4}}(?P<month>0?[1-9]|1[0-2])(?!\d)|[\s.…_]{{0,40}})\s{{0,4}}năm\s{{0,4}}"
    r"(?P<year>20\d\d)|/\s?(?P<numeral>0?[1-9]|1[0-2])\s?/\s?(?P<short>20\d\d))(?!\d)",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"thông qua(?: vào)?\s+(?=ngày)")
_ADOPTION_WINDOW, _HEAD_WINDOW = 1_500, 4_000


@dataclass(frozen=True, slots=True)
class _Number:
    """The number line: ``symbol`` with offsets into the text, which ends at ``end``.

    ``blank`` tells that its number was never filled in, so that the symbol has no place in the text.
    """

    symbol: Symbol
    end: int
    blank: bool = False


def read_header(text: NormalisedText, sections: Sections) -> Header:
    """Read the header of a document, wherever its parts are found; what was lost is ``None``.

    ``symbol`` is ``None`` while the number is blank, because a symbol without a number names nothing. ``body`` is left
    to resolution.
    """
    number = _number(text.text, sections)
    symbol = number.symbol if number else None
    facts = read_page_facts(sections)
    if symbol is None:
        symbol = facts.symbol
    elif facts.symbol and facts.symbol.canonical != symbol.canonical:
        facts = PageFacts()
    day = _issued(text.text, sections) or facts.date
    dated = Header(date=day, issued_within=_issued_within(text.text, sections) if day is None else None)
    place = _place(text.text, sections, number)
    announced = sections.title_page.type_code or facts.type
    letter = symbol is not None and announced is None and subject_span(sections) is not None
    if symbol is not None and letter:
        symbol = letter_of_tax(symbol)
    code = _type(announced, symbol)
    if code is None and letter:
        code = "CV"  # "V/v" stands under the number of a letter only (NĐ 30/2020 Phụ lục I)
    title = read_title(text, sections, code, page_title=facts.title)
    issuer = read_issuer(sections, symbol, place=place, on=dated.about, text=text.text)
    signature = read_signature(sections)
    header = replace(
        dated,
        type=code,
        title=title,
        issuer=issuer.name,
        issuer_parent=issuer.parent,
        level=issuer.level,
        place=_as_read(place, text, sections.spans(RegionKind.HEAD)),
        signer=_as_read(signature.name, text, sections.spans(RegionKind.SIGNATURE)) or facts.signer,
        signer_capacity=signature.capacity,
        period=covered_period(title, code),
    )
    if symbol is None or (number and number.blank):
        return header
    span = text.span(symbol.start, symbol.end) if number else None
    return replace(
        header,
        symbol=symbol.canonical,
        number=symbol.number,
        symbol_span=(span.start, span.end) if span else None,
    )


def _as_read(name: str | None, text: NormalisedText, spans: Sequence[Span]) -> str | None:
    """A name in the letters in which it stands ("Thanh Hoá", "Lê Thị Thuý")."""
    spoken = re.compile(r"\s+".join(map(re.escape, (name or "").split())))
    for span in spans if name else ():
        if match := spoken.search(text.text, span.start, span.end):
            return one_line(text.written(match.start(), match.end()))
    return name


def _type(announced: str | None, symbol: Symbol | None) -> str | None:
    """The announced type, or the one in the symbol where nothing is announced or it is more exact (TTLT, THÔNG TƯ)."""
    coded = type_of_symbol(symbol) if symbol else None
    names = {row.code: row.name for row in document_types()}
    if announced and not (coded and names[coded].startswith(f"{names[announced]} ")):
        return announced
    return coded


def _number(text: str, sections: Sections) -> _Number | None:
    """Read the number line of the head; without one, a line of the head that is a symbol and nothing else."""
    page = sections.title_page
    lines = sections.lines[page.first : page.last]
    for index, line in enumerate(lines):
        if not NUMBER_LINE.match(line.text) or _in_title(line, sections):
            continue
        said = _SAID.match(line.text)
        start = line.start + (said.end() if said else 0)
        written = text[start : line.end]
        goes_on = index + 1 < len(lines) and _GOES_ON.match(lines[index + 1].text) is not None
        end = lines[min(index + 2, len(lines) - 1)].end if goes_on or _UNFINISHED.match(written) else line.end
        if symbol := next(find_symbols(_NUMBER_WORD + text[start:end]), None):
            return _filled(symbol, start - len(_NUMBER_WORD))
        blank = _BLANK.match(written)
        if blank and (symbol := next(find_symbols(f"1{blank['tail']}"), None)):
            return _Number(symbol, start + blank.end(), blank=True)
    for line in lines:
        symbol = next(find_symbols(line.text), None)
        if symbol and len(line.text) - (symbol.end - symbol.start) < 12 and not _in_title(line, sections):
            return _filled(symbol, line.start)
    return _in_type_line(text, sections)


def _in_type_line(text: str, sections: Sections) -> _Number | None:
    """Read "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 12/2003/NĐ-CP NGÀY …", the form of documents before 2004."""
    title = sections.title_page.title
    if title is None:
        return None
    opening = re.match(r"(?:CỦA\s[^\d]{3,80}\s)?SỐ\s", title.of(text), re.IGNORECASE)
    symbol = next(find_symbols(title.of(text)[opening.end() : opening.end() + 60]), None) if opening else None
    return _filled(symbol, title.start + opening.end()) if symbol and opening else None


def _filled(symbol: Symbol, offset: int) -> _Number:
    moved = replace(symbol, start=symbol.start + offset, end=symbol.end + offset)
    return _Number(moved, moved.end)


def _in_title(line: Line, sections: Sections) -> bool:
    title = sections.title_page.title
    return title is not None and title.start <= line.start < title.end


def _before_title(sections: Sections) -> tuple[int, int]:
    """Bounds of the head without the trích yếu, which may hold numbers and dates of other documents."""
    page = sections.title_page
    if page.last == page.first:
        return 0, 0
    start, end = sections.lines[page.first].start, sections.lines[page.last - 1].end
    return start, min(page.title.start if page.title else end, start + _HEAD_WINDOW)


def _issued(text: str, sections: Sections) -> date | None:
    if found := first_date(_dated_part(text, sections)):
        return found[0]
    page = sections.title_page
    if page.title and re.match(r"(?:CỦA|SỐ)\s", page.title.of(text), re.IGNORECASE):
        found = first_date(text, page.title.start, page.title.end)
        return found[0] if found else None
    return _adopted(text, sections)


def _issued_within(text: str, sections: Sections) -> Days | None:
    """The month or year of a date line whose day is blank: "Gia Lai, ngày     tháng 11 năm 2025"."""
    blank = _BLANK_DAY.search(_dated_part(text, sections))
    if blank is None:
        return None
    year, month = int(blank["year"] or blank["short"]), blank["month"] or blank["numeral"]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])


def _dated_part(text: str, sections: Sections) -> str:
    """What of the head may hold the day of the document, on one line."""
    start, end = _before_title(sections)
    return one_line(_without_subject(text[:end], sections)[start:])


def _without_subject(head: str, sections: Sections) -> str:
    """The head with spaces for its "V/v …", which may name the numbers and dates of other documents."""
    subject = subject_span(sections)
    if subject is None or subject.start >= len(head):
        return head
    return head[: subject.start] + " " * (min(subject.end, len(head)) - subject.start) + head[subject.end :]


def _adopted(text: str, sections: Sections) -> date | None:
    """The day on which the National Assembly or a council adopted the text, stated before the signature."""
    signature = sections.spans(RegionKind.SIGNATURE)
    end = signature[0].start if signature else len(text)
    window = max(0, end - _ADOPTION_WINDOW)
    for match in _ADOPTED.finditer(text, window, end):
        if found := first_date(text, match.end(), min(end, match.end() + 40)):
            return found[0]
    return None


def _known_place(text: str, start: int, end: int) -> re.Match[str] | None:
    """A known place that stands before the day without its comma ("Lâm Đồng ngày 05 tháng 11 năm 2025")."""
    found = _BARE_PLACE.finditer(text, start, end)
    return next((match for match in found if find_places(match["place"])), None)


def _place(text: str, sections: Sections, number: _Number | None) -> str | None:
    """The địa danh in front of the date; on a line with the number, what follows the number."""
    start, end = _before_title(sections)
    text = _without_subject(text[:end], sections)
    after = number.end if number and number.end < end else start
    match = _PLACE.search(text, after, end) or _PLACE.search(text, start, end) or _known_place(text, start, end)
    if match is None:
        return None
    place = _BESIDE_PLACE.sub("", one_line(match["place"].rsplit("  ", 1)[-1])).strip(" *_-.")
    before = text[start : match.start("place")].rsplit("\n", 2)
    torn = f"{one_line(before[-2])} {place}" if len(before) > 2 and not before[-1].strip() else place
    if find_places(torn) and not find_places(place):
        place = torn
    return (place.title() if is_upper(place) else place) or None
