"""Words with their places on a page put into the order in which people read them: lines, columns, rows of tables.

A gutter is a strip that no word crosses. Two columns, as in a head or beside a signature, are read one after the other;
three and more are the cells of a table, a row a line. Tables that are drawn with lines: :mod:`.ruled`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.readers.blocks import written_row

_RULES = frozenset("|[]{}¦!")
_GUTTER = 1.7
_GUTTER_BELOW = 1.1
_GUTTER_OF_TABLE = 0.45
_APART = 1.2
_LEAST_OF_HEIGHT = 0.4
_TABLE_COLUMNS = 3
_REACH = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box; ``top`` grows downwards, in any unit that is the same for all."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


_Gutter = tuple[float, float]


@dataclass(slots=True)
class _Line:
    words: list[Word]

    @property
    def middle(self) -> float:
        return median(word.middle for word in self.words)

    def cells(self, gutters: Sequence[_Gutter], glue: float) -> list[str]:
        """The text between the gutters."""
        bounds = [-1e9, *((low + high) / 2 for low, high in gutters), 1e9]
        return [
            _joined([word for word in self.words if low <= word.left < high and word.text not in _RULES], glue)
            for low, high in pairwise(bounds)
        ]


def read_page(words: Sequence[Word], *, glue: float = 0.0) -> str:
    r"""Write the words of one page as text; pieces nearer than ``glue`` of their height are one word.

    >>> boxes = [("SỞ", 0, 0), ("A", 3, 0), ("Độc", 30, 0), ("lập", 34, 0), ("Số:", 0, 2), ("5", 4, 2), ("X", 31, 2)]
    >>> read_page([Word(text, x, y, x + len(text), y + 1) for text, x, y in boxes])
    'SỞ A\nSố: 5\nĐộc lập\nX'
    """
    shown = [word for word in words if word.text.strip()]
    if not shown:
        return ""
    height = median(word.bottom - word.top for word in shown)
    lines = _lines(shown, height)
    pitch = _pitch(lines, height)
    pieces: list[str] = []
    at, before = 0, lines[0].middle
    while at < len(lines):
        end, gutters = _columns(lines, at, height, pitch)
        if pieces:
            pieces.append("\n\n" if lines[at].middle - before > _APART * pitch else "\n")
        if gutters:
            pieces.append("\n".join(_block(lines[at:end], gutters, glue)))
        else:
            pieces.append(lines[at].cells((), glue)[0])
        at, before = end, lines[end - 1].middle
    return "".join(pieces)


def joined_lines(words: Sequence[Word], glue: float) -> str:
    """The words of one cell on one line."""
    shown = [word for word in words if word.text.strip()]
    if not shown:
        return ""
    height = median(word.bottom - word.top for word in shown)
    return " ".join(_joined(line.words, glue) for line in _lines(shown, height))


def _pitch(lines: Sequence[_Line], height: float) -> float:
    """From one line of a paragraph to the next: what the lower quarter of all distances does not exceed."""
    distances = sorted(b.middle - a.middle for a, b in pairwise(lines) if b.middle - a.middle > height / 2)
    return distances[len(distances) // 4] if distances else height


def _joined(words: Sequence[Word], glue: float) -> str:
    pieces = [words[0].text] if words else []
    for before, word in pairwise(words):
        near = word.left - before.right < glue * max(word.bottom - word.top, before.bottom - before.top)
        pieces.append(word.text if near else f" {word.text}")
    return "".join(pieces)


def _lines(words: Sequence[Word], height: float) -> list[_Line]:
    """Words that stand at one height, from left to right."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda word: word.middle):
        if word.bottom - word.top < _LEAST_OF_HEIGHT * height and not any(map(str.isalnum, word.text)):
            word = Word(word.text, word.left, word.middle - height / 2, word.right, word.middle + height / 2)  # noqa: PLW2901
        near = next(
            (
                line
                for line in reversed(lines[-4:])
                if abs(line.middle - word.middle) < height * 0.55
            ),
            None,
        )  # fmt: skip
        if near is None:
            lines.append(_Line([word]))
        else:
            near.words.append(word)
    for line in lines:
        line.words.sort(key=lambda word: word.left)
    return sorted(lines, key=lambda line: line.middle)


def _columns(lines: Sequence[_Line], first: int, height: float, pitch: float) -> tuple[int, list[_Gutter]]:
    """The lines from ``first`` on that share gutters: the index behind them, and the gutters.

    A paragraph that begins on the left of two columns when the right one is at its end belongs to what follows.
    """
    gutters = _gaps(lines[first], height * _GUTTER)
    end = first + 1
    while gutters and end < len(lines):
        if lines[end].middle - lines[end - 1].middle > 9 * height:
            break
        narrow = _GUTTER_OF_TABLE if len(gutters) + 1 >= _TABLE_COLUMNS else _GUTTER_BELOW
        kept = _kept(gutters, lines[end], height * narrow)
        apart = lines[end].middle - lines[end - 1].middle > _APART * pitch
        if apart and len(kept) == 1 and not any(_right_of(line, kept[0]) for line in lines[end : end + _REACH]):
            break
        if not kept or (len(kept) < len(gutters) and len(gutters) + 1 >= _TABLE_COLUMNS):
            break
        gutters = kept
        end += 1
    return end, gutters


def _right_of(line: _Line, gutter: _Gutter) -> bool:
    """Whether a line has something in the right one of two columns and leaves the gutter open."""
    return line.words[-1].left >= gutter[1] and all(w.right <= gutter[0] or w.left >= gutter[1] for w in line.words)


def _gaps(line: _Line, width: float) -> list[_Gutter]:
    """Where a line has no word for at least ``width``, or a rule of a table stands."""
    gaps: list[_Gutter] = []
    words = [word for word in line.words if word.text not in _RULES]
    for before, after in pairwise(words):
        if after.left - before.right >= width:
            gaps.append((before.right, after.left))
    return gaps


def _kept(gutters: Sequence[_Gutter], line: _Line, width: float) -> list[_Gutter]:
    """The gutters that a line leaves open, as narrow as it makes them."""
    kept: list[_Gutter] = []
    for low, high in gutters:
        start, end = low, high
        for word in line.words:
            if word.text in _RULES or word.right <= start or word.left >= end:
                continue
            if word.left - start >= end - word.right:
                end = word.left
            else:
                start = word.right
        if end - start >= width:
            kept.append((start, end))
    return kept


def _block(lines: Sequence[_Line], gutters: Sequence[_Gutter], glue: float) -> Iterator[str]:
    rows = [line.cells(gutters, glue) for line in lines]
    if len(gutters) + 1 < _TABLE_COLUMNS:
        for column in range(len(gutters) + 1):
            yield from (row[column] for row in rows if row[column])
        return
    row: list[str] = []
    for line, cells in zip(lines, rows, strict=True):
        if line.words[0].text in _RULES and line.words[0].right <= gutters[0][0] and not cells[0]:
            cells[0] = "1"  # alone in a narrow column it looks like a rule
        if row and not cells[0]:
            row = [f"{above} {cell}".strip() for above, cell in zip(row, cells, strict=True)]
            continue
        if row:
            yield written_row(row)
        row = cells
    yield written_row(row)
