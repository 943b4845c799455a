"""What holds for every text: spans inside it, quotes that agree, the same answer twice, bounded work."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import ParsedDocument
from ingest.parse import parse
from ingest.resolve import resolve_text

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAPERS = sorted(path for path in EXAMPLES.glob("*/*") if path.suffix in {".txt", ".md"})
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in PAPERS}

FRAGMENTS = [
    "Căn cứ ", "Thực hiện ", "Nghị quyết số ", "Quyết định số ", "57-NQ/TW", "22/2018/QĐ-TTg", "149/KH-UBND", "/",
    "-", "–", " ngày 12/12/2013", " ngày 09 tháng 01 năm 2015", " của Bộ Chính trị", " của UBND tỉnh", " của ",
    "Luật Thanh tra", "Luật sửa đổi, bổ sung một số điều của ", "khoản 2 Điều 5 ", "; ", ", ", " và ", ".\n",
    "\n\n", "\n", "(", ")", '"', "**", "| ", "hướng dẫn thi hành ", "thay thế ", "được sửa đổi, bổ sung bởi ",
    "(sau đây gọi tắt là ", "Nghị quyết 57", "217, 218-QĐ/TW", "Số: 30/KH-UBND\n", "Nơi nhận:\n- ", "I. MỤC ĐÍCH\n",
    "1. Sở Nội vụ ", "Nghị quyết Đại hội lần thứ XIII của Đảng", "[1] ",
]  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=40).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A real paper with some characters removed, doubled, exchanged or replaced."""
    text = TEXTS[draw(st.sampled_from(sorted(TEXTS)))]
    start = draw(st.integers(0, max(0, len(text) - 400)))
    window = list(text[start : start + 1_500])
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(window) - 1))
        window[at] = draw(
            st.sampled_from(["", window[at] * 2, "\n", " ", "/", "-", "\u0301", "|", "Đ", "0", draw(st.characters())])
        )
    return "".join(window)


def check(text: str, parsed: ParsedDocument) -> None:
    for mention in parsed.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert 0 < mention.confidence <= 1
        assert mention.antecedent is None or 0 <= mention.antecedent < len(parsed.mentions)
    starts = [mention.start for mention in parsed.mentions]
    assert starts == sorted(starts)
    for relation in parsed.relations:
        assert 0 <= relation.start < relation.end <= len(text)
        assert relation.source != relation.target
        assert {relation.source, relation.target} <= set(range(len(parsed.mentions)))
    for assignment in parsed.assignments:
        assert 0 <= assignment.start < assignment.end <= len(text)
    for end in parsed.ends:
        assert 0 <= end.start < end.end <= len(text)
    assert len(resolve_text(parsed)) == len(parsed.mentions)


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
