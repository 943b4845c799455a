"""What is spelled as a Vietnamese syllable and what is not."""

from __future__ import annotations

import unicodedata

import pytest

from data.tables import places, rimes
from ingest.syllables import Share, is_syllable, syllable_share


@pytest.mark.parametrize("row", rimes(), ids=lambda row: row.rime)
def test_the_example_of_each_rime_is_a_syllable_that_ends_in_it(row: object) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", row.example) if c not in "\u0300\u0301\u0303\u0309\u0323")  # type: ignore[attr-defined]
    assert unicodedata.normalize("NFC", bare).endswith(row.rime)  # type: ignore[attr-defined]
    assert is_syllable(row.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "word", ["gì", "giếng", "giám", "quốc", "Quỳnh", "UỶ", "nghiêm", "Đảng", "hoà", "hòa", "khuỷu"]
)
def test_syllables_are_told_in_any_case_and_with_either_placement_of_the_tone(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["plan", "été", "QĐ", "kác", "ngi", "gề", "cập̀", "hảch", "tiêt", "ViÖt", "đ", "w"])
def test_letters_that_break_a_rule_of_spelling_are_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_nearly_all_words_of_the_names_of_places_are_syllables() -> None:
    share = syllable_share(" ".join(place.name for place in places() if place.level != "ward"))
    assert share.words > 500
    assert share.ratio > 0.9


def test_a_text_without_words_has_no_share() -> None:
    assert (syllable_share("12/3"), syllable_share("12/3").ratio) == (Share(0, 0), 0.0)
