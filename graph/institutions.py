"""Institutions that no table lists: universities, schools, hospitals, companies, military regions.

There are tens of thousands, so they are read by the form of their names: what they are ("Trường Đại học", "Bệnh viện",
"Quân khu"), then a proper name that ends where the sentence goes on (Luật Giáo dục đại học 08/2012/QH13 Điều 4; Luật
Khám bệnh, chữa bệnh 15/2023/QH15; Luật Quốc phòng 22/2018/QH14 Điều 23). A name whose end is not sure is none.

Institutions of the nation are bodies by their name alone. A school or a hospital bears the name of a person as often as
not, which others bear too: it is a body without a place, so that its documents wait in a group.
"""

from __future__ import annotations

import re

from graph.bodies import NamedBody, read_body, with_place
from graph.committees import topic
from graph.model import Body, Level, Regime
from graph.places import KIND_WORDS, Frame
from graph.text import slug

_HEADS_OF_NATION = r"(?:Trường\s+)?Đại\s+học|Học\s+viện|Quân\s+(?:khu|đoàn)|Binh\s+(?:đoàn|chủng)|Quân\s+chủng"
_HEADS = (
    rf"{_HEADS_OF_NATION}|"
    r"Trường\s+(?:Cao\s+đẳng|Trung\s+cấp|Trung\s+học|Tiểu\s+học|Mầm\s+non|Mẫu\s+giáo|Phổ\s+thông|THPT|THCS|TH|MN|PTDTNT"
    r"|PTDTBT|Chính\s+trị|Cán\s+bộ|Sĩ\s+quan|Bồi\s+dưỡng)|(?:Ủy|Uỷ)\s+ban\s+[Qq]uốc\s+gia(?:\s+về)?|Hội\s+đồng\s+[Qq]uốc\s+gia(?:\s+về)?|"
    r"Tập\s+đoàn|Tổng\s+[Cc]ông\s+ty|Công\s+ty|Bệnh\s+viện|Trung\s+tâm\s+(?:Y\s+tế|Kiểm\s+soát|Giáo\s+dục|Lưu\s+trữ|Chính\s+trị)|"
    r"Viện(?!\s+(?:kiểm|trưởng|phí|trợ))|Vườn\s+quốc\s+gia|Hiệp\s+hội|Hội\s+Sinh\s+viên|Liên\s+đoàn\s+Thương\s+mại|Ban\s+Quản\s+lý\s+[Rr]ừng|Nhà\s+xuất\s+bản"
)
_BEARERS = (
    r"UBND|HĐND|Ủy\s+ban|Uỷ\s+ban|Hội|Sở|Bộ|Ban|Tỉnh|Thành|Huyện|Công\s+an|Đoàn|Liên\s+đoàn|Chi\s+cục|Cục|các\s|"
    r"Quyết\s+định|Kế\s+hoạch|Công\s+văn|Thông\s+báo|Hướng\s+dẫn|Nghị\s+quyết|Chỉ\s+thị|Chương\s+trình"
)
_GOES_ON = (
    r"(?:về(?!\s+trật\s+tự)|ban\s+hành|phê\s+duyệt|quy\s+định|hướng\s+dẫn|triển\s+khai|thực\s+hiện|tại|để|theo|ngày|năm|do|của|đã|với|trong|"
    r"đối|giao(?!\s+(?:thông|dịch))|nhằm|có|là|trên|trực\s+thuộc|tuyến|cấp|tổ\s+chức(?!\s+(?:nhà\s+nước|cán\s+bộ))|thông\s+báo|kiện\s+toàn|thành\s+lập|công\s+nhận"
    r"|chuẩn\s+y|chỉ\s+định)(?!\w)"
)
_END = (
    rf"(?=\s{{0,3}}(?:[,;:()\[\]\"”|/]|\.(?!\w)|$)|\s{{1,3}}{_GOES_ON}|\n\s{{0,3}}(?:[-+*•\d\n]|(?:{_BEARERS})(?!\w))"
    rf"|\s{{1,3}}(?:và|cùng|-)\s{{1,3}}(?:{_HEADS}|{_BEARERS})(?!\w))"
)
_WORD = rf"(?!{_GOES_ON}|(?:{_HEADS})(?!\w))(?:(?:TP|Tp|St)\.|[^\W_][\w'-]{{0,14}})"
_OFFICE = r"(?:(?:Phó\s+)?(?:Hiệu\s+trưởng|Giám\s+đốc|Viện\s+trưởng)|Tư\s+lệnh|Bộ\s+Tư\s+lệnh|Chính\s+ủy|Đảng\s+ủy)\s+"
_NAME = re.compile(
    rf"(?P<office>{_OFFICE})?(?P<head>{_HEADS})(?!\w)(?P<name>(?:\s{{1,3}}(?:[Pp]hòng,\schống|{_WORD})){{0,12}}?){_END}".replace(
        r"\s+", r"\s{1,3}"
    )
)
_UNIVERSITY_ABOVE = re.compile(r"\s{0,2}[,-]\s{1,2}Đại\s{1,3}học(?:\s{1,3}[A-ZĐÀ-Ỹ]\w{0,7}|\s{1,3}gia){2,5}")
"""The university of which one is a member: "Trường Đại học Sư phạm - Đại học Đà Nẵng"."""

