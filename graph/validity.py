"""Whether a document is in force on a day, from all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from graph.model import HowKnown, Validity

Status = Literal["in_force", "not_yet_in_force", "ended", "ended_in_part", "unknown"]

OPEN = "open"
"""Certainty of days that were reported but not proved: they are shown, and nothing is concluded from them."""

_STRENGTH = {how: rank for rank, how in enumerate(HowKnown)}


def effective(known: Sequence[Validity], on: date) -> tuple[Status, Validity]:
    """The status on the day ``on`` and the facts behind it, the strongest source first.

    The returned :class:`Validity` holds the end that decides: the whole one, or while that has not come the latest
    partial one. Without a proved day of effect a document that has not ended is ``unknown``.

    >>> effective([Validity(ended=date(2021, 2, 1), scope="whole", how_known=HowKnown.REFERENCE)], date(2023, 2, 13))[0]
    'ended'
    """
    ordered = sorted(
        known, key=lambda v: (_STRENGTH[v.how_known] if v.how_known else len(_STRENGTH), v.ended or date.max)
    )
    starts = [v for v in ordered if v.in_force_from]
    start = next((v.in_force_from for v in starts if v.certainty != OPEN), None)
    shown_start = start or next((v.in_force_from for v in starts), None)
    proved = [v for v in ordered if v.ended and v.certainty != OPEN]
    whole = next((v for v in proved if v.scope != "part"), None)
    parts = [v for v in proved if v.scope == "part" and v.ended and v.ended <= on]
    last_part = max(parts, key=lambda v: v.ended or date.min, default=None)
    if whole is not None and whole.ended is not None and whole.ended <= on:
        return "ended", replace(whole, in_force_from=shown_start)
    shown = last_part or whole or next(iter(ordered), Validity())
    shown = replace(shown, in_force_from=shown_start)
    if start is not None and start > on:
        return "not_yet_in_force", shown
    if last_part is not None:
        return "ended_in_part", shown
    return ("in_force" if start is not None and not _reported(ordered, on) else "unknown"), shown


def _reported(known: Sequence[Validity], on: date) -> bool:
    """Whether an unproved end of the whole document lies before ``on``."""
    return any(v.certainty == OPEN and v.scope != "part" and v.ended is not None and v.ended <= on for v in known)
