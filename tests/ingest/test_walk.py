"""Which files a run reads."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from graph.errors import InputError
from ingest.walk import files_under

ROOT = Path(__file__).resolve().parents[2]


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


_AS_NOBODY = """
import os, sys
from pathlib import Path
from graph.errors import InputError, UnreadableFile
from ingest.readers import file_bytes
from ingest.walk import files_under

folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.seteuid(65534)  # root may look everywhere
found = list(files_under([folder]))
print(*(file.name for file in found))
for file in found:
    try:
        file_bytes(file)
    except UnreadableFile as error:
        print(str(error).removeprefix(f"{folder}/"))
try:
    files_under([folder / "closed" / "e.txt"])
except InputError as error:
    print(error)
"""


def test_what_may_not_be_looked_at_is_refused_with_the_reason_and_the_rest_is_walked() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name in ("a.txt", "closed/e.txt", "named/f.txt", "z.txt"):
            file = folder / name
            file.parent.mkdir(exist_ok=True)
            file.write_text("Số: 1/KH-UBND", encoding="utf-8")
        for path, mode in ((folder, 0o755), (folder / "closed", 0), (folder / "named", 0o444), (folder / "z.txt", 0)):
            path.chmod(mode)
        command = [sys.executable, "-c", _AS_NOBODY, place]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        for inner in ("closed", "named"):
            (folder / inner).chmod(0o755)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "a.txt closed f.txt z.txt",
        *(
            f"{name}: không mở được (không có quyền). Hãy kiểm tra quyền đọc."
            for name in ("closed", "named/f.txt", "z.txt")
        ),
        f"Không mở được {folder}/closed/e.txt: không có quyền. Hãy kiểm tra quyền đọc.",
    ]


def test_a_path_that_does_not_exist_is_an_error_before_any_file_is_read(folder: Path) -> None:
    with pytest.raises(InputError, match=r"Không có tệp hay thư mục .*nothing"):
        files_under([folder, folder / "nothing"])
