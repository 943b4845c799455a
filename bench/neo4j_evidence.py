"""Evidence as nodes or on relationships: which of the two a Neo4j store should keep, measured.

``python -m bench.neo4j_evidence --statements 1000000`` loads the same statements into two servers by ``neo4j-admin``,
once as nodes that are found by the triple they claim beside one relationship for each edge (what the store does), once
as one relationship for each statement with all its fields. Then both are asked and written, turn by turn. Needs Java
17 and the jars of tests/neo4j. Both hold two statements an edge, and the indexes that their questions need.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from neo4j import Driver, GraphDatabase

from bench.neo4j_writing import say, seconds
from tests.neo4j.server import Server

Fields = dict[str, str | int | float]
Params = Mapping[str, object]

_FIELDS = (
    "id", "subject", "type", "object", "qualifier", "source", "start", "stop", "quote", "extractor", "confidence",
    "mention",
)  # fmt: skip
_NUMBERS = {"start": ":long", "stop": ":long", "confidence": ":double"}
_PER_DOCUMENT = 20
_PER_EDGE = 2
_LAWS = 200
_OPTIONS = ("--overwrite-destination", "--read-buffer-size=16m")
_DOCUMENT_KEY = "CREATE CONSTRAINT FOR (n:Document) REQUIRE n.key IS UNIQUE"
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to keep evidence: its indexes, and how it is written, asked and closed."""

    name: str
    schema: tuple[str, ...]
    write: tuple[str, ...]
    of_document: str
    citing: str
    close: str


NODES = Layout(
    name="nodes",
    schema=(
        _DOCUMENT_KEY,
        "CREATE CONSTRAINT FOR (n:Statement) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX FOR (n:Statement) ON (n.subject, n.type, n.object)",
        *(
            f"CREATE INDEX FOR (n:Statement) ON (n.{name})"
            for name in ("subject", "object", "type", "source", "mention")
        ),
    ),
    write=(
        "UNWIND $rows AS row MERGE (s:Statement {id: row.id}) SET s = row",
        """
        UNWIND $rows AS row MATCH (a:Document {key: row.subject}) MATCH (b:Document {key: row.object})
        WITH a, b, row, COUNT { MATCH (:Statement {subject: row.subject, type: 'CITES', object: row.object}) } AS n
        MERGE (a)-[e:CITES {qualifier: row.qualifier}]->(b) SET e.statements = n
        """,
    ),
    of_document="""
        MATCH (:Document {key: $key})-[e:CITES]->(b:Document) WHERE e.closed_at IS NULL
        MATCH (s:Statement {subject: $key, type: 'CITES', object: b.key}) WHERE s.retracted_at IS NULL
        RETURN b.key AS object, s.source AS source, s.start AS start, s.stop AS stop, s.quote AS quote
        ORDER BY object, source, start
        """,
    citing="MATCH (:Document {key: $key})<-[e:CITES]-(a) WHERE e.closed_at IS NULL RETURN count(DISTINCT a) AS n",
    close="""
        MATCH (s:Statement {mention: $mention}) SET s.retracted_at = 'now'
        WITH s WHERE NOT EXISTS {
            MATCH (o:Statement {subject: s.subject, type: s.type, object: s.object}) WHERE o.retracted_at IS NULL
        }
        MATCH (:Document {key: s.subject})-[e:CITES]->(:Document {key: s.object}) SET e.closed_at = 'now'
        """,
)
RELATIONSHIPS = Layout(
    name="relationships",
    schema=(
        _DOCUMENT_KEY,
        *(f"CREATE INDEX FOR ()-[e:CITES]-() ON (e.{name})" for name in ("id", "source", "mention")),
    ),
    write=(
        """
        UNWIND $rows AS row MATCH (a:Document {key: row.subject}) MATCH (b:Document {key: row.object})
        MERGE (a)-[e:CITES {id: row.id}]->(b) SET e = row
        """,
    ),
    of_document="""
        MATCH (:Document {key: $key})-[e:CITES]->(b:Document) WHERE e.retracted_at IS NULL
        RETURN b.key AS object, e.source AS source, e.start AS start, e.stop AS stop, e.quote AS quote
        ORDER BY object, source, start
        """,
    citing="MATCH (:Document {key: $key})<-[e:CITES]-(a) WHERE e.retracted_at IS NULL RETURN count(DISTINCT a) AS n",
    close="MATCH ()-[e:CITES {mention: $mention}]->() SET e.retracted_at = 'now'",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.neo4j_evidence", description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=60)
    parser.add_argument("--heap", default="1500m", help="of each server")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="cancu-evidence-") as name, ExitStack() as ends:
        folder = Path(name)
        servers = {}
        say(f"{chosen.statements:,} statements, {chosen.statements // _PER_EDGE:,} edges")
        for layout in (NODES, RELATIONSHIPS):
            server = Server(folder / layout.name, heap=chosen.heap, quick=False)
            ends.callback(server.kill)
            say(f"  {layout.name}: {_load(server, layout, folder, chosen.statements)}")
            servers[layout] = server
        drivers = {layout: ends.enter_context(closing(_driver(server))) for layout, server in servers.items()}
        for line in _compare(drivers, chosen.statements, chosen.repeats):
            say(line)
    return 0


