"""From a file to the text that all offsets point into.

A format is one module in :mod:`ingest.readers.formats` with a ``FORMAT``; nothing else names it. The suffix chooses the
format, the content may overrule it (a web page saved as .txt), and a file of no known kind is refused with what to do.

>>> read_data("Số: 1/KH-UBND".encode(), "ke-hoach.txt").text
'Số: 1/KH-UBND'
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from graph.errors import UnreadableFile, os_reason
from ingest.normalise import remarks_on_letters
from ingest.readers.registry import Format, ReadText, known_formats
from ingest.readers.signatures import foreign_content

__all__ = ["DEFAULT_LIMIT", "Format", "ReadText", "file_bytes", "is_readable", "known_formats", "read", "read_data"]

DEFAULT_LIMIT = 20_000_000
"""Largest file that is read, in bytes; a law of 500 pages has about two million."""


def read(path: Path | str, *, limit: int = DEFAULT_LIMIT) -> ReadText:
    """Read a file.

    Raises:
        UnreadableFile: no such file, empty, too large (over ``limit`` bytes), of an unknown type, binary, or not UTF-8;
            the message names the file and the remedy.
    """
    return read_data(file_bytes(path, limit=limit), str(path), limit=limit)


def file_bytes(path: Path | str, *, limit: int = DEFAULT_LIMIT) -> bytes:
    """The bytes of a file; raises UnreadableFile when there are none, or more than ``limit``."""
    file = Path(path)
    try:
        before = file.stat()
        if file.is_dir():
            os.scandir(file).close()  # one that cannot be listed says why
        if not file.is_file():
            raise _unopened(f"{file}: không phải là tệp. Hãy chỉ ra một tệp, hoặc thư mục chứa các tệp.")
        _check_size(before.st_size, limit, str(file))
        data = file.read_bytes()
        after = file.stat()
    except FileNotFoundError as error:
        raise _unopened(f"{file}: không có tệp này. Hãy kiểm tra lại đường dẫn.") from error
    except OSError as error:
        reason = os_reason(error)
        raise _unopened(f"{file}: không mở được ({reason}). Hãy kiểm tra quyền đọc.") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise _unopened(f"{file}: tệp thay đổi trong lúc đọc. Hãy nạp lại khi tệp đã ghi xong.")
    return data


def read_data(data: bytes, name: str, *, limit: int = DEFAULT_LIMIT) -> ReadText:
    """Read the bytes of a file called ``name``; errors as :func:`read`."""
    _check_size(len(data), limit, name)
    chosen, warnings = _choose(data, name)
    extracted = chosen.extract(data, name)
    if not extracted.text.strip().strip("\ufeff").strip():
        raise UnreadableFile(f"{name}: tệp không có chữ nào. Hãy kiểm tra lại tệp nguồn.")
    digest = hashlib.sha256(data).hexdigest()
    said = (*warnings, *extracted.warnings, *remarks_on_letters(extracted.text))
    return ReadText(name, digest, chosen.name, len(data), data, extracted.text, said, extracted.pages)


def is_readable(path: Path | str) -> bool:
    """Tell by the suffix whether some format would read this file."""
    suffix = Path(path).suffix.casefold()
    return any(suffix in known.suffixes for known in known_formats())


def _unopened(message: str) -> UnreadableFile:
    return UnreadableFile(message, kind="unopened")


def _check_size(size: int, limit: int, name: str) -> None:
    if size == 0:
        raise UnreadableFile(f"{name}: tệp rỗng. Hãy kiểm tra lại tệp nguồn.")
    if size > limit:
        raise UnreadableFile(
            f"{name}: tệp lớn {size / 1e6:.1f} MB, quá giới hạn {limit / 1e6:.0f} MB. Hãy tách thành nhiều tệp."
        )


def _choose(data: bytes, name: str) -> tuple[Format, tuple[str, ...]]:
    """The format of a file, with a warning where content and suffix disagree."""
    suffix = Path(name).suffix.casefold()
    by_suffix = next((known for known in known_formats() if suffix in known.suffixes), None)
    by_content = next((known for known in known_formats() if known.is_surely(data)), None)
    if by_content and by_content is not by_suffix:
        return by_content, (f"Tên tệp có đuôi “{suffix}” nhưng nội dung là {by_content.name}; đã đọc theo nội dung.",)
    if by_suffix is None and not suffix:
        by_suffix = next(known for known in known_formats() if ".txt" in known.suffixes)
    if by_suffix:
        return by_suffix, ()
    kind = foreign_content(data)
    described = f"{suffix} ({kind})" if kind else suffix
    raise UnreadableFile(f"{name}: chưa đọc được tệp {described}. {_remedy(kind)}")


def _remedy(kind: str | None) -> str:
    """What to do with a file of a kind that is not read."""
    if kind is not None and kind.startswith(("tệp nén", "tệp gói")):
        return "Hãy giải nén rồi nạp thư mục."
    if kind is not None and kind.startswith("ảnh"):
        return "Hãy lưu thành .jpg hoặc .png rồi nạp lại."
    readable = ", ".join(sorted(s for known in known_formats() for s in known.suffixes))
    return f"Hãy lưu thành .docx hoặc .pdf, nếu đây là văn bản (đọc được: {readable})."
