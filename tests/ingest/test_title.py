"""The trích yếu of a document and the years that it covers."""

from __future__ import annotations

import pytest

from tests.ingest.pages import header_of, plan


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
        (
            "BAN HÀNH QUY ĐỊNH CẤP NƯỚC SẠCH\nỦY BAN NHÂN DÂN TỈNH BẮC KẠN\nCăn cứ Luật Tài nguyên nước;",
            "BAN HÀNH QUY ĐỊNH CẤP NƯỚC SẠCH",
        ),
        ("của Ủy ban nhân dân tỉnh về cấp nước sạch", "Về cấp nước sạch"),
        ("của Ủy ban nhân dân tỉnh\nV/v ban hành quy định về cấp nước", "Ban hành quy định về cấp nước"),
        ("Kế hoạch cấp nước sạch", "Kế hoạch cấp nước sạch"),
        ("HỘI NGHỊ LẦN THỨ BẢY\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề cấp nước sạch", "Về cấp nước sạch"),
    ],
)
def test_the_title_is_one_line_as_written_without_marks(written: str, title: str) -> None:
    assert header_of(plan(title=written)).title == title


def test_the_title_by_which_a_normative_document_is_called_is_without_its_type() -> None:
    assert header_of(plan(kind="THÔNG TƯ", title="Thông tư quy định cấp nước")).title == "Quy định cấp nước"


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
        ("Thực hiện Đề án “Nước sạch giai đoạn 2015 - 2025”, giai đoạn II (2021 - 2025)", "KẾ HOẠCH", "2021-2025"),
        ("Thực hiện Đề án “Nước sạch giai đoạn 2021 - 2030” năm 2024", "KẾ HOẠCH", "2024"),
        ("Thực hiện Đề án “Nước sạch giai đoạn 2021 - 2030” trên địa bàn xã", "KẾ HOẠCH", "2021-2030"),
    ],
)
def test_the_period_is_the_years_that_a_plan_covers(title: str, kind: str, period: str | None) -> None:
    assert header_of(plan(title=title, kind=kind)).period == period
