"""The figures of validity are counted as they are described."""

from __future__ import annotations

from datetime import date

import pytest

from bench.validity import SAMPLE, Page, measure, pages

PADDING = "\n".join(
    f"{n}. Các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành quy định tại khoản này." for n in range(2, 30)
)
OLD = f"""CHÍNH PHỦ
Số: 10/2015/NĐ-CP
Hà Nội, ngày 12 tháng 5 năm 2015
NGHỊ ĐỊNH
Quy định về đường huyện
Điều 1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2015.
{PADDING}
"""
NEW = f"""Ngày cập nhật:16/04/2026
CHÍNH PHỦ
Số: 20/2025/NĐ-CP
Hà Nội, ngày 12 tháng 5 năm 2025
NGHỊ ĐỊNH
Quy định về đường huyện
Điều 1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.
Điều 2. Nghị định này thay thế Nghị định số 10/2015/NĐ-CP ngày 12 tháng 5 năm 2015.
{PADDING}
"""


def test_days_and_statuses_are_compared_with_the_labels() -> None:
    sample = [
        Page("old", OLD, date(2015, 7, 1), "Còn hiệu lực"),
        Page("new", NEW, date(2025, 1, 7), "Còn hiệu lực"),
        Page("english", "DECREE " * 1000, date(2008, 1, 1), "Còn hiệu lực"),
    ]
    figures = measure(sample)
    assert (figures.pages, figures.readable, figures.dated, figures.read) == (3, 2, 2, 2)
    assert [(day.page, day.official, day.read) for day in figures.wrong] == [
        ("new", date(2025, 1, 7), date(2025, 7, 1))
    ]
    assert figures.as_of == date(2026, 4, 16)
    assert figures.table == {("in_force", "ended"): 1, ("in_force", "in_force"): 1}
    (difference,) = figures.differences
    assert (difference.page, difference.status, difference.by) == ("old", "ended", "20/2025/NĐ-CP")


@pytest.mark.usefixtures("shared")
def test_the_sample_is_read_from_its_archive() -> None:
    first = next(iter(pages(SAMPLE)))
    assert first.name.endswith(".txt")
    assert first.text
