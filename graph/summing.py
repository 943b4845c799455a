"""What every store shares when it sums facts up: what a batch touched, and the rows of documents and bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.citing import NO_DATE, Columns, Settled, columns
from graph.claims import Claim
from graph.identity import group_of
from graph.model import Body, Document, Mention
from graph.rows import date_text
from graph.text import symbol_words, words
from graph.text_rows import Edge
from graph.vocabulary import type_name


@dataclass(slots=True)
class Touched:
    """What a batch touched. ``orphans`` are documents that a mention no longer resolves to."""

    documents: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    orphans: set[str] = field(default_factory=set)
    edges: set[Edge] = field(default_factory=set)
    mentioned: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    described: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    headed: set[str] = field(default_factory=set)
    """Documents of which a header speaks that did not before, or no longer does."""
    citing: dict[str, str | None] = field(default_factory=dict)
    """Texts whose mentions changed, with the date that was kept beside them; ``None``: they have to be looked at."""
    written: dict[str, Columns] = field(default_factory=dict)
    """Mentions that were written or resolved anew, by id."""
    settled: dict[str, Settled] = field(default_factory=dict)
    """Documents as they are now."""
    otherwise: set[str] = field(default_factory=set)
    """Those of them that had another date or symbol."""

    def mentioned_as(self, document: str, claims: Iterable[tuple[str, str]], by: int) -> None:
        """Count a mention of ``document`` in (``by`` = 1) or out (-1)."""
        self.documents.add(document)
        for name, value in claims:
            self.mentioned[document, name, value] += by

    def described_as(self, node: str, said: Mapping[str, str], by: int) -> None:
        """Count a description of a document or body in (``by`` = 1) or out (-1); of a header ``said`` is empty."""
        self.documents.add(node)
        if not said:
            self.headed.add(node)
        for name, value in said.items():
            self.described[node, name, value] += by

    def resolved_anew(self, mention: Mention) -> None:
        """Note a mention that another one may stand for now, or that may stand for others."""
        self.written[mention.id] = columns(mention, None)
        self.citing[mention.citing] = None

    def settled_as(self, document: str, now: Settled, earlier: Settled | None) -> None:
        """Note how a document is ``now``; what is kept beside the mentions in its text and of it follows from that."""
        self.settled[document] = now
        if earlier is not None and earlier[:2] != now[:2]:
            self.otherwise.add(document)
        if earlier is None or not earlier.ingested:
            if self.citing.get(document) == (now.date or NO_DATE):  # as in most batches: a new text dated by its header
                del self.citing[document]
        elif earlier.date != now.date:
            self.citing[document] = None

    def changed_claims(self) -> list[tuple[str, str, str]]:
        """The (node, field, value) whose counts change, in their order."""
        keys = sorted(self.mentioned.keys() | self.described.keys())
        return [key for key in keys if self.mentioned[key] or self.described[key]]


def document_row(d: Document, claims: Iterable[Claim]) -> dict[str, str | int | None]:
    """The columns of a document; among the words that it is found by are the names it is called by."""
    symbol = symbol_words(d.symbol or "")
    names = sorted(claim.value for claim in claims if claim.field == "name")
    found_by = " ".join(filter(None, [d.symbol, d.title, *names, d.issuer, type_name(d.type)]))
    return {
        "key": d.key, "grp": group_of(d.key), "regime": str(d.regime), "type": d.type, "label": d.label,
        "number": d.number, "symbol": d.symbol, "title": d.title, "issuer": d.issuer, "body": d.body,
        "level": str(d.level) if d.level else None, "place": d.place, "date": date_text(d.date),
        "ingested": int(d.ingested), "source": d.source, "signer": d.signer, "provisional": int(d.provisional),
        "symbol_words": symbol, "title_words": words(d.title or ""), "words": f"{words(found_by)} {symbol}".strip(),
    }  # fmt: skip


def body_row(b: Body) -> dict[str, str | None]:
    """The columns of a body."""
    return {
        "key": b.key, "name": b.name, "kind": b.kind, "level": str(b.level) if b.level else None, "place": b.place,
        "parent": b.parent, "regime": str(b.regime), "words": words(b.name),
    }  # fmt: skip
