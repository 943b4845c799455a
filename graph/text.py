"""Text made comparable: without diacritics, in words, as a symbol; a day as it is written, the sentence around a place.

All functions give the same result for composed and decomposed input (NFC, NFD).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

_STROKED_D = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
_WORD = re.compile(r"[a-z0-9]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad]")
_SPACES = re.compile(r"\s+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_LONG = 400
_LONGEST_QUOTE = 1_000
_OPENING = 60
_MEMBER_END = re.compile(r"(?<=;)\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\bTP\.)(?<!\b[A-ZĐ]\.)\s+(?=\S)|\n\s*\n|\n(?=\s*[-+*#•|])")


def fold(text: str) -> str:
    """Lower case without diacritics, ``đ`` as ``d``; spaces and punctuation stay.

    >>> fold("Đề án số 06-ĐA/TU")
    'de an so 06-da/tu'
    """
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", bare.translate(_STROKED_D).casefold())


@lru_cache(maxsize=65_536)
def folded_word(word: str) -> str:
    """:func:`fold` of a single word, remembered: a text has few words, each many times."""
    return fold(word)


def words(text: str) -> str:
    r"""The folded words of ``text``, one space between them, so that punctuation and line breaks make no difference.

    >>> words("Sở Nội vụ,\nSở Tư pháp")
    'so noi vu so tu phap'
    """
    return " ".join(_WORD.findall(fold(text)))


def slug(text: str) -> str:
    """The folded words joined by hyphens, for parts of keys.

    >>> slug("Thực hiện dân chủ ở cơ sở")
    'thuc-hien-dan-chu-o-co-so'
    """
    return "-".join(_WORD.findall(fold(text)))


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


def written_day(value: date) -> str:
    """A day as it is written in Vietnam, day and month with two digits.

    >>> written_day(date(2024, 2, 3))
    '03/02/2024'
    """
    return value.strftime("%d/%m/%Y")


def quoted_sentence(sentence: str) -> str:
    """A sentence as it is quoted: on one line, and not longer than a quotation should be."""
    return " ".join(sentence[:_LONGEST_QUOTE].split())


def sentence_around(window: str, start: int, end: int, *, begins: bool = True, ends: bool = True) -> str:
    """The sentence of ``window`` that holds ``window[start:end]``, on one line.

    A sentence ends at ``.``, ``!`` or ``?`` before a space, at an empty line and before a list item. A semicolon does
    not end it: in "Thực hiện A; B; C" the verb governs the whole list. Of a long list the first words and the member
    that holds the place are kept. "…" stands for what is left out, also where the window ends inside the sentence:
    ``begins`` and ``ends`` tell whether it reaches the edges of the text.

    >>> sentence_around("Mở đầu. Thực hiện Chỉ thị số 33/CT-TTg. Còn lại.", 18, 39)
    'Thực hiện Chỉ thị số 33/CT-TTg.'
    """
    left, right = _between(_SENTENCE_END, window, 0, len(window), (start, end))
    head, tail = (left > 0 or begins), (right < len(window) or ends)
    opening = ""
    if right - left > _LONG:
        member = _between(_MEMBER_END, window, left, right, (start, end))
        if member[0] > left and head:
            opening = f"{' '.join(window[left : left + _OPENING].split()[:-1])} "
        head, tail = head and member[0] == left, tail and member[1] == right
        left, right = member
    middle = _SPACES.sub(" ", window[left:right]).strip()
    return f"{opening}{'' if head else '… '}{middle}{'' if tail else ' …'}"


def _between(boundary: re.Pattern[str], text: str, left: int, right: int, place: tuple[int, int]) -> tuple[int, int]:
    """The part of ``text[left:right]`` between the boundaries next to ``place``."""
    for cut in boundary.finditer(text, left, right):
        if cut.end() <= place[0]:
            left = cut.end()
        elif cut.start() >= place[1]:
            return left, cut.start()
    return left, right
