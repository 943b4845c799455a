"""Messages saved by Outlook: attachments and words, each a stream of the compound file ([MS-OXMSG] 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import PureWindowsPath

import olefile

from graph.errors import UnreadableFile
from ingest.mail import WORDS, is_document
from ingest.packed import Member, Packed, unique

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ATTACHMENT = "__attach_version1.0_"
_DATA = "__substg1.0_37010102"
_LONG_NAME = "__substg1.0_3707"
_SHORT_NAME = "__substg1.0_3704"
_WORDS = "__substg1.0_1000"


def is_outlook(data: bytes) -> bool:
    """Tell whether the file is a compound file."""
    return data.startswith(_SIGNATURE)


def members(data: bytes, name: str, limits: Packed) -> Iterator[Member]:
    """Yield what is attached, and the words of the message when they are a document or all there is.

    A message attached to a message is refused; raises UnreadableFile when the file can't be taken apart.
    """
    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            found = list(_attached(compound, limits))
            words = _string(compound, "", _WORDS)
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFile(f"{name}: thư hỏng. Hãy lưu lại thư, hoặc lưu riêng các tệp kèm.") from error
    yield from found
    said = Member(f"{WORDS}.txt", words.encode()) if words and words.strip() else None
    if said is not None and (not found or is_document(said)):
        yield said


def _attached(compound: olefile.OleFileIO[str], limits: Packed) -> Iterator[Member]:
    taken: set[str] = set()
    folders = sorted({entry[0] for entry in compound.listdir(streams=True, storages=True)})
    for folder in folders:
        if not folder.startswith(_ATTACHMENT):
            continue
        title = _string(compound, folder, _LONG_NAME) or _string(compound, folder, _SHORT_NAME) or "tep-kem"
        path = unique(PureWindowsPath(title).name or "tep-kem", taken)
        stream = f"{folder}/{_DATA}"
        if not compound.exists(stream) or compound.get_type(stream) != olefile.STGTY_STREAM:
            yield Member(path, refused="tệp kèm là một thư khác. Hãy mở thư, lưu riêng các tệp kèm rồi nạp.")
            continue
        refused = limits.refusal(compound.get_size(stream))
        yield Member(path, refused=refused) if refused else Member(path, compound.openstream(stream).read())


def _string(compound: olefile.OleFileIO[str], folder: str, number: str) -> str | None:
    """A property that is text, in Unicode or, of older programs, in the code page of Vietnamese Windows."""
    for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1258")):
        stream = f"{folder}/{number}{kind}".lstrip("/")
        if compound.exists(stream):
            raw: bytes = compound.openstream(stream).read()
            return raw.decode(encoding, "replace").split("\x00")[0]
    return None
