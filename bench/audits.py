"""Speed of what auditors ask: an audit of everything, the coverage of a directive, the impact of a law.

``make bench ARGS="--documents 100000 --citations 2000000"`` chooses the size; a twentieth of the documents are laws,
each with validity. SQLite and Neo4j are asked side by side, Neo4j when Java 17 and the jars of tests/neo4j are there;
``--only-sqlite`` leaves it out, ``--keep FOLDER`` keeps the graph for the next time.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.graphs import Citations, fill
from bench.neo4j_store import imported
from bench.neo4j_writing import seconds
from graph.model import HowKnown, Level
from graph.parts import VALIDITY
from graph.places import standing_at
from graph.sqlite import SqliteStore
from graph.store import Row, Store
from queries.audit import audit
from queries.coverage import coverage
from queries.impact import impact
from queries.neighbours import relation_counts
from tests.neo4j.server import missing_tools

_LAWS, _COVERING, _CITING = 0.05, 0.1, 0.5
"""Shares of the documents: laws; plans that carry out one directive; texts that cite one law."""

_DAY = date(2024, 1, 10)
_ORIGIN = 1000
_TIMES = 5


class Audited(Citations):
    """A graph to audit: plans of wards, one directive that many of them carry out, and laws.

    Most laws have ended or were changed one day; one is cited by half of the texts, the others the less the later they
    come. Nothing is cited before it was issued.
    """

    def __init__(self, documents: int, citations: int, seed: int = 1) -> None:
        super().__init__(seed, laws=1.0)
        for _ in range(round(documents * _LAWS)):
            self._add(Level.CENTRAL)
        for _ in range(documents - len(self.documents)):
            self._add(Level.WARD)
        earliest = min(self.laws, key=lambda law: self.documents[law].date or _DAY)
        self.directive, self.law = len(self.laws), earliest
        texts = range(self.directive + 1, len(self.documents))
        self.covering = texts[: round(documents * _COVERING)]
        committees = standing_at(Level.WARD, _DAY)
        self.documents[self.directive] = replace(self.documents[self.directive], date=_DAY)
        for number, place in zip(self.covering, committees, strict=False):
            day = _DAY + timedelta(days=number % 300)
            self.documents[number] = replace(self.documents[number], body=f"ubnd.{place.id}", place=place.id, date=day)
        self.citations = self._cite(texts, citations)

    def _cite(self, texts: range, citations: int) -> list[tuple[int, str, int]]:
        chosen = {(number, "IMPLEMENTS", self.directive) for number in self.covering}
        resting = texts[: round(len(self.documents) * _CITING)]
        chosen |= {(number, "BASED_ON", self.law) for number in resting if self._follows(number, self.law)}
        weights = [1 / (rank + 10) for rank in range(len(self.laws))]
        while len(chosen) < citations:
            for law in self._random.choices(self.laws, weights, k=1000):
                text = self._random.choice(texts)
                if self._follows(text, law):
                    chosen.add((text, "BASED_ON", law))
            for _ in range(600):
                one, other = self._random.choice(texts), self._random.choice(texts)
                chosen.add((one, "CITES", other) if self._follows(one, other) else (other, "CITES", one))
        return sorted(edge for edge in chosen if edge[0] != edge[2])

    def _follows(self, citing: int, cited: int) -> bool:
        return (self.documents[citing].date or _DAY) > (self.documents[cited].date or _DAY)

    def _validities(self) -> Iterator[Row]:
        """Each law has a day of effect; four in ten have ended, one in ten in part, one in ten was amended."""
        chooser = random.Random(2)
        for law in self.laws:
            issued = self.documents[law].date or _DAY
            later = issued + timedelta(days=chooser.randrange(200, 3000))
            what = law % 10
            yield dict.fromkeys(VALIDITY.columns) | {
                "document": self.documents[law].key,
                "origin": f"bench {law // _ORIGIN}",
                "in_force_from": (issued + timedelta(days=45)).isoformat(),
                "ended": later.isoformat() if what < 5 else None,
                "scope": ("part" if what == 4 else "whole") if what < 5 else None,
                "ended_by": "10/2022/QH15" if what < 5 else None,
                "act": "AMENDS" if what == 5 else None,
                "changed": later.isoformat() if what == 5 else None,
                "how_known": str(HowKnown.REFERENCE),
                "source": "bench",
                "certainty": "confirmed by the text",
            }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; always 0, for a figure is not a test."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--citations", type=int, default=200_000)
    parser.add_argument("--only-sqlite", action="store_true")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args(arguments)
    graph = Audited(chosen.documents, chosen.citations)
    console = Console()
    with ExitStack() as ends:
        passing = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="cancu-bench-")))
        file = (chosen.keep or passing) / f"audits-{chosen.documents}-{chosen.citations}.db"
        filled = file.exists()
        stores: dict[str, Store] = {"SQLite": ends.enter_context(closing(SqliteStore(file)))}
        if not filled:
            fill(stores["SQLite"], graph)
        reason = "left out" if chosen.only_sqlite else missing_tools()
        if reason is None:
            stores["Neo4j"] = ends.enter_context(imported(passing, stores["SQLite"]))
        else:
            console.print(f"Neo4j: {reason}")
        console.print(_table(stores, graph))
    return 0


def _table(stores: dict[str, Store], graph: Audited) -> Table:
    directive, law = graph.documents[graph.directive].key, graph.documents[graph.law].key
    asked: dict[str, Callable[[Store], object]] = {
        "audit of everything, first page": lambda store: audit(store, limit=50),
        f"coverage of a directive with {len(graph.covering):,} plans": lambda store: coverage(
            store, directive, level="ward"
        ),
        f"impact of a law with {_citing(graph):,} texts: counts": lambda store: relation_counts(store, law),
        "the same, first page": lambda store: impact(store, law, limit=50),
    }
    table = Table(
        "ms: least, most of 5",
        *stores,
        title=f"{len(graph.documents):,} documents, {len(graph.citations):,} citations, {len(graph.laws):,} laws",
    )
    for name, ask in asked.items():
        table.add_row(name, *(_spent(partial(ask, store)) for store in stores.values()))
    return table


def _citing(graph: Audited) -> int:
    return sum(1 for _, _, cited in graph.citations if cited == graph.law)


def _spent(ask: Callable[[], object]) -> str:
    ask()
    times = [1000 * seconds(ask) for _ in range(_TIMES)]
    return f"{min(times):,.0f} … {max(times):,.0f}"


if __name__ == "__main__":
    sys.exit(main())
