"""Provisions before a document: what is inside them, what they are joined by, what is left out of them."""

from __future__ import annotations

import pytest

from ingest.pinpoints import provisions_in, without_pinpoint


@pytest.mark.parametrize(
    ("written", "pinpoint"),
    [
        ("Bỏ đoạn 3 khoản 2 Điều 6 ", "đoạn 3 khoản 2 Điều 6"),
        ("tại gạch đầu dòng thứ tư điểm c khoản 1 Điều 8 của ", "gạch đầu dòng thứ tư điểm c khoản 1 Điều 8"),
        ("theo câu đầu của khoản 3 Điều 2 ", "câu đầu của khoản 3 Điều 2"),
        ("Điều 2, 3, khoản 5 Điều 8 và từ Điều 11 đến Điều 14 ", "Điều 2, 3, khoản 5 Điều 8 và từ Điều 11 đến Điều 14"),
        ("tại Điều 9 (khoản 3) ", "Điều 9 (khoản 3)"),
        ("Bãi bỏ Điều 4 (trừ khoản 1 và khoản 2), Điều 6 ", "Điều 4 (trừ khoản 1 và khoản 2), Điều 6"),
        ("theo Điều 6 - Chương II ", "Điều 6 - Chương II"),
        ("theo Điều thứ 7 ", "Điều thứ 7"),
        ("bổ sung Điều 9a vào sau Điều 9 của ", "Điều 9"),
        ("Điểm 4 của bản Quy chế ban hành theo ", "Điểm 4"),
        ("trong giai đoạn 2 của ", None),
    ],
)
def test_parts_of_a_provision_and_ways_to_join_them_belong_to_it(written: str, pinpoint: str | None) -> None:
    assert without_pinpoint(written)[1] == pinpoint


def test_parts_that_are_amended_one_after_another_are_one_pinpoint() -> None:
    assert without_pinpoint("Sửa đổi khoản 1 Điều 2, bổ sung khoản 6a Điều 8 ") == (
        "Sửa đổi ",
        "khoản 1 Điều 2, bổ sung khoản 6a Điều 8",
    )


def test_parts_on_which_a_text_acts_in_several_ways_are_all_those_of_the_document() -> None:
    assert without_pinpoint("bãi bỏ khoản 1 Điều 2; sửa đổi Điều 8 ") == (
        "bãi bỏ ",
        "khoản 1 Điều 2; sửa đổi Điều 8",
    )


def test_what_an_exception_leaves_in_a_provision_stays_with_it() -> None:
    said = "Điều 4 (trừ khoản 1 và khoản 2), Điều 6"
    assert list(provisions_in(said)) == ["Điều 4 (trừ khoản 1 và khoản 2)", "Điều 6"]
