"""What part a unit has in a task, read from its verbs (domain reference §7.2).

>>> read_roles("Chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch; định kỳ báo cáo Ủy ban nhân dân tỉnh")
('lead', 'report')
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.phrases import alternation, spelled_out, word_search

_VERBS = {
    "lead": "chủ trì",
    "support": "phối hợp|phối kết hợp",
    "advise": "tham mưu|giúp việc|cố vấn",
    "focal_point": """
        làm (?:cơ quan |đơn vị )?đầu mối|là (?:cơ quan|đơn vị) đầu mối|(?:là )?cơ quan thường trực
        đầu mối (?:tổng hợp|theo dõi|tiếp|phối|giúp|liên|tham|báo|triển)""",
    "monitor": "theo dõi|đôn đốc|kiểm tra|giám sát|thanh tra",
    "guide": "hướng dẫn|tập huấn",
    "report": "báo cáo|tổng hợp|sơ kết|tổng kết",
    "appraise": "thẩm định|thẩm tra",
    "fund": r"""
        (?:bố trí|cân đối|phân bổ|cấp|ưu tiên|huy động) (?:\S+ ){0,3}?(?:kinh phí|ngân sách|nguồn vốn|vốn|dự toán)
        (?:đảm bảo|bảo đảm) kinh phí""",
    "publish": "niêm yết|công bố|đăng tải|công khai",
    "accountable": "chịu trách nhiệm",
}
"""Verbs by role. Their order decides where two begin at the same place."""

_NOUN_BEHIND = {
    "support": "sự|quy chế|cơ chế|chương trình|kế hoạch|hoạt động|chủ thể|công tác",
    "monitor": "ban|ủy ban|đoàn|được|chế độ|quy chế|dân|cơ quan|hệ thống|camera|thiết bị|bị",
    "guide": "theo|văn bản|các|sự|có|sau khi có|đúng",
    "report": r"""
        theo|trên cơ sở|căn cứ|mẫu|nội dung|(?<!định\s)kỳ|(?<!h[àằ]ng\s)năm|số liệu|các|những|dự thảo|từ|trong|để|hoặc
        phục vụ|sau|quản lý|hệ thống|phòng|kho|bảng|biểu|siêu thị""",
    "publish": "đảm bảo|bảo đảm|dân chủ,|nội dung|được|phải|minh bạch,|cần",
}
"""Words behind which the verb stands as a noun, an adverb or in the passive: "theo hướng dẫn", "Ban Thanh tra"."""

_NOUN_BEFORE = {
    "support": "liên ngành|công tác giữa",
    "guide": r"(?:số )?\d+|của (?:Bộ|Trung|Chính|cấp|cơ quan|Ủy ban|UBND|Sở)",
    "report": r"(?:số )?\d+\s?/|viên|đánh giá tác động",
    "publish": r",?\s?(?:minh bạch|dân chủ|khách quan|công bằng|đúng)|và minh bạch",
}
"""What follows the verb where it is none: "hướng dẫn của Bộ", "Báo cáo số 12/BC", "công khai, minh bạch"."""

_VERBS_OF = {role: re.compile(alternation(verbs)) for role, verbs in _VERBS.items()}
_VERB = word_search(verb for verbs in _VERBS.values() for verb in spelled_out(verbs))
_BEHIND = {role: re.compile(rf"(?<!\w)(?:{alternation(words.lower())})\s+$") for role, words in _NOUN_BEHIND.items()}
_BEFORE = {role: re.compile(rf"\s*(?:{alternation(words.lower())})") for role, words in _NOUN_BEFORE.items()}
_OF_LEAD = re.compile(r"chủ\s+trì\s*(?:,|và|;)?\s*$")
_REACH = 30


def read_roles(task: str) -> tuple[str, ...]:
    """Read the roles that the verbs of a task give to its unit, in text order, each once.

    "chủ trì, phối hợp với Y" makes the unit lead, not support; verbs that stand as nouns ("theo hướng dẫn của Bộ",
    "trên cơ sở báo cáo", "Ban Thanh tra nhân dân") give none.
    """
    flat = task.replace("\n", " ").lower()
    roles: dict[str, None] = {}
    for match in _VERB.finditer(flat):
        role = _role(match[0])
        left = flat[max(0, match.start() - _REACH) : match.start()]
        if not (role == "support" and _OF_LEAD.search(left)) and not _is_noun(role, left, flat, match.end()):
            roles[role] = None
    return tuple(roles)


@lru_cache(maxsize=4_096)
def _role(verb: str) -> str:
    return next(role for role, verbs in _VERBS_OF.items() if verbs.fullmatch(verb))


def _is_noun(role: str, left: str, text: str, end: int) -> bool:
    behind, before = _BEHIND.get(role), _BEFORE.get(role)
    return bool((behind and behind.search(left)) or (before and before.match(text, end)))
