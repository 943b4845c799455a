"""Pictures as the engine reads them best: a page each, upright, in grey, without the ink of stamps."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import UnreadableFile

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 5_000
"""The longest side that is recognised: that of an A4 page at 400 dpi."""

_MOST_PAGES = 500
_LEAST_PRINT = 0.0005  # of a page: some ten letters
_COLOURED = ("RGB", "YCbCr", "CMYK", "P", "RGBA", "LAB", "HSV")


def pages_of(picture: bytes, name: str) -> Iterator[bytes]:
    """The pages of a picture, several of a TIFF, as PNG; raises UnreadableFile for a damaged or too large one.

    A telephone notes how it was held, and that is undone. Stamps are red (NĐ 30/2020 Art. 33), and over the name of
    him who signed: in the red part of the light their ink is as bright as the paper, while print stays dark.
    """
    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(picture)) as file:
                for number in range(min(getattr(file, "n_frames", 1), _MOST_PAGES)):
                    file.seek(number)
                    page = _without_red(ImageOps.exif_transpose(file))
                    page.thumbnail((MOST_PIXELS, MOST_PIXELS))
                    yield _png(page)
        except Image.DecompressionBombError as error:
            raise UnreadableFile(f"{name}: ảnh quá lớn. Hãy quét lại ở 300 dpi rồi nạp lại tệp.") from error
        except (OSError, ValueError, SyntaxError) as error:
            raise UnreadableFile(f"{name}: ảnh hỏng. Hãy quét hoặc chụp lại rồi nạp lại tệp.") from error


def has_print(page: bytes) -> bool:
    """Whether words can stand on a page that :func:`pages_of` gave, as on the empty back of a sheet they cannot."""
    from PIL import Image, ImageStat

    with Image.open(io.BytesIO(page)) as picture:
        (paper,) = ImageStat.Stat(picture).median
        shades = picture.histogram()
    return sum(shades[: int(paper) // 2]) >= _LEAST_PRINT * sum(shades)


def turned(page: bytes, degrees: int) -> bytes:
    """A page that :func:`pages_of` gave, turned by a multiple of 90 degrees against the clock."""
    from PIL import Image

    with Image.open(io.BytesIO(page)) as picture:
        return _png(picture.rotate(degrees, expand=True))


def _without_red(page: Image) -> Image:
    if page.mode not in _COLOURED:
        return page.convert("L")
    if page.has_transparency_data:
        from PIL import Image

        flat = page.convert("RGBA")
        page = Image.alpha_composite(Image.new("RGBA", flat.size, "white"), flat)
    return page.convert("RGB").getchannel("R")


def _png(page: Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "PNG", compress_level=1, dpi=page.info.get("dpi"))
    return out.getvalue()
