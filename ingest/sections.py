"""The regions of a document, from the head to the signature and what follows it.

The order and the marks of the regions are those of NĐ 30/2020 Phụ lục I (State), HD 36-HD/VPTW (Party) and NĐ 34/2016
(normative documents). Regions are disjoint, in order, and cover the text; all offsets are into the normalised text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graph.model import Span
from graph.quick import quickly_made
from ingest.headings import Heading, organisation_spans, read_headings
from ingest.lines import Line, paragraphs, split_lines
from ingest.normalise import NormalisedText
from ingest.tail import LAST_PARAGRAPHS, TailKind, closing_start, find_tail, read_tail
from ingest.title_page import TitlePage, read_title_page


class RegionKind(StrEnum):
    """What a region is for. ``ORGANISATION`` is the part of the body that gives tasks ("Tổ chức thực hiện")."""

    CHROME = "chrome"
    HEAD = "head"
    PREAMBLE = "preamble"
    BODY = "body"
    ORGANISATION = "organisation"
    CLOSING = "closing"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"
    FOOTNOTES = "footnotes"


_OF_TAIL = {kind: RegionKind(kind.value) for kind in TailKind}


@quickly_made
@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text of one kind; ``start``/``end`` are offsets into the normalised text."""

    kind: RegionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sections:
    """How a document is laid out.

    ``regions`` cover the text; several may be of one kind. ``paragraphs`` are whole thoughts, joined over line and page
    breaks. ``headings`` are the labelled paragraphs of the body. ``lines`` are the lines that are not blank,
    ``title_page`` the marks of the head among them.
    """

    regions: tuple[Region, ...]
    paragraphs: tuple[Span, ...]
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    title_page: TitlePage
    region_starts: tuple[int, ...] = field(init=False, repr=False)
    paragraph_kinds: tuple[RegionKind, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep where regions start and the kind of each paragraph: they are asked for again and again."""
        object.__setattr__(self, "region_starts", tuple(region.start for region in self.regions))
        object.__setattr__(self, "paragraph_kinds", tuple(self._kinds(self.paragraphs)))

    def kind_at(self, offset: int) -> RegionKind:
        """Kind of the region that holds ``offset``; offsets outside the text count to the nearest region."""
        if not self.regions:
            return RegionKind.BODY
        return self.regions[max(0, bisect_right(self.region_starts, offset) - 1)].kind

    def _kinds(self, paragraphs: Iterable[Span]) -> Iterator[RegionKind]:
        """:meth:`kind_at` of paragraphs, which are in order."""
        following = 1
        for paragraph in paragraphs:
            while following < len(self.regions) and self.region_starts[following] <= paragraph.start:
                following += 1
            yield self.regions[following - 1].kind if self.regions else RegionKind.BODY

    def spans(self, *kinds: RegionKind) -> tuple[Span, ...]:
        """Spans of all regions of these kinds, in order."""
        return tuple(Span(r.start, r.end) for r in self.regions if r.kind in kinds)

    def path(self, offset: int) -> tuple[Heading, ...]:
        """Headings whose sections hold ``offset``, outermost first."""
        path: list[Heading] = []
        for index in range(bisect_right(self.headings, offset, key=lambda h: h.start) - 1, -1, -1):
            heading = self.headings[index]
            if offset < heading.section_end and (not path or heading.depth < path[-1].depth):
                path.append(heading)
                if heading.depth == 1:
                    break
        return tuple(reversed(path))


def read_sections(text: NormalisedText) -> Sections:
    """Lay out a text.

    >>> from ingest.normalise import normalise
    >>> lines = ["Số: 5/KH-UBND", "KẾ HOẠCH", "Về an toàn", "Căn cứ Luật A;", "I. MỤC ĐÍCH", "Nơi nhận:", "- Lưu: VT."]
    >>> [str(r.kind) for r in read_sections(normalise(chr(10).join(lines))).regions]
    ['head', 'preamble', 'body', 'recipients']
    """
    lines = split_lines(text.text)
    page = read_title_page(lines)
    tail = find_tail(lines, page.last)
    spans = paragraphs(lines, apart=tail)
    if not lines:
        return Sections((), (), (), (), page)
    head = Span(lines[page.first].start, lines[page.last - 1].end) if page.last > page.first else Span(0, 0)
    limit = lines[tail].start if tail < len(lines) else len(text.text)
    inner = tuple(p for p in spans if p.start >= head.end and p.end <= limit)
    headings = read_headings(text.text, inner, limit)
    marks = [
        *_front(lines[0].start, head, inner, headings),
        *_body(text.text, inner, headings, limit),
        *_back(lines, tail),
    ]
    return Sections(_regions(marks, len(text.text)), spans, headings, lines, page)


def _front(
    first: int, head: Span, inner: Sequence[Span], headings: Sequence[Heading]
) -> Iterator[tuple[int, RegionKind]]:
    if head.start > first:
        yield first, RegionKind.CHROME
    if head.end:
        yield head.start, RegionKind.HEAD
    if inner and (not headings or inner[0].start < headings[0].start):
        yield inner[0].start, RegionKind.PREAMBLE


def _body(
    text: str, inner: Sequence[Span], headings: Sequence[Heading], limit: int
) -> Iterator[tuple[int, RegionKind]]:
    last = inner[-LAST_PARAGRAPHS:]
    closing = closing_start([p.of(text) for p in last])
    closing_at = last[closing].start if closing < len(last) else limit
    if headings:
        yield headings[0].start, RegionKind.BODY
    elif inner:
        yield _preamble_end(text, inner), RegionKind.BODY
    for span in organisation_spans(headings):
        yield span.start, RegionKind.ORGANISATION
        if span.end < closing_at:
            yield span.end, RegionKind.BODY
    if closing_at < limit:
        yield closing_at, RegionKind.CLOSING


def _preamble_end(text: str, inner: Sequence[Span]) -> int:
    """Where the opening of a text without labels ends: with the paragraph that announces the content, or the first."""
    for span in inner[:12]:
        if text[span.end - 1] == ":":
            return span.end
    return inner[0].end


def _back(lines: Sequence[Line], tail: int) -> Iterator[tuple[int, RegionKind]]:
    for index, kind in read_tail(lines, tail):
        yield lines[index].start, _OF_TAIL[kind]


def _regions(marks: Sequence[tuple[int, RegionKind]], length: int) -> tuple[Region, ...]:
    """Turn "from here on it is …" marks into regions that cover the text."""
    merged: list[tuple[int, RegionKind]] = []
    for start, kind in sorted(marks, key=lambda mark: mark[0]):
        if merged and (merged[-1][1] is kind or merged[-1][0] == start):
            merged[-1] = (merged[-1][0], kind)
        else:
            merged.append((start if merged else 0, kind))
    ends = [start for start, _ in merged[1:]] + [length]
    return tuple(Region(kind, start, end) for (start, kind), end in zip(merged, ends, strict=True) if end > start)
