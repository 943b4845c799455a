"""The trích yếu of a document on one line, and the years that it covers."""

from __future__ import annotations

import re
from functools import cache

from data.tables import document_types
from graph.model import Span
from ingest.lines import is_upper, one_line
from ingest.normalise import NormalisedText
from ingest.sections import RegionKind, Sections
from ingest.title_page import ADDRESSEES, NATIONAL_NAME, SUBJECT

_SUBJECT_MARK = re.compile(r"\(?\s?V\s?/\s?v\b\s?[:.]?\s*", re.IGNORECASE)
_OLD_NUMBER = re.compile(r"(?:của\s\D{3,80}\s)?số\s\S{4,30}\s+ngày\s.{6,30}?\d{4}\s+", re.IGNORECASE)
_OF_BODY = re.compile(r"của\s\D{3,100}?\s(?=(?:về|v/v|ban\shành|phê\sduyệt|kiện\stoàn|thành\slập)\s)", re.IGNORECASE)
_ABOUT = re.compile(r"\svề\s")
_NOTE = re.compile(r"\[\d{1,3}\]|\(\d\)$")
_ANNOUNCED_END = re.compile(
    r",?\s(?:(?:cụ thể\s)?như sau|với (?:các|những|một số) (?:nội dung|nhiệm vụ)|gồm (?:các|những) nội dung)\b"
    r"|,\s(?:cụ thể|với nội dung)\b|[:;]"
)
_ISSUES = r"(?:xây dựng|ban hành|đề ra|triển khai|thông báo)(?:\s+và\s+\w+\s\w+)?"
_RANGE = re.compile(
    r"(?<!\d)(?P<low>(?:19|20)\d{2})\s?-\s?(?P<high>(?:19|20)\d{2})(?!\d)"
    r"|từ năm (?P<from>(?:19|20)\d{2}) đến (?:hết )?năm (?P<to>(?:19|20)\d{2})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm (?P<year>(?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_OTHER_YEARS = re.compile(
    r"(?:tháng\s+\d{1,2}|nhiệm kỳ|đến(?: hết)?|tầm nhìn(?: đến)?|khóa|(?<!tuyên truyền )luật\s[^,;]{0,60})\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"|“[^“”]*”')
_PLACED_DAY = re.compile(r"[A-ZĐÀ-Ỹ][^,;:]{1,40},\s{1,3}ngày\s{1,3}[\d.…]")
_TITLE_LIMIT, _REACH, _SHORT_LINE = 600, 100, 30


def read_title(text: NormalisedText, sections: Sections, code: str | None, *, page_title: str | None) -> str | None:
    """Read the trích yếu: under the type, behind "V/v", from the web page, or from the announcing sentence.

    It is as written, without "V/v" and marks of footnotes; that of a normative document, by which it is called, without
    the type too ("Thông tư sửa đổi, …").
    """
    page = sections.title_page
    if page.title is not None:
        written = one_line(_letters(text, page.title))
        return _clean(written.removeprefix(f"{_type_names()[code]} ") if code in _normative() else written)
    if subject := subject_span(sections):
        return _clean(_letters(text, subject))
    if page_title:
        return _clean(page_title)
    announced = _announced(text.text, sections, code)
    return _clean(announced) if announced else None


def _letters(text: NormalisedText, span: Span) -> str:
    """The words of a span in the letters as read; other marks stay regular, for years are looked up behind them."""
    pairs = zip(span.of(text.text), text.written(span.start, span.end), strict=True)
    return "".join(letter if char.isalpha() else char for char, letter in pairs)


def covered_period(title: str | None, code: str | None) -> str | None:
    """Read the year or range of years that a plan or report covers from its title; normative documents cover none.

    >>> covered_period("Phát triển đô thị giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", "KH")
    '2026-2030'
    >>> covered_period("Thực hiện Chỉ thị ngày 15 tháng 8 năm 2024 trong năm 2025", "KH")
    '2025'

    Years within quotation marks are those of a programme that is carried out; they count when no others are given.

    >>> covered_period('Thực hiện Đề án "Sách cho em giai đoạn 2021 - 2030" năm 2024', "KH")
    '2024'
    """
    if title is None or code in _normative():
        return None
    own = _QUOTED.sub('""', title)
    return _years_of(own) or (_years_of(title) if own != title else None)


def _years_of(title: str) -> str | None:
    for match in _RANGE.finditer(title):
        low, high = match["low"] or match["from"], match["high"] or match["to"]
        if low < high and not _of_another(title, match.start()):
            return f"{low}-{high}"
    years = [match["year"] for match in _YEAR.finditer(title) if not _of_another(title, match.start())]
    return years[-1] if years else None


def _of_another(title: str, position: int) -> bool:
    """Tell whether the year at ``position`` is that of a date, a term, a law, or the end of an outlook."""
    return _OTHER_YEARS.search(title, max(0, position - _REACH), position) is not None


def _clean(written: str) -> str | None:
    text = _NOTE.sub("", one_line(written)).strip(" -_*")
    for opening in (_SUBJECT_MARK, _OLD_NUMBER, _OF_BODY, _SUBJECT_MARK):
        if match := opening.match(text):
            text = text[match.end() :]
    about = _ABOUT.search(text)
    if about and is_upper(text[: about.start()]):
        text = text[about.start() + 1 :]
    text = text.rstrip(" .;:,/")
    return f"{text[0].upper()}{text[1:]}" if text else None


def subject_span(sections: Sections) -> Span | None:
    """Where "V/v …" stands under the number of a letter, whose summary may name other documents with their dates."""
    lines = sections.lines[sections.title_page.first : sections.title_page.last]
    for index, line in enumerate(lines):
        if not SUBJECT.match(line.text):
            continue
        last = index
        while last + 1 < len(lines) and not lines[last + 1].gap and not _is_mark(lines[last + 1].text):
            following = lines[last + 2].text if last + 2 < len(lines) else ""
            if _is_torn_mark(lines[last + 1].text, following):
                break
            last += 1
        return Span(line.start, lines[last].end)
    return None


def _is_mark(text: str) -> bool:
    return (
        ADDRESSEES.match(text) is not None
        or NATIONAL_NAME.search(text) is not None
        or re.match(r".{0,60}ngày\s.{0,20}tháng", text) is not None
        or text[0] in "-*_"
        or text.startswith("Độc lập")
    )


def _is_torn_mark(text: str, following: str) -> bool:
    """Tell whether a short line begins a mark that its end tore ("ĐẢNG CỘNG" over "SẢN VIỆT NAM")."""
    whole = f"{text} {following}"
    if len(text) > _SHORT_LINE or not text[0].isupper():
        return False
    return NATIONAL_NAME.match(whole) is not None or _PLACED_DAY.match(whole) is not None


def _announced(text: str, sections: Sections, code: str | None) -> str | None:
    """The title in "… xây dựng Kế hoạch <title>, cụ thể như sau:", or in "Trên đây là Kế hoạch <title>."."""
    name = re.escape(_type_names().get(code or "", "Kế hoạch")).replace(r"\ ", r"\s+")
    for span in sections.spans(RegionKind.PREAMBLE):
        opening = span.of(text)
        found = None
        for match in re.finditer(rf"\b{_ISSUES}\s+{name}\s+(?!này|số)", opening, re.IGNORECASE):
            found = match
        if found:
            rest = opening[found.end() : found.end() + _TITLE_LIMIT]
            end = _ANNOUNCED_END.search(rest)
            title = rest[: end.start()] if end else rest.split("\n\n")[0]
            return title if len(title.split()) > 2 else None
    for span in sections.spans(RegionKind.CLOSING):
        closed = re.match(
            rf"Trên đây là\s+{name}\s+(?P<title>[^.;]{{10,{_TITLE_LIMIT}}})", span.of(text), re.IGNORECASE
        )
        if closed:
            return re.split(r",\s(?:các|yêu cầu|đề nghị|Ủy ban|UBND)", closed["title"])[0]
    return None


@cache
def _normative() -> frozenset[str]:
    return frozenset(row.code for row in document_types() if row.regimes == ("normative",))


@cache
def _type_names() -> dict[str, str]:
    return {row.code: row.name for row in document_types()}
