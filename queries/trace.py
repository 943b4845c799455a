"""The chain of a document: upwards all that it rests on, downwards all that rests on it, level by level.

A breadth-first search in Python with one question for up to three levels. A level asks for documents not yet found, so
each document is reached once whatever number of paths lead to it; the work is bounded by the nodes and edges found,
never by the number of paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from graph.store import Params, Store
from graph.vocabulary import reference_types
from queries.base import ask, limited, references, today
from queries.edges import edges_between
from queries.gaps import find_gaps
from queries.locate import locate
from queries.notes import notes_on
from queries.results import TraceNode, TraceResult

Direction = Literal["up", "down"]

_LEVELS = 3
"""So many levels the question of a chain answers at once."""


def trace(
    store: Store,
    doc: str,
    *,
    direction: Direction = "up",
    max_hops: int = 8,
    max_nodes: int = 200,
    types: Sequence[str] | None = None,
    as_of: date | None = None,
) -> TraceResult:
    """The chain of ``doc`` over edges of ``types`` (``None``: all references).

    It is at most ``max_hops`` edges deep and ``max_nodes`` documents large. Nodes come by depth, the newest first;
    edges are all those of the given types among the nodes, also across and back. When a limit cuts the chain,
    ``truncated`` is true and the nodes that were kept of the last level are its newest. ``as_of`` (default today) is
    the day for which the validity of each document is told.

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
        UsageError: A type is unknown or a limit is out of range.
    """
    on, kinds = today(as_of), reference_types(types)
    root = locate(store, doc)
    depths, truncated = _search(store, root, direction, kinds, limited(max_hops, 50), limited(max_nodes, 10_000))
    found = references(store, depths, on)
    nodes = [TraceNode(**dict(found[key]), depth=depth) for key, depth in depths.items()]
    edges = edges_between(store, depths, depths, kinds)
    return TraceResult(
        root=root,
        direction=direction,
        as_of=on,
        notes=notes_on(store, as_of),
        nodes=nodes,
        edges=edges,
        gaps=find_gaps(nodes, edges, direction),
        truncated=truncated,
    )


def _search(
    store: Store, root: str, direction: Direction, types: Sequence[str], max_hops: int, max_nodes: int
) -> tuple[dict[str, int], bool]:
    """Documents with their depth in the order they were found, and whether a limit left any out."""
    depths = {root: 0}
    frontier, depth = [root], 0
    while frontier and depth <= max_hops:
        levels = min(_LEVELS, max_hops + 1 - depth)
        params: Params = {
            "frontier": frontier, "found": list(depths), "types": list(types), "levels": levels,
            "limit": max_nodes - len(depths) + 1,
        }  # fmt: skip
        reached: dict[int, list[str]] = {}
        for row in ask(store, f"trace.{direction}", params):
            reached.setdefault(int(row["depth"] or 0), []).append(str(row["key"]))
        for level in range(1, levels + 1):
            depth += 1
            new = [key for key in reached.get(level, ()) if key not in depths]
            room = max_nodes - len(depths) if depth <= max_hops else 0
            frontier = new[:room]
            depths.update(dict.fromkeys(frontier, depth))
            if len(new) > room:
                return depths, True
            if not new:
                break
    return depths, False
