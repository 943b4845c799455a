"""Which words begin the name of a unit: bodies of every level, their heads, persons, and what they do."""

from __future__ import annotations

import pytest

from ingest.parse import parse

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 214/{code}\nNghệ An, ngày 14 tháng 11 năm 2025\n{type}\nChuyển đổi số\n\n"
PLAN = HEAD.format(code="KH-UBND", type="KẾ HOẠCH") + "IV. TỔ CHỨC THỰC HIỆN\n"
DECISION = HEAD.format(code="QĐ-UBND", type="QUYẾT ĐỊNH") + "QUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Nguyễn Văn A.\n"


def assignees(text: str) -> list[tuple[str, ...]]:
    return [task.assignees for task in parse(text).assignments]


@pytest.mark.parametrize(
    "unit",
    [
        "Phó Thủ tướng Chính phủ Trần Văn Ba",
        "Thông tấn xã Việt Nam",
        "Tổng Liên đoàn Lao động Việt Nam",
        "Trung ương Hội Nông dân Việt Nam",
        "Bảo tàng tỉnh",
        "Thư viện tỉnh",
        "Nhà thiếu nhi tỉnh",
        "Vườn quốc gia Pù Mát",
        "Cảng vụ Hàng hải Nghệ An",
        "Kiểm lâm vùng IV",
        "Lữ đoàn 83",
        "Vùng 3 Cảnh sát biển",
        "Thi hành án dân sự tỉnh",
        "Thống kê tỉnh Nghệ An",
        "Dân quân tự vệ xã",
        "Người có uy tín trong đồng bào dân tộc thiểu số",
        "Già làng, trưởng bản",
        "Hộ gia đình, cá nhân",
        "Câu lạc bộ Dân vũ",
        "Lâm trường Con Cuông",
        "Đại biểu HĐND xã",
        "Tiểu ban Tuyên truyền",
        "TAND khu vực 1",
        "CA xã",
        "Các chi, đảng bộ trực thuộc",
        "Chi hội trưởng",
    ],
)
@pytest.mark.parametrize(
    "task", ["1. {} tổ chức tuyên truyền.", "1. {}\n- Tổ chức tuyên truyền.", "1. Giao {} chủ trì tuyên truyền."]
)
def test_units_of_every_kind_are_given_tasks(unit: str, task: str) -> None:
    assert [", ".join(units) for units in assignees(PLAN + task.format(unit) + "\n")] == [unit]


@pytest.mark.parametrize(
    "line",
    [
        "1. Thống kê tình hình tổ chức thực hiện.",
        "1. Thư viện số cần hoàn thành trong năm.",
        "1. Bà Rịa - Vũng Tàu tổ chức tuyên truyền.",
        "1. Bà con tích cực tham gia.",
    ],
)
def test_what_only_begins_like_a_unit_is_none(line: str) -> None:
    assert assignees(f"{PLAN}{line}\n") == []


@pytest.mark.parametrize(
    ("listed", "units"),
    [
        (
            "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và ông Nguyễn Văn A",
            ("Chánh Văn phòng Ủy ban nhân dân tỉnh", "Giám đốc Sở Nội vụ", "Nguyễn Văn A"),
        ),
        ("Ông Nguyễn Văn A và Giám đốc Sở Y tế", ("Nguyễn Văn A", "Giám đốc Sở Y tế")),
        ("Bà Lê Thị B và Giám đốc Sở Y tế", ("Lê Thị B", "Giám đốc Sở Y tế")),
        ("Ông (bà) Giám đốc Sở Nội vụ và bà Lê Thị B", ("Giám đốc Sở Nội vụ", "Lê Thị B")),
        (
            "Giám đốc Sở Nội vụ, thủ trưởng các đơn vị có liên quan và chủ tịch UBND các xã",
            ("Giám đốc Sở Nội vụ", "thủ trưởng các đơn vị có liên quan", "chủ tịch UBND các xã"),
        ),
        ("Chủ tịch UBND xã và hộ ông Nguyễn Văn A", ("Chủ tịch UBND xã", "hộ ông Nguyễn Văn A")),
        ("Giám đốc Sở Y tế và cá nhân có tên tại Điều 1", ("Giám đốc Sở Y tế", "cá nhân có tên tại Điều 1")),
        (
            "Đài Truyền hình Việt Nam, Thông tấn xã Việt Nam",
            ("Đài Truyền hình Việt Nam", "Thông tấn xã Việt Nam"),
        ),
        ("Các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh", ("Các Tổ đại biểu", "đại biểu Hội đồng nhân dân tỉnh")),
    ],
)
def test_persons_and_heads_in_small_letters_part_a_list(listed: str, units: tuple[str, ...]) -> None:
    assert assignees(f"{DECISION}Điều 2. {listed} chịu trách nhiệm thi hành Quyết định này./.\n") == [units]


@pytest.mark.parametrize(
    "task",
    [
        "phát triển hạ tầng số", "thúc đẩy kinh tế số", "thiết lập đường dây nóng", "truyền thông về kế hoạch",
        "định hướng tuyên truyền", "chấn chỉnh việc chậm trễ", "siết chặt kỷ luật", "công nhận kết quả",
        "tổng rà soát các hộ", "kiên quyết xử lý vi phạm", "làm sạch dữ liệu", "chăm lo đời sống", "ổn định bộ máy",
        "thay thế thiết bị cũ", "ứng cứu sự cố",
    ],
)  # fmt: skip
def test_what_a_unit_does_begins_behind_its_name(task: str) -> None:
    assert assignees(f"{PLAN}1. Sở Nội vụ {task}.\n") == [("Sở Nội vụ",)]


@pytest.mark.parametrize(
    "unit",
    [
        "Ban Chỉ đạo phát triển khoa học, công nghệ và chuyển đổi số tỉnh",
        "Quỹ đầu tư phát triển tỉnh",
        "Trung tâm truyền thông tỉnh",
        "Các cơ quan truyền thông",
        "Hội đồng quản trị hợp tác xã",
        "Tổ hòa giải ở cơ sở",
        "Các đơn vị quan trắc môi trường",
        "Đơn vị thuộc Bộ Giáo dục và Đào tạo",
        "Các phòng sáp nhập",
    ],
)
def test_a_verb_that_says_what_a_unit_is_for_belongs_to_its_name(unit: str) -> None:
    assert [", ".join(units) for units in assignees(f"{PLAN}1. {unit} chủ động báo cáo kết quả.\n")] == [unit]


def test_members_of_a_group_that_is_set_up_have_no_tasks() -> None:
    members = "1. Ông Nguyễn Văn Hai - Giám đốc Sở: Tổ trưởng;\n2. Bà Trần Thị Kim: Tổ phó.\n"
    assert assignees(f"{DECISION}Điều 2. Thành lập Tổ giúp việc gồm:\n{members}") == []


def test_a_yearly_report_makes_its_unit_one_that_reports() -> None:
    (task,) = parse(f"{PLAN}1. Phòng Kinh tế định kỳ hằng năm báo cáo Ủy ban nhân dân xã.\n").assignments
    assert "report" in task.roles


@pytest.mark.parametrize("said", ["báo cáo kết quả năm 2025", "chủ trì cuộc họp chiều nay", "phát biểu ý kiến"])
def test_what_somebody_did_at_a_meeting_is_no_task(said: str) -> None:
    assert assignees(f"{PLAN}1. Ông Nguyễn Văn A, Giám đốc Sở Y tế {said}.\n") == []
