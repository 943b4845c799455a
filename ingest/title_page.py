"""Where the head of a document begins and ends, and the lines in it that carry number, date, type and title.

Marks of the head (NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW): quốc hiệu or Party name, "Số: …", địa danh with date, the type
in capitals, the trích yếu under it, "Kính gửi" on letters. Any may be missing; what stands before them is page chrome.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile

from data.tables import document_types
from graph.model import Span
from graph.text import fold
from ingest.line_ends import needs_more
from ingest.lines import Line, has_place_in_small, is_upper, label_of, opens_paper
from ingest.type_words import torn_from_type

NATIONAL_NAME = re.compile(
    r"C[ỘÔO]NG\s+H(?:ÒA|OÀ|OA)\s+X[ÃA]\s+H[ỘÔO]I|X[ÃA]\s+H[ỘÔO]I\s+CH[ỦU]\s+NGH[ĨI]A"
    r"|[ĐD][ẢA]NG\s+C[ỘÔO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM"
)
NUMBER_LINE = re.compile(
    r"(?:Số|SỐ|số|Só|Sô|Sồ|So)(?:\s?[:.;]|$|\s{0,3}[\d.…_ ]{0,12}[a-zđ]?\s{0,3}[-/]\s{0,3}[A-ZĐ\d])"
    r"|(?:Luật|LUẬT|Bộ luật|BỘ LUẬT|Pháp lệnh|Nghị quyết|Nghị định|Sắc lệnh|Lệnh)\s+[Ss]ố\s?(?::|[\w./-]{3,40}$)"
)
DATE_LINE = re.compile(
    r"(?:(?P<place>[^,:;]{2,60}),\s{0,3})?ng[àa]y\s{0,4}[\d.…lO ]{0,8}\s{0,4}(?:$|th[áa]ng\b|/)", re.IGNORECASE
)
ADDRESSEES = re.compile(r"K[íi]nh(?:\s+g[ửưu]i|$)", re.IGNORECASE)
SUBJECT = re.compile(r"\(?\s?[Vv]\s?/\s?[vV]\b|V/V\b")
OPENING = re.compile(
    r"[-+*]?\s?(?:Căn cứ|Thực hiện|Triển khai|Tiếp tục|Tiếp theo|Để |Nhằm|Theo |Xét |Thi hành|Trên cơ sở|Trong |Sau |"
    r"Qua |Phúc đáp|Trả lời|Ngày \d|Năm \d|Thời gian|Vừa qua|Ủy ban|UBND|Hội đồng|Quốc hội|Chính phủ|Thủ tướng|"
    r"Bộ trưởng|Ban (?:Thường|Chấp|Chỉ|Bí|cán))"
)
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN|HỘI ĐỒNG|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|TỔNG(?! KẾT| HỢP)|THỐNG ĐỐC|VIỆN TRƯỞNG|"
    r"GIÁM ĐỐC|BAN (?!HÀNH )|BỘ |HIỆU TRƯỞNG|(?:CHI )?CỤC TRƯỞNG|VỤ TRƯỞNG|CHỈ HUY TRƯỞNG|TƯ LỆNH|"
    r"CHỦ NHIỆM|THƯỜNG TRỰC|TRƯỞNG |CHÁNH |VIỆN |ĐẢNG ỦY|TỈNH ỦY|THÀNH ỦY)"
)
_BODY_WORD = re.compile(
    r"ỦY BAN|ỦY$|HỘI |BỘ |SỞ |PHÒNG|BAN |TỈNH|THÀNH PHỐ|THÀNH ỦY|QUẬN|HUYỆN|THỊ XÃ|XÃ |PHƯỜNG|THỊ TRẤN|ĐẶC KHU|"
    r"CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|CHỦ TỊCH|TÒA ÁN|VIỆN |TỔNG|CỤC|LIÊN ĐOÀN|ĐOÀN|MẶT TRẬN|ĐẢNG|ĐẠI HỘI|VĂN PHÒNG|"
    r"TRƯỜNG|CÔNG AN|KIỂM TOÁN|NGÂN HÀNG|CÔNG ĐOÀN|TRUNG TÂM|CƠ QUAN|THANH TRA|KHO BẠC|BẢO HIỂM|CHI BỘ|QUÂN|"
    r"CÔNG TY|TẬP ĐOÀN|BÁO |ĐÀI |THUẾ|HẢI QUAN|ĐẠI HỌC|HẠT |TRẠM |ĐỘI |BẢO TÀNG|QUỸ |TRỌNG TÀI"
)
_TITLE_WITHIN = re.compile(r"\d|\svề\s|\sVỀ\s|\sVề\s")
_SOMEBODYS = re.compile(r"ngày\s[^\n]{6,40}?\d{4}\s+của\s", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"/|(?<!\w)số(?!\w)", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+$")
_TORN_TYPE = len("CHƯƠNG TRÌNH HÀNH")
_SEARCHED, _HEAD_LINES, _NEAR, _ISSUER_LINES = 200, 60, 14, 8


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The head as a range of line indexes ``[first, last)``.

    ``type_line`` is the index of the line with the type, ``type_code`` its code, ``title`` the span of the trích yếu.
    """

    first: int
    last: int
    type_line: int | None = None
    type_code: str | None = None
    title: Span | None = None


