"""What a type is said to be before its number belongs to the mention: "Công văn hỏa tốc số 88" (NĐ 30/2020 Art. 8)."""

from __future__ import annotations

import pytest

from ingest.type_words import type_word_before
from tests.ingest.references_of import find, one, quotes


@pytest.mark.parametrize("number", ["88/SYT-NVY", "88"], ids=["with a symbol", "bare"])
@pytest.mark.parametrize(
    "kind", ["hỏa tốc", "khẩn", "mật", "chỉ đạo", "hướng dẫn", "đôn đốc", "trả lời", "hỏa  tốc", "triển\nkhai"]
)
def test_an_official_letter_of_a_kind_is_a_letter_from_its_first_word(kind: str, number: str) -> None:
    said = f"Công văn {kind} số {number}"
    text = f"Thực hiện {said} ngày 01/9/2025 của Sở Y tế, UBND xã yêu cầu:"
    assert quotes(text) == [" ".join(said.split())]
    assert one(text).type == "CV"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Kế hoạch chi tiết số 15", "KH"),
        ("Kế hoạch tổng thể số 15/KH-UBND", "KH"),
        ("Nghị quyết chuyên đề số 15-NQ/TU", "NQ"),
        ("Quyết định chủ trương đầu tư số 15/QĐ-UBND", "QĐ"),
        ("Quyết định xử phạt vi phạm hành chính số 15/QĐ-XPHC", "QĐ"),
        ("Công điện khẩn số 12", "CĐ"),
        ("Báo cáo nhanh số 15/BC-UBND", "BC"),
        ("Thông báo ý kiến kết luận số 15/TB-UBND", "TB"),
        ("Thông báo nội bộ số 15-TB/VPTU", "TB"),
    ],
)
def test_a_document_of_a_kind_has_the_type_of_its_first_word(said: str, code: str) -> None:
    text = f"Căn cứ {said} ngày 01/9/2025 của UBND tỉnh;"
    assert quotes(text) == [said]
    assert one(text).type == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("theo Nghị quyết, hướng dẫn số ", "HD"),
        ("ban hành kế hoạch và hướng dẫn số ", "HD"),
        ("theo Kết luận số ", "KL"),
        ("Thông báo của đồng chí Bí thư về kết luận số ", "KL"),
    ],
)
def test_guidance_and_conclusions_of_their_own_keep_their_type(text: str, code: str) -> None:
    found = type_word_before(text, len(text))
    assert found is not None
    assert found[0] == code


def test_a_kind_without_a_number_is_no_mention() -> None:
    assert quotes("Công văn khẩn gửi các sở; Kế hoạch chi tiết về số lượng 15 lớp") == []


@pytest.mark.parametrize(
    "said",
    [
        "các Nghị quyết của Quốc hội: số 190/2025/QH15 ngày 19/02/2025, số 203/2025/QH15 ngày 16/6/2025",
        "Nghị quyết của Quốc hội (số 190/2025/QH15, số 203/2025/QH15)",
        "Nghị quyết số 190/2025/QH15 ngày 19/02/2025 và số 203/2025/QH15",
    ],
)
def test_symbols_of_the_assembly_have_the_type_that_is_said_before_the_first_of_them(said: str) -> None:
    assert [(r.type, r.symbol) for r in find(f"Thực hiện {said};")] == [
        ("NQ", "190/2025/QH15"),
        ("NQ", "203/2025/QH15"),
    ]


def test_a_law_behind_a_resolution_of_the_assembly_is_a_law() -> None:
    assert [r.type for r in find("Nghị quyết số 206/2025/QH15 và Luật số 87/2025/QH15")] == ["NQ", "L"]
