"""Party documents without a number: resolutions of congresses and plenary meetings, charters (domain reference I15).

::

    "Nghị quyết" congress [place] ["lần thứ" | "khóa"] ordinals [place] ["của Đảng"] ["nhiệm kỳ" years]
    "Nghị quyết" congress place "nhiệm kỳ" years
    ("Nghị quyết" | "Kết luận") ["Hội nghị lần thứ" ordinal] "Trung ương" numbers "khóa" ordinals
    "Điều lệ" ("Đảng" | "Công đoàn Việt Nam" | …)
    ordinals = ordinal {("," | "và") ["khóa"] ordinal}          khóa XI, XII và XIII: one reference each
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.bodies import NamedBody, read_body
from graph.institutions import at_seat
from graph.model import Body, Level, Regime
from graph.places import Frame
from graph.text import slug
from ingest.reference import Reference
from ingest.tails import ORDINAL, TERM_YEARS

_S = r"\s{1,3}"
_IN_NAME = r"(?:[^\n,.;()\d]|\n(?!\s))"
_WHERE = rf"(?:đảng{_S}bộ|công{_S}đoàn|mặt{_S}trận|đoàn|hội|phụ{_S}nữ)(?!\w){_IN_NAME}{{0,60}}?"
_SPELLED = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV", "năm": "V", "sáu": "VI", "bảy": "VII", "tám": "VIII"}
_FURTHER = r"(?P<further>(?:(?:\s?,\s?|\s(?:và|&)\s)(?:khóa\s)?\(?[IVX]{1,5}\)?(?!\w)){1,5})?"
_YEARS = re.compile(TERM_YEARS)
_NUMBERED = re.compile(r"[IVX]{1,5}")
_CONGRESS = re.compile(
    rf"[Nn](?i:gh[ịi]{_S}quy[ếê]t{_S}(?:của{_S})?(?P<what>đại{_S}hội(?:{_S}đại{_S}bi[ểê]?u)?))"
    rf"(?P<national>{_S}(?i:toàn{_S}qu[ốô]?c|đảng(?:{_S}toàn{_S}qu[ốô]?c)?)(?!{_S}(?i:bộ)\b))?"
    rf"(?:{_S}(?P<where>(?i:{_WHERE})))??"
    rf"(?:{_S}(?i:(?:lần{_S}thứ|khóa){_S})?{ORDINAL}(?!\w)|{_S}(?i:lần{_S}thứ){_S}(?P<spelled>(?i:{'|'.join(_SPELLED)}))(?!\w)"
    rf"|,?{_S}(?P<period>(?i:nhiệm{_S}kỳ){_S}20\d{{2}}\s?-\s?20\d{{2}}))"
    rf"{_FURTHER}"
    rf"(?P<party>{_S}(?i:của{_S}đảng|đảng{_S}cộng{_S}sản{_S}việt{_S}nam)(?!{_S}(?i:bộ|ủy)))?"
    rf"(?:{_S}(?i:của{_S})?(?P<behind>(?i:đảng{_S}bộ|công{_S}đoàn|mặt{_S}trận|đoàn|hội)(?!\w)"
    rf"(?:(?!\s(?:và|Nghị)\s){_IN_NAME}){{0,40}}))?"
)
_CONGRESS_SAID = re.compile(rf"đại{_S}hội")
_PLENUM_SAID = re.compile(rf"khóa{_S}[IVX]")
_CHARTER_SAID = re.compile(rf"lệ{_S}[ĐCMH]")
"""What each of them holds: to look for it takes less time than for the whole."""
_MEETING = rf"(?:{_S}(?:lần{_S}thứ{_S})(?P<ordinal>(?:mười{_S})?\w{{1,5}}))?"
_PLENUM = re.compile(
    rf"(?P<core>(?P<what>(?:(?<=các\s)n|N)ghị{_S}quyết|(?:(?<=các\s)k|K)ết{_S}luận){_S}(?:của{_S})?(?:Hội{_S}nghị{_S})?"
    rf"(?:lần{_S}thứ{_S}(?P<first>(?:mười{_S})?\w{{1,5}}){_S})?(?:của{_S})?"
    rf"(?:Ban{_S}Chấp{_S}hành{_S}|BCH{_S})?(?:Trung{_S}ương|TW)"
    rf"(?:(?:{_S}|(?<=TW))(?P<earlier>(?:\d{{1,2}}(?:\s?,\s?|{_S}(?:và|&){_S})){{1,8}})?(?P<number>\d{{1,2}}))?"
    rf"(?:{_S}Đảng)?{_MEETING}"
    rf",?{_S}?\(?khóa{_S})(?P<term>[IVX]{{1,5}})(?!\w)\)?{_FURTHER}"
)
_CHARTER = re.compile(
    rf"Điều{_S}lệ{_S}(?:Đảng(?:{_S}Cộng{_S}sản{_S}Việt{_S}Nam)?|Công{_S}đoàn{_S}Việt{_S}Nam|"
    rf"Đoàn{_S}(?:Thanh{_S}niên{_S}Cộng{_S}sản|TNCS){_S}Hồ{_S}Chí{_S}Minh"
    rf"|(?:Mặt{_S}trận{_S}Tổ{_S}quốc|MTTQ){_S}Việt{_S}Nam|"
    rf"Hội{_S}(?:Nông{_S}dân|Liên{_S}hiệp{_S}Phụ{_S}nữ|LHPN|Cựu{_S}chiến{_S}binh){_S}Việt{_S}Nam)(?!\w)"
)
_COMMITTEE = "Ủy ban nhân dân"
"""The body that every place has, by which a place is read."""

_OF_AGENCIES = re.compile(r"UBND|HĐND|Ủy ban|Hội đồng|các |cơ quan|Quân|Công an|Chính phủ|Quốc hội|Bộ ", re.IGNORECASE)
"""What stands behind "Đảng bộ" when it is not that of a place."""

_NATIONAL = re.compile(r"(?:Việt Nam|(?:Cộng sản|TNCS) Hồ Chí Minh|toàn quốc)$")
_NAME_END = re.compile(
    r"\s(?:và|về|đã|được|đề ra|nhiệm kỳ|trong|trên|để|với|theo|là|vào)\s.*", re.DOTALL | re.IGNORECASE
)


def find_unnumbered(text: str, frame: Frame) -> Iterator[Reference]:
    """Yield the resolutions of congresses and plenary meetings and the charters, in order of kind, then of place."""
    for match in _CONGRESS.finditer(text) if _CONGRESS_SAID.search(text.lower()) else ():
        yield from _congresses(match, frame)
    for match in _PLENUM.finditer(text) if _PLENUM_SAID.search(text) else ():
        if match["first"] or match["ordinal"] or match["number"]:
            yield from _plenums(match)
    for match in _CHARTER.finditer(text) if _CHARTER_SAID.search(text) else ():
        yield Reference(match.start(), match.end(), match.end(), "ĐL", name=" ".join(match.group().split()))


def _plenums(match: re.Match[str]) -> Iterator[Reference]:
    party = NamedBody("Ban Chấp hành Trung ương Đảng", _body("tw", "Ban Chấp hành Trung ương Đảng", "tw"))
    end = match.start("further") if match["further"] else match.end()
    core = f"{match['core']}{match['term']}".replace("(", "") if match["further"] else match.string[match.start() : end]
    name = " ".join(core.split())
    kind = "KL" if match["what"][0] in "Kk" else "NQ"
    reference = Reference(match.start(), end, end, kind, issuers=(party,), term=match["term"], name=name)
    if match["earlier"]:
        yield from _meetings(match, reference)
        return
    yield reference
    for term, start, stop in _further(match):
        name = " ".join(f"{match['core']}{term}".replace("(", "").split())
        yield replace(reference, start=start, end=stop, tail_end=stop, term=term, name=name, compound=True)


def _meetings(match: re.Match[str], reference: Reference) -> Iterator[Reference]:
    """One reference for each meeting that a list names of one term: "Nghị quyết Trung ương 4, 5 khóa XIII"."""
    opening = " ".join(match.string[match.start() : match.start("earlier")].split())
    for place in re.finditer(r"\d{1,2}", match.string[match.start("earlier") : match.end("number")]):
        first, last = (match.start("earlier") + offset for offset in place.span())
        start = match.start() if not place.start() else first
        end = reference.end if last == match.end("number") else last
        name = f"{opening[:1].upper()}{opening[1:]} {place.group()} khóa {match['term']}"
        yield replace(reference, start=start, end=end, tail_end=end, name=name, compound=start == first)


def _further(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The ordinals that a list names behind its first one, each with its place."""
    if match["further"]:
        for found in _NUMBERED.finditer(match.string, *match.span("further")):
            yield found.group(), found.start(), found.end()


