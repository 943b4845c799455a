"""Issuing bodies read from the abbreviations in a symbol (domain reference §1.4, I14)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from data.tables import BodyCode, body_codes, central_bodies, local_bodies
from graph.bodies import NamedBody, local_bodies_by_name, with_place
from graph.body_names import REGIMES
from graph.model import Body, Level, Regime
from graph.places import Frame

_JOINT_CODE = re.compile(r"LT$|LB$|LN$|PH$")
_OWN_UNIT = re.compile(r"VP|BTT|TH|(?!(?:CP|CA|TA)$)[A-Z]{1,2}")
_SUPREME = {"TA": "TANDTC", "VKS": "VKSNDTC"}
"""Whom these mean in a joint circular, which no court of a place issues."""

_CHAIRMAN = ("CT",)
"""Standing alone the head of the Government until 1992 (327-CT); behind a type some head, in no table (15/QĐ-CT), and
before a unit a tax office (3355/CT-CS)."""

_COMMAND, _COMMAND_BELOW = "bo-chi-huy-quan-su", "Ban Chỉ huy quân sự"
"""BCH is the military command of the place: a Bộ Chỉ huy of a province, a Ban Chỉ huy below (Luật 22/2018/QH14)."""

_SERIES_NUMBER = re.compile(r"(?<=BCĐ)(?P<number>\d+)(?P<of>/(?:CP|TW))?$")


def body_from_codes(codes: tuple[str, ...], frame: Frame, *, party: bool) -> NamedBody | None:
    """Read the lead agency of a symbol's body abbreviations, at the frame's place (domain reference I14)."""
    if not codes:
        return None
    row = _code_row(codes[0], party=party)
    if row is None:
        return None
    if row.kind == _COMMAND and frame.level in {Level.DISTRICT, Level.WARD}:
        command = local_bodies_by_name()[_COMMAND_BELOW]
        row = replace(row, kind=command.kind, name=command.name)
    regime = REGIMES[row.regime]
    counted = _SERIES_NUMBER.search(codes[0])
    name = f"{row.name} {counted.group()}" if counted else row.name
    series = f"{_numbering(row.kind)}-{counted['number']}" if counted else _numbering(row.kind)
    if row.level == "central" or (counted and counted["of"]):
        return NamedBody(name, Body(series, name, row.kind, Level.CENTRAL, regime=regime))
    level = frame.level if row.level == "own" else Level(row.level)
    place = frame.at(level) if level else None
    if place is not None and place.kind == "thành phố":
        name = name.replace("Tỉnh ủy", "Thành ủy")
    if place is None:
        return NamedBody(name, Body(series, name, row.kind, level, regime=regime))
    full = with_place(name, place)
    return NamedBody(full, Body(f"{series}.{place.id}", full, row.kind, level, place.id, regime=regime))


def bodies_from_codes(code: str | None, codes: tuple[str, ...], frame: Frame, *, party: bool) -> tuple[NamedBody, ...]:
    """Read all agencies of a symbol, lead first: several for a joint document, one otherwise.

    Joint are the types whose code says so (TTLT, NQLT, CTrPH, QCPH) and Party documents of two committees; in
    57/HD-MTTQ-BTT or 5451/UBND-CNXD what follows the agency is its own unit (domain reference §1.4, I14).

    >>> [b.name for b in bodies_from_codes("TTLT", ("BTC", "BQP"), Frame(), party=False)]
    ['Bộ Tài chính', 'Bộ Quốc phòng']
    """
    another = codes[:1] == _CHAIRMAN and (code is not None or len(codes) > 1)
    if code == "TTLT":  # until 1997 ministries stand in it without their B
        codes = tuple(f"B{one}" if f"B{one}" in _codes() and not _of_the_centre(one) else one for one in codes)
        codes = tuple(_SUPREME.get(one, one) for one in codes)
    if code == "TT" and codes == ("CA",) and not party:
        codes = ("TANDTC",)  # circulars of its Chánh án (Luật BHVBQPPL 80/2015/QH13 Art. 4)
    lead = None if another else body_from_codes(codes, frame, party=party)
    if lead is None:
        return ()
    joint = code is not None and _JOINT_CODE.search(code) is not None
    if not joint and not (party and len(codes) == 2 and lead.body.regime is not Regime.STATE):
        return (lead,)
    found = {lead.body.key: lead}
    for other in codes[1:]:
        named = None if _OWN_UNIT.fullmatch(other) else body_from_codes((other,), frame, party=party)
        if named is not None:
            found.setdefault(named.body.key, named)
    return tuple(found.values())


@cache
def _codes() -> dict[str, tuple[BodyCode, ...]]:
    table: dict[str, tuple[BodyCode, ...]] = {}
    for row in body_codes():
        for form in (row.code, *row.forms):
            table[form] = (*table.get(form, ()), row)
    return table


def _code_row(code: str, *, party: bool) -> BodyCode | None:
    rows = _codes().get(code) or _codes().get(re.sub(r"\d+(?:/\w+)?$", "", code)) or _codes().get(code.upper(), ())
    wanted = [r for r in rows if (r.regime == "party") == party] or list(rows)
    return wanted[0] if wanted else None


def _of_the_centre(code: str) -> bool:
    return any(row.level == "central" for row in _codes().get(code, ()))


@cache
def _numbering_by_kind() -> dict[str, str]:
    return {r.kind: r.numbering for r in local_bodies()} | {r.kind: r.numbering for r in central_bodies()}


def _numbering(kind: str) -> str:
    return _numbering_by_kind().get(kind, kind)
