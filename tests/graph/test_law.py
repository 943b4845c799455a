"""Laws by name: which one "Luật Thanh tra" is on a given day (domain reference I13, §3.3)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.tables import KnownLaw
from graph.law import known_by_symbol, law_named_at, versions_on


def law(
    symbol: str,
    issued: str | None,
    since: str | None = None,
    ended: str | None = None,
    scope: Literal["", "whole", "part"] = "",
) -> KnownLaw:
    days = [date.fromisoformat(day) if day else None for day in (issued, since, ended)]
    return KnownLaw(
        symbol=symbol,
        type="L",
        name="Luật Thử",
        issuer="Quốc hội",
        issued=days[0],
        in_force_from=days[1],
        ended=days[2],
        scope=scope,
        certainty="open",
        source="",
    )


FIRST = law("10/2010/QH12", "2010-11-15", "2011-07-01", "2023-07-01", "whole")
SECOND = law("11/2022/QH15", "2022-11-14", "2023-07-01", "2025-07-01", "whole")
THIRD = law("84/2025/QH15", "2025-06-25", "2025-07-01")
ALL = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luật Thanh tra và các văn bản", "Luật Thanh tra"),
        ("Luật Thực hiện dân chủ ở cơ sở năm 2022", "Luật Thực hiện dân chủ ở cơ sở"),
        ("Luật thực hiện Dân chủ ở cơ sở", "Luật Thực hiện dân chủ ở cơ sở"),
        ("Luật Thực hiện dân chủ\nở cơ sở", "Luật Thực hiện dân chủ ở cơ sở"),
        ("LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", "Luật Thực hiện dân chủ ở cơ sở"),
        ("Luật Thực hiện dân chủ, quy định", "Luật Thực hiện dân chủ ở cơ sở"),
        ("Bộ Luật lao động số", "Bộ luật Lao động"),
        ("Pháp lệnh Thực hiện dân chủ ở xã phường thị trấn", "Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn"),
    ],
)
def test_a_known_name_is_recognised_however_it_is_set(text: str, name: str) -> None:
    found = law_named_at(text, 0)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["Luật sư", "luật này", "Luật Thực hiện", "Luật chơi", "", "Luật", "Thanh tra"])
def test_words_that_are_no_known_name_are_none(text: str) -> None:
    assert law_named_at(text, 0) is None


def test_a_name_ends_before_the_words_that_follow_it() -> None:
    text = "theo Luật Thanh tra năm 2022"
    found = law_named_at(text, 5)
    assert found is not None
    assert text[5 : found.end] == "Luật Thanh tra"


@pytest.mark.parametrize(
    ("day", "symbols"),
    [
        ("2012-01-01", {"10/2010/QH12"}),
        ("2022-12-01", {"10/2010/QH12"}),
        ("2023-06-30", {"10/2010/QH12"}),
        ("2023-07-01", {"11/2022/QH15"}),
        ("2025-06-30", {"11/2022/QH15"}),
        ("2025-07-01", {"84/2025/QH15"}),
        ("2025-11-20", {"84/2025/QH15"}),
        ("2011-02-01", {"10/2010/QH12"}),
    ],
)
def test_the_version_in_force_on_the_day_is_meant(day: str, symbols: set[str]) -> None:
    assert {law.symbol for law in versions_on(ALL, date.fromisoformat(day))} == symbols


def test_no_version_that_was_not_passed_yet_is_meant() -> None:
    assert versions_on(ALL, date(2009, 1, 1)) == ()


def test_the_year_that_a_text_says_decides_before_the_day() -> None:
    assert versions_on(ALL, date(2025, 11, 20), year=2022) == (SECOND,)


def test_the_date_that_a_text_says_decides_before_the_day() -> None:
    assert versions_on(ALL, date(2025, 11, 20), issued=date(2010, 11, 15)) == (FIRST,)


def test_a_year_in_which_no_version_was_passed_leaves_nothing() -> None:
    assert versions_on(ALL, date(2025, 11, 20), year=2019) == ()


def test_a_law_that_ended_in_part_is_still_meant() -> None:
    partly = law("1/2015/QH13", "2015-06-19", "2016-01-01", "2020-01-01", "part")
    assert versions_on([partly], date(2024, 1, 1)) == (partly,)


def test_two_in_force_on_one_day_are_both_candidates() -> None:
    twin = law("12/2022/QH15", "2022-11-14", "2023-07-01")
    assert set(versions_on([SECOND, twin], date(2024, 1, 1))) == {SECOND, twin}


def test_without_a_day_every_version_is_a_candidate() -> None:
    assert set(versions_on(ALL, None)) == set(ALL)


@pytest.mark.parametrize("written", ["10/2022/QH15", "010/2022/QH15", "10 / 2022 / QH15"])
def test_a_law_is_found_by_its_symbol_however_it_is_written(written: str) -> None:
    assert [row.name for row in known_by_symbol(written)] == ["Luật Thực hiện dân chủ ở cơ sở"]


def test_an_unknown_symbol_is_no_row() -> None:
    assert known_by_symbol("9999/2022/QH15") == ()


@given(st.text(max_size=60))
def test_any_text_is_looked_up_without_an_error(text: str) -> None:
    found = law_named_at(f"Luật {text}", 0)
    assert found is None or found.end <= len(text) + 5
