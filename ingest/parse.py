"""From a text to a :class:`ParsedDocument`: the pure core of ingest, one function, no effects.

The steps work on normalised text; here, at the border, every span is mapped back to the text as read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from graph.model import ReadBy, Regime, SourcePage, Span
from graph.pages import page_at
from graph.places import Frame
from graph.text import words
from graph.vocabulary import type_name
from ingest.acting_issuers import continued_acts, of_own_acts
from ingest.alone import acts_alone
from ingest.assignments import read_assignments
from ingest.at_rest import collector_at_rest
from ingest.back_references import BackReference, find_back_references, relations_of
from ingest.cell_lines import tables_of_lines
from ingest.cited_issuers import agreed_issuers, continued_issuers, located_issuer, of_own_series
from ingest.continued import read_continued
from ingest.effect import read_effect
from ingest.ends import read_ends
from ingest.footnotes import with_footnotes
from ingest.frame import frame_of_header, with_body
from ingest.header import read_header
from ingest.listed_documents import with_cells, with_heads
from ingest.mentions import build_mentions
from ingest.model import Header, ParsedBackReference, ParsedDocument, ParsedMention, ParsedRelation
from ingest.normalise import NormalisedText, normalise
from ingest.own_parts import read_parts
from ingest.page_facts import read_page_effect
from ingest.recipients import read_recipients
from ingest.reference import Reference
from ingest.references import find_references
from ingest.relations import BetweenCited, relate
from ingest.restored import with_marks
from ingest.sections import RegionKind, Sections, read_sections
from ingest.short_forms import repeated
from ingest.tables import Table, read_tables
from ingest.type_words import torn_from_type

EXTRACTOR = "cancu-rules-1"
"""Version of the reading rules; part of all evidence."""

_DECIDING_TYPES = frozenset({"L", "BL", "PL", "NQ", "NĐ", "QĐ", "QyĐ", "TT", "TTLT", "NQLT", "LCT", "VBHN"})
_NAMED_TYPES = frozenset({"L", "BL", "PL"})
_NUMBER_LINE = re.compile(r"[\W_]*(?:S[ốôóồ]\W|(?:Bộ\s+)?\w+\s+(?:\w+\s+)?số\s*:)", re.IGNORECASE)
_MARKS_BEHIND = 3
_SILENT = (RegionKind.RECIPIENTS, RegionKind.SIGNATURE, RegionKind.CHROME)


def parse(text: str, pages: Sequence[SourcePage] = ()) -> ParsedDocument:
    r"""Read everything that one text says. Never raises on odd text; what could not be read is absent or a warning.

    Of ``pages`` those that were recognised make what stands on them less sure.

    >>> parse("Số: 5/KH-UBND\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021.").mentions[0].relation
    'IMPLEMENTS'
    """
    with collector_at_rest():
        parsed = _parsed(text)
    if all(page.read_by is ReadBy.TEXT for page in pages):
        return parsed
    return replace(parsed, mentions=tuple(_as_sure_as_page(mention, pages) for mention in parsed.mentions))


def _as_sure_as_page(mention: ParsedMention, pages: Sequence[SourcePage]) -> ParsedMention:
    """A mention with the doubt of its page: what was recognised is no surer than the engine was."""
    page = page_at(pages, mention.start)
    if page is None or page.read_by is ReadBy.TEXT:
        return mention
    return replace(mention, confidence=round(mention.confidence * page.quality, 2))


def _tables(normalised: NormalisedText) -> tuple[Table, ...]:
    """The tables with bars, and those of which only the lines of their cells are left."""
    barred = read_tables(normalised)
    starts = [table.span.start for table in barred]
    reached = [0, *accumulate((table.span.end for table in barred), max)]
    bare = (t for t in tables_of_lines(normalised.text) if reached[bisect_left(starts, t.span.end)] <= t.span.start)
    return tuple(sorted((*barred, *bare), key=lambda table: table.span.start))


def _parsed(text: str) -> ParsedDocument:
    normalised = with_marks(normalise(text))
    sections = read_sections(normalised)
    header = _grounded(read_header(normalised, sections), sections, text)
    frame = frame_of_header(header)
    header = with_body(header, frame)
    paragraphs = _paragraphs(sections)
    tables = _tables(normalised)
    references, names_itself = _references(normalised.text, tables, sections, paragraphs, header, frame)
    preamble = _preamble(sections)
    related, between = relate(
        normalised.text,
        references,
        paragraphs,
        own_type=header.type,
        decides=_decides(header, normalised.text),
        preamble=preamble,
    )
    related, between = with_footnotes(normalised, of_own_acts(related, between), between)
    back = find_back_references(normalised.text, related, paragraphs, header.type)
    between = (*between, *relations_of(normalised.text, back, related, paragraphs))
    mentions = build_mentions(normalised, related, preamble)
    effect = read_effect(normalised, header)
    ends = (
        ()
        if header.type == "VBHN"  # a consolidated text repeats the clauses of others (PL 01/2012/UBTVQH13 Art. 4)
        else read_ends(
            normalised,
            related,
            effect,
            preamble_end=preamble.end if preamble else 0,
        )
    )
    return ParsedDocument(
        header=header,
        mentions=mentions,
        relations=tuple(_relation(normalised, b) for b in between),
        assignments=read_assignments(normalised, sections, header, tables),
        recipients=read_recipients(normalised, sections),
        effect=None if header.type == "VBHN" else effect,
        page_effects=() if header.type == "VBHN" else tuple(read_page_effect(normalised, sections, effect)),
        ends=ends,
        continued=read_continued(normalised, related, effect.in_force_from if effect else None),
        parts=()
        if header.type == "VBHN"
        else read_parts(normalised, header, related, effect.in_force_from if effect else None),
        warnings=tuple(_warnings(header, mentions, names_itself=names_itself)),
        back_references=tuple(_back_reference(normalised, one) for one in back),
    )


def _grounded(header: Header, sections: Sections, original: str) -> Header:
    """Take the number from a header that has nothing else of one: a lone sentence begins with what it cites.

    A page that names its document above a text that announces its type has said it.
    """
    if header.symbol is None or header.has_date_line or header.signer is not None:
        return header
    if header.symbol_span is None and sections.title_page.type_code is not None:
        return header
    start = header.symbol_span[0] if header.symbol_span else 0
    low = original.rfind("\n", 0, start) + 1
    line = original[low:start]
    end = header.symbol_span[1] if header.symbol_span else 0
    goes_on = "\n" not in original.strip() and len(original.strip()) > end + _MARKS_BEHIND
    own = _NUMBER_LINE.match(line) is not None and not goes_on and not torn_from_type(original, low)
    return header if own else replace(header, symbol=None, number=None, symbol_span=None)


def _references(
    text: str,
    tables: Sequence[Table],
    sections: Sections,
    paragraphs: Sequence[Span],
    header: Header,
    frame: Frame,
) -> tuple[tuple[Reference, ...], bool]:
    """References inside paragraphs of the speaking regions; the document's own number is none.

    The second result tells that the text names itself like another document, number and date.
    """
    found: list[Reference] = []
    names_itself = False
    position = 0
    everything = with_cells(find_references(text, frame), text, tables, frame)
    everything = with_heads(everything, text, paragraphs, frame)
    for reference, following in zip_longest(everything, everything[1:]):
        limit = following.start if following else len(text)
        while position < len(paragraphs) and paragraphs[position].end <= reference.start:
            position += 1
        if position == len(paragraphs):
            break
        if paragraphs[position].start > reference.start:
            continue
        if _is_own(reference, header):
            speaks = sections.kind_at(reference.start) in {
                RegionKind.PREAMBLE,
                RegionKind.BODY,
                RegionKind.ORGANISATION,
            }
            names_itself |= speaks and reference.date is not None
        else:
            found.append(of_own_series(located_issuer(reference, text, limit, frame), text, header))
    return repeated(agreed_issuers(continued_acts(continued_issuers(found, text), text))), names_itself


def _paragraphs(sections: Sections) -> tuple[Span, ...]:
    kinds = zip(sections.paragraphs, sections.paragraph_kinds, strict=True)
    return tuple(paragraph for paragraph, kind in kinds if kind not in _SILENT)


def _preamble(sections: Sections) -> Span | None:
    spans = sections.spans(RegionKind.HEAD, RegionKind.PREAMBLE)
    return Span(spans[0].start, spans[-1].end) if spans else None


def _decides(header: Header, text: str) -> bool:
    """Whether the text is one that amends, repeals or guides others: its type says it, or a lone sentence does."""
    headless = header.symbol is None and not header.has_date_line
    return header.type in _DECIDING_TYPES or (headless and acts_alone(text))


def _is_own(reference: Reference, header: Header) -> bool:
    """The document's own number, also where it is repeated ("Kèm theo Kế hoạch số 10/KH-UBND ngày …"), or its name."""
    if reference.name is not None and reference.symbol is None:
        return _is_own_name(reference, header)
    if header.symbol is None or reference.symbol is None or header.number is None:
        return False
    if reference.symbol.casefold() != header.symbol.casefold():
        return False
    if reference.date is None or header.date is None:
        return not reference.issuers or reference.implied or _same_body(reference, header)
    return reference.date == header.date and (
        not reference.issuers or reference.implied or _same_body(reference, header)
    )