def read_title_page(lines: Sequence[Line]) -> TitlePage:
    """Find the head among the first lines; an empty range when there is none."""
    first = _first_line(lines)
    if first is None:
        return TitlePage(0, 0)
    found = _type_line(lines, first)
    if found is None:
        return TitlePage(first, _after_addressees(lines, _after_marks(lines, first)))
    at, code, rest = found
    span, last = _title(lines, at, rest)
    return TitlePage(first, _after_addressees(lines, _after_authority(lines, last)), at, code, span)


def type_of_line(text: str) -> tuple[str, int] | None:
    """Read the type a line announces: its code and the offset where the rest of the line begins.

    >>> type_of_line("KẾ HOẠCH"), type_of_line("NGHỊ QUYẾT VỀ VIỆC ĐẶT TÊN ĐƯỜNG"), type_of_line("Kế hoạch này")
    (('KH', 8), ('NQ', 11), None)
    """
    if not text[:2].isupper() or len(text) > 600:
        return None
    squeezed = _squeezed(text.rstrip(" :."))
    if whole := _type_names().get(squeezed) or _type_names_without_marks().get(fold(squeezed)):
        return whole, len(text)
    words = text.split(maxsplit=6)
    for count in range(min(5, len(words) - 1), 0, -1):
        start = " ".join(words[:count])
        if start.isupper() and (code := _type_names().get(start.replace(" ", ""))):
            rest = text.index(words[count], len(start))
            return None if text[rest:].startswith(("VÀ ĐẦU TƯ", "SƯ ", "VÀ ")) else (code, rest)
    return None


def _type_in_small(text: str) -> tuple[str, int] | None:
    """Read a line that is the name of a type and nothing else, with one capital: below a head it is announced so."""
    code = _type_names().get(_squeezed(text)) if text[:1].isupper() else None
    return (code, len(text)) if code else None


def _squeezed(text: str) -> str:
    return "".join(text.split()).upper()


@cache
def _type_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in document_types():
        for name in (row.name, *row.name_forms):
            names.setdefault(_squeezed(name), row.code)
    return names


@cache
def _type_names_without_marks() -> dict[str, str]:
    """Names that scanning robbed of their marks ("KÉT LUẬN"), where that leaves one reading."""
    folded: dict[str, set[str]] = {}
    for name, code in _type_names().items():
        folded.setdefault(fold(name), set()).add(code)
    return {name: next(iter(codes)) for name, codes in folded.items() if len(codes) == 1 and len(name) > 4}


def _is_mark(text: str) -> str | None:
    if len(text) < 90 and NATIONAL_NAME.search(text):
        return "national"
    if len(text) < 120 and NUMBER_LINE.match(text):
        return "number"
    if len(text) < 120 and _is_date_line(text):
        return "date"
    found = type_of_line(text)
    return "type" if found and found[1] == len(text) else None


