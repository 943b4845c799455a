"""Whether a line break stands inside the name of a body or a place, a period or a word of a heading.

The width of the page has no say in that.
"""

from __future__ import annotations

import re

from graph.model import Level
from graph.places import KIND_WORDS, find_places

_COMMITTEE = r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:ủy|đoàn)"
_OF_PEOPLE = r"UBND|HĐND|Ủy(?= ban|$)|Uỷ ban|Hội đồng"
_GOES_ON = {
    "tướng": r"Chính\s[Pp]hủ",
    "hội": r"Nông dân|Liên hiệp|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi|Khuyến học",
    "trận": r"Tổ quốc",
    "quốc": r"Việt Nam",
    "đoàn": r"Lao động|Thanh niên|TNCS|Luật sư",
    "hành": r"Trung ương|TW|Đảng bộ|Đoàn|Hội|LĐLĐ",
    "thư": r"Trung ương",
    "vụ": rf"{_COMMITTEE}|Hội|LĐLĐ|Liên đoàn",
    "ương": r"Đảng|Đoàn|Hội",
    "ban": r"Nhân dân|Mặt trận|Thường vụ|Kiểm tra",
    "đồng": r"Nhân dân",
    "trưởng": r"Bộ [A-ZĐÀ-Ỹ]\w*",
    "bộ": r"Chính trị|Nội vụ|Tài chính|Tư pháp|Công an|Quốc phòng|Y tế|Xây dựng|Giáo dục",
    "văn phòng": rf"{_OF_PEOPLE}|{_COMMITTEE}|Chính phủ|Quốc hội|Trung ương|Đoàn đại biểu|Điều phối|Đăng ký",
    "cán sự đảng": _OF_PEOPLE,
    "chánh": r"Văn phòng|Thanh tra",
    "chủ tịch": rf"{_OF_PEOPLE}|Quốc hội",
    "giám đốc": r"Sở|Công an|Kho bạc|Trung tâm|Bệnh viện|Quỹ",
    "thanh tra": rf"{_COMMITTEE}|Chính phủ|Trung ương",
    "ban kiểm tra": rf"{_COMMITTEE}|Trung ương",
    "tuyên giáo": rf"{_COMMITTEE}|Trung ương",
    "dân vận": rf"{_COMMITTEE}|Trung ương",
    "nội chính": rf"{_COMMITTEE}|Trung ương",
    "thường trực": rf"{_COMMITTEE}|{_OF_PEOPLE}",
}
"""How the name of a body goes on in capitals, by the last words of a line that tore it: "Thủ tướng / Chính phủ"."""

_BY_LAST_WORD: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _words, _behind in _GOES_ON.items():
    _BY_LAST_WORD.setdefault(_words.rpartition(" ")[2], []).append((_words, re.compile(rf"(?:{_behind})(?!\w)")))

_COMMITTEE_WORD = "ủy"
_KINDS = "|".join(sorted(KIND_WORDS, key=len, reverse=True))
_NAME = r"[A-ZĐÀ-Ỹ][a-zà-ỹđ']{0,7}"
_PLACE_BEGUN = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{_KINDS}|{_COMMITTEE_WORD}))(?!\s[ủỦ]y)(?P<name>(?:\s{_NAME}){{1,2}})$"
)
_PLACE_GOES_ON = re.compile(rf"(?:{_NAME}\s?){{1,2}}(?=[\s,.;:)]|$)")
_WINDOW = 32


_HEADINGS = {
    "NHIỆM": ("VỤ", "KỲ"), "MỤC": ("TIÊU", "ĐÍCH"), "YÊU": ("CẦU",), "GIẢI": ("PHÁP",), "NỘI": ("DUNG",),
    "TỔ": ("CHỨC",), "THỰC": ("HIỆN", "TRẠNG"), "TRÁCH": ("NHIỆM",), "PHÂN": ("CÔNG",), "TRIỂN": ("KHAI",),
    "CHỈ": ("TIÊU", "ĐẠO"), "QUAN": ("ĐIỂM",), "ĐỐI": ("TƯỢNG",), "PHẠM": ("VI",), "TIẾN": ("ĐỘ",),
    "KINH": ("PHÍ",), "TRỌNG": ("TÂM",), "CHỦ": ("YẾU",), "ĐIỀU": ("KHOẢN",), "HIỆU": ("LỰC",), "PHỐI": ("HỢP",),
    "KIỂM": ("TRA",), "GIÁM": ("SÁT",),
}  # fmt: skip
"""Words of headings in capitals, by the first half of each."""


