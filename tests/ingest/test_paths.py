"""Files whose names are in a legacy encoding go in, are told, and are found again."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.open import open_originals, open_store
from graph.store import Store
from ingest.aside import aside_files, forget_missing, heed, ignore
from ingest.extract import extract_file
from ingest.paths import absolute, as_path, as_text
from ingest.pipeline import ingest_paths
from ingest.report import IngestReport
from queries.check import check
from queries.document import document
from tests.small_corpus import OTHER_41

PLAN = OTHER_41.encode()
TCVN3 = "KÕ ho¹ch sè 41.txt".encode("latin-1")  # "Kế hoạch số 41" as ABC writes it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "cancu.db"))) as opened:
        yield opened


def run(store: Store, tmp_path: Path, *paths: Path, again: bool | None = None) -> IngestReport:
    return ingest_paths(store, paths, originals=open_originals(str(tmp_path / "cancu.db")), again=again)


def named(folder: Path, name: bytes, data: bytes = PLAN) -> Path:
    """A file under a name that is no UTF-8, or a skipped test where the file system refuses such names."""
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError as error:
        pytest.skip(f"no such name on this file system: {error}")
    return path


@given(st.binary(min_size=1, max_size=30).filter(lambda name: not set(name) & {0, 0x2F}))
def test_a_name_becomes_letters_and_leads_back_to_the_file(name: bytes) -> None:
    path = os.fsdecode(name)
    text = as_text(path)
    assert text.encode().decode() == text
    if "\\x" not in path:
        assert os.fsencode(as_path(text)) == name


def test_a_file_with_an_escape_in_its_own_name_is_found(folder: Path) -> None:
    plain = folder / "k\\xff.txt"
    plain.touch()
    assert as_path(as_text(plain)) == plain


def test_a_file_with_a_legacy_name_goes_in_once_and_is_shown_by_it(store: Store, folder: Path, tmp_path: Path) -> None:
    file = named(folder, TCVN3)
    assert run(store, tmp_path, folder).kept == 1
    assert run(store, tmp_path, folder).unchanged == 1
    assert document(store, absolute(file)).symbol == "41/KH-UBND"
    assert check(store, open_originals(str(tmp_path / "cancu.db"))).whole


def test_what_lies_in_a_zip_or_a_folder_with_a_legacy_name_goes_in(store: Store, folder: Path, tmp_path: Path) -> None:
    packed = named(folder, b"k\xff.zip", b"")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("41.txt", PLAN)
        archive.writestr("rong.txt", b"")
    named(folder, b"th\xff/41.txt", PLAN.replace(b"41/KH", b"42/KH"))
    report = run(store, tmp_path, folder)
    assert (report.kept, [aside.file for aside in report.set_aside]) == (2, [f"{folder}/k\\xff.zip!/rong.txt"])


def test_a_refused_file_with_a_legacy_name_is_remembered_tried_again_ignored_and_forgotten(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    file = named(folder, b"k\xff.txt", b"")
    report = run(store, tmp_path, folder)
    assert report.model_dump_json()
    assert [(known.path, known.there) for known in aside_files(store)] == [(f"{folder}/k\\xff.txt", True)]
    assert "\\xff" not in report.set_aside[0].reason
    assert [known.path for known in ignore(store, [file])] == [absolute(file)]
    assert run(store, tmp_path, folder).ignored == 1
    assert [known.path for known in heed(store, [folder])] == [absolute(file)]
    file.write_bytes(PLAN)
    (remembered,) = aside_files(store)
    assert run(store, tmp_path, as_path(remembered.path), again=True).kept == 1
    assert list(aside_files(store)) == []
    file.write_bytes(b"")
    run(store, tmp_path, folder)
    file.unlink()
    assert forget_missing(store) == [absolute(file)]


def test_the_record_of_a_file_with_a_legacy_name_and_its_refusal_are_letters(folder: Path) -> None:
    (record,) = extract_file(named(folder, TCVN3))
    assert not isinstance(record, Exception)
    assert record.model_dump_json()
    (refusal,) = extract_file(named(folder, b"k\xff.pdf", b""))
    assert str(refusal).encode()
