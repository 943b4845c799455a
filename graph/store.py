"""What a store can do: the Protocol that SQLite and Neo4j fulfil, and the batch that is written in one transaction.

A store executes; it does not think. Resolution and derivation happen before ``write``; the text of a question lives
beside its function in ``queries/`` in both dialects and reaches the store as a :class:`Question`.

How the graph lies in a store
-----------------------------

=============  ==========================================  ==========================================================
what           SQLite                                      Neo4j
=============  ==========================================  ==========================================================
document       table ``document``                          ``(:Document:Plan {key, …})``, second label = its ``label``
body           table ``body``                              ``(:Body {key, …})``, also ``:IssuingBody``, ``:Unit``
place          table ``place``                             ``(:Place {id, …})``
source text    table ``source``                            ``(:Source {sha256, …})``
mention        table ``mention``                           ``(:Mention {id, …})``
edge           table ``edge``                              relationship of the edge type ``{qualifier, …}``
statement      table ``statement`` (and ``task``)          ``(:Statement {id, subject, type, object, …})``
claim counter  table ``claim``                             ``(:Claim {node, field, value, …})``
validity       table ``validity``                          ``(:Validity {document, …})``
set aside      table ``set_aside``                         ``(:SetAside {path, …})``, a file that was not ingested
=============  ==========================================  ==========================================================

An edge is a relationship, so that patterns over relationship types plan as a pruning breadth-first search and Neo4j
Browser draws it. Statements are nodes of their own, found by the indexed triple (subject, type, object), and not
properties of the relationship: one edge sums many statements, each with a dozen fields; they are retracted one by one
and keep their history, which lists of values on a relationship cannot. They hang on no relationship, so a law with a
hundred thousand citations does not grow a second time. Mentions and validity refer to documents by key for the same
reason. Columns and properties have the same names in both stores; lists (``roles``, ``deadlines``, ``candidates``)
are JSON text in both.

A document that is only cited takes each attribute from what its mentions claim most often (ties by value), so that
the order in which texts arrive never matters; what no mention says comes from the descriptions in
:attr:`Batch.cited`. The header of an ingested document always wins. The rule is in :mod:`graph.claims`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from graph.model import Body, Document, Mention, Place, Resolution, SourceText, Statement, Validity, ValidityClaim
from graph.parts import Part
from graph.text_rows import TextRows

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
class Relink:
    """A new resolution of a mention that an earlier text left waiting.

    ``statements`` are all that now follow from the mention, those between two cited documents included, and
    ``validity`` what the text says there of the end of a document; what followed from it earlier is retracted. A
    provisional document to which no mention resolves any more goes, and its statements with it.
    """

    mention: str
    resolution: Resolution
    statements: tuple[Statement, ...] = ()
    validity: tuple[ValidityClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one ingested file changes, written in one transaction.

    ``cited`` describes every document that a mention of this file or a relink points to and that the file's own words
    suffice to key. What texts claim of a document (date, title …) is read off their resolved mentions. ``validity`` is
    what the file says of its own beginning and of the ends of others; it stands and goes with the file.

    ``retract`` names the source whose statements and mentions this file replaces (a changed file, or the same file
    read by a newer extractor), or ``None``. A source that is live already is not written a second time unless it is
    retracted.

    With ``rows`` what the file says is there as rows already, and ``bodies``, ``places``, ``mentions`` and
    ``statements`` are empty; ``document`` and ``cited`` stand beside them.
    """

    source: SourceText | None = None
    document: Document | None = None
    cited: tuple[Document, ...] = ()
    bodies: tuple[Body, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    validity: tuple[ValidityClaim, ...] = ()
    relinks: tuple[Relink, ...] = ()
    retract: str | None = None
    rows: TextRows | None = None


@dataclass(frozen=True, slots=True)
class StoreStats:
    """Counts by node label, live edge type and mention state."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    mentions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Portion:
    """Some rows of a part and the place after them, ``None`` when they are the last."""

    rows: Sequence[Row]
    after: str | None


class Store(Protocol):
    """A place where the graph lives. Raises :class:`graph.errors.StoreError` when it can't be reached or written."""

    @property
    def takes_rows(self) -> bool:
        """Whether a batch may come with :attr:`Batch.rows`."""

    def close(self) -> None:
        """Release files and connections; calling it twice is harmless."""

    def writer(self) -> AbstractContextManager[None]:
        """Hold the store's single writer's place; raises :class:`graph.errors.StoreBusy` when another has it."""

    def together(self) -> AbstractContextManager[None]:
        """Have the batches that this thread writes in the block made durable at its end, with one wait for the disk.

        Each is still written whole or not at all, also when the block raises: what was written before stays. Questions
        that this thread asks in the block know of them; others do when it has ended. A store may make each durable at
        once.
        """

    def write(self, batch: Batch) -> None:
        """Write ``batch`` in one transaction: all of it or nothing, and twice is the same as once."""

    def write_validity(self, origin: str, checksum: str, rows: Sequence[tuple[str, Validity]]) -> None:
        """Replace the (document key, validity) rows of the reference table ``origin`` in one transaction."""

    def run(self, question: Question, params: Params) -> list[Row]:
        """Execute ``question`` and return its rows in the order that the question states."""

    def stats(self) -> StoreStats:
        """Count what the store holds."""

    def backup(self, target: Path) -> None:
        """Write a consistent copy of the store to the new SQLite file ``target`` while it may be in use."""

    def damage(self) -> list[str]:
        """What the storage engine itself finds broken, in its words; empty when it finds nothing or does not look."""

    def sources(self) -> Iterator[SourceText]:
        """Yield the texts of all live sources in the order of their sha256."""

    def read_rows(self, part: Part, after: str | None = None) -> Portion:
        """The next rows of ``part`` as they are stored, history included; ``after`` is where the last portion ended."""

    def put_rows(self, part: Part, rows: Sequence[Row], mark: str | None) -> None:
        """Write ``rows`` of another store in one transaction, over those with the same key.

        ``mark`` says how far the copy has come and is kept as the row ``graph.parts.UNFINISHED`` of ``reference``;
        with ``None`` the copy is complete. What all rows sum up to is not looked at.
        """

    def drop_rows(self, part: Part, keys: Sequence[str]) -> None:
        """Remove the rows of ``part`` that ``keys`` identify, for parts that nothing refers to and nothing sums up."""
