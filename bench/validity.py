"""Validity read from real laws, decrees, circulars and decisions, against the labels of the national database.

``python -m bench.validity`` reads ``../shared/corpus/vbpl-sample.tar.gz`` when it is there and prints how often the
day of effect is read and right, the table of official labels against derived status, and each document that is
otherwise labelled, with the sentence behind the derived status. English translations
and pages without a text are counted apart: nothing can be read there.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from graph.model import SourceText
from graph.sqlite import SqliteStore
from graph.validity import effective
from ingest.parse import EXTRACTOR, parse
from ingest.statements import build_batch
from queries.base import validity_rows

SAMPLE = Path(__file__).parents[2] / "shared" / "corpus" / "vbpl-sample.tar.gz"
LABELS = {
    "Còn hiệu lực": "in_force",
    "Hết hiệu lực toàn bộ": "ended",
    "Hết hiệu lực một phần": "ended_in_part",
    "Chưa có hiệu lực": "not_yet_in_force",
}
_NO_LABEL = "no label"
_UPDATED = re.compile(r"Ngày cập nhật:?\s*(\d\d)/(\d\d)/(\d{4})")
_SHORTEST_TEXT = 2_000
_VIETNAMESE = re.compile(r"\b(?:Căn cứ|Điều 1|Điều 2)\b")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the database: its text, the official day of effect and the official label."""

    name: str
    text: str
    effect: date | None
    label: str | None

    @property
    def readable(self) -> bool:
        """Whether the page holds the Vietnamese text, and not only its attributes or a translation."""
        return len(self.text) >= _SHORTEST_TEXT and _VIETNAMESE.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Difference:
    """A document whose derived status is not its label, with the document and the sentence behind the status."""

    page: str
    key: str
    label: str
    status: str
    by: str | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A day of effect that is not the official one, with the words of the text."""

    page: str
    official: date
    read: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured, as of the day on which the sample was last brought up to date."""

    pages: int
    readable: int
    dated: int
    read: int
    wrong: tuple[OtherDay, ...]
    as_of: date
    table: Counter[tuple[str, str]]
    differences: tuple[Difference, ...]


def pages(archive: Path = SAMPLE) -> Iterator[Page]:
    """Yield the pages of the sample; raises FileNotFoundError when it is not there."""
    with tarfile.open(archive) as packed:
        members = {Path(member.name).name: member for member in packed.getmembers() if member.isfile()}
        for row in json.loads(_read(packed, members["meta.json"])):
            day = date(*map(int, reversed(row["eff"].split("/")))) if row["eff"] else None
            yield Page(row["f"], _read(packed, members[row["f"]]), day, row["status"])


def measure(sample: Iterable[Page]) -> Figures:
    """Read the pages into one graph and compare."""
    everything = list(sample)
    readable = [page for page in everything if page.readable]
    updates = [date(int(m[3]), int(m[2]), int(m[1])) for page in everything for m in _UPDATED.finditer(page.text)]
    as_of = max(updates, default=date.today())  # noqa: DTZ011 - a day of the calendar
    wrong: list[OtherDay] = []
    read = dated = 0
    keys: dict[str, Page] = {}
    with tempfile.TemporaryDirectory() as folder, closing(SqliteStore(Path(folder) / "sample.db")) as store:
        for page in readable:
            parsed = parse(page.text)
            source = SourceText(page.name, page.name, "txt", len(page.text), page.text, "", EXTRACTOR)
            batch = build_batch(store, source, parsed)
            store.write(batch)
            if batch.document is not None:
                keys.setdefault(batch.document.key, page)
            found = parsed.effect.in_force_from if parsed.effect else None
            dated += page.effect is not None
            if page.effect is not None and found is not None:
                read += 1
                if parsed.effect is not None and page.effect != found:
                    said = " ".join(page.text[parsed.effect.start : parsed.effect.end].split())
                    wrong.append(OtherDay(page.name, page.effect, found, said))
        known = validity_rows(store, keys)
    table: Counter[tuple[str, str]] = Counter()
    differences: list[Difference] = []
    for key, page in keys.items():
        status, by = effective(known.get(key, ()), as_of)
        label = LABELS.get(page.label or "", _NO_LABEL)
        table[label, status] += 1
        if status != label != _NO_LABEL:
            differences.append(Difference(page.name, key, label, status, by.ended_by, by.source))
    return Figures(len(everything), len(readable), dated, read, tuple(wrong), as_of, table, tuple(differences))


def main() -> int:
    """Print the figures; 0, also when the sample is not there."""
    console = Console(width=160)
    if not SAMPLE.exists():
        console.print("The sample ../shared/corpus/vbpl-sample.tar.gz is not beside the project: nothing to measure.")
        return 0
    figures = measure(pages())
    right = figures.read - len(figures.wrong)
    console.print(f"{figures.pages} pages, {figures.readable} with a Vietnamese text; status as of {figures.as_of}")
    console.print(
        f"day of effect: read {figures.read} of {figures.dated} = {figures.read / max(1, figures.dated):.1%}, "
        f"right {right} of {figures.read} = {right / max(1, figures.read):.1%}"
    )
    for day in figures.wrong:
        console.print(
            f"  {day.page}: the database says {day.official}, the text {day.read}: {day.sentence}", markup=False
        )
    console.print(_table(figures.table))
    wholly = sum(case.status == "ended" and case.label == "in_force" for case in figures.differences)
    console.print(f"labelled as in force and wholly ended by another document of the sample: {wholly}")
    for case in figures.differences:
        told = f" by {case.by}: {case.sentence}" if case.by else ""
        console.print(f"  {case.page} {case.key}: {case.label}, derived {case.status}{told}", markup=False)
    return 0


def _read(packed: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    file = packed.extractfile(member)
    return file.read().decode() if file else ""


def _table(table: Counter[tuple[str, str]]) -> Table:
    statuses = sorted({status for _, status in table})
    drawn = Table("official label", *statuses, title="Official label against derived status")
    for label in (*LABELS.values(), _NO_LABEL):
        drawn.add_row(label, *(str(table[label, status] or "") for status in statuses))
    return drawn


if __name__ == "__main__":
    sys.exit(main())
