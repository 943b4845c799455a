"""What a footnote says of the document whose mention it notes: "… Quyết định số 1895/QĐ-TTg[2]" and "[2] Thay thế …".

The act in a footnote is that of the document noted, never of the text, whatever the text decides itself. A mark is
joined to the last reference in front of it in its sentence; a number that marks several places joins none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cue_words import CUE
from ingest.normalise import NormalisedText
from ingest.relations import BetweenCited, Related
from ingest.titles import passive_relation, possible, title_relation

_MARK = re.compile(r"\[\^?(?P<number>\d{1,3})\](?!\()")
_LINE_BEGINS = re.compile(r"(?:^|\n)[\s*|]{0,6}$")
_SENTENCE_ENDS = re.compile(r"[.;!?]\s|\n\s{0,8}\n")
_LEAD = re.compile(r"[\s*]{0,6}(?:(?:Quyết|Nghị|Kế|Thông|Chỉ)\s\w{2,5}\s(?:này|trên)\s)?", re.IGNORECASE)
_SAYS = frozenset({"replace", "repeal", "amend", "correct", "guide", "consolidate", "implement"})
_PASSIVE_BEGINS = re.compile(r"[\s*]{0,6}(?:(?:đã|hiện|nay)\s){0,2}(?:được|bị)\s", re.IGNORECASE)
_FARTHEST, _LONGEST_LEAD = 320, 120


def with_footnotes(
    normalised: NormalisedText, related: Sequence[Related], between: Sequence[BetweenCited]
) -> tuple[tuple[Related, ...], tuple[BetweenCited, ...]]:
    """Join what footnotes say to the documents that they note; ``between`` grows by the edges found."""
    text = normalised.text
    if not related or "[" not in text:
        return tuple(related), tuple(between)
    items, found, pairs = list(related), [], set()
    for noted, first, start in _notes(normalised, related):
        inner = related[first].reference
        said = _said(text[start : inner.start])
        if said is None:
            continue
        relation, cue, passive = said
        if noted is None:
            items[first] = replace(items[first], relation="CITES", cue=cue)
            continue
        pair = (first, noted) if passive else (noted, first)
        pairs.add(pair)
        items[first] = replace(items[first], relation="CITES", cue=cue, embedded=True, owner=noted)
        if possible(related[pair[0]].reference, relation, related[pair[1]].reference):
            found.append(BetweenCited(pair[0], relation, pair[1], start, inner.end, cue))
    kept = (edge for edge in between if (edge.source, edge.target) not in pairs)
    return tuple(items), (*kept, *found)


def _notes(normalised: NormalisedText, related: Sequence[Related]) -> Iterator[tuple[int | None, int, int]]:
    """Yield the reference noted, if one is, the first reference of the note, and where the note begins.

    Marks inside a line are looked up in the text as read: they are no part of the regular one.
    """
    text, original = normalised.text, normalised.original
    inside: dict[str, int] = {}
    several: set[str] = set()
    opening: list[tuple[str, int]] = []
    for mark in _MARK.finditer(original):
        number, at = mark["number"], normalised.offsets.first_from(mark.start(), len(text))
        if _LINE_BEGINS.search(original, max(0, mark.start() - 8), mark.start()):
            opening.append((number, at))
        elif inside.setdefault(number, at) != at:
            several.add(number)
    starts = [item.reference.start for item in related]
    for number, at in opening:
        if inside.get(number, at) >= at:
            continue
        behind = _MARK.match(text, at)
        start = behind.end() if behind else at
        first = bisect_left(starts, start)
        if first < len(related) and starts[first] - start <= _LONGEST_LEAD:
            yield None if number in several else _noted(text, related, starts, inside[number]), first, start


def _noted(text: str, related: Sequence[Related], starts: Sequence[int], mark: int) -> int | None:
    """The reference that a mark stands behind; the document, not one that its title names."""
    index = bisect_left(starts, mark) - 1
    if index < 0 or mark - related[index].reference.end > _FARTHEST:
        return None
    between = text[related[index].reference.end : mark]
    if _SENTENCE_ENDS.search(between):
        return None
    owner = related[index].owner
    at_once = mark <= related[index].reference.tail_end + 1
    return index if at_once or owner is None or not related[index].embedded else owner


def _said(lead: str) -> tuple[str, str, bool] | None:
    """The relation that the first words of a note state, its cue, and whether the document noted suffers it."""
    if _SENTENCE_ENDS.search(lead):
        return None
    passive = passive_relation(lead) if _PASSIVE_BEGINS.match(lead) else None
    if passive is not None:
        return (*passive, True)
    begin = _LEAD.match(lead)
    cue = CUE.match(lead, begin.end() if begin else 0)
    relation = title_relation(lead) if cue is not None and cue.lastgroup in _SAYS else None
    return (*relation, False) if relation is not None else None
