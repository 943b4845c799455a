"""Documents by words of their symbol, title, issuer or name, with or without diacritics."""

from __future__ import annotations

import re
from datetime import date

from graph.store import Params, Store
from graph.text import symbol_words, words
from queries.base import ask, count, limited, offset_of, page, references, today
from queries.locate import in_tables
from queries.notes import notes_on
from queries.results import SearchHit, SearchResult

_WORD = re.compile(r"\w+")


def search(
    store: Store, query: str, *, limit: int = 20, cursor: str | None = None, as_of: date | None = None
) -> SearchResult:
    """Documents that have every word of ``query``, the last one perhaps only begun; without words none is found.

    First the document with that very symbol, then symbols that begin so, then the one with that very title, then titles
    with these words in this order, then the rest; ingested ones before those that are only cited, newest first. Where
    the store has none: what the tables of law have under this symbol or name. Raises :class:`UsageError` for a limit
    out of range.
    """
    tokens = words(query).split()
    offset = offset_of(cursor)
    if not tokens:
        return SearchResult(query=query, hits=[], page=page(0, 0, 0), notes=notes_on(store, as_of))
    params: Params = {
        "match": " AND ".join(tokens) + "*",
        "symbol": symbol_words(query),
        "phrase": " ".join(tokens),
        "limit": limited(limit),
        "offset": offset,
    }
    rows = ask(store, "search", params)
    total = count(ask(store, "search.count", params))
    if not total:
        rows = [{**row, "tier": 0} for row in in_tables(store, query.strip()).values()]
        total, rows = len(rows), rows[offset : offset + limit]
    found = references(store, [str(row["key"]) for row in rows], today(as_of))
    hits = [
        SearchHit(
            **dict(found[str(row["key"])]),
            score=1 / (1 + int(row["tier"] or 0)),
            snippet=_snippet(row["title"], tokens),
        )
        for row in rows
    ]
    return SearchResult(query=query, hits=hits, page=page(total, offset, len(hits)), notes=notes_on(store, as_of))


def _snippet(title: object, tokens: list[str]) -> str | None:
    """The title with the matched words between ``[`` and ``]``, ``None`` when none is in it."""
    if not title:
        return None
    whole, begun = set(tokens), tokens[-1]

    def mark(match: re.Match[str]) -> str:
        word = words(match.group())
        return f"[{match.group()}]" if word in whole or (word and word.startswith(begun)) else match.group()

    marked = _WORD.sub(mark, str(title))
    return marked if marked != title else None
