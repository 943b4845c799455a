"""Telling text from what is not: the first bytes of common files, and bytes that no text has."""

from __future__ import annotations

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAM = b"MZ"
_MAGIC = (
    (0, b"%PDF", "PDF"),
    (0, b"{\\rtf", "RTF"),
    (0, b"\x89PNG", "ảnh PNG"),
    (0, b"\xff\xd8\xff", "ảnh JPEG"),
    (0, b"GIF8", "ảnh GIF"),
    (0, b"II*\x00", "ảnh TIFF"),
    (0, b"MM\x00*", "ảnh TIFF"),
    (8, b"WEBP", "ảnh WebP"),
    (4, b"ftyphei", "ảnh HEIC"),
    (4, b"ftypmif1", "ảnh HEIC"),
    (0, b"AC10", "bản vẽ AutoCAD (dwg)"),
    (4, b"ftyp", "phim hoặc âm thanh MP4"),
    (8, b"AVI ", "phim AVI"),
    (8, b"WAVE", "âm thanh WAV"),
    (0, b"ID3", "âm thanh MP3"),
    (0, b"\x1f\x8b", "tệp nén gzip"),
    (0, b"Rar!\x1a\x07", "tệp nén rar"),
    (0, b"7z\xbc\xaf", "tệp nén 7z"),
    (0, b"BZh", "tệp nén bzip2"),
    (0, b"\xfd7zXZ", "tệp nén xz"),
    (257, b"ustar", "tệp gói tar"),
    (0, b"SQLite format 3\x00", "cơ sở dữ liệu SQLite"),
    (0, b"\x7fELF", "chương trình"),
    (0, _PROGRAM, "chương trình Windows"),
)
_IN_ZIP = (
    (b"word/", "Word (docx)"),
    (b"xl/", "Excel (xlsx)"),
    (b"ppt/", "PowerPoint (pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument (odt)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument (ods)"),
    (b"mimetypeapplication/epub", "sách EPUB"),
)
_IN_COMPOUND = (
    ("EncryptedPackage", "tệp Office có mật khẩu"),
    ("WordDocument", "Word đời cũ (doc)"),
    ("Workbook", "Excel đời cũ (xls)"),
    ("PowerPoint Document", "PowerPoint đời cũ (ppt)"),
    ("__properties_version1.0", "thư Outlook (msg)"),
)
_SAMPLE = 65_536
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def foreign_content(data: bytes) -> str | None:
    """Name the kind of ``data`` when it is surely no text, in Vietnamese; ``None`` for what may be text.

    >>> foreign_content(b"%PDF-1.7"), foreign_content(b"Plan")
    ('PDF', None)
    """
    if data.startswith(_ZIP):
        return next((kind for mark, kind in _IN_ZIP if mark in data), "tệp nén zip")
    if data.startswith(_COMPOUND):
        named = (kind for name, kind in _IN_COMPOUND if name.encode("utf-16-le") in data)
        return next(named, "tệp Office đời cũ")
    for offset, magic, kind in _MAGIC:
        if data.startswith(magic, offset) and (magic != _PROGRAM or b"\x00" in data[:_SAMPLE]):
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
