"""What rests on a document, counted first, and which law would end with it."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import UnknownDocument
from graph.model import HowKnown, Validity
from graph.store import Store
from queries.impact import impact
from tests.papers import Cite, Paper, plan

LAW, DECREE, OTHER = "law:l:2022:10:quoc-hoi", "norm:nd:2023:59:chinh-phu", "norm:nd:2020:145:chinh-phu"
CIRCULAR = "norm:tt:2024:1:bo-noi-vu"
DAY = date(2026, 1, 1)


def paper(key: str, *cites: Cite) -> Paper:
    kind = {"nd": "NĐ", "tt": "TT", "l": "L"}.get(key.split(":")[1], "KH")
    return Paper(key, cites, type=kind, date=date(2024, 1, 1))


@pytest.fixture
def filled(store: Store) -> Store:
    """A law, a decree and a circular that detail it, two plans; another decree that details another law too."""
    store.write(paper(DECREE, Cite(LAW, "GUIDES", type="L")).batch())
    store.write(paper(CIRCULAR, Cite(DECREE, "GUIDES", type="NĐ")).batch())
    store.write(paper(OTHER, Cite(LAW, "GUIDES", type="L"), Cite("law:l:2019:45:quoc-hoi", "GUIDES", type="L")).batch())
    store.write(paper(plan(1), Cite(LAW, "IMPLEMENTS", type="L"), Cite(DECREE, type="NĐ")).batch())
    store.write(paper(plan(2), Cite(LAW, "BASED_ON", type="L")).batch())
    store.write(paper(plan(3), Cite(LAW, "REPEALS", type="L")).batch())
    return store


def test_counts_come_first_then_the_documents_the_closest_relation_first(filled: Store) -> None:
    found = impact(filled, LAW, as_of=DAY)
    assert {count.type: count.count for count in found.counts} == {
        "GUIDES": 2, "IMPLEMENTS": 1, "BASED_ON": 1, "REPEALS": 1,
    }  # fmt: skip
    assert {(item.type, item.document.key) for item in found.documents} == {
        ("GUIDES", DECREE), ("GUIDES", OTHER), ("IMPLEMENTS", plan(1)), ("BASED_ON", plan(2)),
    }  # fmt: skip
    assert found.page.total == 4


def test_pages_together_are_the_whole(filled: Store) -> None:
    whole = impact(filled, LAW, as_of=DAY).documents
    pages, cursor = [], None
    while True:
        part = impact(filled, LAW, as_of=DAY, limit=3, cursor=cursor)
        pages += part.documents
        cursor = part.page.next
        if cursor is None:
            break
    assert pages == whole


def test_types_choose_among_the_relations(filled: Store) -> None:
    found = impact(filled, LAW, types=["BASED_ON"], as_of=DAY)
    assert [item.document.key for item in found.documents] == [plan(2)]
    assert found.page.total == 1


def test_law_that_details_it_would_end_with_it_level_by_level(filled: Store) -> None:
    found = impact(filled, LAW, as_of=DAY)
    assert sorted(document.key for document in found.falls) == [DECREE, CIRCULAR]
    assert found.falls_total == 2
    assert found.rule.startswith("Văn bản quy định chi tiết, hướng dẫn hết hiệu lực cùng")


def test_from_april_to_june_2025_nothing_would_end_with_it(filled: Store) -> None:
    found = impact(filled, LAW, as_of=date(2025, 5, 1))
    assert (found.falls, found.falls_total) == ([], 0)
    assert "vẫn còn hiệu lực" in found.rule


def test_what_has_ended_already_does_not_fall_again(filled: Store) -> None:
    filled.write_validity(
        "table", "1", [(DECREE, Validity(ended=date(2025, 1, 1), scope="whole", how_known=HowKnown.REFERENCE))]
    )
    assert impact(filled, LAW, as_of=DAY).falls == []


def test_nothing_falls_with_a_plan(filled: Store) -> None:
    filled.write(paper(CIRCULAR.replace(":1:", ":2:"), Cite(plan(1), "GUIDES")).batch())
    assert impact(filled, plan(1), as_of=DAY).falls == []


def test_an_unknown_document_is_refused(filled: Store) -> None:
    with pytest.raises(UnknownDocument):
        impact(filled, "99/KH-UBND")


def test_what_was_issued_after_the_day_is_neither_counted_nor_listed(filled: Store) -> None:
    filled.write(Paper(plan(8), (Cite(LAW, "IMPLEMENTS", type="L"),), type="KH", date=date(2025, 6, 1)).batch())
    filled.write(Paper(plan(9), (Cite(LAW, "IMPLEMENTS", type="L"),), type="KH").batch())
    before, after = (impact(filled, LAW, as_of=day) for day in (date(2025, 5, 1), DAY))
    assert {count.type: count.count for count in before.counts}["IMPLEMENTS"] == 2
    assert [item.document.key for item in before.documents if item.type == "IMPLEMENTS"] == [plan(1), plan(9)]
    assert (before.page.total, before.later) == (5, 1)
    assert [item.document.key for item in after.documents if item.type == "IMPLEMENTS"] == [plan(1), plan(8), plan(9)]
    assert (after.page.total, after.later) == (6, 0)


def test_law_that_was_not_issued_yet_does_not_fall(filled: Store) -> None:
    found = impact(filled, LAW, as_of=date(2023, 12, 31))
    assert (found.counts, found.falls, found.later) == ([], [], 5)


def test_of_a_document_that_has_ended_is_told_what_ended_with_it_by_the_rule_of_that_day(filled: Store) -> None:
    ended = Validity(ended=date(2025, 3, 1), scope="whole", ended_by="9/2025/QH15", how_known=HowKnown.REFERENCE)
    filled.write_validity("table", "1", [(LAW, ended)])
    found = impact(filled, LAW, as_of=date(2025, 5, 1))
    assert (found.document.validity.status, found.document.validity.ended_by) == ("ended", "9/2025/QH15")
    assert found.falls_on == date(2025, 3, 1)
    assert "Luật 80/2015/QH13" in found.rule
    assert sorted(document.key for document in found.falls) == [DECREE, CIRCULAR]
    assert impact(filled, LAW, as_of=date(2025, 2, 1)).falls_on == date(2025, 2, 1)
