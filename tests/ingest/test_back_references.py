"""Words that point back to a document named before, and what is said of it there."""

from __future__ import annotations

import pytest

from ingest.parse import parse

HEAD = "Số: 5/KH-UBND\nKẾ HOẠCH\nVề an toàn\n\n"
DECISION = "Thực hiện Quyết định số 30/QĐ-TTg ngày 05/01/2024 của Thủ tướng Chính phủ."
OTHER = "Thực hiện Quyết định số 41/QĐ-TTg ngày 06/01/2024 của Thủ tướng Chính phủ."


def meant(text: str) -> list[tuple[str, str | None]]:
    parsed = parse(HEAD + text)
    return [(" ".join(back.text.split()), parsed.mentions[back.mention].symbol) for back in parsed.back_references]


def edges(text: str) -> set[tuple[str | None, str, str | None]]:
    parsed = parse(HEAD + text)
    return {
        (parsed.mentions[edge.source].symbol, edge.type, parsed.mentions[edge.target].symbol)
        for edge in parsed.relations
    }


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        ("Các nội dung của Quyết định nêu trên phải hoàn thành.", "Quyết định nêu trên"),
        ("Kết quả thực hiện Quyết định nói\ntrên được báo cáo.", "Quyết định nói trên"),
        ("Quyết định trên được công khai.", "Quyết định trên"),
        ("Theo tinh thần Quyết định đã nêu, các xã rà soát.", "Quyết định đã nêu"),
        ("Văn bản nêu trên được gửi kèm.", "Văn bản nêu trên"),
    ],
)
def test_words_that_point_back_mean_the_one_document_of_their_type(behind: str, words: str) -> None:
    assert meant(f"{DECISION} {behind}") == [(words, "30/QĐ-TTg")]


@pytest.mark.parametrize(
    "text",
    [
        f"{DECISION} {OTHER} Quyết định nêu trên được công khai.",
        f"{DECISION} Các Quyết định nêu trên được công khai.",
        f"{DECISION} Thông báo nêu trên được công khai.",
        f"{DECISION} Triển khai Quyết định trên địa bàn xã.",
        f"{DECISION} Quyết định này được công khai.",
    ],
    ids=["two documents", "several", "another type", "a place", "itself"],
)
def test_what_may_mean_several_or_nothing_points_nowhere(text: str) -> None:
    assert meant(text) == []


def test_a_paragraph_without_the_document_means_that_of_the_one_before() -> None:
    text = f"{OTHER}\n\n{DECISION}\n\nQuyết định nêu trên được công khai."
    assert meant(text) == [("Quyết định nêu trên", "30/QĐ-TTg")]


@pytest.mark.parametrize(
    ("said", "edge"),
    [
        (
            "Quyết định nêu trên thay thế Quyết định số 7/QĐ-TTg ngày 03/02/2020.",
            ("30/QĐ-TTg", "REPLACES", "7/QĐ-TTg"),
        ),
        (
            "Quyết định nêu trên được sửa đổi, bổ sung bởi Quyết định số 99/QĐ-TTg ngày 01/3/2024.",
            ("99/QĐ-TTg", "AMENDS", "30/QĐ-TTg"),
        ),
        (
            "Kế hoạch số 8/KH-UBND ngày 01/3/2024 của UBND tỉnh triển khai Quyết định nêu trên.",
            ("8/KH-UBND", "IMPLEMENTS", "30/QĐ-TTg"),
        ),
    ],
)
def test_what_is_said_of_the_document_meant_is_a_relation(said: str, edge: tuple[str, str, str]) -> None:
    assert edge in edges(f"{DECISION} {said}")


def test_what_others_do_behind_the_words_is_no_relation_of_the_document_meant() -> None:
    said = "Theo Quyết định nêu trên, UBND xã triển khai Quyết định số 7/QĐ-TTg ngày 03/02/2024."
    assert edges(f"{DECISION} {said}") == set()
