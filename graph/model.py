"""The words of the graph as frozen types.

A *document* exists, ingested or only cited. A *mention* is a place in a text that names another document; its
*resolution* says what became of it. A *statement* is one claim by one text (subject, edge type, object) with its
*evidence*; an *edge* is the sum of the statements that claim it. Spans are half-open character offsets into the text as
read. Dates are ``datetime.date``; ``None`` means unknown, never "in force" or "today".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.quick import quickly_made


class Level(StrEnum):
    """Level of government of an issuing body."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    WARD = "ward"


class Regime(StrEnum):
    """Numbering regime, the first part of a document's key (domain reference I1–I6, I13, I15)."""

    NORMATIVE = "norm"
    STATE = "st"
    PARTY = "pty"
    MASS = "mass"
    LAW = "law"
    CONGRESS = "cong"


class ResolutionState(StrEnum):
    """What became of a mention."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"
    MALFORMED = "malformed"
    ANACHRONISTIC = "anachronistic"
    SELF = "self"


class HowKnown(StrEnum):
    """Where a fact of validity comes from, strongest first."""

    TEXT = "text"
    REFERENCE = "reference"
    DERIVED = "derived"
    HUMAN = "human"


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of character offsets.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@quickly_made
@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division with its validity interval; both ends inclusive, ``None`` open."""

    id: str
    name: str
    kind: str
    level: Level
    parent: str | None
    valid_from: date | None = None
    valid_to: date | None = None

    def __hash__(self) -> int:
        return hash(self.id)  # as part of the keys of caches, faster than over all fields


@quickly_made
@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that numbers its own documents or is assigned work.

    ``key`` is the numbering entity: Bộ Chính trị and Ban Bí thư are both ``tw``, Ban Thường vụ Thành ủy Hải Phòng is
    ``tu.hai-phong`` (domain reference I8). ``place`` is a place id, ``None`` for central bodies.
    """

    key: str
    name: str
    kind: str
    level: Level | None
    place: str | None = None
    parent: str | None = None
    regime: Regime = Regime.STATE


@quickly_made
@dataclass(frozen=True, slots=True)
class Validity:
    """One voice on when a document is in force: its beginning, its end, or what another document changes in it.

    ``ended`` is the first day without effect, ``changed`` the first day of an amendment or suspension, ``resumed`` the
    first day on which a suspension no longer holds, ``None`` where nobody says how long it lasts; ``act`` is the edge
    type by which the document ``actor`` (a key) does either, ``ended_by`` its symbol. ``scope`` is ``whole`` or
    ``part`` with the named ``provisions``; ``kept`` is what the same clause leaves in force, exceptions and
    transitional rules, in its own words. ``source`` is the sentence of a text, which ``span`` bounds, or where a table
    has it from, ``origin`` the sha256 of the text or the name of the table; ``certainty`` is the wording of that source
    ("confirmed by the text", "secondary", "open"), ``checked`` the day on which somebody compared the two.
    ``law`` is what a row of a table that a user brought calls the document (:mod:`graph.brought`).
    """

    in_force_from: date | None = None
    ended: date | None = None
    scope: str | None = None
    ended_by: str | None = None
    how_known: HowKnown | None = None
    source: str | None = None
    certainty: str | None = None
    act: str | None = None
    changed: date | None = None
    actor: str | None = None
    provisions: tuple[str, ...] = ()
    kept: str | None = None
    span: Span | None = None
    origin: str | None = None
    checked: date | None = None
    resumed: date | None = None
    law: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class ValidityClaim:
    """What one text says of the validity of ``document``: its own, or another one's that its ``mention`` names."""

    document: str
    validity: Validity
    mention: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Document:
    """A plan, directive, law … that exists: ``ingested`` from a file, or only cited.

    ``type`` is the type code ("KH", "QĐ"), ``label`` the graph label ("Plan"), ``issuer`` the issuer as named, ``body``
    the key of the issuing body, ``source`` the sha256 of the ingested file.
    """

    key: str
    regime: Regime
    type: str
    label: str
    number: str | None = None
    symbol: str | None = None
    title: str | None = None
    issuer: str | None = None
    body: str | None = None
    level: Level | None = None
    place: str | None = None
    date: date | None = None
    ingested: bool = False
    source: str | None = None
    signer: str | None = None
    provisional: bool = False


