"""Tasks of whole documents: who has to do what, read from headings, orders, subjects, lists and tables."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Header, ParsedAssignment
from tests.ingest.pages import tasks_of

HEADER = Header(date=date(2024, 3, 1), period="2024")
TITLE = "Số: 5/KH-UBND\n\nTân Lập, ngày 01 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nTrồng cây\n\n"


def tasks(text: str, header: Header = HEADER) -> tuple[ParsedAssignment, ...]:
    return tasks_of(text, header)


def given_tasks(body: str) -> list[tuple[tuple[str, ...], str]]:
    """Units and the first words of each task of a plan with this body."""
    return [(task.assignees, " ".join(task.text.split())[:24]) for task in tasks(TITLE + body)]


def test_a_heading_of_units_holds_for_the_paragraphs_below_it() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

## **1. Phòng Kinh tế**

Ươm đủ cây giống trước khi vào mùa mưa.

Hướng dẫn các thôn đào hố.

### **2. Công an xã, Ban Chỉ huy Quân sự xã; Xã đoàn**

- Giữ trật tự trong ngày ra quân.
"""
    assert given_tasks(body) == [
        (("Phòng Kinh tế",), "Ươm đủ cây giống trước k"),
        (("Phòng Kinh tế",), "Hướng dẫn các thôn đào h"),
        (("Công an xã", "Ban Chỉ huy Quân sự xã", "Xã đoàn"), "- Giữ trật tự trong ngày"),
    ]


def test_a_heading_before_a_colon_is_followed_by_its_task_on_the_same_line() -> None:
    body = """II. PHÂN CÔNG NHIỆM VỤ

1. Trạm Y tế xã: Cử người trực cấp cứu tại ba điểm trồng.

2. Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể: Vận động hội viên mỗi người trồng hai cây.
"""
    assert given_tasks(body) == [
        (("Trạm Y tế xã",), "1. Trạm Y tế xã: Cử ngườ"),
        (("Ủy ban MTTQ Việt Nam xã", "các đoàn thể"), "2. Đề nghị Ủy ban MTTQ V"),
    ]


def test_an_announcement_that_ends_in_a_colon_is_no_task_but_its_list_is() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

1. Căn cứ Kế hoạch này, Trưởng các thôn; Hiệu trưởng các trường học có trách nhiệm:

Lập danh sách hộ tham gia.

Phân công người chăm sóc cây sau khi trồng.
"""
    units = ("Trưởng các thôn", "Hiệu trưởng các trường học")
    assert given_tasks(body) == [(units, "Lập danh sách hộ tham gi"), (units, "Phân công người chăm sóc")]


def test_members_of_a_list_that_say_nothing_to_do_are_part_of_the_task_above_them() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế

- Chủ trì chuẩn bị cây giống, cụ thể:

+ 500 cây sao đen cho thôn Đông;

+ Kiểm tra cây trước khi giao.
"""
    assert [text for _, text in given_tasks(body)] == ["- Chủ trì chuẩn bị cây g", "+ Kiểm tra cây trước khi"]


def test_a_paragraph_with_its_own_subject_leaves_the_unit_of_the_heading() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

1. Các ban, ngành, đoàn thể xã

- Tuyên truyền trong hội viên về lợi ích của rừng.

- Bộ phận Văn hóa - Xã hội: Chủ động đưa tin trên loa.

- Nhắc hội viên tưới cây hằng tuần.
"""
    assert [units for units, _ in given_tasks(body)] == [
        ("Các ban, ngành, đoàn thể xã",),
        ("Bộ phận Văn hóa - Xã hội",),
        ("Các ban, ngành, đoàn thể xã",),
    ]


def test_what_a_unit_lets_its_own_offices_do_stays_its_task() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế

- Chỉ đạo Trạm Khuyến nông chọn giống cây hợp thổ nhưỡng.

- Phân công cán bộ, công chức theo dõi từng thôn.
"""
    assert {units for units, _ in given_tasks(body)} == {("Phòng Kinh tế",)}


def test_items_below_a_numbered_order_are_tasks_of_the_same_unit() -> None:
    body = """IV. TỔ CHỨC THỰC HIỆN

1. Các thôn căn cứ Kế hoạch này chuẩn bị đất trồng, cuốc xẻng.

- Báo cáo số cây đã trồng về xã.

2. Giao Văn phòng HĐND và UBND xã theo dõi, đôn đốc.
"""
    assert [units for units, _ in given_tasks(body)] == [("Các thôn",), ("Các thôn",), ("Văn phòng HĐND và UBND xã",)]


def test_sentences_that_order_others_anew_are_tasks_of_their_own() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

