"""Rows of a store turned into the types of the graph. Column names are the same in SQL and Cypher."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.model import (
    Document,
    HowKnown,
    Level,
    Mention,
    ReadBy,
    Regime,
    Resolution,
    ResolutionState,
    SourcePage,
    SourceText,
    Span,
    Task,
    Validity,
    ValidityClaim,
)

Columns = Mapping[str, Any]
"""A row; the question that returned it decides what its columns hold."""


def date_of(value: str | None) -> date | None:
    """An ISO day as a date; ``None`` and the empty text are unknown."""
    return date.fromisoformat(value) if value else None


def date_text(value: date | None) -> str | None:
    """A date as an ISO day."""
    return value.isoformat() if value else None


def event_deadlines_json(task: Task) -> str:
    """The deadlines of a task that run from an event, as a store keeps them."""
    if not task.event_deadlines:  # as most tasks
        return "[]"
    said = [
        {"count": one.count, "unit": one.unit, "event": one.event, "date": date_text(one.day)}
        for one in task.event_deadlines
    ]
    return json.dumps(said, ensure_ascii=False)


def reports_json(task: Task) -> str:
    """To whom a task is reported, as a store keeps it."""
    if not task.reports:
        return "[]"
    return json.dumps([{"to": one.to, "through": one.through} for one in task.reports], ensure_ascii=False)


def pages_of(value: object) -> tuple[SourcePage, ...]:
    """The pages of a source from its column ``pages``."""
    rows = json.loads(str(value)) if value else ()
    return tuple(SourcePage(start, number, ReadBy(read_by), quality) for start, number, read_by, quality in rows)


def pages_text(pages: Iterable[SourcePage]) -> str:
    """The column ``pages`` of a source.

    >>> pages_text([SourcePage(0, 1, ReadBy.OCR, 0.9)])
    '[[0,1,"ocr",0.9]]'
    """
    rows = [(page.start, page.number, page.read_by, page.quality) for page in pages]
    return json.dumps(rows, separators=(",", ":"))


def source_text_of(row: Columns) -> SourceText:
    """A file as it was read from the columns of ``source``."""
    return SourceText(
        sha256=row["sha256"],
        path=row["path"],
        format=row["format"],
        size=row["size"],
        text=row["text"],
        read_at=row["read_at"],
        extractor=row["extractor"],
        pages=pages_of(row["pages"]),
    )


def document_of(row: Columns) -> Document:
    """A document from the columns of ``document``."""
    return Document(
        key=row["key"],
        regime=Regime(row["regime"]),
        type=row["type"],
        label=row["label"],
        number=row["number"],
        symbol=row["symbol"],
        title=row["title"],
        issuer=row["issuer"],
        body=row["body"],
        level=Level(row["level"]) if row["level"] else None,
        place=row["place"],
        date=date_of(row["date"]),
        ingested=bool(row["ingested"]),
        source=row["source"],
        signer=row["signer"],
        provisional=bool(row["provisional"]),
    )


def mention_of(row: Columns) -> Mention:
    """A mention from the columns of ``mention``."""
    return Mention(
        id=row["id"],
        citing=row["citing"],
        source=row["source"],
        start=row["start"],
        end=row["stop"],
        quote=row["quote"],
        type=row["type"],
        symbol=row["symbol"],
        number=row["number"],
        date=date_of(row["date"]),
        issuer=row["issuer"],
        body=row["body"],
        name=row["name"],
        title=row["title"],
        relation=row["relation"],
        embedded=bool(row["embedded"]),
        pinpoint=row["pinpoint"],
        group=row["grp"],
        resolution=Resolution(
            state=ResolutionState(row["state"]),
            document=row["document"],
            reason=row["reason"],
            confidence=row["confidence"],
            resolver=row["resolver"],
            candidates=tuple((key, score) for key, score in json.loads(row["candidates"])),
        ),
    )


def validity_of(row: Columns) -> Validity:
    """A validity from the columns of ``validity``."""
    return Validity(
        in_force_from=date_of(row["in_force_from"]),
        ended=date_of(row["ended"]),
        scope=row["scope"],
        ended_by=row["ended_by"],
        how_known=HowKnown(row["how_known"]) if row["how_known"] else None,
        source=row["source"],
        certainty=row["certainty"],
        act=row["act"],
        changed=date_of(row["changed"]),
        actor=row["actor"],
        provisions=tuple(json.loads(row["provisions"])) if row["provisions"] else (),
        kept=row["kept"],
        span=Span(row["start"], row["stop"]) if row["start"] is not None else None,
        origin=row["origin"],
        checked=date_of(row["checked"]),
        resumed=date_of(row["resumed"]),
        law=row["law"],
    )


def validity_values(claim: ValidityClaim, origin: str) -> dict[str, str | int | None]:
    """The columns of ``validity`` in their order, for what ``origin`` claims."""
    v = claim.validity
    return {
        "document": claim.document,
        "origin": origin,
        "in_force_from": date_text(v.in_force_from),
        "ended": date_text(v.ended),
        "scope": v.scope,
        "ended_by": v.ended_by,
        "how_known": str(v.how_known) if v.how_known else None,
        "source": v.source,
        "certainty": v.certainty,
        "mention": claim.mention,
        "act": v.act,
        "changed": date_text(v.changed),
        "actor": v.actor,
        "provisions": json.dumps(v.provisions, ensure_ascii=False) if v.provisions else None,
        "kept": v.kept,
        "start": v.span.start if v.span else None,
        "stop": v.span.end if v.span else None,
        "checked": date_text(v.checked),
        "resumed": date_text(v.resumed),
        "law": v.law,
    }
