"""What a store can do: the Protocol that SQLite and Neo4j fulfil, and the batch that is written in one transaction.

A store executes; it does not think. Resolution, consolidation of claims and derivation happen before ``write``; the text of a
question lives beside its function in ``queries/`` in both dialects and reaches the store as a :class:`Question`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from graph.model import Body, Document, Mention, Place, Resolution, SourceText, Statement

Value: TypeAlias = str | int | float | bool | None
"""A parameter or a column: what both dialects can carry. Lists travel as JSON text in SQL and as lists in Cypher."""

Params: TypeAlias = Mapping[str, Value | Sequence[str]]
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Question:
    """A named question in both dialects; parameters are ``:name`` in SQL and ``$name`` in Cypher."""

    name: str
    sql: str
    cypher: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One text's claim about an attribute of a document that may only be cited ("date" is "2021-10-19").

    Claims are counted; the attributes of a cited document are those most often claimed, so they do not depend on the order
    in which texts arrive.
    """

    document: str
    field: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Relink:
    """A new resolution of a mention that an earlier text left waiting, with the statements that follow from it."""

    mention: str
    resolution: Resolution
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one ingested file changes, written in one transaction.

    ``retract`` names the source whose statements, mentions and claims this file replaces (a changed file), or ``None``.
    """

    source: SourceText | None = None
    document: Document | None = None
    cited: tuple[Document, ...] = ()
    bodies: tuple[Body, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    relinks: tuple[Relink, ...] = ()
    retract: str | None = None


@dataclass(frozen=True, slots=True)
class StoreStats:
    """Counts by node label, live edge type and mention state."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    mentions: Mapping[str, int]


class Store(Protocol):
    """A place where the graph lives. Raises :class:`graph.errors.StoreError` when it can't be reached, opened or written."""

    def close(self) -> None:
        """Release files and connections; calling it twice is harmless."""

    def writer(self) -> AbstractContextManager[None]:
        """Hold the store's single writer's place; raises :class:`graph.errors.StoreBusy` when another process has it."""

    def write(self, batch: Batch) -> None:
        """Write ``batch`` in one transaction: all of it or nothing, and twice is the same as once."""

    def run(self, question: Question, params: Params) -> list[Row]:
        """Execute ``question`` and return its rows in the order that the question states."""

    def stats(self) -> StoreStats:
        """Count what the store holds."""

    def backup(self, target: Path) -> None:
        """Write a consistent copy of the store to ``target`` while it may be in use."""

    def sources(self) -> Iterator[SourceText]:
        """Yield the texts of all live sources in the order of their sha256."""
