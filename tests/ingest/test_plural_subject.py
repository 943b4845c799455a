"""What is done to documents that a plural names together is done to each of them."""

from __future__ import annotations

import pytest

from tests.ingest.test_acts import edges


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Các Quyết định số 12/QĐ-UBND, số 15/QĐ-UBND bị bãi bỏ tại Quyết định số 90/QĐ-UBND ngày 01/9/2025.",
            {("90/QĐ-UBND", "REPEALS", "12/QĐ-UBND"), ("90/QĐ-UBND", "REPEALS", "15/QĐ-UBND")},
        ),
        (
            (
                "Thực hiện chế độ theo các Thông tư số 7/2019/TT-BTC và\nThông tư số 8/2020/TT-BTC được sửa đổi"
                " bởi Thông tư số 9/2022/TT-BTC."
            ),
            {("9/2022/TT-BTC", "AMENDS", "7/2019/TT-BTC"), ("9/2022/TT-BTC", "AMENDS", "8/2020/TT-BTC")},
        ),
        (
            (
                "Những Nghị định số 10/2011/NĐ-CP, số 11/2012/NĐ-CP, số 12/2013/NĐ-CP được thay thế bởi"
                " Nghị định số 20/2020/NĐ-CP."
            ),
            {
                ("20/2020/NĐ-CP", "REPLACES", "10/2011/NĐ-CP"),
                ("20/2020/NĐ-CP", "REPLACES", "11/2012/NĐ-CP"),
                ("20/2020/NĐ-CP", "REPLACES", "12/2013/NĐ-CP"),
            },
        ),
        (
            "Áp dụng Thông tư số 7/2019/TT-BTC, Thông tư số 8/2020/TT-BTC được sửa đổi bởi Thông tư số 9/2022/TT-BTC.",
            {("9/2022/TT-BTC", "AMENDS", "8/2020/TT-BTC")},
        ),
        (
            (
                "Áp dụng các Thông tư số 7/2019/TT-BTC về thuế, Thông tư số 8/2020/TT-BTC được sửa đổi bởi"
                " Thông tư số 9/2022/TT-BTC."
            ),
            {("9/2022/TT-BTC", "AMENDS", "8/2020/TT-BTC")},
        ),
    ],
)
def test_what_is_done_to_documents_named_by_one_plural_is_done_to_each(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert edges(sentence) == expected