def _congresses(match: re.Match[str], frame: Frame) -> Iterator[Reference]:
    ordinal = match["ordinal"] or match["spelled"]
    first = _congress(match, ordinal, frame)
    if first is None:
        return
    yield first
    for term, start, stop in _further(match):
        of_term = _congress(match, term, frame)
        if of_term is not None:
            yield replace(of_term, start=start, end=stop, tail_end=stop, compound=True)


def _congress(match: re.Match[str], ordinal: str | None, frame: Frame) -> Reference | None:
    """The resolution of the congress ``ordinal``, ``None`` when the text names its years alone."""
    term = _SPELLED.get(ordinal.casefold(), ordinal) if ordinal else None
    behind = _NAME_END.sub("", match["behind"] or "")
    where = " ".join((match["where"] or behind).split())
    own_party = not where or where.casefold().startswith("đảng")
    if own_party and (match["national"] or match["party"]):
        name = f"Đại hội đại biểu toàn quốc lần thứ {term} của Đảng" if term else "Đại hội đại biểu toàn quốc của Đảng"
        issuer = NamedBody(name, _body("dai-hoi", "Đại hội đại biểu toàn quốc", "dai-hoi"))
    elif where.casefold().startswith("đảng") and (found := _local(where, ordinal, frame)):
        issuer = found
    elif where and term:
        issuer = _of_organisation(where, f"lần thứ {ordinal}", frame)
    else:
        return None
    numbered = match.end("ordinal") if match["ordinal"] else match.end("spelled")
    end = numbered if match["ordinal"] or match["spelled"] else match.end("period")
    of = match["party"] or ""
    if match["further"]:
        core = f"{match.string[match.start() : match.start('ordinal')]}{ordinal}{of}"
    else:
        if of:
            end = match.end("party")
        elif behind and not match["national"]:
            end = match.start("behind") + len(behind.rstrip())
        core = match.string[match.start() : end]
    years = _YEARS.match(match.string, end)
    tail_end = years.end() if years else end
    return Reference(match.start(), end, tail_end, "NQ", issuers=(issuer,), term=term, name=" ".join(core.split()))


