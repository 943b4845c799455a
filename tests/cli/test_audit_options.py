"""What an audit on the command line can be narrowed to, and what it says when nothing is left."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.small_corpus import DISTRICT, WARD


def citing(ask: Run, *options: str) -> set[str]:
    findings = ask("audit", "--kind", "ended", "--kind", "unknown", *options, "--json").json["findings"]
    return {finding["citing"]["symbol"] for finding in findings}


@pytest.mark.parametrize(
    ("options", "symbols"),
    [
        (("--place", "phường Lãm Hà"), {WARD}),
        (("--body", "UBND quận Kiến An"), {WARD, DISTRICT}),
        (("--level", "district"), {DISTRICT}),
        (("--since", "2024-02-01"), {WARD}),
        (("--until", "31/01/2024"), {DISTRICT}),
        (("--place", "tỉnh Hà Giang"), set()),
    ],
)
def test_an_audit_may_be_narrowed(ask: Run, options: tuple[str, ...], symbols: set[str]) -> None:
    assert citing(ask, *options) == symbols


def test_a_day_before_all_documents_is_told(ask: Run) -> None:
    done = ask("audit", "--as-of", "1990-01-01")
    assert done.code == 0
    assert "Đến ngày 01/01/1990 chưa có văn bản nào" in done.err
    assert "20/01/2024" in done.err


def test_a_day_before_some_documents_leaves_them_out(ask: Run) -> None:
    done = ask("audit", "--as-of", "2024-02-01", "--json")
    assert (done.json["documents"], done.json["later"]) == (1, 1)
    assert "Không xét 1 văn bản ban hành sau ngày 01/02/2024" in done.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--place", "Atlantis"), "Không có địa bàn nào tên là “Atlantis”"),
        (("--body", "Hội yêu hoa"), "Không nhận ra cơ quan “Hội yêu hoa”"),
        (("--level", "village"), "Không có cấp “village”"),
    ],
)
def test_conditions_that_mean_nothing_are_wrong_usage(ask: Run, options: tuple[str, ...], said: str) -> None:
    done = ask("audit", *options)
    assert done.code == 2
    assert said in done.err


def test_conflicts_and_ranking_answer_in_words_and_in_json(ask: Run) -> None:
    assert ask("conflicts").out.endswith("0 điều mâu thuẫn.\n")
    assert ask("conflicts", "--json").json["conflicts"] == []
    assert ask("conflicts", "--kind", "bad").code == 2
    ranked = ask("ranking", "--json").json["ranked"]
    assert ranked[0]["document"]["symbol"] == "33/CT-TTg"
    assert "1. Chỉ thị 33/CT-TTg" in ask("ranking").out
