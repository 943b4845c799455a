"""Administrative divisions as of a date: found by name, walked upwards, and the frame that relative names are read in.

A *frame* is the place from which a document speaks: its level, province, district and commune. "Tỉnh ủy", "UBND quận"
or "thành phố" mean something only inside a frame (domain reference §5.3). Districts exist until 30 June 2025; a unit
whose legal person changed on 1 July 2025 has two ids.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from data.tables import Place as PlaceRow
from data.tables import place_changes, places
from graph.model import Level, Place
from graph.quick import quickly_made
from graph.text import fold

KIND_WORDS = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
UNCERTAIN_PLACE = "chua-ro"
"""First part of the id of a place that can't be told from others of its name."""

_COOPERATIVE = "hợp tác xã"
_FORMER_KINDS = {
    (Level.DISTRICT, "thị xã"): ("huyện",),
    (Level.DISTRICT, "quận"): ("huyện", "thị xã"),
    (Level.DISTRICT, "thành phố"): ("huyện", "thị xã"),
}
"""What a place of a level and a kind was before."""

_KIND_LEVELS = {
    "tỉnh": (Level.PROVINCE,),
    "thành phố": (Level.PROVINCE, Level.DISTRICT),
    "quận": (Level.DISTRICT,),
    "huyện": (Level.DISTRICT,),
    "thị xã": (Level.DISTRICT,),
    "phường": (Level.WARD,),
    "xã": (Level.WARD,),
    "thị trấn": (Level.WARD,),
    "đặc khu": (Level.WARD,),
}
_SHORT_CITY = re.compile(r"\btp(?=hcm\b)|\btp\b")
_SHORT_NAMES = {"hcm": "hồ chí minh"}
DISTRICTS_ENDED = date(2025, 7, 1)
"""When districts ended and the new provinces and communes began their work (Nghị quyết 203/2025/QH15 Art. 2)."""

_RANK = {Level.CENTRAL: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.WARD: 3}


@quickly_made
@dataclass(frozen=True, slots=True)
class Frame:
    """Where a document speaks from. ``level`` is the issuer's own; places below it are ``None``."""

    level: Level | None = None
    province: Place | None = None
    district: Place | None = None
    ward: Place | None = None
    date: date | None = None

    @property
    def own(self) -> Place | None:
        """The place of the issuer itself."""
        return self.at(self.level) if self.level else None

    def at(self, level: Level) -> Place | None:
        """The frame's place of ``level``; for a district when there is none, ``None``."""
        return {Level.PROVINCE: self.province, Level.DISTRICT: self.district, Level.WARD: self.ward}.get(level)

    def at_kind(self, kind: str) -> Place | None:
        """The place that a bare kind word means.

        "thành phố" is the province-level city, or the district-level one in a tỉnh.
        """
        for level in _KIND_LEVELS.get(kind, ()):
            place = self.at(level)
            if place is not None and may_be_called(place, kind):
                return place
        return None


@lru_cache(maxsize=4_096)
def kind_at_end(name: str) -> str | None:
    """The kind of place in which the name of a body ends; a cooperative is none.

    >>> kind_at_end("UBND Thị xã"), kind_at_end("Liên minh Hợp tác xã"), kind_at_end("Sở Y tế")
    ('thị xã', None, None)
    """
    said = name.casefold()
    if said.endswith(_COOPERATIVE):
        return None
    return next((kind for kind in KIND_WORDS if said.endswith(f" {kind}")), None)


def may_be_called(place: Place, kind: str) -> bool:
    """Tell whether a text of ``place`` that says "huyện", "thị xã" … may mean it.

    A thị xã, a quận or a city was a huyện before, and is called so in what was issued then. A phường whose text says
    "xã" is meant all the same, the papers of communes being copied from each other.

    >>> from graph.model import Level, Place
    >>> town = Place("a", "Hương Trà", "thị xã", Level.DISTRICT, "b")
    >>> may_be_called(town, "huyện"), may_be_called(town, "thành phố")
    (True, False)
    """
    return place.kind == kind or place.level is Level.WARD or kind in _FORMER_KINDS.get((place.level, place.kind), ())


