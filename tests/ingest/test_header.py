"""What the first and the last page say of a document, in every form in which they come."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import re
import unicodedata
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.header import read_header
from ingest.model import Header
from ingest.normalise import normalise
from ingest.recipients import read_recipients
from ingest.sections import read_sections

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
BODY = "Căn cứ Luật Tổ chức chính quyền địa phương;\nI. MỤC ĐÍCH\n1. Nước sạch cho mọi người.\n"


def header_of(text: str) -> Header:
    page = normalise(text)
    return read_header(page, read_sections(page))


def recipients_of(text: str) -> tuple[str, ...]:
    page = normalise(text)
    return read_recipients(page, read_sections(page))


def fields(header: Header) -> dict[str, Any]:
    return {name: value for name, value in asdict(header).items() if value is not None}


def plan(
    *,
    issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN",
    number: str = "Số: 35/KH-UBND",
    day: str = "Bắc Kạn, ngày 08 tháng 02 năm 2022",
    kind: str = "KẾ HOẠCH",
    title: str = "Cấp nước sạch năm 2022",
    nation: str = NATION,
    body: str = BODY,
    tail: str = "",
) -> str:
    return "\n".join(part for part in (issuer, nation, number, day, kind, title, body, tail) if part)


@pytest.mark.parametrize(
    ("issuer", "number", "day", "name", "parent", "level"),
    [
        (
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH",
            "Số: 1/KH-UBND",
            "Thành phố Hồ Chí Minh, ngày 8 tháng 2 năm 2022",
            "Ủy ban nhân dân thành phố Hồ Chí Minh",
            None,
            "province",
        ),
        (
            "UBND TỈNH LÀO CAI",
            "Số: 1/KH-UBND",
            "Lào Cai, ngày 8 tháng 2 năm 2022",
            "Ủy ban nhân dân tỉnh Lào Cai",
            None,
            "province",
        ),
        (
            "ỦY BAN NHÂN DÂN\nHUYỆN VỊ XUYÊN\n-------",
            "Số: 1/KH-UBND",
            "Vị Xuyên, ngày 8 tháng 2 năm 2022",
            "Ủy ban nhân dân huyện Vị Xuyên",
            "tỉnh Hà Giang",
            "district",
        ),
        (
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THỦ ĐỨC",
            "Số: 1/KH-UBND",
            "Thủ Đức, ngày 8 tháng 2 năm 2022",
            "Ủy ban nhân dân thành phố Thủ Đức",
            "thành phố Hồ Chí Minh",
            "district",
        ),
        (
            "ỦY BAN NHÂN DÂN QUẬN 1",
            "Số: 1/KH-UBND",
            "Quận 1, ngày 8 tháng 2 năm 2022",
            "Ủy ban nhân dân Quận 1",
            "thành phố Hồ Chí Minh",
            "district",
        ),
        (
            "UBND QUẬN KIẾN AN\nỦY BAN NHÂN DÂN\nPHƯỜNG LÃM HÀ",
            "Số: 1/KH-UBND",
            "Lãm Hà, ngày 8 tháng 2 năm 2022",
            "Ủy ban nhân dân phường Lãm Hà",
            "quận Kiến An, thành phố Hải Phòng",
            "ward",
        ),
        (
            "ỦY BAN NHÂN DÂN\nXÃ TRÀ MY",
            "Số: 1/KH-UBND",
            "Trà My, ngày 8 tháng 9 năm 2025",
            "Ủy ban nhân dân xã Trà My",
            "thành phố Đà Nẵng",
            "ward",
        ),
        (
            "UBND TỈNH BẮC KẠN\nSỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "Số: 1/KH-SGDĐT",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Sở Giáo dục và Đào tạo tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "UBND TỈNH BẮC KẠN\nBAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH",
            "Số: 1/KH-BCĐ",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Ban Chỉ đạo cải cách hành chính tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "ỦY BAN NHÂN DÂN QUẬN KIẾN AN\nPHÒNG NỘI VỤ",
            "Số: 1/BC-PNV",
            "Kiến An, ngày 8 tháng 2 năm 2022",
            "Phòng Nội vụ quận Kiến An",
            "thành phố Hải Phòng",
            "district",
        ),
        (
            "BỘ CÔNG AN\nCÔNG AN TỈNH BẮC KẠN",
            "Số: 1/KH-CAT",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Công an tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN BA BỂ\nTRƯỜNG TIỂU HỌC HÀ HIỆU",
            "Số: 1/KH-TH",
            "Hà Hiệu, ngày 8 tháng 2 năm 2022",
            "Trường tiểu học Hà Hiệu",
            "huyện Ba Bể",
            "district",
        ),
        (
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC KẠN",
            "Số: 1/KH-LĐLĐ",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Liên đoàn Lao động tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH BẮC KẠN\nBAN THƯỜNG TRỰC",
            "Số: 1/KH-MTTQ-BTT",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "BỘ NÔNG NGHIỆP VÀ\n MÔI TRƯỜNG",
            "Số: 1/KH-BNNMT",
            "Hà Nội, ngày 8 tháng 9 năm 2025",
            "Bộ Nông nghiệp và Môi trường",
            None,
            "central",
        ),
        (
            "NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM\n----",
            "Số: 1/KH-NHNN",
            "Hà Nội, ngày 8 tháng 2 năm 2022",
            "Ngân hàng Nhà nước Việt Nam",
            None,
            "central",
        ),
        (
            "THỦ TƯỚNG CHÍNH PHỦ",
            "Số: 1/CĐ-TTg",
            "Hà Nội, ngày 8 tháng 2 năm 2022",
            "Thủ tướng Chính phủ",
            None,
            "central",
        ),
        (
            "BỘ TÀI CHÍNH - BỘ NỘI VỤ",
            "Số: 1/TTLT-BTC-BNV",
            "Hà Nội, ngày 8 tháng 2 năm 2012",
            "Bộ Tài chính, Bộ Nội vụ",
            None,
            "central",
        ),
        ("CHÍNH PHỦ", "Số: 1/2025/TT-BCA", "Hà Nội, ngày 8 tháng 2 năm 2025", "Bộ Công an", None, "central"),
    ],
)
def test_the_issuer_of_every_level_has_its_place_and_the_places_above(
    issuer: str, number: str, day: str, name: str, parent: str | None, level: str
) -> None:
    header = header_of(plan(issuer=issuer, number=number, day=day))
    assert (header.issuer, header.issuer_parent, header.level) == (name, parent, level)


@pytest.mark.parametrize(
    ("issuer", "number", "day", "name", "parent", "level"),
    [
        (
            "TỈNH ỦY HÀ GIANG\n*",
            "Số 15-KH/TU",
            "Hà Giang, ngày 12 tháng 5 năm 2021",
            "Tỉnh ủy Hà Giang",
            None,
            "province",
        ),
        (
            "THÀNH ỦY HẢI PHÒNG\n*",
            "Số 15-KH/TU",
            "Hải Phòng, ngày 12 tháng 5 năm 2021",
            "Thành ủy Hải Phòng",
            None,
            "province",
        ),
        (
            "ĐẢNG BỘ TỈNH QUẢNG NAM\nHUYỆN ỦY PHÚ NINH\n*",
            "Số 08-KH/HU",
            "Phú Ninh, ngày 3 tháng 4 năm 2022",
            "Huyện ủy Phú Ninh",
            "tỉnh Quảng Nam",
            "district",
        ),
        (
            "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\nĐẢNG ỦY PHƯỜNG KIẾN AN\n*",
            "Số 5-KH/ĐU",
            "Kiến An, ngày 3 tháng 9 năm 2025",
            "Đảng ủy phường Kiến An",
            "thành phố Hải Phòng",
            "ward",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*",
            "Số 12-KH/TW",
            "Hà Nội, ngày 6 tháng 7 năm 2022",
            "Ban Chấp hành Trung ương Đảng",
            None,
            "central",
        ),
    ],
)
def test_a_party_document_is_read_in_its_own_style(
    issuer: str, number: str, day: str, name: str, parent: str | None, level: str
) -> None:
    header = header_of(plan(issuer=issuer, nation=PARTY, number=number, day=day))
    assert (header.issuer, header.issuer_parent, header.level) == (name, parent, level)
    assert header.symbol == number.removeprefix("Số ")
    assert header.title == "Cấp nước sạch năm 2022"


def test_the_organ_that_signs_for_the_party_centre_is_the_issuer() -> None:
    tail = "T/M BỘ CHÍNH TRỊ\nTHƯỜNG TRỰC BAN BÍ THƯ\nLê Văn An"
    header = header_of(
        plan(issuer="BAN CHẤP HÀNH TRUNG ƯƠNG\n*", nation=PARTY, number="Số 12-CT/TW", kind="CHỈ THỊ", tail=tail)
    )
    assert (header.issuer, header.signer) == ("Bộ Chính trị", "Lê Văn An")


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Số: 35/KH-UBND", "35/KH-UBND"),
        ("Số: **35** /KH-UBND", "35/KH-UBND"),
        ("Số: 35 /KH – UBND", "35/KH-UBND"),
        ("Số:35/KH-UBND |", "35/KH-UBND"),
        ("SỐ: 35/KH-UBND", "35/KH-UBND"),
        ("Số 35-KH/TU", "35-KH/TU"),
        ("Số:\n35\n/KH-UBND", "35/KH-UBND"),
        ("Số: 0125/KH-UBND", "0125/KH-UBND"),
        ("35/KH-UBND", "35/KH-UBND"),
        ("Số: 22/2018/QĐ-UBND", "22/2018/QĐ-UBND"),
        ("Số: 22/QĐ-UBND", "22/QĐ-UBND"),
    ],
)
def test_the_number_is_canonical_and_shows_where_it_stands(number: str, symbol: str) -> None:
    text = plan(number=number)
    header = header_of(text)
    assert header.symbol == symbol
    assert header.number == re.split("[/-]", symbol)[0]
    assert header.symbol_span is not None
    found = normalise(text[slice(*header.symbol_span)]).text
    assert found.split() == normalise(number).text.strip("SốỐ: ").split()


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        ("Số:        /KH-UBND", "", "KH"),
        ("Số: …../KH-UBND", "", "KH"),
        ("Số      -KH/TU", "", "KH"),
        ("Số:      /2025/QĐ-UBND", "", "QĐ"),
        ("Số:   /UBND-NC", "", "CV"),
    ],
)
def test_a_number_that_was_never_filled_in_leaves_the_document_without_symbol(
    number: str, kind: str, code: str
) -> None:
    header = header_of(plan(number=number, kind=kind, title="", issuer=""))
    assert (header.symbol, header.number, header.symbol_span, header.type) == (None, None, None, code)
    assert header.issuer is not None
    assert header.issuer.endswith("Bắc Kạn")


def test_a_day_that_was_never_filled_in_is_not_taken_from_the_title() -> None:
    header = header_of(
        plan(day="Bắc Kạn, ngày    tháng 3 năm 2023", title="Triển khai Chỉ thị ngày 15 tháng 8 năm 2022")
    )
    assert (header.date, header.place) == (None, "Bắc Kạn")


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        ("QUYẾT ĐỊNH", "Số: 1/QĐ-UBND", "QĐ"),
        ("QUY ĐỊNH", "Số 1-QĐ/TU", "QyĐ"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Số: 1/CTr-UBND", "CTr"),
        ("K Ế HOẠCH", "Số: 1/KH-UBND", "KH"),
        ("KẾ HOẠCH:", "Số: 1/KH-UBND", "KH"),
        ("THÔNG TƯ LIÊN TỊCH", "Số: 1/2014/TTLT-BTC-BNV", "TTLT"),
        ("", "Số: 1/CT-UBND", "CT"),
        ("", "Số: 1/UBND-NC", "CV"),
    ],
)
def test_the_type_is_read_from_its_line_and_else_from_the_symbol(kind: str, number: str, code: str) -> None:
    assert header_of(plan(kind=kind, number=number, title="")).type == code


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Cấp nước sạch năm 2022", "Cấp nước sạch năm 2022"),
        ("**Cấp nước sạch\nvà nhà tiêu hợp vệ sinh**", "Cấp nước sạch và nhà tiêu hợp vệ sinh"),
        ("CẤP NƯỚC SẠCH\nCHO VÙNG CAO", "CẤP NƯỚC SẠCH CHO VÙNG CAO"),
        ("CẤP NƯỚC\n\nSẠCH", "CẤP NƯỚC SẠCH"),
        ("V/v cấp nước sạch", "Cấp nước sạch"),
        ("Về việc cấp nước sạch\n-----", "Về việc cấp nước sạch"),
        (
            "Thực hiện Chỉ thị số 5/CT-TTg\nngày 06 tháng 11 năm 2021 của Thủ tướng",
            "Thực hiện Chỉ thị số 5/CT-TTg ngày 06 tháng 11 năm 2021 của Thủ tướng",
        ),
        ("Cấp nước sạch cho thành phố\nBắc Kạn và vùng lân cận", "Cấp nước sạch cho thành phố Bắc Kạn và vùng lân cận"),
        ("Cấp nước sạch[1]\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)", "Cấp nước sạch"),
        ("Cấp nước sạch\nỦY BAN NHÂN DÂN TỈNH BẮC KẠN", "Cấp nước sạch"),
        ("của Ủy ban nhân dân tỉnh về cấp nước sạch", "Về cấp nước sạch"),
        ("Kế hoạch cấp nước sạch", "Cấp nước sạch"),
    ],
)
def test_the_title_is_one_line_without_type_and_marks(written: str, title: str) -> None:
    assert header_of(plan(title=written)).title == title


def test_a_type_and_its_title_may_share_a_line() -> None:
    header = header_of(plan(kind="", title="KẾ HOẠCH Cấp nước sạch năm 2022"))
    assert (header.type, header.title) == ("KH", "Cấp nước sạch năm 2022")


def test_a_lost_title_is_read_from_the_sentence_that_announces_the_document() -> None:
    body = "Ủy ban nhân dân tỉnh xây dựng Kế hoạch cấp nước sạch, vệ sinh cho vùng cao, cụ thể như sau:\n1. Mục đích\n"
    assert header_of(plan(kind="", title="", body=body)).title == "Cấp nước sạch, vệ sinh cho vùng cao"


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        ("Cấp nước sạch năm 2022", "KẾ HOẠCH", "2022"),
        ("Cấp nước sạch giai đoạn 2026 - 2030, tầm nhìn đến năm 2045", "KẾ HOẠCH", "2026-2030"),
        ("Ngân sách 03 năm 2026 - 2028", "KẾ HOẠCH", "2026-2028"),
        ("Cấp nước sạch đến năm 2030", "KẾ HOẠCH", None),
        ("Bầu cử đại biểu nhiệm kỳ 2026 - 2031", "KẾ HOẠCH", None),
        ("Thực hiện Chỉ thị số 5/CT-TTg ngày 6 tháng 11 năm 2021", "KẾ HOẠCH", None),
        ("Triển khai thi hành Luật Đất đai năm 2024", "KẾ HOẠCH", None),
        ("Quy định chi tiết năm 2022", "NGHỊ ĐỊNH", None),
        ("Từ năm 2022 đến năm 2025", "KẾ HOẠCH", "2022-2025"),
    ],
)
def test_the_period_is_the_years_that_a_plan_covers(title: str, kind: str, period: str | None) -> None:
    assert header_of(plan(title=title, kind=kind)).period == period


@pytest.mark.parametrize(
    ("tail", "signer", "capacity"),
    [
        ("CHỦ TỊCH\n\nĐặng Văn Minh", "Đặng Văn Minh", "CHỦ TỊCH"),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nHồ Thị Nguyên Thảo",
            "Hồ Thị Nguyên Thảo",
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        ),
        (
            "**TM. ỦY BAN NHÂN\nDÂN**\nCHỦ TỊCH\nY Thanh Hà Niê Kđăm",
            "Y Thanh Hà Niê Kđăm",
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        ),
        ("KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNGUYỄN VĂN AN", "NGUYỄN VĂN AN", "KT.CHỦ TỊCH PHÓ CHỦ TỊCH"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn An", "Lê Văn An", "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ"),
        ("GIÁM ĐỐC\nĐại tá Nguyễn Văn An", "Nguyễn Văn An", "GIÁM ĐỐC"),
        ("HIỆU TRƯỞNG\nTS. Lê An", "Lê An", "HIỆU TRƯỞNG"),
        ("KT. CHỦ TỊCH", None, "KT. CHỦ TỊCH"),
        ("Nơi nhận:\n- Lưu: VT.\n\nLê Đức Thanh", "Lê Đức Thanh", None),
        ("Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Y tế;   CHỦ TỊCH\n- Lưu: VT.\nLê An", "Lê An", "TM. ỦY BAN NHÂN DÂN"),
        ("", None, None),
    ],
)
def test_signer_and_capacity_are_told_apart(tail: str, signer: str | None, capacity: str | None) -> None:
    header = header_of(plan(tail=tail))
    assert (header.signer, header.signer_capacity) == (signer, capacity)


FLATTENED = (
    "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 35/KH-UBND "
    "Bắc Kạn, ngày 08 tháng 02 năm 2022 KẾ HOẠCH Cấp nước sạch năm 2022 Căn cứ Luật Tổ chức chính quyền địa phương; "
    "I. MỤC ĐÍCH 1. Nước sạch. Nơi nhận: - Sở Y tế; - Lưu: VT. KT. CHỦ TỊCH"
)
ROWS = (
    "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH BẮC KẠN               Độc lập - Tự do - Hạnh phúc\n"
    "Số: 35/KH-UBND          Bắc Kạn, ngày 08 tháng 02 năm 2022\n\nKẾ HOẠCH\nCấp nước sạch năm 2022\n\n" + BODY
)
CELLS = (
    "|\n**ỦY BAN NHÂN\nDÂN**\nTỈNH BẮC KẠN\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n"
    "Độc lập - Tự do - Hạnh phúc\n---------------\n|\n|\n"
    "Số: 35/KH-UBND\n|\n*Bắc Kạn, ngày 08\ntháng 02 năm 2022*\n|\n\n** **\n\n**KẾ HOẠCH**\n\n"
    "Cấp\nnước sạch năm 2022\n\n" + BODY
)
RIGHT_COLUMN_FIRST = plan(issuer=NATION + "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", nation="")
CHROME = "Trang chủ\nGiới thiệu\nKẾ HOẠCH TUYÊN TRUYỀN\nVĂN BẢN MỚI\nTìm kiếm\n\n" + plan()
NUMBER_BEFORE_NATION = plan(issuer="ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN\nSố: 35/KH-UBND", number="")
PROVINCE_LINE_LOST = plan(
    issuer="ỦY BAN NHÂN DÂN", body=BODY.replace("I.", "Ủy ban nhân dân tỉnh Bắc Kạn ban hành Kế hoạch.\nI.")
)
HEAD_LOST = plan(issuer="", nation="", body=BODY.replace("I.", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI."))
UPPER = plan(number="SỐ: 35/KH-UBND", day="BẮC KẠN, NGÀY 08 THÁNG 02 NĂM 2022")
OCR = plan(nation="CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", number="Sô: 35 /KH - UBND", kind="K Ế HOẠCH")
MARKDOWN = plan(
    issuer="**ỦY BAN NHÂN DÂN**\n**TỈNH BẮC KẠN**", kind="## **KẾ HOẠCH**", title="### **Cấp nước sạch năm 2022**"
)


@pytest.mark.parametrize(
    "text",
    [
        plan(),
        FLATTENED,
        ROWS,
        CELLS,
        RIGHT_COLUMN_FIRST,
        CHROME,
        NUMBER_BEFORE_NATION,
        PROVINCE_LINE_LOST,
        HEAD_LOST,
        UPPER,
        OCR,
        MARKDOWN,
        plan().replace("\n", "\n\n"),
        plan().replace("\n", "\r\n"),
        unicodedata.normalize("NFD", plan()),
    ],
    ids=[
        "plain",
        "flattened",
        "rows",
        "cells",
        "right column first",
        "web page",
        "number first",
        "province line lost",
        "head lost",
        "capitals",
        "ocr",
        "markdown",
        "double spaced",
        "crlf",
        "decomposed",
    ],
)
def test_the_same_header_is_read_from_every_layout(text: str) -> None:
    header = header_of(text)
    assert fields(header) | {"symbol_span": None, "signer_capacity": None} == {
        "symbol": "35/KH-UBND",
        "number": "35",
        "type": "KH",
        "title": "Cấp nước sạch năm 2022",
        "issuer": "Ủy ban nhân dân tỉnh Bắc Kạn",
        "level": "province",
        "place": "Bắc Kạn",
        "date": dt.date(2022, 2, 8),
        "period": "2022",
        "symbol_span": None,
        "signer_capacity": None,
    }


@pytest.mark.parametrize(
    ("head", "body", "name", "parent"),
    [
        (
            "Số: 5/KH-UBND\nTân Hòa, ngày 8 tháng 2 năm 2022",
            "Thực hiện Kế hoạch của UBND huyện Phú Bình, tỉnh Thái Nguyên, UBND xã Tân Hòa ban hành Kế hoạch như sau:",
            "Ủy ban nhân dân xã Tân Hòa",
            "huyện Phú Bình, tỉnh Thái Nguyên",
        ),
        (
            "Số: 5/KH-UBND\nLãm Hà, ngày 8 tháng 2 năm 2022",
            "",
            "Ủy ban nhân dân phường Lãm Hà",
            "quận Kiến An, thành phố Hải Phòng",
        ),
        (
            "Số: 5/KH-LĐLĐ\nTây Ninh, ngày 8 tháng 2 năm 2022",
            "Liên đoàn Lao động tỉnh xây dựng kế hoạch:",
            "Liên đoàn Lao động tỉnh Tây Ninh",
            None,
        ),
        (
            "Số: 5/KH-UBND\nTây Ninh, ngày 8 tháng 2 năm 2022",
            "UBND thành phố Tây Ninh ban hành Kế hoạch:",
            "Ủy ban nhân dân thành phố Tây Ninh",
            "tỉnh Tây Ninh",
        ),
        ("Số 5-KH/HU\nVị Xuyên, ngày 8 tháng 2 năm 2022", "", "Huyện ủy Vị Xuyên", "tỉnh Hà Giang"),
        ("Số: 5/2022/NĐ-CP\nHà Nội, ngày 8 tháng 2 năm 2022", "", "Chính phủ", None),
        ("", "UBND tỉnh Bắc Kạn ban hành Kế hoạch như sau:", "Ủy ban nhân dân tỉnh Bắc Kạn", None),
    ],
)
def test_a_lost_issuer_is_found_from_symbol_place_and_text(head: str, body: str, name: str, parent: str | None) -> None:
    header = header_of(f"{head}\n\nKẾ HOẠCH\nCấp nước sạch\n\n{body}\n\nI. MỤC ĐÍCH\n")
    assert (header.issuer, header.issuer_parent) == (name, parent)


def test_of_two_communes_of_one_name_the_one_is_meant_whose_district_the_text_names() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HÒA\n"
        + NATION
        + "Số: 5/KH-UBND\nTân Hòa, ngày 8 tháng 2 năm 2022\nKẾ HOẠCH\nCấp nước\n"
    )
    assert (
        header_of(head + "Thực hiện chỉ đạo của UBND huyện Hưng Hà, tỉnh Thái Bình;\n1. Việc").issuer_parent
        == "huyện Hưng Hà, tỉnh Thái Bình"
    )
    unknown = header_of(head + "1. Việc")
    assert (unknown.issuer, unknown.issuer_parent, unknown.level) == ("Ủy ban nhân dân xã Tân Hòa", None, "ward")


def test_a_place_that_no_table_knows_is_kept_as_written() -> None:
    header = header_of(plan(issuer="ỦY BAN NHÂN DÂN HUYỆN QUẢNG LONG\nỦY BAN NHÂN DÂN XÃ MƯỜNG TRỜI"))
    assert (header.issuer, header.issuer_parent, header.level) == (
        "Ủy ban nhân dân xã Mường Trời",
        "huyện Quảng Long",
        "ward",
    )


def test_a_letter_has_its_subject_under_the_number() -> None:
    text = (
        "UBND TỈNH BẮC KẠN\nSỞ NỘI VỤ\n"
        + NATION
        + "Số: 99/SNV-CCHC\nV/v rà soát thủ tục\nnăm 2023\nBắc Kạn, ngày 2 tháng 5 năm 2023\n"
        "Kính gửi:\n- Các sở, ban, ngành;\n- UBND các huyện.\n\n"
        "Thực hiện Công văn số 12/UBND-NC, Sở Nội vụ đề nghị:\n1. Rà soát.\n"
        "Nơi nhận:\n- Như trên;\n- UBND tỉnh (b/c);\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Thị Bình\n"
    )
    header = header_of(text)
    assert (header.type, header.symbol, header.title) == ("CV", "99/SNV-CCHC", "Rà soát thủ tục năm 2023")
    assert (header.issuer, header.date) == ("Sở Nội vụ tỉnh Bắc Kạn", dt.date(2023, 5, 2))
    assert recipients_of(text) == ("Các sở, ban, ngành", "UBND các huyện", "UBND tỉnh")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "QUỐC HỘI\n"
            + NATION
            + "Luật số: 10/2022/QH15\nLUẬT\nTHỰC HIỆN DÂN CHỦ Ở CƠ SỞ\nCăn cứ Hiến pháp;\nĐiều 1. Phạm vi\n"
            "Luật này được Quốc hội khóa XV thông qua ngày 10 tháng 11 năm 2022.\nCHỦ TỊCH QUỐC HỘI\n(Đã ký)\nLê An",
            ("L", "10/2022/QH15", "Quốc hội", "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", dt.date(2022, 11, 10)),
        ),
        (
            "QUỐC HỘI\n"
            + NATION
            + "Nghị quyết số: 54/2017/QH14\nNGHỊ QUYẾT\nVỀ CƠ CHẾ ĐẶC THÙ\nQUỐC HỘI\nCăn cứ Hiến pháp;\nQUYẾT NGHỊ:\n"
            "Điều 1. Phạm vi\nNghị quyết này được Quốc hội thông qua ngày 24 tháng 11 năm 2017.",
            ("NQ", "54/2017/QH14", "Quốc hội", "VỀ CƠ CHẾ ĐẶC THÙ", dt.date(2017, 11, 24)),
        ),
        (
            "CHÍNH PHỦ\n"
            + NATION
            + "Số: 66.3/2025/NQ-CP\nHà Nội, ngày 15 tháng 9 năm 2025\nNGHỊ QUYẾT\nTháo gỡ vướng mắc\nCăn cứ Luật A;",
            ("NQ", "66.3/2025/NQ-CP", "Chính phủ", "Tháo gỡ vướng mắc", dt.date(2025, 9, 15)),
        ),
        (
            (
                "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998 "
                "BAN HÀNH QUY CHẾ DÂN CHỦ Ở XÃ\nCHÍNH PHỦ\nCăn cứ Luật A;\nĐiều 1. A"
            ),
            ("NĐ", "29/1998/NĐ-CP", "Chính phủ", "BAN HÀNH QUY CHẾ DÂN CHỦ Ở XÃ", dt.date(1998, 5, 11)),
        ),
        (
            (
                "Trang chủ\nNghị định số 362/2025/NĐ-CP Quy định chi tiết Luật Phí\nTải về\n"
                "NGHỊ ĐỊNH\nQuy định chi tiết Luật Phí\nCăn cứ Luật Phí;\nĐiều 1. A"
            ),
            ("NĐ", "362/2025/NĐ-CP", "Chính phủ", "Quy định chi tiết Luật Phí", None),
        ),
        (
            "Trang chủ\nDecision No. 2351/QD-TTg\nPursuant to the Law;\nArticle 1. To approve.",
            ("QĐ", "2351/QĐ-TTg", "Thủ tướng Chính phủ", None, None),
        ),
    ],
    ids=["law", "resolution", "decimal number", "old style", "portal without head", "translation"],
)
def test_normative_documents_of_all_styles_are_read(head: str, expected: tuple[object, ...]) -> None:
    header = header_of(head)
    assert (header.type, header.symbol, header.issuer, header.title, header.date) == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Nơi nhận:\n- Sở Y tế;\n- UBND các xã;\n- Lưu: VT, NC.", ("Sở Y tế", "UBND các xã")),
        (
            "***Nơi nhận:***\n\n- Sở Y tế;\n\n- Ban Thi đua -\nKhen thưởng (b/c);\n\n- Lưu: VT.",
            ("Sở Y tế", "Ban Thi đua - Khen thưởng"),
        ),
        ("Nơi nhận: - Sở Y tế; - UBND các xã; - Lưu: VT.", ("Sở Y tế", "UBND các xã")),
        ("Noi nhận:\nSở Y tế;\nUBND các xã;\nLưu: VT.", ("Sở Y tế", "UBND các xã")),
        (
            "Nơi nhận:\n- Các huyện ủy,\n- Thành viên Ban Chỉ đạo,\n- Lưu Văn phòng Tỉnh ủy.",
            ("Các huyện ủy", "Thành viên Ban Chỉ đạo"),
        ),
        ("Nơi nhận:\n- TT. Tỉnh ủy; TT. HĐND tỉnh (để b/c);\n- Lưu: VT.", ("TT. Tỉnh ủy", "TT. HĐND tỉnh")),
        ("CHỦ TỊCH\nLê Văn An", ()),
    ],
)
def test_recipients_are_items_without_bullets_notes_and_the_archive_line(tail: str, expected: tuple[str, ...]) -> None:
    assert recipients_of(plan(tail=tail)) == expected


@pytest.mark.parametrize("text", ["", "   \n", "Hôm nay trời đẹp.\nKhông có văn bản nào.", "\ufeff", "1\n2\n3"])
def test_a_text_with_no_document_in_it_has_an_empty_header(text: str) -> None:
    assert fields(header_of(text)) == {}
    assert recipients_of(text) == ()


@given(st.data())
def test_any_cut_and_any_noise_leave_a_header_whose_span_is_in_the_text(data: st.DataObject) -> None:
    text = plan(tail="Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\nKT. CHỦ TỊCH\nLê Văn An")
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + data.draw(st.sampled_from(["\n", "*", " ", "|", "", "số ", "\u0301", "/", "-"]))
            + text[place + data.draw(st.integers(0, 30)) :]
        )
    header = header_of(text)
    if header.symbol_span is not None:
        start, end = header.symbol_span
        assert 0 <= start < end <= len(text)
        assert str(header.number) in normalise(text[start:end]).text


@pytest.mark.parametrize(
    "unit",
    [
        "Số: ",
        "1/KH-UBND ",
        "UBND tỉnh A ",
        "a, ngày ",
        "KẾ HOẠCH\n",
        "ỦY BAN NHÂN DÂN\n",
        "V/v\n",
        "của ",
        "(",
        "\u0301",
        "Nguyễn Văn A\n",
    ],
)
def test_long_runs_of_any_mark_are_read(unit: str) -> None:
    assert header_of(plan().replace("Cấp nước", unit * 10_000)).symbol in {"35/KH-UBND", "1/KH-UBND"}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_field_of_the_five_annotated_plans_is_right(shared: Path, scorer: ModuleType) -> None:
    tally = scorer.Tally()
    for path in sorted((shared / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        header = header_of((shared / "seeds" / gold["file"]).read_text(encoding="utf-8"))
        bare: dict[str, list[object]] = {"mentions": [], "third_party": [], "assignments": []}
        scorer.score_document(gold | bare, {"header": fields(header) | {"date": str(header.date)}}, tally)
        for name in ("number", "signer_capacity", "period", "issuer_parent"):
            assert scorer.fold(getattr(header, name)) == scorer.fold(gold["header"][name]), (gold["file"], name)
    assert tally.misses == []
    assert tally.rate("header") == 1.0
