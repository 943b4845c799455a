"""The text of an ingested document as it was read, with the places where it names others."""

from __future__ import annotations

from graph.errors import NotIngested
from graph.store import Store
from queries.base import ask
from queries.locate import locate
from queries.mentions import mentions_in
from queries.results import TextResult


def text(store: Store, doc: str) -> TextResult:
    """The text of ``doc``; all offsets of its evidence point into it.

    Raises:
        NotIngested: The document is only cited, so there is no text of it.
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
    """
    key = locate(store, doc)
    rows = ask(store, "text", {"key": key})
    if not rows:
        raise NotIngested(doc)
    source = str(rows[0]["sha256"])
    return TextResult(key=key, source=source, text=str(rows[0]["text"]), mentions=mentions_in(store, source))
