r"""The grammar of document symbols, as they are written and as they are meant.

::

    symbol      = number ["/" year] "/" code {("-" | "/") body}     State       41/KH-UBND  22/2018/QĐ-TTg  10/2022/QH15
                | number "-" code "/" body {"-" body}               Party       15-CT/TU    04-CTr/BDVTU-BCSĐUBND
                | number code "/" body                              Youth Union 84 QĐ/TWĐTN
                | number code "-" body {"-" body}                   run together 1855QĐ-KHKT-PCVT
                | number "-" ministry "/" type {"/" unit}           before 1997 1141-TC/QĐ/CĐKT
                | number [" "] ministry ("/" | "-") unit            before 1997 06 TC/TCT  35TC/TCDN
                | number " " type ("/" | "-") body                  before 1997 01 TT/LB  1047 QĐ-UB
                | number ("-" | "/" | " ") ("HĐBT" | "CP" | "TTg" | "CT")  before 1997 388-HĐBT  36/CP  203 TTg  327-CT
                | number ("-" | "/" | " ") ("SL" | "SLt")           before 1976 76-SL  004-SLt
                | number "-" body {"-" body} "/TTLT"                before 1997 01-TANDTC-VKSNDTC/TTLT
                | number "-" ("TTLB" | "TTLN")                      before 1997 14-TTLB
                | number ("-" | "/") office                         before 1997 203-VGNN  45/VP (typed and dated)
                | number ("-" | "/") "SL" ("-" | "/") "L." digits   1957-1960  103-SL/L.005
                | number "/" year                                   cut off     145/2007
    year        = digits                                            2025  also slips of one digit: 56/202/QH15
    number      = digits [letter] ["." digits]                      30a  66.7
    code, body  = capital {letter}                                  KH  NĐ  TTg  BDVTU
    body        = "BCĐ" digits ["/" ("CP" | "TW")]                  BCĐ389  BCĐ138/CP
                | "UBND" "." unit                                   12/QĐ-UBND.HC (practice of some provinces)
                | letter [letter] digit digit                       C06 PV01 (departments of the police)
            | "QK" digit                                        QK4 (military regions)
            | type "." body {"." body} ["." year]               85/TT.SXD  312/QĐ.UBT.93 (before 2004)

Sources: NĐ 30/2020 Art. 15 and Phụ lục III (State), HD 36-HD/VPTW (Party), NĐ 34/2016 Art. 58 (normative). Separators
may carry any white space (domain reference I10), never so much that a following list item is swallowed. The *order* of
separators tells State from Party and is kept; so is the presence of the year (I5).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from graph.quick import quickly_made
from ingest.gates import Ending, Gated
from ingest.symbol_codes import case_folded_codes, glued_codes, known_bodies, old_ministries, types_by_symbol_code
from ingest.type_words import type_word_before

_S = r"\s{0,3}"
# Looked at behind the first digit, so that the search skips; letters that a scan made of digits count behind "số" only.
_BEGINS = r"(?:(?<=[0-9])(?:(?<![\w/:.\-].)|(?<=[Ss]ố.)|(?<=[BĐ]ND.)|(?<=No\..))|(?<=[Ss][ốỐ] [OlI]))"
_NUMBER = rf"[0-9OlI]{_BEGINS}[\dOolI]{{0,4}}[a-km-np-zđ]?(?:\.\d{{1,2}})?"
_WORD = r"[A-ZĐƯƠ][A-Za-zĐđƯưƠơ&]{0,15}(?:(?![A-Za-zÀ-ỹ_])|(?=(?:ngày\s?\d|của\s|về\s)))"
_POLICE = r"(?:[ABCHKPQTVX]|P[ACHKTVX])\d{2}(?!\w)"
_COMMITTEE = r"(?:BCĐ|TCT|TGV)[A-ZĐ]{0,8}\d{2,4}(?:/(?:CP|TW|TP)\b)?(?!\w)"
"""A steering committee or working group that is called by a number: 01/KH-BCĐ389, 05/QĐ-TCTĐA06."""

_TERMED = r"(?:(?:[A-Z]{2,3}-)?(?:UBTV)?QHK?|NH(?:NN)?|HĐNN|UB(?!ND|MT)[A-ZĐ]{2,7}|HĐDT|[A-ZĐ]{0,8}KV|QK)\d{1,2}(?!\w)"
"""A body with the number of its term or department behind it: QH15, UBKTTC15, NH14; of its region: CCTKV15, QK4."""

_OF_DECREE = r"(?<=SL[/-])L\.?\d{3}(?!\w)"
"""A law that a decree made known, by its own number: 103-SL/L.005 (until 1960)."""

_PART = rf"(?:{_TERMED}|{_OF_DECREE}|{_COMMITTEE}|{_POLICE}|{_WORD})"
_MORE = rf"(?:(?:-\s{{0,3}}|\s?[/@]\s?|\s-){_PART}){{0,5}}"
_YEAR_BEHIND = r"(?:(?:(?<=UB)|(?<=UBT)|(?<=UBH)|(?<=UBX))\.(?P<behind>[89]\d)(?!\w))?"
"""The year that some provinces wrote behind the body in the nineties."""

_DOTS = r"(?:QĐ|TTr|TT|TB|CT|CV|KH|BC|NQ|HD)\.[A-ZĐ]{2,8}(?!\w)(?:[.-][A-ZĐ]{2,8}(?!\w)){0,2}"
_DOTTED = r"(?:(?<=BND)\.(?!UBND|HĐND)[A-ZĐ]{2,6}(?!\w))?"
_SERIES = rf"(?:{_DOTS}|{_PART}(?:(?:{_S}[-/@]{_S}|\.(?=UB(?:ND)?(?!\w))){_PART})?{_MORE}{_DOTTED})"
_OF_SLIP = r"(?=\s?/\s?(?:QH\d|UBTVQH\d|NĐ-CP|TT-B|QĐ-TTg|QĐ-UBND|NQ-HĐND))"
"""Behind a year that lost or doubled a digit: 56/202/QH15."""

_DAY = r",?\s{1,3}ngày\s{1,2}\d"
"""Behind a number with the letters of one unknown office: "Quyết định số 15-VGNN ngày 2/3/1989"."""

_SYMBOL = re.compile(
    rf"(?P<number>{_NUMBER})(?=\s{{0,3}}[/-]|\s{{0,2}}[A-ZĐƯƠ])(?:"  # behind most numbers stands neither
    rf"{_S}/{_S}(?P<year>(?:1[89]|20)\d{{2}}|20\d{{1,3}}{_OF_SLIP})(?:(?:{_S}/{_S}|-(?=(?:UBTV)?QH\d)|\s?(?=(?:N[ĐD]|Q[ĐD]|TT|NQ|CT|UBTV|QH)[A-Z\d-])){_S}"
    rf"(?P<normative>{_SERIES}))?(?![\d/])"
    rf"|{_S}-{_S}(?P<party>{_PART}{_S}/{_S}{_PART}(?:(?:-\s{{0,3}}|\s-|/){_PART}){{0,4}})"
    rf"|{_S}/{_S}(?P<state>{_SERIES}){_YEAR_BEHIND}"
    rf"|(?P<glued>(?:QĐ|NĐ|TT|CT|NQ|TB|KH)-{_PART}(?:-{_PART}){{0,2}})"
    rf"|\s{{0,2}}(?P<bare>{_PART}{_S}[/-]{_S}{_PART}(?:[/-]{_PART}){{0,2}})"
    rf"|-(?P<joint>{_PART}(?:-{_PART}){{1,4}}/\s?TTL[TNB])\b"
    rf"|(?:{_S}-{_S}|\s(?!CT(?!\s{{1,2}}ngày\s)))(?P<old>HĐBT|CP|TTg|CT|TTL[BN]|SL[tT]?)\b(?!\s?[/-])"
    rf"|-(?P<office>[A-ZĐ]{{2,6}})(?={_DAY})"
    r")"
)
_NOT_A_DOCUMENT = Gated(
    r"(?:TCVN|QCVN|TCCS|TCN|ISO(?:/IEC)?|IEC|[Mm]ẫu|[Bb]iểu|[Pp]hụ lục)\s{0,3}(?:số)?\s{0,3}[:.]?\s{0,3}"
    r"(?:[\w./:\-]{1,12}(?:,\s?|\s(?:và|đến)\s)){0,6}[\w./:\-]{0,12}(?:\s:\s?)?$",
    "TCVN|QCVN|TCCS|TCN|ISO|IEC|ẫu|iểu|ụ lục",
)
_SMALL = re.compile(
    r"[/-]\s{0,2}(?:(?:nđ|nq|qđ|tt|ct|cđ|pl|kl|kh|tb|hd|ttlt|nqlt|vbhn)\s{0,2}[-/]\s{0,2}[a-zđ]{2,10}\d{0,2}"
    r"(?:\s?-\s?[a-zđ]{2,10}){0,5}|(?:ubtv)?qh\d{1,2}|hđbt|ttg)(?![\w/])"
)
_SMALL_HEAD = re.compile(r"(?<![\w/.-])\d{1,5}[a-z]?\s{0,2}(?:/\s{0,2}(?:19|20)\d{2}\s{0,2})?$")
_LETTER_BEFORE = re.compile(r"(?:[Cc]ông văn|[Vv]ăn bản|CV)\s(?:(?:hỏa tốc|khẩn|mật)\s)?số\s?:?\s?$")
_OFFICE = re.compile(r"[A-ZĐ&]{2,12}")
"""Behind "Công văn số" the office alone, in no table: 285/CCTTHC (domain reference §6)."""

_LONGEST_HEAD = 18
_LONGEST_NUMBER = 8
_DIGITS_OF_YEAR = 4
_NUMBER_WORD = Ending(r"[Ss][ốỐóôồ]\s{0,2}:?\s{1,2}$", "ố|Ố|ó|ô|ồ|:")
_OF_A_DAY = re.compile(_DAY)
_MISREAD = re.compile(r"[OolI]")
_COMMITTEES = ("TW", "TU", "HU", "QU", "ĐU", "HĐNN")
_YOUTH = "ĐTN"
_CHAIRMAN = "CT"
"""The Chairman of the Council of Ministers until 1992, in 327-CT and 124/CT; a type code everywhere else."""

CHAIRMAN = (_CHAIRMAN,)
"""The bodies of such a symbol."""

_STANDING_ALONE = frozenset({_CHAIRMAN, "TTLB", "TTLN", "TTLT", "SL", "SLt"})
_MINISTRIES_FIRST = frozenset({"TC"})
_UNIT_NUMBER = re.compile(r"(?<=[A-ZĐ])\d(?![\w/])")
"""The number of a drafting division: "3312/UBND-TH2"."""

_PERIOD_BEFORE = re.compile(r"(?:\(|tháng\s|quý\s)$", re.IGNORECASE)
_DOT = re.compile(r"\.([A-ZĐ]{2,8})")
_SEPARATOR = re.compile(r"\s*(?:[-@]|\.(?!\d)|(?<!\d)/)\s*")
"""Between the parts of a symbol; behind a digit a stroke belongs to the part: BCĐ138/CP."""

_SHORT_OFFICE = 2
_TAILS = ("normative", "party", "state", "bare", "glued", "office")
_OF_MINISTRIES = frozenset({"QĐ", "TT", "CT", "NĐ", "TB"})
_JOINT = frozenset({"TTLT", "NQLT"})
_JOINT_BODY = re.compile(rf"\s-\s(?P<body>{_WORD})")
"""One more body of a joint document, its hyphen set apart: "TTLT - BTC - BQP"."""

_NUMBERED_UNIT = re.compile(_POLICE)
_ASSEMBLY = re.compile(r"(?:(?:UB)?TV)?QH(?:K(?=\d))?\d{0,2}")
_MARKS = re.compile(r"[-/]")
_FIRST_MARK = re.compile(r"[-/@]")
_READ_RIGHTLY = str.maketrans("OolI", "0011")
_TRAILING_BODY = re.compile(r"\s(?:UBND|HĐND)(?:\s(?:tỉnh|huyện|quận|thành phố|thị xã))?(?!\w)")


@quickly_made
@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol found in a text. ``start``/``end`` are offsets into the normalised text.

    ``code`` is the type code as written ("CTr"), ``None`` for a công văn (5451/UBND-CNXD) and for 10/2022/QH15;
    ``bodies`` the body abbreviations in order, lead agency first; ``party`` tells the order of separators; ``year`` is
    present only when it is part of the symbol.
    """

    start: int
    end: int
    number: str
    year: int | None
    code: str | None
    bodies: tuple[str, ...]
    party: bool
    canonical: str


