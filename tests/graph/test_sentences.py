"""The sentence that evidence shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sentences import REACH, Sentences
from tests.graph.test_text import VIETNAMESE


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
    assert Sentences(text).around(start, end) == sentence


def test_an_excerpt_that_cuts_the_sentence_says_so() -> None:
    text = "hiện theo <33/CT-TTg> về công"
    assert Sentences(text, begins=False, ends=False).around(10, 21) == f"… {text} …"


def test_a_sentence_without_end_is_cut_on_both_sides() -> None:
    text = "a" * 5000 + "<33/CT-TTg>" + "b" * 5000
    sentence = Sentences(text).around(5000, 5011)
    assert sentence == f"… {text[5000 - REACH[0] : 5011 + REACH[1]]} …"


@given(st.lists(st.sampled_from(["Một hai. ", "Ba; bốn; ", "năm\n\n", "- sáu ", "TP. Huế "]), min_size=3), st.data())
def test_an_excerpt_of_whole_reach_gives_the_sentence_of_the_text(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text) - 2))
    cut = max(start - REACH[0], 0)
    excerpt = Sentences(text[cut:], begins=cut == 0)
    assert excerpt.around(start - cut, start + 1 - cut) == Sentences(text).around(start, start + 1)


@given(VIETNAMESE, VIETNAMESE)
def test_a_sentence_always_holds_its_place(before: str, after: str) -> None:
    text = f"{before}<x>{after}"
    assert "<x>" in Sentences(text).around(len(before), len(before) + 3)
