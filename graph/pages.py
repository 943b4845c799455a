"""The page of a file on which a place of its text stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypedDict

from graph.model import ReadBy, SourcePage


class PageFields(TypedDict):
    """What records tell of the page of a place; all ``None`` for a file without pages."""

    page: int | None
    read_by: ReadBy | None
    read_quality: float | None


def page_at(pages: Sequence[SourcePage], offset: int) -> SourcePage | None:
    """The page on which the character at ``offset`` stands; ``None`` for a file without pages.

    >>> pages = [SourcePage(0, 1, ReadBy.TEXT, 0.9), SourcePage(80, 2, ReadBy.OCR, 0.8)]
    >>> [page_at(pages, offset).number for offset in (0, 79, 80, 500)], page_at([], 3)
    ([1, 1, 2, 2], None)
    """
    found = bisect_right(pages, offset, key=lambda page: page.start)
    return pages[max(0, found - 1)] if pages else None


def page_fields(page: SourcePage | None) -> PageFields:
    """The fields of a record about a place on ``page``."""
    if page is None:
        return PageFields(page=None, read_by=None, read_quality=None)
    return PageFields(page=page.number, read_by=page.read_by, read_quality=page.quality)
