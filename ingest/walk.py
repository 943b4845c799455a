"""Which files a run reads: those named, and all visible files of the folders named, in a stable order.

Visible is what an office would call a document: nothing hidden, nothing that an operating system or a word processor
left there ("Thumbs.db", "~$ke-hoach.docx" while that is open in Word).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import InputError

_JUNK = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


def is_left_behind(name: str) -> bool:
    """Tell whether a file or folder of this name is hidden, or was left by an operating system or a word processor."""
    return name.startswith((".", "~$")) or name.casefold() in _JUNK


def files_under(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once: folders are walked by name, hidden files and folders are passed over.

    Raises :class:`graph.errors.InputError` at once when a path does not exist, before any file is yielded.
    """
    given = list(paths)
    for path in given:
        if not path.exists():
            raise InputError(f"Không có tệp hay thư mục {path}. Hãy kiểm tra lại đường dẫn.")
    return _files(given)


def _files(paths: list[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    for path in paths:
        for file in _visible_files(path) if path.is_dir() else (path,):
            identity = os.path.realpath(file)  # of a hundred thousand files, text takes a fourth of what paths take
            if identity not in seen:
                seen.add(identity)
                yield file


def _visible_files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if is_left_behind(entry.name):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _visible_files(entry)
        else:
            yield entry
