"""The typed answers of the questions: the JSON that the command line, the API and the explorer share.

Field names are the wire contract; more may be added, these stay. Dates are ISO strings in JSON, ``null`` when unknown.
Offsets are characters of the citing document's text as read.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.model import ReadBy


class Result(BaseModel):
    """Base of all results: immutable, and an unknown field is a programming error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


CHECKED = "Day on which the row of reference data was compared with its source"


class Note(Result):
    """Something to know about an answer as a whole, as a Vietnamese and as an English sentence."""

    message: str
    message_en: str


class ValidityInfo(Result):
    """Validity of a document as of a date. ``status`` *unknown* is a state of its own and never means "in force"."""

    status: Literal["in_force", "not_yet_in_force", "ended", "ended_in_part", "unknown"] = "unknown"
    in_force_from: date | None = None
    ended: date | None = None
    scope: Literal["whole", "part"] | None = None
    ended_by: str | None = Field(None, description="Symbol of the ending document")
    how_known: Literal["text", "reference", "derived", "human"] | None = None
    source: str | None = None
    certainty: str | None = None
    checked: date | None = Field(None, description=CHECKED)


class DocumentRef(Result):
    """A document in a list or a graph: enough to draw its box."""

    key: str
    symbol: str | None
    type: str = Field(description="Type code, e.g. KH")
    type_name: str = Field(description="Vietnamese name of the type, e.g. Kế hoạch")
    label: str = Field(description="Graph label, e.g. Plan")
    title: str | None
    issuer: str | None
    level: Literal["central", "province", "district", "ward"] | None
    date: date | None
    ingested: bool
    validity: ValidityInfo = ValidityInfo()


class EvidenceInfo(Result):
    """The sentence that proves an edge: ``quote`` is ``text[start:end]`` of ``document``'s text as read."""

    document: str = Field(description="Key of the document whose text speaks")
    document_symbol: str | None = None
    source: str | None = Field(None, description="sha256 of the file whose text the offsets point into")
    start: int
    end: int
    quote: str
    sentence: str | None = Field(None, description="The sentence around the quote")
    cue: str | None = None
    pinpoint: str | None = None
    extractor: str | None = None
    confidence: float | None = None
    page: int | None = Field(None, description="Page of a PDF or scan, from 1; null for files without pages")
    read_by: ReadBy | None = Field(None, description="How that page was read: its text layer, or OCR")
    read_quality: float | None = Field(
        None, description="How well, 0 to 1: share of Vietnamese syllables, or mean confidence of the OCR"
    )


class EdgeInfo(Result):
    """An edge between two documents with the statements that claim it, labelled in both directions."""

    source: str
    target: str
    type: str
    label: str = Field(description="Vietnamese, actor to object, e.g. triển khai")
    reverse_label: str
    evidence: list[EvidenceInfo]


class TraceNode(DocumentRef):
    """A document of a chain; ``depth`` is the least number of edges from the root."""

    depth: int


class Gap(Result):
    """A level that the chain jumps over: no document of ``level`` found between the two."""

    level: Literal["province", "district"]
    below: str
    above: str
    message: str


class TraceResult(Result):
    """The chain of a document, upwards (what it rests on) or downwards (what rests on it)."""

    root: str
    direction: Literal["up", "down"]
    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    nodes: list[TraceNode]
    edges: list[EdgeInfo]
    gaps: list[Gap]
    truncated: bool = Field(description="True when a limit of hops or nodes cut the chain")


class Page(Result):
    """Position in a longer list: ``next`` is the cursor of the following page, ``None`` on the last one."""

    total: int
    next: str | None = None


class CitedName(Result):
    """Key and symbol of a document in a finding."""

    key: str
    symbol: str | None
    title: str | None = None
    issuer: str | None = None
    type: str | None = Field(None, description="Type code, where there is neither number nor title")
    file: str | None = Field(None, description="Name of its file, where there is neither number nor title")


class FindingVoice(Result):
    """What one or more texts give as the day or the symbol of a document, with the first sentence that does so."""

    said: str = Field(description="An ISO day, or a symbol")
    places: int = Field(description="In how many places")
    own: bool = Field(False, description="The document says so itself")
    evidence: EvidenceInfo


FindingKind = Literal[
    "ended", "ended_in_part", "suspended", "amended", "basis_ended", "not_yet_in_force", "ended_since", "anachronistic",
    "date_conflict", "symbol_conflict", "needs_review", "copies_differ", "ambiguous", "unknown",
]  # fmt: skip


