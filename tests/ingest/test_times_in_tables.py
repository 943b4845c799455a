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


@pytest.mark.parametrize(
    "head",
    [
        "STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành",
        "TT | Nhiệm vụ | Đơn vị thực hiện | Đơn vị phối hợp | Thời hạn",
        "STT | Công việc | Người thực hiện | Kết quả | Hoàn thành trước",
        "STT | Các hoạt động | Phòng, ban phụ trách | Kinh phí | Mốc thời gian",
        "STT | Nhiệm vụ cụ thể | Cơ quan tham mưu | Cấp ban hành | Thời gian trình",
        "STT | Tên văn bản | Cơ quan soạn thảo | Cơ quan phối hợp | Thời gian ban hành",
        "TT | Tên đề án | Cơ quan trình | Ghi chú | Thời gian trình",
    ],
)
def test_a_column_is_told_by_what_its_head_calls_it(head: str) -> None:
    table = f"{head}\n1 | Ươm cây | Phòng Kinh tế | - | 30/11/2024\n2 | Trồng cây | UBND các xã | - | 15/12/2024\n"
    found = tasks_of(f"Số: 5/KH-UBND\n\nKẾ HOẠCH\n\nTrồng cây\n\nII. NỘI DUNG\n\n{table}", HEADER)

    assert [(task.assignees, task.deadlines) for task in found] == [
        (("Phòng Kinh tế",), (date(2024, 11, 30),)),
        (("UBND các xã",), (date(2024, 12, 15),)),
    ]
