"""Word lists as patterns: phrases parted by bars, over several rows, any white space between their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FIRST_LETTER = re.compile(r"(?:\(\?<[!=][^()]*\))*([^\W\d_])(?![?*+{])")
_ANY_FIRST_LETTER = re.compile(r"(?<![\w\\+ ])[^\W\d_]")
_CHOICES = re.compile(r"\(\?:((?:[\w ]+\|)*[\w ]+)\)(\??)")
_WORD = re.compile(r"\w+")
_FEW = 8


def alternation(rows: str) -> str:
    r"""Turn rows of phrases into the body of a pattern group; the phrases may be patterns themselves.

    >>> alternation('''
    ...     sở|ban ngành
    ...     phòng''')
    'sở|ban\\s+ngành|phòng'

    Many phrases are grouped by their first letter, so that a place in a text is held against a few of them only. Their
    order stays where it matters, among those of one letter.
    """
    phrases = [*_split("|".join(map(str.strip, rows.strip().split("\n"))))]
    body = "|".join(phrases if len(phrases) <= _FEW else _by_first_letter(phrases))
    return body.replace(", ", r",\s*").replace(" ", r"\s+")


def spelled_out(rows: str) -> Iterator[str]:
    r"""Yield the phrases of ``rows`` one by one, groups of choices in them multiplied out.

    >>> [*spelled_out("theo dõi|(?:là )?cơ quan (?:đầu mối|thường trực)")][:3]
    ['theo dõi', 'là cơ quan đầu mối', 'là cơ quan thường trực']
    """
    for phrase in _split("|".join(map(str.strip, rows.strip().split("\n")))):
        group = _CHOICES.search(phrase)
        if group is None:
            yield phrase
            continue
        choices = [*group[1].split("|"), *([""] if group[2] else [])]
        for choice in choices:
            yield from spelled_out(phrase[: group.start()] + choice + phrase[group.end() :])


def word_search(phrases: Iterable[str], behind: str = r"(?!\w)") -> re.Pattern[str]:
    r"""Search for plain phrases in lower case, as whole words; of several at one place the first is found.

    The pattern ``behind`` says what follows them.

    The branches of the pattern begin with the letters themselves, so that the engine skips over all other places.

    >>> word_search(["báo cáo", "theo dõi"]).search("theo  dõi, đôn đốc").group()
    'theo  dõi'
    """
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        groups.setdefault(phrase[0], []).append(phrase[1:].replace(" ", r"\s+"))
    branches = (rf"{letter}(?<!\w{letter})(?:{'|'.join(rest)})" for letter, rest in groups.items())
    return re.compile(rf"(?:{'|'.join(branches)}){behind}")


def first_word(text: str, position: int = 0) -> str:
    """The word that begins at ``position``, its case folded; "" when none does.

    It tells which of many patterns may match there, in less time than one of them takes.

    >>> first_word("Sở Nội vụ"), first_word("- Sở Nội vụ")
    ('sở', '')
    """
    word = _WORD.match(text, position)
    return word[0].casefold() if word else ""


def words_of(listed: str) -> frozenset[str]:
    """The words of a list, to hold :func:`first_word` against."""
    return frozenset(listed.split())


class Opening:
    r"""A pattern of alternatives that begin with letters, for a place in a text; most places hold none of them.

    The letter at the place tells so in less time than the pattern takes. An alternative may begin with groups, but not
    with a class of characters.

    >>> opening = Opening(r"(?:các )?sở|ban")
    >>> opening.match("các sở").group(), opening.match("của", 0)
    ('các sở', None)
    """

    __slots__ = ("_letters", "_match")

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._letters = _first_letters(pattern)
        self._match = re.compile(pattern, flags).match

    def match(self, text: str, position: int = 0) -> re.Match[str] | None:
        """Match at ``position``."""
        return self._match(text, position) if text[position : position + 1] in self._letters else None


def at_word(pattern: str) -> str:
    r"""Let ``pattern``, alternatives that begin with letters, match at the beginning of a word only.

    A search with many alternatives spends its time on places where none can begin. The letters with which one can (and
    some more, those behind any bracket in ``pattern``) are looked at first, which makes the search ten times faster. An
    alternative may begin with groups, but not with a class of characters.

    >>> at_word("sở|(?:các )?ban")
    '(?-i:(?<!\\w)(?=[BCSbcs]))(?:sở|(?:các )?ban)'
    """
    return rf"(?-i:(?<!\w)(?=[{''.join(sorted(_first_letters(pattern)))}]))(?:{pattern})"


def _first_letters(pattern: str) -> frozenset[str]:
    """The letters with which an alternative of ``pattern`` may begin, small and large, and some more."""
    letters = _ANY_FIRST_LETTER.findall(pattern)
    return frozenset(case for letter in letters for case in (letter.lower(), letter.upper()))


def _split(phrases: str) -> Iterator[str]:
    """Split at the bars that stand in no bracket."""
    start = depth = 0
    for place, character in enumerate(phrases):
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            yield phrases[start:place]
            start = place + 1
    yield phrases[start:]


def _by_first_letter(phrases: list[str]) -> Iterator[str]:
    """Group phrases by first letter; one that begins with a group keeps its place, and those around it are apart."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        letter = _FIRST_LETTER.match(phrase)
        if letter:
            groups.setdefault(letter[1], []).append(phrase)
        else:
            yield from _grouped(groups)
            groups = {}
            yield phrase
    yield from _grouped(groups)


def _grouped(groups: dict[str, list[str]]) -> Iterator[str]:
    for letter, phrases in groups.items():
        if len(phrases) == 1:
            yield phrases[0]
        elif all(phrase.startswith(letter) for phrase in phrases):
            yield f"{letter}(?:{'|'.join(phrase[1:] for phrase in phrases)})"
        else:
            yield f"(?={letter})(?:{'|'.join(phrases)})"
