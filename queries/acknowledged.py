"""Citations whose own sentence says that the cited document has ended: "Nghị định … (đã hết hiệu lực)". Pure."""

from __future__ import annotations

import re

_BETWEEN = r"(?:(?!\bsố\s{1,3}\d|\b\d{1,4}/\d{4}/[A-ZĐ])[^;]){0,240}?"
"""What stands between a citation and what is said of it: its date, issuer and title, and no other document."""

_SAID = re.compile(
    _BETWEEN
    + r"(?:\b(?:đã|nay|hiện)\s(?:đã\s)?(?:hết\shiệu\slực|bị\s(?:bãi\sbỏ|thay\sthế|hủy\sbỏ)|được\s(?:bãi\sbỏ|thay\sthế))"
    r"|\b(?:không\scòn|chấm\sdứt)\shiệu\slực|\bhết\shiệu\slực(?:\sthi\shành)?\s(?:kể\s)?từ)",
    re.IGNORECASE,
)


def says_that_it_ended(sentence: str, quote: str) -> bool:
    """Whether a sentence says of the document that it cites by the words ``quote`` that it has ended or been replaced.

    >>> says_that_it_ended("Nghị định số 1/2018/NĐ-CP của Chính phủ (đã hết hiệu lực).", "Nghị định số 1/2018/NĐ-CP")
    True
    """
    sentence, quote = (" ".join(text.split()) for text in (sentence, quote))
    at = sentence.find(quote)
    return at >= 0 and _SAID.match(sentence, at + len(quote)) is not None
