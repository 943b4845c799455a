"""From what a text says to the batch that is written.

Statements with their evidence, and the mentions that a new document settles.

A statement's id is the beginning of its text's sha256 and a digest of its claim and its place, so the same text yields
the same statements wherever and whenever it is read, and what one text says lies together in a store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.bodies import read_body
from graph.identity import group_of
from graph.lookups import documents_in_groups, documents_present, source_text, waiting_mentions
from graph.model import (
    Body,
    Document,
    Evidence,
    Mention,
    Regime,
    Resolution,
    SourceText,
    Statement,
    Task,
    ValidityClaim,
)
from graph.places import Frame, of_its_era, place_by_id
from graph.store import Batch, Relink, Store
from graph.text import slug
from ingest.cited import cited_document, own_document, placed_resolution, places_of
from ingest.frame import frame_of_header
from ingest.model import ParsedDocument
from ingest.parse import EXTRACTOR, parse
from ingest.resolve import SETTLED_BY_TEXT, asks_store, identity_of_mention, resolve_text
from ingest.validity import validity_claims


@dataclass(frozen=True, slots=True)
class TextGraph:
    """All that one text says, as nodes and statements."""

    document: Document
    cited: tuple[Document, ...]
    bodies: tuple[Body, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    validity: tuple[ValidityClaim, ...]


def build_batch(store: Store, source: SourceText, parsed: ParsedDocument, *, retract: str | None = None) -> Batch:
    """Resolve ``parsed`` against the store and put everything that follows into one batch.

    ``retract`` is the source that this file replaces. Mentions of other texts that waited for a document that is new
    here are resolved again.
    """
    known = documents_in_groups(store, groups_asked_for(parsed))
    graph = text_graph(source.sha256, source.text, parsed, resolve_text(parsed, known))
    return Batch(
        source=source,
        document=graph.document,
        cited=graph.cited,
        bodies=graph.bodies,
        places=places_of(graph.bodies),
        mentions=graph.mentions,
        statements=graph.statements,
        validity=graph.validity,
        relinks=tuple(relinks(store, graph.document, graph.cited, {source.sha256, retract})),
        retract=retract,
    )


def text_graph(source: str, text: str, parsed: ParsedDocument, resolutions: Sequence[Resolution]) -> TextGraph:
    """Turn one parsed text into nodes and statements.

    ``source`` is the sha256 of its file, ``text`` the text as read.
    """
    own = own_document(parsed.header, source)
    frame = of_its_era(frame_of_header(parsed.header))
    mentions = tuple(_mention(source, own.key, parsed, index, r) for index, r in enumerate(resolutions))
    cited = {
        m.resolution.document: cited_document(p, m.resolution.document)
        for m, p in zip(reversed(mentions), reversed(parsed.mentions), strict=True)
        if m.resolution.document is not None and m.resolution.document != own.key
    }
    writer = _Writer(source, text)
    bodies: dict[str, Body] = {b.key: b for p in parsed.mentions for b in p.bodies[:1]}
    if parsed.header.body is not None:
        bodies[parsed.header.body.key] = parsed.header.body
    named = dict.fromkeys([*(name for a in parsed.assignments for name in a.assignees), *parsed.recipients])
    units = {name: _unit(name, frame) for name in named}
    bodies |= {unit.key: unit for unit in units.values() if unit.key not in bodies}
    statements = [
        *_references(writer, own.key, parsed, mentions),
        *_issuers(writer, own, parsed, mentions, cited),
        *_tasks(writer, own.key, parsed, units),
        *_recipients(writer, own.key, parsed, units),
        *_places(writer, parsed, mentions, bodies),
    ]
    unique = {s.id: s for s in statements}
    return TextGraph(
        own,
        tuple(cited[k] for k in sorted(cited)),
        tuple(bodies[k] for k in sorted(bodies)),
        mentions,
        tuple(unique.values()),
        tuple(validity_claims(text, own, parsed, mentions)),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    source: str
    text: str

    def statement(  # noqa: PLR0913 - what a statement may carry, each by its name
        self,
        subject: str,
        kind: str,
        target: str,
        span: tuple[int, int],
        *,
        cue: str | None = None,
        confidence: float = 1.0,
        mention: str | None = None,
        pinpoint: str | None = None,
        qualifier: str = "",
        task: Task | None = None,
    ) -> Statement:
        start, end = span
        digest = hashlib.sha256(
            "\x1f".join((self.source, str(start), str(end), subject, kind, target, qualifier)).encode()
        )
        evidence = Evidence(self.source, start, end, self.text[start:end], cue, EXTRACTOR, confidence)
        key = self.source[:12] + digest.hexdigest()[:20]
        return Statement(key, subject, kind, target, evidence, mention, pinpoint, qualifier, task)


def _references(writer: _Writer, own: str, parsed: ParsedDocument, mentions: Sequence[Mention]) -> Iterator[Statement]:
    explained: set[int] = set()
    for relation in parsed.relations:
        ends = mentions[relation.source], mentions[relation.target]
        keys = [m.resolution.document for m in ends if m.resolution.linked]
        if len(keys) == 2 and keys[0] and keys[1] and keys[0] != keys[1]:
            explained.add(relation.target if mentions[relation.target].embedded else relation.source)
            confidence = min(m.resolution.confidence for m in ends)
            span = (relation.start, relation.end)
            yield writer.statement(
                keys[0], relation.type, keys[1], span, cue=relation.cue, confidence=confidence, mention=ends[0].id
            )
    for index, mention in enumerate(mentions):
        key = mention.resolution.document
        if key is None or key == own or not mention.resolution.linked or (mention.embedded and index in explained):
            continue
        span = (mention.start, mention.end)
        confidence = min(mention.resolution.confidence, parsed.mentions[index].confidence)
        yield writer.statement(
            own, mention.relation, key, span, cue=parsed.mentions[index].cue, confidence=confidence, mention=mention.id,
            pinpoint=mention.pinpoint
        )  # fmt: skip


def _issuers(
    writer: _Writer, own: Document, parsed: ParsedDocument, mentions: Sequence[Mention], cited: Mapping[str, Document]
) -> Iterator[Statement]:
    if own.body is not None:
        yield writer.statement(own.key, "ISSUED_BY", own.body, _header_span(parsed, writer.text))
    for mention in mentions:
        document = cited.get(mention.resolution.document or "")
        if (
            document is not None
            and document.body is not None
            and mention.resolution.linked
            and mention.body == document.body
        ):
            yield writer.statement(
                document.key,
                "ISSUED_BY",
                document.body,
                (mention.start, mention.end),
                mention=mention.id,
                confidence=0.9,
            )


def _tasks(writer: _Writer, own: str, parsed: ParsedDocument, units: Mapping[str, Body]) -> Iterator[Statement]:
    for ordinal, assignment in enumerate(parsed.assignments):
        for name in assignment.assignees:
            task = Task(
                assignment.text,
                name,
                assignment.roles,
                assignment.deadlines,
                assignment.recurrence,
                assignment.part,
                assignment.event_deadlines,
                assignment.reports,
            )
            span = (assignment.start, assignment.end)
            yield writer.statement(
                own, "ASSIGNS", units[name].key, span, qualifier=f"{ordinal}", task=task, confidence=0.9
            )


def _recipients(writer: _Writer, own: str, parsed: ParsedDocument, units: Mapping[str, Body]) -> Iterator[Statement]:
    position = len(writer.text)
    for name in reversed(parsed.recipients):
        found = writer.text.rfind(name, 0, position)
        if found >= 0:
            position = found
            yield writer.statement(own, "ADDRESSED_TO", units[name].key, (found, found + len(name)), cue="nơi nhận")


def _places(
    writer: _Writer, parsed: ParsedDocument, mentions: Sequence[Mention], bodies: Mapping[str, Body]
) -> Iterator[Statement]:
    """Where the issuers of this text sit, as its header and its mentions name them.

    The places above come from reference data.
    """
    spoken: dict[str, tuple[int, int]] = {m.body: (m.start, m.end) for m in reversed(mentions) if m.body}
    if parsed.header.body is not None:
        spoken[parsed.header.body.key] = _header_span(parsed, writer.text)
    for key in sorted(spoken):
        place = place_by_id(bodies[key].place or "") if key in bodies else None
        if place is None:
            continue
        yield writer.statement(key, "LOCATED_IN", place.id, spoken[key])
        while place is not None and place.parent:
            yield writer.statement(place.id, "PART_OF", place.parent, spoken[key], confidence=0.9)
            place = place_by_id(place.parent)


def _mention(source: str, own: str, parsed: ParsedDocument, index: int, resolution: Resolution) -> Mention:
    read = parsed.mentions[index]
    placed, group = placed_resolution(read, resolution, source)
    return Mention(
        id=f"{source[:16]}:{read.start}:{read.end}",
        citing=own,
        source=source,
        start=read.start,
        end=read.end,
        quote=read.text,
        type=read.type,
        symbol=read.symbol,
        number=read.number,
        date=read.date,
        issuer=" và ".join(read.issuers) or None,
        body=read.bodies[0].key if read.bodies else None,
        name=read.name,
        title=read.title,
        relation=read.relation,
        embedded=read.embedded,
        pinpoint=read.pinpoint,
        group=group,
        resolution=placed,
    )


def groups_asked_for(parsed: ParsedDocument) -> tuple[str, ...]:
    """The groups of the documents that a text may mean without saying so in full."""
    asked = (identity_of_mention(m) for m in parsed.mentions if asks_store(m))
    return tuple(sorted({identity.group for identity in asked if identity is not None}))


def relinks(store: Store, document: Document, cited: Iterable[Document], excluded: set[str | None]) -> Iterator[Relink]:
    """Resolve again what other texts left open in the groups of documents that are new to the store.

    ``document`` is the one that a text is, ``cited`` are those that it cites; the texts ``excluded`` stay as they are.
    """
    arrived = {d.key: d for d in (document, *cited) if not d.provisional}
    stored = documents_present(store, arrived)
    present = {key for key, ingested in stored.items() if ingested or key != document.key}
    groups = {group_of(key) for key in arrived if key not in present}
    mentions = waiting_mentions(store, groups, SETTLED_BY_TEXT) if groups else ()
    waiting = [m for m in mentions if m.source not in excluded]
    for source in sorted({m.source for m in waiting}):
        citing = source_text(store, source)
        if citing is None:
            continue
        parsed = parse(citing.text, citing.pages)
        asked = documents_in_groups(store, groups_asked_for(parsed))
        known = {group: list(documents) for group, documents in asked.items()}
        for one in arrived.values():
            others = [d for d in known.get(group_of(one.key), []) if d.key != one.key]
            known[group_of(one.key)] = [*others, one]
        again = text_graph(source, citing.text, parsed, resolve_text(parsed, known))
        before = {m.id: m.resolution for m in waiting if m.source == source}
        changed = {m.id for m in again.mentions if m.id in before and m.resolution != before[m.id]}
        touched = changed | _partners(parsed, again.mentions, changed)
        for mention in again.mentions:
            if mention.id in touched:
                yield Relink(
                    mention.id,
                    mention.resolution,
                    tuple(s for s in again.statements if s.mention == mention.id),
                    tuple(claim for claim in again.validity if claim.mention == mention.id),
                )


def _partners(parsed: ParsedDocument, mentions: Sequence[Mention], changed: set[str]) -> set[str]:
    """Mentions whose statements name a changed one at the other end."""
    pairs = [(mentions[r.source].id, mentions[r.target].id) for r in parsed.relations]
    return {source for source, target in pairs if target in changed}


@lru_cache(maxsize=4_096)
def _unit(name: str, frame: Frame) -> Body:
    """The unit that a task or a recipients' line names.

    A group ("các sở, ban, ngành") is a unit of its own at the issuer's place.
    """
    read = read_body(name, 0, frame)
    if read is not None and read[1] >= len(name.rstrip(" .,;:")):
        return read[0].body
    place = frame.own
    key = f"unit.{slug(name)[:80] or 'unknown'}" + (f".{place.id}" if place else "")
    return Body(
        key, name, "unit", frame.level, place.id if place and place_by_id(place.id) else None, regime=Regime.STATE
    )


def _header_span(parsed: ParsedDocument, text: str) -> tuple[int, int]:
    """Evidence of what the header says: the number line, else the first line that is not blank."""
    if parsed.header.symbol_span is not None:
        return parsed.header.symbol_span
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, end if end > start else len(text)
