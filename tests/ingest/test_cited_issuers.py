"""Who issued a cited document, where its tail does not say so plainly."""

from __future__ import annotations

import pytest

from ingest.parse import parse
from tests.ingest.normative import circular

HEAD = """ỦY BAN NHÂN DÂN
XÃ DUY TRINH
Số: 12/KH-UBND
Duy Trinh, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Về an toàn giao thông
"""


def issuers(sentence: str) -> tuple[str, ...]:
    """The issuers of the first mention in a plan of xã Duy Trinh, huyện Duy Xuyên, tỉnh Quảng Nam."""
    return parse(f"{HEAD}{sentence}\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n").mentions[0].issuers


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 của UBND huyện về an toàn giao thông;",
            ("Ủy ban nhân dân huyện Duy Xuyên",),
            id="behind the date",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 về an toàn giao thông năm 2024 của UBND huyện;",
            ("Ủy ban nhân dân huyện Duy Xuyên",),
            id="behind the subject",
        ),
        pytest.param(
            "Theo đề nghị của Công an xã tại Tờ trình số 07/TTr-CAX ngày 01/3/2024;",
            ("Công an xã Duy Trinh",),
            id="in front",
        ),
        pytest.param(
            "Theo đề nghị của Trưởng Công an xã tại Tờ trình số 07/TTr-CAX ngày 01/3/2024;",
            ("Công an xã Duy Trinh",),
            id="its head in front",
        ),
        pytest.param(
            "Thực hiện các Quyết định của UBND huyện: số 41/QĐ-UBND ngày 05/01/2024; số 57/QĐ-UBND về dự toán;",
            ("Ủy ban nhân dân huyện Duy Xuyên",),
            id="over a list of numbers",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 của Ủy ban về an toàn giao thông;",
            ("Ủy ban nhân dân xã Duy Trinh",),
            id="its kind alone",
        ),
        pytest.param(
            "Thực hiện Hướng dẫn số 11/HD-ĐCT ngày 05/01/2018 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam;",
            ("Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam",),
            id="an organ of a union",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/02/2024 của Uy bzn nhxn dan huyện;",
            (),
            id="a body that cannot be read is not guessed from the symbol",
        ),
        pytest.param(
            "Thực hiện Quyết định số 31/QĐ-CT ngày 09/4/2024 của Cục trưởng Cục Thuế tỉnh Lào Cai;",
            ("Cục trưởng Cục Thuế tỉnh Lào Cai",),
            id="CT behind a type is not the head of the Government of old",
        ),
        pytest.param(
            "Thực hiện Quyết định số 15/QĐ-CT ngày 05/3/2025 của Cục trưởng Cục Thuế;",
            ("Cục trưởng Cục Thuế",),
            id="since March 2025 that is the head of the centre's tax office",
        ),
        pytest.param(
            "Thực hiện Công văn số 3355/CT-CS ngày 05/9/2025 của Cục Thuế;",
            ("Cục Thuế",),
            id="and the Cục Thuế itself, whose letters have the code of a directive",
        ),
        pytest.param(
            "Thực hiện Công văn số 3355/CT-TTHT ngày 05/9/2024 của Cục Thuế;",
            ("Cục Thuế tỉnh Quảng Nam",),
            id="before that day it was the tỉnh's",
        ),
        pytest.param(
            "Thực hiện Công văn số 1190/QNA-NV ngày 11/8/2025 của Thuế tỉnh Quảng Nam;",
            ("Thuế tỉnh Quảng Nam",),
            id="the tỉnh's after it",
        ),
        pytest.param(
            "Thực hiện Công văn số 12/CCTKV13-CS ngày 05/4/2025 của Chi cục Thuế khu vực XIII;",
            ("Chi cục Thuế khu vực XIII",),
            id="a branch for several provinces",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 51/KH-TTYT ngày 05/4/2019 giữa Sở Y tế, Sở Tài chính và Công an tỉnh về vệ sinh;",
            ("Sở Y tế tỉnh Quảng Nam", "Sở Tài chính tỉnh Quảng Nam", "Công an tỉnh Quảng Nam"),
            id="giữa joins all of a list",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 51/KH-SYT ngày 05/4/2019 của Sở Y tế, Sở Tài chính lập dự toán;",
            ("Sở Y tế tỉnh Quảng Nam",),
            id="của does not",
        ),
        pytest.param(
            "Thực hiện Thông báo số 51/TB.LS ngày 05/4/1999 của liên Sở Tài chính Vật giá - Xây dựng;",
            ("Sở Tài chính - Vật giá tỉnh Quảng Nam", "Sở Xây dựng tỉnh Quảng Nam"),
            id="liên Sở",
        ),
        pytest.param(
            "Căn cứ Hướng dẫn liên ngành số 01/HDLN-SNV-STC ngày 10/3/2023 của Liên ngành Sở Nội vụ - Sở Tài chính;",
            ("Sở Nội vụ tỉnh Quảng Nam", "Sở Tài chính tỉnh Quảng Nam"),
            id="liên ngành",
        ),
        pytest.param(
            "Thực hiện Nghị định số 73/2023/NĐ-CP, Kế hoạch 55 của Ban Thường vụ Tỉnh ủy;",
            ("Chính phủ",),
            id="not the one behind a number without a symbol",
        ),
        pytest.param(
            "Thực hiện Chương trình số 25-CTr/TU, Kế hoạch 55 của Ban Thường vụ Tỉnh ủy;",
            ("Ban Thường vụ Tỉnh ủy Quảng Nam",),
            id="the one behind a number without a symbol, of one series",
        ),
        pytest.param(
            "Thực hiện Chương trình số 21/CTPH-BTP ngày 05/4/2019 giữa Bộ Tư pháp và Hội Luật gia Việt Nam;",
            ("Bộ Tư pháp", "Hội Luật gia Việt Nam"),
            id="a union of the nation",
        ),
        pytest.param(
            "Thực hiện Quyết định số 100/QĐ-ĐHQN ngày 05/4/2019 của Trường Đại học Quảng Nam về tuyển sinh;",
            ("Trường Đại học Quảng Nam",),
            id="a university",
        ),
        pytest.param(
            "Thực hiện Hướng dẫn số 25/HD-BV ngày 05/4/2019 của Giám đốc Bệnh viện đa khoa tỉnh về vệ sinh;",
            ("Giám đốc Bệnh viện đa khoa tỉnh Quảng Nam",),
            id="the hospital of the tỉnh",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 5/KH-QK5 của Bộ Tư lệnh Quân khu 5;", ("Bộ Tư lệnh Quân khu 5",), id="a region"
        ),
        pytest.param("Thực hiện Kế hoạch số 5/KH-QK5 ngày 04/3/2019;", ("Quân khu 5",), id="its symbol alone"),
        pytest.param(
            "Thực hiện Kế hoạch số 15/KH-BATGT ngày 04/3/2019 của Ban ATGT tỉnh;",
            ("Ban An toàn giao thông tỉnh Quảng Nam",),
            id="a board of the tỉnh",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 51/KH-SGDĐT ngày 05/4/2019 của Sở GD-ĐT Quảng Nam;",
            ("Sở Giáo dục và Đào tạo tỉnh Quảng Nam",),
            id="an abbreviation with a hyphen",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 7/KH-BCĐ ngày 09/4/2024 của Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh;",
            ("Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Quảng Nam",),
            id="national targets are not the nation's committee",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 7/KH-BCĐ ngày 09/4/2024 của Ban Chỉ đạo chuyển đổi số, UBND xã ban hành kế hoạch.",
            ("Ban Chỉ đạo chuyển đổi số",),
            id="the next body is no part of a committee's subject",
        ),
        pytest.param(
            "Sau khi nghe Công an tỉnh báo cáo tại Tờ trình số 07/TTr-CA ngày 01/3/2024;",
            ("Công an tỉnh Quảng Nam",),
            id="who was heard",
        ),
        pytest.param(
            "theo Quyết định số 17/2022/QĐ-UBND về định mức;",
            ("Ủy ban nhân dân tỉnh Quảng Nam",),
            id="law of which the issuer is not said",
        ),
        pytest.param(
            "theo Quyết định số 17/QĐ-UBND về kiện toàn;",
            ("Ủy ban nhân dân xã Duy Trinh",),
            id="a decision that is none",
        ),
        pytest.param("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024;", ("Bộ Chính trị",), id="a known organ"),
        pytest.param("Thực hiện Kết luận số 45-KL/TW ngày 01/02/2019;", ("Ban Bí thư",), id="another known organ"),
        pytest.param(
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 26/11/2018;", ("Ban Chấp hành Trung ương Đảng",), id="of another day"
        ),
        pytest.param(
            "Thực hiện Chỉ thị số 11/CT-CTUBND ngày 16/4/2020 của Chủ tịch UBND tỉnh;",
            ("Chủ tịch Ủy ban nhân dân tỉnh Quảng Nam",),
            id="the chairman's own code",
        ),
        pytest.param("Thực hiện Quyết định số 31/QĐ-CT ngày 09/4/2024;", (), id="nor is it where nobody is named"),
        pytest.param(
            "Thực hiện Kế hoạch số 26/KH-UBND ngày 20/11/2025 của UBND xã Tân Hưng về dân số;",
            ("Ủy ban nhân dân xã Tân Hưng",),
            id="one of several communes keeps its name",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 26-NQ/ĐU ngày 20/11/2025 của Đảng ủy xã Hòa Bình về dân số;",
            ("Đảng ủy xã Hòa Bình",),
            id="so does its committee",
        ),
        pytest.param(
            "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Tnủ tuớng;",
            ("Thủ tướng Chính phủ",),
            id="the centre's symbol says it all the same",
        ),
    ],
)
def test_the_issuer_is_read_where_the_text_names_it(sentence: str, names: tuple[str, ...]) -> None:
    assert issuers(sentence) == names


