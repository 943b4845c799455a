"""Whether a document is in force on a day, from all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.model import HowKnown, Validity
from graph.provisions import Path, covers
from graph.text import written_day

Status = Literal["in_force", "not_yet_in_force", "ended", "ended_in_part", "unknown"]

OPEN = "open"
"""Certainty of days that were reported but not proved: they are shown, and nothing is concluded from them."""

ENDING_ACTS = frozenset({"REPLACES", "REPEALS"})
"""Acts that end a document, whole or in part; an amendment or a suspension leaves it in force."""

CONTINUES = "CONTINUES"
"""The act of a document that announces another one to stay in force: no edge, and no end follows for that one."""

_LAW_OF_2015 = date(2016, 7, 1)
_STAY_FROM, _STAY_TO = date(2025, 4, 1), date(2025, 7, 1)
_STRENGTH = {how: rank for rank, how in enumerate(HowKnown)}


def effective(known: Sequence[Validity], on: date) -> tuple[Status, Validity]:
    """The status on the day ``on`` and the facts behind it, the strongest source first.

    The returned :class:`Validity` holds the end that decides: the whole one, or while that has not come the latest
    partial one. Without a proved day of effect a document that has not ended is ``unknown``.

    >>> effective([Validity(ended=date(2021, 2, 1), scope="whole", how_known=HowKnown.REFERENCE)], date(2023, 2, 13))[0]
    'ended'
    """
    ordered = _strongest_first(v for v in known if v.act is None or v.act in ENDING_ACTS)
    starts = [v for v in ordered if v.in_force_from and not of_own_part(v)]
    start = next((v.in_force_from for v in starts if _proves(v)), None)
    shown_start = start or next((v.in_force_from for v in starts), None)
    whole = _whole_end(ordered)
    parts = [v for v in ordered if _proves(v) and v.scope == "part" and v.ended and v.ended <= on]
    last_part = max(parts, key=lambda v: v.ended or date.min, default=None)
    if whole is not None and whole.ended and whole.ended <= on:
        return "ended", _in_force_from(whole, shown_start)
    first = next((v for v in ordered if not of_own_part(v)), Validity())
    shown = _in_force_from(last_part or whole or first, shown_start)
    if start is not None and start > on:
        return "not_yet_in_force", shown
    if last_part is not None:
        return "ended_in_part", shown
    if _reported(ordered, on):
        return "unknown", shown
    if start is not None:
        return "in_force", shown
    announced = _changed_by(CONTINUES, known, on)
    return ("in_force", announced) if announced is not None else ("unknown", shown)


def of_own_part(fact: Validity) -> bool:
    """Whether a fact tells when named provisions of a document begin or end, as that document says itself."""
    return fact.act is None and bool(fact.provisions)


def of_provisions(known: Sequence[Validity], named: frozenset[Path], on: date) -> tuple[Status, Validity] | None:
    """The status of the provisions ``named`` on the day ``on``, ``None`` where no fact has a day of their own.

    A day that a clause gives them goes before that of the whole document, be it earlier or later.

    >>> from graph.provisions import paths
    >>> later = Validity(in_force_from=date(2028, 1, 1), scope="part", provisions=("Điều 24",))
    >>> of_provisions([Validity(in_force_from=date(2026, 1, 1)), later], paths("khoản 1 Điều 24"), date(2026, 5, 1))[0]
    'not_yet_in_force'
    """
    telling = _strongest_first(
        v
        for v in known
        if v.provisions and _proves(v) and (v.act is None or v.act in ENDING_ACTS) and covers(v.provisions, named)
    )
    if not telling:
        return None
    end = min((v for v in telling if v.ended), key=lambda v: v.ended or date.max, default=None)
    last = end or whole_end(known)
    if last is not None and last.ended and last.ended <= on:
        return "ended", last
    begin = next((v for v in telling if v.in_force_from), None)
    if begin is not None and begin.in_force_from:
        return ("not_yet_in_force" if begin.in_force_from > on else "in_force"), begin
    state, fact = effective(known, on)
    return (state, fact) if state in {"not_yet_in_force", "unknown"} else ("in_force", telling[0])


def status_of_part(fact: Validity, on: date) -> Status:
    """The status of the provisions that ``fact`` tells of, on the day ``on``, by this fact alone."""
    if fact.certainty == OPEN:
        return "unknown"
    if fact.ended is not None and fact.ended <= on:
        return "ended"
    return "not_yet_in_force" if fact.in_force_from is not None and fact.in_force_from > on else "in_force"


def whole_end(known: Sequence[Validity]) -> Validity | None:
    """The proved end of the whole document, from the strongest source that tells of one; of several the earliest."""
    return _whole_end(_strongest_first(v for v in known if v.act is None or v.act in ENDING_ACTS))


def _whole_end(ordered: Iterable[Validity]) -> Validity | None:
    return next((v for v in ordered if v.ended and _proves(v) and v.scope != "part"), None)


def _in_force_from(fact: Validity, start: date | None) -> Validity:
    return fact if fact.in_force_from == start else replace(fact, in_force_from=start)


def _proves(fact: Validity) -> bool:
    """Whether a fact allows a conclusion: an open one does not, nor does an end before its own beginning."""
    return fact.certainty != OPEN and not (fact.ended and fact.in_force_from and fact.ended < fact.in_force_from)


def stays_in_force(known: Sequence[Validity]) -> bool:
    """Whether a document was announced to stay in force, though what it details has ended."""
    return any(v.act == CONTINUES for v in known)


def amended(known: Sequence[Validity], on: date) -> Validity | None:
    """The latest amendment that applies on the day ``on``, ``None`` when there is none."""
    return _changed_by("AMENDS", known, on)


def suspended(known: Sequence[Validity], on: date) -> Validity | None:
    """The suspension that holds on the day ``on``, of several the latest of the whole document, or else the latest.

    One of which nobody says how long it lasts is taken to hold on.
    """
    return next(iter(suspensions(known, on)), None)


def suspensions(known: Sequence[Validity], on: date) -> list[Validity]:
    """All suspensions that hold on the day ``on``, those of the whole document first, the latest first.

    >>> from datetime import date
    >>> told = Validity(act="SUSPENDS", changed=date(2021, 5, 1), resumed=date(2022, 1, 1))
    >>> [len(suspensions([told], day)) for day in (date(2021, 4, 30), date(2021, 5, 1), date(2022, 1, 1))]
    [0, 1, 0]
    """
    holding = (v for v in known if v.act == "SUSPENDS" and v.changed and v.changed <= on)
    lasting = [v for v in _strongest_first(holding) if v.resumed is None or on < v.resumed]
    return sorted(lasting, key=lambda v: (v.scope == "part", -(v.changed or date.min).toordinal()))


def _changed_by(act: str, known: Sequence[Validity], on: date) -> Validity | None:
    applied = [v for v in known if v.act == act and v.changed is not None and v.changed <= on]
    return max(_strongest_first(applied), key=lambda v: v.changed or date.min, default=None)


@dataclass(frozen=True, slots=True)
class Parent:
    """A document that another one details or guides: its key, its symbol, and from when it has ended wholly, if so."""

    key: str
    symbol: str | None
    ended: Validity | None


def derived_end(parents: Sequence[Parent], issued: date | None) -> Validity | None:
    """The end that follows for a document from the ends of those that it details or guides, ``None`` when none does.

    It ends with the last of its parents; while others are in force it ends in part, with the first of them. ``issued``
    is its own day: what had ended before is not its parent. The rule goes by the day on which the parent ends:

    * until 2025-03-31 the detailing document ends with it (Luật 80/2015/QH13 Art. 154.4; before 2016-07-01 the laws of
      1996 and 2008 on the promulgation of normative documents),
    * from 2025-04-01 to 2025-06-30 it stays (Luật 64/2025/QH15 Art. 57.2 as passed),
    * from 2025-07-01 it ends with it unless announced otherwise (Art. 57.2 as amended by Luật 87/2025/QH15).
    """
    true = [p for p in parents if p.ended is None or not p.ended.ended or not issued or p.ended.ended > issued]
    followed = sorted(
        ((p, p.ended.ended) for p in true if p.ended and p.ended.ended and not _stays(p.ended.ended)),
        key=lambda pair: (pair[1], pair[0].key),
    )
    if not followed:
        return None
    whole = len(followed) == len(true)
    parent, day = followed[-1] if whole else followed[0]
    chain = f"{parent.symbol or parent.key} hết hiệu lực từ {written_day(day)}"
    if parent.ended is not None and parent.ended.how_known is HowKnown.DERIVED and parent.ended.source:
        chain = f"{chain} ({parent.ended.source})"
    return Validity(
        ended=day,
        scope="whole" if whole else "part",
        ended_by=parent.ended.ended_by if parent.ended else None,
        how_known=HowKnown.DERIVED,
        source=f"Suy ra: quy định chi tiết, hướng dẫn {chain}; {_rule(day)}.",
        actor=parent.key,
    )


def rule_of(day: date) -> str:
    """What becomes of detailing documents when their parent ends on this day, with the rule, as a Vietnamese sentence.

    >>> rule_of(date(2025, 5, 1))
    'Văn bản quy định chi tiết, hướng dẫn vẫn còn hiệu lực (Luật 64/2025/QH15, Điều 57.2).'
    """
    if _stays(day):
        return "Văn bản quy định chi tiết, hướng dẫn vẫn còn hiệu lực (Luật 64/2025/QH15, Điều 57.2)."
    return f"Văn bản quy định chi tiết, hướng dẫn hết hiệu lực cùng ({_rule(day)})."


def _stays(parent_ended: date) -> bool:
    """Whether detailing documents outlive a parent that ends on this day."""
    return _STAY_FROM <= parent_ended < _STAY_TO


def _rule(day: date) -> str:
    if day >= _STAY_TO:
        return "Luật 64/2025/QH15, Điều 57.2 (sửa đổi bởi Luật 87/2025/QH15), trừ khi được công bố tiếp tục có hiệu lực"
    if day >= _LAW_OF_2015:
        return "Luật 80/2015/QH13, Điều 154.4"
    return "Luật Ban hành văn bản quy phạm pháp luật trước Luật 80/2015/QH13"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Days that cannot all be true of one document.

    *starts* and *ends* are days that differ; *order* is an end before the day of effect, in this order; in a *circle*
    documents end each other.
    """

    kind: Literal["starts", "ends", "order", "circle"]
    days: tuple[date, ...] = ()


