"""The sentence around a place of a text, on one line, as evidence shows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

REACH = (2000, 1000)
"""How many characters before and after a place may belong to its sentence."""

_LONG = 400
_OPENING = 60
# Both begin with the character that they end a part at: one that began with a look behind would try every place.
_MEMBER_END = re.compile(r";(?P<cut>\s+)")
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=[.!?])(?<!\bT[Pp]\.)(?<!\b[A-ZĐ]\.)(?P<cut>\s+)(?=\S)|(?<=\n)\s*\n|(?<=\n)(?=\s*[-+*#•|]))"
)


class Sentences:
    """The sentences of a text, or of an excerpt: ``begins`` and ``ends`` tell whether it reaches the text's edges.

    A sentence ends at ``.``, ``!`` or ``?`` before a space, at an empty line and before a list item. A semicolon does
    not end it: in "Thực hiện A; B; C" the verb governs the whole list.
    """

    def __init__(self, text: str, *, begins: bool = True, ends: bool = True) -> None:
        self._text = text
        self._begins, self._ends = begins, ends
        self._cuts = _Cuts(_SENTENCE_END, text, 0, len(text))

    def around(self, start: int, end: int) -> str:
        """The sentence that holds ``text[start:end]``.

        Of a long list the first words and the member that holds the place are kept. "…" stands for what is left out,
        also where the excerpt ends inside the sentence.

        >>> Sentences("Mở đầu. Thực hiện Chỉ thị số 33/CT-TTg. Còn lại.").around(18, 39)
        'Thực hiện Chỉ thị số 33/CT-TTg.'
        """
        text, first, last = self._text, max(start - REACH[0], 0), min(end + REACH[1], len(self._text))
        left, right = self._cuts.next_to(start, end, first, last)
        head, tail = (
            (left > first or (first == 0 and self._begins)),
            (right < last or (last == len(text) and self._ends)),
        )
        opening = ""
        if right - left > _LONG:
            member = _Cuts(_MEMBER_END, text, left, right).next_to(start, end, left, right)
            if member[0] > left and head:
                opening = f"{' '.join(text[left : left + _OPENING].split()[:-1])} "
            head, tail = head and member[0] == left, tail and member[1] == right
            left, right = member
        middle = " ".join(text[left:right].split())
        return f"{opening}{'' if head else '… '}{middle}{'' if tail else ' …'}"


class _Cuts:
    """Where a pattern divides ``text[left:right]``, found once for all places that are asked for."""

    def __init__(self, boundary: re.Pattern[str], text: str, left: int, right: int) -> None:
        found = [cut.span("cut") if cut["cut"] else cut.span() for cut in boundary.finditer(text, left, right)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def next_to(self, start: int, end: int, first: int, last: int) -> tuple[int, int]:
        """The part of ``first`` … ``last`` between the cuts next to ``start`` … ``end``."""
        before, after = bisect_right(self._ends, start), bisect_left(self._starts, end)
        left = self._ends[before - 1] if before else first
        right = self._starts[after] if after < len(self._starts) else last
        return max(left, first), min(right, last)
