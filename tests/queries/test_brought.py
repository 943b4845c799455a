"""A document that a table of the user's own describes is found and named by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import AmbiguousDocument, UnknownDocument
from graph.law_import import import_law
from graph.store import Store
from queries.conflicts import conflicts
from queries.document import document
from queries.impact import impact
from queries.search import search
from tests.papers import Cite, Paper, plan

HEADER = "symbol,type,name,aliases,issuer,issued,in_force_from,ended,scope,ended_by,certainty,source,note"
WELLS = "701/2011/QH13,L,Luật Giếng làng,Luật Giếng,Quốc hội,2011-03-01,2011-07-01,,,,secondary,sổ tay,Chép tay."
NEWER = "702/2019/QH14,L,Luật Giếng làng,,Quốc hội,2019-03-01,2019-07-01,,,,secondary,sổ tay,"
KEY = "norm:l:2011:701:quoc-hoi"
DAY = date(2026, 1, 1)


def brought(store: Store, folder: Path, *rows: str) -> None:
    table = folder / "bang.csv"
    table.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    import_law(store, table)


@pytest.mark.parametrize("name", ["701/2011/QH13", "Luật số 701/2011/QH13", KEY, "Luật Giếng làng", "luật giếng"])
def test_a_row_that_no_text_cites_is_shown(store: Store, tmp_path: Path, name: str) -> None:
    brought(store, tmp_path, WELLS)
    found = document(store, name, as_of=DAY)
    assert (found.key, found.symbol, found.title, found.issuer) == (KEY, "701/2011/QH13", "Luật Giếng làng", "Quốc hội")
    assert (found.date, found.level, found.type, found.uncited) == (date(2011, 3, 1), "central", "L", True)
    assert (found.validity.status, found.known) == ("in_force", ["Chép tay."])
    assert impact(store, name, as_of=DAY).document.key == KEY


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ("701/2011/QH13", ["701/2011/QH13"]),
        ("luật giếng làng", ["701/2011/QH13", "702/2019/QH14"]),
        ("11/2022/QH15", ["11/2022/QH15"]),
        ("giếng", []),
    ],
    ids=["its symbol", "its name", "a law of the reference table", "a part of its name"],
)
def test_a_search_that_no_text_answers_is_answered_from_the_tables(
    store: Store, tmp_path: Path, query: str, symbols: list[str]
) -> None:
    brought(store, tmp_path, WELLS, NEWER)
    found = search(store, query)
    assert [hit.symbol for hit in found.hits] == symbols
    assert (found.page.total, found.page.next) == (len(symbols), None)


def test_what_the_tables_answer_comes_in_pages_too(store: Store, tmp_path: Path) -> None:
    brought(store, tmp_path, WELLS, NEWER)
    first = search(store, "luật giếng làng", limit=1)
    second = search(store, "luật giếng làng", limit=1, cursor=first.page.next)
    assert [hit.symbol for hit in (*first.hits, *second.hits)] == ["701/2011/QH13", "702/2019/QH14"]
    assert second.page.next is None


def test_a_name_of_two_rows_is_ambiguous_and_a_row_that_is_taken_back_is_forgotten(
    store: Store, tmp_path: Path
) -> None:
    brought(store, tmp_path, WELLS, NEWER)
    with pytest.raises(AmbiguousDocument):
        document(store, "Luật Giếng làng")
    brought(store, tmp_path, NEWER)
    assert document(store, "Luật Giếng làng").symbol == "702/2019/QH14"
    with pytest.raises(UnknownDocument):
        document(store, "701/2011/QH13")


def test_a_row_tells_of_a_cited_document_what_no_text_does(store: Store, tmp_path: Path) -> None:
    brought(store, tmp_path, WELLS)
    store.write(Paper(plan(1), (Cite(KEY, type="L", symbol="701/2011/QH13"),), date=DAY).batch())
    found = document(store, KEY)
    assert (found.title, found.date, found.uncited) == ("Luật Giếng làng", date(2011, 3, 1), False)
    (hit,) = search(store, "701/2011/QH13").hits
    assert (hit.title, hit.date) == ("Luật Giếng làng", date(2011, 3, 1))


def test_what_a_text_says_goes_before_the_row(store: Store, tmp_path: Path) -> None:
    brought(store, tmp_path, WELLS)
    said = Cite(KEY, type="L", symbol="701/2011/QH13", title="Về giếng", date=date(2011, 3, 2))
    store.write(Paper(plan(1), (said,), date=DAY).batch())
    found = document(store, KEY)
    assert (found.title, found.date) == ("Về giếng", date(2011, 3, 2))


def test_a_row_that_replaces_itself_and_rows_that_replace_each_other_are_told(store: Store, tmp_path: Path) -> None:
    own = WELLS.replace(",,,,secondary", ",2020-01-01,whole,701/2011/QH13,secondary")
    one = NEWER.replace(",,,,secondary", ",2021-01-01,whole,703/2019/QH14,secondary")
    other = one.replace("703/", "704/").replace("702/", "703/").replace("704/", "702/")
    brought(store, tmp_path, own, one, other)
    circles = conflicts(store, kinds=["circle"], as_of=DAY).conflicts
    assert [[document.symbol for document in circle.documents] for circle in circles] == [
        ["701/2011/QH13"],
        ["702/2019/QH14", "703/2019/QH14"],
    ]
    assert [note.message for note in document(store, "701/2011/QH13").needs_review]
