"""Words that point back to a document named before: "Quyết định nêu trên", "Kế hoạch trên", "văn bản đã nêu".

They are no mentions, for they name nothing; they are kept apart, each with the one document that it can mean. It is
sure where a single document of the type stands before it in its paragraph, else in the paragraph before, else in the
whole text. What is said of it there is a relation between two cited documents ("Quyết định nêu trên thay thế …").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Span
from ingest.cue_words import CUE
from ingest.gates import Ending
from ingest.reference import Reference
from ingest.relations import BetweenCited, Related, sentences
from ingest.titles import passive_relation, possible, title_relation
from ingest.type_words import type_word_ending

# Begins with one class of characters, so that the search skips over all others.
_BEHIND = re.compile(
    r"[ndkvtđ](?:(?:(?<=n)(?:êu|ói)|(?<=k)ể|(?<=d)ẫn)\s{1,3}trên"
    r"|(?:(?<=đ)ã|(?<=v)ừa)\s{1,3}nêu(?:\s{1,3}(?:ở\s{1,3})?trên)?"
    r"|(?<=t)rên(?=\s{0,2}(?:[,.;:)]|$)|\s{1,3}(?:và|được|đã|đang|có|là|phải|thay|sửa|bãi|hướng)\s))(?!\w)"
)
_SEVERAL = Ending(
    r"(?<!\w)(?:các|những|một số|hai|ba|bốn|nhiều|[2-9])\s{1,3}$",
    "các|những|một số|hai|ba|bốn|nhiều|2|3|4|5|6|7|8|9",
    re.IGNORECASE,
)
_ANY = "văn bản"
_LEAD = re.compile(r"\s{0,3}(?:(?:đã|được\s+ban\s+hành|để|nhằm|sẽ|chính\s+thức)\s+){0,3}")
_ENDS = re.compile(r"[;:]|\.\s")
_THIS = re.compile(r"(?<!\w)này(?!\w)", re.IGNORECASE)
_SAYS = frozenset({"implement", "replace", "repeal", "amend", "suspend", "correct", "consolidate", "guide"})
_REACH = 8
"""So far "trên" or "nêu" stands at most behind where the words begin."""

_LONGEST_GAP = 160
_CLAUSE = 1_000
_MOST = 60
"""Documents before the words that are looked at; without a bound, a hostile text costs the square of its references."""


class BackReference(NamedTuple):
    """Words at ``start``/``end`` of the normalised text that mean the reference with the index ``meant``."""

    start: int
    end: int
    meant: int


def find_back_references(
    text: str, related: Sequence[Related], paragraphs: Sequence[Span], own_type: str | None
) -> tuple[BackReference, ...]:
    """Return the words that point back, in order; those that may mean several documents are left out.

    ``own_type`` is the type of the text: "Kế hoạch nêu trên" in a plan may be the plan itself, so that it means another
    one only where that stands in the same paragraph or the one before.
    """
    starts = [paragraph.start for paragraph in paragraphs]
    places = [item.reference.start for item in related]
    found: list[BackReference] = []
    for mark in _words_behind(text) if related else ():
        word = type_word_ending(text, mark.start())
        at = bisect_right(starts, mark.start()) - 1
        if word is None or at < 0 or mark.start() >= paragraphs[at].end:
            continue
        code, start = word
        if _SEVERAL.search(text, max(0, start - 12), start):
            continue
        kind = None if text[start : start + len(_ANY)].casefold() == _ANY else code
        meant = _meant(related, places, start, [paragraphs[i].start for i in (at, at - 1) if i >= 0], kind, own_type)
        if meant is not None:
            found.append(BackReference(start, mark.end(), meant))
    return tuple(found)


def _words_behind(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of :data:`_BEHIND`, in order; around its words, which are found sooner than the pattern is."""
    until = 0
    for at in sorted((*_places(text, "nêu"), *_places(text, "trên"))):
        for mark in _BEHIND.finditer(text, max(until, at - _REACH), at + 5 * _REACH):
            if mark.start() > at:
                break
            yield mark
            until = mark.end()


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def relations_of(
    text: str, found: Sequence[BackReference], related: Sequence[Related], paragraphs: Sequence[Span]
) -> Iterator[BetweenCited]:
    """Yield what the text says of the documents meant: "Quyết định nêu trên thay thế Quyết định số 85/QĐ-UBND"."""
    starts = [paragraph.start for paragraph in paragraphs]
    places = [item.reference.start for item in related]
    for back in found:
        paragraph = paragraphs[bisect_right(starts, back.start) - 1]
        around = Span(max(paragraph.start, back.start - _CLAUSE), min(paragraph.end, back.end + _CLAUSE))
        sentence = next((s for s in sentences(text, around) if s.end > back.start), around)
        after = bisect_left(places, back.end)
        if after < len(related) and places[after] < sentence.end:
            yield from _said(text, back, after, related)
        before = bisect_left(places, back.start) - 1
        if before >= 0 and places[before] >= sentence.start and before != back.meant:
            yield from _done_to(text, back, before, related)


def _said(text: str, back: BackReference, other: int, related: Sequence[Related]) -> Iterator[BetweenCited]:
    """What the document meant does to the next one, or suffers from it."""
    gap = text[back.end : related[other].reference.start]
    if related[other].embedded or len(gap) > _LONGEST_GAP or _ENDS.search(gap):
        return
    source, target = back.meant, other
    relation = passive_relation(gap)
    if relation is not None:
        source, target = target, source
    else:
        lead = _LEAD.match(gap)
        cue = CUE.match(gap, lead.end()) if lead else None
        relation = title_relation(gap) if cue is not None and cue.lastgroup in _SAYS else None
    if relation is not None and possible(related[source].reference, relation[0], related[target].reference):
        yield BetweenCited(source, relation[0], target, back.start, related[other].reference.end, relation[1])


def _done_to(text: str, back: BackReference, other: int, related: Sequence[Related]) -> Iterator[BetweenCited]:
    """What the document before does to the one meant."""
    reference = related[other].reference
    gap = text[reference.tail_end : back.start]
    if len(gap) > _LONGEST_GAP or _ENDS.search(gap) or _THIS.search(gap):
        return
    relation = title_relation(gap)
    if relation is not None and possible(reference, relation[0], related[back.meant].reference):
        yield BetweenCited(other, relation[0], back.meant, reference.start, back.end, relation[1])


def _meant(
    related: Sequence[Related],
    places: Sequence[int],
    position: int,
    near: Sequence[int],
    kind: str | None,
    own_type: str | None,
) -> int | None:
    last = bisect_left(places, position)
    reaches = [*near] if kind is None or kind == own_type else [*near, 0]
    for low in reaches:
        first = max(bisect_left(places, low), last - _MOST)
        fitting = [i for i in range(first, last) if _fits(related[i].reference, kind)]
        fitting = [i for i in fitting if not related[i].embedded] or fitting
        if fitting:
            return fitting[-1] if len({_document(related[i].reference) for i in fitting}) == 1 else None
        if kind is None:
            return None
    return None


def _fits(reference: Reference, kind: str | None) -> bool:
    return kind is None or reference.type == kind


def _document(reference: Reference) -> tuple[str, str]:
    return reference.type, (reference.symbol or reference.name or reference.number or "").casefold()
