"""Lends the stores to the tests of this folder."""

from tests.stores import new_store, store

__all__ = ["new_store", "store"]
