"""Whether letters make a Vietnamese syllable, by which text that was decoded or recognised wrongly is told.

A syllable is onset, rime and tone; the rimes are those of ``data/rimes.csv``. Which onset stands before which vowel and
which tone a closed syllable takes are the rules of spelling: *k, gh, ngh* before *e, ê, i, y*, *c, g, ng* before the
other vowels; a syllable that ends in *c, ch, p, t* is sắc or nặng.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from data.tables import rimes

_ONSETS = (*"bcdđghklmnprstvx", "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch")
_FRONT = "eêiy"
_BEFORE_FRONT_ONLY = frozenset({"k", "gh", "ngh"})
_BEFORE_BACK_ONLY = frozenset({"c", "g", "ng"})
_CLOSED = ("c", "ch", "p", "t")
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the different words of a text, in lower case, are Vietnamese syllables."""

    words: int
    syllables: int

    @property
    def ratio(self) -> float:
        """From 0 to 1; 0 for a text without words."""
        return self.syllables / self.words if self.words else 0.0


def syllable_share(text: str) -> Share:
    """Count the different words of ``text`` (composed, NFC) and the Vietnamese syllables among them.

    >>> syllable_share("Kế hoạch kiểm tra, kế hoạch xyz")
    Share(words=5, syllables=4)
    """
    words = set(_WORD.findall(text.casefold()))
    return Share(len(words), sum(map(is_syllable, words)))


@lru_cache(maxsize=32_768)
def is_syllable(word: str) -> bool:
    """Tell whether ``word`` (composed, any case) is spelled as a Vietnamese syllable.

    >>> [is_syllable(word) for word in ("Nghiệp", "giếng", "quyền", "kác", "hạch", "hảch", "plan")]
    [True, True, True, False, True, False, False]
    """
    bare, tones = _without_tone(word.casefold())
    if len(tones) > 1:
        return False
    closed_well = not bare.endswith(_CLOSED) or tones in (["sắc"], ["nặng"])
    return closed_well and any(_fits(onset, bare[len(onset) :]) for onset in ("", *_ONSETS) if bare.startswith(onset))


def _fits(onset: str, rime: str) -> bool:
    if rime not in _rimes():
        return False
    front = rime[0] in _FRONT
    if onset in _BEFORE_FRONT_ONLY:
        return front
    return not (front and onset in _BEFORE_BACK_ONLY) or (onset == "g" and rime.startswith("i"))


def _without_tone(word: str) -> tuple[str, list[str]]:
    marks = unicodedata.normalize("NFD", word)
    bare = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", bare), [_TONES[mark] for mark in marks if mark in _TONES]


@cache
def _rimes() -> frozenset[str]:
    return frozenset(row.rime for row in rimes())
