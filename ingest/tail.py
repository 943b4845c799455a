"""The last page: recipients, signature, and what follows them (annexes, footnotes, page chrome).

Marks (NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW): "Nơi nhận:" with a list that ends in "Lưu: …"; TM., KT., TL., TUQ., Q. or
the capacity in capitals, then the name. The two stand side by side on paper, so they come in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from graph.text import fold
from ingest.lines import Line, is_upper, label_of


class TailKind(StrEnum):
    """What a line of the last page belongs to."""

    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"
    FOOTNOTES = "footnotes"
    CHROME = "chrome"


RECIPIENTS = re.compile(
    r"[-+ ]{0,3}N[ơo]i\s+(?:nh[ậaâ]n|g[ửưu]i)\s*(?:[:;.]|$|(?=\s))|nh[ậaâ]n\s?:$",  # the latter torn off its "Nơi"
    re.IGNORECASE,
)
KEPT = re.compile(r"[-+• ]{0,3}L[ưu]u\b\s*(?:[:;,]|\s(?:VT|V[ăa]n|[Tt]ại|h[ồo]))?")
CAPACITY = re.compile(
    r"(?:(?:TM|TL|KT|TUQ|TN|Q)\s?[./]|T/M|T/L|K/T|T/UQ)\s?\.?\s?[A-ZĐÀ-Ỹ]|"
    r"(?:QUYỀN |PHÓ |THỨ |Q\. ?)?(?:CHỦ TỊCH|CHỦ NHIỆM|BỘ TRƯỞNG|TRƯỞNG|THỦ TƯỚNG|TỔNG BÍ THƯ|BÍ THƯ|GIÁM ĐỐC|"
    r"TỔNG GIÁM ĐỐC|THỐNG ĐỐC|CHÁNH ÁN|VIỆN TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|"
    r"CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|TỔNG KIỂM TOÁN|TỔNG THANH TRA|THƯỜNG TRỰC|CHỦ TỌA|THỦ TRƯỞNG|ỦY VIÊN|"
    r"(?:CHỈ HUY|VỤ|ĐỘI|TRẠM|ĐỒN|TỔ) TRƯỞNG|CHÍNH ỦY|CHÍNH TRỊ VIÊN|TƯ LỆNH)(?=\W|$)"
)
_BARE_CAPACITY = re.compile(
    r"(?:quyen |pho |thu )?(?:chu (?:tich|nhiem)|giam doc|bi thu|chanh (?:van|an|thanh)|(?:bo |cuc |vien )?truong)"
    r"|pho (?:chu|bi|giam|chanh)$"
)
"""A capacity that lost its marks, or whose line was broken behind its first words."""
SIGNED = re.compile(
    r"[(\[]?\s?(?:đã k[ýí]|daky|k[ýí],? (?:và )?(?:ghi rõ họ )?(?:tên|đóng dấu)|chữ ký|signed)", re.IGNORECASE
)
NAME = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|BSCK[I\d]{1,3}|BS|LS|KS|CN|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng))[. ]{1,2}){0,3}"
    r"(?:[HKYMG]['’]\s?)?[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?:(?:[ -]{1,2}| {3,4})(?:[HKYMG]['’]\s?)?[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,5}$"
)
"""With the marks of the peoples of the highlands: "H'Linh Niê Kđăm"."""
REST_OF_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,7}$")
"""The last word of a name, on a line of its own."""
_OF_CAPACITY = re.compile(r"ỦY BAN|HỘI |BỘ |SỞ |BAN |TỈNH|THÀNH|QUẬN|HUYỆN|XÃ |PHƯỜNG|CHÍNH|QUỐC HỘI|ĐẢNG|PHÒNG|DÂN$")
_CLOSING = re.compile(
    r"(?:Trên đây là|Trong quá trình|Quá trình|Yêu cầu|Đề nghị|Kế hoạch này|Nhận được|Văn bản này|Trên cơ sở|Căn cứ)"
)
_ON_THE_ABOVE = re.compile(r"Trên đây là\b")
_ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu mẫu|Biểu số|MẪU|Mẫu số|DANH MỤC|DANH SÁCH|BẢNG|QUY CHẾ|QUY ĐỊNH|"
    r"\(?Ban hành kèm|\(?Kèm theo)\b"
)
_NOTE = re.compile(r"\[\^?\d{1,3}\](?!\()")
_CHROME = re.compile(
    r"(?:CƠ SỞ DỮ LIỆU QUỐC GIA(?=(?: VỀ (?:VĂN BẢN )?PHÁP LUẬT)?\W*$)"  # no heading on another data base
    r"|Ý kiến bạn đọc|Bản quyền (?:thuộc|©)|Đơn vị chủ quản:|Copyright|©|FILE ĐƯỢC ĐÍNH KÈM)"
    r"|(?:(?:Các )?[Tt]in (?:liên quan|khác|cùng .{3,20}|mới.{0,20})|(?:Bài viết|Văn bản) (?:khác|liên quan)|"
    r"Trang chủ|Tải về|Tải xuống|Tải file.{0,20}|Chia sẻ(?: bài viết| tin| lên.{0,20}| qua.{0,20})?|"
    r"(?:Gửi |Viết )?[Bb]ình luận|Những tin (?:mới|cũ) hơn|Tổng số điểm của bài viết.{0,60}|Quay trở lại|"
    r"(?:Click để )?[Đđ]ánh giá bài viết|Liên kết website|Lượt (?:xem|truy cập).{0,20}|Số lượt.{0,30}|"
    r"In (?:trang|bài viết).{0,10}|Gửi phản hồi|Quay lại|Về trang.{0,10}|Về đầu trang|(?:File|Tệp) đính kèm.{0,40}|"
    r"Thuộc tính|Lược đồ|Nội dung đang cập nhật)\W*$"
)
_BEGINS_RECIPIENTS = "-+ Nn"
LAST_PARAGRAPHS = 8
"""How many paragraphs before the last page a closing may have."""

_SIGNATURE_LINES, _RECIPIENT_LINES = 12, 120
_TORN_HEADING, _TORN_OFFICE = len("- Nơi"), len("QUYỀN CHÁNH VĂN")


def find_tail(lines: Sequence[Line], first: int) -> int:
    """Index of the first line of the last page at or after ``first``; ``len(lines)`` when there is none."""
    for index in range(first, len(lines)):
        text = lines[index].text
        if (text[0] in _BEGINS_RECIPIENTS and _is_recipients(lines, index)) or (
            text[:2].isupper() and _is_office(lines, index) and _is_signed(lines, index)
        ):
            return _back_over_capacity(lines, index, first)
        if 2 * lines[index].start > lines[-1].end and is_chrome(text):
            return index
    return len(lines)


def read_tail(lines: Sequence[Line], first: int) -> Iterator[tuple[int, TailKind]]:
    """Tell for each line from ``first`` on what it belongs to."""
    state: TailKind = TailKind.SIGNATURE
    kept = signed = listing = False
    count = 0
    notes = _first_note(lines, first)
    for index in range(first, len(lines)):
        line = lines[index]
        if state is not TailKind.CHROME:
            before = state
            if index >= notes:
                state = TailKind.FOOTNOTES
            if is_chrome(line.text):
                state = TailKind.CHROME
            elif state in {TailKind.RECIPIENTS, TailKind.SIGNATURE}:
                beside = listing and not signed and line.text[:1] in "-+•"
                state = (
                    TailKind.RECIPIENTS if beside else _next(lines, index, state, complete=kept or signed, count=count)
                )
            signed = state is TailKind.SIGNATURE and (signed or NAME.match(line.text) is not None)
            kept = state is TailKind.RECIPIENTS and (kept or KEPT.match(line.text) is not None)
            listing = (listing or state is TailKind.RECIPIENTS) and KEPT.match(line.text) is None
            count = count + 1 if state is before else 0
        yield index, state


def closing_start(texts: Sequence[str]) -> int:
    """Index of the paragraph with which the closing begins, given the last paragraphs before the last page."""
    tail = range(max(0, len(texts) - LAST_PARAGRAPHS), len(texts))
    for index in tail:
        if _ON_THE_ABOVE.match(texts[index]):
            return index
    start = len(texts)
    while start > tail.start and _CLOSING.match(texts[start - 1]) and not label_of(texts[start - 1]):
        start -= 1
    return start if start < len(texts) and texts[-1].rstrip(" .").endswith(("/", "này", "định", "hiện")) else len(texts)


def is_capacity(text: str) -> bool:
    """Tell whether a line states in what capacity somebody signs ("KT. CHỦ TỊCH")."""
    return len(text) < 120 and not text[1:2].islower() and CAPACITY.match(text) is not None and is_upper(text)


def is_capital_name(text: str) -> bool:
    """Tell whether a line in capitals may be the name of a person."""
    words = text.split()
    letters_only = "".join(words).isalpha() and text.isupper()
    office = CAPACITY.match(text) or _OF_CAPACITY.search(text) or _BARE_CAPACITY.match(fold(text))
    return 2 <= len(words) <= 5 and letters_only and not office


def is_chrome(text: str) -> bool:
    """Tell whether a line belongs to the web page that showed the document."""
    return len(text) < 120 and _CHROME.match(text) is not None


def _next(lines: Sequence[Line], index: int, state: TailKind, *, complete: bool, count: int) -> TailKind:
    """What a line after recipients or signature is; ``complete`` when the archive line or the name has been read."""
    line = lines[index]
    if _is_recipients(lines, index):
        return TailKind.RECIPIENTS
    if is_capacity(line.text) or SIGNED.match(line.text):
        return TailKind.SIGNATURE
    if _ANNEX.match(line.text) and not (state is TailKind.RECIPIENTS and line.text.endswith((";", ","))):
        return TailKind.ANNEX
    label = label_of(line.text)
    bullet = label is not None and label.lastgroup == "bullet"
    if state is TailKind.RECIPIENTS:
        return _after_recipient(line, bullet=bullet, kept=complete, count=count)
    if bullet and KEPT.match(line.text):
        return TailKind.RECIPIENTS
    wordless = not any(map(str.isalpha, line.text))
    rest = not line.gap and REST_OF_NAME.match(line.text) and NAME.match(lines[index - 1].text)
    plausible = NAME.match(line.text) or rest or wordless or (not complete and (is_upper(line.text) or count < 2))
    return TailKind.SIGNATURE if plausible and count < _SIGNATURE_LINES and len(line.text) < 120 else TailKind.ANNEX


def _after_recipient(line: Line, *, bullet: bool, kept: bool, count: int) -> TailKind:
    if NAME.match(line.text) and (line.gap or kept or line.cut) and not line.text.endswith((";", ",")):
        return TailKind.SIGNATURE
    over = kept and not bullet and line.gap > 0
    return TailKind.ANNEX if over or count > _RECIPIENT_LINES else TailKind.RECIPIENTS


def _is_recipients(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if len(text) <= _TORN_HEADING and index + 1 < len(lines) and not lines[index + 1].gap:
        text = f"{text} {lines[index + 1].text}"
    match = RECIPIENTS.match(text)
    if match is None or (len(text) > 160 and ";" not in text):
        return False
    return match[0].rstrip().endswith((":", ";")) or len(text) < 14 or _listed(lines, index + 1)


def _listed(lines: Sequence[Line], index: int) -> bool:
    return index < len(lines) and lines[index].text.startswith(("-", "+", "•"))


def _is_office(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line states a capacity, alone or with the next one ("CHÁNH VĂN" over "PHÒNG")."""
    text = lines[index].text
    if is_capacity(text):
        return True
    if index + 1 == len(lines) or lines[index + 1].gap or len(text) > _TORN_OFFICE:
        return False
    return text.isupper() and is_capacity(f"{text} {lines[index + 1].text}")


def _is_signed(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a capacity line is followed by a name, "(Đã ký)" or the end of the page."""
    following = lines[index + 1 : index + 6]
    if not following:
        return True
    for line in following:
        if (
            NAME.match(line.text)
            or is_capital_name(line.text)
            or SIGNED.match(line.text)
            or RECIPIENTS.match(line.text)
            or is_chrome(line.text)
        ):
            return True
        if not (is_upper(line.text) or not any(map(str.isalpha, line.text))):
            return False
    return False


def _back_over_capacity(lines: Sequence[Line], index: int, first: int) -> int:
    while index > first and (is_capacity(lines[index - 1].text) or SIGNED.match(lines[index - 1].text)):
        index -= 1
    return index


def _first_note(lines: Sequence[Line], first: int) -> int:
    """Index of the line with the first footnote of the last run that counts from [1]."""
    start = len(lines)
    for index in range(len(lines) - 1, first - 1, -1):
        match = _NOTE.match(lines[index].text)
        if match is not None:
            start = index
            if match[0].strip("[^]") == "1":
                break
    return start
