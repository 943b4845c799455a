"""How often a task comes back, as iCalendar rules (RFC 5545; domain reference §7.3).

>>> read_recurrence("thực hiện chế độ báo cáo số liệu định kỳ 6 tháng, 01 năm")
('FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY')
"""

from __future__ import annotations

import re

from ingest.phrases import word_search

# All are held against a text in lower case.
_UNIT = r"(?:ngày|tuần|tháng|quý|năm)(?!\w)"
_EVERY = re.compile(
    r"(?<!\w)(?=[nthm])(?:(?:ngày\s+(?P<day>[0-3]?\d)\s+(?:của\s+)?)?(?:thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])\s+)?"
    rf"(?:h[àằ]ng|mỗi)\s+(?P<unit>{_UNIT})"
    r"|ngày\s+(?P<quarter_day>[0-3]?\d)\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+|mỗi\s+|h[àằ]ng\s+)?quý)",
)
_TIMES = re.compile(
    rf"(?<!\w)(?=[\dmh])(?:(?P<times>\d{{1,2}}|một|hai)\s+lần\s*(?:/|trong|mỗi|một|trên)\s*(?:(?:một|01?)\s+)?(?P<per>{_UNIT})"
    rf"|(?P<count>\d{{1,2}}|một)\s+(?P<span>{_UNIT})\s*(?:/|một|1|01)\s*lần)",
)
_INTRODUCED = word_search(
    ("định kỳ", "báo cáo", "theo thời gian", "sơ kết", "tổng kết"),
    rf"\s*[:(,]?\s*(?:vào\s+|theo\s+)?(?:h[àằ]ng\s+)?(?=(?:\d{{1,2}}\s+)?{_UNIT})",
)
_MEMBER = re.compile(
    rf"(?:h[àằ]ng\s+)?(?:(?P<count>\d{{1,2}})\s+)?(?P<unit>{_UNIT})(?!\s+(?:\d{{1,4}}|qua|trước(?!\s+(?:ngày|thứ|\d))|nay|đầu\s+năm\s+\d))"
    r"(?:\s+(?:đầu|cuối)\s+năm(?!\s+\d))?",
)
_ITS_DAY = re.compile(
    r"\s?,?\s?\(?\s?(?:(?:trước|vào|chậm nhất|muộn nhất)\s+(?:là\s+|vào\s+)?)"
    r"(?:(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2}\s)?)?(?:(?:buổi\s+)?(?:sáng|chiều)\s+)?"
    r"thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)"
    r"|ngày\s+(?P<day>[0-3]?\d)(?!\d|\s?[/.-]\s?\d|\s+tháng\s+\d))"
)
"""The day of each month or week behind it: "hằng tháng (trước ngày 05)", "hằng tuần, chậm nhất thứ Năm"."""
_PARTS_OF_YEAR = re.compile(r"(?<!\w)0?(?P<months>[369])\s+tháng\s*(?:,|;|và|hoặc|/)\s*$")
"""Before it: "6 tháng, hằng năm tổng hợp"."""
_BETWEEN = re.compile(r"\s*(?:\([^()]{0,60}\))?\s*(?:,|;|và|hoặc|/|,\s*và)\s*")
_STANDING = re.compile(
    r"(?<!\w)(?:ngân\s+sách|dự\s+toán|kinh\s+phí|kế\s+hoạch\s+vốn|đầu\s+tư\s+công|trợ\s+cấp|trợ\s+giúp|phụ\s+cấp|lương|thu\s+nhập|hưu\s+trí|chi\s+trả|dịp)"
    r"(?:\s+\w+){0,4}(?:(?<=trung\shạn)\s?(?:,|và))?\s+$",
)
_WEEKDAYS = {"hai": "MO", "ba": "TU", "tư": "WE", "năm": "TH", "sáu": "FR", "bảy": "SA"}
_WEEKDAYS |= {str(at): day for at, day in enumerate(_WEEKDAYS.values(), 2)}
_PERIODS = {
    "ngày": ("DAILY", 1),
    "tuần": ("WEEKLY", 1),
    "tháng": ("MONTHLY", 1),
    "quý": ("MONTHLY", 3),
    "năm": ("YEARLY", 1),
}
_OFTEN = {
    ("năm", 2): (6, "tháng"), ("năm", 3): (4, "tháng"), ("năm", 4): (3, "tháng"), ("năm", 6): (2, "tháng"),
    ("năm", 12): (1, "tháng"), ("quý", 3): (1, "tháng"), ("tháng", 2): (2, "tuần"), ("tháng", 4): (1, "tuần"),
    ("tuần", 5): (1, "ngày"), ("tuần", 7): (1, "ngày"),
}  # fmt: skip
"""So many times in such a unit -> once every so many of a smaller one."""
_OF_EVERY = ("hàng", "hằng", "mỗi", "cuối")
"""Words one of which each rule of :data:`_EVERY` has: to look for them takes less time than for the rule."""

