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
        ("ỦY BAN\nNHÂN DÂN", 2),
        ("Báo cáo kết quả cho Hội\nCác đơn vị thực hiện", 2),
        ("Thủ tướng\n\nChính phủ thống nhất quản lý", 2),
    ],
)
def test_a_break_inside_the_name_of_a_body_is_no_end(text: str, count: int) -> None:
    assert len(paragraphs(split_lines(text))) == count
