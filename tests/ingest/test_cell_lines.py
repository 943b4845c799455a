"""A table of which each cell is left on a line of its own gives its tasks to the units of its leading column."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.cell_lines import tables_of_lines
from ingest.parse import parse
from tests.ingest.pages import plan

HEAD = "TT\nNội dung\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời hạn\n"
FIRST = "1\nNạo vét kênh N2\nSở Xây dựng\nCác xã ven kênh\n15/3/2022\n"
SECOND = "2\nLắp đồng hồ nước\nSở Y tế\nSở Tài chính\nQuý II/2022\n"
ROWS = [
    ["TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"],
    ["1", "Nạo vét kênh N2", "Sở Xây dựng", "Các xã ven kênh", "15/3/2022"],
    ["2", "Lắp đồng hồ nước", "Sở Y tế", "Sở Tài chính", "Quý II/2022"],
]


def rows_of(text: str) -> list[list[list[str]]]:
    return [[[" ".join(c.of(text).split()) for c in row] for row in t.rows] for t in tables_of_lines(text)]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + FIRST + SECOND,
        "PHỤ LỤC\n" + HEAD + FIRST + SECOND + "Ghi chú: hằng tháng cập nhật.\n",
        (HEAD + FIRST + SECOND).replace("\n", "\n\n"),
        HEAD + FIRST.replace("vét kênh", "vét\nkênh") + SECOND,
        HEAD.replace("TT", "STT").replace("Thời hạn", "Thời\nhạn") + FIRST + SECOND,
    ],
    ids=["bare", "between text", "blank lines", "a cell of two lines", "a title of two lines"],
)
def test_the_lines_under_a_head_are_its_rows(text: str) -> None:
    ((head, *rows),) = rows_of(text)
    assert [cell.replace("STT", "TT") for cell in head] == ROWS[0]
    assert rows == ROWS[1:]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + FIRST,
        HEAD + FIRST.replace("Sở Xây dựng\n", "") + SECOND,
        HEAD + FIRST + SECOND.replace("2\n", "3\n"),
        "TT\nNội dung\n1\nNạo vét\n2\nLắp đặt\n",
    ],
    ids=["one row", "a cell is lost", "a row is lost", "two columns"],
)
def test_lines_whose_columns_could_only_be_guessed_are_no_table(text: str) -> None:
    assert rows_of(text) == []


def test_the_unit_that_leads_gets_the_task_and_its_day() -> None:
    text = plan(body=f"I. MỤC ĐÍCH\n1. Nước sạch.\nII. TỔ CHỨC THỰC HIỆN\n{HEAD}{FIRST}{SECOND}")
    assert [(task.assignees, task.deadlines) for task in parse(text).assignments] == [
        (("Sở Xây dựng",), (date(2022, 3, 15),)),
        (("Sở Y tế",), (date(2022, 6, 30),)),
    ]


def test_a_cell_goes_on_under_a_line_that_can_be_no_end() -> None:
    text = (
        "TT\nViệc\nChủ trì\n1\nLập hồ sơ theo Nghị định số\n118/2025/NĐ-CP\nSở Khoa học và\nCông nghệ\n"
        "2\nBáo cáo\nSở Nội vụ\n"
    )
    (table,) = tables_of_lines(text)
    assert [[" ".join(cell.of(text).split()) for cell in row] for row in table.rows[1:]] == [
        ["1", "Lập hồ sơ theo Nghị định số 118/2025/NĐ-CP", "Sở Khoa học và Công nghệ"],
        ["2", "Báo cáo", "Sở Nội vụ"],
    ]
