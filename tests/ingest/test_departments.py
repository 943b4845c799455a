"""Papers of branches of central bodies, of schools and of committees of the Party."""

from __future__ import annotations

import pytest

from graph.model import Level
from ingest.issuer import cased_name
from ingest.parse import parse
from tests.ingest.pages import NATION, header_of


def page(issuer: str, number: str, rest: str) -> str:
    return f"{issuer}\nSố: {number}\n{NATION}\nLào Cai, ngày 10 tháng 10 năm 2025\n{rest}\n"


@pytest.mark.parametrize(
    ("issuer", "number", "name", "symbol"),
    [
        ("CỤC THUẾ\nCHI CỤC THUẾ KHU VỰC VII", "31/QĐ-CCTKV07", "Chi cục Thuế khu vực VII", "31/QĐ-CCTKV07"),
        ("CỤC THUẾ\nCHI CỤC THUẾ khu vực VII", "31/QĐ-CCTKV07", "Chi cục Thuế khu vực VII", "31/QĐ-CCTKV07"),
        (
            "TÒA ÁN NHÂN DÂN TỈNH LÀO CAI\nTÒA ÁN NHÂN DÂN KHU VỰC 3",
            "8/QĐ-TAKV3",
            "Tòa án nhân dân khu vực 3 tỉnh Lào Cai",
            "8/QĐ-TAKV3",
        ),
    ],
)
def test_a_branch_with_a_number_is_no_body_of_a_place(issuer: str, number: str, name: str, symbol: str) -> None:
    header = header_of(page(issuer, number, "QUYẾT ĐỊNH\nVề việc phân công công tác\nCăn cứ Luật Thanh tra;"))

    assert (header.issuer, header.symbol) == (name, symbol)


def test_an_organ_of_the_committee_of_a_commune_bears_its_name() -> None:
    over = "ĐẢNG ỦY XÃ BẢO HÀ\nỦY BAN KIỂM TRA\n*\nSố 07-CTr/UBKT\nĐẢNG CỘNG SẢN VIỆT NAM"
    head = f"{over}\nBảo Hà, ngày 12 tháng 8 năm 2025"

    assert header_of(f"{head}\nCHƯƠNG TRÌNH\nkiểm tra năm 2025\n").issuer == "Ủy ban Kiểm tra Đảng ủy xã Bảo Hà"


def test_the_office_that_decides_ends_the_title() -> None:
    head = "CỤC THUẾ\nCHI CỤC THUẾ KHU VỰC VII"
    rest = "QUYẾT ĐỊNH\nVề việc ban hành Nội quy\nCHI CỤC TRƯỞNG CHI CỤC THUẾ KHU VỰC VII\nCăn cứ Luật Thanh tra;"

    assert header_of(page(head, "31/QĐ-CCTKV07", rest)).title == "Về việc ban hành Nội quy"


def test_a_summary_under_the_number_makes_a_letter_whatever_its_code() -> None:
    head = "SỞ Y TẾ TỈNH LÀO CAI\nTRUNG TÂM Y TẾ KHU VỰC SA PA"
    letter = page(
        head, "61/TTYT-KHNV\nV/v phòng bệnh mùa đông", "Kính gửi: Trạm Y tế các xã.\nĐề nghị các trạm rà soát."
    )

    assert header_of(letter).type == "CV"


def units(section: str) -> list[tuple[str, ...]]:
    text = page(
        "UBND XÃ BẢO HÀ\nTRƯỜNG TIỂU HỌC SỐ 1", "5/KH-TH1", "KẾ HOẠCH\nVề an toàn\nI. NỘI DUNG\n1. Giảm rủi ro."
    )
    return [task.assignees for task in parse(f"{text}II. TỔ CHỨC THỰC HIỆN\n{section}\n").assignments]


def test_the_staff_of_a_school_are_given_tasks_under_their_headings() -> None:
    section = """1. Hiệu trưởng
- Thành lập tổ giám sát.
2. Phó Hiệu trưởng
- Xây dựng nội dung tuyên truyền.
3. Tổng phụ trách Đội
- Tổ chức sinh hoạt dưới cờ.
4. Giáo viên chủ nhiệm: Theo dõi học sinh của lớp.
5. Nhân viên y tế
- Chuẩn bị tủ thuốc."""

    assert units(section) == [
        ("Hiệu trưởng",),
        ("Phó Hiệu trưởng",),
        ("Tổng phụ trách Đội",),
        ("Giáo viên chủ nhiệm",),
        ("Nhân viên y tế",),
    ]


