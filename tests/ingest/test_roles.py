"""What part a unit has in a task."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.roles import read_roles

ROLES = {
    "lead",
    "support",
    "advise",
    "focal_point",
    "monitor",
    "guide",
    "report",
    "appraise",
    "fund",
    "publish",
    "accountable",
}


@pytest.mark.parametrize(
    ("task", "roles"),
    [
        ("Chủ trì xây dựng quy chế", ("lead",)),
        ("Chủ trì, phối hợp với Sở Tài chính xây dựng quy chế", ("lead",)),
        ("Chủ trì phối hợp các đơn vị liên quan", ("lead",)),
        ("Chủ trì tập huấn; phối hợp với Sở Y tế khám sức khỏe", ("lead", "guide", "support")),
        ("Phối hợp với Sở Nội vụ tổ chức hội nghị", ("support",)),
        ("Tham mưu Ủy ban nhân dân tỉnh kiện toàn Ban Chỉ đạo", ("advise",)),
        ("Làm đầu mối tiếp nhận kiến nghị", ("focal_point",)),
        ("Là đầu mối tổng hợp thông tin", ("focal_point",)),
        ("Là cơ quan thường trực của Ban Chỉ đạo", ("focal_point",)),
        ("Theo dõi, đôn đốc việc thực hiện", ("monitor",)),
        ("Thanh tra đột xuất các cơ sở", ("monitor",)),
        ("Hướng dẫn các xã lập danh sách", ("guide",)),
        ("Tổ chức tập huấn cho công chức cấp xã", ("guide",)),
        ("Tổng hợp, báo cáo kết quả", ("report",)),
        ("Sơ kết 6 tháng", ("report",)),
        ("Thẩm định hồ sơ đề nghị khen thưởng", ("appraise",)),
        ("Bố trí đủ kinh phí cho các hoạt động", ("fund",)),
        ("Cân đối ngân sách hằng năm", ("fund",)),
        ("Bảo đảm kinh phí theo phân cấp", ("fund",)),
        ("Niêm yết tại trụ sở, đăng tải trên trang thông tin", ("publish",)),
        ("Chịu trách nhiệm trước Ủy ban nhân dân huyện về số liệu", ("accountable",)),
        ("CHỦ TRÌ VIỆC SỐ HÓA", ("lead",)),
        ("Chủ\ntrì, phối\nhợp với Công an xã", ("lead",)),
    ],
)
def test_verbs_give_roles_in_text_order(task: str, roles: tuple[str, ...]) -> None:
    assert read_roles(task) == roles


@pytest.mark.parametrize(
    "task",
    [
        "Thực hiện theo hướng dẫn của Bộ Nội vụ",
        "Triển khai Hướng dẫn số 57/HD-MTTQ",
        "Rà soát các văn bản hướng dẫn thi hành",
        "Trên cơ sở báo cáo của các đơn vị, lập danh sách",
        "Triển khai Báo cáo số 12/BC-UBND",
        "Bồi dưỡng đội ngũ báo cáo viên",
        "Củng cố Ban Thanh tra nhân dân",
        "Kiện toàn Ủy ban Kiểm tra",
        "Thực hiện công khai, minh bạch thủ tục",
        "Xây dựng quy chế phối hợp giữa hai ngành",
        "Lắp đặt camera giám sát",
        "Dự trữ lương thực tại kho tổng hợp",
        "Lập bảng tổng hợp nhu cầu của các hộ",
        "Xây dựng nông thôn mới",
    ],
)
def test_nouns_that_look_like_such_verbs_give_none(task: str) -> None:
    assert read_roles(task) == ()


@given(st.text(max_size=80))
def test_roles_are_known_words_each_at_most_once(task: str) -> None:
    roles = read_roles(task)
    assert set(roles) <= ROLES
    assert len(set(roles)) == len(roles)
