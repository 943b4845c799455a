"""Acts in sentences that stand alone: what calls itself by its type decides, and what it says of parts of others."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.test_acts import edges
from tests.ingest.test_lone_sentences import relations


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Đình chỉ thi hành và đề nghị Hội đồng nhân dân tỉnh bãi bỏ Nghị quyết số 7/2016/NQ-HĐND.", "SUSPENDS"),
        ("Điều 8 Thông tư số 7/2016/TT-BXD ngưng hiệu lực kể từ ngày Thông tư này có hiệu lực.", "SUSPENDS"),
        ("Đính chính căn cứ ban hành tại Thông tư số 7/2016/TT-BXD như sau:", "CORRECTS"),
        ("Điều 5 và Điều 6 của Thông tư số 7/2016/TT-BXD nay được thay thế bằng các điều mới như sau:", "AMENDS"),
        ('Tên Điều 5 của Thông tư số 7/2016/TT-BXD được sửa thành "Giải thích từ ngữ".', "AMENDS"),
        (
            'Kể từ ngày Luật này có hiệu lực, cụm từ "a" trong Luật Nhà ở số 65/2014/QH13 được thay bằng cụm từ "b".',
            "AMENDS",
        ),
        ("Phụ lục II kèm theo Thông tư số 7/2016/TT-BXD được thay thế bằng Phụ lục I kèm theo Thông tư này.", "AMENDS"),
        ("Điều 3 của Thông tư số 7/2016/TT-BXD được thay bằng quy định tại Điều 5 Thông tư này.", "REPLACES"),
        ("Thông tư số 7/2016/TT-BXD được hủy bỏ.", "REPEALS"),
        ("Thông tư số 7/2016/TT-BXD về quản lý nhà ở công vụ hết hiệu lực.", "REPEALS"),
        ("Chấm dứt hiệu lực thi hành của Thông tư số 7/2016/TT-BXD.", "REPEALS"),
        ("Mẫu số 2 ban hành kèm theo Thông tư số 7/2016/TT-BXD bị bãi bỏ.", "REPEALS"),
        ("Nghị định này có hiệu lực từ ngày 1/5/2017; bãi bỏ Nghị định số 7/2016/NĐ-CP.", "REPEALS"),
        ("Những điểm trong Thông tư số 7/2016/TT-BXD trái với Thông tư này nay không còn giá trị.", "REPEALS"),
        ("Quyết định này được áp dụng thay cho Quyết định số 7/2006/QĐ-BXD.", "REPLACES"),
        ("Bộ Y tế hướng dẫn thực hiện Quyết định số 7/2016/QĐ-TTg như sau:", "GUIDES"),
        ("Để hướng dẫn việc thi hành Nghị định số 7/2016/NĐ-CP, Bộ Y tế quy định:", "GUIDES"),
        ("Nghị định này quy định các biện pháp thi hành Luật Nhà ở số 65/2014/QH13.", "GUIDES"),
        (
            "Thông tư này hướng dẫn hồ sơ, trình tự cấp giấy phép quy định tại Điều 5 Nghị định số 7/2016/NĐ-CP.",
            "GUIDES",
        ),
        ("Sửa đổi các nghị định trong lĩnh vực xây dựng: Nghị định số 7/2016/NĐ-CP.", "AMENDS"),
        ("Sửa đổi đoạn 2 khoản 1 Điều 4, gạch đầu dòng thứ nhất điểm b khoản 2 Điều 6 của Thông tư số 7/2016/TT-BXD.",
         "AMENDS"),
        ("Đoạn thứ hai khoản 4 Điều 7 Thông tư số 7/2016/TT-BXD được sửa lại như sau:", "AMENDS"),
        ("Điều chỉnh, bổ sung Thông tư số 7/2016/TT-BXD như sau:", "AMENDS"),
        ("Điều chỉnh khoản 2 Điều 1 Thông tư số 7/2016/TT-BXD như sau:", "AMENDS"),
        ("Công bố hết hiệu lực toàn bộ Thông tư số 7/2016/TT-BXD.", "REPEALS"),
        ("Nay ban hành Quy chế thay thế Quy chế ban hành kèm theo Quyết định số 7/2006/QĐ-BXD.", "REPLACES"),
        ("Việc ban hành Thông tư này không làm chấm dứt hiệu lực của Thông tư số 7/2016/TT-BXD.", "CITES"),
        ("Cấp phép thực hiện theo Mục 2 Chương III Thông tư này và Mục 3 Thông tư số 7/2016/TT-BXD.", "CITES"),
        ("Chỉ thị số 7/2016/CT-UBND của Ủy ban nhân dân tỉnh Quảng Trị không còn hiệu lực pháp lý.", "REPEALS"),
        ("Bên mời thầu căn cứ Điều 5 Thông tư số 7/2016/TT-BXD để lập hồ sơ.", "CITES"),
        ("Quyết định này bãi bỏ Điều 2 và thay thế Điều 4 Quyết định số 7/2006/QĐ-BXD.", "AMENDS"),
        ("Điểm 1 Mục IV Thông tư số 7/2016/TT-BXD sửa đổi như sau:", "AMENDS"),
        ("Điểm 1 Mục IV Thông tư số 7/2016/TT-BXD sửa thành:", "AMENDS"),
        ("Điều 5 Nghị định số 11-CP ngày 18-1-1962 nay bổ khuyết như sau:", "AMENDS"),
        ('Tại khoản 3 Điều 7 Thông tư số 7/2016/TT-BXD bỏ cụm từ "hộ nghèo".', "AMENDS"),
        ('Sửa cụm từ "30 ngày" tại Điều 12 Thông tư số 7/2016/TT-BXD thành cụm từ "45 ngày".', "AMENDS"),
        ("Tại Điều 12 Thông tư số 7/2016/TT-BXD có quy định về phí.", "CITES"),
        ("Những quy định của Thông tư số 7/2016/TT-BXD không phù hợp với Thông tư này hết hiệu lực.", "REPEALS"),
        ("Hết hiệu lực thi hành các văn bản: Thông tư số 7/2016/TT-BXD.", "REPEALS"),
        ("Phụ lục II.1 và Mẫu số 2 ban hành kèm theo Thông tư số 7/2016/TT-BXD được sửa đổi.", "AMENDS"),
        ("Các quy định trước đây trái với Nghị định số 7/2016/NĐ-CP nay bãi bỏ.", "CITES"),
        ("Cho đến khi có văn bản thay thế Nghị định số 7/2016/NĐ-CP thì vẫn áp dụng Nghị định này.", "CITES"),
        ("Giao Bộ Y tế xây dựng Nghị định thay thế Nghị định số 7/2016/NĐ-CP theo Quyết định này.", "CITES"),
    ],
)  # fmt: skip
def test_a_lone_sentence_says_what_its_document_does(sentence: str, relation: str) -> None:
    assert [said for _, said in relations(sentence)] == [relation]


@pytest.mark.parametrize(
    ("sentence", "provisions"),
    [
        ("Sửa đổi Điều 12, bãi bỏ Điều 15 Nghị định số 7/2016/NĐ-CP.", "Điều 12, bãi bỏ Điều 15"),
        ("Bãi bỏ Điều 12; sửa đổi Điều 15 Nghị định số 7/2016/NĐ-CP.", "Điều 12; sửa đổi Điều 15"),
        (
            "Sửa đổi khoản 1 Điều 3; bổ sung Điều 5a; bãi bỏ khoản 4 Điều 6 của Nghị định số 7/2016/NĐ-CP.",
            "khoản 1 Điều 3; bổ sung Điều 5a; bãi bỏ khoản 4 Điều 6",
        ),
    ],
)
def test_several_acts_on_parts_of_one_document_amend_it(sentence: str, provisions: str) -> None:
    (mention,) = parse(sentence).mentions
    assert (mention.relation, mention.pinpoint) == ("AMENDS", provisions)


def test_an_act_on_parts_does_not_reach_into_the_next_document() -> None:
    listed = "Sửa đổi Điều 3 Nghị định số 7/2016/NĐ-CP, bãi bỏ Điều 5 Nghị định số 8/2016/NĐ-CP."
    assert relations(listed) == [("7/2016/NĐ-CP", "AMENDS"), ("8/2016/NĐ-CP", "REPEALS")]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Nghị định này thay thế các Nghị định sau: 1. {0} ngày 12/9/2001; 2. {1} ngày 19/3/2002.", "REPLACES"),
        ("Các điều khoản trong {0} và {1} trái với Nghị định này đều bị bãi bỏ.", "REPEALS"),
        ("Phần quy định về lệ phí tại {0}, {1} không còn hiệu lực thi hành.", "REPEALS"),
    ],
)
def test_an_act_on_a_list_is_one_on_each_member(sentence: str, relation: str) -> None:
    said = sentence.format("Nghị định số 7/2001/NĐ-CP", "Nghị định số 8/2002/NĐ-CP")
    assert relations(said) == [("7/2001/NĐ-CP", relation), ("8/2002/NĐ-CP", relation)]


@pytest.mark.parametrize(
    ("sentence", "edge"),
    [
        ("{0} đã được {1} sửa đổi, bổ sung.", "AMENDS"),
        ("{0} bị {1} thay thế.", "REPLACES"),
        ("{0} do {1} bổ sung vẫn còn hiệu lực.", "AMENDS"),
        ("{0} (đã sửa theo {1}) hết hiệu lực.", "AMENDS"),
    ],
)
def test_who_acts_may_stand_before_the_act(sentence: str, edge: str) -> None:
    said = sentence.format("Nghị định số 7/2001/NĐ-CP", "Nghị định số 8/2002/NĐ-CP")
    assert edges(said) == {("8/2002/NĐ-CP", edge, "7/2001/NĐ-CP")}


def test_guidance_goes_on_behind_a_semicolon() -> None:
    said = "Thông tư này quy định chi tiết Điều 7 Luật Nhà ở; hướng dẫn thi hành Nghị định số 7/2016/NĐ-CP."
    assert relations(said) == [("Luật Nhà ở", "GUIDES"), ("7/2016/NĐ-CP", "GUIDES")]


def test_guidance_goes_on_behind_and() -> None:
    said = "Thông tư này quy định chi tiết Điều 7 Luật Nhà ở và hướng dẫn Điều 6 Nghị định số 7/2016/NĐ-CP."
    assert relations(said) == [("Luật Nhà ở", "GUIDES"), ("7/2016/NĐ-CP", "GUIDES")]


def test_who_amended_a_document_may_be_told_behind_a_colon() -> None:
    said = "Nghị định số 7/2016/NĐ-CP, có hiệu lực từ ngày 1/5/2016, được sửa đổi bởi: Nghị định số 8/2018/NĐ-CP."
    assert edges(said) == {("8/2018/NĐ-CP", "AMENDS", "7/2016/NĐ-CP")}


def test_what_else_was_done_to_a_document_may_be_told_in_the_passive_again() -> None:
    said = "Thông tư số 7/2016/TT-BXD được sửa đổi bởi Thông tư số 8/2018/TT-BXD "
    said += "và bị thay thế bởi Thông tư số 9/2020/TT-BXD."
    assert edges(said) == {
        ("8/2018/TT-BXD", "AMENDS", "7/2016/TT-BXD"),
        ("9/2020/TT-BXD", "REPLACES", "7/2016/TT-BXD"),
    }


def test_a_code_and_laws_are_one_list_of_what_a_law_amends() -> None:
    said = "Luật số 7/2019/QH14 sửa đổi Bộ luật Lao động số 10/2012/QH13, Luật Nhà ở số 65/2014/QH13."
    assert edges(said) == {("7/2019/QH14", "AMENDS", "10/2012/QH13"), ("7/2019/QH14", "AMENDS", "65/2014/QH13")}


def test_what_was_done_to_an_exception_was_not_done_to_the_whole() -> None:
    said = "Thông tư này thay thế Thông tư số 7/2016/TT-BXD, "
    said += "trừ Chương III đã được thay thế bởi Thông tư số 8/2018/TT-BXD."
    assert edges(said) == set()


def test_what_is_done_to_a_document_is_not_done_to_one_in_brackets_behind_it() -> None:
    said = "Nghị định số 7/2016/NĐ-CP (thay thế Nghị định số 6/2010/NĐ-CP) được sửa đổi bởi Nghị định số 8/2018/NĐ-CP."
    assert edges(said) == {
        ("7/2016/NĐ-CP", "REPLACES", "6/2010/NĐ-CP"),
        ("8/2018/NĐ-CP", "AMENDS", "7/2016/NĐ-CP"),
    }
