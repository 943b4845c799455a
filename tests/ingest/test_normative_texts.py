"""Laws, decrees, circulars and decisions: how they name each other, from the 1980s to the law of 2025.

Sources of the forms: Hiến pháp 1980 (Council of Ministers), Luật 80/2015/QH13, Luật 64/2025/QH15, NĐ 78/2025/NĐ-CP.
"""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import ParsedDocument
from ingest.parse import parse
from ingest.resolve import resolve_text
from tests.ingest.normative import HEAD, circular, only


def versions(document: ParsedDocument, name: str) -> list[str | None]:
    return [
        resolution.document
        for mention, resolution in zip(document.mentions, resolve_text(document), strict=True)
        if mention.text == name
    ]


OLD_NUMBERS = [
    ("Nghị định số 222/HĐBT ngày 05/12/1987 của Hội đồng Bộ trưởng", "NĐ", "222/HĐBT", ("Hội đồng Bộ trưởng",)),
    ("Nghị định số 388-HĐBT ngày 20-11-1991", "NĐ", "388-HĐBT", ("Hội đồng Bộ trưởng",)),
    ("Quyết định số 55/CP ngày 23-2-1980 của Hội đồng Chính phủ", "QĐ", "55/CP", ("Hội đồng Chính phủ",)),
    ("Quyết định 327-CT ngày 15-9-1992", "QĐ", "327-CT", ("Chủ tịch Hội đồng Bộ trưởng",)),
    (
        "Quyết định số 124/CT ngày 25-4-1988 của Chủ tịch Hội đồng Bộ trưởng",
        "QĐ",
        "124/CT",
        ("Chủ tịch Hội đồng Bộ trưởng",),
    ),
    ("Nghị quyết số 58 NQ/HĐNN8 ngày 11-3-1988 của Hội đồng Nhà nước", "NQ", "58-NQ/HĐNN8", ("Hội đồng Nhà nước",)),
    ("Pháp lệnh số 5-LCT/HĐNN7 ngày 27/11/1981", "PL", "5-LCT/HĐNN7", ("Hội đồng Nhà nước",)),
    ("Nghị quyết số 12/1997-QH10 ngày 12/12/1997", "NQ", "12/1997/QH10", ("Quốc hội",)),
    ("Quyết định số 1141-TC/QĐ/CĐKT ngày 01/11/1995", "QĐ", "1141-TC/QĐ/CĐKT", ("Bộ Tài chính",)),
    (
        "Quyết định số 96/1997/QĐ-NH2 ngày 19 tháng 4 năm 1997 của Thống đốc Ngân hàng Nhà nước",
        "QĐ",
        "96/1997/QĐ-NH2",
        ("Thống đốc Ngân hàng Nhà nước Việt Nam",),
    ),
    ("Thông tư liên bộ số 14/TT-LB ngày 19/9/1994", "TTLT", "14/TT-LB", ()),
    (
        "Thông tư liên ngành số 03/TTLN ngày 10-8-1996 của Toà án nhân dân tối cao, Bộ Tư pháp",
        "TTLT",
        "03/TTLN",
        ("Tòa án nhân dân tối cao", "Bộ Tư pháp"),
    ),
    ("Sắc lệnh số 85/SL ngày 22 tháng 5 năm 1950", "SLT", "85/SL", ("Chủ tịch nước",)),
    ("Quyết định số 118 TTg ngày 27-2-1996 của Thủ tướng Chính phủ", "QĐ", "118/TTg", ("Thủ tướng Chính phủ",)),
    ("Thông tư số 75 TC/NSNN ngày 20/10/1995 của Bộ Tài chính", "TT", "75-TC/NSNN", ("Bộ Tài chính",)),
    ("Thông tư số 14/LĐTBXH-TT ngày 10/4/1996", "TT", "14/LĐTBXH-TT", ("Bộ Lao động - Thương binh và Xã hội",)),
    ("Thông tư liên tịch số 04/TTLT ngày 6-2-1996", "TTLT", "04/TTLT", ()),
    ("Thông tư số 08/NH-TT ngày 2-7-1994", "TT", "08/NH-TT", ("Ngân hàng Nhà nước Việt Nam",)),
    ("Quyết định số 31/QĐ-TCHQ ngày 9/3/1999 của Tổng cục Hải quan", "QĐ", "31/QĐ-TCHQ", ("Tổng cục Hải quan",)),
]


@pytest.mark.parametrize(("written", "kind", "symbol", "issuers"), OLD_NUMBERS)
def test_numbers_from_before_1997_are_read_with_type_and_issuer(
    written: str, kind: str, symbol: str, issuers: tuple[str, ...]
) -> None:
    mention = only(f"Bãi bỏ {written} về việc này.")
    assert (mention.type, mention.symbol, mention.issuers) == (kind, symbol, issuers)