def find_symbols(text: str) -> Iterator[Symbol]:
    """Yield the symbols of a normalised text from left to right; numbers of standards and forms are left out.

    >>> [s.canonical for s in find_symbols("Kế hoạch số 439 /KH - LĐLĐ và Chỉ thị số 30- CT/TW, TCVN 9001/ISO")]
    ['439/KH-LĐLĐ', '30-CT/TW']
    >>> [s.canonical for s in find_symbols("nghị định số 15/2020/nđ-cp")]
    ['15/2020/NĐ-CP']
    """
    small = tuple(_in_small_letters(text))
    taken = {at for symbol in small for at in range(symbol.start, symbol.end)}
    yield from sorted((*_as_written(text, taken), *small), key=lambda s: s.start) if small else _as_written(text, taken)


def _as_written(text: str, taken: Collection[int]) -> Iterator[Symbol]:
    for match in _SYMBOL.finditer(text):
        if match.start() in taken or _NOT_A_DOCUMENT.search(text, max(0, match.start() - 40), match.start()):
            continue
        symbol = _read(match, text)
        if symbol is not None:
            yield symbol


def _in_small_letters(text: str) -> Iterator[Symbol]:
    """Read the symbols of a text that lost its capitals, of known types and bodies only ("qđ-ttg", "15-ct/tu")."""
    for tail in _SMALL.finditer(text):
        head = _SMALL_HEAD.search(text, max(0, tail.start() - _LONGEST_HEAD), tail.start())
        if head is None or _NOT_A_DOCUMENT.search(text, max(0, head.start() - 40), head.start()):
            continue
        written = head.group() + tail.group().upper()
        match = _SYMBOL.match(f"{written} ")
        symbol = _read(match, written) if match and match.end() == len(written) else None
        if symbol is not None and symbol.bodies and all(map(_is_body, symbol.bodies)):
            yield replace(symbol, start=head.start(), end=tail.end())


