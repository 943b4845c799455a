"""Types of documents, bodies, levels and edges: every pattern has an example and every example a pattern."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from data.tables import (
    assemblies,
    body_codes,
    central_bodies,
    congresses,
    document_types,
    edge_types,
    level_words,
    local_bodies,
)

SYMBOL_WITHOUT_TYPE = re.compile(r"/(?:QH|UBTVQH)\d+$|^\d+/UBND-")
"""Laws and resolutions of the National Assembly and official letters of the State carry no code of their type."""


def tokens(symbol: str) -> list[str]:
    """The letters of a symbol between its separators; the term behind QH15, UBTVQH15 and UBKTTC15 is cut off."""
    return [re.sub(r"^(\w*QH|(?:UB|HĐDT)[A-ZĐ]*)\d+$", r"\1", token) for token in re.split(r"[/@ -]", symbol)]


def test_every_code_of_a_document_type_has_an_example() -> None:
    missing = [
        (row.code, code)
        for row in document_types()
        for code in row.symbol_codes
        if not any(code in tokens(example) for example in row.example)
    ]
    assert missing == []


def test_every_example_of_a_document_type_carries_one_of_its_codes_or_none_where_symbols_have_none() -> None:
    stray = [
        (row.code, example)
        for row in document_types()
        for example in row.example
        if not set(tokens(example)) & set(row.symbol_codes) and not SYMBOL_WITHOUT_TYPE.search(example)
    ]
    assert stray == []


def test_every_body_code_has_an_example_and_every_example_a_code() -> None:
    missing = []
    stray = []
    for row in body_codes():
        known = {row.code, *row.forms}
        found = [known & {*tokens(example), *re.split(r"[/ ]", example)} for example in row.example]
        if not any(row.code in codes for codes in found):
            missing.append(row.code)
        stray += [(row.code, example) for example, codes in zip(row.example, found, strict=True) if not codes]
    assert missing == []
    assert stray == []


@pytest.mark.parametrize(
    ("codes", "key_class"),
    [
        pytest.param(("QĐ", "QyĐ"), "qd", id="Party decisions and regulations share a series"),
        pytest.param(("L", "BL"), "l", id="laws and codes share a series"),
    ],
)
def test_types_of_one_series_share_their_class(codes: tuple[str, ...], key_class: str) -> None:
    assert {row.key_class for row in document_types() if row.code in codes} == {key_class}


def test_other_types_have_a_class_of_their_own() -> None:
    classes = Counter(row.key_class for row in document_types())
    assert {name for name, count in classes.items() if count > 1} == {"qd", "l"}


def test_every_variant_of_a_programme_is_one_type() -> None:
    (programme,) = [row for row in document_types() if row.code == "CTr"]
    assert {"CTr", "CTR", "CTHĐ", "CTrPH", "CTPH"} <= set(programme.symbol_codes)
    assert "Chương trình hành động" in programme.name_forms


@pytest.mark.parametrize(
    "code",
    [
        "HP", "L", "BL", "PL", "NQ", "NĐ", "TT", "TTLT", "NQLT", "KH", "CT", "KL", "QĐ", "QyĐ", "HD", "CV", "TTr",
        "BC", "VBHN", "LCT",
    ],
)  # fmt: skip
def test_a_type_of_the_field_is_there(code: str) -> None:
    assert [row.code for row in document_types() if row.code == code] == [code]


def test_legal_force_falls_from_the_constitution_to_circulars() -> None:
    rank = {row.code: row.force_rank for row in document_types()}
    assert [rank[code] for code in ("HP", "L", "PL", "LCT", "NĐ", "TT")] == [1, 2, 3, 4, 5, 8]
    assert rank["KH"] is None


def test_a_form_of_a_body_code_means_one_body_except_the_slip_that_two_share() -> None:
    kinds = defaultdict(set)
    for row in body_codes():
        for form in (row.code, *row.forms):
            kinds[form].add(row.kind)
    assert {form: sorted(found) for form, found in kinds.items() if len(found) > 1} == {"TƯ": ["tu", "tw"]}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("UBND", "ubnd"), ("HĐND", "hdnd"), ("TU", "tu"), ("QU", "qu"), ("HU", "hu"), ("ĐU", "du"), ("TW", "tw"),
        ("TTg", "ttg"), ("CP", "chinh-phu"), ("QH", "quoc-hoi"), ("UBTVQH", "ubtvqh"), ("BNV", "bo-noi-vu"),
        ("BDVTU", "bdv-tu"), ("BCSĐUBND", "bcsd-ubnd"), ("BCĐ", "bcd"), ("LĐLĐ", "ldld"), ("TLĐ", "tldld"),
        ("MTTQ", "mttq"), ("SNV", "so-noi-vu"),
    ],
)  # fmt: skip
def test_a_code_names_its_body(code: str, kind: str) -> None:
    assert [row.kind for row in body_codes() if row.code == code] == [kind]


def test_the_politburo_the_secretariat_and_the_central_committee_share_one_series() -> None:
    numbering = {row.name: row.numbering for row in central_bodies()}
    assert {numbering[name] for name in ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng")} == {"tw"}


def test_a_committee_and_its_standing_board_share_one_series() -> None:
    numbering = {row.name: row.numbering for row in local_bodies()}
    committee = ("Tỉnh ủy", "Thành ủy", "Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy")
    assert {numbering[name] for name in committee} == {"tu"}
    assert numbering["Chủ tịch Ủy ban nhân dân"] == numbering["Ủy ban nhân dân"] == "ubnd"


def test_who_took_over_from_an_ended_central_body_exists() -> None:
    kinds = {row.kind for row in central_bodies()}
    assert {row.successor for row in central_bodies() if row.successor} <= kinds


def test_the_ministries_merged_in_2025_ended_with_february() -> None:
    ended = {row.kind: row.successor for row in central_bodies() if row.valid_to == date(2025, 2, 28)}
    assert ended["bo-tai-nguyen-va-moi-truong"] == "bo-nong-nghiep-va-moi-truong"
    assert ended["bo-lao-dong-thuong-binh-va-xa-hoi"] == "bo-noi-vu"
    assert ended["bo-ke-hoach-va-dau-tu"] == "bo-tai-chinh"


def test_districts_have_no_body_after_june_2025() -> None:
    only_districts = [row for row in local_bodies() if row.levels == ("district",)]
    assert only_districts
    assert [row.name for row in only_districts if row.valid_to is None or row.valid_to > date(2025, 6, 30)] == []


def test_a_city_may_be_a_province_or_a_district() -> None:
    levels = {row.word: row.levels for row in level_words()}
    assert levels["thành phố"] == ("province", "district")
    assert levels["đặc khu"] == ("ward",)


def test_national_congresses_follow_each_other_without_overlap() -> None:
    national = sorted((row for row in congresses() if row.level == "central"), key=lambda row: row.opens)
    assert [row.term for row in national] == ["VIII", "IX", "X", "XI", "XII", "XIII", "XIV"]
    assert all(a.closes < b.opens for a, b in pairwise(national))
    assert all(row.opens <= row.closes <= row.opens + timedelta(days=10) for row in national)


def test_local_congresses_come_before_the_national_one_and_upwards() -> None:
    opens = {(row.level, row.term): row.opens for row in congresses()}
    for term in ("2005-2010", "2010-2015", "2015-2020", "2020-2025"):
        assert opens["ward", term] < opens["district", term] < opens["province", term]
    assert ("district", "2025-2030") not in opens


def test_each_term_of_the_national_assembly_begins_when_the_one_before_ends() -> None:
    terms = assemblies()
    assert [row.code for row in terms] == [f"QH{n}" for n in range(8, 17)]
    assert all(a.year_to == b.year_from for a, b in pairwise(terms))


def test_references_stand_between_documents_and_the_rest_does_not() -> None:
    between_documents = {row.name for row in edge_types() if row.subject == row.object == ("document",)}
    assert between_documents == {row.name for row in edge_types() if row.is_reference}
    assert {row.name for row in edge_types()} - between_documents == {
        "ASSIGNS", "ADDRESSED_TO", "ISSUED_BY", "PART_OF", "LOCATED_IN",
    }  # fmt: skip


def test_an_edge_reads_differently_in_the_two_directions() -> None:
    assert [row.name for row in edge_types() if row.verb == row.reverse_verb] == []
    assert [row.name for row in edge_types() if row.label_vi == row.reverse_label_vi] == []
