"""Citations that name provisions with a day of their own: these go by that day, not by that of the whole document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph.citing import NO_DATE
from graph.model import Validity
from graph.provisions import Path, paths, touches
from graph.rows import date_of
from graph.store import Params, Row, Store
from graph.validity import ENDING_ACTS, Status, of_provisions, suspensions
from queries.base import ask
from queries.dated import Dated, Sort
from queries.findings import Case
from queries.judging import Judgement
from queries.own import OwnActs
from queries.results import FindingKind

_OF_THE_WHOLE: tuple[FindingKind, ...] = ("ended", "not_yet_in_force")
"""What is said of a citation by the day of the whole document, and is wrong of a part that was in force."""

_ACTS = ENDING_ACTS | {"SUSPENDS"}


@dataclass(frozen=True, slots=True)
class _Named:
    """A citation of provisions: how they were on its day, and how they are on the day of the question."""

    row: Row
    then: tuple[Status, Validity] | None
    later: tuple[Status, Validity] | None


def named_cases(store: Store, scope: Params, on: date, dated: Dated, own: OwnActs) -> list[Case]:
    """Findings about provisions that citations name; what ``dated`` says wrongly of these citations is taken back.

    What a text does itself to the document that it cites (``own``) is no finding about it.

    One for each kind, citing and cited document, the first place. *ended_in_part* and *ended_since* of the named
    provisions stand for those of the document, unless the same text cites the document as a whole too.
    """
    parted = sorted(key for key, facts in dated.known.items() if any(map(_of_part, facts)))
    if not parted:
        return []
    rows = ask(store, "audit.named", {**scope, "parted": parted})
    found: list[Case] = []
    for (citing, cited), group in groupby(rows, key=lambda row: (str(row["citing"]), str(row["cited"]))):
        facts = own.without(citing, dated.known.get(cited, ()))
        found += _cases(list(group), facts, on, dated)
    return sorted(found, key=lambda case: case.order)


def _of_part(fact: Validity) -> bool:
    return bool(fact.provisions) and (fact.act is None or fact.act in _ACTS)


def _cases(rows: Sequence[Row], facts: Sequence[Validity], on: date, dated: Dated) -> Iterator[Case]:
    citing, cited = str(rows[0]["citing"]), str(rows[0]["cited"])
    day = date_of(str(rows[0]["date"] or ""))
    said = dated.said_of(citing, cited, day.isoformat() if day else NO_DATE)
    alone = not any(row["bare"] for row in rows)
    citations = [_named(row, facts, day, on) for row in rows]
    if alone and all(one.then is not None and one.then[0] == "in_force" for one in citations):
        for kind in _OF_THE_WHOLE:
            if kind in said:
                dated.spare(citing, cited, said.pop(kind))
    if alone and day is not None and "suspended" in said:
        yield from _suspended(rows, facts, day, said.pop("suspended"), dated)
    told: set[FindingKind] = set()
    for one in citations:
        for kind, fact in _kinds(one, said):
            if kind in told:
                continue
            told.add(kind)
            if kind in said and (alone or kind == "ended_in_part"):
                dated.spare(citing, cited, said[kind])
            yield Case(one.row, Judgement(kind, fact, named=str(one.row["pinpoint"])))


def _suspended(rows: Sequence[Row], facts: Sequence[Validity], day: date, said: Sort, dated: Dated) -> Iterator[Case]:
    """The suspension that a text met which cites nothing but provisions; what is ``said`` may be that of others."""
    citing, cited = str(rows[0]["citing"]), str(rows[0]["cited"])
    named = frozenset[Path]().union(*(paths(str(row["pinpoint"])) for row in rows))
    met = [stop for stop in suspensions(facts, day) if stop.scope != "part" or touches(stop.provisions, named)]
    if met and met[0] == dated.judgement_of(cited, said, day.isoformat()).validity:
        return
    dated.spare(citing, cited, said)
    if met:
        yield Case(rows[0], Judgement("suspended", met[0]))


def _named(row: Row, facts: Sequence[Validity], day: date | None, on: date) -> _Named:
    named = paths(str(row["pinpoint"]))
    return _Named(row, of_provisions(facts, named, day) if day else None, of_provisions(facts, named, on))


def _kinds(one: _Named, said: Iterable[FindingKind]) -> Iterator[tuple[FindingKind, Validity]]:
    """What is to be said of the named provisions beside what is ``said`` of the document."""
    if "ended" in said:
        return
    if one.then is not None and one.then[0] == "ended":
        yield "ended_in_part", one.then[1]
    elif one.then is not None and one.then[0] == "not_yet_in_force":
        if "not_yet_in_force" not in said:
            yield "not_yet_in_force", one.then[1]
    elif one.later is not None and one.later[0] == "ended":
        yield "ended_since", one.later[1]
