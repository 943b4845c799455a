"""Bodies of another day: who "UBND tỉnh" was before the provinces were merged (domain reference §5.1, I7)."""

from __future__ import annotations

from datetime import date

import pytest

from graph.bodies import NamedBody, body_from_name
from graph.body_eras import body_on
from graph.places import Frame, frame_of, place_by_id

AFTER = date(2025, 11, 20)
EARLIER = date(2024, 8, 21)


def frame(place_id: str, on: date = AFTER) -> Frame:
    place = place_by_id(place_id)
    assert place is not None, place_id
    return frame_of(place, on)


def read(written: str, at: Frame) -> NamedBody:
    named = body_from_name(written, at)
    assert named is not None, written
    return named


def on(written: str, place_id: str, day: date | None = EARLIER) -> NamedBody:
    at = frame(place_id)
    return body_on(read(written, at), day, at)


@pytest.mark.parametrize(
    ("written", "place", "key"),
    [
        ("UBND tỉnh Đồng Tháp", "dong-thap-2025", "ubnd.dong-thap"),
        ("UBND tỉnh Tiền Giang", "dong-thap-2025", "ubnd.tien-giang"),
        ("UBND tỉnh Đắk Lắk", "dak-lak-2025", "ubnd.dak-lak"),
        ("Thành ủy Cần Thơ", "can-tho-2025", "tu.can-tho"),
        ("Ban Thường vụ Tỉnh ủy Hậu Giang", "can-tho-2025", "tu.hau-giang"),
    ],
)
def test_a_written_place_means_the_body_of_that_place_on_that_day(written: str, place: str, key: str) -> None:
    assert on(written, place).body.key == key


def test_a_province_that_was_not_merged_stays_the_same_body() -> None:
    assert on("UBND tỉnh", "nghe-an").body.key == "ubnd.nghe-an"
    assert on("UBND tỉnh", "nghe-an").alternatives == ()


def test_a_relative_name_of_a_merged_province_may_be_any_of_its_predecessors() -> None:
    named = on("UBND tỉnh", "dong-thap-2025")
    assert [body.key for body in named.alternatives] == ["ubnd.dong-thap", "ubnd.tien-giang"]
    assert named.name == "Ủy ban nhân dân tỉnh Đồng Tháp"


def test_thanh_pho_means_the_one_city_among_the_predecessors() -> None:
    named = on("UBND thành phố", "can-tho-2025")
    assert (named.body.key, named.alternatives) == ("ubnd.can-tho", ())


def test_the_commune_of_the_text_tells_which_province_it_lay_in() -> None:
    named = on("UBND tỉnh", "bac-ninh-2025.bac-giang")
    assert (named.body.key, named.alternatives) == ("ubnd.bac-giang", ())


def test_the_commune_of_the_text_tells_which_district_it_lay_in() -> None:
    named = on("UBND quận", "hai-phong-2025.kien-an")
    assert named.body.key == "ubnd.hai-phong.kien-an"
    assert named.name == "Ủy ban nhân dân quận Kiến An"


@pytest.mark.parametrize("day", [None, AFTER, date(2025, 7, 1)])
def test_a_day_on_which_the_place_exists_changes_nothing(day: date | None) -> None:
    at = frame("dong-thap-2025")
    named = read("UBND tỉnh", at)
    assert body_on(named, day, at) == named


def test_a_later_day_means_what_the_place_became() -> None:
    at = Frame()
    named = read("UBND tỉnh Đắk Lắk", at)
    assert body_on(named, AFTER, at).body.key == "ubnd.dak-lak-2025"


def test_a_central_body_has_no_era() -> None:
    at = frame("dong-thap-2025")
    named = read("Bộ Chính trị", at)
    assert body_on(named, date(1998, 2, 18), at) == named


@pytest.mark.parametrize(
    ("written", "place", "name"),
    [
        ("Tỉnh ủy", "da-nang-2025", "Tỉnh ủy Quảng Nam"),
        ("Thành ủy", "da-nang-2025", "Thành ủy Đà Nẵng"),
        ("Công an tỉnh", "da-nang-2025", "Công an tỉnh Quảng Nam"),
        ("Huyện ủy", "ca-mau-2025", "Huyện ủy"),
        ("Thành ủy", "ca-mau-2025", "Thành ủy"),
        ("Thị ủy Kỳ Anh", "ca-mau-2025", "Thị ủy Kỳ Anh"),
        ("Huyện ủy Kỳ Anh", "ca-mau-2025", "Huyện ủy Kỳ Anh"),
    ],
)
def test_a_committee_called_by_its_kind_of_place_is_that_of_no_other_kind(written: str, place: str, name: str) -> None:
    assert on(written, place).name == name


def test_a_committee_of_a_town_and_of_the_district_of_the_same_name_are_two() -> None:
    town, district = (on(f"{kind} ủy Kỳ Anh", "ca-mau-2025").body.key for kind in ("Thị", "Huyện"))
    assert town != district
