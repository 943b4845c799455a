"""How a text relates to what it cites, and the relations between cited documents (domain reference §4)."""

from __future__ import annotations

import pytest

from graph.model import Span
from graph.places import Frame, frame_of, place_by_id
from ingest.normalise import normalise
from ingest.references import find_references
from ingest.relations import BetweenCited, Related, relate

PLACE = place_by_id("quang-ngai")
assert PLACE is not None
FRAME: Frame = frame_of(PLACE, None)


def read(
    written: str, *, own_type: str = "KH", preamble: bool = False
) -> tuple[tuple[Related, ...], tuple[BetweenCited, ...], str]:
    text = normalise(written).text
    spans, start = [], 0
    for block in text.split("\n\n"):
        spans.append(Span(start, start + len(block)))
        start += len(block) + 2
    decides = own_type in {"L", "NĐ", "NQ", "QĐ", "TT", "TTLT"}
    whole = Span(0, len(text)) if preamble else None
    related, between = relate(
        text, find_references(text, FRAME), spans, own_type=own_type, decides=decides, preamble=whole
    )
    return related, between, text


def relations(written: str, *, own_type: str = "KH", preamble: bool = False) -> list[str]:
    related, _, _ = read(written, own_type=own_type, preamble=preamble)
    return [f"{'in title' if item.embedded else item.relation}" for item in related]


def edges(written: str, own_type: str = "KH") -> set[tuple[str, str, str]]:
    related, between, _ = read(written, own_type=own_type)
    names = [item.reference.symbol or item.reference.name or "" for item in related]
    return {(names[edge.source], edge.type, names[edge.target]) for edge in between}


A, B, C = "Chỉ thị số 33/CT-TTg", "Kế hoạch số 26/KH-UBND", "Nghị quyết số 57-NQ/TW"
DECREE, CIRCULAR, LAW = "Nghị định số 59/2023/NĐ-CP", "Thông tư số 01/2016/TT-BNV", "Luật Thanh tra"


@pytest.mark.parametrize(
    "lead",
    [
        "Thực hiện",
        "Tiếp tục triển khai thực hiện",
        "Tổ chức thực hiện có hiệu quả",
        "Cụ thể hóa",
        "Tập trung triển khai, phổ biến, quán triệt",
        "Thi hành",
        "UBND tỉnh ban hành Kế hoạch thực hiện",
        "Thực hiện các nội dung, nhiệm vụ tại",
        "Thực hiện kết luận của Chủ tịch UBND tỉnh tại",
        "Triển khai các nhiệm vụ, giải pháp đã nêu trong",
        "Chỉ đạo các đơn vị chấp hành nghiêm",
    ],
)
def test_the_object_of_a_verb_of_carrying_out_is_implemented(lead: str) -> None:
    assert relations(f"{lead} {A}.") == ["IMPLEMENTS"]


@pytest.mark.parametrize(
    "lead",
    [
        "theo",
        "thực hiện theo quy định tại",
        "được quy định tại khoản 2 Điều 5",
        "Quán triệt, tuyên truyền",
        "Tổng kết 10 năm thực hiện",
        "Sau 8 năm triển khai thực hiện",
        "bố trí kinh phí thực hiện",
        "ban hành kèm theo",
        "Trên cơ sở",
        "phải tuân thủ quy định an toàn trong",
        "tham gia thực hiện Kế hoạch này, tuân thủ quy định trong",
        "kể từ ngày",
        "phù hợp với",
        "",
    ],
)
def test_everything_else_is_cited(lead: str) -> None:
    assert relations(f"Các đơn vị {lead} {A}.") == ["CITES"]


def test_a_law_in_the_grounds_is_the_legal_basis_and_a_plan_there_is_carried_out() -> None:
    grounds = f"Căn cứ {LAW}; Căn cứ {DECREE}; Căn cứ {B}; Căn cứ Tờ trình số 5/TTr-SNV"
    assert relations(grounds, preamble=True) == ["BASED_ON", "BASED_ON", "IMPLEMENTS", "CITES"]


