"""Files that hold files: a zip, a mail. Each member is read as a file of its own, ``van-ban.zip!/dir/tep.docx``.

Nothing is unpacked to the disk. What cannot be used is a member too, with the reason why it is refused, so that a
report adds up. The limits make a bomb harmless: they count over everything that one file holds, however deep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from graph.errors import UnreadableFile
from ingest import mail, outlook, zipped
from ingest.packed import INSIDE, Member, Packed
from ingest.readers import DEFAULT_LIMIT, file_bytes
from ingest.reading import ending_within
from ingest.walk import files_under

DEEPEST = 3
"""How deep files may lie in one another: a zip in a zip in a zip."""

PACKED_LIMIT = 100_000_000
"""Largest file with members that is opened, in bytes."""

_Opener = Callable[[bytes, str, Packed], Iterator[Member]]
_OPENERS: dict[str, tuple[Callable[[bytes], bool], _Opener]] = {
    ".zip": (zipped.is_zip, zipped.members),
    ".eml": (mail.is_mail, mail.members),
    ".msg": (outlook.is_outlook, outlook.members),
}


def size_limit(name: str) -> int:
    """How large the file ``name`` may be, in bytes: what holds others may be larger than what is read."""
    return PACKED_LIMIT if _suffix(name) in _OPENERS else DEFAULT_LIMIT


def bytes_of(path: PurePath | str) -> bytes:
    """The bytes of a file that is read or opened; raises UnreadableFile."""
    return file_bytes(str(path), limit=size_limit(str(path)))


def names_under(paths: Iterable[Path]) -> Iterator[str]:
    """The names that a run gives to the files under ``paths``: of a file that can be opened, those of its members.

    Raises :class:`graph.errors.InputError` when a path does not exist.
    """
    for path in files_under(paths):
        name = str(path)
        try:
            data = bytes_of(path) if _suffix(name) in _OPENERS else b""
            members = members_of(data, name) if holds_members(data, name) else ()
        except UnreadableFile:
            members = ()
        yield from (f"{name}{INSIDE}{member.name}" for member in members) if members else (name,)


def holds_members(data: bytes, name: str) -> bool:
    """Tell whether the file ``name`` with these bytes is opened instead of read."""
    opener = _OPENERS.get(_suffix(name))
    return opener is not None and opener[0](data)


def members_of(data: bytes, name: str) -> tuple[Member, ...]:
    """All files in the file ``name``, those in them included, in the order in which they lie there.

    Raises :class:`graph.errors.UnreadableFile` when it is damaged or holds nothing.
    """
    found = tuple(_members(data, name, Packed(), depth=1))
    if not found:
        raise UnreadableFile(f"{name}: không có tệp nào bên trong. Hãy kiểm tra lại tệp nguồn.")
    return found


def members_within(data: bytes, name: str, seconds: float) -> tuple[Member, ...]:
    """Like :func:`members_of`; ends the whole process when that takes longer than ``seconds``."""
    with ending_within(seconds):
        return members_of(data, name)


def _members(data: bytes, name: str, limits: Packed, *, depth: int) -> Iterator[Member]:
    _, opener = _OPENERS[_suffix(name)]
    for member in opener(data, name, limits):
        if member.refused is not None or not holds_members(member.data, member.name):
            yield member
        elif depth == DEEPEST:
            yield member.refuse(f"nằm sâu quá {DEEPEST} lớp tệp nén. Hãy giải nén rồi nạp lại.")
        else:
            yield from _inner(member, f"{name}{INSIDE}{member.name}", limits, depth + 1)
        if limits.is_full:
            return


def _inner(member: Member, name: str, limits: Packed, depth: int) -> Iterator[Member]:
    empty = True
    try:
        for inner in _members(member.data, name, limits, depth=depth):
            empty = False
            yield replace(inner, name=f"{member.name}{INSIDE}{inner.name}")
    except UnreadableFile as error:
        yield member.refuse(str(error).removeprefix(f"{name}: "))
        return
    if empty:
        yield member.refuse("không có tệp nào bên trong. Hãy kiểm tra lại tệp nguồn.")


def _suffix(name: str) -> str:
    return PurePath(name).suffix.casefold()
