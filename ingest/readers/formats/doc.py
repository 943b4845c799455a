"""Word files before 2007 (.doc): paragraphs and the rows of tables, by kreuzberg."""

from __future__ import annotations

import re

from ingest.readers.cells import rows_of_tabs
from ingest.readers.encodings import with_unicode_letters
from ingest.readers.foreign import converted
from ingest.readers.registry import Extracted, Format

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_FIELD = re.compile(
    r"\s?\b(?:HYPERLINK|PAGEREF|REF|TOC|INCLUDEPICTURE|SEQ|PAGE|NUMPAGES|MERGEFIELD)\b"
    r"(?:\s{1,3}(?:\\[a-z*@#!]|\"[^\"\n]{0,500}\"|MERGEFORMAT|_\w{1,80}))+ ?"
)
"""What a field of Word says to Word, which kreuzberg leaves before what the field shows."""
_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_MIME = "application/msword"


def extract(data: bytes, name: str) -> Extracted:
    """Read the text of a file; raises UnreadableFile when it is damaged or encrypted."""
    text = _FIELD.sub("", converted(data, _MIME, name))
    return with_unicode_letters(rows_of_tabs(_UNSHOWN.sub("", text)), name)


def _is_surely_doc(data: bytes) -> bool:
    return data.startswith(_OLE) and _WORD in data


FORMAT = Format("doc", frozenset({".doc", ".dot"}), _is_surely_doc, extract)
