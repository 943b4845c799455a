"""Which citing documents a question is about: by name, by place, by body with its subordinates, by level, by date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.bodies import body_from_name, committee_of
from graph.errors import UsageError
from graph.model import Body, Level, Regime
from graph.places import Frame, place_by_id
from graph.rows import date_of
from graph.store import Params, Store
from graph.text import written_day
from queries.base import ask
from queries.locate import locate
from queries.places import places_of_all_days


@dataclass(frozen=True, slots=True)
class Among:
    """Conditions that a document fulfils, all of them; ``None`` is none.

    ``place`` is a name or id, and what lies in it counts; ``body`` the name or key of an issuing body, with its
    subordinates; ``since`` and ``until`` bound the date, both days included.
    """

    place: str | None = None
    body: str | None = None
    level: str | None = None
    since: date | None = None
    until: date | None = None


EVERY = Among()
"""No condition."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ingested documents that a question is about.

    ``keys`` is ``None`` for all of the store; ``later`` counts those left out because they were issued after the day of
    the question, ``first`` is the earliest date of any that was chosen or left out so.
    """

    keys: list[str] | None
    later: int
    first: date | None


def choose(store: Store, names: Sequence[str] | None, among: Among, as_of: date) -> Chosen:
    """The documents called ``names`` (``None``: all ingested ones) that fulfil ``among``, issued until ``as_of``.

    Documents without a date belong to every day, unless ``among`` asks for dates.

    Raises:
        UnknownDocument: Nothing has one of the names.
        AmbiguousDocument: Several documents have it.
        UsageError: There is no such place, body or level, or several have the name.
    """
    if among.since is not None and among.until is not None and among.since > among.until:
        raise UsageError(
            f"Không có ngày nào từ {written_day(among.since)} đến {written_day(among.until)}. Hãy đổi chỗ hai ngày."
        )
    located = None if names is None else sorted({locate(store, name) for name in names})
    last = as_of.isoformat()
    if located is None and among == EVERY:
        (days,) = ask(store, "scope.days", {"on": last})
        if not days["later"]:
            return Chosen(None, 0, date_of(str(days["first"] or "")))
    rows = ask(store, "scope", {"docs": located or [], "all": located is None, **_conditions(store, among)})
    dated = [(str(row["key"]), str(row["date"] or "")) for row in rows]
    kept = [key for key, day in dated if day <= last]
    first = min((day for _, day in dated if day), default="")
    return Chosen(kept, len(dated) - len(kept), date_of(first))


def _conditions(store: Store, among: Among) -> Params:
    if among.level is not None and among.level not in set(Level):
        raise UsageError(f"Không có cấp “{among.level}”. Các cấp: {', '.join(Level)}.")
    body = None if among.body is None else _body(store, among.body)
    below = _below(body) if body is not None else None
    return {
        "places": [] if among.place is None else [place.id for place in places_of_all_days(among.place)],
        "anywhere": among.place is None,
        "body": body.key if body else None,
        "below": body.place if body and below else None,
        "regime": below.regime.value if below and below.governing else None,
        "kind": body.kind if body else None,
        "level": among.level,
        "since": among.since.isoformat() if among.since else None,
        "until": among.until.isoformat() if among.until else None,
    }


@dataclass(frozen=True, slots=True)
class _Below:
    """Who is subordinate to a body of a place: every body of its regime when it governs, else those of its kind."""

    regime: Regime
    governing: bool


def _below(body: Body) -> _Below | None:
    place = place_by_id(body.place) if body.place else None
    if place is None:
        return None
    governing = body.key in {committee_of(place, party=party).key for party in (False, True)}
    return _Below(body.regime, governing)


def _body(store: Store, name: str) -> Body:
    """The body of that key or name; raises :class:`UsageError` when no document of the store is from it or below it."""
    named = body_from_name(name, Frame(level=Level.CENTRAL))
    if named is not None and not named.body.place and named.body.level is not Level.CENTRAL:
        named = None  # the key of "UBND tỉnh" somewhere is that of every such body whose place is not known
    keys = [named.body.key] if named else []
    rows = ask(store, "scope.body", {"name": name, "keys": keys})
    if rows:
        row = rows[0]
        place = str(row["place"]) if row["place"] else None
        return Body(str(row["key"]), str(row["name"]), str(row["kind"]), None, place, regime=Regime(str(row["regime"])))
    if named is not None:
        return named.body
    raise UsageError(f"Không nhận ra cơ quan “{name}”. Hãy viết đủ tên và địa bàn: “UBND huyện Duy Xuyên”.")
