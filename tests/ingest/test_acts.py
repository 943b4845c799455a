"""What normative texts do to what they cite, and what they say of the acts of one cited text on another."""

from __future__ import annotations

import pytest

from ingest.extract import extract_text
from tests.ingest.normative import circular, only


def edges(sentence: str) -> set[tuple[str, str, str]]:
    record = extract_text(sentence, "câu")
    return {(relation.source, relation.type, relation.target) for relation in record.relations}


THIRD_PARTY = [
    (
        (
            "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam đã được sửa đổi, bổ sung một số điều theo "
            "Nghị quyết số 203/2025/QH15;"
        ),
        ("203/2025/QH15", "AMENDS", "Hiến pháp"),
    ),
    (
        (
            "Nghị quyết số 51/2001/QH10 ngày 25/12/2001 của Quốc hội khóa X, kỳ họp thứ 10 về việc sửa đổi, bổ sung "
            "một số điều của Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992 có hiệu lực."
        ),
        ("51/2001/QH10", "AMENDS", "Hiến pháp"),
    ),
    (
        "Nghị quyết số 09/2026/NQ-CP ngày 04/02/2026 của Chính phủ tạm ngưng hiệu lực Nghị định số 46/2026/NĐ-CP.",
        ("09/2026/NQ-CP", "SUSPENDS", "46/2026/NĐ-CP"),
    ),
    (
        "Thông tư số 10/2016/TT-NHNN ngày 29/6/2016 hướng dẫn một số nội dung quy định tại Nghị định 135/2015/NĐ-CP.",
        ("10/2016/TT-NHNN", "GUIDES", "135/2015/NĐ-CP"),
    ),
    (
        (
            "Quyết định số 71/2012/QĐ-BNN ngày 20/6/2012 sửa đổi danh mục chỉ tiêu kiểm nghiệm đối với lô hàng "
            "xuất khẩu ban hành kèm theo Quyết định số 64/2011/QĐ-BNN."
        ),
        ("71/2012/QĐ-BNN", "AMENDS", "64/2011/QĐ-BNN"),
    ),
    (
        (
            "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ về phân cấp, phân quyền; quy định chi "
            "tiết một số điều của Luật Thi đua, khen thưởng;"
        ),
        ("152/2025/NĐ-CP", "GUIDES", "Luật Thi đua, khen thưởng"),
    ),
    (
        "theo Nghị định số 112/2020/NĐ-CP ngày 18/9/2020 (sửa đổi, bổ sung tại Nghị định số 71/2023/NĐ-CP);",
        ("71/2023/NĐ-CP", "AMENDS", "112/2020/NĐ-CP"),
    ),
    (
        (
            "Luật số 01/2021/QH15 sửa đổi, bổ sung một số điều và Phụ lục các chỉ tiêu thống kê quốc gia do bộ "
            "quản lý của Luật Thống kê ngày 12 tháng 11 năm 2021;"
        ),
        ("01/2021/QH15", "AMENDS", "Luật Thống kê"),
    ),
    (
        "Quyết định số 411/QĐ-UBND ngày 06/3/2024 về việc điều chỉnh Quyết định số 2212/QĐ-UBND ngày 20/12/2022;",
        ("411/QĐ-UBND", "AMENDS", "2212/QĐ-UBND"),
    ),
    (
        "Quyết định số 921/QĐ-TTg ngày 15/11/2022 sửa đổi một số nội dung tại Quyết định số 1720/QĐ-TTg;",
        ("921/QĐ-TTg", "AMENDS", "1720/QĐ-TTg"),
    ),
    (
        "Quyết định số 62/2023/QĐ-UBND bãi bỏ khoản 4 Điều 6 và Phụ lục II tại Quyết định số 30/2020/QĐ-UBND.",
        ("62/2023/QĐ-UBND", "REPEALS", "30/2020/QĐ-UBND"),
    ),
    (
        "Nghị định số 02/2021/NĐ-CP về đăng ký hợp tác xã hết hiệu lực, được thay bằng Nghị định số 92/2024/NĐ-CP.",
        ("92/2024/NĐ-CP", "REPLACES", "02/2021/NĐ-CP"),
    ),
    (
        "Kế hoạch số 98/KH-UBND của UBND huyện đã được điều chỉnh, bổ sung tại Kế hoạch số 181/KH-UBND.",
        ("181/KH-UBND", "AMENDS", "98/KH-UBND"),
    ),
    (
        "Căn cứ Kết luận số 92-KL/TW ngày 14/8/2024 của Bộ Chính trị tiếp tục thực hiện Nghị quyết số 30-NQ/TW;",
        ("92-KL/TW", "IMPLEMENTS", "30-NQ/TW"),
    ),
]