def test_a_normative_decision_is_a_basis_and_an_individual_one_is_carried_out() -> None:
    assert relations("Căn cứ Quyết định số 22/2018/QĐ-TTg;", preamble=True) == ["BASED_ON"]
    assert relations("Căn cứ Quyết định số 22/QĐ-TTg;", preamble=True) == ["IMPLEMENTS"]


def test_a_resolution_of_the_assembly_or_its_committee_is_a_basis_and_one_of_a_council_is_carried_out() -> None:
    assert relations("Căn cứ Nghị quyết số 1664/NQ-UBTVQH15;", preamble=True) == ["BASED_ON"]
    assert relations("Căn cứ Văn bản hợp nhất số 5/VBHN-VPQH;", preamble=True) == ["BASED_ON"]
    assert relations("Căn cứ Nghị quyết số 31/NQ-HĐND;", preamble=True) == ["IMPLEMENTS"]


@pytest.mark.parametrize(
    "ground",
    [
        "Nghị quyết số 1678/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội về sắp xếp đơn vị",
        "Quyết định số 15/QĐ-SNV ngày 02/3/2024 quy định chức năng, nhiệm vụ của Văn phòng",
        "Quyết định số 88/QĐ-UBND ngày 05/4/2024 của UBND tỉnh về việc thành lập Ban Chỉ đạo",
        "Quyết định số 91/QĐ-UBND ngày 05/4/2024 ban hành Quy chế làm việc của UBND tỉnh",
    ],
)
def test_a_ground_that_gives_powers_is_nothing_to_carry_out(ground: str) -> None:
    assert relations(f"Căn cứ {ground};", preamble=True) == ["BASED_ON"]


def test_a_cue_governs_the_whole_list_behind_it() -> None:
    assert relations(f"Thực hiện {A}; {B} và {C}, UBND tỉnh xây dựng kế hoạch.") == ["IMPLEMENTS"] * 3


def test_a_cue_goes_on_over_the_members_of_a_broken_list() -> None:
    assert relations(f"Thực hiện các văn bản sau:\n\n- {A};\n\n- {B};\n\n- {C}.") == ["IMPLEMENTS"] * 3


def test_a_new_cue_inside_a_list_begins_a_new_relation() -> None:
    assert relations(f"Thực hiện {A}; báo cáo theo {B}.") == ["IMPLEMENTS", "CITES"]


def test_a_verb_in_the_title_of_an_unread_member_governs_nothing() -> None:
    listed = f"[2] Chỉ thị của Thủ tướng về tăng cường thực hiện công tác dân số; {B}; {C}."
    assert relations(listed) == ["CITES", "CITES"]


def test_the_verb_before_a_list_governs_behind_an_unread_member() -> None:
    assert relations(f"Thực hiện chỉ đạo của Tỉnh ủy về công tác dân số; {B}.") == ["IMPLEMENTS"]


def test_a_document_in_the_title_of_another_is_not_this_texts_own() -> None:
    assert relations(f"Thực hiện {B} triển khai {A}.") == ["IMPLEMENTS", "in title"]
    assert edges(f"Thực hiện {B} triển khai {A}.") == {("26/KH-UBND", "IMPLEMENTS", "33/CT-TTg")}


def test_a_title_goes_on_behind_a_semicolon_of_its_own() -> None:
    title = "về đợt thi đua lập thành tích chào mừng Đại hội; tăng tốc, hoàn thành thắng lợi các chỉ tiêu của"
    assert relations(f"Thực hiện {A} {title} {C}; {B} của UBND tỉnh") == ["IMPLEMENTS", "in title", "IMPLEMENTS"]


def test_what_is_done_by_a_document_behind_its_alias_is_no_title() -> None:
    text = f"Ai vi phạm quy định tại {DECREE} (sau đây gọi là Nghị định số 59) thì bị xử phạt theo {CIRCULAR}"
    assert relations(text) == ["CITES", "CITES", "CITES"]


