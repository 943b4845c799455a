"""The JSON object that ``cancu extract`` prints and ``POST /api/v1/extract`` answers: all that was read from one text.

Field names are the wire contract; more may be added, these stay. Spans are half-open character offsets into the text as
read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.model import Level, ReadBy, Resolution, SourcePage
from graph.pages import page_at, page_fields
from ingest.model import Header, ParsedAssignment, ParsedDocument, ParsedMention, ParsedRelation, StatedEnd

LevelName = Literal["central", "province", "district", "ward"]
StateName = Literal["resolved", "ambiguous", "unresolved", "malformed", "anachronistic", "self"]

_LEVELS: dict[Level, LevelName] = {
    Level.CENTRAL: "central",
    Level.PROVINCE: "province",
    Level.DISTRICT: "district",
    Level.WARD: "ward",
}


class Record(BaseModel):
    """Base of the parts: immutable, and an unknown field is a programming error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HeaderRecord(Record):
    """What the first and last page say of the document itself."""

    symbol: str | None = None
    number: str | None = Field(None, description="null when the blank was never filled in")
    type: str | None = Field(None, description="Type code, e.g. KH")
    title: str | None = None
    issuer: str | None = None
    issuer_parent: str | None = None
    level: LevelName | None = None
    place: str | None = None
    date: dt.date | None = None
    signer: str | None = None
    signer_capacity: str | None = None
    period: str | None = Field(None, description="Year or range that a plan covers")


class MentionRecord(Record):
    """A place that names another document, and what it was resolved to."""

    start: int
    end: int
    text: str
    type: str
    symbol: str | None
    number: str | None
    date: dt.date | None
    issuer: str | list[str] | None = Field(description="A list when several bodies issued it jointly")
    relation: str = Field(description="Edge type from this document to the one named")
    embedded: bool = Field(description="Inside the title of another document")
    pinpoint: str | None
    name: str | None
    title: str | None = None
    cue: str | None = None
    resolution: StateName
    reason: str
    document_key: str | None
    document_symbol: str | None
    candidates: list[tuple[str, float]] = Field(default=[], description="Keys with scores, kept when ambiguous")
    confidence: float
    page: int | None = Field(None, description="Page of a PDF or scan, from 1; null for files without pages")
    read_by: ReadBy | None = Field(None, description="How that page was read: its text layer, or OCR")
    read_quality: float | None = Field(
        None, description="How well, 0 to 1: share of Vietnamese syllables, or mean confidence of the OCR"
    )


class BackReferenceRecord(Record):
    """Words that point back to a document named before ("Quyết định nêu trên")."""

    start: int
    end: int
    text: str
    mention: int = Field(description="Index into mentions of the last one that names it")


class RelationRecord(Record):
    """An edge between two cited documents that this text claims; both by symbol, or by name where there is none."""

    source: str
    type: str
    target: str
    start: int
    end: int
    source_mention: int = Field(description="Index into mentions; tells two documents of one symbol apart")
    target_mention: int


class EndRecord(Record):
    """What this text does to another document."""

    target: str
    type: Literal["REPLACES", "REPEALS", "AMENDS", "SUSPENDS"]
    scope: Literal["whole", "part"]
    provisions: list[str]
    date: dt.date | None
    start: int
    end: int
    target_mention: int
    resumed: dt.date | None = Field(
        None, description="First day on which a suspension no longer holds, where it is said"
    )
    kept: str | None = Field(None, description="What the text leaves in force of it, in its own words")


class PartRecord(Record):
    """Named provisions of this document that begin or end on a day of their own."""

    provisions: list[str]
    in_force_from: dt.date | None
    ended: dt.date | None = Field(description="First day without effect")
    start: int
    end: int


class ValidityRecord(Record):
    """When this document takes effect, as its text or else the web page around it states it, and what it ends."""

    in_force_from: dt.date | None = None
    ended: dt.date | None = Field(None, description="First day without effect, where text or page state it")
    ends: list[EndRecord] = []
    parts: list[PartRecord] = []


class EventDeadlineRecord(Record):
    """A deadline that runs from an event."""

    count: int = Field(description="How many units after the event; 0 is at once")
    unit: Literal["hour", "working_hour", "day", "working_day", "week", "month", "quarter", "year"]
    event: str
    date: dt.date | None = Field(None, description="Known where the event is the day of the document itself")


class ReportRecord(Record):
    """To whom a task is reported, and through whom."""

    to: str
    through: str | None = None


class AssignmentRecord(Record):
    """A task with those who have to do it."""

    assignees: list[str]
    start: int
    end: int
    text: str
    roles: list[str]
    deadlines: list[dt.date]
    recurrence: list[str] = Field(default=[], description="iCalendar RRULE strings")
    event_deadlines: list[EventDeadlineRecord] = []
    reports: list[ReportRecord] = []
    part: Literal["organisation", "body"]


