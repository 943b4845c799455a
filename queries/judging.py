"""What the validity of a cited document makes of a citation, on the day of the citing text and on a later one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.model import HowKnown, Validity
from graph.validity import Contradiction, Status, amended, contradictions, effective, suspended
from queries.results import FindingKind

_A_DAY = timedelta(days=1)
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
    """A finding about one citation: its kind, the facts behind it, for *basis_ended* the basis, or what contradicts.

    ``named`` are the provisions that the citation names, where the facts are of these alone.
    """

    kind: FindingKind
    validity: Validity
    basis: Basis | None = None
    contradictions: Sequence[Contradiction] = ()
    named: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement that holds for citations from texts of the days ``since`` … ``until``, the last one excluded.

    Both are ``None`` for texts without a date.
    """

    judgement: Judgement
    since: date | None
    until: date | None


def verdicts(
    known: Sequence[Validity], bases: Sequence[Basis], as_of: date, others: Sequence[Contradiction] = ()
) -> Iterator[Verdict]:
    """What is to be said of citations from every day: it changes only on the days that the facts name.

    ``others`` contradicts beside what ``known`` does.
    """
    later, against = effective(known, as_of), (*contradictions(known), *others)
    for judgement in _judge(known, bases, None, later, against):
        yield Verdict(judgement, None, None)
    facts = (*known, *(fact for basis in bases for fact in basis.known))
    days = {day for fact in facts for day in (fact.in_force_from, fact.ended, fact.changed) if day is not None}
    days |= {fact.changed + _A_DAY for fact in known if fact.changed is not None}
    days |= {fact.resumed for fact in known if fact.resumed is not None}
    begins = sorted({date.min, *days})
    held: dict[FindingKind, Verdict] = {}
    for since, until in zip(begins, [*begins[1:], date.max], strict=True):
        said = {judgement.kind: judgement for judgement in _judge(known, bases, since, later, against)}
        for kind, verdict in tuple(held.items()):
            if said.get(kind) != verdict.judgement:
                yield held.pop(kind)
        for kind, judgement in said.items():
            begun = held[kind].since if kind in held else since
            held[kind] = Verdict(judgement, begun, until)
    yield from held.values()


def judgements(
    known: Sequence[Validity], bases: Sequence[Basis], cited_on: date | None, as_of: date
) -> dict[FindingKind, Judgement]:
    """What is to be said of one citation in a text of ``cited_on``, by kind; what contradicts is left out."""
    return {said.kind: said for said in _judge(known, bases, cited_on, effective(known, as_of), ())}


def _judge(
    known: Sequence[Validity],
    bases: Sequence[Basis],
    cited_on: date | None,
    later: tuple[Status, Validity],
    against: Sequence[Contradiction],
) -> Iterator[Judgement]:
    """Yield what is to be said of one citation, of each kind once; the citing day decides before the ``later`` one.

    ``later`` is how the cited document is on the day that is asked for, ``against`` what cannot all be true of it. A
    document that had ended is not also reported as suspended, amended or standing on ended law; one that is amended on
    the very day of the citing text had not been before. An end that follows from a rule is a fact of its own weight: it
    is told as derived, and with it that the document stands on ended law.
    """
    status, validity = effective(known, cited_on) if cited_on is not None else later
    kind = _WHEN_CITED.get(status) if cited_on is not None else None
    if kind is not None:
        yield Judgement(kind, validity)
    elif later[0] == "ended":
        yield Judgement("ended_since", later[1])
    elif status == "unknown" and any(v.how_known is not HowKnown.DERIVED for v in known):
        yield Judgement("unknown", validity)
    if against:
        yield Judgement("needs_review", validity, contradictions=against)
    if kind == "ended" or cited_on is None:
        return
    if (stop := suspended(known, cited_on)) is not None:
        yield Judgement("suspended", stop)
    if cited_on > date.min and (change := amended(known, cited_on - _A_DAY)) is not None:
        yield Judgement("amended", change)
    for basis in bases:
        state, end = effective(basis.known, cited_on)
        followed = kind is not None and validity.how_known is HowKnown.DERIVED and validity.actor == basis.key
        if state == "ended" and not followed:
            yield Judgement("basis_ended", end, basis)
            return
