"""The graph as files for other programs."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.model import Body, HowKnown, Level, Validity
from graph.store import Store
from queries.export import export
from tests.papers import Cite, Duty, Paper, plan
from tests.stores import NewStore

OFFICE = Body("phong-noi-vu.kien-an", "Phòng Nội vụ", "phong-noi-vu", Level.DISTRICT)
PAPERS = (
    Paper(
        plan(1), (Cite(plan(2), "IMPLEMENTS"), Cite(plan(2)), Cite(plan(1))), title="Dân vận & “dân chủ”",
        bodies=(OFFICE,), duties=(Duty(OFFICE.key, OFFICE.name, "Tổng hợp"), Duty(OFFICE.key, OFFICE.name, "Báo cáo")),
    ),
    Paper(plan(2), (Cite(plan(1)),)),
)  # fmt: skip
EDGES = sorted([
    (plan(1), plan(2), "IMPLEMENTS"), (plan(1), plan(2), "CITES"), (plan(1), plan(1), "CITES"),
    (plan(2), plan(1), "CITES"), (plan(1), OFFICE.key, "ASSIGNS"), (plan(1), OFFICE.key, "ASSIGNS"),
])  # fmt: skip


@pytest.fixture
def papers(store: Store) -> Store:
    for paper in PAPERS:
        store.write(paper.batch())
    return store


def edges_of(graph: nx.Graph[str]) -> list[tuple[str, str, str]]:
    return sorted((source, target, data["type"]) for source, target, data in graph.edges(data=True))


def test_graphml_holds_every_node_and_every_parallel_edge(papers: Store, tmp_path: Path) -> None:
    (file,) = export(papers, "graphml", tmp_path / "graph.graphml")
    graph = nx.read_graphml(file, force_multigraph=True)
    assert set(graph.nodes) == {plan(1), plan(2), OFFICE.key}
    assert graph.nodes[plan(1)]["title"] == "Dân vận & “dân chủ”"
    assert edges_of(graph) == EDGES


def test_json_is_a_node_link_graph(papers: Store, tmp_path: Path) -> None:
    (file,) = export(papers, "json", tmp_path / "graph.json")
    graph = nx.node_link_graph(json.loads(file.read_text(encoding="utf-8")), edges="edges")
    assert edges_of(graph) == EDGES


def test_csv_is_a_table_of_nodes_and_one_of_edges(papers: Store, tmp_path: Path) -> None:
    nodes, edges = export(papers, "csv", tmp_path / "out")
    with nodes.open(encoding="utf-8", newline="") as file:
        assert [row["key"] for row in csv.DictReader(file)] == sorted([plan(1), plan(2), OFFICE.key])
    with edges.open(encoding="utf-8", newline="") as file:
        assert sorted((row["source"], row["target"], row["type"]) for row in csv.DictReader(file)) == EDGES


@pytest.mark.parametrize(("day", "state"), [(date(2023, 6, 30), "in_force"), (date(2023, 7, 1), "ended")])
def test_documents_carry_their_validity_on_a_day_and_bodies_none(
    papers: Store, tmp_path: Path, day: date, state: str
) -> None:
    days = date(2023, 1, 1), date(2023, 7, 1)
    ended = Validity(in_force_from=days[0], ended=days[1], scope="whole", how_known=HowKnown.REFERENCE)
    papers.write_validity("table", "1", [(plan(1), ended)])
    (file,) = export(papers, "json", tmp_path / "graph.json", as_of=day)
    graph = nx.node_link_graph(json.loads(file.read_text(encoding="utf-8")), edges="edges")
    said = {key: facts.get("validity") for key, facts in graph.nodes(data=True)}
    assert said == {plan(1): state, plan(2): "unknown", OFFICE.key: None}
    assert graph.graph["as_of"] == day.isoformat()


@pytest.mark.parametrize("format_", ["graphml", "csv", "json"])
def test_the_same_graph_gives_the_same_bytes(papers: Store, new_store: NewStore, tmp_path: Path, format_: str) -> None:
    other = new_store()
    for paper in reversed(PAPERS):
        other.write(paper.batch())
    one, two = (export(store, format_, tmp_path / name) for store, name in ((papers, "a"), (other, "b")))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]


def test_an_unknown_format_is_refused_with_the_list(papers: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="graphml, csv, json"):
        export(papers, "xml", tmp_path / "x")


def test_a_place_that_cannot_be_written_is_named(papers: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="Không ghi được"):
        export(papers, "json", tmp_path / "file" / "graph.json")
