"""What the first and the last page say of a document, in every form in which they come."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.normalise import normalise
from tests.ingest.pages import BODY, NATION, PARTY, fields, header_of, plan, recipients_of


def test_a_letter_that_a_scan_made_of_a_digit_in_the_number_is_that_digit() -> None:
    header = header_of(plan(number="Số: 3l5/KH-UBND"))
    assert (header.symbol, header.number) == ("315/KH-UBND", "315")


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Số: 35/KH-UBND", "35/KH-UBND"),
        ("Số: **35** /KH-UBND", "35/KH-UBND"),
        ("Số: 35 /KH – UBND", "35/KH-UBND"),
        ("Số:35/KH-UBND |", "35/KH-UBND"),
        ("SỐ: 35/KH-UBND", "35/KH-UBND"),
        ("Số 35-KH/TU", "35-KH/TU"),
        ("Số:\n35\n/KH-UBND", "35/KH-UBND"),
        ("Số: 35/KH-\nUBND", "35/KH-UBND"),
        ("Sô: 35/KH-UBND", "35/KH-UBND"),
        ("Số: 35\n/KH-UBND", "35/KH-UBND"),
        ("Số: 35/KH\n-UBND", "35/KH-UBND"),
        ("Số: 0125/KH-UBND", "0125/KH-UBND"),
        ("35/KH-UBND", "35/KH-UBND"),
        ("Số: 22/2018/QĐ-UBND", "22/2018/QĐ-UBND"),
        ("Số: 22/QĐ-UBND", "22/QĐ-UBND"),
    ],
)
def test_the_number_is_canonical_and_shows_where_it_stands(number: str, symbol: str) -> None:
    text = plan(number=number)
    header = header_of(text)
    assert header.symbol == symbol
    assert header.number == re.split("[/-]", symbol)[0]
    assert header.symbol_span is not None
    found = normalise(text[slice(*header.symbol_span)]).text
    assert found.split() == normalise(number).text.strip("SốỐô: ").split()


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        ("Số:        /KH-UBND", "", "KH"),
        ("Số: …../KH-UBND", "", "KH"),
        ("Số      -KH/TU", "", "KH"),
        ("Số:      /2025/QĐ-UBND", "", "QĐ"),
        ("Số:   /UBND-NC", "", "CV"),
    ],
)
def test_a_number_that_was_never_filled_in_leaves_the_document_without_symbol(
    number: str, kind: str, code: str
) -> None:
    header = header_of(plan(number=number, kind=kind, title="", issuer=""))
    assert (header.symbol, header.number, header.symbol_span, header.type) == (None, None, None, code)
    assert header.issuer is not None
    assert header.issuer.endswith("Bắc Kạn")


def test_a_day_that_was_never_filled_in_is_not_taken_from_the_title() -> None:
    header = header_of(
        plan(day="Bắc Kạn, ngày    tháng 3 năm 2023", title="Triển khai Chỉ thị ngày 15 tháng 8 năm 2022")
    )
    assert (header.date, header.place) == (None, "Bắc Kạn")


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        ("QUYẾT ĐỊNH", "Số: 1/QĐ-UBND", "QĐ"),
        ("QUY ĐỊNH", "Số 1-QĐ/TU", "QyĐ"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Số: 1/CTr-UBND", "CTr"),
        ("K Ế HOẠCH", "Số: 1/KH-UBND", "KH"),
        ("KẾ HOẠCH:", "Số: 1/KH-UBND", "KH"),
        ("THÔNG TƯ LIÊN TỊCH", "Số: 1/2014/TTLT-BTC-BNV", "TTLT"),
        ("", "Số: 1/CT-UBND", "CT"),
        ("", "Số: 1/UBND-NC", "CV"),
        ("KÉT LUẬN", "Số 1-KL/TU", "KL"),
        ("THÔNG TƯ", "Số: 1/2014/TTLT/BTC-BNV", "TTLT"),
        ("CHỈ\nTHỊ", "Số: 1/CT-UBND", "CT"),
    ],
)
def test_the_type_is_read_from_its_line_and_else_from_the_symbol(kind: str, number: str, code: str) -> None:
    assert header_of(plan(kind=kind, number=number, title="")).type == code


FLATTENED = (
    "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 35/KH-UBND "
    "Bắc Kạn, ngày 08 tháng 02 năm 2022 KẾ HOẠCH Cấp nước sạch năm 2022 Căn cứ Luật Tổ chức chính quyền địa phương; "
    "I. MỤC ĐÍCH 1. Nước sạch. Nơi nhận: - Sở Y tế; - Lưu: VT. KT. CHỦ TỊCH"
)
ROWS = (
    "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "TỈNH BẮC KẠN               Độc lập - Tự do - Hạnh phúc\n"
    "Số: 35/KH-UBND          Bắc Kạn, ngày 08 tháng 02 năm 2022\n\nKẾ HOẠCH\nCấp nước sạch năm 2022\n\n" + BODY
)
CELLS = (
    "|\n**ỦY BAN NHÂN\nDÂN**\nTỈNH BẮC KẠN\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n"
    "Độc lập - Tự do - Hạnh phúc\n---------------\n|\n|\n"
    "Số: 35/KH-UBND\n|\n*Bắc Kạn, ngày 08\ntháng 02 năm 2022*\n|\n\n** **\n\n**KẾ HOẠCH**\n\n"
    "Cấp\nnước sạch năm 2022\n\n" + BODY
)
RIGHT_COLUMN_FIRST = plan(issuer=NATION + "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", nation="")
CHROME = "Trang chủ\nGiới thiệu\nKẾ HOẠCH TUYÊN TRUYỀN\nVĂN BẢN MỚI\nTìm kiếm\n\n" + plan()
NUMBER_BEFORE_NATION = plan(issuer="ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN\nSố: 35/KH-UBND", number="")
PROVINCE_LINE_LOST = plan(
    issuer="ỦY BAN NHÂN DÂN", body=BODY.replace("I.", "Ủy ban nhân dân tỉnh Bắc Kạn ban hành Kế hoạch.\nI.")
)
HEAD_LOST = plan(issuer="", nation="", body=BODY.replace("I.", "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI."))
UPPER = plan(number="SỐ: 35/KH-UBND", day="BẮC KẠN, NGÀY 08 THÁNG 02 NĂM 2022")
OCR = plan(nation="CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", number="Sô: 35 /KH - UBND", kind="K Ế HOẠCH")
MARKDOWN = plan(
    issuer="**ỦY BAN NHÂN DÂN**\n**TỈNH BẮC KẠN**", kind="## **KẾ HOẠCH**", title="### **Cấp nước sạch năm 2022**"
)


@pytest.mark.parametrize(
    "text",
    [
        plan(),
        FLATTENED,
        ROWS,
        CELLS,
        RIGHT_COLUMN_FIRST,
        CHROME,
        NUMBER_BEFORE_NATION,
        PROVINCE_LINE_LOST,
        HEAD_LOST,
        UPPER,
        OCR,
        MARKDOWN,
        plan().replace("\n", "\n\n"),
        plan().replace("\n", "\r\n"),
        unicodedata.normalize("NFD", plan()),
    ],
    ids=[
        "plain",
        "flattened",
        "rows",
        "cells",
        "right column first",
        "web page",
        "number first",
        "province line lost",
        "head lost",
        "capitals",
        "ocr",
        "markdown",
        "double spaced",
        "crlf",
        "decomposed",
    ],
)
def test_the_same_header_is_read_from_every_layout(text: str) -> None:
    header = header_of(text)
    assert fields(header) | {"symbol_span": None, "signer_capacity": None} == {
        "symbol": "35/KH-UBND",
        "number": "35",
        "type": "KH",
        "title": "Cấp nước sạch năm 2022",
        "issuer": "Ủy ban nhân dân tỉnh Bắc Kạn",
        "level": "province",
        "place": "Bắc Kạn",
        "date": dt.date(2022, 2, 8),
        "period": "2022",
        "symbol_span": None,
        "signer_capacity": None,
    }


def test_a_letter_has_its_subject_under_the_number() -> None:
    text = (
        "UBND TỈNH BẮC KẠN\nSỞ NỘI VỤ\n"
        + NATION
        + "Số: 99/SNV-CCHC\nV/v rà soát thủ tục\nnăm 2023\nBắc Kạn, ngày 2 tháng 5 năm 2023\n"
        "Kính gửi:\n- Các sở, ban, ngành;\n- UBND các huyện.\n\n"
        "Thực hiện Công văn số 12/UBND-NC, Sở Nội vụ đề nghị:\n1. Rà soát.\n"
        "Nơi nhận:\n- Như trên;\n- UBND tỉnh (b/c);\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Thị Bình\n"
    )
    header = header_of(text)
    assert (header.type, header.symbol, header.title) == ("CV", "99/SNV-CCHC", "Rà soát thủ tục năm 2023")
    assert (header.issuer, header.date) == ("Sở Nội vụ tỉnh Bắc Kạn", dt.date(2023, 5, 2))
    assert recipients_of(text) == ("Các sở, ban, ngành", "UBND các huyện", "UBND tỉnh")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "QUỐC HỘI\n"
            + NATION
            + "Luật số: 10/2022/QH15\nLUẬT\nTHỰC HIỆN DÂN CHỦ Ở CƠ SỞ\nCăn cứ Hiến pháp;\nĐiều 1. Phạm vi\n"
            "Luật này được Quốc hội khóa XV thông qua ngày 10 tháng 11 năm 2022.\nCHỦ TỊCH QUỐC HỘI\n(Đã ký)\nLê An",
            ("L", "10/2022/QH15", "Quốc hội", "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", dt.date(2022, 11, 10)),
        ),
        (
            "QUỐC HỘI\n"
            + NATION
            + "Nghị quyết số: 54/2017/QH14\nNGHỊ QUYẾT\nVỀ CƠ CHẾ ĐẶC THÙ\nQUỐC HỘI\nCăn cứ Hiến pháp;\nQUYẾT NGHỊ:\n"
            "Điều 1. Phạm vi\nNghị quyết này được Quốc hội thông qua ngày 24 tháng 11 năm 2017.",
            ("NQ", "54/2017/QH14", "Quốc hội", "VỀ CƠ CHẾ ĐẶC THÙ", dt.date(2017, 11, 24)),
        ),
        (
            "CHÍNH PHỦ\n"
            + NATION
            + "Số: 66.3/2025/NQ-CP\nHà Nội, ngày 15 tháng 9 năm 2025\nNGHỊ QUYẾT\nTháo gỡ vướng mắc\nCăn cứ Luật A;",
            ("NQ", "66.3/2025/NQ-CP", "Chính phủ", "Tháo gỡ vướng mắc", dt.date(2025, 9, 15)),
        ),
        (
            (
                "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998 "
                "BAN HÀNH QUY CHẾ DÂN CHỦ Ở XÃ\nCHÍNH PHỦ\nCăn cứ Luật A;\nĐiều 1. A"
            ),
            ("NĐ", "29/1998/NĐ-CP", "Chính phủ", "BAN HÀNH QUY CHẾ DÂN CHỦ Ở XÃ", dt.date(1998, 5, 11)),
        ),
        (
            (
                "Trang chủ\nNghị định số 362/2025/NĐ-CP Quy định chi tiết Luật Phí\nTải về\n"
                "NGHỊ ĐỊNH\nQuy định chi tiết Luật Phí\nCăn cứ Luật Phí;\nĐiều 1. A"
            ),
            ("NĐ", "362/2025/NĐ-CP", "Chính phủ", "Quy định chi tiết Luật Phí", None),
        ),
        (
            (
                "Trang chủ\nLUẬT\nSỬA ĐỔI LUẬT THỦY LỢI SỐ 90/2025/QH15\nCòn hiệu lực\nTải về\nQUỐC HỘI\n"
                + NATION
                + "Luật số: 90/2025/QH15\nLUẬT\nSỬA ĐỔI LUẬT THỦY LỢI\nCăn cứ Hiến pháp;\nĐiều 1. A"
            ),
            ("L", "90/2025/QH15", "Quốc hội", "SỬA ĐỔI LUẬT THỦY LỢI", None),
        ),
        (
            "Trang chủ\nDecision No. 2351/QD-TTg\nPursuant to the Law;\nArticle 1. To approve.",
            ("QĐ", "2351/QĐ-TTg", "Thủ tướng Chính phủ", None, None),
        ),
    ],
    ids=["law", "resolution", "decimal number", "old style", "portal without head", "portal over head", "translation"],
)
def test_normative_documents_of_all_styles_are_read(head: str, expected: tuple[object, ...]) -> None:
    header = header_of(head)
    assert (header.type, header.symbol, header.issuer, header.title, header.date) == expected


def test_what_a_web_page_says_stands_in_for_what_the_document_lost() -> None:
    page = (
        "Quyết định 12/QĐ-UBND năm 2020 về cấp nước sạch\nSố hiệu: | 12/QĐ-UBND | Loại văn bản: | Quyết định |\n"
        "Người ký: | Lê Văn An |\nNgày ban hành: | 05/03/2020 | Ngày hiệu lực: | Đang cập nhật |\n\n"
    )
    whole = header_of(page + "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN\n" + NATION + "Căn cứ Luật A;\nĐiều 1. Cấp nước.\n")
    assert (whole.type, whole.symbol, whole.title) == ("QĐ", "12/QĐ-UBND", "Về cấp nước sạch")
    assert (whole.issuer, whole.date, whole.signer) == (
        "Ủy ban nhân dân tỉnh Bắc Kạn",
        dt.date(2020, 3, 5),
        "Lê Văn An",
    )
    assert whole.symbol_span is None


def test_a_web_page_about_another_document_says_nothing() -> None:
    header = header_of("Quyết định số 12/QĐ-UBND về cấp nước\nNgày ban hành: 05/03/2020\n\n" + plan(title="", day=""))
    assert (header.symbol, header.title, header.date) == ("35/KH-UBND", None, None)


@pytest.mark.parametrize("text", ["", "   \n", "Hôm nay trời đẹp.\nKhông có văn bản nào.", "\ufeff", "1\n2\n3"])
def test_a_text_with_no_document_in_it_has_an_empty_header(text: str) -> None:
    assert fields(header_of(text)) == {}
    assert recipients_of(text) == ()


@given(st.data())
def test_any_cut_and_any_noise_leave_a_header_whose_span_is_in_the_text(data: st.DataObject) -> None:
    text = plan(tail="Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\nKT. CHỦ TỊCH\nLê Văn An")
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + data.draw(st.sampled_from(["\n", "*", " ", "|", "", "số ", "\u0301", "/", "-"]))
            + text[place + data.draw(st.integers(0, 30)) :]
        )
    header = header_of(text)
    if header.symbol_span is not None:
        start, end = header.symbol_span
        assert 0 <= start < end <= len(text)
        assert str(header.number) in normalise(text[start:end]).text


@pytest.mark.parametrize(
    "unit",
    [
        "Số: ",
        "1/KH-UBND ",
        "UBND tỉnh A ",
        "a, ngày ",
        "KẾ HOẠCH\n",
        "ỦY BAN NHÂN DÂN\n",
        "V/v\n",
        "của ",
        "(",
        "\u0301",
        "Nguyễn Văn A\n",
    ],
)
def test_long_runs_of_any_mark_are_read(unit: str) -> None:
    assert header_of(plan().replace("Cấp nước", unit * 10_000)).symbol in {"35/KH-UBND", "1/KH-UBND"}


def test_every_field_of_the_five_annotated_plans_is_right(shared: Path, scorer: ModuleType) -> None:
    tally = scorer.Tally()
    for path in sorted((shared / "gold").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        header = header_of((shared / "seeds" / gold["file"]).read_text(encoding="utf-8"))
        bare: dict[str, list[object]] = {"mentions": [], "third_party": [], "assignments": []}
        scorer.score_document(gold | bare, {"header": fields(header) | {"date": str(header.date)}}, tally)
        for name in ("number", "signer_capacity", "period", "issuer_parent"):
            assert scorer.fold(getattr(header, name)) == scorer.fold(gold["header"][name]), (gold["file"], name)
    assert tally.misses == []
    assert tally.rate("header") == 1.0


@pytest.mark.parametrize(
    "page",
    [
        "UBND TỈNH BẮC KẠN\nSỞ Y TẾ\nSố: 41/SYT-NVY\nV/v thực hiện Công văn số 7/BYT-PB, ngày 01/9/2024\n"
        + NATION
        + "Bắc Kạn, ngày 07 tháng 10 năm 2024\nKính gửi: Các bệnh viện.\n",
        (
            "UBND TỈNH BẮC KẠN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "SỞ Y TẾ                     Độc lập - Tự do - Hạnh phúc\nSố: 41/SYT-NVY\n"
            "V/v thực hiện Công văn số 7/BYT-PB, ngày 01/9/2024          Bắc Kạn, ngày 07 tháng 10 năm 2024\n"
            "Kính gửi: Các bệnh viện.\n"
        ),
    ],
    ids=["over the national name", "beside the date"],
)
def test_a_letter_about_another_letter_keeps_its_own_day_and_summary(page: str) -> None:
    header = header_of(page)
    assert header.title == "Thực hiện Công văn số 7/BYT-PB, ngày 01/9/2024"
    assert (header.date, header.place) == (dt.date(2024, 10, 7), "Bắc Kạn")


@pytest.mark.parametrize(
    "title",
    [
        "thực hiện Nghị quyết số 71-NQ/TW, ngày 22/8/2025 của Bộ Chính trị về giáo dục",
        "THỰC HIỆN CHỈ THỊ SỐ 42-CT/TW, NGÀY 16/01/2025 CỦA BAN BÍ THƯ",
    ],
)
def test_a_title_with_the_date_of_another_document_is_no_date_line(title: str) -> None:
    header = header_of(plan(title=title, nation=PARTY, number="Số 35-KH/ĐU", day="Bắc Kạn, ngày 8 tháng 9 năm 2025"))
    assert header.title == title[0].upper() + title[1:]
    assert header.date == dt.date(2025, 9, 8)


def test_a_head_that_lost_some_marks_keeps_place_and_day() -> None:
    page = plan(nation="CONG HÒA XÃ HỘI\nCHỦ NGHIA VIỆT NAM\n", day="Bắc Kạn, ngay 08 thang 02 năm 2022")
    header = header_of(page)
    assert (header.issuer, header.place, header.date) == (
        "Ủy ban nhân dân tỉnh Bắc Kạn",
        "Bắc Kạn",
        dt.date(2022, 2, 8),
    )


def test_a_title_under_a_torn_type_is_read() -> None:
    assert header_of(plan(kind="KẾ\nHOẠCH", title="Cấp nước\nsạch năm 2022")).title == "Cấp nước sạch năm 2022"


def test_title_signer_and_place_keep_the_letters_in_which_they_stand() -> None:
    page = plan(
        issuer="UBND TỈNH THANH HÓA",
        day="Thanh Hoá, ngày 08 tháng 02 năm 2022",
        title="Phát triển văn hoá đọc giai đoạn 2026 – 2030",
        tail="CHỦ TỊCH\nLê Thị Thuý",
    )
    header = header_of(page)
    assert (header.title, header.period) == ("Phát triển văn hoá đọc giai đoạn 2026 - 2030", "2026-2030")
    assert (header.place, header.signer) == ("Thanh Hoá", "Lê Thị Thuý")
    assert header.issuer == "Ủy ban nhân dân tỉnh Thanh Hóa"


def test_a_page_run_together_into_one_line_keeps_title_and_signer_apart() -> None:
    page = FLATTENED.replace("Căn cứ Luật Tổ chức chính quyền địa phương;", "Thực hiện Kế hoạch số 7/KH-UBND, như sau:")
    header = header_of(page.replace("KT. CHỦ TỊCH", "KT. CHỦ TỊCH Lê Văn An"))
    assert header.title == "Cấp nước sạch năm 2022"
    assert (header.signer, header.signer_capacity) == ("Lê Văn An", "KT. CHỦ TỊCH")
