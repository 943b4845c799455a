"""In a list of documents set as a table, the cells of a row say who issued the document and when."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import ParsedMention
from ingest.parse import parse

TITLE = """ỦY BAN NHÂN DÂN
HUYỆN NGA SƠN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 77/QĐ-UBND

Nga Sơn, ngày 8 tháng 4 năm 2024

QUYẾT ĐỊNH
Về việc công bố danh mục văn bản

DANH MỤC

"""


def mentions(table: str) -> list[ParsedMention]:
    return [mention for mention in parse(TITLE + table).mentions if mention.symbol]


@pytest.mark.parametrize(
    ("head", "row", "symbol", "day", "issuer"),
    [
        (
            "TT | Tên loại | Số, ký hiệu | Ngày, tháng, năm | Cơ quan ban hành | Trích yếu",
            "1 | Kế hoạch | 33/KH-UBND | 14/02/2024 | UBND thành phố Thanh Hóa | Trồng cây",
            "33/KH-UBND",
            date(2024, 2, 14),
            "Ủy ban nhân dân thành phố Thanh Hóa",
        ),
        (
            "TT | Số văn bản | Nơi ban hành | Ngày ban hành",
            "1 | 12/2021/NQ-HĐND | HĐND tỉnh | 08/12/2021",
            "12/2021/NQ-HĐND",
            date(2021, 12, 8),
            "Hội đồng nhân dân tỉnh Thanh Hóa",
        ),
        (
            "TT | Tên loại | Số, ký hiệu; ngày, tháng, năm ban hành | Tên gọi",
            "1 | Quyết định | 09/2019/QĐ-UBND; 12/7/2019 | Về giá đất",
            "09/2019/QĐ-UBND",
            date(2019, 7, 12),
            "Ủy ban nhân dân huyện Nga Sơn",
        ),
    ],
)
def test_the_cells_of_a_row_give_its_document_an_issuer_and_a_day(
    head: str, row: str, symbol: str, day: date, issuer: str
) -> None:
    (mention,) = mentions(f"| {head} |\n|{'---|' * (head.count('|') + 1)}\n| {row} |\n")
    assert (mention.symbol, mention.date, mention.issuers) == (symbol, day, (issuer,))


def test_what_stands_behind_the_number_itself_goes_before_the_cells() -> None:
    table = (
        "| Số, ký hiệu | Ngày ban hành | Cơ quan ban hành |\n|---|---|---|\n"
        "| 33/KH-UBND ngày 1/2/2024 của UBND tỉnh | 14/02/2024 | UBND thành phố Thanh Hóa |\n"
    )
    (mention,) = mentions(table)
    assert (mention.date, mention.issuers) == (date(2024, 2, 1), ("Ủy ban nhân dân tỉnh Thanh Hóa",))


def test_a_body_that_does_not_number_so_did_not_issue_it() -> None:
    table = "| Số, ký hiệu | Cơ quan ban hành |\n|---|---|\n| 33/KH-UBND | HĐND tỉnh |\n"
    (mention,) = mentions(table)
    assert mention.issuers == ("Ủy ban nhân dân huyện Nga Sơn",)


def test_the_day_of_another_thing_is_not_that_of_the_document() -> None:
    table = "| Văn bản | Ngày hoàn thành |\n|---|---|\n| Kế hoạch số 33/KH-UBND | 14/02/2024 |\n"
    (mention,) = mentions(table)
    assert mention.date is None


LIST = """1. Quyết định số 15/2019/QĐ-UBND ngày 12/4/2019 về chợ.
2. Quyết định số 33/2020/QĐ-UBND ngày 28/8/2020 sửa đổi Quyết định số 15/2019/QĐ-UBND.
"""
BY_PROVINCE = ["Ủy ban nhân dân tỉnh Thanh Hóa"] * 3
BY_DISTRICT = ["Ủy ban nhân dân huyện Nga Sơn"] * 3


@pytest.mark.parametrize(
    ("head", "issuers"),
    [
        ("Điều 2. Bãi bỏ các Quyết định sau đây của Ủy ban nhân dân tỉnh Thanh Hóa:", BY_PROVINCE),
        ("Bãi bỏ toàn bộ 02 quyết định do UBND tỉnh Thanh Hóa ban hành sau đây:", BY_PROVINCE),
        ("Bãi bỏ các văn bản của UBND tỉnh Thanh Hóa về chợ, gồm:", BY_PROVINCE),
        ("Bãi bỏ các Quyết định sau đây:", BY_DISTRICT),
        ("Bãi bỏ các nghị quyết của HĐND tỉnh Thanh Hóa sau đây:", BY_DISTRICT),  # it makes no decisions
        ("Theo đề nghị của UBND tỉnh Thanh Hóa. Bãi bỏ các văn bản sau:", BY_DISTRICT),
    ],
)
def test_the_head_of_a_list_says_who_issued_its_members(head: str, issuers: list[str]) -> None:
    assert [mention.issuers[0] for mention in mentions(f"{head}\n{LIST}")] == issuers


def test_behind_the_list_its_head_says_nothing_any_more() -> None:
    text = f"Bãi bỏ các Quyết định của UBND tỉnh Thanh Hóa:\n{LIST}Điều 3. Thực hiện\n1. Kế hoạch số 8/KH-UBND.\n"
    assert mentions(text)[-1].issuers == ("Ủy ban nhân dân huyện Nga Sơn",)
