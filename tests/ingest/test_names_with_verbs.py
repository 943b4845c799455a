"""Names of units that hold a verb, a comma or "và": they are read whole, and the task begins behind them."""

from __future__ import annotations

import pytest

from ingest.parse import parse

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 312/KH-UBND
Lào Cai, ngày 12 tháng 11 năm 2025
KẾ HOẠCH
Phòng, chống rét cho vật nuôi
I. MỤC ĐÍCH
1. Chủ động phòng rét.
II. TỔ CHỨC THỰC HIỆN
"""
NAMES = [
    "Trung tâm Dịch vụ tổng hợp",
    "Trung tâm Dịch vụ tổng hợp xã",
    "Trung tâm Bảo trợ xã hội tổng hợp",
    "Văn phòng Đăng ký đất đai",
    "Chi nhánh Văn phòng Đăng ký đất đai khu vực III",
    "Bộ phận Tiếp nhận và trả kết quả",
    "Trung tâm Giám sát, điều hành thông minh tỉnh",
    "Trung tâm Xúc tiến đầu tư, thương mại và du lịch",
    "Trung tâm Hỗ trợ doanh nghiệp nhỏ và vừa",
    "Trung tâm Trợ giúp pháp lý nhà nước",
    "Trung tâm Tư vấn, giới thiệu việc làm",
    "Trung tâm Dịch vụ việc làm",
    "Trung tâm Bảo tồn và phát huy di sản",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ",
    "Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
    "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Quỹ Bảo vệ và phát triển rừng tỉnh",
    "Hội đồng Phối hợp phổ biến, giáo dục pháp luật",
    "Ban Chỉ đạo Phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "Tổ công tác giúp việc Ban Chỉ đạo",
    "Tổ giúp việc",
    "Tổ quản lý, vận hành chợ",
    "Đơn vị quản lý, vận hành hồ chứa",
    "Đội Quản lý trật tự xây dựng",
    "Chủ đầu tư các dự án",
    "Ban giám hiệu các trường",
    "Viễn thông Lào Cai",
    "Cơ sở sản xuất, kinh doanh thực phẩm",
    "Chi hội Phụ nữ các thôn",
    "Văn phòng điều phối Chương trình nông thôn mới",
    "Sở Xây dựng",
    "Sở Giáo dục và Đào tạo",
    "Ban Tổ chức Tỉnh ủy",
    "Ban Quản lý Khu kinh tế tỉnh",
    "Ủy ban Kiểm tra Đảng ủy",
]


def assignees(task: str) -> list[str]:
    """The assignees of a section that holds this one paragraph."""
    found = (name for one in parse(f"{HEAD}{task}\nNơi nhận:\n- Như trên;\n").assignments for name in one.assignees)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "frame",
    [
        "1. {} chủ trì, phối hợp với các cơ quan liên quan tham mưu ban hành hướng dẫn.",
        "1. Giao {} rà soát, thống kê số hộ.",
        "1. {} đăng tải tin bài tối thiểu 02 tin/tháng.",
        "1. {}: Thống kê số hộ trước ngày 15/12/2025.",
        "1. Yêu cầu {} có trách nhiệm xây dựng phương án.",
        "1. {} tổng hợp kết quả, báo cáo UBND tỉnh.",
        "1. Đề nghị {} phối hợp tuyên truyền.",
    ],
)
def test_a_name_that_holds_a_verb_is_read_whole(name: str, frame: str) -> None:
    assert assignees(frame.format(name)) == [name]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_holds_a_verb_stands_in_lists_too(name: str) -> None:
    assert assignees(f"1. Sở Y tế, {name} xây dựng phương án.") == ["Sở Y tế", name]
    assert assignees(f"1. {name} và Công an tỉnh xây dựng phương án.") == [name, "Công an tỉnh"]


@pytest.mark.parametrize(
    ("task", "units"),
    [
        ("1. Sở Xây dựng quản lý trật tự đô thị.", ["Sở Xây dựng"]),
        ("1. Công an tỉnh đăng ký, quản lý cư trú.", ["Công an tỉnh"]),
        ("1. Sở Y tế tiếp nhận, xử lý phản ánh.", ["Sở Y tế"]),
        ("1. Các trường tổng hợp kết quả, báo cáo.", ["Các trường"]),
        ("1. Sở Giáo dục và Đào tạo thường xuyên kiểm tra các trường.", ["Sở Giáo dục và Đào tạo"]),
        ("1. Hội Nông dân tỉnh hỗ trợ, phát triển hợp tác xã.", ["Hội Nông dân tỉnh"]),
        ("1. Hai cơ quan luân phiên chủ trì hội nghị sơ kết.", ["Hai cơ quan"]),
        ("1. Cả hai ngành cử cán bộ đầu mối theo dõi.", ["Cả hai ngành"]),
        ("1. Ban Chỉ huy Quân sự xã trực sẵn sàng chiến đấu.", ["Ban Chỉ huy Quân sự xã"]),
        (
            "1. Giao Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội trực tiếp chỉ đạo.",
            ["Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội"],
        ),
    ],
)
def test_a_verb_behind_a_whole_name_begins_the_task_all_the_same(task: str, units: list[str]) -> None:
    assert assignees(task) == units
