"""Where the cells of a head were run together on one line, as text taken out of two columns leaves them.

"TỈNH ỦY ĐIỆN BIÊN ĐẢNG CỘNG SẢN VIỆT NAM HUYỆN ỦY TUẦN GIÁO Tuần Giáo, ngày 14 tháng 11 năm 2019 Số 318-BC/HU": the
names of bodies, of the nation or the Party, the number, the địa danh with the date, and the type are cells of their own
(NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW Phụ lục III).
"""

from __future__ import annotations

import re

_NATION = r"ĐẢNG CỘNG SẢN VIỆT NAM|CHỦ NGHĨA VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH"
_NUMBER = r"Số\s?:?\s{0,3}[\dlO]{0,5}\s{0,2}[-/]\s{0,2}[A-ZĐ]"
_PLACED_DAY = r"(?:TP\.\s?)?[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,7}(?:\s[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}){0,3},\s{1,3}ngày\s"
_TOGETHER = re.compile(
    rf"(?:[^\n]{{0,200}}?(?:{_NATION})[^\n]{{0,200}}?(?:{_NUMBER}|,\s{{1,3}}ngày\s)"
    rf"|[A-ZĐÀ-Ỹ]{{2}}[^\n]{{4,160}}?{_NUMBER}[^\n]{{0,60}}?,\s{{1,3}}ngày\s"
    rf"|[A-ZĐÀ-Ỹ]{{2}}[^\na-zđ]{{4,160}}?(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN))"
)
"""A line with more than one cell: a name of the nation or of a body before a number, a day or the nation."""

_WITHIN_A_NAME = "".join(
    f"(?<!{words})"
    for words in (
        *("THƯỜNG TRỰC", "THƯỜNG VỤ", "CHẤP HÀNH", "KIỂM TRA", "TỔ CHỨC", "TUYÊN GIÁO", "DÂN VẬN", "NỘI CHÍNH"),
        *("CỦA", "CHÁNH", "CÁN SỰ ĐẢNG", "CHỦ TỊCH", "GIÁM ĐỐC", "THANH TRA", "CƠ", "TRỤ", "LIÊN", "ĐẢNG ĐOÀN"),
        *("VĂN PHÒNG", "TỔNG", "CHI BỘ", "ĐẢNG ỦY", "ĐẢNG BỘ", "XÂY DỰNG", "VÀ", "CÁC", "ĐOÀN", "-"),
    )
)
_BODIES = (
    r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY|CHI BỘ|ĐẢNG BỘ|ỦY BAN (?:KIỂM TRA|MTTQ|MẶT TRẬN)|VĂN PHÒNG|BCH|LIÊN ĐOÀN"
    r"|BAN (?:THƯỜNG TRỰC|TỔ CHỨC|TUYÊN GIÁO|NỘI CHÍNH|DÂN VẬN|CHẤP HÀNH|XÂY DỰNG|CHỈ ĐẠO)|CÔNG ĐOÀN"
    r"|TRUNG TÂM|ĐỘI QUẢN LÝ"
    r"|HỘI (?:NÔNG DÂN|LIÊN HIỆP|LHPN|CỰU|CCB|CHỮ|NGƯỜI|KHUYẾN|LUẬT GIA)|UBND|ỦY BAN NHÂN DÂN|BAN CÁN SỰ ĐẢNG"
    r"|ĐOÀN (?:GIÁM SÁT|KIỂM TRA)|TRƯỜNG (?:ĐẠI|CAO|TRUNG|TIỂU|MẦM|TH|CHÍNH)|BỆNH VIỆN"
    r"|THANH TRA (?:TỈNH|HUYỆN|QUẬN|THÀNH PHỐ|THỊ XÃ)|B(?:Ộ|AN) CHỈ HUY (?:QUÂN SỰ|BỘ ĐỘI)"
    r"|BAN THƯỜNG VỤ (?:TỈNH|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ)(?! [UỦ][YỶ])|CÔNG AN (?:TỈNH|THÀNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ)"
    r"|(?:LIÊN )?SỞ|PHÒNG (?:GIÁO DỤC|NỘI VỤ|TÀI CHÍNH|TƯ PHÁP|VĂN HÓA|Y TẾ|KINH TẾ|LAO ĐỘNG|TÀI NGUYÊN|NÔNG NGHIỆP"
    r"|QUẢN LÝ|DÂN TỘC)|BAN (?:PHÁP CHẾ|KINH TẾ|VĂN HÓA|DÂN TỘC|ĐÔ THỊ|QUẢN LÝ)"
    r"|THƯỜNG TRỰC(?=\s{1,3}(?:Số|CỘNG H|ĐẢNG CỘNG|\|))"
)
TYPES = (
    r"KẾ HOẠCH|CHỈ THỊ|NGHỊ QUYẾT|BÁO CÁO|HƯỚNG DẪN|QUYẾT ĐỊNH|THÔNG TRI|THÔNG BÁO|CHƯƠNG TRÌNH|QUY ĐỊNH|QUY CHẾ"
    r"|KẾT LUẬN|TỜ TRÌNH|ĐỀ ÁN|CÔNG ĐIỆN"
)
"""Types as they stand in capitals over a title."""
_CUT = re.compile(
    rf"(?P<place>\s){_PLACED_DAY}"
    r"|(?<=CỘNG SẢN VIỆT NAM)\s|(?<=CHỦ NGHĨA VIỆT NAM)\s|(?<=Hạnh phúc)\s"
    r"|\s(?=ĐOÀN TNCS HỒ CHÍ MINH\s+[A-ZĐÀ-Ỹ][a-zà-ỹ])"
    rf"|\s(?={_NUMBER})|\s(?=V/v\s)"
    rf"|(?<=[A-ZĐÀ-Ỹ]){_WITHIN_A_NAME}\s{{1,3}}(?=(?:{_BODIES})(?!\w))|(?<=[-_]{{2}})\s(?=(?:{_BODIES})(?!\w))"
    r"|(?<=BAN DÂN VẬN)\s(?=ỦY BAN NHÂN DÂN|UBND)|(?<=QUÂN KHU \d)\s(?=BỘ CHỈ HUY)"
    rf"|(?<=\d{{4}})\s{{1,3}}(?=(?:{TYPES})(?!\w))|(?<=[/-][A-ZĐ]{{2}})\s{{1,3}}(?=(?:{TYPES})(?!\w))"
)
"""A place is matched with its day, for its name of several words is one."""
_LONGEST = 500


def head_cuts(row: str) -> list[int]:
    """Offsets in ``row`` at which a cell ends; none for a line of running text.

    >>> row = "TỈNH ỦY HÀ GIANG ĐẢNG CỘNG SẢN VIỆT NAM Hà Giang, ngày 5 tháng 6 năm 2024 Số 15-KH/TU"
    >>> [row[low:high].strip() for low, high in zip([0, *head_cuts(row)], [*head_cuts(row), len(row)])]
    ['TỈNH ỦY HÀ GIANG ĐẢNG CỘNG SẢN VIỆT NAM', 'Hà Giang, ngày 5 tháng 6 năm 2024', 'Số 15-KH/TU']
    """
    if _TOGETHER.match(row) is None:
        return []
    return [match.end("place") if match["place"] else match.end() for match in _CUT.finditer(row, 0, _LONGEST)]
