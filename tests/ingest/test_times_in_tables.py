"""When the task of a row is due: what the head of the column says is left out of its cells."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import Header
from tests.ingest.pages import tasks_of

HEADER = Header(date=date(2024, 3, 1))


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("12/2024", (date(2024, 12, 31),)),
        ("Tháng 12/2024", (date(2024, 12, 31),)),
        ("2024", (date(2024, 12, 31),)),
        ("4/2024; 10/2024", (date(2024, 4, 30), date(2024, 10, 31))),
        ("Quý II, IV/2024", (date(2024, 6, 30), date(2024, 12, 31))),
        ("Tháng 4-6/2024", (date(2024, 6, 30),)),
        ("15/4/2024", (date(2024, 4, 15),)),
        ("Thường xuyên", ()),
    ],
)
def test_a_cell_of_times_needs_no_words(cell: str, due: tuple[date, ...]) -> None:
    head = "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành\n"
    table = f"{head}1 | Ươm cây | Phòng Kinh tế | {cell}\n2 | Trồng cây | Các thôn | 30/11/2024\n"
    first, _ = tasks_of(f"Số: 5/KH-UBND\n\nKẾ HOẠCH\n\nTrồng cây\n\nII. NỘI DUNG\n\n{table}", HEADER)
    assert first.deadlines == due
