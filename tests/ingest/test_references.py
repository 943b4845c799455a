"""The grammar of references: what is one, where it begins and ends, what it says (domain reference §6)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.references_of import find, frame, located, one, quotes


@pytest.mark.parametrize(
    ("written", "core"),
    [
        ("theo Quyết định số 22/2018/QĐ-TTg ngày 08/5/2018 của Thủ tướng", "Quyết định số 22/2018/QĐ-TTg"),
        ("Quyết định số\n2270/QĐ-TTg về việc", "Quyết định số 2270/QĐ-TTg"),
        ("Chỉ thị\nso 41-CT/TW ngày 26/12/2024", "Chỉ thị so 41-CT/TW"),
        ("Nghị định 04/2015/NĐ-CP", "Nghị định 04/2015/NĐ-CP"),
        ("Chương trình hành động số 04-CTr/QU, ngày", "Chương trình hành động số 04-CTr/QU"),
        ("Thông tư liên tịch số 02/2011/TTLT-VPCP-BNV", "Thông tư liên tịch số 02/2011/TTLT-VPCP-BNV"),
        ("các Công điện: số 007/CĐ-UBND ngày 17/11/2025", "Công điện: số 007/CĐ-UBND"),
        ("NQ 57-NQ/TW của Bộ Chính trị", "NQ 57-NQ/TW"),
        ("QUY ĐỊNH (BỔ SUNG) 216-QĐ/TW", "QUY ĐỊNH (BỔ SUNG) 216-QĐ/TW"),
        ("(Luật số 64/2025/QH15)", "Luật số 64/2025/QH15"),
        ("Luật Đầu tư công số 58/2024/QH15", "Luật Đầu tư công số 58/2024/QH15"),
        ("Luật Thanh tra năm 2022 quy định", "Luật Thanh tra"),
        ("Hiến pháp năm 2013", "Hiến pháp"),
        ("Nghị quyết số 54 của Quốc hội", "Nghị quyết số 54"),
        ("Kế hoạch 85 ngày 16/3/2022 của Đảng ủy phường", "Kế hoạch 85"),
    ],
)
def test_the_core_is_type_word_number_and_symbol_without_date_and_issuer(written: str, core: str) -> None:
    assert quotes(written) == [core]


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016", date(2016, 5, 15)),
        ("Chỉ thị số 05-CT/TW, ngày 15/5/2016", date(2016, 5, 15)),
        ("Chỉ thị số 05-CT/TW ngày l5/5/2O16", date(2016, 5, 15)),
        ("Chỉ thị số 05-CT/TW ngày O5 tháng 5 năm 2016", date(2016, 5, 5)),
        ("Chỉ thị số 05-CT/TW ngày 15-5-2016", date(2016, 5, 15)),
        ("Chỉ thị số 05-CT/TW (ngày 15/5/2016)", date(2016, 5, 15)),
        ("Nghị định số 04/2015/NĐ-CP ngày\n\n09 tháng 01 năm 2015", date(2015, 1, 9)),
        ("Nghị định số 04/2015/NĐ-CP của Chính phủ ngày 09/01/2015", date(2015, 1, 9)),
        ("Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022", date(2022, 11, 10)),
        ("Nghị định số 04/2015/NĐ-CP ban hành ngày 09/01/2015", date(2015, 1, 9)),
        ("Nghị định số 04/2015/NĐ-CP", None),
        ("Nghị định số 04/2015/NĐ-CP có hiệu lực từ ngày 25/02/2015", None),
        ("Chỉ thị số 05-CT/TW ngày 31/02/2016", None),
    ],
)
def test_the_date_of_a_reference_is_the_one_written_at_it(written: str, when: date | None) -> None:
    assert one(written).date == when


@pytest.mark.parametrize(
    ("written", "issuers"),
    [
        ("Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ", ["Thủ tướng Chính phủ"]),
        ("Quyết định số 5/QĐ-UBND ngày 5/5/2023 của Chủ tịch UBND tỉnh", ["Chủ tịch Ủy ban nhân dân tỉnh Quảng Ngãi"]),
        ("Kết luận số 114-KL/TW của Ban Bí thư (khóa XI)", ["Ban Bí thư"]),
        (
            "Chương trình phối hợp số 31-CTr/BDVTU-BCSDUBND giữa Ban Dân vận Tỉnh ủy và Ban cán sự đảng UBND tỉnh",
            ["Ban Dân vận Tỉnh ủy Quảng Ngãi", "Ban cán sự đảng Ủy ban nhân dân tỉnh Quảng Ngãi"],
        ),
        (
            "Thông tư liên tịch số 11/2005/TTLT-BNV-BTC ngày 05/1/2005 của Bộ trưởng Bộ Nội vụ, Bộ trưởng Bộ Tài chính",
            ["Bộ trưởng Bộ Nội vụ", "Bộ trưởng Bộ Tài chính"],
        ),
        (
            "Nghị quyết số 21-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Khóa XII",
            ["Ban Chấp hành Trung ương Đảng"],
        ),
        (
            "Nghị quyết 36-NQ/TW ngày 22/10/2018, Hội nghị lần thứ 8 của Ban Chấp hành Trung ương Đảng khóa XII",
            ["Ban Chấp hành Trung ương Đảng"],
        ),
        (
            "Kế hoạch số 01-KH/BCĐ ngày 28/6/2023 của Ban Chỉ đạo cải cách hành chính và chuyển đổi số về kế hoạch",
            ["Ban Chỉ đạo cải cách hành chính và chuyển đổi số tỉnh Quảng Ngãi"],
        ),
        (
            "Chương trình số 27-CTr/TU ngày 12/3/2018 của Ban Chấp hành Đảng bộ tỉnh Sóc Trăng",
            ["Ban Chấp hành Đảng bộ tỉnh Sóc Trăng"],
        ),
    ],
)
def test_the_issuer_is_the_body_named_behind(written: str, issuers: list[str]) -> None:
    assert [named.name for named in one(written).issuers] == issuers


def test_a_comma_ends_the_issuer_of_a_document_that_is_not_joint() -> None:
    reference = one("Quyết định số 5/QĐ-UBND ngày 5/5/2023 của UBND tỉnh, Sở Nội vụ chủ trì")
    assert [named.name for named in reference.issuers] == ["Ủy ban nhân dân tỉnh Quảng Ngãi"]


def test_another_body_behind_the_symbol_of_the_government_is_not_its_issuer() -> None:
    (reference,) = located("vay theo Nghị định số 75/2015/NĐ-CP của Ngân hàng Chính sách xã hội")
    assert [named.name for named in reference.issuers] == ["Chính phủ"]


def test_a_decision_of_the_prime_minister_said_to_be_of_the_government_keeps_its_number() -> None:
    reference = one("Quyết định số 22/2018/QĐ-TTg ngày 08/5/2018 của Chính phủ")
    assert [(named.name, named.body.key) for named in reference.issuers] == [("Chính phủ", "ttg")]


@pytest.mark.parametrize(
    ("written", "issuers"),
    [
        ("Nghị quyết số 76/NQ-CP ngày 15/7/2021", ["Chính phủ"]),
        ("Chỉ thị số 05-CT/TW", ["Bộ Chính trị"]),
        ("Nghị quyết số 25-NQ/TW", ["Ban Chấp hành Trung ương Đảng"]),
        ("Luật số 64/2025/QH15", ["Quốc hội"]),
        ("Thông tư số 01/2016/TT-BNV", ["Bộ Nội vụ"]),
        ("Thông tư liên tịch số 141/2012/TTLT-BTC-BQP", ["Bộ Tài chính", "Bộ Quốc phòng"]),
        ("Nghị định số 145/2007", ["Chính phủ"]),
        ("Chỉ thị số 33-CT/TU", ["Tỉnh ủy Quảng Ngãi"]),
        ("Quyết định số 148/QĐ-MĐC ngày 5/3/2021", []),
    ],
)
def test_an_issuer_that_is_not_written_is_read_from_the_symbol(written: str, issuers: list[str]) -> None:
    (reference,) = located(written)
    assert [named.name for named in reference.issuers] == issuers
    assert reference.implied == bool(issuers)


@pytest.mark.parametrize("mark", ["[1]", "*[12]*", "(3)", " (3)", "¹", "²³", "4"])
def test_the_mark_of_a_note_parts_no_symbol_from_its_date(mark: str) -> None:
    (reference,) = located(f"theo Quyết định số 713/QĐ-TTg{mark} ngày 08/5/2024 của Thủ tướng Chính phủ")
    assert (reference.symbol, reference.date) == ("713/QĐ-TTg", date(2024, 5, 8))
    assert [named.name for named in reference.issuers] == ["Thủ tướng Chính phủ"]


def test_in_a_commune_the_issuer_of_a_bare_symbol_is_only_a_guess() -> None:
    ward = frame("hai-phong.kien-an.lam-ha")
    (plan,) = located("Kế hoạch số 26/KH-UBND ngày 20/01/2024 về cải cách hành chính", ward)
    (decree,) = located("Nghị định số 04/2015/NĐ-CP", ward)
    assert "own_level" in plan.flags
    assert "own_level" not in decree.flags


def test_an_issuer_may_stand_behind_the_subject() -> None:
    (reference,) = located(
        "Kế hoạch số 41/KH-UBND, ngày 23/02/2024 về công tác dân vận của Ủy ban nhân dân quận Kiến An",
        frame("hai-phong.kien-an.lam-ha"),
    )
    assert [named.body.key for named in reference.issuers] == ["ubnd.hai-phong.kien-an"]


def test_an_issuer_may_stand_in_front() -> None:
    (reference,) = located(
        "theo đề nghị của UBND huyện Lục Ngạn tại Công văn số 655/UBND-NV ngày 5/5/2023", frame("bac-giang")
    )
    assert [named.body.key for named in reference.issuers] == ["ubnd.bac-giang.luc-ngan"]


def test_one_document_has_one_issuer_the_one_whose_place_is_written() -> None:
    found = located(
        "Chương trình số 27-CTr/TU ngày 12/3/2018 của Ban Chấp hành Đảng bộ tỉnh Sóc Trăng; "
        "Chương trình số 27-CTr/TU ngày 12/3/2018 của Ban Chấp hành Đảng bộ tỉnh",
        frame("can-tho-2025", date(2025, 11, 21)),
    )
    assert [r.issuers[0].body.key for r in found] == ["tu.soc-trang", "tu.soc-trang"]


HIV_LAW = "Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (
            "theo Luật Thi đua, khen thưởng và Luật Ngân sách nhà nước",
            ["Luật Thi đua, khen thưởng", "Luật Ngân sách nhà nước"],
        ),
        ("quy định của Luật Đầu tư, công ty phải", ["Luật Đầu tư"]),
        ("Luật Thuế giá trị gia tăng ước tăng thu khoảng 500 tỷ", ["Luật Thuế giá trị gia tăng"]),
        ("Bộ Luật lao động và Luật Thanh tra", ["Bộ luật Lao động", "Luật Thanh tra"]),
        ("Luật Hoạt Động Nào Đó của Quốc hội", ["Luật Hoạt Động Nào Đó"]),
        ("Hiến pháp nước Cộng hòa", ["Hiến pháp"]),
        ("Luật Phòng, chống HIV/AIDS và", [HIV_LAW]),
        (f"{HIV_LAW} năm 2006", [HIV_LAW]),
        ("luật Đầu tư công năm 2024", ["Luật Đầu tư công"]),
    ],
)
def test_a_named_law_ends_with_its_name(written: str, names: list[str]) -> None:
    assert [r.name for r in find(written)] == names


@pytest.mark.parametrize(
    "written",
    [
        "theo quy định của pháp luật",
        "VĂN BẢN PHÁP LUẬT TRUNG ƯƠNG",
        "Luật này có hiệu lực",
        "luật sư và luật gia",
        "Luật sư Nguyễn Văn A",
        "LUẬT\nĐiều 1",
        "Pháp lệnh này",
        "Kế hoạch này thay thế",
        "giai đoạn 2021-2025, nhiệm kỳ 2020 - 2025",
        "Kế hoạch 5 năm 2021 - 2025",
        "Quyết định 2 nội dung",
        "Nghị quyết 10 điểm về an sinh",
        "Chỉ thị 12 xã nghèo",
        "Ban Chỉ đạo thực hiện Nghị quyết 57",
        "kế hoạch số 12",
        "Giấy phép số 99/GP-UBND",
        "Chứng thư thẩm định giá số 112/2020/CT-VAS",
        "hợp đồng tư vấn số 15/2023/KH-UBND",
        "Điều 5 và khoản 3",
        "Chương trình 135",
        "có 20 CP và 3 TTg",
        "Đề án 06 của ngành",
        "ngày 12/5/2023",
        "Thông tư này",
        "TCVN ISO 9001:2015",
        "số điện thoại 024.3933.1234",
        "Nghị quyết của Hội đồng nhân dân tỉnh",
        "Nghị quyết Đại hội đảng bộ các cấp",
    ],
)
def test_what_names_no_document_is_no_reference(written: str) -> None:
    assert find(written) == []


@pytest.mark.parametrize(
    ("written", "kind", "number"),
    [
        ("theo tinh thần Nghị quyết 57, cán bộ", "NQ", "57"),
        ("triển khai Chỉ thị số 13 trong toàn Đảng bộ", "CT", "13"),
        ("các nội dung của Kết luận 127.", "KL", "127"),
        ("tổ chức thực hiện Kế hoạch số 85 và", "KH", "85"),
    ],
)
def test_a_number_that_is_taken_to_be_known_is_a_reference_by_type_and_number(
    written: str, kind: str, number: str
) -> None:
    found = one(written)
    assert (found.type, found.number, found.symbol, found.flags) == (kind, number, None, ("partial",))


def test_a_shared_date_is_not_that_of_a_number_far_from_its_own() -> None:
    written = "theo Nghị định 15/2018/NĐ-CP và Nghị định 115/2018/NĐ-CP ngày 04/9/2018 của Chính phủ"
    assert [r.date for r in find(written)] == [None, date(2018, 9, 4)]


def test_a_shared_date_is_not_that_of_a_symbol_of_another_year() -> None:
    found = find("Quyết định số 17/2018/QĐ-TTg và 35/QĐ-TTg ngày 01/02/2021 của Thủ tướng Chính phủ")
    assert [r.date for r in found] == [None, date(2021, 2, 1)]
    assert all(r.issuers for r in found)


def test_the_leading_bodies_of_the_party_sign_together_behind_a_comma() -> None:
    found = one("Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư về sắp xếp bộ máy")
    assert [named.name for named in found.issuers] == ["Bộ Chính trị", "Ban Bí thư"]


def test_the_number_by_which_a_committee_is_called_is_no_document() -> None:
    found = one("Kế hoạch số 7/KH-BCĐ ngày 11/02/2025 của Ban Chỉ đạo 138/CP về phòng ngừa")
    assert [named.name for named in found.issuers] == ["Ban Chỉ đạo 138/CP"]
    assert find("thành viên Tổ công tác triển khai Đề án 06 của Chính phủ") == []


def test_behind_two_joint_bodies_a_comma_begins_the_next_thought() -> None:
    found = one(
        "Kế hoạch số 03/KHLT-TĐTN-SGDĐT ngày 15/7/2025 giữa Tỉnh đoàn và Sở Giáo dục và Đào tạo, Ban Thường vụ Tỉnh ủy"
    )
    assert len(found.issuers) == 2


def test_the_year_and_the_date_of_a_law_are_read_behind_its_name() -> None:
    assert one("Luật Thanh tra năm 2022").year == 2022
    assert one("Bộ luật Lao động 2019").year == 2019
    assert one("Luật Đất đai (sửa đổi) năm 2024").year == 2024
    assert one("Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022").date == date(2022, 11, 10)


def test_the_date_behind_an_amending_law_is_not_the_one_of_the_law_inside_its_name() -> None:
    outer, inner = find("Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức ngày 25/11/2019")
    assert outer.date == date(2019, 11, 25)
    assert (inner.name, inner.date) == ("Luật Cán bộ, công chức", None)


def test_an_amending_law_ends_with_the_last_law_that_it_names() -> None:
    outer, *inner = find(
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Thanh tra ngày 22/11/2019"
    )
    assert [r.name for r in inner] == ["Luật Tổ chức Chính phủ", "Luật Thanh tra"]
    assert outer.end == inner[-1].end
    assert outer.date == date(2019, 11, 22)


@pytest.mark.parametrize("number", ["số số 71/2025/QH15", "số 71/2025/QH15"])
def test_the_word_before_a_number_may_be_the_last_of_the_name(number: str) -> None:
    law = one(f"Căn cứ Luật Công nghiệp công nghệ {number};")
    assert (law.name, law.symbol) == ("Luật Công nghiệp công nghệ số", "71/2025/QH15")


def test_the_number_behind_an_amending_law_is_its_own() -> None:
    outer, inner = find("Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14")
    assert outer.symbol == "62/2020/QH14"
    assert (inner.name, inner.symbol) == ("Luật Xây dựng", None)


@pytest.mark.parametrize(
    ("written", "key", "term"),
    [
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "dai-hoi", "XIII"),
        ("NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIII CỦA ĐẢNG", "dai-hoi", "XIII"),
        ("Nghị quyết đại hội lần thứ\nXIII của Đảng", "dai-hoi", "XIII"),
        ("Nghị quyết Đại hội XIII của Đảng", "dai-hoi", "XIII"),
        ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIV", "dai-hoi", "XIV"),
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025", "dai-hoi.quang-ngai", "XX"),
        ("Nghị quyết Đại hội Đảng bộ thành phố Hải Phòng lần thứ XVI", "dai-hoi.hai-phong", "XVI"),
        ("Nghị quyết Đại hội đại biểu lần thứ XX Đảng bộ tỉnh đã đề ra", "dai-hoi.quang-ngai", "XX"),
        ("Nghị quyết Đại hội XIII Công đoàn Việt Nam", "dai-hoi.cong-doan-viet-nam", "XIII"),
        ("Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XIII", "dai-hoi.cong-doan-viet-nam", "XIII"),
    ],
)
def test_a_resolution_of_a_congress_is_known_by_congress_and_ordinal(written: str, key: str, term: str) -> None:
    reference = one(written)
    assert (reference.type, reference.symbol, reference.term) == ("NQ", None, term)
    assert [named.body.key for named in reference.issuers] == [key]


def test_the_national_congress_has_one_name_however_it_was_shortened() -> None:
    full = one("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng")
    short = one("Nghị quyết Đại hội lần thứ XIII của Đảng")
    assert full.issuers[0].name == short.issuers[0].name == "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"


@pytest.mark.parametrize(
    "written",
    ["Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII"],
)
def test_a_resolution_of_a_plenary_meeting_is_named_by_meeting_and_term(written: str) -> None:
    reference = one(written)
    assert (reference.term, [n.body.key for n in reference.issuers]) == ("XII", ["tw"])


def test_a_short_form_means_the_document_that_the_text_named_in_full() -> None:
    full, short, again = find(
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị. Nghị quyết 57 yêu cầu; theo Nghị quyết số 57 thì"
    )
    assert (short.symbol, again.symbol) == ("57-NQ/TW", "57-NQ/TW")
    assert short.repeats == again.repeats == full.start
    assert short.date is None


def test_a_number_before_its_full_form_or_of_two_documents_stands_for_itself() -> None:
    assert [r.symbol for r in find("Nghị quyết 57 nêu. Nghị quyết số 57-NQ/TW")] == [None, "57-NQ/TW"]
    found = find("Nghị quyết số 57-NQ/TW; Nghị quyết số 57/NQ-CP. Nghị quyết 57 nêu")
    assert [r.symbol for r in found] == ["57-NQ/TW", "57/NQ-CP", None]


def test_an_alias_means_the_document_behind_which_it_was_introduced() -> None:
    full, use = find(
        "Nghị quyết số 218/2025/QH15 ngày 26/6/2025 của Quốc hội (sau đây gọi tắt là Nghị quyết phổ cập). "
        "Các địa phương thực hiện Nghị quyết phổ cập."
    )
    assert (use.symbol, use.repeats, use.date) == ("218/2025/QH15", full.start, None)


def test_an_alias_of_another_type_names_something_else() -> None:
    found = find("Quyết định số 06/QĐ-TTg phê duyệt Đề án (sau đây gọi tắt là Đề án 06). Thực hiện Đề án 06.")
    assert [r.symbol for r in found] == ["06/QĐ-TTg"]


def test_official_letter_is_any_document_whose_symbol_says_what_it_is() -> None:
    assert one("Công văn số 7886/HD-BNV").type == "HD"
    assert one("văn bản số 2608/SNV-TCBC ngày 15/12/2008").type == "CV"
    assert one("Công văn số 5451/UBND-CNXD").type == "CV"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Thông tư liên tịch số 02/2011/TTLT-VPCP-BNV", "TTLT"),
        ("Thông tư số 02/2011/TT-BNV", "TT"),
        ("Thông tri số 05-TT/TU", "TTri"),
        ("Quy định số 217-QĐ/TW", "QyĐ"),
        ("Quyết định số 217-QĐ/TW", "QĐ"),
        ("Văn bản hợp nhất số 03/VBHN-VPQH", "VBHN"),
        ("Nghị quyết liên tịch số 19/2008/NQLT/CP-UBTUMTTQVN", "NQLT"),
        ("Chương trình hành động số 147-CTHĐ/TU", "CTr"),
        ("Bộ luật số 45/2019/QH14", "BL"),
        ("Pháp lệnh số 34/2007/PL-UBTVQH11", "PL"),
        ("Kế hoạch liên ngành số 12/KHLN-SNV-STC", "KH"),
        ("Hướng dẫn liên tịch số 04/HDLT-SNV-LĐLĐ", "HD"),
    ],
)
def test_the_type_is_the_one_of_the_type_word(written: str, kind: str) -> None:
    assert one(written).type == kind


def test_a_symbol_without_a_type_word_says_itself_what_it_is() -> None:
    assert [r.type for r in find("(số 149/KH-UBND; 15-CT/TU; 10/2022/QH15)")] == ["KH", "CT", "L"]


def test_the_number_line_of_the_document_itself_is_no_reference() -> None:
    assert find("UBND TỈNH\nSố: 30/KH-UBND\nQuảng Ngãi, ngày 17 tháng 02 năm 2023") == []


def test_references_are_in_order_and_lie_inside_the_text() -> None:
    text = "Luật Thanh tra; Nghị quyết số 54 của Quốc hội; Chỉ thị 33/CT-TTg; Nghị quyết Đại hội XIII của Đảng"
    found = find(text)
    assert [r.start for r in found] == sorted(r.start for r in found)
    assert all(r.start < r.end <= r.tail_end <= len(text) for r in found)


def test_a_bullet_is_no_part_of_a_type_word() -> None:
    assert one("- Quyết định số 11/QĐ-TTg ngày 5/11/2025").start == len("- ")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Nghị quyết số 57-NQ/TW; triển khai NQ57 và NQ 57.", ["Nghị quyết số 57-NQ/TW", "NQ57", "NQ 57"]),
        ("Nghị quyết số 57-NQ/TW; triển khai NQ68, NQ57/CP.", ["Nghị quyết số 57-NQ/TW"]),
        ("triển khai NQ57 trước Nghị quyết số 57-NQ/TW", ["Nghị quyết số 57-NQ/TW"]),
        (
            "Nghị quyết số 57-NQ/TW và Nghị quyết số 57/NQ-CP; theo NQ57",
            ["Nghị quyết số 57-NQ/TW", "Nghị quyết số 57/NQ-CP"],
        ),
    ],
)
def test_the_code_of_a_type_with_a_number_repeats_the_only_one_before_it(written: str, found: list[str]) -> None:
    assert quotes(written) == found
