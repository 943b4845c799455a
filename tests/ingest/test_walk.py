"""Which files a run reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from ingest.walk import files_under


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c/d.md", ".hidden", ".git/config"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name)
    return tmp_path


def names(folder: Path, *paths: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in files_under(paths)]


def test_a_folder_is_walked_by_name_without_hidden_files(folder: Path) -> None:
    assert names(folder, folder) == ["a.txt", "b.txt", "c/d.md"]


@pytest.mark.parametrize("name", ["~$b.docx", "Thumbs.db", "desktop.ini", "__MACOSX"])
def test_what_a_system_or_a_word_processor_left_in_a_folder_is_passed_over(folder: Path, name: str) -> None:
    (folder / name).write_text("")
    assert names(folder, folder) == ["a.txt", "b.txt", "c/d.md"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder, folder / "b.txt", folder, folder / "c" / ".." / "a.txt") == ["b.txt", "a.txt", "c/d.md"]


def test_a_link_to_a_folder_is_not_followed_so_that_a_loop_ends(folder: Path) -> None:
    (folder / "c" / "loop").symlink_to(folder, target_is_directory=True)
    assert names(folder, folder) == ["a.txt", "b.txt", "c/d.md"]


def test_a_hidden_file_that_is_named_is_read(folder: Path) -> None:
    assert names(folder, folder / ".hidden") == [".hidden"]


def test_a_path_that_does_not_exist_is_an_error_before_any_file_is_read(folder: Path) -> None:
    with pytest.raises(InputError, match=r"Không có tệp hay thư mục .*nothing"):
        files_under([folder, folder / "nothing"])