1. Giao Phòng Kinh tế chủ trì chọn đất. Giao Công an xã giữ trật tự khi ra quân.
"""
    assert [(task.assignees, task.text) for task in tasks(TITLE + body)] == [
        (("Phòng Kinh tế",), "1. Giao Phòng Kinh tế chủ trì chọn đất."),
        (("Công an xã",), "Giao Công an xã giữ trật tự khi ra quân."),
    ]


def test_units_that_take_over_behind_a_semicolon_share_the_paragraph() -> None:
    body = "III. TỔ CHỨC THỰC HIỆN\n\n1. UBND các xã chuẩn bị mặt bằng; các trường học chủ động huy động học sinh.\n"
    assert [units for units, _ in given_tasks(body)] == [("UBND các xã", "các trường học")]


def test_a_section_whose_headings_are_units_gives_tasks_whatever_its_title() -> None:
    body = """II. NỘI DUNG

1. Sở Y tế

Cấp phát thuốc cho các trạm.

2. Sở Tài chính

Bố trí kinh phí phòng dịch.

3. Agribank tỉnh

Cho vay ưu đãi để mua thiết bị.
"""
    found = tasks(TITLE + body)
    assert [task.assignees for task in found] == [("Sở Y tế",), ("Sở Tài chính",), ("Agribank tỉnh",)]
    assert {task.part for task in found} == {"organisation"}


def test_orders_in_the_body_are_marked_as_such_unless_they_assign() -> None:
    body = """II. NỘI DUNG

1. Các thôn chủ động phát quang lối đi trước ngày 20/3/2024.

2. Giao Phòng Kinh tế nghiệm thu diện tích đã trồng.

III. TỔ CHỨC THỰC HIỆN

1. Công an xã

Giữ trật tự trong ngày ra quân.

Trên đây là Kế hoạch trồng cây. Yêu cầu các ban, ngành, các thôn nghiêm túc thực hiện./.
"""
    assert [(task.part, task.assignees[0]) for task in tasks(TITLE + body)] == [
        ("body", "Các thôn"),
        ("organisation", "Phòng Kinh tế"),
        ("organisation", "Công an xã"),
        ("body", "các ban, ngành"),
    ]


def test_a_directive_charges_those_it_is_addressed_to_and_then_each_by_name() -> None:
    text = """Số: 7/CT-UBND

Tân Lập, ngày 01 tháng 3 năm 2024

CHỈ THỊ

Về phòng cháy rừng

Mùa khô năm nay đến sớm. Để chủ động, Chủ tịch UBND huyện yêu cầu Chủ tịch UBND các xã thực hiện ngay các nhiệm vụ sau:

1. Kiểm tra, sửa chữa bể chứa nước và lối thoát hiểm tại các khu dân cư giáp rừng.

2. Hạt Kiểm lâm huyện trực 24/24 giờ trong các tháng cao điểm.

3. Giao Công an huyện xử lý nghiêm hành vi đốt rẫy trái phép.

Nơi nhận:
- Lưu: VT.
"""
    assert [(task.assignees, task.text[:2]) for task in tasks(text)] == [
        (("Chủ tịch UBND các xã",), "1."),
        (("Hạt Kiểm lâm huyện",), "2."),
        (("Công an huyện",), "3."),
    ]


def test_the_last_article_of_a_decision_makes_accountable() -> None:
    text = """Số: 9/QĐ-UBND

Tân Lập, ngày 01 tháng 3 năm 2024

QUYẾT ĐỊNH

Về việc lập Tổ công tác

Điều 1. Lập Tổ công tác trồng rừng.

Điều 2. Giao Phòng Nội vụ bảo đảm hậu cần cho Tổ công tác.

