"""The file that a text was read from, as it came."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from graph.errors import StoreError, UnknownDocument
from graph.originals import Originals
from graph.store import Store
from queries.base import ask

_SHOWN = {
    b"%PDF-": "application/pdf",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
"""What a browser shows without running anything that stands in it, by the first bytes of the file."""


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A kept file: the name under which it came, its bytes, its media type, and whether a browser may show it."""

    name: str
    data: bytes
    media_type: str
    shown: bool


def original(store: Store, originals: Originals, source: str) -> OriginalFile:
    """The file whose bytes have the sha256 ``source``.

    Raises:
        UnknownDocument: No live text of the store was read from such a file, or its original is no longer kept.
        StoreError: The store can't be read.
    """
    rows = ask(store, "original", {"source": source})
    if not rows:
        raise UnknownDocument(source)
    try:
        data = originals.read(source)
    except StoreError as error:
        raise UnknownDocument(source) from error
    known = next((kind for magic, kind in _SHOWN.items() if data.startswith(magic)), None)
    return OriginalFile(
        PurePath(str(rows[0]["path"])).name, data, known or "application/octet-stream", known is not None
    )
