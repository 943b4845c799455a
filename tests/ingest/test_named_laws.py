"""A law by its name, and the number that it had on the day of the text that names it (domain reference I13)."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extract import extract_text
from tests.ingest.normative import HEAD
from tests.ingest.references_of import quotes

NAMED = [
    ("Luật Đất đai", "2000-05-01", "24-L/CTN"),
    ("Luật Đất đai", "2004-03-01", "24-L/CTN"),
    ("Luật Đất đai", "2014-06-30", "13/2003/QH11"),
    ("Luật Đất đai năm 2013", "2025-02-01", "45/2013/QH13"),
    ("Luật Đất đai 2024", "2024-05-01", "31/2024/QH15"),
    ("Luật Đất đai (sửa đổi)", "2024-09-01", "31/2024/QH15"),
    ("Luật Đất đai ngày 18 tháng 01 năm 2024", "2024-06-01", "31/2024/QH15"),
    ("Luật Đất đai năm 2010", "2015-06-01", None),
    ("Luật Nhà ở năm 2023", "2024-03-01", "27/2023/QH15"),
    ("Luật Đầu tư", "2006-06-30", "59/2005/QH11"),
    ("Luật Đầu tư", "2026-02-28", "61/2020/QH14"),
    ("Luật Đầu tư công năm 2019", "2025-06-01", "39/2019/QH14"),
    ("Luật Doanh nghiệp", "2005-01-01", "13/1999/QH10"),
    ("Luật Xây dựng", "2026-07-01", "135/2025/QH15"),
    ("Luật BVMT năm 2020", "2021-06-01", "72/2020/QH14"),
    ("Luật BHXH năm 2024", "2024-12-01", "41/2024/QH15"),
    ("Luật BHYT", "2012-01-01", "25/2008/QH12"),
    ("Bộ luật Lao động năm 2012", "2022-01-01", "10/2012/QH13"),
    ("BLHS", "2019-01-01", "100/2015/QH13"),
    ("BLHS năm 1999", "2019-01-01", "15/1999/QH10"),
    ("BLDS 2015", "2016-06-01", "91/2015/QH13"),
    ("Luật Tổ chức chính quyền địa phương", "2025-02-28", "77/2015/QH13"),
    ("Luật Tổ chức chính quyền địa phương", "2025-03-01", "65/2025/QH15"),
    ("Luật Tổ chức chính quyền địa phương năm 2015", "2025-11-01", "77/2015/QH13"),
    ("Luật Tổ chức chính quyền địa phương năm 2025", "2025-05-01", "65/2025/QH15"),
    ("Luật Tổ chức chính quyền địa phương năm 2025", "2025-11-01", "72/2025/QH15"),
    ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025", "2025-11-01", "65/2025/QH15"),
    ("Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992", "1999-03-01", "Luật Tổ chức Chính phủ 1992"),
    ("Luật Tổ chức Chính phủ", "2010-01-01", "32/2001/QH10"),
    ("Luật Tổ chức HĐND và UBND", "2010-01-01", "11/2003/QH11"),
    ("Luật Ban hành văn bản quy phạm pháp luật", "2008-12-31", "52-L/CTN"),
    ("Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND", "2010-01-01", "31/2004/QH11"),
    ("Luật Ngân sách nhà nước năm 2015", "2026-02-01", "83/2015/QH13"),
    ("Luật Thanh tra năm 2022", "2025-09-01", "11/2022/QH15"),
    ("Luật Khiếu nại, tố cáo", "2008-01-01", "09/1998/QH10"),
    ("Luật Thuế GTGT", "2025-06-30", "13/2008/QH12"),
    ("Luật Các TCTD", "2024-07-01", "32/2024/QH15"),
    ("Luật Giao thông đường bộ", "2025-06-01", "23/2008/QH12"),
    ("Luật Đường bộ", "2024-10-01", "35/2024/QH15"),
    ("Luật Khoáng sản", "2011-03-01", "Luật Khoáng sản 1996"),
    ("Luật Dầu khí", "2022-12-31", "Luật Dầu khí 1993"),
    ("Luật Dầu khí", "2023-07-01", "12/2022/QH15"),
    ("Luật Hợp tác xã", "2003-01-01", "Luật Hợp tác xã 1996"),
    ("Luật Nghĩa vụ quân sự", "2015-08-01", "6-LCT/HĐNN7"),
    ("Luật Công đoàn", "2012-08-01", "40-LCT/HĐNN8"),
    ("Luật Xử lý vi phạm hành chính năm 2012 (sửa đổi, bổ sung năm 2020)", "2023-01-01", "15/2012/QH13"),
    ("Luật Các tổ chức tín dụng sửa đổi năm 2017", "2025-06-01", "17/2017/QH14"),
    ("Luật Các tổ chức tín dụng (sửa đổi) năm 2017", "2025-06-01", "17/2017/QH14"),
    ("Luật Các tổ chức tín dụng năm 2017", "2025-06-01", "17/2017/QH14"),
    ("Luật Các tổ chức tín dụng (sửa đổi, bổ sung năm 2017)", "2025-06-01", "47/2010/QH12"),
    ("Luật Các tổ chức tín dụng đã được sửa đổi, bổ sung một số điều năm 2017", "2025-06-01", "47/2010/QH12"),
    ("Luật Các tổ chức tín dụng năm 2010, sửa đổi năm 2017", "2025-06-01", "47/2010/QH12"),
    ("Luật Đất đai sửa đổi 2013", "2025-06-01", "45/2013/QH13"),
    ("Luật Đất đai (sửa đổi năm 2024)", "2025-06-01", "31/2024/QH15"),
    ("Luật Phòng, chống tham nhũng sửa đổi năm 2012", "2025-06-01", None),
    ("Pháp lệnh Xử lý vi phạm hành chính", "2001-01-01", "Pháp lệnh Xử lý vi phạm hành chính 1995"),
    ("Pháp lệnh Ưu đãi người có công với cách mạng", "2021-06-30", "26/2005/PL-UBTVQH11"),
    ("Hiến pháp", "2010-01-01", "Hiến pháp 1992"),
    ("Luật Dân số", "2026-03-01", "Luật Dân số 2025"),
    ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học", "2020-01-01", "34/2018/QH14"),
    ("Luật Phòng không nhân dân", "2025-11-14", "49/2024/QH15"),
    ("Luật Dân quân, tự vệ", "2025-11-14", "48/2019/QH14"),
    ("Bộ luật Hàng hải", "2012-01-01", "40/2005/QH11"),
    ("Luật Hôn nhân gia đình", "2025-11-14", "52/2014/QH13"),
    ("Luật CNTT", "2012-01-01", "67/2006/QH11"),
    ("Luật Khám chữa bệnh", "2025-11-14", "15/2023/QH15"),
    ("Pháp lệnh Bảo vệ quyền lợi người tiêu dùng", "2005-01-01", "13/1999/PL-UBTVQH10"),
]


@pytest.mark.parametrize(("written", "day", "symbol"), NAMED)
def test_a_named_law_has_the_number_that_was_in_force_on_the_day_of_the_text(
    written: str, day: str, symbol: str | None
) -> None:
    on = date.fromisoformat(day)
    head = HEAD.format(
        number=f"7/{on.year}/TT-BCT", day=f"{on.day:02} tháng {on.month:02} năm {on.year}", type="THÔNG TƯ"
    )
    mentions = extract_text(f"{head}\nĐiều 1. Áp dụng\nÁp dụng theo {written}.\n", "câu").mentions
    outer = next(mention for mention in mentions if not mention.embedded)
    assert outer.document_symbol == symbol


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Theo quy định tại Điều 5 Luật Kiểm sát, cơ quan phải trả lời.", ["Luật Kiểm sát"]),
        ("Căn cứ Luật Đấu giá;", ["Luật Đấu giá"]),
        ("Tuyên truyền Luật Phòng, chống lụt bão và Luật Giao thông công cộng.",
         ["Luật Phòng, chống lụt bão", "Luật Giao thông công cộng"]),
        ("Bà A là giảng viên môn Luật Hình sự.", []),
        ("Khoa Luật Kinh tế, Khoa Luật Hành chính mở lớp.", []),
        ("Phối hợp với Trường Đại học Luật Thành phố Hồ Chí Minh mở lớp.", []),
        ("Công ty Luật Trách nhiệm hữu hạn Minh Long và cử nhân Luật Kinh tế quốc tế.", []),
    ],
)  # fmt: skip
def test_a_short_name_that_no_table_knows_is_a_law_where_one_is_cited(sentence: str, found: list[str]) -> None:
    assert [mention.text for mention in extract_text(HEAD + sentence + "\n", "x.txt").mentions] == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("theo Luật Hòa giải ở cơ sở, Luật số 87/2025/QH15", ["Luật Hòa giải ở cơ sở", "Luật số 87/2025/QH15"]),
        ("(Luật Hòa giải ở cơ sở), Luật 87/2025/QH15", ["Luật Hòa giải ở cơ sở", "Luật 87/2025/QH15"]),
        ("theo Luật Hòa giải ở cơ sở số 35/2013/QH13", ["Luật Hòa giải ở cơ sở số 35/2013/QH13"]),
        (
            "Luật Thi hành án hình sự và Pháp lệnh số 03/2022/UBTVQH15",
            ["Luật Thi hành án hình sự", "Pháp lệnh số 03/2022/UBTVQH15"],
        ),
        ("theo Luật Hòa giải ở cơ sở (Luật số 35/2013/QH13)", ["Luật Hòa giải ở cơ sở (Luật số 35/2013/QH13"]),
        ("Báo cáo thẩm tra số 08/BC-BKTNS ngày 24/7/2025", ["Báo cáo thẩm tra số 08/BC-BKTNS"]),
        ("Văn bản thẩm định số 11/STC-HCSN ngày 5/11/2025", ["Văn bản thẩm định số 11/STC-HCSN"]),
        ("Bãi bỏ Điều 4 Quyet định số 11/QĐ-UBND ngay 5/11/2025", ["Quyet định số 11/QĐ-UBND"]),
    ],
)
def test_a_law_behind_a_comma_and_a_longer_type_word_are_read_whole(written: str, found: list[str]) -> None:
    assert quotes(written) == found
