"""How SQLite finds what a question asks for: by an index, however large the store is."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.dialects import load_question
from graph.sqlite import SqliteStore


@pytest.fixture
def plan_of(tmp_path: Path) -> dict[str, list[str]]:
    """The plan of every question about the statements of a text or the tasks of a document, in an empty store."""
    SqliteStore(tmp_path / "cancu.db").close()
    plans = {}
    with closing(sqlite3.connect(tmp_path / "cancu.db")) as connection:
        for name in ("check.quotes", "conflicts.tasks", "coverage.units", "audit.twins", "audit.voices.own"):
            text = load_question("queries", name).sql
            given = dict.fromkeys(re.findall(r"(?<![:\w]):(\w+)", text), "[]")
            plans[name] = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", given)]
    return plans


def test_the_statements_of_a_text_and_the_tasks_of_a_document_are_found_by_an_index(
    plan_of: dict[str, list[str]],
) -> None:
    for name, plan in plan_of.items():
        read = [line for line in plan if re.match(r"(SCAN|SEARCH) (s|st|t)\b", line) and "VIRTUAL" not in line]
        assert read, name
        assert not [line for line in read if line.startswith("SCAN")], name
        assert all("USING" in line for line in read), name
