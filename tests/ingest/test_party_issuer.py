"""Who issued a document of the Party: its committees have no kind of place in their names."""

from __future__ import annotations

import pytest

from tests.ingest.pages import PARTY, header_of, plan


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
            "TỈNH ỦY BÌNH ĐỊNH\nHUYỆN ỦY TUY PHƯỚC\n*",
            "Số 114-KL/HU",
            "Tuy Phước, ngày 3 tháng 4 năm 2022",
            "Huyện ủy Tuy Phước",
            "tỉnh Bình Định",
            "district",
        ),
        (
            "HUYỆN UỶ LẠC SƠN\nĐẢNG UỶ XÃ QUYẾT THẮNG\n*",
            "Số 57-BC/ĐU",
            "Quyết Thắng, ngày 22 tháng 11 năm 2022",
            "Đảng ủy xã Quyết Thắng",
            "huyện Lạc Sơn, tỉnh Hòa Bình",
            "ward",
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
            "ĐẢNG ỦY UBND TỈNH LÀO CAI\nĐẢNG ỦY SỞ TƯ PHÁP\n*",
            "Số 12-KH/ĐU",
            "Lào Cai, ngày 12 tháng 9 năm 2025",
            "Đảng ủy Sở Tư pháp tỉnh Lào Cai",
            None,
            "province",
        ),
        (
            "ĐẢNG BỘ SỞ TƯ PHÁP TỈNH LÀO CAI\nCHI BỘ HỘI LUẬT GIA\n*",
            "Số 12-KH/CB",
            "Lào Cai, ngày 12 tháng 9 năm 2025",
            "Chi bộ Hội Luật gia sở tư pháp tỉnh Lào Cai",
            None,
            "province",
        ),
        (
            "ĐẢNG BỘ CHÍNH PHỦ\nĐẢNG ỦY BỘ TÀI CHÍNH\n*",
            "Số 12-KH/ĐU",
            "Hà Nội, ngày 12 tháng 9 năm 2025",
            "Đảng ủy Bộ Tài chính",
            None,
            "central",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*",
            "Số 12-KH/BTCTW",
            "Hà Nội, ngày 12 tháng 9 năm 2025",
            "Ban Tổ chức Trung ương",
            None,
            "central",
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
