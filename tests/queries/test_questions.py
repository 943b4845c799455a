"""Every question is asked in two dialects that take the same parameters and return the same columns."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from graph.dialects import load_question
from graph.sqlite.schema import migrations

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = sorted(
    (package, path.stem)
    for package in ("queries", "graph.lookups")
    for path in (ROOT / package.replace(".", "/")).glob("*.sql")
)
NUMBERS = ("limit", "offset", "before", "after", "evidence", "texts")


def columns_of_sql(text: str) -> list[str]:
    with sqlite3.connect(":memory:") as database:
        for script in migrations():
            database.executescript(script)
        names = set(re.findall(r"(?<!:):(\w+)", text))
        values = dict.fromkeys(names, "[]") | {"match": "x"} | dict.fromkeys(NUMBERS, 1)
        return [column[0] for column in database.execute(text, values).description]


def columns_of_cypher(text: str) -> list[str]:
    last = text.rsplit("RETURN", 1)[1]
    last = re.split(r"\bORDER BY\b|\bSKIP\b|\bLIMIT\b", last)[0].removeprefix(" DISTINCT")
    parts = re.split(r",(?![^(\[]*[)\]])", last)
    return [re.split(r"\bAS\b", part)[-1].strip() for part in parts]


@pytest.mark.parametrize(("package", "name"), QUESTIONS, ids=[name for _, name in QUESTIONS])
def test_both_dialects_take_the_same_parameters_and_return_the_same_columns(package: str, name: str) -> None:
    question = load_question(package, name)
    assert set(re.findall(r"(?<!:):(\w+)", question.sql)) == set(re.findall(r"\$(\w+)", question.cypher))
    assert columns_of_sql(question.sql) == columns_of_cypher(question.cypher)


def test_no_text_lacks_its_other_dialect() -> None:
    for folder in ("queries", "graph/lookups"):
        names = [{path.stem for path in (ROOT / folder).glob(f"*.{kind}")} for kind in ("sql", "cypher")]
        assert names[0] == names[1]


@pytest.mark.parametrize("kind", ["sql", "cypher"])
def test_every_question_states_its_order(kind: str) -> None:
    """A single row (a count, a lookup by key) needs none."""
    unordered = {name for package, name in QUESTIONS if "ORDER BY" not in getattr(load_question(package, name), kind)}
    single = {
        "assignments.count", "audit.totals", "coverage.issuer", "document", "document.tasks", "documents.count",
        "check.count", "original", "pages", "reference_checksum", "scope.days", "search.count", "source_document",
        "source_text", "text", "impact.later", "notes.until",
    }  # fmt: skip
    assert unordered <= single
