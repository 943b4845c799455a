"""From the name that a user gives to a place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from graph.errors import UsageError
from graph.model import Place
from graph.places import KIND_WORDS, find_places, place_by_id
from graph.text import written_day


def place_on_day(name: str, day: date) -> Place:
    """The place of that id or name on a day; raises :class:`UsageError` when there is none or more than one."""
    known = place_by_id(name)
    if known is not None:
        return known
    widest = _widest(find_places(name, on=day))
    if not widest:
        raise UsageError(f"Không có địa bàn “{name}” vào ngày {written_day(day)}. Hãy kiểm tra tên, hoặc bỏ --place.")
    if len(widest) > 1:
        raise _ambiguous(name, widest)
    return widest[0]


def places_of_all_days(name: str) -> tuple[Place, ...]:
    """The places that have that name one after the other, as Hải Phòng before and after 1 July 2025.

    Raises :class:`UsageError` when there is none, or when several have the name at the same time.
    """
    known = place_by_id(name)
    if known is not None:
        return (known,)
    widest = _widest(find_places(name))
    if not widest:
        kind = "" if name.casefold().startswith(KIND_WORDS) else f", hoặc viết thêm loại: “tỉnh {name}”"
        raise UsageError(f"Không có địa bàn nào tên là “{name}”. Hãy kiểm tra tên{kind}.")
    if any(_together(one, other) for one, other in combinations(widest, 2)):
        raise _ambiguous(name, widest)
    return widest


def _widest(found: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(place for place in found if place.level == found[0].level)


def _together(one: Place, other: Place) -> bool:
    """Whether there is a day on which both exist."""
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    return begins <= min(one.valid_to or date.max, other.valid_to or date.max)


def _ambiguous(name: str, places: Sequence[Place]) -> UsageError:
    listed = ", ".join(f"{place.kind} {place.name} ({place.id})" for place in places[:10])
    return UsageError(f"“{name}” có thể là nhiều địa bàn: {listed}. Hãy dùng mã trong ngoặc.")
