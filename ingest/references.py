r"""The grammar of references: where a text names another document, and what it says of it there.

::

    reference = [type] ["số"] number-list symbol tail       Quyết định số 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính
    trị
              | type ["số"] number {"," number} tail        Nghị quyết số 54 của Quốc hội; Kế hoạch 85 ngày 16/3/2022
              | law-name ["số" symbol] tail                 Luật Thực hiện dân chủ ở cơ sở năm 2022
              | congress-resolution                         Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng
              | dated-act                                  Nghị quyết ngày 12/8/1991 của Quốc hội
              | short-form | alias                          Nghị quyết 57 (after Nghị quyết số 57-NQ/TW)

The core (type, "số", number, symbol or law name) is the mention; the tail belongs to it but not to its span. All
offsets are into the normalised text. Each alternative has its module: :mod:`ingest.symbols`, :mod:`ingest.law_names`,
:mod:`ingest.congress`, :mod:`ingest.dated_acts`, :mod:`ingest.short_forms`, :mod:`ingest.tails`. Relations are not
decided here (:mod:`ingest.relations`), nor what exists (:mod:`ingest.resolve`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from operator import attrgetter

from graph.body_codes import bodies_from_codes
from graph.law import known_by_symbol
from graph.places import Frame
from graph.quick import replaced
from ingest.cited_issuers import organs_said_before
from ingest.congress import find_unnumbered
from ingest.dated_acts import find_dated_acts
from ingest.english import english_type_before
from ingest.gates import Ending, Gated
from ingest.law_names import find_law_names
from ingest.reference import Reference
from ingest.short_forms import find_short_forms
from ingest.symbols import CHAIRMAN, Symbol, find_symbols, is_assembly, of_numbered_unit, type_of_symbol
from ingest.tails import fitting_issuers, read_tail, shared_tails
from ingest.tax_letters import as_typed
from ingest.type_words import (
    BARE_NUMBER,
    NUMBER_WORD,
    TypedNumber,
    torn_from_type,
    type_said_apart,
    type_word_before,
    typed_numbers,
)

_LIST_BEFORE = Ending(r"(?P<numbers>(?:\d{1,4}[a-z]?\s{0,2}(?:,|;|\svà|&)\s{0,2}){1,8})$", ",|;|và|&")
_NUMBER_WORD = re.compile(rf"{NUMBER_WORD}\s{{0,2}}[:.]?\s{{0,3}}(?:số\s{{0,2}})?$")
_OF_A_PAPER = Gated(
    r"(?:[Cc]hứng (?:thư|chỉ|nhận)|[Hh]ợp đồng|[Gg]iấy (?:phép|chứng nhận|xác nhận|mời|giới thiệu|ủy quyền)|[Hh]óa đơn"
    r"|[Bb]iên lai|[Hh]ồ sơ|[Pp]hiếu|[Tt]hẻ|[Bb]ản án|[Ll]ô đất|[Tt]hửa)(?:\s[^\s,;:.\d]{1,12}){0,6}\s"
    rf"(?:{NUMBER_WORD}\s{{0,2}}[:.]?\s{{0,3}})?$",
    "hứng|ợp đồng|iấy|óa đơn|iên lai|ồ sơ|hiếu|hẻ|ản án|ô đất|hửa",
)
"""Numbers of papers that are no documents of an authority ("Chứng thư thẩm định giá số …")."""
_NAME_ENDS_IN_NUMBER_WORD = Gated(r"[Cc]ông\s{1,3}nghệ\s{1,3}số\s{1,3}(?=(?:số\s{1,3})?$)", "ông")
_OWN_NUMBER_LINE = Ending(r"(?:^|\n)[\s|]*Số\s{0,2}:?\s{0,3}$", "Số|Số:|:")
_MARK = re.compile(r"[/-]")
_PAIRED = re.compile(r"\s{0,2}(?:,|và|&)\s{1,3}(?:các\s)?")
_NEXT = re.compile(rf"\s{{0,2}}(?:,|và|;)\s{{1,3}}(?:{NUMBER_WORD}\s)?")
_OF_ASSEMBLY = frozenset({"HP", "L", "BL", "PL", "NQ", "NQLT", "LCT", "CV"})
_OLD_SERIES = frozenset({("CP",), ("TTg",), ("HĐBT",), CHAIRMAN})
_ACTS_OF_CHAIRMAN = frozenset({"QĐ", "CT", "NQ", "TB", "TT"})
_LAST_YEAR_OF_CHAIRMAN = 1992
_JOINT_TYPES = frozenset({"TTLT", "NQLT", "LT"})
_JOINT_CODE = re.compile(r"(?:PH|LT|LN|LB)$")
_SPOKEN_BY_BARE_NUMBER = frozenset({"NQ", "CT", "KL"})
_SPOKEN_BY_NUMBER = _SPOKEN_BY_BARE_NUMBER | {"QĐ", "QyĐ", "NĐ", "CTr", "KH", "ĐA"}
_SPOKEN_DIGITS = 2
_COUNTED = re.compile(
    r"[\s,]{1,3}(?:năm|tháng|ngày|tuần|giờ|nội|nhiệm|mục|chỉ|xã|phường|tỉnh|đơn|cơ|dự|đối|người|trường|hộ|tỷ|triệu|đồng|điểm"
    r"|khoản|điều|chương|cấp|bước|nhóm|giải|\d)(?!\w)"
)
_OF_A_BODY = re.compile(r"(?:Ban\s[Cc]hỉ\sđạo|BCĐ|[Tt]ổ\s(?:công\stác|giúp\sviệc))(?!\w)[^.;:]*$")
_CALLED_BY_NUMBER = Ending(
    r"(?:Ban\s[Cc]hỉ\sđạo|BCĐ|Tổ\s(?:công\stác|giúp\sviệc))\s(?:(?:triển\skhai|thực\shiện)\s){0,2}$",
    "đạo|bcđ|tác|việc|khai|hiện",
    re.IGNORECASE,
)
"""A committee that is called by a number: "Ban Chỉ đạo 138/CP", "Tổ công tác triển khai Đề án 06 của Chính phủ"."""

_LONGEST_BODY = 220
_FARTHEST_NUMBER = 120
_PARTS_LAWS = re.compile(r"[);]")
_BEFORE_NUMBER = re.compile(
    r"\s{0,2}(?:\((?:sửa đổi|sđ)(?:,? bổ sung)?\))?\s{0,2}"
    r"(?:của (?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Hội đồng Nhà nước)"
    r"(?: nước Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam)?(?:,? kh(?:óa|oá) [IVX]{1,5})?"
    r"(?:,? kỳ họp thứ \w{1,5})?,?\s{1,3})?",
    re.IGNORECASE,
)
"""Between the name of a law and its number: "(sửa đổi) số", "của Quốc hội khóa XI, kỳ họp thứ 7 số"."""

_MOST_AMENDED = 24  # laws that one amending law names
_NEXT_LAW = re.compile(r"(?:\s{0,2}[,;]\s{0,3}|\s{1,3}và\s{1,3})(?:Luật|Bộ luật|Pháp lệnh)\s")


def find_references(text: str, frame: Frame) -> tuple[Reference, ...]:
    """Return the references of a normalised text in order; issuers are read inside ``frame``."""
    typed = tuple(typed_numbers(text))
    found = _Found(_numbered(text, frame))
    for more in (_partial(text, typed, frame), find_law_names(text, frame), find_unnumbered(text, frame)):
        found.add(more)
    found.add(find_dated_acts(text, frame))
    found.add(find_short_forms(text, typed, found.in_order()))
    found.add(_well_known(text, typed, found.in_order()))
    merged = _with_law_numbers(text, found.in_order())
    return organs_said_before(shared_tails(text, merged, frame), merged)


_START = attrgetter("start")


class _Found:
    """References in order of place; one that overlaps an earlier kind is left out."""

    def __init__(self, first: Iterable[Reference]) -> None:
        self._items = sorted(first, key=_START)

    def add(self, more: Iterable[Reference]) -> None:
        ends = [r.end for r in self._items]
        fresh: list[Reference] = []
        seen: set[tuple[int, int]] = set()
        for reference in more:
            at = bisect_left(ends, reference.start + 1)
            free = at == len(self._items) or self._items[at].start >= reference.end
            if free and (reference.start, reference.end) not in seen:
                seen.add((reference.start, reference.end))
                fresh.append(reference)
        self._items = sorted((*self._items, *fresh), key=lambda r: (r.start, -r.end))

    def in_order(self) -> tuple[Reference, ...]:
        return tuple(self._items)


def _numbered(text: str, frame: Frame) -> Iterator[Reference]:
    previous_end = 0
    last: Reference | None = None
    for spelled in find_symbols(text):
        symbol = spelled
        line = _OWN_NUMBER_LINE.search(text, max(0, symbol.start - 30), symbol.start)
        if line and not torn_from_type(text, line.start() + 1):
            previous_end = symbol.end
            continue
        listed = _LIST_BEFORE.search(text, max(previous_end, symbol.start - 60), symbol.start)
        head = listed.start("numbers") if listed else symbol.start
        typed = type_word_before(text, head) if head > previous_end else None
        if typed:
            symbol = as_typed(spelled, typed[0])
        if typed and typed[1] < previous_end:
            typed = None
        if listed and typed is None:
            listed = None
            typed = type_word_before(text, symbol.start)
        typed = typed or english_type_before(text, symbol.start)
        typed = typed or (type_said_apart(text, symbol.start) if symbol.code is None else None)
        if typed and symbol.code is None and is_assembly(symbol.bodies) and typed[0] not in _OF_ASSEMBLY:
            typed = None  # "… của 11 luật có liên quan đến quy hoạch số 28/2018/QH14"
        if typed is None and last is not None and _continues(text, last, symbol):
            typed = last.type, _with_number_word(text, symbol.start)
        cut_off = symbol.code in {None, "SL", "SLt"} and not symbol.bodies  # 85/SL is a number of a list as well
        cut_off |= symbol.code is None and of_numbered_unit(symbol.bodies)  # 12/A05-B is a house
        cut_off |= _MARK.search(text, symbol.start, symbol.end) is None  # "203 TTg"
        if typed is None and (
            cut_off
            or _is_no_document(symbol)
            or (not is_assembly(symbol.bodies) and _OF_A_PAPER.search(text, max(0, head - 60), head))
            or _CALLED_BY_NUMBER.search(text, max(0, symbol.start - 32), symbol.start)
        ):
            continue
        base = _reference(text, symbol, typed, frame)
        if symbol.code is None and symbol.bodies == CHAIRMAN and not _of_chairman(base, spelled=typed is not None):
            continue
        last = base
        if listed and typed:
            yield from _expanded(base, listed, symbol)
        else:
            yield base
        previous_end = symbol.end


def _continues(text: str, last: Reference, symbol: Symbol) -> bool:
    """Whether a number without a type word goes on with those of its series: "các Thông tư số 5-TC/CTN …, số 7-TC/TCT".

    Until 1997 symbols told no type, those of the assembly still do not ("Nghị quyết số 190/2025/QH15, 203/2025/QH15"),
    and some tell two ("Quy định số 5-QĐ/TU, 6-QĐ/TU"), so the word before the first of them is said of all.
    """
    if symbol.code is None and symbol.bodies in _OLD_SERIES:
        return _NEXT.fullmatch(text, last.end, symbol.start) is not None
    alike = (symbol.year is None and last.symbol_year is None and last.type != "CV") or is_assembly(symbol.bodies)
    same = alike and (symbol.code, symbol.bodies[:1]) == (last.code, last.codes[:1])
    ends = (last.end, last.tail_end) if same and symbol.party == last.party else ()
    return any(_NEXT.fullmatch(text, end, symbol.start) for end in ends)


def _is_no_document(symbol: Symbol) -> bool:
    """Whether the letters of a symbol are those of no type of document: "Giấy phép số 99/GP-UBND"."""
    return symbol.code is not None and type_of_symbol(symbol) is None and not known_by_symbol(symbol.canonical)


def _of_chairman(reference: Reference, *, spelled: bool) -> bool:
    """Whether 327-CT is an act of the Chairman of the Council of Ministers, who had that code until 1992.

    Elsewhere CT is the code of directives, which may be cut off ("Chỉ thị số 15-CT"), or of a tax office.
    """
    if not spelled or reference.type not in _ACTS_OF_CHAIRMAN:
        return False
    of_council = any("bộ trưởng" in named.name.casefold() for named in reference.issuers)
    old = reference.date is not None and reference.date.year <= _LAST_YEAR_OF_CHAIRMAN
    return of_council or old or (reference.type != "CT" and reference.date is None and not reference.issuers)


def _reference(text: str, symbol: Symbol, typed: tuple[str, int] | None, frame: Frame) -> Reference:
    code = _type_code(symbol, typed[0] if typed else None)
    joint = code in _JOINT_TYPES or (symbol.code is not None and _JOINT_CODE.search(symbol.code) is not None)
    tail = read_tail(text, symbol.end, frame, joint=joint)
    stated = bodies_from_codes(symbol.code, symbol.bodies, frame, party=symbol.party) if tail.issuers else ()
    own = type_of_symbol(symbol)
    conflict = ("symbol_conflict",) if own and typed and typed[0] != code else ()
    return Reference(
        start=typed[1] if typed else _with_number_word(text, symbol.start),
        end=symbol.end,
        tail_end=tail.end,
        type=code,
        symbol=symbol.canonical,
        number=symbol.number,
        symbol_year=symbol.year,
        code=symbol.code,
        codes=symbol.bodies,
        party=symbol.party,
        date=tail.date,
        issuers=fitting_issuers(tail.issuers, stated),
        term=tail.term,
        year=tail.year,
        flags=conflict,
    )


def _expanded(last: Reference, listed: re.Match[str], symbol: Symbol) -> Iterator[Reference]:
    suffix = last.symbol.removeprefix(symbol.number) if last.symbol else ""
    for index, number in enumerate(re.finditer(r"\d{1,4}[a-z]?", listed["numbers"])):
        at = listed.start("numbers") + number.start()
        end = at + len(number.group())
        yield replaced(
            last,
            start=last.start if index == 0 else at,
            end=end,
            tail_end=end,
            symbol=f"{number.group()}{suffix}",
            number=number.group(),
            compound=True,
        )
    yield replaced(last, start=symbol.start, compound=True)


def _partial(text: str, typed: Sequence[TypedNumber], frame: Frame) -> Iterator[Reference]:
    """Type and number without a symbol count when a date or an issuer follows ("Nghị quyết số 54 của Quốc hội").

    Without "số" the type must be written with a capital ("Kế hoạch 85 ngày 16/3/2022"). What follows the second of
    two is the issuer of both: "Nghị định 178 và Nghị định 67 của Chính phủ".
    """
    for found, following in zip_longest(typed, typed[1:]):
        if not (found.spelled or found.capital):
            continue
        if found.type == "ĐA" and _CALLED_BY_NUMBER.search(text, max(0, found.start - 32), found.start):
            continue
        last = found.numbers[-1][2]
        tail = read_tail(text, last, frame)
        if (
            tail.end == last
            and following
            and following.type == found.type
            and _PAIRED.fullmatch(text, last, following.start)
        ):
            shared = read_tail(text, following.numbers[-1][2], frame)
            tail = replaced(tail, issuers=shared.issuers)
        if tail.date is None and not tail.issuers:
            continue
        for index, (number, start, end) in enumerate(found.numbers):
            yield Reference(
                start=found.start if index == 0 else start,
                end=end,
                tail_end=tail.end if end == last else end,
                type=found.type,
                number=number,
                date=tail.date,
                issuers=tail.issuers,
                term=tail.term,
                year=tail.year,
                compound=len(found.numbers) > 1,
                flags=("partial",),
            )


def _well_known(text: str, typed: Iterable[TypedNumber], references: Sequence[Reference]) -> Iterator[Reference]:
    """A number that a text takes to be known by itself: "tinh thần Nghị quyết 57", "Chỉ thị số 13".

    Only of the types that are spoken of like that, and of two digits at least: "Chỉ thị 5 nội dung" counts matters.
    Inside the name of a body it is none ("Tổ công tác Đề án số 06", "Ban Chỉ đạo thực hiện Nghị quyết 57").
    """
    starts = [r.start for r in references]
    for found in typed:
        number, start, end = found.numbers[0]
        kinds = _SPOKEN_BY_NUMBER if found.spelled else _SPOKEN_BY_BARE_NUMBER
        if not found.capital or len(found.numbers) > 1 or found.type not in kinds or len(number) < _SPOKEN_DIGITS:
            continue
        at = bisect_left(starts, found.start) - 1
        if (at >= 0 and found.start < references[at].tail_end) or _COUNTED.match(text, end):
            continue
        named = _OF_A_BODY.search(text, max(0, found.start - _LONGEST_BODY), found.start)
        if named is None and "\n" not in text[found.start : start]:
            yield Reference(found.start, end, end, found.type, number=number, flags=("partial",))


def _with_law_numbers(text: str, references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Join a law's name with the symbol that follows it ("Luật Đầu tư công số 58/2024/QH15"): one mention.

    A type word behind a comma begins the next law ("Luật Hòa giải ở cơ sở, Luật số 87/2025/QH15"). Behind the name of
    an amending law the symbol is that law's, unless it is known to be the inner law's.
    """
    result: list[Reference] = []
    for reference in references:
        last = result[-1] if result else None
        follows = last is not None and last.name and last.symbol is None and _adjoins(text, last, reference)
        follows = follows and not _NEXT_LAW.match(text, last.end if last else 0)
        if not (last and follows and _numbers_a_law(text, reference)):
            result.append(reference)
            continue
        at = len(result) - 1
        outer = next((i for i in range(at - 1, max(-1, at - _MOST_AMENDED), -1) if _holds(result[i], last)), None)
        if outer is not None and not _is_number_of(last, reference):
            result[outer] = _numbered_law(result[outer], reference)
        else:
            result[at] = _numbered_law(last, reference)
    return tuple(result)


