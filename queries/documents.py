"""All documents, page by page."""

from __future__ import annotations

from datetime import date

from graph.errors import UsageError
from graph.model import Level
from graph.store import Params, Store
from queries.base import ask, count, limited, offset_of, page, references, today
from queries.results import DocumentList


def documents(
    store: Store,
    *,
    level: str | None = None,
    type: str | None = None,  # noqa: A002 - the word of the contract
    ingested: bool | None = None,
    limit: int = 50,
    cursor: str | None = None,
    as_of: date | None = None,
) -> DocumentList:
    """The documents of ``level``, of type code ``type``, ``ingested`` or only cited (``None``: any), the newest first.

    Documents without a date come last. Raises :class:`UsageError` for an unknown level or a limit out of range.
    """
    if level is not None and level not in set(Level):
        raise UsageError(f"Không có cấp “{level}”. Các cấp: {', '.join(Level)}.")
    offset = offset_of(cursor)
    params: Params = {"level": level, "type": type, "ingested": ingested, "limit": limited(limit), "offset": offset}
    keys = [str(row["key"]) for row in ask(store, "documents", params)]
    total = count(ask(store, "documents.count", params))
    found = references(store, keys, today(as_of))
    return DocumentList(documents=[found[key] for key in keys], page=page(total, offset, len(keys)))