@quickly_made
@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention was resolved to, why, and by which version of the resolver.

    ``candidates`` are (document key, score in 0..1), best first, kept when the state is ambiguous.
    """

    state: ResolutionState
    document: str | None
    reason: str
    confidence: float
    resolver: str
    candidates: tuple[tuple[str, float], ...] = ()

    @property
    def linked(self) -> bool:
        """Whether statements about the document may be made: not of the text itself, not of what cannot be meant."""
        return self.state in {ResolutionState.RESOLVED, ResolutionState.UNRESOLVED, ResolutionState.AMBIGUOUS}


@quickly_made
@dataclass(frozen=True, slots=True)
class Evidence:
    """The place that proves a statement: ``quote`` equals ``text[start:end]`` of the source as read."""

    source: str
    start: int
    end: int
    quote: str
    cue: str | None
    extractor: str
    confidence: float


@quickly_made
@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an ingested text that names a document, with what was read there and what it was resolved to.

    ``group`` is the key without its period: mentions without a date wait in their group until exactly one document
    fits.
    """

    id: str
    citing: str
    source: str
    start: int
    end: int
    quote: str
    type: str
    symbol: str | None
    number: str | None
    date: date | None
    issuer: str | None
    body: str | None
    name: str | None
    title: str | None
    relation: str
    embedded: bool
    pinpoint: str | None
    group: str | None
    resolution: Resolution


@quickly_made
@dataclass(frozen=True, slots=True)
class EventDeadline:
    """A deadline of ``count`` units from an event, as worded: "trong 10 ngày kể từ ngày nhận được Công văn này".

    ``unit`` is ``hour | working_hour | day | working_day | week | month | quarter | year``; with a ``count`` of 0 it is
    due at once.
    ``day`` is known where the event is the day of the document itself.
    """

    count: int
    unit: str
    event: str
    day: date | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class ReportRoute:
    """To whom a task is reported, and through whom, as worded: "về UBND tỉnh (qua Sở Nội vụ)"."""

    to: str
    through: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Task:
    """What an ASSIGNS statement carries besides its evidence; ``recurrence`` holds iCalendar RRULEs."""

    text: str
    assignee: str
    roles: tuple[str, ...] = ()
    deadlines: tuple[date, ...] = ()
    recurrence: tuple[str, ...] = ()
    part: str = "organisation"
    event_deadlines: tuple[EventDeadline, ...] = ()
    reports: tuple[ReportRoute, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Statement:
    """One claim by one text: subject, edge type, object, evidence.

    ``subject`` and ``object`` are keys of documents, bodies or places as the edge vocabulary says. ``id`` is a digest
    of the claim and its place, so writing it twice changes nothing. ``qualifier`` keeps parallel edges apart (one
    ASSIGNS edge a task).
    """

    id: str
    subject: str
    type: str
    object: str
    evidence: Evidence
    mention: str | None = None
    pinpoint: str | None = None
    qualifier: str = ""
    task: Task | None = None


class ReadBy(StrEnum):
    """How the text of a page was got."""

    TEXT = "text"
    OCR = "ocr"


@quickly_made
@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a file: where it begins in the text, its number from 1, how it was read and how well.

    ``quality`` is from 0 to 1: of a text layer the share of Vietnamese syllables among its words, of recognised text
    the mean confidence of the engine.
    """

    start: int
    number: int
    read_by: ReadBy
    quality: float


@quickly_made
@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as it was read: ``sha256`` of its bytes, the text that all offsets point into, where it came from.

    ``pages`` are those of a PDF or scan in their order, empty for files without pages.
    """

    sha256: str
    path: str
    format: str
    size: int
    text: str
    read_at: str
    extractor: str
    pages: tuple[SourcePage, ...] = ()
