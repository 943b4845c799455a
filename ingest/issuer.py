"""Who issued a document: from its head, or where that was lost from symbol, địa danh and text.

The head names the superior body first and the issuer last, the issuer's place under it (NĐ 30/2020 Phụ lục I; HD
36-HD/VPTW). The abbreviation in the symbol says the same shorter; the place of the date line is that of the issuer
(domain reference §1.1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from graph.bodies import NamedBody, read_body, with_place
from graph.body_codes import body_from_codes
from graph.institutions import read_issuer as read_named
from graph.model import Level, Place, Regime
from graph.places import Frame, find_places, frame_of, kind_at_end, parents
from ingest.head_blocks import OFFICE, head_blocks, is_union
from ingest.head_names import with_capitals
from ingest.issuer_place import (
    Clues,
    PlacePhrase,
    choose_place,
    level_of,
    party_place,
    split_place,
    written_place,
)
from ingest.lines import has_place_in_small, is_upper, one_line
from ingest.sections import RegionKind, Sections
from ingest.symbols import Symbol

_BESIDE = re.compile(
    r"\s-\s(?=(?:SỞ|BAN|LIÊN ĐOÀN|HỘI|ĐOÀN|TỈNH ĐOÀN|CÔNG AN|TÒA ÁN|VIỆN|BỘ CHỈ HUY|NGÂN HÀNG|BẢO HIỂM|ỦY BAN|CỤC|"
    r"CHI CỤC|THANH TRA|KHO BẠC|PHÒNG|UBND)\s)"
)
"""Between the bodies of one place that issue together; "VĂN PHÒNG HĐND - UBND" is one body."""
_ORGAN = re.compile(
    r"(?:T/M|TM\.|CỦA|của)\s+(?P<organ>BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN CHẤP HÀNH TRUNG ƯƠNG|Bộ Chính trị|Ban Bí thư)"
)
_SPEAKER = re.compile(
    r"(?<!\w)(?:Ủy ban|UBND|Hội đồng|HĐND|Sở|Ban|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy|Liên đoàn|Hội|Phòng|"
    r"Văn phòng|Bộ|Chính phủ|Thủ tướng|Quốc hội|Công an)(?!\w)"
)
_ISSUES = re.compile(r"\s{1,3}(?:xây dựng|ban hành|đề ra|thông báo|báo cáo|quyết định|yêu cầu|hướng dẫn|triển khai)")
_COMMITTEE = re.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|UỶ)(?!\w)")
_COMMITTEE_OF = {"TỈNH": "TỈNH ỦY", "THÀNH PHỐ": "THÀNH ỦY", "HUYỆN": "HUYỆN ỦY", "QUẬN": "QUẬN ỦY", "THỊ XÃ": "THỊ ỦY"}
_PARTY_ORGANISATION = re.compile(rf"^ĐẢNG BỘ (?P<of>{'|'.join(_COMMITTEE_OF)})(?=\s)")
_STAFF = re.compile(
    r"(?:BAN (?:TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|TUYÊN GIÁO VÀ DÂN VẬN|NỘI CHÍNH|XÂY DỰNG ĐẢNG)|VĂN PHÒNG"
    r"|(?:ỦY|UỶ) BAN KIỂM TRA)"
)
_COMMITTEE_WITHIN = re.compile(
    rf"(?P<head>(?:(?:{_STAFF.pattern}|BAN (?:THƯỜNG VỤ|CHẤP HÀNH))\s+){{0,2}}"
    r"(?:ĐẢNG (?:ỦY|UỶ|BỘ)|CHI (?:BỘ|ỦY)|CÔNG ĐOÀN))\s+"
    r"(?!(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TỈNH|THÀNH PHỐ|HUYỆN|NGÀNH)(?!\w))(?P<of>.+)$"
)
"""An organisation of the Party or a union inside a body: "ĐẢNG ỦY SỞ TƯ PHÁP", "CHI BỘ VĂN PHÒNG"."""
_CELL = re.compile(r"CHI BỘ(?!\w)")
_PARTY_OF_BODY = re.compile(r"ĐẢNG (?:ỦY|UỶ|BỘ)\s+(?P<of>(?!KHỐI|CÁC|BỘ PHẬN).+)$")
_ORGAN_OF_A_PLACE = re.compile(r"(?:SỞ|PHÒNG|VĂN PHÒNG|THANH TRA|CHI CỤC)\s")
_WITHOUT_OWN_NAME = re.compile(
    r"(?:TRUNG TÂM|BAN (?:QUẢN LÝ|CHỈ ĐẠO|TỔ CHỨC)|ĐỘI|HỘI ĐỒNG|TRẠM|HẠT|TỔ CÔNG TÁC|THƯ VIỆN|BẢO TÀNG|CHI NHÁNH)(?!\w)"
)
"""Agencies that are called by what they do, so that only the place of the body over them tells which one is meant."""
_OF_A_PLACE = re.compile(r"(?:UBND|ỦY BAN NHÂN DÂN|SỞ)\s")
_OF_ITSELF = re.compile(r"(?:CÔNG AN|TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|BỆNH VIỆN)\s")
"""Superiors whose departments are theirs, not the place's."""

