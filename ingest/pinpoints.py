"""Provisions named before a document: "điểm a khoản 2 Điều 9", "Chương III, IV" (Luật 64/2025/QH15, Điều 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.english import english_pinpoint
from ingest.gates import Ending, Gated

_ORDINAL = r"thứ\s(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d{1,3})\b"
_MARK = rf"(?:[IVXLC]{{1,7}}\b(?:\.\d{{1,2}}\b)?|{_ORDINAL}|\d{{1,3}}[a-zđ]{{0,2}}(?:\.\d{{1,3}}){{0,3}}\b|[a-zđ]\d?\b)"
_UNIT = r"(?:điểm|khoản|điều|chương|mục|phần|phụ\s{1,2}lục|tiết|tiểu\s{1,2}mục|mẫu|biểu|diem|khoan|dieu|chuong)"
_INSIDE = (
    r"(?:(?:đoạn|câu|ý|gạch\s{1,3}đầu\s{1,3}dòng)\s{1,3}(?:đầu|cuối|mở\s{1,3}đầu|\d{1,2}|thứ\s{1,3}(?:[^\W\d]{2,5}|\d{1,2}))(?:\s{1,3}"
    rf"(?:của\s{{1,3}})?|,\s{{1,3}}|\s{{1,3}}tại\s{{1,3}})(?={_UNIT}\s))"
)
"""What has no mark of its own in a provision: "đoạn 2 khoản 1", "gạch đầu dòng thứ ba điểm b"."""

_WHOLE_ANNEX = (
    r"(?<!các\s)(?<!số\s)(?<!và\s)(?<!,\s)(?-i:P)hụ\s{1,2}lục(?=\s{1,3}(?:được\s{1,3})?(?:ban\s{1,3}hành\s{1,3})?kèm\s)"
)
_NEXT_MARK = rf"\s?(?:[,;-]|(?:và|hoặc|đến)(?![^\W\d]))\s?{_MARK}"
_PROVISION = rf"(?:{_WHOLE_ANNEX}|{_INSIDE}?{_UNIT}\s{{1,3}}(?:(?:số|từ)\s{{1,2}})?{_MARK}(?:{_NEXT_MARK}){{0,60}})"
_BRACKETED = (
    rf"(?:\s{{0,2}}\((?:(?:trừ|tại)\s{{1,3}})?{_PROVISION}(?:(?:\s?[,;]|\s{{1,3}}và)?\s{{1,3}}{_PROVISION}){{0,8}}\))?"
)
"""The parts that are meant, or that are not: "Điều 4 (khoản 2)", "Điều 1 (trừ khoản 3)"."""

_ACT = r"(?:(?:sửa\s{1,3}đổi(?:\s?,\s{0,2}bổ\s{1,3}sung)?|bổ\s{1,3}sung|bãi\s{1,3}bỏ|hủy\s{1,3}bỏ|thay\s{1,3}thế))"
_JOINED = (
    r"(?:\s?,|\s?;|\s{1,3}[-–]|\s{1,3}(?:của|và|hoặc|đến|tại)"
    rf"|(?:\s?[,;]|\s{{1,3}}và)\s{{1,3}}{_ACT})"
    r"?(?:\s{1,3}(?:các|từ))?"
)
_ANNEXED = (
    r"(?:(?:quy|nội)\s{1,3}(?:chế|định|trình|quy)|điều\s{1,3}lệ|chương\s{1,3}trình|danh\s{1,3}mục|hướng\s{1,3}dẫn)"
)
"""What a decision issues with itself: "khoản 2 Điều 5 Quy chế ban hành kèm theo"; so may be any name in capitals."""

_PINPOINT = Gated(
    rf"(?<!\w)(?P<pinpoint>{_PROVISION}{_BRACKETED}(?:(?:[,;](?=\S)|{_JOINED}\s{{1,3}}){_PROVISION}{_BRACKETED}){{0,80}})"
    r"(?:\s{1,3}và\s{1,3}(?:các\s{1,3})?(?:phụ\s{1,2}lục|nội\s{1,2}dung\s(?:có\s)?liên\s{1,2}quan))?"
    rf"(?:\s{{1,3}}(?:(?:của|tại)\s{{1,3}})?(?:bản\s{{1,3}})?\(?(?:{_ANNEXED}|(?!{_UNIT}\b)(?-i:[A-ZĐ])\w{{1,9}})(?:\s(?!này\b|phụ\slục\b|mẫu\ssố\b)[^\s,;:.]{{1,20}}){{0,48}}?"
    r"\s{1,3}(?=(?:được\s{1,3})?(?:ban\s|kèm\s)))?"
    r"\s{0,3},?\s{0,3}(?:(?:(?:được\s+)?ban\s+hành\s+)?kèm\s+theo\s+|(?:được\s+)?ban\s+hành\s+(?:theo|tại|bởi)\s+|của\s+|thuộc\s+|tại\s+)?(?:các\s+)?$",
    "điểm|khoản|điều|chương|mục|phần|phụ|tiết|tiểu|mẫu|biểu|diem|khoan|dieu|chuong",
    re.IGNORECASE,
)
_NESTED = re.compile(
    rf"(?<!\w){_PROVISION}{_BRACKETED}(?:\s{{1,3}}(?:(?:của|đến)\s{{1,3}})?{_PROVISION}{_BRACKETED}){{0,3}}",
    re.IGNORECASE,
)
_ACTS = re.compile(rf"(?<!\w){_ACT}\s{{1,3}}", re.IGNORECASE)
_ACTING = Ending(rf"{_ACT}\s{{1,3}}(?:các\s{{1,3}})?$", "đổi|sung|bỏ|thế|các", re.IGNORECASE)
"""Acts on several parts of one document: "sửa đổi Điều 3, bổ sung Điều 4a, bãi bỏ Điều 5 Nghị định A"."""

_COMPLETE = re.compile(r"(?:điều|chương|mục|phần|phụ\s{1,2}lục|mẫu|biểu|dieu|chuong)\s", re.IGNORECASE)
_ENDS_IN_ENGLISH = ("of ", "to ", "'s ", "s ")
_WINDOW = 700
_SHORTEST = len("mục 1")


@lru_cache(maxsize=64)  # of the words before one reference this is asked several times
def without_pinpoint(gap: str) -> tuple[str, str | None]:
    """Split the words before a reference into those before the provisions and the provisions themselves.

    >>> without_pinpoint("theo quy định tại điểm a khoản 2 Điều 9 ")
    ('theo quy định tại ', 'điểm a khoản 2 Điều 9')
    """
    match = _PINPOINT.search(gap, max(0, len(gap) - _WINDOW)) if len(gap) >= _SHORTEST else None
    if match is None:
        return (english_pinpoint(gap) if gap.endswith(_ENDS_IN_ENGLISH) else None) or (gap, None)
    start = match.start()
    if (acts := [*_ACTS.finditer(gap, start)]) and _ACTING.search(gap, 0, start) is None:
        start = acts[-1].end()
    return gap[:start], " ".join(gap[start : match.end("pinpoint")].split())


def provisions_in(said: str) -> Iterator[str]:
    """Yield the provisions that some words name, one by one; clauses of one article stay together.

    >>> list(provisions_in("khoản 1, khoản 3 Điều 5; Điều 7 và Phụ lục II"))
    ['khoản 1, khoản 3 Điều 5', 'Điều 7', 'Phụ lục II']
    """
    return (" ".join(said[start:end].split()) for start, end in provision_spans(said))


def provision_spans(said: str) -> Iterator[tuple[int, int]]:
    """Yield where each of these provisions begins and ends."""
    start: int | None = None
    for match in _NESTED.finditer(said):
        start = match.start() if start is None else start
        if _COMPLETE.search(match.group()):
            yield start, match.end()
            start = None
