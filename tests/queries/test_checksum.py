"""The digest of a graph tells two graphs apart, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from queries.checksum import checksum
from tests.papers import Cite, Paper, plan
from tests.stores import NewStore

PAPER = Paper(plan(1), (Cite(plan(2)), Cite(plan(3), "IMPLEMENTS")), title="Dân vận", date=date(2023, 1, 1))


def test_two_stores_of_the_same_texts_have_one_checksum(new_store: NewStore) -> None:
    stores = new_store(), new_store()
    for store in stores:
        store.write(PAPER.batch())
    assert checksum(stores[0]) == checksum(stores[1])
    assert {name: part.rows for name, part in checksum(stores[0]).items()} == {
        "documents": 3, "bodies": 0, "places": 0, "edges": 2, "statements": 2, "mentions": 2, "validity": 0, "graph": 9,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        pytest.param(replace(PAPER, title="Cải cách"), {"documents"}, id="a title"),
        pytest.param(
            replace(PAPER, cites=PAPER.cites[:1]), {"documents", "edges", "statements", "mentions"}, id="a citation"
        ),
    ],
)
def test_a_difference_shows_in_its_part(new_store: NewStore, other: Paper, parts: set[str]) -> None:
    stores = new_store(), new_store()
    stores[0].write(PAPER.batch())
    stores[1].write(other.batch())
    one, two = map(checksum, stores)
    assert parts | {"graph"} <= {name for name in one if one[name] != two[name]}


def test_history_is_not_part_of_it(new_store: NewStore) -> None:
    stores = new_store(), new_store()
    older = replace(PAPER, cites=(Cite(plan(9)),), edition="older")
    stores[0].write(older.batch())
    stores[0].write(PAPER.batch(retract=older.source.sha256))
    stores[1].write(PAPER.batch())
    assert checksum(stores[0]) == checksum(stores[1])


def test_a_graph_larger_than_one_page_is_read_to_its_end(new_store: NewStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store = new_store()
    for number in range(7):
        store.write(Paper(plan(number), (Cite(plan(number + 1)), Cite(plan(number + 2)))).batch())
    whole = checksum(store)
    monkeypatch.setattr("queries.checksum._ROWS_AT_ONCE", 2)
    assert checksum(store) == whole
