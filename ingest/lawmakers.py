"""Who passes laws and ordinances, where the text leaves it to the type of the act (constitutions of 1946 to 2013)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from graph.bodies import NamedBody, body_from_name
from graph.places import Frame

ASSEMBLY = frozenset({"quoc-hoi", "ubtvqh", "hdnn"})
"""The assembly and what stood in for it between its sessions, by their keys."""

_COUNCIL = (date(1981, 7, 4), date(1992, 9, 30))
"""When the Council of State stood in the place of the standing committee (Hiến pháp 1980 Art. 98, 100)."""


def passed_by(kind: str, frame: Frame, *, day: date | None = None, year: int | None = None) -> tuple[NamedBody, ...]:
    """Who passed a law or an ordinance of some day, or of some year; the type code says which of the two it is."""
    spoken = day or (date(year, 7, 1) if year is not None else None)
    if kind != "PL":
        return _named("Quốc hội", frame)
    council = spoken is not None and _COUNCIL[0] <= spoken <= _COUNCIL[1]
    return _named("Hội đồng Nhà nước" if council else "Ủy ban Thường vụ Quốc hội", frame)


@lru_cache(maxsize=64)
def _named(name: str, frame: Frame) -> tuple[NamedBody, ...]:
    named = body_from_name(name, frame)
    return (named,) if named else ()
