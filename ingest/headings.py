"""Labelled paragraphs of a body: parts, chapters, articles, I., 1., 1.1., a), and how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Span
from ingest.lines import is_upper, label_of, one_line

_ORGANISATION = re.compile(
    r"(?:^|và |, |; |- )(?:công tác )?tổ chức (?:và )?(?:triển khai )?(?:thực hiện|thi hành)"
    r"(?: (?:kế hoạch|chương trình|đề án|phương án|chỉ thị|nghị quyết|quyết định|quy chế|luật|nhiệm vụ|phong trào)\b"
    r"[^.]*)?\W*$"
    r"|^(?:tổ chức )?phân công\b"
    r"|(?:^|và |, )trách nhiệm (?:tổ chức |triển khai )*(?:thực hiện|thi hành)"
    r"|^(?:giao nhiệm vụ|nhiệm vụ của các|trách nhiệm của các)"
    r"|^trách nhiệm(?: (?:của )?các (?:bên|đơn vị|cơ quan))?\W*$"
)
_OF_ORGANISATION = ("tổ chức", "phân công", "trách nhiệm", "nhiệm vụ")
"""Words one of which such a heading has: to look for them takes less time than for the rule."""
_CHARGED = re.compile(r"chịu trách nhiệm\s+(?:tổ chức\s+)?(?:thi hành|thực hiện)")
_GIVES_TASK = re.compile(
    r"(?:Giao |Đề nghị |Yêu cầu |Các [Ss]ở|Sở |Thủ trưởng|Giám đốc|Chủ tịch|Ủy ban|UBND|Văn phòng|Ban |Các [Cc]ơ quan|"
    r"Các đơn vị|Công an|Bộ Chỉ huy|Báo |Đài |Thanh tra|Phòng |Hội |Liên đoàn)"
)
_TITLED = {"part", "chapter", "section"}
_FIXED_DEPTH = {"part": 1, "chapter": 2, "section": 3, "article": 4}
_RUN_IN = 220
_TORN = 60


class Heading(NamedTuple):
    """A labelled paragraph and the section that it opens.

    ``kind`` is the group of :data:`ingest.lines.LABEL` ("roman", "arabic", "article" …), ``label`` the label as written
    ("II.", "Điều 5.", "a)"), ``text`` what follows it on one line, ``depth`` the nesting from 1. ``start``/``end``
    bound the paragraph, ``section_end`` the text up to the next label of the same or a higher rank. ``run_in`` marks a
    labelled paragraph of running text; otherwise it is a heading of its own.
    """

    start: int
    end: int
    kind: str
    label: str
    text: str
    depth: int
    section_end: int
    run_in: bool


class _Label(NamedTuple):
    span: Span
    kind: str
    label: str
    text: str
    depth: int
    run_in: bool


def read_headings(text: str, paragraphs: Sequence[Span], limit: int) -> tuple[Heading, ...]:
    """Find the labelled paragraphs among ``paragraphs``; the last section ends at ``limit``."""
    found: list[_Label] = []
    stack: list[str] = []
    for index, paragraph_span in enumerate(paragraphs):
        span = paragraph_span
        paragraph = span.of(text)
        match = label_of(paragraph)
        if match is None or match.lastgroup in {"bullet", "note", None}:
            continue
        kind, label = str(match.lastgroup), match[0].strip()
        body = one_line(paragraph[match.end() :]).lstrip(".:-) ")
        if kind in _TITLED and not body and index + 1 < len(paragraphs):
            title = paragraphs[index + 1]
            if label_of(title.of(text)) is None and title.end - title.start < _RUN_IN:
                span, body = Span(span.start, title.end), one_line(title.of(text))
        elif index + 1 < len(paragraphs) and (rest := _rest_of_heading(text, body, span, paragraphs[index + 1])):
            span, body = rest
        if not body and kind not in _TITLED:
            continue
        run_in = len(body) > _RUN_IN or (len(body) > 60 and body.endswith((".", ";")) and not is_upper(body))
        found.append(_Label(span, kind, label, body, _nest(stack, _rank(kind, label)), run_in))
    ends = _section_ends(found, limit)
    return tuple(
        Heading(f.span.start, f.span.end, f.kind, f.label, f.text, f.depth, end, f.run_in)
        for f, end in zip(found, ends, strict=True)
    )


def organisation_spans(headings: Sequence[Heading]) -> tuple[Span, ...]:
    """Find the sections that give tasks: by their heading, or as a last run of tasks that lost its heading."""
    spans = [
        Span(heading.start, heading.section_end)
        for heading in headings
        if (not heading.run_in and _is_organisation(heading.text))
        or (heading.kind == "article" and _CHARGED.search(heading.text))
    ]
    spans = sorted([*spans, *_headed_by_units(headings)], key=lambda span: (span.start, -span.end))
    if not spans and (headless := _headless_tasks(headings)):
        spans.append(headless)
    outer: list[Span] = []
    for span in spans:
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return tuple(outer)


def _rest_of_heading(text: str, body: str, span: Span, following: Span) -> tuple[Span, str] | None:
    """The heading of the tasks that a line break tore ("III. TỔ CHỨC", "THỰC HIỆN"), whole."""
    if len(body) > _TORN or following.end - following.start > _TORN or text[span.end : following.start].count("\n") > 1:
        return None
    rest = following.of(text)
    whole = one_line(f"{body} {rest}")
    torn = is_upper(body) == is_upper(rest) and label_of(rest) is None and not _is_organisation(body)
    return (Span(span.start, following.end), whole) if torn and _is_organisation(whole) else None


def _is_organisation(heading: str) -> bool:
    said = heading[:_RUN_IN].casefold()
    return any(map(said.__contains__, _OF_ORGANISATION)) and _ORGANISATION.search(said) is not None


def _headed_by_units(headings: Sequence[Heading]) -> Iterator[Span]:
    """Sections most of whose headings are names of bodies ("1. Sở Y tế", "2. Sở Tài chính" …)."""
    open_sections: list[int] = []
    named, total = [0] * len(headings), [0] * len(headings)
    for index, heading in enumerate(headings):
        while open_sections and headings[open_sections[-1]].depth >= heading.depth:
            open_sections.pop()
        if open_sections:
            total[open_sections[-1]] += 1
            named[open_sections[-1]] += not heading.run_in and _GIVES_TASK.match(heading.text) is not None
        open_sections.append(index)
    for index, section in enumerate(headings):
        fits = section.depth <= 2 and not section.run_in and section.kind != "article"
        if fits and total[index] >= 3 and 4 * named[index] >= 3 * total[index]:
            yield Span(section.start, section.section_end)


def _headless_tasks(headings: Sequence[Heading]) -> Span | None:
    """Find a run of top items that starts again at 1 and mostly says who does what: its heading was lost."""
    tops = [h for h in headings if h.depth == 1]
    starts = [
        i for i, h in enumerate(tops) if i and h.label.strip(" .)/-") in {"1", "01"} and tops[i - 1].kind == h.kind
    ]
    if not starts:
        return None
    run = tops[starts[-1] :]
    if 2 * sum(_GIVES_TASK.match(h.text) is not None for h in run) <= len(run):
        return None
    return Span(run[0].start, run[-1].section_end)


def _rank(kind: str, label: str) -> str:
    return f"{kind}{label.strip(' .)').count('.')}" if kind == "decimal" else kind


def _nest(stack: list[str], rank: str) -> int:
    """Depth of a label of this rank: its rank reopens where it stood, a new rank nests under the last one."""
    if rank in stack:
        del stack[stack.index(rank) + 1 :]
    else:
        fixed = _FIXED_DEPTH.get(rank)
        while fixed and stack and _FIXED_DEPTH.get(stack[-1], 9) > fixed:
            stack.pop()
        stack.append(rank)
    return len(stack)


def _section_ends(found: Sequence[_Label], limit: int) -> list[int]:
    ends: list[int] = []
    following: list[tuple[int, int]] = []
    for label in reversed(found):
        while following and following[-1][0] > label.depth:
            following.pop()
        ends.append(following[-1][1] if following else limit)
        following.append((label.depth, label.span.start))
    return ends[::-1]