_PART_OF_MINISTRY = re.compile(r"(?P<part>THANH TRA|VĂN PHÒNG)(?: BỘ)?")
_OF_MINISTRY = "CỤC "
"""Under a ministry and without a place that of the nation: "CỤC THUẾ" since 2025 (Quyết định 381/QĐ-BTC)."""

_OF_THE_CENTRE = re.compile(r"\s(?:TRUNG ƯƠNG|(?<!VƯỜN )QUỐC GIA)$")
_OF_EQUAL_RANK = ("Bộ ", "Tòa án", "Viện kiểm sát", "Ngân hàng Nhà nước")
_OF_THE_ARMY = ("Bộ Tư lệnh", "Bộ Tổng Tham mưu")
"""Under the Bộ Quốc phòng, beside which they do not stand."""

_OF_A_REGION = re.compile(r"\sKHU VỰC\s(?:[IVX]{1,5}|\d{1,2})$", re.IGNORECASE)
"""Behind the name of a branch of a central body that has a number instead of a place: "CHI CỤC THUẾ KHU VỰC XV"."""

_ROMAN = re.compile(r"[IVX]{1,5}")
_OFFICE_ALONE = "VĂN PHÒNG"
_DELEGATIONS = frozenset({"ĐOÀN GIÁM SÁT", "ĐOÀN KIỂM TRA", "ĐOÀN CÔNG TÁC"})
"""What the body over it sends out: "ĐOÀN GIÁM SÁT" under "HỘI ĐỒNG NHÂN DÂN TỈNH X"."""
_INITIALS = re.compile(
    r"(?<!\w)(?:th(?:pt|cs)|ptdt[bn]t|gd(?:nn|tx|đt)|ubnd|hđnd|bhxh|mttq|mtqg|mtv|lđlđ|tnhh)(?!\w)", re.IGNORECASE
)
_LONGEST, _SPEAKERS = 160, 60


@dataclass(frozen=True, slots=True)
class Issuer:
    """``name`` is full with its place, ``parent`` the places above ("quận Kiến An, thành phố Hải Phòng")."""

    name: str | None = None
    parent: str | None = None
    level: Level | None = None


def read_issuer(sections: Sections, symbol: Symbol | None, *, place: str | None, on: date | None, text: str) -> Issuer:
    """Read the issuer of a document dated ``on`` whose date line names ``place``."""
    blocks = head_blocks(sections.lines, sections.title_page)
    bodies = [body for block in blocks for body in _BESIDE.split(block)]
    clues = Clues(place, on, text, tuple(filter(None, map(written_place, bodies))))
    coded = body_from_codes(symbol.bodies, Frame(date=on), party=symbol.party) if symbol else None
    if coded and coded.body.key == "tw":
        return Issuer(_central_organ(sections, text) or coded.name, None, Level.CENTRAL)
    staff = len(blocks) > 1 and _STAFF.fullmatch(blocks[-1]) is not None and not _COMMITTEE.match(blocks[-2])
    if coded and coded.body.level is Level.CENTRAL and (staff or not _may_bear(blocks, coded)):
        return Issuer(coded.name, None, Level.CENTRAL)
    if blocks:
        return _from_head(blocks, clues)
    if coded:
        return _located(coded.name, None, clues, relative=True)
    return _speaking(sections, clues)


