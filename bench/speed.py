"""Speed of reading on one core: megabytes of UTF-8 text a second by stage; what a long text costs beside a short one.

``python -m bench.speed`` reads one paper with the bodies of the examples between its head and its last page: some
20,000 characters of them, and 100 times that. Time is that of the processor, the best of some runs, so that other
programs disturb it little. The last row tells how much more is found in the long text.

``python -m bench.speed FILE...`` reads these UTF-8 texts instead, each alone, and prints their rate all together.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

import ingest.parse
from bench.validate_gold import EXAMPLES
from ingest.normalise import normalise
from ingest.parse import parse
from ingest.sections import RegionKind, read_sections

_SHORT = 20_000
_TIMES = 100
_RUNS = 15
_LONG_RUNS = 2
_FEW_RUNS = 3
_STAGES = {
    "normalise": "normalise",
    "sections": "read_sections",
    "header": "read_header",
    "references": "_references",
    "relations": "relate",
    "mentions": "build_mentions",
    "effect": "read_effect",
    "ends": "read_ends",
    "assignments": "read_assignments",
    "recipients": "read_recipients",
}
"""Stages of :func:`ingest.parse.parse` by the functions that it calls for them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; always 0, for a figure is not a test."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="UTF-8 texts to read instead")
    if files := parser.parse_args(arguments).files:
        return _given(files)
    short, long = _paper(1), _paper(_TIMES)
    parse(short)
    fast, slow = _seconds(short, _RUNS), _seconds(long, _LONG_RUNS)
    small, large = len(short.encode()) / 1e6, len(long.encode()) / 1e6
    console = Console()
    table = Table("", f"{small * 1e3:.0f} kB", "", f"{large:.1f} MB", "", "long / short")
    for stage in ("whole", *_STAGES):
        ratio = f"{slow[stage] / fast[stage]:.0f} ×"
        table.add_row(stage, *_figures(fast[stage], small), *_figures(slow[stage], large), ratio)
    few, many = _found(short), _found(long)
    table.add_row("mentions and tasks found", f"{few}", "", f"{many}", "", f"{many / few:.0f} ×")
    console.print(table)
    return 0


def _given(files: Sequence[Path]) -> int:
    """The rate of these files, each the best of a few readings."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    parse(texts[0])
    seconds = sum(_seconds(text, _FEW_RUNS)["whole"] for text in texts)
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    Console().print(f"{len(texts)} texts, {megabytes:.1f} MB: {'  '.join(_figures(seconds, megabytes))}")
    return 0


def _paper(times: int) -> str:
    """The longest example with the bodies of all of them, so many times, in place of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    front, _, back = _parts(max(texts, key=len))
    bodies = "\n\n".join(body for _, body, _ in map(_parts, texts) if body)[:_SHORT]
    return front + f"{bodies}\n\n" * times + back


def _parts(text: str) -> tuple[str, str, str]:
    """What stands before the body of a paper, its body, and what stands behind it."""
    normalised = normalise(text)
    body = read_sections(normalised).spans(RegionKind.BODY, RegionKind.ORGANISATION)
    if not body:
        return text, "", ""
    whole = normalised.span(body[0].start, body[-1].end)
    return text[: whole.start], text[whole.start : whole.end], text[whole.end :]


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
