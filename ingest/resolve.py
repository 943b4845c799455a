"""What each mention refers to: a document key with a reason, or why not (domain reference §0, decision table).

Pure: the documents that a store knows come in as ``known``. A reference is accepted only when exactly one document
remains; everything else keeps its candidates and waits. Evidence is used in this order: what the mention itself says,
what the same text says of the same symbol, what the store knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from rapidfuzz import fuzz

from data.tables import KnownLaw
from graph.identity import (
    DocumentFacts,
    Identity,
    class_of_type,
    group_of,
    identify,
    is_provisional,
    is_seated,
    key_in,
    term_in_symbol,
)
from graph.model import Body, Document, Regime, Resolution, ResolutionState
from graph.reference import key_of_law, known_acts
from graph.text import words
from ingest.law_meant import citing_day, laws_meant
from ingest.model import Header, ParsedDocument, ParsedMention
from ingest.symbols import Symbol, find_symbols, type_of_symbol

RESOLVER = "resolve-1"
"""Version of these rules; part of every resolution."""

LEAST_CONFIDENCE = 0.6
"""A reference less sure than this keeps its candidate and is not linked; ``python -m bench.quality`` shows why."""

_IN_FULL = "số, ký hiệu, cơ quan và thời gian đầy đủ"
_OF_CONGRESS = "đại hội và lần thứ được nêu rõ"
_DAY_IN_TEXT = "cùng văn bản dẫn có nêu ngày của số, ký hiệu này"
_DAYS_IN_TEXT = "văn bản dẫn nêu nhiều ngày cho số, ký hiệu này"
_DOUBT = "; chưa đủ chắc để nối"

SETTLED_BY_TEXT = frozenset(
    {_IN_FULL, _IN_FULL + _DOUBT, _OF_CONGRESS, _OF_CONGRESS + _DOUBT, _DAY_IN_TEXT, _DAYS_IN_TEXT}
)
"""The reasons of resolutions that follow from the citing text alone: no document that arrives later changes them."""

_SAME_TITLE = 75.0
_OTHER_TITLE = 45.0
_NEAR_MONTHS = 24
_COMMITTEES_AT_LARGE = frozenset({"bcd", "bcd-tw"})

Known = Mapping[str, Sequence[Document]]
"""Documents by group (key without period)."""


def resolve_text(parsed: ParsedDocument, known: Known | None = None) -> tuple[Resolution, ...]:
    """Resolve every mention of one text, in order; ``known`` are documents of a store by group."""
    text = _text_of(parsed, known or {})
    laws = laws_meant(parsed)
    return tuple(
        _resolve(mention, identity_of_mention(mention), text, laws.get(index, ()))
        for index, mention in enumerate(parsed.mentions)
    )


def asks_store(mention: ParsedMention) -> bool:
    """Whether what a mention refers to depends on the documents of its group that a store knows."""
    identity = identity_of_mention(mention)
    return identity is not None and (identity.period is None or "own_level" in mention.flags)


@dataclass(frozen=True, slots=True)
class Asking:
    """The mentions of one text that ask a store, each as it is resolved where no document of its group is known."""

    text: _Text
    mentions: tuple[tuple[ParsedMention, Resolution], ...]

    def settled_otherwise(self, known: Known) -> bool:
        """Whether the documents that are ``known`` after all change any of these resolutions."""
        text = replace(self.text, known=known)
        return any(_resolve(m, identity_of_mention(m), text, ()) != resolution for m, resolution in self.mentions)


def asking(parsed: ParsedDocument, resolutions: Sequence[Resolution]) -> Asking:
    """What of a text has to be resolved again with the documents of a store; it was resolved without any."""
    pairs = zip(parsed.mentions, resolutions, strict=True)
    return Asking(_text_of(parsed, {}), tuple((m, r) for m, r in pairs if asks_store(m)))


def _text_of(parsed: ParsedDocument, known: Known) -> _Text:
    own, day = identity_of_header(parsed.header), citing_day(parsed.header)
    dated: dict[str, set[str]] = {}
    for mention in parsed.mentions:
        identity = identity_of_mention(mention)
        if identity and identity.period and not _after(mention.date, day):
            dated.setdefault(identity.group, set()).add(identity.period)
    return _Text(day, own, dated, known)


def identity_of_header(header: Header) -> Identity | None:
    """Identity of the document that has this header; ``None`` when number or issuer is missing.

    A day that was never filled in leaves the period when it is the same on the first and the last day that it may be.
    """
    if header.number is None or header.type is None:
        return None
    year = _symbol_year(header.symbol)
    term = term_in_symbol(header.symbol)
    facts = DocumentFacts(header.type, header.number, year, body=header.body, date=header.date, symbol_term=term)
    if header.issued_within is None:
        return identify(facts)
    first, last = (identify(replace(facts, date=day)) for day in header.issued_within)
    return last if first == last else identify(facts)


@lru_cache(maxsize=1_024)  # it is asked for when a mention is resolved, placed in its group, and described
def identity_of_mention(mention: ParsedMention) -> Identity | None:
    """Identity of the document that a mention names, from its own words alone.

    Named laws without number have none here. Where the type word and the symbol disagree ("Công văn số 7886/HD-BNV")
    the symbol says in which series the number was given.
    """
    congress = bool(mention.bodies) and mention.bodies[0].kind == "dai-hoi"
    if mention.name is not None and mention.number is None and not congress:
        return None
    return identify(_facts(mention, mention.bodies[0] if mention.bodies else None))


def _facts(mention: ParsedMention, body: Body | None) -> DocumentFacts:
    symbol = _symbol_in(mention.symbol) if mention.symbol else None
    stated = type_of_symbol(symbol) if symbol else None
    conflict = stated is not None and class_of_type(stated) != class_of_type(mention.type)
    return DocumentFacts(
        stated if stated is not None and conflict else mention.type,
        mention.number,
        symbol.year if symbol else None,
        body=body,
        date=mention.date,
        year=mention.year,
        term=mention.term,
        name=mention.name,
        symbol_term=term_in_symbol(mention.symbol),
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
        return _resolved(key_in(group, periods_in_text[0]), _DAY_IN_TEXT, 0.95)
    if len(periods_in_text) > 1:
        keys = tuple((key_in(group, p), 0.5) for p in sorted(periods_in_text))
        return Resolution(ResolutionState.AMBIGUOUS, None, _DAYS_IN_TEXT, 0.5, RESOLVER, keys)
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


@dataclass(frozen=True, slots=True)
class _Text:
    """What one text says of itself and of dates: by group, the periods that it names, and the documents at hand."""

    day: date | None
    own: Identity | None
    dated: Mapping[str, set[str]]
    known: Known


def _resolve(mention: ParsedMention, identity: Identity | None, text: _Text, laws: Sequence[KnownLaw]) -> Resolution:
    own = text.own.key if text.own else None
    if identity is not None:
        same = own is not None and identity.key == own and not mention.alternatives
        return _itself(own) if same else _identified(mention, identity, text)
    if mention.name is not None and mention.number is None:
        named = _named_law(mention, laws)
        return _itself(own) if own is not None and named.document == own else named
    if mention.number is None:
        return Resolution(ResolutionState.MALFORMED, None, "không đọc được số, ký hiệu", 0.3, RESOLVER)
    return Resolution(ResolutionState.UNRESOLVED, None, "không rõ cơ quan ban hành", 0.4, RESOLVER)


def _identified(mention: ParsedMention, identity: Identity, text: _Text) -> Resolution:
    day = text.day
    candidates = text.known.get(identity.group, ())
    if mention.alternatives:
        return _one_of_several(mention)
    if mention.bodies and mention.bodies[0].key.partition(".")[0] in _COMMITTEES_AT_LARGE:
        reason = "chưa rõ Ban Chỉ đạo nào: mỗi ban của một nơi đánh số riêng"
        return Resolution(ResolutionState.UNRESOLVED, None, reason, 0.4, RESOLVER)
    if identity.key is None:
        return _without_period(mention, identity, text, candidates)
    if "own_level" in mention.flags:
        return _guessed(mention, identity.key, day, candidates)
    if _after(mention.date, day):
        reason = "ngày ban hành sau ngày của văn bản dẫn"
        return Resolution(ResolutionState.ANACHRONISTIC, identity.key, reason, 0.6, RESOLVER)
    reason = _OF_CONGRESS if identity.key.startswith(f"{Regime.CONGRESS}:") else _IN_FULL
    return _resolved(identity.key, reason, mention.confidence)


def _without_period(
    mention: ParsedMention, identity: Identity, text: _Text, candidates: Sequence[Document]
) -> Resolution:
    if _lacks_place(mention):
        return Resolution(ResolutionState.UNRESOLVED, None, "không rõ địa bàn của cơ quan ban hành", 0.4, RESOLVER)
    periods = sorted(text.dated.get(identity.group, ()))
    settled = settle_undated(identity.group, mention.title, text.day, periods, candidates)
    if settled.document or settled.candidates:
        return settled
    return _known_to_reference(identity, text.day) or settled


def _one_of_several(mention: ParsedMention) -> Resolution:
    """The issuer's place was made from several after the cited day: each of its predecessors may have issued it."""
    keys = [
        found.key
        for body in mention.alternatives
        if (found := identify(_facts(mention, body))) is not None and found.key
    ]
    reason = "địa bàn đã sáp nhập: chưa rõ văn bản của đơn vị nào trước đó"
    scored = tuple((key, round(1 / len(keys), 3)) for key in keys)
    return Resolution(ResolutionState.AMBIGUOUS, None, reason, 0.5, RESOLVER, scored)


