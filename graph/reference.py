"""Validity that is known from outside the texts: ``data/known_law.csv`` under document keys, kept in every store.

The rows are written again only when the table or the way that keys are made has changed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from data.tables import KnownLaw, known_laws
from graph.bodies import body_from_name
from graph.body_codes import body_from_codes
from graph.dialects import load_question
from graph.identity import DocumentFacts, identify, term_in_symbol
from graph.model import HowKnown, Level, Validity
from graph.places import Frame
from graph.store import Store
from graph.text import symbol_words

KNOWN_LAW = "known_law"
_OF_THE_ACT = ("name", "aliases", "issuer", "issued", "in_force_from")
_SYMBOL = re.compile(r"(?P<number>\d+[a-zđ]?(?:\.\d+)?)(?:/(?P<year>\d{4}))?(?P<order>[/-])(?P<codes>.+)")


def sync_reference(store: Store) -> bool:
    """Bring the store's validity rows up to date with the reference table; tell whether anything was written."""
    rows, checksum = _rows()
    question = load_question("graph.lookups", "reference_checksum")
    if [row["checksum"] for row in store.run(question, {"origin": KNOWN_LAW})] == [checksum]:
        return False
    store.write_validity(KNOWN_LAW, checksum, rows)
    return True


@cache
def key_of_law(law: KnownLaw) -> str | None:
    """The document key of a row of the reference table, ``None`` when its symbol or issuer does not suffice.

    An act without a number (the Constitution) is keyed by name and year.

    >>> from datetime import date
    >>> key_of_law(KnownLaw(symbol="04/2015/NĐ-CP", type="NĐ", issuer="Chính phủ", issued=date(2015, 1, 9),
    ...                     certainty="open", source=""))
    'norm:nd:2015:4:chinh-phu'
    """
    frame = Frame(level=Level.CENTRAL)
    issuer = body_from_name(law.issuer, frame) if law.issuer else None
    match = _SYMBOL.fullmatch(law.symbol)
    if match is None:
        body = issuer.body if issuer else None
        identity = identify(DocumentFacts(law.type, body=body, date=law.issued, name=law.name or None))
        return identity.key if identity else None
    party = match["order"] == "-"
    codes = tuple(re.split(r"[/-]", match["codes"])[1:] or [match["codes"]])
    named = issuer or body_from_codes(codes, frame, party=party)
    identity = identify(
        DocumentFacts(
            type=law.type,
            number=match["number"],
            symbol_year=int(match["year"]) if match["year"] else None,
            body=named.body if named else None,
            date=law.issued,
            symbol_term=term_in_symbol(law.symbol),
        )
    )
    return identity.key if identity else None


def known_law(key: str) -> KnownLaw | None:
    """The act of the reference table that is the document ``key``."""
    return known_acts().get(key)


@cache
def known_acts() -> dict[str, KnownLaw]:
    """The acts of the reference table by their keys, each with what all its rows say of it, however certain.

    This is enough to tell which version of a law a name means; what is certain of an act stands in its rows.
    """
    rows: dict[str, list[KnownLaw]] = {}
    for law in known_laws():
        if (key := key_of_law(law)) is not None:
            rows.setdefault(key, []).append(law)
    return {key: found[0] if len(found) == 1 else _together(found) for key, found in rows.items()}


def _together(rows: Sequence[KnownLaw]) -> KnownLaw:
    """One row of several, with the end of the whole act if there is one."""
    ending = max(rows, key=lambda law: (law.ended is not None, law.scope == "whole"))
    said = {field: next(filter(None, (getattr(law, field) for law in rows)), None) for field in _OF_THE_ACT}
    return replace(ending, **{field: value for field, value in said.items() if value is not None})


def is_of_the_centre(key: str) -> bool:
    """Whether a key is that of a body of the centre, so that the symbol is of no other body's document of that day.

    >>> is_of_the_centre("st:ct:2021:33:ttg"), is_of_the_centre("pty:ct:2020-2025:15:tu.hai-phong")
    (True, False)
    """
    return "." not in key.rpartition(":")[2]


@cache
def _rows() -> tuple[tuple[tuple[str, Validity], ...], str]:
    keyed = [(key, law) for law in known_laws() if (key := key_of_law(law)) is not None]
    keys = keys_by_symbol(())
    rows = [(key, validity_of_law(law, keys)) for key, law in keyed if tells_of_validity(law)]
    return tuple(rows), hashlib.sha256(repr(rows).encode()).hexdigest()


def keys_by_symbol(laws: Iterable[KnownLaw]) -> dict[str, str]:
    """The keys of the documents of the reference table and of the rows ``laws`` by the words of their symbols.

    A symbol of several documents is left out, and so is one that many bodies give.
    """
    found: dict[str, set[str]] = {}
    central = ((key, law) for key, law in known_acts().items() if is_of_the_centre(key))
    for key, law in (*central, *((key_of_law(law), law) for law in laws)):
        if key is not None:
            found.setdefault(symbol_words(law.symbol), set()).add(key)
    return {symbol: next(iter(keys)) for symbol, keys in found.items() if len(keys) == 1}


def tells_of_validity(law: KnownLaw) -> bool:
    """Whether a row has a day of effect or of end; one that only names a document leaves its validity unknown."""
    return law.in_force_from is not None or law.ended is not None


def validity_of_law(law: KnownLaw, keys: Mapping[str, str]) -> Validity:
    """What a row of a reference table says of the validity of its document.

    ``keys`` tells which document the symbol of the ending one means, by the words of symbols.
    """
    return Validity(
        in_force_from=law.in_force_from,
        ended=law.ended,
        scope=law.scope or None,
        ended_by=law.ended_by or None,
        how_known=HowKnown.REFERENCE,
        source=law.source,
        certainty=law.certainty,
        checked=law.checked,
        actor=keys.get(symbol_words(law.ended_by)) if law.ended_by else None,
    )
