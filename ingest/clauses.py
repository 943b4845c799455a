"""How a clause begins behind a member of a list, or how the title of that member goes on (domain reference §4.3)."""

from __future__ import annotations

import re

from ingest.cue_words import DOCUMENT_WORD
from ingest.gates import Ending

NAMED_BY_ACT = re.compile(
    rf"[\s,;]{{0,8}}(?:(?:và|cùng)\s{{1,4}})?(?:các\s{{1,4}})?{DOCUMENT_WORD}\s{{1,4}}"
    r"(?:sửa\s{1,4}đổi(?:\s?,?\s{1,4}bổ\s{1,4}sung)?|bổ\s{1,4}sung|điều\s{1,4}chỉnh|đính\s{1,4}chính)"
    r"(?:\s{1,4}(?:gồm|sau(?:\s{1,4}đây)?))?\s{0,2}:?\s{0,4}",
    re.IGNORECASE,
)
"""Before a bare number, what the document is called by: "A và các Quyết định sửa đổi, bổ sung: số 112/QĐ-UBND"."""

SEPARATORS = re.compile(
    r"[\s,;&]{0,8}"
    r"(?:(?:và|cùng|với|hoặc|các|những|đồng thời|trong đó có|nhất là|của|theo|một phần|toàn bộ)[\s,;&]{1,8}){0,4}",
    re.IGNORECASE,
)
"""All that stands between two members of one list."""

PARTS_NAMED = re.compile(r"\bgồm\s?:\s{0,3}$")
"""The same law named once more with its parts: "… của Luật A về việc làm, bao gồm: khoản 2 Điều 5, Điều 9 Luật A"."""

AFTER_THAT = re.compile(r"[,;]\s{0,3}theo\s", re.IGNORECASE)
"""A clause of its own: "cụ thể hóa Nghị quyết A; theo Nghị quyết A, trường học là trung tâm"."""

NEW_CLAUSE = re.compile(
    r"^\s{0,4},?\s{0,3}và\s{1,4}(?:hướng dẫn|quy định chi tiết)\b|"
    r"\bvà\s{1,4}(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|đình chỉ)\b|(?:^|[,;])\s{0,4}(?:đồng thời|trong đó|nhất là|kết hợp|"
    r"gắn với|tiếp tục|tập trung|tích cực|chủ động|nghiêm túc|"
    r"(?:UBND|Ủy ban nhân dân|Ban Thường vụ|Sở|Bộ|Tỉnh ủy|Thành ủy|các cơ quan|đề nghị|yêu cầu|giao)\b)",
    re.IGNORECASE,
)
RESTART = re.compile(
    r",\s{0,4}(?:UBND|Ủy ban nhân dân|Ban Thường vụ|Sở|Tỉnh ủy)[^,;]{2,80}?(?:xây dựng|ban hành|triển khai)\b"
)
ACTS_ON = re.compile(
    r"\s{0,4}(?:và\s|đồng thời\s)?(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|đình chỉ|hướng dẫn|quy định chi tiết)(?!\w)",
    re.IGNORECASE,
)
"""The same subject acts once more behind a semicolon: "Kế hoạch này thay thế A; bãi bỏ B"."""

ATTACHED = Ending(
    r"[\W\d]{0,12}(?:tiếp\s+tục\s+|tổ\s+chức\s+)?(?:thực\s+hiện|triển\s+khai(?:\s+thực\s+hiện)?|thi\s+hành)\s+"
    r"(?:có\s+hiệu\s+quả\s+|các\s+|nội\s+dung\s+)?(?:đề\s+án|kế\s+hoạch|chương\s+trình|chiến\s+lược|quy\s+chế|quy\s+định"
    r"|bộ\s+tiêu\s+chí|phương\s+án|dự\s+án)\s[^;:]{3,260}\s(?:(?:ban\s+hành\s+|kèm\s+|ban\s+hành\s+kèm\s+)theo"
    r"|(?:ban\s+hành|phê\s+duyệt)\s+(?:tại|theo))\s{1,3}$",
    "theo|tại",
    re.IGNORECASE,
)
"""What is carried out has no number but comes with a document that has: "Thực hiện Đề án X kèm theo Quyết định A; B".

Behind a semicolon the list of what is carried out goes on.
"""

ANNOUNCED = re.compile(
    rf"\b(?:và|cùng)\s{{1,4}}(?:các|những)\s{{1,4}}{DOCUMENT_WORD}(?!\w)[^,;:]{{0,100}}:\s{{0,4}}$", re.IGNORECASE
)
ENDS_ANOTHER = re.compile(r"\bvà\s{1,4}(?:thay thế|bãi bỏ|hủy bỏ)\s{1,4}(?:toàn bộ\s{1,4})?$", re.IGNORECASE)
"""Behind the subject of a document that a text ends: it ends the next one too ("… và bãi bỏ Điều 2 Thông tư B")."""

ALL_OF_THEM = re.compile(r"\s{1,3}(?:đều|cùng|lần lượt)\s", re.IGNORECASE)
"""A verb that is said of several: "A và B đều sửa đổi C"."""

FOLLOWED = re.compile(
    r"\b(?:(?:cho )?phù hợp với|trên cơ sở|căn cứ|theo quy định|(?:thì|bị)\s[^,;]{0,60}\s(?=theo\s))\b", re.IGNORECASE
)
UNNUMBERED = re.compile(
    rf"(?:^|[,;]|\b(?:và|cùng|cùng với))\s{{1,4}}(?:các\s{{1,4}})?{DOCUMENT_WORD}(?!\s{{1,4}}(?:số\b|này\b))"
    r"[^,;]{3,200}$",
    re.IGNORECASE,
)
TITLE_GOES_ON = re.compile(r"\s{1,3}(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn)\s[^,;:]{0,80}\bcủa\s{1,3}$")
SAID_BY_ANOTHER = re.compile(r"\s{0,4}(?:,|và|cùng)\s[^;:]{3,160}\btại\s{1,4}$")
"""Behind a document, another body and what it says: "Tờ trình A và ý kiến của Sở Tư pháp tại Công văn B".

Where what the first one says is carried out, so is this ("Thực hiện ý kiến của A tại Công văn B, C tại D").
"""

TITLE_AFTER_SEMICOLON = re.compile(
    r"\s{1,4}(?!(?:và|cùng|với|các|những|đồng thời|kể cả|trong đó|nhất là|như|theo)\s)(?:[^\s;]{1,30}\s{1,4}){6,60}$"
)
"""A subject that goes on behind a semicolon of its own: "về thi đua chào mừng Đại hội; hoàn thành mục tiêu của B"."""

TO_CARRY_OUT = re.compile(r"\s{0,4}để\s", re.IGNORECASE)  # "Thực hiện Kế hoạch A để triển khai Nghị quyết B"

ANNEX_OF = re.compile(
    r"\s{0,4}(?:và\s)?(?:các\s)?(?:bản\s)?(?:quy\s(?:chế|định|trình)|điều\slệ|nội\squy|danh\smục|chương\strình|định\smức|phụ\slục)\s"
    r"(?:(?!theo\s)[^;:]){0,240}?(?:ban\shành\s)?kèm\stheo\s{1,4}",
    re.IGNORECASE,
)
"""One more member that is only what a document issued: "bãi bỏ A; Quy chế làm việc ban hành kèm theo B"."""