def test_what_another_body_says_in_its_own_paper_is_no_title_of_the_paper_before() -> None:
    said = "và ý kiến của Giám đốc Sở Tư pháp tại Báo cáo số 15/BC-STP ngày 15/8/2025"
    assert relations(f"Theo đề nghị của Sở Xây dựng tại Tờ trình số 6/TTr-SXD {said}") == ["CITES", "CITES"]


def test_a_document_in_the_title_of_one_without_number_relates_to_nobody() -> None:
    text = f"Thực hiện {A} và Kế hoạch của Ủy ban nhân dân tỉnh thực hiện {C}."
    assert relations(text) == ["IMPLEMENTS", "in title"]
    assert edges(text) == set()


@pytest.mark.parametrize(
    ("written", "edge"),
    [
        (f"{CIRCULAR} hướng dẫn một số nội dung của {DECREE}", ("01/2016/TT-BNV", "GUIDES", "59/2023/NĐ-CP")),
        (f"{DECREE} quy định chi tiết một số điều của {LAW}", ("59/2023/NĐ-CP", "GUIDES", LAW)),
        (f"{DECREE} quy định chi tiết thi hành {LAW}", ("59/2023/NĐ-CP", "GUIDES", LAW)),
        (
            f"{DECREE} quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành {LAW}",
            ("59/2023/NĐ-CP", "GUIDES", LAW),
        ),
        (
            f"{DECREE} sửa đổi, bổ sung một số điều của Nghị định số 04/2015/NĐ-CP",
            ("59/2023/NĐ-CP", "AMENDS", "04/2015/NĐ-CP"),
        ),
        (f"{DECREE} thay thế Nghị định số 04/2015/NĐ-CP", ("59/2023/NĐ-CP", "REPLACES", "04/2015/NĐ-CP")),
        (f"{DECREE} bãi bỏ Nghị định số 04/2015/NĐ-CP", ("59/2023/NĐ-CP", "REPEALS", "04/2015/NĐ-CP")),
        (f"{B} ngày 5/5/2023 của UBND tỉnh về triển khai thực hiện {A}", ("26/KH-UBND", "IMPLEMENTS", "33/CT-TTg")),
        (f"Nghị định số 04/2015/NĐ-CP được thay thế bởi {DECREE}", ("59/2023/NĐ-CP", "REPLACES", "04/2015/NĐ-CP")),
        (
            f"Nghị định số 04/2015/NĐ-CP đã được sửa đổi, bổ sung một số điều theo {DECREE}",
            ("59/2023/NĐ-CP", "AMENDS", "04/2015/NĐ-CP"),
        ),
        (
            f"Nghị định số 04/2015/NĐ-CP (được sửa đổi, bổ sung tại khoản 3 Điều 1 {DECREE})",
            ("59/2023/NĐ-CP", "AMENDS", "04/2015/NĐ-CP"),
        ),
        (
            f"{DECREE} có hiệu lực từ ngày 14/8/2023 và thay thế Nghị định số 04/2015/NĐ-CP",
            ("59/2023/NĐ-CP", "REPLACES", "04/2015/NĐ-CP"),
        ),
        (f"{DECREE} (thay Nghị định số 04/2015/NĐ-CP)", ("59/2023/NĐ-CP", "REPLACES", "04/2015/NĐ-CP")),
    ],
)
def test_an_edge_runs_from_the_actor_to_the_object(written: str, edge: tuple[str, str, str]) -> None:
    assert edges(f"Theo {written}.") == {edge}


def test_two_documents_before_one_verb_both_carry_out_its_object() -> None:
    text = "Theo Kế hoạch số 03/KH-UBND và Kế hoạch số 77/KH-UBND về thực hiện Chỉ thị số 15-CT/TU."
    assert edges(text) == {("03/KH-UBND", "IMPLEMENTS", "15-CT/TU"), ("77/KH-UBND", "IMPLEMENTS", "15-CT/TU")}


