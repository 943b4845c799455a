"""Whether a document is in force on a day."""

from __future__ import annotations

from datetime import date

import pytest

from data.tables import known_laws
from graph.model import HowKnown, Validity
from graph.reference import key_of_law
from graph.validity import amended, contradictions, effective

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
    ("rows", "said"),
    [
        ([FROM_2015, TO_2021, IN_PART], []),
        ([TO_2021, TO_2023], ["Các nguồn ghi những ngày hết hiệu lực khác nhau: 01/02/2021, 01/07/2023."]),
        ([TO_2021, known(ended=date(2023, 7, 1), scope="whole", certainty="open")], []),
        (
            [FROM_2015, known(ended=date(2014, 1, 1), scope="whole")],
            ["Ngày hết hiệu lực 01/01/2014 sớm hơn ngày có hiệu lực 01/03/2015."],
        ),
        (
            [FROM_2015, known(in_force_from=date(2015, 4, 1))],
            ["Các nguồn ghi những ngày có hiệu lực khác nhau: 01/03/2015, 01/04/2015."],
        ),
    ],
)
def test_facts_that_cannot_all_be_true_are_named(rows: list[Validity], said: list[str]) -> None:
    assert contradictions(rows) == said


def test_every_row_of_the_reference_table_has_a_document_key() -> None:
    assert [law.symbol for law in known_laws() if key_of_law(law) is None] == []
