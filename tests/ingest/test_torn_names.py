"""The name of a body that a line break tore is one name, whatever the width of the page."""

from __future__ import annotations

import pytest

from ingest.lines import paragraphs, split_lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Thực hiện Quyết định số 1/QĐ-TTg của Thủ tướng\nChính phủ về cấp nước", 1),
        ("theo Nghị quyết của Ban Chấp hành Trung ương Hội\nNông dân Việt Nam", 1),
        ("Hướng dẫn của Ban Thường vụ\nTỉnh ủy về học tập", 1),
        ("theo Kết luận của Bộ\nChính trị về cấp nước", 1),
        ("Giao Chánh Văn phòng\nỦy ban nhân dân tỉnh theo dõi", 1),
        ("Thủ trưởng các sở; Chánh\nVăn phòng Tỉnh ủy thi hành", 1),
        ("Ban cán sự đảng\nỦy ban nhân dân tỉnh lãnh đạo", 1),
        ("Giám đốc\nSở Nội vụ chịu trách nhiệm", 1),
        ("Ủy ban nhân dân tỉnh Hà\nGiang yêu cầu các sở", 1),
        ("theo Kế hoạch của Tỉnh ủy Sơn\nLa về cấp nước", 1),
        ("Ủy ban nhân dân tỉnh Hà Giang\nSở Y tế chủ trì", 2),
        ("Báo cáo Tỉnh ủy\nVăn phòng tổng hợp", 2),
        ("Cải cách thủ tục hành chính\nTỉnh ủy lãnh đạo", 2),
        ("II. NHIỆM\nVỤ TRỌNG TÂM", 1),
        ("II. NHIỆM VỤ\nVỤ PHÁP CHẾ", 2),
        ("ỦY BAN\nNHÂN DÂN", 2),
        ("Báo cáo kết quả cho Hội\nCác đơn vị thực hiện", 2),
        ("Thủ tướng\n\nChính phủ thống nhất quản lý", 2),
    ],
)
def test_a_break_inside_the_name_of_a_body_is_no_end(text: str, count: int) -> None:
    assert len(paragraphs(split_lines(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kế hoạch cải cách hành chính giai đoạn 2021\n- 2025 trên địa bàn tỉnh", 1),
        ("Quy hoạch phát triển kinh tế\n- xã hội của tỉnh", 1),
        ("theo đề nghị của Sở Lao động\n- Thương binh và Xã hội", 1),
        ("Sơ kết công tác năm 2025\n- Sở Y tế báo cáo", 2),
        ("Giao Sở Nội vụ\n- Thông tin kịp thời cho các xã", 2),
    ],
)
def test_a_hyphen_that_a_break_put_first_is_no_bullet(text: str, count: int) -> None:
    assert len(paragraphs(split_lines(text))) == count


def test_a_paragraph_of_a_wrapped_text_ends_where_the_next_word_had_found_room() -> None:
    full = "các cơ quan, đơn vị, địa phương chăm sóc cây xanh theo kế hoạch đã duyệt,"
    ended = "công khai kết quả trên trang thông tin cho Nhân dân."
    text = "\n".join(["1. Nội dung công khai.", *[full] * 8, ended, "Chính quyền các cấp công khai,", full, full])

    assert [one.of(text).split()[0] for one in paragraphs(split_lines(text))] == ["1.", "các", "Chính"]
