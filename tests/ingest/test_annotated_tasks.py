"""Tasks of the annotated papers, against what people read in them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from ingest.model import Header
from tests.ingest.pages import tasks_of

ROOT = Path(__file__).resolve().parents[2]


def _header(gold: dict[str, Any]) -> Header:
    written, period = gold["header"].get("date"), gold["header"].get("period")
    return Header(date=date.fromisoformat(written) if written else None, period=period)


def _output(text: str, header: Header) -> list[dict[str, Any]]:
    return [
        {
            "start": task.start,
            "end": task.end,
            "text": task.text,
            "assignees": list(task.assignees),
            "deadlines": [day.isoformat() for day in task.deadlines],
            "part": task.part,
        }
        for task in tasks_of(text, header)
    ]


def test_the_tasks_of_the_real_plans_are_found(shared: Path, scorer: ModuleType) -> None:
    tally = scorer.Tally()
    for path in sorted((shared / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8")) | {"mentions": [], "third_party": []}
        text = (shared / "seeds" / gold["file"]).read_text(encoding="utf-8")
        scorer.score_document(gold, {"assignments": _output(text, _header(gold))}, tally)
    recall, precision = tally.rate("assignment.recall"), tally.rate("assignment.precision")
    assert 2 * recall * precision / (recall + precision) >= 0.95
    assert tally.rate("assignment.assignees") >= 0.95
    assert tally.rate("assignment.deadlines") >= 0.95


def test_the_tasks_of_the_examples_are_found_with_units_and_deadlines() -> None:
    wanted = found = 0
    for path in sorted((ROOT / "bench" / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = next((ROOT / "examples").rglob(gold["file"])).read_text(encoding="utf-8")
        outputs = _output(text, _header(gold))
        for task in gold["assignments"]:
            wanted += 1
            found += any(_same(task, output) for output in outputs)
    assert wanted > 50
    assert found >= 0.95 * wanted


def _same(gold: dict[str, Any], output: dict[str, Any]) -> bool:
    shared = min(gold["task_end"], output["end"]) - max(gold["task_start"], output["start"])
    return (
        2 * shared >= gold["task_end"] - gold["task_start"]
        and {name.casefold() for name in gold["assignees"]} == {name.casefold() for name in output["assignees"]}
        and (
            set(gold["deadlines"]) == set(output["deadlines"])
            or set(output["deadlines"]) <= set(gold.get("deadlines_accept", []))
        )
    )
