"""Check gold annotations against the texts that they annotate.

A gold file is one JSON object a document: header, the mentions of other documents in text order, what the text says
about cited documents, and the tasks given to units. Its spans are half-open character offsets into the text as stored.
Run it as ``python -m bench.validate_gold [GOLD_FOLDER [TEXT_FOLDER]]``; the exit code is 1 when a problem was found.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from data.tables import document_types, edge_types

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
GOLD = Path(__file__).resolve().parent / "gold"
HEAD_IN_MESSAGE = 40

_TYPES = frozenset(row.code for row in document_types())
_RELATIONS = frozenset(row.name for row in edge_types() if row.is_reference)


def _known_type(code: str) -> str:
    if code not in _TYPES:
        msg = f"{code!r} is no document type of data/document_types.csv"
        raise ValueError(msg)
    return code


def _known_relation(name: str) -> str:
    if name not in _RELATIONS:
        msg = f"{name!r} is no relation between documents in data/edge_types.csv"
        raise ValueError(msg)
    return name


DocumentType = Annotated[str, AfterValidator(_known_type)]
Relation = Annotated[str, AfterValidator(_known_relation)]
Issuer = str | list[str] | None
IsoDate = date


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Header(_Record):
    """First and last page: what the document is, who issued and signed it; ``period`` is the years that it covers."""

    number: str | None
    symbol: str | None
    type: DocumentType
    title: str
    title_note: str | None = None
    issuer: str
    issuer_parent: str | None
    issuer_accept: list[str] = []
    level: Literal["central", "province", "district", "ward"]
    place: str
    place_accept: list[str] = []
    date: IsoDate
    signer: str | None
    signer_capacity: str | None
    period: str | None


class Mention(_Record):
    """A place where another document is named; ``quote`` is the text of ``start`` to ``end``, without date and issuer.

    ``accept`` lists other relations that count as right, ``symbol_expected`` and ``type_expected`` repair a slip of the
    text, ``resolves_to`` is the number of a law cited by name, ``partial`` the number when the rest of the symbol is
    missing.
    """

    start: int = Field(ge=0)
    end: int
    quote: str
    type: DocumentType
    type_expected: DocumentType | None = None
    symbol: str | None
    symbol_expected: str | None = None
    partial: str | None = None
    name: str | None = None
    year: str | None = None
    resolves_to: str | None = None
    date: IsoDate | None
    effective: IsoDate | None = None
    issuer: Issuer
    issuer_accept: list[Issuer] = []
    issuer_as_written: str | None = None
    relation: Relation
    accept: list[Relation] = []
    basis: Literal["preamble"] | None = None
    pinpoint: str | None = None
    embedded: bool = False
    compound: bool = False
    unnumbered: bool = False
    optional: bool = False
    anomaly: str | None = None
    note: str | None = None

    def identifiers(self) -> set[str]:
        """Return every symbol or name by which ``third_party`` may point at this document."""
        ways = (self.symbol, self.symbol_expected, self.name, self.resolves_to, self.quote)
        return {way for way in ways if way}


class ThirdParty(_Record):
    """A relation between two cited documents; an id may carry ``@place`` to tell two bearers of one symbol apart."""

    source: str
    source_resolves_to: str | None = None
    relation: Relation
    target: str
    target_resolves_to: str | None = None


class Assignment(_Record):
    """One task of one group of units; ``task_head`` opens the text between ``task_start`` and ``task_end``."""

    section: str | None = None
    assignees: list[str] = Field(min_length=1)
    assignees_accept: list[str] = []
    assignees_canonical: list[str] = []
    task_start: int = Field(ge=0)
    task_end: int
    task_end_accept: int | None = None
    task_head: str = Field(min_length=1)
    deadlines: list[IsoDate]
    deadlines_accept: list[IsoDate] = []
    optional: bool = False
    note: str | None = None


class Gold(_Record):
    """The annotation of one document; ``length`` counts the characters of its text."""

    file: str = Field(pattern=r"^[\w.-]+$")
    length: int
    header: Header
    mentions: list[Mention]
    third_party: list[ThirdParty]
    third_party_optional: list[ThirdParty] = []
    assignments: list[Assignment]
    assignments_outside: list[Assignment] = []


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong in one gold file, at a character offset of its text where one is known."""

    file: str
    what: str
    offset: int | None = None

    def __str__(self) -> str:
        """Return ``file@offset: what``."""
        return f"{self.file}@{self.offset}: {self.what}" if self.offset is not None else f"{self.file}: {self.what}"


