"""Which citations name law that had ended, that ended since, that was not yet in force, or that is unclear.

For each citation two days count: that of the citing document and ``as_of``. A finding is a fact with a date and a
source. Days that were reported but not proved (certainty "open") prove nothing: the validity stays unknown, and the
message says what was reported. A law that stands only in the title of another cited document is not cited by the text
itself, so nothing is found about it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from graph.errors import UsageError
from graph.model import Validity
from graph.rows import date_of
from graph.store import Params, Row, Store
from graph.text import symbol_words
from graph.validity import OPEN, effective
from graph.vocabulary import type_name
from queries.base import ask, chunks, limited, offset_of, page, today, validity_rows
from queries.edges import CONTEXT, evidence_info
from queries.locate import locate
from queries.results import AuditResult, CitedName, EvidenceInfo, Finding, FindingKind

_SEVERITY = {
    "ended": "high",
    "anachronistic": "medium",
    "basis_ended": "medium",
    "ended_in_part": "medium",
    "amended": "low",
    "not_yet_in_force": "low",
    "date_conflict": "low",
    "symbol_conflict": "low",
    "ambiguous": "low",
    "ended_since": "info",
    "unknown": "info",
}
_MESSAGES = {
    "ended": "{cited} đã hết hiệu lực từ {ended}{by}, trước ngày {date} của văn bản dẫn.",
    "ended_in_part": "{cited} đã hết hiệu lực một phần từ {ended}{by}, trước ngày {date} của văn bản dẫn.",
    "not_yet_in_force": "{cited} có hiệu lực từ {start}, sau ngày {date} của văn bản dẫn.",
    "ended_since": "{cited} chưa hết hiệu lực khi được dẫn; hết hiệu lực từ {ended}{by}.",
    "anachronistic": "{cited} được ghi ngày {said}, sau ngày {date} của văn bản dẫn.",
    "date_conflict": "Chỗ dẫn ghi {cited} ngày {said}, nơi khác ghi ngày {settled}.",
    "symbol_conflict": "Chỗ dẫn ghi số {said}, văn bản ấy mang số {settled}.",
    "ambiguous": "{cited} có thể là nhiều văn bản khác nhau, chưa đủ căn cứ để chọn một.",
    "unknown": "Chưa biết hiệu lực của {cited}.",
}
_REPORTED = "Chưa biết hiệu lực của {cited}; có nơi ghi hết hiệu lực từ {ended}{by}, chưa được xác nhận."
_ORDER = {kind: place for place, kind in enumerate(_SEVERITY)}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS: dict[str, FindingKind] = {kind: kind for kind in get_args(FindingKind) if kind != "unknown"}


@dataclass(frozen=True, slots=True)
class _Case:
    """A finding before its names and evidence are fetched."""

    kind: FindingKind
    row: Row
    validity: Validity

    @property
    def order(self) -> tuple[int, str, int, str]:
        return (_ORDER[self.kind], str(self.row["citing"]), int(self.row["start"] or 0), str(self.row["mention"]))


def audit(
    store: Store,
    doc: str | Sequence[str] | None = None,
    *,
    kinds: Sequence[str] | None = None,
    as_of: date | None = None,
    limit: int = 100,
    cursor: str | None = None,
) -> AuditResult:
    """Findings about the citations of ``doc`` (one name, several, or ``None`` for all ingested documents).

    ``kinds`` chooses among them; citations of documents whose validity is *unknown* are counted, and listed only when
    asked for by kind. Most severe first, then by citing document and place in its text; one finding for all mentions
    of the same document in the same text, proved by the first.

    Raises:
        UnknownDocument: Nothing has that name.
        AmbiguousDocument: Several documents have it.
        UsageError: A kind is unknown or a limit is out of range.
    """
    on, wanted, offset = today(as_of), _wanted(kinds), offset_of(cursor)
    names = [doc] if isinstance(doc, str) else doc
    keys = None if names is None else sorted({locate(store, name) for name in names})
    scope: Params = {"docs": keys if keys is not None else [], "all": keys is None}
    cases = list(_cases(store, scope, on))
    counted = Counter(case.kind for case in cases)
    (totals,) = ask(store, "audit.totals", scope)
    if totals["unknown"]:
        counted["unknown"] += int(totals["unknown"])
    cases = [case for case in cases if case.kind in wanted]
    total = len(cases)
    if "unknown" in wanted:
        total += int(totals["unknown"] or 0)
        first = {**scope, "limit": offset + limited(limit)}
        cases += [_Case("unknown", row, Validity()) for row in ask(store, "audit.unknown", first)]
    shown = sorted(cases, key=lambda case: case.order)[offset : offset + limited(limit)]
    return AuditResult(
        as_of=on,
        findings=list(_findings(store, shown)),
        counts={kind: counted[kind] for kind in sorted(counted, key=_ORDER.__getitem__)},
        documents=int(totals["documents"] or 0),
        citations=int(totals["citations"] or 0),
        page=page(total, offset, len(shown)),
    )


def _wanted(kinds: Sequence[str] | None) -> frozenset[str]:
    if kinds is None:
        return frozenset(_KINDS)
    for kind in kinds:
        if kind not in get_args(FindingKind):
            raise UsageError(f"Không có loại phát hiện “{kind}”. Các loại: {', '.join(_SEVERITY)}.")
    return frozenset(kinds)


def _cases(store: Store, scope: Params, as_of: date) -> Iterator[_Case]:
    dated = ask(store, "audit.dated", scope)
    known = validity_rows(store, {str(row["cited"]) for row in dated})
    for row in dated:
        kind, validity = _judge(known.get(str(row["cited"]), ()), date_of(str(row["date"] or "")), as_of)
        if kind is not None:
            yield _Case(kind, row, validity)
    for row in ask(store, "audit.unclear", scope):
        case = _Case(_KINDS[str(row["kind"])], row, Validity())
        if case.kind != "symbol_conflict" or symbol_words(str(row["said"])) != symbol_words(str(row["settled"])):
            yield case


def _judge(known: Sequence[Validity], cited_on: date | None, as_of: date) -> tuple[FindingKind | None, Validity]:
    """What the validity of a cited document makes of a citation; the citing day decides before ``as_of``."""
    status, validity = effective(known, cited_on or as_of)
    if cited_on is not None and status in _KINDS:
        return _KINDS[status], validity
    later, validity_later = effective(known, as_of)
    if later == "ended":
        return "ended_since", validity_later
    return ("unknown" if status == "unknown" else None), validity


def _findings(store: Store, cases: Sequence[_Case]) -> Iterator[Finding]:
    evidence: dict[str, EvidenceInfo] = {}
    for part in chunks(sorted({str(case.row["mention"]) for case in cases})):
        rows = ask(store, "audit.evidence", {"mentions": part, **CONTEXT})
        evidence.update((str(row["mention"]), evidence_info(row)) for row in rows)
    keys = sorted({str(case.row[role]) for case in cases for role in ("citing", "cited")})
    names = {str(row["key"]): row for row in ask(store, "references", {"keys": keys})}
    for case in cases:
        # What a citation says itself of a document goes before what is settled of it.
        row, validity = {**names.get(str(case.row["cited"]), {}), **case.row}, case.validity
        yield Finding.model_validate(
            {
                "kind": case.kind,
                "severity": _SEVERITY[case.kind],
                "message": _message(case.kind, row, validity),
                "citing": _cited_name(names[str(row["citing"])]),
                "cited": _cited_name({**row, "key": row["cited"]}),
                "date": date_of(str(row["date"] or "")),
                "ended": validity.ended,
                "ended_by": validity.ended_by,
                "how_known": validity.how_known,
                "certainty": validity.certainty,
                "source": validity.source,
                "evidence": evidence[str(row["mention"])],
                "successor": validity.ended_by,
            }
        )


def _cited_name(row: Row) -> CitedName:
    return CitedName.model_validate({name: row[name] for name in ("key", "symbol", "title")})


def _message(kind: FindingKind, row: Row, validity: Validity) -> str:
    name = row["symbol"] or row["title"] or ""
    reported = kind == "unknown" and validity.certainty == OPEN and validity.ended is not None
    return (_REPORTED if reported else _MESSAGES[kind]).format(
        cited=f"{type_name(str(row['type']))} {name}".strip(),
        date=_day(date_of(str(row["date"] or ""))),
        start=_day(validity.in_force_from),
        ended=_day(validity.ended),
        by=f" ({validity.ended_by})" if validity.ended_by else "",
        said=_written(row.get("said")),
        settled=_written(row.get("settled")),
    )


def _written(value: object) -> str:
    """A day as it is written in Vietnam, anything else as it is."""
    text = str(value or "")
    return _day(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text


def _day(value: date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else "không rõ"
