"""Pictures of pages read by Tesseract, which kreuzberg has in it; the model of Vietnamese comes with the machine.

Debian and Ubuntu have it as ``tesseract-ocr-vie``; elsewhere TESSDATA_PREFIX names the folder of ``vie.traineddata``.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from graph.errors import UnreadableFile
from ingest.readers.foreign import extraction
from ingest.readers.layout import Word, read_page
from ingest.readers.picture import has_print, turned
from ingest.syllables import syllable_share

if TYPE_CHECKING:
    from kreuzberg._internal_bindings import OcrBoundingGeometryRectangle

_MODEL = "vie.traineddata"
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata",
)  # fmt: skip
_ONE_COLUMN = 4
"""Tesseract's page segmentation: one column of text of variable sizes; columns are told by :mod:`.layout`."""
_NEURAL = 1
_NOISE = 0.35
_TURNS = (90, 270, 180)
_FEWEST_SYLLABLES, _LEAST_SHARE = 5, 0.5
_SLIPS = (
    (re.compile(r"(?<=[\d/ -]Q)[ĐÐD]{2,3}(?=[-/])"), "Đ"),
    (re.compile(r"(?<=[\d/ -]N)[ĐÐD]{2,3}(?=-CP)"), "Đ"),
    (re.compile(r"(?<=[/-])[ĐÐD]{2}(?=U\b)"), "Đ"),
    (re.compile(r"(?<=\bH)[ĐÐD]{2}(?=ND\b)"), "Đ"),
    (re.compile(r"^[—–-]{0,2}[ˆ^~_⁄'’‘`.,:;=<>]+[—–“”\" -]{0,3}(?=[^\W\d_])", re.MULTILINE), ""),
    (re.compile(r"^(TM|KT|TL|TUQ|Q)[:,;]\s?(?=[^\W\d_])", re.MULTILINE), r"\1. "),
)
"""The stroke of Đ is often seen as a letter of its own ("QĐĐ/TW"); only where no symbol has the two. Where a pen or a
stamp touches the line of a signature, specks stand before it, and the point of "KT." is none."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read in one picture; ``quality`` is the mean confidence of its words, 0 to 1."""

    text: str
    quality: float


def recognise(picture: bytes, name: str) -> Recognised:
    """Read a page that :func:`ingest.readers.picture.pages_of` gave, turned as it reads if it lies on its side.

    Raises:
        UnreadableFile: The machine has no model of Vietnamese (the message has the command that installs it).
    """
    folder = model_folder()
    if folder is None:
        raise UnreadableFile(f"{name}: {MISSING_ENGINE}")
    _prepare(folder)
    as_it_lies = _recognised(picture, name)
    if _reads(as_it_lies.text) or not has_print(picture):
        return as_it_lies
    as_turned = (_recognised(turned(picture, degrees), name) for degrees in _TURNS)
    return next((found for found in as_turned if _reads(found.text)), as_it_lies)


def _reads(text: str) -> bool:
    """Tell whether a text is Vietnamese, as one that was read from a page on its side is not."""
    share = syllable_share(text)
    return share.syllables >= _FEWEST_SYLLABLES and share.ratio >= _LEAST_SHARE


def _recognised(picture: bytes, name: str) -> Recognised:
    from kreuzberg import OcrConfig, TesseractConfig

    tesseract = TesseractConfig(
        psm=_ONE_COLUMN, oem=_NEURAL, language="vie", output_format="text", enable_table_detection=False
    )
    ocr = OcrConfig(backend="tesseract", language="vie", tesseract_config=tesseract)
    with _silent():
        found = extraction(picture, "image/png", name, ocr=ocr)
    words, confidences = [], []
    for element in found.ocr_elements or ():
        box, text = element.get("geometry"), element["text"].strip()
        confidence = float((element.get("confidence") or {}).get("recognition", 0.0))
        if box is None or box["type"] != "rectangle" or (confidence < _NOISE and not any(map(str.isalnum, text))):
            continue
        words.append(_word(text, cast("OcrBoundingGeometryRectangle", box)))
        confidences.append(confidence)
    text = read_page(words) if words else found.content
    return Recognised(without_slips(text), round(sum(confidences) / len(confidences), 3) if confidences else 0.0)


def without_slips(text: str) -> str:
    r"""What was recognised without the slips that are sure to be some.

    >>> without_slips("- Lưu: VT.\nˆ_ KT: CHỦ TỊCH")
    '- Lưu: VT.\nKT. CHỦ TỊCH'
    """
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    return text


def _word(text: str, box: OcrBoundingGeometryRectangle) -> Word:
    """A word without the rule of a table that touches it."""
    return Word(
        text.strip("|¦") or text, box["left"], box["top"], box["left"] + box["width"], box["top"] + box["height"]
    )


MISSING_ENGINE = (
    "là ảnh quét mà máy chưa có bộ nhận dạng chữ tiếng Việt. Hãy cài: apt-get install tesseract-ocr tesseract-ocr-vie "
    f"(hoặc đặt TESSDATA_PREFIX là thư mục có {_MODEL}), rồi nạp lại tệp."
)


def model_folder() -> Path | None:
    """The folder with the model of Vietnamese: of TESSDATA_PREFIX, else where systems keep it."""
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(named), Path(named) / "tessdata"] if named else [Path(folder) for folder in _FOLDERS]
    return next((folder for folder in folders if (folder / _MODEL).is_file()), None)


@cache
def _prepare(folder: Path) -> None:
    """Tell the engine its folder and to keep to one thread, for pages are read side by side in other processes.

    When the process ends the engine says on the standard error stream that it leaves its dictionaries behind; nobody
    can do anything about that.
    """
    os.environ["TESSDATA_PREFIX"] = str(folder)
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    atexit.register(_fall_silent)


def _fall_silent() -> None:
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what the engine says of its work from the standard error stream, past Python's own."""
    sys.stderr.flush()
    spoken, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(spoken, 2)
        os.close(spoken)
        os.close(nowhere)
