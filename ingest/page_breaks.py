"""Numbers of pages that stand within a sentence of a plain text, where the page ended (NĐ 30/2020 Phụ lục I, mục I).

Readers of PDF and office files leave page numbers away themselves (``ingest/readers/furniture.py``); in a text that was
copied out of one they part a symbol from its date, and an issuer in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(
    r"\n(?P<above>[ \t\f\r\n]{0,8})(?:[-\u2013] ?)?(?:[Tt]rang )?\d{1,3}(?: ?[-\u2013])?[ \t]{0,8}"
    r"(?P<below>\r?\n[ \t\f\r\n]{0,8})(?=[^\W\d_])"
)
_ALONE = re.compile(r"\n(?:[-\u2013] ?)?(?:[Tt]rang )?(?P<number>\d{1,3})(?: ?[-\u2013])?[ \t]{0,8}(?=\r?\n)")
_PAGE = range(1_200, 6_000)
"""Letters on a page: so far apart stand the numbers of pages, and those that count the rows of a table do not."""

_FIRST, _FEWEST = 2, 2
_SHORTEST = 30
"""A line at the end of a page is full; the cell of a table that stands over a number mostly is not."""

_TAKES_A_NUMBER = re.compile(
    r"(?:^|[^\w])(?:số|ngày|tháng|năm|khoản|điểm|điều|mục|chương|phần|quý|thứ|khóa|kỳ|từ|đến|trên|dưới|có|là|gồm|đủ|đạt|hơn"
    r"|khoảng|thiểu|đa|ít|bằng|còn|thêm|trong|sau|trước|lệ|mức)\s*$",
    re.IGNORECASE,
)
_TAKES_A_NAME = re.compile(r"(?:^|[^\w])(?:của|và|về|tại|theo|giữa|hoặc)\s*$")
_MEASURED = re.compile(r"(?:tháng|năm|ngày|giờ|người|hộ|triệu|tỷ|đồng|xã|phường|thôn|đơn vị|ha|km|m)(?!\w)")


def page_numbers(text: str) -> Iterator[tuple[int, int]]:
    r"""Spans of page numbers with the blank lines around them, but for one line break.

    Numbers alone on their lines that count on, a page apart, are those of pages. Of a single one the sentence must go
    on behind it in small letters, or behind a word that takes a name, and nothing that counts or is counted may stand
    beside it.

    >>> [*page_numbers("theo Chỉ thị số 03/CT-UBND và Kế hoạch số 5/KH-UBND\n\n2\n\nngang nhau")]
    [(51, 55)]
    """
    counted = _counted(text)
    yield from counted
    taken = {end for _, end in counted}
    for match in _NUMBER.finditer(text):
        if not taken.isdisjoint(range(match.start(), match.end())):
            continue
        apart = ("\n" in match["above"] or "\f" in match["above"]) and (
            match["below"].count("\n") > 1 or "\f" in match["below"] or "\f" in match["above"]
        )
        if not apart:
            continue
        line = text[text.rfind("\n", max(0, match.start() - 400), match.start()) + 1 : match.start()].rstrip()
        if len(line) < _SHORTEST or line[-1] in ".;:!?" or _TAKES_A_NUMBER.search(line[-16:]):
            continue
        goes_on = text[match.end()].islower() and (_MEASURED.match(text, match.end()) is None or line[-1].isupper())
        if goes_on or _TAKES_A_NAME.search(line[-8:]):
            yield match.start(), match.end() - 1


def _counted(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the longest row of numbers that count on from 1 or 2, each a page behind the one before."""
    longest: tuple[tuple[int, int], ...] = ()
    rows: dict[int, tuple[tuple[int, int], ...]] = {}
    for match in _ALONE.finditer(text):
        number = int(match["number"])
        before = rows.get(number - 1, ())
        if not (before and match.start() - before[-1][0] in _PAGE):
            before = ()
        if not before and (number > _FIRST or match.start() not in _PAGE):
            continue
        row = (*before, match.span())
        known = rows.get(number, ())
        if len(row) >= len(known) or match.start() - known[-1][0] >= _PAGE.stop:
            rows[number] = row
            longest = max(longest, row, key=len)
    return longest if len(longest) >= _FEWEST else ()
