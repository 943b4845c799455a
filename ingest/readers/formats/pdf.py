"""PDF: page by page the text layer or, where that is missing or no Vietnamese, what Tesseract reads in the picture.

A scan has no text layer, or only the stamp of its digital signature; a font with a broken map of characters gives one
that is letters, but no words. Which of the two to trust is told by the share of Vietnamese syllables.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UnreadableFile
from graph.model import ReadBy
from ingest.readers.encodings import with_unicode_letters
from ingest.readers.foreign import rendered_page
from ingest.readers.furniture import without_furniture
from ingest.readers.ocr import MISSING_ENGINE, Recognised, model_folder, recognise
from ingest.readers.paged import PageText, paged
from ingest.readers.picture import MOST_PIXELS, pages_of
from ingest.readers.registry import Extracted, Format
from ingest.readers.text_layer import text_layers
from ingest.syllables import Share, syllable_share

_DPI = 300
_LEAST_DPI = 72
_FEWEST_WORDS = 25
_PLAUSIBLE = 0.6
_BETTER = 0.1


@dataclass(frozen=True, slots=True)
class _Layer:
    """The text layer of a page with the Vietnamese syllables among its words."""

    text: str
    share: Share
    side: float

    @property
    def dpi(self) -> int:
        """The resolution to draw the page in; programs that make a PDF of photographs give them pages of any size."""
        return max(_LEAST_DPI, min(_DPI, round(MOST_PIXELS / self.side))) if self.side else _DPI

    @property
    def is_trusted(self) -> bool:
        return self.share.words >= _FEWEST_WORDS and self.share.ratio >= _PLAUSIBLE

    def page(self) -> PageText:
        return PageText(self.text, ReadBy.TEXT, round(self.share.ratio, 3))


def extract(data: bytes, name: str) -> Extracted:
    """Read all pages; raises UnreadableFile for a damaged or encrypted file, or a scan that cannot be recognised."""
    layers: list[_Layer] = []
    warnings: list[str] = []
    found = text_layers(data, name)
    for text, layer in zip(without_furniture([layer.text for layer in found]), found, strict=True):
        unicode = with_unicode_letters(text, name)
        warnings += unicode.warnings
        layers.append(_Layer(unicode.text, syllable_share(unicode.text), layer.side))
    if all(layer.is_trusted for layer in layers) and layers:
        return paged([layer.page() for layer in layers], dict.fromkeys(warnings))
    if model_folder() is None:
        return _without_engine(layers, name, warnings)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        pages = [
            layer.page() if layer.is_trusted else _better(layer, _recognised(Path(file.name), number, layer.dpi, name))
            for number, layer in enumerate(layers)
        ]
    return paged(pages, dict.fromkeys(warnings))


def _recognised(file: Path, number: int, dpi: int, name: str) -> Recognised:
    (picture,) = pages_of(rendered_page(file, number, dpi, name), name)
    return recognise(picture, name)


def _better(layer: _Layer, recognised: Recognised) -> PageText:
    """What was recognised, unless it says less than the text layer: a last page of few lines, a page in English."""
    (text,) = without_furniture([recognised.text])
    share = syllable_share(text)
    if share.words <= layer.share.words and share.ratio < layer.share.ratio + _BETTER:
        return layer.page()
    return PageText(text, ReadBy.OCR, recognised.quality)


def _without_engine(layers: list[_Layer], name: str, warnings: list[str]) -> Extracted:
    """Short last pages may be trusted when the pages before them are; anything else is a scan."""
    doubtful = [n for n, layer in enumerate(layers, 1) if layer.share.ratio < _PLAUSIBLE or not layer.share.words]
    if doubtful or not any(layer.is_trusted for layer in layers):
        where = f"trang {', '.join(map(str, doubtful))} " if doubtful and len(doubtful) < len(layers) else ""
        raise UnreadableFile(f"{name}: {where}{MISSING_ENGINE}")
    return paged([layer.page() for layer in layers], dict.fromkeys(warnings))


def _is_surely_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


FORMAT = Format("pdf", frozenset({".pdf"}), _is_surely_pdf, extract)
