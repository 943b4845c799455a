"""Mail: what is attached to a message, and its own words when they are a document or all there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message, MIMEPart
from itertools import islice
from mimetypes import guess_extension
from pathlib import PurePosixPath

from graph.errors import UnreadableFile
from ingest.packed import Member, Packed, unique
from ingest.reading import read_document

WORDS = "noi-dung-thu"
"""What the words of a message are called among its members."""

_HEAD = re.compile(rb"(?:[!-9;-~]{1,80}:[^\n]{0,2000}\r?\n|[ \t][^\n]{0,2000}\n){1,200}\r?\n")
_MOST_PARTS = 1_000


def is_mail(data: bytes) -> bool:
    """Tell whether the file begins with the header lines of a message."""
    return _HEAD.match(data[:200_000]) is not None


def members(data: bytes, name: str, limits: Packed) -> Iterator[Member]:
    """Yield what is attached; pictures that stand in the words (a logo, a signature) are no files of their own.

    Raises :class:`graph.errors.UnreadableFile` when the message can't be taken apart.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        attached = list(_attached(message, limits))
        words = _words(message, limits)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"{name}: thư hỏng. Hãy lưu lại thư, hoặc lưu riêng các tệp kèm.") from error
    yield from attached
    if words is not None and (not attached or is_document(words)):
        yield words


def is_document(words: Member) -> bool:
    """Tell whether the words of a message are themselves a document, with a head that says which."""
    try:
        read_document(words.data, words.name)
    except UnreadableFile:
        return False
    return True


def _attached(message: EmailMessage, limits: Packed) -> Iterator[Member]:
    taken: set[str] = set()
    for part in islice(_parts(message), _MOST_PARTS):
        is_message = part.get_content_type() == "message/rfc822"
        if not is_message and not _is_attached(part):
            continue
        found = _bytes_of_message(part) if is_message else part.get_payload(decode=True)
        path = unique(_plain(part.get_filename(), part.get_content_type()), taken)
        if not isinstance(found, bytes):
            yield Member(path, refused="phần này của thư hỏng. Hãy lưu riêng tệp kèm rồi nạp.")
            continue
        refused = limits.refusal(len(found))
        yield Member(path, refused=refused) if refused else Member(path, found)


def _parts(message: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a message and of its parts, without pictures shown in the words; an attached message stays whole."""
    is_shown = message.get_content_type() == "multipart/related"
    for part in message.iter_parts() if message.is_multipart() else ():
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            yield from _parts(part)
        elif not (is_shown and part.get_content_maintype() == "image"):
            yield part


def _is_attached(part: MIMEPart) -> bool:
    """Tell an attachment from the words of a message."""
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _bytes_of_message(part: MIMEPart) -> bytes | None:
    inner = part.get_payload()
    return inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else None


def _words(message: EmailMessage, limits: Packed) -> Member | None:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return None
    found = body.get_content()
    if not isinstance(found, str) or not found.strip():
        return None
    data = found.encode("utf-8", "replace")
    refused = limits.refusal(len(data))
    path = f"{WORDS}.{'html' if body.get_content_subtype() == 'html' else 'txt'}"
    return Member(path, refused=refused) if refused else Member(path, data)


def _plain(title: str | None, kind: str) -> str:
    """The name of an attachment without folders; one that has none is called after its type."""
    name = PurePosixPath((title or "").replace("\\", "/").replace("\x00", "")).name.strip()
    if not name.strip("."):
        return f"tep-kem{guess_extension(kind) or ''}"
    return f"{name}.eml" if kind == "message/rfc822" and not name.casefold().endswith(".eml") else name