class Finding(Result):
    """A fact with a date and a source, never an accusation."""

    kind: FindingKind
    severity: Literal["high", "medium", "low", "info"]
    message: str = Field(description="The fact in one Vietnamese sentence")
    message_en: str = Field(description="The same in English")
    citing: CitedName
    cited: CitedName
    ended: date | None = None
    ended_by: str | None = None
    how_known: Literal["text", "reference", "derived", "human"] | None = None
    certainty: str | None = None
    source: str | None = None
    checked: date | None = Field(None, description=CHECKED)
    evidence: EvidenceInfo
    in_force_from: date | None = Field(None, description="First day of effect, for kind *not_yet_in_force*")
    changed: date | None = Field(
        None, description="First day of the amendment or suspension, for kinds *amended* and *suspended*"
    )
    resumed: date | None = Field(
        None, description="First day on which the suspension no longer holds, where its text says so"
    )
    provisions: list[str] = Field(
        default=[], description="The provisions that ended, were amended or suspended, when only some were"
    )
    named: str | None = Field(
        None, description="The provisions that the citation names, where the finding is about these alone"
    )
    kept: str | None = Field(None, description="What the ending text leaves in force, in its own words")
    basis: CitedName | None = Field(
        None, description="The ended document that the cited one stands on, for *basis_ended*"
    )
    proof: EvidenceInfo | None = Field(None, description="The sentence that states the end or the amendment")
    voices: list[FindingVoice] = Field(
        [], description="For *date_conflict* and *symbol_conflict*: who says what, this citation first"
    )
    notes: list[str] = Field([], description="What the reference table notes on the document")
    successor: str | None = Field(
        None, description="Symbol of the document to look at instead, in force when last known"
    )
    date: Annotated[date | None, Field(description="Date of the citing document")]


class AuditResult(Result):
    """Findings as of a date, most severe first; ``counts`` per kind over all of them, also those cut by paging."""

    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    findings: list[Finding]
    counts: dict[str, int]
    documents: int = Field(description="Number of citing documents looked at")
    citations: int = Field(description="Number of citations looked at")
    later: int = Field(0, description="Documents left out because they were issued after ``as_of``")
    first: date | None = Field(None, description="Earliest date of the documents asked for, those left out included")
    page: Page | None = Field(None, description="Where these findings stand among those of the kinds asked for")


class Dependent(Result):
    """A document that refers to another one, and how."""

    type: str = Field(description="Edge type from this document to the one that was asked for")
    label: str = Field(description="Vietnamese, e.g. căn cứ")
    document: DocumentRef


class ImpactResult(Result):
    """What rests on a document: counts per relation first, then the documents page by page."""

    document: DocumentRef
    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    counts: list[RelationCount]
    falls: list[DocumentRef] = Field(
        description="Law that would end with it, or ended with it, by the rule of that day"
    )
    falls_total: int
    falls_on: Annotated[date, Field(description="``as_of``, or the day on which the document had ended before")]
    rule: str = Field(description="What the rule of the day ``falls_on`` says of detailing documents, with its source")
    later: int = Field(0, description="Documents that rest on it and were issued after ``as_of``; not counted")
    documents: list[Dependent]
    page: Page


class SearchHit(DocumentRef):
    """A document that fits a search; ``snippet`` marks the matched words with ``[`` and ``]``."""

    score: float
    snippet: str | None = None


class SearchResult(Result):
    """Documents that fit ``query``, best first."""

    query: str
    hits: list[SearchHit]
    page: Page
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")


class DocumentList(Result):
    """All documents, newest first."""

    documents: list[DocumentRef]
    page: Page


class MentionInfo(Result):
    """A mention in an ingested text with what became of it."""

    id: str
    start: int
    end: int
    text: str
    type: str
    symbol: str | None
    date: date | None
    issuer: str | None
    name: str | None
    relation: str
    embedded: bool
    pinpoint: str | None
    state: Literal["resolved", "ambiguous", "unresolved", "malformed", "anachronistic", "self"]
    document_key: str | None
    reason: str
    confidence: float
    candidates: list[tuple[str, float]] = []
    page: int | None = Field(None, description="Page of a PDF or scan, from 1; null for files without pages")
    read_by: ReadBy | None = Field(None, description="How that page was read: its text layer, or OCR")
    read_quality: float | None = Field(
        None, description="How well, 0 to 1: share of Vietnamese syllables, or mean confidence of the OCR"
    )


class EventDeadlineInfo(Result):
    """A deadline that runs from an event, as the text words it."""

    count: int = Field(description="How many units after the event; 0 is at once")
    unit: Literal["hour", "working_hour", "day", "working_day", "week", "month", "quarter", "year"]
    event: str
    date: Annotated[date | None, Field(description="Known where the event is the day of the document itself")]


