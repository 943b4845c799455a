"""Text made regular for reading, with a map back: every span of the normalised text is a span of the text as read.

What is made regular: Unicode composition (NFC), every kind of space and hyphen, Ð/Đ, Cyrillic look-alikes, curly
quotes, Markdown emphasis, headings and breaks (<br>), table bars, soft hyphens, marks of notes ("[1]"), page numbers
within a sentence, space around lines and doubled between words, tone placement of open *oa, oe, uy* (hoà -> hòa; domain
reference §5.4). Line breaks stay: they carry structure. Upper and lower case stay.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Span
from ingest.offsets import OffsetMap, Run
from ingest.page_breaks import page_numbers

_SPACES = dict.fromkeys(
    "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
_LETTERS = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "\u2044": "/", "\uff0f": "/", "\u2215": "/"}
_CYRILLIC = dict(zip("АВЕКМНОРСТХаеорсху", "ABEKMHOPCTXaeopcxy", strict=True))  # look-alikes in typed symbols
_LOW_LINE = re.compile(r"_(?<=[A-ZĐ]_)(?=[A-ZĐ])")  # typed for the hyphen of a symbol
_QUOTES = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′", "'")
_LINES = dict.fromkeys("\u2028\u2029\x85", "\n")
_REGULAR = _SPACES | _HYPHENS | _LETTERS | _CYRILLIC | _QUOTES | _LINES

# Each pattern begins with one class of characters: the engine then skips over all others without trying alternatives.
_KEPT = " \nĐđ"
_IRREGULAR = re.compile(f"[{re.escape(''.join(_REGULAR))}]")
_RUN = re.compile(r"([\u00ad\u200b-\u200f\u2060\ufeff\\*_\r])\1*")
_RUN_MARKS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\\*_\r"
"""The marks of :data:`_RUN`: to look for each takes less time than for the pattern."""

_OPENING = re.compile(r"((?:[ ]{0,3}(?:#{1,6}[ ]+|>[ ]?))+)")  # Markdown headings, quotations
_OPENING_BELOW = re.compile(rf"\n{_OPENING.pattern}")

_INDENTED = re.compile(r"\n( +)")
_TRAILING = re.compile(r"(?<! ) ++(?=\n)")  # never gives a space back, for the rest of a long run fits no better
_DOUBLED = re.compile(r"(?<=[^\W_])  (?=[^\W_(])|(?<=[.,;:)])  (?=[^\W_(])")
"""Two spaces between words or behind a mark; more than two part the columns of a head or a table."""

_DOUBLED_IN_CAPITALS = re.compile(
    r"(?<![^\W\d_])(?:CỘNG|HÒA|XÃ|CHỦ|NGHĨA|VIỆT|PHÓ|NHÂN|ỦY) ( )"
    r"(?=(?:HÒA|XÃ|HỘI(?= {1,2}CHỦ)|CHỦ|TỊCH|NGHĨA|VIỆT|NAM|DÂN|BAN(?= {1,2}NHÂN))(?![^\W\d_]))"
)
"""A second space within what no cell ends in the midst of: names of the nation, of offices, of the people's bodies."""

_BREAK = re.compile(r"<br\s{0,2}/?>", re.IGNORECASE)
_BREAKS = ("<br", "<BR", "<Br")
_SET_IN_CELLS = re.compile(r"CỘNG H(?:ÒA|OÀ)|ĐẢNG CỘNG|Độc lập|Nơi nhận|(?<!\w)(?:TM|KT|TL|TUQ)\.|(?:CHỦ TỊCH|ĐỐC)\W")
_GONE = "\ufeff"
"""Stands for a character that is dropped, until offsets are known."""

_BEHIND_NOTE_MARK = ("", "\n", ".", ",", ";", ":", ")", "*")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_LINK = re.compile(
    r"\[(?P<said>[^\[\]\n]{1,200})\]\((?:https?://|/|#)[^\s()]{0,300}(?:\([^\s()]{0,80}\)[^\s()]{0,80})?\)"
)
_ESCAPED = frozenset("-*_#.[]()|")

