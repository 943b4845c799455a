"""Text made comparable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import canonical_symbol, fold, slug, symbol_words, words

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắặéèẻẽẹíìịóòọúùụýỳỵĐƯƠÂ 0123456789/-–.,", max_size=40)


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Đề án", "de an"), ("ỦY BAN", "uy ban"), ("Ðiều lệ", "dieu le"), ("ƯBND", "ubnd"), ("06-ĐA/TU", "06-da/tu")],
)
def test_diacritics_and_capitals_are_folded_away(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(VIETNAMESE)
def test_composed_and_decomposed_text_is_the_same(text: str) -> None:
    for function in (fold, words, slug, symbol_words, canonical_symbol):
        assert function(unicodedata.normalize("NFC", text)) == function(unicodedata.normalize("NFD", text))


@given(VIETNAMESE)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(words(text)) == words(text)
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("439 /KH – LĐLĐ", "439/KH-LĐLĐ"),
        ("217/QĐ-TW", "217-QĐ/TW"),
        ("3/KH-UBND", "03/KH-UBND"),
        ("33- CT/TU", "33-CT/TU"),
        ("04/2015/ND-CP", "04/2015/NĐ-CP"),
    ],
)
def test_separators_zeros_and_diacritics_of_a_symbol_are_noise(one: str, other: str) -> None:
    assert symbol_words(one) == symbol_words(other)


@pytest.mark.parametrize(("one", "other"), [("22/QĐ-TTg", "22/2018/QĐ-TTg"), ("41/KH-UBND", "14/KH-UBND")])
def test_what_tells_two_symbols_apart_stays(one: str, other: str) -> None:
    assert symbol_words(one) != symbol_words(other)