Điều 3. Các ông (bà): Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Nội vụ và Chủ tịch UBND các xã
chịu trách nhiệm thi hành Quyết định này./.
"""
    assigned, accountable = tasks(text)
    assert (assigned.assignees, assigned.part) == (("Phòng Nội vụ",), "organisation")
    assert accountable.assignees == (
        "Chánh Văn phòng HĐND và UBND huyện",
        "Trưởng phòng Nội vụ",
        "Chủ tịch UBND các xã",
    )
    assert (accountable.roles, accountable.part) == (("accountable",), "body")


BARS_BETWEEN_CELLS = """TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn
1 | Ươm cây | Phòng Kinh tế | Các thôn | 15/4/2024
2 | Nghiệm thu | nt | Công an xã | Quý II/2024
"""
MARKDOWN = """| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |
|---|---|---|---|---|
| 1 | Ươm cây | Phòng Kinh tế | Các thôn | 15/4/2024 |
| 2 | Nghiệm thu | nt | Công an xã | Quý II/2024 |
"""
HEAD = ("**TT**", "**Nhiệm vụ**", "**Chủ trì**", "**Phối hợp**", "**Thời hạn**")
ROWS = (("1", "Ươm\ncây", "Phòng Kinh\ntế", "", "15/4/2024"), ("2", "Nghiệm thu", "nt", "Công an xã", "Quý II/2024"))
A_BAR_A_LINE = "".join("|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for cell in row) for row in (HEAD, *ROWS))


@pytest.mark.parametrize(
    "table", [BARS_BETWEEN_CELLS, MARKDOWN, A_BAR_A_LINE], ids=["bars", "Markdown", "a bar a line"]
)
def test_a_row_of_a_task_table_is_a_task_of_the_unit_in_charge(table: str) -> None:
    found = tasks(TITLE + "II. NỘI DUNG\n\n" + table)
    assert [(task.assignees, task.roles, task.deadlines) for task in found] == [
        (("Phòng Kinh tế",), ("lead",), (date(2024, 4, 15),)),
        (("Phòng Kinh tế",), ("lead",), (date(2024, 6, 30),)),
    ]


def test_a_table_of_figures_gives_no_tasks() -> None:
    table = (
        "TT | Nội dung | Đơn vị tính | Năm 2024\n1 | Diện tích trồng mới | ha | 120\n2 | Số hộ tham gia | hộ | 900\n"
    )
    assert tasks(TITLE + "II. CHỈ TIÊU\n\n" + table) == ()


@pytest.mark.parametrize(
    "body",
    [
        "II. ĐỐI TƯỢNG, TIÊU CHÍ THI ĐUA\n\n1. Đối với các xã, phường\n\n- Hoàn thành vượt mức chỉ tiêu trồng rừng.\n",
        "II. CHỈ TIÊU\n\n1. Trồng mới 120 ha rừng.\n\n2. Tỷ lệ cây sống đạt 90%.\n",
        "II. NỘI DUNG\n\n1. Phổ biến lợi ích của rừng tới Nhân dân các thôn.\n",
        "Nơi nhận:\n- Sở Nông nghiệp và Môi trường;\n- UBND các xã;\n- Lưu: VT.\n",
    ],
    ids=["criteria", "targets", "nobody named", "recipients"],
)
def test_what_charges_nobody_is_no_task(body: str) -> None:
    assert tasks(TITLE + body) == ()


@pytest.mark.parametrize(
    "heading", ["2. Tiêu chí đánh giá", "2. Cách thức xếp hạng", "2. Nguyên tắc chấm điểm", "2. Thang điểm"]
)
def test_among_criteria_only_what_is_assigned_is_a_task(heading: str) -> None:
    body = f"""II. NỘI DUNG THI ĐUA

{heading}

a) Đối với các xã: Căn cứ diện tích trồng mới để xếp từ cao xuống thấp.

b) Trên cơ sở điểm tự chấm của các xã, giao Phòng Kinh tế kiểm tra thực địa trước ngày 15/5/2024.
"""
    (task,) = tasks(TITLE + body)
    assert (task.assignees, task.deadlines) == (("Phòng Kinh tế",), (date(2024, 5, 15),))


@pytest.mark.parametrize("aim", ["Để kịp thời vụ", "Nhằm kịp thời vụ", "Trên cơ sở kết quả đo", "Căn cứ kết quả đo"])
@pytest.mark.parametrize("order", ["giao", "đề nghị", "yêu cầu", "UBND huyện giao"])
def test_an_order_behind_its_ground_or_aim_is_a_task(aim: str, order: str) -> None:
    body = f"II. GIẢI PHÁP\n\n1. Cây giống\n\n- {aim}, {order} Phòng Kinh tế bố trí đủ cây giống.\n"
    (task,) = tasks(TITLE + body)
    assert task.assignees == ("Phòng Kinh tế",)


def test_a_task_torn_by_a_page_break_is_one_task() -> None:
    body = """III. TỔ CHỨC THỰC HIỆN

1. Phòng Kinh tế

Chủ trì nghiệm thu diện tích rừng đã trồng, thực hiện chế độ báo cáo số liệu định kỳ

