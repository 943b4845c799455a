"""The store on SQLite: WAL, ``synchronous=FULL``, one writer, any number of readers in any thread."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import StoreBusy, StoreError, os_reason
from graph.model import SourceText, Validity
from graph.parts import Part
from graph.rows import source_text_of
from graph.sqlite.damage import damage
from graph.sqlite.held import Held
from graph.sqlite.lock import WriterLock
from graph.sqlite.schema import not_a_store, prepare
from graph.sqlite.transfer import drop_rows, put_rows, read_portion
from graph.sqlite.writing import BatchWriter
from graph.store import Batch, Params, Portion, Question, Row, StoreStats, Value

_BUSY_SECONDS = 10.0
_TROUBLES = {
    "SQLITE_CANTOPEN": "không mở hoặc tạo được tệp",
    "SQLITE_READONLY": "nơi này chỉ đọc được",
    "SQLITE_FULL": "đĩa đã đầy",
    "SQLITE_CORRUPT": "tệp kho hư hỏng",
    "SQLITE_IOERR": "đĩa báo lỗi khi đọc hay ghi",
}
_BY_EFFECT = os.access in os.supports_effective_ids
_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = OFF",  # the originals are kept beside the store anyway
    "PRAGMA mmap_size = 134217728",
)
# The writer touches pages all over the indexes, again and again: it keeps them, and carries them over from the
# write-ahead log in larger portions. What is committed is on the disk all the same.
# It maps nothing of the file into memory, which its own pages gain nothing from and others may want.
# References between rows follow from how a batch is written, so that SQLite looks at them only for rows from elsewhere.
_WRITER_SETTINGS = (
    "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 8000", "PRAGMA foreign_keys = OFF",
    "PRAGMA mmap_size = 0",
)  # fmt: skip

_Write = Callable[[Held], object]
"""Writes through the connection of the writer, inside a transaction."""


class SqliteStore:
    """A graph in one SQLite file; see :class:`graph.store.Store` for what each method promises.

    Questions may be run from any thread while a batch is written; each run sees the last committed state.
    """

    takes_rows = True

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Open the store file ``path``; with ``create`` it and its folder are made when they are not there.

        Raises:
            StoreError: The file is not there, is no store, is of a newer version, or cannot be opened.
        """
        self.path = path
        self._lock = WriterLock(path)
        # No queue: Ctrl-C inside one leaves it locked, and the closing report of a run waits for ever.
        self._readers: deque[sqlite3.Connection] = deque()
        self._closed = False
        self._together: int | None = None  # the thread whose batches share a transaction
        self._held: Held | None = None  # what these have in common
        self._written: list[_Write] = []  # what wrote each of them
        if not path.exists():
            if not create:
                raise StoreError(
                    f"Chưa có kho “{path}”. Hãy nạp văn bản: cancu ingest TỆP…, hoặc chỉ kho khác bằng --store."
                )
            _make_folder(path.parent)
        elif not create and path.is_file() and not path.stat().st_size:
            raise self._unusable("tệp kho rỗng (0 byte)")
        with self._errors():
            self._writer = self._connect()
            try:
                prepare(self._writer, path)
                for setting in _WRITER_SETTINGS:
                    self._writer.execute(setting)
            except BaseException:
                self._writer.close()
                raise

    def close(self) -> None:
        """Close all connections; calling it twice is harmless."""
        self._closed = True
        self._writer.close()
        with suppress(IndexError):
            while True:
                self._readers.pop().close()

    def writer(self) -> AbstractContextManager[None]:
        """Hold the single writer's place over several batches; raises :class:`StoreBusy` when another has it."""
        return self._lock.held()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write the batches of the block in one transaction; when one fails, those before it are written again.

        A savepoint for each would have the index of the search written out, and pages kept twice, with every batch.
        """
        with self._lock.held(), self._errors():
            self._writer.execute("BEGIN IMMEDIATE")
            self._together, self._held, self._written = threading.get_ident(), Held(self._writer), []
            try:
                yield
            finally:
                held, self._together, self._held, self._written = self._held, None, None, []
                if self._writer.in_transaction:
                    self._commit(held)

    def write(self, batch: Batch) -> None:
        """Write ``batch`` in one transaction."""
        now = _now()
        self._transact(lambda held: BatchWriter(self._writer, now, held).write(batch))

    def write_validity(self, origin: str, checksum: str, rows: Sequence[tuple[str, Validity]]) -> None:
        """Replace all validity rows of the reference table ``origin`` in one transaction."""

        def write(held: Held) -> None:
            BatchWriter(self._writer, _now(), held).validity(origin, rows)
            said = "INSERT OR REPLACE INTO reference (origin, checksum) VALUES (?, ?)"
            self._writer.execute(said, (origin, checksum))

        self._transact(write)

    def run(self, question: Question, params: Params) -> list[Row]:
        """Execute ``question``; sequences among ``params`` reach SQL as JSON text."""
        bound = {name: _bind(value) for name, value in params.items()}
        with self._errors(), self._asked(question) as connection:
            cursor = connection.cursor()
            cursor.row_factory = None  # the columns are the same for every row of a long answer
            cursor.execute(question.sql, bound)
            columns = [column[0] for column in cursor.description]
            return [dict(zip(columns, row, strict=True)) for row in cursor]

    def stats(self) -> StoreStats:
        """Count documents (in all and by label), bodies by role, places, live edges by type and mentions by state."""
        with self._errors(), self._reader() as connection:
            return StoreStats(*({row["name"]: row["n"] for row in connection.execute(text)} for text in _STATS))

    def backup(self, target: Path) -> None:
        """Copy the store to ``target``, which must not be there yet, while others read and write."""
        if target.exists():
            raise StoreError(f"“{target}” đã có sẵn. Hãy chọn tên khác cho bản sao.")
        _make_folder(target.parent)
        partial = target.with_name(target.name + ".partial")
        partial.unlink(missing_ok=True)
        with self._errors(), self._reader() as connection:
            copy = sqlite3.connect(partial, isolation_level=None)
            try:
                connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.replace(target)

    def damage(self) -> list[str]:
        """Look at every page and index of the file, the references between tables, and the index of the search."""
        with self._errors(), self._reader() as connection:
            found = damage(connection)
        try:
            look = "INSERT INTO document_search (document_search, rank) VALUES ('integrity-check', 1)"
            self._transact(lambda _: self._writer.execute(look))
        except StoreError as error:
            found.append(f"document_search: {error.__cause__}")
        return found

    def sources(self) -> Iterator[SourceText]:
        """Yield the texts of all live sources by sha256; only one text is held at a time."""
        live = "SELECT sha256 FROM source WHERE retracted_at IS NULL ORDER BY sha256"
        one = "SELECT sha256, path, format, size, text, read_at, extractor, pages FROM source WHERE sha256 = ?"
        with self._errors(), self._reader() as connection:
            for listed in connection.execute(live).fetchall():
                found = connection.execute(one, (listed["sha256"],)).fetchone()
                yield source_text_of(found)

    def read_rows(self, part: Part, after: str | None = None) -> Portion:
        """The next rows of ``part`` as they are stored."""
        with self._errors(), self._reader() as connection:
            return read_portion(connection, part, after)

    def put_rows(self, part: Part, rows: Sequence[Row], mark: str | None) -> None:
        """Write rows as another store holds them, and how far that copy has come."""
        with self._lock.held(), self._checking_references():
            self._transact(lambda _: put_rows(self._writer, part, rows, mark))

    def drop_rows(self, part: Part, keys: Sequence[str]) -> None:
        """Remove rows by the column that identifies them."""
        self._transact(lambda _: drop_rows(self._writer, part, keys))

    def _transact(self, write: _Write) -> None:
        """Have ``write`` write all that it writes, or nothing."""
        with self._lock.held(), self._errors():
            shared = self._held
            if shared is None or not self._writer.in_transaction:
                held = Held(self._writer)
                self._begin(write, held)
                self._commit(held)
                return
            try:
                write(shared)
                shared.accept()
            except BaseException:
                self._write_again()
                raise
            self._written.append(write)

    def _begin(self, write: _Write, held: Held) -> None:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            write(held)
            held.accept()
        except BaseException:
            if self._writer.in_transaction:  # which a full disk ends
                self._writer.execute("ROLLBACK")
            raise

    def _write_again(self) -> None:
        """Undo all that was written together, and write it again without what failed."""
        if self._writer.in_transaction:
            self._writer.execute("ROLLBACK")
        held = self._held = Held(self._writer)

        def write_all(_: Held) -> None:
            for write in self._written:
                write(held)
                held.accept()

        self._begin(write_all, held)

    @contextmanager
    def _checking_references(self) -> Iterator[None]:
        self._writer.execute("PRAGMA foreign_keys = ON")
        try:
            yield
        finally:
            self._writer.execute("PRAGMA foreign_keys = OFF")

    def _commit(self, held: Held | None = None) -> None:
        try:
            if held is not None:
                held.put_back()
            self._writer.execute("COMMIT")
        except BaseException:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            raise

    @contextmanager
    def _asked(self, question: Question) -> Iterator[sqlite3.Connection]:
        """The connection that knows all that this thread has written."""
        if self._together == threading.get_ident():
            if self._held is not None and "claim" in question.sql:
                self._held.put_back()
            yield self._writer
        else:
            with self._reader() as connection:
                yield connection

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        self._check_open()
        try:
            connection = self._readers.pop()
        except IndexError:
            connection = self._connect()
            connection.row_factory = _as_mapping
            connection.execute("PRAGMA query_only = ON")
        try:
            yield connection
        finally:
            self._readers.append(connection)
            if self._closed:
                self.close()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError("Kho đã đóng. Hãy mở lại.")

    def _connect(self) -> sqlite3.Connection:
        place = self.path.absolute().as_uri() + ("?mode=ro&immutable=1" if self._is_at_rest() else "")
        connection = sqlite3.connect(
            place, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        for setting in _SETTINGS:
            connection.execute(setting)
        return connection

    def _is_at_rest(self) -> bool:
        """Whether nobody may write where the store lies: SQLite, that would make files beside it, must be told."""
        places = (self.path, self.path.parent)
        if not self.path.exists() or all(os.access(place, os.W_OK, effective_ids=_BY_EFFECT) for place in places):
            return False
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise self._unusable("nơi này chỉ đọc được, mà tệp -wal bên cạnh còn phần chưa chuyển vào kho")
        return True

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except UnicodeDecodeError as error:  # a complaint of SQLite that quotes what is damaged
            raise self._unusable("tệp kho hư hỏng") from error
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "")
            if name == "SQLITE_NOTADB":
                raise not_a_store(self.path) from error
            if name.startswith("SQLITE_BUSY"):
                raise StoreBusy(f"Kho “{self.path}” đang bận. Hãy đợi một lát rồi chạy lại.") from error
            why = next((why for code, why in _TROUBLES.items() if name.startswith(code)), error)
            raise self._unusable(why) from error

    def _unusable(self, why: object) -> StoreError:
        return StoreError(
            f"Kho “{self.path}” không đọc hoặc ghi được: {why}. Hãy kiểm tra đĩa và quyền, hoặc dùng bản sao lưu."
        )


_STATS = (
    """
    SELECT 'Document' AS name, count(*) AS n FROM document
    UNION ALL SELECT label, count(*) FROM document WHERE label <> 'Document' GROUP BY label
    UNION ALL SELECT 'IssuingBody', count(*) FROM body WHERE key IN (SELECT body FROM document)
    UNION ALL SELECT 'Unit', count(*) FROM body
        WHERE key IN (SELECT object FROM edge WHERE type IN ('ASSIGNS', 'ADDRESSED_TO') AND closed_at IS NULL)
    UNION ALL SELECT 'Place', count(*) FROM place
    """,
    "SELECT type AS name, count(*) AS n FROM edge WHERE closed_at IS NULL GROUP BY type ORDER BY type",
    "SELECT state AS name, count(*) AS n FROM mention GROUP BY state ORDER BY state",
)


def _as_mapping(cursor: sqlite3.Cursor, row: tuple[Value, ...]) -> Mapping[str, Value]:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def _bind(value: Value | Sequence[str]) -> Value:
    return (
        value if value is None or isinstance(value, str | int | float) else json.dumps(list(value), ensure_ascii=False)
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"Không tạo được thư mục “{folder}”: {os_reason(error)}. Hãy chọn nơi khác bằng --store."
        ) from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
