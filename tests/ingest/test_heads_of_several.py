"""Heads that name several bodies, shorten their names, or were torn within them."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.pages import NATION, header_of, tasks_of

_BODY = "Căn cứ Luật Tổ chức chính quyền địa phương;\nI. NỘI DUNG\n1. Nước sạch cho mọi người.\n"


def _page(bodies: str, symbol: str, place: str, day: str, kind: str = "KẾ HOẠCH\nVề nước sạch") -> str:
    return f"{bodies}\n{NATION}Số: {symbol}\n{place}, {day}\n{kind}\n{_BODY}"


@pytest.mark.parametrize(
    ("bodies", "symbol", "place", "issuer"),
    [
        pytest.param(
            "UBND TỈNH SÓC TRĂNG\nLIÊN SỞ CÔNG THƯƠNG - TÀI CHÍNH",
            "7/HDLN-SCT-STC",
            "Sóc Trăng",
            "Sở Công Thương tỉnh Sóc Trăng, Sở Tài chính tỉnh Sóc Trăng",
            id="departments that share their first word",
        ),
        pytest.param(
            "UBND TỈNH SÓC TRĂNG\nLIÊN SỞ:\nLAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - NỘI VỤ",
            "7/HDLN-SLĐTBXH-SNV",
            "Sóc Trăng",
            "Sở Lao động - Thương binh và Xã hội tỉnh Sóc Trăng, Sở Nội vụ tỉnh Sóc Trăng",
            id="a department whose name has a hyphen",
        ),
        pytest.param(
            "UBND TỈNH SÓC TRĂNG\nLIÊN NGÀNH: SỞ Y TẾ - CÔNG AN TỈNH",
            "7/KHLN-SYT-CAT",
            "Sóc Trăng",
            "Sở Y tế tỉnh Sóc Trăng, Công an tỉnh Sóc Trăng",
            id="branches by their own names",
        ),
        pytest.param(
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÓC TRĂNG\nKHÓA X, KỲ HỌP THỨ 12",
            "7/NQ-HĐND",
            "Sóc Trăng",
            "Hội đồng nhân dân tỉnh Sóc Trăng",
            id="the session of an assembly under its name",
        ),
        pytest.param(
            "VIỆN KSND - TAND\nHUYỆN KẾ SÁCH",
            "7/QCPH-VKS-TA",
            "Kế Sách",
            "Viện kiểm sát nhân dân huyện Kế Sách, Tòa án nhân dân huyện Kế Sách",
            id="short forms",
        ),
        pytest.param(
            "HUYỆN ỦY KẾ SÁCH\nBAN DÂN VẬN\nỦY BAN NHÂN DÂN HUYỆN",
            "07-CTr/BDVHU-UBND",
            "Kế Sách",
            "Ban Dân vận Huyện ủy Kế Sách, Ủy ban nhân dân huyện Kế Sách",
            id="an office of the Party over a body of the State",
        ),
        pytest.param(
            "TỈNH ỦY SÓC TRĂNG\nBAN CÁN SỰ ĐẢNG\nUBND TỈNH",
            "07-KH/BCSĐ",
            "Sóc Trăng",
            "Ban cán sự đảng Ủy ban nhân dân tỉnh Sóc Trăng",
            id="the Party's organisation within a body, torn from it",
        ),
        pytest.param(
            "UBND HUYỆN KẾ SÁCH\nTHANH TRA HUYỆN",
            "7/KH-TTr",
            "Kế Sách",
            "Thanh tra huyện Kế Sách",
            id="an inspectorate of a district",
        ),
    ],
)
def test_each_body_of_a_head_has_its_whole_name(bodies: str, symbol: str, place: str, issuer: str) -> None:
    assert header_of(_page(bodies, symbol, place, "ngày 4 tháng 5 năm 2021")).issuer == issuer


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "HỘI ĐỒNG NHÂN DÂN TỈNH SÓC TRĂNG ĐOÀN GIÁM SÁT",
            "Đoàn giám sát Hội đồng nhân dân tỉnh Sóc Trăng",
        ),
        ("BỘ CÔNG AN CÔNG AN TỈNH SÓC TRĂNG", "Công an tỉnh Sóc Trăng"),
        ("QUÂN KHU 9 BỘ CHỈ HUY QUÂN SỰ TỈNH SÓC TRĂNG", "Bộ Chỉ huy quân sự tỉnh Sóc Trăng"),
        ("UBND TỈNH SÓC TRĂNG THANH TRA TỈNH", "Thanh tra tỉnh Sóc Trăng"),
        (
            "HỘI LHPN TỈNH SÓC TRĂNG - CÔNG AN TỈNH SÓC TRĂNG",
            "Hội Liên hiệp Phụ nữ tỉnh Sóc Trăng, Công an tỉnh Sóc Trăng",
        ),
    ],
)
def test_bodies_on_one_line_with_the_rest_of_the_head_are_told_apart(head: str, issuer: str) -> None:
    page = _page(head, "7/BC-X", "Sóc Trăng", "ngày 4 tháng 5 năm 2021", "BÁO CÁO Về nước sạch").replace("\n", " ")
    assert header_of(page).issuer == issuer


@pytest.mark.parametrize(
    ("kind", "code"), [("KẾ HOẠCH\nPHỐI HỢP\nVề nước sạch", "KH"), ("HƯỚNG DẪN\nLIÊN NGÀNH\nVề nước sạch", "HD")]
)
def test_a_type_of_two_lines_is_no_part_of_the_title(kind: str, code: str) -> None:
    header = header_of(
        _page("ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG", "7/KH-UBND", "Sóc Trăng", "ngày 4 tháng 5 năm 2021", kind)
    )
    assert (header.type, header.title) == (code, "Về nước sạch")


def test_a_title_that_was_broken_before_a_capital_ends_where_the_body_opens() -> None:
    page = _page("ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG", "7/KH-UBND", "Sóc Trăng", "ngày 4 tháng 5 năm 2021", "KẾ HOẠCH")
    torn = page.replace(
        "Căn cứ", "Bắn pháo hoa đêm giao thừa Tết\nNguyên đán\nThực hiện Kế hoạch số 5/KH-BVH của Bộ\nCăn cứ", 1
    )
    assert header_of(torn).title == "Bắn pháo hoa đêm giao thừa Tết Nguyên đán"


@pytest.mark.parametrize("torn", ["ĐẢNG CỘNG\nSẢN VIỆT NAM\n", "Sóc Trăng, ngày\n04 tháng 5 năm 2021\n"])
def test_the_subject_of_a_letter_ends_before_a_torn_mark(torn: str) -> None:
    page = f"UBND TỈNH SÓC TRĂNG\nSỞ Y TẾ\nSố: 9/SYT-NV\nV/v tiêm chủng trẻ em\n{torn}Kính gửi: Trạm y tế\n{_BODY}"
    assert header_of(page).title == "Tiêm chủng trẻ em"


@pytest.mark.parametrize(
    ("lines", "signer"), [("CHỦ TỊCH\nPhan\nThị Lệ", "Phan Thị Lệ"), ("CHỦ TỊCH\nPhan Thị Lệ", "Phan Thị Lệ")]
)
def test_a_signer_whose_family_name_was_torn_off_has_it(lines: str, signer: str) -> None:
    page = _page("ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG", "7/KH-UBND", "Sóc Trăng", "ngày 4 tháng 5 năm 2021")
    assert header_of(f"{page}Nơi nhận:\n- Lưu: VT.\n{lines}\n").signer == signer


@pytest.mark.parametrize(
    ("sentence", "tasks"),
    [
        ("Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.", 1),
        ("Sở Y tế thông báo lịch tiêm đến từng trạm y tế trước ngày 5/6/2021.", 2),
    ],
)
def test_the_close_of_a_notice_is_no_task(sentence: str, tasks: int) -> None:
    page = _page(
        "ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG",
        "7/TB-UBND",
        "Sóc Trăng",
        "ngày 4 tháng 5 năm 2021",
        "THÔNG BÁO\nVề nước sạch",
    )
    text = f"{page}Giao Sở Xây dựng khảo sát nguồn nước ngầm.\n{sentence}\nNơi nhận:\n- Lưu: VT.\n"
    assert len(tasks_of(text, header_of(text))) == tasks


@pytest.mark.parametrize(
    ("symbol", "of", "issuers"),
    [
        ("60/QĐ-CĐSP", "Hiệu trưởng về chỉ tiêu", ("Trường Cao đẳng Sư phạm Sóc Trăng",)),
        ("60/QĐ-CĐSP", "Chi cục Thuế về phí", ("Chi cục Thuế tỉnh Sóc Trăng",)),
        ("60/QĐ-XYZ", "Hiệu trưởng về chỉ tiêu", ()),
    ],
)
def test_the_head_of_an_office_needs_no_name_in_its_own_papers(symbol: str, of: str, issuers: tuple[str, ...]) -> None:
    head = "UBND TỈNH SÓC TRĂNG\nTRƯỜNG CAO ĐẲNG SƯ PHẠM SÓC TRĂNG"
    page = _page(head, "7/KH-CĐSP", "Sóc Trăng", "ngày 4 tháng 5 năm 2021")
    (found,) = parse(
        f"{page}Trường Cao đẳng Sư phạm Sóc Trăng theo Quyết định số {symbol} ngày 1/2/2021 của {of}.\n"
    ).mentions[1:]
    assert found.issuers == issuers


@pytest.mark.parametrize(
    ("cited", "issuers"),
    [
        (
            "Quy chế phối hợp số 01/QCPH-CA-VKS-TA",
            ("Công an tỉnh Hà Giang", "Viện kiểm sát nhân dân tỉnh Hà Giang", "Tòa án nhân dân tỉnh Hà Giang"),
        ),
        ("Kế hoạch liên ngành số 5/KHLN-SYT-CA", ("Sở Y tế tỉnh Hà Giang", "Công an tỉnh Hà Giang")),
        ("Thông tư liên tịch số 01/2016/TTLT-BCA-TA", ("Bộ Công an", "Tòa án nhân dân tối cao")),
        ("Hướng dẫn số 57/HD-MTTQ-BTT", ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Giang",)),
    ],
)
def test_the_codes_of_a_joint_paper_are_those_who_issue_it(cited: str, issuers: tuple[str, ...]) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 12/KH-UBND\nHà Giang, ngày 5 tháng 1 năm 2022\nKẾ HOẠCH\nPhối hợp\n"

    assert parse(f"{head}Thực hiện {cited} ngày 2/3/2021.\n").mentions[0].issuers == issuers
