"""Names of bodies in a head as they are written out in full.

Short forms inside a name ("VIỆN KSND", "TAND"), and the heads of joint papers, which write once what
their bodies share: "LIÊN SỞ NỘI VỤ - TÀI CHÍNH" (NĐ 30/2020 Phụ lục I names each of them).
"""

from __future__ import annotations

import re

from ingest.lost_marks import restored_head
from ingest.phrases import words_of

_SHORT = {
    "KSND": "KIỂM SÁT NHÂN DÂN",
    "VKSND": "VIỆN KIỂM SÁT NHÂN DÂN",
    "TAND": "TÒA ÁN NHÂN DÂN",
    "LHPN": "LIÊN HIỆP PHỤ NỮ",
    "CCB": "CỰU CHIẾN BINH",
}
_SHORT_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(_SHORT)})(?!\w)")
_JOINT = re.compile(r"LIÊN (?P<of>SỞ|BỘ|PHÒNG|NGÀNH|TỊCH)(?:\s?:\s{0,3}|\s+)(?P<names>.+)$")
_PARTED = re.compile(r"(?<!LAO ĐỘNG)(?<!LAO ĐỘNG\s)\s?[-,]\s(?!TB)")
"""Between their names; "LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI" is one."""
_BODY = re.compile(
    r"(?:SỞ|BỘ|PHÒNG|BAN|CÔNG AN|VIỆN|TÒA|HỘI|ĐOÀN|LIÊN ĐOÀN|BẢO HIỂM|KHO BẠC|CỤC|CHI CỤC|THANH TRA|NGÂN HÀNG|UBND"
    r"|ỦY BAN|TỈNH ĐOÀN|MẶT TRẬN|VĂN PHÒNG|ĐÀI|BÁO|TRƯỜNG|HẢI QUAN|THUẾ|BỆNH VIỆN|TRUNG TÂM)(?!\w)"
)


_COMMITTEES = {
    "BCH": "BAN CHẤP HÀNH",
    "BTV": "BAN THƯỜNG VỤ",
    "BTT": "BAN THƯỜNG TRỰC",
    "BCĐ": "BAN CHỈ ĐẠO",
}
_SHORT_COMMITTEE = re.compile(rf"^(?:{'|'.join(_COMMITTEES)})(?=\s)")
_SHORT_FRONT = re.compile(r"^(?:MTTQ|MẶT TRẬN TỔ QUỐC)(?=\s+VIỆT NAM\s)")
_TERM = re.compile(r"[\s,(-]*KH[ÓO]A\s(?:[IVXL]+|\d{1,2})(?:\W+NHIỆM KỲ\s\d{4}\W{1,3}\d{4})?(?:\W+KỲ HỌP.*)?\W*$")
"""The term and the session of an assembly or the term of a committee, under its name."""
_TORN_NATION = re.compile(
    r"(?<=\S)(?<!CHÍNH)(?<!VỤ)(?<!SẮM)(?<!SẢN)(?<!TƯ)\sC[ỘÔO]NG(?:\sH[ÒO]A(?:\sX[ÃA](?:\sH[ỘÔO]I)?)?)?$"
)


def line_in_full(line: str) -> str:
    """One line of a head with whole marks and words, without its term and what was torn off the name of the nation.

    >>> line_in_full("BTV HUYEN ỦY LẮK"), line_in_full("ỦY BAN NHÂN DÂN CỘNG HÒA")
    ('BAN THƯỜNG VỤ HUYỆN ỦY LẮK', 'ỦY BAN NHÂN DÂN')
    """
    text = restored_head(line.strip(" *_-|"))
    text = _SHORT_COMMITTEE.sub(lambda found: _COMMITTEES[found[0]], text)
    return _TORN_NATION.sub("", _SHORT_FRONT.sub("ỦY BAN MTTQ", _TERM.sub("", text)))


def in_full(name: str) -> str:
    """The name of a body or of several in capitals, with what a head shortens.

    >>> in_full("VIỆN KSND HUYỆN LẮK"), in_full("LIÊN SỞ: NỘI VỤ - LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")
    ('VIỆN KIỂM SÁT NHÂN DÂN HUYỆN LẮK', 'SỞ NỘI VỤ - SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI')
    """
    if joint := _JOINT.match(name):
        names = _PARTED.split(joint["names"])
        if joint["of"] in {"NGÀNH", "TỊCH"}:
            name = " - ".join(names) if all(map(_BODY.match, names)) else name
        else:
            name = " - ".join(one if _BODY.match(one) else f"{joint['of']} {one}" for one in names)
    return _SHORT_FORM.sub(lambda found: _SHORT[found[0]], name) if _SHORT_FORM.search(name) else name


_QUALIFIED = re.compile(
    r"(?:(?:Tổng |Chi )?cục|Vụ|Trung tâm|Trạm|Đội|Hạt|Quỹ|Viện|Hội(?! đồng)|Hội đồng|Phòng|Chi nhánh|Đoàn|Câu lạc bộ"
    r"|Ban(?: chỉ đạo| chỉ huy)?|(?:Tổng )?công ty(?: (?:TNHH|cổ phần))?(?: (?:MTV|một thành viên))?|Đại học|Học viện"
    r"|Nhà|Trường(?: (?:đại học|cao đẳng|trung cấp|chính trị|cán bộ|bồi dưỡng))?)\s(?=\w)",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"Trường(?:\s(?:và|THPT|THCS|TH|MN|PTDT[NB]T|tiểu học|mầm non|mẫu giáo|trung học|cơ sở|phổ thông|dân tộc|nội trú"
    r"|bán trú|chuyên|liên cấp|thực hành))+\s(?=\w)"
)
_LEVEL_OF_SCHOOL = re.compile(r"(?<=\s)(?:tiểu học|mầm non|mẫu giáo|trung học|phổ thông)")
_COMMON = words_of("số tỉnh thành phố xã phường huyện quận thị trấn đặc khu vực liên các và của chuyên")
"""Words that no name of a school or of what an office does begins with."""
_NATION = re.compile(r"(?<!\w)việt nam(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


def with_capitals(name: str) -> str:
    """A name in small letters but for its first with the capitals of an office (NĐ 30/2020 Phụ lục II, IV.1).

    >>> with_capitals("Cục quản lý dược"), with_capitals("Trường mầm non hoa mai"), with_capitals("Bảo tàng tỉnh")
    ('Cục Quản lý dược', 'Trường Mầm non Hoa Mai', 'Bảo tàng tỉnh')
    """
    name = _NATION.sub("Việt Nam", name)
    if school := _SCHOOL.match(name):
        levels = _LEVEL_OF_SCHOOL.sub(lambda found: _with_capital(found[0]), school[0])
        return levels + _WORD.sub(lambda found: _with_capital(found[0]), name[school.end() :])
    head = _QUALIFIED.match(name)
    if head is None:
        return name
    kind, _, inner = head[0].partition(" ")
    inner = _with_capital(inner) if kind in {"Trường", "Ban"} else inner
    return f"{kind} {inner}{_with_capital(name[head.end() :])}"


def _with_capital(words: str) -> str:
    first = _WORD.match(words)
    return words if first is None or first[0] in _COMMON else words[:1].upper() + words[1:]