def test_an_alias_has_the_issuer_that_the_text_gives_with_the_date() -> None:
    text = (
        "Triển khai Nghị quyết số 72-NQ/TW. Thực hiện Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị (sau đây "
        "gọi là Nghị quyết 72), các đơn vị bám sát Nghị quyết 72."
    )

    assert {mention.issuers for mention in parse(text).mentions} == {("Bộ Chính trị",)}


def test_a_document_that_cites_itself_is_told_so_and_the_place_is_no_mention() -> None:
    text = (
        f"{HEAD}Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã Duy Trinh;\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n"
    )
    parsed = parse(text)
    assert parsed.mentions == ()
    assert any("dẫn chính số" in warning for warning in parsed.warnings)


def test_a_number_that_is_repeated_without_its_minister_is_of_the_ministry() -> None:
    mentions = circular(
        "Thông tư số 62/2023/TT-BYT ngày 14/11/2023 của Bộ trưởng Bộ Y tế;\nMẫu tại Thông tư số 62/2023/TT-BYT."
    ).mentions
    assert [mention.issuers for mention in mentions] == [("Bộ trưởng Bộ Y tế",), ("Bộ Y tế",)]


def test_in_a_paper_of_a_district_committee_its_own_number_is_its_own() -> None:
    head = (
        "TỈNH ỦY BÌNH ĐỊNH\nHUYỆN ỦY TUY PHƯỚC\n*\nSố 114-KL/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Tuy Phước, ngày 17 tháng 5 năm 2023\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY\nvề nông thôn mới\n"
    )
    body = (
        "1- Tiếp tục thực hiện Nghị quyết số 05-NQ/HU, ngày 26/3/2021 của Huyện ủy; Nghị quyết số 05-NQ/HU của Ban "
        "Chấp hành Đảng bộ huyện; Kế hoạch số 61/KH-UBND; Chỉ thị số 25-CT/TU.\n"
        "1.1- Giao Ủy ban nhân dân huyện rà soát quy hoạch xã, hoàn thành trước ngày 30/6/2023.\n"
    )
    parsed = parse(head + body)
    assert [mention.issuers for mention in parsed.mentions] == [
        ("Huyện ủy Tuy Phước",),
        ("Ban Chấp hành Đảng bộ huyện Tuy Phước",),
        ("Ủy ban nhân dân huyện Tuy Phước",),
        ("Tỉnh ủy Bình Định",),
    ]
    assert [task.assignees for task in parsed.assignments] == [("Ủy ban nhân dân huyện",)]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        pytest.param(
            "ngày 10/3/2021 của Bệnh viện về phục vụ", ("Bệnh viện đa khoa tỉnh Hà Nam",), id="its kind alone"
        ),
        pytest.param("ngày 10/3/2021", ("Bệnh viện đa khoa tỉnh Hà Nam",), id="nobody named"),
        pytest.param("ngày 10/3/2021 của Bệnh viện Bạch Mai;", ("Bệnh viện Bạch Mai",), id="another one named"),
        pytest.param("ngày 10/3/2021 của Phân viện Bưu điện", (), id="another one that cannot be read"),
    ],
)
def test_what_has_the_body_code_of_the_text_is_of_its_own_series(behind: str, names: tuple[str, ...]) -> None:
    text = "SỞ Y TẾ HÀ NAM\nBỆNH VIỆN ĐA KHOA TỈNH\nSố: 415/KH-BVĐKT\nHà Nam, ngày 30/5/2023\nKẾ HOẠCH\nVề vệ sinh\n"
    assert parse(f"{text}Thực hiện Đề án số 02/ĐA-BVĐKT {behind}\nI. MỤC ĐÍCH\n1. Tốt.\n").mentions[0].issuers == names


