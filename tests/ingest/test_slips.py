"""Slips of pens, scanners and converters inside what is read: it is read all the same."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.lines import label_of
from ingest.parse import parse
from ingest.type_words import type_word_before

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 12/KH-UBND
Hà Giang, ngày 5 tháng 1 năm 2022
KẾ HOẠCH
Dân vận năm 2022
"""


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ("Quyết đinh", "QĐ"),
        ("Quyêt định", "QĐ"),
        ("Nghị đinh", "NĐ"),
        ("Nghi quyết", "NQ"),
        ("Chỉ thi", "CT"),
        ("Thông tu", "TT"),
        ("Kê hoạch", "KH"),
    ],
)
def test_a_type_word_that_lost_a_mark_is_the_type_word(slip: str, code: str) -> None:
    text = f"Điều 5 {slip} số 31"

    assert type_word_before(text, len(text) - 2) == (code, len("Điều 5 "))


def test_a_congress_whose_resolution_lost_a_mark_is_cited() -> None:
    found = parse(f"{HEAD}Thực hiện Nghi quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.\n").mentions

    assert [(mention.term, mention.relation) for mention in found] == [("XIII", "IMPLEMENTS")]


def test_brackets_around_a_day_do_not_part_a_document_from_its_issuer() -> None:
    written = "Kế hoạch số 5/KH-BCĐ (ngày 28/12/2021) của Ban Chỉ đạo Quy chế dân chủ tỉnh"
    found = parse(f"{HEAD}Thực hiện {written}.\n").mentions[0]

    assert (found.date, found.issuers) == (date(2021, 12, 28), ("Ban Chỉ đạo Quy chế dân chủ tỉnh Hà Giang",))


@pytest.mark.parametrize("target", ["https://vanban.vn/76-NQ-CP.aspx", "/van-ban/76(2021)", "#dieu-1"])
def test_a_link_of_markdown_does_not_part_a_symbol_from_its_day(target: str) -> None:
    found = parse(f"{HEAD}Thực hiện Nghị quyết số [76/NQ-CP]({target}) ngày 15/7/2021 của Chính phủ.\n").mentions[0]

    assert (found.symbol, found.date) == ("76/NQ-CP", date(2021, 7, 15))


@pytest.mark.parametrize(
    ("line", "kind"), [("o Sở Y tế chủ trì.", "bullet"), ("o  Đôn đốc các xã.", "bullet"), ("ông Nguyễn Văn A", None)]
)
def test_the_letter_o_is_a_bullet_before_a_capital(line: str, kind: str | None) -> None:
    label = label_of(line)

    assert (label and label.lastgroup) == kind


def test_words_that_stand_wide_apart_say_the_same() -> None:
    head = HEAD.replace("TỈNH HÀ", "CỘNG HÒA XÃ HỘI CHỦ   NGHĨA VIỆT NAM\nTỈNH   HÀ")
    body = "Thực hiện Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 quy   định chi tiết Luật Thực hiện dân chủ ở cơ sở.\n"
    parsed = parse(f"{head}{body}Nơi nhận:\n- Lưu: VT.\nKT. CHỦ   TỊCH\nPHÓ   CHỦ TỊCH\nTrần   Thị Vân\n")

    assert (parsed.header.issuer, parsed.header.signer) == ("Ủy ban nhân dân tỉnh Hà Giang", "Trần Thị Vân")
    assert [relation.type for relation in parsed.relations] == ["GUIDES"]


@pytest.mark.parametrize("kind", ["Kế hoạch", "KẾ HOẠCH", "Kế Hoạch"])
def test_a_type_that_stands_alone_below_the_number_is_announced_with_one_capital_too(kind: str) -> None:
    header = parse(f"{HEAD.replace('KẾ HOẠCH', kind)}I. NỘI DUNG\n").header

    assert (header.type, header.title) == ("KH", "Dân vận năm 2022")


@pytest.mark.parametrize("line", ["Hà Giang ngày 5", "Hà Giang  ngày 5", "Hà Giang, ngày 5"])
def test_the_place_before_the_day_is_read_without_its_comma(line: str) -> None:
    head = HEAD.replace("Hà Giang, ngày 5", line).replace("ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG", "THANH TRA TỈNH")
    header = parse(f"{head}I. NỘI DUNG\n").header

    assert (header.place, header.issuer) == ("Hà Giang", "Thanh tra tỉnh Hà Giang")
