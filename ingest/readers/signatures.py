"""Telling text from what is not: the first bytes of common files, and bytes that no text has."""

from __future__ import annotations

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "tệp nén (zip, docx, xlsx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word hoặc Excel đời cũ (doc, xls)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"Rar!", "tệp nén rar"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"SQLite format 3\x00", "cơ sở dữ liệu SQLite"),
    (b"\x7fELF", "chương trình"),
    (b"MZ", "chương trình Windows"),
)
_SAMPLE = 65_536
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def foreign_content(data: bytes) -> str | None:
    """Name the kind of ``data`` when it is surely no text, in Vietnamese; ``None`` for what may be text.

    >>> foreign_content(b"%PDF-1.7"), foreign_content(b"Plan")
    ('PDF', None)
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (magic != b"MZ" or b"\x00" in data[:_SAMPLE]):
            return kind
    if data.startswith(UTF16_MARKS):
        return None
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "dữ liệu nhị phân" if b"\x00" in sample or controls * 50 > len(sample) else None


def unmarked_utf16(data: bytes) -> str | None:
    """The byte order ("utf-16-le", "utf-16-be") of UTF-16 without its mark, ``None`` for anything else.

    Every other byte of it is mostly zero or the high byte of a Vietnamese letter, and no character is a control.
    """
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 8 or b"\x00" not in sample or data.startswith(UTF16_MARKS):
        return None
    for high, order in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sum(b in (0, 1, 0x1E) for b in sample[high::2]) * 10 >= 9 * len(sample[high::2]):
            controls = any(ord(char) < 32 and char not in "\t\n\r\x0b\x0c" for char in sample.decode(order, "replace"))
            return None if controls else order
    return None
