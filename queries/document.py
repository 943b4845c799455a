"""One document with all that is known of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.store import Store
from queries.base import ask, count, reference_fields, today, validity_rows
from queries.copies import files_of
from queries.locate import locate
from queries.mentions import mentions_in
from queries.neighbours import relation_counts
from queries.results import DocumentDetail


def document(store: Store, doc: str, *, as_of: date | None = None) -> DocumentDetail:
    """All that is known of ``doc``; its validity is that of the day ``as_of`` (default today).

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
    """
    key = locate(store, doc)
    (row,) = ask(store, "document", {"key": key})
    fields: dict[str, Any] = reference_fields(row, validity_rows(store, [key]).get(key, ()), today(as_of))
    fields |= {name: row[name] for name in ("number", "body", "place", "signer", "source", "file")}
    source = row["source"]
    claims: dict[str, dict[str, int]] = {}
    for claim in ask(store, "document.claims", {"key": key}):
        claims.setdefault(str(claim["field"]), {})[str(claim["value"])] = int(claim["n"] or 0)
    return DocumentDetail(
        **fields,
        files=files_of(store, key, str(source)) if source else [],
        mentions=mentions_in(store, str(source)) if source else [],
        counts=relation_counts(store, key),
        recipients=[str(r["name"]) for r in ask(store, "document.recipients", {"key": key})],
        assignments=count(ask(store, "document.tasks", {"key": key})),
        claims=claims,
    )