class ReportInfo(Result):
    """To whom a task is reported, and through whom."""

    to: str
    through: str | None = None


class AssignmentInfo(Result):
    """A task that a document gives to a unit."""

    document: CitedName
    unit: str = Field(description="Key of the unit")
    unit_name: str = Field(description="The unit as the text names it")
    text: str
    roles: list[str]
    deadlines: list[date]
    recurrence: list[str] = []
    event_deadlines: list[EventDeadlineInfo] = []
    reports: list[ReportInfo] = []
    part: Literal["organisation", "body"]
    passed: bool = Field(False, description="All of its deadlines lie before the day of the question")
    validity: ValidityInfo = Field(ValidityInfo(), description="Of the document that gives it, on that day")
    evidence: EvidenceInfo


class AssignmentsResult(Result):
    """Tasks by earliest deadline (those without one last), then by document and place in the text."""

    unit: str | None
    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    assignments: list[AssignmentInfo]
    later: int = Field(0, description="Tasks of documents that were issued after the day; not listed")
    page: Page


class RelationCount(Result):
    """How many documents stand in one relation to the focus, in one direction."""

    type: str
    direction: Literal["out", "in"]
    label: str
    count: int


class Neighbour(Result):
    """A document next to the focus and the edge between them."""

    direction: Literal["out", "in"]
    document: DocumentRef
    edge: EdgeInfo


class NeighboursResult(Result):
    """The two-column *lược đồ*: counts per relation first, then neighbours page by page."""

    document: DocumentRef
    counts: list[RelationCount]
    neighbours: list[Neighbour]
    page: Page


class FileInfo(Result):
    """A file that is a document; of several one speaks for it."""

    path: str = Field(description="As it was given; a file in a zip is called ARCHIVE!/MEMBER")
    sha256: str
    format: str
    size: int = Field(description="Bytes")
    speaks: bool = Field(description="Whether header, text and tasks of the document are those of this file")
    likeness: float = Field(description="Share of the words of the file that speaks that it has too, from 0 to 1")


class PartInfo(Result):
    """Provisions of a document that begin or end on a day of their own, on the day of the question."""

    provisions: list[str]
    status: Literal["in_force", "not_yet_in_force", "ended", "unknown"]
    in_force_from: date | None = None
    ended: date | None = None
    ended_by: str | None = Field(None, description="Symbol of the ending document; null where it says so itself")
    how_known: Literal["text", "reference", "derived", "human"] | None = None
    source: str | None = Field(None, description="The sentence that gives the day")
    evidence: EvidenceInfo | None = Field(None, description="Where that sentence stands")


class SuspensionInfo(Result):
    """A suspension that holds on the day of the question."""

    since: date
    resumed: date | None = Field(description="First day on which it no longer holds; null where its text does not say")
    scope: Literal["whole", "part"] | None
    provisions: list[str] = Field(description="The suspended provisions, where they are named")
    by: str | None = Field(description="Symbol of the suspending document")
    source: str | None = Field(description="The sentence that says so")
    evidence: EvidenceInfo | None = Field(description="Where that sentence stands")


class DocumentDetail(DocumentRef):
    """One document with all that is known of it."""

    number: str | None
    body: str | None
    place: str | None
    signer: str | None
    source: str | None = Field(description="sha256 of the ingested file")
    file: str | None = Field(description="Path of the ingested file as it was given")
    files: list[FileInfo] = Field(
        [], description="All ingested files that are this document, the one that speaks first"
    )
    mentions: list[MentionInfo]
    counts: list[RelationCount]
    recipients: list[str]
    assignments: int
    parts: list[PartInfo] = Field([], description="Provisions with a day of their own, the earliest first")
    suspensions: list[SuspensionInfo] = Field(
        [], description="Suspensions that hold on the day, those of the whole document first"
    )
    needs_review: list[Note] = Field([], description="What sources say of its validity and cannot all be true")
    known: list[str] = Field([], description="What the reference table notes on it")
    uncited: bool = Field(
        False, description="No text of the store cites it: it is known from the reference table alone"
    )
    claims: dict[str, dict[str, int]] = Field(description="What texts say of it: field -> value -> number of mentions")


class TextResult(Result):
    """The text of an ingested document as read; all offsets point into it."""

    key: str
    source: str
    text: str
    mentions: list[MentionInfo]


class StatsResult(Result):
    """Counts by node label, edge type and mention state, and of documents by their validity on a day."""

    nodes: dict[str, int]
    edges: dict[str, int]
    mentions: dict[str, int]
    as_of: date
    notes: list[Note] = Field([], description="What is to be known of the day that was asked for")
    validity: dict[str, int] = Field(description="State of validity -> number of documents; most are *unknown*")
