"""Zip files: members in memory, never on the disk, and none that could lead out of it or fill it."""

from __future__ import annotations

import re
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO

from graph.errors import UnreadableFile
from ingest.packed import MOST_MEMBERS, Member, Packed, is_passed_over, unique
from ingest.syllables import syllable_share
from ingest.zip_errors import DAMAGED

HIGHEST_RATIO = 200
"""How many times larger than packed a member may be; text packs to a tenth, a bomb to a thousandth."""

_ALWAYS_FINE = 1_000_000
_LEAST_SHARE = 0.6
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_END = b"PK\x05\x06"
_END_SEARCHED = 65_557
_LIST_BYTES = MOST_MEMBERS * 400
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_LED_OUT = "đường dẫn trong tệp nén trỏ ra ngoài. Hãy kiểm tra nguồn tệp, rồi nén lại."
_LEADS_OUT = re.compile(r"^(?:/|[A-Za-z]:)|(?:^|/)\.\.(?:/|$)|\x00")


def is_zip(data: bytes) -> bool:
    """Tell a zip of files from anything else, also from office files, which are zips inside."""
    return data.startswith(_SIGNATURES) and not any(mark in data[:4_096] for mark in _OFFICE)


def members(data: bytes, name: str, limits: Packed) -> Iterator[Member]:
    """Yield the files of a zip; folders and hidden files are passed over.

    Refused are members that are encrypted, are links, have a path that leads out (absolute, a drive, ``..``), are
    packed as no office packs, or are too many or too large.

    Raises :class:`graph.errors.UnreadableFile` when the zip is damaged or lists too many files.
    """
    broken = f"{name}: tệp zip hỏng hoặc thiếu phần. Hãy nén lại, hoặc giải nén rồi nạp thư mục."
    if _size_of_list(data) > _LIST_BYTES:
        raise UnreadableFile(f"{name}: tệp zip có hơn {MOST_MEMBERS} tệp. Hãy giải nén rồi nạp thư mục.")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGED as error:
        raise UnreadableFile(broken) from error
    taken: set[str] = set()
    with archive:
        for info in archive.infolist():
            path = _name(info).replace("\\", "/")
            if not info.is_dir() and not path.endswith("/") and not is_passed_over(path):
                if _LEADS_OUT.search(path):
                    yield Member(unique(_harmless(path), taken), refused=_LED_OUT)
                else:
                    yield _member(archive, info, unique(path, taken), limits)


def _harmless(path: str) -> str:
    """A path that leads out, as a name that does not."""
    parts = path.replace("\x00", "").replace(":", "").split("/")
    return "/".join("__" if part == ".." else part for part in parts if part not in {"", "."}) or "__"


def _size_of_list(data: bytes) -> int:
    """Bytes of the list of members, as the end of the zip tells; 0 when there is no end."""
    end = data.rfind(_END, max(0, len(data) - _END_SEARCHED))
    if end < 0 or end + 16 > len(data):
        return 0
    size: int = struct.unpack_from("<I", data, end + 12)[0]
    return size


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, limits: Packed) -> Member:
    reason = _refusal(info) or limits.refusal(info.file_size)
    if reason is not None:
        return Member(path, refused=reason)
    try:
        with archive.open(info) as packed:
            found = packed.read(info.file_size + 1)
    except DAMAGED as error:
        return Member(path, refused=f"không giải nén được ({error}). Hãy nén lại tệp này.")
    if len(found) != info.file_size:
        return Member(path, refused="kích thước khi mở khác kích thước đã ghi. Hãy nén lại tệp này.")
    return Member(path, found)


def _refusal(info: zipfile.ZipInfo) -> str | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return "là liên kết, không phải tệp. Hãy nén lại chính tệp ấy."
    if info.flag_bits & _ENCRYPTED:
        return "tệp nén có mật khẩu. Hãy giải nén rồi nạp lại."
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return "kiểu nén này chưa đọc được. Hãy giải nén rồi nạp lại."
    if info.file_size > _ALWAYS_FINE and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
        return f"nén quá {HIGHEST_RATIO} lần, có thể là bom nén. Hãy kiểm tra nguồn tệp."
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """The path of a member: UTF-8 when it says so or can be, else Windows-1258 where that spells better than CP437."""
    said = info.filename
    if info.flag_bits & _UTF8_NAME or said.isascii():
        return said
    try:
        raw = said.encode("cp437")
    except UnicodeEncodeError:
        return said
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        vietnamese = unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))
        share = syllable_share(vietnamese.rpartition(".")[0] or vietnamese).ratio
        return vietnamese if share > max(_LEAST_SHARE, syllable_share(said.rpartition(".")[0]).ratio) else said
