"""A table that is drawn with lines on a page is read by its lines, however near its words stand."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from ingest.readers import read_data
from ingest.readers.layout import Word, read_page
from ingest.readers.ruled import Rule, grids, read_ruled


def frame(columns: list[float], rows: list[float]) -> list[Rule]:
    return [
        *(Rule(upright=True, at=x, low=rows[0], high=rows[-1]) for x in columns),
        *(Rule(upright=False, at=y, low=columns[0], high=columns[-1]) for y in rows),
    ]


def words(line: str, x: float, y: float) -> list[Word]:
    found = []
    for word in line.split():
        found.append(Word(word, x, y, x + 5 * len(word), y + 10))
        x += 5 * len(word) + 3
    return found


def test_words_on_both_sides_of_a_line_stand_in_two_cells_and_lines_of_a_cell_in_one() -> None:
    page = [
        *words("1", 2, 2), *words("Tập huấn", 22, 2), *words("Sở Nội vụ", 73, 2),
        *words("cán bộ", 22, 14), *words("tỉnh", 73, 14),
        *words("2", 2, 32), *words("Báo cáo", 22, 32), *words("Sở Tài chính", 73, 32),
    ]  # fmt: skip
    rules = frame([0, 20, 70, 140], [0, 30, 45])
    assert read_ruled(page, rules) == "1 | Tập huấn cán bộ | Sở Nội vụ tỉnh\n2 | Báo cáo | Sở Tài chính"


def test_a_cell_over_several_columns_stands_in_the_first_of_them() -> None:
    whole = frame([0, 20, 70, 140], [0, 15, 30])
    parted = [rule for rule in whole if not (rule.upright and rule.at in {20, 70})]
    parted += [Rule(upright=True, at=x, low=15, high=30) for x in (20, 70)]
    page = [
        *words("I. Nhóm nhiệm vụ về thể chế", 2, 2),
        *words("1", 2, 17),
        *words("Rà soát", 22, 17),
        *words("Sở Tư pháp", 73, 17),
    ]
    assert read_ruled(page, parted) == "I. Nhóm nhiệm vụ về thể chế |  | \n1 | Rà soát | Sở Tư pháp"


def test_what_stands_around_a_table_is_read_before_and_behind_it() -> None:
    page = [*words("Trên", 0, 0), *words("a", 2, 22), *words("b", 22, 22), *words("c", 2, 42), *words("Dưới", 0, 80)]
    text = read_ruled(page, frame([0, 20, 40], [20, 40, 60]))
    assert text == "Trên\n\na | b\nc | \n\nDưới"


@pytest.mark.parametrize(
    "rules",
    [
        [],
        frame([0, 100], [0, 20, 40]),  # one column: a frame
        frame([0, 50, 100], [0, 40]),  # one row: a head set in two columns
        [Rule(upright=False, at=10, low=0, high=100)],  # a line under a heading
        [Rule(upright=True, at=x, low=0, high=5) for x in (0, 10, 20)],
    ],
)
def test_lines_that_make_no_table_change_nothing(rules: list[Rule]) -> None:
    page = [*words("Sở Nội vụ", 2, 2), *words("Số: 5/KH-SNV", 60, 2), *words("ngày", 60, 20)]
    assert grids(rules) == []
    assert read_ruled(page, rules) == read_page(page)


@pytest.mark.parametrize("drawn", ["GRID", "BOX"])
def test_the_columns_of_a_printed_table_are_told_by_its_lines(drawn: str) -> None:
    rows = [
        ["TT", "Nêu tên công trình", "Giao cho", "Cùng làm", "Khi nào xong"],
        ["1", "Thanh tra công an", "Thanh tra", "Công an", "Quý hai"],
        ["2", "Thông tin cho công dân", "Thông tin", "Công an", "Quý ba"],
    ]
    cells = [(column, row) for column in range(5) for row in range(3)] if drawn == "BOX" else []
    lines = [("BOX", cell, cell, 0.5, "black") for cell in cells] or [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    padding = [("LEFTPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), 1)]
    widths = [stringWidth(max(column, key=len), "Helvetica", 10) + 4 for column in zip(*rows, strict=True)]
    table = Table(rows, colWidths=widths, style=TableStyle([*lines, *padding]))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 40, 600)
    canvas.setFont("Helvetica", 10)
    for number, said in enumerate(("Công an", "thanh tra", "thông tin", "cho hay", "trong khi", "hôm nay", "theo sau")):
        canvas.drawString(40, 500 - 14 * number, f"{said} hai ba sáu tám, {said} nêu rõ cách làm hay cho dân")
    canvas.save()
    assert "\n".join(" | ".join(row) for row in rows) in read_data(out.getvalue(), "a.pdf").text


def test_a_line_drawn_in_pieces_parts_cells_where_a_piece_is() -> None:
    whole = frame([0, 20, 40], [0, 15, 30, 45])
    pieces = [rule for rule in whole if not (rule.upright and rule.at == 20)]
    pieces += [Rule(upright=True, at=20, low=0, high=15), Rule(upright=True, at=21, low=30, high=45)]
    page = [*words("a", 2, 2), *words("b", 22, 2), *words("cc dd", 12, 17), *words("e", 2, 32), *words("f", 22, 32)]
    assert read_ruled(page, pieces) == "a | b\ncc dd | \ne | f"


def test_a_table_of_thousands_of_rows_drawn_piece_by_piece_is_read_in_one_go() -> None:
    rows = [15.0 * row for row in range(4_000)]
    pieces = [rule for top in rows for rule in frame([0, 20, 40, 60], [top, top + 15])]
    (grid,) = grids(pieces)  # each row looking at each piece would not come to an end
    page = [*words("a", 2, 2), *words("b", 42, 59_987)]
    assert [*grid.lines(page, 0)] == ["a |  | ", " |  | b"]
