"""Who carries a document out, directly or through a chain of documents, who does not, and who was late."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.bodies import committee_of
from graph.model import Level, Place
from graph.places import has_level, parents, place_by_id, standing_at
from graph.rows import date_of
from graph.store import Row, Store
from graph.text import words
from queries.analysis import CoverageItem, CoverageResult, CoverageUnit
from queries.base import ask, references, today
from queries.known import known_row
from queries.locate import locate
from queries.notes import notes_on
from queries.places import place_on_day
from queries.results import CitedName

LevelName = Literal["province", "district", "ward"]

_LONGEST_CHAIN = 8
_BELOW = {None: Level.PROVINCE, "central": Level.PROVINCE, "province": Level.DISTRICT, "district": Level.WARD}
_KIND = "(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)"
_GROUP = re.compile(
    r"\b(?:uy ban nhan dan|ubnd)\b"
    rf"(?=.*\b(?:cac|cap|\d+|tung|moi)\b|(?: va)? {_KIND}(?:(?: va)? {_KIND})+(?:$| (?:thuoc|truc thuoc|tren)\b))"
    r"(?P<where>.*)$",
)
"""Committees named together: "UBND các xã", "UBND cấp huyện", or by kinds of places alone, "UBND huyện, thị xã"."""

_WITHIN = re.compile(r"\b(?:thuoc|truc thuoc|tren dia ban|trong|tai|cua)\b.*")
"""Where the members of a group lie: "các xã, phường thuộc huyện" are no districts."""

_GROUP_LEVELS = (
    (Level.PROVINCE, re.compile(r"\btinh\b")),
    (Level.DISTRICT, re.compile(r"\b(?:huyen|quan|thi xa)\b")),
    (Level.WARD, re.compile(r"(?<!\bthi )\bxa\b|\b(?:phuong|thi tran|dac khu)\b")),
)
"""The kinds of places of each level; a thành phố is a province or a district by the kinds that it stands with."""

_PLAN = re.compile(r"\bke hoach\b")


@dataclass(frozen=True, slots=True)
class _Plan:
    """A document that carries the asked one out; ``through`` is the document that it names itself."""

    name: CitedName
    body: str | None
    day: date | None
    depth: int
    through: str

    @property
    def order(self) -> tuple[bool, date, int, str]:
        """The first to be issued comes first, those without a date last."""
        return (self.day is None, self.day or date.max, self.depth, self.name.key)


def coverage(
    store: Store,
    doc: str,
    *,
    level: LevelName | None = None,
    place: str | None = None,
    deadline: date | None = None,
    as_of: date | None = None,
) -> CoverageResult:
    """The expected implementers of ``doc`` and what each of them issued to carry it out until ``as_of``.

    Expected are the units that it gives tasks to, where "UBND các huyện" means each of them; or with ``level`` all
    People's Committees (of a document of the Party: all committees) of that level under ``place``, a name or an id, by
    default the place of its issuer. A document that assigns nobody is expected to be carried out by the level below.
    ``deadline`` is by when a plan was due; by default the one that the document sets for its units' plans.

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
        UsageError: There is no such place, or several have the name.
    """
    on = today(as_of)
    focus = locate(store, doc)
    rows = ask(store, "coverage.issuer", {"key": focus})
    issuer = rows[0] if rows else {**(known_row(focus) or {}), "place": None, "regime": focus.partition(":")[0]}
    expected = _expected(store, focus, issuer, level, place, on)
    if deadline is not None:
        expected = {key: unit.model_copy(update={"deadline": deadline}) for key, unit in expected.items()}
    plans = [plan for plan in _plans(store, focus) if plan.day is None or plan.day <= on]
    first: dict[str, _Plan] = {}
    for plan in sorted(plans, key=lambda plan: plan.order):
        if plan.body is not None:
            first.setdefault(plan.body, plan)
    implemented = [_item(unit, first[key], focus) for key, unit in expected.items() if key in first]
    return CoverageResult(
        document=references(store, [focus], on)[focus],
        as_of=on,
        notes=notes_on(store, as_of),
        expected=list(expected.values()),
        implemented=implemented,
        missing=[unit for key, unit in expected.items() if key not in first],
        others=sum(plan.body not in expected for plan in plans),
        late=sum(item.late is True for item in implemented),
    )


def _plans(store: Store, focus: str) -> Iterator[_Plan]:
    """All that carries ``focus`` out, level by level."""
    found = {focus}
    frontier = [focus]
    for depth in range(1, _LONGEST_CHAIN + 1):
        rows = [row for row in ask(store, "coverage.down", {"frontier": frontier}) if str(row["key"]) not in found]
        frontier = [str(row["key"]) for row in rows]
        found.update(frontier)
        for row in rows:
            name = CitedName.model_validate({"key": row["key"], "symbol": row["symbol"], "title": row["title"]})
            body = str(row["body"]) if row["body"] else None
            yield _Plan(name, body, date_of(str(row["date"] or "")), depth, str(row["through"]))
        if not frontier:
            return


def _item(unit: CoverageUnit, plan: _Plan, focus: str) -> CoverageItem:
    return CoverageItem.model_validate(
        {
            "unit": unit.unit,
            "unit_name": unit.unit_name,
            "document": plan.name,
            "through": None if plan.through == focus else plan.through,
            "depth": plan.depth,
            "deadline": unit.deadline,
            "late": plan.day > unit.deadline if plan.day and unit.deadline else None,
            "date": plan.day,
        }
    )


def _expected(
    store: Store, focus: str, issuer: Row, level: LevelName | None, place: str | None, on: date
) -> dict[str, CoverageUnit]:
    day = date_of(str(issuer["date"] or "")) or on
    party = issuer["regime"] == "pty"
    root = place_on_day(place, day) if place is not None else place_by_id(str(issuer["place"] or ""))
    if level is not None or place is not None:
        wanted = Level(level) if level is not None else _level_below(root.level if root else None, day)
        return {unit.unit: unit for unit in _bodies_at(wanted, root, day, party=party)}
    assigned = _assigned(ask(store, "coverage.units", {"key": focus}), root, day, party=party)
    if assigned:
        return assigned
    below = _level_below(str(issuer["level"]) if issuer["level"] else None, day)
    return {unit.unit: unit for unit in _bodies_at(below, root, day, party=party)}


def _level_below(level: str | None, day: date) -> Level:
    below = _BELOW.get(level, Level.WARD)
    return below if has_level(below, day) else Level.WARD


def _assigned(rows: Iterable[Row], root: Place | None, day: date, *, party: bool) -> dict[str, CoverageUnit]:
    """The units of tasks; of a group of committees its members; what names no single body is left out."""
    found: dict[str, CoverageUnit] = {}
    for row in rows:
        due = date_of(str(row["due"] or "")) if _PLAN.search(words(str(row["text"]))) else None
        key, name = str(row["key"]), str(row["name"])
        levels = _group_levels(name)
        if levels:
            units: Iterable[CoverageUnit] = [u for level in levels for u in _bodies_at(level, root, day, party=party)]
        elif key.startswith("unit."):
            units = ()
        else:
            units = (_unit(key, name, row),)
        for unit in units:
            known = found.get(unit.unit)
            earliest = min(filter(None, (due, known.deadline if known else None)), default=None)
            found[unit.unit] = unit.model_copy(update={"deadline": earliest})
    return {key: found[key] for key in sorted(found)}


def _unit(key: str, name: str, row: Mapping[str, object]) -> CoverageUnit:
    return CoverageUnit.model_validate({"unit": key, "unit_name": name, "level": row["level"], "place": row["place"]})


def _group_levels(name: str) -> tuple[Level, ...]:
    """The levels of the committees that a name stands for together; none for a single committee.

    >>> _group_levels("UBND các huyện, thị xã, thành phố"), _group_levels("UBND huyện Duy Xuyên")
    ((<Level.DISTRICT: 'district'>,), ())
    """
    match = _GROUP.search(words(name))
    if match is None:
        return ()
    where = _WITHIN.sub("", match["where"])
    return tuple(level for level, pattern in _GROUP_LEVELS if pattern.search(where))


def _bodies_at(level: Level, root: Place | None, day: date, *, party: bool) -> Iterator[CoverageUnit]:
    """The committees of all places of a level under ``root`` (``None``: everywhere) that existed on a day."""
    for place in standing_at(level, day):
        if root is not None and root.id not in {place.id, *(p.id for p in parents(place))}:
            continue
        body = committee_of(place, party=party)
        yield _unit(body.key, body.name, {"level": level.value, "place": place.id})
