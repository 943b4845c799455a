"""The closed vocabulary of edges: which types exist, between what they stand, how they read in both directions.

The table itself is ``data/edge_types.csv``; here it is looked up. An unknown type is an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from data.tables import EdgeType, document_types, edge_types
from graph.errors import UsageError

__all__ = ["EdgeType", "edge_type", "edge_types", "is_reference", "reference_types", "type_name"]

_CLOSENESS = (
    "IMPLEMENTS", "BASED_ON", "GUIDES", "AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS", "CONSOLIDATES",
    "CITES",
)  # fmt: skip
"""References from the one that says most of how two documents belong together to the one that says least."""


@cache
def _by_name() -> dict[str, EdgeType]:
    return {row.name: row for row in edge_types()}


@cache
def _type_names() -> dict[str, str]:
    return {row.code: row.name for row in document_types()}


def edge_type(name: str) -> EdgeType:
    """The edge type called ``name``; raises :class:`UsageError`, which lists the vocabulary, when there is none."""
    try:
        return _by_name()[name]
    except KeyError:
        raise UsageError(f"Không có loại quan hệ “{name}”. Các loại: {', '.join(_by_name())}.") from None


def is_reference(name: str) -> bool:
    """Whether edges of this type stand between two documents."""
    return edge_type(name).is_reference


def reference_types(names: Iterable[str] | None = None) -> tuple[str, ...]:
    """The types among ``names`` (``None``: all) that stand between two documents, the closest relation first.

    Raises :class:`UsageError` for a name that is unknown or no reference.
    """
    references = tuple(sorted((row.name for row in edge_types() if row.is_reference), key=_CLOSENESS.index))
    if names is None:
        return references
    wanted = set(names)
    for name in wanted:
        if not is_reference(name):
            raise UsageError(f"“{name}” không phải quan hệ giữa hai văn bản. Hãy chọn trong: {', '.join(references)}.")
    return tuple(name for name in references if name in wanted)


def type_name(code: str) -> str:
    """Vietnamese name of a document type ("KH" is "Kế hoạch"); the code itself when it is not in the table."""
    return _type_names().get(code, code)


def called(code: str, name: str, kind: str | None = None) -> str:
    """A document by its type and its symbol or title; a title that begins with the word of its type has it once.

    ``kind`` is the type in another language.

    >>> called("NQ", "23-NQ/TW"), called("NQ", "Nghị quyết Đại hội", "Resolution")
    ('Nghị quyết 23-NQ/TW', 'Nghị quyết Đại hội')
    """
    own = type_name(code)
    return name if name.casefold().startswith(f"{own} ".casefold()) else f"{kind or own} {name}".strip()
