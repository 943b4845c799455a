"""What follows the core of a reference: its date, who issued it, its term.

::

    tail = [note] [","] [date] ["của" body {"và" body}] [term]            , ngày 12/12/2013 của Bộ Chính trị (khóa XI)
         | [date] "của" "liên" kind name {"-" name}                       của liên Sở Tài chính - Xây dựng
         | [date] "của" "liên ngành" body {"-" body}                      của Liên ngành Sở Nội vụ - Sở Tài chính
         | "năm" year                                                     năm 2022
    term = "khóa" ordinal ["nhiệm kỳ" years] | "nhiệm kỳ" years           khóa XX, nhiệm kỳ 2020 - 2025
    note = "(1)" | "¹" | "1"                                              QĐ-TTg(1) ngày 2/3/2024

Bodies joined by commas are read only for documents that are joint by their type, and behind "giữa"; elsewhere a comma
ends the issuer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.bodies import NamedBody, read_body
from graph.body_codes import bodies_from_codes
from graph.body_eras import body_on
from graph.institutions import read_issuer
from graph.law import law_named_at
from graph.places import Frame
from graph.quick import quickly_made, replaced
from ingest.dates import DAY_WORD, date_after
from ingest.english import english_date_after
from ingest.reference import Reference

ORDINAL = r"(?P<ordinal>[IVX]{1,6}|\d{1,2})"
"""An ordinal number of a congress or a term: "XIII", "13"."""

_SITTING = r",?\s{1,3}(?:tại\s)?[Kk]ỳ họp thứ\s{1,3}\w{1,5}"
TERM_YEARS = r",?\s{1,3}\(?[Nn]hiệm\s{1,3}kỳ\s{1,3}(?:19|20)\d{2}\s?-\s?20\d{2}\)?"
"""The years of a term, behind its ordinal or alone: "khóa XX, nhiệm kỳ 2020 - 2025"."""

_TERM = re.compile(
    rf"\s{{0,3}}[,(]?\s{{0,2}}(?i:khóa)\s{{1,3}}{ORDINAL}\b\)?(?:{TERM_YEARS})?(?:{_SITTING})?(?:{TERM_YEARS})?|{TERM_YEARS}"
)
_SESSION = r"(?:Hội nghị(?:\s{1,3}(?:lần thứ\s{1,3}\w{1,5}|Trung ương\s{1,3}\d{1,2}))?,?\s{1,3}(?:của\s{1,3})?)?"
_BY = re.compile(
    rf"\s{{0,4}},?\s{{0,3}}(?:(?:đã\s|được\s)?(?:của|cua|do|giữa)\s{{1,4}}|ban hành (?:bởi|của)\s){_SESSION}"
    r"|\s{0,2},\s{1,3}Hội nghị\s{1,3}lần thứ\s{1,3}\w{1,5},?\s{1,3}(?:của\s{1,3})?",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(
    r"(?:\s?\(\d{1,2}\)|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}|(?<=[A-Za-zĐ])\d{1,2})(?=,?\s{1,3}(?:ngày|của)\s)"
)
_FORMER = re.compile(r"\s{1,3}\((?:nay là\s[^()]{1,60}|cũ|trước (?:đây|(?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)))\)")
"""A remark on a body of a place that was merged: "của UBND tỉnh Phú Yên (cũ)"."""
_AND = re.compile(r"\s{1,3}(?:và|cùng|-)\s{1,3}", re.IGNORECASE)
_COMMA = re.compile(r"\s{0,3}[,-]\s{1,3}")
_LEADING = re.compile(r"(?P<one>Bộ\s{1,3}Chính\s{1,3}trị)\s?,\s{1,3}(?P<other>Ban\s{1,3}Bí\s{1,3}thư)(?!\w)")
_LIAISON = re.compile(r"[Ll]iên\s{1,3}(?:ngành\s?:?|(?P<kind>[Ss]ở|[Bb]ộ|[Pp]hòng))\s(?=\s{0,2}\w)")
_YEAR = re.compile(r"\s{1,3}(?:\((?:năm\s{1,3})?|năm\s{1,3})(?P<year>(?:19|20)\d{2})(?!\d)\)?")
_CENTRAL_STATE = frozenset({"chinh-phu", "ttg", "quoc-hoi", "ubtvqh", "chu-tich-nuoc"})
_OF_ASSEMBLY = frozenset({"L", "BL", "PL"})
_OF_THE_HEAD_OF_STATE = frozenset({"SLT", "SLU"})
"""Decrees of the Republic (1945-1976), which no ministry issued."""

_SAME_DAY = re.compile(rf"\s{{0,3}},?\s{{0,3}}(?:ban hành\s|ký\s)?cùng {DAY_WORD}(?!\s{{0,3}}\d)", re.IGNORECASE)
_NEAR = 240
_MOST_BODIES = 8
_LONGEST_NAME = 90
_MOST_AMENDED = 24
_MOST_OF_A_DAY = 40
"""Documents of one series that an authority may issue on one day."""
_ADJACENT = re.compile(r"\s*(?:,|v[àa]|;|&|,\s*và)?\s*(?:các\s)?", re.IGNORECASE)


@quickly_made
@dataclass(frozen=True, slots=True)
class Tail:
    """``end`` is where the tail ends; it is where the core did when there is no tail."""

    end: int
    date: date | None = None
    issuers: tuple[NamedBody, ...] = ()
    term: str | None = None
    year: int | None = None


def read_tail(text: str, position: int, frame: Frame, *, joint: bool = False) -> Tail:
    """Read the tail that begins at ``position``; ``joint`` documents have issuers joined by commas.

    >>> read_tail("ngày 09/01/2015 của Chính phủ quy định", 0, Frame()).end
    29
    """
    note = _NOTE_MARK.match(text, position)
    begin = end = note.end() if note else position
    when, term = None, None
    dated = date_after(text, begin) or english_date_after(text, begin)
    if dated is not None:
        when, end = dated
    year = None
    if when is None and (match := _YEAR.match(text, begin)):
        year, end = int(match["year"]), match.end()
    issuers, end = issuers_after(text, end, frame, joint=joint)
    if issuers and when is None and year is None:
        dated = date_after(text, end)
        if dated is not None:
            when, end = dated
    if match := _TERM.match(text, end):
        term, end = match["ordinal"], match.end()
    if issuers and (former := _FORMER.match(text, end)):
        end = former.end()
    if end == begin:
        return Tail(position)
    return Tail(end, when, tuple(body_on(named, when, frame) for named in issuers), term, year)


def issuers_after(text: str, position: int, frame: Frame, *, joint: bool) -> tuple[tuple[NamedBody, ...], int]:
    """Read "của A và B" at ``position``; return the bodies, lead first, and where they end.

    Behind "A và B" a comma begins the next thought ("giữa Tỉnh đoàn và Sở Y tế, Ban Thường vụ Tỉnh đoàn hướng dẫn …").
    The leading bodies of the Party sign together ("của Bộ Chính trị, Ban Bí thư").
    """
    by = _BY.match(text, position)
    first = read_issuer(text, by.end(), frame) if by else None
    if by and (union := _LIAISON.match(text, by.end())):
        return _of_liaison(text, union, frame)
    if by is None or first is None:
        return (), position
    joint = joint or by.group().strip(" ,").casefold() == "giữa"
    bodies, end, closed = [first[0]], first[1], False
    if leading := _LEADING.match(text, by.end()):
        pair = (read_issuer(text, leading.start(name), frame) for name in ("one", "other"))
        return tuple(named[0] for named in pair if named), leading.end()
    while len(bodies) < _MOST_BODIES and (
        match := _AND.match(text, end) or (joint and not closed and _COMMA.match(text, end)) or None
    ):
        closed = "-" not in match.group() and "," not in match.group()
        other = read_issuer(text, match.end(), frame)
        if other is None:
            break
        bodies.append(other[0])
        end = other[1]
    return tuple(bodies), end


def _of_liaison(text: str, union: re.Match[str], frame: Frame) -> tuple[tuple[NamedBody, ...], int]:
    """Read "liên Sở Tài chính - Xây dựng" behind its "liên": the kind word is said once for all of them.

    "Liên ngành Sở Tài chính - Sở Xây dựng" says it every time.
    """
    kind = (union["kind"] or "").capitalize()
    bodies: list[NamedBody] = []
    end, begin = union.start(), union.start("kind") if kind else union.end()
    while len(bodies) < _MOST_BODIES:
        named = read_body(text, begin, frame) or (_of_kind(kind, text, begin, frame) if kind else None)
        if named is None:
            break
        bodies.append(named[0])
        end = named[1]
        more = _COMMA.match(text, end) or _AND.match(text, end)
        if more is None:
            break
        begin = more.end()
    return (tuple(bodies), end) if len(bodies) > 1 else ((), union.start())


def _of_kind(kind: str, text: str, begin: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read the body of a kind whose word stands further in front: "Xây dựng" of "liên Sở Tài chính - Xây dựng"."""
    named = read_body(f"{kind} {text[begin : begin + _LONGEST_NAME]}", 0, frame)
    return (named[0], begin + named[1] - len(kind) - 1) if named else None


