"""The typed answers of questions about many documents at once: what contradicts, what weighs most, who carries out.

As in :mod:`queries.results`, field names are the wire contract.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from queries.results import CitedName, DocumentRef, EvidenceInfo, Note, Page, Result

ConflictKind = Literal["circle", "validity", "deadline", "date", "symbol"]


class Voice(Result):
    """One of several voices that cannot all be right, with its sentence or its source."""

    said: str = Field(description="What it says: an ISO day, a symbol, or a relation in Vietnamese words")
    said_en: str | None = Field(None, description="A relation in English words")
    document: CitedName | None = Field(None, description="The text that speaks, or the document that acts")
    source: str | None = Field(None, description="Where a table has it from")
    how_known: Literal["text", "reference", "derived", "human"] | None = None
    evidence: EvidenceInfo | None = None


class Conflict(Result):
    """Something that texts and tables say and that cannot all be true: a matter for a person to look into."""

    kind: ConflictKind
    message: str = Field(description="The fact in one Vietnamese sentence")
    message_en: str = Field(description="The same in English")
    documents: list[CitedName] = Field(description="The documents that it is about")
    voices: list[Voice]


class ConflictsResult(Result):
    """Contradictions, the gravest kind first; ``counts`` per kind over all of them."""

    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    conflicts: list[Conflict]
    counts: dict[str, int]
    page: Page


class Treatment(Result):
    """How many texts treat a document at one depth.

    4 carry it out or detail it, 3 rest or act on it, 2 name it at least three times, 1 name it.
    """

    depth: Literal[1, 2, 3, 4]
    texts: int


class Ranked(Result):
    """A document with how often and how strongly texts refer to it."""

    rank: int
    document: DocumentRef
    score: int = Field(description="Sum of the weights of the relations of all texts to it")
    texts: int = Field(description="Texts that refer to it")
    places: int = Field(description="Places in texts that refer to it")
    treatment: list[Treatment] = Field(description="Texts by the depth at which they treat it, the deepest first")
    reach: int = Field(description="Documents that carry it out or detail it, directly or through a chain")


class RankingResult(Result):
    """Documents by how often and how strongly they are referred to, the strongest first."""

    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    ranked: list[Ranked]
    page: Page


class CoverageUnit(Result):
    """A unit that is expected to carry a document out."""

    unit: str = Field(description="Key of the body")
    unit_name: str
    level: Literal["central", "province", "district", "ward"] | None = None
    place: str | None = None
    deadline: date | None = Field(None, description="By when it was to have a plan, where the document says so")


class CoverageItem(Result):
    """The first document by which a unit carries another one out."""

    unit: str
    unit_name: str
    document: CitedName
    through: str | None = Field(
        None, description="Key of the document that it carries out directly, when it is another"
    )
    depth: int = Field(description="1: directly; more: through a chain of documents")
    deadline: date | None = None
    late: bool | None = Field(None, description="After the deadline; null without a deadline or without a date")
    date: Annotated[date | None, Field(description="Date of the unit's document")]


class CoverageResult(Result):
    """Who carries a document out, who does not, and who was late."""

    document: DocumentRef
    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    expected: list[CoverageUnit]
    implemented: list[CoverageItem]
    missing: list[CoverageUnit]
    others: int = Field(description="Documents that carry it out by bodies that were not expected to")
    late: int
