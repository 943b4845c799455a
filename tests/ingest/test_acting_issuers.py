"""Who issued a cited document, and when, where its sentence says who acted."""

from __future__ import annotations

import pytest

from ingest.model import ParsedMention
from ingest.parse import parse

HEAD = """ỦY BAN NHÂN DÂN
XÃ DUY TRINH
Số: 12/BC-UBND
Duy Trinh, ngày 05 tháng 3 năm 2024
BÁO CÁO
Công tác cải cách hành chính
"""
OWN, DISTRICT = "Ủy ban nhân dân xã Duy Trinh", "Ủy ban nhân dân huyện Duy Xuyên"
PROVINCE = "Ủy ban nhân dân tỉnh Quảng Nam"


def mentions(sentence: str) -> tuple[ParsedMention, ...]:
    """The mentions of one sentence in a report of xã Duy Trinh, huyện Duy Xuyên, tỉnh Quảng Nam."""
    return parse(f"{HEAD}{sentence}\nI. KẾT QUẢ\n1. Hồ sơ đúng hạn.\n").mentions


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        pytest.param("UBND tỉnh đã ban hành Kế hoạch số 100/KH-UBND ngày 01/2/2024 về CCHC.", [PROVINCE], id="issued"),
        pytest.param("UBND huyện có Công văn số 5121/UBND-NV ngày 10/2/2024 gửi các xã.", [DISTRICT], id="has"),
        pytest.param("UBND xã ban hành Quyết định số 12/QĐ-UBND ngày 02/2/2024.", [OWN], id="the text's own body"),
        pytest.param(
            "UBND tỉnh ban hành Kế hoạch số 100/KH-UBND ngày 01/2/2024 về CCHC, Quyết định số 22/QĐ-UBND về chỉ số và"
            " Công văn số 56/UBND-NC; UBND xã ban hành Kế hoạch số 9/KH-UBND ngày 05/2/2024.",
            [PROVINCE, PROVINCE, PROVINCE, OWN],
            id="a list, until another body acts",
        ),
        pytest.param(
            "Tại Công văn số 3011/UBND-NC ngày 11/1/2024, UBND tỉnh đã giao các địa phương rà soát.",
            [PROVINCE],
            id="behind the comma the one who orders",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 9/KH-UBND ngày 11/1/2024, UBND tỉnh đã giao các địa phương rà soát.",
            [OWN],
            id="but not who carries out",
        ),
        pytest.param(
            "Kiến nghị UBND tỉnh sửa đổi, bổ sung Quyết định số 25/QĐ-UBND ngày 11/1/2023.",
            [PROVINCE],
            id="who is asked to amend its own",
        ),
        pytest.param(
            "Sở Nội vụ đã ban hành Kế hoạch số 9/KH-UBND ngày 11/1/2024.",
            [OWN],
            id="a body of another series is not its issuer",
        ),
        pytest.param(
            "Quyết định số 12/QĐ-UBND ngày 03/01/2024 của UBND tỉnh sửa đổi, bổ sung Quyết định số 9/QĐ-UBND.",
            [PROVINCE, PROVINCE],
            id="who amends, amends its own",
        ),
        pytest.param(
            "UBND huyện (trước đây) đã ban hành Quyết định số 44/QĐ-XPVPHC ngày 28/5/2023.",
            [DISTRICT],
            id="a code of no table is whose sentence it is",
        ),
        pytest.param(
            "Quyết định số 12/QĐ-UBND sửa đổi Quyết định số 9/QĐ-UBND.", [OWN, OWN], id="a symbol is no subject"
        ),
    ],
)
def test_who_acts_in_a_sentence_issued_its_object(sentence: str, names: list[str]) -> None:
    assert [mention.issuers[0] for mention in mentions(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        pytest.param("Ngày 08/4/2023, Chính phủ đã ban hành Nghị định số 13/2023/NĐ-CP.", "2023-04-08", id="in front"),
        pytest.param("Ngày 10/9/2023 UBND tỉnh có Công văn số 51/UBND-NC gửi các xã.", "2023-09-10", id="no comma"),
        pytest.param(
            "Ngày 10/9/2023, UBND tỉnh ban hành Công văn số 51/UBND-NC ngày 09/9/2023.", "2023-09-09", id="its own day"
        ),
        pytest.param(
            "Ngày 10/9/2023, UBND xã họp theo Công văn số 51/UBND-NC.",
            None,
            id="the day of something else that is done",
        ),
        pytest.param(
            "Công điện số 6/CĐ-UBND hồi 17h00' ngày 26/9/2023 của Chủ tịch UBND tỉnh.", "2023-09-26", id="with its hour"
        ),
        pytest.param(
            "Công điện số 7/CĐ-TTg lúc 08 giờ 30 phút ngày 27/9/2023.", "2023-09-27", id="with hour and minutes"
        ),
    ],
)
def test_the_day_on_which_a_body_acted_is_that_of_its_document(sentence: str, day: str | None) -> None:
    found = mentions(sentence)[0].date
    assert (found.isoformat() if found else None) == day


