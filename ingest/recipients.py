"""To whom a document is sent: the items under "Nơi nhận" but the archive line (NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW).

A letter says "Như trên" for those whom it addresses under "Kính gửi"; they stand in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import Span
from ingest.lines import LABEL, one_line
from ingest.normalise import NormalisedText
from ingest.sections import RegionKind, Sections
from ingest.tail import KEPT, RECIPIENTS, SIGNED, is_capacity
from ingest.title_page import ADDRESSEES

_BULLET = re.compile(r"[-+•▪●○◦·‣➢✓]\s?")
_INLINE = re.compile(r";\s*(?:[-+•]\s*)?(?=\S)|(?<=[.,])\s+[-+•]\s")
_AS_ABOVE = re.compile(r"Như (?:trên|[Kk]ính gửi|điều \d+)\b", re.IGNORECASE)
_NOTE = re.compile(r"\s*\((?:để )?(?:b/?c|báo cáo|thực hiện|phối hợp|t/?h|p/?h|biết)\)\W*$", re.IGNORECASE)
_ENDS = " ;,.:"
_ITEMS_OF_TEXT = frozenset({"annex", "part", "chapter", "section", "article", "roman", "lower", "decimal"})
_SENTENCE_END = re.compile(r"(?<=[a-zà-ỹ\d]{2})\.\s+(?=[A-ZĐÀ-Ỹ])")
_DATED = re.compile(r"(?<!\w)ngày\s+\d")
_LONGEST = 120


def read_recipients(text: NormalisedText, sections: Sections) -> tuple[str, ...]:
    """Return the recipients as written, one line each, without bullets, notes like "(b/c)" and final punctuation.

    >>> from ingest.normalise import normalise
    >>> from ingest.sections import read_sections
    >>> lines = ["Số: 5/KH-UBND", "KẾ HOẠCH", "I. VIỆC", "Nơi nhận:", "- Sở Y tế;", "- Lưu: VT."]
    >>> plan = normalise(chr(10).join(lines))
    >>> read_recipients(plan, read_sections(plan))
    ('Sở Y tế',)
    """
    found: list[str] = []
    for item in _items(text, sections, RegionKind.RECIPIENTS, RECIPIENTS):
        if KEPT.match(item):
            break
        if _AS_ABOVE.match(item):
            found.extend(_items(text, sections, RegionKind.HEAD, ADDRESSEES))
        else:
            found.append(item)
    named = (item for item in _up_to_text(found) if item.strip(_ENDS) and not _is_signature(item))
    return tuple(dict.fromkeys(_NOTE.sub("", item).strip(_ENDS) for item in named))


def _is_signature(item: str) -> bool:
    """Tell whether what stood in the other column, a capacity or "(Đã ký)", was read as an item."""
    return is_capacity(item) or SIGNED.fullmatch(item.rstrip(_ENDS + ")]")) is not None


def _up_to_text(items: Iterable[str]) -> Iterator[str]:
    """The items before the first that is none but text: where the archive line is lost, the list has no other end."""
    for item in items:
        label = LABEL.match(item)
        stop = _SENTENCE_END.search(item)
        name = item[: stop.start()] if stop else item
        if (label and label.lastgroup in _ITEMS_OF_TEXT) or len(name) > _LONGEST or _DATED.search(name):
            return
        yield name
        if stop:
            return


def _items(text: NormalisedText, sections: Sections, kind: RegionKind, heading: re.Pattern[str]) -> list[str]:
    """Items of a list that starts at the line with ``heading``, within the regions of a kind."""
    spans: list[Span] = []
    started = bulleted = False
    for line in (x for s in sections.spans(kind) for x in sections.lines if s.start <= x.start < s.end):
        match = heading.match(line.text)
        started = started or match is not None
        if not started:
            continue
        rest = line.text[match.end() :].lstrip(" :;.,") if match else line.text
        start = line.end - len(rest)
        label = LABEL.match(rest)
        bullet = label is not None and label.lastgroup == "bullet"
        bulleted = bulleted or bullet
        ended = bool(spans) and not bulleted and text.text[spans[-1].end - 1] in ";."
        if bullet or not spans or ended or (KEPT.match(rest) and line.gap):
            spans.append(Span(start, line.end))
        elif rest:
            spans[-1] = Span(spans[-1].start, line.end)
    items = (_BULLET.sub("", one_line(span.of(text.text)), count=1) for span in spans)
    return [part for item in items for part in _INLINE.split(item) if part.strip(_ENDS)]
