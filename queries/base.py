"""What all questions share: their texts by name, documents as references with their validity, paging."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TypeVar

from graph.dialects import load_question
from graph.errors import UsageError
from graph.model import HowKnown, Validity
from graph.rows import date_of, validity_of
from graph.store import Params, Row, Store
from graph.validity import effective
from graph.vocabulary import type_name
from queries.derived import details, with_derived
from queries.known import brought_row, known_row
from queries.results import DocumentRef, Page, ValidityInfo

_Item = TypeVar("_Item")
_LONGEST_CIRCLE = 6


def ask(store: Store, name: str, params: Params) -> list[Row]:
    """Run the question whose texts are ``queries/NAME.sql`` and ``queries/NAME.cypher``."""
    return store.run(load_question("queries", name), params)


def references(store: Store, keys: Iterable[str], as_of: date) -> dict[str, DocumentRef]:
    """The documents ``keys`` with their validity on the day ``as_of``, by key; what is no document is left out.

    A document of the reference table is one, also when no text of the store cites it.
    """
    wanted = sorted(set(keys))
    validities = validity_rows(store, wanted)
    found = {}
    rows = {str(row["key"]): row for row in ask(store, "references", {"keys": wanted})}
    for key in wanted:
        row = rows.get(key) or known_row(key) or brought_row(key, validities.get(key, ()))
        if row is None:
            continue
        found[key] = DocumentRef.model_validate(reference_fields(row, validities.get(key, ()), as_of))
    return found


def reference_fields(row: Mapping[str, object], validities: Sequence[Validity], as_of: date) -> dict[str, object]:
    """The fields of a :class:`DocumentRef` from the columns of ``references.sql``.

    What no text says of a document that is only cited may stand in a table that a user brought.
    """
    brought = (None if row["ingested"] else brought_row(str(row["key"]), validities)) or {}
    row = {**row, **{name: row[name] or brought.get(name) for name in ("title", "issuer", "date")}}
    names = ("key", "symbol", "type", "label", "title", "issuer", "level")
    return {
        **{name: row[name] for name in names},
        "type_name": type_name(str(row["type"])),
        "date": date_of(str(row["date"] or "")),
        "ingested": bool(row["ingested"]),
        "validity": validity_info(validities, as_of),
    }


def validity_rows(store: Store, keys: Iterable[str]) -> dict[str, tuple[Validity, ...]]:
    """All that is known of the validity of the documents ``keys``; documents of which nothing is known are left out.

    What texts and tables say comes with what follows from it (:mod:`queries.derived`).
    """
    wanted = sorted(set(keys))
    chain = details(store, wanted)
    above = {parent for found in chain.values() for parent, _ in found.parents}
    return with_derived(stored_validity(store, {*wanted, *above}), chain, wanted)


def with_enders(store: Store, known: Mapping[str, tuple[Validity, ...]]) -> dict[str, tuple[Validity, ...]]:
    """``known`` and what is known of the documents that end others, of those that end these, and so on."""
    everything = dict(known)
    for _ in range(_LONGEST_CIRCLE):
        facts = (fact for known in everything.values() for fact in known)
        actors = {fact.actor for fact in facts if fact.actor and fact.how_known is not HowKnown.DERIVED}
        missing = actors - everything.keys()
        if not missing:
            break
        found = validity_rows(store, missing)
        everything |= {key: found.get(key, ()) for key in missing}
    return everything


def stored_validity(store: Store, keys: Iterable[str]) -> dict[str, tuple[Validity, ...]]:
    """What texts and tables say of the validity of the documents ``keys``, without what follows from it."""
    rows = ask(store, "validity", {"keys": sorted(set(keys))})
    return {str(key): tuple(map(validity_of, group)) for key, group in groupby(rows, key=lambda row: row["document"])}


def validity_info(validities: Sequence[Validity], as_of: date) -> ValidityInfo:
    """The validity of one document on a day, in the form of the results."""
    status, known = effective(validities, as_of)
    return ValidityInfo.model_validate(
        {
            "status": status,
            "in_force_from": known.in_force_from,
            "ended": known.ended,
            "scope": known.scope,
            "ended_by": known.ended_by,
            "how_known": known.how_known,
            "source": known.source,
            "certainty": known.certainty,
            "checked": known.checked,
        }
    )


def today(as_of: date | None) -> date:
    """``as_of``, or the present day."""
    return as_of or date.today()  # noqa: DTZ011 - law is in force by the day of the place where one stands


def limited(limit: int, largest: int = 1000) -> int:
    """``limit`` when it is within 1 … ``largest``; raises :class:`UsageError` otherwise."""
    if not 1 <= limit <= largest:
        raise UsageError(f"Giới hạn {limit} không dùng được. Hãy chọn từ 1 đến {largest}.")
    return limit


def offset_of(cursor: str | None) -> int:
    """The position that a cursor stands for; raises :class:`UsageError` when it is none of ours."""
    if cursor is None:
        return 0
    try:
        kind, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
        offset = int(number)
    except (binascii.Error, ValueError):
        kind, offset = "", -1
    if kind != "at" or offset < 0:
        raise UsageError("Con trỏ trang không đúng. Hãy dùng nguyên giá trị “next” của trang trước.")
    return offset


def page(total: int, offset: int, shown: int) -> Page:
    """The page of ``shown`` items after ``offset`` in a list of ``total``."""
    end = offset + shown
    more = shown > 0 and end < total
    return Page(total=total, next=base64.urlsafe_b64encode(f"at:{end}".encode()).decode() if more else None)


def count(rows: Iterable[Row]) -> int:
    """The number in the only row of a counting question."""
    (row,) = rows
    return int(row["n"] or 0)


def chunks(items: Sequence[_Item], size: int = 5000) -> Iterator[Sequence[_Item]]:
    """``items`` in slices that a store takes as one parameter, or that fit into memory."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
