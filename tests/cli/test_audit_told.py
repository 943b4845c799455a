"""A citation whose own sentence says that the document has ended is told of, and is not grave."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAPER = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 13/KH-UBND
Quảng Ngãi, ngày 03 tháng 02 năm 2024

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở

Thực hiện Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ. Các nội dung nêu tại Nghị định số
149/2018/NĐ-CP ngày 07 tháng 11 năm 2018 của Chính phủ (đã hết hiệu lực) không còn được áp dụng.
"""


def test_a_sentence_that_says_itself_that_the_law_has_ended_is_of_low_severity(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANCU_STORE", f"sqlite:///{tmp_path / 'cancu.db'}")
    paper = tmp_path / "13.txt"
    paper.write_text(PAPER, encoding="utf-8")
    run("ingest", paper)
    found = {finding["cited"]["symbol"]: finding for finding in run("audit", "--json").json["findings"]}
    told, plain = found["149/2018/NĐ-CP"], found["04/2015/NĐ-CP"]
    assert (told["kind"], told["severity"], plain["kind"], plain["severity"]) == ("ended", "low", "ended", "high")
    assert told["message"].endswith("vì chính câu dẫn nói văn bản này đã hết hiệu lực.")
    assert "chính câu dẫn" not in plain["message"]
