"""What is kept beside each mention of the documents at both its ends stays right, whatever is written in what order."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import ResolutionState
from graph.neo4j.store import Neo4jStore
from graph.sqlite import SqliteStore
from graph.sqlite.schema import migrations
from graph.store import Batch, Question, Store
from queries.check import check
from tests.neo4j.pool import Pool
from tests.papers import Cite, Paper, plan
from tests.stores import NewStore

TEXT, LAW, OTHER = plan(1), plan(2), plan(3)
KEPT = Question(
    "kept beside the mentions",
    "SELECT citing_date, cites, differs FROM mention WHERE citing = :key ORDER BY source, start",
    "MATCH (m:Mention {citing: $key}) RETURN m.citing_date AS citing_date, m.cites AS cites, m.differs AS differs "
    "ORDER BY m.source, m.start",
)
_BEFORE_IT_WAS_KEPT = 9
"""Migrations of a store file that came before."""

NEW_YEAR, TET = date(2024, 1, 1), date(2024, 2, 10)


def kept(store: Store, key: str = TEXT) -> list[tuple[object, object]]:
    assert check(store, None).faults == []
    return [(row["citing_date"], row["cites"]) for row in store.run(KEPT, {"key": key})]


def test_one_place_of_a_text_stands_for_all_where_it_cites_a_document(store: Store) -> None:
    unresolved = Cite(None, state=ResolutionState.UNRESOLVED)
    cites = (
        Cite(LAW, embedded=True),
        unresolved,
        Cite(LAW),
        Cite(OTHER, embedded=True),
        Cite(LAW),
        Cite(OTHER, embedded=True),
    )
    store.write(Paper(TEXT, cites, date=NEW_YEAR).batch())
    assert [cites for _, cites in kept(store)] == [None, None, LAW, OTHER, None, None]


def test_the_date_of_a_text_that_gives_none_comes_from_one_that_cites_it(store: Store) -> None:
    store.write(Paper(TEXT, (Cite(LAW),)).batch())
    assert kept(store) == [("0000-00-00", LAW)]
    citing = Paper(OTHER, (Cite(TEXT, date=TET),))
    store.write(citing.batch())
    assert kept(store) == [("2024-02-10", LAW)]
    store.write(Batch(retract=citing.source.sha256))
    assert kept(store) == [("0000-00-00", LAW)]


def test_a_document_that_was_only_cited_has_its_own_date_once_it_comes(store: Store) -> None:
    store.write(Paper(OTHER, (Cite(TEXT, date=TET),)).batch())
    store.write(Paper(TEXT, (Cite(LAW),), date=NEW_YEAR).batch())
    assert kept(store) == [("2024-01-01", LAW)]


def test_the_files_of_one_document_share_a_date_and_stand_for_a_citation_once(store: Store) -> None:
    first, second = (
        Paper(TEXT, (Cite(LAW),), date=NEW_YEAR),
        Paper(TEXT, (Cite(LAW), Cite(OTHER)), date=TET, edition="b"),
    )
    store.write(first.batch())
    store.write(second.batch())
    speaks = min((first, second), key=lambda paper: paper.source.sha256)
    assert {day for day, _ in kept(store)} == {str(speaks.date)}
    assert sorted(str(cites) for _, cites in kept(store)) == ["None", LAW, OTHER]
    store.write(Batch(retract=first.source.sha256))
    assert kept(store) == [("2024-02-10", LAW), ("2024-02-10", OTHER)]


def differ(store: Store, *keys: str) -> list[object]:
    assert check(store, None).faults == []
    return [row["differs"] for key in keys for row in store.run(KEPT, {"key": key})]


def test_a_mention_differs_as_long_as_most_texts_say_otherwise(store: Store) -> None:
    one, two, three = (Paper(plan(9 + n), (Cite(LAW, date=day),)) for n, day in enumerate((NEW_YEAR, TET, TET)))
    store.write(one.batch())
    store.write(two.batch())
    assert differ(store, one.key, two.key) == [None, 1]
    store.write(three.batch())
    assert differ(store, one.key, two.key, three.key) == [1, None, None]
    store.write(Paper(LAW, date=NEW_YEAR).batch())
    assert differ(store, one.key, two.key, three.key) == [None, 1, 1]
    unresolved = two.relink(0, None, ResolutionState.UNRESOLVED)
    store.write(Batch(relinks=(unresolved,)))
    assert differ(store, two.key) == [None]


def test_another_place_stands_for_a_citation_when_the_first_is_resolved_anew(store: Store) -> None:
    paper = Paper(TEXT, (Cite(LAW), Cite(LAW)), date=NEW_YEAR)
    store.write(paper.batch())
    store.write(Batch(cited=Paper(OTHER).batch().cited, relinks=(paper.relink(0, None, ResolutionState.UNRESOLVED),)))
    assert [cites for _, cites in kept(store)] == [None, LAW]


@pytest.mark.parametrize("newer", [date(2023, 5, 5), None])
def test_a_changed_file_brings_its_date(store: Store, newer: date | None) -> None:
    older = Paper(TEXT, (Cite(LAW),), date=NEW_YEAR)
    store.write(older.batch())
    store.write(replace(older, date=newer, edition="new").batch(retract=older.source.sha256))
    assert kept(store) == [(str(newer or "0000-00-00"), LAW)]


KEYS = st.integers(1, 4).map(plan)
DAYS = st.sampled_from([None, NEW_YEAR, TET])
CITES = st.builds(Cite, KEYS, date=DAYS, embedded=st.booleans())
PAPERS = st.builds(
    Paper, KEYS, st.lists(CITES, max_size=4).map(tuple), date=DAYS, edition=st.sampled_from(["", "b", "c"])
).filter(lambda paper: all(cite.to != paper.key for cite in paper.cites))
STEPS = st.lists(st.tuples(PAPERS, st.booleans()), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nothing_that_is_written_leaves_it_wrong(new_store: NewStore, steps: list[tuple[Paper, bool]]) -> None:
    store = new_store()
    for paper, goes_again in steps:
        store.write(paper.batch())
        if goes_again:
            store.write(Batch(retract=paper.source.sha256))
    assert not check(store, None).counts.keys() & {"citing_date", "cites", "differs"}


def test_an_older_file_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = migrations()[:_BEFORE_IT_WAS_KEPT]
    with closing(SqliteStore(tmp_path / "now.db")) as store:
        write_two_texts(store)
        before = [kept(store, key) for key in (TEXT, OTHER)]
    with monkeypatch.context() as earlier:
        earlier.setattr("graph.sqlite.schema.migrations", lambda: older)
        SqliteStore(tmp_path / "older.db").close()
    with closing(sqlite3.connect(tmp_path / "older.db")) as file:
        file.execute("ATTACH ? AS now", (str(tmp_path / "now.db"),))
        tables = file.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'")
        for (table,) in tables.fetchall():
            columns = ", ".join(row[1] for row in file.execute(f"PRAGMA main.table_info({table})"))
            file.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")  # noqa: S608
        file.commit()
    with closing(SqliteStore(tmp_path / "older.db")) as store:
        assert [kept(store, key) for key in (TEXT, OTHER)] == before


@pytest.mark.neo4j
def test_an_older_database_is_brought_up_to_date(neo4j_pool: Pool) -> None:
    address = neo4j_pool.empty()
    with closing(Neo4jStore(address)) as store:
        write_two_texts(store)
        before = [kept(store, key) for key in (TEXT, OTHER)]
        for statement in (
            "DROP INDEX mention_cites",
            "DROP INDEX mention_differs",
            "MATCH (m:Mention) REMOVE m.cites, m.citing_date, m.differs",
            "MATCH (s:Schema) SET s.version = 6",
        ):
            store._driver.execute_query(statement)
    with closing(Neo4jStore(address)) as store:
        assert [kept(store, key) for key in (TEXT, OTHER)] == before


def write_two_texts(store: Store) -> None:
    store.write(Paper(TEXT, (Cite(LAW, embedded=True), Cite(LAW), Cite(OTHER, date=TET)), date=NEW_YEAR).batch())
    store.write(Paper(OTHER, (Cite(LAW), Cite(LAW), Cite(TEXT, date=TET))).batch())
