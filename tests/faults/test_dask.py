"""Reading on a real Dask cluster: the graph of one process, also when workers die; clear words when it is not there."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from cli.main import main
from graph.errors import WorkersError
from graph.originals import Originals
from graph.sqlite import SqliteStore
from ingest.cluster import dask_workers
from ingest.pipeline import OnProgress, ingest_paths
from ingest.read_ahead import Workers
from ingest.reading import program_version
from ingest.report import IngestReport
from ingest.walk import files_under
from queries.checksum import Part, checksum
from tests.hostile_reading import hostile, killed_once, waiting
from tests.small_corpus import write_corpus

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LONG = 60.0


@contextmanager
def cluster(workers: int) -> Iterator[LocalCluster]:
    """Scheduler and worker processes of this machine that give a file up when it has killed one worker.

    A worker that dies twice may be away for long without being given up by the cluster.
    """
    settings = {
        "distributed.scheduler.allowed-failures": 0,
        "distributed.deploy.lost-worker-timeout": "10 minutes",
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
        ) as started,
    ):
        yield started


@pytest.fixture(scope="module")
def two() -> Iterator[LocalCluster]:
    with cluster(2) as started:
        yield started


@pytest.fixture(scope="module")
def examples() -> list[Path]:
    return [file for file in files_under([EXAMPLES]) if file.name != "README.md"]


@pytest.fixture(scope="module")
def alone(examples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Part], IngestReport]:
    """What one process makes of the examples."""
    return ingested(tmp_path_factory.mktemp("alone"), examples)


def ingested(
    folder: Path, files: list[Path], workers: Workers | None = None, on_progress: OnProgress | None = None
) -> tuple[dict[str, Part], IngestReport]:
    with closing(SqliteStore(folder / "cancu.db")) as store:
        originals = Originals(folder / "originals")
        report = ingest_paths(store, files, originals=originals, workers=workers, on_progress=on_progress)
        return checksum(store), report


def test_two_workers_make_the_graph_and_the_report_of_one_process(
    two: LocalCluster, examples: list[Path], alone: tuple[dict[str, Part], IngestReport], tmp_path: Path
) -> None:
    with dask_workers(two.scheduler_address, seconds=LONG) as workers:
        assert ingested(tmp_path, examples, workers) == alone


def test_a_worker_that_is_killed_on_the_way_makes_no_difference(
    two: LocalCluster, examples: list[Path], alone: tuple[dict[str, Part], IngestReport], tmp_path: Path
) -> None:
    act = partial(killed_once, trace=tmp_path / "trace")
    there, lost = set(two.scheduler_info["workers"]), list[str]()
    with dask_workers(two.scheduler_address, seconds=LONG, on_lost=lost.append) as workers:
        assert ingested(tmp_path, examples, hostile(workers, {examples[5].read_bytes(): act})) == alone
    assert (tmp_path / "trace").exists()
    assert len(lost) == 1
    assert set(lost) <= there


def test_the_command_line_tells_a_lost_worker_in_one_line_and_goes_on(
    two: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_corpus(tmp_path / "van-ban")
    first, *_ = files_under([folder])
    act = partial(killed_once, trace=tmp_path / "trace")

    @contextmanager
    def killing(address: str, *, seconds: float, on_lost: Callable[[str], None]) -> Iterator[Workers]:
        with dask_workers(address, seconds=seconds, on_lost=on_lost) as workers:
            yield hostile(workers, {first.read_bytes(): act})

    monkeypatch.setattr("ingest.cluster.dask_workers", killing)
    assert main(["ingest", str(folder), "--store", str(tmp_path / "a.db"), "--dask", two.scheduler_address]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"Mất một máy đọc \(tcp://127\.0\.0\.1:\d+\)\. .* lượt nạp vẫn đi tiếp\.", line)


def test_a_file_that_kills_whoever_reads_it_is_set_aside_alone(two: LocalCluster, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "van-ban")
    expected, _ = ingested(tmp_path / "a", list(files_under([folder])))
    (folder / "000.txt").write_text("@@killed@@", encoding="utf-8")
    (folder / "zzz.txt").write_text("@@stuck@@", encoding="utf-8")
    with dask_workers(two.scheduler_address, seconds=5) as workers:
        graph, report = ingested(tmp_path / "b", list(files_under([folder])), hostile(workers))
    assert [Path(aside.file).name for aside in report.set_aside] == ["000.txt", "zzz.txt"]
    assert all("đọc riêng nó (KilledWorker)" in aside.reason for aside in report.set_aside)
    assert graph == expected


def test_a_cluster_that_goes_ends_the_run_and_the_next_run_goes_on(
    examples: list[Path],
    alone: tuple[dict[str, Part], IngestReport],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ingest.cluster._CONNECT_SECONDS", 5)
    with cluster(2) as going, dask_workers(going.scheduler_address, seconds=LONG) as workers:

        def end_at_one(done: int, _total: int, _file: Path) -> None:
            if done == 1:
                going.close()

        with pytest.raises(WorkersError, match="Mất liên lạc với các máy đọc"):
            ingested(tmp_path, examples, hostile(workers, {examples[1].read_bytes(): waiting}), end_at_one)
    graph, report = ingested(tmp_path, examples)
    assert report.unchanged == 1
    assert graph == alone[0]


def test_a_cluster_without_workers_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.cluster._CONNECT_SECONDS", 1)
    refused = pytest.raises(WorkersError, match=r"dask worker tcp://.* --nthreads 1")
    with cluster(0) as empty, refused, dask_workers(empty.scheduler_address, seconds=LONG):
        pass


def test_workers_of_another_version_are_refused(
    two: LocalCluster, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr("ingest.reading.EXTRACTOR", "cancu-rules-0")
    request.addfinalizer(program_version.cache_clear)
    program_version.cache_clear()
    refused = pytest.raises(WorkersError, match=r"Máy đọc dùng cancu .*; máy này dùng cancu .*cancu-rules-0")
    with refused, dask_workers(two.scheduler_address, seconds=LONG):
        pass


def test_a_cluster_that_cannot_be_reached_ends_the_command_with_the_code_of_a_store_that_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ingest.cluster._CONNECT_SECONDS", 0.2)
    folder = write_corpus(tmp_path / "van-ban")
    for address in ("tcp://127.0.0.1:9", "tcp://khong-co.invalid:8786"):
        assert main(["ingest", str(folder), "--store", str(tmp_path / "a.db"), "--dask", address]) == 4
        assert f"Không kết nối được bộ điều phối Dask ở {address}" in capsys.readouterr().err
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1:8786", "127.0.0.1"], ids=["scheme", "no port"])
def test_what_is_no_address_of_a_cluster_is_wrong_usage(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", str(write_corpus(tmp_path)), "--store", str(tmp_path / "a.db"), "--dask", address]) == 2
    assert f"“{address}” không phải địa chỉ của bộ điều phối Dask" in capsys.readouterr().err


def test_without_dask_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["ingest", str(write_corpus(tmp_path)), "--dask", "tcp://127.0.0.1:8786"]) == 2
    assert 'pip install "cancu[dask]"' in capsys.readouterr().err


def test_processes_here_and_machines_elsewhere_cannot_both_be_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", str(write_corpus(tmp_path)), "--dask", "tcp://127.0.0.1:8786", "--jobs", "2"]) == 2
    assert "--jobs và --dask" in capsys.readouterr().err
