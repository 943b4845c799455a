"""How alike two texts are, word by word: whether two files can be copies of one document."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from graph.text import words

NEAR = 0.8
"""Copies of one document are at least so alike; recognition of a bad scan loses one word in ten."""

_MOST_WORDS = 20_000


def likeness(one: str, other: str) -> float:
    """From 0 to 1, the share of words that stand in both in the same order; of a long text its beginning counts.

    >>> likeness("Kế hoạch số 5", "KẾ HOẠCH SỐ 5."), likeness("a b", "c d")
    (1.0, 0.0)
    """
    first, second = (words(text).split()[:_MOST_WORDS] for text in (one, other))
    return Indel.normalized_similarity(first, second)
