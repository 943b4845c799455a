"""Findings of an audit as they are shown: their words, sentences, sources and successors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from graph.law import known_by_symbol
from graph.model import HowKnown, Validity
from graph.rows import date_of
from graph.store import Row, Store
from graph.validity import OPEN
from graph.vocabulary import type_name
from queries.base import ask, chunks
from queries.edges import CONTEXT, evidence_info
from queries.judging import Basis, Judgement
from queries.results import CitedName, EvidenceInfo, Finding, FindingKind

SEVERITY = {
    "ended": "high",
    "anachronistic": "medium",
    "basis_ended": "medium",
    "ended_in_part": "medium",
    "amended": "low",
    "not_yet_in_force": "low",
    "needs_review": "low",
    "date_conflict": "low",
    "symbol_conflict": "low",
    "ambiguous": "low",
    "ended_since": "info",
    "unknown": "info",
}
"""Severity by kind; what only follows from a rule weighs less."""

ORDER = {kind: place for place, kind in enumerate(SEVERITY)}
"""Most severe first."""

_MESSAGES = {
    "ended": "{cited} đã hết hiệu lực từ {ended}{by}, trước ngày {date} của văn bản dẫn.",
    "ended_in_part": "{cited} đã hết hiệu lực một phần{parts} từ {ended}{by}, trước ngày {date} của văn bản dẫn.",
    "amended": "{cited} đã được sửa đổi, bổ sung từ {changed}{by}, trước ngày {date} của văn bản dẫn.",
    "basis_ended": "{cited} {relation} {basis}, đã hết hiệu lực từ {ended}{by}, trước ngày {date} của văn bản dẫn.",
    "not_yet_in_force": "{cited} có hiệu lực từ {start}, sau ngày {date} của văn bản dẫn.",
    "ended_since": "{cited} chưa hết hiệu lực khi được dẫn; hết hiệu lực từ {ended}{by}.",
    "needs_review": "Các nguồn chưa thống nhất về hiệu lực của {cited}, cần xem lại: {review}",
    "anachronistic": "{cited} được ghi ngày {said}, sau ngày {date} của văn bản dẫn.",
    "date_conflict": "Chỗ dẫn ghi {cited} ngày {said}, nơi khác ghi ngày {settled}.",
    "symbol_conflict": "Chỗ dẫn ghi số {said}, văn bản ấy mang số {settled}.",
    "ambiguous": "{cited} có thể là nhiều văn bản khác nhau, chưa đủ căn cứ để chọn một.",
    "unknown": "Chưa biết hiệu lực của {cited}.",
}
_REPORTED = "Chưa biết hiệu lực của {cited}; có nơi ghi hết hiệu lực từ {ended}{by}, chưa được xác nhận."
_RELATIONS = {"GUIDES": "quy định chi tiết, hướng dẫn", "BASED_ON": "căn cứ vào"}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_SUCCESSION = 8
_SHOWN_PROVISIONS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """A finding before its names and evidence are fetched; ``only_derived``: no text and no table tells of an end."""

    kind: FindingKind
    row: Row
    validity: Validity
    basis: Basis | None = None
    review: str | None = None
    only_derived: bool = False

    @classmethod
    def of(cls, row: Row, judgement: Judgement, *, only_derived: bool = False) -> Self:
        """The case of a judgement on the citation ``row``."""
        return cls(judgement.kind, row, judgement.validity, judgement.basis, judgement.said, only_derived)

    @property
    def order(self) -> tuple[int, str, int, str]:
        """Most severe first, then by citing document and place."""
        return (ORDER[self.kind], str(self.row["citing"]), int(self.row["start"] or 0), str(self.row["mention"]))

    @property
    def place(self) -> tuple[str, str]:
        """Citing and cited document."""
        return str(self.row["citing"]), str(self.row["cited"])

    @property
    def severity(self) -> str:
        """Of the kind; an end that follows from a rule, or a basis that only empowered, weighs less."""
        if self.kind == "ended" and self.validity.how_known is HowKnown.DERIVED:
            return "medium"
        if self.kind == "basis_ended" and self.basis is not None and self.basis.relation == "BASED_ON":
            return "low"
        return SEVERITY[self.kind]


def findings(store: Store, cases: Sequence[Case], as_of: date) -> Iterator[Finding]:
    """The findings of ``cases``, each with the sentence that cites and the sentence or source behind the end."""
    evidence: dict[str, EvidenceInfo] = {}
    for part in chunks(sorted({str(case.row["mention"]) for case in cases})):
        rows = ask(store, "audit.evidence", {"mentions": part, **CONTEXT})
        evidence.update((str(row["mention"]), evidence_info(row)) for row in rows)
    keys = {str(case.row[role]) for case in cases for role in ("citing", "cited")}
    keys |= {case.basis.key for case in cases if case.basis is not None}
    names = {str(row["key"]): row for row in ask(store, "references", {"keys": sorted(keys)})}
    proofs = _proofs(store, cases)
    for case in cases:
        # What a citation says itself of a document goes before what is settled of it.
        row, validity = {**names.get(str(case.row["cited"]), {}), **case.row}, case.validity
        basis = names.get(case.basis.key) if case.basis is not None else None
        span = (validity.origin, validity.span.start, validity.span.end) if validity.span else None
        yield Finding.model_validate(
            {
                "kind": case.kind,
                "severity": case.severity,
                "message": _message(case, row, evidence[str(row["mention"])]),
                "citing": _cited_name(names[str(row["citing"])]),
                "cited": _cited_name({**row, "key": row["cited"]}),
                "date": date_of(str(row["date"] or "")),
                "ended": validity.ended,
                "ended_by": validity.ended_by,
                "how_known": validity.how_known,
                "certainty": validity.certainty,
                "source": validity.source,
                "changed": validity.changed,
                "provisions": list(validity.provisions),
                "kept": validity.kept,
                "basis": _cited_name(basis) if basis is not None else None,
                "evidence": evidence[str(row["mention"])],
                "proof": proofs.get(span) if span else None,
                "successor": successor(validity, as_of) if case.kind != "amended" else None,
            }
        )


def successor(validity: Validity, on: date) -> str | None:
    """The symbol of the document that took over, or of the one that took over from that, in force on the day ``on``.

    >>> from datetime import date
    >>> successor(Validity(ended=date(2023, 7, 1), ended_by="11/2022/QH15"), date(2026, 1, 1))
    '84/2025/QH15'
    """
    following = validity.ended_by
    for _ in range(_LONGEST_SUCCESSION):
        rows = known_by_symbol(following) if following else ()
        ended = next((law for law in rows if law.ended and law.ended <= on and law.scope != "part"), None)
        if ended is None or not ended.ended_by or ended.ended_by == following:
            break
        following = ended.ended_by
    return following


def _proofs(store: Store, cases: Sequence[Case]) -> dict[tuple[str | None, int, int], EvidenceInfo]:
    """The sentences that state the ends, by text and place."""
    keys = {case.basis.key if case.basis else str(case.row["cited"]) for case in cases if case.validity.span}
    found: dict[tuple[str | None, int, int], EvidenceInfo] = {}
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
    return CitedName.model_validate({name: row[name] for name in ("key", "symbol", "title")})


def _message(case: Case, row: Row, evidence: EvidenceInfo) -> str:
    kind, validity, basis = case.kind, case.validity, case.basis
    name = row["symbol"] or row["title"] or ""
    reported = kind == "unknown" and validity.certainty == OPEN and validity.ended is not None
    provisions = ", ".join(validity.provisions[:_SHOWN_PROVISIONS])
    more = ", …" if len(validity.provisions) > _SHOWN_PROVISIONS else ""
    return (_REPORTED if reported else _MESSAGES[kind]).format(
        cited=f"{type_name(str(row['type']))} {name}" if name else " ".join(evidence.quote.split()),
        date=_day(date_of(str(row["date"] or ""))),
        start=_day(validity.in_force_from),
        ended=_day(validity.ended),
        changed=_day(validity.changed),
        parts=f" ({provisions}{more})" if provisions else "",
        by=f" ({validity.ended_by})" if validity.ended_by else "",
        basis=basis.name if basis is not None else "",
        relation=_RELATIONS[basis.relation] if basis is not None else "",
        review=case.review or "",
        said=_written(row.get("said")),
        settled=_written(row.get("settled")),
    )


def _written(value: object) -> str:
    """A day as it is written in Vietnam, anything else as it is."""
    text = str(value or "")
    return _day(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text


def _day(value: date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else "không rõ"