def _is_date_line(text: str) -> bool:
    """Tell the line with địa danh and date from a trích yếu ("thực hiện Nghị quyết số 71-NQ/TW, ngày 22/8/2025 …")."""
    match = DATE_LINE.match(text)
    if match is None:
        return False
    place = match["place"]
    if place is None and _SOMEBODYS.match(text):
        return False
    return place is None or not (place[0].islower() or _OF_ANOTHER.search(place))


def _first_line(lines: Sequence[Line]) -> int | None:
    marks = [*_first_marks(lines)]
    if not marks:
        return None
    confirmed = (i for k, (i, mark) in enumerate(marks) if any(m != mark and j - i <= _NEAR for j, m in marks[k + 1 :]))
    first = next(confirmed, marks[0][0])
    return _with_issuer_above(lines, _below_repeated_title(lines, marks, first))


def _below_repeated_title(lines: Sequence[Line], marks: Sequence[tuple[int, str]], first: int) -> int:
    """The nation's name under a type that a page shows above the head; the head names the same type once more."""
    kinds = dict(marks)
    nation = next((index for index, mark in marks if mark == "national" and first < index <= first + _NEAR), None)
    if kinds[first] != "type" or nation is None:
        return first
    again = any(line.text == lines[first].text for line in lines[nation + 1 : nation + _NEAR])
    return nation if again else first


