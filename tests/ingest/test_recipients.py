"""To whom a document is sent, and where the list of them ends when its archive line is lost."""

from __future__ import annotations

import pytest

from ingest.extract import extract_text

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN TÂN LẬP
Số: 5/KH-UBND
Tân Lập, ngày 01 tháng 3 năm 2024

KẾ HOẠCH
Trồng cây

I. VIỆC
1. Phòng Kinh tế ươm đủ cây giống.

Nơi nhận:
- TT. Huyện ủy; TT. HĐND huyện (b/c);
- Các phòng, ban thuộc VP. UBND huyện;
- UBND các xã, thị trấn;
"""
NAMED = ["TT. Huyện ủy", "TT. HĐND huyện", "Các phòng, ban thuộc VP. UBND huyện", "UBND các xã, thị trấn"]


def recipients(text: str) -> list[str]:
    return extract_text(text, "a.txt").recipients


def test_each_item_is_a_recipient_without_its_note() -> None:
    assert recipients(PLAN) == NAMED


@pytest.mark.parametrize(
    "text",
    [
        "- Điều 1. Ban hành kèm theo quy chế làm việc;\n- Sở Y tế;",
        "- a) Ươm cây;\n- Sở Y tế;",
        "- II. NHIỆM VỤ;\n- Sở Y tế;",
        "- Báo cáo kết quả trước ngày 15/12 để tổng hợp;\n- Sở Y tế;",
        f"- {'Các thôn ươm cây, đào hố, bón phân và tưới nước đều, ' * 3}không để cây chết;\n- Sở Y tế;",
    ],
    ids=["article", "point", "section", "dated", "long"],
)
def test_the_list_ends_where_text_begins(text: str) -> None:
    assert recipients(PLAN + text) == NAMED


def test_of_an_item_that_runs_on_into_a_sentence_the_name_is_left() -> None:
    assert recipients(PLAN + "- Hạt Kiểm lâm huyện. Các thôn đào hố đủ sâu;\n- Sở Y tế;") == [
        *NAMED,
        "Hạt Kiểm lâm huyện",
    ]


def test_the_mark_of_a_signature_in_the_other_column_is_no_recipient() -> None:
    tail = "- Trạm Y tế;                    (Đã ký)\n- Hội Nông dân xã;\n- Lưu: VT.            Lò Văn Ươm\n"
    assert recipients(PLAN + tail) == [*NAMED, "Trạm Y tế", "Hội Nông dân xã"]
