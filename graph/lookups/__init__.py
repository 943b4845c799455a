"""What ingest asks a store before it writes: which documents a mention may mean, which mentions wait for one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.dialects import load_question
from graph.model import Document, Mention, SourcePage
from graph.rows import document_of, mention_of, pages_of
from graph.store import Row, Store, Value


def documents_in_groups(store: Store, groups: Iterable[str]) -> dict[str, tuple[Document, ...]]:
    """The documents of each group (key without period), by key, without provisional ones; empty groups are left out."""
    found: dict[str, list[Document]] = {}
    for row in _ask(store, "documents_in_groups", groups=sorted(set(groups))):
        found.setdefault(str(row["grp"]), []).append(document_of(row))
    return {group: tuple(documents) for group, documents in found.items()}


def documents_present(store: Store, keys: Iterable[str]) -> dict[str, bool]:
    """Those of ``keys`` that the store has a document of, provisional ones apart, and whether it was ingested."""
    return {str(row["key"]): bool(row["ingested"]) for row in _ask(store, "documents_present", keys=sorted(set(keys)))}


def waiting_mentions(store: Store, groups: Iterable[str], settled: Iterable[str] = ()) -> tuple[Mention, ...]:
    """The mentions of these groups without a date of their own, whatever became of them, by citing source and place.

    These are the mentions whose resolution a newly arrived document of the group can change; those with a reason among
    ``settled`` are left out.
    """
    asked = {"groups": sorted(set(groups)), "settled": sorted(settled)}
    return tuple(mention_of(row) for row in _ask(store, "waiting_mentions", **asked))


def source_of_path(store: Store, path: str) -> str | None:
    """The sha256 of the live source that was read from ``path``, ``None`` when there is none."""
    rows = _ask(store, "source_of_path", path=path)
    return str(rows[0]["sha256"]) if rows else None


def source_document(store: Store, sha256: str) -> str | None:
    """The key of the document that the live source ``sha256`` is, ``None`` when there is no such source."""
    rows = _ask(store, "source_document", sha256=sha256)
    return str(rows[0]["document"]) if rows and rows[0]["document"] is not None else None


class StoredText(NamedTuple):
    """The text of a source as read, and where its pages begin in it."""

    text: str
    pages: tuple[SourcePage, ...]


def source_text(store: Store, sha256: str) -> StoredText | None:
    """The text of the live source ``sha256`` as read, ``None`` when there is no such source."""
    rows = _ask(store, "source_text", sha256=sha256)
    return StoredText(str(rows[0]["text"]), pages_of(rows[0]["pages"])) if rows else None


def has_source(store: Store, sha256: str) -> bool:
    """Whether a file of these bytes is live in the store."""
    return bool(_ask(store, "source_document", sha256=sha256))


def document_files(store: Store, key: str) -> list[Row]:
    """The live files that are the document ``key``, by sha256: sha256, path, format, size in bytes, text."""
    return _ask(store, "document_files", key=key)


def _ask(store: Store, name: str, **params: Value | list[str]) -> list[Row]:
    return store.run(load_question("graph.lookups", name), params)
