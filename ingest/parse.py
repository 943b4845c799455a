"""From a text to a :class:`ParsedDocument`: the pure core of ingest, one function, no effects.

The steps work on normalised text; here, at the border, every span is mapped back to the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from graph.identity import DocumentFacts, identify
from graph.model import Regime, Span
from graph.places import Frame
from ingest.assignments import read_assignments
from ingest.effect import read_effect
from ingest.frame import frame_of_header, with_body
from ingest.header import read_header
from ingest.model import Header, ParsedDocument, ParsedMention, ParsedRelation
from ingest.normalise import NormalisedText, normalise
from ingest.recipients import read_recipients
from ingest.references import (
    Reference,
    find_references,
    with_implied_issuer,
    with_issuer_after_title,
    with_issuer_before,
)
from ingest.relations import BetweenCited, Related, relate
from ingest.sections import RegionKind, Sections, read_sections

EXTRACTOR = "cancu-rules-1"
"""Version of the reading rules; part of all evidence."""

_DECIDING_TYPES = frozenset({"L", "BL", "PL", "NQ", "NĐ", "QĐ", "QyĐ", "TT", "TTLT", "NQLT", "LCT", "VBHN"})
_SILENT = (RegionKind.RECIPIENTS, RegionKind.SIGNATURE, RegionKind.CHROME)
_OWN_MARK = re.compile(r"(?:kèm\s+theo|ban\s+hành\s+theo)\s+$", re.IGNORECASE)


def parse(text: str) -> ParsedDocument:
    """Read everything that one text says. Never raises on odd text; what could not be read is absent or a warning.

    >>> parse("Số: 5/KH-UBND\\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021.").mentions[0].relation
    'IMPLEMENTS'
    """
    normalised = normalise(text)
    sections = read_sections(normalised)
    header = read_header(normalised, sections)
    frame = frame_of_header(header)
    header = with_body(header, frame)
    references = _references(normalised.text, sections, header, frame)
    preamble = _preamble(sections)
    related, between = relate(
        normalised.text,
        references,
        _paragraphs(sections),
        own_type=header.type,
        decides=header.type in _DECIDING_TYPES,
        preamble=preamble,
    )
    mentions = tuple(_mention(normalised, r, preamble, frame) for r in related)
    mentions = _with_antecedents(mentions)
    effective, ends = read_effect(normalised, related, header)
    return ParsedDocument(
        header=header,
        mentions=mentions,
        relations=tuple(_relation(normalised, b) for b in between),
        assignments=read_assignments(normalised, sections, header),
        recipients=read_recipients(normalised, sections),
        in_force_from=effective,
        ends=ends,
        warnings=tuple(_warnings(header, mentions)),
    )


def _references(text: str, sections: Sections, header: Header, frame: Frame) -> tuple[Reference, ...]:
    """References inside paragraphs of the speaking regions; the document's own number is none."""
    found: list[Reference] = []
    paragraphs = _paragraphs(sections)
    position = 0
    everything = find_references(text, frame, 0, len(text))
    for reference, following in zip_longest(everything, everything[1:]):
        limit = following.start if following else len(text)
        while position < len(paragraphs) and paragraphs[position].end <= reference.start:
            position += 1
        if position == len(paragraphs):
            break
        if paragraphs[position].start <= reference.start and not _is_own(reference, header, text):
            located = with_issuer_before(with_issuer_after_title(reference, text, limit, frame), text, frame)
            found.append(with_implied_issuer(located, frame))
    return tuple(found)


def _paragraphs(sections: Sections) -> tuple[Span, ...]:
    return tuple(p for p in sections.paragraphs if sections.kind_at(p.start) not in _SILENT)


def _preamble(sections: Sections) -> Span | None:
    spans = sections.spans(RegionKind.HEAD, RegionKind.PREAMBLE)
    return Span(spans[0].start, spans[-1].end) if spans else None


