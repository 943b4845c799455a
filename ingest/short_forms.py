"""Short forms of documents that the same text has already named in full.

::

    alias      = "(sau đây gọi tắt là" words ")"       … (sau đây gọi tắt là Nghị quyết 57)
    short-form = type ["số"] number                    Nghị quyết 57, NQ57, after Nghị quyết số 57-NQ/TW

A short form means the document only when exactly one of that type and number stands before it; the words of an alias
mean the document behind which they were introduced (domain reference, HD 05-HD/VPTW on citing).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from graph.quick import replaced
from ingest.reference import Reference
from ingest.type_words import NUMBER_WORD, TypedNumber, type_word_at

_INTRODUCED = re.compile(
    r"[GgVv](?:ọi|ỌI|iết|IẾT)\s{1,3}(?i:(?:tắt\s{1,3})?(?:chung\s{1,3})?là):?\s{1,3}[\"']?"
    r"(?P<alias>[^()\"';,.:]{3,60}?)[\"']?\s{0,2}\)"
)
_NUMBER = re.compile(
    rf"\s{{1,3}}(?:{NUMBER_WORD}\s{{1,2}})?(?P<number>\d{{1,4}}[a-z]?)(?![\w/%:-]|[.,]\d|\s{{0,2}}[/-]\s{{0,2}}[A-ZĐ])"
)
# Looked at behind the first letter, so that the search skips over all others.
_ABBREVIATED = re.compile(
    r"(?P<type>[CKNQ](?<![\w/-].)(?:(?<=N)[QĐ]|(?<=C)T|(?<=K)L|(?<=Q)Đ))\s?"
    r"(?P<number>[1-9]\d{0,3})(?![\w/%-]|[.,]\d|\s[/-])"
)
_BARE = frozenset({"KH", "ĐA", "CTr", "QC", "QyĐ", "BC", "TB", "CLư", "DA", "PA"})
_FARTHEST = 700
_MOST_BETWEEN = 8
_MOST_ALIASES = 60


def find_short_forms(text: str, typed: Iterable[TypedNumber], references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield the short forms (among ``typed``) and aliases of ``references``, which are in order of place."""
    yield from _numbers_again(text, typed, references)
    yield from _aliases(text, references)


def repeated(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Give each short form the issuer that its full reference was found to have; drop those whose full one is gone."""
    full = {r.start: r for r in references if r.repeats is None}
    return tuple(
        r if r.repeats is None else replaced(r, issuers=full[r.repeats].issuers, implied=full[r.repeats].implied)
        for r in references
        if r.repeats is None or r.repeats in full
    )


def _numbers_again(text: str, typed: Iterable[TypedNumber], references: Sequence[Reference]) -> Iterator[Reference]:
    first: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        if reference.symbol and reference.number:
            known = first.setdefault((reference.type, reference.number.lstrip("0")), [])
            if all((r.symbol, r.party) != (reference.symbol, reference.party) for r in known):
                known.append(reference)
    for found in typed:
        if not found.capital:
            continue
        for index, (number, start, end) in enumerate(found.numbers):
            before = [r for r in first.get((found.type, number.lstrip("0")), ()) if r.end <= found.start]
            if len(before) == 1:
                yield _again(before[0], found.start if index == 0 else start, end, partial=True)
    for short in _ABBREVIATED.finditer(text):
        before = [r for r in first.get((short["type"], short["number"]), ()) if r.end <= short.start()]
        if len(before) == 1:
            yield _again(before[0], short.start(), short.end(), partial=True)


def _aliases(text: str, references: Sequence[Reference]) -> Iterator[Reference]:
    ends = [r.end for r in references]
    known: dict[str, tuple[int, Reference]] = {}
    for introduced in _INTRODUCED.finditer(text):
        alias = " ".join(introduced["alias"].split())
        at = bisect_right(ends, introduced.start())
        farthest = max(0, introduced.start() - _FARTHEST)
        floor = max(farthest, text.rfind("\n\n", farthest, introduced.start()))
        near = (r for r in reversed(references[max(0, at - _MOST_BETWEEN) : at]) if r.start >= floor)
        meant = next((r for r in near if _names(alias, r)), None)
        if meant is not None and len(known) < _MOST_ALIASES:
            known.setdefault(alias, (introduced.end(), meant))
    if not known:
        return
    spelled = (r"\s{1,3}".join(map(re.escape, alias.split())) for alias in sorted(known, key=len, reverse=True))
    for use in re.finditer(rf"(?:{'|'.join(spelled)})(?!\w)", text):
        since, meant = known[" ".join(use.group().split())]
        if use.start() >= since and not text[use.start() - 1].isalnum():
            yield _again(meant, use.start(), use.end(), partial=False)


def _names(alias: str, meant: Reference) -> bool:
    """An alias names the document when it begins with its type word and adds something to it, the number if any."""
    word = type_word_at(alias)
    if word is None or word[1] == len(alias) or meant.name == alias or word[0] != meant.type:
        return False
    number = _NUMBER.match(alias, word[1])
    if number is not None:
        return meant.number is not None and number["number"].lstrip("0") == meant.number.lstrip("0")
    return meant.type not in _BARE


def _again(meant: Reference, start: int, end: int, *, partial: bool) -> Reference:
    flags = ("partial",) if partial else ()
    return replaced(
        meant,
        start=start,
        end=end,
        tail_end=end,
        date=None,
        year=None,
        compound=False,
        repeats=meant.start,
        flags=flags,
    )