# To sort the marks of one letter takes the square of their number, hence the bound (UAX #15, stream-safe text).
_CLUSTER = re.compile(r"(?s).[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]{1,30}")
_TONES = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY")
_MARKED = {"o": "òóỏõọ", "u": "ùúủũụ", "O": "ÒÓỎÕỌ", "U": "ÙÚỦŨỤ"}
_TONE_ORDER = {c: i % 5 for i, c in enumerate("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ")}
_NEW_TONE = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])(?![^\W\d_])")
_OLD_TONE = re.compile(r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])(?<![qQ]..)")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``text`` is what is parsed, ``original`` what was read, ``offsets`` the way back.

    ``restored`` are spans of ``text`` whose letters have marks that those of ``original`` lost.
    """

    original: str
    text: str
    offsets: OffsetMap
    restored: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Map a non-empty span of ``text`` to the span of ``original`` that it was read from."""
        return self.offsets.span(start, end)

    def written(self, start: int, end: int) -> str:
        """``text[start:end]``, as long, in the letters as read: their tone marks, dashes and quotation marks.

        Words whose marks were restored keep them.
        """
        written, position = self._as_read(start, end), start
        pieces: list[str] = []
        for index in range(bisect_left(self.restored, (start, start)), len(self.restored)):
            low, high = self.restored[index]
            if high > end:
                break
            pieces += (written[position - start : low - start], self.text[low:high])
            position = high
        return "".join((*pieces, written[position - start :])) if pieces else written

    def _as_read(self, start: int, end: int) -> str:
        said = self.text[start:end]
        if not self.offsets.runs and self.original[start:end] == said:
            return said
        letters = self.offsets.letters(self.original, start, end)
        if "".join(letters) == said:
            return said
        composed = (unicodedata.normalize("NFC", letter) if len(letter) > 1 else letter for letter in letters)
        pairs = zip(said, composed, strict=True)
        return "".join(char if char in _KEPT or len(letter) != 1 else letter for char, letter in pairs)


def normalise(original: str) -> NormalisedText:
    """Make ``original`` regular and keep the way back.

    >>> n = normalise("Số: **53** /KH – UBND")
    >>> n.text
    'Số: 53 /KH - UBND'
    >>> n.span(4, 6).of(n.original)
    '53'
    """
    text, offsets = _made_regular(original)
    while offsets.runs and not _is_regular(text):
        again, further = _made_regular(text)
        if again == text:
            break
        text, offsets = again, offsets.through(further.runs, len(again))
    return NormalisedText(original, text.replace("|", " "), offsets)  # until here a bar is no padding of a line


def _made_regular(original: str) -> tuple[str, OffsetMap]:
    text, offsets = _composed(original)
    pages = [*page_numbers(text)]
    if any(map(text.__contains__, _BREAKS)):
        text = "\n".join(map(_without_breaks, text.split("\n")))
    text = _IRREGULAR.sub(lambda match: _REGULAR[match[0]], text)
    text = _LOW_LINE.sub("-", new_tone_placement(text))
    pieces: list[str] = []
    kept: list[Run] = []
    position = length = 0
    for start, end in sorted([*pages, *_dropped(text)]):
        if end <= position:
            continue
        if start > position:
            pieces.append(text[position:start])
            kept.append((length, position, 0))
            length += start - position
        position = end
    if position == 0:
        return text, offsets
    pieces.append(text[position:])
    kept.append((length, position, 0))
    regular = "".join(pieces)
    return regular, offsets.through(kept, len(regular))


def _without_breaks(line: str) -> str:
    """A line with the breaks of HTML that Markdown lets stand as new lines.

    The row of a table stays one, unless it holds the head or the foot of a paper, whose cells are lines.
    """
    mark = " " if "|" in line and _SET_IN_CELLS.search(line) is None else "\n"
    return _BREAK.sub(lambda match: _GONE * (len(match[0]) - 1) + mark, line)


def _dropped(text: str) -> list[tuple[int, int]]:
    """Spans of what only sets the text: soft hyphens, zero-width marks, Markdown, marks of notes, the CR of a CR LF."""
    found: list[tuple[int, int]] = []
    if any(map(text.__contains__, _RUN_MARKS)):
        found = [match.span() for match in _RUN.finditer(text) if _is_dropped(match)]
    if "[" in text:
        found = sorted([*found, *_note_marks(text), *_links(text)])
    if "#" in text or ">" in text:
        found = sorted([*found, *_openings(text)])
    if "\n " in text or " \n" in text or "  " in text:
        found = sorted([*found, *_padding(text)])
    return found


def _padding(text: str) -> Iterator[tuple[int, int]]:
    """Space that parts no words."""
    yield from (match.span(1) for match in _INDENTED.finditer(text))
    if " \n" in text:
        yield from (match.span() for match in _TRAILING.finditer(text))
    if "  " in text:
        doubled = (match.start() for match in _DOUBLED.finditer(text))
        yield from ((at, at + 1) for at in doubled if _is_within_a_cell(text, at))
        yield from (match.span(1) for match in _DOUBLED_IN_CAPITALS.finditer(text))


