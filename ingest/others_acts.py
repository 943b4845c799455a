"""Words that tell that an act on a document is not the text's own.

What others did, have to do, propose or may do: "Nghị định A theo Luật sửa đổi B", "tham mưu Chính phủ sửa đổi Luật A",
"các văn bản hướng dẫn thi hành Luật A", "bãi bỏ văn bản trái với Hiến pháp". Sources: Luật 64/2025/QH15 Art. 8 (who
changes what), Art. 46 (review of documents in force).
"""

from __future__ import annotations

import re

from ingest.gates import Ending, Gated

_BY_OTHERS = re.compile(
    r"(?<!\w)(?:theo|tại|nêu|trong|của\s+(?:Quốc\s+hội|Chính\s+phủ|Thủ\s+tướng|Bộ|Hội\s+đồng|Ủy\s+ban|cơ\s+quan))(?!\w)"
    r"[^;:.,]{0,120}$"
)
_SUBJECT = Ending(
    r"(?<!\w)của\s+(?:Quốc\s+hội|Ủy\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội|(?:Thủ\s+tướng\s+)?Chính\s+phủ)\s+$",
    "hội|phủ",
)
"""The words of another body stand directly before its act: "quy định của Chính phủ quy định chi tiết Luật A"."""

_DRAFT = Gated(
    r"(?<!\w)dự\s+(?:thảo|án)\s+(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|văn\s+bản)\s+$",
    "dự",
    re.IGNORECASE,
)
"""A draft acts on nothing yet: "dự thảo Nghị định sửa đổi Nghị định A"."""

_PROPOSED = re.compile(
    r"(?<!\w)(?:(?:đề\s+xuất|tham\s+mưu|(?<!xét\s)(?<!theo\s)kiến\s+nghị)(?!\w)[^;:.]{0,160}"
    r"|(?:rà\s+soát|xem\s+xét|nghiên\s+cứu|đề\s+án|dự\s+kiến)[\s,]+(?:để\s+)?"
    r"|(?:trường\s+hợp|nếu)\s(?:(?!thì\b|này\b)[^;:.]){0,100})$",
    re.IGNORECASE,
)
"""What is proposed, looked into or supposed: "rà soát, đề xuất sửa đổi Luật A", "Trường hợp Chính phủ bổ sung …"."""

_AWAITED = re.compile(
    r"(?<!\w)(?:có|xây\s+dựng|soạn\s+thảo|chờ)\s+(?:các\s+)?(?:văn\s+bản|quy\s+định|nghị\s+định|thông\s+tư"
    r"|quyết\s+định|luật)(?:\s+(?:mới|khác|nào|quy\s+phạm|pháp\s+luật)){0,3}\s+$",
    re.IGNORECASE,
)
"""What is still to come: "cho đến khi có văn bản thay thế Nghị định A", "xây dựng Nghị định thay thế Nghị định A"."""

_DENIED = Ending(r"(?<!\w)(?:không|chưa)\s+(?:(?:được|bị|làm|phải)\s+)?$", "không|chưa|được|bị|làm|phải", re.IGNORECASE)
"""What is not done: "Thông tư này không làm chấm dứt hiệu lực của Thông tư A"."""

_TEXTS_THAT = re.compile(
    r"(?<!\w)(?:văn\s+bản(?!\s+hợp\s+nhất)(?:\s+(?!này)[^\s,;:.()]+){0,6}|(?:các|những)"
    r"|(?:các|những|một\s+số)\s+(?:nghị\s+định|thông\s+tư|quyết\s+định)(?:\s+(?!này)[^\s,;:.()]+){0,3})\s+$",
    re.IGNORECASE,
)
"""Documents told by what they do: "các văn bản quy phạm pháp luật hướng dẫn thi hành Luật A"."""

_CONTRARY = re.compile(r"(?<!\w)(?:trái|không\s+phù\s+hợp)\s+(?:với|quy\s+định)(?!\w)", re.IGNORECASE)
_LONGEST_WORD = 9
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_ADDS = frozenset(
    {"và", "việc", "này", "định", "tư", "luật", "lệnh", "quyết", "nghị", "duyệt", "hành", "chỉnh", "đổi", "bỏ"}
)
"""Behind any other word "bổ sung" only says "further": "công nhận bổ sung bảo vật", "cấp bổ sung kinh phí"."""


def only_further(lead: str, act: int) -> bool:
    """Whether the words "bổ sung" at ``act`` only say that something is done further.

    >>> only_further("công nhận bổ sung bảo vật", 10), only_further("Nghị định này bổ sung Điều 5", 14)
    (True, False)
    """
    if lead[act : act + 8].casefold() != "bổ sung ":
        return False
    word = _WORD_BEFORE.search(lead, max(0, act - _LONGEST_WORD), act)
    return word is not None and word[1].casefold() not in _ADDS


def not_its_own(before: str, rest: str, *, kind: str, this: bool) -> bool:
    """Whether an act of a ``kind`` between ``before`` and ``rest`` is done by others, or by nobody yet.

    ``this`` tells that the text names itself before the act. "Các biện pháp thi hành" are its own words.

    >>> not_its_own("Bộ Nội vụ rà soát, ", " ", kind="amend", this=False)
    True
    >>> not_its_own("Nghị định này ", " ", kind="repeal", this=True)
    False
    """
    if (
        _DENIED.search(before)
        or _DRAFT.search(before)
        or _PROPOSED.search(before)
        or _SUBJECT.search(before)
        or _CONTRARY.search(rest)
    ):
        return True
    if (_TEXTS_THAT if kind == "guide" else _AWAITED).search(before):
        return True
    return not this and _BY_OTHERS.search(before) is not None
