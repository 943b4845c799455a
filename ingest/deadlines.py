"""When a task is due: days that a text sets for delivery or completion, and yearly days (domain reference §7.3).

A day counts only behind a word that makes it a limit ("trước ngày", "chậm nhất", "hoàn thành trong") or, unmarked, as
the day of a delivery ("gửi hồ sơ về Sở Nội vụ ngày 01/11/2023"). Dates of cited documents, of effect, of past events
and the ends of periods ("từ … đến …") are none. A month, quarter or half ends on its last day. All functions work on
normalised text.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.quick import quickly_made, replaced
from ingest.dates import DAY_WORD, to_date
from ingest.gates import Ending, Gated
from ingest.phrases import at_word

_G = r"\s{0,3}"
_S = r"\s{1,4}"
_YEAR = r"(?:19|20|21)\d{2}"
_DAY, _MONTH = "(?:[0-3]?[0-9]|[0-3][lO]|[lO][0-9])", "(?:[01]?[0-9]|1[lO]|[lO][0-9])"
_AND = r"\s?(?:[-–,;]|và)\s?"
_MOMENT = re.compile(
    rf"""
    (?-i:(?=[0-9lLoOnNtTqQ]))(?:  # what a moment begins with is looked at before all that it may be
      {DAY_WORD}{_G}(?P<ld>{_DAY}){_S}th[áa]ng{_S}(?P<lm>{_MONTH})(?!\d)(?:{_G},?{_G}(?:n[ăa]m{_S}|/){_G}(?P<ly>{_YEAR}))?
    | (?<![\d/.,-])(?:{DAY_WORD}{_G})?(?P<sd>{_DAY}){_G}(?P<mark>[/.-]){_G}(?P<sm>{_MONTH}){_G}(?P=mark){_G}
      (?P<sy>{_YEAR})(?!\d)
    | (?<![\d/.,-])(?P<word>{DAY_WORD}{_G})?(?P<yd>{_DAY}){_G}/{_G}(?P<ym>{_MONTH})(?![\d/%-])
      (?:{_S}năm{_S}(?P<yy>{_YEAR}))?
    | (?:(?:(?P<days>\d{{1,2}}){_S}ngày{_S}đầu|tuần{_S}(?:thứ{_S})?(?P<week>[1-5]|đầu|cuối|nhất|hai|ba|tư))
        {_S}(?:của{_S})?)?
      tháng{_S}(?P<ms>(?:\d{{1,2}}{_AND}){{1,4}}(?=\d{{1,2}}{_G}(?:/|năm|[;.)|]|$)))?
      (?P<m>\d{{1,2}})(?!\d){_G}(?:(?:[/.-]|năm){_G}(?P<my>{_YEAR}))?
    | quý{_S}(?P<qs>(?:(?:IV|I{{1,3}}|[1-4]){_AND}){{1,3}}(?=IV|I|[1-4]{_G}(?:/|năm)))?
      (?P<q>IV|I{{1,3}}|[1-4])(?!\w){_G}(?:(?:[/.-]|năm){_G}(?P<qy>{_YEAR}))?
    | 0?6{_S}tháng{_S}(?P<half>đầu|cuối){_S}năm(?:{_S}(?P<hy>{_YEAR}))?(?!\s?[-–/]\s?\d)
    | năm{_S}(?P<y>{_YEAR})(?!\s?[-–/]\s?\d)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAY_HOLD_MOMENT = re.compile(r"[0-9Qq](?:(?<=[0-9])|uý|UÝ)")
_WORD_BEFORE = len("tuần cuối của tháng") + 8
"""So far the first digit of a moment stands at most behind where it begins."""

