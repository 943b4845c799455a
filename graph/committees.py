"""Steering committees by what they are for: "Ban Chỉ đạo về chuyển đổi số tỉnh", "Ban Chỉ đạo 389 quốc gia".

The subject of a committee stands between "Ban Chỉ đạo" and its place, its level, or the end of the clause; it is part
of the key, because the committees of one place number apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.places import KIND_WORDS
from graph.text import slug

TOPICAL_KINDS = frozenset({"bcd", "to-cong-tac", "to-giup-viec"})
"""Kinds of bodies whose key has their subject."""

QUALIFIED_KINDS = TOPICAL_KINDS | {"bcd-tw", "hdph-pbgdpl", "hd-thi-dua-khen-thuong"}
"""Kinds of bodies behind whose name a subject may stand."""

_KINDS = "|".join(sorted(KIND_WORDS, key=len, reverse=True))
_SUBJECT = r"(?:(?!\s(?:ban hành|phê duyệt|giao|triển khai|tại|ngày)\s|,\s{1,3}[A-ZĐỦ])[^;.:()\"])"
_ACTS = (
    r"(?:đề nghị|yêu cầu|họp|thông báo|kết luận|có|đã|để|và|theo|xem xét|tổ chức|báo cáo|hướng dẫn|chỉ đạo|quyết định"
    r"|gửi|trong|với|cấp|là|cùng|được|phải|sẽ|do|thì|cho|lập|xây dựng|phối hợp|chủ trì|tham mưu|tiếp tục|kiểm tra"
    r"|các\s(?:cấp|ngành|sở|đơn|địa|xã))(?!\w)"
)
"""What begins no subject of a committee: it acts, or somebody else does."""

_OF_PARTY = r"(?:Tỉnh|Thành|Huyện|Quận|Thị)\s{1,3}(?:ủy|uỷ)"
COMMITTEE_BEHIND = re.compile(rf"\s{{1,3}}(?:của\s{{1,3}})?(?={_OF_PARTY}(?!\w))")
"""Before the committee of the Party that a steering committee is of: "Ban Chỉ đạo 35 Tỉnh ủy"."""

_QUALIFIER = re.compile(
    rf"(?P<words>{_SUBJECT}{{0,160}}?)"
    rf"(?=\s(?:{_KINDS}|Trung ương|Chính phủ|(?<!mục tiêu\s)quốc gia|{_OF_PARTY})(?!\w)(?!\shội\b))"
    rf"|(?P<open>\s(?!của\s)[^\W\d_A-ZĐ]{_SUBJECT}{{8,160}}?)(?=\s(?:về|ban hành|phê duyệt|triển khai)\s)"
    rf"|(?P<whole>\s(?!của\s|{_ACTS})[^\W\d_A-ZĐ]{_SUBJECT}{{8,90}}?)(?=\s{{0,2}}(?:[;.)]|,\s{{1,3}}[A-ZĐỦ]|$))"
)
_COUNTED = re.compile(r"\s{1,3}(?P<words>\d{2,4}(?P<of>/(?:CP|TW))?)(?![\w/])")
_OF_THE_NATION = re.compile(
    r"\s{1,3}(?:[Qq]uốc\s{1,3}gia|(?:của\s{1,3})?(?:Chính\s{1,3}phủ|Thủ\s{1,3}tướng)|Trung\s{1,3}ương)(?!\w)"
)
_AT_THE_CENTRE = re.compile(r"\s{1,3}(?:[Qq]uốc\s{1,3}gia|Trung\s{1,3}ương)(?!\w)")
_ADDED_LATER = re.compile(r"(?<=phong-chong-tham-nhung)(?:-lang-phi)?(?:-tieu-cuc)?$")
"""What the committee on corruption was given besides, without another series of numbers (Quy định 32-QĐ/TW)."""

_GENERAL = re.compile(r"^(?:(?:ve|cong-tac|thuc-hien|trien-khai|xay-dung-va-thuc-hien)-)+|^(?:cap|cua)$|-cua$")


_OF_CENTRE = re.compile(
    r"\s(?:về\s)?(?:phát triển khoa học,? công nghệ, đổi mới sáng tạo và chuyển đổi số"
    r"|phòng, chống tham nhũng(?:, lãng phí)?(?:, tiêu cực)?)(?!\w)".replace(" ", r"\s").replace(r"\s", r"\s{1,3}")
)
"""What the committees of the Party's centre are for (Nghị quyết 57-NQ/TW; Quy định 32-QĐ/TW, with lãng phí since)."""


class Subject(NamedTuple):
    """The words of a subject on one line, and where they end.

    ``alone`` tells that the clause ends with it: no place is named, and the committee may be that of any level.
    """

    words: str
    end: int
    alone: bool = False


def subject_at(text: str, position: int) -> Subject | None:
    """Read the subject of a committee behind its kind, or the number that it is called by."""
    found = _QUALIFIER.match(text, position) or _COUNTED.match(text, position)
    if found is None:
        return None
    groups = found.groupdict()
    said = next(filter(None, groups.values()), "")
    return Subject(" ".join(said.split()), found.end(), alone=bool(groups.get("whole")))


def central_subject(text: str, position: int) -> Subject | None:
    """Read what a committee of the Party's centre is for; only known ones, for a title begins alike."""
    found = _OF_CENTRE.match(text, position)
    return Subject(" ".join(found.group().split()), found.end()) if found else None


def of_the_nation(text: str, position: int, *, topical: bool) -> Subject | None:
    """Read a committee of the Government or the nation: "389 quốc gia", "138/CP"; ``words`` are without the nation.

    Of a body that is not ``topical`` the nation stands right behind its name: "Văn phòng Điều phối … Trung ương".
    """
    if not topical:
        nation = _AT_THE_CENTRE.match(text, position)
        return Subject("", nation.end()) if nation else None
    counted = _COUNTED.match(text, position)
    found = counted or _QUALIFIER.match(text, position)
    middle = " ".join((found["words"] or "").split()) if found else ""
    behind = found.end() if found and middle else position
    nation = _OF_THE_NATION.match(text, behind)
    if nation is None and not (counted and counted["of"]):
        return None
    return Subject(middle.partition("/")[0], nation.end() if nation else behind)


def topic(qualifier: str) -> str:
    """What a steering committee is for, as part of its key.

    >>> topic("về chuyển đổi số"), topic("công tác cải cách hành chính"), topic("tỉnh")
    ('chuyen-doi-so', 'cai-cach-hanh-chinh', '')
    """
    said = slug(qualifier)
    for word in KIND_WORDS:
        said = re.sub(rf"(?:^|-){slug(word)}$", "", said)
    return _ADDED_LATER.sub("", _GENERAL.sub("", said))
