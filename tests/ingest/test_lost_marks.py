"""A head that lost some of its marks names the same issuer; a name with other marks is another name."""

from __future__ import annotations

import pytest

from ingest.lost_marks import has_lost_marks, places_of, restored_head
from tests.ingest.pages import NATION, header_of


@pytest.mark.parametrize(
    ("head", "place", "issuer"),
    [
        ("UY BAN NHAN DÂN\nTỈNH HÀ TINH", "Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        ("UBND TỈNH PHÚ YÊN\nSO CÔNG THUONG", "Phu Yên", "Sở Công Thương tỉnh Phú Yên"),
        ("TỈNH ỦY HAU GIANG\nBAN DAN VẬN", "Hậu Giang", "Ban Dân vận Tỉnh ủy Hậu Giang"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HAI PHÒNG", "Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("UBND HUYỆN GÒ DAU\nPHONG NOI VỤ", "Gò Dầu", "Phòng Nội vụ huyện Gò Dầu"),
    ],
)
def test_an_issuer_is_found_where_words_of_its_name_lost_their_marks(head: str, place: str, issuer: str) -> None:
    page = f"{head}\n{NATION}Số: 8/KH-X\n{place}, ngày 9 tháng 8 năm 2023\nKẾ HOẠCH\nVề cấp nước\nI. NỘI DUNG\n"
    assert header_of(page).issuer == issuer


@pytest.mark.parametrize(
    ("written", "name", "expected"),
    [
        ("Can Thơ", "Cần Thơ", True),
        ("CAN THO", "Cần Thơ", True),
        ("Cần Thơ", "Cần Thơ", True),
        ("Cán Thơ", "Cần Thơ", False),
        ("Can Thơi", "Cần Thơ", False),
    ],
)
def test_marks_may_be_missing_but_not_others(written: str, name: str, expected: bool) -> None:
    assert has_lost_marks(written, name) is expected


def test_of_two_names_that_one_may_have_been_none_is_chosen() -> None:
    assert {p.name for p in places_of("Phu Yên", "tỉnh")} == {"Phú Yên"}
    assert places_of("Phu Yên", None) == []


@pytest.mark.parametrize("line", ["BAN CHẤP HÀNH TỈNH ĐOÀN AN GIANG", "CÔNG TY TNHH SO SÁNH GIÁ", "HUYỆN HÀ QUANG"])
def test_a_line_that_lost_nothing_stays(line: str) -> None:
    assert restored_head(line) == line
