"""Files that kreuzberg turns into text, in this process and without a cache: nothing of a paper is left elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UnreadableFile

if TYPE_CHECKING:
    from kreuzberg import ExtractionConfig, ExtractionResult, OcrConfig, PageConfig


def converted(data: bytes, mime: str, name: str) -> str:
    """The text of a file of type ``mime``; raises UnreadableFile when kreuzberg cannot read it."""
    return extraction(data, mime, name).content


def extraction(
    data: bytes, mime: str, name: str, *, ocr: OcrConfig | None = None, pages: PageConfig | None = None
) -> ExtractionResult:
    """All that kreuzberg reads in a file of type ``mime``, its text as it stands there.

    Raises UnreadableFile when it cannot read it.
    """
    from kreuzberg import KreuzbergError, extract_bytes_sync

    try:
        return extract_bytes_sync(data, mime, config=configuration(ocr=ocr, pages=pages))
    except KreuzbergError as error:
        raise UnreadableFile(
            f"{name}: tệp hỏng hoặc có mật khẩu ({first_line(error)}). Hãy mở tệp rồi lưu lại không đặt mật khẩu."
        ) from error


def configuration(*, ocr: OcrConfig | None = None, pages: PageConfig | None = None) -> ExtractionConfig:
    """What kreuzberg is told: the text as it stands, one thread, nothing kept."""
    from kreuzberg import ConcurrencyConfig, ExtractionConfig

    return ExtractionConfig(
        use_cache=False,
        enable_quality_processing=False,
        ocr=ocr,
        pages=pages,
        concurrency=ConcurrencyConfig(max_threads=1),
    )


def first_line(error: Exception) -> str:
    """The beginning of a foreign message, short enough for a report."""
    return str(error).split("\n", 1)[0][:120]


def rendered_page(file: Path, index: int, dpi: int, name: str) -> bytes:
    """A page of a PDF, counted from 0, as PNG; raises UnreadableFile when it cannot be drawn."""
    from kreuzberg import KreuzbergError, render_pdf_page

    try:
        return render_pdf_page(file, index, dpi=dpi)
    except (KreuzbergError, OSError) as error:
        raise UnreadableFile(
            f"{name}: không vẽ được trang {index + 1} ({first_line(error)}). Hãy mở tệp rồi lưu lại."
        ) from error
