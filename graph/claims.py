"""How a document or a body gets its attributes from what texts say of it.

Three voices speak: the header of an ingested document, which always wins; the mentions that resolve to it, counted
value by value; and the descriptions that texts give of what they cite, which count only where no mention speaks. The
most frequent value wins; among equals the issuer that the reference table names, of titles the longest, else the
smallest one, so that the order in which texts arrive never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.identity import label_of_type
from graph.model import Body, Document, Level, Mention, Regime
from graph.reference import known_law

Attributes = Mapping[str, str]
"""Attributes that are known, as text: dates as ISO days, levels and regimes by their value."""

DOCUMENT_FIELDS = (
    "regime", "type", "label", "number", "symbol", "title", "issuer", "body", "level", "place", "date", "signer",
    "provisional",
)  # fmt: skip
BODY_FIELDS = ("name", "kind", "level", "place", "parent", "regime")
_FORMATS = dict.fromkeys(("doc", "docx", "html", "md", "odt", "rtf", "txt"), 0) | {"pdf": 1}
_CENTRAL_PARTY_CODES = ("/TW", "/TƯ", "-TW", "-TƯ")
_MENTION_FIELDS = ("type", "number", "symbol", "title", "issuer", "body", "date", "name")


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of a field with the number of mentions and of descriptions that give it."""

    field: str
    value: str
    mentions: int
    descriptions: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the file ``source`` says in its header of the document that it is; ``format`` is how the file was read."""

    source: str
    format: str
    attributes: Attributes

    @property
    def rank(self) -> tuple[int, str]:
        """Smallest for the file that speaks for its document.

        A file that was written goes before one that was printed, and that before a picture; among equals the sha256
        decides, so that the order of arrival never matters.
        """
        return (_FORMATS.get(self.format, len(_FORMATS)), self.source)


def attributes(node: Document | Body) -> dict[str, str]:
    """The known attributes of a document or body as text, in the order of its fields."""
    fields = DOCUMENT_FIELDS if isinstance(node, Document) else BODY_FIELDS
    said: dict[str, str] = {}
    for name in fields:
        value = getattr(node, name)
        text = value if type(value) is str else _text(value)
        if text:
            said[name] = text
    return said


def mention_claims(mention: Mention) -> Iterator[tuple[str, str]]:
    """Yield the (field, value) pairs that a mention claims of the document it resolves to.

    A symbol that contradicts the issuer beside it ("446-QĐ/TW … của Ban Thường vụ Thành ủy") claims nothing: the issuer
    is trusted (domain reference I12), and the difference shows as a conflict of symbols.
    """
    for name in _MENTION_FIELDS:
        value = _text(getattr(mention, name))
        if value is not None and not (name == "symbol" and _contradicts_issuer(mention)):
            yield name, value


def _contradicts_issuer(mention: Mention) -> bool:
    central = (mention.symbol or "").endswith(_CENTRAL_PARTY_CODES)
    return central and mention.body is not None and "." in mention.body


def settle_document(key: str, headers: Sequence[Header], claims: Iterable[Claim]) -> Document:
    """The document ``key`` as its headers and claims make it.

    ``headers`` are those of the live files that are this document. Of several the first by :attr:`Header.rank` speaks;
    the others fill what it leaves open.
    """
    law = known_law(key)
    said = _most_claimed(claims, lambda claim: _document_rank(claim, law.issuer if law else None))
    ranked = sorted(headers, key=lambda header: header.rank)
    for header in reversed(ranked):
        said.update(header.attributes)
    code = said.get("type", "")
    label = label_of_type(code)
    level, day = said.get("level"), said.get("date")
    return Document(
        key=key,
        regime=Regime(said.get("regime", key.partition(":")[0])),
        type=code,
        label=label if label != "Document" else said.get("label", label),
        number=said.get("number"),
        symbol=said.get("symbol"),
        title=said.get("title"),
        issuer=said.get("issuer"),
        body=said.get("body"),
        level=Level(level) if level else None,
        place=said.get("place"),
        date=date.fromisoformat(day) if day else None,
        ingested=bool(headers),
        source=ranked[0].source if ranked else None,
        signer=said.get("signer"),
        provisional="provisional" in said and not headers,
    )


def settle_body(key: str, claims: Iterable[Claim]) -> Body:
    """The body ``key`` as the descriptions of it say most often."""
    said = _most_claimed(claims, _body_rank)
    level = said.get("level")
    return Body(
        key=key,
        name=said["name"],
        kind=said["kind"],
        level=Level(level) if level else None,
        place=said.get("place"),
        parent=said.get("parent"),
        regime=Regime(said["regime"]),
    )


def _most_claimed(claims: Iterable[Claim], rank: Callable[[Claim], tuple[int | str, ...]]) -> dict[str, str]:
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.field not in best or rank(claim) < rank(best[claim.field]):
            best[claim.field] = claim
    return {field: claim.value for field, claim in best.items()}


def _document_rank(claim: Claim, issuer: str | None) -> tuple[int | str, ...]:
    """Smallest first. How many texts describe a document does not count: a late resolution brings no description.

    Texts name one or another organ of one Party level for the same document (domain reference I8), so a known
    ``issuer`` goes before the others that are named as often.
    """
    length = len(claim.value) if claim.field == "title" else 0
    other = int(claim.field == "issuer" and claim.value != issuer)
    return (-claim.mentions, other, -length, claim.value)


def _body_rank(claim: Claim) -> tuple[int | str, ...]:
    return (-claim.descriptions, claim.value)


def _text(value: object) -> str | None:
    if value is None or value is False or value == "":
        return None
    return value.isoformat() if isinstance(value, date) else "1" if value is True else str(value)
