"""Coverage of a province as it is: its districts and communes, most of which have plans, some late, some none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest

from graph.model import Level, Place
from graph.places import parents, standing_at
from graph.sqlite import SqliteStore
from graph.store import Store
from queries.coverage import coverage
from tests.papers import Cite, Paper, plan

DAY = date(2024, 1, 10)
DEADLINE = date(2024, 3, 15)
TODAY = date(2025, 1, 1)
DIRECTIVE = "st:ct:2024:3:ttg"


def below(level: Level, place: str) -> list[Place]:
    return [each for each in standing_at(level, DAY) if place in {above.id for above in parents(each)}]


def of_this_size() -> str:
    """A province of some 12 districts and 160 communes."""

    def difference(province: str) -> int:
        return abs(len(below(Level.DISTRICT, province)) - 12) + abs(len(below(Level.WARD, province)) - 160)

    return min((place.id for place in standing_at(Level.PROVINCE, DAY)), key=difference)


def carries_out(place: str, upper: str, day: date) -> Paper:
    return Paper(plan(1, place, day.year), (Cite(upper, "IMPLEMENTS"),), date=day)


LEVELS: tuple[tuple[Level, Literal["district", "ward"], int], ...] = (
    (Level.DISTRICT, "district", 2),
    (Level.WARD, "ward", 3),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file; on a server a hundred texts take their time, and fewer are tested there."""
    with closing(SqliteStore(tmp_path / "province.db")) as empty:
        yield empty


def test_each_committee_of_a_province_is_on_time_late_or_missing(store: Store) -> None:
    province = of_this_size()
    store.write(Paper(DIRECTIVE, type="CT", symbol="3/CT-TTg", date=DAY, level=Level.CENTRAL).batch())
    store.write(carries_out(province, DIRECTIVE, DAY + timedelta(20)).batch())
    districts, wards = below(Level.DISTRICT, province), below(Level.WARD, province)
    assert abs(len(districts) - 12) <= 2
    assert abs(len(wards) - 160) <= 20
    planned: dict[str, date] = {}
    for number, district in enumerate(districts):
        if number % 4 == 3:
            continue
        planned[district.id] = DAY + timedelta(40 + 10 * number)
        store.write(carries_out(district.id, plan(1, province, 2024), planned[district.id]).batch())
        for place, ward in enumerate(ward for ward in wards if ward.parent == district.id):
            if place % 3:
                planned[ward.id] = DAY + timedelta(50 + place)
                store.write(carries_out(ward.id, plan(1, district.id, 2024), planned[ward.id]).batch())
    for level, name, depth in LEVELS:
        expected = {place.id for place in below(level, province)}
        having = expected & planned.keys()
        late = {place for place in having if planned[place] > DEADLINE}
        found = coverage(store, DIRECTIVE, level=name, place=province, deadline=DEADLINE, as_of=TODAY)
        assert {unit.place for unit in found.expected} == expected
        assert {unit.place for unit in found.missing} == expected - having
        assert {item.unit.partition(".")[2] for item in found.implemented} == having
        assert {item.unit.partition(".")[2] for item in found.implemented if item.late} == late
        assert (found.late, {item.depth for item in found.implemented}) == (len(late), {depth})
        assert 0 < len(late) < len(having) < len(expected)
