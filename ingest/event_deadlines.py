"""Deadlines that run from an event: "trong vòng 05 ngày làm việc kể từ ngày nhận được hồ sơ" (domain reference §7.3).

The day is worked out only where the text itself knows it: calendar days that run from the day of the document. Working
days leave holidays out, which are set anew each year (Bộ luật Lao động 2019 Art. 112), so they are told, not counted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from graph.model import EventDeadline
from ingest.phrases import at_word

_S = r"\s{1,4}"
_LIMIT = (
    rf"(?:trong{_S}(?:vòng|thời{_S}(?:hạn|gian))|chậm{_S}nhất|muộn{_S}nhất|tối{_S}đa|không{_S}quá|thời{_S}hạn|sau|trước|trong)"
    rf"(?:{_S}(?:là|sau|trong|vòng|thời{_S}hạn|không{_S}quá|tối{_S}đa)){{0,3}}"
)
_UNIT = rf"(?P<unit>ngày{_S}làm{_S}việc|ngày|tuần|tháng|quý|năm|giờ{_S}làm{_S}việc|giờ)(?!\w)"
_FROM = (
    rf"(?:(?:kể{_S}từ|tính{_S}từ|sau|từ|trước)(?:{_S}(?:khi|thời{_S}điểm|lúc))?"
    rf"|khi(?={_S}(?:có|xảy{_S}ra|xuất{_S}hiện|phát{_S}(?:hiện|sinh)|nhận|tiếp{_S}nhận|kết{_S}thúc|hoàn{_S}thành|được)\s))"
)
_THIS = (
    r"[^,;.:()]{0,80}?\s(?:này|nêu\s{1,2}trên)(?!\w)(?:\s{1,2}(?:chính\s{1,2}thức\s{1,2})?có\s{1,2}hiệu\s{1,2}lực"
    r"(?:\s{1,2}thi\s{1,2}hành)?|\s{1,2}được\s{1,2}(?:ban\s{1,2}hành|ký|phê\s{1,2}duyệt|thông\s{1,2}qua))?"
)
_EVENT = rf"(?P<event>(?:{_THIS}|[^,;.:()]{{3,160}}?(?=\s*(?:[,;:()]|\.(?!\d)|$))))"
_COUNTED = re.compile(
    rf"{at_word(_LIMIT)}{_S}(?P<count>\d{{1,3}})(?:\s?\([^()]{{1,40}}\))?{_S}{_UNIT}(?:\s?\([^()]{{1,40}}\))?"
    rf",?{_S}{_FROM}{_S}{_EVENT}",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(rf"(?<!\w)ngay{_S}(?:sau{_S})?khi{_S}{_EVENT}", re.IGNORECASE)
_MAY_HOLD = (
    "kể từ",
    "tính từ",
    "sau khi",
    "từ khi",
    "ngay khi",
    "từ ngày",
    "sau ngày",
    "trước ngày",
    "từ thời điểm",
    "trước khi",
    "giờ khi",
    "ngày khi",
    "việc khi",
)
_DIGIT = re.compile(r"\d")
_OF_ITS_OWN_DAY = re.compile(
    r"ngày\s{1,2}(?:ký(?:\s{1,2}ban\s{1,2}hành)?|ban\s{1,2}hành|phát\s{1,2}hành)(?:\s{1,2}\w+(?:\s{1,2}\w+)?\s{1,2}này)?$",
    re.IGNORECASE,
)
_CALENDAR_DAY = re.compile(
    r"(?:ngày\s{1,2})?\d{1,2}\s?[/.-]\s?\d|ngày\s{1,2}\d|tháng\s{1,2}\d|năm\s{1,2}\d", re.IGNORECASE
)
_UNITS = {
    "ngày": "day", "ngày làm việc": "working_day", "giờ": "hour", "giờ làm việc": "working_hour", "tuần": "week",
    "tháng": "month", "quý": "quarter", "năm": "year",
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}
_LONGEST = 160


def read_event_deadlines(text: str, written: date | None = None) -> tuple[EventDeadline, ...]:
    """Read the deadlines of a task that run from an event; ``written`` is the day of the document.

    >>> read_event_deadlines("Trong vòng 10 ngày kể từ ngày ban hành Kế hoạch này, gửi kế hoạch.", date(2025, 9, 3))
    (EventDeadline(count=10, unit='day', event='ngày ban hành Kế hoạch này', day=datetime.date(2025, 9, 13)),)
    """
    lower = text.lower()
    if _DIGIT.search(text) is None and "ngay" not in lower:
        return ()
    if not any(map(lower.__contains__, _MAY_HOLD)):
        return ()
    flat = " ".join(text.split())
    found = [(m.start(), _counted(m, written)) for m in _COUNTED.finditer(flat) if not _before_a_day(m)]
    if "ngay" in lower:
        found += [(m.start(), EventDeadline(0, "day", _event(m))) for m in _AT_ONCE.finditer(flat)]
    return tuple(dict.fromkeys(deadline for _, deadline in sorted(found, key=lambda one: one[0])))


def _before_a_day(match: re.Match[str]) -> bool:
    """A period that runs from a day of the calendar is a date, which is read elsewhere."""
    return _CALENDAR_DAY.match(match["event"]) is not None


def _counted(match: re.Match[str], written: date | None) -> EventDeadline:
    count, unit, event = int(match["count"]), _UNITS[match["unit"].lower()], _event(match)
    day = _later(written, count, unit) if written is not None and _OF_ITS_OWN_DAY.match(event) else None
    return EventDeadline(count, unit, event, day)


def _event(match: re.Match[str]) -> str:
    return match["event"].strip(" \"'*_")[:_LONGEST]


def _later(start: date, count: int, unit: str) -> date | None:
    if unit in _DAYS:
        return start + timedelta(days=count * _DAYS[unit])
    if unit not in _MONTHS:
        return None
    months = start.month - 1 + count * _MONTHS[unit]
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
