"""Tasks that a document gives to units: who, what, in which role, by when, how often (domain reference §7).

A unit is named by the heading above its tasks ("2. Phòng Nội vụ"), by an order ("Giao Sở Tư pháp …", "Đề nghị …", "Yêu
cầu …"), as the subject of a sentence, as its topic ("Đối với các doanh nghiệp: …"), or in a column of a table; items
below inherit it. What a unit lets its own offices do stays that unit's task.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.model import Span
from ingest.deadlines import read_due
from ingest.event_deadlines import read_event_deadlines
from ingest.model import Header, ParsedAssignment
from ingest.normalise import NormalisedText
from ingest.recurrence import read_recurrence, without_general
from ingest.reporting import read_reports
from ingest.roles import read_roles
from ingest.sections import RegionKind, Sections
from ingest.tables import Table
from ingest.task_items import Item, read_items
from ingest.task_tables import TaskRow, task_rows
from ingest.task_walk import BODY, ORGANISATION, Task, walk

_ONE_YEAR = re.compile(r"(?:19|20|21)\d{2}")
_BARE_MONTH = re.compile(r"(?<![\d/.,–-])(?<!tháng )(?<!Tháng )(?:0?[1-9]|1[0-2])\s?/\s?20\d{2}(?![\d/])")
_NO_HEADER = Header()


def read_assignments(
    text: NormalisedText, sections: Sections, header: Header = _NO_HEADER, tables: Sequence[Table] = ()
) -> tuple[ParsedAssignment, ...]:
    """Read all tasks of a document in text order, one for each task paragraph and group of units.

    The date of ``header`` and the year that it plans complete days without a year. Spans are offsets into the text as
    read. A paragraph that only announces the tasks below it ("… có trách nhiệm:") is none. ``part`` is "organisation"
    in the sections that give tasks and wherever a task is assigned ("giao"); orders elsewhere, and those of the
    closing, are "body". ``tables`` are those of the text, whose rows may be tasks.
    """
    spans = [table.span for table in tables]
    starts = [span.start for span in spans]
    items = [item for item in read_items(text, sections) if not _in_table(item, spans, starts)]
    found = [_assignment(text, task, header) for task in walk(items)]
    found += (_row_assignment(text, row, sections, header) for row in task_rows(text.text, tables))
    return tuple(sorted(found, key=lambda assignment: assignment.start))


def _in_table(item: Item, tables: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, item.start) - 1
    return index >= 0 and item.start < tables[index].end


def _assignment(text: NormalisedText, task: Task, header: Header) -> ParsedAssignment:
    timed = f"{task.fronted}{task.work}"
    due = read_due(timed, header.about, _plan_year(header))
    span = text.span(task.start, task.end)
    return ParsedAssignment(
        start=span.start,
        end=span.end,
        text=span.of(text.original),
        assignees=task.names,
        roles=read_roles(task.work),
        deadlines=due.deadlines,
        recurrence=without_general((*read_recurrence(timed), *due.yearly)),
        part=task.part,
        event_deadlines=read_event_deadlines(timed, header.about),
        reports=read_reports(task.work),
    )


def _row_assignment(text: NormalisedText, row: TaskRow, sections: Sections, header: Header) -> ParsedAssignment:
    due = read_due(f"thời hạn hoàn thành: {_spelled_out(row.time)}", header.about, _plan_year(header))
    named = read_due(row.work, header.about, _plan_year(header))
    span = text.span(row.span.start, row.span.end)
    organised = sections.kind_at(row.span.start) is RegionKind.ORGANISATION
    return ParsedAssignment(
        start=span.start,
        end=span.end,
        text=span.of(text.original),
        assignees=row.names,
        roles=tuple(dict.fromkeys((*row.roles, *read_roles(row.work)))),
        deadlines=tuple(dict.fromkeys((*named.deadlines, *due.deadlines))),
        recurrence=without_general((*read_recurrence(f"{row.work}; {row.time}"), *named.yearly, *due.yearly)),
        part=ORGANISATION if organised else BODY,
        event_deadlines=read_event_deadlines(f"{row.work}; {row.time}", header.about),
        reports=read_reports(row.work),
    )


def _spelled_out(time: str) -> str:
    """A cell of times with the words that its head says: "12/2025" is a month, "2026" a year."""
    return _BARE_MONTH.sub(r"tháng \g<0>", f"năm {time.strip()}" if _ONE_YEAR.fullmatch(time.strip()) else time)


def _plan_year(header: Header) -> int | None:
    if header.period and _ONE_YEAR.fullmatch(header.period):
        return int(header.period)
    return header.issued_within[0].year if header.issued_within else None
