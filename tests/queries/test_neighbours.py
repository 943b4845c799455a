"""The two columns around a document, against a naive reading of all edges."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.store import Store
from graph.vocabulary import reference_types
from queries.neighbours import Side, neighbours
from tests.papers import Cite, Paper, plan
from tests.queries.random_graphs import EDGES, KEYS, TYPES, Edge, fill, newest_first
from tests.stores import NewStore


def naive(edges: list[Edge], focus: str) -> list[tuple[Side, str, str]]:
    """All neighbours: out before in, the closest relation first, the newest first."""
    listed: list[tuple[Side, str, str]] = []
    for kind in reference_types():
        listed += [("out", kind, key) for key in newest_first({o for s, k, o in edges if s == focus and k == kind})]
    for kind in reference_types():
        listed += [("in", kind, key) for key in newest_first({s for s, k, o in edges if o == focus and k == kind})]
    return listed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edges=EDGES,
    focus=KEYS,
    kind=st.none() | st.sampled_from(TYPES),
    side=st.none() | st.sampled_from(["out", "in"]),
    limit=st.integers(1, 5),
)
def test_neighbours_come_page_by_page_as_a_naive_reading_finds_them(
    new_store: NewStore, edges: list[Edge], focus: str, kind: str | None, side: Side | None, limit: int
) -> None:
    store = new_store()
    fill(store, edges)
    expected = [n for n in naive(edges, focus) if kind in {None, n[1]} and side in {None, n[0]}]
    found, cursor = [], None
    while True:
        part = neighbours(store, focus, type=kind, direction=side, limit=limit, cursor=cursor)
        assert part.page.total == len(expected)
        found += [(n.direction, n.edge.type, n.document.key) for n in part.neighbours]
        for n in part.neighbours:
            ends = (n.edge.source, n.edge.target)
            assert ends == ((focus, n.document.key) if n.direction == "out" else (n.document.key, focus))
            assert n.edge.evidence
        cursor = part.page.next
        if cursor is None:
            break
    assert found == expected
    counts = neighbours(store, focus).counts
    assert sum(count.count for count in counts) == len(naive(edges, focus))


def test_counts_are_labelled_from_the_side_of_the_focus(store: Store) -> None:
    store.write(Paper(plan(1), (Cite(plan(2), "IMPLEMENTS"),)).batch())
    (out,) = neighbours(store, plan(1)).counts
    (into,) = neighbours(store, plan(2)).counts
    assert (out.direction, out.label, out.count) == ("out", "thực hiện", 1)
    assert (into.direction, into.label, into.count) == ("in", "được thực hiện bởi", 1)
