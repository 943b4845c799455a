"""The fact of a finding in one sentence, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from graph.model import HowKnown, Validity
from graph.validity import OPEN, Contradiction
from queries.messages import Fact, Language, Named, message
from queries.results import FindingKind

DAY = date(2024, 2, 27)
DECREE = Named("NĐ", "4/2015/NĐ-CP")
BASIS = Named("L", "10/2015/QH13")
DAYS = (date(2021, 3, 1), date(2022, 7, 2))
ENDED = Validity(ended=date(2023, 7, 1), ended_by="10/2022/QH15")


@pytest.mark.parametrize("kind", get_args(FindingKind))
def test_every_kind_has_its_sentence_in_each_language(kind: FindingKind) -> None:
    fact = Fact(kind, DECREE, DAY, ENDED, basis=BASIS, relation="GUIDES")
    said = {message(fact, language) for language in get_args(Language)}
    assert len(said) == len(get_args(Language))


@pytest.mark.parametrize(
    ("fact", "vietnamese", "english"),
    [
        pytest.param(
            Fact("ended", DECREE, DAY, ENDED),
            "Nghị định 4/2015/NĐ-CP đã hết hiệu lực từ 01/07/2023 (10/2022/QH15), "
            "trước ngày 27/02/2024 của văn bản dẫn.",
            "Decree 4/2015/NĐ-CP ended on 1 Jul 2023 (10/2022/QH15), before the citing document of 27 Feb 2024.",
            id="ended",
        ),
        pytest.param(
            Fact("ended", DECREE, date(2023, 7, 1), ENDED),
            "Nghị định 4/2015/NĐ-CP đã hết hiệu lực từ 01/07/2023 (10/2022/QH15), "
            "đúng ngày 01/07/2023 của văn bản dẫn.",
            "Decree 4/2015/NĐ-CP ended on 1 Jul 2023 (10/2022/QH15), "
            "the very day of the citing document, 1 Jul 2023.",
            id="ended on the very day",
        ),
        pytest.param(
            Fact("ended_since", DECREE, None, ENDED),
            "Nghị định 4/2015/NĐ-CP hết hiệu lực từ 01/07/2023 (10/2022/QH15); chưa biết ngày của văn bản dẫn.",
            "Decree 4/2015/NĐ-CP ended on 1 Jul 2023 (10/2022/QH15); the citing document is undated.",
            id="cited on an unknown day",
        ),
        pytest.param(
            Fact("ended_since", DECREE, None, ENDED, named="khoản 1 Điều 2"),
            "Khoản 1 Điều 2 của Nghị định 4/2015/NĐ-CP hết hiệu lực từ 01/07/2023 (10/2022/QH15); "
            "chưa biết ngày của văn bản dẫn.",
            "Khoản 1 Điều 2 of Decree 4/2015/NĐ-CP ended on 1 Jul 2023 (10/2022/QH15); "
            "the citing document is undated.",
            id="provisions cited on an unknown day",
        ),
        pytest.param(
            Fact("ended_since", DECREE, DAY, replace(ENDED, how_known=HowKnown.DERIVED)),
            "Nghị định 4/2015/NĐ-CP chưa hết hiệu lực khi được dẫn; hết hiệu lực từ 01/07/2023 "
            "(suy ra theo quy định; 10/2022/QH15).",
            "Decree 4/2015/NĐ-CP had not ended when it was cited; it ended on 1 Jul 2023 "
            "(derived by rule; 10/2022/QH15).",
            id="an end that follows from a rule",
        ),
        pytest.param(
            Fact("symbol_conflict", DECREE, DAY, Validity(), said="4/2015/NĐ", settled="4/2015/NĐ-CP", inferred=True),
            "Chỗ dẫn ghi số 4/2015/NĐ; theo cơ quan ban hành mà chính nó nêu thì là số 4/2015/NĐ-CP.",
            "The number is given as 4/2015/NĐ; by the issuing body named there it is 4/2015/NĐ-CP.",
            id="a number that no text gives",
        ),
        pytest.param(
            Fact("basis_ended", DECREE, DAY, ENDED, basis=BASIS, relation="BASED_ON"),
            "Nghị định 4/2015/NĐ-CP căn cứ vào Luật 10/2015/QH13, đã hết hiệu lực từ 01/07/2023 (10/2022/QH15), "
            "trước ngày 27/02/2024 của văn bản dẫn.",
            "Decree 4/2015/NĐ-CP is based on Law 10/2015/QH13, which ended on 1 Jul 2023 (10/2022/QH15), "
            "before the citing document of 27 Feb 2024.",
            id="a basis",
        ),
        pytest.param(
            Fact("date_conflict", DECREE, DAY, Validity(), said="2015-01-09", settled="2015-01-19"),
            "Chỗ dẫn ghi Nghị định 4/2015/NĐ-CP ngày 09/01/2015, nơi khác ghi ngày 19/01/2015.",
            "Here Decree 4/2015/NĐ-CP is dated 9 Jan 2015, elsewhere 19 Jan 2015.",
            id="two days",
        ),
        pytest.param(
            Fact(
                "needs_review", DECREE, DAY, Validity(),
                contradictions=[Contradiction("order", (date(2014, 1, 1), date(2015, 3, 1))), Contradiction("circle")],
            ),
            "Các nguồn chưa thống nhất về hiệu lực của Nghị định 4/2015/NĐ-CP, cần xem lại: Ngày hết hiệu lực "
            "01/01/2014 sớm hơn ngày có hiệu lực 01/03/2015. Các văn bản thay thế, bãi bỏ lẫn nhau thành vòng.",
            "The sources do not agree on the validity of Decree 4/2015/NĐ-CP: The end on 1 Jan 2014 is earlier than "
            "the effect from 1 Mar 2015. The documents replace or repeal each other in a circle.",
            id="contradictions",
        ),
        pytest.param(
            Fact(
                "ambiguous", "Nghị quyết số 54", DAY, Validity(),
                candidates=[Named("NQ", "54/NQ-HĐND", "HĐND tỉnh", day) for day in DAYS],
            ),
            "Chưa đủ căn cứ để xác định Nghị quyết số 54 là văn bản nào; có thể là "
            "Nghị quyết 54/NQ-HĐND (HĐND tỉnh, 01/03/2021), Nghị quyết 54/NQ-HĐND (HĐND tỉnh, 02/07/2022).",
            "It is not settled which document Nghị quyết số 54 is; perhaps "
            "Resolution 54/NQ-HĐND (HĐND tỉnh, 1 Mar 2021), Resolution 54/NQ-HĐND (HĐND tỉnh, 2 Jul 2022).",
            id="candidates",
        ),
        pytest.param(
            Fact("unknown", DECREE, DAY, Validity(ended=date(2023, 7, 1), certainty=OPEN)),
            "Chưa biết hiệu lực của Nghị định 4/2015/NĐ-CP; có nơi ghi hết hiệu lực từ 01/07/2023, chưa được xác nhận.",
            "The validity of Decree 4/2015/NĐ-CP is not known; an end on 1 Jul 2023 was reported, not confirmed.",
            id="reported, not proved",
        ),
    ],
)  # fmt: skip
def test_the_fact_is_told(fact: Fact, vietnamese: str, english: str) -> None:
    assert (message(fact, "vi"), message(fact, "en")) == (vietnamese, english)