_REACH = 60
_WORDS = {"một": 1, "hai": 2}


def read_recurrence(text: str) -> tuple[str, ...]:
    """Read the rules by which the task of ``text`` repeats, in text order.

    "hàng năm" as a mere attribute ("dự toán kinh phí hàng năm", "trợ cấp hàng tháng") is none.
    """
    flat = text.replace("\n", " ").lower()
    found: list[tuple[int, str]] = []
    if any(map(flat.__contains__, _OF_EVERY)):
        for match in _EVERY.finditer(flat):
            if not _stands(flat, match.start()):
                found += [*_parts_of_year(flat, match.start()), (match.start(), _every(match)), *_further(flat, match)]
    if "lần" in flat:
        found += ((match.start(), _times(match)) for match in _TIMES.finditer(flat))
    for match in _INTRODUCED.finditer(flat):
        found += _members(flat, match.end())
    return tuple(dict.fromkeys(rule for _, rule in sorted(found)))


def without_general(rules: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a rule that a more exact one of the same frequency already says.

    >>> without_general(("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=12"))
    ('FREQ=YEARLY;BYMONTH=12',)
    """
    unique = tuple(dict.fromkeys(rules))
    exact = {rule.split(";BY")[0] for rule in unique if ";BY" in rule}
    return tuple(rule for rule in unique if rule not in exact)


def _stands(text: str, position: int) -> bool:
    return _STANDING.search(text[max(0, position - _REACH) : position]) is not None


_NINE = 9
"""Months of a year that are reported on in September ("6 tháng, 9 tháng và cả năm"), not every nine months."""


def _rule(count: int, unit: str) -> str:
    frequency, step = _PERIODS[unit]
    step *= count
    if frequency == "MONTHLY" and step % 12 == 0:
        frequency, step = "YEARLY", step // 12
    if (frequency, step) == ("MONTHLY", _NINE):
        return f"FREQ=YEARLY;BYMONTH={_NINE}"
    return f"FREQ={frequency}" if step <= 1 else f"FREQ={frequency};INTERVAL={step}"


def _every(match: re.Match[str]) -> str:
    if match["quarter_day"]:
        return f"{_rule(1, 'quý')};BYMONTHDAY={int(match['quarter_day'])}"
    rule, unit = _rule(1, match["unit"]), match["unit"]
    if match["day"] and unit == "tháng":
        return f"{rule};BYMONTHDAY={int(match['day'])}"
    if match["weekday"] and unit == "tuần":
        return f"{rule};BYDAY={_WEEKDAYS[match['weekday']]}"
    return rule + _its_day(match, unit)


def _its_day(match: re.Match[str], unit: str) -> str:
    """What the words behind a unit add to its rule: "báo cáo tháng trước ngày 19", "tuần trước 14h thứ Năm"."""
    behind = _ITS_DAY.match(match.string, match.end()) if unit in {"tuần", "tháng"} else None
    if behind and behind["day"] and unit == "tháng":
        return f";BYMONTHDAY={int(behind['day'])}"
    if behind and behind["weekday"] and unit == "tuần":
        return f";BYDAY={_WEEKDAYS[behind['weekday']]}"
    return ""


def _further(text: str, every: re.Match[str]) -> list[tuple[int, str]]:
    """The rules of a list that "hằng" opens: "hằng tháng, quý, 6 tháng và năm"."""
    between = _BETWEEN.match(text, every.end()) if every["unit"] else None
    return _members(text, between.end()) if between else []


def _parts_of_year(text: str, end: int) -> list[tuple[int, str]]:
    match = _PARTS_OF_YEAR.search(text, max(0, end - _REACH), end)
    return [(match.start(), _rule(int(match["months"]), "tháng"))] if match else []


def _times(match: re.Match[str]) -> str:
    if match["span"]:
        return _rule(_count(match["count"]), match["span"])
    unit = match["per"]
    return _rule(*_OFTEN.get((unit, _count(match["times"])), (1, unit)))


def _members(text: str, position: int) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    while match := _MEMBER.match(text, position):
        count = int(match["count"] or 1) or 1
        its_day = _its_day(match, match["unit"]) if count == 1 else ""
        found.append((match.start(), _rule(count, match["unit"]) + its_day))
        between = _BETWEEN.match(text, match.end())
        if between is None:
            break
        position = between.end()
    return found


def _count(written: str) -> int:
    return _WORDS.get(written) or int(written) or 1
