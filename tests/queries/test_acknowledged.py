"""What a sentence says behind a citation: that the cited document has ended."""

from __future__ import annotations

import pytest

from queries.acknowledged import says_that_it_ended

LAW = "Nghị định số 149/2018/NĐ-CP"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (f"Nội dung của {LAW} ngày 07/11/2018 của Chính phủ (đã hết hiệu lực) không áp dụng.", True),
        (f"{LAW}, nay đã hết hiệu lực thi hành.", True),
        (f"{LAW} hết hiệu lực kể từ ngày 01/02/2021.", True),
        (f"{LAW} đã được thay thế bằng Nghị định số 145/2020/NĐ-CP.", True),
        (f"{LAW} không còn hiệu lực.", True),
        (f"Thực hiện {LAW} ngày 07/11/2018 của Chính phủ.", False),
        (f"{LAW} có hiệu lực từ ngày 01/01/2019.", False),
        (f"{LAW}; Nghị định số 60/2013/NĐ-CP đã hết hiệu lực.", False),
        (f"{LAW} thay thế Nghị định số 60/2013/NĐ-CP đã hết hiệu lực.", False),
        (f"Thay cho quy định đã hết hiệu lực, thực hiện {LAW}.", False),
    ],
)
def test_what_is_said_behind_a_citation_is_said_of_it(sentence: str, *, said: bool) -> None:
    assert says_that_it_ended(sentence, LAW) is said
