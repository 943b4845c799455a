"""Ends that follow from the ends of others: a document that details or guides law goes with it, by the rule of its day.

Derived facts are weaker than what a text or a table says, and only normative documents have them: plans, directives
and documents of the Party have no such rule (Luật 64/2025/QH15 Art. 57; domain reference §3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from graph.dialects import load_question
from graph.identity import is_provisional
from graph.model import Regime, Validity
from graph.rows import date_of
from graph.store import Row, Store
from graph.text import words
from graph.validity import Parent, derived_end, stays_in_force, whole_end

_NORMATIVE = (f"{Regime.NORMATIVE}:", f"{Regime.LAW}:")
_TYPE_WORD = re.compile(r"^(?:(?:bo )?luat|phap lenh|nghi dinh|nghi quyet) ")
"""With it a name begins, but not the title of a text that is at hand."""

LEVELS = 4
"""Law, decree, circular, and one more: so long are chains of detailing documents."""

Known = Mapping[str, tuple[Validity, ...]]


@dataclass(frozen=True, slots=True)
class Details:
    """Which documents a document details or guides, with their symbols, and its own day."""

    issued: date | None
    parents: tuple[tuple[str, str | None], ...]


def is_normative(key: str) -> bool:
    """Whether the document with this key is normative law, to which the rules of expiry apply."""
    return key.startswith(_NORMATIVE)


def details(store: Store, keys: Iterable[str]) -> dict[str, Details]:
    """What the normative ones among the documents ``keys`` detail, and what that details, some levels up."""
    found: dict[str, Details] = {}
    wanted = sorted({key for key in keys if is_normative(key)})
    for _ in range(LEVELS):
        if not wanted:
            break
        rows = store.run(load_question("queries", "validity.parents"), {"keys": wanted})
        above: set[str] = set()
        for child, group in groupby(rows, key=lambda row: str(row["child"])):
            known = _told_apart([row for row in group if is_normative(str(row["parent"]))])
            parents = tuple((str(row["parent"]), str(row["symbol"]) if row["symbol"] else None) for row in known)
            if known:
                found[child] = Details(date_of(str(known[0]["issued"] or "")), parents)
                above.update(parent for parent, _ in parents)
        wanted = sorted(above - found.keys())
    return found


def _told_apart(rows: Sequence[Row]) -> list[Row]:
    """Parents without those that are named alone, where the name is that of another parent: no law of their own."""
    known = {_name(row) for row in rows if not is_provisional(str(row["parent"]))} - {""}
    return [row for row in rows if not is_provisional(str(row["parent"])) or _name(row) not in known]


def _name(row: Row) -> str:
    return _TYPE_WORD.sub("", words(str(row["title"] or "")))


def with_derived(known: Known, chain: Mapping[str, Details], keys: Iterable[str]) -> dict[str, tuple[Validity, ...]]:
    """What is known of the documents ``keys`` with the ends that follow; ``known`` holds those up the chain too."""
    facts = ((key, _facts(key, known, chain, frozenset())) for key in keys)
    return {key: said for key, said in facts if said}


def _facts(key: str, known: Known, chain: Mapping[str, Details], below: frozenset[str]) -> tuple[Validity, ...]:
    """Facts of one document; a chain that runs into itself (``below``) derives nothing from that place."""
    stated = known.get(key, ())
    above = chain.get(key)
    if above is None or key in below or whole_end(stated) is not None or stays_in_force(stated):
        return stated
    parents = [
        Parent(parent, symbol, whole_end(_facts(parent, known, chain, below | {key})))
        for parent, symbol in above.parents
        if parent != key
    ]
    end = derived_end(parents, above.issued)
    return (*stated, end) if end is not None else stated
