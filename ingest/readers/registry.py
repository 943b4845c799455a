"""What a format is, and the list of the formats that stand in :mod:`ingest.readers.formats`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from graph.model import SourcePage
from ingest.readers import formats


@dataclass(frozen=True, slots=True)
class ReadText:
    """A file as it was read: ``sha256`` of its bytes, ``size`` in bytes, ``text`` that all offsets point into.

    ``warnings`` are Vietnamese sentences about what was doubtful on the way from ``data`` to ``text``. ``pages`` tell
    where the pages of a PDF or scan begin in ``text``.
    """

    path: str
    sha256: str
    format: str
    size: int
    data: bytes
    text: str
    warnings: tuple[str, ...] = ()
    pages: tuple[SourcePage, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, what was doubtful in getting it, and its pages if it has some."""

    text: str
    warnings: tuple[str, ...] = ()
    pages: tuple[SourcePage, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be read.

    ``suffixes`` are lower case with the dot. ``is_surely`` tells whether bytes can be of no other kind, whatever the
    file is called. ``extract`` takes the bytes and the file's name for messages; it raises UnreadableFile.
    """

    name: str
    suffixes: frozenset[str]
    is_surely: Callable[[bytes], bool]
    extract: Callable[[bytes, str], Extracted]


@cache
def known_formats() -> tuple[Format, ...]:
    """All formats, ordered by name."""
    modules = [importlib.import_module(f"{formats.__name__}.{m.name}") for m in pkgutil.iter_modules(formats.__path__)]
    found: list[Format] = [module.FORMAT for module in modules]
    return tuple(sorted(found, key=lambda known: known.name))
