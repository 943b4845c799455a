"""Dates as Vietnamese documents write them (NĐ 30/2020 Phụ lục I; domain reference §6).

``ngày 09 tháng 01 năm 2015``, ``ngày 9/1/2015``, ``09-01-2015``, ``ngày 15.3.2023``; broken over lines or pages; months
in words are not in use. All functions work on normalised text.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_GAP = r"\s{0,4}"
_DAY = r"(?P<day>[0-3lO]?[0-9lO])"
_MONTH = r"(?P<month>[01lO]?[0-9lO])"
_YEAR = r"(?P<year>(?:1[89]|2[01O])[\dlO]{2})"
DAY_WORD = "ng[àa]y"
"""The word before a day, also where a scan lost its mark; digits follow it."""

LONG_DATE = rf"{DAY_WORD}{_GAP}{_DAY}{_GAP}(?:th[áa]ng|{DAY_WORD}){_GAP}{_MONTH}{_GAP}n[ăaàâ]m{_GAP}{_YEAR}"
_SHORT = rf"{_DAY}{_GAP}(?P<mark>[/.-]){_GAP}{_MONTH}{_GAP}(?P=mark){_GAP}{_YEAR}(?!\d)"
_LONG = re.compile(LONG_DATE, re.IGNORECASE)
_SHORT_DATE = re.compile(rf"(?<![\d/.-]){_SHORT}")

_HOUR = (
    r"(?:(?:hồi|lúc|vào hồi)?\s{0,2}\d{1,2}\s?(?:giờ|[hg:])\s?(?:\d{2})?(?:'|\s?phút)?,?\s{1,3}"
    rf"(?={DAY_WORD}))?"
)
"""The hour of a telegram: "Công điện số 6/CĐ-BCĐ hồi 17h00' ngày 26/9/2025"."""

_AFTER = re.compile(
    rf"\s{{0,4}}[,(]?\s{{0,4}}(?:cùng\s{{1,3}}(?={DAY_WORD}))?{_HOUR}(?:(?:ban{_GAP}hành|ký|được{_GAP}ban{_GAP}hành|thông{_GAP}qua){_GAP})?"
    rf"(?:(?P<long>{LONG_DATE.replace('?P<day>', '?P<d>').replace('?P<month>', '?P<m>').replace('?P<year>', '?P<y>')})"
    rf"|(?:{DAY_WORD}{_GAP})?:?{_GAP}(?P<short>{_SHORT}))",
    re.IGNORECASE,
)


_SENTENCE = re.compile(r"\s*\n\s*N(?i:gày)\s+\d{1,2}\s+(?i:tháng)[^.,;\n]{3,18},\s+(?:tại|ở|[A-ZĐÀ-Ỹ])")
"""A new line that begins with the day of what it tells: "Ngày 05 tháng 10 năm 2023, tại Hà Nội, Phó Thủ tướng …"."""


# Of a text that gives many tasks the same few days are asked for again and again.
@lru_cache(maxsize=1_024)
def to_date(day: str, month: str, year: str) -> date | None:
    """Build a date from its written parts, OCR slips l -> 1 and O -> 0 repaired; ``None`` when there is no such day.

    >>> to_date("O9", "l", "2015")
    datetime.date(2015, 1, 9)
    """
    try:
        return date(int(_digits(year)), int(_digits(month)), int(_digits(day)))
    except ValueError:
        return None


def date_after(text: str, position: int) -> tuple[date, int] | None:
    """Read the date that follows ``position`` directly ("…, ngày 09/01/2015"); return it and where it ends.

    The word before the month may be that before the day once more, a usual slip. Brackets around it belong to it.

    >>> date_after("số 33/CT-TTg, ngày 26/11/2021 của", 12)
    (datetime.date(2021, 11, 26), 29)
    """
    match = _AFTER.match(text, position)
    if match is None or _SENTENCE.match(text, position):
        return None
    if match["long"]:
        found = to_date(match["d"], match["m"], match["y"])
    else:
        found = to_date(match["day"], match["month"], match["year"])
    if found is None:
        return None
    enclosed = "(" in match[0] and text[match.end() : match.end() + 1] == ")"
    return found, match.end() + enclosed


def first_date(text: str, start: int = 0, end: int | None = None) -> tuple[date, int, int] | None:
    """Find the first date in ``text[start:end]``; return it with its span."""
    limit = len(text) if end is None else end
    best: tuple[date, int, int] | None = None
    for pattern in (_LONG, _SHORT_DATE):
        match = pattern.search(text, start, limit)
        found = to_date(match["day"], match["month"], match["year"]) if match else None
        if match and found and (best is None or match.start() < best[1]):
            best = (found, match.start(), match.end())
    return best


def _digits(written: str) -> str:
    return written.replace("l", "1").replace("O", "0")