def type_of_symbol(symbol: Symbol) -> str | None:
    """Return the type code that the symbol itself states ("KH", "CTr", "CV"), ``None`` when it needs the type word.

    Standing alone, TT is a Thông tư in State order and a Thông tri in Party order; QH15 may be a law or a resolution.
    """
    if symbol.code is None:
        return "CV" if symbol.bodies and not _is_assembly(symbol.bodies[0]) else None
    if symbol.code == "TT" and symbol.party:
        return "TTri"
    return types_by_symbol_code().get(symbol.code)


def is_assembly(bodies: Sequence[str]) -> bool:
    """Whether a symbol's bodies are the National Assembly or its Standing Committee of a term ("QH15")."""
    return bool(bodies) and _is_assembly(bodies[0])


def of_numbered_unit(bodies: Sequence[str]) -> bool:
    """Whether a symbol's first body is a department of the police by its number (C06, PC07)."""
    return bool(bodies) and _NUMBERED_UNIT.fullmatch(bodies[0]) is not None


def _read(match: re.Match[str], text: str) -> Symbol | None:
    number, year = match["number"], int(match["year"]) if match["year"] else None
    if _MISREAD.search(number):
        if not _NUMBER_WORD.search(text, max(0, match.start() - 8), match.start()):
            return None
        number = _digits(number)
    place = (match.start(), match.end(), number)
    if match["old"] or match["joint"]:
        return _of_old_form(match, number, year)
    tail = next((match[kind] for kind in _TAILS if match[kind]), None)
    if tail is None:
        period = _PERIOD_BEFORE.search(text, max(0, match.start() - 8), match.start())
        return None if period else Symbol(*place, year, None, (), party=False, canonical=f"{number}/{year}")
    parts = _parts(tail)
    party = bool(match["party"] or match["bare"])
    if match["office"] and type_word_before(text, match.start()) is None:
        return None
    if match["bare"] and not _parted_by_a_space(parts, text, match.start()):
        return None
    end = match.end()
    if party and parts[-1].startswith("BCS") and (more := _TRAILING_BODY.match(text, end)):
        parts[-1] += more.group().split()[0]
        end = more.end()
    code = _type_part(parts, party=party, year=year)
    end = _with_bodies_apart(text, end, parts) if code in _JOINT else end
    alone = len(parts) == 1 and year is None and _OF_A_DAY.match(text, end) is not None
    typed = type_word_before(text, match.start()) if alone else None
    if code is not None and len(parts) == 1 and not party:
        if code not in _STANDING_ALONE and (typed is None or typed[0] != types_by_symbol_code().get(code)):
            return None
        code = None if code == _CHAIRMAN else code
    numbered = len(parts) > 1 and of_numbered_unit(parts)
    known = _is_body(parts[0]) or parts[0] == _CHAIRMAN or (party and parts[0] in old_ministries())
    letter = len(parts) == 1 and _LETTER_BEFORE.search(text, max(0, match.start() - 32), match.start())
    ministry = typed is not None and typed[0] in _OF_MINISTRIES
    office = (ministry or (letter and len(parts[0]) > _SHORT_OFFICE)) and _OFFICE.fullmatch(parts[0])
    if code is None and not known and not numbered and not office:
        return None
    if code is None and len(parts) > 1 and not _is_assembly(parts[0]) and (unit := _UNIT_NUMBER.match(text, end)):
        parts[-1] += unit.group()
        end = unit.end()
    bodies = tuple(parts[1:] if code else parts)
    canonical = _canonical(number, year, parts, tail, party=party) + _year_behind(match)
    canonical = f"{number}-{parts[0]}" if match["office"] else canonical
    year = year if year is None or len(match["year"]) == _DIGITS_OF_YEAR else None
    return Symbol(match.start(), end, number, year, code, bodies, party, canonical)