def is_torn(before: str, text: str) -> bool:
    """Tell whether a line break stands inside a name, a period or a word of a heading."""
    if not before[-1].isalnum():  # as most lines do, and none that was broken so
        return False
    if text[0] == "-":
        return tears_at_hyphen(before, text)
    return text[0].isupper() and (tears_a_name(before, text) or tears_a_heading(before, text))


def tears_a_heading(before: str, text: str) -> bool:
    """Tell whether a heading in capitals was broken within a word: "II. NHIỆM", "VỤ TRỌNG TÂM".

    >>> tears_a_heading("II. NHIỆM", "VỤ TRỌNG TÂM"), tears_a_heading("II. NHIỆM VỤ", "VỤ PHÁP CHẾ")
    (True, False)
    """
    behind = _HEADINGS.get(before.rpartition(" ")[2])
    return behind is not None and text.startswith(behind)


_HYPHENED = re.compile(r"-\s?(?P<behind>(?:19|20)\d{2}(?!\d)|[^\W\d_]+\s[^\W\d_]+)")
_BEFORE_HYPHEN = {
    "thương binh": "Lao động", "khen thưởng": "Thi đua", "truyền hình": "Phát thanh", "hộ tịch": "Tư pháp",
    "thông tin": "Văn hóa", "kế hoạch": "Tài chính", "kỹ thuật": "Khoa học", "giáo dục": "nghề nghiệp",
    "pháp luật": "Chính sách", "thể thao": "Văn hóa", "đầu tư": "Kế hoạch",
}  # fmt: skip
_SOCIAL = ("kinh tế", "văn hóa", "chính trị")
_YEAR_AT_END = re.compile(r"(?<!\d)(?:19|20)\d{2}$")


def tears_at_hyphen(before: str, text: str) -> bool:
    """Tell whether a line begins with the hyphen of a period or a name, and not with that of an item.

    >>> tears_at_hyphen("giai đoạn 2025", "- 2026; Kế hoạch"), tears_at_hyphen("phát triển kinh tế", "- xã hội tỉnh")
    (True, True)
    >>> tears_at_hyphen("trong năm 2025", "- Sở Y tế chủ trì"), tears_at_hyphen("Sở Nội vụ", "- Thông tin kịp thời")
    (False, False)
    """
    found = _HYPHENED.match(text)
    if found is None:
        return False
    behind, end = " ".join(found["behind"].casefold().split()), before[-_WINDOW:]
    if behind.isdigit():
        return _YEAR_AT_END.search(end) is not None
    if behind == "xã hội":
        return end.casefold().endswith(_SOCIAL)
    name = _BEFORE_HYPHEN.get(behind)
    return name is not None and end.endswith(name)


def tears_a_name(before: str, text: str) -> bool:
    """Tell whether a line ends, and the next one begins, inside a name that is not all in capitals.

    >>> tears_a_name("của Thủ tướng", "Chính phủ"), tears_a_name("tỉnh Hà", "Giang năm 2022")
    (True, True)
    >>> tears_a_name("báo cáo Tỉnh ủy", "Văn phòng tổng hợp"), tears_a_name("tỉnh Hà Giang", "Sở Y tế")
    (False, False)
    """
    if text.isupper() or before.isupper():
        return False
    end = f" {before[-_WINDOW:].casefold()}"
    torn = _BY_LAST_WORD.get(end.rpartition(" ")[2], ())
    if any(end.endswith(f" {words}") and behind.match(text) for words, behind in torn):
        return True
    return _tears_a_place(before, text)


def _tears_a_place(before: str, text: str) -> bool:
    """Tell whether a place is known by what stands on both sides of a break, and none by what stands before it."""
    if not before.rpartition(" ")[2][:1].isupper():
        return False
    begun = _PLACE_BEGUN.search(before[-_WINDOW:])
    goes_on = _PLACE_GOES_ON.match(text) if begun else None
    if begun is None or goes_on is None:
        return False
    kind, name = " ".join(begun["kind"].casefold().split()), begun["name"].strip()
    words = goes_on[0].split()
    whole = (f"{name} {' '.join(words[:count])}" for count in range(1, len(words) + 1))
    return not _is_known(name, kind) and any(_is_known(one, kind) for one in whole)


def _is_known(name: str, kind: str) -> bool:
    """Tell whether a place of this kind has the name, for "ủy" one that has a committee of its name."""
    found = find_places(name, kind=None if kind == _COMMITTEE_WORD else kind)
    return any(place.level is not Level.WARD for place in found) if kind == _COMMITTEE_WORD else bool(found)
