"""The texts of questions: ``NAME.sql`` and ``NAME.cypher`` beside the module that asks."""

from __future__ import annotations

from functools import cache
from importlib import resources

from graph.store import Question


@cache
def load_question(package: str, name: str) -> Question:
    """The question ``name`` whose two texts lie in ``package``; raises FileNotFoundError when one is missing."""
    folder = resources.files(package)
    sql, cypher = (folder.joinpath(f"{name}.{dialect}").read_text(encoding="utf-8") for dialect in ("sql", "cypher"))
    return Question(name, sql, cypher)
