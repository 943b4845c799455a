"""How texts of 1945 to 2000 write numbers, laws and ends, and what later texts keep of it."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.parse import parse
from tests.ingest.references_of import find


@pytest.mark.parametrize(
    ("sentence", "symbols"),
    [
        ("Quyết định 214 TC/QĐ/CĐKT ngày 3/4/1994 của Bộ trưởng Bộ Tài chính", ["214-TC/QĐ/CĐKT"]),
        ("Thông tư 41TC/TCDN ngày 5-6-1993 và Thông tư số 17 TC-TCT", ["41-TC/TCDN", "17-TC/TCT"]),
        ("Thông tư số 9 TT/LB ngày 7-8-1992 và Quyết định số 830 QĐ-UB", ["9-TT/LB", "830-QĐ/UB"]),
        ("thông tư số 12 BYT-TT ngày 1-2-1980", ["12-BYT/TT"]),
        ("Nghị quyết số 211 NQ/TVQH ngày 5-6-1964", ["211-NQ/TVQH"]),
        ("Sắc lệnh số 51-SL ngày 7-8-1948, Sắc lệnh 52/SL và Sắc lệnh số 53 SL", ["51-SL", "52/SL", "53/SL"]),
        ("Sắc luật số 006-SLt ngày 8-9-1957", ["006-SLt"]),
        ("Hộp thư số 15 TT/AB và 20 NQ/XY", []),
        ("mức 35 TC/km và phòng 12-SL", []),
    ],
)
def test_a_space_or_nothing_may_part_a_number_from_its_letters(sentence: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in find(sentence)] == symbols


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Căn cứ Luật Khuyến khích đầu tư trong nước (sửa đổi) số 03/1998/QH10 ngày 20/5/1998;",
            ("03/1998/QH10", date(1998, 5, 20)),
        ),
        (
            "Căn cứ Luật Nhà ở của Quốc hội khóa XI, kỳ họp thứ 8 số 56/2005/QH11 ngày 29 tháng 11 năm 2005;",
            ("56/2005/QH11", date(2005, 11, 29)),
        ),
        (
            "Theo Bộ luật Lao động của nước Cộng hoà xã hội chủ nghĩa Việt Nam ngày 23 tháng 6 năm 1994;",
            (None, date(1994, 6, 23)),
        ),
        (
            "Theo Pháp lệnh Phí và lệ phí được Ủy ban Thường vụ Quốc hội thông qua ngày 28/8/2001;",
            (None, date(2001, 8, 28)),
        ),
        ("Theo Luật Tổ chức Hội đồng Chính phủ ngày 14 tháng 7 năm 1960;", (None, date(1960, 7, 14))),
    ],
)
def test_who_passed_a_law_may_stand_between_its_name_and_number_or_day(
    sentence: str, named: tuple[str | None, date]
) -> None:
    (law,) = find(sentence)
    assert (law.symbol, law.date) == named


def test_the_constitutions_of_the_republic_are_named_after_it() -> None:
    (law,) = find("Căn cứ Hiến pháp nước Việt Nam Dân chủ Cộng hòa ngày 31 tháng 12 năm 1959;")
    assert (law.end - law.start, law.date) == (len("Hiến pháp nước Việt Nam Dân chủ Cộng hòa"), date(1959, 12, 31))


def test_no_ministry_issued_a_decree_of_the_head_of_state() -> None:
    decree, ministry = find("Sắc lệnh số 15-SL ngày 2-3-1947 và Nghị định số 80-NV/NĐ ngày 4-5-1949 của Bộ Nội vụ.")
    assert decree.issuers == ()
    assert [named.body.key for named in ministry.issuers] == ["bo-noi-vu"]


def relations(sentence: str) -> list[tuple[str | None, str]]:
    return [(mention.symbol, mention.relation) for mention in parse(sentence).mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chiểu Sắc lệnh số 15-SL ngày 2-3-1947 về lao động;", [("15-SL", "BASED_ON")]),
        ("Căn cứ Quyết định số 214 TC/QĐ/CĐKT ngày 3/4/1994;", [("214-TC/QĐ/CĐKT", "BASED_ON")]),
        ("Căn cứ Nghị quyết số 04-NQ/TW ngày 14-1-1993;", [("04-NQ/TW", "IMPLEMENTS")]),
        ("Nay bãi bỏ Nghị định số 9-HĐBT ngày 1-2-1986.", [("9-HĐBT", "REPEALS")]),
        ("Thông tư số 8/2002/TT-BTC không còn hiệu lực kể từ ngày 01/3/2010.", [("8/2002/TT-BTC", "REPEALS")]),
        (
            "Từ ngày Nghị định này có hiệu lực, Nghị định số 7/2001/NĐ-CP hết giá trị thi hành.",
            [("7/2001/NĐ-CP", "REPEALS")],
        ),
        (
            "Các văn bản sau đây hết hiệu lực: Quyết định số 8/2001/QĐ-BTC; Quyết định số 9/2001/QĐ-BTC.",
            [("8/2001/QĐ-BTC", "REPEALS"), ("9/2001/QĐ-BTC", "REPEALS")],
        ),
        (
            "Điều 7 Nghị định số 8/2012/NĐ-CP được sửa đổi, bổ sung theo khoản 3 Điều 2 của Nghị định này thì áp dụng.",
            [("8/2012/NĐ-CP", "AMENDS")],
        ),
        (
            "Điều 7 Nghị định số 8/2012/NĐ-CP được sửa đổi theo khoản 3 Điều 2 của Luật Nhà ở thì áp dụng.",
            [("8/2012/NĐ-CP", "CITES"), (None, "CITES")],
        ),
    ],
)
def test_old_words_for_grounds_and_ends_are_understood(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert relations(sentence) == expected


@pytest.mark.parametrize(
    ("words", "pinpoint"),
    [
        ("Bãi bỏ Chương II Phần I Định mức khoan thăm dò nước ban hành kèm theo", "Chương II Phần I"),
        ("Sửa đổi Mục 3 Phần II Quy trình kiểm tra tàu ban hành theo", "Mục 3 Phần II"),
        ("Thay thế Phụ lục ban hành kèm theo", "Phụ lục"),
        ("theo Mẫu số 02 tại Phụ lục ban hành kèm theo", "Mẫu số 02 tại Phụ lục"),
        ("tại mục 1 Thuyết minh định mức chi phí tại Phụ lục VIII kèm theo", "Phụ lục VIII"),
        ("Thay thế một số Phụ lục ban hành kèm theo", None),
        ("theo Điều 4 Nghị định này và bảng giá ban hành kèm theo", None),
    ],
)
def test_provisions_are_told_over_the_name_of_what_a_document_issues(words: str, pinpoint: str | None) -> None:
    (mention,) = parse(f"{words} Thông tư số 8/2012/TT-BXD.").mentions
    assert mention.pinpoint == pinpoint