6 tháng, 01 năm theo yêu cầu của cấp trên.
"""
    (task,) = tasks(TITLE + body)
    assert task.text.endswith("cấp trên.")
    assert task.recurrence == ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_kept_in_the_letters_of_the_text(form: str) -> None:
    body = "III. TỔ CHỨC THỰC HIỆN\n\n1. **Sở Văn hoá** – Thể thao\n\nMở chuyên mục về rừng trên báo.\n"
    text = unicodedata.normalize(form, TITLE + body)  # type: ignore[arg-type]
    (task,) = tasks(text)
    assert task.assignees == ("Sở Văn hoá – Thể thao",)
    assert text[task.start : task.end] == task.text


def test_spans_are_offsets_into_the_text_as_read() -> None:
    text = (
        TITLE
        + "III. TỔ CHỨC THỰC HIỆN\n\n#### **1. Phòng Kinh tế**\n\n- **Ươm** đủ cây giống *trước ngày 15/4/2024*.\n"
    )
    (task,) = tasks(text)
    assert task.text == text[task.start : task.end] == "- **Ươm** đủ cây giống *trước ngày 15/4/2024*."
    assert task.deadlines == (date(2024, 4, 15),)


LINES = st.sampled_from(
    [
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ",
        "2. Giao UBND các xã chủ trì",
        "- Chủ trì, phối hợp",
        "a) Đối với các thôn:",
        "+ Báo cáo trước ngày 15/6",
        "",
        "|",
        "| TT | Nhiệm vụ | Chủ trì |",
        "| 1 | Tập huấn | Sở Y tế |",
        "Các sở; các xã; các thôn chủ động",
        "PHỤ LỤC",
        "Điều 3. Các ông (bà)",
        "Nơi nhận:",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join))
def test_any_text_is_read_and_every_task_quotes_it(text: str) -> None:
    for task in tasks(text):
        assert 0 <= task.start < task.end <= len(text)
        assert task.text == text[task.start : task.end]
        assert task.assignees
        assert all(name.strip() for name in task.assignees)
        assert task.part in {"organisation", "body"}


def test_a_task_whose_lines_are_named_is_one_task_of_the_unit_in_the_lead() -> None:
    body = """II. NỘI DUNG

1. Rà soát quy trình

a) Cơ quan chủ trì: Phòng Kinh tế.

b) Cơ quan phối hợp: Công an xã; các thôn.

c) Thời gian hoàn thành: Trước ngày 15/12/2024.

2. Tập huấn

- Đơn vị thực hiện: Trạm Y tế xã, Xã đoàn.

- Thời hạn: Quý III năm 2024.

3. Ra quân

- Thời gian: Hoàn thành trước ngày 15/10/2024.

- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
"""
    found = tasks(TITLE + body)
    assert [(task.assignees, task.roles, task.deadlines) for task in found] == [
        (("Phòng Kinh tế",), ("lead",), (date(2024, 12, 15),)),
        (("Trạm Y tế xã", "Xã đoàn"), ("guide",), (date(2024, 9, 30),)),
        (("Phòng Văn hóa - Xã hội",), ("lead",), (date(2024, 10, 15),)),
    ]
    assert found[0].text.startswith("1. Rà soát quy trình")
    assert found[0].text.endswith("15/12/2024.")


def test_units_of_a_heading_that_was_broken_behind_a_semicolon_stay_together() -> None:
    body = """II. TỔ CHỨC THỰC HIỆN

1. Các ban, ngành;
Trưởng các thôn,
khu phố

Vận động nhân dân tham gia trồng cây dọc hai bên tuyến đường liên thôn và các khu
đất trống trên địa bàn toàn xã trong suốt mùa mưa năm nay theo đúng kế hoạch đã đề
ra từ đầu năm.

2. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi, đôn đốc các đơn vị
thực hiện nghiêm túc Kế hoạch này, định kỳ báo cáo kết quả với Chủ tịch Ủy ban nhân
dân xã để kịp thời chỉ đạo và điều chỉnh cho phù hợp với tình hình thực tế ở cơ sở
trong quá trình tổ chức thực hiện.

3. Công an xã bảo đảm an ninh, trật tự trong những ngày ra quân tại các điểm trồng
cây; hướng dẫn các phương tiện chở cây giống, dụng cụ vào đúng nơi tập kết đã định
và bố trí lực lượng túc trực suốt thời gian diễn ra lễ phát động tại sân ủy ban xã.
"""
    assert given_tasks(body)[0][0] == ("Các ban, ngành", "Trưởng các thôn, khu phố")


@pytest.mark.parametrize(
    ("task", "deadlines", "recurrence"),
    [
        ("Trước ngày 30/11/2024: Các thôn đăng ký số cây.", (date(2024, 11, 30),), ()),
        ("Trước ngày 15/12 hằng năm, các thôn báo cáo kết quả.", (), ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",)),
        ("Căn cứ Kế hoạch số 9/KH-UBND ngày 01/12/2024, các thôn đăng ký số cây.", (), ()),
    ],
)
def test_a_day_before_the_units_is_theirs(task: str, deadlines: tuple[date, ...], recurrence: tuple[str, ...]) -> None:
    (found,) = tasks(f"{TITLE}III. TỔ CHỨC THỰC HIỆN\n\n- {task}\n")
    assert (found.deadlines, found.recurrence) == (deadlines, recurrence)
