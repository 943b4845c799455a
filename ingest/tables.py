"""Tables as texts show them once their lines are gone.

A row stands on one line with bars or tabs between the cells, or each bar stands on a line of its own. The last form
leaves "row end, row start" as two bars, as an empty cell does; the first row tells how many cells a row has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Span
from ingest.normalise import NormalisedText

_BAR = re.compile(r"\|")
_TAB = re.compile(r"\t")
_TABBED = re.compile(r"^(?=[^\t|\n]*\t[^\t|\n]*\t)[^|\n]*$", re.MULTILINE)
"""A line of a table that was copied from a word processor or a sheet: two tabs at least, and no bar."""

_FEWEST_CELLS = 2
_PARENT = re.compile(r"đơn vị(?! tính)|cơ quan|phân công|trách nhiệm|tổ chức", re.IGNORECASE)
_ROW_LABEL = re.compile(r"[IVX]{1,5}\.?|\d{1,3}(?:\.\d{1,2}){0,2}\.?|[a-zđ]\)?")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a span of the normalised text (empty where the cell is); the first row is the head."""

    rows: tuple[tuple[Span, ...], ...]

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.rows[0][0].start, self.rows[-1][-1].end)


def read_tables(normalised: NormalisedText) -> tuple[Table, ...]:
    r"""Find the tables of a text that have at least two columns and two rows.

    >>> from ingest.normalise import normalise
    >>> text = normalise("| TT | Nhiệm vụ |\n|---|---|\n| 1 | Tập huấn |")
    >>> [[cell.of(text.text) for cell in row] for row in read_tables(text)[0].rows]
    [['TT', 'Nhiệm vụ'], ['1', 'Tập huấn']]
    """
    if "|" not in normalised.original and "\t" not in normalised.original:
        return ()
    text = normalised.text
    bars, tabs = _marks(normalised, _BAR.finditer(normalised.original)), _marks(normalised, _tabs(normalised.original))
    lines = [*_lines_with_bars(text, sorted((*bars, *tabs)), frozenset(tabs))]
    found = [*_row_per_line(text, lines), *_bar_per_line(text, lines)]
    return tuple(sorted((t for t in found if len(t.rows) > 1), key=lambda t: t.span.start))


def _tabs(original: str) -> Iterator[re.Match[str]]:
    """The tabs of the lines that are rows of a table."""
    for line in _TABBED.finditer(original) if "\t" in original else ():
        yield from _TAB.finditer(original, line.start(), line.end())


def _marks(normalised: NormalisedText, found: Iterable[re.Match[str]]) -> list[int]:
    """Offsets in the normalised text of what stood between cells in the text as read."""
    text, offsets = normalised.text, normalised.offsets
    places = (offsets.first_from(match.start(), len(text)) for match in found)
    return [i for i in places if i < len(text) and text[i] == " "]


_Barred = tuple[int, int, list[int], bool]
"""Where a line begins and ends, its bars, and whether they were tabs, which stand between cells only."""


def _lines_with_bars(text: str, bars: list[int], tabs: frozenset[int]) -> Iterator[_Barred]:
    """Yield each line that has bars."""
    index = 0
    while index < len(bars):
        start = text.rfind("\n", 0, bars[index]) + 1
        end = text.find("\n", bars[index])
        end = len(text) if end < 0 else end
        first = index
        while index < len(bars) and bars[index] < end:
            index += 1
        yield start, end, bars[first:index], bars[first] in tabs


def _row_per_line(text: str, lines: Sequence[_Barred]) -> Iterator[Table]:
    rows: list[tuple[Span, ...]] = []
    last_end = -1
    for start, end, marks, tabbed in lines:
        cells = _cells(text, start, end, marks, tabbed=tabbed)
        if tabbed and rows and start == last_end + 1:  # empty cells at the end of a line are no longer there
            cells = (*cells, *[Span(end, end)] * (len(rows[0]) - len(cells)))
        if rows and (start != last_end + 1 or len(cells) != len(rows[0])):
            yield Table(tuple(rows))
            rows = []
        if len(cells) >= _FEWEST_CELLS:
            if not all(set(cell.of(text)) <= set("-: ") for cell in cells):
                rows.append(cells)
            last_end = end
    if rows:
        yield Table(tuple(rows))


def _cells(text: str, start: int, end: int, marks: list[int], *, tabbed: bool) -> tuple[Span, ...]:
    if len(marks) == 1 and not text[start:end].strip():
        return ()
    bounds = [start - 1, *marks, end]
    cells = [_trimmed(text, low + 1, high) for low, high in pairwise(bounds)]
    if tabbed:
        return tuple(cells)
    if cells and cells[0].start == cells[0].end:
        del cells[0]
    if cells and cells[-1].start == cells[-1].end:
        del cells[-1]
    return tuple(cells)


