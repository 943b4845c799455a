"""What holds for every text: spans inside it, quotes that agree, the same answer twice, bounded work."""

from __future__ import annotations

import re
import sys
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


HOSTILE: dict[str, Callable[[int], str]] = {
    "spaces": lambda n: "Nghị quyết số" + " " * n + "57",
    "line breaks": lambda n: "Quyết định số 5" + "\n" * n + "/QĐ-UBND",
    "digits": lambda n: "số " + "1" * n,
    "number list": lambda n: "Quy định số " + "217, " * (n // 5) + "218-QĐ/TW",
    "slashes": lambda n: "5" + "/" * n + "QĐ",
    "hyphens": lambda n: "5-" + "QĐ-" * (n // 3),
    "capitals": lambda n: "5/" + "Đ" * n,
    "bodies": lambda n: "số 5/QĐ-UBND của " + "UBND tỉnh và " * (n // 13),
    "commas": lambda n: "của Bộ Nội vụ" + ", " * (n // 2),
    "laws": lambda n: "Luật sửa đổi, bổ sung một số điều của " + "Luật Thanh tra, " * (n // 16),
    "capital words": lambda n: "Luật " + "Ông " * (n // 4),
    "congress": lambda n: "Nghị quyết Đại hội Đảng bộ " + "tỉnh " * (n // 5),
    "provisions": lambda n: "khoản 1 Điều 2 " * (n // 15) + "Luật Thanh tra",
    "dates": lambda n: "ngày 1 tháng 1 " * (n // 15),
    "aliases": lambda n: "Nghị quyết số 57-NQ/TW (sau đây gọi là Nghị quyết A) " * (n // 53),
    "short forms": lambda n: "Nghị quyết số 57-NQ/TW " + "Nghị quyết 57 " * (n // 14),
    "brackets": lambda n: "(" * n,
    "quotes": lambda n: '"' * n,
    "stars": lambda n: "*" * n,
    "bars": lambda n: "|" * n,
    "verbs": lambda n: "thực hiện " * (n // 10) + "Luật Thanh tra",
    "titles": lambda n: "Kế hoạch số 5/KH-UBND về thực hiện " * (n // 35),
    "passives": lambda n: "Luật Thanh tra được sửa đổi " * (n // 28) + "bởi Luật Thanh tra",
    "one sentence": lambda n: "Chỉ thị số 33/CT-TTg; " * (n // 22),
    "no sentence end": lambda n: "và " * (n // 3) + "Chỉ thị số 33/CT-TTg",
    "combining marks": lambda n: "o" + "\u0301" * n,
    "steering committee": lambda n: "của Ban Chỉ đạo " + "phát triển " * (n // 11),
    "recipients": lambda n: "Nơi nhận:\n" + "- Sở Nội vụ;\n" * (n // 13),
}


def work(text: str) -> int:
    """How many Python lines one reading of ``text`` runs: a measure that no other process disturbs."""
    count = 0

    def trace(_frame: object, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return trace

    previous = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        parse(text)
    finally:
        sys.settrace(previous)
    return count


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_twice_the_text_is_at_most_twice_the_work(kind: str) -> None:
    parse(HOSTILE[kind](8_000))  # tables are loaded at their first use
    small, large = work(HOSTILE[kind](4_000)), work(HOSTILE[kind](8_000))
    assert large <= 2.6 * small + 2_000


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_text_of_some_length_comes_to_an_end(kind: str) -> None:
    text = HOSTILE[kind](40_000)
    check(text, parse(text))


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
