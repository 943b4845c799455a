"""Printed pages as scanners and telephones see them: turned a little, blurred, noisy, with a red stamp on them."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageDraw, ImageFilter

_RED = (205, 38, 44)
_PAPER = (252, 251, 247)
_POINTS = 72
_CM = 0.3937


@dataclass(frozen=True, slots=True)
class Wear:
    """What becomes of a page on its way.

    ``dpi`` is the resolution it is scanned in, ``turn`` the largest angle in degrees, ``blur`` the radius in pixels,
    ``noise`` the standard deviation of the grey of a pixel of 255, ``quality`` that of JPEG.
    """

    dpi: int
    turn: float
    blur: float
    noise: float
    quality: int


CLEAN = Wear(dpi=300, turn=0.3, blur=0.6, noise=6, quality=60)
"""A page from the scanner of an office."""

NOISY = Wear(dpi=150, turn=1.0, blur=0.6, noise=18, quality=60)
"""A page from a telephone or a fax."""


def pages_of(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / _POINTS).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def worn(page: Image.Image, wear: Wear, random: Random, *, stamp: bool = False) -> Image.Image:
    """A page as it comes from the scanner, with a red stamp over the signature of the last page."""
    picture = ImageChops.multiply(page, Image.new("RGB", page.size, _PAPER))
    if stamp:
        picture = ImageChops.multiply(picture, _stamp(page, wear.dpi))
    picture = picture.rotate(random.uniform(-wear.turn, wear.turn), Image.Resampling.BICUBIC, fillcolor=_PAPER)
    picture = picture.filter(ImageFilter.GaussianBlur(wear.blur))
    noise = Image.frombytes("L", page.size, _noise(page.size, wear.noise, random)).convert("RGB")
    return ImageChops.add(picture, noise, offset=-128)


def scan_of(pdf: bytes, wear: Wear, seed: str) -> bytes:
    """A PDF of pictures without a text layer; the same for the same seed."""
    random = Random(seed)  # the same file every time, so nothing secret
    pages = pages_of(pdf, wear.dpi)
    pictures = [worn(page, wear, random, stamp=page is pages[-1]) for page in pages]
    return as_pdf(pictures, wear)


def as_pdf(pictures: Sequence[Image.Image], wear: Wear) -> bytes:
    """Pictures as the pages of a PDF."""
    out = io.BytesIO()
    first, *others = pictures
    first.save(out, "PDF", save_all=True, append_images=others, resolution=wear.dpi, quality=wear.quality)
    return out.getvalue()


def _noise(size: tuple[int, int], deviation: float, random: Random) -> bytes:
    """Grey noise around 128, out of one row of random values that each line begins at another place."""
    width, height = size
    row = bytes(min(255, max(0, round(random.gauss(128, deviation)))) for _ in range(4 * width + 4_099))
    starts = (random.randrange(len(row) - width) for _ in range(height))
    return b"".join(row[start : start + width] for start in starts)


def _stamp(page: Image.Image, dpi: int) -> Image.Image:
    """A round stamp of 3.6 cm (NĐ 99/2016 Art. 3) right of the middle of the page's lower half."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    radius, line = 1.8 * _CM * dpi, max(2, dpi // 60)
    x, y = page.width * 0.56, page.height * 0.62
    for share in (1.0, 0.66):
        draw.ellipse(
            (x - share * radius, y - share * radius, x + share * radius, y + share * radius), outline=_RED, width=line
        )
    points = [
        (
            x + (0.3 if n % 2 else 0.55) * radius * math.sin(n * math.pi / 5),
            y - (0.3 if n % 2 else 0.55) * radius * math.cos(n * math.pi / 5),
        )
        for n in range(10)
    ]
    draw.polygon(points, outline=_RED, width=line)
    return layer
