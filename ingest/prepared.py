"""What follows from a text, worked out before a store is asked: the writer has only to look whether it still holds.

A text is resolved as if the store knew none of the documents that it may mean. Most often that is so, or they change
nothing; then the rows made here are written as they are, and whoever read the text has done the work of the writer.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.lookups import documents_in_groups
from graph.making_rows import text_rows
from graph.model import Document, SourceText, ValidityClaim
from graph.store import Batch, Store
from graph.text_rows import TextRows
from ingest.cited import places_of
from ingest.folded import Folded
from ingest.model import ParsedDocument
from ingest.resolve import Asking, asking, resolve_text
from ingest.statements import build_batch, groups_asked_for, relinks, text_graph


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one text adds to a store that knows no document of ``groups``; ``asking`` tells whether others matter."""

    document: Document
    cited: tuple[Document, ...]
    rows: TextRows
    validity: tuple[ValidityClaim, ...]
    groups: tuple[str, ...]
    asking: Folded[Asking]


def prepare(source: str, text: str, parsed: ParsedDocument) -> Prepared:
    """Work out what follows from a text; ``source`` is the sha256 of its file."""
    resolutions = resolve_text(parsed)
    graph = text_graph(source, text, parsed, resolutions)
    rows = text_rows(
        graph.document, graph.cited, graph.bodies, places_of(graph.bodies), graph.mentions, graph.statements
    )
    asked = Folded(asking(parsed, resolutions))
    return Prepared(graph.document, graph.cited, rows, graph.validity, groups_asked_for(parsed), asked)


def batch_of(
    store: Store, source: SourceText, prepared: Prepared, parsed: Folded[ParsedDocument], *, retract: str | None = None
) -> Batch:
    """The batch of :func:`ingest.statements.build_batch`, of rows that are there already where the store takes them."""
    known = documents_in_groups(store, prepared.groups) if prepared.groups else {}
    if not store.takes_rows or (known and prepared.asking.value.settled_otherwise(known)):
        return build_batch(store, source, parsed.value, retract=retract)
    return Batch(
        source=source,
        document=prepared.document,
        cited=prepared.cited,
        validity=prepared.validity,
        relinks=tuple(relinks(store, prepared.document, prepared.cited, {source.sha256, retract})),
        retract=retract,
        rows=prepared.rows,
    )