_CLOCK = (
    r"(?:\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{1,2})?\s?(?:phút|'|′)?\s?,?\s?)?"
    r"(?:(?:buổi\s)?(?:sáng|chiều)\s)?(?:\(?(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật)\)?\s?[,(]?\s?)?"
)
_LIMIT = (
    r"(?:tr[ưu][ớo]c|ch[ậa]m\s+nh[ấa]t|muộn\s+nhất|không\s+(?:quá|chậm\s+hơn|muộn\s+hơn)"
    r"|hạn\s+(?:chót|cuối(?:\s+cùng)?))"
)
_LIMITED = re.compile(
    rf"{at_word(_LIMIT)}(?:\s+(?:là|vào|trong|đến|hết|trước|thời\s+điểm))*\s*[:(]?\s*{_CLOCK}$", re.IGNORECASE
)
_SCHEDULED = re.compile(
    r"(?<!\w)thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo|gửi|nộp|trình|ban\s+hành|tổ\s+chức|triển\s+khai"
    r"|xong|dự\s+kiến|kết\s+thúc|báo|hồ\s+sơ|kết\s+quả)){0,3}\s*(?:[:(-]|là|đến|trong|vào)\s*"
    r"(?:(?:trong|vào|đến|hết|xong|dự\s+kiến|hoàn\s+thành)\s+){0,3}$",
    re.IGNORECASE,
)
_UNTIL = Ending(r"(?<!\w)(?:đến|tới)\s+(?:hết\s+|cuối\s+)?$", "đến|tới|hết|cuối", re.IGNORECASE)
_WITHIN = Ending(
    r"(?<!\w)(?:trong|vào|xong|hết|cuối)\s+(?:đầu\s+|cuối\s+|hết\s+)?$",
    "trong|vào|xong|hết|cuối|đầu",
    re.IGNORECASE,
)
_COMPLETION = re.compile(
    at_word(r"hoàn\s+thành|hoàn\s+tất|xong|thời\s+hạn|hạn\s+cuối|kết\s+thúc\s+việc") + r"(?!\w)", re.IGNORECASE
)
_DELIVERY = re.compile(at_word(r"gửi|nộp|trình|báo\s+cáo|chuyển|đăng\s+ký|hoàn\s+thành") + r"(?!\w)", re.IGNORECASE)
_BEFORE_BARE_DAY = re.compile(r"(?<!\w)(?:vào|trong|đúng)\s+$|[^\s,(](?<!từ)\s+$", re.IGNORECASE)
_CITED = re.compile(
    r"(?<!\w)số\s*:?\s*\d|\d{1,5}\s?[/-]\s?[A-ZĐ]"
    r"|(?<!\w)(?:Luật|Nghị|Thông tư|Chỉ thị|Kế hoạch số)\s|ban\s+hành\s*,?\s*$"
)
_CONDITION = re.compile(
    at_word(r"đã|có\s+hiệu\s+lực|hiệu\s+lực\s+thi\s+hành|áp\s+dụng|phát\s+sinh|kể\s+từ|tính\s+(?:đến|từ)|trường\s+hợp")
    + r"(?!\w)[^,]*$",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(r"\s*,?\s*(?:thì|mà|nhưng|được|chưa|không\s+phải|của\s+(?!tháng|quý|năm))", re.IGNORECASE)
_PERIOD_START = Gated(r"(?<!\w)từ\s+(?:ngày|tháng|quý|năm|nay|đầu|\d)[^.;]*$", "từ", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|;|và|hoặc|,\s*và)\s*(?:trước\s+)?$", re.IGNORECASE)
_YEARLY = Gated(r"(?<!\w)(?:h[àằ]ng|mỗi)\s+năm(?!\w)", "năm", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\s*(?:của\s+)?năm\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề|tới)", re.IGNORECASE)
_OF_REPORT = re.compile(r"\s*(?:của\s+)?năm\s+báo\s+cáo", re.IGNORECASE)
_REACH = 70
_LEAP_YEAR = 2024
_HALF_YEAR = 5
"""Months between the first and the last month of a half; what is done "in" one is not always due at its end."""

_SHORTEST_MONTH = 28
_WEEKS = {"1": 7, "nhất": 7, "đầu": 7, "2": 14, "hai": 14, "3": 21, "ba": 21}
"""The last days of the weeks of a month that are counted in work programmes; the others end with the month."""

_NUMERAL = re.compile(r"IV|I{1,3}|\d{1,2}", re.IGNORECASE)
_RANGE = re.compile(r"\s?[-–]\s?")
_YEARS = range(1900, 2200)
_CLAUSE = 200
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@quickly_made
@dataclass(frozen=True, slots=True)
class Due:
    """Days that are set: ``deadlines`` as dates, ``yearly`` as iCalendar rules ("trước ngày 15/12 hàng năm")."""

    deadlines: tuple[date, ...] = ()
    yearly: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class _Moment:
    """A point of the calendar as written; a month or quarter has no day, ``month`` is then its last month.

    A part of a month has its last day, and a ``first_month`` as each period.
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    first_month: int | None = None
    named: bool = True


def read_due(text: str, written: date | None = None, plan_year: int | None = None) -> Due:
    """Read the days by which the task of ``text`` is due.

    A day without a year gets the year of the plan, else the year in which it next comes after ``written`` (the date of
    the document). Days before ``written`` are no deadlines.

    >>> read_due("Báo cáo gửi về Sở Nội vụ trước ngày 15/6 và 30/11/2022.", date(2022, 1, 26)).deadlines
    (datetime.date(2022, 6, 15), datetime.date(2022, 11, 30))
    >>> read_due("Trước ngày 15/12 hàng năm tổng hợp, báo cáo Ủy ban nhân dân tỉnh.").yearly
    ('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15',)

    """
    flat = text.replace("\n", " ")
    deadlines: dict[date, None] = {}
    yearly: dict[str, None] = {}
    for moment, strict in _governed(flat):
        if moment.year is None and _is_yearly(flat, moment):
            yearly[_rule(moment)] = None
            continue
        due = _day(moment, strict, written, plan_year, follows=_NEXT_YEAR.match(flat, moment.end) is not None)
        if due is not None and (written is None or due >= written):
            deadlines[due] = None
    return Due(tuple(deadlines), tuple(yearly))


def _moments(text: str) -> list[_Moment]:
    found: list[_Moment] = []
    first = _MAY_HOLD_MOMENT.search(text)
    if first is None:
        return found
    for match in _MOMENT.finditer(text, max(0, first.start() - _WORD_BEFORE)):
        start, end = match.span()
        end = start + len(match[0].rstrip())
        if match["q"]:
            for at, quarter in _members(match, "qs", "q"):
                last = 3 * (_QUARTERS.get(quarter.lower()) or int(quarter))
                found.append(_Moment(*at, None, last, _number(match["qy"]), first_month=last - 2))
        elif match["half"]:
            last = 6 if match["half"].lower() == "đầu" else 12
            found.append(_Moment(start, end, None, last, _number(match["hy"]), first_month=last - 5))
        elif match["m"]:
            for at, written in _members(match, "ms", "m"):
                month = int(written)
                if 1 <= month <= 12:
                    found.append(_Moment(*at, _part_of_month(match), month, _number(match["my"]), first_month=month))
        elif match["y"]:
            found.append(_Moment(start, end, None, None, int(match["y"])))
        else:
            day, named_month = match["ld"] or match["sd"] or match["yd"], match["lm"] or match["sm"] or match["ym"]
            year = _number(match["ly"] or match["sy"] or match["yy"])
            if known := to_date(day, named_month, str(year or _LEAP_YEAR)):
                named = not match["yd"] or bool(match["word"])
                found.append(_Moment(start, end, known.day, known.month, year, named=named))
    return found


def _members(match: re.Match[str], before: str, last: str) -> list[tuple[tuple[int, int], str]]:
    """The members of "quý I, II/2026", each with its place; of "tháng 11-12/2025" the last."""
    end = match.end() - len(match[0]) + len(match[0].rstrip())
    if not match[before]:
        return [((match.start(), end), match[last])]
    if "-" in match[before] or "–" in match[before]:
        return [((match.start(), end), match[last])]
    firsts = [*_NUMERAL.finditer(match.string, match.start(before), match.end(before))]
    places = [(match.start() if index == 0 else one.start(), one.end()) for index, one in enumerate(firsts)]
    named = [one[0] for one in firsts]
    return [*zip(places, named, strict=True), ((match.start(last), end), match[last])]


def _part_of_month(match: re.Match[str]) -> int | None:
    """The last day of "10 ngày đầu tháng 3", of "tuần 2 tháng 3"; ``None`` where that is the last of the month."""
    if match["days"]:
        return min(int(match["days"]), _SHORTEST_MONTH)
    return _WEEKS.get(match["week"].lower()) if match["week"] else None


def _governed(text: str) -> list[tuple[_Moment, bool]]:
    """Moments that a cue makes a limit, each with whether the limit lies strictly before it.

    Members of a list share cue and year.
    """
    kept: list[tuple[_Moment, bool]] = []
    previous: tuple[_Moment, bool] | None = None
    moments = _moments(text)
    for written, following in zip(moments, (*moments[1:], None), strict=False):
        moment = replaced(written, named=True) if following and _dated_together(text, written, following) else written
        strict: bool | None = None
        if previous and _LISTED.fullmatch(text, previous[0].end, moment.start):
            strict = previous[1]
        elif previous and _RANGE.fullmatch(text, previous[0].end, moment.start):
            strict = previous[1]
            kept.pop()
        elif _limits(text, moment):
            strict = _strictly_before(text, moment)
        previous = (moment, strict) if strict is not None else None
        if previous:
            kept.append(previous)
    return _with_shared_years(text, kept)


def _dated_together(text: str, moment: _Moment, following: _Moment) -> bool:
    """Tell whether "15/6" is a day and no fraction, since one with a year goes on with it ("15/6 và 15/11/2026")."""
    if moment.named or following.year is None or following.day is None:
        return False
    return _LISTED.fullmatch(text, moment.end, following.start) is not None


def _with_shared_years(text: str, kept: Sequence[tuple[_Moment, bool]]) -> list[tuple[_Moment, bool]]:
    shared: list[tuple[_Moment, bool]] = []
    for moment, strict in reversed(kept):
        following = shared[-1][0] if shared else None
        if (
            moment.year is None
            and following
            and following.year
            and _LISTED.fullmatch(text, moment.end, following.start)
        ):
            shared.append((replaced(moment, year=following.year), strict))
        else:
            shared.append((moment, strict))
    return shared[::-1]


def _limits(text: str, moment: _Moment) -> bool:
    left = text[max(0, moment.start - _REACH) : moment.start]
    clause = _clause(text, moment.start)
    if _CONDITION.search(clause) or _CONSEQUENCE.match(text, moment.end):
        return False
    if _LIMITED.search(left):
        return True
    if not moment.named or _PERIOD_START.search(clause):
        return False
    return _SCHEDULED.search(left) is not None or _completes(text, moment, left, clause)


def _completes(text: str, moment: _Moment, left: str, clause: str) -> bool:
    """Tell whether a day, month or year that no limit word introduces is when something is finished or delivered."""
    if _UNTIL.search(left):
        return _COMPLETION.search(clause + text[moment.end : moment.end + _REACH]) is not None
    if moment.day is None or moment.first_month is not None:
        short = moment.month is not None and moment.month - (moment.first_month or 1) < _HALF_YEAR
        return _WITHIN.search(left) is not None and (short or _COMPLETION.search(clause) is not None)
    delivery = _DELIVERY.search(clause) if moment.year and _BEFORE_BARE_DAY.search(left) else None
    return delivery is not None and not _CITED.search(clause, delivery.end())


def _strictly_before(text: str, moment: _Moment) -> bool:
    return (
        moment.day is None
        and re.search(r"(?<!\w)trước\s+$", text[max(0, moment.start - 12) : moment.start], re.IGNORECASE) is not None
    )


def _clause(text: str, position: int) -> str:
    left = text[max(0, position - _CLAUSE) : position]
    return left[max(left.rfind(mark) for mark in (". ", ";", "./.")) + 1 :]


def _is_yearly(text: str, moment: _Moment) -> bool:
    if _OF_REPORT.match(text, moment.end):
        return True
    left = text[max(0, moment.start - _CLAUSE) : moment.start]
    right = text[moment.end : moment.end + _CLAUSE]
    low = max(left.rfind(mark) for mark in (". ", ";")) + 1
    ends = [at for mark in (". ", ";") if (at := right.find(mark)) >= 0]
    return _YEARLY.search(left[low:] + right[: min(ends, default=len(right))]) is not None


def _rule(moment: _Moment) -> str:
    rule = f"FREQ=YEARLY;BYMONTH={moment.month}"
    return rule if moment.day is None else f"{rule};BYMONTHDAY={moment.day}"


def _day(moment: _Moment, strict: bool, written: date | None, plan_year: int | None, *, follows: bool) -> date | None:
    year = moment.year
    if year is not None:
        return _last_day(moment, year, strict)
    base = plan_year or (written.year if written else None)
    if base is None:
        return None
    due = _last_day(moment, base + follows, strict)
    return _last_day(moment, base + 1, strict) if due and written and due < written else due


def _last_day(moment: _Moment, year: int, strict: bool) -> date | None:
    if year not in _YEARS:
        return None
    if moment.day is not None:
        return to_date(str(moment.day), str(moment.month), str(year))
    if strict:
        return date(year, moment.first_month or 1, 1) - timedelta(days=1)
    month = moment.month or 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _number(written: str | None) -> int | None:
    return int(written) if written else None
