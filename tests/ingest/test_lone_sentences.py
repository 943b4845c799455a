"""Sentences of normative texts taken out of their documents: no head says who speaks, and the sentence must do."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.references_of import find
from tests.ingest.test_acts import edges


def relations(sentence: str) -> list[tuple[str, str]]:
    return [(mention.symbol or mention.name or "", mention.relation) for mention in parse(sentence).mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Luật Việc làm số 38/2013/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành, riêng quy định "
                "tại Điều 9 Luật Công đoàn số 12/2012/QH13 hết hiệu lực từ ngày 01 tháng 01 năm 2026."
            ),
            [("38/2013/QH13", "REPEALS"), ("12/2012/QH13", "REPEALS")],
        ),
        (
            "Riêng quy định tại Điều 9 Luật Công đoàn hết hiệu lực kể từ ngày 01 tháng 7 năm 2025.",
            [("Luật Công đoàn", "REPEALS")],
        ),
        (
            "Kể từ ngày Thông tư này có hiệu lực, Thông tư số 7/2011/TT-BXD và Thông tư số 8/2012/TT-BXD hết hiệu lực.",
            [("7/2011/TT-BXD", "REPEALS"), ("8/2012/TT-BXD", "REPEALS")],
        ),
        (
            "Nghị định số 7/2011/NĐ-CP, Nghị định số 8/2012/NĐ-CP của Chính phủ hết hiệu lực thi hành.",
            [("7/2011/NĐ-CP", "REPEALS"), ("8/2012/NĐ-CP", "REPEALS")],
        ),
        (
            "Khoản 2 Điều 4 Quyết định số 9/2012/QĐ-TTg được sửa đổi, bổ sung như sau:",
            [("9/2012/QĐ-TTg", "AMENDS")],
        ),
        ("Điều 6 Thông tư số 8/2012/TT-BXD bị bãi bỏ.", [("8/2012/TT-BXD", "REPEALS")]),
        (
            'Thay cụm từ "sở quản lý" tại Điều 6 Nghị định số 8/2012/NĐ-CP bằng cụm từ "cơ quan quản lý".',
            [("8/2012/NĐ-CP", "AMENDS")],
        ),
        (
            "Nghị định số 8/2012/NĐ-CP hết hiệu lực thì áp dụng Nghị định số 9/2020/NĐ-CP.",
            [("8/2012/NĐ-CP", "CITES"), ("9/2020/NĐ-CP", "CITES")],
        ),
        ("Nghị định số 8/2012/NĐ-CP đã được sửa đổi, bổ sung.", [("8/2012/NĐ-CP", "CITES")]),
        ("Áp dụng theo Nghị định số 8/2012/NĐ-CP được bổ sung kinh phí.", [("8/2012/NĐ-CP", "CITES")]),
        ("Giấy phép cấp theo Nghị định số 8/2012/NĐ-CP hết hiệu lực.", [("8/2012/NĐ-CP", "CITES")]),
        (
            "Pháp lệnh Dân số hết hiệu lực kể từ ngày Luật Nhà ở có hiệu lực.",
            [("Pháp lệnh Dân số", "CITES"), ("Luật Nhà ở", "CITES")],
        ),
    ],
)
def test_a_verb_behind_acts_on_what_stands_before_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert relations(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Trình Quốc hội dự án Luật Đất đai (sửa đổi) và dự thảo Luật Nhà ở.", []),
        ("Cho ý kiến về các dự án: Luật Đất đai (sửa đổi), Luật Nhà ở (sửa đổi), Luật Thủ đô.", []),
        ("Hồ sơ dự án Luật sửa đổi, bổ sung một số điều của Luật Nhà ở.", ["Luật Nhà ở"]),
        ("Dự thảo Nghị định quy định chi tiết Luật Nhà ở được lấy ý kiến.", ["Luật Nhà ở"]),
        ("Trình dự án Luật Thủ đô, Luật Nhà ở năm 2014 vẫn áp dụng.", ["Luật Nhà ở"]),
        ("Thẩm định dự án theo Luật Nhà ở.", ["Luật Nhà ở"]),
    ],
)
def test_a_draft_is_no_document(sentence: str, names: list[str]) -> None:
    assert [reference.name for reference in find(sentence)] == names


def test_a_draft_amends_nothing_yet() -> None:
    assert relations("Điều chỉnh dự án Luật sửa đổi, bổ sung một số điều của Luật Nhà ở thành dự án Luật Nhà ở.") == [
        ("Luật Nhà ở", "CITES")
    ]


def test_who_ends_a_draft_acts_on_no_law_that_the_draft_would_change() -> None:
    assert relations("Bãi bỏ dự án Luật sửa đổi Luật Nhà ở.") == [("Luật Nhà ở", "CITES")]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Xử lý theo Điều 134 BLHS năm 2015, BLTTHS.", [("Bộ luật Hình sự", 2015), ("Bộ luật Tố tụng hình sự", None)]),
        ("Giải quyết theo BLDS và BLTTDS.", [("Bộ luật Dân sự", None), ("Bộ luật Tố tụng dân sự", None)]),
        ("Kho BLXD, mã hàng ABLHS và BLHS1.", []),
    ],
)
def test_a_code_may_be_named_by_its_letters_alone(sentence: str, named: list[tuple[str, int | None]]) -> None:
    assert [(reference.name, reference.year) for reference in find(sentence)] == named


def test_the_number_behind_several_amended_laws_is_that_of_the_amending_law() -> None:
    law = "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức"
    assert edges(f"{law} số 52/2019/QH14;") == {
        ("52/2019/QH14", "AMENDS", "Luật Cán bộ, công chức"),
        ("52/2019/QH14", "AMENDS", "Luật Viên chức"),
    }


def test_a_law_words_no_decree_anew() -> None:
    inner = "Luật Quản lý thuế, Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế và Nghị định số 83/2013/NĐ-CP"
    assert not any(
        kind == "AMENDS" and target == "83/2013/NĐ-CP"
        for _, kind, target in edges(f"Thông tư số 156/2013/TT-BTC hướng dẫn {inner}.")
    )


def test_an_alias_in_brackets_behind_a_subject_is_no_object_of_the_subject() -> None:
    sentence = (
        "Sửa đổi, bổ sung Điều 2 của Thông tư số 6/2019/TT-BNV của Bộ trưởng Bộ Nội vụ (nay là Bộ trưởng Bộ Tài chính) "
        "hướng dẫn thực hiện chế độ phụ cấp (sau đây gọi tắt là Thông tư số 6/2019/TT-BNV)"
    )
    assert relations(sentence) == [("6/2019/TT-BNV", "AMENDS"), ("6/2019/TT-BNV", "CITES")]


@pytest.mark.parametrize(
    "written",
    [
        "Sắc lệnh số 85/SL ngày 22 tháng 5 năm 1950",
        "Quyết định số 433/TTg ngày 27 tháng 6 năm 1996",
        "Nghị định số 12-HĐBT ngày 01 tháng 02 năm 1985",
    ],
)
def test_law_of_before_1997_is_a_legal_basis(written: str) -> None:
    assert [relation for _, relation in relations(f"Căn cứ {written};")] == ["BASED_ON"]


def test_a_plan_without_a_year_in_its_number_is_carried_out() -> None:
    assert relations("Căn cứ Quyết định số 433/QĐ-TTg ngày 27 tháng 6 năm 2019;") == [("433/QĐ-TTg", "IMPLEMENTS")]


def test_a_provision_of_what_a_document_issues_is_one_of_that_document() -> None:
    (mention,) = parse(
        "Bãi bỏ khoản 4 Điều 6 Quy định tổ chức câu lạc bộ đọc sách và các buổi giới thiệu sách mới cho học sinh ở "
        "thư viện trường ban hành kèm theo Thông tư số 17/2016/TT-BGDĐT;"
    ).mentions
    assert (mention.pinpoint, mention.relation) == ("khoản 4 Điều 6", "REPEALS")


@pytest.mark.parametrize(
    ("written", "symbols"),
    [
        ("quyết định số 279/2002/qđ-ttg và nghị định 24a/2016/nđ-cp", ["279/2002/QĐ-TTg", "24a/2016/NĐ-CP"]),
        (
            "luật số 31/2024/qh15, nghị quyết số 1003/2006/nq-ubtvqh11",
            ["31/2024/QH15", "1003/2006/NQ-UBTVQH11"],
        ),
        ("thông tư liên tịch số 141/2012/ttlt-btc-bqp-bca", ["141/2012/TTLT-BTC-BQP-BCA"]),
        ("chỉ thị số 15-ct/tu, nghị quyết số 57-nq/tw", ["15-CT/TU", "57-NQ/TW"]),
        ("nghị định số 36 / 2012 / nđ - cp", ["36/2012/NĐ-CP"]),
        ("tốc độ 10/tt-km, xe 29/kh-abc và phòng 12/qd", []),
    ],
)
def test_a_symbol_in_small_letters_is_read_when_its_type_and_body_are_known(written: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in find(written)] == symbols


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        (
            "Thông tư liên tịch số 01 / 2007 / TTLT - TANDTC - VKSNDTC - BCA - BTP",
            "01/2007/TTLT-TANDTC-VKSNDTC-BCA-BTP",
        ),
        ("Thông tư liên tịch số 01/2007/TTLT-BTC - Hà Nội", "01/2007/TTLT-BTC"),
        ("Thông tư số 66 TC/CSTC", "66-TC/CSTC"),
    ],
)
def test_the_bodies_of_a_symbol_may_stand_apart(written: str, symbol: str) -> None:
    assert [reference.symbol for reference in find(written)] == [symbol]


def test_the_number_of_a_standard_may_stand_apart_from_its_year() -> None:
    assert find("Quy chuẩn QCVN 14 : 2008/BTNMT được áp dụng.") == []


def test_a_law_is_amended_whatever_space_stands_before_a_comma() -> None:
    outer, inner = find("căn cứ luật sửa đổi , bổ sung một số điều của luật khoáng sản ngày 14 tháng 6 năm 2005 ;")
    assert (outer.name, inner.name) == ("luật sửa đổi, bổ sung một số điều của luật khoáng sản", "Luật Khoáng sản")


def test_a_ministry_of_before_1997_is_the_issuer_by_its_letters() -> None:
    (mention,) = parse("Thông tư số 66 TC/CSTC ngày 01 tháng 11 năm 1995 hết hiệu lực.").mentions
    assert mention.issuers == ("Bộ Tài chính",)


def test_a_circular_guides_every_document_of_its_list_behind_an_amending_law() -> None:
    sentence = (
        "Thông tư số 156/2013/TT-BTC hướng dẫn thi hành Luật Quản lý thuế, Luật sửa đổi, bổ sung một số điều của Luật "
        "Quản lý thuế và Nghị định số 83/2013/NĐ-CP."
    )
    assert ("156/2013/TT-BTC", "GUIDES", "83/2013/NĐ-CP") in edges(sentence)


def test_the_subject_of_a_document_without_a_number_is_not_carried_out_here() -> None:
    assert relations("Nghị quyết của Quốc hội về việc thi hành Bộ luật Hình sự năm 1999 được áp dụng.") == [
        ("Bộ luật Hình sự", "CITES")
    ]


def test_a_document_inside_words_that_are_left_out_is_only_cited() -> None:
    sentence = (
        'Bỏ cụm từ "và Nghị định số 205/2004/NĐ-CP của Chính phủ" tại phần căn cứ ban hành Thông tư số 11/2005/TT-BNV.'
    )
    assert relations(sentence) == [("205/2004/NĐ-CP", "CITES"), ("11/2005/TT-BNV", "AMENDS")]


def test_forty_annexes_are_one_pinpoint() -> None:
    annexes = ", ".join(f"{number:02}" for number in range(1, 41))
    (mention,) = parse(f"Sửa đổi các Phụ lục số {annexes} ban hành kèm theo Thông tư số 118/2020/TT-BTC.").mentions
    assert mention.pinpoint == f"Phụ lục số {annexes}"


@pytest.mark.parametrize(
    ("written", "kind", "symbol", "issuers"),
    [
        (
            "Thông tư liên tịch số 01-TANDTC-VKSNDTC/TTLT ngày 08 tháng 12 năm 1988",
            "TTLT",
            "01-TANDTC-VKSNDTC/TTLT",
            ("Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao"),
        ),
        ("Thông tư số 05 BKH/QLDA ngày 29/4/1997", "TT", "05-BKH/QLDA", ("Bộ Kế hoạch và Đầu tư",)),
        ("Thông tư liên bộ số 14-TTLB ngày 13/02/1993", "TTLT", "14-TTLB", ()),
        ("Sắc luật số 004/SLt ngày 20/7/1957", "SLU", "004/SLt", ()),
        ("Luật số 23-L/CTN ngày 10/7/1993", "L", "23-L/CTN", ("Quốc hội",)),
        ("Luật Công đoàn số 40-LCT/HĐNN8", "L", "40-LCT/HĐNN8", ("Quốc hội",)),
        ("Pháp lệnh số 41-L/CTN ngày 10/7/1995", "PL", "41-L/CTN", ("Ủy ban Thường vụ Quốc hội",)),
        (
            "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng số 72/2006/QH11",
            "L",
            "72/2006/QH11",
            ("Quốc hội",),
        ),
        ("Luật sửa đổi, bổ sung một số điều của các Luật về thuế số 71/2014/QH13", "L", "71/2014/QH13", ("Quốc hội",)),
    ],
)
def test_numbers_of_all_times_are_one_mention_with_type_and_issuer(
    written: str, kind: str, symbol: str, issuers: tuple[str, ...]
) -> None:
    (mention,) = parse(f"Căn cứ {written};").mentions
    assert (mention.type, mention.symbol, mention.issuers) == (kind, symbol, issuers)


def test_an_order_behind_a_law_is_another_document() -> None:
    assert [m.symbol for m in parse("Căn cứ Luật Đất đai, Lệnh số 12/2005/L-CTN;").mentions] == [None, "12/2005/L-CTN"]


def test_a_law_may_amend_single_articles() -> None:
    law = "Luật sửa đổi, bổ sung Điều 126 của Luật Nhà ở và Điều 121 của Luật Đất đai"
    assert edges(f"Căn cứ {law} số 34/2009/QH12;") == {
        ("34/2009/QH12", "AMENDS", "Luật Nhà ở"),
        ("34/2009/QH12", "AMENDS", "Luật Đất đai"),
    }


def test_a_name_that_goes_on_with_a_capital_is_not_the_known_one() -> None:
    (law,) = find("Căn cứ Luật tổ chức Hội đồng Tư pháp ngày 4 tháng 7 năm 1981;")
    assert law.name == "Luật tổ chức Hội đồng Tư pháp"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Quyết định này thay thế Quyết định số 153/1999/QĐ-TTg, bãi bỏ khoản 2 Điều 4 Quyết định số 7/2002/QĐ-TTg.",
            [("153/1999/QĐ-TTg", "REPLACES"), ("7/2002/QĐ-TTg", "REPEALS")],
        ),
        (
            (
                "Luật này thay thế Luật Giao thông đường bộ năm 2001; các điều khoản về vận tải của Nghị định số "
                "91/2009/NĐ-CP tiếp tục có hiệu lực đến hết ngày 31/12/2009."
            ),
            [("Luật Giao thông đường bộ", "REPLACES"), ("91/2009/NĐ-CP", "CITES")],
        ),
    ],
)
def test_each_clause_of_a_sentence_has_its_own_act(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert relations(sentence) == expected


def test_nothing_that_stands_in_the_title_of_a_draft_is_acted_on_by_what_stands_before() -> None:
    sentence = (
        "Điều chỉnh dự án Luật sửa đổi, bổ sung một số điều của Luật Thương mại, Luật Cạnh tranh thành dự án Luật sửa "
        "đổi, bổ sung một số điều của Luật Thương mại; Luật sửa đổi, bổ sung một số điều của Luật Điện lực."
    )
    assert edges(sentence) == set()
    assert {relation for _, relation in relations(sentence)} == {"CITES"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo Luật Nhà ở, lấy ý kiến dự thảo Thông tư và triển khai thực hiện Nghị định số 5/2020/NĐ-CP.",
        "Căn cứ Luật Nhà ở, các dự án chương trình mục tiêu triển khai thực hiện Nghị định số 5/2020/NĐ-CP.",
    ],
)
def test_what_is_carried_out_beside_a_draft_is_no_part_of_it(sentence: str) -> None:
    assert relations(sentence)[-1] == ("5/2020/NĐ-CP", "IMPLEMENTS")


def test_words_added_to_a_form_are_added_to_what_it_is_annexed_to() -> None:
    sentence = (
        'a) Bổ sung cụm từ "số định danh" sau phần khai "họ và tên" trong Đơn đăng ký xét tuyển tại Phụ lục ban hành '
        "kèm theo Thông tư số 44/2021/TT-BGDĐT;"
    )
    assert relations(sentence) == [("44/2021/TT-BGDĐT", "AMENDS")]


def test_provisions_with_what_belongs_to_them_are_a_pinpoint() -> None:
    (mention,) = parse("Rà soát khoản 9 Điều 60, Điều 84 và các nội dung có liên quan của Luật Đất đai.").mentions
    assert mention.pinpoint == "khoản 9 Điều 60, Điều 84"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            "Pháp lệnh về Thẩm phán và Hội thẩm Tòa án nhân dân năm 2002",
            "Pháp lệnh Thẩm phán và Hội thẩm Tòa án nhân dân",
        ),
        ("Luật về Nhà ở", "Luật Nhà ở"),
    ],
)
def test_a_law_on_a_matter_is_the_law_of_that_name(written: str, name: str) -> None:
    assert [reference.name for reference in find(f"theo {written};")] == [name]


def test_laws_on_a_matter_in_small_letters_name_none() -> None:
    assert find("theo các luật về đất đai, luật về nhà ở và pháp luật về đầu tư;") == []


def test_the_word_for_law_torn_by_a_line_break_names_none() -> None:
    assert find("BỒI DƯỠNG KIẾN THỨC PHÁP \nLUẬT VỀ GIAO THÔNG ĐƯỜNG BỘ CHO NGƯỜI ĐIỀU KHIỂN") == []


def test_a_law_on_a_matter_inside_another_name_is_left_there() -> None:
    (law,) = find("Luật sửa đổi, bổ sung một số điều của 11 luật về quân sự, quốc phòng số 98/2025/QH15")
    assert law.name == "Luật sửa đổi, bổ sung một số điều của 11 luật về quân sự, quốc phòng"


def test_a_sentence_that_goes_on_behind_a_number_cites_it() -> None:
    mentions = parse(
        "Nghị định số: 05/2015/NĐ-CP, Thông tư số: 47/2015/TT-BLĐTBXH hướng dẫn thi hành Bộ luật Lao động."
    )
    assert [m.symbol for m in mentions.mentions] == ["05/2015/NĐ-CP", "47/2015/TT-BLĐTBXH", None]
