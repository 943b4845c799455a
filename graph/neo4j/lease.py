"""The single writer's place in a Neo4j database: a lease node that its holder renews and that runs out when the holder is gone."""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from neo4j import ManagedTransaction

from graph.errors import StoreBusy, StoreError

_LEASE_SECONDS = 30
_TAKE = """
MERGE (l:Lease {name: 'writer'})
SET l.tried_at = datetime()
WITH l, l.holder IS NULL OR l.holder = $holder OR l.until < datetime() AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
    SET l.holder = $holder, l.who = $who, l.until = datetime() + duration({seconds: $seconds}))
RETURN free, l.who AS who
"""
_FREE = "MATCH (l:Lease {name: 'writer', holder: $holder}) REMOVE l.holder, l.who, l.until"

Transact = Callable[[Callable[[ManagedTransaction], Any]], Any]


class WriterLease:
    """Exclusive right to write a database, held by one store object; freed at the last exit or after half a minute of silence."""

    def __init__(self, transact: Transact, address: str) -> None:
        self._transact = transact
        self._address = address
        self._holder = uuid.uuid4().hex
        self._thread = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the place, again if this store has it already; raises :class:`StoreBusy`, which names the holder."""
        with self._thread:
            if self._depth == 0:
                self._take()
            self._depth += 1
            stop = threading.Event()
            renewal = threading.Thread(target=self._renew, args=(stop,), daemon=True)
            if self._depth == 1:
                renewal.start()
            try:
                yield
            finally:
                stop.set()
                self._depth -= 1
                if self._depth == 0:
                    renewal.join()
                    self._free()

    def _take(self) -> None:
        who = f"{socket.gethostname()}, tiến trình {os.getpid()}"

        def work(tx: ManagedTransaction) -> tuple[bool, str]:
            record = tx.run(_TAKE, holder=self._holder, who=who, seconds=_LEASE_SECONDS).single(strict=True)
            return bool(record["free"]), str(record["who"])

        free, holder = self._transact(work)
        if not free:
            raise StoreBusy(f"Kho “{self._address}” đang được ghi bởi {holder}. Hãy đợi lượt ghi đó xong rồi chạy lại.")

    def _free(self) -> None:
        """Give the place back; when the server is gone the lease runs out by itself."""
        with suppress(StoreError):
            self._transact(lambda tx: tx.run(_FREE, holder=self._holder).consume())

    def _renew(self, stop: threading.Event) -> None:
        """Runs beside the writing; a server that is gone is reported by the writing itself."""
        with suppress(StoreError):
            while not stop.wait(_LEASE_SECONDS / 3):
                self._take()
