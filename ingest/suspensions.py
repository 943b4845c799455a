"""From when, and until when, a suspension holds: "ngưng hiệu lực Điều 6 … từ ngày … đến hết ngày …".

Sources: Luật 64/2025/QH15 Art. 53, 57 (effect, suspension), NĐ 78/2025 (closing articles).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.dates import first_date

_SINCE = r"(?:kể\s+)?từ\s+(?P<since>ngày\s+\d[^;,\n]{0,40}?)"
_UNTIL = (
    r"đến\s+(?:(?P<last>hết\s+)?(?P<until>ngày\s+\d[^;,\n]{0,40})|"
    r"hết\s+(?:tháng\s+(?P<month>0?[1-9]|1[0-2])\s*[/\s]\s*)?(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\d))"
)
_SPAN = re.compile(rf"\b(?:{_SINCE}[\s,]{{1,3}})?(?:cho\s+)?{_UNTIL}", re.IGNORECASE)
_BEGIN = re.compile(
    r"[\s,]{0,3}(?:của\s[^;,.\n]{3,80}?\s)?(?:kể\s+)?từ\s+(?P<since>ngày\s+\d[^;,\n]{0,40})", re.IGNORECASE
)
_OF_THE_TITLE = re.compile(
    r"\b(?:giai\s+đoạn|thời\s+kỳ|áp\s+dụng|thực\s+hiện|nhiệm\s+kỳ|trong)(?:\s+thời\s+gian)?\s+$", re.IGNORECASE
)
"""Before these words' days stands what a document is about: "quy định về giá áp dụng từ ngày … đến ngày …"."""

_SUSPENDED = re.compile(
    r"\b(?:đình\s+chỉ|ng[ưừ]ng\s+hiệu\s+lực)(?:\s+(?:việc\s+)?thi\s+hành)?[\s,]{0,3}", re.IGNORECASE
)
_A_DAY = timedelta(days=1)


def days_of_suspension(lead: str, behind: str, announced: str) -> tuple[date | None, date | None]:
    """The first day of a suspension and the first day after it, each ``None`` where the clause does not say it.

    ``lead`` and ``behind`` are the words of the clause before and behind the suspended document, ``announced`` the line
    that opens the list in which it stands. Days in the words that name the provisions are theirs.

    >>> days_of_suspension("Tạm ngưng hiệu lực Điều 6 ", " từ ngày 1/5/2021 đến hết ngày 31/12/2021.", "")
    (datetime.date(2021, 5, 1), datetime.date(2022, 1, 1))
    """
    windows = [behind]
    for said in (lead, announced):
        verb = _SUSPENDED.search(said)
        if verb is not None:
            beside = _SPAN.match(said, verb.end()) or _BEGIN.match(said, verb.end())
            windows += [beside.group() if beside else "", said[: verb.start()]]
    since = until = None
    for window in windows:
        span = next((m for m in _SPAN.finditer(window) if not _OF_THE_TITLE.search(window, 0, m.start())), None)
        begin = span if span is not None and span["since"] else _BEGIN.match(window)
        if since is None and begin is not None:
            since = _day(begin["since"])
        if until is None and span is not None:
            until = _after(span)
    return since, until if until is None or since is None or until > since else None


def _day(said: str) -> date | None:
    found = first_date(said)
    return found[0] if found else None


def _after(span: re.Match[str]) -> date | None:
    """The day after the last one that a span names; "đến ngày" tells the last day as "đến hết ngày" does."""
    if span["until"]:
        last = _day(span["until"])
        return last + _A_DAY if last else None
    month = int(span["month"] or 12)
    return date(int(span["year"]) + month // 12, month % 12 + 1, 1)
