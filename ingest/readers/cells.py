"""Rows of tables out of a text in which marks are all that was left of them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.blocks import written_row

_TAB = "   "
_LONGEST_CELL, _MOST_LINES = 1_500, 12


def row_at_end(pieces: Sequence[str]) -> str:
    r"""Write a text of which the end is a row, given as pieces of which each ended a cell.

    The row begins on the last line of its first piece: whether the lines before that are of the same cell or of the
    paragraph before the table is not known, and they stay where they are. What ends before a piece that is too long for
    a cell was no row, but text with tabs.

    >>> row_at_end(["I. VIỆC\nTT", "Việc", "Ai"])
    'I. VIỆC\nTT | Việc | Ai'
    """
    first = 0
    for index, piece in enumerate(pieces[1:-1], 1):
        if len(piece) > _LONGEST_CELL or piece.count("\n") > _MOST_LINES:
            first = index
    opening, line, start = pieces[first].rpartition("\n") if len(pieces) - first > 1 else ("", "", pieces[first])
    return _TAB.join([*pieces[:first], opening + line + written_row([start, *pieces[first + 1 :]])])


def rows_of_tabs(text: str) -> str:
    r"""Write the rows of a text in which a tab ends a cell and one more tab the row, as Word marks them.

    The first row of a table tells how many cells the others have, of which some may be empty.

    >>> rows_of_tabs("TT\tViệc\tAi\t\t1\tHọp\t\t\t2\t\tSở A\t\tHết.\tVT")
    'TT | Việc | Ai\n1 | Họp | \n2 |  | Sở A\nHết.   VT'
    """
    pieces = text.split("\t")
    ends = dict.fromkeys(index for index, piece in enumerate(pieces) if not piece)
    rows: list[str] = []
    at = width = 0
    for end in ends:
        if end < at or (end < at + width and at + width in ends):  # an empty cell of a row as wide as the one before
            continue
        width = max(1, end - at)
        rows.append(row_at_end(pieces[at : at + width]))
        at += width + 1
    return "\n".join([*rows, _TAB.join(pieces[at:])])