def test_a_remark_on_a_merged_place_parts_no_list() -> None:
    first = "Theo Kế hoạch số 03/KH-UBND của UBND tỉnh Phú Yên (cũ)"
    text = f"{first} và Kế hoạch số 77/KH-UBND của UBND tỉnh Đắk Lắk thực hiện Chỉ thị số 15-CT/TU."
    assert edges(text) == {("03/KH-UBND", "IMPLEMENTS", "15-CT/TU"), ("77/KH-UBND", "IMPLEMENTS", "15-CT/TU")}


def test_two_documents_before_one_verb_both_guide_its_object() -> None:
    text = f"Theo {CIRCULAR} và Thông tư số 02/2016/TT-BNV hướng dẫn thi hành Nghị định số 04/2015/NĐ-CP."
    assert edges(text) == {
        ("01/2016/TT-BNV", "GUIDES", "04/2015/NĐ-CP"),
        ("02/2016/TT-BNV", "GUIDES", "04/2015/NĐ-CP"),
    }


def test_an_act_behind_a_comma_is_that_of_the_document_whose_title_it_ends() -> None:
    text = f"Theo {DECREE} quy định chi tiết {LAW}, thay thế Nghị định số 04/2015/NĐ-CP, Nghị định số 05/2015/NĐ-CP."
    assert edges(text) == {
        ("59/2023/NĐ-CP", "GUIDES", LAW),
        ("59/2023/NĐ-CP", "REPLACES", "04/2015/NĐ-CP"),
        ("59/2023/NĐ-CP", "REPLACES", "05/2015/NĐ-CP"),
    }


def test_what_was_carried_out_before_says_nothing_of_the_list_that_an_order_opens() -> None:
    text = f"UBND tỉnh đã giao các sở thực hiện {A}. Về việc này, UBND tỉnh yêu cầu:\n\n1. {B} còn hiệu lực."
    assert relations(text) == ["IMPLEMENTS", "CITES"]


def test_a_verb_in_a_title_governs_the_list_in_that_title() -> None:
    text = f"{B} về việc thực hiện Nghị quyết số 137/NQ-CP của Chính phủ và Chương trình số 27-CTr/TU của Tỉnh ủy."
    assert edges(text) == {
        ("26/KH-UBND", "IMPLEMENTS", "137/NQ-CP"),
        ("26/KH-UBND", "IMPLEMENTS", "27-CTr/TU"),
    }


def test_a_title_inside_a_title_belongs_to_the_inner_document() -> None:
    text = f"{B} về thực hiện Chương trình số 30-CTr/TU của Tỉnh ủy thực hiện {C}."
    assert edges(text) == {("26/KH-UBND", "IMPLEMENTS", "30-CTr/TU"), ("30-CTr/TU", "IMPLEMENTS", "57-NQ/TW")}


def test_what_is_amended_is_the_document_that_the_amending_one_can_amend() -> None:
    amended = f"Nghị định số 78/2025/NĐ-CP quy định chi tiết {LAW}"
    text = f"Theo {amended} được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP."
    assert edges(text) == {("78/2025/NĐ-CP", "GUIDES", LAW), ("187/2025/NĐ-CP", "AMENDS", "78/2025/NĐ-CP")}


def test_a_decree_guides_no_circular() -> None:
    text = f"Theo {DECREE} quy định chi tiết một số điều của {LAW} và Thông tư số 12/2018/TT-BCT."
    assert edges(text) == {("59/2023/NĐ-CP", "GUIDES", LAW)}


def test_nobody_but_the_party_changes_its_documents_and_it_changes_no_others() -> None:
    by_state = f"{B} ngày 5/5/2023 của UBND tỉnh bãi bỏ Kế hoạch số 5-KH/TU của Tỉnh ủy"
    assert edges(f"Theo {C} của Bộ Chính trị thay thế Kế hoạch số 92/KH-UBND của UBND tỉnh; {by_state}.") == set()


def test_a_letter_repeals_nothing() -> None:
    assert edges(f"Theo Công văn số 3752/BGDĐT-KHTC thống nhất về việc bãi bỏ {CIRCULAR}.") == set()


