"""A paper that is signed digitally keeps the blanks of its date line: its month still says what its words mean."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.law_meant import laws_meant
from ingest.model import Header
from ingest.parse import parse
from ingest.resolve import identity_of_header

MONTHS = [
    "ngày     tháng 10 năm 2025",
    "ngày … tháng 10 năm 2025",
    "ngày...tháng 10 năm 2025",
    "ngày ____ tháng 10 năm 2025",
    "ngày    /10/2025",
    "ngày\ntháng 10 năm 2025",
]


def paper(day: str, body: str = "", *, commune: str = "Tân Phú Trung") -> str:
    return f"""ỦY BAN NHÂN DÂN
XÃ {commune.upper()}
Số:      /KH-UBND
{commune}, {day}

KẾ HOẠCH
Chuyển đổi số

I. MỤC TIÊU
Phấn đấu đạt mục tiêu.
II. NHIỆM VỤ
{body}
"""


def head(day: str) -> Header:
    return parse(paper(day)).header


@pytest.mark.parametrize("day", MONTHS)
def test_a_blank_day_is_no_day_but_its_month_is_known(day: str) -> None:
    assert head(day).date is None
    assert head(day).issued_within == (date(2025, 10, 1), date(2025, 10, 31))


@pytest.mark.parametrize(
    ("day", "days"),
    [
        ("ngày    tháng    năm 2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("ngày    tháng 02 năm 2024", (date(2024, 2, 1), date(2024, 2, 29))),
        ("ngày    tháng    năm 20", None),
        ("ngày 5 tháng 10 năm 2025", None),
        ("ngày    tháng 13 năm 2025", None),
    ],
)
def test_what_is_filled_in_bounds_the_day(day: str, days: tuple[date, date] | None) -> None:
    assert head(day).issued_within == days


@pytest.mark.parametrize(
    ("commune", "month", "above"),
    [
        ("Tân Phú Trung", "5 năm 2024", None),
        ("Tân Phú Trung", "10 năm 2025", "tỉnh Đồng Tháp"),
        ("Long Thành", "5 năm 2024", "huyện Yên Thành, tỉnh Nghệ An"),
        ("Long Thành", "10 năm 2025", None),
    ],
)
def test_a_commune_is_under_what_was_over_it_in_that_month_where_one_is_called_so(
    commune: str, month: str, above: str | None
) -> None:
    assert parse(paper(f"ngày    tháng {month}", commune=commune)).header.issuer_parent == above


@pytest.mark.parametrize(("month", "number"), [("10 năm 2024", "39/2019/QH14"), ("10 năm 2025", "58/2024/QH15")])
def test_a_law_is_the_one_of_the_month(month: str, number: str) -> None:
    parsed = parse(paper(f"ngày    tháng {month}", "Thực hiện Luật Đầu tư công trên địa bàn."))
    ((law,),) = laws_meant(parsed).values()
    assert law.symbol == number


@pytest.mark.parametrize("day", ["ngày    tháng 10 năm 2025", "ngày    tháng    năm 2025"])
def test_a_deadline_without_a_year_is_of_the_year_of_the_paper(day: str) -> None:
    parsed = parse(paper(day, "1. Giao Văn phòng UBND xã báo cáo kết quả trước ngày 15/12."))
    (assignment,) = parsed.assignments
    assert assignment.deadlines == (date(2025, 12, 15),)


@pytest.mark.parametrize(
    ("head", "day", "period"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 187/KH-UBND\nGia Lai", "ngày    tháng 11 năm 2025", "2025"),
        ("ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 187/KH-UBND\nGia Lai", "ngày    tháng    năm 2025", "2025"),
        ("TỈNH ỦY GIA LAI\n*\nSố 187-KH/TU\nGia Lai", "ngày    tháng 5 năm 2023", "2020-2025"),
        ("TỈNH ỦY GIA LAI\n*\nSố 01-KH/TU\nGia Lai", "ngày    tháng    năm 2025", None),
    ],
)
def test_a_number_belongs_to_the_period_in_which_all_days_of_the_blank_lie(
    head: str, day: str, period: str | None
) -> None:
    identity = identity_of_header(parse(f"{head}, {day}\n\nKẾ HOẠCH\nChuyển đổi số\n\nI. MỤC TIÊU\n").header)
    assert identity is not None
    assert identity.period == period


@pytest.mark.parametrize("day", ["ngày 05 tháng 11 năm 2025", *MONTHS])
@pytest.mark.parametrize(
    ("number", "symbol"), [("Số 27-KH/ĐU", "27-KH/ĐU"), ("Số      -KH/ĐU", None), ("Số …-KH/ĐU", None)]
)
def test_a_place_beside_a_number_has_none_of_it(number: str, symbol: str | None, day: str) -> None:
    beside = f"TỈNH ỦY SƠN LA ĐẢNG ỦY UBND TỈNH * ĐẢNG CỘNG SẢN VIỆT NAM {number} Sơn La, {day}"
    header = parse(f"{beside}\n\nKẾ HOẠCH\nChuyển đổi số\n\nI. MỤC TIÊU\n").header
    assert (header.symbol, header.place) == (symbol, "Sơn La")
    assert header.issuer == "Đảng ủy Ủy ban nhân dân tỉnh Sơn La"


@pytest.mark.parametrize(
    ("day", "said"), [(MONTHS[0], "Ngày ban hành còn để trống."), ("", "Không đọc được ngày ban hành.")]
)
def test_a_blank_day_is_told_apart_from_one_that_could_not_be_read(day: str, said: str) -> None:
    assert said in parse(paper(day)).warnings