def series_of(named: NamedBody) -> str:
    """The kind of a numbering body, without its place: Sở Nội vụ of any province is of one series."""
    return named.body.key.partition(".")[0]


def fitting_issuers(issuers: Sequence[NamedBody], stated: Sequence[NamedBody]) -> tuple[NamedBody, ...]:
    """Hold what a text says behind a symbol against the bodies that the symbol states.

    The codes of the supreme State bodies are never another's: "Nghị định số 75/2015/NĐ-CP của Ngân hàng …" speaks of
    loans, and "Quyết định số 22/2018/QĐ-TTg của Chính phủ" is numbered by the Thủ tướng under the name that was
    written.
    """
    if not issuers or not stated or stated[0].body.key not in _CENTRAL_STATE:
        return tuple(issuers)
    if any(named.body.key == stated[0].body.key for named in issuers):
        return tuple(issuers)
    if issuers[0].body.key in _CENTRAL_STATE:
        return (replaced(issuers[0], body=stated[0].body), *issuers[1:])
    return ()


def shared_tails(text: str, references: Sequence[Reference], frame: Frame) -> tuple[Reference, ...]:
    """Distribute a shared date and issuer backwards over a list (domain reference §4.3, elided heads).

    "Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị" gives both date and issuer to both;
    in "A, ngày X và B, ngày Y của C" only the issuer is shared, and so it is between documents of different types. Who
    issued a number without a symbol is not that of a symbol of another ("Nghị định 73/2023/NĐ-CP, Kế hoạch 55 của Tỉnh
    ủy").
    """
    result = _of_the_same_day(text, _dates_of_amending(text, references))
    for index in range(len(result) - 2, -1, -1):
        here, following = result[index], result[index + 1]
        if not _shares(text, here, following, frame):
            continue
        bare = here.date is None and not here.issuers and here.tail_end == here.end
        undated = bare and here.type == following.type and (here.compound or _of_one_day(here, following))
        when = following.date if undated and _of_year(here, following.date) else here.date
        issuers = here.issuers or (() if following.implied else following.issuers)
        if when != following.date:
            issuers = tuple(body_on(named, when, frame) for named in issuers)
        term = here.term or (None if here.issuers else following.term)
        result[index] = replaced(here, issuers=issuers, date=when, term=term)
    return tuple(result)