def _adjoins(text: str, law: Reference, numbered: Reference) -> bool:
    """Whether a number stands behind a name, but for who passed the law and the mark of one that was worded anew."""
    gap = numbered.start - law.end
    return 0 <= gap <= _FARTHEST_NUMBER and (
        (gap <= 4 and not _PARTS_LAWS.search(text, law.end, numbered.start))
        or _BEFORE_NUMBER.fullmatch(text, law.end, numbered.start) is not None
    )


def _numbers_a_law(text: str, reference: Reference) -> bool:
    """Whether a symbol is of the series of laws: 58/2024/QH15, before 1997 24-L/CTN and 40-LCT/HĐNN8."""
    by_order = reference.code in {"L", "LCT"} and reference.codes[0].startswith(("CTN", "HĐNN"))
    untyped = BARE_NUMBER.match(text, reference.start) is not None
    return (by_order and untyped) or (reference.symbol_year is not None and reference.type in {"L", "BL", "PL"})


def _holds(outer: Reference, inner: Reference) -> bool:
    """Whether a law is the last of those inside the name of an amending law."""
    return outer.end == inner.end and outer.start < inner.start


def _is_number_of(law: Reference, numbered: Reference) -> bool:
    known = known_by_symbol(numbered.symbol or "")
    return any(row.name == law.name for row in known)


def _numbered_law(law: Reference, numbered: Reference) -> Reference:
    return replaced(
        numbered,
        start=law.start,
        type=law.type,
        name=law.name,
        date=numbered.date or law.date,
        year=law.year,
        issuers=numbered.issuers or law.issuers,
    )


def _type_code(symbol: Symbol, word: str | None) -> str:
    """The type: the word says it, unless the word is the catch-all "công văn, văn bản" and the symbol knows better."""
    own = type_of_symbol(symbol)
    if word is None or (word == "CV" and own is not None):
        if own:
            return own
        known = known_by_symbol(symbol.canonical)
        return known[0].type if known else "L"
    return word


def _with_number_word(text: str, start: int) -> int:
    """Where the number begins with its "số", not with one that ends the name of a law ("công nghệ số số 71/2025")."""
    match = _NUMBER_WORD.search(text, max(0, start - 12), start)
    if match is None:
        return start
    name = _NAME_ENDS_IN_NUMBER_WORD.search(text, max(0, match.start() - 24), start)
    return name.end() if name else match.start()
