"""Pictures of pages: PNG, JPEG, TIFF and others, recognised by Tesseract."""

from __future__ import annotations

from graph.model import ReadBy
from ingest.readers.furniture import without_furniture
from ingest.readers.ocr import recognise
from ingest.readers.paged import PageText, paged
from ingest.readers.picture import pages_of
from ingest.readers.registry import Extracted, Format

_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


def extract(data: bytes, name: str) -> Extracted:
    """Read each page of a picture; raises UnreadableFile for a damaged one, or where Tesseract has no Vietnamese."""
    recognised = [recognise(page, name) for page in pages_of(data, name)]
    texts = without_furniture([page.text for page in recognised])
    return paged([PageText(text, ReadBy.OCR, page.quality) for text, page in zip(texts, recognised, strict=True)])


def _is_surely_image(data: bytes) -> bool:
    return data.startswith(_MAGIC)


FORMAT = Format(
    "image", frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"}), _is_surely_image, extract
)
