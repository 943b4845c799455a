"""Speed of reading on one core in CPU time: megabytes of UTF-8 a second, and what a long text costs beside a short one.

``python -m bench.speed`` reads the examples joined to about 20 kB and to 100 times that.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from rich.console import Console

from bench.validate_gold import EXAMPLES
from ingest.parse import parse

_SHORT = 20_000
_TIMES = 100
_RUNS = 5


def main() -> int:
    """Print both figures; always 0, for a figure is not a test."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    short = "\n\n".join(texts)[:_SHORT]
    long = short * _TIMES
    parse(short)
    fast = _seconds(lambda: parse(short), _RUNS)
    slow = _seconds(lambda: parse(long), 1)
    megabytes = len(long.encode()) / 1e6
    console = Console()
    size = len(short.encode()) / 1e6
    console.print(f"short text, {size * 1e3:.0f} kB: {size / fast:.2f} MB/s ({fast * 1e3:.1f} ms)")
    ratio = f"{slow / fast:.0f} × the short one"
    console.print(f"long text, {megabytes:.1f} MB: {megabytes / slow:.2f} MB/s ({slow:.2f} s), {ratio}")
    return 0


def _seconds(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
