"""Sentences that stand alone and put new words in place of a provision, or end, drop or join documents."""

from __future__ import annotations

import pytest

from ingest.parse import parse


def relations(sentence: str) -> list[tuple[str, str | None]]:
    return [(mention.relation, mention.pinpoint) for mention in parse(sentence).mentions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Khoản 1 Điều 2 Quyết định số 33/2008/QĐ-TTg được sửa đổi như sau: “1. Đối tượng áp dụng”.",
        'Khoản 1 Điều 2 Quyết định số 33/2008/QĐ-TTg được sửa đổi, bổ sung như sau:\n"1. Đối tượng áp dụng".',
        "Khoản 1 Điều 2 Quyết định số 33/2008/QĐ-TTg được bổ sung thêm nội dung như sau: “1. Đối tượng áp dụng”.",
    ],
)
def test_a_provision_that_gets_the_words_quoted_behind_it_is_amended(sentence: str) -> None:
    assert relations(sentence) == [("AMENDS", "Khoản 1 Điều 2")]


def test_what_was_amended_earlier_is_only_cited() -> None:
    sentence = "Khoản 1 Điều 2 Quyết định số 33/2008/QĐ-TTg đã được sửa đổi như sau: “1. Đối tượng áp dụng”."
    assert relations(sentence) == [("CITES", "Khoản 1 Điều 2")]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Bỏ khoản 3 Điều 4 Thông tư số 5/2019/TT-BYT.", "REPEALS"),
        ("Những quy định tại Thông tư số 21/1992/TT-BTC nay không còn giá trị.", "REPEALS"),
        ("Hợp nhất Nghị định số 5/2020/NĐ-CP.", "CONSOLIDATES"),
        ("Không được bỏ sót hồ sơ theo Thông tư số 5/2019/TT-BYT.", "CITES"),
        ("Giấy phép cấp theo Thông tư số 5/2019/TT-BYT có giá trị 5 năm.", "CITES"),
    ],
)
def test_what_ends_drops_or_joins_documents_is_told_from_what_does_not(sentence: str, relation: str) -> None:
    assert [found for found, _ in relations(sentence)] == [relation]
