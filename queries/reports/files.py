"""Reports as files: CSV and XLSX for spreadsheets, one self-contained HTML page that prints well.

What a text says is text in each of them: no markup, no formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import compress
from typing import TYPE_CHECKING

from queries.messages import Language
from queries.reports.table import Cell, Report, Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_STYLE = """
body{font:14px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#f0f0f0}.high{border-left:4px solid #b00020}.medium{border-left:4px solid #c77700}
@media print{body{margin:0;font-size:10px}tr{break-inside:avoid}thead{display:table-header-group}}
"""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767
_MOST_LINKS = 60_000
"""A sheet takes 65,530 links; later rows of a longer one keep their words."""
_WIDEST, _NARROWEST = 60, 10
_OVERVIEW: Mapping[Language, str] = {"vi": "Tổng hợp", "en": "Overview"}
_COUNT: Mapping[Language, str] = {"vi": "Số dòng", "en": "Rows"}


def csv_file(report: Report) -> bytes:
    """One table of all sheets; begins with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([report.first, *report.headings])
    for sheet in report.sheets:
        for line in sheet.rows:
            writer.writerow([_harmless(text) for text in (sheet.title, *(c.text(report.language) for c in line.cells))])
    return out.getvalue().encode()


def html_file(report: Report) -> bytes:
    """One page without anything from elsewhere: a table for each sheet."""
    title = escape(report.title)
    parts = [
        f'<!doctype html><html lang="{report.language}"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
        *(f"<p>{escape(line)}</p>" for line in report.summary),
    ]
    for sheet in report.sheets:
        # Paper is narrow: a column that says nothing in a whole table is left out of it.
        said = [
            any(cell.text(report.language) for cell in column)
            for column in zip(*(line.cells for line in sheet.rows), strict=True)
        ]
        parts.append(f"<h2>{escape(sheet.title)} ({len(sheet.rows)})</h2><table><thead><tr>")
        parts += [f"<th>{escape(heading)}</th>" for heading in compress(report.headings, said)]
        parts.append("</tr></thead><tbody>")
        for line in sheet.rows:
            written = "".join(f"<td>{_marked(cell, report)}</td>" for cell in compress(line.cells, said))
            parts.append(f'<tr class="{line.grave}">{written}</tr>')
        parts.append("</tbody></table>")
    return "".join([*parts, "</body></html>\n"]).encode()


def xlsx_file(report: Report) -> bytes:
    """A workbook: an overview whose lines lead to the sheets, then the sheets, with filters, days as days and links."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # Texts stay texts: no formula, no number and no link is made of what a document says.
    texts = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(out, {"in_memory": True, **texts}) as book:
        book.set_properties({"title": report.title, "comments": " ".join(report.summary)})
        named = list(zip(_names(report), report.sheets, strict=True))
        _write_overview(book, report, named)
        for name, sheet in named:
            _write_sheet(book, book.add_worksheet(name), report, sheet)
    return out.getvalue()


FILES: Mapping[str, tuple[Callable[[Report], bytes], str]] = {
    "csv": (csv_file, "text/csv; charset=utf-8"),
    "html": (html_file, "text/html; charset=utf-8"),
    "xlsx": (xlsx_file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""How a report becomes a file and what kind of file it is, by the name of the format."""


def _write_overview(book: Workbook, report: Report, named: Sequence[tuple[str, Sheet]]) -> None:
    page = book.add_worksheet(_OVERVIEW[report.language])
    page.set_column(0, 0, _WIDEST)
    page.write_string(0, 0, report.title, book.add_format({"bold": True, "font_size": 14}))
    page.write_column(1, 0, report.summary)
    begin = len(report.summary) + 2
    page.write_row(begin, 0, [report.first, _COUNT[report.language]], book.add_format({"bold": True, "bottom": 1}))
    for row, (name, sheet) in enumerate(named, begin + 1):
        page.write_url(row, 0, f"internal:'{name}'!A1", string=sheet.title)
        page.write_number(row, 1, len(sheet.rows))


def _write_sheet(book: Workbook, page: Worksheet, report: Report, sheet: Sheet) -> None:
    language = report.language
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F0F0F0", "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"valign": "top", "num_format": "dd/mm/yyyy" if language == "vi" else "yyyy-mm-dd"})
    link = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0B4F9E", "underline": 1})
    page.write_row(0, 0, report.headings, head)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(report.headings) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, width in enumerate(_widths(report, sheet)):
        page.set_column(column, column, width)
    links = 0
    for row, line in enumerate(sheet.rows, 1):
        for column, cell in enumerate(line.cells):
            text = cell.text(language)[:_LONGEST_CELL]
            if cell.link and links < _MOST_LINKS and page.write_url(row, column, cell.link, link, text) == 0:
                links += 1
            elif isinstance(cell.value, date):
                page.write_datetime(row, column, cell.value, day)
            elif isinstance(cell.value, int):
                page.write_number(row, column, cell.value, plain)
            else:
                page.write_string(row, column, text, plain)


def _widths(report: Report, sheet: Sheet) -> Iterator[int]:
    for column, heading in enumerate(report.headings):
        longest = max((len(line.cells[column].text(report.language)) for line in sheet.rows), default=0)
        yield min(_WIDEST, max(_NARROWEST, len(heading), longest) + 2)


def _names(report: Report) -> Iterator[str]:
    """Names of sheets as a workbook takes them, no two alike."""
    taken = {_OVERVIEW[report.language].casefold()}
    for number, sheet in enumerate(report.sheets, 1):
        name = _NOT_IN_A_NAME.sub(" ", sheet.name)[:_LONGEST_NAME].strip() or str(number)
        if name.casefold() in taken:
            name = f"{name[: _LONGEST_NAME - 4]} {number}"
        taken.add(name.casefold())
        yield name


def _marked(cell: Cell, report: Report) -> str:
    text = escape(cell.text(report.language))
    return f'<a href="{escape(cell.link)}">{text}</a>' if cell.link and report.linked else text


def _harmless(text: str) -> str:
    """A cell that a spreadsheet would take for a formula, as text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
