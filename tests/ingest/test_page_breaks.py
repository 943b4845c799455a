"""A page number within a sentence of a plain text parts nothing; a number that says something stays."""

from __future__ import annotations

import pytest

from ingest.normalise import normalise
from ingest.parse import parse

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LONG AN\nSố: 6/KH-UBND\nLong An, ngày 3 tháng 4 năm 2024\nKẾ HOẠCH\nChăm sóc cây xanh\n"
    "Căn cứ Luật Lâm nghiệp;\nI. NỘI DUNG\n"
)


@pytest.mark.parametrize("number", ["\n\n2\n\n", "\n\f3\n\n", "\n\n- 4 -\n\n", "\r\n\r\nTrang 5\r\n\r\n", "\n\n6\n\f"])
def test_a_date_behind_a_page_break_is_that_of_the_document_before_it(number: str) -> None:
    said = f"1. Các đơn vị tiếp tục thực hiện theo Chỉ thị số 14/CT-UBND{number}ngày 20/3/2017 của UBND tỉnh.\n"
    mention = next(m for m in parse(HEAD + said).mentions if m.symbol == "14/CT-UBND")
    assert (str(mention.date), mention.issuers) == ("2017-03-20", ("Ủy ban nhân dân tỉnh Long An",))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Thôn Đông\n\n25\n\nhộ nghèo", id="a cell of a table"),
        pytest.param("Mỗi đơn vị cử người tham gia lớp học, tối thiểu\n\n25\n\ncán bộ", id="a quantity"),
        pytest.param("Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày\n\n25\n\nhằng tháng", id="a day"),
        pytest.param("Các đơn vị gửi báo cáo về Sở Nội vụ đúng hạn\n\n25\n\nngười tham dự", id="what is counted"),
        pytest.param("Cập nhật phương án ứng phó với lũ lớn trên sông\n\n2\n\nDiễn tập", id="a row of a table"),
        pytest.param("Các đơn vị gửi báo cáo về Sở Nội vụ đúng hạn.\n\n2\n\nrà soát", id="behind a sentence"),
        pytest.param("Các đơn vị gửi báo cáo về Sở Nội vụ đúng hạn\n2\nrà soát", id="no blank lines"),
    ],
)
def test_a_number_that_may_say_something_stays(text: str) -> None:
    assert normalise(text).text == text


def paged(*numbers: str, lines: int = 24) -> str:
    """A text of pages with these numbers between them, no blank line around."""
    line = "các cơ quan, đơn vị tiếp tục chăm sóc cây xanh theo kế hoạch đã được phê duyệt của mình"
    page = "\n".join([line] * lines)
    return HEAD + f"{page}\n" + "".join(f"{number}\n{page}\n" for number in numbers)


@pytest.mark.parametrize("numbers", [("2", "3"), ("- 2 -", "- 3 -", "- 4 -"), ("Trang 1", "Trang 2"), ("1", "2", "3")])
def test_numbers_that_count_on_a_page_apart_are_those_of_pages(numbers: tuple[str, ...]) -> None:
    assert not any(f"\n{number}\n" in normalise(paged(*numbers)).text for number in numbers)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(paged("2"), id="a single one"),
        pytest.param(paged("2", "4"), id="that do not count on"),
        pytest.param(paged("2", "3", lines=4), id="nearer than a page"),
        pytest.param(paged("7", "8"), id="that do not begin the count"),
    ],
)
def test_other_numbers_on_lines_of_their_own_stay(text: str) -> None:
    assert normalise(text).text == text