def statements(first: int, count: int, of: int) -> Iterator[Fields]:
    """``count`` statements from number ``first`` on of a graph of ``of``: two for each edge, from two sources."""
    documents = of // _PER_DOCUMENT
    for number in range(first, first + count):
        chooser = random.Random(number // _PER_EDGE)
        subject = chooser.randrange(documents)
        law = int(_LAWS ** chooser.random()) if chooser.random() < 0.6 else chooser.randrange(documents)
        source = subject if number % _PER_EDGE == 0 else chooser.randrange(documents)
        start = number * 37 % 9000
        yield {
            "id": _digest("s", number), "subject": _key(subject), "type": "CITES", "object": _key(law % documents),
            "qualifier": "", "source": _digest("f", source), "start": start, "stop": start + 60,
            "quote": f"Nghị định số {law}/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ", "extractor": "bench 1",
            "confidence": 1.0, "mention": _digest("m", number),
        }  # fmt: skip


def _load(server: Server, layout: Layout, folder: Path, count: int) -> str:
    """Fill a server that was never started, start it, make its indexes; say what that took in time and space."""
    files = list(_write_files(layout, folder, count))
    server.prepare()
    spent = seconds(partial(server.admin, "database", "import", "full", "neo4j", *_OPTIONS, *files))
    server.start()
    with _driver(server) as driver:
        indexing = seconds(partial(_make_indexes, driver, layout))
    store, indexes = _size(server.home / "data" / "databases" / "neo4j")
    return f"import {spent:,.0f} s, indexes {indexing:,.0f} s, on disk {store:,.0f} MB and indexes {indexes:,.0f} MB"


def _write_files(layout: Layout, folder: Path, count: int) -> Iterator[str]:
    """Write what ``neo4j-admin`` imports and yield its arguments."""
    keys = ([_key(number)] * 2 for number in range(count // _PER_DOCUMENT))
    yield f"--nodes=Document={_csv(folder / 'documents.csv', [':ID', 'key'], keys)}"
    header = [name + _NUMBERS.get(name, "") for name in _FIELDS]
    all_ = partial(statements, 0, count, count)
    file = folder / f"{layout.name}.csv"
    if layout is NODES:
        yield f"--nodes=Statement={_csv(file, header, (list(row.values()) for row in all_()))}"
        edges = ([row["subject"], "", _PER_EDGE, row["object"]] for row in islice(all_(), 0, None, _PER_EDGE))
        columns = [":START_ID", "qualifier", "statements:long", ":END_ID"]
        yield f"--relationships=CITES={_csv(folder / 'edges.csv', columns, edges)}"
    else:
        ends = ([row["subject"], *row.values(), row["object"]] for row in all_())
        yield f"--relationships=CITES={_csv(file, [':START_ID', *header, ':END_ID'], ends)}"


def _csv(file: Path, header: Sequence[str], rows: Iterator[Sequence[object]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        writer.writerows(rows)
    return file


def _make_indexes(driver: Driver, layout: Layout) -> None:
    for statement in layout.schema:
        driver.execute_query(statement)
    driver.execute_query("CALL db.awaitIndexes(1200)")


def _size(folder: Path) -> tuple[float, float]:
    """Megabytes of a database's records and of its indexes."""
    sizes = {file: file.stat().st_size / 1e6 for file in folder.rglob("*") if file.is_file()}
    indexes = sum(size for file, size in sizes.items() if "schema" in file.relative_to(folder).parts)
    return sum(sizes.values()) - indexes, indexes


def _compare(drivers: Mapping[Layout, Driver], count: int, repeats: int) -> Iterator[str]:
    """Lines of figures: the same question to each layout, turn by turn."""
    chooser = random.Random(5)
    documents = count // _PER_DOCUMENT
    new = statements(count, repeats // 4 * _BATCH, count)
    batches = [list(islice(new, _BATCH)) for _ in range(repeats // 4)]
    keys: list[Params] = [{"key": _key(chooser.randrange(_LAWS, documents))} for _ in range(repeats)]
    laws: list[Params] = [{"key": _key(1 + number % 20)} for number in range(repeats)]
    mentions: list[Params] = [{"mention": _digest("m", chooser.randrange(count))} for _ in range(repeats)]
    yield f"  {'ms: least, median':<44}" + "".join(f"{layout.name:>24}" for layout in drivers)
    yield _line(
        f"write {_BATCH:,} statements", drivers, lambda layout: layout.write, [{"rows": rows} for rows in batches]
    )
    yield _line("edges of a document with their evidence", drivers, lambda layout: (layout.of_document,), keys)
    yield _line("documents that cite a law", drivers, lambda layout: (layout.citing,), laws)
    yield _line("close what a mention claims", drivers, lambda layout: (layout.close,), mentions)


def _line(
    what: str, drivers: Mapping[Layout, Driver], texts: Callable[[Layout], Sequence[str]], asked: Sequence[Params]
) -> str:
    times: dict[Layout, list[float]] = {layout: [] for layout in drivers}
    for params in asked:
        for layout, driver in drivers.items():
            times[layout].append(1000 * seconds(partial(_transaction, driver, texts(layout), params)))
    late = {layout: spent[len(spent) // 4 :] for layout, spent in times.items()}
    return f"  {what:<44}" + "".join(f"{min(spent):>12,.1f}{median(spent):>12,.1f}" for spent in late.values())


def _transaction(driver: Driver, texts: Sequence[str], params: Params) -> None:
    with driver.session() as session:
        session.execute_write(lambda tx: [list(tx.run(text, dict(params))) for text in texts])


def _driver(server: Server) -> Driver:
    return GraphDatabase.driver(
        server.uri, auth=("neo4j", server.password), notifications_min_severity="OFF", connection_timeout=60
    )


def _key(number: int) -> str:
    return f"st:kh:2024:{number}:ubnd.xa-{number % 700}"


def _digest(kind: str, number: int) -> str:
    return hashlib.sha256(f"{kind}{number}".encode()).hexdigest()[:32]


if __name__ == "__main__":
    sys.exit(main())
