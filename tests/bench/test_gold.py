"""The gold annotations say what stands in the texts, and the check of them finds every way in which they might not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bench.validate_gold import EXAMPLES, GOLD, Gold, check, check_folder, main

TEXT = (
    "Số: 10/KH-UBND\n\nThực hiện Chỉ thị số 33/CT-TTg; Kế hoạch số 26/KH-UBND triển khai Chỉ thị số 33/CT-TTg.\n\n"
    "1. Phòng Nội vụ\n- Chủ trì, gửi báo cáo trước ngày 15/6/2024.\n"
)
# A symbol as the examples write it without slips; slips of a scan are read with the eye, not with this pattern.
SYMBOL = re.compile(r"\d+(?:/\d{4})?[-/](?:[A-ZĐ][A-Za-zĐ]*-?)+(?:/[A-ZĐ][\wĐ]*)?|\d+/\d{4}/QH\d+")


def mention(quote: str, symbol: str, kind: str, after: int = 0) -> dict[str, Any]:
    start = TEXT.index(quote, after)
    return {
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "type": kind,
        "symbol": symbol,
        "date": None,
        "issuer": None,
        "relation": "IMPLEMENTS",
    }


def annotation() -> dict[str, Any]:
    first = mention("Chỉ thị số 33/CT-TTg", "33/CT-TTg", "CT")
    head = "- Chủ trì, gửi báo cáo"
    start = TEXT.index(head)
    return {
        "file": "plan.txt",
        "length": len(TEXT),
        "header": {
            "number": "10",
            "symbol": "10/KH-UBND",
            "type": "KH",
            "title": "Một kế hoạch",
            "issuer": "Ủy ban nhân dân xã Duy Trinh",
            "issuer_parent": None,
            "level": "ward",
            "place": "Duy Trinh",
            "date": "2024-03-05",
            "signer": None,
            "signer_capacity": None,
            "period": "2024",
        },
        "mentions": [
            first,
            mention("Kế hoạch số 26/KH-UBND", "26/KH-UBND", "KH"),
            mention("Chỉ thị số 33/CT-TTg", "33/CT-TTg", "CT", after=first["end"]),
        ],
        "third_party": [{"source": "26/KH-UBND@Quảng Nam", "relation": "IMPLEMENTS", "target": "33/CT-TTg"}],
        "assignments": [
            {
                "assignees": ["Phòng Nội vụ"],
                "task_start": start,
                "task_end": len(TEXT) - 1,
                "task_head": head,
                "deadlines": ["2024-06-15"],
            }
        ],
    }


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The good annotation with one value exchanged."""
    whole = annotation()
    part: Any = whole
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return whole


def test_every_annotation_of_the_examples_agrees_with_its_text() -> None:
    assert check_folder(GOLD, EXAMPLES) == []


def test_at_least_eight_examples_are_annotated() -> None:
    assert len(list(GOLD.glob("*.gold.json"))) >= 8


def test_the_annotations_of_the_real_plans_keep_the_same_format(shared: Path) -> None:
    assert check_folder(shared / "gold", shared / "seeds") == []


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.gold.json")), ids=lambda path: path.stem)
def test_every_symbol_in_an_annotated_example_is_a_mention_or_the_number_of_the_document(path: Path) -> None:
    gold = Gold.model_validate_json(path.read_text(encoding="utf-8"))
    (text_file,) = EXAMPLES.rglob(gold.file)
    text = text_file.read_text(encoding="utf-8")
    spans = [(m.start, m.end) for m in gold.mentions]
    missed = [
        found[0]
        for found in SYMBOL.finditer(text)
        if not any(start < found.end() and found.start() < end for start, end in spans)
    ]
    assert set(missed) <= {gold.header.symbol}


def test_an_annotation_that_agrees_with_its_text_has_no_problem() -> None:
    assert check(Gold.model_validate(annotation()), TEXT) == []


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("length",), 5, "length is 5"),
        (("mentions", 0, "quote"), "Chỉ thị số 34/CT-TTg", "is not the text there"),
        (("mentions", 0, "end"), 27, "is not the text there"),
        (("third_party", 0, "target"), "99/CT-TTg", "named by no mention"),
        (("assignments", 0, "task_head"), "- Phối hợp", "task_head '- Phối hợp' is not the text there"),
        (("assignments", 0, "task_end"), 10, "cuts the task_head"),
        (("assignments", 0, "task_end"), 10_000, "outside the text"),
    ],
)
def test_a_disagreement_is_found_and_named(path: tuple[str | int, ...], value: object, message: str) -> None:
    (problem,) = check(Gold.model_validate(changed(path, value)), TEXT)
    assert message in str(problem)


@given(st.integers(min_value=-20, max_value=20).filter(bool))
def test_a_span_that_is_shifted_by_any_number_of_characters_is_found(shift: int) -> None:
    whole = annotation()
    whole["mentions"][0]["start"] += shift
    whole["mentions"][0]["end"] += shift
    assert check(Gold.model_validate(whole), TEXT)


def test_mentions_out_of_text_order_are_found() -> None:
    whole = annotation()
    whole["mentions"].reverse()
    assert [problem.what for problem in check(Gold.model_validate(whole), TEXT)] == [
        "mention 'Kế hoạch số 26/KH-UBND' does not follow 'Chỉ thị số 33/CT-TTg'",
        "mention 'Chỉ thị số 33/CT-TTg' does not follow 'Kế hoạch số 26/KH-UBND'",
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("mentions", 0, "type"), "XYZ"),
        (("header", "type"), "Kế hoạch"),
        (("mentions", 0, "relation"), "MENTIONS"),
        (("mentions", 0, "relation"), "ASSIGNS"),
        (("mentions", 0, "accept"), ["FOLLOWS"]),
        (("third_party", 0, "relation"), "ISSUED_BY"),
        (("mentions", 0, "date"), "26/11/2021"),
        (("mentions", 0, "colour"), "red"),
        (("header", "level"), "commune"),
        (("assignments", 0, "assignees"), []),
        (("file",), "../plan.txt"),
    ],
)
def test_a_word_outside_the_vocabulary_or_the_format_is_refused(path: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(ValidationError):
        Gold.model_validate(changed(path, value))


def test_a_folder_is_checked_to_its_end_after_a_file_that_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text(json.dumps(changed(("mentions", 0, "type"), "XYZ")), encoding="utf-8")
    (tmp_path / "b.gold.json").write_text(json.dumps(changed(("length",), 5)), encoding="utf-8")
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    refused, wrong = check_folder(tmp_path, tmp_path)
    assert (refused.file, wrong.file) == ("a.gold.json", "plan.txt")
    assert "mentions.0.type" in refused.what


def test_a_text_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text(json.dumps(annotation()), encoding="utf-8")
    (problem,) = check_folder(tmp_path, tmp_path)
    assert "0 texts of this name" in problem.what


def test_the_exit_code_tells_right_from_wrong_from_nothing_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), str(tmp_path)]) == 2
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    gold = tmp_path / "plan.gold.json"
    gold.write_text(json.dumps(annotation()), encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path)]) == 0
    gold.write_text(json.dumps(changed(("length",), 5)), encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("plan.txt: length is 5")
