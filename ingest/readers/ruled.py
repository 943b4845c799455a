"""Tables whose cells are drawn with lines, which say what stands in one cell, however near the next one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter, itemgetter

from ingest.readers.blocks import written_row
from ingest.readers.layout import Word, joined_lines, read_page

_Reach = tuple[float, float]
_AT = attrgetter("at")
_MIDDLE = attrgetter("middle")
_SAME = 3.0
"""Lines nearer than this, in points, are drawn for one."""

_SHORTEST = 8.0
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2
_WHOLE_WIDTH = 0.8


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line on a page: upright at the x ``at`` from the y ``low`` to ``high``, or level with x and y changed.

    In points, y growing downwards.
    """

    upright: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: the x of its upright and the y of its level lines, and the upright ones as they are drawn."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[Rule, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.rows[-1]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        across = self.columns[0] - _SAME <= (word.left + word.right) / 2 <= self.columns[-1] + _SAME
        return across and self.top - _SAME <= word.middle <= self.bottom + _SAME

    def lines(self, words: Sequence[Word], glue: float) -> Iterator[str]:
        """Its rows as text, a row a line; a cell over several columns stands in the first of them."""
        upright = sorted(self.upright, key=_AT)
        inner = [_reaches(_near(upright, x)) for x in self.columns[1:-1]]
        down = sorted(words, key=_MIDDLE)
        for top, bottom in pairwise(self.rows):
            within = down[bisect_left(down, top, key=_MIDDLE) : bisect_left(down, bottom, key=_MIDDLE)]
            cells = [""] * (len(self.columns) - 1)
            for first, low, high in self._cells(inner, (top + bottom) / 2):
                cells[first] = joined_lines([w for w in within if low <= (w.left + w.right) / 2 < high], glue)
            if any(cells):
                yield written_row(cells)

    def _cells(self, inner: Sequence[Sequence[_Reach]], height: float) -> Iterator[tuple[int, float, float]]:
        """The cells of the row at a height: the first of their columns, and from where to where they reach.

        ``inner`` has from where to where each upright line between two columns is drawn.
        """
        parted = [index for index, reaches in enumerate(inner, 1) if _is_drawn(reaches, height)]
        for first, following in pairwise([0, *parted, len(self.columns) - 1]):
            yield first, self.columns[first], self.columns[following]


def read_ruled(words: Sequence[Word], rules: Sequence[Rule], *, glue: float = 0.0) -> str:
    """Write the words of a page as :func:`ingest.readers.layout.read_page` does, drawn tables by their lines."""
    pieces: list[str] = []
    rest = [*words]
    for grid in grids(rules):
        inside = [word for word in rest if grid.holds(word)]
        if not inside:
            continue
        above = [word for word in rest if word.middle < grid.top and not grid.holds(word)]
        rest = [word for word in rest if word.middle >= grid.top and not grid.holds(word)]
        pieces += [read_page(above, glue=glue), "\n".join(grid.lines(inside, glue))]
    pieces.append(read_page(rest, glue=glue))
    return "\n\n".join(piece for piece in pieces if piece)


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """The tables that lines make, from the top of the page: two columns and two rows at least."""
    drawn = [rule for rule in rules if rule.high - rule.low >= _SHORTEST]
    level = sorted((rule for rule in drawn if not rule.upright), key=_AT)
    found: list[Grid] = []
    for band in _bands([rule for rule in drawn if rule.upright]):
        columns = _merged(rule.at for rule in band)
        top, bottom = min(rule.low for rule in band) - _SAME, max(rule.high for rule in band) + _SAME
        width = columns[-1] - columns[0]
        beside = level[bisect_left(level, top, key=_AT) : bisect_right(level, bottom, key=_AT)]
        rows = _merged(rule.at for rule in beside)
        rows = [y for y in rows if _covered(_near(level, y), columns[0], columns[-1]) >= _WHOLE_WIDTH * width]
        if len(columns) > _FEWEST_COLUMNS and len(rows) > _FEWEST_ROWS:
            found.append(Grid(tuple(columns), tuple(rows), tuple(band)))
    return found


def _bands(upright: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Upright lines that stand beside or upon one another, from the top of the page."""
    band: list[Rule] = []
    end = float("-inf")
    for rule in sorted(upright, key=lambda rule: rule.low):
        if band and rule.low > end + _SAME:
            yield band
            band = []
        end = max(end, rule.high) if band else rule.high
        band.append(rule)
    if band:
        yield band


def _merged(places: Iterable[float]) -> list[float]:
    """Places in order, those that are one to the eye once."""
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > _SAME:
            merged.append(place)
    return merged


def _near(rules: Sequence[Rule], place: float) -> Sequence[Rule]:
    """Those of rules in order of ``at`` that are drawn at a place."""
    return rules[bisect_left(rules, place - _SAME, key=_AT) : bisect_right(rules, place + _SAME, key=_AT)]


def _reaches(rules: Iterable[Rule]) -> list[_Reach]:
    """From where to where lines at one place are drawn, in order and apart from one another."""
    reaches: list[_Reach] = []
    for rule in sorted(rules, key=lambda rule: rule.low):
        if reaches and rule.low <= reaches[-1][1]:
            reaches[-1] = (reaches[-1][0], max(reaches[-1][1], rule.high))
        else:
            reaches.append((rule.low, rule.high))
    return reaches


def _is_drawn(reaches: Sequence[_Reach], place: float) -> bool:
    at = bisect_right(reaches, place, key=itemgetter(0)) - 1
    return at >= 0 and place <= reaches[at][1]


def _covered(rules: Iterable[Rule], low: float, high: float) -> float:
    """How much of the width from ``low`` to ``high`` is drawn."""
    return sum(max(min(end, high) - max(begin, low), 0.0) for begin, end in _reaches(rules))
