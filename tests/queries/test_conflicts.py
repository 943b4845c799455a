"""What texts and tables say and cannot all be true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from graph.errors import UsageError
from graph.model import Body, HowKnown, Level, Regime, ResolutionState, Validity
from graph.store import Store
from queries.analysis import Conflict
from queries.conflicts import conflicts
from queries.scope import Among
from tests.papers import Cite, Duty, Paper, edge_paper, plan

TODAY = date(2026, 1, 1)
DECREE, LAW, THIRD = (f"norm:nd:2015:{number}:chinh-phu" for number in (4, 5, 6))
OFFICE = Body("so-noi-vu.hai-phong", "Sở Nội vụ", "so-noi-vu", Level.PROVINCE, "hai-phong", regime=Regime.STATE)
TASK = "Sở Nội vụ tổng hợp, báo cáo kết quả thực hiện dân chủ ở cơ sở"


def found(store: Store, *kinds: str) -> list[Conflict]:
    return conflicts(store, kinds=kinds or None, as_of=TODAY).conflicts


def ended(day: date, by: str | None = None, actor: str | None = None) -> Validity:
    return Validity(ended=day, scope="whole", ended_by=by, actor=actor, how_known=HowKnown.REFERENCE, source="trang 1")


@pytest.mark.parametrize(
    ("edges", "circle"),
    [
        ([(DECREE, "REPLACES", LAW), (LAW, "REPEALS", THIRD), (THIRD, "REPLACES", DECREE)], {DECREE, LAW, THIRD}),
        ([(plan(1), "IMPLEMENTS", plan(2)), (plan(2), "IMPLEMENTS", plan(1))], {plan(1), plan(2)}),
        ([(DECREE, "REPLACES", LAW), (LAW, "CITES", DECREE)], set()),
        ([(DECREE, "REPLACES", LAW), (LAW, "REPLACES", THIRD)], set()),
    ],
    ids=["replacements", "plans that carry out each other", "one way only", "a chain"],
)
def test_a_circle_is_told_with_every_step(
    store: Store, edges: Sequence[tuple[str, str, str]], circle: set[str]
) -> None:
    for subject, kind, object_ in edges:
        store.write(edge_paper(subject, [(kind, object_)]).batch())
    circles = found(store, "circle")
    assert [{document.key for document in one.documents} for one in circles] == ([circle] if circle else [])
    assert [len(one.voices) for one in circles] == ([len(circle)] if circle else [])


def test_rows_of_tables_may_make_a_circle_too(store: Store) -> None:
    day = date(2023, 7, 1)
    rows = [(DECREE, ended(day, "5/2015/NĐ-CP", LAW)), (LAW, ended(day, "4/2015/NĐ-CP", DECREE))]
    store.write_validity("table", "1", rows)
    (circle,) = found(store, "circle")
    assert {document.key for document in circle.documents} == {DECREE, LAW}
    assert "thành vòng" in circle.message
    assert {document.symbol for document in circle.documents} == {"4/2015/NĐ-CP", "5/2015/NĐ-CP"}
    assert [(voice.said, voice.said_en) for voice in circle.voices] == [
        ("thay thế 5/2015/NĐ-CP", "replaces 5/2015/NĐ-CP"),
        ("thay thế 4/2015/NĐ-CP", "replaces 4/2015/NĐ-CP"),
    ]


def test_a_row_that_replaces_its_own_document_is_told(store: Store) -> None:
    store.write_validity("table", "1", [(DECREE, ended(date(2023, 7, 1), "4/2015/NĐ-CP", DECREE))])
    (circle,) = found(store, "circle")
    assert [document.key for document in circle.documents] == [DECREE]
    assert (circle.message, circle.message_en) == (
        "4/2015/NĐ-CP được ghi là thay thế, bãi bỏ chính nó.",
        "4/2015/NĐ-CP is said to replace or repeal itself.",
    )


@pytest.mark.parametrize("back", [True, False])
def test_a_text_that_says_that_it_replaces_a_later_one_makes_a_circle_with_that_alone(store: Store, back: bool) -> None:
    late = ResolutionState.ANACHRONISTIC
    store.write(Paper(DECREE, (Cite(LAW, "REPLACES", state=late),), date=date(2015, 1, 9)).batch())
    store.write(Paper(LAW, (Cite(DECREE, "REPLACES" if back else "CITES"),), date=date(2015, 9, 9)).batch())
    circles = found(store, "circle")
    assert [{document.key for document in one.documents} for one in circles] == ([{DECREE, LAW}] if back else [])


def test_voices_that_differ_on_the_end_of_a_document_are_told_with_their_sources(store: Store) -> None:
    for origin, day in (("one", date(2023, 7, 1)), ("two", date(2023, 8, 15))):
        store.write_validity(origin, "1", [(DECREE, ended(day)), (LAW, ended(date(2020, 1, 1)))])
    (conflict,) = found(store)
    assert conflict.kind == "validity"
    assert [document.key for document in conflict.documents] == [DECREE]
    assert "01/07/2023, 15/08/2023" in conflict.message
    assert [(voice.said, voice.source) for voice in conflict.voices] == [
        ("2023-07-01", "trang 1"),
        ("2023-08-15", "trang 1"),
    ]


def test_an_end_before_the_beginning_is_told(store: Store) -> None:
    wrong = Validity(in_force_from=date(2021, 1, 1), ended=date(2020, 1, 1), how_known=HowKnown.REFERENCE)
    store.write_validity("table", "1", [(DECREE, wrong)])
    (conflict,) = found(store)
    assert conflict.message.startswith("Nghị định số 4 năm 2015: Ngày hết hiệu lực 01/01/2020")
    assert [voice.said for voice in conflict.voices] == ["2021-01-01", "2020-01-01"]


def carrying_out(number: int, text: str, due: date, *, upper: str = plan(1, "ha-noi")) -> Paper:
    return Paper(
        plan(number), (Cite(upper, "IMPLEMENTS"),), symbol=f"{number}/KH-UBND", date=date(2023, 1, number),
        duties=(Duty(OFFICE.key, OFFICE.name, text, (due,)),), bodies=(OFFICE,), level=Level.PROVINCE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "due", "upper", "told"),
    [
        pytest.param(f"{TASK} năm 2023", date(2023, 11, 25), plan(1, "ha-noi"), True, id="the same task, another day"),
        pytest.param(TASK, date(2023, 11, 15), plan(1, "ha-noi"), False, id="the same day"),
        pytest.param("Sở Nội vụ tập huấn", date(2023, 11, 25), plan(1, "ha-noi"), False, id="another task"),
        pytest.param(TASK, date(2023, 11, 25), plan(2, "ha-noi"), False, id="of another plan"),
    ],
)
def test_one_task_with_two_deadlines_is_told(store: Store, other: str, due: date, upper: str, told: bool) -> None:
    store.write(carrying_out(2, TASK, date(2023, 11, 15)).batch())
    store.write(carrying_out(3, other, due, upper=upper).batch())
    deadlines = found(store, "deadline")
    assert len(deadlines) == int(told)
    for conflict in deadlines:
        assert "2/KH-UBND hạn 15/11/2023, 3/KH-UBND hạn 25/11/2023" in conflict.message
        assert [voice.evidence is not None for voice in conflict.voices] == [True, True]


def test_a_plan_and_what_it_carries_out_may_differ_on_a_deadline(store: Store) -> None:
    store.write(carrying_out(2, TASK, date(2023, 11, 15)).batch())
    store.write(carrying_out(3, TASK, date(2023, 11, 25), upper=plan(2)).batch())
    (conflict,) = found(store, "deadline")
    assert [document.key for document in conflict.documents] == [plan(2), plan(3)]


def test_dates_and_symbols_that_differ_are_told_once_for_each_document(store: Store) -> None:
    days = (date(2021, 10, 19), date(2021, 10, 19), date(2021, 10, 29))
    cites = tuple(Cite(plan(11), symbol="11/KH-UBND", date=day) for day in days)
    cites += tuple(Cite(plan(12), symbol=symbol) for symbol in ("12/KH-UBND", "12/KH-UBND", "12/KH-UB"))
    for number in (20, 21):
        store.write(Paper(plan(number), cites, date=date(2022, 1, 1)).batch())
    found_now = found(store)
    assert [(conflict.kind, conflict.documents[0].key, len(conflict.voices)) for conflict in found_now] == [
        ("date", plan(11), 3),
        ("symbol", plan(12), 3),
    ]
    assert [voice.said for voice in found_now[0].voices] == ["2021-10-19", "2021-10-29", "2021-10-29"]
    assert found_now[0].message.endswith("các văn bản ghi ngày khác nhau: 19/10/2021; 29/10/2021.")
    assert found_now[0].message_en.endswith("is dated 19 Oct 2021, and elsewhere 29 Oct 2021.")


def test_only_texts_of_the_scope_and_of_the_time_speak(store: Store) -> None:
    store.write(carrying_out(2, TASK, date(2023, 11, 15)).batch())
    store.write(carrying_out(3, TASK, date(2023, 11, 25)).batch())
    assert conflicts(store, as_of=date(2023, 1, 2)).conflicts == []
    assert conflicts(store, among=Among(level="ward"), as_of=TODAY).conflicts == []
    assert len(conflicts(store, among=Among(level="province"), as_of=TODAY).conflicts) == 1


def test_kinds_are_counted_and_paged(store: Store) -> None:
    store.write_validity("a", "1", [(DECREE, ended(date(2023, 7, 1))), (LAW, ended(date(2023, 7, 1)))])
    store.write_validity("b", "1", [(DECREE, ended(date(2023, 8, 1))), (LAW, ended(date(2023, 8, 1)))])
    store.write(edge_paper(plan(1), [("IMPLEMENTS", plan(2))]).batch())
    store.write(edge_paper(plan(2), [("IMPLEMENTS", plan(1))]).batch())
    whole = conflicts(store, as_of=TODAY)
    assert whole.counts == {"circle": 1, "validity": 2}
    first = conflicts(store, as_of=TODAY, limit=2)
    second = conflicts(store, as_of=TODAY, limit=2, cursor=first.page.next)
    assert first.conflicts + second.conflicts == whole.conflicts
    assert [one.kind for one in found(store, "circle")] == ["circle"]
    with pytest.raises(UsageError, match="circle, validity"):
        conflicts(store, kinds=["bad"])
