"""The key of a document: what is one document and what are two (domain reference §0, I1–I15)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.bodies import body_from_name
from graph.identity import (
    DocumentFacts,
    class_of_type,
    group_of,
    identify,
    is_provisional,
    key_in,
    party_term,
    plain_number,
    provisional_key,
)
from graph.model import Body, Level, Regime
from graph.places import Frame

CENTRE = Frame(Level.CENTRAL)


def body(name: str) -> Body:
    named = body_from_name(name, CENTRE)
    assert named is not None, name
    return named.body


def key(
    kind: str,
    number: str | None,
    issuer: str,
    issued: str | None = None,
    *,
    symbol_year: int | None = None,
    year: int | None = None,
    term: str | None = None,
    name: str | None = None,
) -> str | None:
    day = date.fromisoformat(issued) if issued else None
    facts = DocumentFacts(kind, number, symbol_year, body=body(issuer), date=day, year=year, term=term, name=name)
    identity = identify(facts)
    assert identity is not None
    return identity.key


def test_the_same_symbol_of_a_city_and_of_its_district_is_two_documents() -> None:
    city = key("KH", "149", "Ủy ban nhân dân thành phố Hải Phòng", "2023-05-09")
    district = key("KH", "149", "Ủy ban nhân dân quận Kiến An, thành phố Hải Phòng", "2023-05-30")
    assert city == "st:kh:2023:149:ubnd.hai-phong"
    assert district == "st:kh:2023:149:ubnd.hai-phong.kien-an"


def test_laws_of_one_number_of_two_terms_of_the_assembly_are_two_documents() -> None:
    facts = (DocumentFacts("L", "02", 1997, body("Quốc hội"), symbol_term=term) for term in (9, 10))

    assert {identity.key for identity in map(identify, facts) if identity} == {
        "norm:l:1997-qh9:2:quoc-hoi",
        "norm:l:1997:2:quoc-hoi",
    }
    assert key("L", "3", "Quốc hội", symbol_year=2016) == "norm:l:2016:3:quoc-hoi"


def test_the_same_symbol_of_the_steering_committees_of_two_provinces_is_two_documents() -> None:
    ha_giang = key("KH", "05", "Ban Chỉ đạo Quy chế dân chủ tỉnh Hà Giang", "2021-12-28")
    quang_ngai = key("KH", "05", "Ban Chỉ đạo Quy chế dân chủ tỉnh Quảng Ngãi", "2021-12-28")
    assert ha_giang != quang_ngai


def test_a_party_decision_and_a_party_regulation_of_one_number_are_one_document() -> None:
    decision = key("QĐ", "217", "Bộ Chính trị", "2013-12-12")
    regulation = key("QyĐ", "217", "Bộ Chính trị", "2013-12-12")
    assert decision == regulation == "pty:qd:xi:217:tw"


def test_the_politburo_the_secretariat_and_the_central_committee_number_in_one_series() -> None:
    issuers = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng")
    assert len({key("QĐ", "23", issuer, "2021-07-30") for issuer in issuers}) == 1


def test_a_central_symbol_with_a_local_issuer_belongs_to_the_issuer() -> None:
    local = key("QĐ", "446", "Ban Thường vụ Thành ủy Hải Phòng", "2022-05-10")
    central = key("QĐ", "446", "Bộ Chính trị", "2022-05-10")
    assert local == "pty:qd:2020-2025:446:tu.hai-phong"
    assert local != central


def test_two_dates_in_one_term_are_one_party_document() -> None:
    first = key("QĐ", "396", "Ban Thường vụ Tỉnh ủy Quảng Ngãi", "2021-10-19")
    second = key("QĐ", "396", "Tỉnh ủy Quảng Ngãi", "2021-10-29")
    assert first == second == "pty:qd:2020-2025:396:tu.quang-ngai"


@pytest.mark.parametrize(
    ("issued", "term"),
    [
        ("2003-03-12", "ix"),
        ("2008-07-25", "x"),
        ("2013-06-03", "xi"),
        ("2026-08-22", "xiv"),
    ],
)
def test_a_party_symbol_comes_back_in_every_term(issued: str, term: str) -> None:
    assert key("NQ", "25", "Ban Chấp hành Trung ương Đảng", issued) == f"pty:nq:{term}:25:tw"


def test_a_term_that_is_said_beside_the_symbol_stands_for_its_date() -> None:
    said = key("NQ", "25", "Ban Chấp hành Trung ương Đảng", term="XI")
    assert said == key("NQ", "25", "Ban Chấp hành Trung ương Đảng", "2013-06-03")


def test_the_year_inside_the_symbol_makes_another_series() -> None:
    normative = key("QĐ", "22", "Thủ tướng Chính phủ", "2018-05-08", symbol_year=2018)
    individual = key("QĐ", "22", "Thủ tướng Chính phủ", "2018-01-05")
    assert (normative, individual) == ("norm:qd:2018:22:ttg", "st:qd:2018:22:ttg")


def test_a_state_number_begins_again_every_year() -> None:
    assert key("QĐ", "90", "Ủy ban nhân dân tỉnh Hà Giang", "2022-01-20") != key(
        "QĐ", "90", "Ủy ban nhân dân tỉnh Hà Giang", "2023-01-20"
    )


def test_the_chairman_numbers_in_the_series_of_the_committee() -> None:
    assert key("CV", "5451", "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ngãi", "2018-09-10") == key(
        "CV", "5451", "Ủy ban nhân dân tỉnh Quảng Ngãi", "2018-09-10"
    )


def test_a_law_and_a_resolution_of_one_symbol_are_two_documents() -> None:
    law = key("L", "54", "Quốc hội", "2017-11-24", symbol_year=2017)
    resolution = key("NQ", "54", "Quốc hội", "2017-11-24", symbol_year=2017)
    assert law == "norm:l:2017:54:quoc-hoi"
    assert resolution == "norm:nq:2017:54:quoc-hoi"


def test_a_resolution_of_the_assembly_is_of_its_one_series_also_without_its_symbol() -> None:
    assert key("NQ", "54", "Quốc hội", "2017-11-24") == key("NQ", "54", "Quốc hội", symbol_year=2017)


def test_a_local_body_without_a_place_gives_a_group_and_no_key() -> None:
    nowhere = Body("ubnd", "Ủy ban nhân dân tỉnh", "ubnd", Level.PROVINCE)
    identity = identify(DocumentFacts("KH", "26", body=nowhere, date=date(2023, 1, 20)))
    assert identity is not None
    assert (identity.key, identity.group) == (None, "st:kh:26:ubnd")


def test_a_law_and_a_code_count_in_one_series() -> None:
    assert key("BL", "45", "Quốc hội", symbol_year=2019) == key("L", "45", "Quốc hội", symbol_year=2019)


def test_a_law_by_name_and_year_has_a_key_of_its_own_regime() -> None:
    named = key("L", None, "Quốc hội", year=2022, name="Luật Thực hiện dân chủ ở cơ sở")
    dated = key("L", None, "Quốc hội", "2022-11-10", name="Luật Thực hiện dân chủ ở cơ sở")
    assert named == dated == "law:l:2022:luat-thuc-hien-dan-chu-o-co-so:quoc-hoi"


def test_a_law_by_name_alone_waits_in_a_group() -> None:
    facts = DocumentFacts("L", body=body("Quốc hội"), name="Luật Thanh tra")
    identity = identify(facts)
    assert identity is not None
    assert (identity.key, identity.group) == (None, "law:l:luat-thanh-tra:quoc-hoi")


def test_an_undated_state_symbol_waits_in_a_group() -> None:
    facts = DocumentFacts("KH", "149", body=body("Ủy ban nhân dân thành phố Hải Phòng"))
    identity = identify(facts)
    assert identity is not None
    assert (identity.key, identity.group) == (None, "st:kh:149:ubnd.hai-phong")


def test_a_congress_resolution_is_known_by_its_ordinal() -> None:
    congress = Body("dai-hoi", "Đại hội đại biểu toàn quốc", "dai-hoi", Level.CENTRAL, regime=Regime.PARTY)
    identity = identify(DocumentFacts("NQ", body=congress, term="XIII"))
    assert identity is not None
    assert identity.key == "cong:nq:xiii::dai-hoi"


def test_a_merged_province_is_another_body_than_the_one_of_its_name_before() -> None:
    before = body_from_name("Ủy ban nhân dân tỉnh Quảng Ngãi", Frame(Level.CENTRAL, date=date(2025, 6, 30)))
    after = body_from_name("Ủy ban nhân dân tỉnh Quảng Ngãi", Frame(Level.CENTRAL, date=date(2025, 7, 1)))
    assert before is not None
    assert after is not None
    assert before.body.key != after.body.key


def test_without_an_issuer_there_is_no_identity() -> None:
    assert identify(DocumentFacts("KH", "149", date=date(2023, 5, 9))) is None


def test_without_number_and_name_there_is_no_identity() -> None:
    assert identify(DocumentFacts("KH", body=body("Thủ tướng Chính phủ"), date=date(2023, 5, 9))) is None


@pytest.mark.parametrize(
    ("level", "day", "number", "term"),
    [
        (Level.CENTRAL, "2016-01-07", "120", "XI"),
        (Level.CENTRAL, "2015-07-14", "114", "XI"),
        (Level.CENTRAL, "2016-05-15", "5", "XII"),
        (Level.CENTRAL, "2021-07-30", "23", "XIII"),
        (Level.PROVINCE, "2018-12-20", "33", "2015-2020"),
        (Level.PROVINCE, "2021-05-10", "9", "2020-2025"),
        (Level.PROVINCE, "2015-01-27", "1737", "2010-2015"),
        (Level.DISTRICT, "2020-10-29", "4", "2020-2025"),
        (Level.PROVINCE, "2025-11-03", "12", "2025-2030"),
    ],
)
def test_the_term_of_a_committee_on_a_day(level: Level, day: str, number: str, term: str) -> None:
    assert party_term(Body("x", "x", "x", level), date.fromisoformat(day), number) == term


def test_within_the_season_of_congresses_a_small_number_tells_the_new_committee() -> None:
    province = Body("tu.hai-phong", "Thành ủy Hải Phòng", "tu", Level.PROVINCE)
    assert party_term(province, date(2025, 10, 15), "3") == "2025-2030"
    assert party_term(province, date(2025, 10, 15), "2410") == "2020-2025"


def test_types_of_one_class() -> None:
    assert class_of_type("QĐ") == class_of_type("QyĐ")
    assert class_of_type("L") == class_of_type("BL")
    assert class_of_type("ĐA") != class_of_type("DA")
    assert class_of_type("HD") != class_of_type("HĐ")


PARTS = st.text(st.sampled_from("abcdefghij0123456789-."), min_size=1, max_size=12)


@given(regime=st.sampled_from(Regime), cls=PARTS, number=PARTS, issuer=PARTS, period=PARTS)
def test_group_and_period_make_the_key_and_come_back_from_it(
    regime: Regime, cls: str, number: str, issuer: str, period: str
) -> None:
    group = f"{regime}:{cls}:{number}:{issuer}"
    assert group_of(key_in(group, period)) == group


@given(st.text(st.sampled_from("0123456789abcdef"), min_size=12, max_size=64))
def test_a_provisional_key_is_told_from_a_full_one(source: str) -> None:
    group = "st:qd:737:ubnd.quang-ngai"
    assert is_provisional(provisional_key(group, source))
    assert not is_provisional(key_in(group, "2022"))
    assert group_of(provisional_key(group, source)) == group


@given(st.integers(min_value=1, max_value=99_999), st.integers(min_value=0, max_value=3))
def test_leading_zeros_make_no_other_number(number: int, zeros: int) -> None:
    assert plain_number("0" * zeros + str(number)) == str(number)
