"""A head whose cells were run together on one line is read cell by cell."""

from __future__ import annotations

import pytest

from ingest.lines import paragraphs, split_lines
from ingest.run_together import head_cuts
from tests.ingest.pages import header_of

BODY = "\nKẾ HOẠCH\nvề công tác dân vận\n\nCăn cứ Kết luận số 1-KL/TW ngày 1/2/2023;\nI- NỘI DUNG\n1- Học tập.\n"


@pytest.mark.parametrize(
    ("head", "issuer", "symbol", "place", "day"),
    [
        pytest.param(
            "TỈNH ỦY ĐIỆN BIÊN    ĐẢNG CỘNG SẢN VIỆT NAM HUYỆN ỦY TUẦN GIÁO * Tuần Giáo, ngày 14 tháng 11 năm 2019 "
            "Số 318-KH/HU",
            "Huyện ủy Tuần Giáo",
            "318-KH/HU",
            "Tuần Giáo",
            "2019-11-14",
            id="two columns of the Party",
        ),
        pytest.param(
            "ĐẢNG BỘ THÀNH PHỐ ĐÀ NẴNG ĐẢNG ỦY XÃ ĐẠI LỘC Số: 06-KH/ĐU ĐẢNG CỘNG SẢN VIỆT NAM Đại Lộc, ngày 05 tháng 8 "
            "năm 2025",
            "Đảng ủy xã Đại Lộc",
            "06-KH/ĐU",
            "Đại Lộc",
            "2025-08-05",
            id="the left column first",
        ),
        pytest.param(
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM PHƯỜNG TÂN AN Độc lập - Tự do - Hạnh "
            "phúc BAN THƯỜNG TRỰC Số: 35/KH-MTTQ-BTT Tân An, ngày 17 tháng 10 năm 2025",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường Tân An",
            "35/KH-MTTQ-BTT",
            "Tân An",
            "2025-10-17",
            id="the Front",
        ),
        pytest.param(
            "HỘI NÔNG DÂN VIỆT NAM BCH HUYỆN CẨM XUYÊN Số: 29-KH/HNDH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự "
            "do - Hạnh phúc Cẩm Xuyên, ngày 22 tháng 11 năm 2021",
            "Ban Chấp hành Hội Nông dân huyện Cẩm Xuyên",
            "29-KH/HNDH",
            "Cẩm Xuyên",
            "2021-11-22",
            id="a union",
        ),
        pytest.param(
            "UBND TỈNH LÀO CAI ỦY BAN NHÂN DÂN XÃ MƯỜNG HUM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh "
            "phúc Số: 37/KH-UBND Mường Hum, ngày 08 tháng 9 năm 2025",
            "Ủy ban nhân dân xã Mường Hum",
            "37/KH-UBND",
            "Mường Hum",
            "2025-09-08",
            id="a commune under its province",
        ),
        pytest.param(
            "UBND TỈNH HÒA BÌNH SỞ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 58/KH-SYT "
            "Hòa Bình, ngày 26 tháng 02 năm 2024",
            "Sở Y tế tỉnh Hòa Bình",
            "58/KH-SYT",
            "Hòa Bình",
            "2024-02-26",
            id="a department under its committee",
        ),
        pytest.param(
            "UBND THÀNH PHỐ HẢI PHÒNG VĂN PHÒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: "
            "5/KH-VP Hải Phòng, ngày 26 tháng 02 năm 2024",
            "Văn phòng Ủy ban nhân dân thành phố Hải Phòng",
            "5/KH-VP",
            "Hải Phòng",
            "2024-02-26",
            id="a place named like a division",
        ),
    ],
)
def test_a_head_on_one_line_says_what_it_says_on_paper(
    head: str, issuer: str, symbol: str, place: str, day: str
) -> None:
    header = header_of(head + BODY)
    assert (header.issuer, header.symbol, header.place, str(header.date)) == (issuer, symbol, place, day)


@pytest.mark.parametrize(
    "row",
    [
        "TỈNH ỦY ĐIỆN BIÊN",
        "Thực hiện Kế hoạch số 5-KH/TU ngày 5/6/2024 của Tỉnh ủy về học tập, ngày 7/8/2024 họp.",
        "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH",
    ],
)
def test_a_line_of_one_cell_is_left_whole(row: str) -> None:
    assert head_cuts(row) == []


def test_a_blank_line_behind_every_line_parts_no_sentences() -> None:
    sentence = [
        "Thực hiện Quyết định số 5/QĐ-UBND ngày 5/6/2024 của UBND tỉnh, các xã",
        "chủ động rà soát việc cấp nước.",
    ]
    lines = split_lines("\n\n".join(sentence * 12))

    assert [span.start for span in paragraphs(lines)] == [lines[index].start for index in range(0, 24, 2)]


def test_the_opening_sentence_under_a_title_is_no_part_of_it() -> None:
    page = (
        "TỈNH ĐOÀN KON TUM\n***\nSố: 58-KH/TĐTN\nKon Tum, ngày 10 tháng 5 năm 2024\nKẾ HOẠCH\nVề chiến dịch hè\n"
        "Thực hiện Kế hoạch số 2-KH/TWĐTN ngày 22/4/2024 của Trung ương\nĐoàn, Tỉnh đoàn ban hành Kế hoạch như sau:\n"
        "I. NỘI DUNG\n1. Học tập.\n"
    )
    assert header_of(page).title == "Về chiến dịch hè"


@pytest.mark.parametrize(
    ("head", "issuer", "symbol"),
    [
        pytest.param(
            "ỦY\nBAN NHÂN\nDÂN\nTỈNH BẮC NINH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-UBND\nBắc Ninh, ngày 7 "
            "tháng 11 năm 2025",
            "Ủy ban nhân dân tỉnh Bắc Ninh",
            "5/KH-UBND",
            id="the first word alone",
        ),
        pytest.param(
            "MẶT\nTRẬN TỔ QUỐC VIỆT NAM\nBAN THƯỜNG TRỰC ỦY\nBAN MTTQ VIỆT NAM HUYỆN LẮK\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA "
            "VIỆT NAM\nSố: 24/KH-MTTQ-BTT\nLắk, ngày 06 tháng 5 năm 2024",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam huyện Lắk",
            "24/KH-MTTQ-BTT",
            id="the Front",
        ),
        pytest.param(
            "UBND TỈNH LÂM ĐỒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ Độc lập -\nTự do - Hạnh phúc\nSố: "
            "9/KH-SNV Lâm Đồng, ngày 20 tháng 11 năm 2025",
            "Sở Nội vụ tỉnh Lâm Đồng",
            "9/KH-SNV",
            id="the motto torn",
        ),
        pytest.param(
            "ĐẢNG BỘ TỈNH QUẢNG TRỊ\nĐẢNG ỦY PHƯỜNG NAM ĐÔNG HÀ\n*\nSố\n15-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nNam Đông Hà, "
            "ngày 28 tháng 8 năm 2025",
            "Đảng ủy phường Nam Đông Hà",
            "15-KH/ĐU",
            id="the number under its word",
        ),
    ],
)
def test_a_head_whose_lines_were_torn_says_what_it_says_on_paper(head: str, issuer: str, symbol: str) -> None:
    header = header_of(head + BODY)
    assert (header.issuer, header.symbol) == (issuer, symbol)
