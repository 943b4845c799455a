"""What the SQLite store promises beyond the contract: its file, its lock, its schema, its survival of a crash."""

from __future__ import annotations

import hashlib
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import StoreBusy, StoreError
from graph.lookups import has_source
from graph.model import Body, Level, Regime
from graph.sqlite import SqliteStore
from graph.sqlite.schema import migrations
from graph.store import Store
from queries.checksum import checksum
from queries.document import document
from queries.search import search
from tests.papers import Cite, Duty, Paper, plan

ROOT = Path(__file__).resolve().parents[2]
OFFICE = Body("phong-noi-vu.kien-an", "Phòng Nội vụ", "phong-noi-vu", Level.DISTRICT, regime=Regime.STATE)
PAPER = Paper(plan(1), (Cite(plan(2)), Cite(plan(3))), symbol="01/KH-UBND", title="Kế hoạch dân vận")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store file with one paper."""
    path = tmp_path / "cancu.db"
    with closing(SqliteStore(path)) as store:
        store.write(PAPER.batch())
    return path


def reopened(path: Path) -> Store:
    return SqliteStore(path, create=False)


def test_every_row_survives_closing_and_opening(file: Path) -> None:
    with closing(reopened(file)) as store:
        assert has_source(store, PAPER.source.sha256)
        assert store.stats().edges == {"CITES": 2}


@pytest.mark.parametrize("written", [b"tablesource", b"CREATE TABLE source", b"indexsource_by_path"])
def test_a_store_whose_schema_is_damaged_is_refused_with_what_to_do(file: Path, written: bytes) -> None:
    whole = file.read_bytes()
    assert written in whole
    file.write_bytes(whole.replace(written, b"\x90" * len(written)))  # no letters of any word
    with pytest.raises(StoreError, match="dùng bản sao lưu"):
        reopened(file)


def test_batches_that_are_written_together_are_seen_by_others_when_all_are_written(tmp_path: Path) -> None:
    path, sha256 = tmp_path / "cancu.db", PAPER.source.sha256
    with closing(SqliteStore(path)) as store, closing(reopened(path)) as other:
        with store.together():
            store.write(PAPER.batch())
            assert (has_source(store, sha256), has_source(other, sha256)) == (True, False)
        assert has_source(other, sha256)


def test_what_texts_claim_is_counted_as_if_they_were_written_apart_also_after_one_failed(tmp_path: Path) -> None:
    papers = [Paper(plan(1), (Cite(plan(number)), Cite(plan(9), symbol=f"0{number}/KH-UBND"))) for number in (2, 3, 4)]
    batches = [replace(paper, edition=str(place)).batch() for place, paper in enumerate(papers)]
    wrong = replace(batches[1], statements=(replace(batches[1].statements[0], object="nowhere"),))
    apart, together = SqliteStore(tmp_path / "apart.db"), SqliteStore(tmp_path / "together.db")
    with closing(apart), closing(together):
        for batch in batches:
            apart.write(batch)
        with together.together():
            together.write(batches[0])
            with pytest.raises(ValueError, match="nowhere"):
                together.write(wrong)
            assert document(together, plan(9)).claims["symbol"] == {"02/KH-UBND": 1}
            together.write(batches[1])
            together.write(batches[2])
            together.write(replace(batches[2], retract=batches[1].source.sha256 if batches[1].source else None))
        apart.write(replace(batches[2], retract=batches[1].source.sha256 if batches[1].source else None))
        assert rows_of_claims(together) == rows_of_claims(apart)
        assert checksum(together) == checksum(apart)
        assert together.damage() == []


def test_a_batch_that_names_a_text_which_is_not_there_is_refused(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "cancu.db")) as store, pytest.raises(ValueError, match="no text"):
        store.write(replace(PAPER.batch(), source=None))


def rows_of_claims(store: SqliteStore) -> list[tuple[str, ...]]:
    return store._writer.execute("SELECT * FROM claim ORDER BY node, field, value").fetchall()


def test_all_tables_are_strict(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        tables = raw.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()
    own = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "document_search"))}
    assert own
    assert set(own.values()) == {1}


def test_the_file_is_written_safely(file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        settings = {
            name: store._writer.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
        }
        assert settings == {"journal_mode": "wal", "synchronous": 2}
        assert store._writer.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_second_writer_in_another_process_is_told_who_writes_and_readers_go_on(file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from graph.sqlite import SqliteStore\n"
        "with SqliteStore(Path(sys.argv[1])).writer(): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(file)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder, closing(reopened(file)) as store:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreBusy, match=f"tiến trình {holder.pid}"):
            store.write(PAPER.batch())
        assert [hit.symbol for hit in search(store, "dan van").hits] == ["01/KH-UBND"]
        holder.communicate()
        store.write(PAPER.batch())


def test_two_store_objects_of_one_process_exclude_each_other(file: Path) -> None:
    with closing(reopened(file)) as one, closing(reopened(file)) as other:
        with one.writer(), pytest.raises(StoreBusy), other.writer():
            pass
        with other.writer():
            other.write(PAPER.batch())


def test_the_writers_place_may_be_taken_again_by_its_holder(file: Path) -> None:
    with closing(reopened(file)) as store:
        with store.writer(), store.writer():
            store.write(PAPER.batch())
        with closing(reopened(file)) as other, other.writer():
            pass


def test_questions_may_be_asked_from_many_threads(file: Path) -> None:
    with closing(reopened(file)) as store:
        found: list[int] = []
        threads = [threading.Thread(target=lambda: found.append(search(store, "dân vận").page.total)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [1] * 8


@pytest.mark.parametrize("moment", ["INSERT INTO statement", "INSERT INTO claim", "INSERT INTO document", "COMMIT"])
def test_a_writer_that_is_killed_leaves_all_of_a_batch_or_nothing(file: Path, moment: str) -> None:
    with closing(reopened(file)) as store:
        before = checksum(store)
    program = f"""
