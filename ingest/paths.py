r"""Names of files as text, and the way back to the files.

A file system takes any bytes for a name. What old programs unpacked is often named in a legacy encoding; Python keeps
such bytes as lone surrogates, which neither a store nor JSON takes. As text they are written as escapes, and whoever
wants the file again reads them as bytes.

>>> as_text("k\udcff.txt")
'k\\xff.txt'
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

_ESCAPED = re.compile(rb"\\x([89a-f][0-9a-f])")


def as_text(path: PurePath | str) -> str:
    """A name as a store and a report keep it: with escapes for the bytes that are no letters."""
    name = str(path)
    return name if name.isascii() else os.fsencode(name).decode(errors="backslashreplace")


def as_path(name: str) -> Path:
    """The file that :func:`as_text` named; one that has such escapes in its own name is found too."""
    path = Path(name)
    if "\\x" not in name or os.path.lexists(path):
        return path
    return Path(os.fsdecode(_ESCAPED.sub(lambda escape: bytes.fromhex(escape[1].decode()), os.fsencode(name))))


def absolute(path: PurePath | str) -> str:
    """The name under which a file is remembered, the same from every folder."""
    return as_text(os.path.abspath(path))  # noqa: PTH100 - links stay as named


def is_folder(path: PurePath | str) -> bool:
    """Whether a folder is there; one that may not be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for it


def is_file(path: PurePath | str) -> bool:
    """Whether a file is there; one that may not be looked at is none."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises for it
