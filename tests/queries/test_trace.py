"""The chain of a document, level by level, against a naive walk over all edges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.graphs import Layers
from bench.graphs import fill as fill_rows
from graph.errors import AmbiguousDocument, UnknownDocument, UsageError
from graph.model import Level
from graph.store import Params, Question, Row, Store
from queries.trace import Direction, trace
from tests.papers import Cite, Paper, plan
from tests.queries.random_graphs import EDGES, KEYS, TYPES, Edge, fill, newest_first
from tests.stores import NewStore

WARD, DISTRICT, CITY = plan(10, "hai-phong.kien-an.lam-ha"), plan(41, "hai-phong.kien-an"), plan(3)
CENTRAL, LAW = "st:ct:2021:33:ttg", "norm:l:2022:10:quoc-hoi"


def naive(
    edges: Sequence[Edge], root: str, direction: str, types: Sequence[str], max_hops: int, max_nodes: int
) -> tuple[dict[str, int], bool]:
    """Depths in the order of finding, and whether a limit cut the chain."""
    steps = [(s, o) if direction == "up" else (o, s) for s, kind, o in edges if kind in types]
    depths = {root: 0}
    for depth in range(1, max_hops + 1):
        reached = newest_first({o for s, o in steps if depths.get(s) == depth - 1} - depths.keys())
        kept = reached[: max_nodes - len(depths)]
        depths |= dict.fromkeys(kept, depth)
        if len(kept) < len(reached):
            return depths, True
    return depths, any(s in depths and o not in depths for s, o in steps)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edges=EDGES,
    root=KEYS,
    direction=st.sampled_from(["up", "down"]),
    types=st.sets(st.sampled_from(TYPES), min_size=1).map(sorted),
    max_hops=st.integers(1, 9),
    max_nodes=st.integers(1, 9),
)
def test_a_trace_is_what_a_naive_walk_finds(
    new_store: NewStore,
    edges: list[Edge],
    root: str,
    direction: Direction,
    types: list[str],
    max_hops: int,
    max_nodes: int,
) -> None:
    store = new_store()
    fill(store, edges)
    found = trace(store, root, direction=direction, types=types, max_hops=max_hops, max_nodes=max_nodes)
    depths, truncated = naive(edges, root, direction, types, max_hops, max_nodes)
    assert [(node.key, node.depth) for node in found.nodes] == list(depths.items())
    assert found.truncated == truncated
    among = {(s, kind, o) for s, kind, o in edges if s in depths and o in depths and kind in types}
    assert [(e.source, e.type, e.target) for e in found.edges] == sorted(among)


def test_a_graph_of_a_billion_paths_is_asked_once_for_three_levels(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight layers of fourteen documents, each citing all of the next layer: 14 ** 8 = 1.5 * 10 ** 9 paths."""
    graph = Layers(width=14, layers=8)
    fill_rows(store, graph)
    asked: list[str] = []
    run = type(store).run

    def noted(self: Store, question: Question, params: Params) -> list[Row]:
        asked.append(question.name)
        return run(self, question, params)

    monkeypatch.setattr(type(store), "run", noted)
    keys = [document.key for document in graph.documents]
    found = trace(store, keys[0], max_hops=8)
    assert {node.key: node.depth for node in found.nodes} == {
        key: (number + 13) // 14 for number, key in enumerate(keys)
    }
    among = sorted((keys[citing], kind, keys[cited]) for citing, kind, cited in graph.citations)
    assert [(edge.source, edge.type, edge.target) for edge in found.edges] == among
    assert len(among) == 14 + 7 * 14 * 14
    assert not found.truncated
    assert asked.count("trace.up") == (8 + 1) / 3


@pytest.fixture
def chain(store: Store) -> Store:
    """Ward -> district -> city -> central, and the ward names a law."""
    store.write(
        Paper(
            WARD,
            (Cite(DISTRICT, "IMPLEMENTS", symbol="41/KH-UBND"), Cite(LAW, type="L", symbol="10/2022/QH15")),
            symbol="10/KH-UBND", level=Level.WARD, date=date(2024, 2, 27),
        ).batch()
    )  # fmt: skip
    store.write(
        Paper(
            DISTRICT, (Cite(CITY, "IMPLEMENTS"),), symbol="41/KH-UBND", level=Level.DISTRICT, date=date(2024, 2, 23)
        ).batch()
    )
    store.write(Paper(CITY, (Cite(CENTRAL, "IMPLEMENTS", type="CT"),), level=Level.PROVINCE).batch())
    return store


