"""One text read by itself, without a store: what ``cancu extract`` and the API's extract endpoint answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from graph.errors import UnreadableFile
from graph.model import Resolution, SourcePage
from graph.reference import known_acts
from ingest.contract import ExtractRecord, extract_record
from ingest.members import bytes_of, holds_members, members_of
from ingest.model import ParsedMention
from ingest.packed import INSIDE
from ingest.parse import parse
from ingest.paths import as_text
from ingest.readers import read_data
from ingest.resolve import resolve_text


def extract_file(path: Path) -> Iterator[ExtractRecord | UnreadableFile]:
    """Read and parse a file or, of one that holds others, each of these; yields an error for what can't be read."""
    name = as_text(path)
    try:
        data = bytes_of(path)
        if not holds_members(data, name):
            yield _extract(data, name)
            return
        members = members_of(data, name)
    except UnreadableFile as error:
        yield UnreadableFile(as_text(str(error)), kind=error.kind)
        return
    for member in members:
        inner = f"{name}{INSIDE}{member.name}"
        try:
            yield UnreadableFile(f"{inner}: {member.refused}") if member.refused else _extract(member.data, inner)
        except UnreadableFile as error:
            yield error


def _extract(data: bytes, name: str) -> ExtractRecord:
    found = read_data(data, name)
    record = extract_text(found.text, name, found.pages)
    return record.model_copy(update={"warnings": [*found.warnings, *record.warnings]}) if found.warnings else record


def extract_text(text: str, file: str, pages: Sequence[SourcePage] = ()) -> ExtractRecord:
    """Parse ``text``; ``file`` is the name that the record carries, ``pages`` where its pages begin in the text."""
    parsed = parse(text, pages)
    resolutions = resolve_text(parsed)
    return extract_record(file, parsed, resolutions, _symbols(parsed.mentions, resolutions), pages)


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
    return {key: law.symbol for key, law in known_acts().items()}
