"""``make bench-neo4j``: Neo4j beside SQLite where it answers, and beside the raw driver where it writes.

Needs Java 17 and the jars of tests/neo4j. The graph is made by :mod:`bench.graphs`; ``--documents`` and ``--edges``
choose its size. Both stores are asked turn by turn, so that what else the machine does disturbs them alike.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from unittest.mock import patch

from bench.graphs import Graph, Layers, Shape, fill
from bench.neo4j_writing import compare_writing, say, seconds
from graph.neo4j.admin_import import write_import_files
from graph.neo4j.store import Neo4jStore
from graph.sqlite import SqliteStore
from graph.store import Params, Question, Row, Store
from queries.audit import audit
from queries.neighbours import neighbours
from queries.search import search
from queries.trace import trace
from tests.neo4j.server import Server

_WIDTH, _LAYERS = 14, 8
"""Of the graph of many paths: 14 ** 8 is 1.5 * 10 ** 9."""

_WARM = 5
_UNTIL_WARM = 80
"""Answers until those of a server that was just started no longer become quicker."""

_PATTERN = "MATCH (d:Document {key: $key})-[:CITES*1..8]->(above) WITH DISTINCT above RETURN count(above) AS n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-neo4j", description=__doc__)
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--edges", type=int, default=60_000)
    parser.add_argument("--repeats", type=int, default=40)
    chosen = parser.parse_args(arguments)
    graph = Graph(Shape(chosen.documents, chosen.edges))
    say(f"{len(graph.documents):,} documents, {len(graph.citations):,} edges between them")
    with tempfile.TemporaryDirectory(prefix="cancu-bench-") as name, ExitStack() as ends:
        folder = Path(name)
        for line in _writing(folder, graph):
            say(line)
        sqlite = ends.enter_context(closing(SqliteStore(folder / "graph.db")))
        fill(sqlite, graph)
        neo4j = ends.enter_context(imported(folder / "answers", sqlite))
        for line in _answers({"SQLite": sqlite, "Neo4j": neo4j}, graph, chosen.repeats):
            say(line)
        layers = Layers(_WIDTH, _LAYERS)
        paths = ends.enter_context(closing(SqliteStore(folder / "paths.db")))
        fill(paths, layers)
        fill(neo4j, layers)
        for line in _many_paths(neo4j, paths, layers.documents[0].key, chosen.repeats):
            say(line)
    return 0


def _writing(folder: Path, graph: Graph) -> Iterator[str]:
    """Figures of :func:`bench.neo4j_writing.compare_writing` on two servers that have warmed up."""
    with ExitStack() as ends:
        servers = [ends.enter_context(_server(folder / name)) for name in ("own", "raw")]
        own, raw = (ends.enter_context(closing(Neo4jStore(server.store_url))) for server in servers)
        yield f"\n  {'written a second':<24}{'store':>9}{'raw UNWIND … MERGE':>20}{'share':>12}"
        yield from compare_writing(own, raw, graph, documents=90)


@contextmanager
def _server(home: Path) -> Iterator[Server]:
    server = Server(home, quick=False)
    try:
        server.start()
        yield server
    finally:
        server.kill()


@contextmanager
def imported(folder: Path, sqlite: Store) -> Iterator[Neo4jStore]:
    """What ``sqlite`` holds, in a server of its own: imported, which is much quicker than copied.

    The server has the memory that ``docker-compose.yml`` gives it: an index of two million citations is 250 MB.
    """
    server = Server(folder / "server", quick=False, heap="1g", settings=("server.memory.pagecache.size=512m",))
    server.prepare()
    server.admin(*write_import_files(sqlite, folder / "files"))
    try:
        server.start()
        with closing(Neo4jStore(server.store_url)) as store:
            yield store
    finally:
        server.kill()


def _answers(stores: dict[str, Store], graph: Graph, repeats: int) -> Iterator[str]:
    chooser = random.Random(7)
    texts = [d.key for d in graph.documents if d.ingested]
    laws = [graph.documents[number].key for number in graph.laws[:10]]
    asked: dict[str, Callable[[Store], object]] = {
        "trace up, 8 hops": lambda store: trace(store, chooser.choice(texts), max_hops=8),
        "trace up, chain only": lambda store: trace(store, chooser.choice(texts), max_hops=8, types=["IMPLEMENTS"]),
        "impact of a law": lambda store: trace(store, chooser.choice(laws), direction="down", max_hops=3),
        "neighbours of a law": lambda store: neighbours(store, chooser.choice(laws)),
        "search, two words": lambda store: search(store, "dan chu"),
        "search, symbol": lambda store: search(store, f"{chooser.randrange(len(texts))}/KH-UBND"),
        "audit of a document": lambda store: audit(store, chooser.choice(texts)),
        "audit of everything": lambda store: audit(store, limit=50),
    }
    yield f"\n  {'ms: least, p50 / p99':<24}" + "".join(f"{name:>30}" for name in stores)
    for name, ask in asked.items():
        chooser.seed(7)
        few = max(5, repeats // 4) if "everything" in name else repeats
        yield f"  {name:<24}" + "".join(map(_figures, _times(list(stores.values()), ask, few, chooser)))


def _times(
    stores: Sequence[Store], ask: Callable[[Store], object], repeats: int, chooser: random.Random
) -> list[list[float]]:
    """Milliseconds of each store, asked the same turn by turn; the first turns warm up."""
    times: list[list[float]] = [[] for _ in stores]
    for turn in range(-_WARM, repeats):
        state = chooser.getstate()
        for store, spent in zip(stores, times, strict=True):
            chooser.setstate(state)
            took = 1000 * seconds(partial(ask, store))
            if turn >= 0:
                spent.append(took)
    return times


def _figures(times: Sequence[float]) -> str:
    cuts = quantiles(times, n=100, method="inclusive")
    return f"{min(times):>10,.1f}{cuts[49]:>10,.1f} /{cuts[98]:>8,.1f}"


def _many_paths(neo4j: Neo4jStore, sqlite: Store, root: str, repeats: int) -> Iterator[str]:
    """A trace of eight hops through more than a billion paths: the whole of it, and what the server does of it.

    A server just started works out how to run a question quickly while it is asked, so the first answers stand apart.
    """
    yield f"\n  {_WIDTH**_LAYERS:,} paths of {_LAYERS} hops; ms: least, median"
    asked: list[tuple[str, str, Params]] = []
    for name, store in (("SQLite", sqlite), ("Neo4j", neo4j)):
        times = [1000 * seconds(partial(trace, store, root)) for _ in range(_UNTIL_WARM + repeats)]
        yield _least(f"trace, {name}, the first {repeats}", times[:repeats])
        yield _least(f"trace, {name}, warm", times[_UNTIL_WARM:])
    run = neo4j.run

    def noted(question: Question, params: Params) -> list[Row]:
        asked.append((question.name, question.cypher, params))
        return run(question, params)

    with patch.object(neo4j, "run", noted):
        trace(neo4j, root)
    for what, only in (("the chain", "trace.up"), ("chain, documents and evidence", "")):
        steps = [(cypher, params) for name, cypher, params in asked if name.startswith(only)]
        times = [sum(_server_ms(neo4j, cypher, params) for cypher, params in steps) for _ in range(repeats)]
        yield _least(f"on the server: {what}", times)
    yield _least("on the server: one pattern", [_server_ms(neo4j, _PATTERN, {"key": root}) for _ in range(repeats)])


def _server_ms(store: Neo4jStore, cypher: str, params: Params) -> float:
    """Milliseconds until the server had sent the last row, as it says itself."""
    summary = store._driver.execute_query(cypher, dict(params)).summary  # noqa: SLF001 - a store hides what it measures
    return float((summary.result_available_after or 0) + (summary.result_consumed_after or 0))


def _least(what: str, times: Sequence[float]) -> str:
    return f"  {what:<48}{min(times):>10,.1f}{median(times):>10,.1f}"


if __name__ == "__main__":
    sys.exit(main())
