"""References in official English translations of normative texts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.normative import only


@pytest.mark.parametrize(
    ("sentence", "text", "kind", "symbol", "day", "pinpoint"),
    [
        (
            "Pursuant to the Government’s Decree No. 61/2019/ND-CP of July 10, 2019, on tourism;",
            "Decree No. 61/2019/ND-CP", "NĐ", "61/2019/NĐ-CP", date(2019, 7, 10), None,
        ),
        (
            "The file is lodged under Clause 2, Article 7 of Circular No.14/2017/TT-BCT dated 3 May 2017.",
            "Circular No.14/2017/TT-BCT", "TT", "14/2017/TT-BCT", date(2017, 5, 3), "Clause 2, Article 7",
        ),
        (
            "Points a, b and dd, Clause 1, Article 5 of the Prime Minister’s Decision No. 20/2012/QD-TTg cease.",
            "Decision No. 20/2012/QD-TTg", "QĐ", "20/2012/QĐ-TTg", None, "Points a, b and dd, Clause 1, Article 5",
        ),
        (
            "as defined in Ordinance No. 44/2009/UBTVQH12;",
            "Ordinance No. 44/2009/UBTVQH12", "PL", "44/2009/UBTVQH12", None, None,
        ),
        (
            "Resolution No. 52/2002/QH10 of February 31, 2002",
            "Resolution No. 52/2002/QH10", "NQ", "52/2002/QH10", None, None,
        ),
    ],
)  # fmt: skip
def test_a_translated_reference_has_type_number_date_and_provisions(
    sentence: str, text: str, kind: str, symbol: str, day: date | None, pinpoint: str | None
) -> None:
    mention = only(sentence)
    assert (mention.text, mention.type, mention.symbol) == (text, kind, symbol)
    assert (mention.date, mention.pinpoint) == (day, pinpoint)
