"""The Cypher that the documentation shows runs, and finds what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from data.tables import document_types, edge_types
from graph.model import HowKnown, Level, Place, ResolutionState, Validity
from graph.neo4j.store import Neo4jStore
from graph.store import Batch, Row
from tests.graph.filled import OFFICE
from tests.neo4j.pool import Pool
from tests.papers import Cite, Duty, Paper, plan

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
STYLE = (ROOT / "graph" / "neo4j" / "style.grass").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^([A-Z][^\n]*(?:\n[^\n]+)*):\n\n```cypher\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE))
LAW = "norm:nd:2015:4:chinh-phu"
PARAMS = {"symbol": "10/KH-UBND", "cited": "41/KH-UBND", "words": "noi vu", "match": "dan AND chu"}


@pytest.fixture(scope="module")
def filled(neo4j_pool: Pool) -> Iterator[Neo4jStore]:
    with closing(Neo4jStore(neo4j_pool.empty())) as store:
        cites = (
            Cite(plan(41), "IMPLEMENTS", symbol="41/KH-UBND"), Cite(LAW, type="NĐ", symbol="04/2015/NĐ-CP"),
            Cite(None, symbol="7/KH-UBND", state=ResolutionState.UNRESOLVED),
        )  # fmt: skip
        duty = Duty(OFFICE.key, OFFICE.name, "Phòng Nội vụ chủ trì", (date(2024, 5, 1),))
        store.write(
            Paper(
                plan(10), cites, symbol="10/KH-UBND", title="Thực hiện dân chủ", date=date(2024, 2, 13),
                bodies=(OFFICE,), duties=(duty,),
            ).batch()
        )  # fmt: skip
        store.write(Batch(places=(Place("hai-phong", "Hải Phòng", "thành phố", Level.PROVINCE, None),)))
        ended = Validity(ended=date(2023, 7, 1), scope="whole", ended_by="10/2022/QH15", how_known=HowKnown.REFERENCE)
        store.write_validity("table", "1", [(LAW, ended)])
        yield store


def answers(store: Neo4jStore, cypher: str) -> list[Row]:
    return store.read(cypher, {name: PARAMS[name] for name in set(re.findall(r"\$(\w+)", cypher))})


def test_there_is_cypher_to_show() -> None:
    assert len(SHOWN) == PAGE.count("```cypher") == 10


@pytest.mark.parametrize("what", SHOWN)
def test_cypher_of_the_documentation_finds_something(filled: Neo4jStore, what: str) -> None:
    assert answers(filled, SHOWN[what])


def test_law_that_had_ended_is_found(filled: Neo4jStore) -> None:
    (cypher,) = (text for what, text in SHOWN.items() if "had ended" in what)
    assert [(row["plan"], row["law"], row["ended"]) for row in answers(filled, cypher)] == [
        ("10/KH-UBND", "04/2015/NĐ-CP", "2023-07-01")
    ]


@pytest.fixture(scope="module")
def labels(filled: Neo4jStore) -> set[str]:
    """Every label that a store can have: what it holds or counts, and the types of documents."""
    made = {str(row["label"]) for row in filled.read("CALL db.labels() YIELD label RETURN label", {})}
    return made | set(filled.stats().nodes) | {kind.label for kind in document_types()}


def test_the_style_and_the_page_name_only_labels_and_relationship_types_that_a_store_has(labels: set[str]) -> None:
    named = set(re.findall(r"^node\.(\w+)", STYLE, re.MULTILINE))
    drawn = {
        label for nodes in re.findall(r"\((\w*(?::\w+(?:\|\w+)*)+)", PAGE) for label in re.split(r"[:|]", nodes)[1:]
    }
    assert {"Document", "Plan", "Body", "Statement"} <= named & drawn
    assert named | drawn <= labels
    relations = set(re.findall(r"^relationship\.(\w+)", STYLE, re.MULTILINE))
    followed = {name for names in re.findall(r"-\[\w*:([A-Z_|]+)", PAGE) for name in names.split("|")}
    assert {"IMPLEMENTS", "BASED_ON"} <= relations & followed
    assert relations | followed <= {kind.name for kind in edge_types()}


def test_the_style_captions_nodes_with_properties_that_they_have(filled: Neo4jStore) -> None:
    captions = dict(re.findall(r"^node\.(\w+) \{[^}]*\bcaption: \"\{(\w+)\}\"", STYLE, re.MULTILINE))
    assert captions.keys() >= {"Document", "Plan", "Law", "Body", "Place", "Statement"}
    for label, name in captions.items():
        found = "Document" if label in {kind.label for kind in document_types()} else label
        assert filled.read(f"MATCH (n:{found}) WHERE n[$name] IS NOT NULL RETURN 1 AS one LIMIT 1", {"name": name}), (
            label
        )


def test_a_read_after_a_write_sees_it_through_the_bookmarks_that_sessions_share(filled: Neo4jStore) -> None:
    before = set(filled._bookmarks.get_bookmarks())
    filled.write(Paper(plan(77), symbol="77/KH-UBND").batch())
    written = set(filled._bookmarks.get_bookmarks())
    assert written - before
    assert filled.read("MATCH (d:Document {symbol: '77/KH-UBND'}) RETURN d.key AS key", {}) == [{"key": plan(77)}]
