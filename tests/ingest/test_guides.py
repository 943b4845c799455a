"""Lists of what guides a law, and what else was done to a document (domain reference §4.2, §4.3)."""

from __future__ import annotations

import pytest

from tests.ingest.test_relations import edges

LAW, B, C = "Luật Thanh tra", "Nghị định số 43/2023/NĐ-CP", "Thông tư số 06/2023/TT-TTCP"
BOTH = {("43/2023/NĐ-CP", "GUIDES", LAW), ("06/2023/TT-TTCP", "GUIDES", LAW)}


@pytest.mark.parametrize(
    "written",
    [
        f"Quán triệt {LAW} và các văn bản hướng dẫn thi hành ({B}, {C}).",
        f"Quán triệt {LAW} và các văn bản quy định chi tiết, hướng dẫn thi hành gồm: {B} và {C}.",
        f"Phổ biến các nghị định, thông tư hướng dẫn thi hành {LAW}: {B}; {C}.",
        f"Phổ biến các văn bản hướng dẫn một số điều của {LAW}, gồm: {B}, {C}.",
    ],
)
def test_what_a_list_of_guides_names_guides_the_law(written: str) -> None:
    assert edges(written) == BOTH


@pytest.mark.parametrize(
    "written",
    [
        f"Quán triệt {LAW} và các văn bản liên quan ({B}, {C}).",
        f"Phổ biến các nghị định liên quan đến {LAW}: {B}, {C}.",
        f"Thực hiện {LAW}: {B}.",
        f"Các văn bản hướng dẫn thi hành {LAW}. {B} có 8 chương.",
    ],
)
def test_what_only_stands_near_a_law_does_not_guide_it(written: str) -> None:
    assert edges(written) == set()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "Nghị định số 8/2014/NĐ-CP (sửa đổi tại Nghị định số 9/2017/NĐ-CP, bãi bỏ bởi Nghị định số 7/2020/NĐ-CP)",
            {("9/2017/NĐ-CP", "AMENDS", "8/2014/NĐ-CP"), ("7/2020/NĐ-CP", "REPEALS", "8/2014/NĐ-CP")},
        ),
        (
            "Nghị định số 8/2014/NĐ-CP bị sửa đổi tại Nghị định số 9/2017/NĐ-CP, thay bằng Nghị định số 7/2020/NĐ-CP.",
            {("9/2017/NĐ-CP", "AMENDS", "8/2014/NĐ-CP"), ("7/2020/NĐ-CP", "REPLACES", "8/2014/NĐ-CP")},
        ),
        (
            "Nghị định số 9/2017/NĐ-CP và Nghị định số 7/2020/NĐ-CP đều sửa đổi Nghị định số 8/2014/NĐ-CP.",
            {("9/2017/NĐ-CP", "AMENDS", "8/2014/NĐ-CP"), ("7/2020/NĐ-CP", "AMENDS", "8/2014/NĐ-CP")},
        ),
        (
            "Thông báo số 51/TB-UBND ngày 3/2/2025 đính chính Thông báo số 40/TB-UBND ngày 1/2/2025.",
            {("51/TB-UBND", "CORRECTS", "40/TB-UBND")},
        ),
        (
            "Công văn số 51/UBND-NC ngày 3/2/2025 thay thế Công văn số 40/UBND-NC ngày 1/2/2025.",
            {("51/UBND-NC", "REPLACES", "40/UBND-NC")},
        ),
        ("Rà soát Quyết định số 5/QĐ-UBND do tỉnh ban hành, đề xuất bãi bỏ Quyết định số 4/QĐ-UBND", set()),
        ("Công văn số 51/UBND-NC ngày 3/2/2025 thay thế Quyết định số 40/QĐ-UBND ngày 1/2/2025.", set()),
    ],
)
def test_what_else_was_done_to_a_document_was_done_to_the_same_one(
    written: str, expected: set[tuple[str, str, str]]
) -> None:
    assert edges(written) == expected
