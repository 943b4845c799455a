"""One text read by itself, without a store: what ``cancu extract`` and the API's extract endpoint answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from data.tables import known_laws
from graph.model import Resolution
from graph.reference import key_of_law
from ingest.contract import ExtractRecord, extract_record
from ingest.model import ParsedMention
from ingest.parse import parse
from ingest.readers import read
from ingest.resolve import resolve_text


def extract_file(path: Path) -> ExtractRecord:
    """Read and parse a file; raises :class:`graph.errors.UnreadableFile` when there is no text in it."""
    return extract_text(read(path).text, str(path))


def extract_text(text: str, file: str) -> ExtractRecord:
    """Parse ``text``; ``file`` is the name that the record carries."""
    parsed = parse(text)
    resolutions = resolve_text(parsed)
    return extract_record(file, parsed, resolutions, _symbols(parsed.mentions, resolutions))


def _symbols(mentions: Sequence[ParsedMention], resolutions: Sequence[Resolution]) -> Mapping[str, str]:
    """Symbols of the documents that mentions resolve to: as reference data has them, else as the text writes them."""
    written = {
        resolution.document: mention.symbol
        for mention, resolution in zip(mentions, resolutions, strict=True)
        if resolution.document and mention.symbol
    }
    return written | _known_symbols()


@cache
def _known_symbols() -> dict[str, str]:
    return {key: law.symbol for law in known_laws() if (key := key_of_law(law))}
