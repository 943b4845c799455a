"""Tables whose bars stand on lines of their own: where they begin, where their rows end."""

from __future__ import annotations

import pytest

from ingest.normalise import normalise
from ingest.tables import read_tables

SIGNATURE = "|\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n|\n**CHỦ TỊCH**\nVõ An\n|\n"
ANNEX = "\n\n**PHỤ LỤC**\n\nDANH MỤC\n*(Kèm theo Kế hoạch này)*\n\n"


def row(*cells: str) -> str:
    return "|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for cell in cells)


def rows_of(text: str) -> list[list[list[str]]]:
    page = normalise(text)
    return [[[" ".join(c.of(page.text).split()) for c in cells] for cells in t.rows] for t in read_tables(page)]


HEAD = row("**TT**", "**Việc**", "**Chủ trì**", "**Thời hạn**")
FIRST = row("1", "Đào\nhố", "Xã đoàn", "Tháng 5")
SECOND = row("2", "Trồng cây", "", "Tháng 6")


def test_what_lies_between_the_signature_and_an_annex_is_no_cell_of_either() -> None:
    assert rows_of(SIGNATURE + ANNEX + HEAD + FIRST + SECOND) == [
        [
            ["TT", "Việc", "Chủ trì", "Thời hạn"],
            ["1", "Đào hố", "Xã đoàn", "Tháng 5"],
            ["2", "Trồng cây", "", "Tháng 6"],
        ]
    ]


@pytest.mark.parametrize(
    "title",
    [row("**I**", "**Chuẩn bị**"), row("I.", "Chuẩn bị", ""), row("I", "Chuẩn bị", "", "")],
    ids=["two cells", "three cells", "all cells"],
)
def test_a_row_of_merged_cells_does_not_shift_those_below_it(title: str) -> None:
    ((_, merged, *rest),) = rows_of(HEAD + title + FIRST + SECOND)
    assert merged[1:] == ["Chuẩn bị", "", ""]
    assert rest == [["1", "Đào hố", "Xã đoàn", "Tháng 5"], ["2", "Trồng cây", "", "Tháng 6"]]


def test_cells_that_are_all_set_apart_by_empty_lines_are_one_table() -> None:
    cells = ["TT", "Việc", "Chủ trì"]
    spaced = "|\n\n" + "".join(f"{cell}\n\n|\n\n" for cell in cells)
    text = f"{spaced.rstrip()}\n" + row("1", "Đào hố", "Xã đoàn")
    assert rows_of(text)[0][0] == cells


def test_a_second_line_of_the_head_divides_the_cell_above_it() -> None:
    head = row("TT", "Việc", "Đơn vị thực hiện", "Thời hạn") + row("Chủ trì", "Phối hợp")
    text = head + row("1", "Đào hố", "Xã đoàn", "", "Tháng 5") + row("2", "Trồng cây", "Xã đoàn", "Các thôn", "")
    assert rows_of(text) == [
        [
            ["TT", "Việc", "Chủ trì", "Phối hợp", "Thời hạn"],
            ["1", "Đào hố", "Xã đoàn", "", "Tháng 5"],
            ["2", "Trồng cây", "Xã đoàn", "Các thôn", ""],
        ]
    ]


def test_tabs_between_cells_are_bars_where_a_line_has_two_of_them() -> None:
    text = "Gồm:\tba việc\nTT\tViệc\tChủ trì\n1\tĐào hố\tXã đoàn\n2\tTrồng cây\t\n"
    assert rows_of(text) == [[["TT", "Việc", "Chủ trì"], ["1", "Đào hố", "Xã đoàn"], ["2", "Trồng cây", ""]]]
