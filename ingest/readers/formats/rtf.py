"""Rich text: paragraphs and the rows of tables."""

from __future__ import annotations

from striprtf.striprtf import rtf_to_text

from graph.errors import UnreadableFile
from ingest.readers.cells import row_at_end
from ingest.readers.encodings import with_unicode_letters
from ingest.readers.registry import Extracted, Format

_OPENING = b"{\\rtf"


def extract(data: bytes, name: str) -> Extracted:
    """Read the text of a file; raises UnreadableFile when it is no rich text."""
    if not data.lstrip().startswith(_OPENING):
        raise UnreadableFile(f"{name}: nội dung không phải RTF. Hãy lưu lại tệp dưới dạng .docx hoặc .rtf.")
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, RecursionError) as error:
        raise UnreadableFile(f"{name}: tệp RTF hỏng. Hãy mở bằng Word hoặc LibreOffice rồi lưu lại.") from error
    *rows, rest = text.split("|\n")
    return with_unicode_letters("\n".join([*(row_at_end(row.split("|")) for row in rows), rest]), name)


def _is_surely_rtf(data: bytes) -> bool:
    return data.startswith(_OPENING)


FORMAT = Format("rtf", frozenset({".rtf"}), _is_surely_rtf, extract)
