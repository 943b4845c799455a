"""What every store shares when it sums facts up: what a batch touched, and the rows of documents and bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.claims import Claim
from graph.identity import group_of
from graph.model import Body, Document
from graph.rows import date_text
from graph.text import symbol_words, words
from graph.vocabulary import type_name

Edge = tuple[str, str, str, str]
"""Subject, type, object, qualifier."""


@dataclass(slots=True)
class Touched:
    """What a batch touched. ``orphans`` are documents that a mention no longer resolves to."""

    documents: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    orphans: set[str] = field(default_factory=set)
    edges: set[Edge] = field(default_factory=set)
    mentioned: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    described: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def mentioned_as(self, document: str, claims: Iterable[tuple[str, str]], by: int) -> None:
        """Count a mention of ``document`` in (``by`` = 1) or out (-1)."""
        self.documents.add(document)
        for name, value in claims:
            self.mentioned[document, name, value] += by

    def described_as(self, node: str, said: Mapping[str, str], by: int) -> None:
        """Count a description of a document or body in (``by`` = 1) or out (-1)."""
        self.documents.add(node)
        for name, value in said.items():
            self.described[node, name, value] += by

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
