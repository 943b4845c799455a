"""A citing document without number and title is called by its type and its file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAFT = """QUỐC HỘI

KẾ HOẠCH

Căn cứ Nghị định số 149/2018/NĐ-CP ngày 07 tháng 11 năm 2018 của Chính phủ;
"""


def test_a_draft_is_called_by_its_type_and_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_STORE", f"sqlite:///{tmp_path / 'cancu.db'}")
    draft = tmp_path / "du-thao-lan-2.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    run("ingest", draft)
    (finding,) = run("audit", "--json").json["findings"]
    assert (finding["citing"]["symbol"], finding["citing"]["title"]) == (None, None)
    assert finding["citing"]["file"] == draft.name
    for language, name in (("vi", f"Kế hoạch ({draft.name})"), ("en", f"Plan ({draft.name})")):
        assert f": {name}" in run("audit", "--lang", language).out
        _, row = csv.reader(io.StringIO(run("audit", "--lang", language, "--format", "csv").out))
        assert name in row
