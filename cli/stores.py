"""Opening the store for the time of one command."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store


@contextmanager
def opened(url: str | None, *, create: bool = False) -> Iterator[Store]:
    """Open the store that ``url`` names (``None``: the default one) and close it afterwards; ``create`` may make it."""
    from graph.open import open_store

    store = open_store(url, create=create)
    try:
        yield store
    finally:
        store.close()
