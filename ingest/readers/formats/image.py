"""Pictures of pages: PNG, JPEG, TIFF and others, recognised by Tesseract."""

from __future__ import annotations

from graph.model import ReadBy
from ingest.readers.furniture import without_furniture
from ingest.readers.ocr import recognise
from ingest.readers.paged import PageText, paged
from ingest.readers.registry import Extracted, Format

_KINDS = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"RIFF", "image/webp"),
)


def extract(data: bytes, name: str) -> Extracted:
    """Read one picture as one page; raises UnreadableFile for a damaged one, or where Tesseract has no Vietnamese."""
    recognised = recognise(data, _mime(data) or "image/png", name)
    (text,) = without_furniture([recognised.text])
    return paged([PageText(text, ReadBy.OCR, recognised.quality)])


def _mime(data: bytes) -> str | None:
    return next((mime for magic, mime in _KINDS if data.startswith(magic)), None)


def _is_surely_image(data: bytes) -> bool:
    return _mime(data[:8]) is not None and not data.startswith((b"BM", b"RIFF"))


FORMAT = Format(
    "image", frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"}), _is_surely_image, extract
)
