"""Citations of documents of which a day is known: judged document by document, counted and cut into pages in the store.

What is to be said of a citation depends on the cited document and the date of the citing text alone, and changes on few
days. So each document gives a handful of verdicts: a law with a hundred thousand citations is judged once, the
store counts the texts between those days, and finds the citations that a page shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph.citing import NO_DATE
from graph.model import HowKnown
from graph.store import Params, Row, Store
from graph.validity import Contradiction, replaced_in_turn
from queries.base import ask, chunks, validity_rows, with_enders
from queries.derived import Known
from queries.findings import ORDER, SEVERITIES, Case, severity_of
from queries.judging import Basis, Judgement, Verdict, verdicts
from queries.results import FindingKind

_STANDING = ("norm:", "law:", "st:qd:", "st:nq:")
"""Keys of documents that stand or fall with their basis: law, and decisions and resolutions of the administration."""

_APART = "\x1f"
_AFTER_NO_DATE = "0000-00-01"
_FIRST, _NEVER = date.min.isoformat(), date.max.isoformat()
_ALWAYS_COUNTED = frozenset({NO_DATE, _AFTER_NO_DATE, _FIRST, _NEVER})
_DAYS_OF_A_MARK = 3

_FIRST_TEXTS = (1_000, 4_000, 16_000, 64_000, 10**9)
"""A page is looked for among so many texts, then among more; most pages are found among few."""
_ENDS = frozenset({"ended", "ended_in_part", "ended_since"})

Bases: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""What documents stand on: for each the keys of others and how it stands on them."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What findings are counted by; ``only_derived``: no text and no table tells of the end, which follows by rule."""

    kind: FindingKind
    severity: str
    only_derived: bool

    @property
    def number(self) -> int:
        """A number for the store; its hundreds follow the order of the kinds."""
        return ORDER[self.kind] * 100 + SEVERITIES.index(self.severity) * 2 + self.only_derived


@dataclass(frozen=True, slots=True)
class _Judged:
    """A verdict about citations of the document ``cited``."""

    cited: str
    verdict: Verdict
    sort: Sort

    @property
    def first(self) -> str:
        """The first date of citing texts that it holds for."""
        return self.verdict.since.isoformat() if self.verdict.since else NO_DATE

    @property
    def end(self) -> str:
        """The date after the last one."""
        return self.verdict.until.isoformat() if self.verdict.until else _AFTER_NO_DATE

    @property
    def line(self) -> str:
        """In the form that ``audit.dated`` reads."""
        return f"{self.first}{self.end}{self.sort.number:04}{self.cited}"


