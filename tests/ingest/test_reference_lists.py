"""Lists of references: each number is one, and what is written once is shared (domain reference §4.3)."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.parse import parse
from tests.ingest.references_of import find

DECISION = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 12/2022/QĐ-UBND
Hà Giang, ngày 5 tháng 1 năm 2022
QUYẾT ĐỊNH
Bãi bỏ văn bản
Điều 1. Bãi bỏ văn bản
"""


@pytest.mark.parametrize(
    ("written", "symbols"),
    [
        ("Quy định số 16-QĐ/TU, 17-QĐ/TU ngày 12/12/2023 của Ban Thường vụ Tỉnh ủy", ["16-QĐ/TU", "17-QĐ/TU"]),
        ("Quy định số 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị", ["217-QĐ/TW", "218-QĐ/TW"]),
        ("Nghị quyết số 18, 19 và 21-NQ/TW", ["18-NQ/TW", "19-NQ/TW", "21-NQ/TW"]),
        (
            "các Nghị quyết số 57-NQ/TW, 59-NQ/TW, 66-NQ/TW, 68-NQ/TW của Bộ Chính trị",
            ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"],
        ),
        ("Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"]),
    ],
)
def test_every_number_of_a_list_is_a_reference(written: str, symbols: list[str]) -> None:
    assert [r.symbol for r in find(written)] == symbols


def test_numbers_that_share_one_symbol_are_one_list_with_its_date_and_issuer() -> None:
    first, second = find("Quy định số 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị")
    assert first.compound
    assert second.compound
    assert first.date == second.date == date(2013, 12, 12)
    assert [n.name for n in first.issuers] == [n.name for n in second.issuers] == ["Bộ Chính trị"]


def test_the_type_word_before_a_list_and_the_day_behind_it_are_said_of_every_number() -> None:
    found = find("Quy định số 16-QĐ/TU, số 17-QĐ/TU ngày 12/12/2023 của Ban Thường vụ Tỉnh ủy")
    assert [(r.type, r.date) for r in found] == [("QyĐ", date(2023, 12, 12))] * 2


def test_numbers_without_symbols_are_a_list_too() -> None:
    found = find("các Nghị quyết số 57, 59, 66 và 68 của Bộ Chính trị")
    assert [(r.type, r.number) for r in found] == [("NQ", "57"), ("NQ", "59"), ("NQ", "66"), ("NQ", "68")]
    assert {n.name for r in found for n in r.issuers} == {"Bộ Chính trị"}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("các Luật: Thanh tra, Khiếu nại và Tố cáo;", ["Luật Thanh tra", "Luật Khiếu nại", "Luật Tố cáo"]),
        ("các Luật Thủy lợi, Đê điều, Tài nguyên nước", ["Luật Thủy lợi", "Luật Đê điều", "Luật Tài nguyên nước"]),
        ("các Bộ luật Dân sự, Lao động", ["Bộ luật Dân sự", "Bộ luật Lao động"]),
        ("các luật: Thủy lợi năm 2017; Đê điều năm 2006; Khí tượng", ["Luật Thủy lợi", "Luật Đê điều"]),
        ("các Luật Thủy lợi, Đê điều và Sở Tài chính", ["Luật Thủy lợi", "Luật Đê điều"]),
        ("Luật Thủy lợi, Đê điều thuộc xã quản lý", ["Luật Thủy lợi"]),
    ],
)
def test_laws_of_a_list_that_says_law_once_are_all_read(written: str, names: list[str]) -> None:
    assert [reference.name for reference in find(written)] == names


def test_an_amending_law_may_count_the_laws_that_it_amends() -> None:
    (law,) = find("Luật sửa đổi, bổ sung một số điều của 11 luật về quân sự, quốc phòng ngày 27/6/2025;")
    assert (law.type, law.date) == ("L", date(2025, 6, 27))
    assert (law.name or "").endswith("quân sự, quốc phòng")


def test_date_and_issuer_behind_the_last_are_shared_with_those_that_have_none() -> None:
    first, second = find("Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị")
    assert first.date == second.date == date(2013, 12, 12)
    assert first.issuers == second.issuers


def test_only_the_issuer_is_shared_when_each_has_its_date() -> None:
    first, second = find(
        "Quyết định số 99-QĐ/TW, ngày 03/10/2017 và Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư"
    )
    assert (first.date, second.date) == (date(2017, 10, 3), date(2018, 2, 2))
    assert [n.name for n in first.issuers] == ["Ban Bí thư"]


def test_a_date_is_not_shared_between_documents_of_different_types() -> None:
    first, second = find("Kết luận số 06-KL/TW và Chỉ thị số 39-CT/TW, ngày 30/10/2024 của Ban Bí thư")
    assert (first.date, second.date) == (None, date(2024, 10, 30))
    assert [n.name for n in first.issuers] == ["Ban Bí thư"]


