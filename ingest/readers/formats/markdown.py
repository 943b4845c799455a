"""Markdown is read as it stands, so offsets are those of the file; its marks are dropped by normalisation."""

from __future__ import annotations

from ingest.readers.formats.text import decode, never_surely
from ingest.readers.registry import Format

FORMAT = Format("md", frozenset({".md", ".markdown"}), never_surely, decode)
