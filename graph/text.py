"""Text made comparable: without diacritics, in words, as a symbol; a day as it is written.

All functions give the same result for composed and decomposed input (NFC, NFD).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

_STROKED_D = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
_WORD = re.compile(r"[a-z0-9]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad]")
_SPACES = re.compile(r"\s+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_LONGEST_QUOTE = 1_000
_SHORT = 100


def fold(text: str) -> str:
    """Lower case without diacritics, ``đ`` as ``d``; spaces and punctuation stay.

    >>> fold("Đề án số 06-ĐA/TU")
    'de an so 06-da/tu'
    """
    return _fold(text) if len(text) > _SHORT else folded_word(text)


class _Folded(dict[int, str]):
    """What each character is folded to, filled as characters are met: folding looks at one at a time."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        bare = "".join(character for character in decomposed if not unicodedata.combining(character))
        folded = bare.translate(_STROKED_D).casefold()
        self[code] = folded
        return folded


_FOLDED = _Folded()


def _fold(text: str) -> str:
    folded = text.translate(_FOLDED)
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """:func:`fold` of a single word or name, remembered: texts have few of them, each many times."""
    return _fold(word)


def words(text: str) -> str:
    r"""The folded words of ``text``, one space between them, so that punctuation and line breaks make no difference.

    >>> words("Sở Nội vụ,\nSở Tư pháp")
    'so noi vu so tu phap'
    """
    return _words(text) if len(text) > _SHORT else _words_of_name(text)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


_words_of_name = lru_cache(maxsize=16_384)(_words)


def slug(text: str) -> str:
    """The folded words joined by hyphens, for parts of keys.

    >>> slug("Thực hiện dân chủ ở cơ sở")
    'thuc-hien-dan-chu-o-co-so'
    """
    return words(text).replace(" ", "-")


def canonical_symbol(symbol: str) -> str:
    """A symbol as it should be written: composed, one kind of hyphen, no spaces; letters and separators stay.

    >>> canonical_symbol("439 /KH – LĐLĐ")
    '439/KH-LĐLĐ'
    """
    composed = unicodedata.normalize("NFC", symbol).replace("Ð", "Đ").replace("ð", "đ")
    return _SPACES.sub("", _DASHES.sub("-", composed))


def symbol_words(symbol: str) -> str:
    """A symbol for lookups: folded, separators as spaces, no leading zeros (domain reference I10).

    >>> symbol_words("03/KH-UBND"), symbol_words("217/QĐ-TW") == symbol_words("217-QĐ/TW")
    ('3 kh ubnd', True)
    """
    return " ".join(_LEADING_ZEROS.sub("", part) for part in words(symbol).split())


def day_in(written: str) -> date:
    """The day that a user writes, as 2024-02-13 or 13/02/2024; raises ValueError for anything else.

    >>> day_in("13/2/2024")
    datetime.date(2024, 2, 13)
    """
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a calendar day has no time zone
        except ValueError:
            continue
    raise ValueError(f"{written!r} is no day")


def written_day(value: date) -> str:
    """A day as it is written in Vietnam, day and month with two digits.

    >>> written_day(date(2024, 2, 3))
    '03/02/2024'
    """
    return value.strftime("%d/%m/%Y")


def quoted_sentence(sentence: str) -> str:
    """A sentence as it is quoted: on one line, and not longer than a quotation should be."""
    return " ".join(sentence[:_LONGEST_QUOTE].split())
