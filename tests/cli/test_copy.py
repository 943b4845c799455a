"""Copying a store on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Corpus, Run


def test_a_copy_is_compared_kind_by_kind_and_answers_like_its_source(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    done = run("copy", corpus.store, target)
    assert done.code == 0
    assert done.out.splitlines()[-1] == "Hai kho giống hệt nhau."
    assert "≠" not in done.out
    assert run("stats", "--store", target, "--json").json == run("stats", "--store", corpus.store, "--json").json


def test_the_comparison_is_also_told_as_json(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    found = run("copy", corpus.store, tmp_path / "copy.db", "--json").json
    assert (found["same"], found["resumed"]) == (True, False)
    plans = next(kind for kind in found["kinds"] if kind["kind"] == "Plan")
    assert plans["source"] == plans["target"]


def test_a_copy_onto_a_graph_is_refused(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert run("copy", corpus.store, target).code == 0
    done = run("copy", corpus.store, target)
    assert done.code == 2
    assert "Kho đích đã có dữ liệu" in done.err


def test_a_copy_onto_itself_is_refused_however_the_store_is_written(run: Run, corpus: Corpus) -> None:
    done = run("copy", corpus.store, corpus.store.removeprefix("sqlite:///"))
    assert done.code == 2
    assert "Kho nguồn và kho đích đều là" in done.err


def test_a_copy_names_the_folder_of_originals_that_it_leaves_behind(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    said = run("copy", corpus.store, tmp_path / "copy.db").err
    assert f"{corpus.store.removeprefix('sqlite:///')}.originals" in said
    assert f"{tmp_path / 'copy.db'}.originals" in said
