"""What is kept beside a mention of the documents at both its ends, so that questions about millions read indexes alone.

``citing_date`` is the date of the citing document. ``cites`` is the cited one, kept at one place of each text only: the
first outside the titles of other documents, or the first of all when there is no other. ``differs`` is 1 where the
mention gives another date or symbol than the cited document has, which follows from what all texts say of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graph.model import Mention, ResolutionState

NO_DATE = "0000-00-00"
"""Kept for a document whose date is not known: earlier than every date."""

COLUMNS = (
    "id", "citing", "start", "embedded", "state", "document", "date", "symbol", "citing_date", "cites", "differs",
)  # fmt: skip
"""What has to be known of a mention to tell what is to be kept beside it."""

Columns = Mapping[str, Any]


class Settled(NamedTuple):
    """What counts of a document for the mentions in its text and for those of it."""

    date: str | None
    symbol: str | None
    ingested: bool


def columns(mention: Mention, citing_date: str | None) -> dict[str, Any]:
    """The columns of a mention that is not stored yet; of what is kept only the presumable date of its text."""
    m = mention
    return {
        "id": m.id, "citing": m.citing, "start": m.start, "embedded": m.embedded, "state": m.resolution.state,
        "document": m.resolution.document, "date": m.date.isoformat() if m.date else None, "symbol": m.symbol,
        "citing_date": citing_date or NO_DATE, "cites": None, "differs": None,
    }  # fmt: skip


def first_places(mentions: Iterable[Columns]) -> dict[str, str]:
    """For each text and each document that it cites, the id of the mention that stands for it, with that document."""
    first: dict[tuple[str, str], tuple[int, int, str]] = {}
    for mention in mentions:
        if mention["state"] == ResolutionState.RESOLVED:
            pair = mention["citing"], mention["document"]
            place = int(mention["embedded"]), mention["start"], mention["id"]
            first[pair] = min(first.get(pair, place), place)
    return {place[2]: document for (_, document), place in first.items()}


def in_text(mentions: Iterable[Columns], citing_date: str | None) -> list[Columns]:
    """What has to be put beside the ``mentions`` of one text, all of them: rows of id, citing_date and cites."""
    rows = list(mentions)
    first, day = first_places(rows), citing_date or NO_DATE
    return [
        {"id": row["id"], "citing_date": day, "cites": first.get(row["id"])}
        for row in rows
        if row["citing_date"] != day or row["cites"] != first.get(row["id"])
    ]


def differing(mentions: Iterable[Columns], settled: Mapping[str, Settled]) -> list[Columns]:
    """What has to be put beside ``mentions`` of documents as they were ``settled``: rows of id and differs."""
    found = ((mention, _differs(mention, settled.get(mention["document"]))) for mention in mentions)
    return [{"id": mention["id"], "differs": now} for mention, now in found if mention["differs"] != now]


def _differs(mention: Columns, cited: Settled | None) -> int | None:
    if cited is None or mention["state"] != ResolutionState.RESOLVED:
        return None
    pairs = (mention["date"], cited.date), (mention["symbol"], cited.symbol)
    return 1 if any(said and settled and said != settled for said, settled in pairs) else None
