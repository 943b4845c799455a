"""The forms that an annex brings are filled in by others: their heads and feet give nobody tasks."""

from __future__ import annotations

import pytest

from ingest.parse import parse

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 214/KH-UBND\nNghệ An, ngày 14 tháng 11 năm 2025\nKẾ HOẠCH\nChuyển đổi số\n\n"
    "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ báo cáo theo mẫu tại Phụ lục.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn A\n\nPHỤ LỤC\nMẪU BÁO CÁO\n"
)


def works(annex: str) -> list[str]:
    return [" ".join(task.text.split()) for task in parse(PLAN + annex).assignments][1:]


@pytest.mark.parametrize("foot", ["THỦ TRƯỞNG ĐƠN VỊ", "GIÁM ĐỐC", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"])
def test_the_foot_of_a_form_is_no_unit_with_tasks(foot: str) -> None:
    assert works(f"{foot}\n(Ký, ghi rõ họ tên, đóng dấu)\nTổng hợp số liệu của các đơn vị trực thuộc\n") == []


def test_a_new_form_ends_what_was_said_above_it() -> None:
    text = "Điều 3. Giám đốc Sở Nội vụ chịu trách nhiệm:\nRà soát danh sách.\nGIÁM ĐỐC\nTổng hợp số liệu các xã\n"
    assert works(text) == ["Rà soát danh sách."]


def test_a_line_to_sign_on_is_no_task() -> None:
    assert works("1. Sở Nội vụ:\n(Ký tên, đóng dấu)\n- Tổng hợp số liệu.\n") == ["- Tổng hợp số liệu."]


def test_an_order_that_announces_those_who_are_named_below_it_is_a_heading() -> None:
    text = (
        "1. Giao nhiệm vụ cho các cơ quan thực hiện thu hồi đất:\na) Sở Nội vụ rà soát.\nb) Sở Y tế phối hợp rà soát.\n"
    )
    assert works(text) == ["a) Sở Nội vụ rà soát.", "b) Sở Y tế phối hợp rà soát."]


def test_a_body_in_capitals_over_a_list_in_an_annex_has_its_tasks() -> None:
    text = "SỞ NỘI VỤ\n1. Rà soát danh sách cán bộ.\n2. Tổng hợp, báo cáo.\nSỞ Y TẾ\n- Rà soát các trạm y tế.\n"
    found = [(task.assignees, " ".join(task.text.split())) for task in parse(PLAN + text).assignments][1:]
    assert [units for units, _ in found] == [("SỞ NỘI VỤ",), ("SỞ NỘI VỤ",), ("SỞ Y TẾ",)]
