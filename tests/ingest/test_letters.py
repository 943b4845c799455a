"""Official letters and other papers that ask: whom the writer asks for what follows, and what is no task."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.parse import parse

LETTER = (
    "UBND TỈNH GIA LAI\nSỞ NỘI VỤ\nSố: 31/SNV-CCHC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Gia Lai, ngày 12 tháng 11 năm 2025\nV/v xác định chỉ số\n\nKính gửi: Các sở, ban, ngành thuộc tỉnh.\n\n"
)
ITEMS = "1. Tự đánh giá kết quả.\n2. Gửi báo cáo về Sở Nội vụ trước ngày 05/12/2025.\n"


def assignees(text: str) -> list[tuple[str, ...]]:
    return [task.assignees for task in parse(LETTER + text).assignments]


@pytest.mark.parametrize(
    ("opening", "units"),
    [
        (
            "Thực hiện Công văn số 8872/BNV-CCHC, Sở Nội vụ đề nghị các sở, ban, ngành thực hiện như sau:",
            ("các sở, ban, ngành",),
        ),
        (
            "Sở Nội vụ yêu cầu Trưởng các phòng, Thủ trưởng các đơn vị khẩn trương thực hiện các nhiệm vụ sau đây:",
            ("Trưởng các phòng", "Thủ trưởng các đơn vị"),
        ),
        ("Sở Nội vụ nhận được kế hoạch. Sở Nội vụ đề nghị UBND các xã, phường:", ("UBND các xã, phường",)),
    ],
)
def test_whom_the_opening_of_a_letter_asks_has_the_tasks_below(opening: str, units: tuple[str, ...]) -> None:
    assert assignees(f"{opening}\n{ITEMS}") == [units, units]


def test_a_letter_of_one_paragraph_asks_for_one_task() -> None:
    text = (
        "Thực hiện Công văn số 8872/BNV-CCHC ngày 03/11/2025 của Bộ Nội vụ, Sở Nội vụ đề nghị các sở, ban, ngành rà"
        " soát, báo cáo về Sở Nội vụ trước ngày 05/12/2025.\n"
    )
    (task,) = parse(LETTER + text).assignments
    assert (task.assignees, task.deadlines) == (("các sở, ban, ngành",), (date(2025, 12, 5),))


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Công văn số 8872/BNV-CCHC, Sở Nội vụ đề nghị UBND tỉnh xem xét một số nội dung sau:",
        "Căn cứ Công văn số 8872/BNV-CCHC, Sở Nội vụ kính trình UBND tỉnh xem xét các nội dung sau:",
        "Thực hiện Công văn số 8872/BNV-CCHC, Sở Nội vụ hướng dẫn các sở, ban, ngành một số nội dung như sau:",
    ],
)
def test_what_is_put_to_a_superior_or_explained_is_no_task_of_those_named(opening: str) -> None:
    assert assignees(f"{opening}\n1. Thành lập Ban Chỉ đạo tỉnh.\n2. Bố trí kinh phí thực hiện.\n") == []


def test_the_petition_that_closes_a_submission_is_no_task_of_its_issuer() -> None:
    asks = "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét./.\n"
    assert assignees(f"Sở Nội vụ báo cáo như sau.\n{asks}") == []
    assert assignees(f"Sở Nội vụ báo cáo như sau.\nTrên đây là Tờ trình về dự án Luật Lưu trữ, {asks}") == []


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("\nNgày 05 tháng 10 năm 2023, tại Trụ sở Chính phủ, Phó Thủ tướng đã chủ trì cuộc họp.", None),
        ("\nngày 05 tháng 10 năm 2023 của Chính phủ.", date(2023, 10, 5)),
        (" ngày 05 tháng 10 năm 2023 của Chính phủ.", date(2023, 10, 5)),
    ],
)
def test_the_day_with_which_the_next_line_begins_its_story_is_not_that_of_a_number_above(
    behind: str, when: date | None
) -> None:
    text = f"VĂN PHÒNG CHÍNH PHỦ\nSố: 4/TB-VPCP\n\nTHÔNG BÁO\nVỀ DỰ THẢO SỬA ĐỔI NGHỊ ĐỊNH SỐ 08/2022/NĐ-CP{behind}\n"
    assert parse(text).mentions[0].date == when


def test_the_heads_of_columns_that_stand_in_a_row_are_no_unit_with_a_task() -> None:
    assert assignees("II. NHIỆM VỤ\nCơ quan chủ trì Cơ quan phối hợp Thời gian hoàn thành\n") == []


@pytest.mark.parametrize(
    ("task", "units"),
    [
        ("UBND các xã, phường tuyên truyền.", ("UBND các xã, phường",)),
        ("Các sở, ngành rà soát;", ("Các sở, ngành",)),
        ("Sở Tài chính bố trí kinh phí.", ("Sở Tài chính",)),
    ],
)
def test_a_short_sentence_of_a_letter_is_a_task_and_no_heading(task: str, units: tuple[str, ...]) -> None:
    others = ("Sở Y tế", "Công an tỉnh")
    body = f"UBND tỉnh yêu cầu:\n1. {others[0]} tổ chức trực.\n2. {task}\n3. {others[1]} kiểm tra.\n"

    assert assignees(body) == [(others[0],), units, (others[1],)]


def test_a_short_item_of_an_article_that_tells_who_acts_gives_no_task() -> None:
    body = "Điều 5. Trình tự thảo luận\n1. Chủ tọa nêu vấn đề.\n2. Hội đồng nhân dân thảo luận.\n"

    assert assignees(body) == []


@pytest.mark.parametrize("matter", ["Trách nhiệm chung", "Cơ chế phối hợp", "Điều khoản thi hành"])
def test_a_heading_of_what_all_do_among_those_of_units_is_no_unit(matter: str) -> None:
    body = f"""III. PHÂN CÔNG TRÁCH NHIỆM
1. Liên đoàn Lao động tỉnh
- Tổ chức Tháng Công nhân.
2. Sở Nội vụ
- Kiểm tra doanh nghiệp.
3. {matter}
- Cử cán bộ đầu mối; luân phiên chủ trì sơ kết.
"""

    assert assignees(body) == [("Liên đoàn Lao động tỉnh",), ("Sở Nội vụ",)]
