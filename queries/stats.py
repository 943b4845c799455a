"""What a store holds, in numbers."""

from __future__ import annotations

from graph.store import Store
from queries.results import StatsResult


def stats(store: Store) -> StatsResult:
    """Counts by node label, type of live edge and state of mention."""
    counts = store.stats()
    return StatsResult(nodes=dict(counts.nodes), edges=dict(counts.edges), mentions=dict(counts.mentions))
