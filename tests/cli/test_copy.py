"""Copying a store on the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.commands.copy import PARTS_SAID
from cli.progress import counting
from graph.parts import PARTS
from tests.cli.conftest import Corpus, Run


def test_a_copy_is_compared_kind_by_kind_and_answers_like_its_source(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    done = run("copy", corpus.store, target)
    assert done.code == 0
    assert done.out.splitlines()[-1] == "Hai kho giống hệt nhau."
    assert "≠" not in done.out
    assert re.search(r"^  văn bản Plan +(\d+) = \1 ", done.out, re.MULTILINE)
    assert run("stats", "--store", target, "--json").json == run("stats", "--store", corpus.store, "--json").json


def test_each_part_of_a_store_has_a_word_in_the_comparison() -> None:
    assert set(PARTS_SAID) == {part.name for part in PARTS}


def test_the_comparison_is_also_told_as_json(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    found = run("copy", corpus.store, tmp_path / "copy.db", "--json").json
    assert (found["same"], found["resumed"]) == (True, False)
    plans = next(kind for kind in found["kinds"] if kind["kind"] == "Plan")
    assert plans["source"] == plans["target"]


def test_a_copy_that_is_there_already_says_so_and_how_to_compare_alone(
    run: Run, corpus: Corpus, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    assert run("copy", corpus.store, target).code == 0
    done = run("copy", corpus.store, target)
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("Không có gì để chép: hai kho đã giống hệt nhau.")
    assert "--compare" in done.out.splitlines()[-1]
    assert run("copy", corpus.store, target, "--json").json["copied"] is False


def test_a_copy_onto_another_graph_is_refused(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert run("ingest", corpus.folder / "ke-hoach-phuong.txt", "--store", target).code == 0
    done = run("copy", corpus.store, target)
    assert done.code == 2
    assert "Kho đích đã có dữ liệu, không giống kho nguồn" in done.err
    assert "--compare" in done.err


def test_a_copy_onto_itself_is_refused_however_the_store_is_written(run: Run, corpus: Corpus) -> None:
    done = run("copy", corpus.store, corpus.store.removeprefix("sqlite:///"))
    assert done.code == 2
    assert "Kho nguồn và kho đích đều là" in done.err


def test_originals_come_along_so_that_a_check_finds_the_copy_whole(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert f"Đã chép 2 bản gốc của tệp vào “{target}.originals”." in run("copy", corpus.store, target).err
    assert run("check", "--store", target).code == 0
    kept = next(file for file in Path(f"{target}.originals").rglob("*") if file.is_file() and not file.suffix)
    kept.unlink()
    assert "Đã chép 1 bản gốc của tệp (1 bản đã có)" in run("copy", corpus.store, target).err
    assert run("check", "--store", target).code == 0


def test_originals_that_lie_on_another_machine_are_told(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    run("copy", corpus.store, there)
    Path(f"{there}.originals").rename(tmp_path / "elsewhere")
    said = run("copy", there, tmp_path / "here.db").err
    assert f"Máy này không có bản gốc của tệp (“{there}.originals”)" in said
    assert f"“{tmp_path / 'here.db'}.originals”" in said


def test_an_original_that_is_damaged_is_not_copied_and_told(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    first = tmp_path / "first.db"
    run("copy", corpus.store, first)
    kept = next(file for file in Path(f"{first}.originals").rglob("*") if file.is_file() and not file.suffix)
    kept.write_bytes(b"x")
    assert "1 bản gốc đã hỏng nên không được chép" in run("copy", first, tmp_path / "second.db").err
    assert run("check", "--store", tmp_path / "second.db").code == 1


def test_two_stores_are_compared_without_copying_anything(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    run("copy", corpus.store, target)
    assert run("copy", corpus.store, target, "--compare").out.splitlines()[-1] == "Hai kho giống hệt nhau."
    another = tmp_path / "41-KH-UBND.txt"
    another.write_text(
        (corpus.folder / "ke-hoach-phuong.txt").read_text(encoding="utf-8").replace("10/KH", "11/KH"), "utf-8"
    )
    run("ingest", another, "--store", target)
    done = run("copy", corpus.store, target, "--compare")
    assert done.code == 1
    assert "≠" in done.out
    assert run("copy", corpus.store, tmp_path / "none.db", "--compare").code == 4


def test_far_from_a_terminal_long_work_tells_how_far_it_is_in_lines(
    run: Run, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Đang" not in run("copy", corpus.store, tmp_path / "quick.db").err
    monkeypatch.setattr("cli.progress.SECONDS_BETWEEN_LINES", 0.0)
    told = run("copy", corpus.store, tmp_path / "copy.db").err.splitlines()
    copied = [line for line in told if line.startswith("Đang chép: ")]
    assert re.fullmatch(r"Đang chép: 3\d/36, còn khoảng \d+:\d\d:\d\d, \d+ dòng", copied[-1])


def test_work_on_many_things_tells_in_lines_how_many_a_second_and_how_long_still(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.progress.SECONDS_BETWEEN_LINES", 0.0)
    with counting("Đang nạp", rate_of="tệp") as show:
        show(0, 2, "a.txt")
        show(1, 2, "b.txt")
    line = r"Đang nạp: 1/2, [\d.]+ tệp/giây, còn khoảng \d+:\d\d:\d\d, b\.txt\n"
    assert re.fullmatch(line, capsys.readouterr().err)