def _is_own(reference: Reference, header: Header, text: str) -> bool:
    """The document's own number, also where it is repeated ("Kèm theo Kế hoạch số 10/KH-UBND ngày …")."""
    if header.symbol is None or reference.symbol is None or header.number is None:
        return False
    if reference.symbol.casefold() != header.symbol.casefold():
        return False
    if reference.date is None or header.date is None:
        return not reference.issuers or reference.implied or _same_body(reference, header)
    return reference.date == header.date and (
        not reference.issuers or reference.implied or _same_body(reference, header)
    )


def _same_body(reference: Reference, header: Header) -> bool:
    return header.body is None or any(named.body.key == header.body.key for named in reference.issuers)


def _mention(normalised: NormalisedText, related: Related, preamble: Span | None, frame: Frame) -> ParsedMention:
    reference = related.reference
    span = normalised.span(reference.start, reference.end)
    flags = [*reference.flags, *_flags(reference)]
    confidence = (
        1.0 - 0.1 * reference.implied - 0.1 * (reference.date is None) - 0.1 * (not related.certain) - 0.2 * bool(flags)
    )
    return ParsedMention(
        start=span.start,
        end=span.end,
        text=span.of(normalised.original),
        type=reference.type,
        symbol=reference.symbol,
        number=reference.number,
        date=reference.date,
        issuers=tuple(named.name for named in reference.issuers),
        bodies=tuple(named.body for named in reference.issuers),
        relation=related.relation,
        cue=related.cue,
        embedded=related.embedded,
        compound=reference.compound,
        basis="preamble" if preamble and preamble.start <= reference.start < preamble.end else "body",
        pinpoint=related.pinpoint,
        name=reference.name,
        title=related.title,
        term=reference.term,
        year=reference.year,
        confidence=round(max(0.3, confidence), 2),
        flags=tuple(flags),
    )


def _flags(reference: Reference) -> Iterator[str]:
    """The code of a central body with a local issuer: trust the issuer, say so (domain reference I12)."""
    if reference.implied or not reference.issuers or not reference.codes:
        return
    central_code = reference.codes[0] in {"TW", "TƯ", "TTg", "CP"}
    local = reference.issuers[0].body.place is not None
    if central_code and local:
        yield "symbol_conflict"


def _with_antecedents(mentions: Sequence[ParsedMention]) -> tuple[ParsedMention, ...]:
    """Let a short mention take issuer and symbol from the full one of the same text, where only one fits.

    "33/CT-TTg" without issuer means what the text calls so elsewhere; dates are never copied, they are what is written.
    """
    full: dict[tuple[str, str], set[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.symbol and mention.date and mention.issuers:
            full.setdefault((mention.type, mention.symbol.casefold()), set()).add(index)
    result: list[ParsedMention] = []
    for index, mention in enumerate(mentions):
        known = full.get((mention.type, (mention.symbol or "").casefold()), set())
        keys = {_group(mentions[i]) for i in known}
        if (
            mention.symbol
            and mention.date is None
            and known
            and index not in known
            and len(keys) == 1
            and mention.confidence < 0.9
        ):
            source = mentions[min(known)]
            result.append(replace(mention, issuers=source.issuers, bodies=source.bodies, antecedent=min(known)))
        else:
            result.append(mention)
    return tuple(result)


def _group(mention: ParsedMention) -> str | None:
    facts = DocumentFacts(mention.type, mention.number, body=mention.bodies[0] if mention.bodies else None)
    found = identify(facts)
    return found.group if found else None


def _relation(normalised: NormalisedText, between: BetweenCited) -> ParsedRelation:
    span = normalised.span(between.start, between.end)
    return ParsedRelation(between.source, between.type, between.target, span.start, span.end, between.cue)


def _warnings(header: Header, mentions: Sequence[ParsedMention]) -> Iterator[str]:
    if header.symbol is None and not mentions:
        yield "Không thấy số, ký hiệu và chỗ dẫn nào: có thể đây không phải là văn bản."
    elif header.number is None:
        yield "Không đọc được số của văn bản."
    if header.date is None:
        yield "Không đọc được ngày ban hành."
    if header.body is None:
        yield "Không xác định được cơ quan ban hành."
    elif (
        header.body.place is None
        and header.body.regime in {Regime.STATE, Regime.PARTY}
        and header.body.level != "central"
    ):
        yield "Không xác định được địa bàn của cơ quan ban hành."
