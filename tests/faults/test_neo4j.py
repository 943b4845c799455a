"""What happens to work in Neo4j when the server is away, refuses, is of another kind, or dies at any moment."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from cli.main import main
from graph.errors import StoreBusy, StoreError
from graph.neo4j.store import Neo4jStore
from graph.neo4j.writing import BatchWriter
from graph.originals import Originals
from graph.sqlite import SqliteStore
from graph.store import Batch, Store
from ingest.pipeline import ingest_paths
from ingest.walk import files_under
from queries.checksum import checksum
from tests.faults.corpus import FULL
from tests.neo4j.server import Server
from tests.papers import Cite, Paper, plan

pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
KILLS, STORES = 20 if FULL else 8, 4
"""How often a server is killed in all (``make faults``: 20), and in how many stores, killed side by side."""


def paper(number: int) -> Paper:
    return Paper(plan(number), (Cite(plan(number + 1)), Cite(plan(1000), "BASED_ON")), title=f"Kế hoạch {number}")


def test_a_server_that_is_down_is_named_without_its_password_and_the_exit_code_is_4(
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = "neo4j://neo4j:matkhaubimat@127.0.0.1:9"
    assert main(["stats", "--store", url]) == 4
    said = capsys.readouterr().err
    assert "Không kết nối được Neo4j ở neo4j://127.0.0.1:9" in said
    assert "docker compose up -d neo4j" in said
    assert "matkhaubimat" not in said


def test_a_wrong_password_is_told_apart_from_a_server_that_is_down(server: Server) -> None:
    with pytest.raises(StoreError, match="từ chối tên hoặc mật khẩu") as refused:
        Neo4jStore(server.store_url.replace(server.password, "saimatkhau"))
    assert "saimatkhau" not in str(refused.value)


def test_a_server_that_takes_no_password_for_a_while_after_wrong_ones_says_so(server: Server) -> None:
    def told(address: str) -> str:
        try:
            Neo4jStore(address).close()
        except StoreError as refused:
            return str(refused)
        return ""

    wrong = server.store_url.replace(server.password, "saimatkhau")
    assert any("tạm không nhận mật khẩu nào" in told(wrong) for _ in range(10))
    deadline = time.monotonic() + 30
    while said := told(server.store_url):
        assert "đợi vài giây rồi chạy lại" in said
        assert time.monotonic() < deadline
        time.sleep(0.5)


def test_a_password_that_must_be_changed_first_is_told_with_the_command_for_it(server: Server) -> None:
    def administer(password: str, command: str) -> None:
        with (
            GraphDatabase.driver(server.uri, auth=("neo4j", password)) as driver,
            driver.session(database="system") as session,
        ):
            session.run(command, one=server.password, other="matkhaukhac").consume()

    administer(server.password, "ALTER USER neo4j SET PASSWORD CHANGE REQUIRED")
    try:
        with pytest.raises(StoreError, match="ALTER CURRENT USER SET PASSWORD FROM"):
            Neo4jStore(server.store_url)
    finally:
        administer(server.password, "ALTER CURRENT USER SET PASSWORD FROM $one TO $other")
        administer("matkhaukhac", "ALTER CURRENT USER SET PASSWORD FROM $other TO $one")
    Neo4jStore(server.store_url).close()


@pytest.mark.parametrize("bounds", [((5, 9000), (5, 9999)), ((4, 4), (5, 1))], ids=["too old", "too new"])
def test_a_server_of_another_version_is_refused_and_left_alone(
    server: Server, bounds: tuple[tuple[int, int], tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j.schema.OLDEST", bounds[0])
    monkeypatch.setattr("graph.neo4j.schema.NEWEST", bounds[1])
    with pytest.raises(StoreError, match=r"phiên bản 5\.26\.\d+; cancu cần Neo4j 5\.26"):
        Neo4jStore(server.store_url)


def test_a_store_of_a_newer_program_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    Neo4jStore(server.store_url).close()
    monkeypatch.setattr("graph.neo4j.schema.migrations", tuple)
    with pytest.raises(StoreError, match="bản cancu mới hơn"):
        Neo4jStore(server.store_url)


def test_a_database_that_holds_another_graph_is_refused_and_left_alone(server: Server) -> None:
    with GraphDatabase.driver(server.uri, auth=("neo4j", server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        driver.execute_query("CREATE (:Person {name: 'An'})")
        indexes = driver.execute_query("SHOW INDEXES YIELD name").records
        with pytest.raises(StoreError, match=r"đồ thị khác \(nút Person\)"):
            Neo4jStore(server.store_url)
        assert driver.execute_query("SHOW INDEXES YIELD name").records == indexes
        driver.execute_query("MATCH (n) DETACH DELETE n")
    Neo4jStore(server.store_url).close()


def test_a_server_elsewhere_that_does_not_answer_is_looked_for_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--store", "neo4j://neo4j:mat-khau@khong-co.invalid"]) == 4
    said = capsys.readouterr().err
    assert "Hãy kiểm tra tên máy, cổng và máy chủ ở đó" in said
    assert "docker" not in said


def test_programs_that_open_a_new_database_at_once_make_its_schema_together(server: Server) -> None:
    with GraphDatabase.driver(server.uri, auth=("neo4j", server.password)) as driver:
        for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for found in driver.execute_query(f"SHOW {kinds} YIELD name, type WHERE type <> 'LOOKUP'").records:
                driver.execute_query(f"DROP {kind} {found['name']}")
        driver.execute_query("MATCH (s:Schema) DELETE s")
        together = threading.Barrier(4)

        def open_store(_: int) -> None:
            together.wait()
            Neo4jStore(server.store_url).close()

        with ThreadPoolExecutor(together.parties) as programs:
            list(programs.map(open_store, range(together.parties)))
        assert len(driver.execute_query("MATCH (s:Schema) RETURN s").records) == 1


def test_a_second_writer_is_told_who_writes_and_readers_go_on(server: Server) -> None:
    program = (
        "import sys; from graph.neo4j.store import Neo4jStore\n"
        "with Neo4jStore(sys.argv[1]).writer(): print('held', flush=True); sys.stdin.read()"
    )
    with closing(Neo4jStore(server.store_url)) as store:
        store.write(paper(1).batch())
        holder = _python(program, server.store_url)
        with holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            with pytest.raises(StoreBusy, match=f"tiến trình {holder.pid}"):
                store.write(paper(2).batch())
            assert store.stats().nodes["Document"] == 3
            holder.communicate()
        store.write(paper(2).batch())


def test_the_place_of_a_writer_that_was_killed_is_free_at_once(server: Server) -> None:
    program = (
        "import sys, time; from graph.neo4j.store import Neo4jStore\n"
        "with Neo4jStore(sys.argv[1]).writer(): print('held', flush=True); time.sleep(600)"
    )
    with _python(program, server.store_url) as holder, closing(Neo4jStore(server.store_url)) as store:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()
        with store.writer():
            store.write(paper(1).batch())


def test_the_place_of_a_store_whose_server_died_is_free_at_once_for_the_next_one(server: Server) -> None:
    with closing(Neo4jStore(server.store_url, retry_seconds=0)) as store, store.writer():
        store.write(paper(1).batch())
        server.kill()
    server.start()
    with closing(Neo4jStore(server.store_url)) as store, store.writer():
        store.write(paper(2).batch())


def test_nobody_waits_for_a_server_that_is_gone_to_give_a_place_back(server: Server) -> None:
    """It would take the whole of these seconds once more, after all that was to be written has failed."""
    with closing(Neo4jStore(server.store_url, retry_seconds=100_000)) as store, store.writer():
        server.kill()


def test_a_writer_that_lost_its_place_stops(server: Server) -> None:
    with closing(Neo4jStore(server.store_url)) as one, closing(Neo4jStore(server.store_url)) as other, one.writer():
        one.write(paper(1).batch())
        one._driver.execute_query("MATCH (l:Lease) SET l.until = datetime() - duration({seconds: 1})")
        with other.writer():
            other.write(paper(2).batch())
            with pytest.raises(StoreBusy):
                one.write(paper(3).batch())
        assert one.stats().nodes["Document"] == 4


@pytest.mark.slow
def test_a_server_that_comes_back_in_time_is_written_to_as_if_nothing_had_happened(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Neo4jStore(server.store_url, retry_seconds=120)) as store:
        store.write(paper(1).batch())
        server.kill()
        back = threading.Timer(2, server.start)
        back.start()
        store.write(paper(2).batch())
        back.join()
        assert store.stats().nodes["Document"] == 4
    assert "will be retried" in caplog.text


@pytest.mark.slow
def test_a_write_whose_commit_nobody_answered_is_made_again_when_the_server_is_back(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = BatchWriter.write

    def die_and_come_back() -> None:
        server.kill()
        server.start()

    back = threading.Timer(1, die_and_come_back)

    def die_during_the_commit(writer: BatchWriter, batch: Batch) -> None:
        write(writer, batch)
        monkeypatch.undo()
        server.freeze()
        back.start()

    monkeypatch.setattr(BatchWriter, "write", die_during_the_commit)
    with closing(Neo4jStore(server.store_url, retry_seconds=120)) as store:
        store.write(paper(1).batch())
        back.join()
        assert store.stats().nodes["Document"] == 3


@pytest.mark.slow
def test_an_ingest_whose_server_dies_stops_with_a_message_and_ends_the_same_when_it_is_continued(
    server: Server, tmp_path: Path
) -> None:
    files = [file for file in files_under([EXAMPLES]) if file.name != "README.md"]
    expected = _ingested(SqliteStore(tmp_path / "expected.db"), files, tmp_path / "a")

    def kill_half_way(done: int, total: int, file: Path) -> None:
        if done == total // 2:
            server.kill()

    with closing(Neo4jStore(server.store_url, retry_seconds=1)) as store:
        with pytest.raises(StoreError, match="những gì đã ghi vẫn còn"):
            ingest_paths(store, files, originals=Originals(tmp_path / "b"), on_progress=kill_half_way)
        server.start()
    with closing(Neo4jStore(server.store_url)) as store:
        report = ingest_paths(store, files, originals=Originals(tmp_path / "b"))
        assert report.unchanged >= len(files) // 2
        assert report.kept + report.unchanged == len(files)
        assert checksum(store) == expected


@pytest.mark.slow
@pytest.mark.parametrize("first", range(STORES))
def test_whatever_moment_a_server_dies_at_nothing_acknowledged_is_lost_and_nothing_is_half_written(
    first: int, server: Server, tmp_path: Path
) -> None:
    """A writer in another process tells each paper that it has written; the server is killed at some moment of that."""
    written = 0
    for kill in range(first, KILLS, STORES):
        with _python(_WRITER, server.store_url, str(written)) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "begin\n"
            time.sleep(0.05 + 0.037 * kill)
            server.kill()
            acknowledged = [int(line) for line in writer.stdout]
        server.start()
        with closing(Neo4jStore(server.store_url)) as store:
            count = len(list(store.sources()))
            assert written + len(acknowledged) <= count <= written + len(acknowledged) + 1
            written = count
    with closing(Neo4jStore(server.store_url)) as store, closing(SqliteStore(tmp_path / "whole.db")) as whole:
        for number in range(written):
            whole.write(paper(number).batch())
        assert checksum(store) == checksum(whole)


_WRITER = """
import sys
from graph.errors import StoreError
from graph.neo4j.store import Neo4jStore
from tests.faults.test_neo4j import paper
store = Neo4jStore(sys.argv[1], retry_seconds=0)
print("begin", flush=True)
try:
    for number in range(int(sys.argv[2]), 100_000):
        store.write(paper(number).batch())
        print(number, flush=True)
except StoreError:
    pass
"""


def _python(program: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _ingested(store: Store, files: list[Path], originals: Path) -> object:
    with closing(store):
        ingest_paths(store, files, originals=Originals(originals))
        return checksum(store)
