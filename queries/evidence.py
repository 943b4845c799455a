"""Evidence with the sentence around it: no question of its own, but part of several.

A text that proves many statements is read once for all of them, not once for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
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


def evidence_of(store: Store, rows: Sequence[Mapping[str, Any]]) -> list[EvidenceInfo]:
    """The evidence of statements or mentions, row by row; the columns are those of ``edges.sql``."""
    fields = [of_row for some in chunks(rows, _AT_ONCE) for of_row in _with_sentences(store, some)]
    return _EVIDENCE.validate_python(fields)


def mention_evidence(store: Store, mentions: Iterable[str]) -> dict[str, EvidenceInfo]:
    """The sentences of mentions by their ids."""
    found: dict[str, EvidenceInfo] = {}
    for part in chunks(sorted(mentions)):
        rows = ask(store, "audit.evidence", {"mentions": part})
        found.update(zip((str(row["mention"]) for row in rows), evidence_of(store, rows), strict=True))
    return found


def _with_sentences(store: Store, rows: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    windows = sorted({_window(row) for row in rows})
    # Both dialects take a window as text.
    asked = [f"{start:010} {stop:010} {source}" for source, start, stop in _merged(windows)]
    excerpts: dict[str, list[_Excerpt]] = {}
    for found in ask(store, "excerpts", {"windows": asked}):
        excerpts.setdefault(str(found["source"]), []).append(_excerpt(found))
    for row in rows:
        source, start, stop = row["source"], row["start"], row["stop"]
        at, sentences, pages = next(excerpt for excerpt in reversed(excerpts[source]) if excerpt.at <= start)
        yield _fields(row, sentences.around(start - at, stop - at), page_at(pages, start))


def _window(row: Mapping[str, Any]) -> _Window:
    return _Window(row["source"], max(row["start"] - REACH[0], 0), row["stop"] + REACH[1])


def _merged(windows: Iterable[_Window]) -> Iterator[_Window]:
    """Windows that touch as one; ``windows`` come by source and start."""
    for source, of_source in groupby(windows, key=lambda window: window.source):
        start, stop = 0, -1
        for window in of_source:
            if window.start > stop:
                if stop >= 0:
                    yield _Window(source, start, stop)
                start, stop = window.start, window.stop
            stop = max(stop, window.stop)
        yield _Window(source, start, stop)


def _excerpt(row: Mapping[str, Any]) -> _Excerpt:
    at, text = row["start"], row["text"]
    return _Excerpt(at, Sentences(text, begins=at == 0, ends=len(text) < row["length"]), pages_of(row["pages"]))


def _fields(row: Mapping[str, Any], sentence: str, page: SourcePage | None) -> dict[str, Any]:
    same = ("document", "document_symbol", "source", "start", "quote", "cue", "pinpoint", "extractor", "confidence")
    return {**{name: row[name] for name in same}, "end": row["stop"], "sentence": sentence, **page_fields(page)}