def _guessed(mention: ParsedMention, key: str, citing_date: date | None, candidates: Sequence[Document]) -> Resolution:
    """No issuer is written and the symbol fits several levels: a document at hand is meant when its subject agrees."""
    for document in candidates:
        if document.key == key and document.ingested and mention.title and document.title:
            likeness = fuzz.token_set_ratio(words(mention.title), words(document.title))
            if likeness >= _SAME_TITLE and not _after(document.date, citing_date):
                return _resolved(key, "trích yếu của văn bản trong kho phù hợp", 0.7)
    reason = "không nêu cơ quan ban hành; ký hiệu này dùng ở nhiều cấp"
    return Resolution(ResolutionState.UNRESOLVED, None, reason, 0.4, RESOLVER)


def _lacks_place(mention: ParsedMention) -> bool:
    return bool(mention.bodies) and not is_seated(mention.bodies[0])


def _known_to_reference(identity: Identity, citing_date: date | None) -> Resolution | None:
    """For a number without year ("Nghị quyết số 54 của Quốc hội") reference data has candidates, but never all."""
    found = [law for law in _laws_by_group().get(identity.group, ()) if not _after(law.issued, citing_date)]
    keys = sorted({key for law in found if (key := key_of_law(law))})
    if not keys:
        return None
    scored = tuple((key, round(1 / len(keys), 3)) for key in keys)
    reason = "không nêu năm; dữ liệu tham chiếu có văn bản cùng số"
    return Resolution(ResolutionState.AMBIGUOUS, None, reason, 0.5, RESOLVER, scored)


