"""The single writer's place in a Neo4j database: a lease node that its holder renews and that runs out without it."""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any

from neo4j import ManagedTransaction, Transaction

from graph.errors import StoreBusy, StoreError

_LEASE_SECONDS = 30
# The first SET takes the lock of the node, so that what is read after it is the last word.
_TAKE = """
MERGE (l:Lease {name: 'writer'})
SET l.tried_at = datetime()
WITH l, l.holder IS NULL OR l.holder = $holder OR l.holder = $gone OR l.until < datetime() AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
    SET l.holder = $holder, l.host = $host, l.process = $process, l.until = datetime() + duration({seconds: $seconds}))
RETURN free, l.holder AS holder, l.host AS host, l.process AS process
"""
_CONFIRM = """
MERGE (l:Lease {name: 'writer'})
SET l.tried_at = datetime()
WITH l WHERE l.holder = $holder OR $passing AND (l.holder IS NULL OR l.until < datetime())
FOREACH (_ IN CASE WHEN l.holder = $holder THEN [1] ELSE [] END |
    SET l.until = datetime() + duration({seconds: $seconds}))
RETURN true AS free
"""
_FREE = """
MATCH (l:Lease {name: 'writer', holder: $holder}) REMOVE l.holder, l.host, l.process, l.until
"""

# The holders that hold now in this process; a killed server can keep the name of one that has long gone on.
_holding: set[str] = set()

AnyTransaction = ManagedTransaction | Transaction
Transact = Callable[[Callable[[AnyTransaction], Any]], Any]


class WriterLease:
    """Exclusive right to write a database, held by one store object.

    It is free again after the last exit, after half a minute without a sign of its holder, or at once when the holder
    was a process of this machine that is gone, or a store of this process that could not tell a dead server its exit.
    """

    def __init__(self, transact: Transact, attempt: Transact, address: str) -> None:
        """``transact`` tries a broken transaction again for a while, ``attempt`` runs it once."""
        self._transact = transact
        self._attempt = attempt
        self._address = address
        self._holder = uuid.uuid4().hex
        self._host = socket.gethostname()
        self._thread = threading.RLock()
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the place, again if this thread has it already; raises :class:`StoreBusy`, which names the holder."""
        with self._thread, nullcontext() if self._depth else self._alone():
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Take the place, renew it beside the work, and give it back."""
        self._take()
        _holding.add(self._holder)
        stop = threading.Event()
        renewal = threading.Thread(target=self._renew, args=(stop,), daemon=True)
        renewal.start()
        try:
            yield
        finally:
            stop.set()
            renewal.join()
            _holding.discard(self._holder)
            self._free()

    def confirm(self, tx: AnyTransaction) -> None:
        """Make sure inside a writing transaction that nobody else has the place, and keep others out until its end.

        Raises :class:`StoreBusy` when another has it, perhaps taken after a long silence of the network.
        """
        params = {"holder": self._holder, "passing": self._depth == 0, "seconds": _LEASE_SECONDS}
        if tx.run(_CONFIRM, params).single() is None:
            raise StoreBusy(f"Kho “{self._address}” đang được một tiến trình khác ghi. Hãy đợi rồi chạy lại.")

    def _take(self) -> None:
        taken = self._try("")
        if not taken["free"] and taken["host"] == self._host and _gone(str(taken["holder"]), int(taken["process"])):
            taken = self._try(str(taken["holder"]))
        if not taken["free"]:
            raise StoreBusy(
                f"Kho “{self._address}” đang được tiến trình {taken['process']} trên máy {taken['host']} ghi. "
                "Hãy đợi việc đó xong rồi chạy lại. Việc đọc vẫn dùng được."
            )

    def _try(self, gone: str) -> dict[str, Any]:
        """Take the place if it is free or its holder is ``gone``; tell who has it now."""
        params = {
            "holder": self._holder, "gone": gone, "host": self._host, "process": os.getpid(), "seconds": _LEASE_SECONDS,
        }  # fmt: skip
        found: dict[str, Any] = self._transact(lambda tx: tx.run(_TAKE, params).single(strict=True).data())
        return found

    def _free(self) -> None:
        """Give the place back; when the server is gone the lease runs out by itself."""
        with suppress(StoreError):
            self._attempt(lambda tx: tx.run(_FREE, holder=self._holder).consume())

    def _renew(self, stop: threading.Event) -> None:
        """Runs beside the writing, which reports a server that is gone; what fails once is tried at the next turn."""
        while not stop.wait(_LEASE_SECONDS / 3):
            with suppress(StoreError):
                self._attempt(self.confirm)


def _gone(holder: str, process: int) -> bool:
    """Whether a holder on this machine cannot be writing any more."""
    if process == os.getpid():
        return holder not in _holding
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return False
