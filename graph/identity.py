"""The key of a document: a pure function of what a text says about it.

::

    key    = regime ":" class ":" period ":" number ":" body
    st:kh:2023:149:ubnd.hai-phong.kien-an      State plan, numbered by year                    (domain reference I1, I2)
    norm:qd:2018:22:ttg                        normative decision, the year is part of the symbol   (I5)
    norm:l:2022:10:quoc-hoi                    law; Luật and Bộ luật share a class                  (I6)
    norm:l:1997-qh9:2:quoc-hoi                 law of the year in which two terms counted from 1    (I6)
    pty:qd:2020-2025:396:tu.quang-ngai         Party decision, numbered by term; QĐ = Quy định too  (I3, I8, I9)
    law:l:2014:luat-ban-hanh-quyet-dinh:quoc-hoi   a law whose number is not known                  (I13)
    cong:nq:xiii::dai-hoi                      resolution of a congress                             (I15)

The symbol alone is never a key. Where the period is not known a reference has only a *group* (the key without its
period), and waits until exactly one document of the group fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from data.tables import congresses, document_types
from graph.model import Body, Level, Regime
from graph.places import UNCERTAIN_PLACE
from graph.quick import quickly_made
from graph.text import slug

_TERM_BODIES = re.compile(r"^(?:tw|tu|hu|qu|thu|du)(?:\.|$)|^du-|-(?:tw|tu|hu|qu|thu|du)(?:\.|$)")
_TERM = re.compile(r"QH(?P<term>\d{1,2})$")
_COUNTED_TWICE = (1997, 9)
"""The one year in which two terms of the National Assembly both counted from 1, and the first of them: numbers with a
year began in 1997, in the last months of QH9, and QH10 began anew. Later terms count up over years (I6)."""

_NORMATIVE_TYPES = frozenset({"L", "BL", "PL", "NĐ", "TT", "TTLT", "NQLT", "HP", "LCT", "SLT", "SLU"})


@quickly_made
@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a text says of a document, its own header included.

    ``symbol_year`` is the year inside the symbol, ``symbol_term`` the term of the National Assembly there (9 in QH9),
    ``year`` one said beside it ("năm 2014"), ``term`` a Party or assembly term ("XI"), ``name`` the name of a law
    without number.
    """

    type: str
    number: str | None = None
    symbol_year: int | None = None
    body: Body | None = None
    date: date | None = None
    year: int | None = None
    term: str | None = None
    name: str | None = None
    symbol_term: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Identity:
    """``group`` is the key without its period; ``key`` is ``None`` when the period is unknown."""

    regime: Regime
    group: str
    period: str | None

    @property
    def key(self) -> str | None:
        """The document's key, or ``None`` when only the group is known."""
        return key_in(self.group, self.period) if self.period else None


@lru_cache(maxsize=4_096)
def identify(facts: DocumentFacts) -> Identity | None:
    """Compute the identity of the document that ``facts`` means; ``None`` when issuer or number is missing.

    A local body whose place is unknown gives a group only: "Ủy ban nhân dân tỉnh" of two texts may be two bodies (I7).

    >>> from graph.model import Body, Level
    >>> kien_an = Body("ubnd.hai-phong.kien-an", "UBND quận Kiến An", "ubnd", Level.DISTRICT, "hai-phong.kien-an")
    >>> identify(DocumentFacts("KH", "149", body=kien_an, date=date(2023, 5, 30))).key
    'st:kh:2023:149:ubnd.hai-phong.kien-an'
    """
    body = facts.body
    if body is None:
        return None
    cls = class_of_type(facts.type)
    if facts.number is None:
        return _unnumbered(facts, body, cls)
    regime = _regime(facts, body)
    period: str | None
    if regime is Regime.NORMATIVE:
        period = str(facts.symbol_year or (facts.date.year if facts.date else "")) or None
        if (facts.symbol_year, facts.symbol_term) == _COUNTED_TWICE:
            period = f"{facts.symbol_year}-qh{facts.symbol_term}"
    elif regime is Regime.PARTY and _TERM_BODIES.search(body.key):
        period = (
            facts.term if facts.term and body.level is Level.CENTRAL else party_term(body, facts.date, facts.number)
        )
    else:
        period = str(facts.date.year) if facts.date else None
    group = f"{regime}:{cls}:{plain_number(facts.number)}:{body.key}"
    return Identity(regime, group, _period_slug(period) if is_seated(body) else None)


def term_in_symbol(symbol: str | None) -> int | None:
    """The term of the National Assembly that a symbol ends with.

    >>> term_in_symbol("02/1997/QH9"), term_in_symbol("10/2022/UBTVQH15"), term_in_symbol("22/2018/QĐ-TTg")
    (9, 15, None)
    """
    match = _TERM.search(symbol) if symbol else None
    return int(match["term"]) if match else None