def _may_bear(blocks: Sequence[str], coded: NamedBody) -> bool:
    """Tell whether the head names a body whose symbol this may be; a slip like CHÍNH PHỦ over TT-BCA may not."""
    if not blocks:
        return False
    if _joint(blocks):
        return True
    read = read_body(blocks[-1], 0, Frame())
    return read is None or read[0].body.level is not Level.CENTRAL or read[0].body.key == coded.body.key


def _central_organ(sections: Sections, text: str) -> str | None:
    """The organ of the Party's centre that speaks; its organs share one code (domain reference I8)."""
    tail = " ".join(span.of(text) for span in sections.spans(RegionKind.SIGNATURE))
    match = _ORGAN.search(tail) or _ORGAN.search(" ".join(span.of(text) for span in sections.spans(RegionKind.HEAD)))
    read = read_body(match["organ"], 0, Frame()) if match else None
    return read[0].name if read else None


def _speaking(sections: Sections, clues: Clues) -> Issuer:
    """The body that the opening lets issue the document, when head and symbol are lost."""
    for span in sections.spans(RegionKind.PREAMBLE, RegionKind.CLOSING):
        for match in islice(_SPEAKER.finditer(clues.text, span.start, span.end), _SPEAKERS):
            read = read_body(clues.text, match.start(), Frame(date=clues.on))
            if read is None or _ISSUES.match(clues.text, read[1]) is None:
                continue
            if read[0].body.level is Level.CENTRAL:
                return Issuer(read[0].name, None, Level.CENTRAL)
            head, phrase = split_place(one_line(clues.text[match.start() : read[1]]))
            return _located(head, phrase, clues, relative=phrase is None)
    return Issuer()


def _from_head(blocks: Sequence[str], clues: Clues) -> Issuer:
    own = blocks[-1]
    if joint := _joint(blocks):
        return Issuer(joint, None, Level.CENTRAL)
    read = read_body(own, 0, Frame(date=clues.on))
    if read and read[0].body.level is Level.CENTRAL and read[1] >= len(own.rstrip()):
        return Issuer(read[0].name, None, Level.CENTRAL)
    if named := _part_of_ministry(blocks) or (_OF_THE_CENTRE.search(own) and cased_name(own, clues.text)):
        return Issuer(named, None, Level.CENTRAL)
    if len(blocks) > 1 and _CELL.match(own) and (above := _PARTY_OF_BODY.match(blocks[-2])) and not split_place(own)[1]:
        own = f"{own} {above['of']}"
    beside = len(blocks) > 2 and _STAFF.fullmatch(blocks[-2]) and _COMMITTEE.match(blocks[-3])
    if beside and read and read[0].body.regime is not Regime.PARTY:
        own, blocks = f"{blocks[-2]} - {own}", blocks[:-1]
    if found := _of_party(own, blocks[:-1], clues) or _together(own, blocks[:-1], clues):
        return found
    head, phrase = split_place(own)
    if len(blocks) > 1 and own in _DELEGATIONS:
        whole = _from_head(blocks[:-1], clues)
        return replace(whole, name=f"{own.capitalize()} {whole.name}") if whole.name else whole
    if len(blocks) > 1 and head == _OFFICE_ALONE:
        head, phrase = split_place(f"{head} {blocks[-2]}")
        return _located(head, phrase, clues, relative=phrase is None)
    if phrase is None and len(blocks) > 1 and not party_place(own):
        return _below(head, blocks[-2], clues)
    return _located(head, phrase, clues, relative=phrase is None)