def test_a_list_goes_on_behind_the_title_of_a_member() -> None:
    text = f"Thực hiện {DECREE} quy định chi tiết {LAW}; {A}."
    assert relations(text) == ["IMPLEMENTS", "in title", "IMPLEMENTS"]


def test_a_decree_behind_a_law_in_a_title_goes_on_with_the_list_of_decrees() -> None:
    text = f"theo Nghị định số 159/2016/NĐ-CP quy định chi tiết {LAW} và {DECREE} của Chính phủ"
    assert relations(text) == ["CITES", "in title", "CITES"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"Quyết định này thay thế {DECREE}", ["REPLACES"]),
        (f"có hiệu lực kể từ ngày ký và thay thế {CIRCULAR}", ["REPLACES"]),
        (f"Điều 2. Bãi bỏ {CIRCULAR} và {DECREE}", ["REPEALS", "REPEALS"]),
        (f"1. Bãi bỏ khoản 5 Điều 1 {CIRCULAR}", ["REPEALS"]),
        (f"Sửa đổi, bổ sung một số điều của {CIRCULAR}", ["AMENDS"]),
        (f"Sửa đổi, bổ sung, thay thế, bãi bỏ một số khoản của {CIRCULAR}", ["AMENDS"]),
        (f'Thay thế cụm từ "A" bằng cụm từ "B" tại khoản 2 Điều 3 {CIRCULAR}', ["AMENDS"]),
        (f"Bãi bỏ quy định tại Điều 5 {CIRCULAR}", ["REPEALS"]),
        (f"Thông tư này quy định chi tiết một số điều của {DECREE}", ["GUIDES"]),
        (f"Đính chính {CIRCULAR}", ["CORRECTS"]),
        (f"Đình chỉ thi hành {CIRCULAR}", ["SUSPENDS"]),
        (f"{CIRCULAR} hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành", ["REPEALS"]),
        (f"{CIRCULAR} và {DECREE} hết hiệu lực thi hành kể từ ngày Luật này có hiệu lực", ["REPEALS", "REPEALS"]),
        (f"{CIRCULAR} được thay thế bằng Thông tư này", ["REPLACES"]),
        (f"theo quy định của Chính phủ quy định chi tiết thi hành {LAW}", ["CITES"]),
        (f"trước ngày {LAW} có hiệu lực thi hành", ["CITES"]),
    ],
)
def test_what_a_deciding_document_does_to_others(written: str, expected: list[str]) -> None:
    assert relations(f"{written}.", own_type="TT") == expected


def test_the_documents_of_a_list_that_is_said_to_end_are_repealed() -> None:
    text = (
        "2. Các văn bản sau đây hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực thi hành:\n\n"
        f"a) {CIRCULAR};\n\nb) Thông tư số 02/2017/TT-BNV;\n\nc) Điều 3 Thông tư số 05/2018/TT-BNV."
    )
    assert relations(text, own_type="TT") == ["REPEALS"] * 3


def test_a_plan_replaces_only_what_it_says_of_itself() -> None:
    assert relations(f"Kế hoạch này thay thế {B}.") == ["REPLACES"]
    assert relations(f"Sở Nội vụ tham mưu thay thế {B}.") == ["CITES"]


def test_a_document_that_is_followed_behind_a_list_is_cited() -> None:
    assert relations(f"Các đơn vị cụ thể hóa {A}; theo {B}, trường học là trung tâm.") == ["IMPLEMENTS", "CITES"]


def test_what_is_of_a_later_day_than_a_document_does_not_stand_in_its_title() -> None:
    written = (
        "Thực hiện Chỉ thị số 7/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về thi đua theo Nghị quyết số 5-NQ/TW"
        " và Kế hoạch số 16/KH-BNV ngày 31/8/2021 của Bộ Nội vụ;"
    )
    assert relations(written) == ["IMPLEMENTS", "in title", "IMPLEMENTS"]


