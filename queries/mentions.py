"""Mentions of an ingested text in the form of the results; part of several questions."""

from __future__ import annotations

from graph.pages import page_at, page_fields
from graph.rows import mention_of, pages_of
from graph.store import Store
from queries.base import ask
from queries.results import MentionInfo


def mentions_in(store: Store, source: str) -> list[MentionInfo]:
    """All mentions in the text of the file ``source`` (sha256), in the order of the text."""
    (found,) = ask(store, "pages", {"source": source})
    pages = pages_of(found["pages"])
    mentions = [mention_of(row) for row in ask(store, "mentions", {"source": source})]
    return [
        MentionInfo(
            id=m.id,
            start=m.start,
            end=m.end,
            text=m.quote,
            type=m.type,
            symbol=m.symbol,
            date=m.date,
            issuer=m.issuer,
            name=m.name,
            relation=m.relation,
            embedded=m.embedded,
            pinpoint=m.pinpoint,
            state=m.resolution.state.value,
            document_key=m.resolution.document,
            reason=m.resolution.reason,
            confidence=m.resolution.confidence,
            candidates=list(m.resolution.candidates),
            **page_fields(page_at(pages, m.start)),
        )
        for m in mentions
    ]