def _parted_by_a_space(parts: Sequence[str], text: str, start: int) -> bool:
    """Whether a number and letters with no mark between are a symbol: "84 QĐ/TWĐTN", "Quyết định 1141 TC/QĐ/CĐKT".

    Those of a ministry are behind "số" or a type word, a type code is behind its own word ("Thông tư số 5 TT/LB").
    """
    code = types_by_symbol_code().get(parts[0])
    if code and (parts[1].startswith(_COMMITTEES) or parts[1].endswith(_YOUTH)):
        return text[start : start + _LONGEST_NUMBER].lstrip("0123456789")[:1].isspace()
    typed = type_word_before(text, start)
    if code and typed and typed[0] in {code, "TTLT"}:
        return True
    said = typed or _NUMBER_WORD.search(text, max(0, start - 8), start)
    return said is not None and (parts[0] in old_ministries() or _is_body(parts[0]))


def _year_behind(match: re.Match[str]) -> str:
    """The year that stands behind the body, as it stands in the symbol: ".95" of 12/QĐ.UBT.95."""
    return f".{match['behind']}" if match["behind"] else ""


def _of_old_form(match: re.Match[str], number: str, year: int | None) -> Symbol:
    """Read the numbers of before 1997 that have their type last or none: 388-HĐBT, 14-TTLB, 01-TANDTC-VKSNDTC/TTLT."""
    if match["joint"]:
        *bodies, code = _parts(match["joint"])
        canonical = f"{number}-{'-'.join(bodies)}/{code}"
        return Symbol(match.start(), match.end(), number, year, code, tuple(bodies), party=False, canonical=canonical)
    body = _regular(match["old"])
    mark = "-" if "-" in match.group() else "/"
    typed = body.startswith(("TTL", "SL"))
    return Symbol(
        match.start(),
        match.end(),
        number,
        year,
        body if typed else None,
        () if typed else (body,),
        party=False,
        canonical=f"{number}{mark}{body}",
    )


