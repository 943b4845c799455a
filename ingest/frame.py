"""The frame of a document: what "tỉnh", "quận" and "Thành ủy" mean in it, from its header (domain reference §5.3)."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.body_eras import body_on
from graph.institutions import read_issuer
from graph.model import Level, Place
from graph.places import KIND_WORDS, UNCERTAIN_PLACE, Frame, find_places, frame_of, nearest, parents, place_key
from graph.text import slug
from ingest.issuer_place import party_place
from ingest.model import Header

_KINDS = "|".join(sorted(KIND_WORDS, key=len, reverse=True))
_NAMED_PLACE = re.compile(
    rf"(?<!\w)(?P<kind>{_KINDS})\s+(?!ủy|uỷ|đoàn|(?-i:hội)(?!\w))(?P<name>[^,;()]+)", re.IGNORECASE
)


def frame_of_header(header: Header) -> Frame:
    """Return the frame of a document from issuer, parent places and date of its header.

    Places that reference data does not know are taken as written, so that a document of a renamed commune still has a
    frame.
    """
    if header.level in {None, Level.CENTRAL}:
        return Frame(header.level, date=header.about)
    above = [m for part in (header.issuer_parent or "").split(",") if (m := _place_phrase(part))]
    of_party = _bare_place(party_place(header.issuer or ""), header)
    own = _place_phrase(header.issuer or "") or of_party or (above.pop(0) if above else None)
    own = own or _bare_place(header.place, header)
    if own is None:
        return Frame(header.level, date=header.about)
    context = _context(above, header)
    place = _known(own, header.level, context, header)
    if place is None:
        place = _as_written(own, header.level, context)
        frame = replace(context, level=header.level, date=header.about)
        if place.level is Level.PROVINCE:
            return replace(frame, province=place)
        return replace(frame, district=place) if place.level is Level.DISTRICT else replace(frame, ward=place)
    return replace(frame_of(place, header.about), level=header.level)


def with_body(header: Header, frame: Frame) -> Header:
    """Add the issuing body to a header whose issuer can be read."""
    read = read_issuer(header.issuer, 0, frame) if header.issuer else None
    return replace(header, body=body_on(read[0], header.about, frame).body) if read else header


def _context(above: list[tuple[str, str]], header: Header) -> Frame:
    frame = Frame(date=header.about)
    for kind, name in reversed(above):
        found = find_places(name, kind=kind, on=header.about) or find_places(name, kind=kind)
        place = nearest(found, frame)
        if place is not None:
            frame = frame_of(place, header.about)
    return frame


def _known(own: tuple[str, str], level: Level, context: Frame, header: Header) -> Place | None:
    kind, name = own
    for on in (header.about, None):
        found = [
            p
            for p in find_places(name, kind=kind, on=on) or find_places(f"{kind} {name}", kind=kind, on=on)
            if _fits(p, context)
        ]
        levels = [p for p in found if p.level is level] or found
        place = nearest(levels, context)
        if place is not None:
            return place
        if levels and level is Level.PROVINCE:
            return levels[0]
    return None


def _fits(place: Place, context: Frame) -> bool:
    """A place outside a province that the header names is another one of the same name."""
    if context.province is None or place.level is Level.PROVINCE:
        return True
    return any(place_key(above.name) == place_key(context.province.name) for above in parents(place))


def _as_written(own: tuple[str, str], level: Level, context: Frame) -> Place:
    """A place that reference data does not know, or knows several times and nothing says which."""
    kind, name = own
    container = context.district or context.province
    parent = container.id if container else None
    identifier = f"{parent or UNCERTAIN_PLACE}.{slug(name)}"
    return Place(identifier, name, kind, level, parent)


def _place_phrase(text: str) -> tuple[str, str] | None:
    matches = list(_NAMED_PLACE.finditer(text))
    if not matches:
        return None
    last = matches[-1]
    return last["kind"].casefold(), last["name"].strip()


def _bare_place(name: str | None, header: Header) -> tuple[str, str] | None:
    """In "Tỉnh ủy Hà Giang" and in the date line there is no kind word: the level and the name do."""
    kinds = KIND_WORDS if name and header.level else ()
    found = (kind for kind in kinds if find_places(name or "", kind=kind, level=header.level, on=header.about))
    kind = next(found, None)
    return (kind, name) if kind and name else None
