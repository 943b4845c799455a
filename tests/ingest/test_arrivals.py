"""A file that arrives is handed out when it is complete, and only then."""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from graph.errors import InputError
from ingest.arrivals import Arrivals, arriving


def arrivals(folder: Path, *paths: Path) -> Arrivals:
    found = Arrivals([folder], still=2.0)
    for path in paths:
        found.note(path)
    return found


def test_a_file_is_complete_when_it_has_not_changed_for_a_while_and_is_handed_out_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("một", encoding="utf-8")
    found = arrivals(tmp_path, file)
    assert [found.complete(now) for now in (0.0, 1.9, 2.0, 9.0)] == [[], [], [file], []]


def test_a_file_that_grows_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("một", encoding="utf-8")
    found = arrivals(tmp_path, file)
    assert found.complete(0.0) == []
    file.write_text("một hai", encoding="utf-8")
    assert [found.complete(now) for now in (2.0, 3.9, 4.0)] == [[], [], [file]]


def test_a_file_that_changes_after_it_was_handed_out_comes_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("một", encoding="utf-8")
    found = arrivals(tmp_path, file)
    assert [found.complete(now) for now in (0.0, 2.0)] == [[], [file]]
    found.note(file)
    assert [found.complete(now) for now in (5.0, 7.0)] == [[], [file]]


def test_a_folder_comes_with_the_files_in_it(tmp_path: Path) -> None:
    inside = tmp_path / "công văn" / "đến"
    inside.mkdir(parents=True)
    for name in ("b.txt", "a.txt", ".hidden", "~$a.docx"):
        (inside / name).touch()
    found = arrivals(tmp_path, tmp_path / "công văn")
    assert [found.complete(now) for now in (0.0, 2.0)] == [[], [inside / "a.txt", inside / "b.txt"]]


def test_what_is_gone_hidden_or_elsewhere_is_not_waited_for(tmp_path: Path) -> None:
    watched = tmp_path / "watched"
    (watched / ".part").mkdir(parents=True)
    for file in (watched / ".part" / "a.txt", tmp_path / "b.txt", watched / "c.txt"):
        file.touch()
    found = arrivals(watched, watched / ".part" / "a.txt", tmp_path / "b.txt", watched / "c.txt")
    assert found.complete(0.0) == []
    (watched / "c.txt").unlink()
    assert found.complete(9.0) == []


@pytest.mark.parametrize("poll", [False, True])
def test_what_lies_there_comes_first_and_then_what_arrives(tmp_path: Path, poll: bool) -> None:
    (tmp_path / "a.txt").write_text("một", encoding="utf-8")
    batches = arriving([tmp_path], still=0.1, poll=poll)
    assert next(batches) == [tmp_path / "a.txt"]
    (tmp_path / "b.txt").write_text("hai", encoding="utf-8")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text("ba", encoding="utf-8")
    came: list[Path] = []
    while len(came) < 2:
        came += next(batches)
    assert sorted(came) == [tmp_path / "b.txt", tmp_path / "c" / "d.txt"]


def test_only_folders_are_watched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(InputError, match="không phải là thư mục"):
        arriving([tmp_path / "a.txt"])


def test_a_folder_that_goes_away_is_watched_again_when_it_is_back(tmp_path: Path) -> None:
    folder, other, said = tmp_path / "quét", tmp_path / "khác", list[tuple[str, bool]]()
    for watched in (folder, other):
        watched.mkdir()
        (watched / "a.txt").write_text("một", encoding="utf-8")
    batches = arriving([folder, other], still=0.1, on_folder=lambda one, there: said.append((one.name, there)))
    assert next(batches) == sorted([folder / "a.txt", other / "a.txt"])
    shutil.rmtree(folder)
    (other / "b.txt").write_text("hai", encoding="utf-8")
    assert other / "b.txt" in next(batches)

    def come_back() -> None:
        time.sleep(1.5)
        folder.mkdir()
        (folder / "c.txt").touch()

    came = threading.Thread(target=come_back)
    came.start()
    while folder / "c.txt" not in next(batches):
        pass
    came.join()
    assert said == [("quét", False), ("quét", True)]


def test_files_and_folders_with_names_in_a_legacy_encoding_arrive_too(tmp_path: Path) -> None:
    batches = arriving([tmp_path], still=0.1)
    (tmp_path / "a.txt").touch()
    assert next(batches) == [tmp_path / "a.txt"]
    inside = tmp_path / os.fsdecode(b"th\xff")
    try:
        inside.mkdir()
    except OSError as error:
        pytest.skip(f"no such name on this file system: {error}")
    (inside / "b.txt").touch()
    while inside / "b.txt" not in next(batches):
        pass
    (tmp_path / os.fsdecode(b"c\xff.txt")).touch()
    assert next(batches) == [tmp_path / os.fsdecode(b"c\xff.txt")]


def test_a_folder_that_was_made_anew_at_once_is_watched_like_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "đến"
    folder.mkdir()
    (folder / "a.txt").touch()
    batches = arriving([folder], still=0.1)
    assert next(batches) == [folder / "a.txt"]
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "b.txt").touch()
    assert next(batches) == [folder / "b.txt"]
    (folder / "c.txt").touch()
    assert next(batches) == [folder / "c.txt"]
