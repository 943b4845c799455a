"""Quality of reading on the annotated examples, plain and under each perturbation, against the last committed figures.

``python -m bench.quality`` prints a table of figures, also under each perturbation, with gains and losses against
those in ``bench/quality.json``; ``--write`` renews that file. Below it stands what confidence means: of the mentions
of all those texts, and of texts with all damage at once, by confidence, the share that is right. The exit code is 1
when a figure fell by more than half a point.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from bench.metrics import Tally, confidences, score
from bench.perturb import PERTURBATIONS, battered
from bench.validate_gold import EXAMPLES, GOLD, Gold
from ingest.contract import ExtractRecord
from ingest.extract import extract_text
from ingest.readers import read
from ingest.resolve import LEAST_CONFIDENCE

COMMITTED = Path(__file__).with_name("quality.json")
PLAIN = "plain"
SEED = 20241122
_NOISE = 0.005

_BINS = (0.0, LEAST_CONFIDENCE, 0.7, 0.8, 0.9, 1.0)
_WIDTH = 190
"""Columns that the table of all kinds of damage needs, whatever it is printed to."""

Figures = dict[str, dict[str, float]]
"""Figure by name, by perturbation; ``plain`` is the undamaged text."""

Bins = dict[float, tuple[int, int]]
"""By the least confidence of a bin, how many of its mentions are right, and how many there are."""


def measure(gold_folder: Path = GOLD, texts: Path = EXAMPLES) -> tuple[Figures, Bins]:
    """Score every annotated example, plain and perturbed, and all mentions by confidence."""
    golds = [
        Gold.model_validate_json(path.read_text(encoding="utf-8")) for path in sorted(gold_folder.glob("*.gold.json"))
    ]
    pairs = [(gold, read(next(texts.rglob(gold.file))).text) for gold in golds]
    variants: dict[str, Callable[[str, Random], str]] = {PLAIN: lambda text, _: text} | PERTURBATIONS
    figures: Figures = {}
    bins: Bins = dict.fromkeys(_BINS, (0, 0))
    for name, damage in variants.items():
        tally = Tally()
        for gold, text in pairs:
            found = extract_text(damage(text, Random(f"{SEED} {name} {gold.file}")), gold.file)
            score(gold, found, tally)
            _count(bins, gold, found)
        figures[name] = {figure: round(value, 4) for figure, value in tally.figures().items()}
    for gold, text in pairs:
        _count(bins, gold, extract_text(battered(text, Random(f"{SEED} {gold.file}")), gold.file))
    return figures, bins


def _count(bins: Bins, gold: Gold, found: ExtractRecord) -> None:
    for confidence, right in confidences(gold, found):
        least = max(bound for bound in _BINS if bound <= confidence)
        bins[least] = bins[least][0] + right, bins[least][1] + 1


def main(arguments: Sequence[str]) -> int:
    """Print the figures beside the committed ones; 1 when one fell."""
    figures, bins = measure()
    committed: Figures = json.loads(COMMITTED.read_text(encoding="utf-8")) if COMMITTED.exists() else {}
    console = Console(width=_WIDTH)
    console.print(_table(figures, committed))
    console.print(_confidence_table(bins))
    if "--write" in arguments:
        COMMITTED.write_text(json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fallen = [
        f"{variant} {figure}: {committed[variant][figure]:.3f} -> {value:.3f}"
        for variant, row in figures.items()
        for figure, value in row.items()
        if value < committed.get(variant, {}).get(figure, 0.0) - _NOISE
    ]
    for line in fallen:
        Console(stderr=True).print(f"fell: {line}")
    return 1 if fallen and "--write" not in arguments else 0


def _table(figures: Figures, committed: Figures) -> Table:
    table = Table(
        title="Reading of the annotated examples (last column: against the committed figure of the plain text)"
    )
    table.add_column("figure")
    for name in figures:
        table.add_column(name, justify="right")
    table.add_column("±", justify="right")
    for figure in figures[PLAIN]:
        plain = figures[PLAIN][figure]
        cells = [f"{row.get(figure, 0.0):.3f}" for row in figures.values()]
        change = plain - committed.get(PLAIN, {}).get(figure, plain)
        table.add_row(figure, *cells, f"{change:+.3f}")
    return table


def _confidence_table(bins: Bins) -> Table:
    table = Table(title=f"What confidence means, over all variants (below {LEAST_CONFIDENCE} nothing is linked)")
    for column in ("confidence from", "mentions", "right", "share"):
        table.add_column(column, justify="right")
    for least, (right, total) in bins.items():
        table.add_row(f"{least:.1f}", str(total), str(right), f"{right / total:.3f}" if total else "-")
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