def test_the_presidium_is_that_of_the_union_whose_paper_it_is() -> None:
    union = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN\nSố: 61/KH-LĐLĐ\nHưng Yên, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nVề an toàn\n"
    )
    basis = "Thực hiện Nghị quyết số 06/NQ-ĐCT của Đoàn Chủ tịch;\n"
    assert parse(union + basis).mentions[0].issuers == ("Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",)
    assert parse(HEAD + basis).mentions[0].issuers == ()


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("theo Quyết định của UBND huyện số 15/QĐ-UBND, 16/QĐ-UBND", "Ủy ban nhân dân huyện Duy Xuyên"),
        ("theo Quyết định số 15/QĐ-UBND của UBND huyện và số 16/QĐ-UBND", "Ủy ban nhân dân huyện Duy Xuyên"),
        ("theo Quyết định số 15/QĐ-UBND của UBND huyện, Quyết định số 16/QĐ-UBND", "Ủy ban nhân dân xã Duy Trinh"),
        ("theo Quyết định số 15/QĐ-UBND của UBND huyện, 16/QĐ-UBND của UBND tỉnh", "Ủy ban nhân dân tỉnh Quảng Nam"),
    ],
)
def test_a_bare_number_goes_on_with_the_issuer_before_it(sentence: str, last: str) -> None:
    mentions = parse(f"{HEAD}Thực hiện {sentence};\nI. MỤC ĐÍCH\n1. Giảm tai nạn.\n").mentions
    assert mentions[-1].issuers == (last,)


