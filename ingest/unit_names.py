"""How names of units begin: bodies, enterprises, their heads, and classes of them ("các sở, ban, ngành").

Names are those of Luật Tổ chức chính quyền địa phương, of the decrees on departments of provinces and districts
(NĐ 45/2025, NĐ 150/2025; before them NĐ 24/2014, NĐ 37/2014), of HD 36-HD/VPTW for the Party, and everyday classes.
"""

from __future__ import annotations

import re
from enum import IntEnum, auto

from ingest.phrases import alternation, first_word, spelled_out

_CLASS = r"""
    sở|ban(?! hành)|ngành|phòng(?! chống| ngừa|, chống)|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể
    hội(?! nghị| thảo| thi)|cấp|xã(?! hội)|phường|huyện|quận|thị xã|thành phố|thị trấn|đặc khu|thôn|ấp|buôn|bản
    khu phố|tổ dân phố|doanh nghiệp|hợp tác xã|trường(?! hợp)|cơ sở|bộ(?! tiêu| chỉ| thủ| quy| luật| câu)|cục
    chi cục|trung tâm|công ty|ngân hàng|chủ (?:đầu tư|thể|rừng|dự án|doanh)|chi bộ|chi hội|đảng (?:ủy|bộ|đoàn)
    thành viên|ủy viên|đồng chí|cán bộ|lực lượng|bệnh viện|trạm|hạt|đồn|tổ(?! hợp)|đội(?! ngũ)
    nhà (?:mạng|trường|thầu|đầu tư|khoa học)|hộ|cá nhân|báo(?! cáo)|đài|liên đoàn|công đoàn|khoa|viện|vụ(?! việc)
    ông|bà|khối|cụm|tỉnh|huyện ủy|quận ủy|thị ủy|thành ủy|chính quyền|văn phòng|học viện|tổng công ty|tập đoàn
    người đứng đầu|thủ trưởng|ủy ban|UBND|HĐND|công chức|viên chức|hiệp hội|hội đồng|ban chỉ đạo|ban quản lý
    đoàn (?:kiểm|công|thanh|viên)|chi, đảng bộ|quỹ|mạng lưới|cộng tác viên|nhóm
    phó (?:thủ tướng|chủ tịch|giám đốc|trưởng)|bảo tàng|thư viện|câu lạc bộ|(?:nông|lâm) trường|nhà máy|xí nghiệp
    đại biểu|chủ (?:hộ|nhà|cơ sở|phương tiện)
    trưởng (?:ban|phòng|thôn|khu|ấp|bản|xóm|đoàn|trạm)|tổ trưởng|bí thư|hiệu trưởng|giám đốc|chủ tịch"""