@lru_cache(maxsize=16_384)
def place_key(name: str) -> str:
    """Fold a place name for comparison: case and tone placement go, diacritics stay, a leading kind word goes.

    >>> place_key("Tỉnh Hà Giang"), place_key("quận 1"), place_key("TP. Hồ Chí Minh"), place_key("TP.HCM")
    ('hà giang', '1', 'hồ chí minh', 'hồ chí minh')
    """
    text = unicodedata.normalize("NFC", name).casefold().replace("tp.", "thành phố ").replace("–", "-")
    text = _SHORT_CITY.sub("thành phố ", text)
    text = re.sub(r"\s+", " ", re.sub(r"\s*-\s*", " - ", text)).strip(" .,;:")
    for kind in KIND_WORDS:
        if text.startswith(kind + " "):
            text = text[len(kind) :].strip()
            break
    return _SHORT_NAMES.get(text, text)


def find_places(
    name: str, *, kind: str | None = None, level: Level | None = None, on: date | None = None
) -> tuple[Place, ...]:
    """Return the places of that name, widest first, restricted to a kind, a level and a day."""
    found = _index().get(place_key(name), ())
    return tuple(
        p for p in found if (kind is None or p.kind == kind) and (level is None or p.level == level) and exists(p, on)
    )


def named_without_marks(name: str) -> tuple[Place, ...]:
    """Return the places whose name is ``name`` when all marks are taken from both.

    >>> [(p.name, p.kind) for p in named_without_marks("Hau Giang")]
    [('Hậu Giang', 'tỉnh')]
    """
    return _bare_index().get(fold(place_key(name)), ())


def marked_province(name: str) -> str | None:
    """Give the name of a province its marks back where a scan lost them, ``None`` when no single province is meant.

    >>> marked_province("Hau Giang"), marked_province("Hậu Giang"), marked_province("Tan Lap")
    ('Hậu Giang', None, None)
    """
    found = _bare_provinces().get(fold(name))
    return found if found is not None and place_key(found) != place_key(name) else None


def has_level(level: Level, on: date | None) -> bool:
    """Whether there are places of a level on a day, or with ``None`` on an unknown one.

    From 2025-07-01 there is no district level (Luật 72/2025/QH15 Art. 1).
    """
    return level is not Level.DISTRICT or on is None or on < DISTRICTS_ENDED


def exists(place: Place, on: date | None) -> bool:
    """Tell whether ``place`` exists on a day; always true when the day is unknown."""
    if on is None:
        return True
    return (place.valid_from is None or place.valid_from <= on) and (place.valid_to is None or on <= place.valid_to)


def of_its_era(frame: Frame) -> Frame:
    """The frame on the first day of its era: between two days on which divisions change, every name means the same.

    >>> of_its_era(Frame(date=date(2026, 2, 3))).date, of_its_era(Frame(date=date(2019, 2, 3))).date
    (datetime.date(2025, 7, 1), datetime.date(1, 1, 1))
    """
    if frame.date is None:
        return frame
    eras = _eras()
    return replace(frame, date=eras[bisect_right(eras, frame.date) - 1])


def parents(place: Place) -> tuple[Place, ...]:
    """Return the places above ``place``, nearest first."""
    chain: list[Place] = []
    current = place
    while current.parent:
        current = _by_id()[current.parent]
        chain.append(current)
    return tuple(chain)


def place_by_id(identifier: str) -> Place | None:
    """Return the place of that id, ``None`` when there is none."""
    return _by_id().get(identifier)


@cache
def places_at(level: Level) -> tuple[Place, ...]:
    """Return all places of a level, of every time, by id."""
    return tuple(place for _, place in sorted(_by_id().items()) if place.level == level)


def standing_at(level: Level, on: date) -> tuple[Place, ...]:
    """Return the places of a level on a day, each once, by id.

    Of two versions of one place (one statistical code) between which the day of change is not known, the earlier one.
    """
    versions = sorted((p for p in places_at(level) if exists(p, on)), key=lambda p: (p.valid_to or date.max, p.id))
    first: dict[str, Place] = {}
    for place in versions:
        first.setdefault(_codes()[place.id] or place.id, place)
    return tuple(sorted(first.values(), key=lambda place: place.id))


