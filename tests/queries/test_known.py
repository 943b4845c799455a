"""A document that only the reference table knows is answered from it; what is known of its parts is shown."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import AmbiguousDocument
from graph.model import HowKnown, Validity
from graph.reference import sync_reference
from graph.store import Store
from queries.audit import audit
from queries.coverage import coverage
from queries.document import document
from queries.impact import impact
from queries.trace import trace
from tests.papers import Cite, Paper

LAW, KEY = "11/2022/QH15", "norm:l:2022:11:quoc-hoi"
DECREE, ENDER = "norm:nd:2025:9:chinh-phu", "norm:nd:2026:20:chinh-phu"
DAY = date(2026, 1, 1)


@pytest.fixture
def empty(store: Store) -> Store:
    """A store without a text, that has the reference table."""
    sync_reference(store)
    return store


@pytest.mark.parametrize("name", [LAW, KEY, "Luật số 11/2022/QH15"])
def test_a_law_that_no_text_cites_is_shown_from_the_reference_table(empty: Store, name: str) -> None:
    found = document(empty, name, as_of=DAY)
    assert (found.key, found.symbol, found.title, found.date) == (KEY, LAW, "Luật Thanh tra", date(2022, 11, 14))
    assert (found.level, found.issuer, found.ingested, found.uncited) == ("central", "Quốc hội", False, True)
    assert (found.validity.status, found.validity.ended_by) == ("ended", "84/2025/QH15")
    assert found.validity.source
    assert found.validity.certainty
    assert document(empty, name, as_of=date(2024, 1, 1)).validity.status == "in_force"


def test_other_questions_answer_about_it_too(empty: Store) -> None:
    assert impact(empty, LAW, as_of=DAY).document.key == KEY
    assert [node.key for node in trace(empty, LAW, as_of=DAY).nodes] == [KEY]
    assert coverage(empty, LAW, as_of=DAY).document.symbol == LAW
    assert (audit(empty, LAW, as_of=DAY).documents, audit(empty, LAW, as_of=DAY).findings) == (0, [])


def test_a_name_of_several_laws_of_the_table_is_ambiguous(empty: Store) -> None:
    with pytest.raises(AmbiguousDocument) as refused:
        document(empty, "Luật Thanh tra")
    assert {"norm:l:2010:56:quoc-hoi", KEY} <= {key for key, _ in refused.value.candidates}


def test_what_the_table_notes_is_shown(empty: Store) -> None:
    assert any("2023" in note for note in document(empty, "159/2016/NĐ-CP").known)


def test_a_law_that_a_text_cites_is_no_longer_uncited(empty: Store) -> None:
    empty.write(Paper("st:kh:2024:1:ubnd.ha-giang", (Cite(KEY, type="L", symbol=LAW),), date=DAY).batch())
    assert document(empty, LAW, as_of=DAY).uncited is False


def test_provisions_with_a_day_of_their_own_are_shown_the_earliest_first(store: Store) -> None:
    known = [
        Validity(in_force_from=DAY, how_known=HowKnown.TEXT),
        Validity(in_force_from=date(2028, 1, 1), scope="part", provisions=("Điều 24",), how_known=HowKnown.TEXT),
        Validity(ended=date(2026, 3, 1), scope="part", provisions=("Điều 5",), how_known=HowKnown.TEXT, act="REPEALS",
                 actor=ENDER, ended_by="20/2026/NĐ-CP"),
    ]  # fmt: skip
    store.write_validity("table", "1", [(DECREE, fact) for fact in known])
    store.write(Paper(DECREE, type="NĐ", symbol="9/2025/NĐ-CP", date=date(2025, 9, 9)).batch())
    found = document(store, "9/2025/NĐ-CP", as_of=date(2026, 5, 1))
    assert [(part.provisions, part.status, part.ended_by) for part in found.parts] == [
        (["Điều 5"], "ended", "20/2026/NĐ-CP"),
        (["Điều 24"], "not_yet_in_force", None),
    ]
    assert (found.validity.status, found.validity.in_force_from) == ("ended_in_part", DAY)
    assert found.needs_review == []


def test_what_sources_do_not_agree_on_is_shown(store: Store) -> None:
    days = [date(2023, 7, 1), date(2023, 8, 1)]
    for number, day in enumerate(days):
        ended = Validity(ended=day, scope="whole", how_known=HowKnown.REFERENCE, source=str(number))
        store.write_validity(f"table {number}", "1", [(DECREE, ended)])
    store.write(Paper(DECREE, type="NĐ", symbol="9/2025/NĐ-CP", date=date(2020, 9, 9)).batch())
    (note,) = document(store, DECREE, as_of=DAY).needs_review
    assert note.message == "Các nguồn ghi những ngày hết hiệu lực khác nhau: 01/07/2023, 01/08/2023."
    assert note.message_en == "Different days of the end are given: 1 Jul 2023, 1 Aug 2023."
