"""Where the command line writes: answers on stdout, progress and messages on stderr.

A closed pipe ends a command quietly, and a terminal that cannot show Vietnamese letters gets them without their marks
instead of an error ("Kế hoạch" -> "Ke hoach"); JSON then escapes them, which loses nothing.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel
    from rich.console import Console

    from queries.messages import Language
    from queries.results import Note

_PLAIN = {
    "đ": "d", "Đ": "D", "⚑": "!", "→": "->", "←": "<-", "↳": "->", "…": "...", "–": "-", "—": "-", "·": "|",
    "“": '"', "”": '"', "‘": "'", "’": "'", "✓": "+", "≥": ">=", "≤": "<=", "•": "*",
}  # fmt: skip
_WIDE = 2000


def prepare_streams() -> None:
    """Make stdout and stderr take every character, whatever the locale says."""
    codecs.register_error("cancu-plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="cancu-plain")


def answer() -> Console:
    """Return the console of answers: stdout, unwrapped when it is not a terminal."""
    return _console(sys.stdout)


def messages() -> Console:
    """Return the console of progress and messages: stderr."""
    return _console(sys.stderr)


def message(text: str) -> None:
    """Write one message for the user to stderr, as plain text."""
    messages().print(text, markup=False, highlight=False, soft_wrap=True)


def tell(notes: Iterable[Note], language: Language = "vi") -> None:
    """Write what is to be known of an answer as a whole to stderr."""
    for note in notes:
        message(note.message if language == "vi" else note.message_en)


def print_json(result: BaseModel) -> None:
    """Write ``result`` to stdout as one indented JSON object."""
    write(_json(result, indent=2))


def print_json_line(result: BaseModel) -> None:
    """Write ``result`` to stdout as JSON on a line of its own."""
    write(_json(result, indent=None))


def write(text: str) -> None:
    """Write ``text`` and a line break to stdout; ends the command when nobody reads on."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        leave_closed_pipe()
        raise typer.Exit(0) from None


def write_bytes(content: bytes) -> None:
    """Write the content of a file to stdout as it is."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        leave_closed_pipe()
        raise typer.Exit(0) from None


def leave_closed_pipe() -> None:
    """Point stdout nowhere, so that closing it at exit does not complain again."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())


def _json(result: BaseModel, indent: int | None) -> str:
    if _speaks_unicode(sys.stdout):
        return result.model_dump_json(indent=indent)
    return json.dumps(result.model_dump(mode="json"), indent=indent, ensure_ascii=True)


def _speaks_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().startswith("utf")


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    class QuietConsole(Console):
        def on_broken_pipe(self) -> None:
            leave_closed_pipe()
            raise typer.Exit(0)

    width = None if stream.isatty() or "COLUMNS" in os.environ else _WIDE
    return QuietConsole(file=stream, width=width, highlight=False, markup=False, emoji=False)


def _plain(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    pieces = (_plain_letter(letter, error.encoding) for letter in error.object[error.start : error.end])
    return "".join(pieces), error.end


def _plain_letter(letter: str, encoding: str) -> str:
    folded = _PLAIN.get(letter) or "".join(
        c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)
    )
    try:
        folded.encode(encoding)
    except UnicodeEncodeError:
        return "?"
    return folded