def test_to_lead_is_what_a_committee_does_and_no_name() -> None:
    section = """1. Đảng ủy Ủy ban nhân dân xã
Lãnh đạo Ủy ban nhân dân xã cụ thể hóa Kế hoạch.
2. Văn phòng Đảng ủy xã
Theo dõi, đôn đốc việc thực hiện."""

    assert units(section) == [("Đảng ủy Ủy ban nhân dân xã",), ("Văn phòng Đảng ủy xã",)]


@pytest.mark.parametrize(
    ("head", "number", "name", "level"),
    [
        ("BỘ XÂY DỰNG\nTHANH TRA BỘ", "12/KH-TTr", "Thanh tra Bộ Xây dựng", "central"),
        ("BỘ Y TẾ\nVĂN PHÒNG", "12/KH-VP", "Văn phòng Bộ Y tế", "central"),
        ("BỘ QUỐC PHÒNG\nBỘ TƯ LỆNH BỘ ĐỘI BIÊN PHÒNG", "12/KH-BTL", "Bộ Tư lệnh Bộ đội Biên phòng", "central"),
        ("UBND TỈNH LÀO CAI\nLIÊN MINH HỢP TÁC XÃ TỈNH LÀO CAI", "12/KH-LMHTX",
         "Liên minh Hợp tác xã tỉnh Lào Cai", "province"),
        ("UBND TỈNH LÀO CAI\nHIỆP HỘI DU LỊCH TỈNH", "12/KH-HHDL", "Hiệp hội du lịch tỉnh Lào Cai", "province"),
        ("SỞ TƯ PHÁP\nTRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC", "12/KH-TGPL",
         "Trung tâm Trợ giúp pháp lý nhà nước tỉnh Lào Cai", "province"),
    ],
)  # fmt: skip
def test_a_part_of_a_ministry_is_none_of_the_place_of_the_date_line(
    head: str, number: str, name: str, level: str
) -> None:
    header = header_of(page(head, number, "KẾ HOẠCH\nTriển khai công tác năm 2026\nI. NỘI DUNG"))

    assert (header.issuer, str(header.level)) == (name, level)


@pytest.mark.parametrize(
    ("ministry", "own", "issuer", "key"),
    [
        ("BỘ TÀI CHÍNH", "CỤC THUẾ", "Cục Thuế", "cuc-thue"),
        ("BỘ TÀI CHÍNH", "CỤC HẢI QUAN", "Cục Hải quan", "co-so-cuc-hai-quan"),
        ("BỘ Y TẾ", "CỤC QUẢN LÝ DƯỢC", "Cục Quản lý dược", "co-so-cuc-quan-ly-duoc"),
    ],
)
def test_an_office_of_a_ministry_is_the_same_body_in_its_head_and_where_it_is_cited(
    ministry: str, own: str, issuer: str, key: str
) -> None:
    paper = page(f"{ministry}\n{own}", "12/KH-C", "KẾ HOẠCH\nTriển khai công tác năm 2026\nI. NỘI DUNG")
    header = parse(paper).header
    cited = parse(f"Thực hiện Kế hoạch số 12/KH-C ngày 12/11/2025 của {issuer}.").mentions[0]

    assert (header.issuer, header.level) == (issuer, Level.CENTRAL)
    assert [header.body and header.body.key, cited.bodies[0].key] == [key, key]


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("CHI CỤC CHĂN NUÔI VÀ THÚ Y", "Chi cục Chăn nuôi và thú y"),
        ("CỤC HÀNG KHÔNG VIỆT NAM", "Cục Hàng không Việt Nam"),
        ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG", "Ban Quản lý dự án đầu tư xây dựng"),
        ("TRƯỜNG THPT LƯU VĂN LIỆT", "Trường THPT Lưu Văn Liệt"),
        ("TRƯỜNG TIỂU HỌC VÀ THCS KIM ĐỒNG", "Trường Tiểu học và THCS Kim Đồng"),
        ("TRƯỜNG ĐẠI HỌC SƯ PHẠM KỸ THUẬT", "Trường Đại học Sư phạm kỹ thuật"),
        ("CÔNG TY TNHH MTV CẤP NƯỚC LÀO CAI", "Công ty TNHH MTV Cấp nước Lào Cai"),
        ("THƯ VIỆN TỈNH", "Thư viện tỉnh"),
    ],
)
def test_a_name_in_capitals_is_shown_with_those_of_an_office(capitals: str, written: str) -> None:
    assert cased_name(capitals, "") == written
