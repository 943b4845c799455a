"""Party documents without a number: resolutions of congresses and plenary meetings, charters (domain reference I15).

::

    "Nghị quyết" congress [place] ["lần thứ" | "khóa"] ordinal [place] ["của Đảng"]
    "Nghị quyết" ["Hội nghị lần thứ" ordinal] "Trung ương" ordinal "khóa" ordinal
    "Điều lệ" ("Đảng" | "Công đoàn Việt Nam" | …)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.bodies import NamedBody, read_body
from graph.model import Body, Level, Regime
from graph.places import Frame
from graph.text import slug
from ingest.reference import Reference
from ingest.tails import ORDINAL

_S = r"\s{1,3}"
_WHERE = rf"(?:đảng{_S}bộ|công{_S}đoàn|mặt{_S}trận|đoàn|hội)[^\n,.;()\d]{{0,60}}?"
_CONGRESS = re.compile(
    rf"[Nn](?i:ghị{_S}quyết{_S}(?:của{_S})?(?P<what>đại{_S}hội(?:{_S}đại{_S}biểu)?))"
    rf"(?P<national>{_S}(?i:toàn{_S}quốc|đảng(?:{_S}toàn{_S}quốc)?)(?!{_S}(?i:bộ)\b))?"
    rf"(?:{_S}(?P<where>(?i:{_WHERE})))??"
    rf"{_S}(?i:lần{_S}thứ{_S}|khóa{_S})?{ORDINAL}(?!\w)"
    rf"(?P<party>{_S}(?i:của{_S}đảng|đảng{_S}cộng{_S}sản{_S}việt{_S}nam)(?!{_S}(?i:bộ|ủy)))?"
    rf"(?:{_S}(?i:của{_S})?(?P<behind>(?i:đảng{_S}bộ|công{_S}đoàn|mặt{_S}trận|đoàn|hội)(?!\w)"
    rf"(?:(?!\s(?:và|Nghị)\s)[^\n,.;()\d]){{0,40}}))?"
)
_PLENUM = re.compile(
    rf"(?P<core>Nghị{_S}quyết{_S}(?:của{_S})?(?:Hội{_S}nghị{_S})?(?:lần{_S}thứ{_S}(?P<ordinal>\w{{1,5}}){_S})?(?:của{_S})?"
    rf"(?:(?:Ban{_S}Chấp{_S}hành{_S}|BCH{_S})?(?:Trung{_S}ương|TW)(?:{_S}(?P<number>\d{{1,2}}))?)(?:{_S}Đảng)?,?{_S}?"
    rf"\(?khóa{_S}(?P<term>[IVX]{{1,5}})\)?)(?!\w)"
)
_CHARTER = re.compile(
    rf"Điều{_S}lệ{_S}(?:Đảng(?:{_S}Cộng{_S}sản{_S}Việt{_S}Nam)?|Công{_S}đoàn{_S}Việt{_S}Nam|"
    rf"Đoàn{_S}(?:Thanh{_S}niên{_S}Cộng{_S}sản|TNCS){_S}Hồ{_S}Chí{_S}Minh"
    rf"|(?:Mặt{_S}trận{_S}Tổ{_S}quốc|MTTQ){_S}Việt{_S}Nam|"
    rf"Hội{_S}(?:Nông{_S}dân|Liên{_S}hiệp{_S}Phụ{_S}nữ|LHPN|Cựu{_S}chiến{_S}binh){_S}Việt{_S}Nam)(?!\w)"
)
_NATIONAL = re.compile(r"Việt Nam|Hồ Chí Minh|toàn quốc")
_NAME_END = re.compile(
    r"\s(?:và|về|đã|được|đề ra|nhiệm kỳ|trong|trên|để|với|theo|là|vào)\s.*", re.DOTALL | re.IGNORECASE
)


def find_unnumbered(text: str, frame: Frame) -> Iterator[Reference]:
    """Yield the resolutions of congresses and plenary meetings and the charters, in order of kind, then of place."""
    for match in _CONGRESS.finditer(text):
        reference = _congress(match, frame)
        if reference is not None:
            yield reference
    yield from (_plenum(match) for match in _PLENUM.finditer(text) if match["ordinal"] or match["number"])
    for match in _CHARTER.finditer(text):
        yield Reference(match.start(), match.end(), match.end(), "ĐL", name=" ".join(match.group().split()))


def _plenum(match: re.Match[str]) -> Reference:
    party = NamedBody("Ban Chấp hành Trung ương Đảng", _body("tw", "Ban Chấp hành Trung ương Đảng", "tw"))
    name = " ".join(match["core"].split())
    return Reference(match.start(), match.end(), match.end(), "NQ", issuers=(party,), term=match["term"], name=name)


def _congress(match: re.Match[str], frame: Frame) -> Reference | None:
    term = match["ordinal"]
    behind = _NAME_END.sub("", match["behind"] or "")
    where = " ".join((match["where"] or behind).split())
    end = match.end("party") if match["party"] else match.end("ordinal")
    if behind and not (match["national"] or match["party"]):
        end = match.start("behind") + len(behind.rstrip())
    own_party = not where or where.casefold().startswith("đảng")
    if own_party and (match["national"] or match["party"]):
        name = f"Đại hội đại biểu toàn quốc lần thứ {term} của Đảng"
        issuer = NamedBody(name, _body("dai-hoi", "Đại hội đại biểu toàn quốc", "dai-hoi"))
    elif where.casefold().startswith("đảng"):
        found = _local(where, term, frame)
        if found is None:
            return None
        issuer = found
    elif where:
        name = f"Đại hội {where} lần thứ {term}"
        level = Level.CENTRAL if _NATIONAL.search(where) else None
        issuer = NamedBody(name, Body(f"dai-hoi.{slug(where)}", name, "dai-hoi", level, regime=Regime.MASS))
    else:
        return None
    core = " ".join(match.string[match.start() : end].split())
    return Reference(match.start(), end, end, "NQ", issuers=(issuer,), term=term, name=core)


def _local(where: str, term: str, frame: Frame) -> NamedBody | None:
    """The congress of a Party organisation at a place: "Đảng bộ tỉnh", "Đảng bộ thành phố Cần Thơ"."""
    seat = " ".join(where.split()[2:])
    named = read_body(f"Ủy ban nhân dân {seat}", 0, frame)
    if named is None or named[0].body.place is None:
        return None
    body = named[0].body
    name = f"Đại hội đại biểu Đảng bộ {named[0].name.removeprefix('Ủy ban nhân dân ')} lần thứ {term}"
    return NamedBody(name, Body(f"dai-hoi.{body.place}", name, "dai-hoi", body.level, body.place, regime=Regime.PARTY))


def _body(key: str, name: str, kind: str) -> Body:
    return Body(key, name, kind, Level.CENTRAL, regime=Regime.PARTY)
