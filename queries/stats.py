"""What a store holds, in numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date

from graph.store import Store
from graph.validity import effective
from queries.base import ask, chunks, today, validity_rows
from queries.notes import notes_on
from queries.results import StatsResult


def stats(store: Store, *, as_of: date | None = None) -> StatsResult:
    """Counts by node label, type of live edge and state of mention, and documents by their validity on ``as_of``.

    What the store holds is counted as it is now, whatever the day.
    """
    on = today(as_of)
    counts = store.stats()
    states: Counter[str] = Counter()
    keys = [str(row["key"]) for row in ask(store, "stats.known", {})]
    for portion in chunks(keys):
        states.update(effective(known, on)[0] for known in validity_rows(store, portion).values())
    states["unknown"] += counts.nodes.get("Document", 0) - states.total()
    return StatsResult(
        nodes=dict(counts.nodes),
        edges=dict(counts.edges),
        mentions=dict(counts.mentions),
        as_of=on,
        notes=notes_on(store, as_of),
        validity={state: states[state] for state in sorted(states) if states[state]},
    )
