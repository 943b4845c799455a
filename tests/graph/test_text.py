"""Text made comparable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import canonical_symbol, fold, sentence_around, slug, symbol_words, words

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


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Một. Theo <33/CT-TTg> về dân vận. Ba.", "Theo <33/CT-TTg> về dân vận."),
        ("Một.\n\nTheo\n<33/CT-TTg>\n\nBa", "Theo <33/CT-TTg>"),
        ("I. Mục\n- Theo <33/CT-TTg>;\n- Khác", "- Theo <33/CT-TTg>;"),
        ("Tại TP. Hải Phòng theo <33/CT-TTg>.", "Tại TP. Hải Phòng theo <33/CT-TTg>."),
        ("Thực hiện A; <33/CT-TTg>; C.", "Thực hiện A; <33/CT-TTg>; C."),
        ("Thực hiện A" + " rất" * 120 + "; <33/CT-TTg>; C.", "Thực hiện A" + " rất" * 11 + " … <33/CT-TTg>; …"),
    ],
)
def test_the_sentence_around_a_place_is_found(text: str, sentence: str) -> None:
    start, end = text.index("<"), text.index(">") + 1
    assert sentence_around(text, start, end) == sentence


def test_a_window_that_cuts_the_sentence_says_so() -> None:
    text = "hiện theo <33/CT-TTg> về công"
    assert sentence_around(text, 10, 21, begins=False, ends=False) == f"… {text} …"


@given(VIETNAMESE, VIETNAMESE)
def test_a_sentence_always_holds_its_place(before: str, after: str) -> None:
    text = f"{before}<x>{after}"
    assert "<x>" in sentence_around(text, len(before), len(before) + 3)