def _first_marks(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The marks among the first lines, up to where none can confirm an earlier one than those that are confirmed."""
    near: deque[tuple[int, str]] = deque(maxlen=_NEAR)
    limit = _SEARCHED
    for index, line in enumerate(lines[:_SEARCHED]):
        if index > limit:
            return
        mark = _is_mark(line.text)
        if mark == "number" and index and torn_from_type(f"{lines[index - 1].text}\n", len(lines[index - 1].text) + 1):
            continue
        if mark:
            yield index, mark
            limit = min([limit, *(i + _NEAR for i, other in near if other != mark and index - i <= _NEAR)])
            near.append((index, mark))


def _with_issuer_above(lines: Sequence[Line], first: int) -> int:
    """Index of the first line of the issuer that stands in capitals over the first mark."""
    top = index = first
    while index > max(0, first - _ISSUER_LINES):
        index -= 1
        text = lines[index].text
        if len(text) > 120 or not (_RULE.match(text) or is_upper(text) or has_place_in_small(text)):
            break
        if _BODY_WORD.search(text):
            top = index
    return top


def _type_line(lines: Sequence[Line], first: int) -> tuple[int, str, int] | None:
    marked = False
    for index in range(first, min(first + _HEAD_LINES, len(lines))):
        text = lines[index].text
        found = type_of_line(text) or (_type_in_small(text) if marked else None)
        if torn := _torn_type(lines, index):
            return index + 1, torn, len(lines[index + 1].text)
        if found and (marked or found[1] == len(text)):
            return index, *found
        if _opens_body(text):
            return None
        marked = marked or _is_mark(text) is not None
    return None


def _torn_type(lines: Sequence[Line], index: int) -> str | None:
    """The type that a line announces together with the next one ("CHỈ" over "THỊ", "KẾ HOẠCH" over "PHỐI HỢP")."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    text = lines[index].text
    if (
        following is None
        or following.gap
        or not (text.isupper() and following.text.isupper())
        or len(text) > _TORN_TYPE
    ):
        return None
    joined = f"{text} {following.text}"
    found = type_of_line(joined)
    return found[0] if found and found[1] == len(joined) else None


def _opens_body(text: str) -> bool:
    label = label_of(text)
    if label and label.lastgroup in {"roman", "article", "chapter", "part"}:
        return True
    return text.startswith("Căn cứ") or (
        OPENING.match(text) is not None
        and not is_upper(text)  # "UBND TỈNH … - BAN THƯỜNG TRỰC …" heads a joint paper
        and (len(text) > 45 or text.endswith((";", ":", ".")))
    )


def _title(lines: Sequence[Line], at: int, rest: int) -> tuple[Span | None, int]:
    """Find the trích yếu behind the type line ``at``; return its span and the index of the line after it."""
    start = lines[at].start + rest if rest < len(lines[at].text) else None
    end = lines[at].end
    index = at + 1
    while index < len(lines):
        line = lines[index]
        if _RULE.match(line.text) or (start is None and _names_issuer_or_number(line.text)):
            index += 1
            continue
        if _ends_title(lines, index) or (start is not None and not _continues(lines, index, at)):
            break
        if start is not None and opens_paper(line.text) and not needs_more(lines[index - 1].text.casefold()):
            break
        start = line.start if start is None else start
        end = line.end
        index += 1
    return (Span(start, end) if start is not None else None), index


def _names_issuer_or_number(text: str) -> bool:
    of_body = len(text) < 160 and text.startswith(("CỦA ", "Của ", "của ")) and _TITLE_WITHIN.search(text) is None
    return of_body or text.startswith("Độc lập") or _is_mark(text) in {"national", "number", "date"}


def _ends_title(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if text.startswith(("Căn cứ ", "(Ban hành", "(Kèm theo", "(ban hành", "(kèm theo")):
        return True
    if _is_mark(text) and not text[0].islower():
        return True
    label = label_of(text)
    if ADDRESSEES.match(text) or (label and label.lastgroup not in {"bullet", "lower"}) or len(text) > 500:
        return True
    if OPENING.match(text) and text.endswith((";", ":", ".")):
        return True
    if not is_upper(text) or _AUTHORITY.match(text) is None or needs_more(lines[index - 1].text.casefold()):
        return False
    following = dropwhile(lambda line: is_upper(line.text), lines[index + 1 : index + 4])
    return next((line.text.startswith(("Căn cứ", "- Căn cứ")) for line in following), False)


def _continues(lines: Sequence[Line], index: int, at: int) -> bool:
    """Tell whether a line goes on with the title that the lines before it began."""
    line, before = lines[index], lines[index - 1]
    if before.text.endswith((".", ";", ":")) or not any(map(str.isalpha, before.text)):
        return False
    if line.text[0].islower() or needs_more(before.text) or (is_upper(line.text) and is_upper(before.text)):
        return True
    if line.gap:
        return False
    block = index
    while block < len(lines) and block - at <= 8 and not lines[block].gap and not _ends_title(lines, block):
        if opens_paper(lines[block].text):
            break
        block += 1
    closed = block - at <= 8 and block < len(lines)
    return closed and all(len(x.text) < 200 and not x.text.endswith((".", ";", ":")) for x in lines[index:block])


def _after_marks(lines: Sequence[Line], first: int) -> int:
    """Index after the last mark of a head that has no type line."""
    last = first
    for index in range(first, min(first + _HEAD_LINES, len(lines))):
        text = lines[index].text
        if _opens_body(text):
            break
        if (_is_mark(text) and not text[0].islower()) or SUBJECT.match(text) or ADDRESSEES.match(text):
            last = index + 1
            while last < len(lines) and _is_rest_of_mark(lines[last - 1].text, lines[last]):
                last += 1
    return last


def _is_rest_of_mark(before: str, line: Line) -> bool:
    if line.gap or _opens_body(line.text):
        return False
    return len(line.text) < 120 and (SUBJECT.match(before) is not None or line.text[0].islower())


def _after_authority(lines: Sequence[Line], index: int) -> int:
    """Skip "(Ban hành kèm theo …)" and the issuing authority in capitals that stand between title and preamble."""
    while index < len(lines):
        text = lines[index].text
        enclosed = text.startswith("(") and text.endswith(")") and len(text) < 300
        authority = is_upper(text) and _AUTHORITY.match(text) is not None and not label_of(text)
        if not (enclosed or authority or _RULE.match(text) or _is_mark(text) in {"number", "date", "national"}):
            break
        index += 1
    return index


def _after_addressees(lines: Sequence[Line], index: int) -> int:
    if index >= len(lines) or not (ADDRESSEES.match(lines[index].text) or ADDRESSEES.match(lines[index - 1].text)):
        return index
    index += ADDRESSEES.match(lines[index].text) is not None
    while index < len(lines):
        text = lines[index].text
        bullet = (label := label_of(text)) is not None and label.lastgroup == "bullet"
        if OPENING.match(text.lstrip("-+ ")) and not bullet:
            break
        if not bullet and not (len(text) < 100 and not lines[index].gap):
            break
        index += 1
    return index
