"""Plain text and Markdown: the text as read is the file decoded, so offsets are those of the file."""

from __future__ import annotations

from graph.errors import UnreadableFile
from ingest.readers.registry import Extracted, Format
from ingest.readers.signatures import UTF16_MARKS, foreign_content


def decode(data: bytes, name: str) -> Extracted:
    """Decode UTF-8 (a byte-order mark stays, so that offsets are those of the file) or UTF-16 with its mark.

    Raises UnreadableFile for bytes that are no text, and for any other encoding with the place of the first wrong byte.
    """
    if kind := foreign_content(data):
        raise UnreadableFile(f"{name}: nội dung không phải chữ mà là {kind}. Hãy đổi đuôi tệp, hoặc chuyển sang UTF-8.")
    if data.startswith(UTF16_MARKS):
        try:
            return Extracted(data.decode("utf-16"), ("Tệp UTF-16: vị trí tính theo văn bản đã chuyển mã.",))
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                f"{name}: UTF-16 hỏng ở byte {error.start}. Hãy lưu lại tệp dưới dạng UTF-8."
            ) from error
    try:
        return Extracted(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{name}: không phải UTF-8 (sai từ byte {error.start}). Hãy lưu lại tệp dưới dạng UTF-8."
        ) from error


def never_surely(_data: bytes) -> bool:
    """Any text may be of this kind, so content alone never tells it."""
    return False


FORMAT = Format("txt", frozenset({".txt", ".text"}), never_surely, decode)
