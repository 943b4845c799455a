"""How Neo4j would answer each question: from indexes, without counting paths, in a graph of some size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bench.graphs import Graph, Shape, fill
from graph.dialects import load_question
from graph.neo4j.store import Neo4jStore
from tests.neo4j.pool import Pool

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = sorted(
    (package, path.stem)
    for package in ("queries", "graph.lookups")
    for path in (ROOT / package.replace(".", "/")).glob("*.cypher")
)
OF_MENTIONS = [each for each in QUESTIONS if re.search(":Statement|:Mention", load_question(*each).cypher)]
WHOLE = {
    **dict.fromkeys(
        ("audit.cited", "audit.totals", "audit.unknown"),
        "an audit of everything goes through all documents; one of named documents begins at their keys",
    ),
    **dict.fromkeys(("check.citing", "check.count", "check.edges", "check.orphans"), "a check goes through everything"),
    "checksum.edges": "a checksum reads everything, in portions",
    "checksum.validity": "a checksum reads everything, in portions",
    "conflicts.voices": "all that is known of validity, to see who contradicts whom",
    "documents": "the list of all documents, page by page",
    "documents.count": "the list of all documents counts them",
    "export.edges": "an export reads everything",
    "export.nodes": "an export reads everything",
    "ranking": "a ranking of everything goes through all documents; one of named documents begins at their keys",
    "relations": "all edges of some types, to find circles",
    "scope": "the conditions of a scope are of all documents",
    "scope.days": "the days of all documents",
    "stats.known": "the validity of all documents",
    "locate.symbols": "the symbols of all documents, to suggest a similar one",
}
"""Questions about everything, which may scan a label, and why."""

SAMPLES: dict[str, Any] = {
    "limit": 20, "levels": 3, "offset": 0, "windows": ["0000000000 0000000009 a"], "after": "", "evidence": 20,
    "all": False, "match": "dan AND chu*", "texts": 1000,
    "docs": ["a"], "keys": ["a"], "subjects": ["a"], "objects": ["b"], "types": ["CITES", "IMPLEMENTS"],
    "frontier": ["a"], "found": ["a"], "groups": ["a"], "mentions": ["a"], "doc": "a", "key": "a", "unit": "a",
    "phrase": " dan ", "focus": "a", "direction": "out", "name": "a", "symbol": "a", "file": "a", "title": "a",
    "level": None, "type": None, "ingested": None, "source": "a", "sha256": "a", "path": "a", "origin": "a",
    "standing": ["norm:"], "parted": ["a"], "spared": [], "sparing": False,
    "doubled": ["a"], "verdicts": ["2024-01-012025-01-010101norm:a"],
    "marks": ["2024-01-012025-01-019999-12-31norm:a"],
    "derived": [], "sources": ["a"], "weights": ["IMPLEMENTS 4"], "ends": True, "below": "a", "body": "a",
    "regime": None, "kind": "a", "anywhere": False, "places": ["a"], "settled": ["a"],
    "since": None, "until": None, "on": "2024-01-01",
    "issued": ["2024-01-01norm:a"], "pairs": ["norm:a\x1fnorm:b"],
}  # fmt: skip


BROAD = ("Statement(type)", "Mention(state)")
"""Indexes with few values: what is looked up in them is a large part of the store."""


@pytest.fixture(scope="module")
def server(neo4j_pool: Pool) -> Iterator[Neo4jStore]:
    with closing(Neo4jStore(neo4j_pool.empty())) as store:
        yield store


@pytest.fixture(scope="module")
def while_empty(server: Neo4jStore) -> dict[tuple[str, str], Plan]:
    """The plan of each question that may use a broad index, made before the planner knows anything of the store."""
    server.read("CALL db.resampleOutdatedIndexes()", {})
    texts = {question: load_question(*question).cypher for question in QUESTIONS}
    return {
        question: plan_of(server, text)
        for question, text in texts.items()
        if ":Statement" in text or ":Mention" in text
    }


@pytest.fixture(scope="module")
def large(server: Neo4jStore, while_empty: dict[tuple[str, str], Plan]) -> Neo4jStore:
    """Enough documents and citations for the planner to weigh an index against a scan."""
    fill(server, Graph(Shape(documents=1000, edges=8000)))
    server.read("CALL db.resampleOutdatedIndexes()", {})
    return server


class Plan(NamedTuple):
    operators: frozenset[str]
    broad: frozenset[str]


def steps(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"].partition("@")[0], plan["args"].get("Details", "")
    for child in plan.get("children", ()):
        yield from steps(child)


def rows_of(profile: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """How many rows each step that names something new has made."""
    found = re.search(r"\bAS (?:rank|d)$", profile["args"].get("Details", ""))
    if found:
        yield found[0], profile["rows"]
    for child in profile.get("children", ()):
        yield from rows_of(child)


def plan_of(store: Neo4jStore, cypher: str) -> Plan:
    params = {name: SAMPLES[name] for name in set(re.findall(r"\$(\w+)", cypher))}
    plan = store._driver.execute_query(f"EXPLAIN {cypher}", params).summary.plan
    assert plan is not None
    names, details = zip(*steps(plan), strict=True)
    return Plan(frozenset(names), frozenset(index for index in BROAD if any(index in detail for detail in details)))


@pytest.mark.parametrize(("package", "name"), QUESTIONS, ids=[name for _, name in QUESTIONS])
def test_a_question_is_answered_from_indexes_and_never_counts_paths(large: Neo4jStore, package: str, name: str) -> None:
    used = plan_of(large, load_question(package, name).cypher).operators
    assert "VarLengthExpand(All)" not in used
    assert "AllNodesScan" not in used
    scans = {operator for operator in used if "Scan" in operator and "Index" not in operator}
    assert bool(scans) == (name in WHOLE)


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if re.search(":Statement|:Mention", load_question(*q).cypher)], ids=lambda q: q[1]
)
def test_a_plan_made_while_the_store_is_empty_uses_no_broader_index_than_one_made_later(
    large: Neo4jStore, while_empty: dict[tuple[str, str], Plan], question: tuple[str, str]
) -> None:
    """The server keeps a plan for as long as it thinks that little has changed."""
    assert while_empty[question].broad <= plan_of(large, load_question(*question).cypher).broad


def test_neighbours_are_ranked_by_group_and_the_groups_behind_the_page_are_left_alone(large: Neo4jStore) -> None:
    (hub,) = large.read(
        "MATCH (d:Document)<-[e:BASED_ON]-() WITH d, count(e) AS n ORDER BY n DESC LIMIT 1 "
        "MATCH (d)<-[e]-() RETURN d.key AS key, n AS first, count(e) AS all",
        {},
    )
    asked = {"focus": hub["key"], "types": ["BASED_ON", "CITES"], "direction": None, "limit": 5, "offset": 0}
    text = load_question("queries", "neighbours").cypher
    profile = large._driver.execute_query(f"PROFILE {text}", asked).summary.profile
    assert profile is not None
    rows = dict(rows_of(profile))
    assert rows["AS rank"] == 2
    assert int(str(hub["first"])) <= rows["AS d"] < int(str(hub["all"]))


def test_a_pattern_of_many_steps_is_planned_as_a_pruning_breadth_first_search(large: Neo4jStore) -> None:
    pattern = "MATCH (s:Document {key: $key})-[:CITES|IMPLEMENTS*1..8]->(t) WITH DISTINCT t RETURN t.key AS key"
    assert "VarLengthExpand(Pruning,BFS,All)" in plan_of(large, pattern).operators
    assert (
        "VarLengthExpand(All)"
        in plan_of(large, "MATCH p = (s:Document {key: $key})-[:CITES*1..8]->(t) RETURN p").operators
    )
