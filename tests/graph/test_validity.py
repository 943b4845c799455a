"""Whether a document is in force on a day."""

from __future__ import annotations

from datetime import date

import pytest

from data.tables import known_laws
from graph.model import HowKnown, Validity
from graph.reference import key_of_law
from graph.validity import Contradiction, Parent, amended, contradictions, derived_end, effective

DAY = date(2023, 6, 30)


def known(**facts: object) -> Validity:
    return Validity(**{"how_known": HowKnown.REFERENCE, **facts})  # type: ignore[arg-type]


FROM_2015 = known(in_force_from=date(2015, 3, 1))
TO_2021 = known(ended=date(2021, 2, 1), scope="whole")
TO_2023 = known(ended=date(2023, 7, 1), scope="whole")
IN_PART = known(ended=date(2021, 2, 1), scope="part")


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        pytest.param([], "unknown", id="nothing is known"),
        pytest.param([FROM_2015], "in_force", id="in force since a known day"),
        pytest.param([known(in_force_from=date(2023, 7, 1))], "not_yet_in_force", id="the day has not come"),
        pytest.param([TO_2021], "ended", id="ended, whenever it began"),
        pytest.param([TO_2023], "unknown", id="not ended yet, but not known to have begun"),
        pytest.param([FROM_2015, TO_2023], "in_force", id="ends later"),
        pytest.param([FROM_2015, known(ended=DAY, scope="whole")], "ended", id="the day of the end is without effect"),
        pytest.param([FROM_2015, IN_PART], "ended_in_part", id="a part ended"),
        pytest.param([FROM_2015, IN_PART, TO_2023], "ended_in_part", id="a part ended, the whole will"),
        pytest.param([FROM_2015, IN_PART, TO_2021], "ended", id="a part ended, then the whole"),
        pytest.param(
            [FROM_2015, known(ended=date(2021, 2, 1), scope="whole", certainty="open")], "unknown",
            id="an end that is not proved leaves it open",
        ),
        pytest.param(
            [known(in_force_from=date(2015, 3, 1), ended=date(2014, 1, 1), scope="whole")], "unknown",
            id="an end before the beginning proves neither",
        ),
        pytest.param(
            [known(in_force_from=date(2015, 3, 1), certainty="open")], "unknown",
            id="a day of effect that is not proved does not put it in force",
        ),
        pytest.param(
            [known(in_force_from=date(2023, 7, 1), certainty="open")], "unknown",
            id="a day of effect that is not proved does not keep it out of force",
        ),
        pytest.param(
            [FROM_2015, known(act="AMENDS", changed=date(2021, 2, 1), scope="part")], "in_force",
            id="an amendment leaves it in force",
        ),
        pytest.param(
            [FROM_2015, known(act="SUSPENDS", changed=date(2021, 2, 1), scope="whole")], "in_force",
            id="a suspension is no end",
        ),
        pytest.param(
            [FROM_2015, known(act="REPEALS", scope="whole", certainty="open")], "unknown",
            id="ended by a text of which the day is not known",
        ),
        pytest.param(
            [known(act="CONTINUES", changed=date(2023, 1, 1), scope="whole")], "in_force",
            id="announced to stay in force, since a day that is not known",
        ),
        pytest.param(
            [known(act="CONTINUES", changed=date(2023, 7, 1), scope="whole")], "unknown",
            id="announced to stay in force from a later day",
        ),
        pytest.param(
            [known(act="CONTINUES", changed=date(2021, 1, 1), scope="whole"), TO_2021], "ended",
            id="announced to stay in force, and ended later",
        ),
    ],
)  # fmt: skip
def test_the_status_on_a_day(rows: list[Validity], status: str) -> None:
    assert effective(rows, DAY)[0] == status
    assert effective(rows[::-1], DAY)[0] == status


def test_what_a_text_states_outweighs_a_reference_table() -> None:
    stated = known(ended=date(2020, 1, 1), scope="whole", how_known=HowKnown.TEXT)
    assert effective([TO_2021, stated], DAY)[1].ended == date(2020, 1, 1)


def test_the_facts_behind_a_status_come_with_it() -> None:
    status, facts = effective([FROM_2015, known(ended=date(2021, 2, 1), scope="whole", ended_by="145/2020/NĐ-CP")], DAY)
    assert (status, facts.in_force_from, facts.ended_by) == ("ended", date(2015, 3, 1), "145/2020/NĐ-CP")