_LONG = r"""
    ủy ban|hội đồng|thường trực|chi nhánh|ban thường vụ|văn phòng(?! phẩm)
    thanh tra(?!,| việc| công tác| đột| và kiểm| và giám)|công an|quân đội|kho bạc|ngân hàng|bảo hiểm xã hội
    hải quan|viện kiểm sát|tòa án|tổng cục|chi cục|quân khu|bộ đội|bộ chỉ huy|bộ tư lệnh
    trung tâm(?! dữ liệu| tích hợp)|bệnh viện|trạm y tế|học viện|đại học|kiểm toán|mặt trận|liên đoàn|công đoàn
    liên minh|hiệp hội|liên hiệp|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng bộ|đảng đoàn|chi bộ|chi ủy
    cấp ủy|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn|xã đoàn|bưu điện|điện lực|công ty|tổng công ty
    tập đoàn|doanh nghiệp|hợp tác xã|chính quyền|bộ phận|cơ quan|đơn vị(?! tính|:)|địa phương|lực lượng|chủ đầu tư
    nhà thầu|nhà đầu tư|nhà trường|chủ rừng|thuế (?:tỉnh|thành phố|cơ sở)|cổng thông tin|tạp chí|báo và|chủ tịch
    phó chủ tịch|thủ trưởng|giám đốc|phó giám đốc|tổng giám đốc|chánh (?:văn phòng|thanh tra|án)|phó chánh|bí thư
    phó bí thư|người đứng đầu|lãnh đạo(?!,| chỉ| và chỉ| thực| tổ| việc| tốt)|(?:phó )?hiệu trưởng|viện trưởng
    cục trưởng|vụ trưởng|chi cục trưởng|bộ trưởng|thống đốc|tổng thanh tra|chỉ huy trưởng|tư lệnh
    trưởng (?:ban|phòng|công an|các|đoàn|thôn|khu|trạm|bản|ấp|cơ quan|đơn vị|bộ phận)|phó trưởng|tổ trưởng|đồng chí
    cán bộ|công chức|viên chức|đảng viên|thành viên
    tổ (?:công tác|giúp việc|dân phố|hòa giải|công nghệ|liên ngành|thư ký|bầu cử|quản lý|vận động|đề án)
    tổ chức, cá nhân|tổ chức (?:đảng|chính trị|đoàn thể|hội(?! nghị| thảo| thi| chợ| diễn| họp))|đơn vị sự nghiệp
    đội (?:quản lý|thanh niên|xung kích|công tác|kiểm tra|cảnh sát)
    đoàn (?:thanh niên|tncs|đại biểu|đbqh|kiểm tra|công tác|thể)|vnpt|viettel|mobifone|quỹ (?:bảo|đầu|phát|hỗ)
    sở, ban|các ban|chính phủ|bộ, ngành|hệ thống chính trị|khối (?:thi đua|cơ quan|doanh)|nhà xuất bản
    ngành (?:y tế|giáo dục|thuế|công an|giao|nông|văn hóa|du lịch)|thư ký|kế toán|cộng tác viên|ban giám hiệu
    tổng phụ trách|giáo viên|nhân viên (?:y tế|kế toán|thư viện|văn phòng|văn thư|thiết bị|bảo vệ)|ban đại diện
    trường (?:mầm|tiểu|trung|thpt|thcs|cao|đại|chính|[a-zđ]+ học)|UBND|HĐND|UBMTTQ(?:VN)?|MTTQ(?:VN)?|UBMT|LĐLĐ|BHXH
    BCĐ|BQL|BCH|BTV|UBKT|UB\.MTTQ|phó thủ tướng|thông tấn xã|tổng liên đoàn|trung ương (?:đoàn|hội)
    (?:đại|tổng lãnh) sứ quán|bảo tàng|thư viện(?! số| điện)|nhà (?:hát|thiếu nhi)|vườn quốc gia
    khu (?:bảo tồn|di tích|dự trữ)|cảng (?:vụ|hàng không)|phân hiệu|kiểm lâm (?:vùng|địa)|(?:quân|binh) chủng
    (?:lữ|trung|sư|tiểu|hải) đoàn \d+|vùng \d{1,2} (?:cảnh sát|hải quân)|dân quân
    thi hành án dân sự (?:tỉnh|thành phố|khu vực|huyện|quận)|thống kê (?:tỉnh|thành phố|cơ sở)|trang thông tin
    người có uy tín|già làng|hộ (?:gia đình|kinh doanh)|chủ (?:hộ|nhà|cơ sở|phương tiện)|câu lạc bộ
    chi (?:hội(?! trưởng)|đoàn)|viễn thông(?= (?-i:[A-ZĐ]))
    cơ sở (?:sản xuất|kinh doanh|giáo dục|đào tạo|khám|y tế|lưu trú|dịch vụ|tôn giáo|thờ tự|chăn nuôi|giết mổ)
    (?:nông|lâm) trường|tổng đội|xí nghiệp|nhà máy|đại biểu (?:HĐND|hội đồng|quốc hội)|tiểu ban|khối (?:vận|dân)
    TAND(?:TC)?|VKSND(?:TC)?|CA (?:xã|phường|huyện|quận|tỉnh|thành|TP)|agribank|phóng viên
    chủ nhiệm (?:HTX|hợp tác|câu)|chi hội trưởng|(?:cả )?hai (?:ngành|cơ quan|đơn vị|địa phương)
    ông,? ?\(?bà\)?(?= (?-i:[A-ZĐÀ-Ỹ]))|ông(?= (?-i:[A-ZĐÀ-Ỹ]))|bà(?! Rịa| Điểm)(?= (?-i:[A-ZĐÀ-Ỹ]))"""
