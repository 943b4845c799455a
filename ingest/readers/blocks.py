"""Text as a page shows it, from the blocks, rows and cells that a format keeps: a block a line, cells apart."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\x0b\x0c\xa0]+")
_COLUMNS_OF_A_LIST = 3
_NUMBER = re.compile(r"\d{0,4}[.)]?$")


class Blocks:
    r"""Text that grows by what a reader meets on its way through a file.

    A row is written when it ends: with three cells or more on one line, for that is a list of something; with two, as
    in a head or beside a signature, on lines of their own where a cell has several.

    >>> shown = Blocks()
    >>> shown.start_row()
    >>> for cell in ("TT", "Nhiệm vụ"):
    ...     shown.start_cell()
    ...     shown.add(cell)
    ...     shown.end_cell()
    >>> shown.end_row()
    >>> shown.text()
    'TT | Nhiệm vụ\n'
    """

    def __init__(self) -> None:
        self._levels = [_Lines()]
        self._rows: list[list[str]] = [[]]

    def add(self, text: str, *, preformatted: bool = False) -> None:
        """Add text; runs of white space become one space unless they are ``preformatted``."""
        self._levels[-1].add(text, preformatted=preformatted)

    def break_line(self) -> None:
        """Break the line; twice is a blank line."""
        self._levels[-1].break_line()

    def end_line(self, lines: int = 1) -> None:
        """End the line, and with ``lines`` 2 the paragraph; breaks are kept back until more text comes."""
        self._levels[-1].end_line(lines)

    def start_row(self) -> None:
        """Begin a row of cells; rows may stand in cells."""
        self.end_line()
        self._rows.append([])

    def start_cell(self) -> None:
        """Begin a cell."""
        self._levels.append(_Lines())

    def end_cell(self) -> None:
        """End the cell that was begun last."""
        self._rows[-1].append(self._levels.pop().text())

    def end_row(self) -> None:
        """Write the row that was begun last."""
        self._levels[-1].add(written_row(self._rows.pop()), preformatted=True)
        self.end_line()

    def text(self) -> str:
        """All that was added, ending in a line break."""
        return self._levels[0].text() + "\n"


def written_row(cells: list[str]) -> str:
    r"""A row of a table as text, see :class:`Blocks`.

    >>> written_row(["UBND\nTỈNH A", "Độc lập"]), written_row(["1", "Tập\nhuấn", "Sở A"])
    ('UBND\nTỈNH A\nĐộc lập', '1 | Tập huấn | Sở A')
    """
    counted = len(cells) >= _COLUMNS_OF_A_LIST and cells[0] and _NUMBER.match(cells[0])
    if counted or sum(map(bool, cells)) >= _COLUMNS_OF_A_LIST:
        cells = [" ".join(cell.split("\n")) for cell in cells]
    return ("\n" if any("\n" in cell for cell in cells) else " | ").join(cells)


class _Lines:
    """Text that grows; line breaks are kept back until more text comes, so that nested blocks break once."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._pending = 0
        self._at_start = True

    def add(self, raw: str, *, preformatted: bool) -> None:
        """Add text; runs of white space become one space."""
        text = raw if preformatted else _SPACES.sub(" ", raw)
        if self._at_start or self._pending:
            text = text.lstrip(" ")
        if not text:
            return
        self._pieces.append("\n" * self._pending + text)
        self._pending, self._at_start = 0, False

    def end_line(self, lines: int) -> None:
        """End the line, and with ``lines`` 2 the paragraph."""
        if not self._at_start:
            self._pending = max(self._pending, lines)

    def break_line(self) -> None:
        """Break the line as ``<br>`` does; twice is a blank line."""
        if not self._at_start:
            self._pending = min(self._pending + 1, 2)

    def text(self) -> str:
        """All lines, without space at their ends."""
        return "\n".join(line.rstrip(" ") for line in "".join(self._pieces).split("\n"))
