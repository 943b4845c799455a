"""Which citations name law that had ended, that ended since, that was not yet in force, or that is unclear.

For each citation two days count: that of the citing document and ``as_of``. A finding is a fact with a date and a
source. Days that were reported but not proved (certainty "open") prove nothing: the validity stays unknown, and the
message says what was reported. A law that stands only in the title of another cited document is not cited by the text
itself, so nothing is found about it. What texts, tables and rules say of one document and cannot all be true is a
finding of its own, ``needs_review``; so is what the files of one document do not all say, ``copies_differ``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import get_args

from graph.errors import UsageError
from graph.model import Validity
from graph.store import Params, Row, Store
from graph.text import symbol_words
from queries.base import ask, limited, offset_of, page, today
from queries.copies import differences
from queries.dated import Dated, Sort
from queries.early import early_cases
from queries.findings import ORDER, SEVERITIES, SEVERITY, Case, findings, severity_of
from queries.judging import Judgement
from queries.named import named_cases
from queries.notes import notes_on, notes_on_place
from queries.own import OwnActs
from queries.results import AuditResult, FindingKind
from queries.scope import EVERY, Among, choose
from queries.unnamed import with_files

_KINDS: tuple[FindingKind, ...] = tuple(sorted(get_args(FindingKind), key=ORDER.__getitem__))
_UNCLEAR = frozenset({"date_conflict", "symbol_conflict", "copies_differ", "ambiguous"})
"""Kinds that follow from a citation alone, whatever is known of the validity of the document."""

_AT_ONCE = 2
_EVERYTHING = 10**9
"""As many findings as there may be."""


def audit(
    store: Store,
    doc: str | Sequence[str] | None = None,
    *,
    among: Among = EVERY,
    kinds: Sequence[str] | None = None,
    severities: Sequence[str] | None = None,
    as_of: date | None = None,
    limit: int | None = 100,
    cursor: str | None = None,
) -> AuditResult:
    """Findings about the citations of ``doc`` (one name, several, or ``None`` for all ingested documents).

    Only documents that fulfil ``among`` and were issued until ``as_of`` are looked at. ``kinds`` and ``severities``
    choose among the findings; citations of documents whose validity is *unknown* are counted, and listed only when
    asked for by kind. Most severe first, then by citing document and place in its text; one finding for all mentions
    of the same document in the same text, proved by the first. Without a ``limit`` (``None``) all are given.

    Raises:
        UnknownDocument: Nothing has that name.
        AmbiguousDocument: Several documents have it.
        UsageError: A kind, a severity, a place or a body is unknown, or a limit is out of range.
    """
    on, offset = today(as_of), offset_of(cursor)
    wanted = _Wanted(
        frozenset(_known(kinds, _KINDS, "loại phát hiện") if kinds is not None else set(_KINDS) - {"unknown"}),
        frozenset(_known(severities or SEVERITIES, SEVERITIES, "mức độ")),
    )
    room = _EVERYTHING if limit is None else limited(limit)
    chosen = choose(store, [doc] if isinstance(doc, str) else doc, among, on)
    scope: Params = {"docs": chosen.keys or [], "all": chosen.keys is None}
    cases = _Cases(store, scope, on, wanted)
    shown = cases.slice(offset, room)
    return AuditResult(
        as_of=on,
        notes=[*notes_on(store, as_of), *notes_on_place(among.place)],
        findings=with_files(store, findings(store, shown, on)),
        counts=cases.counts,
        documents=cases.documents,
        citations=cases.citations,
        later=chosen.later,
        first=chosen.first,
        page=page(cases.total, offset, len(shown)),
    )


def _known(values: Sequence[str], known: Sequence[str], what: str) -> Sequence[str]:
    for value in values:
        if value not in known:
            raise UsageError(f"Không có {what} “{value}”. Hãy chọn: {', '.join(known)}.")
    return values


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which findings are asked for."""

    kinds: frozenset[str]
    severities: frozenset[str]

    def fits(self, kind: str, severity: str) -> bool:
        return kind in self.kinds and severity in self.severities


