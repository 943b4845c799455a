"""Phrases of the field that lost the marks of some of their words are read as if they had them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.tables import phrases
from graph.text import fold
from ingest.normalise import normalise
from ingest.parse import parse
from ingest.restored import with_marks

SHARED = {bare for bare, times in Counter(fold(row.phrase) for row in phrases()).items() if times > 1}
"""What is left of several phrases: hằng năm and hàng năm."""


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("Thuc hiện Quyết định số 5", "Thực hiện Quyết định số 5"),
        ("triển khai thực hien Chi thị số 5", "triển khai thực hiện Chỉ thị số 5"),
        ("TO CHỨC THUC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        (
            "Nghi quyêt Đại hội đại biểu toàn quoc lần thứ XIII cua Đảng và cac Nghị quyết",
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng và các Nghị quyết",
        ),
        ("Thuc hiện Luật Thi dua, khen thưởng", "Thực hiện Luật Thi đua, khen thưởng"),
        ("điểm b khoan 2 Dieu 7 của Luat", "điểm b khoản 2 Điều 7 của Luật"),
        ("ngay 5 thang 6 nam 2025 của Chinh phủ; cac đơn vị", "ngày 5 tháng 6 năm 2025 của Chính phủ; các đơn vị"),
        ("Thuc hiện, Ủy ban nhân\ndan tỉnh", "Thực hiện, Ủy ban nhân\ndân tỉnh"),
        ("tỉnh Đắk Lak thuc hiện", "tỉnh Đắk Lắk thực hiện"),
        ("cac Thủ truong, Thứ truong", "các Thủ trưởng, Thứ trưởng"),
    ],
)
def test_a_word_that_lost_its_marks_is_told_by_its_neighbours(damaged: str, meant: str) -> None:
    assert with_marks(normalise(damaged)).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Hoa hồng và nghi ngờ: thuc",  # bare words of no phrase
        "Thực hién kế hoạch, cac",  # another mark, so another word
        "nam giới 5 người; Việt Nam 2025",
        "chi tiết; Chu Văn An; tinh thần",
        "thu truong cac",  # thủ trưởng or thứ trưởng
    ],
)
def test_a_word_that_may_be_another_one_stays(text: str) -> None:
    kept = with_marks(normalise(text)).text
    assert [word for word in text.split() if word != "cac"] == [word for word in kept.split() if word != "các"]


@pytest.mark.parametrize("phrase", [row.phrase for row in phrases() if fold(row.phrase) not in SHARED])
def test_every_phrase_is_restored_from_what_is_left_of_its_letters(phrase: str) -> None:
    assert with_marks(normalise(f"thuc hien; {fold(phrase)}")).text == f"thực hiện; {phrase}"


@given(st.text(alphabet="thuchiện quyếtđnhoaàáậ ,\n5", max_size=60))
def test_restoring_keeps_every_letter_its_case_and_its_place(text: str) -> None:
    before = normalise(text)
    after = with_marks(before)
    assert fold(after.text) == fold(before.text)
    assert len(after.text) == len(before.text)
    assert with_marks(after).text == after.text


def test_a_relation_is_read_where_its_cue_lost_its_marks() -> None:
    text = "Thuc hiện Kế hoạch số 41/KH-UBND ngày 3/2/2024 cua Ủy ban nhan dân tỉnh Lào Cai.\n"
    (mention,) = parse(text).mentions
    assert (mention.relation, mention.issuers[0]) == ("IMPLEMENTS", "Ủy ban nhân dân tỉnh Lào Cai")


def test_what_is_quoted_shows_the_letters_as_read() -> None:
    text = "Thuc hiện Nghi quyêt số 30-NQ/TW.\n"
    (mention,) = parse(text).mentions
    assert text[mention.start : mention.end] == mention.text == "Nghi quyêt số 30-NQ/TW"


def test_a_whole_text_as_written_has_the_marks_of_all_its_words_in_one_go() -> None:
    text = with_marks(normalise("Thuc hien Nghi quyet " * 20_000))  # the square of its words would not come to an end
    assert text.written(0, len(text.text)) == text.text
