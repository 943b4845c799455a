"""What does not go in is remembered: reported again, not read again, until it is fixed, ignored or asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.originals import Originals
from graph.sqlite import SqliteStore
from graph.store import Store
from ingest.aside import aside_files, forget_missing, heed, ignore
from ingest.pipeline import Here, ingest_paths
from ingest.read_ahead import Workers
from ingest.report import IngestReport
from tests.small_corpus import write_corpus
from tests.stores import new_store
from tests.stores import store as each_store

__all__ = ["each_store", "new_store"]

NOTE = "Xem Kế hoạch số 41/KH-UBND ngày 20/01/2024 của UBND quận Kiến An."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(SqliteStore(tmp_path / "cancu.db")) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, a note that is none, and a file without a byte."""
    made = write_corpus(tmp_path / "van-ban")
    (made / "note.txt").write_text(NOTE, encoding="utf-8")
    (made / "rong.txt").touch()
    return made


class Counting(Here):
    """Notes which files are read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        self.read.append(Path(str(args[1])).name)
        return super().submit(fn, *args, **kwargs)


def run(store: Store, *paths: Path, again: bool | None = None) -> tuple[IngestReport, list[str]]:
    """Ingest and tell which files were read for it."""
    counting = Counting()
    originals = Originals(paths[0].parent / "originals")
    report = ingest_paths(store, paths, originals=originals, workers=Workers(counting), again=again)
    return report, counting.read


def aside(report: IngestReport) -> list[str]:
    return sorted(Path(found.file).name for found in report.set_aside)


def test_a_file_that_was_set_aside_is_reported_again_without_being_read(store: Store, folder: Path) -> None:
    first, read = run(store, folder)
    assert aside(first) == ["note.txt", "rong.txt"]
    assert "note.txt" in read
    second, read = run(store, folder)
    assert second.set_aside == first.set_aside
    assert (second.read, second.unchanged, read) == (4, 2, [])


@pytest.mark.parametrize("way", ["again", "named", "changed", "newer"])
def test_it_is_tried_again_when_there_is_reason_to(
    store: Store, folder: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, folder)
    note = folder / "note.txt"
    if way == "changed":
        note.write_text(NOTE + ".", encoding="utf-8")
    if way == "newer":
        monkeypatch.setattr("ingest.aside.program_version", lambda: "cancu 99")
    report, read = run(store, note if way == "named" else folder, again=True if way == "again" else None)
    assert read == ["note.txt"]
    assert "note.txt" in aside(report)


def test_a_file_that_was_fixed_is_forgotten(store: Store, folder: Path) -> None:
    run(store, folder)
    plan = (folder / "ke-hoach-quan.txt").read_text(encoding="utf-8")
    (folder / "note.txt").write_text(plan.replace("41/KH", "42/KH"), encoding="utf-8")
    (folder / "rong.txt").write_text(plan, encoding="utf-8")
    report, _ = run(store, folder)
    assert (report.kept, report.unchanged, report.set_aside) == (1, 3, [])
    assert list(aside_files(store)) == []


def test_every_store_remembers_what_was_set_aside_and_what_is_ignored(each_store: Store, folder: Path) -> None:
    assert run(each_store, folder)[0].set_aside == run(each_store, folder)[0].set_aside
    ignore(each_store, [folder / "note.txt"])
    heed(each_store, [folder / "note.txt"])
    assert run(each_store, folder)[1] == ["note.txt"]
    for name in ("note.txt", "rong.txt"):
        (folder / name).unlink()
    assert len(forget_missing(each_store)) == 2
    assert list(aside_files(each_store)) == []


def test_an_ignored_file_is_passed_over_until_its_bytes_change(store: Store, folder: Path) -> None:
    run(store, folder)
    assert [Path(file.path).name for file in ignore(store, [folder])] == ["note.txt", "rong.txt"]
    report, read = run(store, folder)
    assert (report.read, report.ignored, report.set_aside, read) == (2, 2, [], [])
    (folder / "note.txt").write_text(NOTE * 2, encoding="utf-8")
    report, read = run(store, folder)
    assert (report.ignored, aside(report), read) == (1, ["note.txt"], ["note.txt"])


def test_a_file_may_be_ignored_before_it_was_ever_read(store: Store, folder: Path) -> None:
    ignore(store, [folder / "ke-hoach-quan.txt"])
    report, _ = run(store, folder)
    assert (report.kept, report.ignored) == (1, 1)
    heed(store, [folder / "ke-hoach-quan.txt"])
    assert run(store, folder)[0].kept == 1


def test_what_is_no_longer_ignored_is_tried_on_the_next_run(store: Store, folder: Path) -> None:
    run(store, folder)
    ignore(store, [folder / "note.txt"])
    assert [Path(file.path).name for file in heed(store, [folder])] == ["note.txt"]
    report, read = run(store, folder)
    assert (aside(report), read) == (["note.txt", "rong.txt"], ["note.txt"])


def test_what_there_is_not_cannot_be_ignored_or_heeded(store: Store, folder: Path) -> None:
    with pytest.raises(InputError, match="cancu set-aside list"):
        ignore(store, [folder / "none.txt"])
    with pytest.raises(InputError, match="--ignored"):
        heed(store, [folder / "note.txt"])


def test_files_that_are_gone_are_forgotten(store: Store, folder: Path) -> None:
    run(store, folder)
    (folder / "note.txt").unlink()
    assert [(Path(file.path).name, file.there) for file in aside_files(store)] == [
        ("note.txt", False), ("rong.txt", True),
    ]  # fmt: skip
    assert forget_missing(store) == [str(folder / "note.txt")]
    assert [Path(file.path).name for file in aside_files(store)] == ["rong.txt"]


def test_since_when_a_file_waits_is_kept(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.aside._now", lambda: "2024-01-01T00:00:00+00:00")
    run(store, folder)
    monkeypatch.setattr("ingest.aside._now", lambda: "2025-01-01T00:00:00+00:00")
    run(store, folder, again=True)
    assert {file.since[:4] for file in aside_files(store)} == {"2024"}


def test_the_report_adds_up_by_format_and_by_reason(store: Store, folder: Path) -> None:
    (folder / "ANH.PNG").write_bytes(b"\x89PNG\r\n\x1a\n")
    report, _ = run(store, folder)
    counts = {of.format: (of.read, of.kept, of.unchanged, of.set_aside) for of in report.formats}
    assert counts == {"png": (1, 0, 0, 1), "txt": (4, 2, 0, 2)}
    assert report.reasons == {"nameless": 1, "unreadable": 2}
    assert sum(report.reasons.values()) == len(report.set_aside)