@cache
def _laws_by_group() -> dict[str, tuple[KnownLaw, ...]]:
    table: dict[str, list[KnownLaw]] = {}
    for key, law in known_acts().items():
        table.setdefault(group_of(key), []).append(law)
    return {group: tuple(laws) for group, laws in table.items()}


def _itself(key: str | None) -> Resolution:
    return Resolution(ResolutionState.SELF, key, "chính văn bản này", 1.0, RESOLVER)


def _named_law(mention: ParsedMention, versions: Sequence[KnownLaw]) -> Resolution:
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
    return Resolution(ResolutionState.UNRESOLVED, None, "chưa biết số hiệu của văn bản mang tên này", 0.4, RESOLVER)


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
    if confidence < LEAST_CONFIDENCE:
        doubt = reason + _DOUBT
        candidates = ((key, round(confidence, 3)),)
        return Resolution(ResolutionState.AMBIGUOUS, None, doubt, round(confidence, 3), RESOLVER, candidates)
    return Resolution(ResolutionState.RESOLVED, key, reason, round(confidence, 3), RESOLVER)


def _after(mentioned: date | None, citing: date | None) -> bool:
    return mentioned is not None and citing is not None and mentioned > citing


def _symbol_year(symbol: str | None) -> int | None:
    found = _symbol_in(symbol) if symbol else None
    return found.year if found else None


@lru_cache(maxsize=16_384)
def _symbol_in(text: str) -> Symbol | None:
    """The first symbol of ``text``, remembered: the same few are cited again and again."""
    return next(iter(find_symbols(text)), None)
