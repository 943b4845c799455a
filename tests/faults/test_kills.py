"""An ingest into SQLite that is killed at any moment loses nothing it has acknowledged and leaves nothing half-written.

``make faults`` kills it a hundred times while it reads fifty times the examples; a run of all tests does so on a small
scale.
"""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from graph.open import open_originals, open_store
from queries.check import check
from queries.checksum import Part, checksum
from tests.faults.corpus import FULL, write_copies

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
KILLS, COPIES, MOST = (100, 50, 20) if FULL else (4, 2, 8)
"""How often, of how many copies of the examples, and after how many documents of a run at most."""

LONGEST = 0.3
"""Seconds after that: reading, writing or flushing of the next document."""

# Tells before each file how many are done: those it has acknowledged.
_INGEST = """
import sys
from contextlib import closing
from pathlib import Path
from graph.open import open_originals, open_store
from ingest.pipeline import ingest_paths
from ingest.workers import local_workers

store, folder = sys.argv[1:]
tell = lambda done, total, file: print(done, flush=True)
with local_workers(2, seconds=600) as workers, closing(open_store(store)) as graph:
    report = ingest_paths(graph, [Path(folder)], originals=open_originals(store), workers=workers, on_progress=tell)
    print("end", report.read, flush=True)
"""


def started(store: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _INGEST, str(store), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def whole(store: Path) -> dict[str, Part]:
    """The digest of a store, which must be whole."""
    with closing(open_store(str(store))) as graph:
        assert check(graph, open_originals(str(store))).faults == []
        return checksum(graph)


def sources(store: Path) -> set[str]:
    with closing(open_store(str(store))) as graph:
        return {source.sha256 for source in graph.sources()}


def test_whatever_moment_an_ingest_is_killed_at_what_it_acknowledged_is_there_and_the_next_run_goes_on(
    tmp_path: Path,
) -> None:
    files = sorted(write_copies(tmp_path / "van-ban", COPIES))
    hashes = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    with started(tmp_path / "unbroken.db", tmp_path / "van-ban") as unbroken:
        assert unbroken.communicate()[0].splitlines()[-1] == f"end {len(files)}"
    expected = whole(tmp_path / "unbroken.db")
    moments, rounds, killed = random.Random(7), 0, 0  # noqa: S311 - moments, not secrets
    while killed < KILLS:
        rounds += 1
        store = tmp_path / f"{rounds}.db"
        ended, found = False, {}
        while not ended:
            with started(store, tmp_path / "van-ban") as run:
                assert run.stdout
                lines = [run.stdout.readline()]
                if killed < KILLS:
                    lines += islice(run.stdout, moments.randrange(MOST))
                    time.sleep(moments.uniform(0, LONGEST))
                    killed += run.poll() is None
                    run.kill()
                lines += run.stdout.readlines()
            ended = lines[-1].startswith("end")
            done = len(files) if ended else int(next((line for line in reversed(lines) if line[:-1].isdigit()), 0))
            assert set(hashes[:done]) <= sources(store)
            found = whole(store)
        assert found == expected


def test_two_ingests_at_once_make_one_graph_and_the_second_is_told_who_writes(tmp_path: Path) -> None:
    write_copies(tmp_path / "van-ban", 1)
    with started(tmp_path / "one.db", tmp_path / "van-ban") as first:
        assert first.stdout
        assert first.stdout.readline() == "0\n"
        command = [sys.executable, "-c", "from cli.main import run; run()", "ingest", str(tmp_path / "van-ban")]
        command += ["--store", str(tmp_path / "one.db")]
        first.send_signal(signal.SIGSTOP)  # so that it is still at it, however long the other takes to start
        second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        first.send_signal(signal.SIGCONT)
        first.communicate()
    assert second.returncode == 4
    assert f"đang được tiến trình {first.pid}" in second.stderr
    with started(tmp_path / "other.db", tmp_path / "van-ban") as alone:
        alone.communicate()
    assert whole(tmp_path / "one.db") == whole(tmp_path / "other.db")
