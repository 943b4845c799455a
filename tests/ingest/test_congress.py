"""Resolutions of congresses and plenary meetings, which have no number (domain reference I15)."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from ingest.reference import Reference
from tests.ingest.references_of import find, one, quotes


def issuers(reference: Reference) -> list[tuple[str, str]]:
    return [(named.body.key, named.name) for named in reference.issuers]


@pytest.mark.parametrize(
    ("written", "term", "name"),
    [
        pytest.param(
            "Nghị quyết Đại hội đại biểu Đảng bộ\ntỉnh Quảng Ngãi lần thứ XX, nhiệm kỳ 2020 - 2025",
            "XX",
            "Đại hội đại biểu Đảng bộ tỉnh Quảng Ngãi lần thứ XX",
            id="the line breaks inside the name",
        ),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ tỉnh Quảng\nNgãi lần\nthứ XX",
            "XX",
            "Đại hội đại biểu Đảng bộ tỉnh Quảng Ngãi lần thứ XX",
            id="and inside the name of the place",
        ),
        pytest.param(
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ nhất",
            "I",
            "Đại hội đại biểu Đảng bộ tỉnh Quảng Ngãi lần thứ nhất",
            id="an ordinal in words",
        ),
        pytest.param(
            "Nghị quyết Đại hội đại biểu lần thứ nhất Đảng bộ tỉnh, nhiệm kỳ 2025 - 2030",
            "I",
            "Đại hội đại biểu Đảng bộ tỉnh Quảng Ngãi lần thứ nhất",
            id="in words before the Party organisation",
        ),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020 - 2025",
            None,
            "Đại hội đại biểu Đảng bộ tỉnh Quảng Ngãi",
            id="by its years alone",
        ),
    ],
)
def test_the_congress_of_a_province_is_read_however_it_is_written(written: str, term: str | None, name: str) -> None:
    found = one(written)
    assert (found.term, issuers(found)) == (term, [("dai-hoi.quang-ngai", name)])


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("Nghị quyết Đại hội XII, XIII của Đảng", ["XII", "XIII"]),
        ("các nghị quyết Đại hội lần thứ XII và XIII của Đảng", ["XII", "XIII"]),
        ("Nghị quyết Trung ương 4 khóa XI, XII, XIII", ["XI", "XII", "XIII"]),
        ("Nghị quyết Trung ương 4 (khóa XI, XII) về xây dựng Đảng", ["XI", "XII"]),
        ("Nghị quyết Trung ương 4 khóa XI và khóa XII", ["XI", "XII"]),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, XX", ["XIX", "XX"]),
    ],
)
def test_every_ordinal_of_a_list_is_a_reference(written: str, terms: list[str]) -> None:
    found = find(written)
    assert [reference.term for reference in found] == terms
    assert [reference.compound for reference in found] == [False] + [True] * (len(terms) - 1)
    assert len({reference.issuers[0].body.key for reference in found}) == 1


def test_every_member_of_a_list_has_its_own_name() -> None:
    assert [r.name for r in find("Nghị quyết Trung ương 4 (khóa XI, XII)")] == [
        "Nghị quyết Trung ương 4 khóa XI",
        "Nghị quyết Trung ương 4 khóa XII",
    ]
    assert [r.issuers[0].name for r in find("Nghị quyết Đại hội XII, XIII của Đảng")] == [
        "Đại hội đại biểu toàn quốc lần thứ XII của Đảng",
        "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    ]


def test_letters_that_a_scan_lost_do_not_hide_a_congress() -> None:
    assert one("Nghị quyết Đại hội đại biu toàn quc lần thứ XIII của Đảng").term == "XIII"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Kết luận Hội nghị Trung ương 4 khóa XIII", "KL"),
        ("Nghị quyết Hội nghị Trung ương lần thứ tư khóa XII", "NQ"),
        ("Nghị quyết Hội nghị lần thứ mười một Ban Chấp hành Trung ương Đảng khóa XIII", "NQ"),
    ],
)
def test_a_plenary_meeting_concludes_and_resolves(written: str, kind: str) -> None:
    found = one(written)
    assert (found.type, [key for key, _ in issuers(found)]) == (kind, ["tw"])


@pytest.mark.parametrize("written", ["Nghị quyết Đại hội Đảng các cấp", "Nghị quyết Đại hội nhiệm kỳ 2025 - 2030"])
def test_congresses_at_large_are_none(written: str) -> None:
    assert find(written) == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Đảng bộ Ủy ban nhân dân tỉnh lần thứ I", "dai-hoi.dang-bo-uy-ban-nhan-dan-tinh-quang-ngai"),
        ("Đảng bộ các cơ quan Đảng tỉnh lần thứ I", "dai-hoi.dang-bo-cac-co-quan-dang-tinh-quang-ngai"),
        ("lần thứ IV Đảng bộ Khối các cơ quan tỉnh", "dai-hoi.dang-bo-khoi-cac-co-quan-tinh-quang-ngai"),
        ("Công đoàn tỉnh lần thứ XVI", "dai-hoi.cong-doan-tinh-quang-ngai"),
        (
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh lần thứ XV",
            "dai-hoi.doan-thanh-nien-cong-san-ho-chi-minh-tinh-quang-ngai",
        ),
        ("đại biểu Phụ nữ tỉnh lần thứ XVI", "dai-hoi.phu-nu-tinh-quang-ngai"),
        ("đại biểu Phụ nữ toàn quốc lần thứ XIII", "dai-hoi.phu-nu-toan-quoc"),
        ("Đảng bộ xã lần thứ I", "dai-hoi.dang-bo-xa"),
    ],
)
def test_the_congress_of_an_organisation_is_its_own_and_not_that_of_its_place(written: str, key: str) -> None:
    assert [found for found, _ in issuers(one(f"Nghị quyết Đại hội {written}"))] == [key]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Nghị quyết Trung ương 4, 5 khóa XIII", ["Nghị quyết Trung ương 4", "5 khóa XIII"]),
        ("các nghị quyết Trung ương 10, 11 và 12 khóa XIII", ["nghị quyết Trung ương 10", "11", "12 khóa XIII"]),
        ("Kết luận Hội nghị Trung ương 4 và 6 (khóa XIII)", ["Kết luận Hội nghị Trung ương 4", "6 (khóa XIII)"]),
    ],
)
def test_each_meeting_of_a_term_that_a_list_names_has_its_own_resolution(written: str, parts: list[str]) -> None:
    assert quotes(f"Thực hiện {written};") == parts
    found = find(written)
    assert len({r.name for r in found}) == len(parts)
    assert {r.term for r in found} == {"XIII"}


def test_the_number_of_a_meeting_may_be_glued_to_the_committee() -> None:
    assert quotes("Thực hiện Nghị quyết TW4 khóa XII;") == ["Nghị quyết TW4 khóa XII"]


@pytest.mark.parametrize(
    "first",
    [
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025",
        "Nghị quyết số 12-NQ/TU ngày 05/8/2021 của Tỉnh ủy khóa XX, nhiệm kỳ 2020-2025",
        "Nghị quyết số 12-NQ/TU ngày 05/8/2021 của Tỉnh ủy nhiệm kỳ 2020 - 2025",
        "Nghị quyết số 12-NQ/TU ngày 05/8/2021 của Tỉnh ủy (khóa XX, nhiệm kỳ 2020-2025)",
    ],
)
def test_the_years_of_a_term_do_not_part_a_list(first: str) -> None:
    listed = parse(f"Thực hiện {first}, Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.").mentions

    assert [mention.relation for mention in listed] == ["IMPLEMENTS", "IMPLEMENTS"]
