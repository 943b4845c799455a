"""What a text says of acts that are not its own, and of its own acts on what other documents issued."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.test_acts import edges
from tests.ingest.test_lone_sentences import relations

_DECREE = "NGHỊ ĐỊNH\nQuy định về chợ\nCăn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\n"


def of_decree(sentence: str) -> list[tuple[str, str]]:
    """The relations of a sentence in the body of a decree, its basis left out."""
    mentions = parse(f"CHÍNH PHỦ\nSố: 9/2026/NĐ-CP\n{_DECREE}Điều 1. Áp dụng\n{sentence}").mentions
    return [(mention.symbol or mention.name or "", mention.relation) for mention in mentions[1:]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Y tế rà soát, đề xuất sửa đổi, bổ sung khoản 2 Điều 7 của Luật Nhà ở.",
        "Sở Tư pháp tham mưu Ủy ban nhân dân tỉnh trình cấp trên sửa đổi Điều 4 Luật Nhà ở.",
        "Hội đồng kiến nghị cơ quan có thẩm quyền bãi bỏ văn bản trái với Luật Nhà ở.",
        "Đình chỉ, bãi bỏ một phần hoặc toàn bộ văn bản trái với Luật Nhà ở.",
        "Trường hợp Quốc hội sửa đổi, bổ sung Luật Nhà ở, các cơ quan báo cáo Chính phủ.",
        "Tác phẩm được đăng ký bổ sung quy định tại khoản 3 Điều 2 Luật Nhà ở.",
        "Bộ Y tế xây dựng đề án bổ sung khoản thu trong Danh mục ban hành kèm theo Luật Nhà ở.",
        "Các văn bản hướng dẫn thi hành Luật Nhà ở.",
        "Các văn bản quy phạm pháp luật quy định chi tiết Luật Nhà ở được rà soát.",
        "Thu phí theo khoản 2 Điều 9 Nghị định này và quy định của Chính phủ hướng dẫn thi hành Luật Nhà ở.",
        "Các quy định chi tiết thi hành Luật Nhà ở vẫn được áp dụng.",
        "Chi phí quản lý thực hiện Luật Nhà ở do ngân sách tỉnh bảo đảm.",
    ],
)
def test_what_others_do_propose_or_suppose_is_only_cited(sentence: str) -> None:
    assert of_decree(sentence) == [("Luật Nhà ở", "CITES")]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Bãi bỏ quy định về mức thu đối với hộ nghèo tại Điều 5 Thông tư số 7/2021/TT-BTC.", "REPEALS"),
        ("1. Bổ sung định mức dự toán xây dựng nhà tại Phụ lục II Thông tư số 7/2021/TT-BTC.", "AMENDS"),
        (
            "Thay thế Mẫu số 2 (Đơn khai bổ sung) và Mẫu số 3 của Thông tư số 7/2021/TT-BTC bằng Mẫu số 4.",
            "AMENDS",
        ),
        (
            "Sửa đổi mục 3 của Chương trình học kế toán; cập nhật kỹ năng ban hành kèm theo Thông tư số 7/2021/TT-BTC.",
            "AMENDS",
        ),
        (
            "Sửa đổi khoản 6 của Quy trình thực hiện thanh toán (ban hành kèm theo Thông tư số 7/2021/TT-BTC).",
            "AMENDS",
        ),
        ("Đính chính tiêu đề tại Điều 3 Thông tư số 7/2021/TT-BTC.", "CORRECTS"),
        ("Thông tư về việc bãi bỏ Thông tư số 7/2021/TT-BTC.", "REPEALS"),
    ],
)
def test_an_act_on_a_part_is_one_on_the_document(sentence: str, relation: str) -> None:
    assert relations(sentence) == [("7/2021/TT-BTC", relation)]


def test_what_a_document_issued_is_one_more_member_of_a_list_of_ends() -> None:
    listed = "Bãi bỏ Quyết định số 5/2010/QĐ-BYT; Quy chế trực đêm ban hành kèm theo Quyết định số 6/2011/QĐ-BYT."
    assert relations(listed) == [("5/2010/QĐ-BYT", "REPEALS"), ("6/2011/QĐ-BYT", "REPEALS")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sửa đổi, bổ sung một số\nđiều của Thông tư số 7/2021/TT-BTC\nngày 31 tháng 8 năm 2021.",
        "Sửa đổi, bổ sung một số điều của Thông tư\nSố 7/2021/TT-BTC",
        "SỬA ĐỔI MỘT SỐ ĐIỀU CỦA\nTHÔNG TƯ SỐ 7/2021/TT-BTC",
    ],
)
def test_a_lone_sentence_may_be_broken_into_lines(sentence: str) -> None:
    assert relations(sentence) == [("7/2021/TT-BTC", "AMENDS")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "THÔNG TƯ SỐ 5/2020/TT-BYT HƯỚNG DẪN NGHỊ ĐỊNH SỐ 3/2018/NĐ-CP VÀ NGHỊ ĐỊNH SỐ 4/2019/NĐ-CP",
            {("5/2020/TT-BYT", "GUIDES", "3/2018/NĐ-CP"), ("5/2020/TT-BYT", "GUIDES", "4/2019/NĐ-CP")},
        ),
        (
            "Thông tư số 5/2009/TT-BYT hướng dẫn thực hiện Quyết định số 3/2008/QĐ-BYT.",
            {("5/2009/TT-BYT", "GUIDES", "3/2008/QĐ-BYT")},
        ),
        (
            "Thông tư số 5/2020/TT-BYT hướng dẫn một số điều tại Nghị định số 3/2018/NĐ-CP.",
            {("5/2020/TT-BYT", "GUIDES", "3/2018/NĐ-CP")},
        ),
        (
            "Thông tư số 5/2020/TT-BYT được sửa đổi, bổ sung bởi Thông tư số Thông tư số 6/2021/TT-BYT.",
            {("6/2021/TT-BYT", "AMENDS", "5/2020/TT-BYT")},
        ),
        (
            "Căn cứ Thông tư số 5/2020/TT-BYT được sửa đổi, bổ sung bởi\nThông tư số 6/2021/TT-BYT;",
            {("6/2021/TT-BYT", "AMENDS", "5/2020/TT-BYT")},
        ),
        (
            "Nghị định số 3/2018/NĐ-CP (sửa đổi bởi Điều 2 Nghị định 4/2019/NĐ-CP; Điều 1 Nghị định 5/2020/NĐ-CP).",
            {("4/2019/NĐ-CP", "AMENDS", "3/2018/NĐ-CP"), ("5/2020/NĐ-CP", "AMENDS", "3/2018/NĐ-CP")},
        ),
        (
            "Thông tư 5/2020/TT-BYT sửa đổi Thông tư 4/2019/TT-BYT hướng dẫn Luật Dược và bãi bỏ Chỉ thị 3/CT-BYT.",
            {
                ("5/2020/TT-BYT", "AMENDS", "4/2019/TT-BYT"),
                ("4/2019/TT-BYT", "GUIDES", "Luật Dược"),
                ("5/2020/TT-BYT", "REPEALS", "3/CT-BYT"),
            },
        ),
    ],
)
def test_cited_documents_act_on_each_other_however_they_are_joined(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert edges(sentence) == expected


def test_the_formula_that_enacts_a_law_names_no_other_law() -> None:
    assert relations("Quốc hội ban hành Luật Nhà ở.") == []
    assert relations("Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Nhà ở số 27/2023/QH15.") == [
        ("27/2023/QH15", "AMENDS")
    ]
    assert relations("Sau khi Quốc hội ban hành Luật Nhà ở, các tỉnh tổ chức học tập.") == [("Luật Nhà ở", "CITES")]
