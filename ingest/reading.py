"""What one file says, worked out from its bytes alone: the part of ingest that may run anywhere."""

from __future__ import annotations

import faulthandler
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from graph.errors import UnreadableFile
from graph.model import SourcePage
from ingest.folded import Folded
from ingest.model import ParsedDocument
from ingest.parse import EXTRACTOR, parse
from ingest.readers import read_data

if TYPE_CHECKING:
    from ingest.prepared import Prepared

_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read and parsed, without its bytes, which whoever asked still has.

    ``format``, ``size`` (bytes), ``text``, ``pages`` and ``sha256`` are those of :class:`ingest.readers.ReadText`;
    ``warnings`` come from reading and parsing; ``extractor`` is the version of the rules of the process that read it.
    What was parsed travels folded up, for most often ``prepared`` is all that a writer needs.
    """

    sha256: str
    format: str
    size: int
    text: str
    folded: Folded[ParsedDocument]
    prepared: Prepared
    warnings: tuple[str, ...]
    extractor: str = EXTRACTOR
    pages: tuple[SourcePage, ...] = ()

    @property
    def parsed(self) -> ParsedDocument:
        """What was found in the text."""
        return self.folded.value


@cache
def program_version() -> str:
    """Which program reads here, and by which rules: another one may read the same bytes differently."""
    return f"cancu {version('cancu')} ({EXTRACTOR})"


def read_document(data: bytes, name: str) -> Reading:
    """Read and parse the bytes of the file ``name``, and prepare what a store is to be told.

    Raises :class:`graph.errors.UnreadableFile` when they are no text, or the head of the text does not say what
    document it is.
    """
    from ingest.prepared import prepare  # which a help page, that asks this module for its version, does without

    found = read_data(data, name)
    parsed = parse(found.text, found.pages)
    _refuse_nameless(parsed)
    said = (*found.warnings, *parsed.warnings)
    prepared = prepare(found.sha256, found.text, parsed)
    return Reading(
        found.sha256, found.format, found.size, found.text, Folded(parsed), prepared, said, pages=found.pages
    )


def read_document_within(data: bytes, name: str, seconds: float) -> Reading:
    """Like :func:`read_document`; ends the whole process when that takes longer than ``seconds``."""
    with ending_within(seconds):
        return read_document(data, name)


@contextmanager
def ending_within(seconds: float) -> Iterator[None]:
    """End the whole process when the block takes longer than ``seconds``.

    Code that never comes back to the interpreter (a pattern, a foreign library) can be stopped in no other way. Threads
    of one process take turns, because there is one clock for all; they could not parse at the same time anyway.
    """
    with _ONE_AT_A_TIME:
        import ingest.warm  # noqa: F401 - filling the tables is no part of the time of the first file

        faulthandler.dump_traceback_later(seconds, exit=True)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _refuse_nameless(parsed: ParsedDocument) -> None:
    """Refuse a text whose head does not say what it is: nothing could be said of it under any name."""
    header = parsed.header
    if not (header.symbol or header.type or header.issuer):
        raise UnreadableFile(
            "không thấy văn bản nào: phần đầu không có số, ký hiệu, tên loại hay cơ quan ban hành. "
            "Hãy kiểm tra tệp; muốn chỉ xem các chỗ dẫn trong đó: cancu extract.",
            kind="nameless",
        )
