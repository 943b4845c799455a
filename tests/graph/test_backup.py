"""A backup is one whole state of a store with its originals, whatever happens meanwhile, and proves itself."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from graph.backup import back_up, restore
from graph.errors import CancuError, InputError, StoreError, UsageError
from graph.open import open_originals, open_store
from graph.originals import Originals
from graph.store import Store
from queries.check import check
from queries.checksum import Part, checksum
from tests.papers import Cite, Paper, plan
from tests.small_corpus import ingest, write_corpus


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A store of two documents."""
    address = str(tmp_path / "one" / "cancu.db")
    ingest(address, write_corpus(tmp_path / "van-ban"))
    return address


@pytest.fixture
def archive(file: str, tmp_path: Path) -> Path:
    back_up(file, tmp_path / "back.zip")
    return tmp_path / "back.zip"


def digest(address: str) -> dict[str, Part]:
    with closing(open_store(address)) as store:
        return checksum(store)


def whole(store: Store, originals: Originals) -> bool:
    return check(store, originals).whole


def test_what_is_restored_is_the_graph_and_the_originals_that_were_backed_up(
    file: str, archive: Path, tmp_path: Path
) -> None:
    other = str(tmp_path / "other" / "cancu.db")
    report = restore(archive, other, prove=whole)
    assert report is not None
    assert (report.originals, report.previous) == (2, None)
    assert digest(other) == digest(file)
    assert list(open_originals(other).entries()) == list(open_originals(file).entries())


def test_a_backup_that_is_made_while_documents_are_written_is_one_state_of_the_store(file: str, tmp_path: Path) -> None:
    done = threading.Event()
    written: list[Paper] = []

    def write() -> None:
        originals = open_originals(file)
        with closing(open_store(file)) as store, store.writer():
            while not done.is_set():
                paper = Paper(plan(100 + len(written)), (Cite(plan(5)),))
                originals.put(paper.text.encode(), paper.source.path)
                store.write(paper.batch())
                written.append(paper)

    writer = threading.Thread(target=write)
    writer.start()
    while len(written) < 3:
        pass
    back_up(file, tmp_path / "back.zip")
    done.set()
    writer.join()
    other = str(tmp_path / "other.db")
    assert restore(tmp_path / "back.zip", other, prove=whole) is not None


def test_a_file_that_is_there_is_not_written_over(file: str, archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(UsageError, match="đã có sẵn"):
        back_up(file, archive)
    assert archive.read_bytes() == before


def test_a_backup_that_fails_leaves_nothing(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "sao-luu").mkdir()
    monkeypatch.setattr("graph.backup.os.fsync", full)
    with pytest.raises(StoreError, match="chỗ trống"):
        back_up(file, tmp_path / "sao-luu" / "back.zip")
    assert list((tmp_path / "sao-luu").iterdir()) == []


def test_a_damaged_original_is_told_and_left_out(file: str, tmp_path: Path) -> None:
    originals = open_originals(file)
    sha256 = next(sha256 for sha256, _ in originals.entries())
    (originals.folder / sha256[:2] / sha256).write_bytes(b"x")
    assert back_up(file, tmp_path / "back.zip").damaged == [sha256]


def test_a_store_with_a_graph_gives_way_only_when_it_is_said_and_is_kept(
    file: str, archive: Path, tmp_path: Path
) -> None:
    with closing(open_store(file)) as store:
        store.write(Paper(plan(100)).batch())
    later = digest(file)
    with pytest.raises(UsageError, match="đã có dữ liệu"):
        restore(archive, file, prove=whole)
    assert digest(file) == later
    report = restore(archive, file, prove=whole, replace=True)
    assert report is not None
    assert report.previous
    assert digest(report.previous) == later
    assert digest(file) != later


def test_an_original_that_was_damaged_since_is_mended(file: str, archive: Path) -> None:
    originals = open_originals(file)
    sha256 = next(sha256 for sha256, _ in originals.entries())
    (originals.folder / sha256[:2] / sha256).write_bytes(b"x")
    assert restore(archive, file, prove=whole, replace=True) is not None
    assert originals.is_whole(sha256)


def test_a_backup_that_is_not_proved_changes_nothing(file: str, archive: Path) -> None:
    before = digest(file)
    assert restore(archive, file, prove=lambda _store, _originals: False, replace=True) is None
    assert digest(file) == before
    assert sorted(path.name for path in Path(file).parent.iterdir()) == [
        "cancu.db", "cancu.db.lock", "cancu.db.originals",
    ]  # fmt: skip


def rewritten(archive: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(archive) as old:
        members = [(name, change(name, old.read(name))) for name in old.namelist()]
    with zipfile.ZipFile(archive, "w") as new:
        for name, data in members:
            new.writestr(name, data)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda archive: archive.write_bytes(archive.read_bytes()[:-100]),
        lambda archive: archive.write_bytes(b"PK" + b"x" * 1000),
        lambda archive: rewritten(archive, lambda name, data: data[:-1] if name == "store.db" else data),
        lambda archive: rewritten(archive, lambda name, data: b"x" if name[-64:].isalnum() else data),
        lambda archive: rewritten(archive, lambda name, data: b"{}" if name == "manifest.json" else data),
        lambda archive: archive.unlink(),
    ],
    ids=["cut", "other", "store", "original", "manifest", "missing"],
)
def test_a_file_that_is_no_whole_backup_is_refused(
    spoil: Callable[[Path], object], archive: Path, tmp_path: Path
) -> None:
    spoil(archive)
    with pytest.raises(InputError, match="sao lưu"):
        restore(archive, str(tmp_path / "other.db"), prove=whole)
    assert not (tmp_path / "other.db").exists()


def test_a_backup_of_a_newer_program_is_refused(archive: Path, tmp_path: Path) -> None:
    rewritten(archive, lambda _, data: data.replace(b'"layout": 1', b'"layout": 9'))
    with pytest.raises(CancuError, match="bản cancu mới hơn"):
        restore(archive, str(tmp_path / "other.db"), prove=whole)
