"""Provisions that begin or end on a day of their own, of the text itself and of the documents that it ends."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.test_ends import EFFECT, HEAD, TEN, TWENTY, read

EXCEPT = f"{EFFECT}, trừ trường hợp quy định tại khoản 2 Điều này"
ON_JULY = "có hiệu lực từ ngày 01/7/2024"
THIS = "Quyết định này"
JULY, MAY, NEXT = date(2024, 7, 1), date(2024, 5, 1), date(2025, 1, 1)


def parts(closing: str) -> list[tuple[tuple[str, ...], date | None, date | None]]:
    return [(part.provisions, part.in_force_from, part.ended) for part in read(closing).parts]


@pytest.mark.parametrize(
    ("clause", "provisions", "begins", "ends"),
    [
        ("2. Quy định tại Điều 13 của Quyết định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.",
         ["Điều 13"], JULY, None),
        ("2. Khoản 1 Điều 10 Quyết định này có hiệu lực kể từ ngày 01/7/2024.", ["Khoản 1 Điều 10"], JULY, None),
        (f"2. Quy định tại các khoản 1, 2 Điều 4 và Điều 9 của {THIS} {ON_JULY}.",
         ["khoản 1, 2 Điều 4", "Điều 9"], JULY, None),
        (f"2. Các điều từ Điều 3 đến Điều 6, Điều 8 {THIS} {ON_JULY}.",
         ["Điều 3 đến Điều 6", "Điều 8"], JULY, None),
        (f"2. Điều 5; khoản 2 Điều 7 của {THIS} {ON_JULY}.", ["Điều 5", "khoản 2 Điều 7"], JULY, None),
        ("2. Quy định tại Điều 6 của Quyết định này được áp dụng từ ngày 01/7/2024.", ["Điều 6"], JULY, None),
        (f"2. Quy định tại Điều 6 của {THIS} {ON_JULY} đến hết ngày 31/12/2024.", ["Điều 6"], JULY, NEXT),
        ("2. Quy định tại Điều 6 của Quyết định này có hiệu lực đến hết ngày 31/12/2024.", ["Điều 6"], None, NEXT),
        ("2. Điều 6 của Quyết định này hết hiệu lực kể từ ngày 01/01/2025.", ["Điều 6"], None, NEXT),
        ("2. Điều 6 của Quyết định này hết hiệu lực sau ngày 31/12/2024.", ["Điều 6"], None, NEXT),
        (f"2. Chương III và Phụ lục II của {THIS} {ON_JULY}.", ["Chương III", "Phụ lục II"], JULY, None),
        (f"2. Các quy định sau đây của {THIS} {ON_JULY}:\na) Điều 5;\nb) Khoản 2 Điều 7.",
         ["Điều 5", "Khoản 2 Điều 7"], JULY, None),
        (f"2. Điều 2 và việc dùng hóa đơn điện tử quy định tại Điều 6 của {THIS} {ON_JULY}.",
         ["Điều 2", "Điều 6 (việc dùng hóa đơn điện tử)"], JULY, None),
    ],
)  # fmt: skip
def test_a_clause_gives_provisions_of_the_text_a_day_of_their_own(
    clause: str, provisions: list[str], begins: date | None, ends: date | None
) -> None:
    assert parts(f"{EXCEPT}.\n{clause}") == [(tuple(provisions), begins, ends)]


@pytest.mark.parametrize(
    "closing",
    [
        f"{EFFECT}; riêng Điều 5 có hiệu lực từ ngày 01 tháng 7 năm 2024.",
        f"{EFFECT}, trừ quy định tại Điều 5 có hiệu lực từ ngày 01 tháng 7 năm 2024.",
        f"{EFFECT}. Riêng quy định tại Điều 5 Quyết định này được thực hiện từ ngày 01/7/2024.",
    ],
)
def test_the_sentence_of_the_whole_may_hold_the_day_of_a_part(closing: str) -> None:
    parsed = read(closing)
    assert parsed.effect is not None
    assert parsed.effect.in_force_from == date(2024, 3, 15)
    assert [(part.provisions, part.in_force_from) for part in parsed.parts] == [(("Điều 5",), JULY)]


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param(f"2. Hợp đồng ký theo Điều 5 của {THIS} {ON_JULY}.", id="a contract begins"),
        pytest.param("2. Hồ sơ nộp trước ngày Quyết định này có hiệu lực thi hành được giải quyết theo Điều 5.",
                     id="a transition"),
        pytest.param(f"2. Điều 5 của {TEN} {ON_JULY}.", id="a part of another document"),
        pytest.param(f"2. Điều 5 của Nghị định này {ON_JULY}.", id="another type"),
        pytest.param("2. Điều 5 của Quyết định này có hiệu lực từ ngày Quyết định này có hiệu lực.",
                     id="no day of its own"),
        pytest.param("2. Điều 5 của Quyết định này có hiệu lực từ ngày 15 tháng 3 năm 2024.",
                     id="the day of the whole"),
        pytest.param("2. Mức chi tại Điều 5 được thực hiện từ năm ngân sách 2024.", id="no day at all"),
        pytest.param(f"2. Bổ sung Điều 9 như sau: “Điều 9. Khoản 2 Điều 3 của {THIS} {ON_JULY}.”",
                     id="words of an amended text"),
    ],
)  # fmt: skip
def test_other_sentences_give_no_part_a_day(clause: str) -> None:
    assert parts(f"{EFFECT}.\n{clause}") == []


def test_a_part_that_waits_for_an_event_has_no_day() -> None:
    closing = f"{EXCEPT}.\n2. Điều 5 của Quyết định này có hiệu lực kể từ ngày hoàn thành việc sắp xếp trường lớp."
    assert parts(closing) == [(("Điều 5",), None, None)]


def test_the_span_of_a_part_is_its_clause_in_the_text_as_read() -> None:
    clause = "Quy định tại Điều 13 của Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2024"
    text = f"{EXCEPT}.\n2. {clause}."
    (part,) = read(text).parts
    assert f"{HEAD}{text}\n"[part.start : part.end] == clause


ENDED = f"{TEN} hết hiệu lực kể từ ngày Quyết định này có hiệu lực"


@pytest.mark.parametrize(
    ("clause", "provisions", "day"),
    [
        (f"2. {ENDED}; riêng Điều 5 hết hiệu lực từ ngày 01 tháng 7 năm 2024.", ["Điều 5"], JULY),
        (f"2. {ENDED}, trừ Điều 5 hết hiệu lực từ ngày 01 tháng 7 năm 2024.", ["Điều 5"], JULY),
        (f"2. {ENDED}, trừ khoản 1 Điều 7 {THIS}; riêng Điều 5 của {TEN} hết hiệu lực từ ngày 01/5/2024.",
         ["Điều 5"], MAY),
        (f"2. {ENDED}; riêng Điều 5 và khoản 2 Điều 7 {TEN} hết hiệu lực kể từ ngày 01/7/2024.",
         ["Điều 5", "khoản 2 Điều 7"], JULY),
        (f"2. Bãi bỏ {TEN}.\n3. Khoản 2 Điều 9 {TEN} hết hiệu lực từ ngày 01/5/2024.", ["Khoản 2 Điều 9"], MAY),
    ],
)  # fmt: skip
def test_a_part_of_an_ended_document_may_end_on_its_own_day(clause: str, provisions: list[str], day: date) -> None:
    whole, part = read(f"{EFFECT}.\n{clause}").ends
    assert (whole.scope, whole.date) == ("whole", date(2024, 3, 15))
    assert (part.scope, part.date, list(part.provisions)) == ("part", day, provisions)
    assert "hết hiệu lực" not in (whole.kept or "")


def test_parts_that_end_on_different_days_are_told_apart() -> None:
    closing = (
        f"{EFFECT}.\n2. Bãi bỏ Điều 3 của {TWENTY} từ ngày 01/5/2024; bãi bỏ Điều 4 của {TWENTY} từ ngày 01/7/2024."
    )
    assert [(end.provisions, end.date) for end in read(closing).ends] == [(("Điều 3",), MAY), (("Điều 4",), JULY)]
