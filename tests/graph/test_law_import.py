"""Tables of validity that users bring: good rows are kept, bad ones told by line, contradictions left to review."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.law_import import ImportReport, import_law
from graph.store import Store
from queries.base import validity_rows

HEADER = "symbol,type,in_force_from,ended,scope,ended_by,certainty,source"
GOOD = "04/2015/NĐ-CP,NĐ,2015-02-25,2023-07-01,whole,10/2022/QH15,secondary,trang A"
CERTAINTIES = ("confirmed by the text", "confirmed by several pages", "secondary", "open")
DECREE = "norm:nd:2015:4:chinh-phu"
SHARED = Path(__file__).parents[3] / "shared" / "known-law.csv"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "bang.csv"


def brought(store: Store, table: Path, *rows: str, header: str = HEADER) -> ImportReport:
    table.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return import_law(store, table)


def test_a_row_becomes_validity_with_its_source(store: Store, table: Path) -> None:
    report = brought(store, table, GOOD)
    assert (report.read, report.kept, report.bad, report.warnings) == (1, 1, [], [])
    (known,) = validity_rows(store, [DECREE])[DECREE]
    assert (known.in_force_from, known.ended, known.ended_by) == (date(2015, 2, 25), date(2023, 7, 1), "10/2022/QH15")
    assert (known.source, known.certainty, known.origin) == ("trang A", "secondary", "import:bang")


def test_a_file_of_the_same_name_takes_the_place_of_the_one_before(store: Store, table: Path) -> None:
    brought(store, table, GOOD)
    brought(store, table, GOOD.replace("2023-07-01", "2024-01-01"))
    assert [known.ended for known in validity_rows(store, [DECREE])[DECREE]] == [date(2024, 1, 1)]


def test_days_are_read_as_the_command_line_reads_them(store: Store, table: Path) -> None:
    brought(store, table, GOOD.replace("2015-02-25", "25/2/2015").replace("2023-07-01", "01/07/2023"))
    (known,) = validity_rows(store, [DECREE])[DECREE]
    assert (known.in_force_from, known.ended) == (date(2015, 2, 25), date(2023, 7, 1))


def test_the_day_of_comparing_is_kept_and_may_be_missing(store: Store, table: Path) -> None:
    header = f"{HEADER},checked"
    brought(store, table, f"{GOOD},21/11/2026", f"{GOOD.replace('04/', '05/')},", header=header)
    known = validity_rows(store, [DECREE, "norm:nd:2015:5:chinh-phu"])
    assert [row.checked for rows in known.values() for row in rows] == [date(2026, 11, 21), None]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared table of known law is not beside this repository")
def test_a_table_without_the_day_of_comparing_is_imported_whole(store: Store) -> None:
    report = import_law(store, SHARED)
    assert (report.kept, report.bad) == (report.read, [])


def test_pages_that_confirm_a_row_may_be_counted(store: Store, table: Path) -> None:
    brought(store, table, GOOD.replace("secondary", "confirmed by three pages"))
    (known,) = validity_rows(store, [DECREE])[DECREE]
    assert known.certainty == "confirmed by several pages"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            GOOD.replace("2023-07-01", "2023-13-01"),
            "cột ended: không dùng được giá trị “2023-13-01”, hãy viết 2024-02-13 hoặc 13/02/2024",
        ),
        (GOOD.replace("whole", "half"), "cột scope: không dùng được giá trị “half”, hãy chọn: whole, part"),
        (
            GOOD.replace("secondary", "sure"),
            f"cột certainty: không dùng được giá trị “sure”, hãy chọn: {', '.join(CERTAINTIES)}",
        ),
        (GOOD.replace(",NĐ,", ",XX,"), "cột type: không có loại văn bản “XX”"),
        (GOOD.replace("trang A", ""), "cột source: không dùng được giá trị “”"),
        (
            "06/2015/NĐ-CP,NĐ,,,,,open,trang A",
            "không có ngày có hiệu lực hay ngày hết hiệu lực: không nói gì về hiệu lực",
        ),
        (GOOD + ",thừa", "số ô không khớp với số cột ở dòng 1"),
        (GOOD.replace("04/2015/NĐ-CP", "???"), "không đủ số, ký hiệu, cơ quan ban hành hoặc ngày để nhận ra văn bản"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_others_are_kept(
    store: Store, table: Path, row: str, reason: str
) -> None:
    report = brought(store, table, GOOD, row, GOOD.replace("04/", "05/"))
    assert [(bad.line, bad.reason) for bad in report.bad] == [(3, reason)]
    assert (report.read, report.kept) == (3, 2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (GOOD.replace("04/", "05/").replace("2023-07-01", "2014-07-01"), "ngày hết hiệu lực sớm hơn"),
        (GOOD.replace("2023-07-01", "2024-07-01"), "mâu thuẫn với dòng 2"),
    ],
)
def test_a_row_that_cannot_be_right_is_kept_with_a_warning(store: Store, table: Path, row: str, reason: str) -> None:
    report = brought(store, table, GOOD, row)
    assert report.kept == 2
    (warning,) = report.warnings
    assert warning.line == 3
    assert reason in warning.reason


def test_a_day_of_effect_before_the_day_of_issue_is_kept_with_a_warning(store: Store, table: Path) -> None:
    issued = [day + GOOD for day in ("2015-02-26,", "2015-02-25,", ",")]
    report = brought(store, table, *issued, header=f"issued,{HEADER}")
    assert (report.kept, [warning.line for warning in report.warnings]) == (3, [2])
    assert "ngày có hiệu lực sớm hơn ngày ban hành" in report.warnings[0].reason


def test_semicolons_a_mark_of_the_encoding_and_blank_lines_are_no_matter(store: Store, table: Path) -> None:
    table.write_text(f"\ufeff{HEADER}\n\n{GOOD}\n".replace(",", ";"), encoding="utf-8")
    report = import_law(store, table)
    assert (report.read, report.kept) == (1, 1)


@pytest.mark.parametrize(
    ("header", "said"),
    [("symbol,type,certainty", "thiếu cột source"), (HEADER + ",màu", "không có cột nào tên là màu")],
)
def test_a_file_with_other_columns_is_refused_with_the_list(store: Store, table: Path, header: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        brought(store, table, GOOD, header=header)


def test_a_file_that_cannot_be_read_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Không đọc được"):
        import_law(store, tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("số".encode("latin-1", "replace") + b"\xff")
    with pytest.raises(InputError, match="UTF-8"):
        import_law(store, tmp_path / "latin.csv")
