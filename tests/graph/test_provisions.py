"""Provisions that words name, and whether one lies in another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.provisions import covers, paths


def short(said: str) -> list[str]:
    """The paths that some words name, by their marks from the outside inwards."""
    return sorted("/".join(mark for _, mark in path) for path in paths(said))


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Điều 51", ["51"]),
        ("khoản 2, khoản 3 Điều 43, Điều 71 và các khoản 3, 4, 5 Điều 95",
         ["43/2", "43/3", "71", "95/3", "95/4", "95/5"]),
        ("Khoản 1 và điểm a khoản 5 Điều 7", ["7/1", "7/5/a"]),
        ("các điểm a, b và đ khoản 8 Điều 10", ["10/8/a", "10/8/b", "10/8/đ"]),
        ("Điều 5, 6 và 7", ["5", "6", "7"]),
        ("từ Điều 1 đến Điều 3", ["1", "2", "3"]),
        ("khoản 12 - 14 Điều 2", ["2/12", "2/13", "2/14"]),
        ("Điều 3a, khoản 1b Điều 4", ["3a", "4/1b"]),
        ("Chương III, Phụ lục II", ["ii", "iii"]),
        pytest.param("khoản 2", [], id="a clause of no article"),
        pytest.param("cán bộ, công chức", [], id="no provision"),
    ],
)  # fmt: skip
def test_a_smaller_unit_belongs_to_the_next_larger_one_behind_it(said: str, named: list[str]) -> None:
    assert short(said) == named


@pytest.mark.parametrize(
    ("part", "named", "lies_in_it"),
    [
        (["Điều 51"], "Điều 51", True),
        (["Điều 51"], "điểm a khoản 2 Điều 51", True),
        (["Điều 5 đến Điều 9"], "khoản 1 Điều 7", True),
        (["Điều 3", "khoản 2 Điều 5"], "Điều 3 và khoản 2 Điều 5", True),
        (["khoản 2 Điều 51"], "Điều 51", False),
        (["Điều 51"], "Điều 51, Điều 52", False),
        (["Điều 5"], "Điều 51", False),
        (["điểm d khoản 1 Điều 2"], "điểm đ khoản 1 Điều 2", False),
        pytest.param(["Chương III"], "Điều 9", False, id="which articles a chapter has is not known"),
        pytest.param(["Điều 26 (việc sử dụng hóa đơn)"], "Điều 26", False, id="only one matter of an article"),
        pytest.param(["Điều 5"], "", False, id="nothing named"),
    ],
)
def test_provisions_cover_what_lies_in_them(part: list[str], named: str, lies_in_it: bool) -> None:
    assert covers(part, paths(named)) is lies_in_it


@given(st.integers(1, 300), st.integers(1, 30))
def test_an_article_covers_its_clauses_and_no_clause_covers_its_article(article: int, clause: int) -> None:
    inner, outer = f"khoản {clause} Điều {article}", f"Điều {article}"
    assert covers([outer], paths(inner))
    assert not covers([inner], paths(outer))


@given(st.text("Điềukhoảnm 0123456789,;()-vàđến", max_size=60))
def test_odd_words_name_provisions_or_nothing(said: str) -> None:
    assert covers([said], paths(said)) or not paths(said) or "(" in said
