"""The documents and bodies that a text speaks of, as nodes of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.identity import class_of_type, group_of, is_provisional, key_in, label_of_type, provisional_key
from graph.law import known_by_symbol
from graph.model import Body, Document, Place, Regime, Resolution, ResolutionState
from graph.places import parents, place_by_id
from graph.reference import key_of_law
from graph.text import slug
from ingest.law_meant import laws_of
from ingest.model import Header, ParsedMention
from ingest.resolve import identity_of_header, identity_of_mention

_OPEN_STATES = frozenset({ResolutionState.UNRESOLVED, ResolutionState.AMBIGUOUS})


def own_document(header: Header, source: str) -> Document:
    """The document that a text is; without number, date or issuer its key is provisional, this file's alone."""
    identity = identity_of_header(header)
    code = header.type or "CV"
    key = identity.key if identity else None
    if key is None:
        key = provisional_key(identity.group if identity else _loose_group(header, code), source)
    body = header.body
    return Document(
        key=key,
        regime=identity.regime if identity else Regime(key.partition(":")[0]),
        type=code,
        label=label_of_type(code),
        number=header.number,
        symbol=header.symbol,
        title=header.title,
        issuer=header.issuer,
        body=body.key if body else None,
        level=header.level,
        place=body.place if body else None,
        date=header.date,
        ingested=True,
        source=source,
        signer=header.signer,
        provisional=is_provisional(key),
    )


def placed_resolution(mention: ParsedMention, resolution: Resolution, source: str) -> tuple[Resolution, str | None]:
    """Give an unresolved mention a provisional document of its own text; return also the group it waits in."""
    identity = identity_of_mention(mention)
    group = identity.group if identity else _law_group(mention)
    if resolution.state in _OPEN_STATES and group is not None:
        return replace(resolution, document=provisional_key(group, source)), group
    return resolution, group if identity else None


def cited_document(mention: ParsedMention, key: str) -> Document:
    """What the words of one mention, or reference data for a named law, say of the document ``key``."""
    identity = identity_of_mention(mention)
    law = (
        next((law for law in laws_of(mention) if key_of_law(law) == key), None)
        if mention.name and not mention.number
        else None
    )
    body = mention.bodies[0] if mention.bodies else None
    title = mention.title or mention.name
    symbol, code, issued = mention.symbol, mention.type, mention.date
    if law is not None:
        title, symbol, code, issued = law.name, law.symbol, law.type, law.issued or issued
    elif mention.symbol and (rows := [r for r in known_by_symbol(mention.symbol) if key_of_law(r) == key]):
        title, issued = rows[0].name or title, issued or rows[0].issued
    if "symbol_conflict" in mention.flags and symbol and body:
        symbol = symbol.replace("/TW", f"/{body.key.partition('.')[0].upper()}")
    return Document(
        key=key,
        regime=identity.regime if identity else Regime(key.partition(":")[0]),
        type=code,
        label=label_of_type(code),
        number=mention.number,
        symbol=symbol,
        title=title,
        issuer=" và ".join(mention.issuers) or None,
        body=body.key if body else None,
        level=body.level if body else None,
        place=body.place if body else None,
        date=issued,
        provisional=is_provisional(key),
    )


def places_of(bodies: Iterable[Body]) -> tuple[Place, ...]:
    """The places of bodies with all places above them, each once, by id."""
    found: dict[str, Place] = {}
    for body in bodies:
        place = place_by_id(body.place) if body.place else None
        for one in _upwards(place) if place else ():
            found[one.id] = one
    return tuple(found[key] for key in sorted(found))


def _upwards(place: Place) -> Iterator[Place]:
    yield place
    yield from parents(place)


def _law_group(mention: ParsedMention) -> str | None:
    if mention.name is None or mention.number is not None:
        return None
    body = mention.bodies[0].key if mention.bodies else "quoc-hoi"
    return group_of(key_in(f"{Regime.LAW}:{class_of_type(mention.type)}:{slug(mention.name)}:{body}", "0"))


def _loose_group(header: Header, code: str) -> str:
    body = header.body
    regime = body.regime if body else Regime.STATE
    return f"{regime}:{class_of_type(code)}:{header.number or '0'}:{body.key if body else 'unknown'}"
