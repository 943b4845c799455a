"""Pages put together to one text that knows where each begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import ReadBy, SourcePage
from ingest.readers.registry import Extracted

_POOR = 0.75


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page, how it was got, and how well (see :class:`graph.model.SourcePage`)."""

    text: str
    read_by: ReadBy
    quality: float


def paged(pages: Sequence[PageText], warnings: Iterable[str] = ()) -> Extracted:
    """One text of all pages, a line break between two, so that a sentence goes on over it."""
    found: list[SourcePage] = []
    pieces: list[str] = []
    length = 0
    for number, page in enumerate(pages, 1):
        text = page.text.strip("\n")
        found.append(SourcePage(length, number, page.read_by, page.quality))
        if text:
            pieces.append(text + "\n")
            length += len(text) + 1
    return Extracted("".join(pieces), (*warnings, *_said(found)), tuple(found))


def _said(pages: Sequence[SourcePage]) -> Iterable[str]:
    recognised = [page for page in pages if page.read_by is ReadBy.OCR]
    if recognised:
        numbers = ", ".join(str(page.number) for page in recognised)
        yield f"Đọc bằng nhận dạng chữ: trang {numbers}. Hãy đối chiếu với bản gốc trước khi dùng."
    poor = [page for page in recognised if page.quality < _POOR]
    if poor:
        yield f"Chất lượng đọc thấp: trang {', '.join(f'{page.number} ({page.quality:.0%})' for page in poor)}."
