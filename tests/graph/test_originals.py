"""Originals are kept under the hash of their bytes, whole or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.originals import Originals


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "cancu.db.originals")
    data = "KẾ HOẠCH\r\n\x00".encode()
    sha256 = originals.put(data, "kế hoạch.txt")
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert originals.read(sha256) == data
    assert (originals.folder / sha256[:2] / sha256).read_bytes() == data


def test_the_same_bytes_are_kept_once_with_the_name_of_their_first_arrival(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    hashes = sorted([originals.put(b"a", "first.txt"), originals.put(b"b", "other.txt")])
    originals.put(b"a", "second.txt")
    assert dict(originals.entries()) == {originals.put(b"a", "x"): "first.txt", originals.put(b"b", "x"): "other.txt"}
    assert [sha256 for sha256, _ in originals.entries()] == hashes


def test_a_missing_or_damaged_original_is_told(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    sha256 = originals.put(b"a", "a.txt")
    (tmp_path / sha256[:2] / sha256).write_bytes(b"b")
    with pytest.raises(StoreError, match="đã hỏng"):
        originals.read(sha256)
    with pytest.raises(StoreError, match="Thiếu bản gốc"):
        originals.read("0" * 64)


def test_originals_are_taken_over_once_with_their_names_and_without_the_damaged_ones(tmp_path: Path) -> None:
    here, there = Originals(tmp_path / "here"), Originals(tmp_path / "there")
    broken, whole = here.put(b"a", "a.txt"), here.put(b"b", "b.txt")
    there.put(b"c", "c.txt")
    (here.folder / broken[:2] / broken).write_bytes(b"x")
    told: list[tuple[int, int]] = []
    assert there.take_over(here, on_progress=lambda *told_now: told.append(told_now)) == (1, 0, (broken,))
    assert told == [(1, 2), (2, 2)]
    assert sorted(path for _, path in there.entries()) == ["b.txt", "c.txt"]
    assert there.read(whole) == b"b"
    assert there.take_over(here) == (0, 1, (broken,))


def test_an_interrupted_write_leaves_no_original(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    originals = Originals(tmp_path)
    monkeypatch.setattr("graph.originals.os.fsync", fail)
    with pytest.raises(StoreError, match="chỗ trống"):
        originals.put(b"a", "a.txt")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert list(originals.entries()) == []


def test_who_may_read_the_folder_may_read_what_is_kept_in_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        originals = Originals(tmp_path)
        originals.put(b"a", "a.txt")
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_file()} == {0o640}


@pytest.mark.parametrize("said", [b"", b'{"path": "a.t', b"\xff\xfe{}", b"[]", b"{}", b'{"path": 5}'])
def test_what_has_lost_its_name_is_named_by_its_hash(said: bytes, tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    sha256 = originals.put(b"a", "a.txt")
    (tmp_path / sha256[:2] / f"{sha256}.json").write_bytes(said)
    assert list(originals.entries()) == [(sha256, sha256)]