def _bar_per_line(text: str, lines: Sequence[_Barred]) -> Iterator[Table]:
    alone = [marks[0] for start, end, marks, _ in lines if len(marks) == 1 and not text[start:end].strip()]
    index = 0
    while index < len(alone):
        width = 0
        while index + width + 1 < len(alone) and _is_cell(text, alone, index + width, first=index):
            width += 1
        rows: list[tuple[Span, ...]] = []
        while width >= _FEWEST_CELLS and (end := _row_end(text, alone, index, width)):
            cells = [_trimmed(text, alone[i] + 1, alone[i + 1]) for i in range(index, end)]
            rows.append((*cells, *[Span(cells[-1].end, cells[-1].end)] * (width - len(cells))))
            index = end
            if index + 1 >= len(alone) or not _adjacent(text, alone[index], alone[index + 1]):
                break
            index += 1
            if len(rows) == 1 and (below := _second_head(text, alone, index, rows[0])):
                head, index = below
                rows, width = [head], len(head)
        if rows:
            yield Table(tuple(rows))
        index += 1


def _second_head(
    text: str, alone: list[int], start: int, head: tuple[Span, ...]
) -> tuple[tuple[Span, ...], int] | None:
    """Read a second line of the head, under one of its cells: "Đơn vị thực hiện" above "Chủ trì" and "Phối hợp".

    Returns the head with that cell replaced, and the index of the bar that begins the first row. Such a line is shorter
    than the head, has no number of a row, and the rows below it are as wide as both lines together.
    """
    end = start
    while end + 1 < len(alone) and end - start < len(head) and _content(text, alone, end):
        end += 1
    below = tuple(_trimmed(text, alone[i] + 1, alone[i + 1]) for i in range(start, end))
    parent = next((i for i, cell in enumerate(head) if i and _PARENT.search(cell.of(text))), None)
    labelled = any(_ROW_LABEL.fullmatch(cell.of(text)) for cell in below)
    if parent is None or labelled or not _FEWEST_CELLS <= len(below) < len(head) or end + 1 >= len(alone):
        return None
    whole = (*head[:parent], *below, *head[parent + 1 :])
    wide = _row_end(text, alone, end + 1, len(whole)) == end + 1 + len(whole)
    return (whole, end + 1) if wide and _adjacent(text, alone[end], alone[end + 1]) else None


def _content(text: str, alone: list[int], index: int) -> bool:
    return bool(text[alone[index] + 1 : alone[index + 1]].strip())


def _is_cell(text: str, alone: list[int], index: int, *, first: int) -> bool:
    """Tell whether a cell of the head stands behind a bar.

    Paragraphs set off by empty lines are what lies between two tables, unless all cells are set like that.
    """
    cell = text[alone[index] + 1 : alone[index + 1]]
    apart = cell.startswith("\n\n") and not text.startswith("\n\n", alone[first] + 1)
    return bool(cell.strip()) and not apart


def _row_end(text: str, alone: list[int], start: int, width: int) -> int | None:
    """Index of the bar that ends the row begun by the bar ``start``.

    A row of merged cells has less than ``width`` of them: where two bars meet and a number or letter of a list follows,
    the next row begins.
    """
    last = min(start + width, len(alone) - 1)
    for end in range(start + 1, last):
        if end + 2 < len(alone) and _adjacent(text, alone[end], alone[end + 1]):
            following = text[alone[end + 1] + 1 : alone[end + 2]].strip()
            if _ROW_LABEL.fullmatch(following) and _ends_row(text, alone, end + 1 + width):
                return end
    return start + width if last == start + width and _ends_row(text, alone, last) else None


def _ends_row(text: str, alone: list[int], index: int) -> bool:
    """Tell whether a row may end at a bar: another bar stands below it, or none at all, or a paragraph of its own."""
    if index + 1 >= len(alone):
        return index < len(alone)
    following = text[alone[index] + 1 : alone[index + 1]]
    return not following.strip() or following.startswith("\n\n")


def _adjacent(text: str, bar: int, following: int) -> bool:
    """Tell whether two bars stand on neighbouring lines: one row ends and the next begins."""
    return text[bar + 1 : following].count("\n") == 1 and not text[bar + 1 : following].strip()


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return Span(start, start)
    begin = start + piece.index(inner[0])
    return Span(begin, begin + len(inner))
