"""Acts without a number, who passed them, and laws that are named by their initials."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.parse import parse
from tests.ingest.normative import only
from tests.ingest.references_of import find


@pytest.mark.parametrize(
    ("sentence", "kind", "day", "issuer", "relation"),
    [
        ("Căn cứ Pháp lệnh ngày 3-2-1988 về nuôi ong;", "PL", (1988, 2, 3), "Hội đồng Nhà nước", "BASED_ON"),
        ("Căn cứ Pháp lệnh ngày 3-2-1968 về nuôi ong;", "PL", (1968, 2, 3), "Ủy ban Thường vụ Quốc hội", "BASED_ON"),
        (
            "Căn cứ Nghị quyết ngày 9 tháng 8 năm 1990 của Quốc hội khóa VIII, kỳ họp thứ 7;",
            "NQ",
            (1990, 8, 9),
            "Quốc hội",
            "BASED_ON",
        ),
        (
            "Bãi bỏ Nghị định ngày 4 tháng 5 năm 1961 của Hội đồng Chính phủ về chợ.",
            "NĐ",
            (1961, 5, 4),
            "Hội đồng Chính phủ",
            "REPEALS",
        ),
        (
            "Quyết định này thay thế Quyết định của Hội đồng Bộ trưởng ngày 6-7-1986 về chợ.",
            "QĐ",
            (1986, 7, 6),
            "Hội đồng Bộ trưởng",
            "REPLACES",
        ),
        ("Luật này thay thế Luật ngày 7 tháng 8 năm 1988 về nuôi ong.", "L", (1988, 8, 7), "Quốc hội", "REPLACES"),
    ],
)
def test_a_day_tells_an_act_that_has_no_number(
    sentence: str, kind: str, day: tuple[int, int, int], issuer: str, relation: str
) -> None:
    mention = only(sentence)
    assert (mention.type, mention.number, mention.date) == (kind, None, date(*day))
    assert (mention.issuers, mention.relation) == ((issuer,), relation)


def test_a_session_tells_a_resolution_of_the_assembly() -> None:
    mention = only("Căn cứ Nghị quyết của Quốc hội khóa VII, kỳ họp thứ 5 về kế hoạch hai năm;")
    assert (mention.name, mention.relation) == ("Nghị quyết khóa VII, kỳ họp thứ 5", "BASED_ON")


def test_the_day_may_stand_behind_the_session() -> None:
    mention = only("Căn cứ Nghị quyết của Quốc hội khóa VII tại kỳ họp thứ 5 ngày 6/7/1983 về kế hoạch;")
    assert mention.date == date(1983, 7, 6)


def test_a_decree_of_the_first_years_needs_no_issuer() -> None:
    mention = only("Chiểu Sắc lệnh ngày 4 tháng 5 năm 1947 về báo chí;")
    assert (mention.type, mention.date, mention.relation) == ("SLT", date(1947, 5, 4), "BASED_ON")


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định ngày 3/4/2015 của Tòa án nhân dân tối cao đã có hiệu lực.",
        "Quyết định của Chính phủ về vốn và Nghị quyết của Quốc hội về ngân sách.",
        "Nghị quyết ngày càng đi vào cuộc sống.",
        "Quyết định ngày 3/4/2015 được gửi cho người bị xử phạt.",
    ],
)
def test_neither_a_ruling_nor_a_type_alone_is_such_an_act(sentence: str) -> None:
    assert parse(sentence).mentions == ()


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Căn cứ Pháp lệnh Bảo hộ lao động ngày 10 tháng 9 năm 1991;", "Hội đồng Nhà nước"),
        ("Căn cứ Pháp lệnh Dân số ngày 9 tháng 1 năm 2003;", "Ủy ban Thường vụ Quốc hội"),
    ],
)
def test_the_council_of_state_passed_the_ordinances_of_its_years(sentence: str, issuer: str) -> None:
    assert only(sentence).issuers == (issuer,)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("theo Luật BVMT năm 2014 và Luật XLVPHC", ["Luật Bảo vệ môi trường", "Luật Xử lý vi phạm hành chính"]),
        ("theo khoản 2 Điều 8 Pháp lệnh VSATTP", ["Pháp lệnh Vệ sinh an toàn thực phẩm"]),
        ("Công ty Luật TNHH ABC và khoa Luật ĐHQG", []),
    ],
)
def test_initials_name_the_one_law_that_has_them(sentence: str, names: list[str]) -> None:
    assert [reference.name for reference in find(sentence)] == names


def test_the_day_behind_a_list_of_amended_laws_is_that_of_the_amending_one() -> None:
    outer, first, second = find(
        "Luật số 52/2019/QH14 sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25/11/2019"
    )
    assert (outer.date, first.date, second.date) == (date(2019, 11, 25), None, None)


@pytest.mark.parametrize("state", ["CHXHCN Việt Nam", "Cộng hòa XHCN Việt Nam", "VNDCCH"])
def test_the_state_by_its_letters_is_no_foreign_one(state: str) -> None:
    assert only(f"Căn cứ Hiến pháp nước {state} năm 1980;").year == 1980


def test_the_code_of_the_ministry_of_finance_is_no_type_behind_another() -> None:
    assert only("Bãi bỏ Thông tư số 76/TC-TCT ngày 25/10/1995.").issuers == ("Bộ Tài chính",)
    assert only("Theo Thông cáo số 5/TC-QH ngày 3/2/2001.").type == "TC"


def test_who_passed_an_ordinance_may_stand_before_its_number() -> None:
    mention = only("Căn cứ Pháp lệnh Giá của Ủy ban Thường vụ Quốc hội khóa X số 40/2002/PL-UBTVQH10;")
    assert (mention.symbol, mention.name) == ("40/2002/PL-UBTVQH10", "Pháp lệnh Giá")


def test_the_type_may_stand_before_who_issued_a_number_without_one() -> None:
    mention = only("Căn cứ Quyết định của Thủ tướng Chính phủ số 612/TTg ngày 21/10/1994;")
    assert (mention.type, mention.relation) == ("QĐ", "BASED_ON")
