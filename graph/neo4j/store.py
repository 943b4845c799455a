"""The store on Neo4j: official driver, managed transactions with retry, one writer by lease.

Reads after a write see it, on a cluster too: all sessions of a store share their bookmarks. How the graph lies in
Neo4j is told in :mod:`graph.store`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session, Transaction
from neo4j.exceptions import IncompleteCommit

from graph.copying import copy
from graph.errors import StoreBusy, StoreError
from graph.model import SourceText, Validity
from graph.neo4j.address import parse_address
from graph.neo4j.failures import store_errors
from graph.neo4j.lease import WriterLease
from graph.neo4j.reading import Reader
from graph.neo4j.schema import prepare
from graph.neo4j.transfer import drop_rows, put_rows, read_portion
from graph.neo4j.writing import BatchWriter
from graph.parts import Part
from graph.rows import source_text_of
from graph.sqlite import SqliteStore
from graph.store import Batch, Params, Portion, Question, Row, StoreStats

RETRY_SECONDS = 30.0
"""For how long a broken transaction is tried again unless told otherwise."""

_CONNECT_SECONDS = 10.0
_IMPATIENT_SECONDS = 5.0
_FETCH = 10_000
"""Rows that the server sends at a time."""


class _Waiting(NamedTuple):
    """Seconds for a connection, seconds of the first pause between two tries, and how pauses grow."""

    connect: float
    pause: float
    growth: float

    @classmethod
    def within(cls, seconds: float) -> _Waiting:
        """For whoever tries for so long: the last pause may overshoot, so pauses grow slowly, or not at all."""
        return cls(1.0, seconds / 8, 1.0) if seconds <= _IMPATIENT_SECONDS else cls(_CONNECT_SECONDS, 1.0, 1.3)


_Result = TypeVar("_Result")

_ROLES = ("IssuingBody", "Unit", "Place")
"""What is counted even when there is none; Cypher returns no row for a group without members."""
_STATS = (
    """
    CALL () {
        MATCH (d:Document) RETURN 'Document' AS name, count(*) AS n
        UNION ALL MATCH (d:Document) WHERE d.label <> 'Document' RETURN d.label AS name, count(*) AS n
        UNION ALL MATCH (b:IssuingBody) RETURN 'IssuingBody' AS name, count(*) AS n
        UNION ALL MATCH (b:Unit) RETURN 'Unit' AS name, count(*) AS n
        UNION ALL MATCH (p:Place) RETURN 'Place' AS name, count(*) AS n
    }
    RETURN name, n
    """,
    """
    MATCH (s:Document|Body|Place)-[e]->() WHERE e.closed_at IS NULL
    RETURN type(e) AS name, count(*) AS n ORDER BY name
    """,
    "MATCH (m:Mention) RETURN m.state AS name, count(*) AS n ORDER BY name",
)


class Neo4jStore:
    """A graph in a Neo4j database; see :class:`graph.store.Store` for what each method promises.

    An empty database is given its schema when it is opened.
    """

    takes_rows = False

    def __init__(self, address: str, *, retry_seconds: float = RETRY_SECONDS) -> None:
        """Open ``neo4j://user:password@host:7687[/database]`` (also ``bolt://`` and the ``+s`` and ``+ssc`` forms).

        Without ``:password`` the environment variable ``NEO4J_PASSWORD`` has it.

        ``retry_seconds`` is how long a broken transaction is tried again, with growing pauses; a few seconds are kept
        to, with short ones.

        Raises:
            UsageError: The address has another form.
            StoreError: The server cannot be reached, refuses the password, or has a version that is not supported.
        """
        place = parse_address(address, os.environ)
        self.address, self._database, self._place = place.shown, place.database, place
        waiting = _Waiting.within(retry_seconds)
        self._driver: Driver = GraphDatabase.driver(
            place.uri,
            auth=place.auth,
            connection_timeout=waiting.connect,
            connection_acquisition_timeout=waiting.connect + _CONNECT_SECONDS,
            max_transaction_retry_time=retry_seconds,
            initial_retry_delay=waiting.pause,
            retry_delay_multiplier=waiting.growth,
            notifications_min_severity="OFF",
            fetch_size=_FETCH,
        )
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._reader = Reader(self._driver, self._database, self._bookmarks)
        self._lease = WriterLease(self._write_transaction, self._write_once, self.address)
        try:
            with store_errors(self._place):
                self._driver.verify_connectivity()
                prepare(self._driver, self._database, self.address)
        except BaseException:
            self._driver.close()
            raise

    def close(self) -> None:
        """Close all connections; calling it twice is harmless."""
        self._driver.close()

    def writer(self) -> AbstractContextManager[None]:
        """Hold the single writer's place over several batches; raises :class:`StoreBusy` when another has it."""
        return self._lease.held()

    def together(self) -> AbstractContextManager[None]:
        """Each batch is durable at once: the server gathers what reaches it at one time."""
        return nullcontext()

    def write(self, batch: Batch) -> None:
        """Write ``batch`` in one managed transaction, tried again when the connection or the leader is lost."""
        self._write_alone(lambda tx: BatchWriter(tx, _now()).write(batch))

    def write_validity(self, origin: str, checksum: str, rows: Sequence[tuple[str, Validity]]) -> None:
        """Replace all validity rows of the reference table ``origin`` in one transaction."""

        def work(tx: ManagedTransaction) -> None:
            BatchWriter(tx, _now()).validity(origin, rows)
            tx.run("MERGE (r:Reference {origin: $origin}) SET r.checksum = $checksum", origin=origin, checksum=checksum)

        self._write_alone(work)

    def run(self, question: Question, params: Params) -> list[Row]:
        """Execute ``question``; sequences among ``params`` reach Cypher as lists."""
        return self.read(question.cypher, params)

    def read(self, cypher: str, params: Params) -> list[Row]:
        """Execute a reading query and return its rows."""
        with store_errors(self._place):
            return self._reader.read(cypher, params)

    def stats(self) -> StoreStats:
        """Count documents (in all and by label), bodies by role, places, live edges by type and mentions by state."""
        nodes, edges, mentions = (
            {str(row["name"]): int(cast("int", row["n"])) for row in self.read(text, {})} for text in _STATS
        )
        roles = dict.fromkeys(_ROLES, 0) | {name: n for name, n in nodes.items() if name in _ROLES}
        labels = {name: n for name, n in sorted(nodes.items()) if name not in ("Document", *_ROLES)}
        return StoreStats({"Document": nodes.get("Document", 0)} | labels | roles, edges, mentions)

    def backup(self, target: Path) -> None:
        """Copy the graph into the new store file ``target``, closed to other writers meanwhile, and compare the two."""
        if target.exists():
            raise StoreError(f"“{target}” đã có sẵn. Hãy chọn tên khác cho bản sao.")
        partial = target.with_name(target.name + ".partial")
        partial.unlink(missing_ok=True)
        with closing(SqliteStore(partial)) as file:
            if not copy(self, file, name=self.address).same:
                raise StoreError(f"Kho {self.address} đã đổi trong lúc sao lưu. Hãy chạy lại khi không ai ghi vào kho.")
            file.backup(target)
        for suffix in ("", "-wal", "-shm", ".lock"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)

    def damage(self) -> list[str]:
        """Nothing: the files of a server are checked by its administrator (neo4j-admin database check)."""
        return []

    def sources(self) -> Iterator[SourceText]:
        """Yield the texts of all live sources by sha256; only one text is held at a time."""
        listed = self.read(
            "MATCH (s:Source) WHERE s.retracted_at IS NULL RETURN s.sha256 AS sha256 ORDER BY sha256", {}
        )
        one = (
            "MATCH (s:Source {sha256: $sha256}) RETURN s.sha256 AS sha256, s.path AS path, s.format AS format, "
            "s.size AS size, s.text AS text, s.read_at AS read_at, s.extractor AS extractor, "
            "s.pages AS pages"
        )
        for row in listed:
            yield from (source_text_of(found) for found in self.read(one, {"sha256": row["sha256"]}))

    def read_rows(self, part: Part, after: str | None = None) -> Portion:
        """The next rows of ``part`` as they are stored."""
        return read_portion(self.read, part, after)

    def put_rows(self, part: Part, rows: Sequence[Row], mark: str | None) -> None:
        """Write rows as another store holds them, and how far that copy has come."""
        self._write_alone(lambda tx: put_rows(tx, part, rows, mark))

    def drop_rows(self, part: Part, keys: Sequence[str]) -> None:
        """Remove nodes by the property that identifies them."""
        self._write_alone(lambda tx: drop_rows(tx, part, keys))

    def _write_alone(self, work: Callable[[ManagedTransaction], None]) -> None:
        """Run ``work`` while nobody else has the writer's place; where another just left it, after taking it."""

        def confirmed(tx: ManagedTransaction) -> None:
            self._lease.confirm(tx)
            work(tx)

        try:
            self._write_transaction(confirmed)
        except StoreBusy:
            with self._lease.held():
                self._write_transaction(confirmed)

    def _write_transaction(self, work: Callable[[ManagedTransaction], _Result]) -> _Result:
        with store_errors(self._place), self._session() as session:
            try:
                return session.execute_write(work)
            except IncompleteCommit:
                # Nobody knows whether it is written. What is written here says the same twice, so it is tried again,
                # which the driver leaves to those who know that.
                return session.execute_write(work)

    def _write_once(self, work: Callable[[Transaction], _Result]) -> _Result:
        with store_errors(self._place), self._session() as session, session.begin_transaction() as tx:
            done = work(tx)
            tx.commit()
            return done

    def _session(self) -> Session:
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