def is_seated(body: Body) -> bool:
    """Tell whether a body is one body: a central one, or a local one at a known place."""
    uncertain = body.place is None or body.place.startswith(f"{UNCERTAIN_PLACE}.")
    return body.level is Level.CENTRAL or not uncertain


def group_of(key: str) -> str:
    """Return the key without its period.

    >>> group_of("st:kh:2023:149:ubnd.hai-phong")
    'st:kh:149:ubnd.hai-phong'
    """
    regime, cls, _, rest = key.split(":", 3)
    return f"{regime}:{cls}:{rest}"


def key_in(group: str, period: str) -> str:
    """Put a period into a group.

    >>> key_in("st:kh:149:ubnd.hai-phong", "2023")
    'st:kh:2023:149:ubnd.hai-phong'
    """
    regime, cls, rest = group.split(":", 2)
    return f"{regime}:{cls}:{period}:{rest}"


def provisional_key(group: str, source: str) -> str:
    """Key of a document that a text cites without saying when it was issued; it stays apart from those of other texts.

    >>> provisional_key("st:qd:737:ubnd.quang-ngai", "ab12cd34ef567890")
    'st:qd:x-ab12cd34ef56:737:ubnd.quang-ngai'
    """
    return key_in(group, f"x-{source[:12]}")


def is_provisional(key: str) -> bool:
    """Tell whether ``key`` stands for a document whose period is unknown."""
    return key.split(":", 3)[2].startswith("x-")


def key_in_words(key: str) -> str:
    """A document of which only the key is known, as one speaks of it; a key without number or year stays as it is.

    >>> key_in_words("norm:nd:2015:12:chinh-phu")
    'Nghị định số 12 năm 2015'
    """
    cls, period, number = (*key.split(":"), "", "", "")[1:4]
    kinds = [row for row in document_types() if row.key_class == cls]
    if not kinds or not number or not (period.isdigit() and len(period) == len("2015")):
        return key
    usual = min(kinds, key=lambda row: len(row.code))  # of a law and a code, of decision and regulation
    return f"{usual.name} số {number} năm {period}"


def class_of_type(code: str) -> str:
    """Return the identity class of a type code.

    QĐ and QyĐ share ``qd``, L and BL share ``l`` (domain reference I6, I9).
    """
    return _classes().get(code) or slug(code)


def label_of_type(code: str) -> str:
    """Return the graph label of a type code ("KH" -> "Plan"); unknown codes are plain documents."""
    return _labels().get(code, "Document")


def plain_number(number: str) -> str:
    """Drop leading zeros and case: "04" and "4" are one number, "30a" and "66.7" keep their suffix.

    >>> plain_number("007"), plain_number("30A"), plain_number("66.7")
    ('7', '30a', '66.7')
    """
    return number.casefold().lstrip("0") or "0"


def party_term(body: Body, issued: date | None, number: str | None = None) -> str | None:
    """Return the committee term in which a Party body issued on a day: "xi" for the centre, "2020-2025" below (I3, I4).

    Days within the season of local congresses belong to the new term when the number is small, for a new committee
    begins at 01.
    """
    if issued is None:
        return None
    level = body.level or Level.PROVINCE
    rows = [c for c in congresses() if c.level == level]
    current: str | None = None
    for row in sorted(rows, key=lambda c: c.opens):
        if issued > row.closes or (issued >= row.opens and _is_small(number)):
            current = row.term
    if current is not None:
        return current
    return f"before-{min(c.opens for c in rows).year}" if rows else str(issued.year)


def _unnumbered(facts: DocumentFacts, body: Body, cls: str) -> Identity | None:
    if body.kind == "dai-hoi":
        term = facts.term if is_seated(body) else None
        return Identity(Regime.CONGRESS, f"{Regime.CONGRESS}:{cls}::{body.key}", _period_slug(term))
    if facts.name is None:
        return None
    year = facts.year or (facts.date.year if facts.date else None)
    return Identity(Regime.LAW, f"{Regime.LAW}:{cls}:{slug(facts.name)}:{body.key}", str(year) if year else None)


def _regime(facts: DocumentFacts, body: Body) -> Regime:
    if body.regime is Regime.PARTY:
        return Regime.PARTY
    if facts.symbol_year is not None or facts.type in _NORMATIVE_TYPES or body.key == "quoc-hoi":
        return Regime.NORMATIVE
    return body.regime


def _is_small(number: str | None) -> bool:
    digits = re.match(r"\d+", number or "")
    return digits is not None and int(digits.group()) <= 30


def _period_slug(period: str | None) -> str | None:
    return period.casefold() if period else None


@cache
def _classes() -> dict[str, str]:
    return {row.code: row.key_class for row in document_types()}


@cache
def _labels() -> dict[str, str]:
    return {row.code: row.label.replace(" ", "") for row in document_types()}
