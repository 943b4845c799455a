"""Announcements that a document stays in force: "Công bố Nghị định số … tiếp tục có hiệu lực thi hành".

What details or guides a law that has ended goes with it, unless so announced (Luật 64/2025/QH15 Art. 57.2, as amended
by Luật 87/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph.validity import CONTINUES
from ingest.dates import first_date
from ingest.model import StatedEnd
from ingest.normalise import NormalisedText
from ingest.relations import Related, sentences
from ingest.settled_ends import NUMBERING, around

_STAYS = re.compile(
    r"tiếp\s+tục\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+(?:kể\s+)?từ\s+(?P<when>ngày\s+\d[^.;,]{0,40}))?"
)
_ANNOUNCES = re.compile(r"(?:công\s+bố\s+)?(?:các\s+)?", re.IGNORECASE)
_LIST = re.compile(
    r"công\s+bố\b[^:]{0,200}\btiếp\s+tục\s+có\s+hiệu\s+lực[^:\n]{0,120}:\s+(?:\S{1,4}\s+)?$", re.IGNORECASE
)
_OTHERWISE = re.compile(r"^\s*Điều\s|hiệu\s+lực|\bgiao\b|trách\s+nhiệm", re.IGNORECASE)
"""Words of a clause that is no item of the list above it."""

_REACH = 400
"""How far above the first of its items a list is announced, and the next item stands below the one before."""


def read_continued(text: NormalisedText, related: Sequence[Related], effective: date | None) -> tuple[StatedEnd, ...]:
    """The documents that the text announces to stay in force; ``effective`` is its own day, where it gives no other.

    Such a document is what the sentence begins with, or an item of a list that is announced so.
    """
    if _STAYS.search(text.text) is None:
        return ()
    return tuple(_read(text, related, effective))


def _read(text: NormalisedText, related: Sequence[Related], effective: date | None) -> Iterator[StatedEnd]:
    listed: int | None = None
    for index, item in enumerate(related):
        reference = item.reference
        if item.embedded or item.pinpoint is not None or item.relation != "CITES":
            continue
        line = around(text.text, reference)
        sentence = next((s for s in sentences(text.text, line) if s.end > reference.start), line)
        if not _begins(text.text, sentence.start, reference.start):
            continue
        stays = _STAYS.search(text.text, reference.end, sentence.end)
        if stays is None:
            below = listed is not None and sentence.start - listed < _REACH
            if not (below or _LIST.search(text.text, max(0, sentence.start - _REACH), sentence.start)):
                continue
            if _OTHERWISE.search(text.text, max(0, line.start), sentence.end):
                continue
            listed = sentence.end
        found = first_date(stays["when"]) if stays is not None and stays["when"] else None
        span, said = text.span(reference.start, reference.end), text.span(sentence.start, sentence.end)
        yield StatedEnd(
            target=index,
            type=CONTINUES,
            scope="whole",
            provisions=(),
            date=found[0] if found else effective,
            start=span.start,
            end=span.end,
            sentence=(said.start, said.end),
        )


def _begins(text: str, start: int, reference: int) -> bool:
    """Whether a reference stands at the head of a clause, behind its number and "Công bố"."""
    opening = NUMBERING.match(text, start)
    announced = _ANNOUNCES.match(text, opening.end() if opening else start)
    return announced is not None and announced.end() == reference
