"""What a text says of its own time and of the ends of other documents, read from whole decisions."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import ParsedDocument, StatedEnd
from ingest.parse import parse

HEAD = """ỦY BAN NHÂN DÂN TỈNH HÀ GIANG
Số: 12/2024/QĐ-UBND
Hà Giang, ngày 05 tháng 3 năm 2024
QUYẾT ĐỊNH
Ban hành Quy định quản lý đường huyện
Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 đã được sửa đổi, bổ sung theo Luật số 47/2019/QH14;
Điều 1. Ban hành kèm theo Quyết định này Quy định quản lý đường huyện.
Điều 2. Điều khoản thi hành
"""
SIGNED = date(2024, 3, 5)
TEN = "Quyết định số 10/2015/QĐ-UBND ngày 12 tháng 5 năm 2015"
TWENTY = "Quyết định số 20/2016/QĐ-UBND ngày 13 tháng 6 năm 2016"
EFFECT = "1. Quyết định này có hiệu lực kể từ ngày 15 tháng 3 năm 2024"


def read(closing: str) -> ParsedDocument:
    return parse(f"{HEAD}{closing}\n")


def named(parsed: ParsedDocument, end: StatedEnd) -> str:
    mention = parsed.mentions[end.target]
    return str(mention.symbol or mention.name)


def ends(closing: str) -> list[tuple[str, str, str]]:
    parsed = read(closing)
    return [(end.type, end.scope, named(parsed, end)) for end in parsed.ends]


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        ("1. Quyết định này có hiệu lực kể từ ngày ký.", SIGNED),
        ("1. Quyết định này có hiệu lực thi hành từ ngày 15 tháng 3 năm 2024.", date(2024, 3, 15)),
        ("1. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký ban hành.", date(2024, 3, 15)),
        (
            "Quyết định này đã được Hội đồng kỳ họp thứ 4 thông qua ngày 02/3/2024 và có hiệu lực từ ngày 12/3/2024.",
            date(2024, 3, 12),
        ),
        ("Quyết định này đã được ký và dự án đã được thông qua. Việc giao đất và có hiệu lực từ ngày 12/3/2024.", None),
        ("1. Quy hoạch được duyệt trước ngày Quyết định này có hiệu lực được giữ nguyên.", None),
    ],
)
def test_the_day_of_effect_is_read_from_the_closing_article(closing: str, day: date | None) -> None:
    effect = read(closing).effect
    assert (effect.in_force_from if effect else None) == day


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        ("Quyết định này có hiệu lực từ năm ngân sách 2017.", None),
        ("Quyết định này áp dụng từ năm ngân sách 2017.", None),
        ("Quyết định này có hiệu lực từ năm học 2024-2025.", None),
        ("Quyết định này có hiệu lực kể từ quý II năm 2024.", None),
        ("Quyết định này có hiệu lực từ năm 2024 đến hết ngày 31/12/2026.", None),
        (
            "Quyết định này có hiệu lực từ năm ngân sách 2017, thay thế Quyết định số 1/2010/QĐ-UBND ngày 10/12/2010.",
            None,
        ),
        ("Quyết định này có hiệu lực kể từ ngày ký và áp dụng từ năm học 2024-2025.", SIGNED),
        ("Quyết định này có hiệu lực từ ngày 15/3/2024 và áp dụng từ năm ngân sách 2025.", date(2024, 3, 15)),
    ],
)
def test_a_year_of_budgets_or_of_schools_is_no_day_of_effect(closing: str, day: date | None) -> None:
    parsed = read(closing)
    assert (parsed.effect.in_force_from if parsed.effect else None) == day
    assert [end.date for end in parsed.ends] == [day for _ in parsed.ends]


@pytest.mark.parametrize(
    ("closing", "ended"),
    [
        (f"{EFFECT} đến hết ngày 31 tháng 12 năm 2026.", date(2027, 1, 1)),
        (f"{EFFECT}.\n2. Quyết định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.", date(2027, 3, 1)),
        (f"{EFFECT}.\n2. Quyết định này hết hiệu lực sau ngày 01 tháng 3 năm 2027.", date(2027, 3, 2)),
        (f"{EFFECT}.", None),
    ],
)
def test_a_document_may_set_its_own_end(closing: str, ended: date | None) -> None:
    effect = read(closing).effect
    assert effect is not None
    assert (effect.in_force_from, effect.ended) == (date(2024, 3, 15), ended)


def test_the_place_of_the_effect_is_the_clause_that_states_it() -> None:
    text = f"{HEAD}{EFFECT}.\n"
    effect = parse(text).effect
    assert effect is not None
    assert text[effect.start : effect.end] == f"{EFFECT[3:]}."


TEN_ENDS = ("REPEALS", "whole", "10/2015/QĐ-UBND")
TEN_IN_PART = ("REPEALS", "part", "10/2015/QĐ-UBND")
TWENTY_ENDS = ("REPEALS", "whole", "20/2016/QĐ-UBND")


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        pytest.param(f"{EFFECT} và thay thế {TEN}.", [("REPLACES", "whole", "10/2015/QĐ-UBND")], id="replaces"),
        pytest.param(f"{EFFECT}.\n2. Bãi bỏ {TEN}.", [TEN_ENDS], id="repeals"),
        pytest.param(f"{EFFECT}.\n2. Bãi bỏ toàn bộ {TEN}.", [TEN_ENDS], id="repeals all of it"),
        pytest.param(
            f"{EFFECT}.\n2. {TEN} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", [TEN_ENDS],
            id="the verb stands behind",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Các văn bản sau đây hết hiệu lực từ ngày 15 tháng 3 năm 2024:\na) {TEN};\nb) {TWENTY}.",
            [TEN_ENDS, TWENTY_ENDS], id="a list",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ {TEN} ban hành Quy định một số nội dung về đường huyện và {TWENTY}.",
            [TEN_ENDS, TWENTY_ENDS], id="the title of the first says nothing of the second",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ Điều 3, khoản 2 Điều 5 {TEN}.", [TEN_IN_PART],
            id="named provisions",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ một số điều của {TEN}, {TWENTY}:",
            [TEN_IN_PART, ("REPEALS", "part", "20/2016/QĐ-UBND")], id="some articles of both",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ Phần II Định mức (bổ sung) ban hành kèm theo {TEN}.", [TEN_IN_PART],
            id="a part of what it issues, in whose title stands a verb",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ Quy trình cấp phép tại {TEN}.", [TEN_IN_PART],
            id="what stands in a document is not all of it",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ Quy trình cấp phép ban hành kèm theo {TEN}.", [TEN_ENDS],
            id="what is issued with a document is all of it",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ {TEN} ban hành quy trình thanh toán bù trừ điện tử liên xã.", [TEN_ENDS],
            id="a verb that ends in trừ excepts nothing",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ {TEN}, trừ Điều 7 và Điều 8.", [TEN_IN_PART],
            id="an exception keeps a part",
        ),
        pytest.param(
            f"{EFFECT}.\n2. {TEN} hết hiệu lực kể từ ngày Quyết định này có hiệu lực, "
            "trừ trường hợp quy định tại Điều 3 Quyết định này.", [TEN_ENDS], id="a transitional rule keeps no part",
        ),
        pytest.param(
            f"{EFFECT}.\n2. {TEN} hết hiệu lực kể từ ngày Quyết định này có hiệu lực, "
            f"trừ trường hợp chuyển tiếp quy định tại Điều 3 Quyết định này, Điều 4 {TWENTY}.", [TEN_ENDS],
            id="what the exception names does not end",
        ),
        pytest.param(
            f"{EFFECT}.\n2. {TEN} về bản đồ tỷ lệ 1:10.000 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            [TEN_ENDS], id="a point inside a number ends no sentence",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Quyết định này thay thế:\na) {TEN};\nb) {TWENTY}.",
            [("REPLACES", "whole", "10/2015/QĐ-UBND"), ("REPLACES", "whole", "20/2016/QĐ-UBND")],
            id="the verb alone announces a list",
        ),
        pytest.param(
            f"{EFFECT}, thay thế {TEN} và bãi bỏ các quy định sau:\n"
            f"a) Nội dung biểu mẫu tại Phụ lục I ban hành kèm theo {TWENTY}, gồm:\n- Biểu về cầu.\n"
            "b) Mục II Quyết định số 30/2017/QĐ-UBND.",
            [
                ("REPLACES", "whole", "10/2015/QĐ-UBND"), ("REPEALS", "part", "20/2016/QĐ-UBND"),
                ("REPEALS", "part", "30/2017/QĐ-UBND"),
            ], id="a list behind a document that ends",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ Điều 2 {TWENTY} sửa đổi, bổ sung một số điều của {TEN} về cầu; "
            "Quyết định số 05/2014/QĐ-UBND về đường.", [("REPEALS", "part", "20/2016/QĐ-UBND")],
            id="in a list of parts, what names no part of its own stands in a title",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ Điều 3 Quyết định số 40/2020/QĐ-UBND sửa đổi, bổ sung một số điều của {TWENTY} "
            f"đã được sửa đổi theo Quyết định số 30/2018/QĐ-UBND, {TEN} và Quyết định số 11/2015/QĐ-UBND về bến.",
            [("REPEALS", "part", "40/2020/QĐ-UBND")], id="the title of an amending document names several amended ones",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Các quy định về cầu của {TEN}; Chương IX - Bảo trì, sửa chữa cầu của {TWENTY} "
            "hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            [TEN_IN_PART, ("REPEALS", "part", "20/2016/QĐ-UBND")], id="a chapter with its heading is a part",
        ),
        pytest.param(
            f"2. Bãi bỏ các quy định sau:\na) Điều 3 {TEN}.\n"
            f"3. Sửa đổi các quy định tại mục 01. Nội dung phần 1. Nội dung chỉ tiêu ban hành kèm theo {TWENTY}:",
            [TEN_IN_PART], id="the next clause is none of the list",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Bãi bỏ {TEN} đã được sửa đổi, bổ sung theo {TWENTY}.", [TEN_ENDS],
            id="the amending document is not ended by being named",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Sửa đổi, bổ sung một số điều của {TEN}.", [("AMENDS", "part", "10/2015/QĐ-UBND")],
            id="amends",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Ngưng hiệu lực {TEN}.", [("SUSPENDS", "whole", "10/2015/QĐ-UBND")], id="suspends"
        ),
        pytest.param(
            f"{EFFECT}.\n2. Sở Tư pháp có thẩm quyền bãi bỏ văn bản trái với Hiến pháp và {TEN}.", [],
            id="talk of powers",
        ),
        pytest.param(
            f"{EFFECT}.\n2. Sở Giao thông rà soát, trình sửa đổi, bổ sung {TEN}.", [], id="talk of what is to be done"
        ),
        pytest.param(
            f"2. Sửa đổi Điều 9 như sau: “Điều 9. Hiệu lực\n1. Quy định này thay thế {TEN}.”", [],
            id="words of another text",
        ),
    ],
)  # fmt: skip
def test_what_a_text_does_to_others(closing: str, expected: list[tuple[str, str, str]]) -> None:
    assert ends(closing) == expected


NINTH = date(2024, 5, 9)


@pytest.mark.parametrize(
    ("closing", "scope", "since", "resumed"),
    [
        pytest.param(
            f"Ngưng hiệu lực {TEN} từ ngày 09/5/2024 đến hết ngày 30 tháng 11 năm 2024.",
            "whole", NINTH, date(2024, 12, 1), id="both days behind the document",
        ),
        pytest.param(
            f"Tạm ngưng hiệu lực thi hành toàn bộ {TEN} của UBND tỉnh kể từ ngày 09/5/2024 đến ngày 30/11/2024.",
            "whole", NINTH, date(2024, 12, 1), id="both days behind the issuer",
        ),
        pytest.param(
            f"Từ ngày 09/5/2024 đến hết ngày 30/11/2024, ngưng hiệu lực Điều 4 {TEN}.",
            "part", NINTH, date(2024, 12, 1), id="both days first",
        ),
        pytest.param(
            f"Đình chỉ việc thi hành từ ngày 09/5/2024 đến hết tháng 11 năm 2024 các văn bản sau đây:\na) {TEN};",
            "whole", NINTH, date(2024, 12, 1), id="the line above a list",
        ),
        pytest.param(
            f"Ngưng hiệu lực Điều 4 {TEN} đến hết năm 2024.",
            "part", date(2024, 3, 15), date(2025, 1, 1), id="the end alone, from the day of effect",
        ),
        pytest.param(
            f"Ngưng hiệu lực Điều 4 {TEN} cho đến khi có quy định mới.",
            "part", date(2024, 3, 15), None, id="an end without a day",
        ),
        pytest.param(
            f"Ngưng hiệu lực {TEN} kể từ ngày 09/5/2024.", "whole", NINTH, None, id="the beginning alone"
        ),
        pytest.param(
            f"Ngưng hiệu lực {TEN} quy định mức thu áp dụng từ ngày 01/01/2023 đến hết ngày 31/12/2025.",
            "whole", date(2024, 3, 15), None, id="days of what the document is about",
        ),
    ],
)  # fmt: skip
def test_a_suspension_holds_between_the_days_that_its_clause_gives(
    closing: str, scope: str, since: date, resumed: date | None
) -> None:
    (end,) = read(f"{EFFECT}.\n2. {closing}").ends
    assert (end.type, end.scope, end.date, end.resumed) == ("SUSPENDS", scope, since, resumed)


def test_a_suspension_lasts_no_longer_than_the_text_that_suspends() -> None:
    (end,) = read(f"{EFFECT} đến hết ngày 31 tháng 12 năm 2026.\n2. Ngưng hiệu lực {TEN}.").ends
    assert (end.date, end.resumed) == (date(2024, 3, 15), date(2027, 1, 1))


LAW = """QUỐC HỘI
Luật số: 90/2016/QH13
Hà Nội, ngày 19 tháng 6 năm 2016
LUẬT
CẦU ĐƯỜNG
Điều 1. Hiệu lực thi hành
"""


@pytest.mark.parametrize(
    ("ended", "names"),
    [
        ("Pháp lệnh cầu, phà, bến năm 1993", ["Pháp lệnh cầu, phà, bến"]),
        ("Pháp lệnh về quản lý cầu và phà ngày 12 tháng 5 năm 1996", ["Pháp lệnh về quản lý cầu và phà"]),
        ("Pháp lệnh Cầu và bến phà số 61/2002/PL-UBTVQH11", ["61/2002/PL-UBTVQH11"]),
        ("Pháp lệnh Khai thác và bảo vệ công trình cầu năm 1994", ["Pháp lệnh Khai thác và bảo vệ công trình cầu"]),
        (
            "Luật cầu đường ngày 30/12/1981; Luật sửa đổi một số điều của Luật cầu đường số 93/2005/QH11",
            ["Luật cầu đường", "93/2005/QH11"],
        ),
        (
            "Luật Cầu số 91/2001/QH10 đã được sửa đổi theo Luật số 92/2003/QH11, Luật Phà số 95/2003/QH11",
            ["91/2001/QH10", "95/2003/QH11"],
        ),
    ],
)  # fmt: skip
def test_old_laws_are_ended_by_name_day_or_number(ended: str, names: list[str]) -> None:
    parsed = parse(f"{LAW}2. {ended} hết hiệu lực kể từ ngày Luật này có hiệu lực.\n")
    assert [(named(parsed, end), end.scope) for end in parsed.ends] == [(name, "whole") for name in names]


def test_a_law_that_amended_an_amended_code_is_not_amended_itself() -> None:
    parsed = parse(
        f"{LAW}1. Sửa đổi Điều 3 của Bộ luật Cầu số 96/2005/QH11 đã được sửa đổi theo Bộ luật số 97/2009/QH12, "
        "Luật số 98/2010/QH12 và Luật số 99/2012/QH13 như sau:\n"
    )
    assert [named(parsed, end) for end in parsed.ends] == ["96/2005/QH11"]


def test_a_heading_on_a_national_data_base_is_not_the_foot_of_a_web_page() -> None:
    filling = "Điều 9. Quản lý\nCầu được quản lý.\n" * 20
    closing = "Luật Cầu số 91/2001/QH10 hết hiệu lực kể từ ngày Luật này có hiệu lực."
    parsed = parse(f"{LAW}{filling}Mục 4\nCƠ SỞ DỮ LIỆU QUỐC GIA VỀ CẦU ĐƯỜNG\n{closing}\n")
    assert [named(parsed, end) for end in parsed.ends] == ["91/2001/QH10"]


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        pytest.param(f"{EFFECT} và thay thế {TEN}.", date(2024, 3, 15), id="with the ending text"),
        pytest.param(f"{EFFECT}.\n2. {TEN} hết hiệu lực từ ngày 01/7/2024.", date(2024, 7, 1), id="a day of its own"),
        pytest.param(
            f"{EFFECT}.\n2. Các văn bản sau đây hết hiệu lực kể từ ngày 01 tháng 7 năm 2024:\na) {TEN};\nb) {TWENTY}.",
            date(2024, 7, 1), id="the day of the list",
        ),
        pytest.param(f"2. Bãi bỏ {TEN}.", None, id="a text without a day of effect"),
    ],
)  # fmt: skip
def test_an_end_has_the_day_that_is_stated_or_that_of_the_ending_text(closing: str, day: date | None) -> None:
    assert {end.date for end in read(closing).ends} == {day}


def test_what_the_clause_keeps_stands_beside_the_end() -> None:
    (end,) = read(f"{EFFECT}.\n2. Bãi bỏ {TEN}, trừ Điều 7 và Điều 8.").ends
    assert end.kept == "trừ Điều 7 và Điều 8"


def test_a_transitional_rule_stands_beside_the_end() -> None:
    rule = "Hồ sơ đã tiếp nhận trước ngày 15 tháng 3 năm 2024 thì tiếp tục áp dụng Quyết định số 10/2015/QĐ-UBND."
    (end,) = read(f"{EFFECT} và thay thế {TEN}.\n2. {rule}").ends
    assert (end.scope, end.kept) == ("whole", rule)


def test_what_is_said_of_one_document_in_several_places_is_one_end_with_all_provisions() -> None:
    closing = (
        f"Điều 3. Sửa đổi, bổ sung một số điều của {TEN}\n"
        "1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau:\n“2. Đường huyện rộng 5 mét.”\n"
        "2. Bổ sung điểm c khoản 1 Điều 6 như sau:\n“c) Cầu.”\n"
        f"Điều 4. {EFFECT[3:]}.\nBổ sung Phụ lục II {TEN}."
    )
    (end,) = read(closing).ends
    assert end.type == "AMENDS"
    assert set(end.provisions) == {"khoản 2 Điều 4", "điểm c khoản 1 Điều 6", "Phụ lục II"}


def test_the_sentence_of_an_end_is_the_item_that_names_it() -> None:
    text = f"{HEAD}{EFFECT}.\n2. Các văn bản sau đây hết hiệu lực:\na) {TEN};\nb) {TWENTY}.\n"
    parsed = parse(text)
    assert [text[end.sentence[0] : end.sentence[1]] for end in parsed.ends] == [f"a) {TEN};", f"b) {TWENTY}."]


def test_a_consolidated_text_ends_nothing_and_states_no_day_of_its_own() -> None:
    head = HEAD.replace("12/2024/QĐ-UBND", "05/VBHN-UBND").replace("QUYẾT ĐỊNH", "VĂN BẢN HỢP NHẤT")
    parsed = parse(f"{head}{EFFECT} và thay thế {TEN}.\n")
    assert (parsed.header.type, parsed.effect, parsed.ends) == ("VBHN", None, ())
