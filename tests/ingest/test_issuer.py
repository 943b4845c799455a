"""Who issued a document, at which place, under which places."""

from __future__ import annotations

import pytest

from tests.ingest.pages import NATION, header_of, plan


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
            "HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH LẠNG SƠN",
            "Số: 14-KH/ĐTN",
            "Lạng Sơn, ngày 05 tháng 3 năm 2024",
            "Ban Chấp hành Hội Nông dân tỉnh Lạng Sơn",
            None,
            "province",
        ),
        (
            "HỘI CỰU CHIẾN BINH VIỆT NAM\nTỈNH HÀ NAM",
            "Số: 14-KH/ĐTN",
            "Hà Nam, ngày 05 tháng 3 năm 2024",
            "Hội Cựu chiến binh tỉnh Hà Nam",
            None,
            "province",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBAN THƯỜNG VỤ HUYỆN ĐOÀN TÂN LẠC",
            "Số: 14-KH/ĐTN",
            "Tân Lạc, ngày 05 tháng 3 năm 2024",
            "Ban Thường vụ Huyện đoàn Tân Lạc",
            "tỉnh Hòa Bình",
            "district",
        ),
        (
            "TỈNH ĐOÀN QUẢNG NAM",
            "Số: 14-KH/ĐTN",
            "Quảng Nam, ngày 05 tháng 3 năm 2024",
            "Tỉnh đoàn Quảng Nam",
            None,
            "province",
        ),
        (
            "TỈNH ĐOÀN QUẢNG NAM\nBAN THƯỜNG VỤ\n***\nĐOÀN TNCS HỒ CHÍ MINH",
            "Số: 14-KH/ĐTN",
            "Quảng Nam, ngày 05 tháng 3 năm 2024",
            "Ban Thường vụ Tỉnh đoàn Quảng Nam",
            None,
            "province",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH TỈNH SƠN LA\nBAN THƯỜNG VỤ",
            "Số: 14-KH/ĐTN",
            "Sơn La, ngày 05 tháng 3 năm 2024",
            "Ban Thường vụ Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Sơn La",
            None,
            "province",
        ),
        (
            "BCĐ PHÒNG, CHỐNG TỘI PHẠM\nTỈNH HÀ TĨNH",
            "Số: 14/KH-BCĐ",
            "Hà Tĩnh, ngày 05 tháng 3 năm 2024",
            "Ban Chỉ đạo phòng, chống tội phạm tỉnh Hà Tĩnh",
            None,
            "province",
        ),
        (
            "UBND TỈNH QUẢNG NINH - BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM TỈNH",
            "Số: 14/CTrPH-UBND-MTTQ",
            "Quảng Ninh, ngày 05 tháng 3 năm 2024",
            "Ủy ban nhân dân tỉnh Quảng Ninh, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ninh",
            None,
            "province",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH THÀNH PHỐ HÀ NỘI\nBCH QUẬN BA ĐÌNH",
            "Số: 14-KH/ĐTN",
            "Ba Đình, ngày 05 tháng 3 năm 2024",
            "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh quận Ba Đình",
            "thành phố Hà Nội",
            "district",
        ),
        (
            "BAN QUẢN LÝ KHU KINH TẾ\nTỈNH LÀO CAI",
            "Số: 14/KH-BQL",
            "Lào Cai, ngày 05 tháng 3 năm 2024",
            "Ban Quản lý Khu kinh tế tỉnh Lào Cai",
            None,
            "province",
        ),
        (
            "CÔNG AN TỈNH LÀO CAI\nPHÒNG CẢNH SÁT GIAO THÔNG",
            "Số: 14/KH-PC08",
            "Lào Cai, ngày 05 tháng 3 năm 2024",
            "Phòng Cảnh sát giao thông Công an tỉnh Lào Cai",
            None,
            "province",
        ),
        (
            "ĐẢNG BỘ TỈNH CÀ MAU\nBAN TUYÊN GIÁO VÀ DÂN VẬN",
            "Số 23-HD/BTGDV",
            "Cà Mau, ngày 05 tháng 9 năm 2025",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy Cà Mau",
            None,
            "province",
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
            "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN\nVĂN PHÒNG",
            "Số: 1/TB-VPUB",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Văn phòng Ủy ban nhân dân tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "MTTQ VIỆT NAM XÃ TRÀ MY\nBAN THƯỜNG TRỰC\n***",
            "Số: 8/TB-MTTQ-BTT",
            "Trà My, ngày 8 tháng 9 năm 2025",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Trà My",
            "thành phố Đà Nẵng",
            "ward",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH BẮC KẠN\n***",
            "Số: 87-KH/TĐTN-VP",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "HỘI NÔNG DÂN TỈNH BẮC KẠN - SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI",
            "Số: 3/HDLT-HND-SLĐTBXH",
            "Bắc Kạn, ngày 8 tháng 2 năm 2022",
            "Hội Nông dân tỉnh Bắc Kạn, Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn",
            None,
            "province",
        ),
        (
            "UBND QUẬN KIẾN AN\nPHÒNG LAO ĐỘNG - TB&XH",
            "Số: 1/BC-LĐTBXH",
            "Kiến An, ngày 8 tháng 2 năm 2022",
            "Phòng Lao động - Thương binh và Xã hội quận Kiến An",
            "thành phố Hải Phòng",
            "district",
        ),
        (
            "ỦY BAN NHÂN DÂN QUẬN KIẾN AN\nPHÒNG QUẢN LÝ CHỢ",
            "Số: 1/BC-PQLC",
            "Kiến An, ngày 8 tháng 2 năm 2022",
            "Phòng Quản lý chợ quận Kiến An",
            "thành phố Hải Phòng",
            "district",
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
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT CHUYÊN LÀO CAI",
            "Số: 1/KH-THPTC",
            "Lào Cai, ngày 8 tháng 2 năm 2022",
            "Trường THPT chuyên Lào Cai",
            None,
            "province",
        ),
        (
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN BA BỂ\nTRƯỜNG TIỂU HỌC HÀ HIỆU",
            "Số: 1/KH-TH",
            "Hà Hiệu, ngày 8 tháng 2 năm 2022",
            "Trường Tiểu học Hà Hiệu",
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
            "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG HẢI CHÂU",
            "Số: 1/NQ-HĐND",
            "Hải Châu, ngày 28 tháng 7 năm 2025",
            "Hội đồng nhân dân phường Hải Châu",
            "thành phố Đà Nẵng",
            "ward",
        ),
        (
            "ĐẢNG BỘ TỈNH AN GIANG\nĐẢNG ỦY XÃ VĨNH THÔNG\n*",
            "Số 1-KH/ĐU",
            "Vĩnh Thông, ngày 8 tháng 11 năm 2025",
            "Đảng ủy xã Vĩnh Thông",
            "tỉnh An Giang",
            "ward",
        ),
        (
            "TỈNH ỦY HƯNG YÊN\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n*",
            "Số 1-KH/ĐU",
            "Hưng Yên, ngày 8 tháng 9 năm 2025",
            "Đảng ủy Ủy ban nhân dân tỉnh Hưng Yên",
            None,
            "province",
        ),
        (
            "TỈNH ỦY ĐỒNG NAI\nBAN TỔ CHỨC\n*",
            "Số 1-HD/BTCTU",
            "Đồng Nai, ngày 20 tháng 10 năm 2025",
            "Ban Tổ chức Tỉnh ủy Đồng Nai",
            None,
            "province",
        ),
        (
            "HỘI LHPN VIỆT NAM\nBCH HỘI LHPN TỈNH LẠNG SƠN",
            "Số: 1/KH-BTV",
            "Lạng Sơn, ngày 8 tháng 10 năm 2025",
            "Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Lạng Sơn",
            None,
            "province",
        ),
        (
            "TỈNH ĐOÀN CÀ MAU\nBCH ĐOÀN PHƯỜNG AN XUYÊN\n***",
            "Số: 1-KH/ĐTN",
            "An Xuyên, ngày 8 tháng 8 năm 2025",
            "Ban Chấp hành Đoàn phường An Xuyên",
            "tỉnh Cà Mau",
            "ward",
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


def test_a_city_that_is_not_named_leaves_the_level_open() -> None:
    header = header_of("Thực hiện Luật A, Ủy ban nhân dân thành phố ban hành Kế hoạch như sau:\n1. Mục đích\n")
    assert (header.issuer, header.level, header.title) == ("Ủy ban nhân dân", None, None)


def test_a_national_name_torn_over_lines_is_no_part_of_the_issuer() -> None:
    torn = "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    day = "Sơn\nLa, ngày 11 tháng 3\nnăm 2020"
    header = header_of(plan(issuer="ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-----", nation=torn, day=day))
    assert (header.issuer, header.place) == ("Ủy ban nhân dân tỉnh Sơn La", "Sơn La")


def test_of_namesakes_the_one_that_exists_in_the_named_province_issues() -> None:
    page = plan(
        issuer="ỦY BAN NHÂN DÂN\nXÃ YÊN BÌNH",
        day="Yên Bình, ngày 02 tháng 10 năm 2025",
        body="Thực hiện Kế hoạch số 88/KH-UBND ngày 22/8/2025 của UBND tỉnh Lào Cai;\nI. MỤC ĐÍCH\n1. Chuyển đổi số.\n",
    )
    header = header_of(page)
    assert (header.issuer, header.issuer_parent) == ("Ủy ban nhân dân xã Yên Bình", "tỉnh Lào Cai")
