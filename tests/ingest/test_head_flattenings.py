"""The cells of a head, in whatever order and on however few lines a converter left them, say the same."""

from __future__ import annotations

import pytest

from data.tables import CentralBody, central_bodies
from ingest.parse import parse

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DAY = "Phú Thọ, ngày 05 tháng 11 năm 2022"
TITLE = "Triển khai công tác cải cách hành chính năm 2023"
BODY = f"KẾ HOẠCH\n{TITLE}\n\nI. NỘI DUNG\n1. Nội dung khác.\n"


@pytest.mark.parametrize(
    ("above", "own", "code", "issuer"),
    [
        ("UBND TỈNH PHÚ THỌ", "SỞ CÔNG THƯƠNG", "KH-SCT", "Sở Công Thương tỉnh Phú Thọ"),
        ("UBND TỈNH PHÚ THỌ", "BAN CHỈ ĐẠO 389", "KH-BCĐ389", "Ban Chỉ đạo 389 tỉnh Phú Thọ"),
        (
            "UBND TỈNH PHÚ THỌ",
            "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP",
            "KH-BQLKCN",
            "Ban Quản lý các khu công nghiệp tỉnh Phú Thọ",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ",
            "THƯỜNG TRỰC",
            "KH-TTHĐND",
            "Thường trực Hội đồng nhân dân tỉnh Phú Thọ",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ",
            "BAN PHÁP CHẾ",
            "KH-BPC",
            "Ban Pháp chế Hội đồng nhân dân tỉnh Phú Thọ",
        ),
        ("UBND THÀNH PHỐ VIỆT TRÌ", "TRUNG TÂM Y TẾ", "KH-TTYT", "Trung tâm Y tế thành phố Việt Trì"),
        (
            "UBND HUYỆN THANH BA",
            "ĐỘI QUẢN LÝ TRẬT TỰ ĐÔ THỊ",
            "KH-QLTTĐT",
            "Đội Quản lý trật tự đô thị huyện Thanh Ba",
        ),
        (
            "UBND TỈNH PHÚ THỌ",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
            "KH-TTPVHCC",
            "Trung tâm Phục vụ hành chính công tỉnh Phú Thọ",
        ),
        (
            "UBND HUYỆN THANH BA",
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
            "KH-PGDĐT",
            "Phòng Giáo dục và Đào tạo huyện Thanh Ba",
        ),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "{above}\n{own}\n{number}\n{nation}\n{motto}\n{day}\n",
        "{nation}\n{motto}\n{above}\n{own}\n{number}\n{day}\n",
        "{above}\n{nation}\n{own}\n{motto}\n{number}\n{day}\n",
        "{above} {own} {nation} {motto}\n{number} {day}\n",
        "{above} {own} {number} {nation} {motto} {day} ",
        "| {above} {own} {number} | {nation} {motto} {day} |\n|---|---|\n\n",
    ],
)
def test_an_agency_below_another_is_the_issuer_in_every_form_of_the_head(
    form: str, above: str, own: str, code: str, issuer: str
) -> None:
    number = f"Số: 215/{code}"
    head = form.format(above=above, own=own, number=number, nation=NATION[0], motto=NATION[1], day=DAY)
    header = parse(head + BODY).header
    assert (header.issuer, header.symbol, str(header.date)) == (issuer, f"215/{code}", "2022-11-05")
    assert header.title == TITLE


@pytest.mark.parametrize(
    ("bodies", "code", "issuer"),
    [
        ("TỈNH ỦY PHÚ THỌ BAN TUYÊN GIÁO", "HD/BTGTU", "Ban Tuyên giáo Tỉnh ủy Phú Thọ"),
        ("THÀNH ỦY HẢI PHÒNG ỦY BAN KIỂM TRA", "KH/UBKTTU", "Ủy ban Kiểm tra Thành ủy Hải Phòng"),
        ("TỈNH ỦY PHÚ THỌ ĐẢNG ỦY UBND TỈNH", "KH/ĐU", "Đảng ủy Ủy ban nhân dân tỉnh Phú Thọ"),
        ("UBND TỈNH PHÚ THỌ VĂN PHÒNG", "TB-VPUBND", "Văn phòng Ủy ban nhân dân tỉnh Phú Thọ"),
        ("UBND HUYỆN THANH BA UBND XÃ ĐỒNG XUÂN", "KH-UBND", "Ủy ban nhân dân xã Đồng Xuân"),
        ("BỘ TÀI CHÍNH CỤC HẢI QUAN", "KH-CHQ", "Cục Hải quan"),
    ],
)
def test_two_bodies_in_one_cell_are_a_superior_and_the_issuer(bodies: str, code: str, issuer: str) -> None:
    number = f"Số 27-{code}" if "/" in code else f"Số: 27/{code}"
    head = f"| {bodies} | {' '.join(NATION)} |\n|---|---|\n| {number} | {DAY} |\n\n"

    assert parse(head + BODY).header.issuer == issuer


@pytest.mark.parametrize("row", [row for row in central_bodies() if row.regime == "state"], ids=lambda row: row.kind)
def test_the_name_of_a_body_of_the_centre_is_not_parted(row: CentralBody) -> None:
    head = f"| {row.name.upper()} | {' '.join(NATION)} |\n|---|---|\n| Số: 27/KH-X | {DAY} |\n\n"

    assert (parse(head + BODY).header.issuer or "").casefold() == row.name.casefold()
