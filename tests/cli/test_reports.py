"""The findings of an audit as files to pass on."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook

from queries.messages import Language
from queries.reports.audit import audit_report
from queries.reports.files import csv_file, html_file, xlsx_file
from queries.reports.words import FINDINGS, SHORT_FINDINGS
from queries.results import AuditResult
from tests.cli.conftest import Run
from tests.small_corpus import ENDED, WARD


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_csv_has_a_line_for_each_finding_and_opens_in_a_spreadsheet(ask: Run) -> None:
    out = ask("audit", "--format", "csv").out
    assert out.startswith("\ufeffPhát hiện,")
    rows = table(out)
    assert len(rows) == len(ask("audit", "--json").json["findings"])
    (row,) = [row for row in rows if row["Văn bản được dẫn"] == ENDED and row["Văn bản dẫn"] == WARD]
    assert row["Phát hiện"] == FINDINGS["vi"]["ended"]
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", row["Ngày hết hiệu lực, sửa đổi"])
    assert ENDED in row["Câu dẫn"]
    assert row["Nguồn"]


def test_a_report_holds_all_findings_whatever_the_page(ask: Run) -> None:
    assert ask("audit", "--format", "csv", "--limit", "1").out == ask("audit", "--format", "csv").out


def test_a_report_may_be_english(ask: Run) -> None:
    rows = table(ask("audit", "--format", "csv", "--lang", "en").out)
    assert {row["Severity"] for row in rows} <= {"high", "medium", "low", "info"}
    assert FINDINGS["en"]["ended"] in {row["Finding"] for row in rows}
    assert any(f"{ENDED} ended on " in row["In words"] for row in rows)


def test_a_page_needs_nothing_from_elsewhere_and_prints(ask: Run) -> None:
    page = ask("audit", "--format", "html").out
    assert page.startswith('<!doctype html><html lang="vi">')
    assert "@media print" in page
    assert re.search(r"(?:src|href)=|@import|url\(", page) is None
    assert f"<td>{ENDED}</td>" in page


def test_a_workbook_has_a_sheet_for_each_kind_and_leads_to_the_sentence(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "audit.xlsx"
    assert ask("audit", "--output", file, "--lang", "en", "--link", "http://127.0.0.1:8000").out == ""
    book: Any = load_workbook(file)
    findings = ask("audit", "--json").json["findings"]
    kinds = list(dict.fromkeys(finding["kind"] for finding in findings))
    assert book.sheetnames == ["Overview", *(SHORT_FINDINGS["en"][kind] for kind in kinds)]
    assert sum(book[name].max_row - 1 for name in book.sheetnames[1:]) == len(findings)
    overview = [row for row in book["Overview"].iter_rows() if row[0].hyperlink]
    assert [row[0].hyperlink.location for row in overview] == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    (row,) = [row for row in book["Ended"].iter_rows(min_row=2) if row[4].value == ENDED]
    evidence = next(found["evidence"] for found in findings if found["cited"]["symbol"] == ENDED)
    place = f"{evidence['document']}@{evidence['start']}-{evidence['end']}"
    assert parse_qs(urlsplit(row[5].hyperlink.target).query) == {"doc": [evidence["document"]], "at": [place]}
    assert row[2].value == findings[0]["citing"]["issuer"]
    assert (row[3].value.date(), row[3].is_date) == (date(2024, 2, 13), True)


def test_the_terminal_speaks_the_language_of_the_reports_and_names_who_cites(ask: Run) -> None:
    said = {language: ask("audit", "--lang", language, "--kind", "ended").out for language in ("vi", "en")}
    evidence = ask("audit", "--json", "--kind", "ended").json["findings"][0]
    assert f"{evidence['citing']['symbol']} · {evidence['citing']['issuer']} · 13/02/2024" in said["vi"]
    assert f"{evidence['citing']['symbol']} · {evidence['citing']['issuer']} · 2024-02-13" in said["en"]
    assert "Cites a document that had ended" in said["en"]
    assert "Câu dẫn" not in said["en"]


@pytest.mark.parametrize("question", [("coverage", "33/CT-TTg", "--level", "province"), ("impact", ENDED)])
def test_coverage_and_impact_are_reports_too(ask: Run, question: tuple[str, ...], tmp_path: Path) -> None:
    for form in ("csv", "html", "xlsx"):
        file = tmp_path / f"report.{form}"
        assert ask(*question, "--output", file).code == 0
        assert file.stat().st_size > 100
    rows = table((tmp_path / "report.csv").read_text(encoding="utf-8"))
    sheets = load_workbook(tmp_path / "report.xlsx").worksheets[1:]
    assert sum(sheet.max_row - 1 for sheet in sheets) == len(rows) > 0


def test_a_page_leads_to_the_explorer_when_its_address_is_given(ask: Run) -> None:
    assert (
        'href="http://127.0.0.1:8000/?doc=' in ask("audit", "--format", "html", "--link", "http://127.0.0.1:8000").out
    )


@pytest.mark.parametrize(
    "question",
    [
        ("coverage", "33/CT-TTg", "--level", "province", "--deadline", "2020-01-01"),
        ("impact", ENDED),
        ("impact", ENDED, "--as-of", "2019-06-01"),
    ],
)
def test_coverage_and_impact_speak_english_on_the_terminal(ask: Run, question: tuple[str, ...]) -> None:
    said = {language: ask(*question, "--lang", language) for language in ("vi", "en")}
    vi, en = ((said[language].out + said[language].err).splitlines() for language in ("vi", "en"))
    assert len(vi) > 2
    rule = [line for line in vi if "quy định chi tiết" in line and line.startswith("  Văn bản")]
    assert len(en) == len(vi) - len(rule), "the rule is quoted from a Vietnamese law"
    assert not re.search(r"văn bản|hết hiệu lực|cấp tỉnh|chưa|đã nhập|căn cứ|hạn|\d\d/\d\d/\d{4}", "\n".join(en))
    assert any(line.startswith("Directive 33/CT-TTg ·" if question[0] == "coverage" else "Decree ") for line in en)


@pytest.mark.parametrize("command", [("coverage", WARD), ("impact", ENDED)])
def test_coverage_and_impact_are_in_no_third_language(ask: Run, command: tuple[str, str]) -> None:
    done = ask(*command, "--lang", "fr")
    assert done.code == 2
    assert "--lang" in done.err


def finding(sentence: str, **more: object) -> AuditResult:
    evidence = {"document": "a", "start": 0, "end": 1, "quote": "x", "sentence": sentence}
    name = {"key": "a", "symbol": "1/KH-UBND"}
    said = {
        "kind": "unknown",
        "severity": "info",
        "message": "…",
        "message_en": "…",
        "citing": name,
        "cited": name,
        "date": None,
    }
    return AuditResult.model_validate(
        {
            "as_of": "2024-01-01", "findings": [{**said, **more, "evidence": evidence}], "counts": {}, "documents": 1,
            "citations": 1,
        }
    )  # fmt: skip


def test_words_of_a_text_are_no_markup_and_no_formula() -> None:
    page = html_file(audit_report(finding("<script>x</script>"), "vi")).decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    formula = audit_report(finding("=cmd()"), "vi")
    assert "'=cmd()" in csv_file(formula).decode()
    book: Any = load_workbook(io.BytesIO(xlsx_file(formula)))
    cell = book["Chưa rõ"]["F2"]
    assert (cell.value, cell.data_type) == ("=cmd()", "s")


SOURCES = ("https://a.example/1", "https://b.example/2", "https://c.example/3")
OPEN_TO_REVIEW = finding(
    "Căn cứ Nghị định.",
    how_known="reference",
    certainty="secondary",
    source=f"Cổng A, {SOURCES[0]}; Cổng B, {SOURCES[1]}; {SOURCES[2]} (lưu trữ)",
    kept="trừ Điều 3",
    notes=["Ngày còn để mở.", "Xem thêm phụ lục."],
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", {"Mức chắc chắn": "theo nguồn thứ cấp", "Phần còn áp dụng": "trừ Điều 3",
                "Ghi chú": "Ngày còn để mở.; Xem thêm phụ lục."}),
        ("en", {"Certainty": "secondary source", "Still applies": "trừ Điều 3",
                "Notes": "Ngày còn để mở.; Xem thêm phụ lục."}),
    ],
)  # fmt: skip
def test_each_file_tells_how_sure_the_source_is_what_is_kept_and_what_is_noted(
    language: Language, said: dict[str, str]
) -> None:
    report = audit_report(OPEN_TO_REVIEW, language)
    (row,) = table(csv_file(report).decode())
    assert {heading: row[heading] for heading in said} == said
    page = html_file(report).decode()
    assert all(f"<th>{heading}</th>" in page and f"<td>{words}</td>" in page for heading, words in said.items())
    head, first = load_workbook(io.BytesIO(xlsx_file(report))).worksheets[1].iter_rows(values_only=True)
    shown = dict(zip(head, first, strict=True))
    assert {heading: shown[heading] for heading in said} == said


def test_in_a_workbook_each_address_of_a_source_can_be_followed() -> None:
    book: Any = load_workbook(io.BytesIO(xlsx_file(audit_report(OPEN_TO_REVIEW, "vi"))))
    head, first = book.worksheets[1].iter_rows()
    links = {name.value: cell.hyperlink.target for name, cell in zip(head, first, strict=True) if cell.hyperlink}
    assert links == dict(zip(("Nguồn", "Nguồn 2", "Nguồn 3"), SOURCES, strict=True))


def test_a_printed_table_has_no_column_that_says_nothing() -> None:
    page = html_file(audit_report(finding("Căn cứ Nghị định."), "vi")).decode()
    assert "<th>Câu dẫn</th>" in page
    assert "Mức chắc chắn" not in page
    assert page.count("<th>") == page.count("<td>")


def test_a_dash_is_stdout(ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ask("audit", "--format", "csv", "--output", "-").out == ask("audit", "--format", "csv").out != ""
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "option", [("--format", "pdf"), ("--lang", "fr"), ("--output", "audit.pdf"), ("--severity", "worst")]
)
def test_another_format_or_language_is_wrong_usage(ask: Run, option: tuple[str, str]) -> None:
    assert ask("audit", *option).code == 2


def test_a_finding_on_the_terminal_tells_severity_and_successor(ask: Run) -> None:
    shown = ask("audit", "--kind", "ended").out
    assert "   Mức độ: cao · Văn bản thay thế: " in shown
    assert "   Severity: high · Look at instead: " in ask("audit", "--kind", "ended", "--lang", "en").out


def test_the_impact_of_a_document_that_has_ended_tells_since_when_and_by_what(ask: Run) -> None:
    shown = ask("impact", ENDED).out
    assert "Đã hết hiệu lực từ " in shown
    assert "Nếu hết hiệu lực" not in shown


def test_a_day_before_all_documents_is_told_beside_the_answer(ask: Run) -> None:
    for question in (["conflicts"], ["ranking"], ["stats"], ["trace", ENDED], ["impact", ENDED], ["search", "04"]):
        assert "sớm hơn mọi văn bản có ngày trong kho" in ask(*question, "--as-of", "1990-01-01").err


@pytest.mark.parametrize("question", [("audit",), ("impact", ENDED), ("coverage", WARD)])
def test_a_report_without_links_says_how_to_get_them(ask: Run, question: tuple[str, ...], tmp_path: Path) -> None:
    plain, linked = tmp_path / "plain.html", tmp_path / "linked.html"
    ask(*question, "--output", plain)
    ask(*question, "--output", linked, "--link", "http://127.0.0.1:8000")
    assert "--link http://127.0.0.1:8000" in plain.read_text(encoding="utf-8")
    assert "--link" not in linked.read_text(encoding="utf-8")
