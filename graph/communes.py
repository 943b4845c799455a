"""Communes as texts name them: many share a name, and often only the province behind tells which is meant."""

from __future__ import annotations

import re
from datetime import date

from graph.model import Place
from graph.places import find_places, parents

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_WORD = re.compile(r"[\w'-]+")
_KIND_BEFORE = re.compile(r"(?<!\w)(?:xã|phường|thị trấn|đặc khu)$", re.IGNORECASE)
_PROVINCE_BEHIND = re.compile(
    r"\s?[,-]?\s{1,3}(?P<kind>[Tt]ỉnh|[Tt]hành\sphố)\s{1,3}"
    rf"(?P<name>[{_UPPER}][\w']*(?:[ -]{{1,3}}[{_UPPER}][\w']*){{0,4}})"
)
_LONGEST = 5


def commune_before(text: str, end: int) -> str | None:
    """The kind of commune that a name ends with at ``end``: "Đảng ủy xã"."""
    match = _KIND_BEFORE.search(text, max(0, end - 12), end)
    return match.group().casefold() if match else None


def one_of_several(name: str, kind: str) -> int:
    """The length of the name of a commune at the beginning of some words in capitals; 0 where none is named.

    >>> "Tân Hưng Về việc"[: one_of_several("Tân Hưng Về việc", "xã")], one_of_several("Ban Hành", "xã")
    ('Tân Hưng', 0)
    """
    return next((end for end in reversed(_ends(name)) if find_places(name[:end], kind=kind)), 0)


def inside_written(text: str, name: re.Match[str], kind: str, on: date | None) -> tuple[Place, int] | None:
    """Find a commune of ``on`` whose province is written behind it: "xã Tân Hưng, tỉnh Tây Ninh".

    ``name`` is the match of its name, as a group of that name. The place comes with the length of all that names it;
    ``None`` unless exactly one is meant.
    """
    length = one_of_several(name["name"], kind)
    start = name.start("name")
    behind = _PROVINCE_BEHIND.match(text, start + length) if length else None
    if behind is None:
        return None
    for end in reversed(_ends(behind["name"])):
        provinces = {place.id for place in find_places(behind["name"][:end], kind=behind["kind"].casefold())}
        if provinces:
            found = find_places(name["name"][:length], kind=kind, on=on)
            here = [place for place in found if any(above.id in provinces for above in parents(place))]
            return (here[0], behind.start("name") + end - start) if len(here) == 1 else None
    return None


def _ends(name: str) -> list[int]:
    return [word.end() for word in _WORD.finditer(name)][:_LONGEST]
