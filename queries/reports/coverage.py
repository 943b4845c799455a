"""Who carries a document out, as a report: those who are late, those who have nothing, those who have a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from queries.analysis import CoverageItem, CoverageResult, CoverageUnit
from queries.messages import Language
from queries.reports.audit import document_link
from queries.reports.table import Cell, Line, Report, Sheet
from queries.reports.words import how_to_link
from queries.unnamed import name_of

_TITLE: Mapping[Language, str] = {"vi": "Việc thực hiện {name}", "en": "Who carries out {name}"}
_TOTALS: Mapping[Language, str] = {
    "vi": "Tính đến {day}: phải thực hiện {expected} đơn vị; đã có văn bản {done}, chậm {late}; chưa thấy {missing}.",
    "en": "As of {day}: {expected} units expected; {done} have a document, {late} late; none found of {missing}.",
}
_OTHERS: Mapping[Language, str] = {
    "vi": "Ngoài ra {others} văn bản của cơ quan khác cũng thực hiện.",
    "en": "{others} documents of other bodies carry it out as well.",
}
_SHEETS: Mapping[Language, Sequence[str]] = {
    "vi": ("Chậm", "Chưa có văn bản", "Đã có văn bản"),
    "en": ("Late", "No document found", "Has a document"),
}
_FIRST: Mapping[Language, str] = {"vi": "Tình trạng", "en": "State"}
_HEADINGS: Mapping[Language, Sequence[str]] = {
    "vi": ("Đơn vị", "Mã", "Hạn", "Văn bản thực hiện", "Ngày", "Số bước", "Qua văn bản"),
    "en": ("Unit", "Key", "Deadline", "Document", "Its date", "Steps", "Through"),
}


def coverage_report(result: CoverageResult, language: Language, explorer: str | None = None) -> Report:
    """A sheet for late units, one for those without a document, one for the others."""
    asked = result.document
    name = asked.symbol or asked.title or asked.key
    said = _TOTALS[language].format(
        day=Cell(result.as_of).text(language), expected=len(result.expected), done=len(result.implemented),
        late=result.late, missing=len(result.missing),
    )  # fmt: skip
    lines = (
        [_done(item, language, explorer) for item in result.implemented if item.late],
        [_missing(unit) for unit in result.missing],
        [_done(item, language, explorer) for item in result.implemented if not item.late],
    )
    return Report(
        language=language,
        title=_TITLE[language].format(name=name),
        summary=[
            said,
            *([_OTHERS[language].format(others=result.others)] if result.others else []),
            *how_to_link(language, explorer),
        ],
        first=_FIRST[language],
        headings=_HEADINGS[language],
        linked=explorer is not None,
        sheets=[Sheet(title, title, rows) for title, rows in zip(_SHEETS[language], lines, strict=True) if rows],
    )


def _done(item: CoverageItem, language: Language, explorer: str | None) -> Line:
    document = item.document
    return Line(
        (
            Cell(item.unit_name),
            Cell(item.unit),
            Cell(item.deadline),
            Cell(name_of(document, language), document_link(explorer, document.key)),
            Cell(item.date),
            Cell(item.depth),
            Cell(item.through, document_link(explorer, item.through) if item.through else None),
        ),
        "medium" if item.late else "",
    )


def _missing(unit: CoverageUnit) -> Line:
    return Line((Cell(unit.unit_name), Cell(unit.unit), Cell(unit.deadline), *(Cell(None) for _ in range(4))), "high")
