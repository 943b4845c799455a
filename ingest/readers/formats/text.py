"""Plain text and Markdown: the text as read is the file decoded, so offsets are those of the file."""

from __future__ import annotations

from graph.errors import UnreadableFile
from ingest.readers.encodings import decoded_legacy, with_unicode_letters
from ingest.readers.registry import Extracted, Format
from ingest.readers.signatures import UTF16_MARKS, foreign_content, unmarked_utf16

_UTF16 = "Tệp UTF-16{}: vị trí tính theo văn bản đã chuyển mã."


def decode(data: bytes, name: str) -> Extracted:
    """Decode UTF-8 (a byte-order mark stays, so that offsets are those of the file), UTF-16, or an old encoding.

    An encoding from before Unicode is told by what it spells (:mod:`ingest.readers.encodings`).

    Raises UnreadableFile for bytes that are no text, and for an encoding that is not surely told.
    """
    if order := unmarked_utf16(data):
        return Extracted(_utf16(data, order, name), (_UTF16.format(" thiếu dấu BOM"),))
    if kind := foreign_content(data):
        raise UnreadableFile(f"{name}: nội dung không phải chữ mà là {kind}. Hãy đổi đuôi tệp, hoặc chuyển sang UTF-8.")
    if data.startswith(UTF16_MARKS):
        return Extracted(_utf16(data, "utf-16", name), (_UTF16.format(""),))
    try:
        return with_unicode_letters(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return decoded_legacy(data, name)


def never_surely(_data: bytes) -> bool:
    """Any text may be of this kind, so content alone never tells it."""
    return False


def _utf16(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{name}: UTF-16 hỏng ở byte {error.start}. Hãy lưu lại tệp dưới dạng UTF-8.") from error


FORMAT = Format("txt", frozenset({".txt", ".text"}), never_surely, decode)
