"""What a text says in several places of the end of one document, joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.model import Span
from graph.text import words
from graph.validity import ENDING_ACTS
from ingest.model import StatedEnd
from ingest.normalise import NormalisedText
from ingest.pinpoints import provisions_in
from ingest.reference import Reference
from ingest.relations import Related, sentences

_ITEM = (
    r"(?:(?:Điều|Khoản|Chương|Mục|Phần)\s{1,3}[\dIVXLC]{1,6}[a-zđ]?\s?[.:]?|"
    r"\d{1,3}[a-zđ]?(?:\.\d{1,2}){0,2}[.)]|[a-zđ][.)]|[-+•*])"
)
NUMBERING = re.compile(rf"\s{{0,20}}(?:{_ITEM}\s{{0,9}}){{0,3}}")
ACT = (
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|thay|bỏ|đính\s+chính|điều\s+chỉnh|đình\s+chỉ|"
    r"ngưng\s+hiệu\s+lực)"
)
_GOES_ON = re.compile(
    r"\btiếp\s+tục\s+(?:được\s+)?(?:áp\s+dụng|thực\s+hiện|sử\s+dụng|có\s+hiệu\s+lực|giải\s+quyết|theo)|\bthì\s+(?:được\s+)?(?:áp\s+dụng|thực\s+hiện)\s+theo|"
    r"\bvẫn\s+(?:được\s+)?(?:áp\s+dụng|thực\s+hiện|có\s+hiệu\s+lực)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^[\"\s]{0,8}Điều\s{1,3}(?P<number>\d{1,3}[a-zđ]?)\s?[.:]", re.MULTILINE)
_CHANGES_LINE = re.compile(
    rf"^[\s\"]{{0,8}}(?:{_ITEM}\s{{0,9}}){{1,2}}(?P<said>{ACT}[^\n]{{0,300}})", re.MULTILINE | re.IGNORECASE
)
_SOME = re.compile(r"\b(?:một\s+số|các)\b", re.IGNORECASE)
KEPT = 600
_LONGEST_CLAUSE = 1_000


def settled(
    text: NormalisedText, related: Sequence[Related], stated: Sequence[StatedEnd], preamble_end: int
) -> Iterator[StatedEnd]:
    """Join what is said of one document: the enacting article before the title, provisions together."""
    names = _names(related, stated)
    cited = _cited(related)
    groups: dict[tuple[tuple[str, str], str], list[StatedEnd]] = {}
    for end in stated:
        groups.setdefault((names[end.target], end.type), []).append(end)
    amended = {names[end.target] for end in stated if end.type == "AMENDS"}
    for (name, _), every in groups.items():
        enacting = [end for end in every if related[end.target].reference.start >= preamble_end] or every
        best = next((end for end in enacting if end.scope == "whole"), enacting[0])
        apart = _on_other_days(best, enacting)
        ends = [end for end in every if end not in apart]
        if best.scope == "whole" and name in amended and not _in_full(text, best):
            best = replace(best, scope="part")
        provisions = dict.fromkeys(p for end in ends for p in end.provisions) if best.scope == "part" else {}
        if best.type == "AMENDS":
            for end in enacting:
                provisions |= dict.fromkeys(_changed_below(text.text, related[end.target]))
        kept = best.kept or next((end.kept for end in ends if end.kept), None)
        if kept is None and best.type in ENDING_ACTS:
            kept = _transition(text.text, cited.get(related[best.target].reference.symbol or "", ()))
        yield replace(best, provisions=tuple(provisions), kept=kept)
        for day in dict.fromkeys(end.date for end in apart):
            there = [end for end in apart if end.date == day]
            yield replace(there[0], provisions=tuple(dict.fromkeys(p for end in there for p in end.provisions)))


def _on_other_days(best: StatedEnd, ends: Sequence[StatedEnd]) -> list[StatedEnd]:
    """Named provisions that end on another day than ``best``, what is said of the document itself."""
    if best.type not in ENDING_ACTS:
        return []
    return [end for end in ends if end.scope == "part" and end.provisions and end.date not in {None, best.date}]


def _in_full(text: NormalisedText, end: StatedEnd) -> bool:
    low, high = end.sentence
    return re.search(r"toàn\s+bộ|hết\s+hiệu\s+lực", text.original[low:high], re.IGNORECASE) is not None


def _names(related: Sequence[Related], stated: Sequence[StatedEnd]) -> dict[int, tuple[str, str]]:
    """What tells one ended document from another inside one text, by target: number, or name, and issuer.

    A name alone is the document whose number stands beside that name elsewhere, a name with a day or a year is one by
    itself; a number without issuer is that of the only issuer that is named with it.
    """
    references = {end.target: related[end.target].reference for end in stated}
    numbers = {words(r.name): words(r.symbol) for r in references.values() if r.name and r.symbol}
    said = {
        target: words(r.symbol)
        if r.symbol
        else words(f"{r.name or ''} {r.date or r.year}")
        if r.date or r.year
        else numbers.get(words(r.name or ""), words(r.name or ""))
        for target, r in references.items()
    }
    bodies: dict[str, set[str]] = {}
    for target, r in references.items():
        if r.issuers:
            bodies.setdefault(said[target], set()).add(r.issuers[0].body.key)
    return {
        target: (
            said[target],
            r.issuers[0].body.key if r.issuers else next(iter(bodies.get(said[target], {""}))),
        )
        for target, r in references.items()
    }


def _changed_below(text: str, item: Related) -> Iterator[str]:
    """The provisions that the points below "Điều 1. Sửa đổi, bổ sung một số điều của …" change, one by one."""
    reference = item.reference
    line = line_at(text, reference.start)
    if item.pinpoint or not _SOME.search(text, line, reference.start):
        return
    if not numbered(text, line):
        return
    following = _ARTICLE.search(text, reference.end)
    while following is not None and '"' in following.group():
        following = _ARTICLE.search(text, following.end())
    limit = following.start() if following else len(text)
    for match in _CHANGES_LINE.finditer(text, reference.end, limit):
        said = match["said"].split('"', 1)[0].split("như sau", 1)[0]
        yield from provisions_in(said)


def _cited(related: Sequence[Related]) -> dict[str, list[Reference]]:
    """The references that only cite, by symbol."""
    cited: dict[str, list[Reference]] = {}
    for item in related:
        if item.relation == "CITES" and item.reference.symbol:
            cited.setdefault(item.reference.symbol, []).append(item.reference)
    return cited


def _transition(text: str, cited: Iterable[Reference]) -> str | None:
    """The sentence by which the ended document, which it cites, goes on to apply to what is pending."""
    for reference in cited:
        for sentence in sentences(text, around(text, reference)):
            if sentence.start <= reference.start < sentence.end and _GOES_ON.search(text, sentence.start, sentence.end):
                return " ".join(text[sentence.start : sentence.end].split())[:KEPT]
    return None


def line_at(text: str, position: int) -> int:
    """Where the line that holds ``position`` begins."""
    return text.rfind("\n", 0, position) + 1


def around(text: str, reference: Reference) -> Span:
    """The line that holds ``reference``, as far as a clause reaches: of an endless line it is a part."""
    low, high = max(0, reference.start - _LONGEST_CLAUSE), reference.tail_end + _LONGEST_CLAUSE
    begins, ends = text.rfind("\n", low, reference.start) + 1, text.find("\n", reference.tail_end, high)
    return Span(max(low, begins), ends if ends >= 0 else min(high, len(text)))


def numbered(text: str, start: int = 0) -> bool:
    """Whether an article, point or item begins at ``start``."""
    opening = NUMBERING.match(text, start)
    return opening is not None and bool(opening.group().strip())
