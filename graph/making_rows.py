"""What a text says turned into the rows that a store puts in: wherever there is time for it, also beforehand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from graph.citing import columns, first_places
from graph.claims import attributes, mention_claims
from graph.model import Body, Document, Mention, Place, Resolution, Statement, Task
from graph.parts import MENTION_COLUMNS
from graph.rows import date_text, event_deadlines_json, mention_of, reports_json
from graph.text import words
from graph.text_rows import ClaimCount, End, Row, Saying, StatementRows, TextRows
from graph.vocabulary import edge_type

_encode = json.JSONEncoder(ensure_ascii=False).encode


def text_rows(
    document: Document | None,
    cited: Iterable[Document],
    bodies: Iterable[Body],
    places: Iterable[Place],
    mentions: Sequence[Mention],
    statements: Iterable[Statement],
) -> TextRows:
    """The rows of what one text says.

    Raises:
        UsageError: A statement is of an unknown edge type.
    """
    by_id = {m.id: m for m in reversed(mentions)}
    once = [by_id[key] for key in dict.fromkeys(m.id for m in mentions)]
    day = date_text(document.date) if document else None
    said = [columns(m, day) for m in once]
    cites = first_places(said)
    own = _saying(document) if document else None
    others = dict.fromkeys(saying for saying in map(_saying, cited))
    return TextRows(
        places=tuple({p.id: place_row(p) for p in places}.values()),
        header=own if own not in others else None,
        cited=tuple(others),
        bodies=tuple(dict.fromkeys(map(_saying, bodies))),
        mentions=tuple(_mention(m, str(at["citing_date"]), cites.get(m.id)) for m, at in zip(once, said, strict=True)),
        claims=claim_counts(once),
        told=statement_rows(statements),
    )


def statement_rows(statements: Iterable[Statement]) -> StatementRows:
    """The rows of statements; raises UsageError for an unknown edge type."""
    once = {s.id: s for s in statements}.values()
    edges = Counter((s.subject, s.type, s.object, s.qualifier) for s in once)
    ends: dict[End, None] = {}
    for subject, kind, object_, _ in edges:
        row = edge_type(kind)
        ends[subject, tuple(row.subject)] = ends[object_, tuple(row.object)] = None
    return StatementRows(
        tuple(map(_statement, once)),
        tuple(_task(s, s.task) for s in once if s.task is not None),
        tuple(sorted(edges.items())),
        tuple(ends),
    )


def claim_counts(mentions: Iterable[Mention]) -> tuple[ClaimCount, ...]:
    """What mentions claim of the documents that they resolve to."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for m in mentions:
        if (document := m.resolution.document) is not None:
            counts.update((document, name, value) for name, value in mention_claims(m))
    return tuple(counts.items())


def mention_of_row(row: Row) -> Mention:
    """The mention that a row of :attr:`TextRows.mentions` was made of."""
    return mention_of(dict(zip(MENTION_COLUMNS, row, strict=False)))


def place_row(p: Place) -> Row:
    """The columns of a place."""
    return (p.id, p.name, p.kind, str(p.level), p.parent, date_text(p.valid_from), date_text(p.valid_to))


@lru_cache(maxsize=4_096)
def said_in(text: str) -> Mapping[str, str]:
    """The attributes of a saying, remembered: texts name the same bodies and laws again and again."""
    said: dict[str, str] = json.loads(text)
    return said


def resolution_values(r: Resolution) -> Row:
    """The columns of a mention that say what became of it."""
    return (str(r.state), r.document, r.reason, r.confidence, r.resolver, _json(r.candidates))


@lru_cache(maxsize=4_096)
def _saying(node: Document | Body) -> Saying:
    return node.key, _encode(attributes(node))


def _mention(m: Mention, citing_date: str, cites: str | None) -> Row:
    return (
        m.id, m.citing, m.source, m.start, m.end, m.quote, m.type, m.symbol, m.number, date_text(m.date), m.issuer,
        m.body, m.name, m.title, m.relation, m.embedded, m.pinpoint, m.group, *resolution_values(m.resolution),
        citing_date, cites,
    )  # fmt: skip


def _statement(s: Statement) -> Row:
    e = s.evidence
    return (
        s.id, s.subject, s.type, s.object, s.qualifier, e.source, e.start, e.end, e.quote, e.cue, e.extractor,
        e.confidence, s.mention, s.pinpoint,
    )  # fmt: skip


def _task(s: Statement, task: Task) -> Row:
    deadlines = sorted(day.isoformat() for day in task.deadlines)
    return (
        s.id, s.subject, s.object, task.text, task.assignee, words(task.assignee), _json(task.roles), _json(deadlines),
        min(deadlines, default=None), _json(task.recurrence), task.part, event_deadlines_json(task), reports_json(task),
    )  # fmt: skip


def _json(values: Sequence[object]) -> str:
    return _encode(list(values)) if values else "[]"
