"""Speed of reading on one core: megabytes of UTF-8 text a second by stage; what a long text costs beside a short one.

``python -m bench.speed`` reads the examples joined to about 20 kB and to 100 times that. Time is that of the processor,
the best of some runs, so that other programs disturb it little. The long text is one document of many parts, in which
more may be found than 100 times what is found in the short one; the last row tells.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

import ingest.parse
from bench.validate_gold import EXAMPLES
from ingest.parse import parse

_SHORT = 20_000
_TIMES = 100
_RUNS = 15
_STAGES = {
    "normalise": "normalise",
    "sections": "read_sections",
    "header": "read_header",
    "references": "_references",
    "relations": "relate",
    "mentions": "build_mentions",
    "effect": "read_effect",
    "assignments": "read_assignments",
    "recipients": "read_recipients",
}
"""Stages of :func:`ingest.parse.parse` by the functions that it calls for them."""


def main() -> int:
    """Print the figures; always 0, for a figure is not a test."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    short = "\n\n".join(texts)[:_SHORT]
    long = short * _TIMES
    parse(short)
    fast, slow = _seconds(short, _RUNS), _seconds(long, 1)
    size = len(short.encode()) / 1e6
    console = Console()
    table = Table("", f"{size * 1e3:.0f} kB", "", f"{size * _TIMES:.1f} MB", "", "long / short")
    for stage in ("whole", *_STAGES):
        ratio = f"{slow[stage] / fast[stage]:.0f} ×"
        table.add_row(stage, *_figures(fast[stage], size), *_figures(slow[stage], size * _TIMES), ratio)
    few, many = _found(short), _found(long)
    table.add_row("mentions and tasks found", f"{few}", "", f"{many}", "", f"{many / few:.0f} ×")
    console.print(table)
    return 0


def _found(text: str) -> int:
    parsed = parse(text)
    return len(parsed.mentions) + len(parsed.assignments)


def _figures(seconds: float, megabytes: float) -> tuple[str, str]:
    return f"{seconds * 1e3:.1f} ms", f"{megabytes / seconds:.1f} MB/s"


def _seconds(text: str, runs: int) -> dict[str, float]:
    """Processor seconds of one reading, ``whole`` and by stage: of each the best of ``runs``."""
    best: dict[str, float] = {}
    for _ in range(runs):
        spent: dict[str, float] = defaultdict(float)
        with ExitStack() as stack:
            for stage, function in _STAGES.items():
                timed = _timed(getattr(ingest.parse, function), stage, spent)
                stack.enter_context(patch.object(ingest.parse, function, timed))
            _timed(parse, "whole", spent)(text)
        best = {stage: min(seconds, best.get(stage, seconds)) for stage, seconds in spent.items()}
    return best


def _timed(work: Callable[..., object], stage: str, spent: dict[str, float]) -> Callable[..., object]:
    def run(*arguments: object, **options: object) -> object:
        start = time.process_time()
        result = work(*arguments, **options)
        spent[stage] += time.process_time() - start
        return result

    return run


if __name__ == "__main__":
    sys.exit(main())
