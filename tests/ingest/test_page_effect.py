"""What a web page says of the time in which the document that it shows is in force."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.parse import parse

PAGE = """Trang chủ
Thông tư số 27/2021/TT-BTC về mức thu phí
Số hiệu27/2021/TT-BTC
Ngày có hiệu lực01/01/2022
Ngày hết hiệu lực: 01/02/2026
Cơ quan ban hành: Bộ Tài chính
"""
HEAD = """BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 27/2021/TT-BTC
Hà Nội, ngày 05 tháng 11 năm 2021
THÔNG TƯ
Về mức thu phí
"""
OWN = "Điều 2. Thông tư này có hiệu lực kể từ ngày 15 tháng 12 năm 2021.\n"


def days(text: str) -> list[tuple[date | None, date | None]]:
    return [(effect.in_force_from, effect.ended) for effect in parse(text).effects]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PAGE, [(date(2022, 1, 1), None), (None, date(2026, 2, 1))]),
        (PAGE + HEAD + "Điều 1. Mức thu là 5 nghìn đồng.\n", [(date(2022, 1, 1), None), (None, date(2026, 2, 1))]),
        (PAGE + HEAD + OWN, [(date(2021, 12, 15), None), (None, date(2026, 2, 1))]),
        (PAGE.replace("01/02/2026", "--"), [(date(2022, 1, 1), None)]),
        (HEAD + "Điều 1. Giấy phép có Ngày hết hiệu lực: 01/02/2026.\n", []),
    ],
    ids=["a page of properties", "above a text", "the text goes before the page", "no end", "words of the text itself"],
)
def test_the_page_tells_what_the_text_does_not(text: str, expected: list[tuple[date | None, date | None]]) -> None:
    assert days(text) == expected
    for effect in parse(text).effects:
        assert "hiệu lực" in text[effect.start : effect.end]
