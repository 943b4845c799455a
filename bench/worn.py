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
_CAPACITIES = ("TM. ", "KT. ", "T/M ", "TL. ", "CHỦ TỊCH", "BÍ THƯ", "GIÁM ĐỐC")


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


CLEAN = Wear(dpi=300, turn=0.3, blur=0.6, noise=5, quality=45)
"""A page from the scanner of an office."""

NOISY = Wear(dpi=150, turn=1.0, blur=0.6, noise=16, quality=35)
"""A page from a telephone or a fax."""


def pages_of(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / _POINTS).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def worn(page: Image.Image, wear: Wear, random: Random, *, stamp: tuple[float, float] | None = None) -> Image.Image:
    """A page as it comes from the scanner; ``stamp`` is where a red stamp stands, in shares of width and height."""
    picture = ImageChops.multiply(page, Image.new("RGB", page.size, _PAPER))
    if stamp:
        picture = ImageChops.multiply(picture, _stamp(page, wear.dpi, stamp))
    picture = picture.rotate(random.uniform(-wear.turn, wear.turn), Image.Resampling.BICUBIC, fillcolor=_PAPER)
    picture = picture.filter(ImageFilter.GaussianBlur(wear.blur))
    noise = Image.frombytes("L", page.size, _noise(page.size, wear.noise, random)).convert("RGB")
    return ImageChops.add(picture, noise, offset=-128)


def scan_of(pdf: bytes, wear: Wear, seed: str) -> bytes:
    """A PDF of pictures without a text layer; the same for the same seed."""
    random = Random(seed)  # the same file every time, so nothing secret
    signed, place = _signature(pdf)
    pages = enumerate(pages_of(pdf, wear.dpi))
    return as_pdf([worn(page, wear, random, stamp=place if n == signed else None) for n, page in pages], wear)


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


def _stamp(page: Image.Image, dpi: int, at: tuple[float, float]) -> Image.Image:
    """A round stamp of 3.6 cm (NĐ 99/2016 Art. 3) with its middle at a place of the page, in shares of its size."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    radius, line = 1.8 * _CM * dpi, max(2, dpi // 60)
    x, y = page.width * at[0], page.height * at[1]
    for share in (1.0, 0.66):
        reach = share * radius
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), outline=_RED, width=line)
    tips = [((0.3 if n % 2 else 0.55) * radius, n * math.pi / 5) for n in range(10)]
    star = [(x + reach * math.sin(angle), y - reach * math.cos(angle)) for reach, angle in tips]
    draw.polygon(star, outline=_RED, width=line)
    return layer


def _signature(pdf: bytes) -> tuple[int, tuple[float, float]]:
    """The page that is signed, and where its stamp goes: over the left third of the signature (NĐ 30/2020 Art. 8)."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in reversed(range(len(document))):
            page = document[number]
            text = page.get_textpage()
            places = [found for capacity in _CAPACITIES if (found := text.search(capacity).get_next())]
            if places:
                left, bottom, _, _ = text.get_charbox(max(index for index, _ in places))
                return number, (left / page.get_width(), 1 - bottom / page.get_height() + 0.05)
        return len(document) - 1, (0.6, 0.8)
    finally:
        document.close()
