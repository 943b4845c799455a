"""A paper whose paragraphs were run together on one line is read like the same paper line by line."""

from __future__ import annotations

import pytest

from ingest.flattened import paragraphs_of
from ingest.lines import split_lines
from ingest.model import ParsedDocument
from ingest.parse import parse

STATE = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 612/KH-UBND
Lâm Đồng, ngày 14 tháng 10 năm 2025
KẾ HOẠCH
Bảo vệ rừng thông trong mùa khô 2025-2026
Thực hiện Chỉ thị số 40/CT-TTg ngày 02/10/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Giữ diện tích rừng hiện có.
2. Phát hiện sớm điểm cháy theo Nghị định số 156/2018/NĐ-CP.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
- Chủ trì trực cháy 24/24 giờ.
- Báo cáo Ủy ban nhân dân tỉnh trước ngày 30/4/2026.
2. Công an tỉnh
a) Điều tra các vụ đốt rừng.
b) Phối hợp tuần tra ở quận 3. Các vụ việc gửi về Sở.
3. Ủy ban nhân dân các xã, phường
Bố trí lực lượng tại chỗ.
Trên đây là Kế hoạch bảo vệ rừng thông, các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Bộ NN&MT;
- Lưu: VT, NN.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Hồng Hải
"""
PARTY = """TỈNH ỦY LẠNG SƠN
HUYỆN ỦY BẮC SƠN
*
Số 44-CT/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 09 tháng 3 năm 2023
CHỈ THỊ
về đẩy mạnh trồng rừng gỗ lớn
-----
Sau 3 năm thực hiện Nghị quyết số 17-NQ/TU, ngày 12/5/2020 của Tỉnh ủy, Ban Thường vụ Huyện ủy yêu cầu:
1- Các cấp ủy đảng lãnh đạo rà soát quỹ đất.
2- Ủy ban nhân dân huyện chỉ đạo ươm giống trước ngày 15/6/2023.
3- Ban Tuyên giáo Huyện ủy tuyên truyền chủ trương.
Nơi nhận:
- Thường trực Tỉnh ủy (báo cáo),
- Lưu Văn phòng Huyện ủy.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Hoàng Thị Mai
"""
LETTER = """UBND TỈNH SÓC TRĂNG
SỞ XÂY DỰNG
Số: 233/SXD-HTKT
V/v nạo vét cống thoát nước
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sóc Trăng, ngày 05 tháng 7 năm 2024
Kính gửi: Ủy ban nhân dân các huyện, thị xã
Thực hiện Công văn số 1180/UBND-KT ngày 28/6/2024 của Ủy ban nhân dân tỉnh, Sở Xây dựng đề nghị:
1. Ủy ban nhân dân các huyện, thị xã tổ chức nạo vét xong trước ngày 31/7/2024.
2. Phòng Quản lý hạ tầng theo dõi tiến độ.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Trần Văn Khải
"""
DECISION = """ỦY BAN NHÂN DÂN
THÀNH PHỐ BẾN TRE
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 905/QĐ-UBND
Bến Tre, ngày 03 tháng 4 năm 2024
QUYẾT ĐỊNH
Về việc thành lập Tổ công tác cải tạo chợ
CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển chợ;
Theo đề nghị của Trưởng phòng Kinh tế.
QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ công tác cải tạo chợ.
Điều 2. Giao Phòng Kinh tế trình phương án trước ngày 20/5/2024.
Điều 3. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
CHỦ TỊCH
Lê Minh Nhựt
"""


def _said(paper: ParsedDocument) -> list[object]:
    head = paper.header
    return [
        (head.symbol, head.type, head.title, head.issuer, head.place, head.date, head.signer),
        [(m.symbol, m.date, m.issuers, m.relation) for m in paper.mentions],
        [(task.assignees, task.deadlines) for task in paper.assignments],
        paper.recipients,
    ]


def _with_sections_run_together(paper: str) -> str:
    start = paper.find("\nII. ")
    end = paper.index("\nNơi nhận")
    return paper[: start + 1] + paper[start + 1 : end].replace("\n", " ") + paper[end:]


@pytest.mark.parametrize("paper", [STATE, PARTY, LETTER, DECISION], ids=["plan", "Party", "letter", "decision"])
def test_a_paper_on_one_line_says_what_it_says_line_by_line(paper: str) -> None:
    assert _said(parse(paper.replace("\n", " "))) == _said(parse(paper))


def test_a_section_on_one_line_gives_the_tasks_that_it_gives_line_by_line() -> None:
    assert _said(parse(_with_sections_run_together(STATE))) == _said(parse(STATE))


@pytest.mark.parametrize(
    ("row", "starts"),
    [
        pytest.param(
            "IV. NHIỆM VỤ VÀ GIẢI PHÁP Củng cố đội ngũ. 1. Hội đồng trường chọn sách. 2. Tổ bộ môn dự giờ, ghi chép.",
            ["IV. NHIỆM VỤ VÀ GIẢI PHÁP", "Củng cố", "1. Hội", "2. Tổ"],
            id="a heading in capitals ends before small letters",
        ),
        pytest.param(
            "III. TỔ CHỨC THỰC HIỆN 1. Phòng Văn hóa - Thông tin - Chủ trì hội diễn 2. Đài Truyền thanh Đưa tin, viết "
            "bài về hội diễn.",
            ["III.", "1. Phòng Văn hóa - Thông tin", "- Chủ trì hội diễn", "2. Đài Truyền thanh", "Đưa tin"],
            id="the name of a unit ends before its task, not at a hyphen of its own",
        ),
        pytest.param(
            "II. PHẠM VI 1. Khảo sát phường 2. Chợ đầu mối thuộc tổ 3. Kết quả gửi tháng 12. 2. Lập bản đồ.",
            ["II. PHẠM VI", "1. Khảo sát phường 2. Chợ đầu mối thuộc tổ 3. Kết quả gửi tháng 12.", "2. Lập"],
            id="what a number counts begins no item",
        ),
        pytest.param(
            "V. KINH PHÍ 1. Nguồn: a) Ngân sách xã; b) Đóng góp; c) Tài trợ. 2. Chi theo điểm b) khoản 1 của Quy chế.",
            ["V. KINH PHÍ", "1. Nguồn:", "a)", "b)", "c)", "2. Chi theo điểm b) khoản 1"],
            id="points count on, a cited one is none",
        ),
        pytest.param(
            "Điều 4. Trách nhiệm của Phòng Y tế 1. Kiểm tra nguồn nước. 2. Báo cáo quý. Điều 5. Kinh phí theo năm.",
            ["Điều 4. Trách nhiệm của Phòng Y tế", "1. Kiểm tra", "2. Báo cáo", "Điều 5."],
            id="articles count on, and clauses in each",
        ),
    ],
)
def test_labels_that_count_on_begin_paragraphs(row: str, starts: list[str]) -> None:
    pieces = [row[low:high].strip() for low, high in paragraphs_of(row, at_head=False)]
    assert [piece.startswith(start) for piece, start in zip(pieces, starts, strict=True)] == [True] * len(starts)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(
            "Trong năm, trường đã mở 12 lớp; cán bộ đi học ở quận 3. Các lớp buổi tối có 40 người. Căn cứ kết quả thi, "
            "hội đồng xét từng người; việc này được báo cáo đầy đủ với các bên và lưu trong hồ sơ của mỗi lớp.",
            id="a number that counts, grounds of a sentence",
        ),
        pytest.param(
            "Đoàn thăm 3 xã; mỗi xã nhận 2 máy bơm - Công ty Cấp nước tặng. Điều 5 của thỏa thuận ghi rõ thời hạn bàn "
            "giao, người nhận và cách bảo quản; bên nhận cam kết dùng máy đúng mục đích trong 3 năm.",
            id="a hyphen before a name, an article that is cited",
        ),
    ],
)
def test_a_long_paragraph_stays_one(paragraph: str) -> None:
    assert len(split_lines(paragraph)) == 1
