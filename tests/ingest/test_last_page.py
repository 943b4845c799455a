"""Who signed, and to whom a document is sent."""

from __future__ import annotations

import pytest

from tests.ingest.pages import header_of, plan, recipients_of, tasks_of


@pytest.mark.parametrize(
    ("tail", "signer", "capacity"),
    [
        ("CHỦ TỊCH\n\nĐặng Văn Minh", "Đặng Văn Minh", "CHỦ TỊCH"),
        ("Nơi nhận: CHỦ TỊCH\n- Sở Y tế;\n- Lưu: VT. Lê Tự Gia Thạnh", "Lê Tự Gia Thạnh", "CHỦ TỊCH"),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nHồ Thị Nguyên Thảo",
            "Hồ Thị Nguyên Thảo",
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        ),
        (
            "**TM. ỦY BAN NHÂN\nDÂN**\nCHỦ TỊCH\nY Thanh Hà Niê Kđăm",
            "Y Thanh Hà Niê Kđăm",
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        ),
        ("KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNGUYỄN VĂN AN", "NGUYỄN VĂN AN", "KT.CHỦ TỊCH PHÓ CHỦ TỊCH"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn An", "Lê Văn An", "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ"),
        ("GIÁM ĐỐC\nĐại tá Nguyễn Văn An", "Nguyễn Văn An", "GIÁM ĐỐC"),
        ("CHỈ HUY TRƯỞNG\nĐại tá Trần Văn Nam", "Trần Văn Nam", "CHỈ HUY TRƯỞNG"),
        ("HIỆU TRƯỞNG\nTS. Lê An", "Lê An", "HIỆU TRƯỞNG"),
        ("GIÁM ĐỐC\nBSCKII. Lê Đình An", "Lê Đình An", "GIÁM ĐỐC"),
        ("PHÓ CHỦ\nTỊCH\n\nLương Thị\nHạnh", "Lương Thị Hạnh", "PHÓ CHỦ TỊCH"),
        ("CHÁNH VĂN\nPHÒNG\nLê An", "Lê An", "CHÁNH VĂN PHÒNG"),
        ("KT. CHỦ TICH\nPHÓ CHU TỊCH\nLê An", "Lê An", "KT. CHỦ TICH PHÓ CHU TỊCH"),
        ("KT. CHỦ TỊCH", None, "KT. CHỦ TỊCH"),
        ("CHỦ TỊCH\n\nVõ   Trọng   Hải", "Võ Trọng Hải", "CHỦ TỊCH"),
        ("HIỆU TRƯỞNG\n(Ký, đóng dấu)\nH'Yim Kđoh", "H'Yim Kđoh", "HIỆU TRƯỞNG"),
        (
            "KT. BỘ TRƯỞNG BỘ Y TẾ          KT. BỘ TRƯỞNG BỘ XÂY DỰNG\nLê Thị An                      Trần Văn Nam",
            "Lê Thị An",
            "KT. BỘ TRƯỞNG BỘ Y TẾ KT. BỘ TRƯỞNG BỘ XÂY DỰNG",
        ),
        ("Nơi nhận:\n- Lưu: VT.\n\nLê Đức Thanh", "Lê Đức Thanh", None),
        (
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Y tế;   CHỦ TỊCH\n- Lưu: VT.\nLê An",
            "Lê An",
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        ),
        (
            "Nơi nhận:      T/M BAN THƯỜNG VỤ\n- Tỉnh ủy,      PHÓ BÍ THƯ\n- Các xã,\n- Lưu VP.      Lê Văn An",
            "Lê Văn An",
            "T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ",
        ),
        (
            "Nơi nhận:      KT. CHỦ TỊCH\n- Như trên;      PHÓ CHỦ TỊCH\n- Tỉnh ủy (đ/c A);      Lê Thị An\n- Lưu: VT.",
            "Lê Thị An",
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        ),
        ("Nơi nhận:\n- Sở Y tế tỉnh\n     Lào Cai;\n- Lưu: VT.\nGIÁM ĐỐC\nLê An", "Lê An", "GIÁM ĐỐC"),
        (
            "| Nơi nhận: - Sở Y tế; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị An |",
            "Lê Thị An",
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        ),
        ("Nơi nhận:\n- Lưu: VT.\nKT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê An", "Lê An", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"),
        ("", None, None),
    ],
)
def test_signer_and_capacity_are_told_apart(tail: str, signer: str | None, capacity: str | None) -> None:
    header = header_of(plan(tail=tail))
    assert (header.signer, header.signer_capacity) == (signer, capacity)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Nơi nhận:\n- Sở Y tế;\n- UBND các xã;\n- Lưu: VT, NC.", ("Sở Y tế", "UBND các xã")),
        (
            "***Nơi nhận:***\n\n- Sở Y tế;\n\n- Ban Thi đua -\nKhen thưởng (b/c);\n\n- Lưu: VT.",
            ("Sở Y tế", "Ban Thi đua - Khen thưởng"),
        ),
        ("Nơi nhận: - Sở Y tế; - UBND các xã; - Lưu: VT.", ("Sở Y tế", "UBND các xã")),
        ("Nơi\nnhận:\n- Sở Y tế;\n- UBND\ncác xã;\n- Lưu: VT.", ("Sở Y tế", "UBND các xã")),
        (
            "Nơi nhận:        TM. ỦY BAN NHÂN DÂN\n- Sở Y tế;          CHỦ TỊCH\n- UBND các xã;\n- Lưu: VT.      Lê An",
            ("Sở Y tế", "UBND các xã"),
        ),
        ("Noi nhận:\nSở Y tế;\nUBND các xã;\nLưu: VT.", ("Sở Y tế", "UBND các xã")),
        (
            "Nơi nhận:\n- Các huyện ủy,\n- Thành viên Ban Chỉ đạo,\n- Lưu Văn phòng Tỉnh ủy.",
            ("Các huyện ủy", "Thành viên Ban Chỉ đạo"),
        ),
        ("Nơi nhận:\n- TT. Tỉnh ủy; TT. HĐND tỉnh (để b/c);\n- Lưu: VT.", ("TT. Tỉnh ủy", "TT. HĐND tỉnh")),
        ("CHỦ TỊCH\nLê Văn An", ()),
    ],
)
def test_recipients_are_items_without_bullets_notes_and_the_archive_line(tail: str, expected: tuple[str, ...]) -> None:
    assert recipients_of(plan(tail=tail)) == expected


@pytest.mark.parametrize("below", ["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Đức Thanh"])
def test_the_last_task_of_a_page_of_full_lines_ends_where_the_last_page_begins(below: str) -> None:
    line = "Trung tâm Y tế phối hợp kiểm tra, giám sát các hộ nuôi"
    page = "\n".join(f"{number}. {line}\nvà báo cáo số hộ đã tiêm phòng." for number in range(1, 9))
    last = "9. Trạm Thú y tổng hợp, báo cáo kết quả thực hiện,\nđề xuất việc cần làm của tháng sau ở các thôn, tổ"
    text = plan(body=f"II. TỔ CHỨC THỰC HIỆN\n{page}\n{last}", tail=below)
    assert tasks_of(text, header_of(text))[-1].text == last
