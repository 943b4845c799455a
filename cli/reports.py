"""The findings of an audit as files to pass on: CSV for spreadsheets, one self-contained HTML page that prints well."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING

from cli import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from queries.messages import Language
    from queries.results import AuditResult, CitedName, Finding

_SEVERITIES = {
    "high": ("cao", "high"),
    "medium": ("trung bình", "medium"),
    "low": ("thấp", "low"),
    "info": ("thông tin", "info"),
}
_TITLE = {"vi": "Rà soát hiệu lực văn bản được dẫn", "en": "Validity of cited documents"}
_TOTALS = {
    "vi": "Tính đến {day}: {citations} chỗ dẫn trong {documents} văn bản, {findings} phát hiện.",
    "en": "As of {day}: {citations} citations in {documents} documents, {findings} findings.",
}
_STYLE = """
body{font:14px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#f0f0f0}.high{border-left:4px solid #b00020}.medium{border-left:4px solid #c77700}
@media print{body{margin:0;font-size:10px}tr{break-inside:avoid}thead{display:table-header-group}}
"""


def csv_report(result: AuditResult, language: Language) -> str:
    """One line a finding; begins with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_headings(language))
    writer.writerows([_harmless(cell) for cell in _row(finding, language)] for finding in result.findings)
    return out.getvalue()


def html_report(result: AuditResult, language: Language) -> str:
    """One page without anything from elsewhere: a table for each kind, the most severe first."""
    totals = _TOTALS[language].format(
        day=_day(result.as_of, language), citations=result.citations, documents=result.documents,
        findings=len(result.findings),
    )  # fmt: skip
    parts = [
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(_TITLE[language])}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{escape(_TITLE[language])}</h1><p>{escape(totals)}</p>",
    ]
    for kind in dict.fromkeys(finding.kind for finding in result.findings):
        of_kind = [finding for finding in result.findings if finding.kind == kind]
        parts.append(f"<h2>{escape(words.FINDINGS[language][kind])} ({len(of_kind)})</h2><table><thead><tr>")
        parts += [f"<th>{escape(heading)}</th>" for heading in _headings(language)[1:]]
        parts.append("</tr></thead><tbody>")
        for finding in of_kind:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in _row(finding, language)[1:])
            parts.append(f'<tr class="{finding.severity}">{cells}</tr>')
        parts.append("</tbody></table>")
    return "".join([*parts, "</body></html>\n"])


def _row(finding: Finding, language: Language) -> list[str]:
    """The cells of a finding, in the order of the headings."""
    return [
        words.FINDINGS[language][finding.kind],
        _SEVERITIES[finding.severity][language == "en"],
        _name(finding.citing),
        _day(finding.date, language),
        _name(finding.cited),
        finding.evidence.sentence or finding.evidence.quote,
        _day(finding.ended or finding.changed, language),
        finding.ended_by or "",
        finding.source or "",
        words.HOW_KNOWN[language].get(finding.how_known or "", ""),
        finding.successor or "",
        finding.message if language == "vi" else finding.message_en,
    ]


def _headings(language: Language) -> Sequence[str]:
    if language == "en":
        return (
            "Finding", "Severity", "Citing document", "Its date", "Cited document", "Sentence", "Ended or amended on",
            "By", "Source", "How known", "Look at instead", "In words",
        )  # fmt: skip
    return (
        "Phát hiện", "Mức độ", "Văn bản dẫn", "Ngày", "Văn bản được dẫn", "Câu dẫn", "Ngày hết hiệu lực, sửa đổi",
        "Bởi", "Nguồn", "Biết từ đâu", "Văn bản thay thế", "Nội dung",
    )  # fmt: skip


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula, as text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _name(document: CitedName) -> str:
    return document.symbol or document.title or document.key


def _day(value: date | None, language: Language) -> str:
    if value is None:
        return ""
    return words.day(value) if language == "vi" else value.isoformat()


REPORTS: Mapping[str, Callable[[AuditResult, Language], str]] = {
    "csv": csv_report,
    "html": html_report,
}
"""The reports by the name of their format."""
