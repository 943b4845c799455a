"""What a footnote says is said of the document noted."""

from __future__ import annotations

import pytest

from ingest.model import ParsedDocument
from ingest.parse import parse


def decision(basis: str, note: str) -> ParsedDocument:
    """A decision of a tỉnh on the ground of ``basis``, with a note under it."""
    return parse(
        f"UBND TỈNH LÂM ĐỒNG\nSố: 942/QĐ-UBND\nLâm Đồng, ngày 09 tháng 10 năm 2025\nQUYẾT ĐỊNH\nVề đất đai\n"
        f"Căn cứ {basis};\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn A\n{note}"
    )


@pytest.mark.parametrize(
    ("basis", "note", "edge"),
    [
        (
            "Quyết định số 20/2024/QĐ-UBND[1] ngày 01/02/2024 của UBND tỉnh",
            "[1] Thay thế Quyết định số 5/2019/QĐ-UBND ngày 02/3/2019.",
            (0, "REPLACES", 1),
        ),
        (
            "Nghị định số 20/2024/NĐ-CP ngày 01/02/2024 của Chính phủ về đất đai[1]",
            "[1] Được sửa đổi, bổ sung bởi Nghị định số 5/2025/NĐ-CP ngày 02/3/2025.",
            (1, "AMENDS", 0),
        ),
        (
            "Nghị định số 20/2024/NĐ-CP quy định chi tiết một số điều của Luật Đất đai số 31/2024/QH15[1]",
            "[1] Thay thế Luật số 45/2013/QH13.",
            (1, "REPLACES", 2),
        ),
    ],
)
def test_an_act_in_a_note_is_one_of_the_document_noted(basis: str, note: str, edge: tuple[int, str, int]) -> None:
    parsed = decision(basis, note)
    assert edge in [(r.source, r.type, r.target) for r in parsed.relations]
    assert parsed.mentions[-1].relation == "CITES"


@pytest.mark.parametrize(
    ("basis", "note"),
    [
        pytest.param(
            "Nghị định số 20/2024/NĐ-CP[1]; Nghị định số 21/2024/NĐ-CP[1]",
            "[1] Thay thế Nghị định số 5/2015/NĐ-CP.",
            id="two places have the mark",
        ),
        pytest.param(
            "Nghị định số 20/2024/NĐ-CP. Các xã[1] thực hiện",
            "[1] Thay thế Nghị định số 5/2015/NĐ-CP.",
            id="the mark is of another sentence",
        ),
        pytest.param(
            "Nghị định số 20/2024/NĐ-CP[1]", "[1] Theo Nghị định số 5/2015/NĐ-CP.", id="the note only says where"
        ),
        pytest.param(
            "Nghị định số 20/2024/NĐ-CP[1]",
            "[1] Sở Tài chính đề nghị thay thế Nghị định số 5/2015/NĐ-CP.",
            id="the note has a subject of its own",
        ),
    ],
)
def test_a_note_that_is_not_surely_of_one_document_says_nothing_of_it(basis: str, note: str) -> None:
    parsed = decision(basis, note)
    assert parsed.relations == ()
    assert parsed.ends == ()