def _with_bodies_apart(text: str, end: int, parts: list[str]) -> int:
    """Where a joint symbol ends with the bodies behind hyphens set apart, which are added to ``parts``."""
    while (more := _JOINT_BODY.match(text, end)) is not None and _is_body(more["body"]):
        parts.append(more["body"])
        end = more.end()
    return end


def _parts(tail: str) -> list[str]:
    """The abbreviations of a symbol, a type and a body that were run together apart ("CTTg" is CT-TTg)."""
    parts = [_regular(part) for part in _SEPARATOR.split(tail) if part]
    return [*glued_codes()[parts[0]], *parts[1:]] if len(parts) == 1 and parts[0] in glued_codes() else parts


def _type_part(parts: list[str], *, party: bool, year: int | None) -> str | None:
    """The type code that a symbol begins with, ``None`` when it begins with a body."""
    first = parts[0]
    if party and first in _MINISTRIES_FIRST and not parts[1].startswith(_COMMITTEES):
        return None
    if party and first in old_ministries() and first not in types_by_symbol_code():
        return None
    if first in types_by_symbol_code() and (len(parts) > 1 or not _is_body(first)):
        return first
    if _is_body(first) or not _plausible(parts, party=party, year=year):
        return None
    return first if len(parts) > 1 else None