_OF_NATION = re.compile(rf"(?:{_HEADS_OF_NATION})(?!\w)|.*\b(?:Trung\s+ương|Quốc\s+gia|Việt\s+Nam)(?!\w)", re.DOTALL)
_REGIONAL = re.compile(
    r"(?:(?:Chi\s)?[Cc]ục\s(?:Thuế|Hải\squan|Thống\skê|Dự\strữ\s[Nn]hà\snước)|Kho\sbạc\s[Nn]hà\snước|Bảo\shiểm\sxã\shội"
    r"|(?P<justice>(?:Tòa\sán|Viện\skiểm\ssát)\snhân\sdân|Phòng\sThi\shành\sán\sdân\ssự)"
    r"|Kiểm\stoán\s[Nn]hà\snước|Ngân\shàng\sNhà\snước(?:\s[Cc]hi\snhánh)?)\s[Kk]hu\svực\s(?:[IVX]{1,5}|\d{1,2})(?!\w)".replace(
        r"\s", r"\s{1,2}"
    )
)
"""Branches of the centre for several provinces (NĐ 29/2025/NĐ-CP): "Chi cục Thuế khu vực IX"; courts of a part of one
(Luật Tổ chức Tòa án nhân dân, as amended by 81/2025/QH15): "Tòa án nhân dân khu vực 2"."""

_AT_SEAT = re.compile(r"(?P<bare>.*\S)\s+(?P<kind>tỉnh|thành phố|huyện|thị xã|xã|phường)$")
_OTHER_HEADS = (
    r"Quỹ|Ngân\s+hàng|Hội(?!\s+(?:nghị|thi|thảo|đàm|đồng|viên|chợ))|Hội\s+đồng(?!\s+nhân)|Trung\s+tâm|Trạm|Đội|Giáo\s+hội"
    r"|Tiểu\s+ban|Ban\s+(?:Quản\s+lý|Giải\s+phóng|Tiếp|Trị\s+sự|Tổ\s+chức|[Vv]ận\s+động|[Đđ]ại\s+diện)|Tạp\s+chí|Báo(?!\s+cáo)"
    r"|Vùng|Đoàn\s+Kinh\s+tế|Khối\s+thi\s+đua|Bộ\s+Tư\s+lệnh"
)
_OTHERS = re.compile(
    rf"(?P<office>{_OFFICE})?(?P<head>{_OTHER_HEADS})(?!\w)(?P<name>(?:\s{{1,3}}(?:-\s{{1,3}})?{_WORD}){{1,12}}?){_END}".replace(
        r"\s+", r"\s{1,3}"
    )
)
"""Bodies of every kind that no table has, behind "của" only."""

_NATION_SAID = re.compile(r"[Qq]uốc\s{1,3}gia")
_JOINED = r"(?:[Kk]hám|[Pp]hòng|[Pp]hổ\s+biến),\s(?:chữa|chống|giáo)"
"""What a comma joins in the name of an office: "Cục Quản lý khám, chữa bệnh"."""

_UNIT = re.compile(
    rf"(?P<head>Tổng\s+cục|Cục|Vụ|Chi\s+cục)(?!\w)"
    rf"(?P<name>(?:\s{{1,3}}(?:{_JOINED}|{_WORD})){{1,12}}?){_END}".replace(r"\s+", r"\s{1,3}")
)
"""An office under a ministry or, the Chi cục, under an office of the province (Luật Tổ chức Chính phủ 63/2025/QH15)."""

_MINISTRY_BEHIND = re.compile(r"(?:\s{0,2}[,-]\s{1,2}|\s{1,2}(?:thuộc\s{1,2})?)(?=Bộ\s)")
_PLACE_WITHIN = re.compile(r"\s(?:tỉnh|thành phố|TP\.?|huyện|khu vực|vùng|miền|liên huyện)(?!\w)")