@pytest.mark.parametrize(
    "written",
    [
        "Công văn số 345/CT của Cục Thuế",
        "giao 15/CT cho các đội",
        "khoảng 85/SL của kho",
        "Chỉ thị số 15-CT của tỉnh",
    ],
)
def test_the_code_of_directives_without_a_body_is_no_act_of_the_council(written: str) -> None:
    assert all(mention.symbol is None for mention in parse(f"Đơn vị đã nhận {written}.").mentions)


def test_a_number_behind_a_comma_has_the_type_of_the_one_before() -> None:
    mentions = parse("Nghị định số 60-CP, 61-CP ngày 05/7/1994 của Chính phủ").mentions
    assert [(m.type, m.symbol, m.date) for m in mentions] == [
        ("NĐ", "60-CP", date(1994, 7, 5)),
        ("NĐ", "61-CP", date(1994, 7, 5)),
    ]


def test_the_word_law_at_the_end_of_a_name_is_no_type_word() -> None:
    mention = only("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;")
    assert mention.text == "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"


def test_two_laws_of_one_number_and_year_are_each_the_one_of_its_term() -> None:
    document = parse("Căn cứ Luật số 02/1997/QH9 và Luật số 02/1997/QH10;")

    assert [r.document for r in resolve_text(document)] == ["norm:l:1997-qh9:2:quoc-hoi", "norm:l:1997:2:quoc-hoi"]


def test_the_basis_of_a_text_says_which_version_its_later_words_mean() -> None:
    """Luật Đường sắt 95/2025/QH15 takes effect on 1 January 2026, after the circular that prepares it."""
    body = "Căn cứ Luật Đường sắt số 95/2025/QH15;\nĐiều 1. Phạm vi\nThông tư này quy định chi tiết Luật Đường sắt."
    assert versions(circular(body), "Luật Đường sắt") == ["norm:l:2025:95:quoc-hoi"]


def test_without_a_basis_the_version_in_force_on_the_day_of_the_text_is_meant() -> None:
    body = "Điều 1. Phạm vi\nThông tư này áp dụng theo quy định của Luật Đường sắt."
    assert versions(circular(body), "Luật Đường sắt") == ["norm:l:2017:6:quoc-hoi"]


def test_a_version_that_the_text_ends_is_not_the_one_that_it_rests_on() -> None:
    body = (
        "Luật Đường sắt số 35/2005/QH11 hết hiệu lực kể từ ngày Thông tư này có hiệu lực.\n"
        "Điều 1. Phạm vi\nThông tư này áp dụng theo quy định của Luật Đường sắt."
    )
    assert versions(circular(body), "Luật Đường sắt") == ["norm:l:2017:6:quoc-hoi"]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        (
            "theo Nghị định số 14/2015/NĐ-CP ngày 13/02/2015 quy định chi tiết một số điều của Luật Đường sắt;",
            "norm:l:2005:35:quoc-hoi",
        ),
        (
            "theo Nghị định số 46/2016/NĐ-CP ngày 26/5/2016 sửa đổi các nghị định hướng dẫn thi hành Luật Đường sắt;",
            "norm:l:2005:35:quoc-hoi",
        ),
        (
            "theo Nghị định số 65/2018/NĐ-CP ngày 12/5/2018 quy định chi tiết một số điều của Luật Đường sắt;",
            "norm:l:2017:6:quoc-hoi",
        ),
    ],
)
def test_in_the_title_of_an_older_act_a_law_is_the_one_of_that_day(sentence: str, key: str) -> None:
    assert versions(circular(f"Điều 1. Áp dụng\nÁp dụng {sentence}"), "Luật Đường sắt") == [key]


def test_a_date_line_of_years_before_the_own_number_is_a_slip() -> None:
    document = circular("Điều 1. Áp dụng\nÁp dụng Luật Thanh tra.", day="17 tháng 11 năm 2015")
    assert versions(document, "Luật Thanh tra") == ["norm:l:2025:84:quoc-hoi"]


def test_a_law_that_says_its_own_name_cites_no_older_one() -> None:
    text = (
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLuật số: 135/2025/QH15\n"
        "LUẬT\nXÂY DỰNG\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
        "Quốc hội ban hành Luật Xây dựng.\nĐiều 1. Hiệu lực\nLuật Xây dựng số 50/2014/QH13 hết hiệu lực."
    )
    named = [m.symbol for m in parse(text).mentions if m.type == "L"]
    assert named == ["50/2014/QH13"]


@pytest.mark.parametrize("written", ["kỷ luật cán bộ, công chức", "quy luật cạnh tranh", "pháp luật đất đai"])
def test_the_syllable_law_inside_another_word_names_no_law(written: str) -> None:
    assert parse(f"Thực hiện nghiêm {written} tại đơn vị.").mentions == ()


