"""Which citations name law that had ended, that ended since, that was not yet in force, or that is unclear.

For each citation two days count: that of the citing document and ``as_of``. A finding is a fact with a date and a
source. Days that were reported but not proved (certainty "open") prove nothing: the validity stays unknown, and the
message says what was reported. A law that stands only in the title of another cited document is not cited by the text
itself, so nothing is found about it. What texts, tables and rules say of one document and cannot all be true is a
finding of its own, ``needs_review``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import get_args

from graph.errors import UsageError
from graph.model import HowKnown, Validity
from graph.rows import date_of
from graph.store import Params, Store
from graph.text import symbol_words
from graph.validity import Contradiction
from queries.base import ask, limited, offset_of, page, today, validity_rows
from queries.findings import ORDER, Case, findings
from queries.judging import Basis, Judge, Judgement, replaced_in_turn
from queries.locate import locate
from queries.results import AuditResult, FindingKind

_KINDS: dict[str, FindingKind] = {kind: kind for kind in get_args(FindingKind) if kind != "unknown"}
_STANDING = ("norm:", "law:", "st:qd:", "st:nq:")
"""Keys of documents that stand or fall with their basis: law, and decisions and resolutions of the administration."""

_LONGEST_CIRCLE = 6


def audit(
    store: Store,
    doc: str | Sequence[str] | None = None,
    *,
    kinds: Sequence[str] | None = None,
    as_of: date | None = None,
    limit: int | None = 100,
    cursor: str | None = None,
) -> AuditResult:
    """Findings about the citations of ``doc`` (one name, several, or ``None`` for all ingested documents).

    ``kinds`` chooses among them; citations of documents whose validity is *unknown* are counted, and listed only when
    asked for by kind. Most severe first, then by citing document and place in its text; one finding for all mentions
    of the same document in the same text, proved by the first. Without a ``limit`` (``None``) all are given.

    Raises:
        UnknownDocument: Nothing has that name.
        AmbiguousDocument: Several documents have it.
        UsageError: A kind is unknown or a limit is out of range.
    """
    on, wanted, offset = today(as_of), _wanted(kinds), offset_of(cursor)
    end = None if limit is None else offset + limited(limit)
    names = [doc] if isinstance(doc, str) else doc
    keys = None if names is None else sorted({locate(store, name) for name in names})
    scope: Params = {"docs": keys if keys is not None else [], "all": keys is None}
    cases = list(_cases(store, scope, on))
    counted = Counter(case.kind for case in cases)
    (totals,) = ask(store, "audit.totals", scope)
    derived = {case.place for case in cases if case.only_derived}
    unknown = int(totals["unknown"] or 0) - len(derived)
    if unknown > 0:
        counted["unknown"] += unknown
    cases = [case for case in cases if case.kind in wanted]
    total = len(cases)
    if "unknown" in wanted:
        total += unknown
        first = {**scope, "limit": (unknown if end is None else end) + len(derived)}
        listed = (Case(row, Judgement("unknown", Validity())) for row in ask(store, "audit.unknown", first))
        cases += [case for case in listed if case.place not in derived]
    shown = sorted(cases, key=lambda case: case.order)[offset:end]
    return AuditResult(
        as_of=on,
        findings=list(findings(store, shown, on)),
        counts={kind: counted[kind] for kind in sorted(counted, key=ORDER.__getitem__)},
        documents=int(totals["documents"] or 0),
        citations=int(totals["citations"] or 0),
        page=page(total, offset, len(shown)),
    )


def _wanted(kinds: Sequence[str] | None) -> frozenset[str]:
    if kinds is None:
        return frozenset(_KINDS)
    for kind in kinds:
        if kind not in get_args(FindingKind):
            raise UsageError(f"Không có loại phát hiện “{kind}”. Các loại: {', '.join(ORDER)}.")
    return frozenset(kinds)


def _cases(store: Store, scope: Params, as_of: date) -> Iterator[Case]:
    dated = ask(store, "audit.dated", {**scope, "standing": _STANDING})
    cited = {str(row["cited"]) for row in dated}
    bases = _bases(store, cited)
    known = validity_rows(store, cited | {basis for found in bases.values() for basis, _ in found})
    circles = replaced_in_turn(_with_enders(store, known))
    judges: dict[str, Judge] = {}
    stated: dict[str, bool] = {}
    for key in cited:
        standing = [Basis(basis, kind, known.get(basis, ())) for basis, kind in bases.get(key, ())]
        judges[key] = Judge(known.get(key, ()), standing, as_of)
        stated[key] = any(fact.how_known is not HowKnown.DERIVED for fact in known.get(key, ()))
    for row in dated:
        key = str(row["cited"])
        for judgement in judges[key].on(date_of(str(row["date"] or ""))):
            yield Case(row, judgement, only_derived=not stated[key] and judgement.kind != "basis_ended")
        if key in circles:
            yield Case(row, Judgement("needs_review", Validity(), contradictions=(Contradiction("circle"),)))
    for row in ask(store, "audit.unclear", scope):
        case = Case(row, Judgement(_KINDS[str(row["kind"])], Validity()))
        if case.kind != "symbol_conflict" or symbol_words(str(row["said"])) != symbol_words(str(row["settled"])):
            yield case


def _bases(store: Store, cited: set[str]) -> dict[str, list[tuple[str, str]]]:
    """What the cited documents stand on: for each (key, relation), detailed documents first."""
    wanted = sorted(key for key in cited if key.startswith(_STANDING))
    found: dict[str, list[tuple[str, str]]] = {}
    for row in ask(store, "audit.bases", {"keys": wanted}) if wanted else ():
        found.setdefault(str(row["cited"]), []).append((str(row["basis"]), str(row["type"])))
    return found


def _with_enders(store: Store, known: Mapping[str, tuple[Validity, ...]]) -> dict[str, tuple[Validity, ...]]:
    """``known`` and what is known of the documents that end others, of those that end these, and so on."""
    everything = dict(known)
    for _ in range(_LONGEST_CIRCLE):
        actors = {fact.actor for facts in everything.values() for fact in facts if fact.actor and fact.act}
        missing = actors - everything.keys()
        if not missing:
            break
        found = validity_rows(store, missing)
        everything |= {key: found.get(key, ()) for key in missing}
    return everything