def _of_organisation(where: str, which: str, frame: Frame) -> NamedBody:
    """The congress of a union or of the Party inside a body; one without a place of its own is of no place."""
    whole = at_seat(where, frame) or where
    party = where.casefold().startswith("đảng")
    name = f"Đại hội {'đại biểu ' if party else ''}{whole} {which}"
    level = Level.CENTRAL if _NATIONAL.search(where) else None
    regime = Regime.PARTY if party else Regime.MASS
    return NamedBody(name, Body(f"dai-hoi.{slug(whole)}", name, "dai-hoi", level, regime=regime))


def _local(where: str, ordinal: str | None, frame: Frame) -> NamedBody | None:
    """The congress of a Party organisation at a place: "Đảng bộ tỉnh", "Đảng bộ thành phố Cần Thơ"."""
    seat = " ".join(where.split()[2:])
    if _OF_AGENCIES.match(seat):
        return None
    named = read_body(f"{_COMMITTEE} {seat}", 0, frame)
    if named is None or named[0].body.place is None or named[1] <= len(_COMMITTEE):
        return None
    body = named[0].body
    name = f"Đại hội đại biểu Đảng bộ {named[0].name.removeprefix(f'{_COMMITTEE} ')}"
    if ordinal:
        name += f" lần thứ {ordinal}"
    return NamedBody(name, Body(f"dai-hoi.{body.place}", name, "dai-hoi", body.level, body.place, regime=Regime.PARTY))


def _body(key: str, name: str, kind: str) -> Body:
    return Body(key, name, kind, Level.CENTRAL, regime=Regime.PARTY)