def test_a_plan_that_replaces_one_and_repeals_another_says_its_subject_once() -> None:
    ends = f"Kế hoạch này thay thế {A}; bãi bỏ {B}."
    assert relations(ends) == ["REPLACES", "REPEALS"]


def test_this_law_behind_a_decree_is_the_law_of_the_same_list() -> None:
    text = f"Phổ biến {LAW} và {DECREE} quy định chi tiết một số điều của Luật này."
    assert edges(text) == {("59/2023/NĐ-CP", "GUIDES", LAW)}


@pytest.mark.parametrize(
    ("written", "pinpoint"),
    [
        (f"theo khoản 2 Điều 5 {DECREE}", "khoản 2 Điều 5"),
        (f"quy định tại điểm a khoản 2 Điều 9 của {DECREE}", "điểm a khoản 2 Điều 9"),
        (f"Điều 04, 05, 06, 07 {DECREE}", "Điều 04, 05, 06, 07"),
        (f"Chương III, IV {DECREE}", "Chương III, IV"),
        (f"mục 1, Phần III {DECREE}", "mục 1, Phần III"),
        (f"Điều 5 và Điều 7 {DECREE}", "Điều 5 và Điều 7"),
        (f"theo Phụ lục II ban hành kèm theo {DECREE}", "Phụ lục II"),
        (f"tại khoản 2 Điều 5 Quy chế quản lý chợ ban hành kèm theo {DECREE}", "khoản 2 Điều 5"),
        (f"theo Điều 4 của Danh mục được ban hành kèm theo {DECREE}", "Điều 4"),
        (f"thủ tục tại Chương II Phần thứ ba {DECREE}", "Chương II Phần thứ ba"),
        (f"bỏ điểm c khoản 1 Điều 3 và Phụ lục ban hành kèm theo {DECREE}", "điểm c khoản 1 Điều 3"),
        (f"theo {DECREE}", None),
    ],
)
def test_provisions_before_a_document_are_its_pinpoint(written: str, pinpoint: str | None) -> None:
    (item,), _, _ = read(written)
    assert item.pinpoint == pinpoint


def test_the_subject_behind_a_document_is_its_title() -> None:
    (item,), _, _ = read(f"{B} ngày 5/5/2023 về cải cách hành chính năm 2023; các đơn vị")
    assert item.title == "về cải cách hành chính năm 2023"


def test_the_evidence_of_an_edge_holds_both_documents() -> None:
    related, between, text = read(f"Thực hiện {B} của UBND tỉnh triển khai {A}.")
    (edge,) = between
    assert text[edge.start : edge.end] == f"{B} của UBND tỉnh triển khai {A}"
    assert [edge.source, edge.target] == [0, 1]
    assert related[1].owner == 0


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        (
            " về đột phá phát triển khoa học (sau đây gọi tắt là Nghị quyết số 57-NQ/TW).",
            "về đột phá phát triển khoa học",
        ),
        (" về phát triển kinh tế biển./.", "về phát triển kinh tế biển"),
        (" về chuyển đổi số; các đơn vị", "về chuyển đổi số"),
        (" về an toàn giao thông, Sở Tư pháp báo cáo kết quả", "về an toàn giao thông"),
        (" về cấp nước sạch, đồng thời kiện toàn Ban Chỉ đạo", "về cấp nước sạch"),
        (" về phòng, chống bão, Chủ tịch UBND tỉnh yêu cầu:", "về phòng, chống bão"),
        (" về khuyến nông hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "về khuyến nông"),
        (" quy định mức chi hết hiệu lực, trừ khoản 2 Điều 5.", "quy định mức chi"),
        (" quy định mức chi, trừ Điều 7 và Điều 8.", "quy định mức chi"),
        (f" quy định mức thu, được sửa đổi, bổ sung bởi {A}.", "quy định mức thu"),
        (" quy định định mức tiếp tục có hiệu lực thi hành từ năm 2026.", "quy định định mức"),
        (' phê duyệt Đề án "Làng văn hóa";', 'phê duyệt Đề án "Làng văn hóa"'),
        (f" triển khai {A} của Thủ tướng Chính phủ về dân vận;", f"triển khai {A} của Thủ tướng Chính phủ về dân vận"),
        (f" về công tác dân vận và {A};", "về công tác dân vận"),
    ],
)
def test_the_subject_ends_where_the_sentence_goes_on(behind: str, title: str) -> None:
    related, _, _ = read(f"Thực hiện {B}{behind}")
    assert related[0].title == title