def _is_own_name(reference: Reference, header: Header) -> bool:
    """The name of the law itself ("Quốc hội ban hành Luật Xây dựng"); an older one is dated or numbered."""
    if header.type not in _NAMED_TYPES or header.title is None or reference.date or reference.year:
        return False
    own, named = words(f"{type_name(header.type)} {header.title}"), words(reference.name or "")
    return own == named or (named.startswith(words(f"{type_name(header.type)} sửa đổi")) and own.startswith(named))


def _same_body(reference: Reference, header: Header) -> bool:
    return header.body is None or any(named.body.key == header.body.key for named in reference.issuers)


def _relation(normalised: NormalisedText, between: BetweenCited) -> ParsedRelation:
    span = normalised.span(between.start, between.end)
    return ParsedRelation(between.source, between.type, between.target, span.start, span.end, between.cue)


def _back_reference(normalised: NormalisedText, back: BackReference) -> ParsedBackReference:
    span = normalised.span(back.start, back.end)
    return ParsedBackReference(span.start, span.end, span.of(normalised.original), back.meant)


def _warnings(header: Header, mentions: Sequence[ParsedMention], *, names_itself: bool) -> Iterator[str]:
    if names_itself:
        yield "Văn bản dẫn chính số, ký hiệu và ngày của nó: không tính là chỗ dẫn. Hãy kiểm tra lại số được dẫn."
    if header.symbol is None and not mentions:
        yield "Không thấy số, ký hiệu và chỗ dẫn nào: có thể đây không phải là văn bản."
    elif header.number is None:
        yield "Không đọc được số của văn bản."
    if header.date is None:
        yield "Ngày ban hành còn để trống." if header.has_date_line else "Không đọc được ngày ban hành."
    if header.body is None:
        yield "Không xác định được cơ quan ban hành."
    elif (
        header.body.place is None
        and header.body.regime in {Regime.STATE, Regime.PARTY}
        and header.body.level != "central"
    ):
        yield "Không xác định được địa bàn của cơ quan ban hành."
