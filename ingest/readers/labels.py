"""The labels that office programs count by themselves ("I.", "1.2.", "a)"): on paper, but not in the text of a file.

In a docx (ISO/IEC 29500-1 §17.9) a paragraph names a list and a level; the list names its abstract definition, whose
levels say where counting starts, in which numerals, and in what words. In an odt (ISO/IEC 26300-1 §16.30) the style of
a list says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OF_ODT = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter", "1": "decimal"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, its ``numerals`` in the terms of WordprocessingML, and its words.

    In ``words`` "%1" stands for the number of the first level, "%2" for that of the second …
    """

    start: int
    numerals: str
    words: str


@dataclass(slots=True)
class Counter:
    """How far the levels of one list have counted; paragraphs must come in their order."""

    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        """Count on at ``depth`` (0 is the outermost) and write the label; empty where the list has none.

        >>> articles = Counter({0: Level(1, "upperRoman", "%1."), 1: Level(1, "decimal", "%1.%2.")})
        >>> [articles.next(depth) for depth in (0, 1, 1, 0, 1)]
        ['I.', 'I.1.', 'I.2.', 'II.', 'II.1.']
        """
        level = self.levels.get(depth)
        if level is None:
            return ""
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in self.counts if other > depth]:
            del self.counts[deeper]
        if level.numerals in {"bullet", "none"}:
            return "-" if level.numerals == "bullet" else ""

        def counted(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = self.levels.get(at, level)
            return _numeral(self.counts.get(at, other.start), other.numerals)

        return _PLACE.sub(counted, level.words)


class WordLists:
    """The lists of a docx file."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._counters: dict[str, Counter] = {}
        self._styles: dict[str, etree._Element] = {}
        for style in styles.iterfind(f"{W}style") if styles is not None else ():
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                self._styles[style.get(f"{W}styleId", "")] = found
        if numbering is not None:
            of_definition = {
                definition.get(f"{W}abstractNumId", ""): Counter(_word_levels(definition))
                for definition in numbering.iterfind(f"{W}abstractNum")
            }
            for number in numbering.iterfind(f"{W}num"):
                if counter := of_definition.get(_value(number, "abstractNumId") or ""):
                    self._counters[number.get(f"{W}numId", "")] = counter

    def label(self, properties: etree._Element | None) -> str:
        """The label of a paragraph with these properties; empty when it has none."""
        numbered = self._numbered(properties)
        counter = self._counters.get(_value(numbered, "numId") or "") if numbered is not None else None
        return counter.next(_number(_value(numbered, "ilvl"), 0)) if counter and numbered is not None else ""

    def _numbered(self, properties: etree._Element | None) -> etree._Element | None:
        if properties is None:
            return None
        own = properties.find(f"{W}numPr")
        if own is not None:
            return own
        style = properties.find(f"{W}pStyle")
        return self._styles.get(style.get(f"{W}val", "")) if style is not None else None


def odt_lists(*roots: etree._Element | None) -> dict[str, Mapping[int, Level]]:
    """The levels of the list styles of an odt file, by the name of the style."""
    return {
        style.get(f"{_STYLE}name", ""): {
            _number(level.get(f"{_TEXT}level"), 1) - 1: _odt_level(level) for level in style
        }
        for root in roots
        if root is not None
        for style in root.iter(f"{_TEXT}list-style")
    }


def _odt_level(level: etree._Element) -> Level:
    if level.tag != f"{_TEXT}list-level-style-number":
        return Level(1, "bullet", "-")
    depth, shown = _number(level.get(f"{_TEXT}level"), 1), _number(level.get(f"{_TEXT}display-levels"), 1)
    numbers = ".".join(f"%{place}" for place in range(max(1, depth - shown + 1), depth + 1))
    words = f"{level.get(f'{_STYLE}num-prefix', '')}{numbers}{level.get(f'{_STYLE}num-suffix', '')}"
    numerals = _OF_ODT.get(level.get(f"{_STYLE}num-format", ""), "none")
    return Level(_number(level.get(f"{_TEXT}start-value"), 1), numerals, words)


def _word_levels(definition: etree._Element) -> dict[int, Level]:
    return {
        _number(level.get(f"{W}ilvl"), 0): Level(
            _number(_value(level, "start"), 1), _value(level, "numFmt") or "decimal", _value(level, "lvlText") or ""
        )
        for level in definition.iterfind(f"{W}lvl")
    }


def _value(parent: etree._Element, name: str) -> str | None:
    child = parent.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


def _numeral(count: int, numerals: str) -> str:
    """A number as a list writes it.

    >>> _numeral(4, "upperRoman"), _numeral(2, "lowerLetter"), _numeral(3, "decimal")
    ('IV', 'b', '3')
    """
    if numerals in {"upperRoman", "lowerRoman"} and 0 < count < 400:
        written = ""
        for value, sign in _ROMAN:
            times, count = divmod(count, value)
            written += sign * times
        return written if numerals == "upperRoman" else written.lower()
    if numerals in {"upperLetter", "lowerLetter"} and count > 0:
        letter = _LETTERS[(count - 1) % len(_LETTERS)]
        return letter.upper() if numerals == "upperLetter" else letter
    return str(count)