def test_the_series_of_the_national_assembly_is_not_numbered_by_the_subject_of_a_law() -> None:
    mention = only("Căn cứ Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch số 28/2018/QH14;")
    assert (mention.type, mention.symbol) == ("L", "28/2018/QH14")


def test_a_law_whose_day_is_miswritten_is_the_one_of_that_name_and_year() -> None:
    body = "Căn cứ Luật An toàn, vệ sinh lao động ngày 25 tháng 6 năm 2016;"
    assert versions(circular(body), "Luật An toàn, vệ sinh lao động") == ["norm:l:2015:84:quoc-hoi"]


@pytest.mark.parametrize(
    "issuer",
    ["Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc", "Tổng Thanh tra Chính phủ", "Tổng Kiểm toán nhà nước"],
)
def test_the_heads_of_central_bodies_are_issuers(issuer: str) -> None:
    assert only(f"Bãi bỏ Thông tư số 5/2010/TT-ABC ngày 02/3/2010 của {issuer} quy định về hồ sơ.").issuers == (issuer,)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Luật Nhà ở được Quốc hội khóa XIII thông qua ngày 25/11/2014", date(2014, 11, 25)),
        ("Luật Đất đai đã được Quốc hội khóa XI, kỳ họp thứ 4 thông qua ngày 26 tháng 11 năm 2003", date(2003, 11, 26)),
    ],
)
def test_the_day_on_which_a_law_was_passed_is_its_date(written: str, day: date) -> None:
    assert only(f"Căn cứ {written};").date == day


@pytest.mark.parametrize(
    ("sentence", "name", "key"),
    [
        ("Căn cứ Luật Đất đai ngày 14 tháng 7 năm 1993;", "Luật Đất đai", "norm:l:1993:24:quoc-hoi"),
        ("Căn cứ Bộ luật Dân sự năm 1995;", "Bộ luật Dân sự", "norm:l:1995:44:quoc-hoi"),
        ("Căn cứ Luật Quốc tịch;", "Luật Quốc tịch", "norm:l:2008:24:quoc-hoi"),
        ("Căn cứ Pháp lệnh Chi phí tố tụng;", "Pháp lệnh Chi phí tố tụng", "norm:pl:2024:5:ubtvqh"),
        (
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND;",
            "Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND",
            "norm:l:2004:31:quoc-hoi",
        ),
    ],
)
def test_older_laws_ordinances_and_usual_short_names_are_known(sentence: str, name: str, key: str) -> None:
    assert versions(circular(f"{sentence}\nĐiều 1. Phạm vi"), name) == [key]


def test_a_law_inside_an_amending_law_of_a_miswritten_day_is_of_the_real_day() -> None:
    law = "Luật sửa đổi, bổ sung một số điều của Luật Quốc tịch Việt Nam"
    body = f"Căn cứ {law} ngày 24 tháng 6 năm 2007;"
    assert versions(circular(body), "Luật Quốc tịch Việt Nam") == ["norm:l:2008:24:quoc-hoi"]


PAGE = "Trang chủ\nThông tư số 72/2025/TT-BCT Quy định cấu trúc cơ sở dữ liệu\nNội dung\nThuộc tính\nTải về\n"


def test_a_page_that_names_its_document_gives_the_number_of_a_text_that_lost_its_head() -> None:
    text = f"{PAGE}THÔNG TƯ\nQuy định cấu trúc cơ sở dữ liệu\nCăn cứ Luật Dữ liệu số 60/2024/QH15;\nĐiều 1. Phạm vi\n"
    assert parse(text).header.symbol == "72/2025/TT-BCT"


def test_the_date_of_an_amended_document_in_the_name_of_a_page_is_not_the_date_of_the_text() -> None:
    page = (
        "Thông tư số 72/2025/TT-BCT sửa đổi Thông tư số 35/2022/TT-BCT\n"
        "ngày 04 tháng 10 năm 2022 của Bộ trưởng Bộ Công Thương quy định về theo dõi thi hành\nNội dung\nTải về\n"
    )
    text = page + HEAD.format(number="72/2025/TT-BCT", day="31 tháng 12 năm 2025", type="THÔNG TƯ")
    assert parse(f"{text}\nĐiều 1. Phạm vi\nThông tư này quy định.").header.date == date(2025, 12, 31)


