"""Bodies on another day: who "UBND tỉnh" of a plan of 2025 was when the cited document of 2024 was issued.

On 1 July 2025 most provinces were made from several and the districts ended, so a relative name in a later text may
mean any of the bodies before (domain reference §5.1, I7). A name whose place is written out means the body of that
place; a relative name means one body only where the place of the text leads to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.bodies import NamedBody, with_place
from graph.body_names import kind_called
from graph.model import Body, Level, Place
from graph.places import Frame, exists, find_places, kind_at_end, parents, place_by_id, place_key, place_on
from graph.text import slug

_CITY = "thành phố"
_OFFICES_OF_THE_CENTRE = date(2025, 3, 1)
_CENTRAL_OFFICES = {
    kind: (
        re.compile(rf"(?:(?:Phó )?(?:Cục trưởng|Giám đốc) )?{name}"),
        Body(slug(name), name, slug(name), Level.CENTRAL),
    )
    for kind, name in (("thue", "Cục Thuế"), ("thong-ke", "Cục Thống kê"), ("kho-bac", "Kho bạc Nhà nước"))
}
"""Since that day (NĐ 29/2025) these are offices of the centre; provinces had branches by other names."""


def body_on(named: NamedBody, day: date | None, frame: Frame) -> NamedBody:
    """Return ``named`` as the body that it was on ``day``; the name for display stays as it is.

    Where several bodies of that day fit, they are the ``alternatives``, and the body of today stands for the group that
    they wait in.
    """
    spoken = day or frame.date
    if spoken and spoken >= _OFFICES_OF_THE_CENTRE and named.body.kind in _CENTRAL_OFFICES and not named.written_place:
        form, office = _CENTRAL_OFFICES[named.body.kind]
        if said := form.match(named.name):
            return NamedBody(said.group(), office)
    if day is None:
        return named
    place = place_by_id(named.body.place) if named.body.place else None
    if place is None:
        return _unit_before(named, day, frame)
    if exists(place, day):
        return named
    candidates = [p for p in place_on(place, day) if p.level is place.level]
    if named.written_place:
        namesakes = [p for p in candidates if place_key(p.name) == place_key(place.name)]
        candidates = namesakes or [*find_places(place.name, kind=place.kind, on=day)]
    elif len(candidates) > 1:
        near = _around(frame, day)
        candidates = [p for p in candidates if p.id in near] or candidates
        alike = [p for p in candidates if p.kind == place.kind]
        candidates = alike if len(alike) == 1 else candidates
    return _seated(named, candidates)


def _unit_before(named: NamedBody, day: date, frame: Frame) -> NamedBody:
    """Read "UBND huyện" after the districts ended, and "UBND tỉnh" in a city that was a tỉnh: what was there then."""
    level = named.body.level
    kind = kind_called(named.name) or kind_at_end(named.name)
    if named.written_place or (level not in {Level.DISTRICT, Level.PROVINCE} and kind != _CITY):
        return named
    around = [place_by_id(identifier) for identifier in sorted(_around(frame, day))]
    fitting = [p for p in around if p and (p.level is level or kind == _CITY) and kind in {None, p.kind}]
    return _seated(named, fitting)


def _around(frame: Frame, day: date) -> frozenset[str]:
    """Ids of the places of ``day`` in which the place of the text lay."""
    own = next((p for p in (frame.ward, frame.district, frame.province) if p is not None), None)
    before = place_on(own, day) if own is not None and place_by_id(own.id) is not None else ()
    return frozenset(p.id for one in before for p in (one, *parents(one)))


def _seated(named: NamedBody, places: Iterable[Place]) -> NamedBody:
    seats = tuple(places)
    bodies = tuple(_moved(named.body, place) for place in seats)
    if len(bodies) == 1:
        name = named.name if named.body.place else with_place(named.name, seats[0])
        return replace(named, name=name, body=bodies[0])
    return replace(named, alternatives=bodies) if bodies else named


def _moved(body: Body, place: Place) -> Body:
    series = body.key.removesuffix(f".{body.place}") if body.place else body.key
    name = with_place(body.name, place) if body.place is None else body.name
    return replace(body, key=f"{series}.{place.id}", name=name, level=place.level, place=place.id)
