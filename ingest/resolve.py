"""What each mention refers to: a document key with a reason, or why not (domain reference §0, decision table).

Pure: the documents that a store knows come in as ``known``. A reference is accepted only when exactly one document
remains; everything else keeps its candidates and waits. Evidence is used in this order: what the mention itself says,
what the same text says of the same symbol, what the store knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rapidfuzz import fuzz

from data.tables import KnownLaw
from graph.identity import DocumentFacts, Identity, identify, is_provisional, key_in
from graph.law import known_by_symbol, law_named_at, versions_on
from graph.model import Document, Resolution, ResolutionState
from graph.reference import key_of_law
from graph.text import words
from ingest.model import Header, ParsedDocument, ParsedMention
from ingest.symbols import find_symbols

RESOLVER = "resolve-1"
"""Version of these rules; part of every resolution."""

_SAME_TITLE = 75.0
_OTHER_TITLE = 45.0
_NEAR_MONTHS = 24

Known = Mapping[str, Sequence[Document]]
"""Documents by group (key without period)."""


def resolve_text(parsed: ParsedDocument, known: Known | None = None) -> tuple[Resolution, ...]:
    """Resolve every mention of one text, in order; ``known`` are documents of a store by group."""
    identities = [identity_of_mention(m) for m in parsed.mentions]
    own = identity_of_header(parsed.header)
    dated: dict[str, set[str]] = {}
    for mention, identity in zip(parsed.mentions, identities, strict=True):
        if identity and identity.period and not _after(mention.date, parsed.header.date):
            dated.setdefault(identity.group, set()).add(identity.period)
    return tuple(
        _resolve(mention, identity, own, parsed.header, dated, known or {})
        for mention, identity in zip(parsed.mentions, identities, strict=True)
    )


def identity_of_header(header: Header) -> Identity | None:
    """Identity of the document that has this header; ``None`` when number or issuer is missing."""
    if header.number is None or header.type is None:
        return None
    year, party = _symbol_marks(header.symbol)
    return identify(
        DocumentFacts(header.type, header.number, year, party_order=party, body=header.body, date=header.date)
    )


def identity_of_mention(mention: ParsedMention) -> Identity | None:
    """Identity of the document that a mention names, from its own words alone.

    Named laws without number have none here.
    """
    if (
        mention.name is not None
        and mention.number is None
        and not (mention.bodies and mention.bodies[0].kind == "dai-hoi")
    ):
        return None
    year, party = _symbol_marks(mention.symbol)
    return identify(
        DocumentFacts(
            mention.type,
            mention.number,
            year,
            party_order=party,
            body=mention.bodies[0] if mention.bodies else None,
            date=mention.date,
            year=mention.year,
            term=mention.term,
            name=mention.name,
        )
    )


def rank_candidates(
    mention_title: str | None, citing_date: date | None, candidates: Sequence[Document]
) -> list[tuple[str, float]]:
    """Score the documents of a group that an undated mention may mean.

    Agreeing subject first, nearness in time second.
    """
    scored = []
    for document in candidates:
        topic = (
            fuzz.token_set_ratio(words(mention_title), words(document.title)) / 100
            if mention_title and document.title
            else 0.5
        )
        near = 0.5
        if citing_date and document.date:
            months = (citing_date - document.date).days / 30.4
            near = 0.0 if months < 0 else max(0.0, 1 - months / 120)
        scored.append((document.key, round(0.7 * topic + 0.3 * near, 3)))
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))


def settle_undated(
    group: str,
    title: str | None,
    citing_date: date | None,
    periods_in_text: Sequence[str],
    candidates: Sequence[Document],
) -> Resolution:
    """Resolve a mention that gives no date: by the same text, else by the only document that fits, else not at all.

    A document that is itself only cited is never enough: nothing but its symbol is sure.
    """
    if len(periods_in_text) == 1:
        return _resolved(key_in(group, periods_in_text[0]), "cùng văn bản dẫn có nêu ngày của số, ký hiệu này", 0.95)
    if len(periods_in_text) > 1:
        keys = tuple((key_in(group, p), 0.5) for p in sorted(periods_in_text))
        return Resolution(
            ResolutionState.AMBIGUOUS, None, "văn bản dẫn nêu nhiều ngày cho số, ký hiệu này", 0.5, RESOLVER, keys
        )
    fitting = [d for d in candidates if not is_provisional(d.key) and not _after(d.date, citing_date)]
    if len(fitting) == 1 and fitting[0].ingested and _agrees(title, citing_date, fitting[0]):
        return _resolved(fitting[0].key, "chỉ một văn bản trong kho phù hợp", 0.8)
    if fitting:
        reason = (
            "không nêu ngày; nhiều văn bản phù hợp"
            if len(fitting) > 1
            else "không nêu ngày; một văn bản có thể phù hợp nhưng chưa chắc"
        )
        scored = rank_candidates(title, citing_date, fitting)
        return Resolution(ResolutionState.AMBIGUOUS, None, reason, 0.5, RESOLVER, tuple(scored))
    return Resolution(ResolutionState.UNRESOLVED, None, "không nêu ngày và chưa có văn bản nào phù hợp", 0.5, RESOLVER)


def _resolve(
    mention: ParsedMention,
    identity: Identity | None,
    own: Identity | None,
    header: Header,
    dated: Mapping[str, set[str]],
    known: Known,
) -> Resolution:
    if mention.name is not None and mention.number is None and identity is None:
        named = _named_law(mention, header.date)
        is_own = own is not None and own.key is not None and named.document == own.key
        return _itself(named.document) if is_own else named
    if identity is None:
        if mention.number is None:
            return Resolution(ResolutionState.MALFORMED, None, "không đọc được số, ký hiệu", 0.3, RESOLVER)
        return Resolution(ResolutionState.UNRESOLVED, None, "không rõ cơ quan ban hành", 0.4, RESOLVER)
    if own is not None and own.key is not None and identity.key == own.key:
        return _itself(own.key)
    law = _law_of_another_year(mention)
    if identity.key is None:
        if law is not None:
            return law
        periods = sorted(dated.get(identity.group, ()))
        return settle_undated(identity.group, mention.title, header.date, periods, known.get(identity.group, ()))
    if _after(mention.date, header.date):
        reason = "ngày ban hành sau ngày của văn bản dẫn"
        return Resolution(ResolutionState.ANACHRONISTIC, identity.key, reason, 0.6, RESOLVER)
    return _resolved(identity.key, "số, ký hiệu, cơ quan và thời gian đầy đủ", mention.confidence)


def _law_of_another_year(mention: ParsedMention) -> Resolution | None:
    """For a number without year ("Nghị quyết số 54 của Quốc hội") reference data may know exactly one document."""
    if "partial" not in mention.flags or mention.symbol is None:
        return None
    rows = known_by_symbol(mention.symbol)
    keys = {key for row in rows if (key := key_of_law(row))}
    return _resolved(keys.pop(), "dữ liệu tham chiếu biết đúng một văn bản", 0.85) if len(keys) == 1 else None


def law_versions(mention: ParsedMention, citing_date: date | None) -> tuple[KnownLaw, ...]:
    """The known versions of a named law that a mention can mean on the citing day."""
    found = law_named_at(mention.name or mention.text, 0)
    return versions_on(found.laws, citing_date, year=mention.year, issued=mention.date) if found else ()


def _itself(key: str | None) -> Resolution:
    return Resolution(ResolutionState.SELF, key, "chính văn bản này", 1.0, RESOLVER)


def _named_law(mention: ParsedMention, citing_date: date | None) -> Resolution:
    versions = law_versions(mention, citing_date)
    keys = sorted({key for law in versions if (key := key_of_law(law))})
    if len(keys) == 1:
        return _resolved(keys[0], "tên luật có hiệu lực vào ngày của văn bản dẫn", 0.9 * mention.confidence)
    if keys:
        candidates = tuple((key, round(1 / len(keys), 3)) for key in keys)
        return Resolution(ResolutionState.AMBIGUOUS, None, "tên luật ứng với nhiều văn bản", 0.5, RESOLVER, candidates)
    body = mention.bodies[0] if mention.bodies else None
    identity = identify(DocumentFacts(mention.type, body=body, date=mention.date, year=mention.year, name=mention.name))
    if identity is not None and identity.key is not None:
        return _resolved(identity.key, "tên luật và năm", 0.8 * mention.confidence)
    return Resolution(ResolutionState.UNRESOLVED, None, "chưa biết số hiệu của luật mang tên này", 0.4, RESOLVER)


def _agrees(title: str | None, citing_date: date | None, document: Document) -> bool:
    """One candidate is enough when its subject agrees, or when nothing contradicts and it is recent."""
    if title and document.title:
        likeness = fuzz.token_set_ratio(words(title), words(document.title))
        if likeness >= _SAME_TITLE:
            return True
        if likeness < _OTHER_TITLE:
            return False
    if citing_date is None or document.date is None:
        return False
    return 0 <= (citing_date - document.date).days <= _NEAR_MONTHS * 31


def _resolved(key: str, reason: str, confidence: float) -> Resolution:
    return Resolution(ResolutionState.RESOLVED, key, reason, round(confidence, 3), RESOLVER)


def _after(mentioned: date | None, citing: date | None) -> bool:
    return mentioned is not None and citing is not None and mentioned > citing


def _symbol_marks(symbol: str | None) -> tuple[int | None, bool]:
    found = next(iter(find_symbols(symbol)), None) if symbol else None
    return (found.year, found.party) if found else (None, False)
