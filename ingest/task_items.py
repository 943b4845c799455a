"""The items among which a document gives tasks: paragraphs with their label, their depth and their region."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.model import Span
from ingest.headings import Heading, organisation_spans, read_headings
from ingest.lines import LABEL
from ingest.normalise import NormalisedText
from ingest.sections import RegionKind, Sections

_INNER = (RegionKind.PREAMBLE, RegionKind.BODY, RegionKind.ORGANISATION, RegionKind.CLOSING)
_STEP = 100
_BULLETS = {"-": 10, "+": 20}
_OTHER_BULLET = 30
_UNLABELLED = 5
_TORN = 60
_REGULAR = " Đđ"


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph: ``start``/``end`` in the normalised text; ``flat`` is that text on one line, as long.

    ``body`` is where the text behind the label starts in ``flat``. ``level`` grows with depth: labels, bullets,
    sub-bullets. ``label`` is the kind of label ("arabic", "bullet" …; "" without one), ``titled`` marks a heading.
    """

    start: int
    end: int
    flat: str
    body: int
    level: int
    label: str
    titled: bool
    region: RegionKind
    source: NormalisedText = field(repr=False)

    @property
    def text(self) -> str:
        """The text behind the label."""
        return self.flat[self.body :].strip()

    @property
    def written(self) -> str:
        """``flat`` in the letters of the text as read: its tone marks, dashes and quotation marks."""
        flat, source = self.flat, self.source
        letters = source.offsets.letters(source.original, self.start, self.end)
        if "".join(letters).replace("\n", " ") == flat:
            return flat
        composed = (unicodedata.normalize("NFC", letter) if len(letter) > 1 else letter for letter in letters)
        pairs = zip(flat, composed, strict=True)
        return "".join(char if char in _REGULAR or len(letter) != 1 else letter for char, letter in pairs)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    level: int
    label: str
    body: int
    titled: bool


def read_items(normalised: NormalisedText, sections: Sections) -> tuple[Item, ...]:
    """Lay out the paragraphs of the body and of the annexes as items; those that a page break tore are one item."""
    text = normalised.text.replace("\n", " ")
    inner = [p for p in sections.paragraphs if sections.kind_at(p.start) in _INNER]
    items = [
        _item(normalised, text, paragraph, end, sections.kind_at(paragraph.start))
        for paragraph, end in _paragraphs(text, inner, sections.headings)
    ]
    for annex in sections.spans(RegionKind.ANNEX):
        first = bisect_left(sections.paragraphs, annex.start, key=lambda p: p.start)
        last = bisect_left(sections.paragraphs, annex.end, key=lambda p: p.start)
        paragraphs = sections.paragraphs[first:last]
        headings = read_headings(normalised.text, paragraphs, annex.end)
        organised = organisation_spans(headings)
        items += (
            _item(normalised, text, paragraph, end, _annex_region(organised, paragraph.start))
            for paragraph, end in _paragraphs(text, paragraphs, headings)
        )
    return tuple(items)


def _annex_region(organised: Sequence[Span], offset: int) -> RegionKind:
    index = bisect_right(organised, offset, key=lambda span: span.start) - 1
    return RegionKind.ORGANISATION if index >= 0 and offset < organised[index].end else RegionKind.ANNEX


def _item(source: NormalisedText, text: str, paragraph: _Paragraph, end: int, region: RegionKind) -> Item:
    start = paragraph.start
    return Item(
        start, end, text[start:end], paragraph.body, paragraph.level, paragraph.label, paragraph.titled, region, source
    )


def _paragraphs(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading]) -> Iterator[tuple[_Paragraph, int]]:
    """Yield each paragraph with where it ends."""
    by_start = {heading.start: heading for heading in headings}
    depth = title_end = end = 0
    last: _Paragraph | None = None
    for span in paragraphs:
        if span.start < title_end:
            continue
        heading = by_start.get(span.start)
        label = LABEL.match(text, span.start, span.end)
        kind = str(label.lastgroup) if label else ""
        if last and not heading and _continues(text, Span(last.start, end), span, kind):
            end = span.end
            continue
        if last:
            yield last, end
        if heading:
            depth, title_end = heading.depth, heading.end
        behind = (
            text[label.end() : span.end].lstrip(" .:)-") if label and kind != "note" else text[span.start : span.end]
        )
        last = _Paragraph(
            start=span.start,
            level=depth * _STEP + _below_label(heading, kind, text[span.start]),
            label=kind,
            body=span.end - span.start - len(behind),
            titled=heading is not None and not heading.run_in,
        )
        end = span.end
    if last:
        yield last, end


def _below_label(heading: Heading | None, kind: str, first: str) -> int:
    if heading:
        return 0
    return _BULLETS.get(first, _OTHER_BULLET) if kind == "bullet" else _UNLABELLED


def _continues(text: str, before: Span, span: Span, kind: str) -> bool:
    """Tell whether a page break tore one paragraph in two, within a sentence or brackets, or before a hyphen."""
    hyphen = kind == "bullet" and text[span.start] == "-"
    if (kind and not hyphen) or before.end - before.start < _TORN:
        return False
    tail = text[before.end - _TORN : before.end]
    if tail[-1] in '.;:!?/)"…':
        return False
    if tail.rfind("(") > tail.rfind(")"):
        return True
    following = text[span.start + hyphen : span.start + hyphen + 3].lstrip()
    return following[:1].islower() or (following[:1].isdigit() and not hyphen)
