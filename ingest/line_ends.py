"""Whether a line can be the end of a thought, by its last words: "số", "ngày", "của" go on, "chuyển đổi số" not."""

from __future__ import annotations

import re

_OPEN_MARKS = ",/(-"
_GOES_ON = frozenset(
    (
        *("số", "ngày", "tháng", "năm", "của", "và", "về", "tại", "theo", "các", "những", "với", "cho", "hoặc", "giữa"),
        *("bởi", "SỐ", "NGÀY", "THÁNG", "NĂM", "CỦA", "VÀ", "VỀ", "TẠI", "THEO", "CÁC", "VỚI", "CHO", "BỞI"),
        *("khoản", "Khoản", "điểm", "Điểm", "điều", "Điều", "mục", "Mục", "chương", "Chương"),
        *("Sở", "Phòng", "Ban", "Cục", "Viện", "Báo", "Đài"),
    )
)
_NUMBERED = frozenset(
    (
        *("định", "quyết", "thị", "hoạch", "tư", "văn", "trình", "luận", "báo", "cáo", "luật", "lệnh", "dẫn", "điện"),
        *("án", "tri", "tịch", "lục", "mẫu", "biểu", "bản", "bảng", "phiếu", "hiệu", "ước", "chế", "một", "lược", "lệ"),
        *("đồng", "phép", "hàm", "động", "thư", "đơn", "tờ", "qđ", "nq", "nđ", "ct", "kh", "kl", "tt", "cv", "hd"),
    )
)
"""Last words of what has a number, and "một": behind them "số" goes on."""
_TIMES = frozenset({"ngày", "tháng", "năm"})
_COMPOUNDS = {
    **dict.fromkeys(_TIMES, frozenset({"hằng", "hàng", "cả", "nửa", "mỗi", "từng"})),
    "điểm": frozenset({"thí", "trọng", "thời", "địa", "quan", "đặc", "ưu", "kiểm"}),
    "mục": frozenset({"danh", "chuyên", "hạng", "đề"}),
    "khoản": frozenset({"tài", "điều"}),
}
"""What makes a word that would go on a part of another one, by that word."""

_HEADING_END = "KÈM THEO"
"""With which a heading may end: "VIII. TÀI LIỆU KÈM THEO"."""

_PROVISION_GOES_ON = re.compile(r"(?:^|[\s,(])(?:khoản \d+|điểm \w)$")


def needs_more(text: str) -> bool:
    """Tell whether a line cannot be the end of a thought: it ends in "số", "ngày", "của", "và", a comma or a hyphen.

    >>> needs_more("Căn cứ Nghị định số"), needs_more("Quy định về phí"), needs_more("Tổ chuyển đổi số")
    (True, False, False)
    """
    if text[-1:] in _OPEN_MARKS:
        return bool(text)
    last = text[-16:].replace(",", " ").replace("(", " ").rsplit(maxsplit=1)[-1:]
    if not last or last[0] in _GOES_ON:
        return bool(last) and not text.endswith(_HEADING_END) and not _is_compound(text)
    return (last[0].isdigit() or len(last[0]) == 1) and _PROVISION_GOES_ON.search(text[-16:]) is not None


def _is_compound(text: str) -> bool:
    """Tell whether the last word of a line belongs to the one before it: "chuyển đổi số", "hằng năm", "6 tháng".

    A number goes on with its document ("Quyết định số") and a day with its year ("tháng 6 năm").
    """
    *before, last = text[-32:].casefold().split()[-3:]
    if not before:
        return False
    if last == "số":
        return before[-1].strip("(,:") not in _NUMBERED
    if last in _TIMES and before[-1].isdigit():
        return before[0] not in _TIMES
    return before[-1] in _COMPOUNDS.get(last, ())
