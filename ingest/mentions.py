"""From references with their relations to mentions, their spans mapped back to the text as read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.identity import DocumentFacts, identify
from graph.model import Regime, Span
from graph.quick import replaced
from ingest.model import ParsedMention
from ingest.normalise import NormalisedText
from ingest.reference import Reference
from ingest.relations import Related

_OWN_ACTS = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS"})
_CENTRAL_CODES = frozenset({"TW", "TƯ", "TTg", "CP"})


def build_mentions(
    normalised: NormalisedText, related: Sequence[Related], preamble: Span | None
) -> tuple[ParsedMention, ...]:
    """Make a mention of each reference; a short one takes its issuer from the full one of the same text."""
    index_of = {item.reference.start: index for index, item in enumerate(related)}
    mentions = []
    for item in related:
        repeats = item.reference.repeats
        antecedent = index_of.get(repeats) if repeats is not None else None
        mentions.append(_mention(normalised, item, preamble, antecedent))
    written = [bool(item.reference.issuers) and not item.reference.implied for item in related]
    return _with_antecedents(mentions, written)


def _mention(
    normalised: NormalisedText, related: Related, preamble: Span | None, antecedent: int | None
) -> ParsedMention:
    reference = related.reference
    span = normalised.span(reference.start, reference.end)
    flags = tuple(dict.fromkeys((*_doubts(related), *_conflicts(reference))))
    doubt = reference.implied + (reference.date is None) + (not related.certain) + 2 * bool(flags)
    return ParsedMention(
        start=span.start,
        end=span.end,
        text=span.of(normalised.original),
        type=reference.type,
        symbol=reference.symbol,
        number=reference.number,
        date=reference.date,
        issuers=tuple(named.name for named in reference.issuers),
        bodies=tuple(named.body for named in reference.issuers),
        alternatives=reference.issuers[0].alternatives if reference.issuers else (),
        relation=related.relation,
        cue=related.cue,
        embedded=related.embedded,
        compound=reference.compound,
        basis="preamble" if preamble and preamble.start <= reference.start < preamble.end else "body",
        pinpoint=related.pinpoint,
        name=reference.name,
        title=related.title,
        term=reference.term,
        year=reference.year,
        as_of_year=reference.as_of_year,
        antecedent=antecedent,
        confidence=round(max(0.3, 1.0 - 0.1 * doubt), 2),
        flags=flags,
    )


def _doubts(related: Related) -> Iterator[str]:
    """What is unsure about a reference; what a body replaces or repeals is its own (Luật 64/2025/QH15 Art. 8)."""
    own_act = related.relation in _OWN_ACTS and not related.embedded
    yield from (flag for flag in related.reference.flags if not (own_act and flag == "own_level"))


def _conflicts(reference: Reference) -> Iterator[str]:
    """The code of a central body with a local issuer: trust the issuer, say so (domain reference I12)."""
    if reference.implied or not reference.issuers or not reference.codes:
        return
    if reference.codes[0] in _CENTRAL_CODES and reference.issuers[0].body.place is not None:
        yield "symbol_conflict"


def _with_antecedents(mentions: Sequence[ParsedMention], written: Sequence[bool]) -> tuple[ParsedMention, ...]:
    """Let a mention without date and issuer take the issuer of the dated ones of its symbol, when all are one.

    Dates are never copied: they are what is written. An issuer that is ``written`` stays, and another body's is another
    document.
    """
    first: dict[tuple[str, str], int] = {}
    groups: dict[tuple[str, str], set[str | None]] = {}
    for index, mention in enumerate(mentions):
        if mention.symbol and mention.date and mention.issuers:
            key = (mention.type, mention.symbol.casefold())
            first.setdefault(key, index)
            groups.setdefault(key, set()).add(_group(mention))
    result: list[ParsedMention] = []
    for mention, named in zip(mentions, written, strict=True):
        key = (mention.type, (mention.symbol or "").casefold())
        lacking = mention.date is None and mention.confidence < 0.9
        own = groups.get(key, set())
        if mention.symbol and lacking and len(own) == 1 and not (named and own != {_group(mention)}):
            source = mentions[first[key]]
            flags = tuple(flag for flag in mention.flags if flag != "own_level")
            result.append(
                replaced(
                    mention,
                    issuers=mention.issuers if named or _headed(mention, source) else source.issuers,
                    bodies=source.bodies,
                    alternatives=source.alternatives,
                    antecedent=first[key] if mention.antecedent is None else mention.antecedent,
                    flags=flags,
                )
            )
        else:
            result.append(mention)
    return tuple(result)


def _headed(mention: ParsedMention, source: ParsedMention) -> bool:
    """Whether the source only names the heads of a mention's issuers ("Bộ trưởng Bộ Y tế" for 5/2020/TT-BYT).

    In the Party the standing committee issues, whatever it is called.
    """
    of_state = all(body.regime is Regime.STATE for body in mention.bodies)
    if not of_state or not mention.issuers or len(mention.issuers) != len(source.issuers):
        return False
    return all(head.endswith(own) for head, own in zip(source.issuers, mention.issuers, strict=True))


def _group(mention: ParsedMention) -> str | None:
    facts = DocumentFacts(mention.type, mention.number, body=mention.bodies[0] if mention.bodies else None)
    found = identify(facts)
    return found.group if found else None
