"""What rests on a document: how many in each relation, who they are, and which law would end with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from graph.model import HowKnown, Validity
from graph.store import Params, Store
from graph.validity import rule_of, whole_end
from graph.vocabulary import edge_type, reference_types
from queries.base import ask, limited, offset_of, page, references, stored_validity, today
from queries.derived import LEVELS, details, is_normative, with_derived
from queries.locate import locate
from queries.notes import notes_on
from queries.results import Dependent, ImpactResult, RelationCount

_RESTING = ("GUIDES", "BASED_ON", "IMPLEMENTS", "CITES", "CONSOLIDATES", "CORRECTS")
"""Relations of what rests on a document; one that amends, replaces or repeals it does not."""

_MOST = 2_000
"""How many detailing documents are looked at; more are counted only."""


def impact(
    store: Store,
    doc: str,
    *,
    types: list[str] | None = None,
    limit: int | None = 50,
    cursor: str | None = None,
    as_of: date | None = None,
) -> ImpactResult:
    """What is touched when ``doc`` ends: counts of all that rests on it, then the documents, the closest first.

    ``types`` chooses relations; ``falls`` are the normative documents that would end with it, wholly and by rule, if it
    ended on ``as_of`` (default today), or that ended with it when it had ended by then. What was issued after ``as_of``
    is not counted. Without a ``limit`` (``None``) all are given. A chain further down is
    :func:`queries.trace.trace` with direction *down*.

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
        UsageError: A type is unknown or a limit is out of range.
    """
    on, offset = today(as_of), offset_of(cursor)
    kinds = reference_types(types or _RESTING)
    focus = locate(store, doc)
    (some,) = ask(store, "impact.later", {"on": on.isoformat()})
    until = on.isoformat() if some["later"] else None
    counts = _counts(store, focus, until)
    later = sum(c.count for c in _counts(store, focus, None)) - sum(c.count for c in counts) if until else 0
    room = sum(c.count for c in counts) if limit is None else limited(limit)
    rows = list(_page(store, focus, [(c.type, c.count) for c in counts if c.type in kinds], until, offset, room))
    falling, fell = _falling(store, focus, on, detailed=any(c.type == "GUIDES" for c in counts))
    shown = falling if limit is None else falling[:room]
    found = references(store, [focus, *shown, *(key for _, key in rows)], on)
    return ImpactResult(
        document=found[focus],
        as_of=on,
        notes=notes_on(store, as_of),
        counts=counts,
        falls=[found[key] for key in shown],
        falls_total=len(falling),
        falls_on=fell,
        rule=rule_of(fell),
        later=later,
        documents=[Dependent(type=kind, label=edge_type(kind).label_vi, document=found[key]) for kind, key in rows],
        page=page(sum(c.count for c in counts if c.type in kinds), offset, len(rows)),
    )


def _counts(store: Store, focus: str, until: str | None) -> list[RelationCount]:
    """How many documents stand in each relation to ``focus``, of those issued until a day when one is given."""
    rows = ask(store, "impact.counts", {"focus": focus, "types": reference_types(), "on": until})
    kinds = [(edge_type(str(row["type"])), int(row["n"] or 0)) for row in rows]
    return [RelationCount(type=k.name, direction="in", label=k.reverse_label_vi, count=n) for k, n in kinds]


def _page(
    store: Store, focus: str, counts: Sequence[tuple[str, int]], until: str | None, offset: int, limit: int
) -> Iterator[tuple[str, str]]:
    """The (type, key) of some dependents; ``counts`` tell how many of each type there are, the closest first."""
    for kind, number in counts:
        if offset < number and limit > 0:
            params: Params = {"focus": focus, "type": kind, "limit": limit, "offset": offset, "on": until}
            keys = [str(row["key"]) for row in ask(store, "impact", params)]
            yield from ((kind, key) for key in keys)
            limit -= len(keys)
        offset = max(0, offset - number)


def _falling(store: Store, focus: str, on: date, *, detailed: bool) -> tuple[list[str], date]:
    """The law that details ``focus``, directly or through others, and would end with it on the day ``on``.

    Nothing is looked for when nothing details it (``detailed``): a law may have many thousands of other relations.
    With the day: an earlier one, when the document had ended by then.
    """
    if not is_normative(focus):
        return [], on
    below = [focus]
    frontier = [focus] if detailed else []
    for _ in range(LEVELS):
        if not frontier or len(below) > _MOST:
            break
        params: Params = {"frontier": frontier, "found": below, "types": ["GUIDES"], "levels": 1, "limit": _MOST}
        rows = [row for row in ask(store, "trace.down", params) if str(row["date"] or "") <= on.isoformat()]
        frontier = [str(row["key"]) for row in rows if is_normative(str(row["key"]))]
        below += frontier
    children = below[1:]
    chain = details(store, below) if children else {}
    known = stored_validity(store, {*below, *(parent for found in chain.values() for parent, _ in found.parents)})
    own = whole_end(with_derived(known, chain, [focus]).get(focus, ()))
    day = own.ended if own is not None and own.ended and own.ended <= on else on
    supposed = Validity(ended=day, scope="whole", how_known=HowKnown.HUMAN)
    after = with_derived({**known, focus: (supposed,)}, chain, children)
    ends = {key: whole_end(facts) for key, facts in after.items()}
    falling = [
        key
        for key in children
        if (end := ends.get(key)) is not None and end.how_known is HowKnown.DERIVED and end.ended == day
    ]
    return falling, day
