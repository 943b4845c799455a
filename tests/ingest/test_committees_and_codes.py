"""Issuers whose names or codes others have too: committees by what they are for, codes of several bodies."""

from __future__ import annotations

import pytest

from graph.model import ResolutionState
from ingest.parse import parse
from ingest.resolve import resolve_text
from tests.ingest.normative import only

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 12/KH-UBND
Lào Cai, ngày 05 tháng 11 năm 2025
KẾ HOẠCH
Về an toàn giao thông
"""


def issuers(reference: str) -> tuple[str, ...]:
    """The issuers of the first mention in a plan of tỉnh Lào Cai."""
    return parse(f"{HEAD}Thực hiện {reference};\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n").mentions[0].issuers


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        (
            "Công điện số 7/CĐ-BCĐ-BXD ngày 03/11/2025 của Ban Chỉ đạo Phòng thủ dân sự Bộ Xây dựng",
            "Ban Chỉ đạo Phòng thủ dân sự Bộ Xây dựng",
        ),
        (
            "Kế hoạch số 7/KH-BCĐ ngày 03/11/2025 của Ban Chỉ đạo cải cách hành chính Sở Y tế về kiểm tra",
            "Ban Chỉ đạo cải cách hành chính Sở Y tế tỉnh Lào Cai",
        ),
        (
            "Kế hoạch số 9-KH/BCĐTW của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực về thi",
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực",
        ),
        ("Kế hoạch số 9-KH/BCĐTW ngày 03/11/2025 của Ban Chỉ đạo Trung ương về kiểm tra", "Ban Chỉ đạo Trung ương"),
        ("Kế hoạch số 7-KH/BCĐ ngày 03/11/2025 của Ban Chỉ đạo 35 Tỉnh ủy", "Ban Chỉ đạo 35 Tỉnh ủy Lào Cai"),
        (
            "Kế hoạch số 7-KH/BCĐ ngày 03/11/2025 của Ban Chỉ đạo chuyển đổi số của Tỉnh ủy về kiểm tra",
            "Ban Chỉ đạo chuyển đổi số của Tỉnh ủy Lào Cai",
        ),
        ("Kế hoạch số 7-KH/BCĐ ngày 3/5/2024 của Ban Chỉ đạo 35 Huyện ủy Sa Pa", "Ban Chỉ đạo 35 Huyện ủy Sa Pa"),
        (
            "Quyết định số 7/QĐ-BCĐ ngày 03/11/2025 của Trưởng Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh",
            "Trưởng Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Lào Cai",
        ),
        (
            "Kế hoạch số 7/KH-HĐPH ngày 03/11/2025 của Hội đồng phối hợp phổ biến, giáo dục pháp luật Trung ương",
            "Hội đồng phối hợp phổ biến, giáo dục pháp luật Trung ương",
        ),
        (
            "Kế hoạch số 7/KH-HĐPH ngày 03/11/2025 của Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh",
            "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh Lào Cai",
        ),
        ("Công văn số 7/KBNN-TH ngày 03/11/2025 của Kho bạc Nhà nước", "Kho bạc Nhà nước"),
        ("Công văn số 7/CTK-TH ngày 03/11/2025 của Cục trưởng Cục Thống kê", "Cục trưởng Cục Thống kê"),
        ("Công văn số 7/CTK-TH ngày 03/11/2023 của Cục Thống kê", "Cục Thống kê tỉnh Lào Cai"),
        (
            "Nghị quyết số 7b/NQ-BCH ngày 03/11/2015 của BCH Tổng LĐLĐ Việt Nam",
            "Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam",
        ),
        (
            "Nghị quyết số 7b/NQ-BCH ngày 03/11/2015 của Ban Chấp hành Tổng Liên đoàn",
            "Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam",
        ),
        ("Kế hoạch số 7/KH-BCH ngày 03/11/2025", "Bộ Chỉ huy quân sự tỉnh Lào Cai"),
        ("Quyết định số 7-HĐBT ngày 03/11/1990", "Hội đồng Bộ trưởng"),
    ],
)
def test_a_committee_has_its_name_to_the_end(reference: str, name: str) -> None:
    assert issuers(reference) == (name,)


@pytest.mark.parametrize("reference", ["Nghị quyết số 7b/NQ-BCH ngày 3/5/2015", "Biên bản số 7/BB-HĐBT ngày 3/5/2011"])
def test_a_code_of_several_bodies_is_none_of_the_one_that_cannot_have_used_it(reference: str) -> None:
    assert issuers(reference) == ()


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Bãi bỏ Quyết định số 12/2000/QĐ-TCBĐ.", "Tổng cục Bưu điện"),
        ("Bãi bỏ Quyết định số 12/2000/QĐ-BVGCP.", "Ban Vật giá Chính phủ"),
        ("Bãi bỏ Thông tư số 12/2000/TT-TCĐC.", "Tổng cục Địa chính"),
        ("Bãi bỏ Quyết định số 12/2003/QĐ-UBCK.", "Ủy ban Chứng khoán Nhà nước"),
        ("Theo Thông tư số 1/2017/TT-CA về phòng xử án.", "Tòa án nhân dân tối cao"),
    ],
)
def test_codes_of_bodies_that_are_no_more_name_them(sentence: str, issuer: str) -> None:
    assert only(sentence).issuers == (issuer,)


@pytest.mark.parametrize(
    "name",
    [
        "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực",
        "Ban Chỉ đạo Trung ương phòng, chống tham nhũng, tiêu cực",
        "Ban Chỉ đạo 35 Tỉnh ủy",
    ],
)
def test_a_paper_of_a_committee_that_is_named_by_its_task_is_one_document(name: str) -> None:
    parsed = parse(f"{HEAD}Thực hiện Kế hoạch số 9-KH/BCĐ ngày 03/11/2025 của {name};\nI. MỤC ĐÍCH\n")
    assert [resolution.state for resolution in resolve_text(parsed)] == [ResolutionState.RESOLVED]
