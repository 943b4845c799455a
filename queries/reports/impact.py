"""What rests on a document, as a report: a sheet for each relation, and one for the law that would end with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.vocabulary import edge_type
from queries.messages import Language, type_in_words
from queries.reports.audit import document_link
from queries.reports.table import Cell, Line, Report, Sheet
from queries.reports.words import VALIDITY, how_to_link
from queries.results import DocumentRef, ImpactResult

_TITLE: Mapping[Language, str] = {"vi": "Những văn bản dựa vào {name}", "en": "What rests on {name}"}
_TOTALS: Mapping[Language, str] = {
    "vi": "Tính đến {day}: {total} văn bản dựa vào; nếu hết hiệu lực thì {falls} văn bản hết hiệu lực theo.",
    "en": "As of {day}: {total} documents rest on it; {falls} would end with it by rule.",
}
_ENDED: Mapping[Language, str] = {
    "vi": "Tính đến {day}: {total} văn bản dựa vào; đã hết hiệu lực từ {ended}{by}, {falls} văn bản hết hiệu lực theo.",
    "en": "As of {day}: {total} documents rest on it; it ended on {ended}{by}, {falls} ended with it by rule.",
}
_FALLS: Mapping[Language, str] = {"vi": "Hết hiệu lực theo", "en": "Would end with it"}
_FIRST: Mapping[Language, str] = {"vi": "Quan hệ", "en": "Relation"}
_HEADINGS: Mapping[Language, Sequence[str]] = {
    "vi": ("Loại", "Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày", "Hiệu lực", "Hết hiệu lực từ", "Bởi"),
    "en": ("Type", "Symbol", "Title", "Issuer", "Date", "Validity", "Ended on", "By"),
}


def impact_report(result: ImpactResult, language: Language, explorer: str | None = None) -> Report:
    """The law that would end with the document first, then the documents by their relation to it."""
    asked = result.document
    validity = asked.validity
    said = (_ENDED if validity.status == "ended" else _TOTALS)[language].format(
        day=Cell(result.as_of).text(language),
        total=result.page.total,
        falls=result.falls_total,
        ended=Cell(validity.ended).text(language),
        by=f" ({validity.ended_by})" if validity.ended_by else "",
    )
    sheets = [
        Sheet(_label(kind, language), _label(kind, language), [
            _line(found.document, language, explorer) for found in result.documents if found.type == kind
        ])
        for kind in dict.fromkeys(found.type for found in result.documents)
    ]  # fmt: skip
    if result.falls:
        falls = [_line(document, language, explorer) for document in result.falls]
        sheets.insert(0, Sheet(_FALLS[language], _FALLS[language], falls))
    return Report(
        language=language,
        title=_TITLE[language].format(name=asked.symbol or asked.title or asked.key),
        summary=[
            said,
            *([result.rule] if language == "vi" else []),
            *how_to_link(language, explorer),
        ],
        first=_FIRST[language],
        headings=_HEADINGS[language],
        linked=explorer is not None,
        sheets=sheets,
    )


def _label(kind: str, language: Language) -> str:
    relation = edge_type(kind)
    return relation.label_vi if language == "vi" else relation.verb


def _line(document: DocumentRef, language: Language, explorer: str | None) -> Line:
    validity = document.validity
    return Line(
        (
            Cell(type_in_words(document.type, language)),
            Cell(document.symbol or document.key, document_link(explorer, document.key)),
            Cell(document.title),
            Cell(document.issuer),
            Cell(document.date),
            Cell(VALIDITY[language][validity.status]),
            Cell(validity.ended),
            Cell(validity.ended_by),
        ),
        "medium" if validity.status == "ended" else "",
    )
