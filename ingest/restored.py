"""Words of a running text that lost their marks, as scanning and old fonts lose them ("thuc hiện", "Nghi quyết").

A bare word alone may be another word. It is restored where it and its neighbours together are a phrase of the field, a
name of a body, a type of document, a law or a province, of which no letter is written with another mark. The length
stays, so spans do too; what is quoted as evidence shows the letters as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from data.tables import document_types, known_laws, phrases, places
from graph.text import folded_word
from ingest.lost_marks import has_lost_marks, names_of_bodies
from ingest.normalise import NormalisedText, new_tone_placement
from ingest.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"\s{1,3}|,\s{1,2}|\s?-\s?")
_COUNTED = {"so": "số", "ngay": "ngày", "thang": "tháng", "nam": "năm", "dieu": "điều", "khoan": "khoản"}
"""Words that stand before a number, by what is left of them."""
_NUMBER = re.compile(r"\s?:?\s?\d")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """``whole`` has the words of phrases by their bare forms; ``sizes``, longest first, by the first bare word.

    ``openings`` are the first two bare words of each: what begins with others needs no longer look.
    """

    whole: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]
    sizes: Mapping[str, Sequence[int]]
    openings: frozenset[tuple[str, ...]]
    telltale: frozenset[str]
    """What is left of words and is no syllable, as a text may write it; one that has none most often lost nothing."""


def with_marks(normalised: NormalisedText) -> NormalisedText:
    """The text with the marks of phrases restored, as long as it was.

    >>> from ingest.normalise import normalise
    >>> with_marks(normalise("Thuc hiện Nghị quyêt so 5 của Ban Thường vu Tỉnh ủy")).text
    'Thực hiện Nghị quyết số 5 của Ban Thường vụ Tỉnh ủy'
    """
    text = normalised.text
    if _known().telltale.isdisjoint(text.split()):
        return normalised
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    position = 0
    for start, end, meant in _lost(text):
        pieces += (text[position:start], _in_case_of(text[start:end], meant))
        spans.append((start, end))
        position = end
    if not spans:
        return normalised
    return replace(normalised, text="".join((*pieces, text[position:])), restored=tuple(spans))


def _lost(text: str) -> Iterator[tuple[int, int, str]]:
    """Words that lost marks, with their spans and what they were."""
    words = [*_WORD.finditer(text)]
    bare = [folded_word(word[0]) for word in words]
    at = 0
    while at < len(words):
        meant = _phrase_at(text, words, bare, at)
        for word, whole in zip(words[at : at + len(meant)], meant, strict=True):
            if word[0].casefold() != whole:
                yield word.start(), word.end(), whole
        at += len(meant) or 1


def _phrase_at(text: str, words: Sequence[re.Match[str]], bare: Sequence[str], at: int) -> tuple[str, ...]:
    """The words of the longest phrase that begins at a word; none where none does."""
    known = _known()
    sizes = known.sizes.get(bare[at], ())
    if sizes and sizes[-1] > 1 and tuple(bare[at : at + 2]) not in known.openings:
        sizes = ()
    for size in sizes:
        written = words[at : at + size]
        meant = known.whole.get(tuple(bare[at : at + size]), ())
        fitting = [form for form in meant if all(map(_is_left_of, written, form))]
        if len(fitting) == 1 and _stand_together(text, written):
            return fitting[0]
    counted = _COUNTED.get(bare[at])
    if counted and _is_left_of(words[at], counted) and _NUMBER.match(text, words[at].end()):
        return (counted,)
    return ()


def _is_left_of(word: re.Match[str], whole: str) -> bool:
    return has_lost_marks(word[0], whole)


def _stand_together(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(_APART.fullmatch(text, one.end(), other.start()) for one, other in pairwise(words))


def _in_case_of(written: str, meant: str) -> str:
    return "".join(whole.upper() if letter.isupper() else whole for letter, whole in zip(written, meant, strict=True))


@cache
def _known() -> _Phrases:
    forms = {tuple(_WORD.findall(new_tone_placement(form.casefold()))) for form in _forms()}
    whole: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    sizes: dict[str, set[int]] = {}
    left: set[str] = set()
    for form in sorted(forms):
        bare = tuple(map(folded_word, form))
        whole.setdefault(bare, []).append(form)
        sizes.setdefault(bare[0], set()).add(len(bare))
        left |= {*bare} - {*form}
    return _Phrases(
        whole,
        {first: sorted(found, reverse=True) for first, found in sizes.items()},
        frozenset(bare[:2] for bare in whole),
        frozenset(cased for word in left if _tells(word) for cased in (word, word.capitalize(), word.upper())),
    )


def _tells(bare: str) -> bool:
    """Whether nothing but lost marks makes a word of these letters; two ("DT") are an abbreviation of anything."""
    return len(bare) > 2 and not is_syllable(bare)


def _forms() -> Iterable[str]:
    yield from (row.phrase for row in phrases())
    yield from names_of_bodies()
    for row in document_types():
        yield from filter(_has_several_words, (row.name, *row.name_forms))
    for law in known_laws():
        yield from filter(_has_several_words, (law.name, *law.aliases))
    yield from (place.name for place in places() if place.level == "province" and _has_several_words(place.name))


def _has_several_words(form: str) -> bool:
    return " " in form and not any(map(str.isdigit, form))
