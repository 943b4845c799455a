"""What parsing finds in one text, as frozen types. Parsing is pure: text in, :class:`ParsedDocument` out.

All spans are half-open character offsets into the text as read, so ``text[start:end]`` is what the page shows. Type
codes are those of ``data/document_types.csv``; edge types those of ``data/edge_types.csv``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import date

from graph.model import Body, EventDeadline, Level, ReportRoute
from graph.quick import quickly_made

Days = tuple[dt.date, dt.date]
"""The first and the last day on which something may have happened."""


@dataclass(frozen=True, slots=True)
class Header:
    """First and last page of a document (NĐ 30/2020 Art. 8; HD 36-HD/VPTW for the Party).

    ``number`` is ``None`` when the blank was never filled in. ``issuer`` is the full name with its place,
    ``issuer_parent`` the places above ("quận Kiến An, thành phố Hải Phòng"), ``place`` the địa danh of the date line,
    ``period`` the year or range that a plan covers, ``issued_within`` the first and the last day of the month or year
    that a date line names whose day was never filled in, as in most papers that are signed digitally.
    """

    symbol: str | None = None
    number: str | None = None
    type: str | None = None
    title: str | None = None
    issuer: str | None = None
    issuer_parent: str | None = None
    level: Level | None = None
    place: str | None = None
    date: date | None = None
    signer: str | None = None
    signer_capacity: str | None = None
    period: str | None = None
    body: Body | None = None
    symbol_span: tuple[int, int] | None = None
    issued_within: Days | None = None

    @property
    def has_date_line(self) -> bool:
        """Whether a date line was read, filled in or not."""
        return self.date is not None or self.issued_within is not None

    @property
    def about(self) -> dt.date | None:
        """The day of the document, or the last one of its month where the day was never filled in."""
        if self.date is not None or self.issued_within is None:
            return self.date
        first, last = self.issued_within
        return last if first.month == last.month else None


@quickly_made
@dataclass(frozen=True, slots=True)
class ParsedMention:
    """A place in the text that names another document.

    ``start``/``end`` cover the core only: type word, "số", number and symbol as written, or the name of a law; never
    the date or the issuer. ``bodies`` are the issuing bodies that ``issuers`` name, lead agency first; ``alternatives``
    are two or more bodies of the mention's day that the lead may mean. ``antecedent`` is the index of an earlier
    mention that this one only repeats ("Nghị định 34" behind its full form). ``compound`` marks members of a list
    ("217, 218-QĐ/TW"), ``basis`` is "preamble" before section I and "body" after it. ``as_of_year`` is that of a change
    to the law that is named.
    """

    start: int
    end: int
    text: str
    type: str
    symbol: str | None = None
    number: str | None = None
    date: date | None = None
    issuers: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    alternatives: tuple[Body, ...] = ()
    relation: str = "CITES"
    cue: str | None = None
    embedded: bool = False
    compound: bool = False
    basis: str = "body"
    pinpoint: str | None = None
    name: str | None = None
    title: str | None = None
    term: str | None = None
    year: int | None = None
    as_of_year: int | None = None
    antecedent: int | None = None
    confidence: float = 1.0
    flags: tuple[str, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class ParsedRelation:
    """An edge between two cited documents that this text claims ("Kế hoạch A … triển khai Chỉ thị B").

    ``source`` and ``target`` are indexes into the mentions; the span is the sentence part that proves it.
    """

    source: int
    type: str
    target: int
    start: int
    end: int
    cue: str


@quickly_made
@dataclass(frozen=True, slots=True)
class ParsedBackReference:
    """Words that point back to a document ("Quyết định nêu trên").

    ``mention`` is the index of the last mention before that names it.
    """

    start: int
    end: int
    text: str
    mention: int


@quickly_made
@dataclass(frozen=True, slots=True)
class ParsedAssignment:
    """A task paragraph: who, what, by when. ``assignees`` are names as written, ``part`` is "organisation" or "body".

    ``roles`` are slugs of ``lead | support | advise | focal_point | monitor | guide | report | appraise | fund |
    publish | accountable``; ``recurrence`` iCalendar RRULE strings. ``event_deadlines`` run from an event, ``reports``
    tell to whom what was done is reported.
    """

    start: int
    end: int
    text: str
    assignees: tuple[str, ...]
    roles: tuple[str, ...] = ()
    deadlines: tuple[date, ...] = ()
    recurrence: tuple[str, ...] = ()
    part: str = "organisation"
    event_deadlines: tuple[EventDeadline, ...] = ()
    reports: tuple[ReportRoute, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedEnd:
    """What this text does to another document: ``scope`` "whole" or "part" with the named provisions.

    ``start``/``end`` cover the mention of it, ``sentence`` the sentence or item that says so; ``kept`` are the words by
    which the text leaves something of it in force: an exception, or a rule for what is pending. One of type
    :data:`graph.validity.CONTINUES` says that it does not end. ``resumed`` is the first day on which a suspension no
    longer holds, where the text says so.
    """

    target: int
    type: str
    scope: str
    provisions: tuple[str, ...]
    date: date | None
    start: int
    end: int
    sentence: tuple[int, int] = (0, 0)
    kept: str | None = None
    resumed: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StatedEffect:
    """From when a text is in force as it says, until when (the first day without effect), and where it says so."""

    in_force_from: date | None
    ended: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StatedPart:
    """From when, and until when, named provisions of the text itself are in force, and where it says so.

    Without either day an event decides that the text does not date. A provision with a matter in brackets, "Điều 26
    (việc …)", is meant only as far as that goes.
    """

    provisions: tuple[str, ...]
    in_force_from: date | None
    ended: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Everything that was read from one text. ``warnings`` are Vietnamese sentences for the report.

    ``page_effects`` is what the web page around the text says of its time, where the text itself says nothing.
    """

    header: Header
    mentions: tuple[ParsedMention, ...] = ()
    relations: tuple[ParsedRelation, ...] = ()
    assignments: tuple[ParsedAssignment, ...] = ()
    recipients: tuple[str, ...] = ()
    effect: StatedEffect | None = None
    page_effects: tuple[StatedEffect, ...] = ()
    ends: tuple[StatedEnd, ...] = ()
    continued: tuple[StatedEnd, ...] = ()
    parts: tuple[StatedPart, ...] = ()
    warnings: tuple[str, ...] = ()
    back_references: tuple[ParsedBackReference, ...] = ()

    @property
    def effects(self) -> tuple[StatedEffect, ...]:
        """What is said of the document's own time: by its text, then by the page around it."""
        return (self.effect, *self.page_effects) if self.effect is not None else self.page_effects
