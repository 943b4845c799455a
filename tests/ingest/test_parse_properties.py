"""What holds for every text: spans inside it, quotes that agree, the same answer twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse import parse
from tests.ingest.odd_texts import TEXTS, check, damaged, pieces


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    check(text, parse(text))


@given(pieces)
def test_any_jumble_of_the_words_of_documents_is_read(text: str) -> None:
    check(text, parse(text))


@given(damaged())
def test_a_damaged_paper_is_read(text: str) -> None:
    check(text, parse(text))


@given(pieces)
def test_the_same_text_is_read_the_same_way_twice(text: str) -> None:
    assert parse(text) == parse(text)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_the_papers_are_read_with_spans_that_hold(name: str) -> None:
    check(TEXTS[name], parse(TEXTS[name]))


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def en_dashes(text: str) -> str:
    return text.replace("-", "–")


def eth(text: str) -> str:
    return text.replace("Đ", "Ð")


def bold_symbols(text: str) -> str:
    return re.sub(r"(\d+/[A-ZĐ]+-[A-ZĐ]+|\d+-[A-ZĐ]+/[A-ZĐ]+)", r"**\1**", text)


def spaced_symbols(text: str) -> str:
    return re.sub(r"(\d+)/([A-ZĐ]{2,5})-([A-ZĐ])", r"\1 /\2- \3", text)


def old_tones(text: str) -> str:
    for new, old in (("ủy", "uỷ"), ("Ủy", "Uỷ"), ("hòa", "hoà"), ("hóa", "hoá"), ("khóa", "khoá"), ("thỏa", "thoả")):
        text = text.replace(new, old)
    return text


def no_break_spaces(text: str) -> str:
    return re.sub(r"(?<=số) (?=\d)", "\u00a0", text)


def broken_lines(text: str) -> str:
    """Hard line breaks inside paragraphs, never before what would then look like a new item."""
    gaps = count()
    return re.sub(r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ]{2})", lambda _: "\n" if next(gaps) % 19 == 7 else " ", text)


DAMAGE = [decomposed, en_dashes, eth, bold_symbols, spaced_symbols, old_tones, no_break_spaces, broken_lines]


def documents(text: str) -> set[tuple[str, str]]:
    return {(mention.type, mention.symbol) for mention in parse(text).mentions if mention.symbol}


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_ways_of_writing_change_no_document_that_is_cited(name: str, damage: Callable[[str], str]) -> None:
    assert documents(damage(TEXTS[name])) == documents(TEXTS[name])