SEVERAL = [
    (
        "Thông tư số 12/2024/TT-BTP bãi bỏ Thông tư số 05/2009/TT-BTP và một phần Thông tư số 10/2016/TT-BTP.",
        {("12/2024/TT-BTP", "REPEALS", "05/2009/TT-BTP"), ("12/2024/TT-BTP", "REPEALS", "10/2016/TT-BTP")},
    ),
    (
        (
            "Căn cứ Nghị định số 40/2024/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
            "11/2020/NĐ-CP của Chính phủ quy định chi tiết thi hành Luật Giá và Nghị định số 12/2020/NĐ-CP về phí;"
        ),
        {
            ("40/2024/NĐ-CP", "AMENDS", "11/2020/NĐ-CP"),
            ("40/2024/NĐ-CP", "AMENDS", "12/2020/NĐ-CP"),
            ("11/2020/NĐ-CP", "GUIDES", "Luật Giá"),
        },
    ),
    (
        (
            "Thông tư số 54/2024/TT-BCT sửa đổi, bổ sung một số điều của Thông tư số 09/2022/TT-BCT ngày 01/02/2022 "
            "của Bộ trưởng Bộ Công Thương quy định khung giá; quy định trình tự xây dựng kho bãi và Thông tư số "
            "12/2022/TT-BCT ngày 01/3/2022 của Bộ trưởng Bộ Công Thương quy định nguyên tắc tính giá."
        ),
        {
            ("54/2024/TT-BCT", "AMENDS", "09/2022/TT-BCT"),
            ("54/2024/TT-BCT", "AMENDS", "12/2022/TT-BCT"),
        },
    ),
    (
        (
            "Thông tư số 60/2024/TT-BXD sửa đổi, bổ sung một số nội dung của các Thông tư số 11/2021/TT-BXD về giá; "
            "Thông tư số 12/2021/TT-BXD về định mức."
        ),
        {("60/2024/TT-BXD", "AMENDS", "11/2021/TT-BXD"), ("60/2024/TT-BXD", "AMENDS", "12/2021/TT-BXD")},
    ),
    (
        (
            "Căn cứ Nghị định số 26/2019/NĐ-CP quy định chi tiết Luật Thủy sản và Nghị định số 37/2024/NĐ-CP sửa đổi, "
            "bổ sung một số điều của Nghị định số 26/2019/NĐ-CP;"
        ),
        {("26/2019/NĐ-CP", "GUIDES", "Luật Thủy sản"), ("37/2024/NĐ-CP", "AMENDS", "26/2019/NĐ-CP")},
    ),
    (
        (
            "theo Luật Phòng, chống ma túy số 73/2021/QH14 đã được sửa đổi, bổ sung một số điều theo Luật số "
            "81/2025/QH15, Nghị quyết số 190/2025/QH15 quy định về sắp xếp bộ máy;"
        ),
        {("81/2025/QH15", "AMENDS", "73/2021/QH14")},
    ),
    (
        (
            "Căn cứ Nghị định số 62/2024/NĐ-CP ngày 07/6/2024 sửa đổi, bổ sung một số điều của Nghị định số "
            "94/2016/NĐ-CP ngày 01/7/2016 quy định chi tiết Luật Thống kê và Nghị định số 94/2022/NĐ-CP ngày 07/11/2022"
        ),
        {
            ("62/2024/NĐ-CP", "AMENDS", "94/2016/NĐ-CP"),
            ("62/2024/NĐ-CP", "AMENDS", "94/2022/NĐ-CP"),
            ("94/2016/NĐ-CP", "GUIDES", "Luật Thống kê"),
        },
    ),
    (
        (
            "theo Thông tư số 32/2017/TT-BCT ngày 28/12/2017 hướng dẫn thi hành một số điều của Luật Hóa chất và "
            "Nghị định số 113/2017/NĐ-CP ngày 09/10/2018 của Chính phủ;"
        ),
        {("32/2017/TT-BCT", "GUIDES", "Luật Hóa chất"), ("32/2017/TT-BCT", "GUIDES", "113/2017/NĐ-CP")},
    ),
    (
        "khác (tại Luật số 51/2024/QH15 sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế) và Điều 47 Luật Việc làm;",
        {("51/2024/QH15", "AMENDS", "Luật Bảo hiểm y tế")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL)
def test_the_title_of_an_act_reaches_over_all_that_it_acts_on_and_no_further(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert edges(sentence) == expected


@pytest.mark.parametrize(("sentence", "edge"), THIRD_PARTY)
def test_what_one_cited_act_does_to_another(sentence: str, edge: tuple[str, str, str]) -> None:
    assert edges(sentence) == {edge}


@pytest.mark.parametrize(
    "sentence",
    [
        "UBND xã thực hiện Kế hoạch số 93/KH-UBND của UBND huyện để triển khai Nghị quyết số 10/NQ-HĐND.",
        "Căn cứ Kế hoạch số 15/KH-UBND, các phòng tiếp tục thực hiện Chỉ thị số 21/CT-TTg.",
        "Kế hoạch số 44/KH-UBND điều chỉnh tiến độ theo Quyết định số 12/QĐ-UBND.",
        "Báo cáo số 56/BC-UBND ngày 03/6/2024 của UBND huyện về kết quả thực hiện Nghị quyết số 21-NQ/HU.",
        "Kế hoạch số 13/KH-MTTQ ngày 04/4/2025 về kiểm tra việc thực hiện Chỉ thị số 08/CT-UBND.",
        "Nghị định số 33/2019/NĐ-CP được thay thế, các hồ sơ dở dang thực hiện theo Nghị định số 112/2025/NĐ-CP.",
        "Nghị quyết số 14/NQ-HĐND bổ sung kinh phí, giao nhiệm vụ tại Quyết định số 25/QĐ-UBND.",
    ],
)
def test_what_somebody_else_does_is_no_relation_between_two_cited_acts(sentence: str) -> None:
    assert edges(sentence) == set()


@pytest.mark.parametrize(
    "announcement",
    [
        "Điều 1. Bãi bỏ toàn bộ 03 văn bản quy phạm pháp luật do Bộ trưởng Bộ Công Thương ban hành",
        "Bãi bỏ toàn bộ các văn bản sau đây:",
        "2. Các văn bản sau hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành",
    ],
)
def test_each_item_of_a_list_of_ended_documents_is_repealed_though_items_are_sentences(announcement: str) -> None:
    items = [
        "1. Quyết định số 2271/2002/QĐ-BCT ngày 17/6/2002 về tiêu chuẩn thiết kế trạm.",
        "2. Quyết định số 2503/2002/QĐ-BCT ngày 01/7/2002 về tổ chức bộ máy.",
        "3. Thông tư số 07/2011/TT-BCT ngày 02/3/2011 hướng dẫn báo cáo.",
    ]
    text = "\n".join([announcement, *items, "Điều 2. Tổ chức thực hiện", "Thông tư số 09/2024/TT-BCT vẫn áp dụng."])
    relations = {mention.symbol: mention.relation for mention in circular(text).mentions}
    assert relations == {
        "2271/2002/QĐ-BCT": "REPEALS",
        "2503/2002/QĐ-BCT": "REPEALS",
        "07/2011/TT-BCT": "REPEALS",
        "09/2024/TT-BCT": "CITES",
    }


OWN_ACTS = [
    ("Các nội dung tại Nghị định số 62/2020/NĐ-CP hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", ["REPEALS"]),
    (
        "Kể từ ngày Thông tư này có hiệu lực, các quy định về phí tại Thông tư số 5/2020/TT-BCT hết hiệu lực thi hành.",
        ["REPEALS"],
    ),
    ("Giấy phép cấp theo Thông tư số 5/2020/TT-BCT hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", ["CITES"]),
    (
        "Thông tư số 37/2023/TT-BTC quy định phí; lệ phí cấp bằng hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        ["REPEALS"],
    ),
    (
        "Thay thế cụm từ “xã, thị trấn” bằng cụm từ “xã, đặc khu” trong nội dung của Thông tư số 5/2020/TT-BCT.",
        ["AMENDS"],
    ),
    ("Thay thế Thông tư số 5/2010/TT-BCT bằng Thông tư số 6/2011/TT-BCT.", ["REPLACES", "CITES"]),
    (
        "Bãi bỏ Phần XVII Định mức kỹ thuật các công trình (bổ sung) ban hành kèm theo Thông tư số 07/2013/TT-BCT.",
        ["REPEALS"],
    ),
    (
        (
            "Thay thế Mẫu số 02 (Chứng thư), Mẫu số 03 (Chứng thư khai bổ sung) và Mẫu số 04 (Đăng ký thông tin của "
            "nhiều thương nhân) Phụ lục III của Thông tư số 07/2019/TT-BCT bằng Mẫu số 02 kèm theo Thông tư này."
        ),
        ["AMENDS"],
    ),
    (
        (
            "Bãi bỏ các quy định sau đây:\na) Khoản 9, 10 Điều 2, Điều 3, Điều 3a, Điều 4, Điều 5, khoản 1, 2 Điều 9, "
            "Điều 40, Điều 41, Điều 46 của Thông tư số 11/2013/TT-BCT;\nb) Cụm từ “bộ” tại khoản 3 của chương trình "
            "ban hành kèm theo Thông tư số 34/2015/TT-BCT."
        ),
        ["REPEALS", "REPEALS"],
    ),
    (
        "Bãi bỏ Điều 4, khoản 2 Điều 5, khoản 2 Điều 7, khoản 1 Điều 8, khoản 2 Điều 9 của Thông tư số 35/2022/TT-BCT.",
        ["REPEALS"],
    ),
    (
        "Thông tư này quy định chi tiết Điều 57, Điều 59, Điều 61, Điều 62 về giải của Nghị định số 37/2026/NĐ-CP.",
        ["GUIDES"],
    ),
    ("Thông tư này hướng dẫn một số nội dung quy định tại Điều 57 Nghị định số 267/2025/NĐ-CP.", ["GUIDES"]),
    (
        "Sửa đổi Thông tư số 09/2025/TT-BCT quy định hồ sơ; quy định việc xây dựng giá và Thông tư số 12/2025/TT-BCT.",
        ["AMENDS", "AMENDS"],
    ),
    (
        (
            "Thông tư này thay thế Thông tư số 18/2019/TT-BCT ngày 31/3/2019 về việc hướng dẫn mở đại lý và bãi bỏ "
            "Điều 2 Thông tư số 41/2020/TT-BCT ngày 16/6/2020 quy định phí."
        ),
        ["REPLACES", "REPEALS"],
    ),
    (
        (
            "Thông tư số 22/2021/TT-BCT hướng dẫn kiểm định và Thông tư số 17/2022/TT-BCT về hiệu chuẩn sẽ bị bãi bỏ "
            "kể từ ngày Thông tư này có hiệu lực."
        ),
        ["REPEALS", "REPEALS"],
    ),
    (
        (
            "Luật Giá số 11/2012/QH13 được sửa đổi theo Luật số 61/2014/QH13 và Luật số 64/2020/QH14, Nghị quyết số "
            "54/2022/QH15 thí điểm quản lý giá hết hiệu lực kể từ ngày Thông tư này có hiệu lực."
        ),
        ["REPEALS", "CITES", "CITES", "REPEALS"],
    ),
    (
        (
            "Thay thế cụm từ “Sở” tại Thông tư số 5/2020/TT-BCT; thay thế cụm từ “cơ quan được giao chủ trì” bằng cụm "
            "từ “đơn vị thực hiện theo phân công” tại khoản 3 Điều 8 Thông tư số 6/2021/TT-BCT."
        ),
        ["AMENDS", "AMENDS"],
    ),
    ("Bỏ các cụm từ “bản sao” tại khoản 2 Điều 5 Quy chế ban hành kèm theo Thông tư số 5/2020/TT-BCT.", ["AMENDS"]),
    (
        (
            "Thay thế cụm từ “phòng chuyên môn” bằng cụm từ “cơ quan chuyên môn” tại Điều 4; cụm từ “huyện” bằng cụm "
            "từ “xã” tại Điều 9 Quy chế ban hành kèm theo Thông tư số 5/2020/TT-BCT."
        ),
        ["AMENDS"],
    ),
    ("Bãi bỏ Biểu số 02 của Hướng dẫn ban hành kèm theo Thông tư số 5/2020/TT-BCT.", ["REPEALS"]),
    (
        "Tạm ngưng hiệu lực quy định về tần suất báo cáo tại Phụ lục II ban hành kèm theo Thông tư số 5/2020/TT-BCT.",
        ["SUSPENDS"],
    ),
    (
        (
            "Quy chế thi đua ban hành kèm theo Quyết định số 81/QĐ-BCT ngày 5/2/2020 hết hiệu lực kể từ ngày Thông tư "
            "này có hiệu lực."
        ),
        ["REPEALS"],
    ),
    (
        (
            "Thông tư này hướng dẫn một số điều của Luật Nhà ở về nhà công vụ, bao gồm: khoản 2 Điều 5, Điều 9, Điều "
            "12 của Luật Nhà ở."
        ),
        ["GUIDES", "GUIDES"],
    ),
    ("Cơ sở thực hiện theo quy định tại khoản 1 Điều 2; các điểm a, b khoản 3 Điều 4 Luật Nhà ở.", ["CITES"]),
    ("Đơn vị từ bỏ từ ngữ cũ thì áp dụng Thông tư số 5/2020/TT-BCT.", ["CITES"]),
]


@pytest.mark.parametrize(("sentence", "relations"), OWN_ACTS)
def test_what_a_text_does_to_what_it_cites(sentence: str, relations: list[str]) -> None:
    assert [m.relation for m in circular(f"Điều 1. Hiệu lực\n1. {sentence}").mentions] == relations


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Bãi bỏ Điều 38 Thông tư số 47/2025/TT-BCT quy định về ban hành văn bản.", "REPEALS"),
        ("2. Sửa đổi, bổ sung một số điều của Thông tư số 44/2022/TT-BTC", "AMENDS"),
        ("Bộ trưởng Bộ Tài chính ban hành Thông tư sửa đổi, bổ sung Thông tư số 44/2022/TT-BTC.", "AMENDS"),
        ("b) Bỏ cụm từ “cấp huyện” tại khoản 3 Điều 4 Thông tư số 44/2022/TT-BTC.", "AMENDS"),
        ("Điều 3. Tạm ngưng hiệu lực thi hành khoản 2 Điều 5 Thông tư số 44/2022/TT-BTC.", "SUSPENDS"),
        ("“Điều 9a. Thay thế cụm từ “quận” tại khoản 2 Điều 4 Thông tư số 44/2022/TT-BTC.", "AMENDS"),
        ("1. Thông tư này có hiệu lực từ ngày 05/3/2026. Bãi bỏ Thông tư số 44/2022/TT-BTC.", "REPEALS"),
        ("Sở Tài chính tham mưu sửa đổi, bổ sung Quyết định số 44/2022/QĐ-UBND.", "CITES"),
    ],
)
def test_a_lone_sentence_that_begins_with_an_act_does_it(sentence: str, relation: str) -> None:
    assert only(sentence).relation == relation


def test_no_act_changes_a_younger_one() -> None:
    """The list of what amended a decree goes on inside the title of the amending one."""
    sentence = (
        "theo Nghị định số 123/2016/NĐ-CP ngày 01/9/2016 được sửa đổi bởi Nghị định số 101/2020/NĐ-CP ngày 28/8/2020, "
        "Nghị định số 10/2016/NĐ-CP ngày 01/02/2016;"
    )
    assert edges(sentence) == {("101/2020/NĐ-CP", "AMENDS", "123/2016/NĐ-CP")}


def test_a_decree_that_amends_unnamed_decrees_does_not_itself_guide_the_law() -> None:
    assert (
        edges("Nghị định số 148/2020/NĐ-CP sửa đổi một số nghị định quy định chi tiết thi hành Luật Đất đai.") == set()
    )