def test_nothing_is_shared_between_different_series() -> None:
    first, second = find("Chỉ thị số 33/CT-TTg và Kế hoạch số 5/KH-UBND ngày 5/5/2023 của UBND tỉnh Hà Giang")
    assert first.issuers == ()
    assert first.date is None
    assert second.date == date(2023, 5, 5)


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("Nghị quyết 26-NQ/TW và Kết luận 54-KL/TW của Bộ Chính trị (khóa X)", ["X", "X"]),
        ("Chỉ thị 40-CT/TW của Ban Bí thư và Kết luận 19-KL/TW của Bộ Chính trị (khóa XII)", [None, "XII"]),
    ],
)
def test_a_term_is_shared_with_what_has_no_issuer_of_its_own(written: str, terms: list[str | None]) -> None:
    assert [reference.term for reference in find(written)] == terms


def test_a_standing_order_is_no_order_of_the_president() -> None:
    written = "Thực hiện Mệnh lệnh số 01/ML-BCA ngày 02/01/2023 và Lệnh số 15/2019/L-CTN."
    found = find(written)
    assert [(written[r.start : r.end], r.type) for r in found] == [
        ("Mệnh lệnh số 01/ML-BCA", "ML"),
        ("Lệnh số 15/2019/L-CTN", "LCT"),
    ]


def test_the_issuer_behind_numbers_in_brackets_is_that_of_all_of_them() -> None:
    text = "Quán triệt các nghị quyết (57-NQ/TW, 59-NQ/TW, 66-NQ/TW) của Bộ Chính trị về phát triển đất nước."
    assert [mention.issuers for mention in parse(text).mentions] == [("Bộ Chính trị",)] * 3


def test_the_issuer_of_a_document_that_holds_another_in_brackets_is_not_that_of_the_other() -> None:
    text = "Thực hiện Nghị quyết số 12-NQ/TU (kèm Thông báo số 3-TB/TU, Thông báo số 4-TB/ĐU) của Tỉnh ủy Hà Giang."
    assert [mention.issuers[:1] for mention in parse(text).mentions][2] != ("Tỉnh ủy Hà Giang",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bãi bỏ Quyết định số 10/2018/QĐ-UBND và Quyết định sửa đổi, bổ sung số 12/2020/QĐ-UBND ngày 02/3/2020.",
        "Bãi bỏ Quyết định số 10/2018/QĐ-UBND và các quyết định sửa đổi, bổ sung: số 12/2020/QĐ-UBND.",
        "Bãi bỏ Quyết định số 10/2018/QĐ-UBND, Quyết định điều chỉnh số 12/2020/QĐ-UBND.",
    ],
)
def test_a_document_that_is_called_by_its_act_goes_on_with_the_list(sentence: str) -> None:
    mentions = parse(f"{DECISION}{sentence}\n").mentions
    assert [(m.relation, m.embedded) for m in mentions] == [("REPEALS", False)] * 2


def test_what_an_amending_document_amends_stands_in_its_title_all_the_same() -> None:
    text = f"{DECISION}Bãi bỏ Quyết định số 10/2018/QĐ-UBND và Quyết định sửa đổi Quyết định số 9/2017/QĐ-UBND.\n"
    assert [(m.relation, m.embedded) for m in parse(text).mentions] == [("REPEALS", False), ("CITES", True)]


@pytest.mark.parametrize(
    ("written", "kind", "symbol"),
    [
        ("Căn cứ Nghị quyết về dự toán ngân sách nhà nước năm 2025 số 159/2024/QH15;", "NQ", "159/2024/QH15"),
        ("Căn cứ Nghị quyết của Quốc hội về thí điểm một số cơ chế số 12/2024/QH15;", "NQ", "12/2024/QH15"),
        ("Căn cứ Nghị quyết về việc thi hành Luật Thủy lợi số 08/2017/QH14;", "L", "08/2017/QH14"),
        ("Căn cứ Luật sửa đổi 37 luật số 35/2018/QH14 ngày 20/11/2018;", "L", "35/2018/QH14"),
    ],
)
def test_whether_a_number_of_the_assembly_is_a_law_is_told_by_what_stands_before_its_title(
    written: str, kind: str, symbol: str
) -> None:
    mention = parse(written).mentions[0]
    assert (mention.type, mention.symbol) == (kind, symbol)


@pytest.mark.parametrize("mark", [",", ";", ", "])
def test_a_list_whose_marks_lost_their_spaces_is_read_all_the_same(mark: str) -> None:
    members = (
        "Kế hoạch số 5/KH-UBND ngày 2/3/2020 của UBND tỉnh",
        "Quyết định số 21/QĐ-UBND",
        "Nghị định 31/2021/NĐ-CP",
    )
    found = parse(f"{DECISION.replace('12/2022/QĐ', '12/QĐ')}Thực hiện {mark.join(members)}.").mentions

    assert [mention.text for mention in found] == [m.split(" ngày")[0] for m in members]
    assert {mention.relation for mention in found} == {"IMPLEMENTS"}