def test_a_chain_goes_up_with_depths_and_evidence(chain: Store) -> None:
    found = trace(chain, "10/KH-UBND")
    assert {node.key: node.depth for node in found.nodes} == {WARD: 0, DISTRICT: 1, LAW: 1, CITY: 2, CENTRAL: 3}
    (edge,) = (edge for edge in found.edges if edge.target == DISTRICT)
    assert (edge.label, edge.reverse_label) == ("thực hiện", "được thực hiện bởi")
    (evidence,) = edge.evidence
    text = Paper(WARD, (Cite(DISTRICT, symbol="41/KH-UBND"), Cite(LAW, symbol="10/2022/QH15"))).text
    assert text[evidence.start : evidence.end] == evidence.quote
    assert (evidence.document, evidence.sentence) == (WARD, f"Thực hiện {evidence.quote}.")
    assert [node.ingested for node in found.nodes if node.key in {WARD, LAW}] == [True, False]


def test_a_chain_goes_down_to_all_that_rests_on_a_document(chain: Store) -> None:
    found = trace(chain, CENTRAL, direction="down")
    assert {node.key: node.depth for node in found.nodes} == {CENTRAL: 0, CITY: 1, DISTRICT: 2, WARD: 3}


def test_only_the_wanted_relations_are_followed(chain: Store) -> None:
    assert {node.key for node in trace(chain, WARD, types=["CITES"]).nodes} == {WARD, LAW}


def test_validity_is_told_for_the_day_that_is_asked_for(chain: Store) -> None:
    from graph.reference import sync_reference

    sync_reference(chain)
    status = {
        day: {node.key: node.validity.status for node in trace(chain, WARD, as_of=day).nodes}[LAW]
        for day in (date(2023, 6, 30), date(2023, 7, 1))
    }
    assert status == {date(2023, 6, 30): "not_yet_in_force", date(2023, 7, 1): "in_force"}


def test_an_edge_that_many_texts_claim_shows_its_own_text_first_and_not_all(store: Store) -> None:
    for number in range(30, 60):
        store.write(Paper(plan(number), (Cite(WARD), Cite(DISTRICT)), third=((0, "IMPLEMENTS", 1),)).batch())
    store.write(Paper(WARD, (Cite(DISTRICT, "IMPLEMENTS"),)).batch())
    (edge,) = trace(store, WARD).edges
    assert edge.evidence[0].document == WARD
    assert len(edge.evidence) == 20


@pytest.mark.parametrize(
    ("levels", "gaps"),
    [
        pytest.param("ward district province central", [], id="every level is there"),
        pytest.param("ward province central", ["district"], id="no district"),
        pytest.param("ward central", ["province", "district"], id="neither province nor district"),
        pytest.param("district central", ["province"], id="a district's plan without the province"),
        pytest.param("ward district", [], id="nothing above the district"),
        pytest.param("ward law", [], id="a law binds all levels directly"),
        pytest.param("province central", [], id="a province has only the centre above it"),
    ],
)
def test_a_level_that_the_chain_jumps_over_is_a_gap(store: Store, levels: str, gaps: list[str]) -> None:
    keys = {"ward": WARD, "district": DISTRICT, "province": CITY, "central": CENTRAL, "law": LAW}
    names = levels.split()
    for name, above in zip(names, [*names[1:], None], strict=True):
        cites = (Cite(keys[above], "IMPLEMENTS", type="CT"),) if above else ()
        level = Level.CENTRAL if name == "law" else Level(name)
        store.write(Paper(keys[name], cites, type="KH", level=level, date=date(2024, 1, 1)).batch())
    found = trace(store, keys[names[0]])
    assert [gap.level for gap in found.gaps] == gaps
    assert all(gap.below == keys[names[0]] and "Không thấy văn bản cấp" in gap.message for gap in found.gaps)
    down = trace(store, keys[names[-1]], direction="down")
    assert [gap.level for gap in down.gaps if gap.below == keys[names[0]]] == gaps


def test_without_districts_there_is_no_gap_at_their_level(store: Store) -> None:
    store.write(Paper(WARD, (Cite(CITY, "IMPLEMENTS"),), level=Level.WARD, date=date(2025, 7, 1)).batch())
    store.write(Paper(CITY, level=Level.PROVINCE).batch())
    assert trace(store, WARD).gaps == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"doc": "99/KH-UBND"}, UnknownDocument),
        ({"doc": "41/KH-UBND"}, AmbiguousDocument),
        ({"doc": WARD, "types": ["LIKES"]}, UsageError),
        ({"doc": WARD, "max_hops": 0}, UsageError),
        ({"doc": WARD, "max_nodes": 0}, UsageError),
    ],
)
def test_a_trace_that_cannot_be_made_is_an_error(
    chain: Store, arguments: dict[str, object], error: type[Exception]
) -> None:
    chain.write(Paper(plan(41, "ha-giang"), symbol="41/KH-UBND").batch())
    with pytest.raises(error):
        trace(chain, **arguments)  # type: ignore[arg-type]