def test_a_later_short_mention_keeps_the_organ_that_the_first_one_named() -> None:
    text = (
        f"{HEAD}Thực hiện Chỉ thị số 42-CT/TW ngày 24/3/2020 của Ban Bí thư về phòng ngừa thiên tai;\n"
        "I. MỤC ĐÍCH\n1. Thực hiện Chỉ thị số 42-CT/TW, Kết luận số 81-KL/TW của Bộ Chính trị.\n"
    )
    assert [mention.issuers for mention in parse(text).mentions] == [
        ("Ban Bí thư",),
        ("Ban Bí thư",),
        ("Bộ Chính trị",),
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Quyết định số 7-QĐ/ĐU ngày 20/02/2025", "Đảng ủy Sở Tư pháp tỉnh Lào Cai"),
        ("Quyết định số 7-QĐ/ĐU ngày 20/02/2025 của Đảng ủy", "Đảng ủy Sở Tư pháp tỉnh Lào Cai"),
        ("Quyết định số 7-QĐ/ĐU ngày 20/02/2025 của Đảng ủy xã Bảo Thắng", "Đảng ủy xã Bảo Thắng"),
    ],
)
def test_the_bare_committee_in_a_paper_of_an_agency_is_that_agency_s(written: str, name: str) -> None:
    text = (
        "ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY SỞ TƯ PHÁP\n*\nSố 12-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        f"Lào Cai, ngày 12 tháng 9 năm 2025\n\nKẾ HOẠCH\nvề học tập\n\nThực hiện {written} về học tập;\n"
    )
    assert parse(text).mentions[0].issuers == (name,)


def test_the_bare_code_of_a_union_in_its_own_paper_is_its_own() -> None:
    text = (
        "CÔNG ĐOÀN NGÀNH Y TẾ TỈNH TRÀ VINH\nCÔNG ĐOÀN CƠ SỞ SỞ Y TẾ\nSố: 31/QĐ-CĐCS\n"
        "Trà Vinh, ngày 12 tháng 4 năm 2023\n\nQUYẾT ĐỊNH\nBan hành Quy chế\n\n"
        "Điều 1. Quyết định này thay thế Quyết định số 7/QĐ-CĐCS ngày 22/01/2018.\n"
    )
    parsed = parse(text)
    assert parsed.mentions[0].issuers == (parsed.header.issuer,)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM\nSỞ Y TẾ\nSố: 1187/QĐ-SYT", "Văn phòng Sở Y tế tỉnh Quảng Nam"),
        ("BỘ NỘI VỤ\nSố: 1187/QĐ-BNV", "Văn phòng Bộ Nội vụ"),
        ("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NAM\nSố: 1187/QĐ-UBND", "Văn phòng Ủy ban nhân dân tỉnh Quảng Nam"),
    ],
)
def test_the_office_in_a_paper_of_an_agency_is_that_agency_s(head: str, name: str) -> None:
    text = (
        f"{head}\nNgày 03 tháng 10 năm 2019\n\nQUYẾT ĐỊNH\nKiện toàn Ban Chỉ đạo\n\n"
        "Xét đề nghị của Chánh Văn phòng tại Tờ trình số 45/TTr-VP ngày 01/10/2019;\n"
    )
    assert parse(text).mentions[0].issuers == (name,)
