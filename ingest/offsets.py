"""The way back from a text that was made regular to the text as read, kept as runs, not as one offset a character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from graph.model import Span

Run = tuple[int, int, int]
"""Where a run begins in the new text, where in the old one, and its width there: 0 when characters correspond one by
one, otherwise the number of old characters that the whole run was made from."""

_NEW, _OLD = itemgetter(0), itemgetter(1)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs in order of the new text; without runs the two texts agree character by character.

    >>> OffsetMap(((0, 2, 0), (3, 8, 2))).span(1, 4)
    Span(start=3, end=10)
    """

    runs: tuple[Run, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Map a non-empty span of the new text to the old one."""
        if not self.runs:
            return Span(start, end)
        first, last = self._at(start), self._at(end - 1)
        low = first[1] if first[2] else first[1] + start - first[0]
        return Span(low, last[1] + (last[2] or end - last[0]))

    def through(self, further: Sequence[Run], length: int) -> OffsetMap:
        """Join with the map of a text that was made from the new one; ``length`` is the length of that text."""
        if not self.runs:
            return OffsetMap(tuple(further))
        joined: list[Run] = []
        for start, old, width, end in _bounded(further, length):
            if width:
                span = self.span(old, old + width)
                joined.append((start, span.start, span.end - span.start))
            else:
                joined.extend((start + at - old, low, wide) for at, low, wide in self._between(old, old + end - start))
        return OffsetMap(tuple(joined))

    def letters(self, original: str, start: int, end: int) -> list[str]:
        """What each character of ``start:end`` in the new text was made from in ``original``, the old one.

        >>> OffsetMap(((0, 0, 2), (1, 2, 0))).letters("xyz", 0, 2)
        ['xy', 'z']
        """
        if not self.runs:
            return list(original[start:end])
        found: list[str] = []
        for at, old, width, until in _bounded([*self._between(start, end)], end):
            found.extend([original[old : old + width]] * (until - at) if width else original[old : old + until - at])
        return found

    def first_from(self, offset: int, length: int) -> int:
        """Where the first character that was made from what stands at ``offset`` of the old text or behind it is.

        It is ``length``, that of the new text, when there is none.

        >>> OffsetMap(((0, 2, 0), (3, 8, 0))).first_from(3, 9), OffsetMap(((0, 2, 0), (3, 8, 0))).first_from(6, 9)
        (1, 3)
        """
        if not self.runs:
            return offset
        following = bisect_left(self.runs, offset, key=_OLD)
        limit = self.runs[following][0] if following < len(self.runs) else length
        if following == 0:
            return limit
        start, old, width = self.runs[following - 1]
        return limit if width else min(limit, start + offset - old)

    def _between(self, low: int, high: int) -> Iterator[Run]:
        """The runs of a stretch of the new text, the first one cut at ``low``."""
        index = bisect_right(self.runs, low, key=_NEW) - 1
        while index < len(self.runs) and self.runs[index][0] < high:
            start, old, width = self.runs[index]
            at = max(start, low)
            yield at, old if width else old + at - start, width
            index += 1

    def _at(self, offset: int) -> Run:
        return self.runs[bisect_right(self.runs, offset, key=_NEW) - 1]


def _bounded(runs: Sequence[Run], length: int) -> Iterator[tuple[int, int, int, int]]:
    """Runs with their ends; ``length`` is the length of the new text."""
    for index, (start, old, width) in enumerate(runs):
        yield start, old, width, runs[index + 1][0] if index + 1 < len(runs) else length
