"""Random graphs of a few documents: cycles, self-loops and parallel edges are likely."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from graph.store import Store
from tests.papers import Paper, edge_paper, plan

NODES = 8
TYPES = ("IMPLEMENTS", "CITES", "GUIDES")

Edge = tuple[str, str, str]
"""Subject, type, object."""

KEYS = st.integers(0, NODES - 1).map(plan)
EDGES = st.lists(st.tuples(KEYS, st.sampled_from(TYPES), KEYS), max_size=24)


def day_of(key: str) -> date | None:
    """Some documents share a day, some have none."""
    number = int(key.split(":")[3])
    return None if number % 4 == 0 else date(2023, 1 + number // 3, 1)


def papers(edges: Iterable[Edge]) -> list[Paper]:
    """One paper for each of the documents."""
    listed = list(edges)
    return [
        edge_paper(key, [(kind, object_) for subject, kind, object_ in listed if subject == key], date=day_of(key))
        for key in map(plan, range(NODES))
    ]


def fill(store: Store, edges: Iterable[Edge]) -> None:
    """Write the graph into an empty store."""
    for paper in papers(edges):
        store.write(paper.batch())


def newest_first(keys: Iterable[str]) -> list[str]:
    """Documents by date, the newest first, those without one last, then by key."""
    return sorted(keys, key=lambda key: (-(day_of(key) or date.min).toordinal(), key))
