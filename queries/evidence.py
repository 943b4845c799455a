"""Evidence with the sentence around it: no question of its own, but part of several.

A text that proves many statements is read once for all of them, not once for each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from graph.model import SourcePage
from graph.pages import page_at, page_fields
from graph.rows import pages_of
from graph.sentences import REACH, Sentences
from graph.store import Store
from queries.base import ask, chunks
from queries.results import EvidenceInfo

_AT_ONCE = 2000
"""Quotes whose surroundings are held at the same time."""

_EVIDENCE = TypeAdapter(list[EvidenceInfo])
"""Many records are validated together in less than half the time of one after the other."""

_SAME = (
    "document", "document_symbol", "source", "start", "quote", "cue", "pinpoint", "extractor", "confidence",
)  # fmt: skip
"""Columns that evidence has under the same name."""

_PLACE = itemgetter("source", "start", "stop")


class _Window(NamedTuple):
    """Characters ``start`` … ``stop`` of the text of ``source``."""

    source: str
    start: int
    stop: int


class _Excerpt(NamedTuple):
    """What stands in a window, from character ``at`` of the text on."""

    at: int
    sentences: Sentences
    pages: Sequence[SourcePage]


_BEGINNING = attrgetter("at")


def evidence_of(store: Store, rows: Sequence[Mapping[str, Any]]) -> list[EvidenceInfo]:
    """The evidence of statements or mentions, row by row; the columns are those of ``edges.sql``."""
    return _EVIDENCE.validate_python(evidence_fields(store, rows))


def evidence_fields(store: Store, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The fields of :func:`evidence_of`, for results that are validated with what holds them."""
    return [of_row for some in chunks(rows, _AT_ONCE) for of_row in _with_sentences(store, some)]


def mention_evidence(store: Store, mentions: Iterable[str]) -> dict[str, EvidenceInfo]:
    """The sentences of mentions by their ids."""
    found: dict[str, EvidenceInfo] = {}
    for part in chunks(sorted(mentions)):
        rows = ask(store, "audit.evidence", {"mentions": part})
        found.update(zip((str(row["mention"]) for row in rows), evidence_of(store, rows), strict=True))
    return found


def _with_sentences(store: Store, rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    windows = _windows(sorted(set(map(_PLACE, rows))))
    # Both dialects take a window as text.
    asked = [f"{start:010} {stop:010} {source}" for source, start, stop in windows]
    excerpts: dict[str, list[_Excerpt]] = {}
    for found in ask(store, "excerpts", {"windows": asked}):
        excerpts.setdefault(str(found["source"]), []).append(_excerpt(found))
    for row in rows:
        start, of_source = row["start"], excerpts[row["source"]]
        at, sentences, pages = of_source[bisect_right(of_source, start, key=_BEGINNING) - 1]
        fields = {name: row[name] for name in _SAME}
        fields["end"] = row["stop"]
        fields["sentence"] = sentences.around(start - at, row["stop"] - at)
        if pages:
            fields.update(page_fields(page_at(pages, start)))
        yield fields


def _windows(places: Iterable[tuple[str, int, int]]) -> list[_Window]:
    """What may belong to the sentences of ``places`` (sorted: source, start, stop); windows that touch are one."""
    found: list[_Window] = []
    text, begin, end = "", 0, -1
    for source, start, stop in places:
        if source != text or start - REACH[0] > end:
            if text:
                found.append(_Window(text, begin, end))
            text, begin, end = source, max(start - REACH[0], 0), 0
        end = max(end, stop + REACH[1])
    if text:
        found.append(_Window(text, begin, end))
    return found


def _excerpt(row: Mapping[str, Any]) -> _Excerpt:
    at, text = row["start"], row["text"]
    return _Excerpt(at, Sentences(text, begins=at == 0, ends=len(text) < row["length"]), pages_of(row["pages"]))
