"""What a text announces to stay in force."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.test_ends import EFFECT, TEN, TWENTY, named, read

DAY = date(2024, 3, 15)
TEN_SYMBOL, TWENTY_SYMBOL = "10/2015/QĐ-UBND", "20/2016/QĐ-UBND"


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        (f"{EFFECT}.\nĐiều 3. Công bố {TEN} về đường huyện tiếp tục có hiệu lực.", [(TEN_SYMBOL, DAY)]),
        (
            f"{EFFECT}.\n2. Công bố {TEN} về đường huyện, được sửa đổi bởi {TWENTY} tiếp tục có hiệu lực thi hành.",
            [(TEN_SYMBOL, DAY)],
        ),
        (f"{EFFECT}.\n2. {TEN} tiếp tục có hiệu lực từ ngày 01 tháng 7 năm 2024.", [(TEN_SYMBOL, date(2024, 7, 1))]),
        (
            f"{EFFECT}.\n2. Công bố các văn bản sau đây tiếp tục có hiệu lực:\na) {TEN};\nb) {TWENTY}.",
            [(TEN_SYMBOL, DAY), (TWENTY_SYMBOL, DAY)],
        ),
        (
            f"{EFFECT}.\n2. Công bố văn bản sau đây tiếp tục có hiệu lực:\na) {TEN}.\n3. {TWENTY} hết hiệu lực.",
            [(TEN_SYMBOL, DAY)],
        ),
        (f"{EFFECT}.\n2. Danh mục ban hành theo {TEN} tiếp tục có hiệu lực.", []),
        (f"{EFFECT}.\n2. {TEN} hết hiệu lực; các hợp đồng đã ký tiếp tục có hiệu lực.", []),
        (f"{EFFECT}.\n2. Điều 3 {TEN} tiếp tục có hiệu lực.", []),
    ],
    ids=[
        "announced", "with what amended it", "said of it alone, with a day", "a list", "no item of the list",
        "what was issued under it", "something else stays", "a provision",
    ],
)  # fmt: skip
def test_a_document_stays_in_force_where_a_clause_that_begins_with_it_says_so(
    closing: str, expected: list[tuple[str, date]]
) -> None:
    parsed = read(closing)
    assert [(named(parsed, one), one.date) for one in parsed.continued] == expected
    assert not {named(parsed, end) for end in parsed.ends} & {symbol for symbol, _ in expected}