def test_the_latest_amendment_that_applies_on_a_day_is_told() -> None:
    first, second, coming = (
        known(act="AMENDS", changed=day, ended_by=by)
        for day, by in ((date(2019, 1, 1), "A"), (date(2020, 1, 1), "B"), (date(2024, 1, 1), "C"))
    )
    assert amended([coming, second, first, TO_2021], DAY) == second
    assert amended([coming, TO_2021], DAY) is None


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([FROM_2015, TO_2021, IN_PART], ()),
        ([TO_2021, TO_2023], (Contradiction("ends", (date(2021, 2, 1), date(2023, 7, 1))),)),
        ([TO_2021, known(ended=date(2023, 7, 1), scope="whole", certainty="open")], ()),
        (
            [FROM_2015, known(ended=date(2014, 1, 1), scope="whole")],
            (Contradiction("order", (date(2014, 1, 1), date(2015, 3, 1))),),
        ),
        (
            [FROM_2015, known(in_force_from=date(2015, 4, 1))],
            (Contradiction("starts", (date(2015, 3, 1), date(2015, 4, 1))),),
        ),
    ],
)
def test_facts_that_cannot_all_be_true_are_named(rows: list[Validity], found: tuple[Contradiction, ...]) -> None:
    assert contradictions(rows) == found


def parent(name: str, ended: date | None) -> Parent:
    end = known(ended=ended, scope="whole") if ended else None
    return Parent(f"norm:nd:2015:{name}:chinh-phu", f"{name}/2015/NĐ-CP", end)


ISSUED = date(2016, 1, 13)


@pytest.mark.parametrize(
    ("ends", "derived"),
    [
        pytest.param([], None, id="no parents"),
        pytest.param([None], None, id="the parent is in force"),
        pytest.param([date(2016, 2, 1)], ("whole", date(2016, 2, 1)), id="before the law of 2015"),
        pytest.param([date(2025, 3, 31)], ("whole", date(2025, 3, 31)), id="the last day of the first rule"),
        pytest.param([date(2025, 4, 1)], None, id="from April 2025 it stays"),
        pytest.param([date(2025, 6, 30)], None, id="until the end of June 2025"),
        pytest.param([date(2025, 7, 1)], ("whole", date(2025, 7, 1)), id="from July 2025 it ends again"),
        pytest.param([date(2023, 7, 1), date(2021, 2, 1)], ("whole", date(2023, 7, 1)), id="with the last parent"),
        pytest.param([date(2023, 7, 1), None], ("part", date(2023, 7, 1)), id="in part while another is in force"),
        pytest.param(
            [date(2023, 7, 1), date(2025, 5, 1)], ("part", date(2023, 7, 1)), id="one of them leaves it standing"
        ),
        pytest.param([date(2016, 1, 13)], None, id="what had ended when it was issued is no parent"),
    ],
)
def test_the_end_that_follows_goes_by_the_day_on_which_the_parents_end(
    ends: list[date | None], derived: tuple[str, date] | None
) -> None:
    end = derived_end([parent(str(number), day) for number, day in enumerate(ends)], ISSUED)
    assert (end and (end.scope, end.ended)) == derived
    assert end is None or end.how_known is HowKnown.DERIVED


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        (date(2016, 2, 1), "trước Luật 80/2015/QH13"),
        (date(2023, 7, 1), "Luật 80/2015/QH13, Điều 154.4"),
        (date(2026, 1, 1), "Luật 64/2025/QH15, Điều 57.2 (sửa đổi bởi Luật 87/2025/QH15)"),
    ],
)
def test_a_derived_end_names_its_chain_and_its_rule(day: date, rule: str) -> None:
    end = derived_end([parent("4", day)], ISSUED)
    assert end is not None
    assert end.source is not None
    assert "4/2015/NĐ-CP hết hiệu lực từ" in end.source
    assert rule in end.source


def test_what_a_text_or_a_table_says_outweighs_what_follows() -> None:
    followed = known(ended=date(2020, 1, 1), scope="whole", how_known=HowKnown.DERIVED)
    assert effective([followed, TO_2021], DAY)[1].ended == date(2021, 2, 1)


def test_every_row_of_the_reference_table_has_a_document_key() -> None:
    assert [law.symbol for law in known_laws() if key_of_law(law) is None] == []
