"""The garbage collector at rest while a text is read or written.

What that makes lives until it is done and holds no cycles, so the collector finds nothing, but goes over all of
it again and again: of a long text that took a quarter of the time, and the more, the longer the text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""How many objects have to be new before the collector looks at them; the standard is 700, a tenth of one reading."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the collector rest in the block; whoever had it switched off finds it switched off afterwards."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def collector_seldom() -> Iterator[None]:
    """Let the collector look seldom in the block, in all threads: readings come in while others are written."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
