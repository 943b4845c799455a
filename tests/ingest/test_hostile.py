"""Texts made to be slow: in one line, one paragraph, one table. Each costs what its length says.

What is counted are the lines of Python and the calls of C functions, which no other program disturbs. Work inside one C
call (a pattern that backtracks, a slice that is copied) does not show in it; for that other texts are so long that
whoever takes the square of their length does not come to an end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from ingest.normalise import normalise
from ingest.parse import parse
from tests.ingest.odd_texts import check

Text = Callable[[int], str]
"""Makes a text of about so many characters."""

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 12/KH-UBND\nHà Giang, ngày 5 tháng 1 năm 2022\nKẾ HOẠCH\nVề dân chủ\n"
DECISION = HEAD.replace("KH-UBND", "QĐ-UBND").replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
TASKS = f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n"


def repeated(unit: str, *, behind: str = "", then: str = "") -> Text:
    return lambda length: behind + unit * (length // len(unit)) + then


GROWING: dict[str, Text] = {
    "articles": repeated("Điều 1, "),
    "words without a full stop": repeated("thực hiện công tác "),
    "blank lines": repeated("\n"),
    "lines of one letter": repeated("a\n"),
    "full stops": repeated(". "),
    "mentions in one paragraph": repeated("Quyết định số 12/QĐ-UBND ngày 5/1/2022 của UBND tỉnh, "),
    "mentions without a date": repeated("Quyết định số 12/QĐ-UBND; "),
    "mentions on lines of their own": repeated("Quyết định số 12/QĐ-UBND ngày 5/1/2022 của UBND tỉnh.\n"),
    "symbols": repeated("12/KH-UBND "),
    "the word law": repeated("Luật "),
    "known laws": repeated("Luật Đầu tư công, "),
    "laws in capitals": repeated("LUẬT ABC VỀ "),
    "amending laws": repeated("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư và "),
    "decrees that detail this law": repeated("Nghị định số 5/2020/NĐ-CP quy định chi tiết Luật này, "),
    "titles within titles": repeated("Luật Đầu tư công triển khai các "),
    "repeals within titles": repeated("quý I Quyết định số 12/QĐ-UBND bãi bỏ "),
    "ended documents": repeated("Quyết định số 12/QĐ-UBND; ", behind=f"{DECISION}Bãi bỏ "),
    "verbs that end": repeated("Quyết định số 12/QĐ-UBND và bãi bỏ ", behind=f"{DECISION}Bãi bỏ "),
    "aliases": repeated("Kế hoạch số 85/KH-UBND (sau đây gọi là Kế hoạch 85) "),
    "short forms": repeated("Kế hoạch 85 ", behind="Kế hoạch số 85/KH-UBND. "),
    "congresses": repeated("Nghị quyết Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII "),
    "steering committees": repeated("Ban Chỉ đạo thực hiện công tác dân chủ về "),
    "offices": repeated("Phó Chủ tịch "),
    "years of a title": repeated("năm 2020 ", behind="Số: 1/KH-UBND\nKẾ HOẠCH\n"),
    "quotation marks of a title": repeated("“Đề án ", behind="Số: 1/KH-UBND\nKẾ HOẠCH\n"),
    "links of Markdown": repeated("[a](https://b "),
    "numbers of pages": repeated("2\n" + "chữ " * 400 + "\n"),
    "places that lines tore": repeated("tỉnh Hà\nGiang Hà\n"),
    "hyphens that lines tore": repeated("năm 2025\n- 2026\n"),
    "commas without a space": repeated("Điều 1,", behind="Quyết định số 12/QĐ-UBND,"),
    "years of terms": repeated("khóa XX, nhiệm kỳ 2020 - 2025, ", behind="Kế hoạch số 85/KH-UBND của UBND tỉnh "),
    "denials of a task": repeated("không Đăng ký ", behind=f"{TASKS}- UBND các xã "),
    "remarks on merged places": repeated("Kế hoạch số 85/KH-UBND của UBND tỉnh Phú Yên (nay là "),
    "titles on many lines": repeated("năm 2020|\n", behind="Số: 1/KH-UBND\nKẾ HOẠCH\n"),
    "numbers parted by spaces": repeated("Quyết định 12 TC/QĐ "),
    "provisions of what is annexed": repeated("Mục 1 Phần II Quy trình kiểm tra ban hành "),
    "heads of lists": repeated("Các văn bản không còn hiệu lực "),
    "titles of resolutions": repeated("Nghị quyết về dự án số ", then="1/2020/QH15"),
    "resolutions by their titles": repeated("Nghị quyết về dự án số 1/2020/QH15 "),
    "acts by what they do": repeated("Quyết định số 12/QĐ-UBND và các Quyết định sửa đổi, bổ sung: số 13/QĐ-UBND "),
    "laws of a list with years": repeated("năm 2017; Đê điều ", behind="các Luật: Đê điều "),
    "acts without a number": repeated("Nghị định ngày 5-8-1959 của Hội đồng Chính phủ về "),
    "acts on parts": repeated("sửa đổi Điều 3; bãi bỏ Điều 4, ", behind=f"{DECISION}Bãi bỏ "),
    "laws by initials": repeated("Luật BVMT, "),
    "subjects before an end": repeated("Thông tư số 7/2016/TT-BXD về nhà ở hết ", behind=DECISION),
    "words changed at a place": repeated("Tại Điều 5 Thông tư số 7/2016/TT-BXD bỏ cụm từ a "),
    "guidance alone": repeated("Bộ Y tế hướng dẫn Nghị định "),
    "types before bodies": repeated("Quyết định của Chính phủ số 7/TTg "),
    "law of the assembly": repeated("Luật Nhà ở của Quốc hội khóa XI, kỳ họp thứ 8 "),
    "headings": repeated("I. MỤC ĐÍCH\n1. Yêu cầu\n"),
    "recipients": repeated("- UBND các xã;\n", behind=f"{HEAD}Nơi nhận:\n"),
    "addressees": repeated("- UBND các xã;\n", behind=f"{HEAD}Kính gửi:\n"),
    "signatures": repeated("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n"),
    "tasks": repeated("- Triển khai thực hiện công tác.\n", behind=TASKS),
    "orders in one paragraph": repeated("Giao Sở Nội vụ chủ trì. ", behind=TASKS),
    "subjects in one paragraph": repeated("Sở Nội vụ chủ trì; ", behind=TASKS),
    "units in one paragraph": repeated("UBND các xã, phường, ", behind=TASKS),
    "deadlines in one paragraph": repeated("hoàn thành trước ngày 15/12/2022 ", behind=f"{TASKS}- "),
    "recurrences in one paragraph": repeated("báo cáo định kỳ hàng quý, 6 tháng, ", behind=f"{TASKS}- "),
    "headings that name units": repeated("1. Sở Nội vụ\n", behind=TASKS),
    "rows of a table": repeated("| 1 | Xây dựng | Sở Y tế |\n", behind="| TT | Nhiệm vụ | Cơ quan chủ trì |\n"),
    "one row of a table": repeated("| a ", behind="| Nhiệm vụ | Cơ quan chủ trì |\n"),
    "one cell of a table": repeated(", UBND", behind="| Nhiệm vụ | Cơ quan chủ trì |\n| Xây dựng | Văn phòng"),
    "spaces": repeated(" ", behind="Nghị quyết số", then="57"),
    "line breaks": repeated("\n", behind="Quyết định số 5", then="/QĐ-UBND"),
    "digits": repeated("1", behind="số "),
    "number list": repeated("217, ", behind="Quy định số ", then="218-QĐ/TW"),
    "slashes": repeated("/", behind="5", then="QĐ"),
    "hyphens": repeated("QĐ-", behind="5-"),
    "capitals": repeated("Đ", behind="5/"),
    "bodies": repeated("UBND tỉnh và ", behind="số 5/QĐ-UBND của "),
    "commas": repeated(", ", behind="của Bộ Nội vụ"),
    "laws": repeated("Luật Thanh tra, ", behind="Luật sửa đổi, bổ sung một số điều của "),
    "capital words": repeated("Ông ", behind="Luật "),
    "congress": repeated("tỉnh ", behind="Nghị quyết Đại hội Đảng bộ "),
    "provisions": repeated("khoản 1 Điều 2 ", then="Luật Thanh tra"),
    "dates": repeated("ngày 1 tháng 1 "),
    "months and quarters in lists": repeated("trước quý I, II, III - tháng 1, 2, 3 và ", behind=f"{TASKS}- "),
    "days behind every month": repeated("hằng tháng, 6 tháng, trước ngày 5 ", behind=f"{TASKS}- "),
    "weeks of a month": repeated("trong tuần thứ hai của tháng ", behind=f"{TASKS}- "),
    "committees of ministries": repeated("của Ban Chỉ đạo phòng chống thiên tai của Bộ "),
    "what one asks of all": repeated("Sở Nội vụ đề nghị các cơ quan ", behind=f"{TASKS}- "),
    "aliases with symbols": repeated("Nghị quyết số 57-NQ/TW (sau đây gọi là Nghị quyết A) "),
    "short forms with symbols": repeated("Nghị quyết 57 ", behind="Nghị quyết số 57-NQ/TW "),
    "brackets": repeated("("),
    "quotes": repeated('"'),
    "stars": repeated("*"),
    "bars": repeated("|"),
    "verbs": repeated("thực hiện ", then="Luật Thanh tra"),
    "titles": repeated("Kế hoạch số 5/KH-UBND về thực hiện "),
    "passives": repeated("Luật Thanh tra được sửa đổi ", then="bởi Luật Thanh tra"),
    "one sentence": repeated("Chỉ thị số 33/CT-TTg; "),
    "no sentence end": repeated("và ", then="Chỉ thị số 33/CT-TTg"),
    "combining marks": repeated("\u0301", behind="o"),
    "steering committee": repeated("phát triển ", behind="của Ban Chỉ đạo "),
    "recipients without a head": repeated("- Sở Nội vụ;\n", behind="Nơi nhận:\n"),
    "breaks of HTML": repeated("<br>"),
    "breaks in a row of a table": repeated("<br>", behind="| ", then="|"),
    "spaces between words": repeated("thực  hiện  "),
    "words that lost their marks": repeated("thuc hien nghi quyet "),
    "heads of tables of lines": repeated("TT\n"),
    "rows of a table with tabs": repeated("1\tĐào ao\tXã A\n", behind="TT\tViệc\tChủ trì\n"),
    "tabs in a row": repeated("\t", behind="a"),
    "rows of a table of lines": repeated("1\nĐào ao\nXã A\n", behind="TT\nViệc\nChủ trì\n"),
    "rows of a list of documents": repeated(
        "| 5/QĐ-UBND | 1/2/2020 | UBND tỉnh Hà Giang |\n", behind="| Số, ký hiệu | Ngày ban hành | Cơ quan ban hành |\n"
    ),
    "heads above lists": repeated("Bãi bỏ các Quyết định của UBND tỉnh Hà Nam:\n1. Quyết định số 5/QĐ-UBND.\n"),
    "guides of a law": repeated("Nghị định số 5/2020/NĐ-CP; ", behind="Luật Thanh tra và các văn bản hướng dẫn ("),
    "a plural": repeated("Quyết định số 12/QĐ-UBND, ", behind="các ", then="bị bãi bỏ tại Nghị định số 5/2020/NĐ-CP"),
    "what is proposed": repeated("rà soát Luật Thanh tra, đề xuất sửa đổi "),
    "what else was done": repeated("Nghị định số 5/2020/NĐ-CP được sửa đổi bởi Luật Thanh tra, bãi bỏ bởi "),
    "receivers of a report": repeated("Bộ Y tế, ", behind=TASKS + "Báo cáo UBND tỉnh, ", then="Sở Y tế lo"),
    "where what is reported on stands": repeated(
        " tại Phụ lục I kèm theo Quyết định số 1/QĐ-UBND", behind=TASKS + "Báo cáo kết quả"
    ),
    "sentences with a unit": repeated("Sở Nội vụ chủ trì. ", behind=TASKS),
}

LONG: dict[str, Text] = {
    "backslashes": repeated("\\"),
    "carriage returns": repeated("\r"),
    "underscores": repeated("_"),
    "quotations": repeated("> "),
    "hashes": repeated("# "),
    "stars between letters": repeated("a*"),
    "marks of one letter": repeated("\u0301"),
    "marks out of order": repeated("\u0301\u0323"),
    "decomposed letters": repeated("a\u0323\u0302"),
    "zero-width marks": repeated("a\u200b"),
    "spaces at no end of a line": repeated(" ", behind="a \n", then="a"),
    "indented lines": repeated(" \n"),
}


def work(text: str) -> int:
    """How many lines of Python and functions of C one reading of ``text`` runs."""
    count = 0

    def trace(_frame: object, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return trace

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "c_call"

    previous = sys.gettrace(), sys.getprofile()
    sys.settrace(trace)  # type: ignore[arg-type]
    sys.setprofile(profile)
    try:
        parse(text)
    finally:
        sys.settrace(previous[0])
        sys.setprofile(previous[1])
    return count


@pytest.mark.parametrize("kind", GROWING)
def test_four_times_the_text_is_about_four_times_the_work(kind: str) -> None:
    parse(GROWING[kind](2_000))  # tables are loaded and patterns compiled at their first use
    small, large = work(GROWING[kind](5_000)), work(GROWING[kind](20_000))
    assert large <= 4.8 * small + 2_000


@pytest.mark.parametrize("kind", GROWING)
def test_hostile_text_of_some_length_comes_to_an_end(kind: str) -> None:
    text = GROWING[kind](40_000)
    check(text, parse(text))


@pytest.mark.parametrize("kind", LONG)
def test_a_long_run_of_marks_is_made_regular(kind: str) -> None:
    text = LONG[kind](300_000)
    made = normalise(text)
    assert len(made.text) <= len(text)
    assert not made.text or made.span(0, len(made.text)).end <= len(text)
