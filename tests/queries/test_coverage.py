"""Who carries a document out, who does not, and who was late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from graph.errors import UsageError
from graph.model import Body, Level, Regime
from graph.places import parents, place_by_id, standing_at
from graph.store import Store
from queries.coverage import coverage
from tests.papers import Cite, Duty, Paper, plan

DIRECTIVE = "st:ct:2024:3:ubnd.hai-phong"
ISSUED, DAY = date(2024, 1, 10), date(2024, 12, 31)
KIEN_AN, NGO_QUYEN = "hai-phong.kien-an", "hai-phong.ngo-quyen"
OFFICE = Body("so-noi-vu.hai-phong", "Sở Nội vụ", "so-noi-vu", Level.PROVINCE, "hai-phong", regime=Regime.STATE)
DISTRICTS = Body("unit.ubnd-cac-quan.hai-phong", "UBND các quận, huyện", "unit", Level.PROVINCE, "hai-phong")
SOMEBODY = Body("unit.cac-co-quan.hai-phong", "các cơ quan", "unit", Level.PROVINCE, "hai-phong")
CITY = Body("ubnd.hai-phong", "Ủy ban nhân dân thành phố Hải Phòng", "ubnd", Level.PROVINCE, "hai-phong")


def directive(*duties: Duty) -> Paper:
    return Paper(
        DIRECTIVE, type="CT", symbol="3/CT-UBND", date=ISSUED, level=Level.PROVINCE, duties=duties,
        bodies=(CITY, OFFICE, DISTRICTS, SOMEBODY),
    )  # fmt: skip


def duty(unit: Body, text: str, *deadlines: date) -> Duty:
    return Duty(unit.key, unit.name, text, deadlines)


def carries_out(key: str, upper: str, on: date | None = date(2024, 3, 1)) -> Paper:
    return Paper(key, (Cite(upper, "IMPLEMENTS"),), date=on)


def of(place: str, number: int = 1) -> str:
    return plan(number, place, 2024)


def units(found: Sequence[object]) -> set[str]:
    return {unit.unit for unit in found}  # type: ignore[attr-defined]


def district_keys() -> set[str]:
    standing = standing_at(Level.DISTRICT, ISSUED)
    return {f"ubnd.{place.id}" for place in standing if "hai-phong" in {above.id for above in parents(place)}}


def test_all_committees_of_a_level_under_a_place_are_expected(store: Store) -> None:
    store.write(directive().batch())
    found = coverage(store, DIRECTIVE, level="district", as_of=DAY)
    assert f"ubnd.{KIEN_AN}" in units(found.expected)
    assert units(found.expected) == units(found.missing) == district_keys()
    assert {unit.level for unit in found.expected} == {"district"}


def test_a_plan_covers_its_unit_directly_or_through_a_chain(store: Store) -> None:
    store.write(directive().batch())
    store.write(carries_out(of("hai-phong", 5), DIRECTIVE).batch())
    store.write(carries_out(of(KIEN_AN), DIRECTIVE).batch())
    store.write(carries_out(of(NGO_QUYEN), of("hai-phong", 5)).batch())
    found = coverage(store, DIRECTIVE, level="district", as_of=DAY)
    covered = {item.unit: (item.depth, item.through, item.document.key) for item in found.implemented}
    assert covered == {
        f"ubnd.{KIEN_AN}": (1, None, of(KIEN_AN)),
        f"ubnd.{NGO_QUYEN}": (2, of("hai-phong", 5), of(NGO_QUYEN)),
    }
    assert units(found.missing) == district_keys() - covered.keys()
    assert found.others == 1


def test_a_citation_alone_covers_nothing(store: Store) -> None:
    store.write(directive().batch())
    store.write(Paper(of(KIEN_AN), (Cite(DIRECTIVE, "CITES"),), date=date(2024, 3, 1)).batch())
    assert coverage(store, DIRECTIVE, level="district", as_of=DAY).implemented == []


def test_the_units_with_tasks_are_expected_and_a_group_means_each_of_its_members(store: Store) -> None:
    tasks = (
        duty(OFFICE, "Sở Nội vụ xây dựng kế hoạch", date(2024, 2, 15)),
        duty(DISTRICTS, "UBND các quận, huyện ban hành kế hoạch", date(2024, 3, 15)),
        duty(SOMEBODY, "Các cơ quan phối hợp"),
    )
    store.write(directive(*tasks).batch())
    found = coverage(store, DIRECTIVE, as_of=DAY)
    assert units(found.expected) == {OFFICE.key, *district_keys()}
    deadlines = {unit.unit: unit.deadline for unit in found.expected}
    assert (deadlines[OFFICE.key], deadlines[f"ubnd.{KIEN_AN}"]) == (date(2024, 2, 15), date(2024, 3, 15))


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("UBND các huyện, thị xã, thành phố", {"district"}),
        ("UBND cấp huyện", {"district"}),
        ("Ủy ban nhân dân huyện, thị xã, thành phố", {"district"}),
        ("Ủy ban nhân dân xã, phường, thị trấn thuộc huyện", {"ward"}),
        ("UBND các xã, phường, thị trấn", {"ward"}),
        ("UBND các phường, thị trấn", {"ward"}),
        ("UBND các xã, thị trấn trên địa bàn huyện", {"ward"}),
        ("UBND các xã, phường thuộc quận, huyện", {"ward"}),
        ("UBND các quận, huyện và UBND các xã, phường, thị trấn", {"district", "ward"}),
        ("UBND cấp huyện, cấp xã", {"district", "ward"}),
    ],
)
def test_a_group_stands_for_the_committees_of_the_kinds_of_places_that_it_lists(
    store: Store, name: str, levels: set[str]
) -> None:
    group = Body("unit.ubnd-cac.hai-phong", name, "unit", Level.PROVINCE, "hai-phong")
    paper = replace(directive(duty(group, "ban hành kế hoạch")), bodies=(CITY, group))
    store.write(paper.batch())
    assert {unit.level for unit in coverage(store, DIRECTIVE, as_of=DAY).expected} == levels


def test_a_document_that_assigns_nobody_is_expected_of_the_level_below(store: Store) -> None:
    store.write(directive().batch())
    assert units(coverage(store, DIRECTIVE, as_of=DAY).expected) == district_keys()


@pytest.mark.parametrize(
    ("on", "late"),
    [
        pytest.param(date(2024, 3, 15), False, id="on the last day"),
        pytest.param(date(2024, 3, 16), True, id="a day late"),
        pytest.param(None, None, id="without a date"),
    ],
)
def test_a_plan_is_late_when_it_comes_after_the_deadline(store: Store, on: date | None, late: bool | None) -> None:
    store.write(directive(duty(DISTRICTS, "UBND các quận, huyện ban hành kế hoạch", date(2024, 3, 15))).batch())
    store.write(carries_out(of(KIEN_AN), DIRECTIVE, on).batch())
    found = coverage(store, DIRECTIVE, as_of=DAY)
    assert ([item.late for item in found.implemented], found.late) == ([late], int(late is True))


def test_a_deadline_may_be_given(store: Store) -> None:
    store.write(directive().batch())
    store.write(carries_out(of(KIEN_AN), DIRECTIVE).batch())
    found = coverage(store, DIRECTIVE, level="district", deadline=date(2024, 2, 1), as_of=DAY)
    assert [item.late for item in found.implemented] == [True]


def test_the_first_plan_of_a_unit_counts_and_what_came_after_the_day_does_not(store: Store) -> None:
    store.write(directive().batch())
    for number, month in ((1, 9), (2, 3)):
        store.write(carries_out(of(KIEN_AN, number), DIRECTIVE, date(2024, month, 1)).batch())
    (item,) = coverage(store, DIRECTIVE, level="district", as_of=DAY).implemented
    assert item.document.key == of(KIEN_AN, 2)
    assert coverage(store, DIRECTIVE, level="district", as_of=date(2024, 2, 1)).implemented == []


def test_communes_of_one_district_may_be_asked_for(store: Store) -> None:
    store.write(directive().batch())
    found = coverage(store, DIRECTIVE, level="ward", place=KIEN_AN, as_of=DAY)
    assert f"ubnd.{KIEN_AN}.lam-ha" in units(found.expected)
    assert all(unit.unit.startswith(f"ubnd.{KIEN_AN}.") for unit in found.expected)
    assert place_by_id(str(found.expected[0].place)) is not None


@pytest.mark.parametrize("name", ["Atlantis", ""])
def test_an_unknown_place_is_refused(store: Store, name: str) -> None:
    store.write(directive().batch())
    with pytest.raises(UsageError, match="Không có địa bàn"):
        coverage(store, DIRECTIVE, level="ward", place=name)


def test_a_name_of_several_places_is_refused_with_their_ids(store: Store) -> None:
    store.write(directive().batch())
    with pytest.raises(UsageError, match=r"bac-giang\.bac-giang\.phuong-tan-tien"):
        coverage(store, DIRECTIVE, level="ward", place="Tân Tiến")