def _of_party(own: str, above: Sequence[str], clues: Clues) -> Issuer | None:
    """An office of a Party committee under its committee, or a committee inside a body of the nation."""
    if above and _STAFF.fullmatch(own):
        superior = _PARTY_ORGANISATION.sub(lambda found: _COMMITTEE_OF[found["of"]], above[-1])
        if _COMMITTEE.match(superior):
            head, phrase = split_place(superior) if _COMMITTEE_WITHIN.match(superior) else (superior, None)
            return _located(f"{own} {head}", phrase, clues, relative=phrase is None)
    within = _COMMITTEE_WITHIN.match(own)
    if within and _is_of_nation(within["of"]):
        return Issuer(cased_name(own, clues.text), None, Level.CENTRAL)
    return None


def _part_of_ministry(blocks: Sequence[str]) -> str | None:
    """The inspectorate or the office of a ministry, under its name: "THANH TRA BỘ", "VĂN PHÒNG"."""
    part = _PART_OF_MINISTRY.fullmatch(blocks[-1]) if len(blocks) > 1 else None
    read = read_body(blocks[-2], 0, Frame()) if part else None
    whole = read is not None and read[0].body.level is Level.CENTRAL and read[1] >= len(blocks[-2].rstrip())
    return f"{part['part'].capitalize()} {read[0].name}" if part and read and whole else None


def _below(head: str, superior: str, clues: Clues) -> Issuer:
    """An issuer whose place is that of the body over it ("UBND TỈNH X" over "SỞ NỘI VỤ")."""
    if head.startswith("PHÒNG ") and _OF_ITSELF.match(superior):
        whole = _from_head([superior], clues)
        return replace(whole, name=f"{cased_name(head, clues.text)} {whole.name}")
    above = split_place(superior)[1]
    if above is None and _OF_A_REGION.search(head):
        return Issuer(cased_name(head, clues.text), None, Level.PROVINCE)
    if above is None and head.startswith(_OF_MINISTRY) and _is_of_nation(superior):
        return Issuer(cased_name(head, clues.text), None, Level.CENTRAL)
    placeless = above is not None or _with_place_at_end(head) == head
    unnamed = placeless and _OF_A_PLACE.match(superior) and _WITHOUT_OWN_NAME.match(head)
    if _is_local(head) or _ORGAN_OF_A_PLACE.match(head) or unnamed:
        return _located(head, above, clues, relative=above is None)
    parent = read_body(superior, 0, Frame(date=clues.on))
    level = level_of(above) if above else parent[0].body.level if parent else None
    return Issuer(cased_name(head, clues.text), _placed_name(above, clues) if above else None, level)


def _joint(blocks: Sequence[str]) -> str | None:
    """Join the central bodies of a joint document, none of which is over the other."""
    names = [name for block in blocks for name in re.split(r"\s*-\s*(?=BỘ\s|TÒA|VIỆN|NGÂN|THANH|TỔNG)", block)]
    read = [read_body(name, 0, Frame()) for name in names]
    central = [r[0].name for r in read if r and r[0].body.level is Level.CENTRAL]
    equals = [name for name in central if name.startswith(_OF_EQUAL_RANK) and not name.startswith(_OF_THE_ARMY)]
    return ", ".join(equals) if len(equals) > 1 and len(equals) == len(names) else None


def _together(own: str, above: Sequence[str], clues: Clues) -> Issuer | None:
    """The bodies of one place that issue a joint document, named on one line ("LIÊN ĐOÀN LAO ĐỘNG … - SỞ …").

    No office of the Party is over a body of the State that stands under it: they issue together.
    """
    names = _BESIDE.split(own)
    if len(names) == 1 or names[0].startswith(_OFFICE_ALONE) or any(map(OFFICE.match, names)):
        return None
    split = [split_place(name) for name in names]
    shared = next((phrase for _, phrase in split if phrase and phrase.name), None)
    issuers = [
        _of_party(name, above, clues) or _located(head, phrase or shared, clues, relative=shared is None)
        for name, (head, phrase) in zip(names, split, strict=True)
    ]
    return replace(issuers[0], name=", ".join(issuer.name or "" for issuer in issuers))