_BEGINS = frozenset("TĐHQBVPGCỦULN")
"""The letters with which a name of :data:`_NAME` begins."""

_OTHER_BEGINS = frozenset("QNHTĐGBVK")
_REGIONAL_BEGINS = frozenset("CKBNTVP")
_COMRADE = re.compile(r"(?:[Đđ]ồng\s{1,3}chí|đ/c)\s{1,3}")
_COMRADE_BEGINS = frozenset("Đđ")
_COMMITTEE_BEGINS = frozenset("B")
_COMMITTEE_OF_OFFICE = re.compile(
    rf"(?:Ban\s{{1,3}}[Cc]hỉ\s{{1,3}}đạo|BCĐ)"
    rf"(?P<subject>(?:\s{{1,3}}(?!(?:{'|'.join(KIND_WORDS)}|và|với|giao|yêu|đề|về)\s{{1,3}}(?:\w|Bộ|Sở))"
    r"[^\s,;:.()\"]{1,12}(?:,(?=\s[a-zđà-ỹ]))?){1,14}?)\s{1,3}(?:của\s{1,3})?(?=(?:Bộ|Sở)\s{1,3}[A-ZĐ])"
)
_OF_OFFICE = re.compile(
    r"(?P<part>Thanh\s{1,3}tra|Văn\s{1,3}phòng)\s{1,3}(?=(?:Bộ|Sở|Tổng\s{1,3}cục|Cục)\s{1,3}[A-ZĐ])"
)
"""The inspectorate or the office of a ministry or a department, none of a place (Luật Thanh tra 11/2022/QH15)."""

_OF_OFFICE_BEGINS = frozenset("TV")
_WITHIN_BEGINS = frozenset("ĐCBTVUỦ")
_WITHIN = re.compile(
    r"(?P<staff>(?:Ban (?:Tổ chức|Tuyên giáo(?: và Dân vận)?|Dân vận|Nội chính|Xây dựng Đảng)|Văn phòng|Ủy ban Kiểm tra"
    r"|UBKT) (?:của )?(?=Đảng ủy(?!\w)))?"
    r"(?P<organ>(?:Ban Thường vụ|Ban Chấp hành|BTV|BCH|Thường trực) )?"
    r"(?P<head>Đảng (?:ủy|bộ|đoàn)|Chi (?:bộ|ủy)|Ban [Cc]án sự [Đđ]ảng|BCS[ĐD]|Công đoàn(?: (?:ngành|cơ sở))?)"
    r"(?=\s)".replace(" ", r"\s{1,3}")
)
_PART_OF_BODY = re.compile(
    r"(?:Văn phòng|Thanh tra|Phòng|Trung tâm|Trạm|Trường|Cơ quan|Khối|Quân sự|Công an|Giáo dục|Viên chức|Y tế|Xây dựng"
    r"|Công [Tt]hương|(?:[Tt]hôn|[Ấấ]p|[Bb]ản|[Kk]hóm|[Bb]uôn|[Kk]hu phố|[Tt]ổ dân phố|[Tt]iểu khu)(?= [A-ZĐÀ-Ỹ\d]))"
    rf"(?!\w)(?:\s{{1,3}}{_WORD}){{0,8}}?{_END}".replace(" ", r"\s{1,3}")
)
"""A unit that has a cell or a union of its own: "Chi bộ Văn phòng", "Chi bộ thôn 3", "Công đoàn ngành Y tế"."""

_SERIES_WITHIN = {"đảng ủy": "du", "đảng bộ": "du", "chi bộ": "chi-bo", "chi ủy": "chi-bo", "đảng đoàn": "dang-doan"}
_OF_PLACES = frozenset({"du", "chi-bo", "cong-doan", "ubkt-du", "vp-du", "ban-xay-dung-dang"})
"""Bodies of the tables whose bare names may go on with the body inside which they are."""