def contradictions(known: Sequence[Validity]) -> tuple[Contradiction, ...]:
    """What cannot all be true of one document: a matter for a person to look into.

    >>> [found.kind for found in contradictions([Validity(in_force_from=date(2021, 1, 1), ended=date(2020, 1, 1))])]
    ['order']
    """
    proved = [v for v in known if v.certainty != OPEN]
    starts = tuple(sorted({v.in_force_from for v in proved if v.in_force_from and not of_own_part(v)}))
    whole = tuple(sorted({v.ended for v in proved if v.ended and v.scope != "part"}))
    found = (
        Contradiction("starts", starts if len(starts) > 1 else ()),
        Contradiction("ends", whole if len(whole) > 1 else ()),
        Contradiction("order", (whole[0], starts[0]) if starts and whole and whole[0] < starts[0] else ()),
    )
    return tuple(contradiction for contradiction in found if contradiction.days)


def replaced_in_turn(known: Mapping[str, Sequence[Validity]]) -> frozenset[str]:
    """The documents that end each other in a circle, by what is said of them; one of the voices must be wrong."""
    ending = {key: end.actor for key, facts in known.items() if (end := whole_end(facts)) is not None}
    found: set[str] = set()
    for key in ending:
        seen = [key]
        following = ending.get(key)
        while following is not None and following not in seen:
            seen.append(following)
            following = ending.get(following)
        if following == key:
            found.update(seen)
    return frozenset(found)


def _strongest_first(known: Iterable[Validity]) -> list[Validity]:
    facts = list(known)
    return (
        facts
        if len(facts) < 2
        else sorted(
            facts,
            key=lambda v: (
                _STRENGTH[v.how_known] if v.how_known else len(_STRENGTH),
                v.ended or v.changed or date.max,
                v.ended_by or "",
                v.source or "",
            ),
        )
    )


def _reported(known: Sequence[Validity], on: date) -> bool:
    """Whether an unproved end of the whole document lies before ``on``, or one of which the day is not known."""
    return any(
        v.certainty == OPEN and v.scope != "part" and (v.ended <= on if v.ended is not None else v.act in ENDING_ACTS)
        for v in known
    )
