"""Lists of documents: what stands behind a number in running text, its day and "của …", stands elsewhere there.

In a table a column tells who issued each document, another one when (NĐ 30/2020 Phụ lục VI, registers of documents; NĐ
78/2025/NĐ-CP, lists of documents that have ended); over items it is the line that heads them ("Bãi bỏ các Quyết định
sau đây của UBND tỉnh Bình Định:").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from graph.bodies import NamedBody
from graph.body_codes import bodies_from_codes
from graph.body_eras import body_on
from graph.institutions import read_issuer
from graph.model import Span
from graph.places import Frame
from graph.quick import replaced
from ingest.cue_words import DOCUMENT_WORD
from ingest.dates import first_date
from ingest.lines import one_line
from ingest.reference import Reference
from ingest.tables import Table
from ingest.tails import read_tail, series_of

_ISSUER = re.compile(
    r"(?:(?:cơ quan|đơn vị|nơi|chủ thể)(?:[,/]? (?:cơ quan|đơn vị|người))?|thẩm quyền)(?: đã)? ban hành|cơ quan\W*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:thời gian|ngày)(?:[,/]? tháng)?(?:[,/]? năm)?(?: (?:ban hành|ký)(?: văn bản)?)?\W*$", re.IGNORECASE
)
_HEAD_OF = re.compile(
    rf"(?<!\w)(?:các|những|một số|toàn bộ|\d{{1,3}})\s{{1,3}}{DOCUMENT_WORD}(?!\w)[^:;.]{{0,80}}?\s(?:của|do)\s{{1,3}}"
    r"(?=[A-ZĐÀ-Ỹ])",
    re.IGNORECASE,
)
_HEAD_ENDS = re.compile(r"[^:;.]{0,120}:\s{0,3}$")
_ITEM = re.compile(r"\s{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,2}[.)]|[a-zđ]{1,2}\)|[-+•*])\s{0,3}")
_LONGEST_HEAD = 400
_NUMBER = re.compile(r"số|ký hiệu|văn bản", re.IGNORECASE)
_START = attrgetter("start")


def with_cells(references: Sequence[Reference], text: str, tables: Sequence[Table], frame: Frame) -> list[Reference]:
    """The references, those that open a row of a list of documents with the issuer and the day of its cells.

    What a reference says itself goes before the cells.
    """
    found = [*references]
    for table in tables:
        head = [one_line(cell.of(text)) for cell in table.rows[0]]
        issuer, day, number = (_column(head, kind) for kind in (_ISSUER, _DAY, _NUMBER))
        if number is None:
            continue
        if day is None and "ngày" in head[number].casefold():
            day = number
        for row in table.rows[1:]:
            at = bisect_left(found, row[0].start, key=_START)
            if at < len(found) and found[at].symbol is not None and found[at].start < row[number].end:
                alone = _within_cell(found[at], text, row[number], frame)
                dated = _dated(alone, text, row[day]) if day is not None else alone
                found[at] = _issued(dated, text, row[issuer], frame) if issuer is not None else dated
    return found


def with_heads(references: Sequence[Reference], text: str, paragraphs: Sequence[Span], frame: Frame) -> list[Reference]:
    """The references, those that open an item of a list with the issuer that its head names for all of them.

    Both are in order. The list goes on as long as each paragraph is an item.
    """
    found = [*references]
    head: NamedBody | None = None
    for paragraph in paragraphs:
        item = _ITEM.match(text, paragraph.start, paragraph.end) if head else None
        if head and item:
            at = bisect_left(found, item.end(), key=_START)
            if at < len(found) and found[at].start == item.end() and not found[at].issuers:
                found[at] = _by(found[at], head, frame)
        else:
            head = _named_in_head(text, paragraph, frame)
    return found


def _named_in_head(text: str, paragraph: Span, frame: Frame) -> NamedBody | None:
    """The body that a paragraph names as the issuer of the list that it announces."""
    if text[paragraph.end - 1] != ":":
        return None
    low = max(paragraph.start, paragraph.end - _LONGEST_HEAD)
    announced = _HEAD_OF.search(text, low, paragraph.end)
    read = read_issuer(text, announced.end(), frame) if announced else None
    return read[0] if read and _HEAD_ENDS.match(text, read[1], paragraph.end) else None


def _within_cell(reference: Reference, text: str, cell: Span, frame: Frame) -> Reference:
    """The reference without what was read over the end of its cell, as the day on which a task is due."""
    if not reference.tail_end > cell.end > reference.start:
        return reference
    tail = read_tail(text[reference.end : cell.end], 0, frame)
    return replaced(reference, tail_end=reference.end + tail.end, date=tail.date, issuers=tail.issuers)


def _column(head: Sequence[str], kind: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(head) if kind.match(title)), None)


def _dated(reference: Reference, text: str, cell: Span) -> Reference:
    begin = max(cell.start, reference.end) if reference.start < cell.end else cell.start
    read = first_date(text, begin, cell.end) if reference.date is None else None
    return replaced(reference, date=read[0]) if read else reference


def _issued(reference: Reference, text: str, cell: Span, frame: Frame) -> Reference:
    read = None if reference.issuers else read_issuer(cell.of(text), 0, frame)
    return _by(reference, read[0], frame) if read else reference


def _by(reference: Reference, named: NamedBody, frame: Frame) -> Reference:
    """The reference as issued by a body, unless its symbol is of another body's series."""
    stated = bodies_from_codes(reference.code, reference.codes, frame, party=reference.party)
    if reference.symbol is None or (stated and series_of(stated[0]) != series_of(named)):
        return reference
    return replaced(reference, issuers=(body_on(named, reference.date, frame),))