def read_issuer(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read the body or the institution that is named at ``start``; see :func:`graph.bodies.read_body`."""
    spoken = _COMRADE.match(text, start) if text[start : start + 1] in _COMRADE_BEGINS else None
    start = spoken.end() if spoken else start
    read = (
        _regional(text, start, frame)
        or _committee_of_office(text, start, frame)
        or _part_of_office(text, start, frame)
        or read_body(text, start, frame)
    )
    if read is None or read[0].body.key.partition(".")[0] in _OF_PLACES:
        read = _within(text, start, frame, read) or read
    return read or read_institution(text, start, frame) or _other(text, start, frame)


def _committee_of_office(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read the steering committee of a ministry or a department, which is none of the frame's place."""
    found = _COMMITTEE_OF_OFFICE.match(text, start) if text[start : start + 1] in _COMMITTEE_BEGINS else None
    office = read_body(text, found.end(), frame) if found else None
    if found is None or office is None:
        return None
    subject = " ".join(found["subject"].split())
    name = f"Ban Chỉ đạo {subject} {office[0].name}"
    body = office[0].body
    own = Body(f"bcd-{topic(subject)}-{body.key}", name, "bcd", body.level, body.place, regime=body.regime)
    return NamedBody(name, own, office[0].written_place), office[1]


def _part_of_office(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read the inspectorate or the office of a ministry or a department: "Thanh tra Bộ Xây dựng"."""
    found = _OF_OFFICE.match(text, start) if text[start : start + 1] in _OF_OFFICE_BEGINS else None
    office = read_body(text, found.end(), frame) if found else None
    if found is None or office is None:
        return None
    part, body = " ".join(found["part"].split()), office[0].body
    name = f"{part} {office[0].name}"
    own = Body(f"{slug(part)}-{body.key}", name, slug(part), body.level, body.place, regime=body.regime)
    return NamedBody(name, own, office[0].written_place), office[1]


def _within(text: str, start: int, frame: Frame, bare: tuple[NamedBody, int] | None) -> tuple[NamedBody, int] | None:
    """Read the organisation of the Party or the union inside a body: "Đảng ủy Sở Tư pháp", "Chi bộ Văn phòng".

    It numbers for itself (Điều lệ Đảng Art. 21). ``bare`` is what the tables read there.
    """
    found = _WITHIN.match(text, start) if text[start : start + 1] in _WITHIN_BEGINS else None
    if found is None or (bare is not None and bare[1] > found.end()):
        return None
    organ = " ".join((found["organ"] or "").split()).replace("BTV", "Ban Thường vụ").replace("BCH", "Ban Chấp hành")
    staff = " ".join((found["staff"] or "").split()).removesuffix(" của").replace("UBKT", "Ủy ban Kiểm tra")
    head = " ".join(found["head"].split()).replace("BCSĐ", "Ban cán sự đảng").replace("BCSD", "Ban cán sự đảng")
    at = found.end() + len(text[found.end() : found.end() + 3]) - len(text[found.end() : found.end() + 3].lstrip())
    own = read_body(text, found.start("head"), frame) if head == "Đảng ủy" else None
    if staff and own is not None and own[1] > found.end():  # "Ban Tổ chức Đảng ủy Ủy ban nhân dân tỉnh"
        return _part(staff, own[0]), own[1]
    inner = read_body(text, at, frame) or read_institution(text, at, frame) or _unit(text, at, frame)
    if inner is None:
        return (_part(staff, own[0]), own[1]) if staff and own and bare is None else None
    series = _SERIES_WITHIN.get(head.casefold(), "cong-doan" if head.startswith("Công") else "bcsd")
    regime = Regime.MASS if series == "cong-doan" else Regime.PARTY
    body, name = inner[0].body, f"{head} {inner[0].name}"
    own_body = Body(f"{series}-{body.key}", name, series, body.level, body.place, regime=regime)
    named = NamedBody(f"{organ} {name}".strip(), own_body, inner[0].written_place)
    return _part(staff, named) if staff else named, inner[1]


def _part(staff: str, committee: NamedBody) -> NamedBody:
    """The office or the commission of a Party committee: "Ban Tổ chức Đảng ủy Ủy ban nhân dân tỉnh"."""
    body, name = committee.body, f"{staff} {committee.name}"
    own = Body(f"{slug(staff)}-{body.key}", name, slug(staff), body.level, body.place, regime=Regime.PARTY)
    return NamedBody(name, own, committee.written_place)


def _unit(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    found = _PART_OF_BODY.match(text, start)
    if found is None:
        return None
    name = " ".join(found.group().split())
    bare, _, kind = name.rpartition(" ")
    place = frame.at_kind(kind) if kind == "tỉnh" else None
    if place is not None:  # "Công đoàn ngành Y tế tỉnh"
        full = with_place(bare, place)
        return NamedBody(
            full, Body(f"co-so-{slug(bare)}.{place.id}", full, "institution", place.level, place.id)
        ), found.end()
    return NamedBody(name, Body(f"co-so-{slug(name)}", name, "institution", None)), found.end()


def read_institution(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read an institution by the form of its name; return it with the offset where the name ends.

    "Bệnh viện đa khoa tỉnh" is that of the frame's tỉnh. ``None`` for the bare kind ("của Bệnh viện").

    >>> read_institution("Trường Đại học Kiên Giang về việc", 0, Frame())[0].name
    'Trường Đại học Kiên Giang'
    """
    if text[start : start + 1] not in _BEGINS:
        return None
    unit = _UNIT.match(text, start)
    if unit is not None:
        return _of_ministry(unit, text, frame)
    found = _NAME.match(text, start)
    if found is None:
        return None
    named = any(letter.isupper() or letter.isdigit() for letter in found["name"])
    if not (named or (found["name"] and _NATION_SAID.search(found["head"]))):
        return _of_place(found, frame)
    if placed := _of_place(found, frame):
        return placed
    above = _UNIVERSITY_ABOVE.match(text, found.end()) if _OF_NATION.match(found["head"]) else None
    end = above.end() if above else found.end()
    return _named(found, " ".join(text[found.start() : end].split())), end


def _other(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read a body of another kind by the form of its name: "Quỹ Bảo vệ môi trường tỉnh", "Hội Người mù tỉnh"."""
    found = _OTHERS.match(text, start) if text[start : start + 1] in _OTHER_BEGINS else None
    if found is None:
        return None
    name = " ".join(found.group().split())
    if full := at_seat(name, frame):
        return NamedBody(full, body_named(full)), found.end()
    if not any(letter.isupper() or letter.isdigit() for letter in found["name"]):
        return None
    return NamedBody(name, body_named(name)), found.end()


def body_named(name: str) -> Body:
    """The body of a name that no table and no form knows: without a place, so that its documents wait in a group."""
    return Body(f"co-so-{slug(name)}", name, "institution", None)


def _regional(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    found = _REGIONAL.match(text, start) if text[start : start + 1] in _REGIONAL_BEGINS else None
    if found is None:
        return None
    name = " ".join(found.group().split())
    province = frame.at(Level.PROVINCE) if found["justice"] else None
    if province is not None:
        full = with_place(name, province)
        own = Body(f"co-so-{slug(name)}.{province.id}", full, "institution", province.level, province.id)
        return NamedBody(full, own), found.end()
    return NamedBody(name, Body(f"co-so-{slug(name)}", name, "institution", Level.CENTRAL)), found.end()


def _of_ministry(found: re.Match[str], text: str, frame: Frame) -> tuple[NamedBody, int] | None:
    """An office of a ministry with the ministry behind it ("Cục C06 - Bộ Công an"), or one of the frame's province."""
    name = " ".join(found.group().split())
    if not any(letter.isupper() or letter.isdigit() for letter in found["name"]):
        return None
    if seated := at_seat(name, frame):
        return NamedBody(seated, body_named(seated)), found.end()
    if name.startswith("Chi cục"):
        place = None if _PLACE_WITHIN.search(name) else frame.at(Level.PROVINCE)
        full = with_place(name, place) if place else name
        return NamedBody(full, body_named(full)), found.end()
    behind = _MINISTRY_BEHIND.match(text, found.end())
    ministry = read_body(text, behind.end(), frame) if behind else None
    end = ministry[1] if ministry and ministry[0].body.level is Level.CENTRAL else found.end()
    return NamedBody(name, Body(f"co-so-{slug(name)}", name, "institution", Level.CENTRAL)), end


def _of_place(found: re.Match[str], frame: Frame) -> tuple[NamedBody, int] | None:
    """An institution that is called by its seat only: "Bệnh viện đa khoa tỉnh"."""
    full = at_seat(" ".join(found.group().split()), frame)
    return (_named(found, full), found.end()) if full else None


def at_seat(name: str, frame: Frame) -> str | None:
    """A name that ends in a bare kind of place, with the frame's place of that kind."""
    own = _AT_SEAT.match(name)
    place = frame.at_kind(own["kind"]) if own else None
    return with_place(own["bare"], place) if own and place else None


def _named(found: re.Match[str], name: str) -> NamedBody:
    bare = name[len(" ".join((found["office"] or "").split())) :].strip()
    level = Level.CENTRAL if _OF_NATION.match(bare) else None
    return NamedBody(name, Body(f"co-so-{slug(bare)}", bare, "institution", level, regime=Regime.STATE))
