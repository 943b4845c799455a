"""Documents of the reference table: known by name, days and end, also where no text of the store cites them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from data.tables import KnownLaw, known_laws
from graph.brought import law_of
from graph.identity import label_of_type
from graph.law import known_by_symbol
from graph.model import Level, Validity
from graph.reference import is_of_the_centre, key_of_law, known_acts, known_law
from graph.store import Row
from graph.text import symbol_words, words


def known_row(key: str) -> Row | None:
    """The document ``key`` of the table in the columns of ``references.sql``, ``None`` when it is not there."""
    law = known_law(key)
    return _row(key, law) if law is not None else None


def brought_row(key: str, facts: Iterable[Validity]) -> Row | None:
    """The same of what a table that a user brought calls it, where ``facts`` are what is known of its validity."""
    rows = [law_of(fact.law) for fact in facts if fact.law]
    return _row(key, rows[0]) if rows else None


def brought_rows(told: Iterable[Row], name: str, symbol: str) -> dict[str, Row]:
    """The documents that ``name`` means in tables that users brought, by key; ``told`` are the rows of ``brought``."""
    by_symbol: dict[str, Row] = {}
    by_name: dict[str, Row] = {}
    number, said = symbol_words(symbol), words(name)
    for row in told:
        key, law = str(row["document"]), law_of(str(row["law"]))
        if key == name or (number and symbol_words(law.symbol) == number):
            by_symbol.setdefault(key, _row(key, law))
        elif said and said in map(words, (law.name, *law.aliases)):
            by_name.setdefault(key, _row(key, law))
    return by_symbol or by_name


def _row(key: str, law: KnownLaw) -> Row:
    return {
        "key": key,
        "symbol": law.symbol or None,
        "type": law.type,
        "label": label_of_type(law.type),
        "title": law.name or None,
        "issuer": law.issuer or None,
        "level": Level.CENTRAL.value if is_of_the_centre(key) else None,
        "date": law.issued.isoformat() if law.issued else None,
        "ingested": 0,
    }


def known_rows(name: str, symbol: str) -> dict[str, Row]:
    """The documents of the table that ``name`` means, by key: a key, ``symbol`` in it, or the name of a law."""
    keys = [name] if known_law(name) else [key_of_law(law) for law in known_by_symbol(symbol)] or _named(words(name))
    return {key: row for key in keys if key and (row := known_row(key)) is not None}


@cache
def notes_on_law(key: str) -> tuple[str, ...]:
    """What the rows of the table note on the document ``key``, each once."""
    return tuple(dict.fromkeys(law.note for law in known_laws() if law.note and key_of_law(law) == key))


def notes_brought(facts: Iterable[Validity]) -> list[str]:
    """What the rows of tables that users brought note on a document, each once."""
    return list(dict.fromkeys(note for fact in facts if fact.law and (note := law_of(fact.law).note)))


def _named(said: str) -> list[str]:
    return [key for key, law in known_acts().items() if said and said in map(words, (law.name, *law.aliases))]
