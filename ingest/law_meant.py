"""Which version of a named law a text means: "Luật Đất đai" in a decree of 2024 that rests on the law of that year.

What the text itself says of the name goes before the calendar. The basis names the version ("Căn cứ Luật Đường sắt số
95/2025/QH15"), and the same name further on means that one, also where it is adopted but not in force yet, as is usual
in the decrees and circulars that prepare it (Luật 64/2025/QH15 Art. 57: they take effect together). In the title of an
older document ("Nghị định số 127/2007/NĐ-CP quy định chi tiết Luật Tiêu chuẩn …") it is a version of that document's
day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from data.tables import KnownLaw
from graph.law import adopted_by, known_by_symbol, law_named_at, versions_on
from graph.validity import ENDING_ACTS
from ingest.model import Days, Header, ParsedDocument, ParsedMention
from ingest.symbols import find_symbols

_OF_ITS_DAY = frozenset({"GUIDES", "AMENDS", "IMPLEMENTS", "CONSOLIDATES", "CORRECTS", "SUSPENDS"})


def citing_day(header: Header) -> date | None:
    """The day of a text, not before the year in its own symbol.

    Numbers of normative documents are given by calendar year (NĐ 30/2020 Art. 15), so 106/2025/TT-BCA was not signed in
    2015, whatever its date line says.
    """
    symbol = next(iter(find_symbols(header.symbol)), None) if header.symbol else None
    if header.date is None or symbol is None or (symbol.year or 0) <= header.date.year:
        return header.date
    leap_day = (header.date.month, header.date.day) == (2, 29)
    return header.date.replace(year=symbol.year or header.date.year, day=28 if leap_day else header.date.day)


def laws_of(mention: ParsedMention) -> tuple[KnownLaw, ...]:
    """All versions of the law that a mention names."""
    return _laws_named(mention.name or mention.text)


def _amending(mention: ParsedMention) -> tuple[KnownLaw, ...]:
    """The laws that amend the one that a mention names, for they are cited by its name and their own year.

    "Luật Xây dựng năm 2020" is the law of that year that amended the one of 2014.
    """
    return _laws_named(f"Luật sửa đổi, bổ sung một số điều của {mention.name or mention.text}")


@lru_cache(maxsize=16_384)
def _laws_named(name: str) -> tuple[KnownLaw, ...]:
    found = law_named_at(name, 0)
    return found.laws if found else ()


def laws_meant(parsed: ParsedDocument) -> Mapping[int, tuple[KnownLaw, ...]]:
    """The versions that each mention of a law without number can mean, by the index of the mention."""
    citing = citing_day(parsed.header)
    bounds = (parsed.header.issued_within or _days_of_year(parsed.header.symbol)) if citing is None else None
    since = _latest_day(parsed) if citing is None and bounds is None else None
    stated = _stated_in_basis(parsed, citing)
    owners = _titled(parsed) | {r.target: parsed.mentions[r.source] for r in parsed.relations if r.type in _OF_ITS_DAY}
    return {
        index: _still_meant(_meant(mention, bounds or (citing, citing), stated, owners.get(index)), since)
        for index, mention in enumerate(parsed.mentions)
        if mention.name is not None and mention.number is None
    }


def _titled(parsed: ParsedDocument) -> dict[int, ParsedMention]:
    """The document in whose title each embedded mention stands, unless it is said to act on that document."""
    acting = {relation.source for relation in parsed.relations}
    owners: dict[int, ParsedMention] = {}
    owner: ParsedMention | None = None
    for index, mention in enumerate(parsed.mentions):
        if not mention.embedded:
            owner = mention
        elif owner is not None and index not in acting:
            owners[index] = owner
    return owners


def _meant(
    mention: ParsedMention,
    days: tuple[date | None, date | None],
    stated: frozenset[KnownLaw],
    owner: ParsedMention | None,
) -> tuple[KnownLaw, ...]:
    """``days`` are the first and the last on which the citing text may have been issued."""
    laws, citing = laws_of(mention), days[1]
    if mention.year is not None or mention.date is not None:
        issued = versions_on(laws, citing, year=mention.year, issued=mention.date)
        return issued or versions_on(_amending(mention), citing, year=mention.year, issued=mention.date)
    if mention.as_of_year is not None:
        changed = date(mention.as_of_year, 12, 31)
        return versions_on(laws, citing, year=mention.as_of_year) or versions_on(laws, min(changed, citing or changed))
    own = [law for law in laws if law in stated]
    usual = tuple(own) if len(own) == 1 else _in_force_between(laws, *days)
    written = _days_of(owner, citing) if owner is not None and mention.embedded else None
    if written is None or (len(usual) == 1 and (usual[0].issued or date.min) <= written[1]):
        return usual
    return adopted_by(laws, *written) or usual


def _in_force_between(laws: Sequence[KnownLaw], first: date | None, last: date | None) -> tuple[KnownLaw, ...]:
    return tuple(dict.fromkeys((*versions_on(laws, first), *versions_on(laws, last))))


def _still_meant(laws: tuple[KnownLaw, ...], since: date | None) -> tuple[KnownLaw, ...]:
    """Of several versions the one that had not ended when the latest of the cited acts was issued, if only one had not.

    A text without a day of its own is no older than what it cites.
    """
    if since is None or len(laws) < 2:
        return laws
    alive = adopted_by(laws, since, date.max)
    return alive if len(alive) == 1 else laws


def _latest_day(parsed: ParsedDocument) -> date | None:
    days = [days for mention in parsed.mentions if (days := _days_of(mention, None)) is not None]
    return max((first for first, _ in days), default=None)


def _stated_in_basis(parsed: ParsedDocument, citing: date | None) -> frozenset[KnownLaw]:
    """The versions that the opening of a text names by number, day or year, not as what it ends."""
    found: set[KnownLaw] = set()
    for mention in parsed.mentions:
        if mention.basis != "preamble" or mention.embedded or mention.name is None or mention.relation in ENDING_ACTS:
            continue
        if mention.symbol is not None:
            found.update(known_by_symbol(mention.symbol))
        elif mention.date is not None or mention.year is not None:
            found.update(versions_on(laws_of(mention), None, year=mention.year, issued=mention.date))
    return frozenset(law for law in found if citing is None or law.issued is None or law.issued <= citing)


def _days_of(owner: ParsedMention, citing: date | None) -> Days | None:
    """The first and the last day on which a cited document may have been issued; of a known law, its own day."""
    known = (
        known_by_symbol(owner.symbol)
        if owner.symbol
        else versions_on(laws_of(owner), citing, year=owner.year, issued=owner.date)
        if owner.name
        else ()
    )
    if len(known) == 1 and known[0].issued is not None:
        return known[0].issued, known[0].issued
    if owner.date is not None:
        return owner.date, owner.date
    return _days_of_year(owner.symbol)


def _days_of_year(written: str | None) -> Days | None:
    symbol = next(iter(find_symbols(written)), None) if written else None
    return (date(symbol.year, 1, 1), date(symbol.year, 12, 31)) if symbol and symbol.year else None
