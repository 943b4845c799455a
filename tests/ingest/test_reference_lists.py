"""Lists of references: each number is one, and what is written once is shared (domain reference §4.3)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.references_of import find


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
