"""Word lists as patterns: phrases parted by bars, over several rows, any white space between their words."""

from __future__ import annotations


def alternation(rows: str) -> str:
    r"""Turn rows of phrases into the body of a pattern group; the phrases may be patterns themselves.

    >>> alternation('''
    ...     sở|ban ngành
    ...     phòng''')
    'sở|ban\\s+ngành|phòng'
    """
    return "|".join(map(str.strip, rows.strip().split("\n"))).replace(" ", r"\s+")