def _of_the_same_day(text: str, references: list[Reference]) -> list[Reference]:
    """Read "cùng ngày" behind a number: the day of the document before it."""
    for index in range(1, len(references)):
        before, here = references[index - 1], references[index]
        same = _SAME_DAY.match(text, here.tail_end) if here.date is None and before.date is not None else None
        if same is not None and here.start - before.tail_end <= _NEAR:
            references[index] = replaced(here, date=before.date, tail_end=same.end())
    return references


def _dates_of_amending(text: str, references: Sequence[Reference]) -> list[Reference]:
    """Give an amending law the date that stands behind the name of the law that it amends.

    In "Luật số 01/2021/QH15 sửa đổi … của Luật Thống kê ngày 12 tháng 11 năm 2021" the day is that of the year in the
    symbol, and no version of the named law is of that year.
    """
    result = list(references)
    for index in range(len(result) - 1):
        last = index + 1
        while last + 1 < len(result) and last - index < _MOST_AMENDED and _amended_too(text, result, last):
            last += 1
        outer, inner = result[index], result[last]
        if outer.date is not None or outer.symbol_year is None or inner.name is None or inner.symbol is not None:
            continue
        if inner.date is None or inner.date.year != outer.symbol_year or outer.type not in _OF_ASSEMBLY:
            continue
        known = law_named_at(inner.name, 0)
        amends = "sửa đổi" in text[outer.tail_end : inner.start].casefold()
        if amends and known and all(law.issued and law.issued.year != inner.date.year for law in known.laws):
            result[index], result[last] = replaced(outer, date=inner.date), replaced(inner, date=None)
    return result


def _amended_too(text: str, references: Sequence[Reference], index: int) -> bool:
    """Whether the law behind an undated one goes on with a list of laws: "của Luật A và Luật B ngày …"."""
    here, following = references[index], references[index + 1]
    named = all(law.name is not None and law.symbol is None for law in (here, following))
    return named and here.date is None and _ADJACENT.fullmatch(text, here.tail_end, following.start) is not None


def _of_one_day(here: Reference, following: Reference) -> bool:
    """Whether two numbers of one series may be of one day: 217 and 218, not Nghị định 15/2018 and 115/2018."""
    first, second = (re.match(r"\d+", reference.number or "") for reference in (here, following))
    return not (first and second) or abs(int(first[0]) - int(second[0])) <= _MOST_OF_A_DAY


def _of_year(reference: Reference, when: date | None) -> bool:
    """Whether a date may be that of a reference: the year in a symbol is the year of its date (NĐ 30/2020 Art. 15)."""
    return when is None or reference.symbol_year is None or reference.symbol_year == when.year


def _shares(text: str, here: Reference, following: Reference, frame: Frame) -> bool:
    """Whether a reference has what stands behind the following one: they adjoin, and are of one body by their symbols.

    Of a following number without a symbol the bodies that are named behind it are those.
    """
    if (here.type in _OF_THE_HEAD_OF_STATE) != (following.type in _OF_THE_HEAD_OF_STATE):
        return False
    if here.name or following.name or following.start < here.end or (here.type == "CV") != (following.type == "CV"):
        return False
    between = text[here.tail_end : following.start] if following.start - here.tail_end <= 24 else "…"
    if not _ADJACENT.fullmatch(between) or (";" in between and not here.compound):
        return False
    if not here.codes or following.codes or not following.issuers:
        return not here.codes or not following.codes or here.codes[0] == following.codes[0]
    stated = bodies_from_codes(here.code, here.codes, frame, party=here.party)
    return not stated or series_of(stated[0]) in map(series_of, following.issuers)
