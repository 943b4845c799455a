"""Opening the store for the time of one command."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store


@contextmanager
def opened(url: str | None, *, create: bool = False, unfinished: bool = False) -> Iterator[Store]:
    """Open the store that ``url`` names (``None``: the default one) and close it afterwards.

    ``create`` may make it; with ``unfinished`` a copy may be under way into it.
    """
    from graph.open import open_store

    store = open_store(url, create=create, unfinished=unfinished)
    try:
        yield store
    finally:
        store.close()
