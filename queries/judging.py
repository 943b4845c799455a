"""What the validity of a cited document makes of a citation, on the day of the citing text and on a later one. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import HowKnown, Validity
from graph.validity import Contradiction, amended, contradictions, effective, whole_end
from queries.results import FindingKind

_WHEN_CITED: Mapping[str, FindingKind] = {
    "ended": "ended",
    "ended_in_part": "ended_in_part",
    "not_yet_in_force": "not_yet_in_force",
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that the cited one details or is based on, with what is known of its validity."""

    key: str
    relation: str
    known: Sequence[Validity]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding about one citation: its kind, the facts behind it, for *basis_ended* the basis, or what contradicts."""

    kind: FindingKind
    validity: Validity
    basis: Basis | None = None
    contradictions: Sequence[Contradiction] = ()


def judge(known: Sequence[Validity], bases: Sequence[Basis], cited_on: date | None, as_of: date) -> Iterator[Judgement]:
    """Yield what is to be said of one citation; the citing day decides before ``as_of``.

    A document that had ended is not also reported as amended or as standing on ended law. An end that follows from a
    rule is a fact of its own weight: it is told as derived.
    """
    status, validity = effective(known, cited_on or as_of)
    kind = _WHEN_CITED.get(status) if cited_on is not None else None
    if kind is not None:
        yield Judgement(kind, validity)
    elif (later := effective(known, as_of))[0] == "ended":
        yield Judgement("ended_since", later[1])
    elif status == "unknown" and any(v.how_known is not HowKnown.DERIVED for v in known):
        yield Judgement("unknown", validity)
    if said := contradictions(known):
        yield Judgement("needs_review", validity, contradictions=said)
    if kind == "ended" or cited_on is None:
        return
    change = amended(known, cited_on)
    if change is not None:
        yield Judgement("amended", change)
    for basis in bases:
        state, end = effective(basis.known, cited_on)
        if state == "ended":
            yield Judgement("basis_ended", end, basis)
            return


class Judge:
    """Judges citations of one document; what is to be said changes only on the days that its facts name."""

    def __init__(self, known: Sequence[Validity], bases: Sequence[Basis], as_of: date) -> None:
        """``as_of`` is the later day for which each citation is judged too."""
        self._known, self._bases, self._as_of = known, bases, as_of
        facts = (*known, *(fact for basis in bases for fact in basis.known))
        days = {day for fact in facts for day in (fact.in_force_from, fact.ended, fact.changed) if day is not None}
        self._days = sorted(days)
        self._said: dict[int | None, tuple[Judgement, ...]] = {}

    def on(self, cited_on: date | None) -> tuple[Judgement, ...]:
        """What is to be said of a citation on that day, see :func:`judge`."""
        period = None if cited_on is None else bisect_right(self._days, cited_on)
        said = self._said.get(period)
        if said is None:
            said = self._said[period] = tuple(judge(self._known, self._bases, cited_on, self._as_of))
        return said


def replaced_in_turn(known: Mapping[str, Sequence[Validity]]) -> frozenset[str]:
    """The documents that end each other in a circle, as texts say; one of the clauses must be misread or wrong."""
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
