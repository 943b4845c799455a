"""What texts of before 1997 do to others, the numbers of their ministries, and bodies that are no more."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.normative import only


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Thông tư liên bộ số 8-TT/LB ngày 4-7-1971 của Liên bộ Tài chính – Nội thương hết hiệu lực.", "REPEALS"),
        ("Quyết định số 71-CT ngày 5-3-1990 của Chủ tịch Hội đồng Bộ trưởng nay không còn hiệu lực.", "REPEALS"),
        ("Điều lệ tạm thời về chợ ban hành theo Nghị định số 9-CP ngày 7-1-1962 nay bãi bỏ.", "REPEALS"),
        ("Những điều khoản của Sắc lệnh số 61 ngày 3-7-1949 trái với Sắc lệnh này đều bãi bỏ.", "REPEALS"),
        (
            "Nghị định này thi hành từ ngày ký; Nghị định số 74-CP và các quy định trái với nó đều bãi bỏ.",
            "REPEALS",
        ),
        ("Khoản 3, Điều 6 của bản Quy chế ban hành theo Quyết định số 61-TTg được sửa đổi như sau:", "AMENDS"),
        ("Điều 4 Quyết định số 55-TTg ngày 7/3/1993 nay sửa lại như sau:", "AMENDS"),
        ("Bổ khuyết Thông tư số 36-TTg ngày 2-5-1966 của Thủ tướng Chính phủ.", "AMENDS"),
        ("Trong khi chờ có văn bản mới, tạm đình chỉ thi hành Quyết định số 88/TTg ngày 3-6-1995.", "SUSPENDS"),
        ("Quyết định này thay thế Quy chế nhà khách ban hành kèm theo Quyết định số 41/CT ngày 9-8-1990.", "REPLACES"),
        ("Thay thế Phụ lục I ban hành kèm theo Nghị định số 8/2014/NĐ-CP.", "AMENDS"),
        ("Căn cứ Điều lệ kho vận ban hành kèm theo Nghị định số 26-CP ngày 4-2-1976;", "BASED_ON"),
        ("Căn cứ Danh mục ban hành kèm theo Quyết định số 8/2015/QĐ-TTg, doanh nghiệp kê khai.", "CITES"),
        ("Nghị định số 77-HĐBT ngày 3-5-1987 của Hội đồng Bộ trưởng vẫn có hiệu lực.", "CITES"),
    ],
)
def test_acts_in_old_words_are_acts(sentence: str, relation: str) -> None:
    assert only(sentence).relation == relation


@pytest.mark.parametrize(
    ("sentence", "symbol", "kind"),
    [
        ("Căn cứ Quyết định số 91-VGNN ngày 4/12/1988;", "91-VGNN", "QĐ"),
        ("Căn cứ Nghị định số 21-NV ngày 15-1-1961;", "21-NV", "NĐ"),
        ("Căn cứ Quyết định số 73/QĐ ngày 8-4-1985;", "73/QĐ", "QĐ"),
        ("Căn cứ Quyết định số 92 CT ngày 8-5-1990 của Chủ tịch Hội đồng Bộ trưởng;", "92/CT", "QĐ"),
        ("Căn cứ Luật số 104-SL/L.006 ngày 20-5-1957;", "104-SL/L.006", "L"),
        ("Căn cứ Sắc luật số 004-SLT ngày 20 tháng 7 năm 1957;", "004-SLt", "SLU"),
        ("Căn cứ Nghị quyết số 41NQ/UBTVQHK9 ngày 3-6-1994;", "41-NQ/UBTVQHK9", "NQ"),
    ],
)
def test_an_office_or_a_series_alone_makes_a_number(sentence: str, symbol: str, kind: str) -> None:
    mention = only(sentence)
    assert (mention.symbol, mention.type) == (symbol, kind)


@pytest.mark.parametrize("words", ["phòng 91-VGNN tầng 2", "máy số 21-NV ngày 3", "nhà 73/QĐ ngày 8"])
def test_letters_behind_a_number_are_no_document_without_the_word_of_one(words: str) -> None:
    assert parse(words).mentions == ()


def test_the_type_word_before_the_first_number_is_said_of_the_next_too() -> None:
    parsed = parse("Thay thế các Thông tư số 29 TC/CTN ngày 8/7/1990, số 46 TC/TCT ngày 9/8/1991 và số 4-BXD/KT.")
    assert [(m.type, [*m.issuers]) for m in parsed.mentions[:2]] == [("TT", ["Bộ Tài chính"])] * 2


def test_the_next_decree_of_a_series_needs_no_type_word() -> None:
    assert [m.symbol for m in parse("Căn cứ Sắc lệnh số 58-SL, 59-SL ngày 21-11-1945;").mentions] == ["58-SL", "59-SL"]


@pytest.mark.parametrize(
    ("words", "issuers"),
    [
        ("số 8-TT/LB ngày 3-9-1986 của Liên bộ Giáo dục – Tài chính", ["Bộ Giáo dục", "Bộ Tài chính"]),
        ("số 3/1998/TTLT-BTP-BTCCBCP", ["Bộ Tư pháp", "Ban Tổ chức - Cán bộ Chính phủ"]),
        ("số 9/TTLT-TCCP-TP ngày 4/8/1992", ["Ban Tổ chức - Cán bộ Chính phủ", "Bộ Tư pháp"]),
        ("số 5-KHKT ngày 3-9-1986 của Ủy ban Khoa học và Kỹ thuật Nhà nước", ["Ủy ban Khoa học và Kỹ thuật Nhà nước"]),
    ],
)
def test_bodies_of_their_day_are_issuers(words: str, issuers: list[str]) -> None:
    assert [*only(f"Căn cứ Thông tư {words};").issuers] == issuers


@pytest.mark.parametrize(
    ("day", "name"),
    [("3-2-1958", "Chính phủ"), ("3-2-1965", "Hội đồng Chính phủ"), ("3-2-1994", "Chính phủ")],
)
def test_the_government_has_the_name_of_that_day(day: str, name: str) -> None:
    assert only(f"Căn cứ Nghị định số 61-CP ngày {day};").issuers == (name,)
