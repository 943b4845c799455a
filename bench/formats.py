"""What each format loses: the papers of ``tests/files`` against the plain text of the same papers in ``examples/``.

``python -m bench.formats`` prints, for each format, the F1 of mentions (type and symbol or name), of mentions with
date, issuer and relation, and of tasks, and the share of the fields of heads that are the same. Scans are made on the
way: pages of the PDF at 300 dpi, and at 150 dpi turned, blurred, noisy; both with a red stamp. ``--no-scans`` leaves
them out, for Tesseract takes seconds a page. The exit code is 1 when the F1 of a format is below what it must be.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.worn import CLEAN, NOISY, scan_of
from graph.text import symbol_words, words
from ingest.contract import ExtractRecord, MentionRecord
from ingest.extract import extract_text
from ingest.readers import read, read_data

FILES = Path(__file__).parents[1] / "tests" / "files"
EXAMPLES = Path(__file__).parents[1] / "examples"
SCANS = {"scan 300 dpi": CLEAN, "scan 150 dpi": NOISY}
LEAST = dict.fromkeys(("doc", "docx", "odt", "rtf", "html", "pdf"), 0.99) | {"scan 300 dpi": 0.95, "scan 150 dpi": 0.9}
"""Least F1 of mentions of each format."""
FIGURES = ("mentions", "with all fields", "tasks", "heads")

Counts = Counter[str]
"""By figure, twice what both have, and what each has together: F1 is their quotient."""


def compare(form: str, file: Path) -> Counts:
    """Count what a file and the plain text of its paper have in common."""
    plain = read(next(EXAMPLES.glob(f"*/{file.stem}.*")))
    wanted = extract_text(plain.text, "")
    data = scan_of(file.read_bytes(), SCANS[form], file.stem) if form in SCANS else file.read_bytes()
    found = read_data(data, file.name)
    got = extract_text(found.text, "", found.pages)
    counts: Counts = Counter()
    bags = (
        ("mentions", Counter(map(_name, wanted.mentions)), Counter(map(_name, got.mentions))),
        ("with all fields", Counter(map(_fields, wanted.mentions)), Counter(map(_fields, got.mentions))),
        ("tasks", Counter(_tasks(wanted)), Counter(_tasks(got))),
    )
    for figure, one, other in bags:
        counts[figure] += 2 * (one & other).total()
        counts[f"{figure} of"] += one.total() + other.total()
    for field in type(wanted.header).model_fields:
        counts["heads"] += getattr(wanted.header, field) == getattr(got.header, field)
        counts["heads of"] += 1
    return counts


def _name(mention: MentionRecord) -> str:
    return f"{mention.type} {symbol_words(mention.symbol) if mention.symbol else words(mention.name or mention.text)}"


def _fields(mention: MentionRecord) -> str:
    return f"{_name(mention)} {mention.date} {mention.issuer} {mention.relation} {mention.pinpoint}"


def _tasks(record: ExtractRecord) -> Iterator[str]:
    return (f"{'; '.join(map(words, task.assignees))} {task.deadlines}" for task in record.assignments)


def measure(forms: Sequence[str]) -> dict[str, dict[str, float]]:
    """The figures of each format, between 0 and 1."""
    figures: dict[str, dict[str, float]] = {}
    with ProcessPoolExecutor() as pool:
        for form in forms:
            files = sorted((FILES / ("pdf" if form in SCANS else form)).iterdir())
            counts = sum(pool.map(partial(compare, form), files), Counter())
            figures[form] = {figure: counts[figure] / counts[f"{figure} of"] for figure in FIGURES}
    return figures


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 when one is too low."""
    figures = measure([form for form in LEAST if not ("--no-scans" in arguments and form in SCANS)])
    table = Table(title="Papers in each format against their plain text")
    for column in ("format", *FIGURES, "at least"):
        table.add_column(column, justify="left" if column == "format" else "right")
    for form, row in figures.items():
        table.add_row(form, *(f"{row[figure]:.3f}" for figure in FIGURES), f"{LEAST[form]:.2f}")
    Console().print(table)
    return int(any(row["mentions"] < LEAST[form] for form, row in figures.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
