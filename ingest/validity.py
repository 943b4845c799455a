"""What a text says of validity, as claims for the store: its own days, and the ends of the documents that it names.

A claim hangs on the mention that names the document, so it moves with it when the mention is resolved again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Document, HowKnown, Mention, Span, Validity, ValidityClaim
from graph.text import quoted_sentence
from graph.validity import CONTINUES, ENDING_ACTS, OPEN
from ingest.model import ParsedDocument, StatedEnd


def validity_claims(
    text: str, own: Document, parsed: ParsedDocument, mentions: Sequence[Mention]
) -> Iterator[ValidityClaim]:
    """Yield the claims of one text; ``text`` is the text as read, ``mentions`` are parallel to those of ``parsed``."""
    for effect in parsed.effects:
        if not (effect.in_force_from or effect.ended):
            continue
        yield ValidityClaim(
            own.key,
            Validity(
                in_force_from=effect.in_force_from,
                ended=effect.ended,
                scope="whole" if effect.ended else None,
                how_known=HowKnown.TEXT,
                source=quoted_sentence(text[effect.start : effect.end]),
                span=Span(effect.start, effect.end),
            ),
        )
    for part in parsed.parts:
        yield ValidityClaim(
            own.key,
            Validity(
                in_force_from=part.in_force_from,
                ended=part.ended,
                scope="part",
                how_known=HowKnown.TEXT,
                source=quoted_sentence(text[part.start : part.end]),
                certainty=None if part.in_force_from or part.ended else OPEN,
                provisions=part.provisions,
                span=Span(part.start, part.end),
            ),
        )
    for end in (*parsed.ends, *parsed.continued):
        mention = mentions[end.target]
        key = mention.resolution.document
        if key is not None and key != own.key and mention.resolution.linked:
            yield ValidityClaim(key, _end(text, own, end), mention.id)


def _end(text: str, own: Document, end: StatedEnd) -> Validity:
    ending = end.type in ENDING_ACTS
    start, stop = end.sentence
    return Validity(
        ended=end.date if ending else None,
        changed=None if ending else end.date,
        scope=end.scope,
        ended_by=None if end.type == CONTINUES else own.symbol or own.title,
        how_known=HowKnown.TEXT,
        source=quoted_sentence(text[start:stop]),
        certainty=OPEN if end.date is None else None,
        act=end.type,
        actor=own.key,
        provisions=end.provisions,
        kept=end.kept,
        resumed=end.resumed,
        span=Span(start, stop),
    )
