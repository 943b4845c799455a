"""Provisions as paths, so that one can be told to lie in another: điều, khoản, điểm (Luật 64/2025/QH15, Điều 8).

Chapters, sections and annexes are paths of their own: which articles lie in them only the text of the document tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from graph.text import fold

Path: TypeAlias = tuple[tuple[str, str], ...]
"""From the outermost unit inwards: (("dieu", "9"), ("khoan", "2"), ("diem", "a"))."""

_RANK = {"dieu": 0, "khoan": 1, "diem": 2}
_UNIT = r"(?:điểm|khoản|điều|chương|mục|phần|phụ\s{1,3}lục|mẫu|biểu|diem|khoan|dieu|chuong)"
_MARK = r"(?:\d{1,4}[a-zđ]{0,2}(?:\.\d{1,3}){0,3}|[IVXLC]{1,7}|[a-zđ]\d?)(?!\w)"
_NAMED = re.compile(
    rf"(?<!\w)(?P<unit>{_UNIT})\s{{1,3}}(?:số\s{{1,3}})?(?P<marks>{_MARK}(?:\s?(?:,|;|và|hoặc|đến|-|–)\s{{0,2}}(?:đến\s)?{_MARK}(?!\s?\())*)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"(?P<to>đến|-|–)?\s{{0,2}}(?P<mark>{_MARK})", re.IGNORECASE)
_TO = re.compile(r"\s{1,3}đến\s{1,3}", re.IGNORECASE)
_RESTRICTED = re.compile(r"\(")
_LONGEST_RANGE = 200


@lru_cache(maxsize=8_192)  # texts name the same provisions again and again
def paths(said: str) -> frozenset[Path]:
    """The provisions that some words name; a smaller unit belongs to the next larger one behind it.

    A range is all that lies in it. Words of which the larger unit is missing give nothing.

    >>> sorted(paths("điểm a khoản 2 Điều 9"))
    [(('dieu', '9'), ('khoan', '2'), ('diem', 'a'))]
    >>> sorted(paths("khoản 1, khoản 3 Điều 5; Điều 7")) == sorted(paths("các khoản 1, 3 Điều 5 và Điều 7"))
    True
    """
    named = [(m, fold(" ".join(m["unit"].split())), list(_marks(m["marks"]))) for m in _NAMED.finditer(said)]
    ranges = [
        unit == before and _TO.fullmatch(said, first.end(), second.start()) is not None
        for (first, before, _), (second, unit, _) in pairwise(named)
    ]
    for place in range(len(ranges) - 1, -1, -1):
        if ranges[place]:
            (first, unit, marks), (_, _, last) = named[place : place + 2]
            named[place : place + 2] = [(first, unit, [*marks[:-1], *_between(marks[-1], last[0]), *last[1:]])]
    found: set[Path] = set()
    above: dict[int, list[Path]] = {}
    previous = -1
    for _, unit, marks in reversed(named):
        rank = _RANK.get(unit)
        if rank is None:
            found.update(((unit, mark),) for mark in marks)
            above, previous = {}, -1
            continue
        outer = above.get(rank - 1, []) if rank else [()]
        own = [(*path, (unit, mark)) for path in outer for mark in marks]
        if rank and previous == rank - 1:
            found.difference_update(outer)
        found.update(own)
        above = {level: named_there for level, named_there in above.items() if level < rank} | {rank: own}
        previous = rank
    return frozenset(found)


def covers(part: Iterable[str], named: frozenset[Path]) -> bool:
    """Whether each of the provisions ``named`` is one of ``part``, or lies in one of them.

    A provision of ``part`` with a matter in brackets ("Điều 26 (việc …)") is only a part of itself, and covers nothing.

    >>> covers(["Điều 51"], paths("khoản 2 Điều 51")), covers(["khoản 2 Điều 51"], paths("Điều 51"))
    (True, False)
    """
    whole = {path for words in part if not _RESTRICTED.search(words) for path in paths(words)}
    return bool(named) and all(any(path[: len(one)] == one for one in whole) for path in named)


def touches(part: Iterable[str], named: frozenset[Path]) -> bool:
    """Whether one of the provisions ``named`` is one of ``part``, lies in one of them, or holds one.

    Where the words of ``part`` name no unit, nothing can be told apart, and all is touched.

    >>> touches(["khoản 2 Điều 51"], paths("Điều 51")), touches(["Điều 6"], paths("Điều 7"))
    (True, False)
    """
    there = {path for words in part for path in paths(words)}
    return not there or any(one[: len(path)] == path or path[: len(one)] == one for one in there for path in named)


def _marks(said: str) -> Iterator[str]:
    before = ""
    for match in _SEVERAL.finditer(said):
        mark = match["mark"].casefold()
        if match["to"] and before:
            yield from _between(before, mark)[1:]
        else:
            yield mark
        before = mark


def _between(first: str, last: str) -> list[str]:
    """All marks from one to the other, where both are numbers or both are letters; else these two."""
    if first.isdigit() and last.isdigit() and 0 <= int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last]
