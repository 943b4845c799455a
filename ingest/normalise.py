"""Text made regular for reading, with a map back: every span of the normalised text is a span of the text as read.

What is made regular: Unicode composition (NFC), every kind of space and hyphen, Ð/Đ, Cyrillic look-alikes, curly
quotes, Markdown emphasis and headings, table bars, soft hyphens, tone placement of open *oa, oe, uy* (hoà -> hòa;
domain reference §5.4). Line breaks stay: they carry structure. Upper and lower case stay.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from graph.model import Span

_SPACES = dict.fromkeys(
    map(
        ord, "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    ),
    " ",
)
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_LETTERS = {ord("Ð"): "Đ", ord("ð"): "đ", ord("Ɖ"): "Đ", ord("\u2044"): "/", ord("\uff0f"): "/", ord("\u2215"): "/"}
_CYRILLIC = dict(zip(map(ord, "АВЕКМНОРСТХаеорсху"), "ABEKMHOPCTXaeopcxy", strict=True))  # look-alikes in typed symbols
_QUOTES = {ord(c): '"' for c in "“”„‟«»″"} | {ord(c): "'" for c in "‘’‚‛′"}
_LINES = {ord("\u2028"): "\n", ord("\u2029"): "\n", ord("\x85"): "\n"}
_ONE_TO_ONE = _SPACES | _HYPHENS | _LETTERS | _CYRILLIC | _QUOTES | _LINES
_REGULAR = str.maketrans({chr(k): v for k, v in _ONE_TO_ONE.items()})

_DROPPED = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff]+"  # soft hyphen, zero-width marks, byte-order mark
    r"|\\+(?=[-*_#.\[\]()|])"  # Markdown escapes
    r"|\*+|__+"  # Markdown emphasis
    r"|(?m:^(?:[ ]{0,3}(?:#{1,6}[ ]+|>[ ]?))+)"  # Markdown headings, quotations
    r"|\r+(?=\n)"
)
_BAR = re.compile(r"\|")
_CLUSTER = re.compile(r"(?s).[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]+")
_TONES = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY")
_MARKED = {"o": "òóỏõọ", "u": "ùúủũụ", "O": "ÒÓỎÕỌ", "U": "ÙÚỦŨỤ"}
_TONE_ORDER = {c: i % 5 for i, c in enumerate("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ")}
_OLD_TONE = re.compile(r"(?<![qQ])([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?![^\W\d_])|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``text`` is what is parsed; ``starts[i]``/``ends[i]`` bound the original characters of ``text[i]``.

    Where ``starts`` is ``None`` the two texts agree character by character.
    """

    original: str
    text: str
    starts: array[int] | None
    ends: array[int] | None

    def span(self, start: int, end: int) -> Span:
        """Map a non-empty span of ``text`` to the span of ``original`` that it was read from."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        return Span(self.starts[start], self.ends[end - 1])


def normalise(original: str) -> NormalisedText:
    """Make ``original`` regular and keep the way back.

    >>> n = normalise("Số: **53** /KH – UBND")
    >>> n.text
    'Số: 53 /KH - UBND'
    >>> n.span(4, 6).of(n.original)
    '53'
    """
    result = _made_regular(original)
    while result.starts is not None and not _is_regular(result.text):
        again = _made_regular(result.text)
        if again.text == result.text:
            break
        result = _chained(result, again)
    return result


def _made_regular(original: str) -> NormalisedText:
    text, starts, ends = _composed(original)
    text = new_tone_placement(text.translate(_REGULAR))
    text = _BAR.sub(" ", text)
    pieces: list[str] = []
    kept: list[tuple[int, int]] = []
    position = 0
    for match in _DROPPED.finditer(text):
        if match.start() > position:
            pieces.append(text[position : match.start()])
            kept.append((position, match.start()))
        position = match.end()
    if not kept and position == 0:
        return NormalisedText(original, text, starts, ends)
    pieces.append(text[position:])
    kept.append((position, len(text)))
    old_starts = starts if starts is not None else array("l", range(len(text)))
    old_ends = ends if ends is not None else array("l", range(1, len(text) + 1))
    new_starts, new_ends = array("l"), array("l")
    for low, high in kept:
        new_starts.extend(old_starts[low:high])
        new_ends.extend(old_ends[low:high])
    return NormalisedText(original, "".join(pieces), new_starts, new_ends)


def _is_regular(text: str) -> bool:
    """Tell whether dropping marks brought nothing together that has to be made regular again ("o**à**")."""
    return _DROPPED.search(text) is None and unicodedata.is_normalized("NFC", text) and _OLD_TONE.search(text) is None


def _chained(first: NormalisedText, second: NormalisedText) -> NormalisedText:
    if first.starts is None or first.ends is None or second.starts is None or second.ends is None:
        return NormalisedText(first.original, second.text, first.starts, first.ends)
    starts = array("l", (first.starts[start] for start in second.starts))
    ends = array("l", (first.ends[end - 1] for end in second.ends))
    return NormalisedText(first.original, second.text, starts, ends)


def new_tone_placement(text: str) -> str:
    """Move the tone mark of open *oa, oe, uy* to the first vowel; the length stays.

    >>> new_tone_placement("Uỷ ban, hoà giải, khoá, quý, toàn")
    'Ủy ban, hòa giải, khóa, quý, toàn'
    """

    def moved(match: re.Match[str]) -> str:
        glide, vowel = match[1] or match[3], match[2] or match[4]
        return _MARKED[glide][_TONE_ORDER[vowel]] + vowel.translate(_TONES)

    return _OLD_TONE.sub(moved, text)


def _composed(original: str) -> tuple[str, array[int] | None, array[int] | None]:
    """Compose to NFC, cluster by cluster where there is something to compose, so that offsets are known."""
    if unicodedata.is_normalized("NFC", original):
        return original, None, None
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    position = 0
    for match in _CLUSTER.finditer(original):
        _copy(original, position, match.start(), pieces, starts, ends)
        composed = unicodedata.normalize("NFC", match[0])
        pieces.append(composed)
        starts.extend([match.start()] * len(composed))
        ends.extend([match.end()] * len(composed))
        position = match.end()
    _copy(original, position, len(original), pieces, starts, ends)
    return "".join(pieces), starts, ends


def _copy(original: str, low: int, high: int, pieces: list[str], starts: array[int], ends: array[int]) -> None:
    """Take over a stretch without combining marks; single characters that NFC replaces are replaced one by one."""
    stretch = original[low:high]
    if unicodedata.is_normalized("NFC", stretch):
        pieces.append(stretch)
        starts.extend(range(low, high))
        ends.extend(range(low + 1, high + 1))
        return
    for place, character in enumerate(stretch, low):
        composed = unicodedata.normalize("NFC", character)
        pieces.append(composed)
        starts.extend([place] * len(composed))
        ends.extend([place + 1] * len(composed))
