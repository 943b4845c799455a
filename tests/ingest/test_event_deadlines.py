"""Deadlines that run from an event, and to whom a task is reported (domain reference §7.3)."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.event_deadlines import read_event_deadlines
from ingest.reporting import read_reports

SIGNED = date(2025, 9, 3)


@pytest.mark.parametrize(
    ("written", "count", "unit", "event"),
    [
        ("Trong vòng 05 ngày làm việc kể từ ngày nhận được hồ sơ, thẩm định", 5, "working_day", "ngày nhận được hồ sơ"),
        ("gửi kết quả chậm nhất sau 10 ngày kể từ ngày kết thúc đợt thi đua.", 10, "day", "ngày kết thúc đợt thi đua"),
        ("báo cáo trong thời hạn 07 ngày, kể từ ngày nhận được Công văn này", 7, "day", "ngày nhận được Công văn này"),
        ("không quá 24 giờ kể từ khi xảy ra sự cố; đồng thời", 24, "hour", "xảy ra sự cố"),
        ("báo cáo nhanh trong vòng 24 giờ khi có gia súc chết rét.", 24, "hour", "có gia súc chết rét"),
        ("chậm nhất 03 ngày làm việc khi phát hiện sai sót, điều chỉnh", 3, "working_day", "phát hiện sai sót"),
        ("trong 03 (ba) tháng kể từ thời điểm bàn giao, hoàn thành", 3, "month", "bàn giao"),
        ("gửi tài liệu trước 02 ngày làm việc trước ngày họp.", 2, "working_day", "ngày họp"),
        (
            "trong thời hạn 30 ngày kể từ ngày Quyết định này có hiệu lực thi hành ban hành quy chế",
            30,
            "day",
            "ngày Quyết định này có hiệu lực thi hành",
        ),
        ("triển khai ngay sau khi có hướng dẫn của Bộ Nội vụ.", 0, "day", "có hướng dẫn của Bộ Nội vụ"),
    ],
)
def test_a_deadline_from_an_event_tells_how_long_behind_which_event(
    written: str, count: int, unit: str, event: str
) -> None:
    (found,) = read_event_deadlines(written)
    assert (found.count, found.unit, found.event, found.day) == (count, unit, event, None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("trong vòng 15 ngày kể từ ngày ban hành Kế hoạch này", date(2025, 9, 18)),
        ("trong vòng 2 tháng kể từ ngày ký ban hành", date(2025, 11, 3)),
        ("trong vòng 15 ngày làm việc kể từ ngày ban hành Kế hoạch này", None),
        ("trong vòng 15 ngày kể từ ngày nhận được Kế hoạch này", None),
    ],
)
def test_the_day_is_worked_out_only_where_the_text_itself_knows_it(written: str, day: date | None) -> None:
    assert [found.day for found in read_event_deadlines(written, SIGNED)] == [day]


@pytest.mark.parametrize(
    "written",
    [
        "trong 5 năm từ năm 2021",
        "sau 10 ngày kể từ ngày 01/7/2025",
        "báo cáo trước ngày 15/12",
        "trong 06 tháng đầu năm",
        "sau khi sáp nhập còn 12 xã",
    ],
)
def test_a_period_without_an_event_is_no_such_deadline(written: str) -> None:
    assert read_event_deadlines(written) == ()


@pytest.mark.parametrize(
    ("written", "to", "through"),
    [
        ("báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 15/12", "UBND tỉnh", "Sở Nội vụ"),
        ("Báo cáo UBND tỉnh về kết quả đợt thi đua (qua Sở Nội vụ để tổng hợp)", "UBND tỉnh", "Sở Nội vụ"),
        ("gửi Sở Tài chính tổng hợp", "Sở Tài chính", None),
        (
            "báo cáo kết quả thực hiện các nhiệm vụ được giao tại Phụ lục II kèm theo Quyết định 12/QĐ-UBND về Sở Y tế",
            "Sở Y tế",
            None,
        ),
        ("gửi báo cáo dự toán theo Mẫu số 03.1 về Sở Tài chính để tổng hợp", "Sở Tài chính", None),
        ("gửi về Bộ Y tế theo Mẫu số 01 Phụ lục II ban hành kèm theo Thông tư này", "Bộ Y tế", None),
        ("báo cáo UBND tỉnh tại phiên họp hằng tháng", "UBND tỉnh", None),
        ("nộp hồ sơ về Phòng Nội vụ, chậm nhất ngày 01/11", "Phòng Nội vụ", None),
        (
            "phản ánh kịp thời về Ngân hàng Nhà nước chi nhánh khu vực 14 để",
            "Ngân hàng Nhà nước chi nhánh khu vực 14",
            None,
        ),
        ("Tham mưu UBND tỉnh báo cáo Thủ tướng Chính phủ.", "Thủ tướng Chính phủ", None),
        ("Hoàn thiện dự án Luật trình Quốc hội vào kỳ họp thứ 10", "Quốc hội", None),
        ("trình cấp có thẩm quyền phê duyệt", "cấp có thẩm quyền", None),
        ("trình UBND tỉnh phương án sắp xếp", "UBND tỉnh", None),
        ("trình Hội đồng nhân dân xã dự kiến chương trình kỳ họp", "Hội đồng nhân dân xã", None),
        ("báo cáo Ban Thường vụ Tỉnh ủy thông qua Văn phòng Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Văn phòng Tỉnh ủy"),
    ],
)
def test_a_report_goes_to_a_body_and_perhaps_through_another(written: str, to: str, through: str | None) -> None:
    assert [(route.to, route.through) for route in read_reports(written)] == [(to, through)]


@pytest.mark.parametrize(
    ("written", "receivers"),
    [
        ("báo cáo kết quả về UBND tỉnh và Bộ Y tế trước ngày 20/12", ["UBND tỉnh", "Bộ Y tế"]),
        ("gửi báo cáo về Bộ Y tế, Thường trực Tỉnh ủy, UBND tỉnh.", ["Bộ Y tế", "Thường trực Tỉnh ủy", "UBND tỉnh"]),
        (
            "báo cáo UBND tỉnh, Thường trực HĐND tỉnh và Bộ Y tế theo quy định",
            ["UBND tỉnh", "Thường trực HĐND tỉnh", "Bộ Y tế"],
        ),
        ("gửi Sở Y tế, các đơn vị liên quan kèm theo danh sách", ["Sở Y tế", "các đơn vị liên quan"]),
        (
            "báo cáo kết quả thực hiện Chương trình này về Bộ Nội vụ, đồng gửi UBND thành phố theo dõi",
            ["Bộ Nội vụ", "UBND thành phố"],
        ),
        ("báo cáo tiến độ Đề án về Tỉnh ủy trước ngày 10/12", ["Tỉnh ủy"]),
        ("trình Nghị quyết mới đến Thường trực HĐND xã", ["Thường trực HĐND xã"]),
        ("báo cáo UBND tỉnh, Sở Y tế tổng hợp số liệu", ["UBND tỉnh"]),
        ("báo cáo UBND tỉnh, Sở Y tế, Sở Nội vụ thực hiện kiểm tra", ["UBND tỉnh"]),
    ],
)
def test_a_report_to_several_bodies_goes_to_each_but_not_to_who_does_something_next(
    written: str, receivers: list[str]
) -> None:
    assert [route.to for route in read_reports(written)] == receivers


@pytest.mark.parametrize(
    "written",
    [
        "xây dựng báo cáo chuyên đề",
        "tuyên truyền qua Đài Truyền thanh",
        "gửi kèm hồ sơ",
        "quán triệt Chương trình hành động số 5-CTr/TU của Tỉnh ủy",
        "thực hiện quy trình nội bộ của Sở Nội vụ",
    ],
)
def test_what_names_no_receiver_is_no_report(written: str) -> None:
    assert read_reports(written) == ()