class Dated:
    """The citations of a scope whose documents have verdicts on the day ``on``."""

    def __init__(self, store: Store, scope: Params, on: date) -> None:
        """Judge the documents that the texts of the scope cite, and count what is said of the citations."""
        self._store, self._scope = store, scope
        self.known, self.bases, judged = _judged(store, scope, on)
        """What is known of the validity of the cited documents and of those that they stand on, and which these are."""
        self._judged = list(judged)
        self._spared: set[str] = set()
        self._said: dict[tuple[str, int], list[_Judged]] = {}
        self._by_cited: dict[str, list[_Judged]] = {}
        for one in self._judged:
            self._said.setdefault((one.cited, one.sort.number), []).append(one)
            self._by_cited.setdefault(one.cited, []).append(one)
        self.counts = self._counted()
        """How many findings there are of each sort."""
        self.only_derived = sum(count for sort, count in self.counts.items() if sort.only_derived)
        """How many citations there are of documents of which nothing but a derived end is known."""

    @property
    def cited(self) -> Collection[str]:
        """The documents of which something is to be said where they are cited."""
        return self._by_cited.keys()

    @property
    def derived(self) -> list[str]:
        """The verdicts on documents of which nothing but a derived end is known, as ``audit.unknown`` reads them."""
        return [judged.line for judged in self._judged if judged.sort.only_derived]

    def said_of(self, citing: str, cited: str, day: str) -> dict[FindingKind, Sort]:
        """What is said of a citation of the document ``cited`` in the text ``citing`` of ``day``, by kind."""
        return {
            judged.sort.kind: judged.sort
            for judged in self._by_cited.get(cited, ())
            if judged.first <= day < judged.end and _spared(citing, cited, judged.sort) not in self._spared
        }

    def judgement_of(self, cited: str, sort: Sort, day: str) -> Judgement:
        """The judgement behind what is said of a citation of the document ``cited`` in a text of ``day``."""
        said = self._said[cited, sort.number]
        return next(judged.verdict.judgement for judged in said if judged.first <= day < judged.end)

    def spare(self, citing: str, cited: str, sort: Sort) -> None:
        """Take back what is said of one citation, where something else is to be said of it."""
        self._spared.add(_spared(citing, cited, sort))
        self.counts[sort] -= 1

    def slice(self, sorts: Collection[Sort], start: int, end: int) -> list[Case]:
        """Findings number ``start`` … ``end`` of ``sorts``, all of one kind, by citing text and place."""
        params: Params = {
            **self._scope,
            "verdicts": [judged.line for judged in self._judged if judged.sort in sorts],
            "spared": sorted(self._spared),
            "sparing": bool(self._spared),
            "offset": start,
            "limit": end - start,
        }
        rows: Sequence[Row] = ()
        for texts in _FIRST_TEXTS if self._scope["all"] else _FIRST_TEXTS[-1:]:
            rows = ask(self._store, "audit.dated", {**params, "texts": texts})
            if len(rows) == end - start:
                break
        by_number = {sort.number: sort for sort in sorts}
        return [
            Case(
                row,
                self.judgement_of(str(row["cited"]), by_number[int(row["number"] or 0)], str(row["date"] or NO_DATE)),
            )
            for row in rows
        ]

    def _counted(self) -> Counter[Sort]:
        """Counted by spans between the days of the verdicts: each citing text is looked at once, however many hold."""
        days: dict[str, set[str]] = {}
        for judged in self._judged:
            days.setdefault(judged.cited, set()).update((judged.first, judged.end))
        marks = [
            (cited, (*portion, *[_NEVER] * (_DAYS_OF_A_MARK - len(portion))))
            for cited, found in days.items()
            for portion in chunks(sorted(found - _ALWAYS_COUNTED) or [_NEVER], _DAYS_OF_A_MARK)
        ]
        since: dict[str, dict[str, int]] = {}
        params: Params = {**self._scope, "marks": ["".join((*portion, cited)) for cited, portion in marks]}
        for row in ask(self._store, "audit.days", params) if marks else ():
            cited, portion = marks[int(row["place"] or 0)]
            every, dated, *later = map(int, str(row["counts"]).split())
            of_each = since.setdefault(cited, {NO_DATE: every, _AFTER_NO_DATE: dated, _FIRST: dated})
            of_each.update(zip(portion, later, strict=True))
        counts: Counter[Sort] = Counter()
        for judged in self._judged:
            if judged.cited in since:
                counts[judged.sort] += since[judged.cited][judged.first] - since[judged.cited].get(judged.end, 0)
        return +counts


def _spared(citing: str, cited: str, sort: Sort) -> str:
    """In the form that ``audit.dated`` reads."""
    return f"{sort.number:04}{citing}{_APART}{cited}"


def _judged(store: Store, scope: Params, on: date) -> tuple[Known, Bases, Iterator[_Judged]]:
    cited = {str(row["cited"]) for row in ask(store, "audit.cited", {**scope, "standing": _STANDING})}
    bases = _bases(store, cited)
    known = validity_rows(store, cited | {basis for found in bases.values() for basis, _ in found})
    return known, bases, _verdicts(sorted(cited), known, bases, on, replaced_in_turn(with_enders(store, known)))


def _verdicts(
    cited: Iterable[str],
    known: Known,
    bases: Bases,
    on: date,
    circles: Collection[str],
) -> Iterator[_Judged]:
    for key in cited:
        facts = known.get(key, ())
        stated = any(fact.how_known is not HowKnown.DERIVED for fact in facts)
        standing = [Basis(basis, kind, known.get(basis, ())) for basis, kind in bases.get(key, ())]
        others = (Contradiction("circle"),) if key in circles else ()
        for verdict in verdicts(facts, standing, on, others):
            said = verdict.judgement
            sort = Sort(said.kind, severity_of(said), only_derived=not stated and said.kind in _ENDS)
            yield _Judged(key, verdict, sort)


def _bases(store: Store, cited: set[str]) -> Bases:
    """What the cited documents stand on: for each (key, relation), detailed documents first."""
    wanted = sorted(key for key in cited if key.startswith(_STANDING))
    found: dict[str, list[tuple[str, str]]] = {}
    for row in ask(store, "audit.bases", {"keys": wanted}) if wanted else ():
        found.setdefault(str(row["cited"]), []).append((str(row["basis"]), str(row["type"])))
    return found
