"""The regions of a document, its paragraphs and its headings."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.normalise import NormalisedText, normalise
from ingest.sections import RegionKind, Sections, read_sections

PLAN = """Trang chủ
Tin tức

ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND
Bắc Kạn, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Cấp nước sạch
cho vùng cao

Căn cứ Luật Tài nguyên nước;
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
1. Ai cũng có nước sạch
a) Ở xã;
II. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng
- Chủ trì.
III. KINH PHÍ
Từ ngân sách.

Trên đây là Kế hoạch cấp nước sạch; yêu cầu các đơn vị thực hiện./.

Nơi nhận:
- Sở Xây dựng;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An

PHỤ LỤC
Danh sách xã

[1] Theo số liệu năm 2023.
Chia sẻ
"""


def laid_out(text: str) -> tuple[NormalisedText, Sections]:
    page = normalise(text)
    return page, read_sections(page)


def region_of(text: str, words: str) -> RegionKind:
    page, sections = laid_out(text)
    return sections.kind_at(page.text.index(words))


def paragraphs_of(text: str) -> list[str]:
    page, sections = laid_out(text)
    return [" ".join(span.of(page.text).split()) for span in sections.paragraphs]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tin tức", RegionKind.CHROME),
        ("TỈNH BẮC KẠN", RegionKind.HEAD),
        ("cho vùng cao", RegionKind.HEAD),
        ("Căn cứ Luật", RegionKind.PREAMBLE),
        ("như sau:", RegionKind.PREAMBLE),
        ("Ở xã", RegionKind.BODY),
        ("- Chủ trì", RegionKind.ORGANISATION),
        ("Từ ngân sách", RegionKind.BODY),
        ("Trên đây là", RegionKind.CLOSING),
        ("- Sở Xây dựng;", RegionKind.RECIPIENTS),
        ("Lê Văn An", RegionKind.SIGNATURE),
        ("Danh sách xã", RegionKind.ANNEX),
        ("[1] Theo", RegionKind.FOOTNOTES),
        ("Chia sẻ", RegionKind.CHROME),
    ],
)
def test_each_part_of_a_page_has_its_region(words: str, kind: RegionKind) -> None:
    assert region_of(PLAN, words) is kind


@pytest.mark.parametrize(
    "heading",
    [
        "Nơi nhận:",
        "***Nơi nhận:***",
        "#### **Nơi nhận:**",
        "Noi nhận:",
        "NƠI NHẬN:",
        "Nơi nhận :",
        "Nơi gửi:",
        "Nơi nhận",
    ],
)
def test_recipients_begin_at_any_form_of_their_heading(heading: str) -> None:
    assert region_of(PLAN.replace("Nơi nhận:", heading), "- Sở Xây dựng;") is RegionKind.RECIPIENTS


@pytest.mark.parametrize(
    "heading",
    [
        "II. TỔ CHỨC THỰC HIỆN",
        "II. Tổ chức thực hiện Kế hoạch",
        "II. PHÂN CÔNG NHIỆM VỤ",
        "II. TRÁCH NHIỆM THỰC HIỆN",
        "II. GIẢI PHÁP VÀ TỔ CHỨC THỰC HIỆN",
        "Điều 2. Trách nhiệm thi hành",
        "II. TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ",
        "II. TRÁCH NHIỆM",
        "II. TỔ CHỨC\nTHỰC HIỆN",
    ],
)
def test_tasks_are_given_under_any_form_of_their_heading(heading: str) -> None:
    assert region_of(PLAN.replace("II. TỔ CHỨC THỰC HIỆN", heading), "- Chủ trì") is RegionKind.ORGANISATION


def test_a_section_about_carrying_out_something_gives_no_tasks() -> None:
    text = PLAN.replace("II. TỔ CHỨC THỰC HIỆN", "II. NỘI DUNG THỰC HIỆN CÁC QUY ĐỊNH")
    assert region_of(text, "- Chủ trì") is RegionKind.BODY


def test_a_section_whose_headings_are_names_of_bodies_gives_tasks() -> None:
    text = PLAN.replace("II. TỔ CHỨC THỰC HIỆN", "II. NHIỆM VỤ").replace(
        "- Chủ trì.", "- Chủ trì.\n2. Sở Tài chính\n- Bố trí kinh phí.\n3. Ủy ban nhân dân các xã\n- Vận động."
    )
    assert region_of(text, "- Vận động") is RegionKind.ORGANISATION


def test_tasks_that_lost_their_heading_start_again_at_one() -> None:
    text = (
        "KẾ HOẠCH\nVề an toàn\n1. Mục đích\n2. Nội dung\n1. Giao Sở Y tế chủ trì.\n2. Đề nghị Ủy ban Mặt trận phối hợp."
    )
    assert region_of(text, "Nội dung") is RegionKind.BODY
    assert region_of(text, "Giao Sở Y tế") is RegionKind.ORGANISATION


def test_the_signature_may_stand_before_the_recipients() -> None:
    text = PLAN.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\n", "").replace(
        "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn An\n\nNơi nhận:"
    )
    assert region_of(text, "Lê Văn An") is RegionKind.SIGNATURE
    assert region_of(text, "- Lưu: VT") is RegionKind.RECIPIENTS
    assert region_of(text, "Danh sách xã") is RegionKind.ANNEX


@pytest.mark.parametrize(
    "annex", ["KẾ HOẠCH\nCấp nước", "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN", "QUY CHẾ\nLàm việc", "Biểu 1"]
)
def test_what_follows_the_name_of_the_signer_is_an_annex(annex: str) -> None:
    text = PLAN.replace("PHỤ LỤC\nDanh sách xã", annex)
    page, sections = laid_out(text)
    assert sections.kind_at(page.text.rindex(annex)) is RegionKind.ANNEX
    assert sections.kind_at(page.text.index("Lê Văn An")) is RegionKind.SIGNATURE


def test_cells_of_recipients_and_signature_on_one_line_are_told_apart() -> None:
    text = PLAN.replace("- Sở Xây dựng;\n", "- Sở Xây dựng;      KT. CHỦ TỊCH\n")
    page, sections = laid_out(text)
    assert sections.kind_at(page.text.index("KT. CHỦ TỊCH")) is RegionKind.SIGNATURE
    assert sections.kind_at(page.text.index("- Lưu")) is RegionKind.RECIPIENTS


def test_a_text_without_any_mark_is_body() -> None:
    _, sections = laid_out("Hôm nay trời đẹp.\nMọi người đi chơi.")
    assert sections.spans(RegionKind.HEAD, RegionKind.SIGNATURE, RegionKind.RECIPIENTS) == ()


def test_words_of_web_pages_inside_a_sentence_are_no_end() -> None:
    assert region_of(PLAN.replace("Từ ngân sách.", "chia sẻ\ndữ liệu dùng chung."), "dữ liệu") is RegionKind.BODY


def test_headings_nest_by_rank_and_know_where_their_section_ends() -> None:
    page, sections = laid_out(PLAN)
    assert [(h.label, h.text, h.depth) for h in sections.headings] == [
        ("I.", "MỤC ĐÍCH", 1),
        ("1.", "Ai cũng có nước sạch", 2),
        ("a)", "Ở xã;", 3),
        ("II.", "TỔ CHỨC THỰC HIỆN", 1),
        ("1.", "Sở Xây dựng", 2),
        ("III.", "KINH PHÍ", 1),
    ]
    assert [h.label for h in sections.path(page.text.index("Ở xã"))] == ["I.", "1.", "a)"]
    assert [h.text for h in sections.path(page.text.index("- Chủ trì"))] == ["TỔ CHỨC THỰC HIỆN", "Sở Xây dựng"]


def test_articles_nest_in_chapters_and_take_the_title_on_the_next_line() -> None:
    _, sections = laid_out(
        "LUẬT\nAN TOÀN\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Luật này quy định.\nChương II\nTHI HÀNH"
    )
    assert [(h.label, h.text, h.depth) for h in sections.headings] == [
        ("Chương I", "QUY ĐỊNH CHUNG", 1),
        ("Điều 1.", "Phạm vi", 2),
        ("1.", "Luật này quy định.", 3),
        ("Chương II", "THI HÀNH", 1),
    ]


def test_a_page_break_inside_a_sentence_does_not_end_the_paragraph() -> None:
    text = "- Nâng cao chất lượng của công tác tuyên truyền, vận động\n\nnhân dân trên địa bàn;\n- Việc khác."
    first, second = paragraphs_of(text)
    assert (first[-22:], second) == ("nhân dân trên địa bàn;", "- Việc khác.")


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    line = "Công tác này được triển khai rộng khắp trên địa bàn tỉnh trong thời gian qua và"
    blocks = "\n\n".join("\n".join([line] * 3 + ["Kết thúc."]) for _ in range(4))
    assert len(paragraphs_of(blocks)) == 4


def test_a_symbol_at_the_start_of_a_wrapped_line_is_no_label() -> None:
    text = "Thực hiện Chỉ thị số\n28/CT-TTg của Thủ tướng; Kế hoạch số\n57-KH/TU của Tỉnh ủy."
    assert len(paragraphs_of(text)) == 1


@given(st.text(alphabet="ABCIVXKẾ HOẠCHSốốngày tháng năm 2023:/-.;)(\n1aNơi nhậnLưuTMđĐiều|*", max_size=300))
def test_regions_are_in_order_and_cover_the_text(text: str) -> None:
    page, sections = laid_out(text)
    if sections.regions:
        assert sections.regions[0].start == 0
        assert sections.regions[-1].end == len(page.text)
    assert all(a.end == b.start and a.start < a.end for a, b in pairwise(sections.regions))
    assert all(a.end <= b.start for a, b in pairwise(sections.paragraphs))
    assert all(h.start < h.end <= h.section_end <= len(page.text) for h in sections.headings)


@pytest.mark.parametrize(
    "unit", [" ", "\n", "1. ", "I.\n", "- a\n", "Nơi nhận:\n", "Số: ", "Căn cứ ", "[1]\n", "CHỦ TỊCH\n"]
)
def test_long_runs_of_any_mark_are_laid_out(unit: str) -> None:
    page, sections = laid_out(unit * 20_000)
    assert all(region.end <= len(page.text) for region in sections.regions)


def test_real_documents_have_all_their_regions(shared: Path) -> None:
    for file in sorted((shared / "seeds").glob("0*.txt")):
        kinds = {region.kind for region in laid_out(file.read_text(encoding="utf-8"))[1].regions}
        assert kinds >= {
            RegionKind(kind) for kind in ["head", "preamble", "body", "organisation", "closing", "signature"]
        }, file


RAGGED = """Số: 5/KH-UBND
Tân Lập, ngày 01 tháng 3 năm 2024
KẾ HOẠCH
Trồng cây
I. MỤC ĐÍCH
1. Phát
động nhân dân trồng
cây xanh dọc các tuyến đường liên thôn của xã Tân Lập và các điểm trường, trạm y tế, nhà văn hóa trên địa bàn tỉnh Bắc
Kạn, nhất
là nơi công
cộng.
II. TỔ CHỨC THỰC HIỆN
1. Phòng
Kinh tế
a)
Tham mưu
Ủy ban nhân dân xã ban hành quy chế
phối hợp với
Báo Bắc
Kạn, Đài Phát thanh.
2. Công an xã
Giữ trật tự.
"""


@pytest.mark.parametrize(
    "paragraph",
    [
        (
            "1. Phát động nhân dân trồng cây xanh dọc các tuyến đường liên thôn của xã Tân Lập và các điểm trường,"
            " trạm y tế, nhà văn hóa trên địa bàn tỉnh Bắc Kạn, nhất là nơi công cộng."
        ),
        "1. Phòng Kinh tế",
        "a) Tham mưu Ủy ban nhân dân xã ban hành quy chế phối hợp với Báo Bắc Kạn, Đài Phát thanh.",
        "2. Công an xã",
        "Giữ trật tự.",
    ],
)
def test_sentences_that_were_broken_at_any_place_are_mended(paragraph: str) -> None:
    assert paragraph in paragraphs_of(RAGGED)
