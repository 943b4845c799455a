"""Wording that a text puts into another document: what stands between “ and ” (NĐ 78/2025, amending documents)."""

from __future__ import annotations

import re

from ingest.normalise import NormalisedText

_LONGEST_QUOTED = 60_000


def quoted_spans(text: NormalisedText) -> list[tuple[int, int]]:
    """Spans of the normalised text that stand between “ and ”."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    original = text.original
    if "“" not in original:
        return found
    for match in re.finditer("[“”]", original):
        if match[0] == "“":
            opened = match.start() if opened is None or match.start() - opened > _LONGEST_QUOTED else opened
        elif opened is not None:
            low = text.offsets.first_from(opened, len(text.text))
            found.append((low, text.offsets.first_from(match.start(), len(text.text))))
            opened = None
    return found
