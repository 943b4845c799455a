"""Findings of an audit as they are shown: their words, sentences, sources and successors."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from graph.model import HowKnown
from graph.reference import known_law
from graph.rows import date_of
from graph.store import Row, Store
from queries.acknowledged import says_that_it_ended
from queries.base import ask
from queries.evidence import evidence_of, mention_evidence
from queries.judging import Judgement
from queries.known import notes_on_law
from queries.messages import Copies, Fact, Named, message
from queries.results import CitedName, EvidenceInfo, Finding, FindingKind
from queries.successors import successor
from queries.voices import heard_in, voices_of

SEVERITY = {
    "ended": "high",
    "anachronistic": "medium",
    "basis_ended": "medium",
    "ended_in_part": "medium",
    "suspended": "medium",
    "amended": "low",
    "not_yet_in_force": "low",
    "needs_review": "low",
    "date_conflict": "low",
    "symbol_conflict": "low",
    "copies_differ": "low",
    "ambiguous": "low",
    "ended_since": "info",
    "unknown": "info",
}
"""Severity by kind; what only follows from a rule weighs less."""

SEVERITIES = ("high", "medium", "low", "info")
"""From the gravest to what is only told."""

ORDER = {kind: place for place, kind in enumerate(SEVERITY)}
"""Most severe first."""

Place: TypeAlias = tuple[str | None, int, int]
"""Where a sentence stands: the sha256 of its text, its beginning and its end."""

_HEARD = frozenset({"date_conflict", "symbol_conflict"})
_TOLD = frozenset({"ended", "ended_in_part"})
_LEFT_IN_FORCE = frozenset({"amended", "suspended"})
"""What these acts leave in force is what to look at still."""

_SEVERITY_WHEN_TOLD = "low"
_REASON_VI = " Mức độ thấp vì chính câu dẫn nói văn bản này đã hết hiệu lực."
_REASON_EN = " Of low severity, for the citing sentence itself says that it has ended."
_SHOWN_CANDIDATES = 3


def severity_of(judgement: Judgement) -> str:
    """Of its kind; an end that follows from a rule, or a basis that only empowered, weighs less.

    That the very provisions which the citation names had ended weighs as much as the end of a document.
    """
    validity, basis = judgement.validity, judgement.basis
    if judgement.kind == "ended" and validity.how_known is HowKnown.DERIVED:
        return "medium"
    if judgement.kind == "ended_in_part" and judgement.named:
        return "high"
    if judgement.kind == "basis_ended" and basis is not None and basis.relation == "BASED_ON":
        return "low"
    return SEVERITY[judgement.kind]


@dataclass(frozen=True, slots=True)
class Case:
    """A finding before its names and evidence are fetched."""

    row: Row
    judgement: Judgement
    place: Row | None = None
    """Where the finding is proved, in the columns of ``edges.sql``, when that is no mention."""
    copies: Copies | None = None
    issued: bool = False
    """Whether the day of an anachronism is that on which the cited document was issued, not what the citation says."""

    @property
    def kind(self) -> FindingKind:
        """Of the judgement."""
        return self.judgement.kind

    @property
    def order(self) -> tuple[int, str, int, str]:
        """Most severe first, then by citing document and place."""
        return (ORDER[self.kind], str(self.row["citing"]), int(self.row["start"] or 0), str(self.row["mention"]))


def findings(store: Store, cases: Sequence[Case], as_of: date) -> Iterator[Finding]:
    """The findings of ``cases``, each with the sentence that cites and the sentence or source behind the end."""
    evidence = mention_evidence(store, {str(case.row["mention"]) for case in cases if case.place is None})
    placed = [(str(case.row["mention"]), case.place) for case in cases if case.place is not None]
    shown = evidence_of(store, [place for _, place in placed])
    evidence.update((name, info) for (name, _), info in zip(placed, shown, strict=True))
    keys = {str(case.row[role]) for case in cases for role in ("citing", "cited")}
    keys |= {case.judgement.basis.key for case in cases if case.judgement.basis is not None}
    keys |= {key for case in cases for key in _candidates(case.row)}
    keys |= {case.judgement.validity.actor for case in cases if case.judgement.validity.actor is not None}
    names = {str(row["key"]): row for row in ask(store, "references", {"keys": sorted(keys)})}
    titles = {key: str(row["title"]) for key, row in names.items() if row["title"]}
    proofs = _proofs(store, cases)
    voices = voices_of(store, {str(case.row["cited"]) for case in cases if case.kind in _HEARD})
    for case in cases:
        # What a citation says itself of a document goes before what is settled of it.
        row, validity = {**names.get(str(case.row["cited"]), {}), **case.row}, case.judgement.validity
        basis = names.get(case.judgement.basis.key) if case.judgement.basis is not None else None
        shown_evidence = evidence[str(row["mention"])]
        heard = heard_in(case.kind, str(row["cited"]), str(row.get("said") or ""), shown_evidence, voices)
        fact = _fact(case, row, shown_evidence.quote, names)
        if case.kind == "symbol_conflict" and len(heard) == 1:
            fact = replace(fact, inferred=True)
        told = case.kind in _TOLD and says_that_it_ended(shown_evidence.sentence or "", shown_evidence.quote)
        span = (validity.origin, validity.span.start, validity.span.end) if validity.span else None
        yield Finding.model_validate(
            {
                "kind": case.kind,
                "severity": _SEVERITY_WHEN_TOLD if told else severity_of(case.judgement),
                "message": f"{message(fact, 'vi')}{_REASON_VI if told else ''}",
                "message_en": f"{message(fact, 'en')}{_REASON_EN if told else ''}",
                "citing": _cited_name(names[str(row["citing"])]),
                "cited": _cited_name({**row, "key": row["cited"]}),
                "date": date_of(str(row["date"] or "")),
                "ended": validity.ended,
                "ended_by": validity.ended_by,
                "how_known": validity.how_known,
                "certainty": validity.certainty,
                "source": validity.source,
                "checked": validity.checked,
                "in_force_from": validity.in_force_from if case.kind == "not_yet_in_force" else None,
                "changed": validity.changed,
                "resumed": validity.resumed,
                "provisions": list(validity.provisions),
                "named": case.judgement.named or None,
                "kept": validity.kept,
                "basis": _cited_name(basis) if basis is not None else None,
                "evidence": shown_evidence,
                "proof": proofs.get(span) if span else None,
                "voices": heard,
                "notes": list(_notes(case)),
                "successor": successor(str(row["cited"]), validity, as_of, titles)
                if case.kind not in _LEFT_IN_FORCE
                else None,
            }
        )


def _notes(case: Case) -> Sequence[str]:
    """What the reference table notes on the document whose end or effect is told."""
    if case.judgement.validity.how_known is not HowKnown.REFERENCE:
        return ()
    return notes_on_law(case.judgement.basis.key if case.judgement.basis else str(case.row["cited"]))


def _proofs(store: Store, cases: Sequence[Case]) -> dict[Place, EvidenceInfo]:
    stated = [(case.judgement.basis, str(case.row["cited"])) for case in cases if case.judgement.validity.span]
    return proofs_of(store, {basis.key if basis else cited for basis, cited in stated})


def proofs_of(store: Store, keys: Collection[str]) -> dict[Place, EvidenceInfo]:
    """The sentences that state what is known of the validity of the documents ``keys``, by text and place."""
    found: dict[Place, EvidenceInfo] = {}
    for row in ask(store, "validity.proofs", {"keys": sorted(keys)}) if keys else ():
        quote = str(row["quote"])
        found[str(row["origin"]), int(row["start"] or 0), int(row["stop"] or 0)] = EvidenceInfo.model_validate(
            {
                "document": row["speaker"] or "",
                "document_symbol": row["speaker_symbol"],
                "source": row["origin"],
                "start": row["start"],
                "end": row["stop"],
                "quote": quote,
                "sentence": " ".join(quote.split()),
            }
        )
    return found


def _cited_name(row: Mapping[str, object]) -> CitedName:
    return CitedName.model_validate({name: row.get(name) for name in ("key", "symbol", "title", "issuer")})


def _fact(case: Case, row: Row, quote: str, names: Mapping[str, Row]) -> Fact:
    """What the message of a case tells; a citation without number or name is told as it is written (``quote``)."""
    basis = case.judgement.basis
    candidates = (_candidate(key, names) for key in _candidates(row))
    return Fact(
        kind=case.kind,
        cited=_named(row) if row["symbol"] or row["title"] else " ".join(quote.split()),
        date=date_of(str(row["date"] or "")),
        validity=case.judgement.validity,
        said=str(row.get("said") or ""),
        settled=str(row.get("settled") or ""),
        basis=_named(names[basis.key]) if basis is not None else None,
        relation=basis.relation if basis is not None else "",
        contradictions=case.judgement.contradictions,
        copies=case.copies,
        issued=case.issued,
        named=case.judgement.named,
        candidates=[candidate for candidate in candidates if candidate is not None][:_SHOWN_CANDIDATES],
    )


def _candidates(row: Row) -> list[str]:
    """The keys of the documents that an ambiguous citation may mean, the likeliest first."""
    return [key for key, _ in json.loads(str(row.get("candidates") or "[]"))]


def _candidate(key: str, names: Mapping[str, Row]) -> Named | None:
    """A document of the store or of the reference table."""
    row, law = names.get(key), known_law(key)
    if row is not None:
        issuer = str(row["issuer"]) if row["issuer"] else None
        return replace(_named(row), issuer=issuer, date=date_of(str(row["date"] or "")))
    return Named(law.type, law.symbol, law.issuer, law.issued) if law is not None else None


def _named(row: Row) -> Named:
    return Named(str(row["type"]), str(row["symbol"] or row["title"] or ""))
