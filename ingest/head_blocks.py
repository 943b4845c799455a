"""The names of the bodies over the number of a document, as its head has them in capitals (NĐ 30/2020 Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.bodies import read_body
from graph.model import Body, Level, Regime
from graph.places import Frame, find_places
from ingest.head_names import in_full, line_in_full
from ingest.issuer_place import PlacePhrase, party_place, split_place, with_whole_place
from ingest.lines import Line, has_place_in_small, is_upper, one_line
from ingest.title_page import NATIONAL_NAME, NUMBER_LINE, TitlePage

_SKIPPED = re.compile(
    r"[\W_]+$|Độc lập|ĐỘC LẬP|Hạnh phúc|CH[ỦU] NGH[ĨI]A|C[ỘÔO]NG$|C[ỘÔO]NG H[ÒO]A|NGH[ĨI]A VI[ỆE]T NAM"
)
_REST_OF_NATION = re.compile(r"(?:CH[ỦU] NGH[ĨI]A|X[ÃA] H[ỘÔO]I CH[ỦU]|CH[ỦU] NGH[ĨI]A VI[ỆE]T)$")
_BODY_START = re.compile(
    r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) ĐOÀN|"
    r"ỦY BAN|UBND|UBMT|HỘI|HĐND|SỞ|BỘ|PHÒNG|BAN|BCH|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|ĐẢNG|CHI BỘ|VĂN PHÒNG|"
    r"CÔNG AN|TÒA ÁN|VIỆN|TỔNG|CỤC|CHI CỤC|LIÊN|ĐOÀN|MẶT TRẬN|TRUNG TÂM|TRƯỜNG|THANH TRA|KIỂM TOÁN|NGÂN HÀNG|CHÍNH PHỦ|"
    r"THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH|CÔNG ĐOÀN|BẢO HIỂM|KHO BẠC|ĐẠI HỘI|TIỂU BAN|ĐÀI|BÁO|QUÂN|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|"
    r"MTTQ|VKSND|TAND|LĐLĐ|CÔNG TY|TẬP ĐOÀN|THƯỜNG TRỰC|THUẾ|HẢI QUAN|CẢNG|TRẠM|XÍ NGHIỆP|HỢP TÁC XÃ|ĐỘI|HẠT|"
    r"HIỆP HỘI|VƯỜN QUỐC GIA|TỔ CÔNG TÁC|NHÀ XUẤT BẢN|THƯ VIỆN|BẢO TÀNG|PHỦ THỦ TƯỚNG|TRỌNG TÀI"
)
_OPEN_END = re.compile(
    r"(?:^(?:VĂN PHÒNG|BAN|SỞ|BỘ|HỘI ĐỒNG|CHỦ TỊCH|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ỦY BAN|UBND|HỘI|TỔNG CỤC|CỤC|PHÒNG|"
    r"THANH TRA|THƯỜNG TRỰC|BAN CHỈ HUY|BỘ CHỈ HUY|BAN CÁN SỰ ĐẢNG|ĐẢNG ĐOÀN|LIÊN (?:SỞ|NGÀNH|TỊCH):?)"
    r"|\b(?:VÀ|CÁC|CỦA|VỀ)|[,&-])$"
)
_TORN = re.compile(
    r"(?:^|\s)(?:ỦY \| BAN|MẶT \| TRẬN|TRẬN \| TỔ|TỔ \| (?:QUỐC|CHỨC)|LIÊN \| (?:ĐOÀN|HIỆP)|NHÂN \| DÂN|CÁN \| SỰ"
    r"|SỰ \| ĐẢNG|VĂN \| PHÒNG|THƯỜNG \| (?:TRỰC|VỤ)|CHẤP \| HÀNH|CHỈ \| ĐẠO|HỘI \| (?:ĐỒNG|NÔNG|CỰU|LIÊN)"
    r"|ĐẢNG \| (?:ỦY|BỘ)|(?:TỈNH|HUYỆN|QUẬN) \| ỦY(?! BAN)|THÀNH \| (?:ỦY(?! BAN)|PHỐ)|THỊ \| (?:XÃ|TRẤN|ỦY(?! BAN))"
    r"|ĐẶC \| KHU|CÔNG \| (?:AN|ĐOÀN)|KIỂM \| TRA|TUYÊN \| GIÁO|DÂN \| VẬN)(?!\w)"
)
"""Where the end of a line tore the name of a body in two, at " | "."""

_UNION = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")
"""On the right of a head of the Youth Union, where the State has the name of the nation."""

OFFICE = re.compile(r"(?:BAN THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC)$")
"""An organ of a body, named under it."""

_OFFICE_AT = re.compile(
    r"(?P<office>BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN THƯỜNG TRỰC) "
    r"(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s)(?!(?:TỈNH|HUYỆN|QUẬN|THỊ) (?:ĐOÀN|[UỦ][YỶ])\s)"
)
_FURTHER_BODY = re.compile(rf"(?<=\s)(?:{_BODY_START.pattern})(?!\w)(?=\s\S|$)")
_LONGEST = 160


def head_blocks(lines: Sequence[Line], page: TitlePage) -> tuple[str, ...]:
    """Names of the bodies over the number of a document, superior first, each on one line.

    "ĐẢNG BỘ TỈNH" over "HUYỆN ỦY" is a superior; a place or a rest of a name belongs to the body over it.
    """
    blocks: list[str] = []
    before = ""
    stop = page.type_line if page.type_line is not None else page.last
    for written in _whole_names(lines[page.first : stop]):
        text = one_line(written) if NUMBER_LINE.match(written) else line_in_full(one_line(written))
        of_nation = _REST_OF_NATION.search(before) is not None
        before = text
        if of_nation or _SKIPPED.match(text) or not text or _on_the_right(text, blocks):
            continue
        if NUMBER_LINE.match(text) and blocks:
            break
        if has_place_in_small(text) and _BODY_START.match(text):
            text = text.upper()
        if len(text) > _LONGEST or not is_upper(text):
            continue
        if blocks and (not _BODY_START.match(text) or _OPEN_END.search(blocks[-1])):
            blocks[-1] = one_line(f"{blocks[-1]} {text}")
        elif _BODY_START.match(text):
            blocks.append(one_line(text))
    if len(blocks) > 1 and OFFICE.match(blocks[-1]):
        office = blocks.pop()
        blocks[-1] = f"{office} {blocks[-1]}"
    elif len(blocks) > 1 and (office_at := _OFFICE_AT.match(blocks[-1])):
        above, place = split_place(blocks[-2])
        if place is None:
            blocks.pop(-2)
        if place is None or is_union(above):
            blocks[-1] = f"{office_at['office']} {above} {blocks[-1][office_at.end() :]}"
    return tuple(part for block in blocks for part in _parted(with_whole_place(in_full(block))))


def _parted(name: str) -> tuple[str, ...]:
    """The bodies that one cell of a head names side by side, superior first: "UBND TỈNH HƯNG YÊN VĂN PHÒNG"."""
    if _is_state_organ(name):
        return (name,)
    for further in _FURTHER_BODY.finditer(name):
        above = name[: further.start()].rstrip()
        if _is_at_place(above) or _is_state_organ(above):
            return above, *_parted(name[further.start() :])
    return (name,)


def _is_at_place(name: str) -> bool:
    """Tell whether a name ends with a known place, as that of a superior does."""
    written = split_place(name)[1] or PlacePhrase("", party_place(name))
    if written.name is not None:
        return bool(find_places(written.name, kind=written.kind or None))
    body = _whole_body(name)
    return body is not None and body.place is not None


def _is_state_organ(name: str) -> bool:
    """Tell whether a name is that of an organ of the State at the centre, and nothing else."""
    body = _whole_body(name)
    return body is not None and body.regime is Regime.STATE and body.level is Level.CENTRAL


def _whole_body(name: str) -> Body | None:
    """The body that is called so and not longer."""
    read = read_body(name, 0, Frame())
    return read[0].body if read is not None and read[1] >= len(name) else None


def is_union(head: str) -> bool:
    """Tell whether a body is that of a union: its name at the centre and at a place begins alike."""
    read = read_body(head, 0, Frame())
    return read is not None and read[0].body.regime is Regime.MASS


def _whole_names(lines: Sequence[Line]) -> list[str]:
    """The lines of a head, with those put together again between which the name of a body was torn."""
    whole: list[str] = []
    for line in lines:
        if whole and _TORN.search(f"{whole[-1][-12:]} | {line.text[:12]}"):
            whole[-1] = f"{whole[-1]} {line.text}"
        else:
            whole.append(line.text)
    return whole


def _on_the_right(text: str, blocks: Sequence[str]) -> bool:
    """Tell whether a line stands beside the bodies: the name of the nation, the Party, the Youth Union."""
    union = _UNION.fullmatch(text) is not None and any("ĐOÀN" in block for block in blocks)
    return union or NATIONAL_NAME.search(text) is not None
