"""Which documents carry the most: how often and how strongly texts refer to them, and how far that reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from graph.store import Params, Row, Store
from queries.analysis import Ranked, RankingResult, Treatment
from queries.base import ask, limited, offset_of, page, references, today
from queries.notes import notes_on, notes_on_place
from queries.results import DocumentRef
from queries.scope import EVERY, Among, choose

if TYPE_CHECKING:
    import networkx as nx

WEIGHTS: Mapping[str, int] = {
    "IMPLEMENTS": 4,
    "GUIDES": 4,
    "BASED_ON": 3,
    "AMENDS": 3,
    "REPLACES": 3,
    "REPEALS": 3,
    "SUSPENDS": 3,
    "CONSOLIDATES": 3,
    "CORRECTS": 2,
    "CITES": 1,
}
"""What a text that stands in a relation to a document adds to its score: the deeper the treatment, the more."""

_OFTEN = 3
_CHAINS = ("IMPLEMENTS", "GUIDES")


def ranking(
    store: Store,
    *,
    among: Among = EVERY,
    as_of: date | None = None,
    limit: int = 20,
    cursor: str | None = None,
) -> RankingResult:
    """The documents that texts refer to, by the sum of the weights of their relations, the strongest first.

    Only texts that fulfil ``among`` and were issued until ``as_of`` count.

    Raises:
        UsageError: A place, a body or a level is unknown, or a limit is out of range.
    """
    on, offset = today(as_of), offset_of(cursor)
    chosen = choose(store, None, among, on)
    scope: Params = {"docs": chosen.keys or [], "all": chosen.keys is None}
    weights = [f"{kind} {weight}" for kind, weight in WEIGHTS.items()]
    rows = ask(store, "ranking", {**scope, "weights": weights, "limit": limited(limit), "offset": offset})
    keys = [str(row["key"]) for row in rows]
    found = references(store, keys, on)
    treated: dict[str, list[Row]] = {}
    for row in ask(store, "ranking.treatment", {**scope, "keys": keys, "types": list(WEIGHTS)}) if keys else ():
        treated.setdefault(str(row["key"]), []).append(row)
    chains = _chains(store) if keys else None
    ranked = [
        _ranked(
            offset + number, found[str(row["key"])], int(row["score"] or 0), treated.get(str(row["key"]), ()), chains
        )
        for number, row in enumerate(rows, 1)
    ]
    total = int(rows[0]["total"] or 0) if rows else 0
    notes = [*notes_on(store, as_of), *notes_on_place(among.place)]
    return RankingResult(as_of=on, notes=notes, ranked=ranked, page=page(total, offset, len(ranked)))


def _ranked(
    rank: int, document: DocumentRef, score: int, rows: Sequence[Row], chains: nx.DiGraph[str] | None
) -> Ranked:
    places: Counter[str] = Counter()
    deepest: dict[str, int] = {}
    for row in rows:
        citing, weight = str(row["citing"]), WEIGHTS[str(row["type"])]
        places[citing] += int(row["places"] or 0)
        deepest[citing] = max(weight, deepest.get(citing, 0))
    depths = Counter(_depth(weight, places[citing]) for citing, weight in deepest.items())
    return Ranked(
        rank=rank,
        document=document,
        score=score,
        texts=len(deepest),
        places=places.total(),
        treatment=[Treatment(depth=depth, texts=depths[depth]) for depth in (4, 3, 2, 1) if depths[depth]],
        reach=_reach(chains, document.key),
    )


def _depth(weight: int, places: int) -> int:
    """How deeply a text treats a document, by its closest relation to it and how often it names it."""
    if weight == WEIGHTS["CITES"]:
        return 2 if places >= _OFTEN else 1
    return max(3, weight)


def _chains(store: Store) -> nx.DiGraph[str]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    rows = ask(store, "relations", {"types": list(_CHAINS), "ends": False})
    graph.add_edges_from((str(row["subject"]), str(row["object"])) for row in rows)
    return graph


def _reach(chains: nx.DiGraph[str] | None, key: str) -> int:
    import networkx as nx

    return len(nx.ancestors(chains, key)) if chains is not None and key in chains else 0
