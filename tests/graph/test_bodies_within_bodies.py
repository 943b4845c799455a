"""Organisations of the Party and unions inside a body are bodies of their own, at the place of that body."""

from __future__ import annotations

from datetime import date

import pytest

from graph.institutions import read_issuer
from graph.model import Level
from graph.places import Frame, find_places, frame_of

_DAY = date(2025, 9, 1)


@pytest.fixture(scope="module")
def province() -> Frame:
    return frame_of(find_places("Quảng Trị", level=Level.PROVINCE, on=_DAY)[0], _DAY)


@pytest.mark.parametrize(
    ("written", "name", "key"),
    [
        ("Đảng ủy Sở Tư pháp", "Đảng ủy Sở Tư pháp tỉnh Quảng Trị", "du-so-tu-phap.quang-tri-2025"),
        ("BTV Đảng ủy Sở Y tế", "Ban Thường vụ Đảng ủy Sở Y tế tỉnh Quảng Trị", "du-so-y-te.quang-tri-2025"),
        ("Đảng ủy Bộ Tài chính", "Đảng ủy Bộ Tài chính", "du-bo-tai-chinh"),
        ("Đảng ủy Quân khu 4", "Đảng ủy Quân khu 4", "du-co-so-quan-khu-4"),
        (
            "Ban Tổ chức Đảng ủy UBND tỉnh",
            "Ban Tổ chức Đảng ủy Ủy ban nhân dân tỉnh Quảng Trị",
            "ban-to-chuc-du-ubnd.quang-tri-2025",
        ),
        ("Ban cán sự đảng Bộ Y tế", "Ban cán sự đảng Bộ Y tế", "bcsd-bo-y-te"),
        (
            "Đảng đoàn Hội Nông dân tỉnh",
            "Đảng đoàn Hội Nông dân tỉnh Quảng Trị",
            "dang-doan-hoi-nong-dan.quang-tri-2025",
        ),
        ("Chi bộ Văn phòng", "Chi bộ Văn phòng", "chi-bo-co-so-van-phong"),
        ("Chi bộ thôn 3", "Chi bộ thôn 3", "chi-bo-co-so-thon-3"),
        (
            "Công đoàn ngành Y tế tỉnh",
            "Công đoàn ngành Y tế tỉnh Quảng Trị",
            "cong-doan-co-so-y-te.quang-tri-2025",
        ),
        ("Đảng ủy các cơ quan Đảng Trung ương", "Đảng ủy các cơ quan Đảng Trung ương", "du-cac-co-quan-dang-tw"),
        (
            "Đảng ủy MTTQ, các đoàn thể tỉnh",
            "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh Quảng Trị",
            "du-mttq.quang-tri-2025",
        ),
        ("Đảng ủy UBND tỉnh", "Đảng ủy Ủy ban nhân dân tỉnh Quảng Trị", "du-ubnd.quang-tri-2025"),
        ("Đảng ủy phường Đông Hà", "Đảng ủy phường Đông Hà", "du.quang-tri-2025.dong-ha"),
    ],
)
def test_an_organisation_inside_a_body_is_named_with_it(province: Frame, written: str, name: str, key: str) -> None:
    text = f"{written} về việc kiện toàn"
    read = read_issuer(text, 0, province)

    assert read is not None
    assert (read[0].name, read[0].body.key, text[: read[1]]) == (name, key, written)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ban Chấp hành Trung ương Hội Nông dân Việt Nam", "hoi-nong-dan-tw"),
        ("BCH Trung ương Đoàn TNCS Hồ Chí Minh", "doan-tw"),
        ("BCH Trung ương Hội LHPN Việt Nam", "lhpn-tw"),
        ("Ban Chấp hành Trung ương Đảng", "tw"),
        ("Ban Chấp hành Trung ương", "tw"),
    ],
)
def test_a_central_committee_is_that_of_the_union_named_behind_it(province: Frame, written: str, key: str) -> None:
    read = read_issuer(f"{written} về việc", 0, province)

    assert read is not None
    assert (read[0].body.key, read[1]) == (key, len(written))


def test_the_name_of_a_union_ends_where_the_sentence_goes_on(province: Frame) -> None:
    read = read_issuer("Ban Thường vụ Công đoàn ngành Y tế tỉnh công nhận Ban Chấp hành", 0, province)

    assert read is not None
    assert read[0].name == "Ban Thường vụ Công đoàn ngành Y tế tỉnh Quảng Trị"
