"""The Cypher that the documentation shows runs, and finds what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from graph.model import HowKnown, Validity
from graph.neo4j.store import Neo4jStore
from graph.store import Row
from tests.graph.filled import OFFICE
from tests.neo4j.pool import Pool
from tests.papers import Cite, Duty, Paper, plan

pytestmark = pytest.mark.neo4j

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "neo4j.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^([A-Z][^\n]*(?:\n[^\n]+)*):\n\n```cypher\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE))
LAW = "norm:nd:2015:4:chinh-phu"
PARAMS = {"symbol": "10/KH-UBND", "words": "noi vu", "match": "dan AND chu"}


@pytest.fixture(scope="module")
def filled(neo4j_pool: Pool) -> Iterator[Neo4jStore]:
    with closing(Neo4jStore(neo4j_pool.empty())) as store:
        cites = (Cite(plan(41), "IMPLEMENTS", symbol="41/KH-UBND"), Cite(LAW, type="NĐ", symbol="04/2015/NĐ-CP"))
        duty = Duty(OFFICE.key, OFFICE.name, "Phòng Nội vụ chủ trì", (date(2024, 5, 1),))
        store.write(
            Paper(
                plan(10), cites, symbol="10/KH-UBND", title="Thực hiện dân chủ", date=date(2024, 2, 13),
                bodies=(OFFICE,), duties=(duty,),
            ).batch()
        )  # fmt: skip
        ended = Validity(ended=date(2023, 7, 1), scope="whole", ended_by="10/2022/QH15", how_known=HowKnown.REFERENCE)
        store.write_validity("table", "1", [(LAW, ended)])
        yield store


def answers(store: Neo4jStore, cypher: str) -> list[Row]:
    return store.read(cypher, {name: PARAMS[name] for name in set(re.findall(r"\$(\w+)", cypher))})


def test_there_is_cypher_to_show() -> None:
    assert len(SHOWN) == PAGE.count("```cypher") == 8


@pytest.mark.parametrize("what", SHOWN)
def test_cypher_of_the_documentation_finds_something(filled: Neo4jStore, what: str) -> None:
    assert answers(filled, SHOWN[what])


def test_law_that_had_ended_is_found(filled: Neo4jStore) -> None:
    (cypher,) = (text for what, text in SHOWN.items() if "had ended" in what)
    assert [(row["plan"], row["law"], row["ended"]) for row in answers(filled, cypher)] == [
        ("10/KH-UBND", "04/2015/NĐ-CP", "2023-07-01")
    ]


def test_a_read_after_a_write_sees_it_through_the_bookmarks_that_sessions_share(filled: Neo4jStore) -> None:
    before = set(filled._bookmarks.get_bookmarks())
    filled.write(Paper(plan(77), symbol="77/KH-UBND").batch())
    written = set(filled._bookmarks.get_bookmarks())
    assert written - before
    assert filled.read("MATCH (d:Document {symbol: '77/KH-UBND'}) RETURN d.key AS key", {}) == [{"key": plan(77)}]
