"""Tables that lost bars and columns: each cell stands on a line of its own, as a portal's text export leaves them.

The head ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn") is as many lines as the table has columns, and each row
begins with the next number. A line that begins in lower case goes on with the cell above it, as does one under a line
that can be no end ("Sở Khoa học và").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Span
from ingest.line_ends import needs_more
from ingest.tables import Table

_NUMBERS = re.compile(r"^[ \t]*(?:S?TT|Số TT)[ \t]*$", re.MULTILINE)
_ROW_NUMBER = re.compile(r"(\d{1,3})\.?")
_LONGEST_TITLE, _MOST_COLUMNS, _FEWEST_COLUMNS, _FEWEST_ROWS = 60, 8, 3, 2
_LONGEST_ROW = 40


def tables_of_lines(text: str) -> Iterator[Table]:
    r"""Yield the tables of a text whose cells are lines.

    A row with more or fewer cells than the head ends the table: which column a cell belongs to could only be guessed.

    >>> text = "TT\nViệc\nChủ trì\n1\nĐào ao\nXã A\n2\nThả cá\nXã B\n"
    >>> [[cell.of(text) for cell in row] for row in next(tables_of_lines(text)).rows]
    [['TT', 'Việc', 'Chủ trì'], ['1', 'Đào ao', 'Xã A'], ['2', 'Thả cá', 'Xã B']]
    """
    for first in _NUMBERS.finditer(text):
        head, at = _row(text, first.start(), 1)
        if not _FEWEST_COLUMNS <= len(head) <= _MOST_COLUMNS or any(c.end - c.start > _LONGEST_TITLE for c in head):
            continue
        rows = [head]
        while True:
            cells, at = _row(text, at, len(rows) + 1, len(head))
            if len(cells) != len(head) or not _is_number(cells[0].of(text), len(rows)):
                break
            rows.append(cells)
        if len(rows) > _FEWEST_ROWS:
            yield Table(tuple(rows))


def _row(text: str, start: int, following: int, width: int = _MOST_COLUMNS + 1) -> tuple[tuple[Span, ...], int]:
    """Read cells up to the row numbered ``following``, or until there are ``width``, and where the next row begins."""
    cells: list[Span] = []
    at = start
    for _ in range(_LONGEST_ROW):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].strip()
        open_end = following > 1 and len(cells) > 1 and needs_more(text[cells[-1].start : cells[-1].end])  # "Mẫu số"
        goes_on = line[:1].islower() or open_end
        another = (_is_number(line, following) and not goes_on) or _NUMBERS.match(line) is not None
        if cells and (another or (len(cells) == width and not goes_on)):
            break
        if line:
            low = at + text[at:end].index(line[0])
            span = Span(low, low + len(line))
            if goes_on and len(cells) > 1:
                cells[-1] = Span(cells[-1].start, span.end)
            else:
                cells.append(span)
        at = end + 1
        if at >= len(text):
            break
    return tuple(cells), min(at, len(text))


def _is_number(line: str, number: int) -> bool:
    match = _ROW_NUMBER.fullmatch(line)
    return match is not None and int(match[1]) == number
