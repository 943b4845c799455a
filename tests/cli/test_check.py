"""``cancu check`` on the command line: what it says, and by which code a program knows."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.open import open_originals, open_store
from tests.cli.conftest import Corpus, Run


def test_a_store_that_was_ingested_is_whole(ask: Run) -> None:
    done = ask("check")
    assert done.code == 0
    assert done.out.startswith("Đã kiểm tra 2 tệp, 2 bản gốc, ")
    assert done.out.endswith("Kho nguyên vẹn.\n")


def test_a_fault_ends_with_1_and_says_what_to_do(run: Run, corpus: Corpus, tmp_path: Path) -> None:
    shutil.copytree(corpus.folder.parent / "store", tmp_path / "store")
    store = f"sqlite:///{tmp_path}/store/cancu.db"
    originals = open_originals(store)
    sha256 = next(sha256 for sha256, _ in originals.entries())
    (originals.folder / sha256[:2] / sha256).unlink()
    done = run("check", "--store", store)
    assert done.code == 1
    assert f"1 lỗi: thiếu bản gốc\n    {sha256}\nHãy nạp lại những tệp ấy" in done.out
    told = run("check", "--store", store, "--json")
    assert told.code == 1
    assert told.json["counts"] == {"original_missing": 1}


def test_a_store_that_is_being_written_is_not_checked(run: Run, corpus: Corpus) -> None:
    store = open_store(corpus.store)
    with store.writer():
        assert run("check", "--store", corpus.store).code == 4
    store.close()