def test_of_the_same_day_repeats_the_day_of_the_document_before() -> None:
    found = mentions("HĐND xã có Nghị quyết số 5/NQ-HĐND ngày 29/7/2023; Nghị quyết số 6/NQ-HĐND cùng ngày về vốn.")
    assert found[0].date == found[1].date is not None


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        ("số 540/DP-DT ngày 10/4/2023 của Cục Y tế dự phòng về dịch", "Cục Y tế dự phòng"),
        ("số 12/KCB-NV ngày 3/4/2023 của Cục Quản lý Khám, chữa bệnh, Bộ Y tế", "Cục Quản lý Khám, chữa bệnh"),
        ("số 44/C06-TTDLDC ngày 03/9/2023 của Cục C06 - Bộ Công an về dữ liệu", "Cục C06"),
        ("số 15/CCTL ngày 2/3/2023 của Chi cục Thủy lợi", "Chi cục Thủy lợi tỉnh Quảng Nam"),
        ("số 2/KSBT-KT ngày 2/3/2023 của Trung tâm Kiểm soát bệnh tật", "Trung tâm Kiểm soát bệnh tật tỉnh Quảng Nam"),
        ("số 226/PAS-KSBT ngày 12/4/2023 của Viện Pasteur TP. Hồ Chí Minh", "Viện Pasteur TP. Hồ Chí Minh"),
    ],
)
def test_offices_of_ministries_and_provinces_are_read_by_the_form_of_their_names(tail: str, name: str) -> None:
    assert mentions(f"Thực hiện Công văn {tail};")[0].issuers == (name,)


def test_the_name_of_a_place_does_not_go_on_behind_a_blank_line() -> None:
    text = (
        HEAD + "Sửa đổi Quyết định số 17/2023/QĐ-UBND ngày 28/2/2023 của Ủy ban nhân dân tỉnh\n\nCăn cứ Luật Đất đai;\n"
    )
    assert parse(text).mentions[0].issuers == (PROVINCE,)


def test_who_replaces_a_decision_issued_it() -> None:
    found = mentions(
        "Quyết định số 30/2020/QĐ-UBND ngày 21/8/2020 của UBND tỉnh đã được thay thế bởi Quyết định số"
        " 2/2025/QĐ-UBND ngày 24/01/2025."
    )
    assert [mention.issuers[0] for mention in found] == [PROVINCE, PROVINCE]


_CITY = (
    "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố: 3356/QĐ-UBND\nCần Thơ, ngày 21 tháng 11 năm 2025\n"
    "QUYẾT ĐỊNH\nBãi bỏ văn bản\n\n"
)


@pytest.mark.parametrize(
    ("later", "issuer"),
    [
        ("số 11/2022/QĐ-UBND ngày 20/4/2022", "Ủy ban nhân dân tỉnh Sóc Trăng"),
        ("số 11/2022/QĐ-UBND", "Ủy ban nhân dân tỉnh Sóc Trăng"),
        ("số 15/2025/QĐ-UBND ngày 02/5/2025", "Ủy ban nhân dân tỉnh Sóc Trăng"),
        ("số 15/2025/QĐ-UBND ngày 02/9/2025", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("số 15/2025/QĐ-UBND", "Ủy ban nhân dân thành phố Cần Thơ"),
    ],
)
def test_who_amended_a_decision_of_a_province_before_it_was_merged_issued_it(later: str, issuer: str) -> None:
    text = (
        f"{_CITY}Bãi bỏ Quyết định số 30/2020/QĐ-UBND ngày 05/10/2020 của Ủy ban nhân dân tỉnh Sóc Trăng về giá và"
        f" Quyết định {later} sửa đổi, bổ sung một số điều của Quyết định số 30/2020/QĐ-UBND.\n"
    )
    assert parse(text).mentions[1].issuers == (issuer,)