@cache
def _codes() -> dict[str, str]:
    return {row.id: row.code for row in places()}


def place_on(place: Place, on: date | None) -> tuple[Place, ...]:
    """Return what ``place`` was on another day: itself, or the places that it was made from, or became.

    Several when it was made from several: a province of 1 July 2025 was two or three the day before.

    >>> [p.id for p in place_on(_by_id()["dong-thap-2025"], date(2024, 8, 21))]
    ['dong-thap', 'tien-giang']
    """
    if exists(place, on):
        return (place,)
    later = on is not None and place.valid_to is not None and on > place.valid_to
    found: dict[str, Place] = {}
    for identifier in (_successors() if later else _predecessors()).get(place.id, ()):
        for one in place_on(_by_id()[identifier], on):
            found[one.id] = one
    return tuple(found.values())


def made_from(place: Place) -> tuple[Place, ...]:
    """Return the places that became ``place``, as a whole or in part, by id."""
    return tuple(_by_id()[identifier] for identifier in sorted(_predecessors().get(place.id, ())))


def became(place: Place) -> tuple[Place, ...]:
    """Return what became of ``place``, by id; nothing while it exists.

    >>> [p.id for p in became(_by_id()["ha-giang"])]
    ['tuyen-quang-2025']
    """
    return tuple(_by_id()[identifier] for identifier in sorted(_successors().get(place.id, ())))


def frame_of(place: Place, on: date | None) -> Frame:
    """Return the frame of an issuer that sits in ``place``."""
    chain = {p.level: p for p in (place, *parents(place))}
    return Frame(place.level, chain.get(Level.PROVINCE), chain.get(Level.DISTRICT), chain.get(Level.WARD), on)


def nearest(candidates: Iterable[Place], frame: Frame) -> Place | None:
    """Choose the candidate inside the frame: under its district, else its province.

    A single candidate anywhere is taken too.

    Two candidates that are equally near are no answer.
    """
    pool = list(candidates)
    for container in (frame.district, frame.province):
        if container is not None:
            inside = [p for p in pool if p.id == container.id or any(a.id == container.id for a in parents(p))]
            if len(inside) == 1:
                return inside[0]
            pool = inside or pool
    return pool[0] if len(pool) == 1 else None


@cache
def _eras() -> tuple[date, ...]:
    """The first days of the times in which the places stay as they are."""
    begun = {place.valid_from for place in _by_id().values() if place.valid_from}
    ended = {place.valid_to + timedelta(days=1) for place in _by_id().values() if place.valid_to}
    return (date.min, *sorted(begun | ended))


@cache
def _by_id() -> dict[str, Place]:
    return {row.id: _place(row) for row in places()}


@cache
def _predecessors() -> dict[str, tuple[str, ...]]:
    return _grouped((change.new, change.old) for change in place_changes())


@cache
def _successors() -> dict[str, tuple[str, ...]]:
    return _grouped((change.old, change.new) for change in place_changes())


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for key, value in pairs:
        table.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in table.items()}


@cache
def _bare_provinces() -> dict[str, str]:
    names: dict[str, set[str]] = {}
    for row in places():
        if row.level == "province":
            names.setdefault(fold(row.name), set()).add(row.name)
    return {bare: next(iter(found)) for bare, found in names.items() if len(found) == 1}


@cache
def _index() -> dict[str, tuple[Place, ...]]:
    index: dict[str, list[Place]] = {}
    for place in _by_id().values():
        index.setdefault(place_key(place.name), []).append(place)
    return {name: tuple(sorted(found, key=lambda p: (_RANK[p.level], p.id))) for name, found in index.items()}


@cache
def _bare_index() -> dict[str, tuple[Place, ...]]:
    index: dict[str, list[Place]] = {}
    for name, found in _index().items():
        index.setdefault(fold(name), []).extend(found)
    return {name: tuple(found) for name, found in index.items()}


def _place(row: PlaceRow) -> Place:
    return Place(row.id, row.name, row.kind, Level(row.level), row.parent or None, row.valid_from, row.valid_to)
