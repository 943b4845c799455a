"""The way of files into a store: what is kept, what is unchanged, what a changed file replaces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.open import open_originals, open_store
from graph.originals import Originals
from graph.store import Batch, Store
from ingest.pipeline import ingest_paths
from ingest.report import IngestReport
from queries.checksum import checksum
from queries.trace import trace
from tests.small_corpus import OTHER_41, WARD, write_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "van-ban")


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return open_originals(str(tmp_path / "cancu.db"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "cancu.db"))
    yield opened
    opened.close()


def numbers(report: IngestReport) -> tuple[int, int, int]:
    return report.kept, report.unchanged, len(report.set_aside)


def test_ingesting_the_same_files_twice_changes_nothing(store: Store, folder: Path, originals: Originals) -> None:
    first = ingest_paths(store, [folder], originals=originals)
    before = checksum(store)
    second = ingest_paths(store, [folder], originals=originals)
    assert numbers(first) == (2, 0, 0)
    assert numbers(second) == (0, 2, 0)
    assert checksum(store) == before
    assert (second.documents, second.mentions, second.edges) == (first.documents, first.mentions, first.edges)


def test_a_file_that_moved_is_unchanged(store: Store, folder: Path, originals: Originals) -> None:
    ingest_paths(store, [folder], originals=originals)
    assert numbers(ingest_paths(store, [folder.rename(folder.with_name("khac"))], originals=originals)) == (0, 2, 0)


def test_a_changed_file_replaces_its_own_statements_and_nothing_else(
    store: Store, folder: Path, originals: Originals, tmp_path: Path
) -> None:
    ingest_paths(store, [folder], originals=originals)
    plan = folder / "ke-hoach-phuong.txt"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("Nghị định số 04/2015/NĐ-CP", "Nghị định số 59/2023/NĐ-CP"), encoding="utf-8")
    assert numbers(ingest_paths(store, [folder], originals=originals)) == (1, 1, 0)
    cited = {node.symbol for node in trace(store, WARD).nodes}
    assert "59/2023/NĐ-CP" in cited
    assert "04/2015/NĐ-CP" not in cited
    fresh = open_store(str(tmp_path / "fresh.db"))
    ingest_paths(fresh, [folder], originals=originals)
    assert checksum(fresh) == checksum(store)
    fresh.close()


def test_a_file_that_changed_back_gives_the_first_graph_again(store: Store, folder: Path, originals: Originals) -> None:
    ingest_paths(store, [folder], originals=originals)
    before = checksum(store)
    plan = folder / "ke-hoach-phuong.txt"
    text = plan.read_text(encoding="utf-8")
    for content in (text.replace("Lê Thị Hoa", "Lê Thị Lan"), text):
        plan.write_text(content, encoding="utf-8")
        ingest_paths(store, [folder], originals=originals)
    assert checksum(store) == before


def test_the_order_of_arrival_does_not_matter(store: Store, folder: Path, originals: Originals, tmp_path: Path) -> None:
    (folder / "other.txt").write_text(OTHER_41, encoding="utf-8")
    other = open_store(str(tmp_path / "other.db"))
    ingest_paths(store, sorted(folder.iterdir()), originals=originals)
    ingest_paths(other, sorted(folder.iterdir(), reverse=True), originals=originals)
    assert checksum(store) == checksum(other)
    other.close()


def test_what_was_read_can_be_proved_from_the_original(store: Store, folder: Path, originals: Originals) -> None:
    ingest_paths(store, [folder], originals=originals)
    for source in store.sources():
        assert originals.read(source.sha256) == Path(source.path).read_bytes()
        assert originals.read(source.sha256).decode() == source.text


def test_progress_is_told_before_each_file(store: Store, folder: Path, originals: Originals) -> None:
    told: list[tuple[int, int, str]] = []
    ingest_paths(
        store,
        [folder],
        originals=originals,
        on_progress=lambda done, total, file: told.append((done, total, file.name)),
    )
    assert told == [(0, 2, "ke-hoach-phuong.txt"), (1, 2, "ke-hoach-quan.txt")]


def test_a_stop_between_two_files_ends_with_a_report_of_the_first(
    store: Store, folder: Path, originals: Originals
) -> None:
    def stop(done: int, total: int, file: Path) -> None:
        if done:
            raise KeyboardInterrupt

    report = ingest_paths(store, [folder], originals=originals, on_progress=stop)
    assert report.interrupted
    assert numbers(report) == (1, 0, 0)
    assert not ingest_paths(store, [folder], originals=originals).interrupted


def test_a_store_that_fails_leaves_the_documents_before_and_the_original_of_the_one_that_failed(
    store: Store, folder: Path, originals: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = store.write

    def full(batch: Batch) -> None:
        if batch.document and batch.document.symbol != WARD:
            raise StoreError("đĩa đầy")
        write(batch)

    monkeypatch.setattr(store, "write", full)
    with pytest.raises(StoreError, match="đĩa đầy"):
        ingest_paths(store, [folder], originals=originals)
    assert [Path(source.path).name for source in store.sources()] == ["ke-hoach-phuong.txt"]
    assert {Path(path).name for _, path in originals.entries()} == {"ke-hoach-phuong.txt", "ke-hoach-quan.txt"}


def test_a_text_whose_head_does_not_say_what_it_is_is_no_document(
    store: Store, folder: Path, originals: Originals
) -> None:
    (folder / "note.txt").write_text(
        "Xem Kế hoạch số 41/KH-UBND ngày 20/01/2024 của UBND quận Kiến An.", encoding="utf-8"
    )
    report = ingest_paths(store, [folder], originals=originals)
    assert [Path(aside.file).name for aside in report.set_aside] == ["note.txt"]
    assert "cancu extract" in report.set_aside[0].reason


def test_what_was_doubtful_in_a_file_that_was_kept_is_told(store: Store, folder: Path, originals: Originals) -> None:
    plan = folder / "ke-hoach-phuong.txt"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Lãm Hà, ngày 13 tháng 02 năm 2024", ""), encoding="utf-8")
    report = ingest_paths(store, [plan], originals=originals)
    assert numbers(report) == (1, 0, 0)
    assert any(notice.file == str(plan) for notice in report.warnings)
