"""Small graphs by hand: a paper is a text that cites others, and the batch that an ingest of it would write."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.identity import class_of_type, group_of, is_provisional
from graph.model import (
    Body,
    Document,
    EventDeadline,
    Evidence,
    Level,
    Mention,
    Regime,
    ReportRoute,
    Resolution,
    ResolutionState,
    SourceText,
    Statement,
    Task,
)  # fmt: skip
from graph.store import Batch, Relink
from graph.vocabulary import is_reference

RESOLVER = "test"


@dataclass(frozen=True, slots=True)
class Cite:
    """One mention: the document it means (``None``: not known) and what the text says of it."""

    to: str | None
    relation: str = "CITES"
    type: str = "KH"
    symbol: str | None = None
    date: date | None = None
    title: str | None = None
    state: ResolutionState = ResolutionState.RESOLVED
    group: str | None = None
    embedded: bool = False
    candidates: tuple[tuple[str, float], ...] = ()
    pinpoint: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One task of a paper."""

    unit: str
    name: str
    text: str
    deadlines: tuple[date, ...] = ()
    event_deadlines: tuple[EventDeadline, ...] = ()
    reports: tuple[ReportRoute, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A text that is ingested. ``edition`` makes another file of the same document."""

    key: str
    cites: tuple[Cite, ...] = ()
    type: str = "KH"
    symbol: str | None = None
    title: str | None = None
    date: date | None = None
    level: Level | None = None
    issuer: str | None = None
    edition: str = ""
    duties: tuple[Duty, ...] = ()
    bodies: tuple[Body, ...] = ()
    recipients: tuple[str, ...] = ()
    third: tuple[tuple[int, str, int], ...] = field(default=())

    @property
    def text(self) -> str:
        """A sentence for each mention and each task, so that every quote stands in it."""
        lines = [f"{self.key} {self.edition}".strip() + "."]
        lines += [f"Thực hiện {_quote(cite, place)}." for place, cite in enumerate(self.cites)]
        lines += [f"{duty.text}." for duty in self.duties]
        return "\n\n".join([*lines, *self.recipients])

    @property
    def source(self) -> SourceText:
        """The file of this text."""
        return SourceText(
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            path=f"papers/{self.key.replace(':', '_')}{self.edition}.txt",
            format="txt",
            size=len(self.text.encode()),
            text=self.text,
            read_at="2024-01-01T00:00:00+00:00",
            extractor="test",
        )

    @property
    def document(self) -> Document:
        """The document with what its header says."""
        return replace(
            cited(self.key, self.type),
            symbol=self.symbol,
            title=self.title,
            issuer=self.issuer,
            level=self.level,
            date=self.date,
            ingested=True,
            source=self.source.sha256,
        )

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """A mention for each citation, in the order of the text."""
        return tuple(self._mention(place, cite) for place, cite in enumerate(self.cites))

    def batch(self, *, retract: str | None = None, relinks: tuple[Relink, ...] = ()) -> Batch:
        """What an ingest of this paper writes."""
        mentions = self.mentions
        return Batch(
            source=self.source,
            document=self.document,
            cited=tuple(cited(c.to, c.type) for c in self.cites if c.to is not None),
            bodies=self.bodies,
            mentions=mentions,
            statements=tuple(self._statements(mentions)),
            relinks=relinks,
            retract=retract,
        )

    def relink(self, place: int, to: str | None, state: ResolutionState = ResolutionState.RESOLVED) -> Relink:
        """The mention at ``place`` resolved again, to the document ``to``."""
        mention = self.mentions[place]
        resolution = Resolution(state, to, "relinked", 0.8, RESOLVER)
        statements = () if to is None else (_statement(self, mention, self.key, mention.relation, to),)
        return Relink(mention.id, resolution, statements)

    def _mention(self, place: int, cite: Cite) -> Mention:
        quote, source = _quote(cite, place), self.source
        start = source.text.index(f"Thực hiện {quote}.") + len("Thực hiện ")
        return Mention(
            id=f"m-{source.sha256[:16]}-{place:03}",
            citing=self.key,
            source=source.sha256,
            start=start,
            end=start + len(quote),
            quote=quote,
            type=cite.type,
            symbol=cite.symbol,
            number=None,
            date=cite.date,
            issuer=None,
            body=None,
            name=None,
            title=cite.title,
            relation=cite.relation,
            embedded=cite.embedded,
            pinpoint=cite.pinpoint,
            group=cite.group or (group_of(cite.to) if cite.to else None),
            resolution=Resolution(cite.state, cite.to, "as written", 1.0, RESOLVER, cite.candidates),
        )

    def _statements(self, mentions: Sequence[Mention]) -> list[Statement]:
        claims = [
            _statement(self, m, self.key, m.relation, m.resolution.document)
            for m in mentions
            if m.resolution.state is ResolutionState.RESOLVED and m.resolution.document is not None
        ]
        for subject, kind, object_ in self.third:
            ends = mentions[subject].resolution.document, mentions[object_].resolution.document
            if ends[0] and ends[1]:
                claims.append(_statement(self, mentions[object_], ends[0], kind, ends[1]))
        return [*claims, *map(self._duty, self.duties), *map(self._recipient, self.recipients)]

    def _duty(self, duty: Duty) -> Statement:
        task = Task(
            duty.text,
            duty.name,
            roles=("lead",),
            deadlines=duty.deadlines,
            event_deadlines=duty.event_deadlines,
            reports=duty.reports,
        )
        return self._at(duty.text, "ASSIGNS", duty.unit, task)

    def _recipient(self, name: str) -> Statement:
        (body,) = (body for body in self.bodies if body.name == name)
        return self._at(name, "ADDRESSED_TO", body.key, None)

    def _at(self, quote: str, kind: str, unit: str, task: Task | None) -> Statement:
        source = self.source
        start = source.text.rindex(quote)
        return Statement(
            id=_statement_id(source.sha256, kind, start, unit),
            subject=self.key,
            type=kind,
            object=unit,
            evidence=Evidence(source.sha256, start, start + len(quote), quote, None, "test", 1.0),
            qualifier=str(start) if task else "",
            task=task,
        )


def cited(key: str, type: str = "KH") -> Document:  # noqa: A002 - the word of the model
    """A document as a text describes one that it cites: what its key says."""
    regime, _, _, number, body = key.split(":")
    return Document(
        key=key,
        regime=Regime(regime),
        type=type,
        label="Document",
        number=number or None,
        body=body,
        provisional=is_provisional(key),
    )


def plan(number: int, place: str = "hai-phong", year: int = 2023) -> str:
    """The key of the plan ``number`` of a People's Committee."""
    return f"st:{class_of_type('KH')}:{year}:{number}:ubnd.{place}"


def edge_paper(subject: str, edges: Sequence[tuple[str, str]], **header: object) -> Paper:
    """A paper ``subject`` with an edge of each (type, object); only references between documents."""
    cites = tuple(Cite(to=object_, relation=kind) for kind, object_ in edges if is_reference(kind))
    return replace(Paper(subject, cites), **header)  # type: ignore[arg-type]


def _quote(cite: Cite, place: int) -> str:
    return f"văn bản {place} {cite.symbol or cite.to or cite.group or 'không rõ'}"


def _statement_id(source: str, *claim: object) -> str:
    """An id of the form that those of an ingest have: it begins with that of the text."""
    return source[:12] + hashlib.sha256(" ".join(map(str, claim)).encode()).hexdigest()[:20]


def _statement(paper: Paper, mention: Mention, subject: str, kind: str, object_: str | None) -> Statement:
    assert object_ is not None
    return Statement(
        id=_statement_id(mention.source, subject, kind, object_, mention.id),
        subject=subject,
        type=kind,
        object=object_,
        evidence=Evidence(mention.source, mention.start, mention.end, mention.quote, "thực hiện", "test", 0.9),
        mention=mention.id,
    )
