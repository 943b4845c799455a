"""What a text does itself to a document that it cites: an act of its own is no finding about it.

A decree that amends another one cites it, and so does the law that suspends it; that this happened on the day of the
text, or later, says nothing about the citation. What others had done before does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from graph.citing import NO_DATE
from graph.model import HowKnown, Validity
from graph.rows import date_of
from graph.store import Params, Row, Store
from graph.text import symbol_words
from queries.base import ask
from queries.dated import Dated
from queries.findings import Case
from queries.judging import Basis, Judgement, judgements
from queries.results import FindingKind

_APART = "\x1f"
_BROUGHT_ABOUT: frozenset[FindingKind] = frozenset({
    "ended", "ended_in_part", "ended_since", "basis_ended", "suspended", "amended",
})  # fmt: skip
"""Kinds of findings that an act of the citing text can lead to."""


class OwnActs:
    """The citations of a scope whose text itself did something to the cited document or to what that stands on."""

    def __init__(self, store: Store, scope: Params, on: date, dated: Dated) -> None:
        """Take back what ``dated`` says of these citations, and judge them without what their texts did."""
        self._symbols: dict[str, str] = {}
        """The symbols of the acting texts, by key."""
        self.left: list[Case] = []
        """What remains to be said of these citations."""
        pairs = sorted({_pair(cited, doer) for cited in dated.cited for doer in _doers(cited, dated)})
        for row in ask(store, "audit.own", {**scope, "pairs": pairs}) if pairs else ():
            self._symbols[str(row["citing"])] = symbol_words(str(row["symbol"] or ""))
            self.left += self._judged_again(row, dated, on)

    def without(self, citing: str, facts: Sequence[Validity]) -> Sequence[Validity]:
        """The ``facts`` but those that the text ``citing`` brought about."""
        symbol = self._symbols.get(citing)
        if symbol is None:
            return facts
        return [fact for fact in facts if fact.actor != citing and (not symbol or _symbol(fact) != symbol)]

    def _judged_again(self, row: Row, dated: Dated, on: date) -> list[Case]:
        citing, cited = str(row["citing"]), str(row["cited"])
        day = date_of(str(row["date"] or ""))
        iso = day.isoformat() if day else NO_DATE
        bases = [
            Basis(key, relation, self.without(citing, dated.known.get(key, ())))
            for key, relation in dated.bases.get(cited, ())
        ]
        said = dated.said_of(citing, cited, iso)
        again = judgements(self.without(citing, dated.known.get(cited, ())), bases, day, on)
        left: dict[FindingKind, Judgement] = {kind: one for kind, one in again.items() if kind in _BROUGHT_ABOUT}
        for kind in _BROUGHT_ABOUT & said.keys():
            before = dated.judgement_of(cited, said[kind], iso)
            if kind in left and _same(left[kind], before):
                del left[kind]
            else:
                dated.spare(citing, cited, said[kind])
        return [Case(row, judgement) for judgement in left.values()]


def _same(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements tell the same fact; bases are the same where their ends are."""
    return (one.kind, one.validity) == (other.kind, other.validity)


def _doers(cited: str, dated: Dated) -> Iterable[str]:
    """Who did something to a document or to what it stands on: keys, and symbols where no key is told."""
    for key in (cited, *(basis for basis, _ in dated.bases.get(cited, ()))):
        for fact in dated.known.get(key, ()):
            yield from filter(None, (fact.actor, _symbol(fact)))


def _symbol(fact: Validity) -> str:
    """The words of the symbol of who did it, where that stands for the document; "" where its key is told.

    What ends by a rule is ended by the document that ended its parent, and its ``actor`` is that parent.
    """
    told = fact.actor is not None and fact.how_known is not HowKnown.DERIVED
    return symbol_words(fact.ended_by) if fact.ended_by and not told else ""


def _pair(cited: str, doer: str) -> str:
    """In the form that ``audit.own`` reads."""
    return f"{cited}{_APART}{doer}"