@pytest.mark.parametrize("heading", ["I. CĂN CỨ", "1. Căn cứ pháp lý", "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH", "CÁC CĂN CỨ:"])
def test_a_heading_over_what_a_plan_rests_on_is_a_cue(heading: str) -> None:
    text = f"{heading}\n\n- {A} của Thủ tướng;\n\n- Các văn bản của tỉnh: {B};\n\n- {DECREE}.\n\nTheo {C}."
    assert relations(text) == ["IMPLEMENTS", "IMPLEMENTS", "BASED_ON", "CITES"]


@pytest.mark.parametrize("cue", ["Căn cứ", "Can cứ", "Căn cu"])
def test_a_legal_basis_is_one_where_its_cue_lost_marks(cue: str) -> None:
    assert relations(f"{cue} {DECREE} của Chính phủ; {A};", preamble=True) == ["BASED_ON", "IMPLEMENTS"]


@pytest.mark.parametrize(
    ("written", "second"),
    [
        (f"Thực hiện kết luận của Bí thư tại {A}; ý kiến của UBND tỉnh tại {B}", "IMPLEMENTS"),
        (f"Thực hiện ý kiến của UBND tỉnh tại {A}, Văn phòng Chính phủ tại {B}", "IMPLEMENTS"),
        (f"Thực hiện kết luận của Bí thư tại {A}; theo ý kiến của UBND tỉnh tại {B}", "CITES"),
        (f"Theo kết luận của Bí thư tại {A}; ý kiến của UBND tỉnh tại {B}", "CITES"),
    ],
)
def test_what_several_bodies_said_is_carried_out_together(written: str, second: str) -> None:
    assert relations(written)[1] == second


def test_nobody_carries_out_what_a_body_below_has_decided() -> None:
    rules = "Quy định số 294-QĐ/TW về thi hành Điều lệ Đảng và Hướng dẫn số 05-HD/BTCTW"
    decree = "Nghị định số 5/2020/NĐ-CP về thực hiện Luật Thanh tra và Thông tư số 1/2020/TT-BTC"
    assert {carried_out for *_, carried_out in edges(rules) | edges(decree)} == {"Điều lệ Đảng", "Luật Thanh tra"}
    above, below = "Kết luận số 56-KL/TW ngày 23/8/2019 của Bộ Chính trị", "Nghị quyết số 05-NQ/TU của Tỉnh ủy"
    assert relations(f"Thực hiện {above} về tiếp tục thực hiện {C} và {below}")[-1] == "IMPLEMENTS"
    assert ("56-KL/TW", "IMPLEMENTS", "05-NQ/TU") not in edges(f"{above} về tiếp tục thực hiện {C} và {below}")


@pytest.mark.parametrize(
    ("written", "second"),
    [
        (
            f"Thực hiện Đề án trồng cây xanh ban hành kèm theo {A} của UBND tỉnh; {B} của Tỉnh ủy, trường đề ra:",
            "IMPLEMENTS",
        ),
        (f"Triển khai Chương trình sữa học đường phê duyệt tại {A}; {B}, trường đề ra kế hoạch:", "IMPLEMENTS"),
        (f"Hồ sơ gồm các mẫu ban hành kèm theo {A} của UBND tỉnh; {B} của Tỉnh ủy.", "CITES"),
    ],
)
def test_behind_what_is_attached_to_a_document_the_list_of_what_is_carried_out_goes_on(
    written: str, second: str
) -> None:
    assert relations(written)[1] == second
