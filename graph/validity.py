"""Whether a document is in force on a day, from all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from graph.model import HowKnown, Validity

Status = Literal["in_force", "not_yet_in_force", "ended", "ended_in_part", "unknown"]

OPEN = "open"
"""Certainty of days that were reported but not proved: they are shown, and nothing is concluded from them."""

ENDING_ACTS = frozenset({"REPLACES", "REPEALS"})
"""Acts that end a document, whole or in part; an amendment or a suspension leaves it in force."""

_STRENGTH = {how: rank for rank, how in enumerate(HowKnown)}


def effective(known: Sequence[Validity], on: date) -> tuple[Status, Validity]:
    """The status on the day ``on`` and the facts behind it, the strongest source first.

    The returned :class:`Validity` holds the end that decides: the whole one, or while that has not come the latest
    partial one. Without a proved day of effect a document that has not ended is ``unknown``.

    >>> effective([Validity(ended=date(2021, 2, 1), scope="whole", how_known=HowKnown.REFERENCE)], date(2023, 2, 13))[0]
    'ended'
    """
    ordered = _strongest_first(v for v in known if v.act is None or v.act in ENDING_ACTS)
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


def amended(known: Sequence[Validity], on: date) -> Validity | None:
    """The latest amendment that applies on the day ``on``, ``None`` when there is none."""
    applied = [v for v in known if v.act == "AMENDS" and v.changed is not None and v.changed <= on]
    return max(_strongest_first(applied), key=lambda v: v.changed or date.min, default=None)


def contradictions(known: Sequence[Validity]) -> list[str]:
    """What cannot all be true of one document, each as a Vietnamese sentence: a matter for a person to look into.

    >>> contradictions([Validity(in_force_from=date(2021, 1, 1), ended=date(2020, 1, 1), how_known=HowKnown.TEXT)])
    ['Ngày hết hiệu lực 01/01/2020 sớm hơn ngày có hiệu lực 01/01/2021.']
    """
    proved = [v for v in known if v.certainty != OPEN]
    starts = sorted({v.in_force_from for v in proved if v.in_force_from})
    whole = sorted({v.ended for v in proved if v.ended and v.scope != "part"})
    found = []
    if len(starts) > 1:
        found.append(f"Các nguồn ghi những ngày có hiệu lực khác nhau: {', '.join(map(_day, starts))}.")
    if len(whole) > 1:
        found.append(f"Các nguồn ghi những ngày hết hiệu lực khác nhau: {', '.join(map(_day, whole))}.")
    if starts and whole and whole[0] < starts[0]:
        found.append(f"Ngày hết hiệu lực {_day(whole[0])} sớm hơn ngày có hiệu lực {_day(starts[0])}.")
    return found


def _strongest_first(known: Iterable[Validity]) -> list[Validity]:
    return sorted(
        known,
        key=lambda v: (
            _STRENGTH[v.how_known] if v.how_known else len(_STRENGTH),
            v.ended or v.changed or date.max,
            v.ended_by or "",
            v.source or "",
        ),
    )


def _reported(known: Sequence[Validity], on: date) -> bool:
    """Whether an unproved end of the whole document lies before ``on``, or one of which the day is not known."""
    return any(
        v.certainty == OPEN and v.scope != "part" and (v.ended <= on if v.ended is not None else v.act in ENDING_ACTS)
        for v in known
    )


def _day(value: date) -> str:
    return value.strftime("%d/%m/%Y")
