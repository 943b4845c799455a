"""The documents that a plural names together: "các Quyết định số A, số B được thay thế bởi C" is said of A and of B.

Source: Vietnamese grammar; "các" and "những" before a noun say that all members of its list are meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.reference import Reference

_PLURAL = re.compile(r"\b(?:các|những)\s{1,3}$", re.IGNORECASE)
_JOINED = re.compile(r"\s{0,3}(?:[,;]|,?\s{0,3}(?:và|hoặc)(?!\w))\s{0,3}", re.IGNORECASE)
_MOST_MEMBERS = 24
_WINDOW = 12


def named_together(text: str, references: Sequence[Reference], last: int) -> tuple[int, ...]:
    """Indexes of the list that a plural opens and ``last`` ends; ``last`` alone when no plural stands before it."""
    for first in range(last, max(-1, last - _MOST_MEMBERS), -1):
        start = references[first].start
        if _PLURAL.search(text, max(0, start - _WINDOW), start):
            return tuple(range(first, last + 1))
        if first == 0 or not _JOINED.fullmatch(text, references[first - 1].tail_end, start):
            break
    return (last,)
