"""Who issued a cited document, where its tail does not say so plainly."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.normative import circular

HEAD = """ỦY BAN NHÂN DÂN
XÃ DUY TRINH
Số: 12/KH-UBND
Duy Trinh, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Về an toàn giao thông
"""


def issuers(sentence: str) -> tuple[str, ...]:
    """The issuers of the first mention in a plan of xã Duy Trinh, huyện Duy Xuyên, tỉnh Quảng Nam."""
    return parse(f"{HEAD}{sentence}\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n").mentions[0].issuers


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 của UBND huyện về an toàn giao thông;",
            ("Ủy ban nhân dân huyện Duy Xuyên",),
            id="behind the date",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 về an toàn giao thông năm 2024 của UBND huyện;",
            ("Ủy ban nhân dân huyện Duy Xuyên",),
            id="behind the subject",
        ),
        pytest.param(
            "Theo đề nghị của Công an xã tại Tờ trình số 07/TTr-CAX ngày 01/3/2024;",
            ("Công an xã Duy Trinh",),
            id="in front",
        ),
        pytest.param(
            "Theo đề nghị của Trưởng Công an xã tại Tờ trình số 07/TTr-CAX ngày 01/3/2024;",
            ("Công an xã Duy Trinh",),
            id="its head in front",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 của Uy bzn nhxn dan huyện;",
            (),
            id="a body that cannot be read is not guessed from the symbol",
        ),
        pytest.param(
            "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Tnủ tuớng;",
            ("Thủ tướng Chính phủ",),
            id="the centre's symbol says it all the same",
        ),
    ],
)
def test_the_issuer_is_read_where_the_text_names_it(sentence: str, names: tuple[str, ...]) -> None:
    assert issuers(sentence) == names


def test_a_document_that_cites_itself_is_told_so_and_the_place_is_no_mention() -> None:
    text = (
        f"{HEAD}Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã Duy Trinh;\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n"
    )
    parsed = parse(text)
    assert parsed.mentions == ()
    assert any("dẫn chính số" in warning for warning in parsed.warnings)


def test_a_number_that_is_repeated_without_its_minister_is_of_the_ministry() -> None:
    mentions = circular(
        "Thông tư số 62/2023/TT-BYT ngày 14/11/2023 của Bộ trưởng Bộ Y tế;\nMẫu tại Thông tư số 62/2023/TT-BYT."
    ).mentions
    assert [mention.issuers for mention in mentions] == [("Bộ trưởng Bộ Y tế",), ("Bộ Y tế",)]
