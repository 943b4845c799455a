"""What did not go in, on the command line: listed, tried again, passed over, and saved in a report."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.small_corpus import write_corpus


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents and a note that is none; the store of the test stands beside them."""
    monkeypatch.setenv("CANCU_STORE", str(tmp_path / "cancu.db"))
    made = write_corpus(tmp_path / "van-ban")
    (made / "=note.txt").write_text("Ghi chú.", encoding="utf-8")
    return made


def test_a_file_is_set_aside_tried_again_ignored_and_heeded(run: Run, folder: Path) -> None:
    note = folder / "=note.txt"
    assert run("ingest", folder).code == 0
    done = run("set-aside", "list")
    assert f"{note}: không phải văn bản; không thấy văn bản nào" in done.out
    assert done.out.endswith("1 tệp để riêng.\n")
    assert run("set-aside", "retry").code == 3
    assert "1 tệp bỏ qua từ nay" in run("ignore", note).out
    assert "Bỏ qua 1 tệp theo cancu ignore." in run("ingest", folder).out
    assert run("set-aside", "list", "--json").json == {"files": []}
    assert [file["path"] for file in run("set-aside", "list", "--ignored", "--json").json["files"]] == [str(note)]
    assert run("ignore", note, "--undo").out.endswith("1 tệp sẽ được thử lại.\n")
    note.unlink()
    done = run("set-aside", "retry")
    assert (done.code, f"Tệp {note} không còn nữa" in done.err) == (0, True)
    assert run("set-aside", "list").out == "0 tệp để riêng.\n"


def test_the_closing_report_is_saved_as_json(run: Run, folder: Path, tmp_path: Path) -> None:
    told = run("ingest", folder, "--json", "--report", tmp_path / "bao-cao" / "a.json").json
    assert json.loads((tmp_path / "bao-cao" / "a.json").read_text(encoding="utf-8")) == told
    assert told["read"] == told["kept"] + told["unchanged"] + len(told["set_aside"]) == 3


def test_the_closing_report_is_saved_as_sheets_that_add_up(run: Run, folder: Path, tmp_path: Path) -> None:
    run("ingest", folder, "--report", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = [[cell.value for cell in row] for row in book["Tổng hợp"].iter_rows(max_col=5)]
    assert rows[:3] == [
        ["Định dạng", "Đã đọc", "Nạp mới", "Không đổi", "Để riêng"],
        [".txt", 3, 2, 0, 1],
        ["Tổng cộng", 3, 2, 0, 1],
    ]
    assert ["không phải văn bản", 1] in [row[:2] for row in rows]
    name, kind, reason = (cell.value for cell in book["Để riêng"][2])
    assert (name, kind) == (str(folder / "=note.txt"), "không phải văn bản")
    assert "không thấy văn bản nào" in str(reason)


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_a_report_of_another_format_is_refused_before_anything_is_read(run: Run, folder: Path, name: str) -> None:
    done = run("ingest", folder, "--report", name)
    assert (done.code, ".json hoặc .xlsx" in done.err) == (2, True)
    assert run("stats").code == 4


@pytest.mark.parametrize("name", ["file/a.json", "file/a.xlsx", "folder.json", "folder.xlsx"])
def test_a_report_that_cannot_be_written_is_told(run: Run, folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    for place in ("folder.json", "folder.xlsx"):
        (tmp_path / place).mkdir()
    done = run("ingest", folder, "--report", tmp_path / name)
    assert (done.code, "Không ghi được báo cáo" in done.err) == (4, True)


@pytest.mark.parametrize(("command", "option"), [("list", "--ignored"), ("retry", "--memory")])
def test_each_part_of_set_aside_explains_itself(run: Run, command: str, option: str) -> None:
    page = run("set-aside", command, "--help").out
    assert f"Ví dụ:\n  cancu set-aside {command}" in page
    assert option in page


def test_members_of_an_archive_that_have_one_reason_are_summed_up(run: Run, folder: Path) -> None:
    with zipfile.ZipFile(folder / "nhieu.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.txt", "")
    run("ingest", folder)
    lines = run("set-aside", "list").out.splitlines()
    assert len(lines) == 8
    assert lines[-2].startswith(f"… và 35 tệp nữa trong {folder / 'nhieu.zip'}: không đọc được; tệp rỗng.")
    assert lines[-1] == "41 tệp để riêng."
    assert len(run("set-aside", "list", "--json").json["files"]) == 41