def check(gold: Gold, text: str) -> list[Problem]:
    """Compare an annotation with its text and return every disagreement, none when all is right."""
    return [*_length(gold, text), *_mentions(gold, text), *_relations(gold), *_tasks(gold, text)]


def _length(gold: Gold, text: str) -> Iterator[Problem]:
    if gold.length != len(text):
        yield Problem(gold.file, f"length is {gold.length}, the text has {len(text)} characters")


def _mentions(gold: Gold, text: str) -> Iterator[Problem]:
    for mention in gold.mentions:
        found = text[mention.start : mention.end]
        if found != mention.quote or not found:
            yield Problem(gold.file, f"quote {mention.quote!r} is not the text there, {found!r}", mention.start)
    for before, after in pairwise(gold.mentions):
        if after.start < before.end:
            yield Problem(gold.file, f"mention {after.quote!r} does not follow {before.quote!r}", after.start)


def _relations(gold: Gold) -> Iterator[Problem]:
    known = {i for mention in gold.mentions for i in mention.identifiers()}
    for claim in (*gold.third_party, *gold.third_party_optional):
        for end in (claim.source, claim.target):
            if end.partition("@")[0] not in known:
                yield Problem(gold.file, f"{end!r} of a third-party relation is named by no mention")


def _tasks(gold: Gold, text: str) -> Iterator[Problem]:
    for task in (*gold.assignments, *gold.assignments_outside):
        if not text.startswith(task.task_head, task.task_start):
            found = text[task.task_start : task.task_start + HEAD_IN_MESSAGE]
            yield Problem(gold.file, f"task_head {task.task_head!r} is not the text there, {found!r}", task.task_start)
        elif not task.task_start + len(task.task_head) <= task.task_end <= len(text):
            what = f"task_end {task.task_end} cuts the task_head or lies outside the text"
            yield Problem(gold.file, what, task.task_start)


def check_folder(gold_folder: Path, text_folder: Path) -> list[Problem]:
    """Check every ``*.gold.json`` of a folder against the text of the same file name anywhere below ``text_folder``."""
    problems: list[Problem] = []
    for path in sorted(gold_folder.glob("*.gold.json")):
        try:
            gold = Gold.model_validate_json(path.read_text(encoding="utf-8"))
        except ValidationError as error:
            where = ((".".join(str(part) for part in one["loc"]), one["msg"]) for one in error.errors())
            problems += [Problem(path.name, f"{place}: {message}") for place, message in where]
            continue
        texts = sorted(text_folder.rglob(gold.file))
        if len(texts) == 1:
            problems += check(gold, texts[0].read_bytes().decode("utf-8"))
        else:
            what = f"{len(texts)} texts of this name below {text_folder.name}, one is needed"
            problems.append(Problem(gold.file, what))
    return problems


def main(arguments: Sequence[str]) -> int:
    """Print every problem and return the exit code: 0 none, 1 some, 2 wrong usage or nothing to check."""
    gold_folder = Path(arguments[0]) if arguments else GOLD
    text_folder = Path(arguments[1]) if len(arguments) > 1 else EXAMPLES
    count = len(list(gold_folder.glob("*.gold.json")))
    if not count:
        print(f"no *.gold.json in {gold_folder}; name a folder that has some", file=sys.stderr)
        return 2
    problems = check_folder(gold_folder, text_folder)
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{count} gold files, {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
