"""What all reports are made of: sheets of rows, under a title and a few lines that sum them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.text import written_day
from queries.messages import Language


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, a number or a day (``None``: nothing), and perhaps the address that it leads to."""

    value: str | int | date | None
    link: str | None = None

    def text(self, language: Language) -> str:
        """The value as it is written: days as 13/02/2024, in English as 2024-02-13."""
        if isinstance(self.value, date):
            return written_day(self.value) if language == "vi" else self.value.isoformat()
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet; ``grave`` is the severity that its colour shows."""

    cells: Sequence[Cell]
    grave: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of one kind: ``name`` is short, ``title`` says the whole."""

    name: str
    title: str
    rows: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Report:
    """An answer as a file.

    ``headings`` are those of every sheet, ``first`` the heading of the column that names the sheet where all stand in
    one table; ``linked`` lets a page lead to other places, which a reader without network has no use for.
    """

    language: Language
    title: str
    summary: Sequence[str]
    first: str
    headings: Sequence[str]
    sheets: Sequence[Sheet]
    linked: bool = False


def cells(*values: str | int | date | None) -> tuple[Cell, ...]:
    """Cells that lead nowhere."""
    return tuple(map(Cell, values))
