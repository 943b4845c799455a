"""``make bench-neo4j``: Neo4j beside the raw driver where it writes, and beside SQLite where it answers.

Needs Java 17 and the jars of tests/neo4j, or an empty server named by ``CANCU_TEST_NEO4J``. The graph is made by
:mod:`bench.graphs`; ``--documents`` and ``--edges`` choose its size.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import quantiles

from bench.graphs import Graph, Shape, fill, portions
from graph.copying import copy
from graph.neo4j.store import Neo4jStore
from graph.neo4j.sums import run_rows
from graph.neo4j.transfer import put_nodes
from graph.parts import MENTION, STATEMENT
from graph.sqlite import SqliteStore
from graph.store import Batch, Row, Store
from queries.audit import audit
from queries.search import search
from queries.trace import trace
from tests.neo4j.pool import Pool
from tests.papers import Cite, Paper, plan


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-neo4j", description=__doc__)
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--edges", type=int, default=60_000)
    parser.add_argument("--repeats", type=int, default=40)
    chosen = parser.parse_args(arguments)
    graph = Graph(Shape(chosen.documents, chosen.edges))
    print(f"{len(graph.documents):,} documents, {len(graph.citations):,} edges between them")
    with (
        tempfile.TemporaryDirectory() as folder,
        Pool(quick=False) as pool,
        closing(SqliteStore(Path(folder) / "graph.db")) as sqlite,
        closing(Neo4jStore(pool.empty())) as neo4j,
    ):
        fill(neo4j, Graph(Shape(500, 5000, seed=2)))
        pool.empty()
        _writing(neo4j, graph)
        pool.empty()
        _tell("SQLite, whole graph", _seconds(lambda: fill(sqlite, graph)), "s")
        _tell("copy SQLite -> Neo4j, with its proof", _seconds(lambda: copy(sqlite, neo4j, name="bench")), "s")
        _answers({"SQLite": sqlite, "Neo4j": neo4j}, graph, chosen.repeats)
        _documents(neo4j)
    return 0


def _writing(store: Neo4jStore, graph: Graph) -> None:
    """Rows a second, by this store and by the plain driver: the same rows in the same portions, turn by turn."""
    parts = {part: rows for part, rows in graph.parts() if part in {MENTION, STATEMENT}}
    for part, rows in parts.items():
        spent, counted = [0.0, 0.0], [0, 0]
        for number, portion in enumerate(portions(rows)):
            way = number % 2
            work = (
                partial(_raw, store, put_nodes(part), portion) if way else partial(store.put_rows, part, portion, "-")
            )
            spent[way] += _seconds(work)
            counted[way] += len(portion)
        if all(counted):
            own, raw = counted[0] / spent[0], counted[1] / spent[1]
            print(
                f"  bulk {part.name}: {own:,.0f} rows/s; raw UNWIND … MERGE: {raw:,.0f} rows/s; {100 * own / raw:.0f} %"
            )


def _raw(store: Neo4jStore, text: str, rows: Sequence[Row]) -> None:
    """The same rows by the driver alone: one managed transaction, nothing else."""
    with store._driver.session() as session:  # noqa: SLF001 - the raw driver is what is compared with
        session.execute_write(lambda tx: run_rows(tx, text, rows))


def _answers(stores: dict[str, Store], graph: Graph, repeats: int) -> None:
    chooser = random.Random(7)
    texts = [d.key for d in graph.documents if d.ingested]
    laws = [graph.documents[number].key for number in graph.laws[:10]]
    asked: dict[str, Callable[[Store], object]] = {
        "trace up, 8 hops": lambda store: trace(store, chooser.choice(texts), max_hops=8),
        "trace up, chain only": lambda store: trace(store, chooser.choice(texts), max_hops=8, types=["IMPLEMENTS"]),
        "impact of a law": lambda store: trace(store, chooser.choice(laws), direction="down", max_hops=3),
        "search, two words": lambda store: search(store, "dan chu"),
        "search, symbol": lambda store: search(store, f"{chooser.randrange(len(texts))}/KH-UBND"),
        "audit of a document": lambda store: audit(store, chooser.choice(texts)),
        "audit of everything": lambda store: audit(store, limit=50),
    }
    print(f"  {'ms, p50 / p99':<24}" + "".join(f"{name:>22}" for name in stores))
    for name, ask in asked.items():
        few = max(3, repeats // 10) if "everything" in name else repeats
        shown = ""
        for store in stores.values():
            chooser.seed(7)
            ask(store)
            times = [1000 * _seconds(partial(ask, store)) for _ in range(few)]
            cuts = quantiles(times, n=100, method="inclusive")
            shown += f"{cuts[49]:>12.1f} /{cuts[98]:>8.1f}"
        print(f"  {name:<24}{shown}")


def _documents(store: Store) -> None:
    """Documents a second by the usual way of one transaction a document."""
    batches = list(_batches(60))

    def write() -> None:
        with store.writer():
            for batch in batches:
                store.write(batch)

    _tell("ingest of documents with 15 citations", len(batches) / _seconds(write), "documents/s")


def _batches(count: int) -> Iterator[Batch]:
    for number in range(count):
        cites = tuple(Cite(plan(900_000 + (number * 7 + step) % 90)) for step in range(15))
        yield Paper(plan(800_000 + number), cites, title=f"Kế hoạch {number}").batch()


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _tell(what: str, value: float, unit: str) -> None:
    print(f"  {what:<40} {value:>10,.1f} {unit}")


if __name__ == "__main__":
    sys.exit(main())
