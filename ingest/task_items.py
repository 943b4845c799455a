"""The items among which a document gives tasks: paragraphs with their label, their depth and their region."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.model import Span
from ingest.headings import Heading, organisation_spans, read_headings
from ingest.lines import LABEL
from ingest.normalise import NormalisedText
from ingest.phrases import first_word
from ingest.sections import RegionKind, Sections

_INNER = (RegionKind.PREAMBLE, RegionKind.BODY, RegionKind.ORGANISATION, RegionKind.CLOSING)
_STEP = 100
TOP_LEVEL = _STEP
_BULLETS = {"-": 10, "+": 20}
_OTHER_BULLET = 30
_UNLABELLED = 5
_TORN = 60
_ENDS = '.;:!?/)"…'


class Item(NamedTuple):
    """One paragraph: ``start``/``end`` in the normalised text; ``flat`` is that text on one line, as long.

    ``body`` is where ``text``, what stands behind the label, starts in ``flat``. ``level`` grows with depth: labels,
    bullets, sub-bullets. ``label`` is the kind of label ("arabic", "bullet" …; "" without one), ``titled`` marks a
    heading. ``first`` is the :func:`ingest.phrases.first_word` of ``text``.
    """

    start: int
    end: int
    flat: str
    body: int
    text: str
    level: int
    label: str
    titled: bool
    region: RegionKind
    source: NormalisedText
    first: str

    @property
    def written(self) -> str:
        """``flat`` in the letters of the text as read: its tone marks, dashes and quotation marks."""
        return self.source.written(self.start, self.end).replace("\n", " ")


def read_items(normalised: NormalisedText, sections: Sections) -> tuple[Item, ...]:
    """Lay out the paragraphs of the body and of the annexes as items; those that a page break tore are one item."""
    text = normalised.text.replace("\n", " ")
    kinds = zip(sections.paragraphs, sections.paragraph_kinds, strict=True)
    inner = [(paragraph, kind) for paragraph, kind in kinds if kind in _INNER]
    items = [*_items(normalised, text, inner, sections.headings)]
    for annex in sections.spans(RegionKind.ANNEX):
        first = bisect_left(sections.paragraphs, annex.start, key=lambda p: p.start)
        last = bisect_left(sections.paragraphs, annex.end, key=lambda p: p.start)
        paragraphs = sections.paragraphs[first:last]
        headings = read_headings(normalised.text, paragraphs, annex.end)
        organised = organisation_spans(headings)
        starts = [span.start for span in organised]
        placed = ((paragraph, _annex_region(organised, starts, paragraph.start)) for paragraph in paragraphs)
        items += _items(normalised, text, placed, headings)
    return tuple(items)


def _annex_region(organised: Sequence[Span], starts: Sequence[int], offset: int) -> RegionKind:
    index = bisect_right(starts, offset) - 1
    return RegionKind.ORGANISATION if index >= 0 and offset < organised[index].end else RegionKind.ANNEX


def _items(
    source: NormalisedText, text: str, paragraphs: Iterable[tuple[Span, RegionKind]], headings: Sequence[Heading]
) -> Iterator[Item]:
    """Yield an item for each paragraph; ``text`` is that of ``source`` on one line."""
    by_start = {heading.start: heading for heading in headings}
    depth = title_end = end = 0
    last: Item | None = None
    for span, region in paragraphs:
        start = span.start
        if start < title_end:
            continue
        heading = by_start.get(start)
        label = LABEL.match(text, start, span.end)
        kind = str(label.lastgroup) if label else ""
        if last is not None:
            if heading is None and _continues(text, (last.start, end), start, kind):
                end = span.end
                continue
            yield last if end == last.end else _extended(last, end, text)
        if heading is not None:
            depth, title_end = heading.depth, heading.end
        end = span.end
        behind = text[label.end() : end].lstrip(" .:)-") if label and kind != "note" else text[start:end]
        body = end - start - len(behind)
        flat = text[start:end]
        last = Item(
            start,
            end,
            flat=flat,
            body=body,
            text=behind.strip(),
            level=depth * _STEP + _below_label(heading, kind, text[start]),
            label=kind,
            titled=heading is not None and not heading.run_in,
            region=region,
            source=source,
            first=first_word(flat, body),
        )
    if last is not None:
        yield last if end == last.end else _extended(last, end, text)


def _extended(item: Item, end: int, text: str) -> Item:
    """The item with the paragraphs up to ``end``, which go on with it."""
    flat = text[item.start : end]
    return item._replace(end=end, flat=flat, text=flat[item.body :].strip())


def _below_label(heading: Heading | None, kind: str, first: str) -> int:
    if heading:
        return 0
    return _BULLETS.get(first, _OTHER_BULLET) if kind == "bullet" else _UNLABELLED


def _continues(text: str, before: tuple[int, int], start: int, kind: str) -> bool:
    """Tell whether a page break tore one paragraph in two, within a sentence or brackets, or before a hyphen."""
    hyphen = kind == "bullet" and text[start] == "-"
    if (kind and not hyphen) or before[1] - before[0] < _TORN or text[before[1] - 1] in _ENDS:
        return False
    tail = text[before[1] - _TORN : before[1]]
    if tail.rfind("(") > tail.rfind(")"):
        return True
    following = text[start + hyphen : start + hyphen + 3].lstrip()
    return following[:1].islower() or (following[:1].isdigit() and not hyphen)
