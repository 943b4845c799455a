"""Levels that a chain jumps over: a ward's plan that rests on a province's with no district's in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from graph.model import Level, Regime
from graph.places import has_level
from queries.results import EdgeInfo, Gap, TraceNode

GapLevel = Literal["province", "district"]

_RANK = {"central": 0, "province": 1, "district": 2, "ward": 3}
_NAMES = {"province": "cấp tỉnh", "district": "cấp huyện"}
_LAW = (Regime.LAW, Regime.NORMATIVE, Regime.CONGRESS)


def find_gaps(nodes: Sequence[TraceNode], edges: Iterable[EdgeInfo], direction: str) -> list[Gap]:
    """Gaps of the chain, by depth of the document below.

    Upwards they are those of the root, downwards those of each document that was reached. Between a document and what
    it rests on within the chain a level is missing when higher ones are there and it is not. Laws and other normative
    documents bind all levels directly, so resting on one alone opens no gap.
    """
    by_key = {node.key: node for node in nodes}
    above: dict[str, list[str]] = {}
    for edge in edges:
        above.setdefault(edge.source, []).append(edge.target)
    starts = nodes[:1] if direction == "up" else nodes[1:]
    return [gap for start in starts for gap in _gaps_above(start, by_key, above)]


def _gaps_above(start: TraceNode, nodes: Mapping[str, TraceNode], above: Mapping[str, Sequence[str]]) -> Iterable[Gap]:
    if start.level is None:
        return
    chain = _reached(start, nodes, above)
    levels = {node.level for node in chain}
    for missing in get_args(GapLevel):
        rank = _RANK[missing]
        if _RANK[start.level] <= rank or missing in levels or not has_level(Level(missing), start.date):
            continue
        higher = next((node for node in chain if node.level and _RANK[node.level] < rank and not _is_law(node)), None)
        if higher is None:
            continue
        names = (start.symbol or start.key, higher.symbol or higher.title or higher.key)
        yield Gap(
            level=missing,
            below=start.key,
            above=higher.key,
            message=f"Không thấy văn bản {_NAMES[missing]} nào giữa {names[0]} và {names[1]}.",
        )


def _reached(start: TraceNode, nodes: Mapping[str, TraceNode], above: Mapping[str, Sequence[str]]) -> list[TraceNode]:
    """What ``start`` rests on, nearest first, without itself."""
    found = {start.key: None}
    queue = [start.key]
    for key in queue:
        for target in above.get(key, ()):
            if target not in found:
                found[target] = None
                queue.append(target)
    return [nodes[key] for key in queue[1:]]


def _is_law(node: TraceNode) -> bool:
    return node.key.partition(":")[0] in _LAW
