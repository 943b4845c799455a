"""From the name that a user gives to the key of one document."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from graph.errors import AmbiguousDocument, UnknownDocument
from graph.store import Row, Store
from graph.text import canonical_symbol, fold, symbol_words, words
from graph.vocabulary import type_name
from queries.base import ask
from queries.known import brought_rows, known_rows

_SYMBOL = re.compile(r"\d[^\s]*(?:\s*[/–-]\s*[^\s/–-]+)+")
_NEAR = 5
_NEAR_ENOUGH = 70


def locate(store: Store, name: str) -> str:
    """The key of the document that ``name`` means: a key, a symbol, a file that was ingested, or the name of a law.

    What no text of the store names may still be a document of the reference table or of one that a user brought.

    Of symbols that differ in separators, capitals or diacritics only, the one exactly as written is meant when there
    is one: "06-ĐA/TU" is not "06-DA/TU", but "06-da/tu" may be either.

    Raises:
        UnknownDocument: Nothing has that name; symbols that look like it are listed.
        AmbiguousDocument: Several documents have it; they are listed with their keys.
    """
    wanted = name.strip()
    symbol = _symbol_in(wanted)
    params = {"name": wanted, "file": PurePath(wanted).name, "symbol": symbol_words(symbol), "title": words(wanted)}
    rows = ask(store, "locate", params)
    for fits in _tiers(wanted, symbol):
        found = {str(row["key"]): row for row in rows if fits(row)}
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise AmbiguousDocument(wanted, [(key, describe(row)) for key, row in found.items()])
    known = in_tables(store, wanted)
    if len(known) > 1:
        raise AmbiguousDocument(wanted, [(key, describe(row)) for key, row in known.items()])
    if known:
        return next(iter(known))
    raise UnknownDocument(wanted, _near(store, wanted))


def in_tables(store: Store, name: str) -> dict[str, Row]:
    """The documents that ``name`` means in the reference table, else in those that users brought, by key."""
    symbol = _symbol_in(name)
    return known_rows(name, symbol) or brought_rows(ask(store, "brought", {}), name, symbol)


def describe(row: Row) -> str:
    """One line for choosing among documents of one symbol: type, symbol, issuer, date, title."""
    head = " ".join(filter(None, [type_name(str(row["type"])), row["symbol"]]))  # type: ignore[list-item]
    return ", ".join(str(part) for part in (head, row["issuer"], row["date"], row["title"]) if part)


def _tiers(name: str, symbol: str) -> tuple[Callable[[Row], bool], ...]:
    """From strict to lenient: the first that anything fits decides."""

    def by(how: str, fits: Callable[[Row], bool]) -> Callable[[Row], bool]:
        return lambda row: row["how"] == how and fits(row)

    exact = canonical_symbol(symbol)
    return (
        by("key", lambda _: True),
        by("symbol", lambda row: canonical_symbol(str(row["symbol"])) == exact),
        by("symbol", lambda row: fold(canonical_symbol(str(row["symbol"]))) == fold(exact)),
        by("symbol", lambda _: True),
        by("file", lambda row: row["path"] == name),
        by("file", lambda _: True),
        by("title", lambda _: True),
    )


def _symbol_in(name: str) -> str:
    """The symbol in a name that may begin with the type ("Kế hoạch số 10/KH-UBND")."""
    match = _SYMBOL.search(name)
    return match.group() if match else name


def _near(store: Store, name: str) -> list[str]:
    from rapidfuzz import fuzz, process

    symbols = {str(row["symbol"]): symbol_words(str(row["symbol"])) for row in ask(store, "locate.symbols", {})}
    near = process.extract(
        symbol_words(_symbol_in(name)), symbols, scorer=fuzz.ratio, limit=None, score_cutoff=_NEAR_ENOUGH
    )
    return [symbol for _, _, symbol in sorted(near, key=lambda hit: (-hit[1], hit[2]))[:_NEAR]]
