"""Known law: who is in force on a day, and by whom it was ended."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from data.tables import KnownLaw, document_types, known_laws
from graph.reference import key_of_law, known_acts

REFERENCE = re.compile(r"https?://[^\s;)]+|(?<=\()[\d-]+(?=\))|\d+/\d{4}(?:/[\wĐ-]+)?|Điều \d+(?:\.\d+)?|\b[IVX]+\b")
"""What a source points at: an address, the number of its page, an act, an article or a chapter of it."""

GENERAL_KNOWLEDGE = "hiểu biết chung"

SHARED = Path(__file__).parents[3] / "shared" / "known-law.csv"


def in_force(name: str, day: date) -> list[str]:
    return [
        law.symbol
        for law in known_acts().values()
        if name in (law.name, *law.aliases)
        and (law.in_force_from or date.max) <= day
        and not (law.ended and law.scope == "whole" and law.ended <= day)
    ]


@pytest.mark.parametrize(
    ("name", "day", "symbol"),
    [
        ("Luật Đầu tư công", date(2019, 12, 31), "49/2014/QH13"),
        ("Luật Đầu tư công", date(2024, 12, 31), "39/2019/QH14"),
        ("Luật Đầu tư công", date(2025, 11, 3), "58/2024/QH15"),
        ("Luật Thanh tra", date(2023, 6, 30), "56/2010/QH12"),
        ("Luật Thanh tra", date(2023, 7, 1), "11/2022/QH15"),
        ("Luật Thanh tra", date(2025, 7, 1), "84/2025/QH15"),
        ("Luật Tổ chức chính quyền địa phương", date(2022, 1, 26), "77/2015/QH13"),
        ("Luật Tổ chức chính quyền địa phương", date(2025, 4, 1), "65/2025/QH15"),
        ("Luật Tổ chức chính quyền địa phương", date(2025, 11, 1), "72/2025/QH15"),
        ("Luật Thực hiện dân chủ ở cơ sở", date(2024, 2, 27), "10/2022/QH15"),
        ("Luật BHXH", date(2025, 6, 30), "58/2014/QH13"),
        ("Luật BHXH", date(2025, 7, 1), "41/2024/QH15"),
        ("Luật Đất đai", date(2024, 7, 31), "45/2013/QH13"),
        ("Luật Đất đai", date(2024, 8, 1), "31/2024/QH15"),
        ("Bộ luật Lao động", date(2020, 12, 31), "10/2012/QH13"),
        ("Bộ luật Lao động", date(2023, 2, 17), "45/2019/QH14"),
        ("Hiến pháp", date(2025, 1, 1), "Hiến pháp 2013"),
    ],
)
def test_a_name_means_the_law_in_force_that_day(name: str, day: date, symbol: str) -> None:
    assert in_force(name, day) == [symbol]


def test_no_day_has_two_laws_of_one_name() -> None:
    named = defaultdict(list)
    for law in known_acts().values():
        if law.name and law.in_force_from and not law.name.startswith(("Luật sửa đổi", "Pháp lệnh sửa đổi")):
            named[law.name].append((law.in_force_from, law.ended or date.max, law.symbol))
    overlaps = []
    for name, versions in named.items():
        versions.sort()
        overlaps += [(name, a[2], b[2]) for a, b in pairwise(versions) if a[1] > b[0]]
    assert overlaps == []


def test_a_law_is_issued_then_in_force_then_ended() -> None:
    wrong = [
        law.symbol
        for law in (*known_laws(), *known_acts().values())
        if not (law.issued or date.min) <= (law.in_force_from or law.issued or date.min) < (law.ended or date.max)
    ]
    assert wrong == []


def test_an_end_says_how_far_it_goes_and_a_scope_has_an_end() -> None:
    assert [law.symbol for law in known_laws() if bool(law.scope) != bool(law.ended)] == []


def test_an_end_begins_when_the_law_that_ends_it_takes_effect() -> None:
    known = {law.symbol: law for law in known_acts().values()}
    wrong = [
        (law.symbol, law.ended_by)
        for law in known_laws()
        if law.ended_by in known and (effect := known[law.ended_by].in_force_from) and law.ended and law.ended < effect
    ]
    assert wrong == []


def test_a_law_is_of_a_known_type_and_its_number_of_the_form_of_its_type() -> None:
    forms = {
        "L": r"\d+/\d{4}/QH\d+|\d+-L/CTN|\d+-LCT/HĐNN\d|Luật .+ \d{4}",
        "BL": r"\d+/\d{4}/QH\d+|\d+-L/CTN|\d+-LCT/HĐNN\d",
        "PL": r"\d+/\d{4}/(?:PL-)?UBTVQH\d+|Pháp lệnh .+ \d{4}",
        "HP": r"Hiến pháp \d{4}",
    }
    codes = {row.code for row in document_types()}
    assert {law.type for law in known_laws()} <= codes
    numbered = [law for law in known_laws() if law.type in forms]
    assert [law.symbol for law in numbered if not re.fullmatch(forms[law.type], law.symbol)] == []


def test_a_law_by_name_begins_with_its_type_word() -> None:
    words = {"L": "Luật ", "BL": "Bộ luật ", "PL": "Pháp lệnh ", "HP": "Hiến pháp"}
    assert [law.name for law in known_laws() if law.type in words and not law.name.startswith(words[law.type])] == []


@pytest.mark.parametrize(
    ("symbol", "ended", "ended_by"),
    [
        ("149/2018/NĐ-CP", date(2021, 2, 1), "145/2020/NĐ-CP"),
        ("04/2015/NĐ-CP", date(2023, 7, 1), "10/2022/QH15"),
        ("159/2016/NĐ-CP", date(2023, 8, 15), "59/2023/NĐ-CP"),
        ("34/2007/PL-UBTVQH11", date(2023, 7, 1), "10/2022/QH15"),
        ("22/2018/QĐ-TTg", date(2023, 8, 16), "61/2023/NĐ-CP"),
    ],
)
def test_a_cited_act_that_ended_is_known_with_what_ended_it(symbol: str, ended: date, ended_by: str) -> None:
    ends = [(law.ended, law.ended_by) for law in known_laws() if law.symbol == symbol and law.certainty != "open"]
    assert ends == [(ended, ended_by)]


def test_what_rests_on_general_knowledge_is_open() -> None:
    rows = [(law.symbol, law.certainty) for law in known_laws() if GENERAL_KNOWLEDGE in f"{law.source} {law.note}"]
    assert rows
    assert {certainty for _, certainty in rows} == {"open"}


def test_a_row_that_a_text_confirms_names_the_text_the_provision_and_the_day_of_reading() -> None:
    confirmed = [law for law in known_laws() if law.certainty == "confirmed by the text"]
    assert confirmed
    assert [law.symbol for law in confirmed if not re.search(r"\d+[-/]\S+ Điều \d", law.source)] == []
    assert [law.symbol for law in confirmed if law.checked is None] == []


def test_no_row_was_compared_with_its_source_before_its_document_was_issued() -> None:
    assert [law.symbol for law in known_laws() if law.checked and law.checked < (law.issued or date.min)] == []


def test_the_rows_of_one_act_agree_on_what_it_is() -> None:
    rows = defaultdict(list)
    for law in known_laws():
        rows[key_of_law(law)].append(law)
    for key, found in rows.items():
        for field in ("type", "name", "issuer", "issued", "in_force_from"):
            assert len({getattr(law, field) for law in found} - {None, ""}) <= 1, (key, field)


@pytest.mark.parametrize(
    ("symbol", "issued"),
    [
        ("33/CT-TTg", date(2021, 11, 26)),
        ("23/CT-TTg", date(2021, 9, 2)),
        ("76/NQ-CP", date(2021, 7, 15)),
        ("15-CT/TU", date(2022, 11, 21)),
    ],
)
def test_an_act_of_which_only_the_citation_is_known_has_an_open_row(symbol: str, issued: date) -> None:
    known = [(law.issued, law.certainty, bool(law.issuer and law.name)) for law in known_laws() if law.symbol == symbol]
    assert known == [(issued, "open", True)]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared table of known law is not beside this repository")
def test_every_row_of_the_shared_table_is_carried_over() -> None:
    known: dict[tuple[str, str], KnownLaw] = {(law.symbol, law.type): law for law in known_laws()}
    with SHARED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            law = known[row["symbol"], row["type"]]
            assert (law.ended.isoformat() if law.ended else "") == row["ended"]
            assert (law.ended_by, law.scope) == (row["ended_by"], row["scope"])
            reasoned = row["source"].startswith("derived:")  # in words of our own
            assert reasoned or law.source.startswith(row["source"])
            assert set(REFERENCE.findall(row["source"])) <= set(REFERENCE.findall(law.source))
