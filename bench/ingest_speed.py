"""``make bench-ingest``: whole runs of ingest into SQLite, from files of 20 kB to a closed store and all its originals.

The documents are plans under numbers of their own, their paragraphs drawn from the examples, so that they cite, assign
and repeat as those do. ``writer`` is the time of the processor that the one writing process took for a document: what
more workers cannot make faster.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from docx import Document
from rich.console import Console
from rich.table import Table

from bench.validate_gold import EXAMPLES
from graph.originals import Originals
from graph.sqlite import SqliteStore
from ingest.pipeline import ingest_paths
from ingest.workers import cores, local_workers

_BYTES = 20_000
_LONGEST = 3600.0
_HEAD = """ỦY BAN NHÂN DÂN XÃ DUY TRINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}/KH-UBND

Duy Trinh, ngày {day:02} tháng {month:02} năm {year}

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm {year} trên địa bàn xã Duy Trinh, huyện Duy Xuyên, tỉnh Quảng Nam

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="make bench-ingest", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 5000])
    parser.add_argument("--jobs", type=int, default=cores())
    parser.add_argument("--form", choices=("txt", "docx"), default="txt", help="what the documents are kept in")
    chosen = parser.parse_args(arguments)
    table = Table("documents", "documents/s", "MB/s", "writer, ms", "store, kB a document", "memory of the writer, MB")
    for number in chosen.documents:
        with tempfile.TemporaryDirectory() as folder:
            table.add_row(f"{number:,}", *_figures(Path(folder), number, chosen.jobs, chosen.form))
    console = Console()
    kept_in = f"{_BYTES / 1e3:.0f} kB of text a document, in {chosen.form}"
    console.print(f"{chosen.jobs} reading processes, {kept_in}, full durability")
    console.print(table)
    return 0


def _figures(folder: Path, number: int, jobs: int, form: str) -> tuple[str, ...]:
    papers = folder / "papers"
    papers.mkdir()
    size = sum(write_papers(papers, number, form))
    begun, processor = time.perf_counter(), time.process_time()
    with local_workers(jobs, seconds=_LONGEST) as workers, closing(SqliteStore(folder / "cancu.db")) as store:
        report = ingest_paths(store, [papers], originals=Originals(folder / "originals"), workers=workers)
    spent, processor = time.perf_counter() - begun, time.process_time() - processor
    if report.kept != number:
        raise SystemExit(f"only {report.kept} of {number} documents were kept: {report.set_aside[:3]}")
    held = sum(file.stat().st_size for file in folder.glob("cancu.db*") if file.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return (
        f"{number / spent:,.1f}",
        f"{size / 1e6 / spent:.2f}",
        f"{1e3 * processor / number:.1f}",
        f"{held / 1e3 / number:.1f}",
        f"{memory:.0f}",
    )


def write_papers(folder: Path, number: int, form: str = "txt") -> list[int]:
    """Write so many documents of about 20 kB of text into ``folder``; returns the sizes of their texts in bytes."""
    chooser = random.Random(1)
    paragraphs = [
        line for path in sorted(EXAMPLES.rglob("*.txt")) for line in _body(path.read_text(encoding="utf-8")) if line
    ]
    sizes = []
    for index in range(number):
        day, month, year = 1 + index % 28, 1 + index // 28 % 12, 2016 + index // 336 % 9
        text = _HEAD.format(number=index + 1, day=day, month=month, year=year)
        while len(text.encode()) < _BYTES:
            text += "\n\n".join(chooser.sample(paragraphs, 10)) + "\n\n"
        if form == "docx":
            _write_docx(folder / f"{index:06}.docx", text)
        else:
            (folder / f"{index:06}.txt").write_bytes(text.encode())
        sizes.append(len(text.encode()))
    return sizes


def _write_docx(file: Path, text: str) -> None:
    document = Document()
    for line in filter(None, text.split("\n")):
        document.add_paragraph(line)
    document.save(str(file))


def _body(text: str) -> list[str]:
    """The paragraphs between the first and the last page."""
    lines = [line.strip() for line in text.splitlines()]
    return lines[len(lines) // 5 : len(lines) * 4 // 5]


if __name__ == "__main__":
    sys.exit(main())
