"""What writing through the Neo4j store costs beside the plain driver: the same rows in the same transactions.

The store writes to one server and the driver alone to another, turn by turn, so that both are as warm, as full and as
disturbed as the other. The driver writes what the store was seen to write, each kind of row by one
``UNWIND … MERGE … SET``; what the store reads, compares and closes is what is measured.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from statistics import median
from unittest.mock import patch

from neo4j import ManagedTransaction, Result

from bench.graphs import Citations, portions
from graph.neo4j.store import Neo4jStore
from graph.neo4j.sums import match_end
from graph.parts import EDGE, MENTION, STATEMENT
from graph.store import Batch
from graph.vocabulary import edge_type
from tests.papers import Cite, Paper, plan

_NODE = re.compile(r"MERGE \(\w+:(\w+) \{(\w+): row\.\2\}\)")
_EDGE = re.compile(r"MERGE \(s\)-\[e:(\w+) ")

_PORTIONS = 12
"""Of each kind of row; all documents of 60,000 fit into them."""

Written = list[tuple[str, list[dict[str, object]]]]
"""Statements of the driver alone, each with its rows."""


def compare_writing(own: Neo4jStore, raw: Neo4jStore, graph: Citations, documents: int) -> Iterator[str]:
    """Yield a line of figures for each kind of writing; both stores must be empty."""
    for part, rows in graph.parts():
        turns = [_turn(raw, partial(own.put_rows, part, portion, "-")) for portion in islice(portions(rows), _PORTIONS)]
        if part in (MENTION, STATEMENT, EDGE):
            yield _figures(f"bulk {part.name}", turns[len(turns) // 4 :], "rows")
    with own.writer():
        turns = [_turn(raw, partial(own.write, batch)) for batch in batches(documents)]
    turns = turns[documents // 3 :]
    yield _figures("documents, their rows", turns, "rows")
    yield _figures("documents", [(1, ours, plain) for _, ours, plain in turns], "documents")


def batches(count: int) -> Iterator[Batch]:
    """Documents with 15 citations each, most of documents that others cite too."""
    for number in range(count):
        cites = tuple(Cite(plan(900_000 + (number * 7 + step) % 90)) for step in range(15))
        yield Paper(plan(800_000 + number), cites, title=f"Kế hoạch {number}").batch()


def say(line: str) -> None:
    """Print a line of figures as soon as it is known."""
    print(line, flush=True)


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _turn(raw: Neo4jStore, work: Callable[[], None]) -> tuple[int, float, float]:
    """Rows of one transaction, seconds of the store, seconds of the driver alone."""
    with _watched() as written:
        ours = seconds(work)
    return sum(len(rows) for _, rows in written), ours, seconds(partial(_write, raw, written))


@contextmanager
def _watched() -> Iterator[Written]:
    """What the store merges meanwhile, as statements of the driver alone."""
    run, written = ManagedTransaction.run, Written()

    def noted(
        tx: ManagedTransaction, query: str, parameters: dict[str, object] | None = None, **more: object
    ) -> Result:
        text, rows = _plain(query), (parameters or {}).get("rows")
        if text and isinstance(rows, list):
            written.append((text, rows))
        return run(tx, query, parameters, **more)

    with patch.object(ManagedTransaction, "run", noted):
        yield written


def _plain(query: str) -> str | None:
    """The shortest statement that merges what ``query`` merges; ``None`` when it merges no rows."""
    if node := _NODE.search(query):
        label, key = node.groups()
        labels = " SET n:$(row.label)" if label == "Document" else ""
        return f"UNWIND $rows AS row MERGE (n:{label} {{{key}: row.{key}}}) SET n = row{labels}"
    if edge := _EDGE.search(query):
        ends = edge_type(edge[1])
        return (
            f"UNWIND $rows AS row {match_end('s', ends.subject, 'subject')} {match_end('o', ends.object, 'object')} "
            f"MERGE (s)-[e:{edge[1]} {{qualifier: row.qualifier}}]->(o) SET e.statements = 1, e.opened_at = 'now'"
        )
    return None


def _write(store: Neo4jStore, written: Written) -> None:
    def work(tx: ManagedTransaction) -> None:
        for text, rows in written:
            tx.run(text, {"rows": rows}).consume()

    with store._driver.session() as session:  # noqa: SLF001 - the driver alone is what is compared with
        session.execute_write(work)


def _figures(what: str, turns: Sequence[tuple[int, float, float]], unit: str) -> str:
    """Rates over all turns, and the median of the shares turn by turn, which a disturbed turn does not move."""
    rows, ours, plain = (sum(column) for column in zip(*turns, strict=True))
    share = median(plain / ours for _, ours, plain in turns)
    return f"  {what:<24}{rows / ours:>9,.0f}{rows / plain:>12,.0f} {unit}/s{100 * share:>9.0f} %"
