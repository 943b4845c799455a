"""A disk that is full or may not be written, files that change under the hand, a clock that is set back."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.open import open_originals, open_store
from graph.store import Store
from ingest.pipeline import ingest_paths
from queries.check import check
from queries.checksum import checksum
from tests.faults.corpus import examples, write_copies
from tests.small_corpus import write_corpus

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "cancu.db"))) as opened:
        yield opened


def run(store: Path, *arguments: str | Path, largest: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command line, with ``largest`` as the size in bytes that a file of it may have."""

    def bound() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    command = [sys.executable, "-c", "from cli.main import run; run()", *map(str, arguments), "--store", str(store)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=bound)


@pytest.mark.slow
@pytest.mark.parametrize("largest", [10_000, 300_000, 1_000_000], ids=["original", "first documents", "later"])
def test_a_disk_that_is_full_ends_the_run_with_a_message_and_the_next_one_goes_on(largest: int, tmp_path: Path) -> None:
    """No file may grow beyond a size, which is what a full disk looks like to whoever writes."""
    store = tmp_path / "cancu.db"
    files = examples()
    open_store(str(store)).close()
    full = run(store, "ingest", *files, "--jobs", "1", largest=largest)
    assert full.returncode == 4
    assert full.stderr.startswith("Kho dữ liệu không dùng được:")
    assert "Hãy kiểm tra" in full.stderr
    assert "Traceback" not in full.stderr
    assert run(store, "check").returncode == 0
    assert run(store, "ingest", *files).returncode == 0
    with closing(open_store(str(tmp_path / "unbroken.db"))) as unbroken, closing(open_store(str(store))) as graph:
        ingest_paths(unbroken, files, originals=open_originals(str(tmp_path / "unbroken.db")))
        assert checksum(graph) == checksum(unbroken)


_AS_NOBODY = """
import os, sys
from contextlib import closing
from pathlib import Path
from graph.errors import StoreError
from graph.open import open_originals, open_store
from ingest.pipeline import ingest_paths

folder, first, second = map(Path, sys.argv[1:])
store = str(folder / "cancu.db")
with closing(open_store(store)) as graph:
    ingest_paths(graph, [first], originals=open_originals(store))
for path in (*folder.rglob("*"), folder):
    path.chmod(0o555 if path.is_dir() else 0o444)
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write everywhere
with closing(open_store(store, create=False)) as graph:
    print(len(list(graph.sources())), graph.stats().nodes["Document"] > 1)
try:
    with closing(open_store(store)) as graph:
        ingest_paths(graph, [second], originals=open_originals(store))
except StoreError as error:
    print(error)
"""


def test_a_store_that_may_not_be_written_is_read_and_a_writer_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = sorted(write_corpus(Path(folder) / "van-ban").iterdir())
        command = [sys.executable, "-c", _AS_NOBODY, folder, str(first), str(second)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        for path in (Path(folder), *Path(folder).rglob("*")):
            path.chmod(0o755)
        read, told = done.stdout.split("\n", 1)
        assert (done.stderr, read, "Hãy" in told) == ("", "1 True", True)
        store = str(Path(folder) / "cancu.db")
        with closing(open_store(store)) as graph:
            assert check(graph, open_originals(store)).whole
            assert len(list(graph.sources())) == 1


def test_a_file_that_is_deleted_before_its_turn_is_set_aside_and_the_rest_goes_in(store: Store, tmp_path: Path) -> None:
    files = write_copies(tmp_path / "van-ban", 1)[:5]

    def delete(done: int, total: int, file: Path) -> None:
        files[4].unlink(missing_ok=True)

    report = ingest_paths(store, files, originals=open_originals(str(tmp_path / "cancu.db")), on_progress=delete)
    assert report.kept == 4
    assert [(aside.kind, "không có tệp này" in aside.reason) for aside in report.set_aside] == [("unopened", True)]


def test_a_file_that_changes_while_it_is_read_is_set_aside_and_read_whole_the_next_time(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, originals = write_corpus(tmp_path / "van-ban"), open_originals(str(tmp_path / "cancu.db"))
    written = folder / "ke-hoach-quan.txt"
    read = Path.read_bytes

    def read_while_it_is_written(file: Path) -> bytes:
        data = read(file)
        if file == written:
            with file.open("ab") as more:
                more.write("Bổ sung.\n".encode())
        return data

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", read_while_it_is_written)
        report = ingest_paths(store, [folder], originals=originals)
    assert [Path(aside.file) for aside in report.set_aside] == [written]
    assert "thay đổi trong lúc đọc" in report.set_aside[0].reason
    assert ingest_paths(store, [folder], originals=originals).kept == 1
    assert check(store, originals).whole


def test_a_clock_that_is_set_back_makes_no_other_graph(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, originals = write_corpus(tmp_path / "van-ban"), open_originals(str(tmp_path / "cancu.db"))
    plan = folder / "ke-hoach-phuong.txt"
    text = plan.read_text(encoding="utf-8")
    for now, content in (("2040", text), ("2001", text.replace("Lê Thị Hoa", "Lê Thị Lan")), ("1999", text)):
        monkeypatch.setattr("graph.sqlite.store._now", lambda year=now: f"{year}-01-01T00:00:00+00:00")
        plan.write_text(content, encoding="utf-8")
        ingest_paths(store, [folder], originals=originals)
    assert check(store, originals).whole
    with closing(open_store(str(tmp_path / "fresh.db"))) as fresh:
        ingest_paths(fresh, [folder], originals=originals)
        assert checksum(fresh) == checksum(store)