_SHORT = r"""
    sở(?! hữu)|bộ(?! máy| phận| tiêu| thủ| luật| quy| câu| chỉ số)|cục(?! bộ)|vụ(?! việc| án| mùa| đông| xuân| hè)
    viện(?! dẫn| trợ)|ban(?! hành| đầu| ngày| bố)|phòng(?!,| chống| ngừa| bệnh| ngự| trừ| cháy| thủ)
    đài(?! thọ| tưởng)|báo(?! cáo| động| hiệu| đảm| chí| tin)
    hội(?! nghị| thảo| thi| viên| họp| nhập| đàm| trường| diễn)
    tổ(?! chức)|đội(?! ngũ| hình)|đoàn(?! kết| viên)|trạm|hạt|đồn|trường(?! hợp)|khoa(?! học)
    quỹ(?! đất| tiền| thời)|xã(?! hội)|phường|huyện|quận|thành phố|tỉnh|thị xã|đặc khu|thôn|ấp|khu phố
    ngành(?! nghề| hàng)|VP"""


_HEAD = re.compile(
    r"(?:(?P<many>(?:tất\s+cả(?:\s+các)?|toàn\s+thể(?:\s+các)?|các|mọi|mỗi|từng|những)\s+"
    rf"(?:{alternation(_CLASS)}))|(?P<long>{alternation(_LONG)})|(?P<short>{alternation(_SHORT)}))(?!\w)",
    re.IGNORECASE,
)
_MANY = ("tất", "toàn", "các", "mọi", "mỗi", "từng", "những")
_WORD = re.compile(r"\w+")
FIRST_WORDS = frozenset(
    {
        *_MANY,
        *(word[0].casefold() for rows in (_LONG, _SHORT) for form in spelled_out(rows) if (word := _WORD.match(form))),
    }
)
"""With which a head begins, see :func:`ingest.phrases.first_word`."""
_NEXT_WORD = re.compile(r"\s+(\w)")


class Style(IntEnum):  # hashed faster than a plain one, as part of the key of a cache
    """How freely a name may be written where it stands."""

    FORMAL = auto()
    """It starts with a capital or as a class ("các đơn vị")."""
    AFTER_VERB = auto()
    """Behind "giao", "đề nghị": longer heads in lower case too, short ones before a capital ("giao phòng Nội vụ")."""
    TOPIC = auto()
    """Behind "đối với": any head ("đối với xã, phường")."""


def head_at(text: str, position: int, style: Style = Style.FORMAL) -> int | None:
    """Where the head of a unit's name that starts at ``position`` ends, ``None`` when no name starts there.

    >>> head_at("Sở Nội vụ", 0), head_at("Báo cáo kết quả", 0), head_at("các đơn vị", 0)
    (2, None, 10)
    >>> head_at("phòng Nội vụ", 0), head_at("phòng Nội vụ", 0, Style.AFTER_VERB)
    (None, 5)
    """
    match = _HEAD.match(text, position) if first_word(text, position) in FIRST_WORDS else None
    if match is None:
        return None
    if (
        match["many"]
        or text[position].isupper()
        or style is Style.TOPIC
        or (style is Style.AFTER_VERB and match["long"])
    ):
        return match.end()
    following = _NEXT_WORD.match(text, match.end())
    return match.end() if style is Style.AFTER_VERB and following and following[1].isupper() else None
