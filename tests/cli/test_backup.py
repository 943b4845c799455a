"""``cancu backup`` and ``cancu restore`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from graph.open import open_originals
from tests.cli.conftest import Corpus, Run
from tests.small_corpus import ingest


def test_a_store_goes_into_a_file_and_comes_back_with_its_proof(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    done = run("backup", tmp_path / "back.zip", "--store", corpus.store)
    assert done.code == 0
    assert "và 2 bản gốc vào" in done.out
    done = run("restore", tmp_path / "back.zip", "--store", tmp_path / "cancu.db")
    assert done.code == 0
    assert "Kho nguyên vẹn." in done.out
    assert run("stats", "--store", tmp_path / "cancu.db").out == run("stats", "--store", corpus.store).out


def test_a_backup_with_faults_is_refused_unless_it_is_wanted(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    store = str(tmp_path / "one.db")
    ingest(store, corpus.folder)
    sha256 = next(sha256 for sha256, _ in open_originals(store).entries())
    (open_originals(store).folder / sha256[:2] / sha256).write_bytes(b"x")
    assert "1 bản gốc đã hỏng" in run("backup", tmp_path / "back.zip", "--store", store).err
    other = ("--store", tmp_path / "other.db", "--json")
    done = run("restore", tmp_path / "back.zip", *other)
    assert (done.code, done.json["counts"]) == (1, {"original_missing": 1})
    done = run("restore", tmp_path / "back.zip", "--with-faults", *other)
    assert done.code == 0
    assert json.loads(done.out)["originals"] == 1
