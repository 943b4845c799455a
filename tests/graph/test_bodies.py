"""Names of bodies, full and relative, in the frames of documents of all levels (domain reference §5.3, I7, I8, I14)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.bodies import body_from_name, committee_of, read_body, with_place
from graph.body_codes import body_from_codes
from graph.body_names import expand_abbreviations
from graph.model import Body, Level, Place, Regime
from graph.places import Frame, find_places, frame_of, place_by_id

BEFORE = date(2024, 2, 27)
AFTER = date(2025, 11, 20)


def frame(place_id: str, on: date) -> Frame:
    place = place_by_id(place_id)
    assert place is not None, place_id
    return frame_of(place, on)


CENTRE = Frame(Level.CENTRAL, date=BEFORE)
PROVINCE = frame("quang-ngai", BEFORE)
CITY = frame("hai-phong", BEFORE)
URBAN_DISTRICT = frame("hai-phong.kien-an", BEFORE)
WARD = frame("hai-phong.kien-an.lam-ha", BEFORE)
RURAL_DISTRICT = frame("ha-giang.bac-me", BEFORE)
CITY_OF_A_PROVINCE = frame("quang-ngai.quang-ngai", BEFORE)
WARD_AFTER = frame("hai-phong-2025.kien-an", AFTER)
PROVINCE_AFTER = frame("quang-ngai-2025", AFTER)


def named(written: str, at: Frame) -> str | None:
    read = body_from_name(written, at)
    return read.body.key if read else None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ủy ban nhan dân huyện", "ubnd.ha-giang.bac-me"),
        ("Ban Thường vụ Tinh ủy", "tu.ha-giang"),
        ("Bộ Noi vụ", "bo-noi-vu"),
        ("Uy ban nhan dan huyen", None),
    ],
)
def test_a_name_that_kept_half_of_its_marks_is_recognised(written: str, key: str | None) -> None:
    assert named(written, RURAL_DISTRICT) == key


@pytest.mark.parametrize(
    ("city", "place"),
    [
        ("TP.HCM", "ho-chi-minh"),
        ("Tp.HCM", "ho-chi-minh"),
        ("TPHCM", "ho-chi-minh"),
        ("TP HCM", "ho-chi-minh"),
        ("Thành phố HCM", "ho-chi-minh"),
        ("Tp. Hồ Chí Minh", "ho-chi-minh"),
        ("TP.Hồ Chí Minh", "ho-chi-minh"),
        ("TP.Hải Phòng", "hai-phong"),
        ("TP. Huế", "thua-thien-hue.hue"),
    ],
)
def test_a_city_may_be_written_short(city: str, place: str) -> None:
    assert place in {found.id for found in find_places(city)}
    assert named(f"UBND {city}", RURAL_DISTRICT) == f"ubnd.{place}"
    assert named(f"Sở Nội vụ {city}", RURAL_DISTRICT) in {f"so-noi-vu.{place}", "so-noi-vu.thua-thien-hue"}


@pytest.mark.parametrize(
    ("written", "at", "key"),
    [
        # in a document of a province
        ("Tỉnh ủy", PROVINCE, "tu.quang-ngai"),
        ("Ban Thường vụ Tỉnh ủy", PROVINCE, "tu.quang-ngai"),
        ("Thường trực Tỉnh ủy", PROVINCE, "tu.quang-ngai"),
        ("UBND tỉnh", PROVINCE, "ubnd.quang-ngai"),
        ("Chủ tịch UBND tỉnh", PROVINCE, "ubnd.quang-ngai"),
        ("HĐND tỉnh", PROVINCE, "hdnd.quang-ngai"),
        ("Sở Nội vụ", PROVINCE, "so-noi-vu.quang-ngai"),
        ("Ban Chỉ đạo tỉnh", PROVINCE, "bcd.quang-ngai"),
        ("Ban Chỉ đạo Quy chế dân chủ tỉnh", PROVINCE, "bcd-quy-che-dan-chu.quang-ngai"),
        ("Ban Chỉ đạo về chuyển đổi số tỉnh", PROVINCE, "bcd-chuyen-doi-so.quang-ngai"),
        ("Ban Chỉ đạo phòng, chống tệ nạn xã hội tỉnh", PROVINCE, "bcd-phong-chong-te-nan-xa-hoi.quang-ngai"),
        ("Ban Chỉ đạo 389 tỉnh", PROVINCE, "bcd-389.quang-ngai"),
        ("Ban Thường vụ Đảng ủy UBND tỉnh", PROVINCE_AFTER, "du-ubnd.quang-ngai-2025"),
        ("Ban Chỉ đạo 1237", PROVINCE, "bcd-1237.quang-ngai"),
        ("Tổ công tác Đề án 06 tỉnh", PROVINCE, "to-cong-tac-de-an-06.quang-ngai"),
        ("LĐLĐ tỉnh", PROVINCE, "ldld.quang-ngai"),
        # in a document of a city under the centre
        ("Thành ủy", CITY, "tu.hai-phong"),
        ("UBND thành phố", CITY, "ubnd.hai-phong"),
        ("UBND Thành phố", CITY, "ubnd.hai-phong"),
        # in a document of a district
        ("Thành ủy", URBAN_DISTRICT, "tu.hai-phong"),
        ("UBND thành phố", URBAN_DISTRICT, "ubnd.hai-phong"),
        ("Quận ủy", URBAN_DISTRICT, "qu.hai-phong.kien-an"),
        ("UBND quận", URBAN_DISTRICT, "ubnd.hai-phong.kien-an"),
        ("Ban Thường vụ Quận ủy", URBAN_DISTRICT, "qu.hai-phong.kien-an"),
        ("Huyện ủy", RURAL_DISTRICT, "hu.ha-giang.bac-me"),
        ("UBND huyện", RURAL_DISTRICT, "ubnd.ha-giang.bac-me"),
        ("UBND tỉnh", RURAL_DISTRICT, "ubnd.ha-giang"),
        ("Tỉnh ủy", RURAL_DISTRICT, "tu.ha-giang"),
        # in a document of a city inside a province
        ("UBND thành phố", CITY_OF_A_PROVINCE, "ubnd.quang-ngai.quang-ngai"),
        ("UBND tỉnh", CITY_OF_A_PROVINCE, "ubnd.quang-ngai"),
        # in a document of a ward
        ("UBND phường", WARD, "ubnd.hai-phong.kien-an.lam-ha"),
        ("UBND quận", WARD, "ubnd.hai-phong.kien-an"),
        ("UBND thành phố", WARD, "ubnd.hai-phong"),
        ("Thành ủy", WARD, "tu.hai-phong"),
        ("Quận ủy", WARD, "qu.hai-phong.kien-an"),
        ("Đảng ủy phường", WARD, "du.hai-phong.kien-an.lam-ha"),
        # after 1 July 2025: two levels
        ("UBND thành phố", WARD_AFTER, "ubnd.hai-phong-2025"),
        ("Thành ủy", WARD_AFTER, "tu.hai-phong-2025"),
        ("UBND phường", WARD_AFTER, "ubnd.hai-phong-2025.kien-an"),
        ("UBND tỉnh", PROVINCE_AFTER, "ubnd.quang-ngai-2025"),
    ],
)
def test_a_relative_name_is_read_from_the_place_of_the_document(written: str, at: Frame, key: str) -> None:
    assert named(written, at) == key


@pytest.mark.parametrize(
    "at", [CENTRE, PROVINCE, CITY, WARD, WARD_AFTER], ids=lambda at: at.own.id if at.own else "centre"
)
@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Chính phủ", "chinh-phu"),
        ("Thủ tướng Chính phủ", "ttg"),
        ("Quốc hội", "quoc-hoi"),
        ("Ủy ban Thường vụ Quốc hội", "ubtvqh"),
        ("Bộ Chính trị", "tw"),
        ("Ban Bí thư", "tw"),
        ("Ban Bí thư Trung ương Đảng", "tw"),
        ("BCH Trung ương", "tw"),
        ("Bộ Nội vụ", "bo-noi-vu"),
        ("Bộ trưởng Bộ Nội vụ", "bo-noi-vu"),
        ("Chánh Thanh tra Chính phủ", "thanh-tra-chinh-phu"),
        ("Chánh án Tòa án nhân dân tối cao", "tandtc"),
        ("Bộ Văn hóa, Thể thao và Du lịch", "bo-van-hoa-the-thao-va-du-lich"),
        ("Tổng Liên đoàn Lao động Việt Nam", "tldld"),
        ("Ban Chỉ đạo 389 quốc gia", "bcd-389"),
        ("Hội đồng Thi đua - Khen thưởng Trung ương", "hd-tdkt-tw"),
        ("Ban Chỉ đạo 138/CP", "bcd-138"),
        ("Ban Chỉ đạo cải cách hành chính của Chính phủ", "bcd-cai-cach-hanh-chinh"),
    ],
)
def test_a_central_body_is_the_same_in_every_frame(written: str, key: str, at: Frame) -> None:
    assert named(written, at) == key


@pytest.mark.parametrize(
    ("written", "at", "key"),
    [
        ("UBND tỉnh Hà Giang", PROVINCE, "ubnd.ha-giang"),
        ("Tỉnh ủy Hà Giang", WARD, "tu.ha-giang"),
        ("UBND quận Kiến An", CITY, "ubnd.hai-phong.kien-an"),
        ("Ủy ban nhân dân Quận 1", frame("ho-chi-minh", BEFORE), "ubnd.ho-chi-minh.quan-1"),
        ("UBND thành phố Hải Phòng", PROVINCE, "ubnd.hai-phong"),
        ("Thành ủy Hải Phòng", PROVINCE, "tu.hai-phong"),
        ("HĐND thành phố Hà Nội khóa XVI", CENTRE, "hdnd.ha-noi"),
        ("LĐLĐ tỉnh Tây Ninh", CENTRE, "ldld.tay-ninh"),
        ("Hội Nông dân Việt Nam tỉnh Lạng Sơn", CENTRE, "hoi-nong-dan.lang-son"),
        ("Hội Nông dân Việt Nam", PROVINCE, "hoi-nong-dan-tw"),
    ],
)
def test_a_place_that_is_written_out_wins_over_the_frame(written: str, at: Frame, key: str) -> None:
    assert named(written, at) == key


def test_a_place_of_many_provinces_is_the_one_of_the_frame() -> None:
    assert len(find_places("Châu Thành", kind="huyện", on=BEFORE)) > 1
    read = body_from_name("UBND huyện Châu Thành", frame("tay-ninh", BEFORE))
    assert read is not None
    assert read.body.place == "tay-ninh.chau-thanh"


def test_a_place_of_many_provinces_stays_open_without_a_frame() -> None:
    read = body_from_name("UBND huyện Châu Thành", CENTRE)
    assert read is None or read.body.place is None


def test_a_relative_name_without_a_frame_has_no_place() -> None:
    read = body_from_name("UBND tỉnh", CENTRE)
    assert read is not None
    assert (read.body.place, read.body.key) == (None, "ubnd")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND quận về việc", "UBND quận"),
        ("Ủy ban nhân dân tỉnh Về việc", "Ủy ban nhân dân tỉnh"),
        ("Bộ Chính trị khóa XI", "Bộ Chính trị"),
        ("Bộ trưởng Bộ Y tế quy định chi tiết", "Bộ trưởng Bộ Y tế"),
        ("Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        ("UBND tỉnh Hà Giang triển khai", "UBND tỉnh Hà Giang"),
        ("Ủy ban\nnhân dân  tỉnh\nQuảng Ngãi, các sở", "Ủy ban\nnhân dân  tỉnh\nQuảng Ngãi"),
    ],
)
def test_a_name_ends_where_the_next_words_begin(text: str, name: str) -> None:
    read = read_body(text, 0, PROVINCE)
    assert read is not None
    assert text[: read[1]] == name


@pytest.mark.parametrize("text", ["", "về việc", "năm 2022", "kế hoạch", "1.", "của Bộ"])
def test_words_that_name_no_body_are_none(text: str) -> None:
    assert read_body(text, 0, PROVINCE) is None


@pytest.mark.parametrize(
    ("codes", "party", "at", "key"),
    [
        (("TTg",), False, WARD, "ttg"),
        (("CP",), False, WARD, "chinh-phu"),
        (("QH15",), False, WARD, "quoc-hoi"),
        (("UBTVQH14",), False, WARD, "ubtvqh"),
        (("BNV",), False, WARD, "bo-noi-vu"),
        (("TW",), True, WARD, "tw"),
        (("TU",), True, PROVINCE, "tu.quang-ngai"),
        (("TU",), True, WARD, "tu.hai-phong"),
        (("HU",), True, RURAL_DISTRICT, "hu.ha-giang.bac-me"),
        (("QU",), True, WARD, "qu.hai-phong.kien-an"),
        (("UBND", "CNXD"), False, PROVINCE, "ubnd.quang-ngai"),
        (("UBND",), False, WARD, "ubnd.hai-phong.kien-an.lam-ha"),
        (("BDVTU", "BCSĐUBND"), True, PROVINCE, "bdv-tu.quang-ngai"),
        (("SNV",), False, PROVINCE, "so-noi-vu.quang-ngai"),
        (("LĐLĐ",), False, frame("tay-ninh", BEFORE), "ldld.tay-ninh"),
    ],
)
def test_the_lead_agency_is_read_from_the_symbol(codes: tuple[str, ...], party: bool, at: Frame, key: str) -> None:
    read = body_from_codes(codes, at, party=party)
    assert read is not None
    assert read.body.key == key


def test_the_committee_of_a_city_is_displayed_as_thanh_uy() -> None:
    city = body_from_codes(("TU",), CITY, party=True)
    province = body_from_codes(("TU",), PROVINCE, party=True)
    assert city is not None
    assert province is not None
    assert (city.name, province.name) == ("Thành ủy Hải Phòng", "Tỉnh ủy Quảng Ngãi")


def test_a_code_of_no_table_names_nobody() -> None:
    assert body_from_codes(("MĐC",), PROVINCE, party=False) is None
    assert body_from_codes((), PROVINCE, party=False) is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("Tỉnh uỷ", "Tỉnh ủy Quảng Ngãi"),
        ("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Quảng Ngãi"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("Bộ trưởng Bộ Tài chính", "Bộ trưởng Bộ Tài chính"),
        ("Ban Bí thư", "Ban Bí thư"),
    ],
)
def test_the_name_for_the_reader_is_written_out_with_its_place(written: str, shown: str) -> None:
    read = body_from_name(written, PROVINCE)
    assert read is not None
    assert read.name.casefold() == shown.casefold()


def test_a_unit_whose_name_is_a_number_keeps_its_kind() -> None:
    district = Place("ho-chi-minh.quan-1", "Quận 1", "quận", Level.DISTRICT, "ho-chi-minh")
    assert with_place("Quận ủy", district) == "Quận ủy Quận 1"
    assert with_place("Ủy ban nhân dân", district) == "Ủy ban nhân dân Quận 1"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("UBND TP. Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("BTV Tỉnh  uỷ", "Ban Thường vụ Tỉnh uỷ"),
        ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ],
)
def test_abbreviations_are_written_out(short: str, full: str) -> None:
    assert expand_abbreviations(short) == full


def test_the_regime_of_a_body_decides_how_it_numbers() -> None:
    party, state, mass = (body_from_name(n, PROVINCE) for n in ("Tỉnh ủy", "UBND tỉnh", "LĐLĐ tỉnh"))
    assert party is not None
    assert state is not None
    assert mass is not None
    assert (party.body.regime, state.body.regime, mass.body.regime) == (Regime.PARTY, Regime.STATE, Regime.MASS)


@given(st.text(max_size=80), st.integers(min_value=0, max_value=90))
def test_any_text_at_any_place_names_a_body_inside_it_or_none(text: str, start: int) -> None:
    read = read_body(text, start, PROVINCE)
    if read is not None:
        assert isinstance(read[0].body, Body)
        assert start < read[1] <= len(text)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("UBND tỉnh Bà Rịa - Vũng Tàu", "ubnd.ba-ria-vung-tau"),
        ("UBND tỉnh Bà Rịa-Vũng Tàu", "ubnd.ba-ria-vung-tau"),
        ("Đoàn Chủ tịch TW Hội LHPN Việt Nam", "lhpn-tw"),
        ("Trung ương Hội Làm vườn Việt Nam", None),
        ("Trung ương Đảng", "tw"),
        ("Ban Thường vụ Tỉnh ủy Hau Giang", "tu.hau-giang"),
        ("UBND tỉnh Ca Mau", "ubnd.ca-mau"),
        ("Trưởng phòng Văn hóa - Xã hội", "phong-van-hoa-xa-hoi"),
    ],
)
def test_a_name_is_read_to_its_end(written: str, key: str | None) -> None:
    assert named(written, Frame(date=date(2024, 3, 10))) == key


@pytest.mark.parametrize(
    ("place_id", "state", "party"),
    [
        ("quang-ngai", "Ủy ban nhân dân tỉnh Quảng Ngãi", "Tỉnh ủy Quảng Ngãi"),
        ("hai-phong", "Ủy ban nhân dân thành phố Hải Phòng", "Thành ủy Hải Phòng"),
        ("hai-phong.kien-an", "Ủy ban nhân dân quận Kiến An", "Quận ủy Kiến An"),
        ("ha-giang.bac-me", "Ủy ban nhân dân huyện Bắc Mê", "Huyện ủy Bắc Mê"),
        ("quang-ngai.quang-ngai", "Ủy ban nhân dân thành phố Quảng Ngãi", "Thành ủy Quảng Ngãi"),
        ("hai-phong.kien-an.lam-ha", "Ủy ban nhân dân phường Lãm Hà", "Đảng ủy phường Lãm Hà"),
    ],
)
def test_the_committees_of_a_place_are_those_that_a_text_names(place_id: str, state: str, party: str) -> None:
    place = place_by_id(place_id)
    assert place is not None
    committees = [committee_of(place, party=of_party) for of_party in (False, True)]
    assert [body.name for body in committees] == [state, party]
    assert [body.key for body in committees] == [
        named(name, CENTRE) or named(name, PROVINCE) for name in (state, party)
    ]


def test_a_township_has_no_committee_of_a_town() -> None:
    (township,) = find_places("Yên Phú", kind="thị trấn", on=BEFORE, level=Level.WARD)
    assert committee_of(township, party=True).name.startswith("Đảng ủy thị trấn")
