"""Which documents are referred to most often and most strongly."""

from __future__ import annotations

from datetime import date

from graph.model import Level
from graph.store import Store
from queries.ranking import ranking
from queries.scope import Among
from tests.papers import Cite, Paper, plan

LAW, DECREE, MINOR = (f"norm:nd:2015:{number}:chinh-phu" for number in (4, 5, 6))
TODAY = date(2026, 1, 1)


def cites(number: int, *cited: Cite, level: Level = Level.WARD, on: date = date(2024, 1, 1)) -> Paper:
    return Paper(plan(number), cited, symbol=f"{number}/KH-UBND", date=on, level=level)


def filled(store: Store) -> Store:
    store.write(cites(1, Cite(LAW, "BASED_ON"), Cite(DECREE), Cite(MINOR)).batch())
    store.write(cites(2, Cite(LAW, "IMPLEMENTS"), Cite(DECREE), Cite(DECREE), Cite(DECREE)).batch())
    store.write(cites(3, Cite(plan(2), "IMPLEMENTS"), Cite(DECREE), level=Level.PROVINCE, on=date(2025, 1, 1)).batch())
    return store


def test_what_is_carried_out_weighs_more_than_what_is_cited(store: Store) -> None:
    found = ranking(filled(store), as_of=TODAY)
    assert [(item.rank, item.document.key, item.score, item.texts, item.places) for item in found.ranked] == [
        (1, LAW, 7, 2, 2),
        (2, plan(2), 4, 1, 1),
        (3, DECREE, 3, 3, 5),
        (4, MINOR, 1, 1, 1),
    ]


def test_the_depth_at_which_texts_treat_a_document_is_told(store: Store) -> None:
    depths = {
        item.document.key: {part.depth: part.texts for part in item.treatment}
        for item in ranking(filled(store), as_of=TODAY).ranked
    }
    assert depths == {LAW: {4: 1, 3: 1}, plan(2): {4: 1}, DECREE: {2: 1, 1: 2}, MINOR: {1: 1}}


def test_the_reach_of_a_document_goes_through_chains(store: Store) -> None:
    reach = {item.document.key: item.reach for item in ranking(filled(store), as_of=TODAY).ranked}
    assert reach == {LAW: 2, plan(2): 1, DECREE: 0, MINOR: 0}


def test_only_texts_of_the_scope_and_of_the_time_count(store: Store) -> None:
    filled(store)
    of_wards = ranking(store, among=Among(level="ward"), as_of=TODAY)
    assert [(item.document.key, item.score) for item in of_wards.ranked] == [(LAW, 7), (DECREE, 2), (MINOR, 1)]
    assert ranking(store, as_of=date(2024, 6, 1)).ranked == of_wards.ranked
    assert ranking(store, as_of=date(2000, 1, 1)).ranked == []


def test_pages_put_together_are_the_whole(store: Store) -> None:
    whole = ranking(filled(store), as_of=TODAY)
    first = ranking(store, as_of=TODAY, limit=3)
    second = ranking(store, as_of=TODAY, limit=3, cursor=first.page.next)
    assert first.page.total == whole.page.total == 4
    assert first.ranked + second.ranked == whole.ranked