import os, signal, sys
from pathlib import Path
from graph.sqlite import SqliteStore
from tests.papers import Cite, Paper, plan
store = SqliteStore(Path(sys.argv[1]))
store._writer.set_trace_callback(lambda text: {moment!r} in text and os.kill(os.getpid(), signal.SIGKILL))
store.write(Paper(plan(7), (Cite(plan(1)), Cite(plan(8)))).batch())
"""
    run = subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=False)
    assert run.returncode == -signal.SIGKILL
    with closing(reopened(file)) as store:
        assert checksum(store) == before
        store.write(Paper(plan(7), (Cite(plan(1)), Cite(plan(8)))).batch())


def test_a_backup_is_a_store_of_its_own(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "backup.db"
    with closing(reopened(file)) as store:
        store.backup(target)
        with closing(reopened(target)) as copy:
            assert checksum(copy) == checksum(store)
        with pytest.raises(StoreError, match="đã có sẵn"):
            store.backup(target)


def write_text(path: Path) -> None:
    path.write_text("KẾ HOẠCH số 10/KH-UBND" * 100, encoding="utf-8")


def write_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE notes (text)")
        raw.commit()


def write_newer_store(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store._writer.execute(f"PRAGMA user_version = {len(migrations()) + 1}")


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        pytest.param(write_text, "không phải kho của cancu", id="a text file"),
        pytest.param(write_other_database, "không phải kho của cancu", id="another program's database"),
        pytest.param(write_newer_store, "bản cancu mới hơn", id="a store of a newer version"),
        pytest.param(make_folder, "không đọc hoặc ghi được", id="a folder"),
    ],
)
def test_a_file_that_is_no_usable_store_is_refused_and_left_alone(
    tmp_path: Path, prepare: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / "cancu.db"
    prepare(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=message):
        SqliteStore(path)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_store_that_is_not_there_is_only_made_when_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "new" / "cancu.db"
    with pytest.raises(StoreError, match="Chưa có kho"):
        SqliteStore(path, create=False)
    assert not path.parent.exists()
    SqliteStore(path).close()
    reopened(path).close()


def test_an_older_store_is_brought_up_to_date_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cancu.db"
    with closing(SqliteStore(path)) as store:
        store.write(PAPER.batch())
    now = migrations()
    added = "CREATE TABLE one (x TEXT) STRICT;\nCREATE TABLE two (x TEXT) STRICT;\n"
    monkeypatch.setattr("graph.sqlite.schema.migrations", lambda: (*now, added, "CREATE TABLE broken (;\n"))
    with pytest.raises(StoreError):
        SqliteStore(path)
    monkeypatch.setattr("graph.sqlite.schema.migrations", lambda: (*now, added))
    with closing(SqliteStore(path)) as store:
        assert store._writer.execute("PRAGMA user_version").fetchone() == (len(now) + 1,)
        assert store.stats().edges == {"CITES": 2}


def test_the_steps_of_bringing_an_older_store_up_to_date_are_told_those_of_a_new_one_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path, now = tmp_path / "cancu.db", migrations()
    last = len(now)
    with monkeypatch.context() as earlier:
        earlier.setattr("graph.sqlite.schema.migrations", lambda: now[:-2])
        SqliteStore(path).close()
    assert caplog.messages == []
    SqliteStore(path).close()
    steps = [f"“{path}” lên lược đồ {number}/{last}" for number in (last - 1, last)]
    assert all(step in message for step, message in zip(steps, caplog.messages, strict=True))
    SqliteStore(path).close()
    assert len(caplog.messages) == len(steps)


def test_the_statements_of_an_older_store_keep_their_tasks_when_they_get_the_ids_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, now = tmp_path / "cancu.db", migrations()
    paper = Paper(plan(1), (Cite(plan(2)),), bodies=(OFFICE,), duties=(Duty(OFFICE.key, OFFICE.name, "Chủ trì"),))
    batch = paper.batch()
    older = [hashlib.sha256(statement.id.encode()).hexdigest()[:32] for statement in batch.statements]
    statements = tuple(replace(old, id=key) for old, key in zip(batch.statements, older, strict=True))
    others = (*now[:10], *now[11:])
    monkeypatch.setattr("graph.sqlite.schema.migrations", lambda: others)
    with closing(SqliteStore(path)) as store:
        store.write(replace(batch, statements=statements))
    monkeypatch.setattr("graph.sqlite.schema.migrations", lambda: (*others, now[10]))
    with closing(SqliteStore(path)) as store:
        ids = {row[0] for row in store._writer.execute("SELECT id FROM statement")}
        assert ids == {paper.source.sha256[:12] + key[:20] for key in older}
        joined = "SELECT unit FROM task JOIN statement ON id = statement"
        assert store._writer.execute(joined).fetchall() == [(OFFICE.key,)]
        assert store.damage() == []


@pytest.mark.parametrize("lost", ["index source_by_file", "table reference", "trigger document_search_update"])
def test_what_a_store_has_lost_of_its_schema_is_damage(lost: str, file: Path) -> None:
    with closing(SqliteStore(file)) as store:
        store._writer.execute(f"DROP {lost}")
        assert f"thiếu {lost}" in store.damage()


def test_an_emptied_file_is_not_taken_for_the_store_that_it_was(tmp_path: Path) -> None:
    (tmp_path / "cancu.db").touch()
    with pytest.raises(StoreError, match="rỗng"):
        SqliteStore(tmp_path / "cancu.db", create=False)
    SqliteStore(tmp_path / "cancu.db").close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="Không tạo được thư mục"):
        SqliteStore(tmp_path / "file" / "sub" / "cancu.db")


def test_a_closed_store_says_so(file: Path) -> None:
    store = SqliteStore(file)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="đã đóng"):
        store.stats()


def test_a_store_is_read_on_after_ctrl_c_at_any_moment_of_a_read(file: Path) -> None:
    program = """
import random, signal, sys
from pathlib import Path
from graph.sqlite import SqliteStore

store, reads, interrupted = SqliteStore(Path(sys.argv[1]), create=False), 0, 0
signal.signal(signal.SIGALRM, signal.default_int_handler)
while reads < 3000:
    try:
        while reads < 3000:
            reads += 1
            signal.setitimer(signal.ITIMER_REAL, random.uniform(1e-5, 3e-4))
            store.stats()
        signal.setitimer(signal.ITIMER_REAL, 0)
    except KeyboardInterrupt:
        interrupted += 1
print(interrupted > 100, store.stats().nodes["Document"])
"""
    command = [sys.executable, "-c", program, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "True 3\n", done.stderr