class ExtractRecord(Record):
    """All that was read from one text."""

    file: str
    header: HeaderRecord
    mentions: list[MentionRecord]
    back_references: list[BackReferenceRecord] = []
    relations: list[RelationRecord]
    validity: ValidityRecord
    assignments: list[AssignmentRecord]
    recipients: list[str]
    warnings: list[str]


def extract_record(
    file: str,
    parsed: ParsedDocument,
    resolutions: Sequence[Resolution],
    symbols: Mapping[str, str] | None = None,
    pages: Sequence[SourcePage] = (),
) -> ExtractRecord:
    """Put what parsing found into the shape of the contract.

    ``resolutions`` are parallel to ``parsed.mentions``; ``symbols`` gives the symbol of a document key, ``pages``
    are those of the file.
    """
    symbols = symbols or {}
    pairs = zip(parsed.mentions, resolutions, strict=True)
    return ExtractRecord(
        file=file,
        header=_header(parsed.header),
        mentions=[_mention(mention, resolution, symbols, pages) for mention, resolution in pairs],
        back_references=[
            BackReferenceRecord(start=one.start, end=one.end, text=one.text, mention=one.mention)
            for one in parsed.back_references
        ],
        relations=[_relation(relation, parsed.mentions, resolutions, symbols) for relation in parsed.relations],
        validity=ValidityRecord(
            in_force_from=next((day for one in parsed.effects if (day := one.in_force_from)), None),
            ended=next((day for one in parsed.effects if (day := one.ended)), None),
            ends=[_end(end, parsed.mentions) for end in parsed.ends],
            parts=[
                PartRecord(
                    provisions=list(part.provisions),
                    in_force_from=part.in_force_from,
                    ended=part.ended,
                    start=part.start,
                    end=part.end,
                )
                for part in parsed.parts
            ],
        ),
        assignments=[_assignment(assignment) for assignment in parsed.assignments],
        recipients=list(parsed.recipients),
        warnings=list(parsed.warnings),
    )


def _header(header: Header) -> HeaderRecord:
    return HeaderRecord(
        symbol=header.symbol,
        number=header.number,
        type=header.type,
        title=header.title,
        issuer=header.issuer,
        issuer_parent=header.issuer_parent,
        level=_LEVELS[header.level] if header.level else None,
        place=header.place,
        date=header.date,
        signer=header.signer,
        signer_capacity=header.signer_capacity,
        period=header.period,
    )


def _mention(
    mention: ParsedMention, resolution: Resolution, symbols: Mapping[str, str], pages: Sequence[SourcePage]
) -> MentionRecord:
    key = resolution.document
    return MentionRecord(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=mention.type,
        symbol=mention.symbol,
        number=mention.number,
        date=mention.date,
        issuer=list(mention.issuers) if len(mention.issuers) > 1 else next(iter(mention.issuers), None),
        relation=mention.relation,
        embedded=mention.embedded,
        pinpoint=mention.pinpoint,
        name=mention.name,
        title=mention.title,
        cue=mention.cue,
        resolution=resolution.state.value,
        reason=resolution.reason,
        document_key=key,
        document_symbol=symbols.get(key, mention.symbol) if key else None,
        candidates=list(resolution.candidates),
        confidence=min(mention.confidence, resolution.confidence),
        **page_fields(page_at(pages, mention.start)),
    )


def _named(mention: ParsedMention) -> str:
    return mention.symbol or mention.name or mention.text


def _relation(
    relation: ParsedRelation,
    mentions: Sequence[ParsedMention],
    resolutions: Sequence[Resolution],
    symbols: Mapping[str, str],
) -> RelationRecord:
    def named(index: int) -> str:
        mention, key = mentions[index], resolutions[index].document
        short = mention.symbol is None and mention.number is not None
        return symbols.get(key or "", _named(mention)) if short else _named(mention)

    return RelationRecord(
        source=named(relation.source),
        type=relation.type,
        target=named(relation.target),
        start=relation.start,
        end=relation.end,
        source_mention=relation.source,
        target_mention=relation.target,
    )


def _end(end: StatedEnd, mentions: Sequence[ParsedMention]) -> EndRecord:
    return EndRecord.model_validate(
        {
            "target": _named(mentions[end.target]),
            "type": end.type,
            "scope": end.scope,
            "provisions": end.provisions,
            "date": end.date,
            "start": end.start,
            "end": end.end,
            "target_mention": end.target,
            "resumed": end.resumed,
            "kept": end.kept,
        }
    )


def _assignment(assignment: ParsedAssignment) -> AssignmentRecord:
    return AssignmentRecord.model_validate(
        {
            "assignees": assignment.assignees,
            "start": assignment.start,
            "end": assignment.end,
            "text": assignment.text,
            "roles": assignment.roles,
            "deadlines": assignment.deadlines,
            "recurrence": assignment.recurrence,
            "event_deadlines": [
                {"count": one.count, "unit": one.unit, "event": one.event, "date": one.day}
                for one in assignment.event_deadlines
            ],
            "reports": [{"to": one.to, "through": one.through} for one in assignment.reports],
            "part": assignment.part,
        }
    )
