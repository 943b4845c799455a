"""When a task is due, and how often it comes back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.deadlines import read_due
from ingest.recurrence import read_recurrence, without_general

WRITTEN = date(2023, 2, 17)


def days(*written: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, written))


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("Gửi kế hoạch về Sở Nội vụ trước ngày 15/3/2023.", days("2023-03-15")),
        ("Xây dựng kế hoạch (hoàn thành trước 15/4/2023).", days("2023-04-15")),
        ("Báo cáo kết quả chậm nhất ngày 01/11/2023.", days("2023-11-01")),
        ("Báo cáo kết quả chậm nhất là ngày 25 tháng 11 năm 2023.", days("2023-11-25")),
        ("Gửi biên bản chậm nhất vào ngày 05-10-2023", days("2023-10-05")),
        ("Trình dự thảo muộn nhất là ngày 20.6.2023", days("2023-06-20")),
        ("Nộp hồ sơ, hạn cuối: 30/9/2023", days("2023-09-30")),
        ("Nộp hồ sơ, hạn chót là ngày 30/9/2023", days("2023-09-30")),
        ("Gửi dữ liệu trước 17h00 ngày 20/11/2023", days("2023-11-20")),
        ("Gửi dữ liệu trước 16 giờ 30 phút, ngày 20/11/2023", days("2023-11-20")),
        ("Gửi dữ liệu chậm nhất 16h30 thứ Hai ngày 20/11/2023", days("2023-11-20")),
        ("Gửi dữ liệu trước 11 giờ 00 phút, thứ Hai, ngày 20/11/2023", days("2023-11-20")),
        ("Gửi dữ liệu chậm nhất sáng thứ Hai (ngày 20/11/2023)", days("2023-11-20")),
        ("Gửi dữ liệu trước Chủ nhật, ngày 19 tháng 11 năm 2023", days("2023-11-19")),
        ("Gửi báo cáo sơ kết và tổng kết trước ngày 15/6 và 30/11/2023", days("2023-06-15", "2023-11-30")),
        (
            "Báo cáo trước ngày 15/3, 15/6, 15/9 và 15/12 năm 2023",
            days("2023-03-15", "2023-06-15", "2023-09-15", "2023-12-15"),
        ),
        ("Báo cáo 6 tháng (trước ngày 05/6/2023), năm (trước ngày 30/11/2023)", days("2023-06-05", "2023-11-30")),
        ("Báo cáo về Sở trước ngày 15/6; báo cáo năm trước ngày 05/12", days("2023-06-15", "2023-12-05")),
        ("Gửi danh sách trước ngày 10 tháng 5", days("2023-05-10")),
        ("Gửi báo cáo năm trước ngày 15/01", days("2024-01-15")),
        ("Gửi báo cáo năm 2023 trước ngày 15/01 năm sau", days("2024-01-15")),
        ("Niêm yết danh mục, xong trước ngày 3O/9/2023", days("2023-09-30")),
        ("Rà soát giấy tờ đã số hóa, xong trước ngày 15/12/2023", days("2023-12-15")),
        ("Gửi hồ sơ chấm điểm về Sở Nội vụ ngày 01/11/2023.", days("2023-11-01")),
        ("Hoàn thành trong tháng 10/2023", days("2023-10-31")),
        ("Tổ chức tập huấn trong tháng 4 năm 2023", days("2023-04-30")),
        ("Tổng kết vào tháng 2 năm 2024", days("2024-02-29")),
        ("Trình ban hành trong quý III/2023", days("2023-09-30")),
        ("Ban hành chương trình, xong trong quý I", days("2023-03-31")),
        ("Hoàn thành trước tháng 10/2023", days("2023-09-30")),
        ("Hoàn thành việc số hóa trong năm 2023", days("2023-12-31")),
        ("Hoàn thành rà soát trong 6 tháng đầu năm 2024", days("2024-06-30")),
        ("Xong việc bàn giao trước 6 tháng cuối năm 2023", days("2023-06-30")),
        ("Thời gian hoàn thành: Quý IV/2023", days("2023-12-31")),
        ("Thời gian hoàn thành: Quý II, III/2023", days("2023-06-30", "2023-09-30")),
        ("Thời gian hoàn thành: Quý II-III/2023", days("2023-09-30")),
        ("Thời gian hoàn thành: Quý IV/2023 - Quý I/2024", days("2024-03-31")),
        ("Thời gian hoàn thành: Tháng 9 - 10/2023", days("2023-10-31")),
        ("Thời gian hoàn thành: tháng 6, 12 năm 2023", days("2023-06-30", "2023-12-31")),
        ("Thời gian hoàn thành: 20/6 và 20/12/2023", days("2023-06-20", "2023-12-20")),
        ("Tổ chức hội thi vào tuần 3 tháng 5", days("2023-05-21")),
        ("Bàn giao hồ sơ trong tuần đầu tháng 5/2023", days("2023-05-07")),
        ("Bàn giao hồ sơ trong tuần cuối của tháng 5/2023", days("2023-05-31")),
        ("Sơ kết học kỳ trong 10 ngày đầu tháng 6 năm 2023", days("2023-06-10")),
        ("Thời hạn báo cáo: ngày 10/12/2023", days("2023-12-10")),
        ("Hoàn thành đối soát đến hết ngày 30/6/2023", days("2023-06-30")),
        ("Đến hết ngày 31/12/2023, hoàn thành 100% chỉ tiêu", days("2023-12-31")),
        ("Ban hành kế hoạch truoc ngày 30/9/2023", days("2023-09-30")),
        ("Báo cáo trước ngay 25 thang 11 nam 2023", days("2023-11-25")),
        ("Gửi báo cáo\ntrước ngày 15\ntháng 3 năm 2023", days("2023-03-15")),
    ],
)
def test_a_day_behind_a_word_that_makes_it_a_limit_is_a_deadline(task: str, due: tuple[date, ...]) -> None:
    assert read_due(task, WRITTEN).deadlines == due


@pytest.mark.parametrize(
    "task",
    [
        "Thực hiện Kế hoạch số 70/KH-UBND ngày 04/6/2023 của Ủy ban nhân dân tỉnh",
        "Triển khai Luật có hiệu lực từ ngày 01/7/2023",
        "Thực hiện mục tiêu giai đoạn 2021 - 2025, nhiệm kỳ 2021-2026",
        "Đánh giá kết quả đạt được trong 6 tháng đầu năm 2023",
        "Thi đua cao điểm từ ngày 20 tháng 11 năm 2023 đến ngày 03 tháng 12 năm 2023",
        "Phong trào kéo dài từ tháng 10/2023 đến hết tháng 3/2024",
        "Hợp đồng ký trước ngày 01/7/2026 thì thực hiện theo quy định cũ",
        "Xử lý hồ sơ đã nhận trước ngày 20/10/2023",
        "Cấp lại giấy tờ do chế độ cũ cấp trước ngày 30/4/1975",
        "Áp dụng đến hết ngày 31/12/2023",
        "Báo cáo khi có yêu cầu hoặc đột xuất",
        "Trả lời trong 30 ngày kể từ ngày nhận được",
        "Phấn đấu đến năm 2030 đạt 100%",
        "Trực ban 24/24, giao ban 02 lần/tháng",
        "Số liệu tính đến ngày 30/9/2023",
        "Tổng kết kết quả năm 2023",
        "Báo cáo số liệu từ ngày 01/12/2023 đến ngày 31/12/2023.",
    ],
)
def test_dates_of_documents_of_effect_of_conditions_and_periods_are_no_deadlines(task: str) -> None:
    assert read_due(task, WRITTEN).deadlines == ()


@pytest.mark.parametrize(
    ("task", "rule"),
    [
        ("Trước ngày 15/12 hàng năm tổng hợp, báo cáo", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
        ("Định kỳ hằng năm (trước ngày 30 tháng 11) báo cáo", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        ("Hằng năm báo cáo kết quả chậm nhất ngày 17 tháng 12.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=17"),
        ("Gửi báo cáo trước ngày 31 tháng 01 của năm báo cáo", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"),
        ("Hoàn thành trong tháng 3 hằng năm", "FREQ=YEARLY;BYMONTH=3"),
    ],
)
def test_a_day_of_every_year_is_a_rule_and_no_deadline(task: str, rule: str) -> None:
    due = read_due(task, WRITTEN)
    assert (due.deadlines, due.yearly) == ((), (rule,))


def test_a_day_without_a_year_belongs_to_the_year_of_the_plan() -> None:
    december = date(2023, 12, 20)
    assert read_due("Gửi báo cáo trước ngày 15/6", december, plan_year=2024).deadlines == days("2024-06-15")


def test_a_day_without_any_year_to_go_by_is_no_deadline() -> None:
    assert read_due("Gửi báo cáo trước ngày 15/6").deadlines == ()


def test_a_day_before_the_document_was_written_is_no_deadline() -> None:
    assert read_due("Hoàn thành trước ngày 01/01/2023", WRITTEN).deadlines == ()


@pytest.mark.parametrize(
    ("task", "rules"),
    [
        ("báo cáo hàng tháng", ("FREQ=MONTHLY",)),
        ("báo cáo định kỳ hằng quý", ("FREQ=MONTHLY;INTERVAL=3",)),
        ("định kỳ 6 tháng, 01 năm", ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
        ("định kỳ 6 tháng, 9 tháng và 01 năm", ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY;BYMONTH=9", "FREQ=YEARLY")),
        ("báo cáo kết quả định kỳ 06 tháng, hàng năm", ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
        (
            "chế độ báo cáo tháng, quý, 6 tháng, năm",
            ("FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"),
        ),
        ("theo thời gian 6 tháng, 1 năm", ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
        ("khảo sát hằng tuần", ("FREQ=WEEKLY",)),
        ("báo cáo UBND tỉnh trước 19h00 hằng ngày", ("FREQ=DAILY",)),
        ("báo cáo 02 lần/ngày", ("FREQ=DAILY",)),
        ("đối thoại ít nhất 1 lần/năm", ("FREQ=YEARLY",)),
        ("đối thoại ít nhất hai lần trong năm", ("FREQ=MONTHLY;INTERVAL=6",)),
        ("sinh hoạt 4 lần/năm", ("FREQ=MONTHLY;INTERVAL=3",)),
        ("giao ban 02 lần/tháng", ("FREQ=WEEKLY;INTERVAL=2",)),
        ("họp 6 tháng một lần", ("FREQ=MONTHLY;INTERVAL=6",)),
        ("kiểm tra mỗi quý một lần", ("FREQ=MONTHLY;INTERVAL=3",)),
        ("gửi số liệu trước ngày 20 hàng tháng", ("FREQ=MONTHLY;BYMONTHDAY=20",)),
        ("gửi trước ngày 25 của tháng cuối quý", ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25",)),
        ("báo cáo vào thứ sáu hằng tuần", ("FREQ=WEEKLY;BYDAY=FR",)),
        (
            "hằng tháng, quý, 6 tháng và năm gửi số liệu",
            ("FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"),
        ),
        ("6 tháng, hằng năm tổng hợp kết quả", ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
        ("báo cáo quý trước ngày 20/3; báo cáo năm trước ngày 05/12", ("FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY")),
        (
            "báo cáo tuần trước 14h thứ Năm, báo cáo tháng trước ngày 19",
            ("FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;BYMONTHDAY=19"),
        ),
        ("báo cáo kết quả năm trước", ()),
        ("báo cáo tuần trước, báo cáo tháng trước ngày 19/3", ("FREQ=MONTHLY",)),
        ("hằng tháng, năm 2024 hoàn thành", ("FREQ=MONTHLY",)),
        ("bố trí trong dự toán kinh phí hàng năm", ()),
        ("bố trí trong dự toán kinh phí hàng năm, 5 năm", ()),
        ("phân bổ kế hoạch đầu tư công trung hạn, hằng năm", ()),
        ("Tổng hợp kinh phí, hằng năm báo cáo UBND xã", ("FREQ=YEARLY",)),
        ("chi trả trợ cấp xã hội hàng tháng cho người hưởng", ()),
        ("báo cáo khi có yêu cầu", ()),
        ("báo cáo năm 2023", ()),
    ],
)
def test_words_that_tell_how_often_become_calendar_rules(task: str, rules: tuple[str, ...]) -> None:
    assert read_recurrence(task) == rules


@pytest.mark.parametrize(
    ("task", "rule"),
    [
        ("hằng tháng (trước ngày 05) gửi số liệu", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("hàng tháng, chậm nhất ngày 20 gửi số liệu", "FREQ=MONTHLY;BYMONTHDAY=20"),
        ("hằng tuần (trước 15 giờ thứ Năm) gửi số liệu", "FREQ=WEEKLY;BYDAY=TH"),
        ("hằng tuần vào thứ 5 gửi số liệu", "FREQ=WEEKLY;BYDAY=TH"),
        ("hằng tuần (vào chiều thứ Năm) tổng hợp kết quả", "FREQ=WEEKLY;BYDAY=TH"),
        ("vào thứ 6 hằng tuần gửi số liệu", "FREQ=WEEKLY;BYDAY=FR"),
        ("hằng tháng, trước ngày 05/3/2023 rà soát xong", "FREQ=MONTHLY"),
        ("hằng tháng, trước ngày 05 tháng 3 rà soát xong", "FREQ=MONTHLY"),
    ],
)
def test_the_day_of_each_month_or_week_may_stand_behind_it(task: str, rule: str) -> None:
    assert without_general(read_recurrence(task)) == (rule,)


def test_the_exact_rule_stands_for_the_general_one() -> None:
    rules = ("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")
    assert without_general(rules) == ("FREQ=MONTHLY", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")


FRAGMENTS = st.sampled_from(
    [
        "trước ",
        "ngày ",
        "tháng ",
        "năm ",
        "quý ",
        "15/6",
        "30/02/2023",
        "31/12/2023",
        " và ",
        ", ",
        "hàng ",
        "hằng năm",
        "định kỳ ",
        "0",
        "99",
        "IV",
        "/",
        "\n",
        "chậm nhất ",
        "6 lần/",
        "(",
        ")",
    ]
)


@given(
    st.lists(FRAGMENTS | st.text(max_size=4), max_size=30).map("".join),
    st.none() | st.dates(),
    st.none() | st.integers(1990, 2100),
)
def test_any_text_has_deadlines_not_before_it_was_written(
    text: str, written: date | None, plan_year: int | None
) -> None:
    due = read_due(text, written, plan_year)
    assert len(set(due.deadlines)) == len(due.deadlines)
    assert all(written is None or day >= written for day in due.deadlines)
    assert all(rule.startswith("FREQ=") for rule in (*due.yearly, *read_recurrence(text)))
