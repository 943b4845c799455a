"""What one text adds to a store, as rows that need only be put in; :mod:`graph.making_rows` makes them."""

from __future__ import annotations

from dataclasses import dataclass

Edge = tuple[str, str, str, str]
"""Subject, type, object, qualifier."""
Row = tuple[str | int | float | None, ...]
Saying = tuple[str, str]
"""The key of a document or body, and its attributes as a JSON object."""
ClaimCount = tuple[tuple[str, str, str], int]
"""Document, field and value, and how many mentions give it."""
End = tuple[str, tuple[str, ...]]
"""The key at an end of an edge, and the kinds of node that it may be."""


@dataclass(frozen=True, slots=True)
class StatementRows:
    """Statements and their tasks; ``edges`` counts the statements of each edge."""

    statements: tuple[Row, ...]
    tasks: tuple[Row, ...]
    edges: tuple[tuple[Edge, int], ...]
    ends: tuple[End, ...]


@dataclass(frozen=True, slots=True)
class TextRows:
    """All that one text says, each row once; columns are those of :mod:`graph.parts`, of mentions without the last."""

    places: tuple[Row, ...]
    header: Saying | None
    cited: tuple[Saying, ...]
    bodies: tuple[Saying, ...]
    mentions: tuple[Row, ...]
    claims: tuple[ClaimCount, ...]
    told: StatementRows
