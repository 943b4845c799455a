"""The findings of an audit as files to pass on."""

from __future__ import annotations

import csv
import io
import re

import pytest

from cli import words
from cli.reports import csv_report, html_report
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
    assert row["Phát hiện"] == words.FINDINGS["vi"]["ended"]
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", row["Ngày hết hiệu lực, sửa đổi"])
    assert ENDED in row["Câu dẫn"]
    assert row["Nguồn"]


def test_a_report_holds_all_findings_whatever_the_page(ask: Run) -> None:
    assert ask("audit", "--format", "csv", "--limit", "1").out == ask("audit", "--format", "csv").out


def test_a_report_may_be_english(ask: Run) -> None:
    rows = table(ask("audit", "--format", "csv", "--lang", "en").out)
    assert {row["Severity"] for row in rows} <= {"high", "medium", "low", "info"}
    assert words.FINDINGS["en"]["ended"] in {row["Finding"] for row in rows}
    assert any(f"{ENDED} ended on " in row["In words"] for row in rows)


def test_a_page_needs_nothing_from_elsewhere_and_prints(ask: Run) -> None:
    page = ask("audit", "--format", "html").out
    assert page.startswith('<!doctype html><html lang="vi">')
    assert "@media print" in page
    assert re.search(r"(?:src|href)=|@import|url\(", page) is None
    assert f"<td>{ENDED}</td>" in page


def finding(sentence: str) -> AuditResult:
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
            "as_of": "2024-01-01", "findings": [{**said, "evidence": evidence}], "counts": {}, "documents": 1,
            "citations": 1,
        }
    )  # fmt: skip


def test_words_of_a_text_are_no_markup_and_no_formula() -> None:
    page = html_report(finding("<script>x</script>"), "vi")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "'=cmd()" in csv_report(finding("=cmd()"), "vi")


@pytest.mark.parametrize("option", [("--format", "pdf"), ("--lang", "fr")])
def test_another_format_or_language_is_wrong_usage(ask: Run, option: tuple[str, str]) -> None:
    assert ask("audit", *option).code == 2
