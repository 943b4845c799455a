"""Reading by several processes: the graph of one, a bounded window, and no file that takes down more than itself."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import UnreadableFile, WorkersError
from graph.originals import Originals
from graph.sqlite import SqliteStore
from ingest.pipeline import Here, ingest_paths
from ingest.read_ahead import ReadAhead, Workers
from ingest.walk import files_under
from ingest.workers import WorkerPool, local_workers
from tests.hostile_reading import hostile
from tests.small_corpus import OTHER_41, Outcome, ingested, write_corpus

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LONG = 60.0


def plans(folder: Path, number: int) -> list[Path]:
    """Short documents that cite one another's kind, in the order of their names."""
    folder.mkdir()
    for index in range(number):
        text = OTHER_41.replace("41/KH-UBND", f"{index + 100}/KH-UBND")
        (folder / f"{index:03}.txt").write_text(text, encoding="utf-8")
    return list(files_under([folder]))


@pytest.fixture(scope="module")
def examples() -> list[Path]:
    return [file for file in files_under([EXAMPLES]) if file.name != "README.md"]


@pytest.fixture(scope="module")
def alone(examples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What one process makes of the examples."""
    return ingested(tmp_path_factory.mktemp("alone"), examples)


@dataclass
class Counting(Executor):
    """Runs every call at once and counts."""

    submitted: int = 0
    inner: Executor = field(default_factory=Here)

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        self.submitted += 1
        return self.inner.submit(fn, *args, **kwargs)


@pytest.mark.slow
def test_several_processes_make_the_graph_and_the_report_of_one(
    examples: list[Path], alone: Outcome, tmp_path: Path
) -> None:
    with local_workers(3, seconds=LONG) as workers:
        assert ingested(tmp_path, examples, workers) == alone


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_files_come_makes_no_other_graph(
    seed: int, examples: list[Path], alone: Outcome, tmp_path: Path
) -> None:
    shuffled = random.Random(seed).sample(examples, len(examples))  # noqa: S311 - an order, not a secret
    assert shuffled != examples
    assert ingested(tmp_path, shuffled).graph == alone.graph


def test_files_come_in_their_order_whichever_worker_is_first(tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 6)

    class LastFirst(ThreadPoolExecutor):
        waits = iter(range(len(files), 0, -1))

        def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
            def late(wait: float) -> object:
                time.sleep(wait)
                return fn(*args, **kwargs)

            return super().submit(late, 0.03 * next(self.waits))

    with LastFirst(len(files)) as executor:
        ahead = ReadAhead(files, Workers(executor, ahead=len(files)), lambda _: False)
        assert [opened.file for _ in files for opened in ahead.next()] == files


def test_only_a_window_of_files_is_submitted_at_a_time(tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 9)
    executor = Counting()
    ahead = ReadAhead(files, Workers(executor, ahead=2), lambda _: False)
    submitted = [executor.submitted for _ in files for _ in ahead.next()]
    assert submitted == [3, 4, 5, 6, 7, 8, 9, 9, 9]


def test_the_window_is_bounded_in_bytes_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = plans(tmp_path / "van-ban", 9)
    monkeypatch.setattr("ingest.read_ahead._BYTES_AHEAD", 2 * files[0].stat().st_size)
    executor = Counting()
    next(ReadAhead(files, Workers(executor, ahead=100), lambda _: False).next())
    assert executor.submitted == 2


def test_what_the_store_has_is_not_sent_to_workers(tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 4)
    assert ingested(tmp_path, files[:3]).report.kept == 3
    executor = Counting()
    again = ingested(tmp_path, files, Workers(executor, ahead=9)).report
    assert (again.unchanged, again.kept, executor.submitted) == (3, 1, 1)


def test_files_that_are_read_already_are_written_together_and_told_as_done_when_they_are_durable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.pipeline._MOST_TOGETHER", 2)
    files = plans(tmp_path / "van-ban", 5)
    told: list[tuple[int, int]] = []
    with closing(SqliteStore(tmp_path / "cancu.db")) as store, closing(SqliteStore(tmp_path / "cancu.db")) as other:

        def tell(done: int, total: int, file: Path) -> None:
            assert file == files[done]
            told.append((done, sum(1 for _ in other.sources())))

        report = ingest_paths(
            store,
            files,
            originals=Originals(tmp_path / "originals"),
            workers=Workers(Counting(), ahead=2),
            on_progress=tell,
        )
    assert report.kept == len(files)
    assert told == [(0, 0), (2, 2), (4, 4)]


def test_the_same_bytes_twice_in_one_window_are_one_document(tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 2)
    files[1].write_bytes(files[0].read_bytes())
    report = ingested(tmp_path, files, Workers(Here(), ahead=9)).report
    assert (report.kept, report.unchanged) == (1, 1)


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        ("killed", "tiến trình đọc tệp này dừng đột ngột (SIGKILL)"),
        ("left", "tiến trình đọc tệp này dừng đột ngột (mã thoát 3)"),
        ("mistaken", "kể cả khi chỉ đọc riêng nó (ZeroDivisionError)"),
        ("stuck", "đọc quá 4 giây"),
        ("greedy", "cần quá 1000 MB bộ nhớ"),
    ],
)
def test_a_file_that_takes_its_worker_down_is_set_aside_alone(act: str, reason: str, tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 8)
    expected = ingested(tmp_path / "a", files[:3] + files[4:]).graph
    files[3].write_text(f"@@{act}@@", encoding="utf-8")
    seconds = 4.0 if act == "stuck" else LONG
    with local_workers(2, seconds=seconds, megabytes=1000) as workers:
        found = ingested(tmp_path / "b", files, hostile(workers))
    assert [Path(aside.file) for aside in found.report.set_aside] == [files[3]]
    assert reason in found.report.set_aside[0].reason
    assert found.report.kept == 7
    assert found.graph == expected


def test_a_file_that_only_failed_beside_another_one_is_read_again_alone(tmp_path: Path) -> None:
    """As when a worker dies that had several files: who is to blame shows when each is read alone."""
    files = plans(tmp_path / "van-ban", 6)
    calls = iter(range(100))

    class BreaksOnce(Here):
        def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
            if next(calls) >= 4:
                return super().submit(fn, *args, **kwargs)
            return super().submit(divmod, 1, 0)

    report = ingested(tmp_path, files, Workers(BreaksOnce(), ahead=3)).report
    assert (report.kept, report.set_aside) == (6, [])


def test_workers_that_are_gone_end_the_run_and_what_was_written_stays(tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 3)

    class Gone(Here):
        def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
            future = super().submit(fn, *args, **kwargs) if str(args[1]).endswith("000.txt") else Future[Any]()
            if future.cancel():
                future.set_running_or_notify_cancel()
            return future

    with pytest.raises(WorkersError, match="Mất liên lạc với các máy đọc"):
        ingested(tmp_path, files, Workers(Gone(), ahead=2))
    assert ingested(tmp_path, files).report.unchanged == 1


def test_workers_with_other_rules_are_refused(tmp_path: Path) -> None:
    files = plans(tmp_path / "van-ban", 1)

    class Older(Here):
        def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
            return super().submit(lambda: replace(fn(*args, **kwargs), extractor="cancu-rules-0"))

    with pytest.raises(WorkersError, match="cancu-rules-0"):
        ingested(tmp_path, files, Workers(Older()))


def test_a_refusal_of_a_reader_is_the_reason_as_without_workers(tmp_path: Path) -> None:
    write_corpus(tmp_path / "van-ban")
    (tmp_path / "van-ban/anh.png").write_bytes(b"\x89PNG\r\n")
    files = list(files_under([tmp_path / "van-ban"]))
    expected = ingested(tmp_path / "a", files)
    with local_workers(1, seconds=LONG) as workers:
        assert ingested(tmp_path / "b", files, workers) == expected


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool(2, seconds=LONG)
    yield made
    made.shutdown(cancel_futures=True)


def test_a_pool_returns_what_calls_return_and_raises_what_they_raise(pool: WorkerPool) -> None:
    assert list(pool.map(divmod, (7, 8, 9), (2, 2, 2))) == [(3, 1), (4, 0), (4, 1)]
    assert isinstance(pool.submit(divmod, 1, 0).exception(), ZeroDivisionError)


def test_a_call_that_cannot_be_sent_fails_and_the_pool_goes_on(pool: WorkerPool) -> None:
    assert pool.submit(lambda: 1).exception() is not None
    assert pool.submit(divmod, 3, 2).result() == (1, 1)


def test_a_pool_that_is_shut_down_finishes_what_it_has_and_takes_nothing_more(pool: WorkerPool) -> None:
    futures = [pool.submit(divmod, number, 2) for number in range(6)]
    pool.shutdown()
    assert [future.result()[0] for future in futures] == [0, 0, 1, 1, 2, 2]
    with pytest.raises(RuntimeError):
        pool.submit(divmod, 1, 1)


def test_a_pool_that_is_cancelled_ends_in_the_middle_of_its_calls(pool: WorkerPool) -> None:
    futures = [pool.submit(time.sleep, 600) for _ in range(6)]
    while not futures[1].running():
        time.sleep(0.01)
    pool.shutdown(cancel_futures=True)
    assert all(future.cancelled() for future in futures[2:])
    assert isinstance(futures[0].exception(), UnreadableFile)
