"""The text layer of a PDF by the places of its characters, through PDFium.

Characters come in the order in which a program drew them: a letter that was taken from another font comes behind its
line, the cells of a table one by one. Their places on the page put them right.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from graph.errors import UnreadableFile
from ingest.readers.layout import Word
from ingest.readers.ruled import Rule, read_ruled

_SPACE_OF_HEIGHT = 0.09
_POINTS = 72
_MOST_CHARACTERS = 200_000
_MOST_PATHS = 20_000
_Point = tuple[float, float]
_STRAIGHT = 1.5
"""How far, in points, a line may be off the upright or the level, or how thick it may be."""
_HYPHENS_AT_END = frozenset({0x02, 0xAD, 0xFFFE})
"""What PDFium gives for a hyphen at the end of a line."""


_MARK, _MARK_WITHIN = b"%PDF", 1024
"""What a PDF begins with, some bytes of other programs aside (ISO 32000 Annex H)."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a page, empty where it has none, and the longer side of the page in inches."""

    text: str
    side: float


def text_layers(data: bytes, name: str) -> list[Layer]:
    """The text layer of each page; raises UnreadableFile for a damaged or encrypted file."""
    if _MARK not in data[:_MARK_WITHIN]:
        raise UnreadableFile(
            f"{name}: không phải PDF dù có tên như vậy. Hãy đặt lại đuôi tên cho đúng loại rồi nạp lại."
        )
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(
            f"{name}: tệp PDF hỏng hoặc có mật khẩu. Hãy mở tệp rồi lưu lại không đặt mật khẩu."
        ) from error
    try:
        return [
            Layer(
                read_ruled(list(_words(document, number)), list(_rules(document, number)), glue=_SPACE_OF_HEIGHT),
                max(document.get_page_size(number)) / _POINTS,
            )
            for number in range(len(document))
        ]
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"{name}: tệp PDF hỏng. Hãy mở tệp rồi lưu lại.") from error
    finally:
        document.close()


def _words(document: pypdfium2.PdfDocument, number: int) -> Iterator[Word]:
    """Runs of characters of one page that were drawn one after the other without a space."""
    page = document[number]
    height = page.get_height()
    text_page = page.get_textpage()
    box = pdfium.FS_RECTF()
    letters: list[str] = []
    bounds: list[tuple[float, float, float, float]] = []
    for index in range(min(text_page.count_chars(), _MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        letter = "-" if code in _HYPHENS_AT_END else chr(code)
        seen = not letter.isspace() and letter.isprintable()
        place = None
        if seen and pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box)):
            place = (box.left, height - box.top, box.right, height - box.bottom)
        if code in _HYPHENS_AT_END and bounds:  # it has no box of its own
            _, top, right, bottom = bounds[-1]
            place = (right, top, right + _SPACE_OF_HEIGHT * (bottom - top), bottom)
        if letters and (place is None or not _goes_on(bounds[-1], place)):
            yield _word(letters, bounds)
            letters, bounds = [], []
        if place is not None:
            letters.append(letter)
            bounds.append(place)
    if letters:
        yield _word(letters, bounds)
    text_page.close()
    page.close()


def _rules(document: pypdfium2.PdfDocument, number: int) -> Iterator[Rule]:
    """The straight lines of one page: strokes, sides of frames, bars that are as thin as a stroke."""
    page = document[number]
    height = page.get_height()
    for path in islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2), _MOST_PATHS):
        for (x, y), (to_x, to_y) in _strokes(path):
            if abs(x - to_x) <= _STRAIGHT < abs(y - to_y):
                yield Rule(upright=True, at=(x + to_x) / 2, low=height - max(y, to_y), high=height - min(y, to_y))
            elif abs(y - to_y) <= _STRAIGHT < abs(x - to_x):
                yield Rule(upright=False, at=height - (y + to_y) / 2, low=min(x, to_x), high=max(x, to_x))
    page.close()


def _strokes(path: pypdfium2.PdfObject) -> Iterator[tuple[_Point, _Point]]:
    """The lines of a path from point to point, the last back to the first where it closes."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = here = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_PATHS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        before, here = here, matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            first = here
        else:
            yield before, here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, first


def _goes_on(before: tuple[float, float, float, float], place: tuple[float, float, float, float]) -> bool:
    size = max(before[3] - before[1], place[3] - place[1])
    same_line = abs((before[1] + before[3]) - (place[1] + place[3])) < size
    return same_line and -0.5 * size < place[0] - before[2] < _SPACE_OF_HEIGHT * size


def _word(letters: list[str], bounds: list[tuple[float, float, float, float]]) -> Word:
    lefts, tops, rights, bottoms = zip(*bounds, strict=True)
    return Word("".join(letters), min(lefts), min(tops), max(rights), max(bottoms))
