"""Tasks of units."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Body, EventDeadline, HowKnown, Level, ReportRoute, Validity
from graph.store import Store
from queries.assignments import assignments
from tests.papers import Duty, Paper, plan

HA_GIANG = Body("so-noi-vu.ha-giang", "Sở Nội vụ tỉnh Hà Giang", "so-noi-vu", Level.PROVINCE)
QUANG_NGAI = Body("so-noi-vu.quang-ngai", "Sở Nội vụ tỉnh Quảng Ngãi", "so-noi-vu", Level.PROVINCE)
JUSTICE = Body("so-tu-phap.ha-giang", "Sở Tư pháp tỉnh Hà Giang", "so-tu-phap", Level.PROVINCE)


@pytest.fixture
def tasks(store: Store) -> Store:
    store.write(
        Paper(
            plan(1),
            symbol="01/KH-UBND",
            bodies=(HA_GIANG, JUSTICE),
            duties=(
                Duty(HA_GIANG.key, "Sở Nội vụ", "Tổng hợp"),
                Duty(
                    HA_GIANG.key,
                    "Sở Nội vụ",
                    "Báo cáo",
                    (date(2023, 11, 15), date(2023, 6, 1)),
                    (
                        EventDeadline(5, "working_day", "ngày nhận được hồ sơ"),
                        EventDeadline(10, "day", "ngày ban hành Kế hoạch này", date(2023, 3, 11)),
                    ),
                    (ReportRoute("UBND tỉnh", "Văn phòng UBND tỉnh"), ReportRoute("Bộ Nội vụ")),
                ),
                Duty(JUSTICE.key, "Sở Tư pháp", "Thẩm định", (date(2023, 3, 1),)),
            ),
        ).batch()
    )
    store.write(
        Paper(
            plan(2), symbol="02/KH-UBND", bodies=(QUANG_NGAI,),
            duties=(Duty(QUANG_NGAI.key, "SNV", "Theo dõi", (date(2023, 5, 1),)),),
        ).batch()
    )  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("unit", "doc", "texts"),
    [
        pytest.param(None, None, ["Thẩm định", "Theo dõi", "Báo cáo", "Tổng hợp"], id="all, by earliest deadline"),
        pytest.param("Sở Nội vụ", None, ["Theo dõi", "Báo cáo", "Tổng hợp"], id="every unit of the name"),
        pytest.param("so noi vu", None, ["Theo dõi", "Báo cáo", "Tổng hợp"], id="without diacritics"),
        pytest.param("Sở Nội vụ tỉnh Hà Giang", None, ["Báo cáo", "Tổng hợp"], id="with its place"),
        pytest.param("so-tu-phap.ha-giang", None, ["Thẩm định"], id="by key"),
        pytest.param("Nội", None, ["Theo dõi", "Báo cáo", "Tổng hợp"], id="a word of the name"),
        pytest.param("Sở N", None, [], id="a part of a word"),
        pytest.param("Sở Nội vụ", "01/KH-UBND", ["Báo cáo", "Tổng hợp"], id="in one document"),
        pytest.param(None, "02/KH-UBND", ["Theo dõi"], id="all of one document"),
    ],
)
def test_tasks_are_found_by_unit_and_document(
    tasks: Store, unit: str | None, doc: str | None, texts: list[str]
) -> None:
    found = assignments(tasks, unit=unit, doc=doc)
    assert [task.text for task in found.assignments] == texts
    assert found.page.total == len(texts)


def test_a_task_tells_unit_role_deadlines_and_place_in_the_text(tasks: Store) -> None:
    (task,) = (task for task in assignments(tasks, unit=HA_GIANG.key).assignments if task.deadlines)
    assert (task.document.symbol, task.unit, task.unit_name) == ("01/KH-UBND", HA_GIANG.key, "Sở Nội vụ")
    assert (task.roles, task.deadlines) == (["lead"], [date(2023, 6, 1), date(2023, 11, 15)])
    assert (task.evidence.quote, task.evidence.document) == ("Báo cáo", plan(1))


def test_a_task_tells_the_deadlines_from_events_and_to_whom_it_is_reported(tasks: Store) -> None:
    (task,) = (task for task in assignments(tasks, unit=HA_GIANG.key).assignments if task.deadlines)
    assert [(one.count, one.unit, one.event, one.date) for one in task.event_deadlines] == [
        (5, "working_day", "ngày nhận được hồ sơ", None),
        (10, "day", "ngày ban hành Kế hoạch này", date(2023, 3, 11)),
    ]
    assert [(one.to, one.through) for one in task.reports] == [
        ("UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Bộ Nội vụ", None),
    ]


def test_tasks_come_in_pages(tasks: Store) -> None:
    first = assignments(tasks, limit=3)
    rest = assignments(tasks, limit=3, cursor=first.page.next)
    assert [task.text for task in (*first.assignments, *rest.assignments)] == [
        task.text for task in assignments(tasks).assignments
    ]
    assert rest.page.next is None


def test_a_task_tells_on_a_day_whether_its_deadlines_passed_and_its_document_had_ended(tasks: Store) -> None:
    days = date(2023, 1, 1), date(2023, 7, 1)
    ended = Validity(in_force_from=days[0], ended=days[1], scope="whole", how_known=HowKnown.REFERENCE)
    tasks.write_validity("table", "1", [(plan(1), ended)])
    told = {
        day: [(task.text, task.passed, task.validity.status) for task in assignments(tasks, as_of=day).assignments]
        for day in (date(2023, 6, 1), date(2023, 8, 1))
    }
    assert told == {
        date(2023, 6, 1): [
            ("Thẩm định", True, "in_force"), ("Theo dõi", True, "unknown"), ("Báo cáo", False, "in_force"),
            ("Tổng hợp", False, "in_force"),
        ],
        date(2023, 8, 1): [
            ("Thẩm định", True, "ended"), ("Theo dõi", True, "unknown"), ("Báo cáo", False, "ended"),
            ("Tổng hợp", False, "ended"),
        ],
    }  # fmt: skip


def test_what_is_given_after_the_day_is_left_out_and_counted(tasks: Store) -> None:
    duties = (Duty(QUANG_NGAI.key, "SNV", "Sơ kết"), Duty(QUANG_NGAI.key, "SNV", "Tổng kết"))
    tasks.write(Paper(plan(3), bodies=(QUANG_NGAI,), duties=duties, date=date(2024, 5, 1)).batch())
    before, then = (assignments(tasks, unit="SNV", as_of=date(2024, month, day)) for month, day in ((4, 30), (5, 1)))
    assert [task.text for task in before.assignments] == ["Theo dõi"]
    assert (before.page.total, before.later, before.as_of) == (1, 2, date(2024, 4, 30))
    assert (then.page.total, then.later) == (3, 0)
