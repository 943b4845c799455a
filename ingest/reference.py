"""One reference of a text to another document, as the grammar of :mod:`ingest.references` finds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.bodies import NamedBody
from graph.quick import quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Reference:
    """One reference. ``start``/``end`` bound the core, ``tail_end`` the tail; offsets are into the normalised text.

    ``date`` and ``issuers`` are what is written at this reference itself or shared by its list; ``implied`` tells that
    the issuer was inferred from the symbol. ``symbol`` is canonical, ``code`` the type code inside it, ``codes`` its
    bodies; ``party`` tells the Party's order of separators. ``repeats`` is the ``start`` of the full reference that a
    short form or an alias stands for. ``as_of_year`` is that of a change to the law that is named ("Luật Bảo hiểm y tế
    (sửa đổi năm 2014)"), which is older then.
    """

    start: int
    end: int
    tail_end: int
    type: str
    symbol: str | None = None
    number: str | None = None
    symbol_year: int | None = None
    code: str | None = None
    codes: tuple[str, ...] = ()
    party: bool = False
    date: date | None = None
    issuers: tuple[NamedBody, ...] = ()
    implied: bool = False
    name: str | None = None
    year: int | None = None
    as_of_year: int | None = None
    term: str | None = None
    compound: bool = False
    repeats: int | None = None
    flags: tuple[str, ...] = ()
