"""Wording that a text puts into another document: what stands between “ and ” (NĐ 78/2025, amending documents)."""

from __future__ import annotations

from ingest.normalise import NormalisedText

_LONGEST_QUOTED = 60_000


def quoted_spans(text: NormalisedText) -> list[tuple[int, int]]:
    """Spans of the normalised text that stand between “ and ”."""
    found: list[tuple[int, int]] = []
    original, length = text.original, len(text.text)
    opened = original.find("“")
    while opened >= 0:
        closed = original.find("”", opened)
        if closed < 0:
            break
        while (again := original.find("“", opened + _LONGEST_QUOTED + 1, closed)) >= 0:
            opened = again
        found.append((text.offsets.first_from(opened, length), text.offsets.first_from(closed, length)))
        opened = original.find("“", closed)
    return found
