"""Tables of tasks: which column holds the task, the units, the time (domain reference §7.1, §7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Span
from ingest.assignees import split_units, unit_names
from ingest.lines import one_line
from ingest.tables import Table

_TASK = re.compile(
    r"nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|tên (?:văn bản|đề án|kế hoạch)|việc", re.IGNORECASE
)
_LEAD = re.compile(
    r"chủ trì|đầu mối|chịu trách nhiệm|phụ trách|tham mưu|chủ quản|soạn thảo|(?:cơ quan|đơn vị) (?:xây dựng|trình)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:cơ quan|đơn vị(?! tính)|bộ phận|người|cấp)(?:,? (?:cơ quan|đơn vị|người))?(?: (?:thực hiện|được giao)|\W*$)"
    r"|phân công|trách nhiệm",
    re.IGNORECASE,
)
_SUPPORT = re.compile(r"phối hợp", re.IGNORECASE)
_TIME = re.compile(r"thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|hạn (?:xong|cuối|báo)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\W*$", re.IGNORECASE)
_SAME = re.compile(r"\W*(?:nt|như trên|[\"″]|//)\W*$", re.IGNORECASE)
_NONE = re.compile(r"\W*$")
_LONGEST_HEAD, _LONGEST_CELL = 60, 2_000


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row that gives a task to the units ``names``; ``roles`` is what the head of their column tells."""

    span: Span
    names: tuple[str, ...]
    work: str
    time: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    task: int
    unit: int
    time: int | None
    roles: tuple[str, ...]


def task_rows(text: str, tables: Sequence[Table]) -> Iterator[TaskRow]:
    """Yield the tasks of all tables whose head names a column of tasks and one of units.

    ``text`` is the text that the spans of the tables bound. Units that only support are none of the units of a row, as
    in "chủ trì, phối hợp với …".
    """
    for table in tables:
        columns = _columns([one_line(cell.of(text)) for cell in table.rows[0]])
        if columns:
            yield from _rows(text, table, columns)


def _columns(head: Sequence[str]) -> _Columns | None:
    def first(pattern: re.Pattern[str], *taken: int | None) -> int | None:
        for index, title in enumerate(head):
            if (
                index not in taken
                and len(title) <= _LONGEST_HEAD
                and not _NUMBER.match(title)
                and pattern.search(title)
            ):
                return index
        return None

    support = first(_SUPPORT)
    if support is not None and _LEAD.search(head[support]):
        support = None
    lead = first(_LEAD, support)
    time = first(_TIME, support, lead)
    unit = lead if lead is not None else first(_UNIT, support, time)
    task = first(_TASK, support, unit, time)
    if unit is None or task is None:
        return None
    return _Columns(task, unit, time, ("lead",) if lead is not None else ())


def _rows(text: str, table: Table, columns: _Columns) -> Iterator[TaskRow]:
    before: tuple[str, ...] = ()
    for row in table.rows[1:]:
        work = one_line(row[columns.task].of(text))
        names = _names(text, row[columns.unit], before)
        if not work or not names:
            continue
        before = names
        span = Span(row[0].start, row[-1].end)
        time = one_line(row[columns.time].of(text)) if columns.time is not None else ""
        yield TaskRow(span, names, work, time, columns.roles)


def _names(text: str, cell: Span, before: tuple[str, ...]) -> tuple[str, ...]:
    written = cell.of(text)[:_LONGEST_CELL]
    if _SAME.match(written):
        return before
    if _NONE.match(written) or written.isdigit():
        return ()
    return unit_names(written, split_units(written, 0, len(written)))
