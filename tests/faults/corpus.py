"""A folder of many documents: the examples again and again, under other numbers of their own."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ingest.walk import files_under

FULL = os.environ.get("CANCU_FAULTS") == "1"
"""Whether to kill and fill as often as ``make faults`` does."""

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_NUMBER = re.compile(r"(?m)^(\W*Số\s*:\s*)(\d+)")


def examples() -> list[Path]:
    """The documents of ``examples/``."""
    return [file for file in files_under([EXAMPLES]) if file.name != "README.md"]


def write_copies(folder: Path, times: int) -> list[Path]:
    """Write each example so many times into ``folder``, each time under a number of its own; what it cites stays."""
    written = []
    for number in range(times):
        for file in examples():
            text = file.read_text(encoding="utf-8")
            target = folder / f"{number:03}" / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_under_another_number(text, number) if number else text, encoding="utf-8")
            written.append(target)
    return written


def _under_another_number(text: str, copy: int) -> str:
    found = _NUMBER.search(text)
    if found is None:
        return f"{text}\n{copy}\n"
    return f"{text[: found.start(2)]}{int(found[2]) + 1000 * copy}{text[found.end(2) :]}"
