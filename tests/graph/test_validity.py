"""Whether a document is in force on a day."""

from __future__ import annotations

from datetime import date

import pytest

from data.tables import known_laws
from graph.model import HowKnown, Validity
from graph.reference import key_of_law
from graph.validity import effective

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


def test_every_row_of_the_reference_table_has_a_document_key() -> None:
    assert [law.symbol for law in known_laws() if key_of_law(law) is None] == []
