"""Communes as texts name them."""

from __future__ import annotations

from datetime import date

import pytest

from graph.bodies import read_body
from graph.communes import commune_before, one_of_several
from graph.model import Level
from graph.places import Frame, place_by_id, standing_at

DAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("UBND xã Tân Hưng, tỉnh Tây Ninh về dân số", "ubnd.tay-ninh-2025.tan-hung"),
        ("Đảng ủy xã Tân Hưng, tỉnh Cà Mau", "du.ca-mau-2025.tan-hung"),
        ("UBND xã Tân Hưng", "ubnd"),
    ],
)
def test_the_province_behind_tells_which_commune_is_meant(written: str, key: str) -> None:
    named = read_body(written, 0, Frame(date=DAY))

    assert named is not None
    assert named[0].body.key == key


def test_the_province_behind_wins_over_the_place_of_the_text() -> None:
    here = Frame(province=place_by_id("ca-mau-2025"), date=DAY)
    there = "UBND xã Tân Hưng, tỉnh Tây Ninh"
    named = read_body(there, 0, here)

    assert named is not None
    assert named[0].body.place == "tay-ninh-2025.tan-hung"
    assert named[1] == len(there)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("UBND xã Tân Hưng", "Ủy ban nhân dân xã Tân Hưng"),
        ("Đảng ủy xã Hòa Bình", "Đảng ủy xã Hòa Bình"),
        ("UBND xã Ban hành Quy chế", "Ủy ban nhân dân xã"),
    ],
)
def test_one_of_several_of_a_name_keeps_it(written: str, name: str) -> None:
    named = read_body(written, 0, Frame(date=DAY))

    assert named is not None
    assert named[0].name == name


def test_words_in_capitals_that_name_no_commune_have_no_length() -> None:
    assert one_of_several("Quy Chế", "xã") == 0
    assert commune_before("Đảng ủy", 7) is None


@pytest.mark.parametrize(
    ("day", "names"),
    [(date(2024, 1, 10), {"Laêê"}), (date(2025, 3, 1), {"La Êê"}), (date(2025, 7, 1), {"La Êê"})],
    ids=["in the list of 2023", "in the list of January 2025", "since the reform"],
)
def test_a_commune_whose_day_of_change_is_not_known_stands_once_on_every_day(day: date, names: set[str]) -> None:
    standing = [place for place in standing_at(Level.WARD, day) if place.name.casefold() in {"laêê", "la êê"}]
    assert [place.name for place in standing] == [*names]