def _is_within_a_cell(text: str, at: int) -> bool:
    """Tell whether two spaces part words and no cells, which begin with a capital and most often end in one."""
    before, behind = text[at - 1], text[at + 2 : at + 4]
    if not behind[0].isupper():
        return True
    return (before.islower() or before == ",") and behind[1:].islower()


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """The marks of Markdown with which lines begin."""
    first = _OPENING.match(text)
    if first is not None:
        yield first.span()
    for match in _OPENING_BELOW.finditer(text):
        yield match.span(1)


def _note_marks(text: str) -> Iterator[tuple[int, int]]:
    """Marks that lead to a note ("12/QĐ-TTg[1] ngày"); at the beginning of a line one opens the note itself."""
    for match in _NOTE_MARK.finditer(text):
        start, end = match.span()
        before = text[max(start - 1, 0) : start]
        if before == " " and text[end : end + 1] in _BEHIND_NOTE_MARK:
            start -= 1
            before = text[max(start - 1, 0) : start]
        if before.strip():
            yield start, end


def _links(text: str) -> Iterator[tuple[int, int]]:
    """What makes words a link in Markdown: "[76/NQ-CP](https://…)"."""
    for match in _LINK.finditer(text):
        yield match.start(), match.start("said")
        yield match.end("said"), match.end()


def _is_dropped(run: re.Match[str]) -> bool:
    """Tell whether a run of one mark says nothing; a single underscore and a lone backslash may be meant."""
    mark, end = run[1], run.end()
    if mark == "_":
        return end - run.start() > 1
    if mark == "\\":
        return run.string[end : end + 1] in _ESCAPED
    return mark != "\r" or run.string[end : end + 1] == "\n"


def _is_regular(text: str) -> bool:
    """Tell whether dropping marks brought nothing together that has to be made regular again ("o**à**")."""
    if _dropped(text) or next(page_numbers(text), None) is not None:
        return False
    return unicodedata.is_normalized("NFC", text) and _OLD_TONE.search(text) is None


def new_tone_placement(text: str) -> str:
    """Move the tone mark of open *oa, oe, uy* to the first vowel; the length stays.

    >>> new_tone_placement("Uỷ ban, hoà giải, khoá, quý, toàn")
    'Ủy ban, hòa giải, khóa, quý, toàn'
    """

    def moved(match: re.Match[str]) -> str:
        glide, vowel = match[0][0], match[0][1]
        return _MARKED[glide][_TONE_ORDER[vowel]] + vowel.translate(_TONES)

    return _OLD_TONE.sub(moved, text)


def remarks_on_letters(original: str) -> tuple[str, ...]:
    """What is irregular in the letters of a text and is read as if it were not, in Vietnamese sentences."""
    remarks: list[str] = []
    composed = original
    if not unicodedata.is_normalized("NFC", original):
        composed = unicodedata.normalize("NFC", original)
        remarks.append("Chữ và dấu viết rời nhau (Unicode tổ hợp, NFD); đã đọc như chữ dựng sẵn.")
    if _OLD_TONE.search(composed) and _NEW_TONE.search(composed):
        remarks.append("Dấu thanh đặt theo hai lối (hòa, hoà); đã đọc như một.")
    return tuple(remarks)


def _composed(original: str) -> tuple[str, OffsetMap]:
    """Compose to NFC, cluster by cluster where there is something to compose, so that offsets are known."""
    if unicodedata.is_normalized("NFC", original):
        return original, OffsetMap()
    pieces: list[str] = []
    runs: list[Run] = []
    position = length = 0
    for match in _CLUSTER.finditer(original):
        length = _copy(original, position, match.start(), pieces, runs, length)
        composed = unicodedata.normalize("NFC", match[0])
        pieces.append(composed)
        runs.append((length, match.start(), match.end() - match.start()))
        length += len(composed)
        position = match.end()
    _copy(original, position, len(original), pieces, runs, length)
    return "".join(pieces), OffsetMap(tuple(runs))


def _copy(original: str, low: int, high: int, pieces: list[str], runs: list[Run], length: int) -> int:
    """Take over a stretch without combining marks; single characters that NFC replaces are replaced one by one."""
    stretch = original[low:high]
    if not stretch:
        return length
    if unicodedata.is_normalized("NFC", stretch):
        pieces.append(stretch)
        runs.append((length, low, 0))
        return length + len(stretch)
    for place, character in enumerate(stretch, low):
        composed = unicodedata.normalize("NFC", character)
        pieces.append(composed)
        runs.append((length, place, 1))
        length += len(composed)
    return length