def _located(head: str, phrase: PlacePhrase | None, clues: Clues, *, relative: bool) -> Issuer:
    """Give a local body its place: the written one, else the one that the clues agree on."""
    place = choose_place(head, phrase, clues)
    if place is not None:
        return _at(head, place, clues)
    name = cased_name(head, clues.text)
    spoken = party_place(head)
    if phrase is None and spoken and is_upper(spoken) and not _COMMITTEE_WITHIN.match(head):
        name = f"{cased_name(head[: -len(spoken)].strip(), clues.text)} {spoken.title()}"
    if phrase is None or not phrase.name:
        ends = clues.place is not None and name.casefold().endswith(clues.place.casefold())
        known = clues.place if relative and _is_local(head) and not ends else None
        kind = phrase or split_place(name)[1]
        return Issuer(f"{name} {known}" if known else name, None, level_of(kind) if kind else None)
    above = [p for p in clues.written if p != phrase and p.name]
    parent = ", ".join(_placed_name(p, clues) for p in reversed(above))
    return Issuer(f"{name} {_placed_name(phrase, clues)}", parent or None, level_of(phrase))


def _placed_name(phrase: PlacePhrase, clues: Clues) -> str:
    return f"{phrase.kind} {cased_name(phrase.name or '', clues.text, proper=True)}".strip()


def _at(head: str, place: Place, clues: Clues) -> Issuer:
    # Of a union only the place behind it tells that it is not that of the nation.
    asked = with_place(head, place) if is_union(head) else head
    read = read_body(asked, 0, replace(frame_of(place, clues.on), level=place.level))
    if read and read[0].body.level not in {None, place.level}:  # "Thanh tra" alone is that of a tỉnh
        read = read_body(f"{head} {place.kind}", 0, replace(frame_of(place, clues.on), level=place.level)) or read
    whole = read is not None and read[1] >= len(head.rstrip())
    name = read[0].name if read and whole else cased_name(head, clues.text)
    if not name.casefold().endswith(place.name.casefold()):
        name = with_place(name, place)
    above = ", ".join(with_place("", p).strip() for p in parents(place))
    return Issuer(name, above or None, place.level)


def _is_local(head: str) -> bool:
    read = read_body(head, 0, Frame())
    return read is not None and read[0].body.level is not Level.CENTRAL


def _is_of_nation(name: str) -> bool:
    read = read_named(name, 0, Frame()) or read_named(name.capitalize(), 0, Frame())
    return read is not None and read[0].body.level is Level.CENTRAL and read[1] >= len(name.rstrip())


def cased_name(name: str, text: str, *, proper: bool = False) -> str:
    """A name that stood in capitals, cased as reference data or the text has it; failing both, with one capital.

    ``proper`` is for names of places: every word has a capital.
    """
    if not is_upper(name):
        return name
    read = read_body(name, 0, Frame())
    if read and read[1] >= len(name.rstrip()) and not proper and not is_upper(read[0].name):
        return read[0].name
    if not proper and (within := _COMMITTEE_WITHIN.match(name)):
        return f"{cased_name(within['head'], text)} {cased_name(within['of'], text)}"
    spaced = r"\s+".join(map(re.escape, name.split()))
    for match in re.finditer(spaced, text, re.IGNORECASE):
        if not is_upper(match[0]) and not has_place_in_small(match[0]) and match[0][0].isupper():
            return one_line(match[0])
    if proper:
        return name.title()
    if read:
        behind = (word if _ROMAN.fullmatch(word) else word.lower() for word in name[read[1] :].split())
        return " ".join((_said(read[0].name, name[: read[1]]), *behind))
    return _with_place_at_end(with_capitals(_INITIALS.sub(lambda found: found[0].upper(), name.capitalize())))


def _said(name: str, written: str) -> str:
    """The name of a body without the kind of place that was not written: "TÒA ÁN NHÂN DÂN" is not yet of a tỉnh."""
    name = name.capitalize() if is_upper(name) else name
    kind = kind_at_end(name)
    return name if kind is None or written.casefold().rstrip().endswith(kind) else name.removesuffix(f" {kind}")


def _with_place_at_end(name: str) -> str:
    words = name.split()
    for size in (3, 2):
        if len(words) > size and find_places(" ".join(words[-size:])):
            return " ".join([*words[:-size], *map(str.capitalize, words[-size:])])
    return name
