"""The Vietnamese encodings from before Unicode: from bytes to letters.

Which bytes are which letter is ``data/legacy_letters.csv``; Windows-1258 is in the standard library.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from data.tables import LegacyLetter, legacy_letters

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ ,]{1,3}")


@dataclass(frozen=True, slots=True)
class Legacy:
    """An encoding; ``decode`` never fails, what is no letter of it becomes some other character.

    ``iconv`` is the name by which the program of that name knows it.
    """

    name: str
    decode: Callable[[bytes], str]
    iconv: str | None = None


def _tcvn3(data: bytes) -> str:
    return _with_drawn_capitals(_by_table(data, _keys("tcvn3")))


def _vni(data: bytes) -> str:
    return _by_table(data, _keys("vni"))


def _viscii(data: bytes) -> str:
    return _by_table(data, _keys("viscii"))


def _windows_1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def windows_1252(data: bytes) -> str:
    """Decode as Windows-1252; the five bytes without a character become the control characters of ISO 8859-1."""
    return data.decode("latin-1").translate(_WINDOWS_CHARACTERS)


LEGACY = (
    Legacy("TCVN3 (ABC)", _tcvn3),
    Legacy("VNI-Windows", _vni),
    Legacy("VISCII", _viscii, "VISCII"),
    Legacy("Windows-1258", _windows_1258, "WINDOWS-1258"),
)

_WINDOWS_CHARACTERS = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if bytes([byte]).decode("cp1252", "ignore")
}


def _by_table(data: bytes, keys: Mapping[str, str]) -> str:
    return _pattern(frozenset(keys)).sub(lambda found: keys[found[0]], data.decode("latin-1"))


@cache
def _keys(encoding: str) -> dict[str, str]:
    """What is replaced, as characters of ISO 8859-1: letters, and the punctuation of Windows where no letter is."""
    written = {bytes.fromhex(getattr(row, encoding)).decode("latin-1"): row for row in legacy_letters()}
    letters = dict(_spelled(written.items()))
    return {chr(byte): character for byte, character in _WINDOWS_CHARACTERS.items()} | letters


def _spelled(written: Iterable[tuple[str, LegacyLetter]]) -> Iterator[tuple[str, str]]:
    """Each spelling with its letter; in VNI the case of the first of two bytes decides."""
    for spelling, row in written:
        yield spelling, row.letter
        if len(spelling) == 2 and bytes.fromhex(row.vni).decode("latin-1") == spelling:
            yield spelling[0] + spelling[1].swapcase(), row.letter


@cache
def _pattern(keys: frozenset[str]) -> re.Pattern[str]:
    seconds: dict[str, str] = defaultdict(str)
    for key in sorted(keys):
        if len(key) == 2:
            seconds[key[0]] += key[1]
    singles = "".join(sorted(key for key in keys if len(key) == 1))
    pairs = [f"{re.escape(first)}[{re.escape(second)}]" for first, second in seconds.items()]
    return re.compile("|".join([*pairs, f"[{re.escape(singles)}]"]))


def _with_drawn_capitals(text: str) -> str:
    """Give back their case to letters that only a font of capitals drew large: "NHâN DâN" is NHÂN DÂN.

    A word is meant in capitals when no Vietnamese word mixes the cases so; a word that may be either ("Bố", "ở")
    follows the words beside it.
    """
    return "\n".join(_line_with_capitals(line) for line in text.split("\n"))


def _line_with_capitals(line: str) -> str:
    if line.islower() or line.isascii():
        return line
    found = list(_WORD.finditer(line))
    pieces: list[str] = []
    position = 0
    for index, word in enumerate(found):
        if _may_be_capitals(word[0]) and (_is_capitals(word[0]) or _among_capitals(line, found, index)):
            pieces += line[position : word.start()], word[0].upper()
            position = word.end()
    return "".join([*pieces, line[position:]])


def _may_be_capitals(word: str) -> bool:
    return not word.isupper() and not any(char.isascii() and char.islower() for char in word)


def _is_capitals(word: str) -> bool:
    """Tell whether two letters are capitals, or one that is not the first."""
    return word[1:].upper() != word[1:].lower() and (sum(map(str.isupper, word)) > 1 or any(map(str.isupper, word[1:])))


def _among_capitals(line: str, words: list[re.Match[str]], index: int) -> bool:
    beside = [
        words[other][0]
        for other, gap in (
            (index - 1, (words[index - 1].end(), words[index].start())),
            (index + 1, (words[index].end(), words[index + 1].start() if index + 1 < len(words) else 0)),
        )
        if 0 <= other < len(words) and _GAP.fullmatch(line, *gap)
    ]
    return any(map(_is_capitals, beside)) and all(_may_be_capitals(word) or word.isupper() for word in beside)