class _Cases:
    """All findings of a scope by kind; those on a page are fetched when it is asked for."""

    def __init__(self, store: Store, scope: Params, on: date, wanted: _Wanted) -> None:
        self._store, self._scope, self._wanted = store, scope, wanted
        self._unclear: dict[str, list[Case]] = {}
        # The store looks through everything three times, each time for itself.
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            unclear = pool.submit(lambda: [*_unclear(store, scope), *differences(store, scope)])
            totals_row = pool.submit(ask, store, "audit.totals", scope)
            self._dated = Dated(store, scope, on)
            single = _single(store, scope, on, self._dated)
        for case in unclear.result():
            self._unclear.setdefault(case.kind, []).append(case)
        self._single: dict[str, list[Case]] = {}
        for case in _each_once([*self._unclear.pop("anachronistic", ()), *single]):
            self._single.setdefault(case.kind, []).append(case)
        (totals,) = totals_row.result()
        self._unknown = max(0, int(totals["unknown"] or 0) - self._dated.only_derived)
        self.documents, self.citations = int(totals["documents"] or 0), int(totals["citations"] or 0)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each kind, wanted or not."""
        counted = Counter({kind: len(cases) for kind, cases in self._unclear.items()})
        for sort, count in self._dated.counts.items():
            counted[sort.kind] += count
        counted.update({kind: len(cases) for kind, cases in self._single.items()})
        counted["unknown"] += self._unknown
        return {kind: counted[kind] for kind in _KINDS if counted[kind]}

    @property
    def total(self) -> int:
        """How many are wanted."""
        return sum(self._sizes.values())

    def slice(self, offset: int, limit: int) -> list[Case]:
        """The wanted findings from ``offset`` on, most severe first, ``limit`` at most."""
        found: list[Case] = []
        begin = 0
        for kind, size in self._sizes.items():
            start, end = max(0, offset - begin), min(size, offset + limit - begin)
            begin += size
            if start >= end:
                continue
            if kind in _UNCLEAR:
                found += self._unclear[kind][start:end]
            elif kind == "unknown":
                found += self._unknown_ones(end)[start:end]
            else:
                found += self._of_dated(kind, start, end)
        return sorted(found, key=lambda case: case.order)

    def _of_dated(self, kind: str, start: int, end: int) -> Iterable[Case]:
        """Findings number ``start`` … ``end`` of a kind: those by document and those found one by one, in one order.

        The latter are few: the others that can stand on the page are found around them.
        """
        single, sorts = self._wanted_single(kind), self._sorts(kind)
        first = max(0, start - len(single))
        by_document = self._dated.slice(sorts, first, end) if sorts else []
        merged = sorted([*single, *by_document], key=lambda case: case.order)
        return merged[start - first : end - first]

    def _wanted_single(self, kind: str) -> list[Case]:
        return [case for case in self._single.get(kind, ()) if self._wanted.fits(kind, severity_of(case.judgement))]

    def _sorts(self, kind: str) -> list[Sort]:
        """The wanted sorts of a kind."""
        return [
            sort for sort in self._dated.counts if sort.kind == kind and self._wanted.fits(sort.kind, sort.severity)
        ]

    @property
    def _sizes(self) -> Mapping[str, int]:
        sizes: dict[str, int] = dict.fromkeys(_KINDS, 0)
        for sort, count in self._dated.counts.items():
            sizes[sort.kind] += count if self._wanted.fits(sort.kind, sort.severity) else 0
        for kind, cases in self._unclear.items():
            sizes[kind] = len(cases) if self._wanted.fits(kind, SEVERITY[kind]) else 0
        for kind in self._single:
            sizes[kind] += len(self._wanted_single(kind))
        if self._wanted.fits("unknown", SEVERITY["unknown"]):
            sizes["unknown"] += self._unknown
        return sizes

    def _unknown_ones(self, most: int) -> list[Case]:
        """Citations of documents of which nothing is known, and of those whose end is only reported."""
        sorts = self._sorts("unknown")
        reported = self._dated.slice(sorts, 0, most) if sorts else []
        rows = ask(self._store, "audit.unknown", {**self._scope, "derived": self._dated.derived, "limit": most})
        listed = [Case(row, Judgement("unknown", Validity())) for row in rows]
        return sorted([*reported, *listed], key=lambda case: case.order)


def _single(store: Store, scope: Params, on: date, dated: Dated) -> list[Case]:
    """Findings that depend on more than the cited document and the day: on what a citation names, or who cites.

    Where a document is cited before it was issued, nothing else that follows from its days is to be said.
    """
    early = early_cases(store, scope, dated)
    pairs = {(case.row["citing"], case.row["cited"]) for case in early}
    own = OwnActs(store, scope, on, dated)
    others = [*named_cases(store, scope, on, dated, own), *own.left]
    return [*early, *(case for case in others if (case.row["citing"], case.row["cited"]) not in pairs)]


def _each_once(cases: Iterable[Case]) -> list[Case]:
    """In their order, of each kind one for a citing and a cited document: of several the first that was found."""
    first: dict[tuple[object, ...], Case] = {}
    for case in cases:
        first.setdefault((case.kind, case.row["citing"], case.row["cited"] or case.row["mention"]), case)
    return sorted(first.values(), key=lambda case: case.order)


def _unclear(store: Store, scope: Params) -> list[Case]:
    kinds: Mapping[str, FindingKind] = {kind: kind for kind in _KINDS}
    cases = [Case(row, Judgement(kinds[str(row["kind"])], Validity())) for row in ask(store, "audit.unclear", scope)]
    return [case for case in cases if case.kind != "symbol_conflict" or _differs(case.row)]


def _differs(row: Row) -> bool:
    """Whether the symbol of a citation differs from the settled one in more than its separators."""
    return symbol_words(str(row["said"])) != symbol_words(str(row["settled"]))
