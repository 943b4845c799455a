"""The graph anew from its originals: the same, or a difference that is told with the old store kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import InputError, StoreBusy, StoreError
from graph.open import open_originals, open_store
from ingest.rebuild import rebuild
from queries.checksum import Part, checksum
from queries.stats import stats
from tests.small_corpus import ingest, write_corpus


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a store of two documents."""
    ingest(str(tmp_path / "cancu.db"), write_corpus(tmp_path / "van-ban"))
    return tmp_path / "cancu.db"


def digest(file: Path) -> dict[str, Part]:
    with closing(open_store(str(file))) as store:
        return checksum(store)


def spoil(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE document SET title = 'khác' WHERE ingested")


def test_the_rebuilt_graph_is_the_same(file: Path) -> None:
    before = digest(file)
    report = rebuild(str(file), checksum=checksum)
    assert (report.originals, report.same, report.differences, report.previous) == (2, True, [], None)
    assert digest(file) == before
    assert [path.name for path in file.parent.glob("cancu.db.rebuilt*")] == []


def test_the_files_that_were_ingested_are_not_needed(file: Path) -> None:
    before = digest(file)
    for document in (file.parent / "van-ban").iterdir():
        document.unlink()
    assert rebuild(str(file), checksum=checksum).same
    assert digest(file) == before


def test_a_difference_is_told_and_the_old_store_kept_beside(file: Path) -> None:
    before = digest(file)
    spoil(file)
    spoiled = digest(file)
    report = rebuild(str(file), checksum=checksum)
    assert not report.same
    assert "documents" in {difference.what for difference in report.differences}
    assert digest(file) == before
    assert report.previous
    assert digest(Path(report.previous)) == spoiled


def test_a_reader_that_has_the_store_open_sees_the_new_graph_afterwards(file: Path) -> None:
    with closing(open_store(str(file))) as reader:
        before = checksum(reader)
        spoil(file)
        assert checksum(reader) != before
        rebuild(str(file), checksum=checksum)
        assert checksum(reader) == before


def test_a_missing_original_is_an_error_and_the_store_stays_as_it_is(file: Path) -> None:
    before = digest(file)
    originals = open_originals(str(file))
    sha256, _ = next(originals.entries())
    (originals.folder / sha256[:2] / sha256).unlink()
    with pytest.raises(StoreError, match="Thiếu bản gốc"):
        rebuild(str(file), checksum=checksum)
    assert digest(file) == before
    assert [path.name for path in file.parent.glob("cancu.db.rebuilt*")] == []


def test_a_store_that_is_being_written_to_is_left_alone(file: Path) -> None:
    with closing(open_store(str(file))) as writing, writing.writer(), pytest.raises(StoreBusy):
        rebuild(str(file), checksum=checksum)


def test_a_store_without_texts_has_nothing_to_rebuild(tmp_path: Path) -> None:
    open_store(str(tmp_path / "empty.db")).close()
    with pytest.raises(InputError, match="cancu ingest"):
        rebuild(str(tmp_path / "empty.db"), checksum=checksum)
    with closing(open_store(str(tmp_path / "empty.db"))) as store:
        assert stats(store).nodes.get("Document", 0) == 0
