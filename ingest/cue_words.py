"""The words that are cues, by kind (domain reference §4.2): verbs of carrying out, acts, words that say where."""

from __future__ import annotations

import re

from ingest.phrases import at_word

DOCUMENT_WORD = (
    r"(?:kế\s+hoạch|chương\s+trình|đề\s+án|quyết\s+định|nghị\s+quyết|nghị\s+định|chỉ\s+thị|kết\s+luận|thông\s+tư|luật|sắc\s+lệnh|"
    r"pháp\s+lệnh|quy\s+chế|quy\s+định|hướng\s+dẫn|công\s+văn|văn\s+bản|thông\s+báo|phương\s+án|điều\s+lệ)"
)
"""A type word in running text."""

_IMPLEMENT = (
    r"tổ\s+chức\s+thực\s+hiện|triển\s+khai(?:\s+(?:thực\s+hiện|thi\s+hành))?|thực\s+hiện|"
    r"thi\s+hành(?!\s+(?:án|công\s+vụ|kỷ\s+luật|nhiệm\s+vụ|(?:kể\s+)?từ\s+(?:ngày|khi)))|cụ\s+thể\s+hóa|"
    r"chấp\s+hành|hiện\s+thực\s+hóa"
)
_SPREAD = r"quán\s+triệt|tuyên\s+truyền|phổ\s+biến|nghiên\s+cứu|học\s+tập"
_FOLLOW = (
    r"ban\s+hành\s+theo|theo(?!\s+dõi)|quy\s+định\s+(?:tại|của|trong|ở)|(?<!phần\s)c[ăa]n\s+c[ứu](?:\s+vào)?|chi[ếể]u(?:\s+theo)?(?=\s+(?:các\s+)?(?:(?:khoản|điều)\s[^;]{1,40})?$)|nêu\s+(?:tại|trong)|ghi\s+(?:tại|trong)|"
    r"kèm\s+theo|tại|trên\s+cơ\s+sở|sơ\s+kết|tổng\s+kết|được\s+(?:ban\s+hành|quy\s+định|phê\s+duyệt|giao|thông\s+qua)|"
    r"bởi|tham\s+khảo|bám\s+sát|đối\s+với|xét|phù\s+hợp\s+với|so\s+với|"
    r"(?<!ng\s)(?<!nh\s)(?<!ến\s)(?<![áộyờ]\s)trình(?!\s+(?:tự|độ|bày)(?!\w))|"  # not tờ trình, quá trình, trình tự …
    r"góp\s+ý|rà\s+soát|(?<!vực\s)(?<!phép\s)(?<!liệu\s)(?<!tư\s)(?<!ành\s)(?-i:xây)\s+dựng|"
    r"tham\s+mưu\s+ban\s+hành|bằng|trong(?=\s*$)"
)
_GUIDE = (
    r"quy\s+định\s+chi\s+tiết(?:\s+và)?(?:\s+(?:hướng\s+dẫn|biện\s+pháp))?(?:\s+(?:để\s+)?thi\s+hành)?|"
    r"hướng\s+dẫn(?:\s+(?:việc\s+)?(?:thi\s+hành|thực\s+hiện|triển\s+khai|áp\s+dụng))?|biện\s+pháp\s+thi\s+hành"
)
_PARTS_OF = (
    r"(?:\s+(?:một\s+số\s+|các\s+)?(?:nội\s+dung|chỉ\s+tiêu|mục\s+tiêu|nhiệm\s+vụ|điều|khoản)\s+(?:của|tại|trong))"
)
ENDED = (
    r"(?:(?:hết|chấm\s+dứt|không\s+còn)\s+hiệu\s+lực(?:\s+(?:thi\s+hành|pháp\s+lý))?"
    r"|(?:hết|không\s+còn)\s+giá\s+trị(?:\s+thi\s+hành|\s+pháp\s+lý)?)"
)
"""How a text says that a document is in force no longer."""

_ANY_CUE = (
    rf"(?P<effect>có\s+hiệu\s+lực(?:\s+thi\s+hành)?)|(?P<guide>{_GUIDE})"
    rf"|(?P<implement>{_IMPLEMENT})|(?P<spread>{_SPREAD})"
    r"|(?P<replace>thay\s+thế(?:\s+cho)?|thay(?=\s+(?:các\s+)?(?:cụm\s+)?(?:từ|chữ)\s)"
    r"|thay\s+cho(?=\s+(?:bản\s+)?(?:quy\s+(?:chế|định)|điều\s+lệ|nội\s+quy|thể\s+lệ)\s)"
    r"|(?<!ng\s)(?<!\bcó\s)thay(?:\s+cho)?(?=\s{0,3}$)|(?<=áp\sdụng\s)thay\s+cho(?=\s{0,3}$))"
    rf"|(?P<repeal>bãi\s+bỏ|hủy\s+bỏ|(?<![iyừ]\s)bỏ(?=\s+(?:quy\s+định\s+tại\s+)?(?:điểm|khoản|điều|mục|chương|phụ\s+lục)\s)|{ENDED})"
    r"|(?P<amend>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+(?:sung|khuyết)|sửa\s+(?:lại|thành)"
    rf"|điều\s+chỉnh(?:\s*,?\s*(?:và\s+)?(?:sửa\s+đổi|bổ\s+sung)){{0,2}}"
    rf"(?={_PARTS_OF}?\s{{0,3}}$|\s+(?:các\s+)?(?:điểm|khoản|điều|mục|phụ\s+lục)\s+(?:[\dIVX]|[a-zđ]\s))|"
    r"(?<![iyừ]\s)(?:bỏ|sửa)(?=\s+(?:các\s+)?(?:cụm\s+)?(?:từ|chữ)\s))"
    r"|(?P<suspend>(?:tạm\s+(?:thời\s+)?)?đình\s+chỉ(?:\s+(?:việc\s+)?thi\s+hành)?|(?:tạm\s+)?ng[ưừ]ng\s+hiệu\s+lực(?:\s+thi\s+hành)?)|(?P<correct>đính\s+chính)|(?P<consolidate>hợp\s+nhất)"
    rf"|(?P<follow>{_FOLLOW})"
)
CUE = re.compile(rf"{at_word(_ANY_CUE)}(?!\w)", re.IGNORECASE)
"""Every cue; the name of the group is its kind."""

ACTS = {
    "replace": "REPLACES",
    "repeal": "REPEALS",
    "amend": "AMENDS",
    "suspend": "SUSPENDS",
    "correct": "CORRECTS",
    "consolidate": "CONSOLIDATES",
    "guide": "GUIDES",
}
"""What a document does to another one, by kind of cue."""

EXCEPTING = (
    r"(?<!bù\s)(?<!khấu\s)(?<!loại\s)(?<!phòng\s)(?<!diệt\s)(?<!bài\s)(?<!giảm\s)(?<!miễn\s)(?<!cấn\s)(?<!đối\s)"
    r"\btrừ\b(?!\s+(?:đi|sâu|khử)\b)"
)
"""The word that excepts, not the end of a verb that holds it ("thanh toán bù trừ", "khấu trừ thuế")."""
