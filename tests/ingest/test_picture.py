"""Pictures on their way to the engine: pages upright, stamps gone, print kept."""

from __future__ import annotations

import io
from typing import cast

import pytest
from PIL import Image

from graph.errors import UnreadableFile
from ingest.readers import read_data
from ingest.readers.picture import MOST_PIXELS, has_print, pages_of
from tests.ingest.test_pages import ODD, needs_ocr

RED, BLACK, PAPER = (205, 38, 44), (0, 0, 0), (250, 250, 245)


def encoded(page: Image.Image, form: str = "PNG", *others: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    page.save(out, form, **({"save_all": True, "append_images": others} if others else {}), **options)
    return out.getvalue()


def page_of(picture: bytes) -> Image.Image:
    (page,) = pages_of(picture, "anh.png")
    return Image.open(io.BytesIO(page))


def grey(picture: bytes, x: int, y: int) -> int:
    found = page_of(picture).getpixel((x, y))
    return cast("int", found)


def test_the_ink_of_a_stamp_goes_and_the_print_under_it_stays() -> None:
    page = Image.new("RGB", (30, 10), PAPER)
    page.paste(RED, (10, 0, 30, 10))
    page.paste(BLACK, (20, 0, 30, 10))
    paper, stamp, printed = (grey(encoded(page), x, 5) for x in (5, 15, 25))
    assert paper - stamp < 50
    assert printed < 50


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "RGB"])
def test_print_is_dark_and_paper_is_bright_in_whatever_form_the_picture_is_kept(mode: str) -> None:
    page = Image.new("RGB", (20, 10), "white")
    page.paste(BLACK, (10, 0, 20, 10))
    picture = encoded(page.convert(mode), "TIFF")
    assert grey(picture, 5, 5) > 200
    assert grey(picture, 15, 5) < 50


def test_where_a_picture_is_transparent_there_is_paper() -> None:
    assert grey(encoded(Image.new("RGBA", (10, 10), (0, 0, 0, 0))), 5, 5) == 255


def test_a_photograph_is_turned_as_the_telephone_was_held() -> None:
    lying = Image.new("RGB", (40, 20), "white")
    lying.paste("black", (0, 0, 10, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = page_of(encoded(lying, "JPEG", exif=exif))
    assert upright.size == (20, 40)
    assert upright.getpixel((10, 2)) == 0


def test_a_picture_larger_than_is_recognised_is_made_smaller() -> None:
    assert page_of(encoded(Image.new("L", (2 * MOST_PIXELS, 100)))).size == (MOST_PIXELS, 50)


@pytest.mark.parametrize("paper", [255, 190])
def test_a_page_with_a_line_of_words_has_print_and_the_empty_back_of_a_sheet_has_none(paper: int) -> None:
    back = Image.effect_noise((800, 1100), 12).point(lambda shade: paper - 128 + shade)
    line = back.copy()
    line.paste(40, (100, 100, 400, 104))
    assert not has_print(encoded(back))
    assert has_print(encoded(line))


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\nbroken", encoded(Image.new("RGB", (99, 99)))[:-40]])
def test_a_damaged_picture_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="Hãy quét hoặc chụp lại"):
        list(pages_of(data, "anh.png"))


@needs_ocr
def test_each_page_of_a_picture_of_several_pages_is_read() -> None:
    photo = Image.open(ODD / "photo-150dpi.jpg")
    upper, lower = (photo.crop((0, top, photo.width, top + photo.height // 3)) for top in (0, photo.height // 3))
    found = read_data(encoded(upper, "TIFF", lower), "quet.tif")
    assert [page.number for page in found.pages] == [1, 2]
    second = found.pages[1].start
    assert "12/KH-UBND" in found.text[:second]
    assert "12/KH-UBND" not in found.text[second:]
    assert len(found.text[second:].split()) > 100
