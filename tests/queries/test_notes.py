"""A day before every document of the store is told of by whatever question it is asked of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from graph.store import Store
from queries.assignments import assignments
from queries.audit import audit
from queries.conflicts import conflicts
from queries.coverage import coverage
from queries.impact import impact
from queries.ranking import ranking
from queries.search import search
from queries.stats import stats
from queries.trace import trace
from tests.papers import Cite, Paper, plan

FIRST, EARLY = date(2024, 2, 1), date(1990, 1, 1)
QUESTIONS: dict[str, Callable[..., Any]] = {
    "audit": audit,
    "assignments": assignments,
    "conflicts": conflicts,
    "coverage": partial(coverage, doc=plan(1)),
    "impact": partial(impact, doc=plan(1)),
    "ranking": ranking,
    "search": partial(search, query="10"),
    "stats": stats,
    "trace": partial(trace, doc=plan(1)),
}


def test_every_question_tells_of_a_day_before_all_documents(store: Store) -> None:
    law = Cite("norm:nd:1980:4:chinh-phu", type="NĐ", date=date(1980, 1, 1))
    store.write(Paper(plan(1), (law,), symbol="1/KH-UBND", date=FIRST).batch())
    store.write(Paper(plan(2), (Cite(plan(1)),), symbol="2/KH-UBND", date=date(2024, 3, 1)).batch())
    for name, question in QUESTIONS.items():
        (note,) = question(store, as_of=EARLY).notes
        assert "01/01/1990" in note.message, name
        assert "01/02/2024" in note.message, name
        assert note.message_en.startswith("1990-01-01 is earlier"), name
        assert question(store, as_of=FIRST).notes == [], name
        assert question(store).notes == [], name


@pytest.mark.parametrize("papers", [pytest.param([], id="empty"), pytest.param([plan(1)], id="without dates")])
def test_a_store_without_dates_is_of_every_day(store: Store, papers: list[str]) -> None:
    for key in papers:
        store.write(Paper(key, symbol="1/KH-UBND").batch())
    assert stats(store, as_of=EARLY).notes == []
