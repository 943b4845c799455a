"""A paragraph of several sentences, each with a unit of its own that does something, is as many tasks."""

from __future__ import annotations

import pytest

from tests.ingest.pages import header_of, plan, tasks_of


def tasks(paragraph: str, heading: str = "II. TỔ CHỨC THỰC HIỆN") -> list[tuple[tuple[str, ...], str]]:
    text = plan(body=f"I. MỤC ĐÍCH\n1. Nước sạch.\n{heading}\n{paragraph}\n")
    return [(task.assignees, task.text) for task in tasks_of(text, header_of(text)) if task.part == "organisation"]


def test_each_sentence_that_begins_with_a_unit_and_its_verb_is_a_task_of_that_unit() -> None:
    first = "1. Sở Xây dựng rà soát các trạm cấp nước, đề xuất sửa chữa."
    second = "Sở Tài chính thẩm định kinh phí trước ngày 15/3/2022."
    assert tasks(f"{first} {second}") == [(("Sở Xây dựng",), first), (("Sở Tài chính",), second)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "1. Sở Xây dựng rà soát các trạm cấp nước. Kinh phí lấy từ ngân sách tỉnh.",
        "1. Sở Xây dựng rà soát các trạm cấp nước. Báo cáo kết quả trước ngày 15/3/2022.",
        "1. Sở Xây dựng rà soát các trạm cấp nước. Nội dung này Sở Tài chính đã có ý kiến.",
    ],
)
def test_a_sentence_without_a_unit_of_its_own_goes_on_with_the_task(paragraph: str) -> None:
    assert tasks(paragraph) == [(("Sở Xây dựng",), paragraph)]


def test_outside_of_the_sections_that_give_tasks_a_second_sentence_gives_none() -> None:
    assert tasks("1. Sở Xây dựng quản lý cấp nước. Sở Tài chính thẩm định giá.", "II. THỰC TRẠNG") == []


def test_behind_an_order_to_one_unit_a_sentence_that_begins_with_another_is_a_task_of_that_other() -> None:
    first = "1. Giao Sở Xây dựng nghiệm thu trạm bơm, xong trước 30/4."
    second = "Ban Quản lý Khu công nghiệp tỉnh chủ động đấu nối đường ống."
    assert tasks(f"{first} {second}") == [
        (("Sở Xây dựng",), first),
        (("Ban Quản lý Khu công nghiệp tỉnh",), second),
    ]


@pytest.mark.parametrize("kind", ["Chương trình hành động", "Chương trình phối hợp", "Kế hoạch hành động", "Đề án"])
def test_what_a_document_says_of_itself_at_the_end_is_no_task_of_the_last_unit(kind: str) -> None:
    order = "1. Đề nghị Hội Nông dân tỉnh vận động hội viên đóng góp ngày công."
    assert tasks(f"{order}\n{kind} này được phổ biến đến các thôn, tổ dân phố.") == [(("Hội Nông dân tỉnh",), order)]


def test_what_the_writer_asks_of_all_at_the_end_is_no_task_of_the_writer_nor_of_the_last_unit() -> None:
    order = "1. Giao Phòng Quản lý đô thị theo dõi, tổng hợp."
    close = "Sở Xây dựng đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện./."
    assert tasks(f"{order}\n{close}", "II. NỘI DUNG") == [(("Phòng Quản lý đô thị",), order)]


def test_who_takes_over_behind_a_semicolon_is_charged_by_the_same_order() -> None:
    order = "1. Giao Sở Xây dựng lập danh mục; Sở Tài chính bố trí vốn trước ngày 15/3/2022."
    assert tasks(order) == [(("Sở Xây dựng", "Sở Tài chính"), order)]
