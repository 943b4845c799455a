"""References that the tests of the grammar find in what they write."""

from __future__ import annotations

from datetime import date

from graph.places import Frame, frame_of, place_by_id
from ingest.cited_issuers import agreed_issuers, located_issuer
from ingest.normalise import normalise
from ingest.reference import Reference
from ingest.references import find_references


def frame(place_id: str = "quang-ngai", on: date = date(2024, 3, 1)) -> Frame:
    place = place_by_id(place_id)
    assert place is not None, place_id
    return frame_of(place, on)


def find(written: str, at: Frame | None = None) -> list[Reference]:
    return list(find_references(normalise(written).text, at or frame()))


def one(written: str, at: Frame | None = None) -> Reference:
    (reference,) = find(written, at)
    return reference


def quotes(written: str) -> list[str]:
    text = normalise(written).text
    return [" ".join(text[r.start : r.end].split()) for r in find_references(text, frame())]


def located(written: str, at: Frame | None = None) -> list[Reference]:
    text, place = normalise(written).text, at or frame()
    found = find_references(text, place)
    limits = [r.start for r in found[1:]] + [len(text)]
    return list(agreed_issuers([located_issuer(r, text, n, place) for r, n in zip(found, limits, strict=True)]))