@pytest.mark.parametrize(("name", "key"), [("Luật Đất đai", "norm:l:2024:31:quoc-hoi"), ("Luật Thanh tra", None)])
def test_a_text_of_which_only_the_year_is_known_means_what_was_in_force_all_that_year(
    name: str, key: str | None
) -> None:
    """Luật Thanh tra was replaced on 1 July 2025."""
    text = f"{PAGE}THÔNG TƯ\nQuy định cấu trúc cơ sở dữ liệu\nĐiều 1. Phạm vi\nÁp dụng theo {name}.\n"
    assert versions(parse(text), name) == [key]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Thực hiện Luật Thanh tra và Nghị định số 216/2025/NĐ-CP ngày 05/8/2025.", "norm:l:2025:84:quoc-hoi"),
        ("Thực hiện Luật Thanh tra và Nghị định số 97/2011/NĐ-CP ngày 21/10/2011.", None),
        ("Thực hiện Luật Thanh tra.", None),
    ],
)
def test_a_text_without_a_day_is_no_older_than_what_it_cites(sentence: str, key: str | None) -> None:
    assert versions(parse(sentence), "Luật Thanh tra") == [key]


@pytest.mark.parametrize(
    "written",
    ["Luật Thương mại Hoa Kỳ năm 1974", "Luật Cạnh tranh của Liên minh châu Âu", "Luật Đầu tư của nước ngoài"],
)
def test_the_law_of_another_country_is_none_of_ours(written: str) -> None:
    assert parse(f"Áp dụng theo {written} khi có tranh chấp.").mentions == ()


def test_a_law_of_this_country_may_say_so() -> None:
    assert only("theo Luật Cạnh tranh của nước Cộng hòa xã hội chủ nghĩa Việt Nam;").name == "Luật Cạnh tranh"


MANY_CLAUSES = ", ".join(f"khoản {clause % 5 + 1} Điều {clause + 20}" for clause in range(24))


@pytest.mark.parametrize(
    ("written", "pinpoint"),
    [
        ("từ Điều 5 đến Điều 9 Luật Nhà ở", "Điều 5 đến Điều 9"),
        ("các điều từ 10 đến 15 của Luật Nhà ở", "điều từ 10 đến 15"),
        ("tiết a điểm 1 khoản 2 Điều 3 Luật Nhà ở", "tiết a điểm 1 khoản 2 Điều 3"),
        ("tại Điều 12 hoặc Điều 14 Luật Nhà ở", "Điều 12 hoặc Điều 14"),
        ("tại các điểm a, b khoản 2 hoặc khoản 3 Điều 6 Luật Nhà ở", "điểm a, b khoản 2 hoặc khoản 3 Điều 6"),
        (
            "tại các khoản 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18 Điều 30 của Luật Nhà ở",
            "khoản 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18 Điều 30",
        ),
        (f"chi tiết {MANY_CLAUSES} của Luật Nhà ở", MANY_CLAUSES),
    ],
)
def test_a_range_of_provisions_is_one_pinpoint(written: str, pinpoint: str) -> None:
    assert only(f"theo quy định {written};").pinpoint == pinpoint


def test_the_government_is_one_of_the_issuers_of_a_joint_resolution() -> None:
    mention = only("Căn cứ Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017;")
    assert mention.issuers[:2] == ("Ủy ban Thường vụ Quốc hội", "Chính phủ")


def test_an_article_with_its_heading_and_its_first_words_are_two_sentences() -> None:
    text = (
        "Điều 25. Thay thế Phụ lục ban hành kèm theo Thông tư số 53/2018/TT-BCT\n"
        "Thay thế Phụ lục ban hành kèm theo Thông tư số 53/2018/TT-BCT bằng Phụ lục kèm theo Thông tư này."
    )
    assert [(m.relation, m.embedded) for m in circular(text).mentions] == [("AMENDS", False)] * 2


def test_the_word_for_the_day_once_more_before_the_month_is_a_slip() -> None:
    (mention,) = parse("Nghị định số 82/2023/NĐ-CP ngày 28 ngày 11 năm 2023 của Chính phủ.").mentions
    assert mention.date == date(2023, 11, 28)


def test_joint_issuers_in_capitals_are_all_read() -> None:
    (mention,) = parse(
        "THÔNG TƯ LIÊN TỊCH SỐ 5/2015/TTLT-BTC-BTP NGÀY 14 THÁNG 01 NĂM 2015 CỦA BỘ TÀI CHÍNH VÀ BỘ TƯ PHÁP"
    ).mentions
    assert mention.issuers == ("Bộ Tài chính", "Bộ Tư pháp")


def test_a_law_in_the_name_of_a_treaty_is_none_of_ours() -> None:
    written = "Công ước của Liên hợp quốc về Luật Biển năm 1982 và Luật Biển Việt Nam số 18/2012/QH13."
    assert [mention.symbol for mention in parse(written).mentions] == ["18/2012/QH13"]


def test_a_semicolon_may_stand_inside_the_name_of_an_ordinance() -> None:
    name = "Pháp lệnh Chi phí giám định, định giá; chi phí cho người làm chứng, người phiên dịch trong tố tụng"
    assert [mention.name for mention in parse(f"{name} và Luật Nhà ở; Luật Đất đai.").mentions] == [
        name,
        "Luật Nhà ở",
        "Luật Đất đai",
    ]
