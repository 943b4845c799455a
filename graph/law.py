"""Named laws: from "Luật Thanh tra" in a text of a given day to the number in force on that day (domain reference I13).

The reference table knows name, number, dates of issue, effect and end. A name fits the versions issued by the citing day; the one in
force that day wins; before any is in force, a single adopted one does. Two that fit equally are two candidates, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.tables import KnownLaw, known_laws
from graph.text import symbol_words, words

_TYPES = frozenset({"L", "BL", "PL", "HP"})
_SHORTEST_PREFIX = 4


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law's name found in a text: ``name`` canonical, ``laws`` all versions of that name, ``end`` the offset after it."""

    name: str
    laws: tuple[KnownLaw, ...]
    end: int


def law_named_at(text: str, start: int) -> NamedLaw | None:
    """Recognise a known law whose name begins at ``start``; the longest name wins, commas and line breaks aside.

    A name cut short after at least four words is accepted when it is the beginning of one name only ("Luật Thực hiện dân chủ").
    """
    tokens = [(match.group(), match.end()) for match in re.finditer(r"[^\W_]+", text[start : start + 220])]
    if not tokens:
        return None
    table, prefixes = _names(), _prefixes()
    folded = [words(token) for token, _ in tokens]
    for size in range(min(len(tokens), 40), 1, -1):
        spoken = " ".join(folded[:size])
        laws = table.get(spoken)
        if laws and _same_accents(text[start : start + tokens[size - 1][1]], laws):
            return NamedLaw(laws[0].name, laws, start + tokens[size - 1][1])
    for size in range(min(len(tokens), 12), _SHORTEST_PREFIX, -1):
        full = prefixes.get(" ".join(folded[:size]), frozenset())
        if len(full) == 1:
            laws = table[next(iter(full))]
            if _same_accents(text[start : start + tokens[size - 1][1]], laws):
                return NamedLaw(laws[0].name, laws, start + tokens[size - 1][1])
    return None


def versions_on(
    laws: Sequence[KnownLaw], on: date | None, *, year: int | None = None, issued: date | None = None
) -> tuple[KnownLaw, ...]:
    """Return the versions that a mention can mean, one when the text and the day decide.

    ``year`` or ``issued`` said in the text decide first; then effect on the citing day ``on``.
    """
    pool = list(laws)
    if issued is not None:
        pool = [law for law in pool if law.issued == issued] or [law for law in pool if law.issued is None]
    elif year is not None:
        pool = [law for law in pool if _year_of(law) == year]
    if on is not None:
        pool = [law for law in pool if law.issued is None or law.issued <= on]
        in_force = [law for law in pool if _in_force(law, on)]
        if in_force:
            pool = in_force
        elif len(pool) > 1:
            newest = max(law.issued or date.min for law in pool)
            pool = [law for law in pool if (law.issued or date.min) == newest]
    return tuple({law.symbol: law for law in pool}.values())


def known_by_symbol(symbol: str) -> tuple[KnownLaw, ...]:
    """Return the rows of the reference table with this symbol, separators and leading zeros aside."""
    return _symbols().get(symbol_words(symbol), ())


def _in_force(law: KnownLaw, on: date) -> bool:
    since = law.in_force_from or law.issued
    whole = law.scope in {"", "whole"}
    return (since is None or since <= on) and not (law.ended is not None and whole and law.ended <= on)


def _year_of(law: KnownLaw) -> int | None:
    match = re.search(r"/((?:19|20)\d\d)/", law.symbol)
    return int(match[1]) if match else (law.issued.year if law.issued else None)


def _same_accents(written: str, laws: Sequence[KnownLaw]) -> bool:
    """Folded names may collide; where the text has diacritics at all, the first words must carry the same ones."""
    spoken = re.findall(r"[^\W_]+", written.casefold())
    if all(ord(c) < 128 for c in "".join(spoken)):
        return True
    for law in laws:
        for name in (law.name, *law.aliases):
            full = re.findall(r"[^\W_]+", name.casefold())
            differing = sum(a != b for a, b in zip(spoken, full, strict=False))
            if differing * 4 <= len(spoken):
                return True
    return False


@cache
def _names() -> dict[str, tuple[KnownLaw, ...]]:
    table: dict[str, tuple[KnownLaw, ...]] = {}
    for law in known_laws():
        if law.type not in _TYPES:
            continue
        for name in {law.name, *law.aliases} - {""}:
            key = words(name)
            table[key] = (*table.get(key, ()), law)
    return table


@cache
def _prefixes() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name in _names():
        parts = name.split()
        if "sua doi" in name:
            continue
        for size in range(_SHORTEST_PREFIX + 1, len(parts)):
            table.setdefault(" ".join(parts[:size]), set()).add(name)
    return {prefix: frozenset(names) for prefix, names in table.items()}


@cache
def _symbols() -> dict[str, tuple[KnownLaw, ...]]:
    table: dict[str, tuple[KnownLaw, ...]] = {}
    for law in known_laws():
        key = symbol_words(law.symbol)
        table[key] = (*table.get(key, ()), law)
    return table
