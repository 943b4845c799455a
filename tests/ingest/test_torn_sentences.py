"""A line break at any place within a sentence, before the stroke of a symbol or a day too, changes nothing it says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ingest.lines import paragraphs, split_lines
from ingest.parse import parse

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HẬU GIANG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 6/KH-UBND\nHậu Giang, ngày 3 tháng 12 năm 2024\nKẾ HOẠCH\nChăm sóc cây xanh năm 2025\n"
)
TAIL = "\nI. NỘI DUNG\nTrồng cây ven đường theo Luật Lâm nghiệp.\n"


def said(sentence: str) -> tuple[Any, Any]:
    parsed = parse(HEAD + sentence + TAIL)
    mentions = [(m.type, m.symbol, m.date, m.issuers, m.relation, m.pinpoint) for m in parsed.mentions]
    return mentions, [(r.source, r.type, r.target) for r in parsed.relations]


def torn(sentence: str) -> list[str]:
    spaces = [f"{sentence[: m.start()]}\n{sentence[m.end() :]}" for m in re.finditer(" ", sentence)]
    strokes = [m.start() for m in re.finditer(r"[/-]", sentence)]
    return [*spaces, *(f"{sentence[:at]}\n{sentence[at:]}" for i in strokes for at in (i, i + 1))]


def parted(sentence: str) -> list[str]:
    """The sentence with a blank line before each word in small letters that stands far enough in it."""
    spaces = re.finditer(r" (?=[a-zđ])", sentence)
    return [f"{sentence[: m.start()]}\n\n{sentence[m.end() :]}" for m in spaces if m.start() >= 40]


SENTENCES = pytest.mark.parametrize(
    ("sentence", "relations"),
    [
        pytest.param(
            "Căn cứ Nghị định số 9/2020/NĐ-CP ngày 1/7/2020 của Chính phủ quy định chi tiết một số điều Luật Thú y;",
            [(0, "GUIDES", 1)],
            id="details",
        ),
        pytest.param(
            "Căn cứ Thông tư số 7/2021/TT-BYT ngày 5/9/2021 của Bộ trưởng Bộ Y tế hướng dẫn thực hiện Nghị định số "
            "9/2020/NĐ-CP;",
            [(0, "GUIDES", 1)],
            id="guides",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 8-KH/TU, ngày 5/7/2024 của Tỉnh ủy về thực hiện Nghị quyết số 9-NQ/TW, ngày "
            "30/4/2024 của Bộ Chính trị, Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:",
            [(0, "IMPLEMENTS", 1)],
            id="implements",
        ),
        pytest.param(
            "Căn cứ Quyết định số 8/QĐ-UBND ngày 5/9/2024 của Ủy ban nhân dân tỉnh về việc bãi bỏ Quyết định số "
            "2/QĐ-UBND ngày 1/2/2023;",
            [(0, "REPEALS", 1)],
            id="repeals",
        ),
        pytest.param("Làm theo điểm a khoản 3 Điều 12 Nghị định số 9/2020/NĐ-CP của Chính phủ.", [], id="a pinpoint"),
    ],
)


@SENTENCES
def test_a_sentence_says_the_same_wherever_a_line_ended(sentence: str, relations: list[tuple[int, str, int]]) -> None:
    whole = said(sentence)
    assert whole[1] == relations
    assert [variant for variant in torn(sentence) if said(variant) != whole] == []


@SENTENCES
def test_a_blank_line_within_a_sentence_changes_nothing(sentence: str, relations: list[tuple[int, str, int]]) -> None:
    whole = said(sentence)
    assert whole[1] == relations
    assert [variant for variant in parted(sentence) if said(variant) != whole] == []


@pytest.mark.parametrize("item", ["-Chủ trì họp dân.", "- UBND xã họp dân.", "-UBND xã họp dân."])
def test_an_item_behind_a_symbol_is_not_the_rest_of_it(item: str) -> None:
    assert len(paragraphs(split_lines(f"Theo Kế hoạch số 5/KH-UBND:\n{item}"))) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "1. Tổ chuyển đổi số",
        "1. Về kinh tế số, xã hội số",
        "1. Công tác dân tộc thiểu số",
        "1. Báo cáo hằng năm",
        "1. Báo cáo 6 tháng",
        "1. Nhiệm vụ thí điểm",
        "1. Rà soát danh mục",
    ],
)
@pytest.mark.parametrize("following", ["- Tổ chức tuyên truyền.", "a) Phòng Kinh tế tổ chức.", "Sở Nội vụ tổ chức."])
def test_a_word_that_belongs_to_the_one_before_it_leaves_no_line_open(heading: str, following: str) -> None:
    text = f"II. NHIỆM VỤ\n{heading}\n{following}\n2. Việc khác\n"
    assert heading in {one.of(text) for one in paragraphs(split_lines(text))}


@pytest.mark.parametrize("line", ["theo Quyết định số", "năm học bắt đầu từ ngày 5 tháng 6 năm", "trong số một số"])
def test_a_number_or_a_day_that_is_torn_goes_on(line: str) -> None:
    text = f"II. NHIỆM VỤ\n1. Tổ chức {line}\n2025 đã ban hành.\n2. Việc khác\n"
    assert f"1. Tổ chức {line}\n2025 đã ban hành." in {one.of(text) for one in paragraphs(split_lines(text))}