def _canonical(number: str, year: int | None, parts: list[str], tail: str, *, party: bool) -> str:
    rest = "-".join(parts[1:])
    if party:
        later = _MARKS.findall(tail)[1:]
        more = "".join(mark + part for mark, part in zip_longest(later, parts[2:], fillvalue=""))
        return f"{number}-{parts[0]}/{parts[1]}{more}"
    separator = _FIRST_MARK.search(tail)
    mark = "/" if separator and separator.group() == "/" else "-"
    head = f"{number}/{year}/{parts[0]}" if year else f"{number}/{parts[0]}"
    whole = f"{head}{mark}{rest}" if rest else head
    for dotted in _DOT.findall(tail):
        whole = whole.replace(f"-{dotted}", f".{dotted}")
    return whole


def _plausible(parts: list[str], *, party: bool, year: int | None) -> bool:
    """Accept local hybrids (QCPH, BCTĐ …): capitals before a body; single letters and units are no symbols."""
    first = parts[0]
    capitals = sum(c.isupper() for c in first)
    if len(parts) == 1:
        return year is not None and capitals >= 2
    return 2 <= len(first) <= 8 and capitals >= 2 and capitals * 2 >= len(first) and (party or len(parts[1]) >= 1)


def _digits(misread: str) -> str:
    """Digits that a scan took for letters: O for 0, l or I for 1."""
    return misread.translate(_READ_RIGHTLY)


def _is_body(code: str) -> bool:
    return code in known_bodies() or _is_assembly(code)


def _is_assembly(code: str) -> bool:
    return _ASSEMBLY.fullmatch(code) is not None


def _regular(part: str) -> str:
    return case_folded_codes().get(part, part)
