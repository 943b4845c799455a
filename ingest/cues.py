"""Cues: the words before a reference that say how the text relates to it (domain reference §4.2; annotation rule IMPLEMENTS / CITES).

A cue is a verb or a marker; the one nearest to the reference decides, unless it is only one of several joined verbs ("triển khai, phổ
biến, quán triệt Chỉ thị …" carries the directive out).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_IMPLEMENT = r"tổ\s+chức\s+thực\s+hiện|triển\s+khai(?:\s+(?:thực\s+hiện|thi\s+hành))?|thực\s+hiện|thi\s+hành|cụ\s+thể\s+hóa|chấp\s+hành|hiện\s+thực\s+hóa"
_SPREAD = r"quán\s+triệt|tuyên\s+truyền|phổ\s+biến|nghiên\s+cứu|học\s+tập"
_FOLLOW = (
    r"theo(?!\s+dõi)|quy\s+định\s+(?:tại|của|trong|ở)|căn\s+cứ(?:\s+vào)?|nêu\s+(?:tại|trong)|ghi\s+(?:tại|trong)|kèm\s+theo|tại|trên\s+cơ\s+sở|"
    r"sơ\s+kết|tổng\s+kết|được\s+(?:ban\s+hành|quy\s+định|phê\s+duyệt|giao|thông\s+qua)|bởi|tham\s+khảo|đối\s+với|xét|phù\s+hợp\s+với|so\s+với|trình|góp\s+ý|rà\s+soát|"
    r"xây\s+dựng|tham\s+mưu\s+ban\s+hành|bằng"
)
_CUE = re.compile(
    rf"(?<!\w)(?:(?P<implement>{_IMPLEMENT})|(?P<spread>{_SPREAD})"
    r"|(?P<replace>thay\s+thế(?:\s+cho)?)|(?P<repeal>bãi\s+bỏ|hủy\s+bỏ|hết\s+hiệu\s+lực)|(?P<amend>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|bổ\s+sung)"
    r"|(?P<suspend>đình\s+chỉ|ngưng\s+hiệu\s+lực)|(?P<correct>đính\s+chính)|(?P<consolidate>hợp\s+nhất)"
    r"|(?P<guide>quy\s+định\s+chi\s+tiết(?:\s+và\s+(?:hướng\s+dẫn|biện\s+pháp)\s+thi\s+hành)?|hướng\s+dẫn(?:\s+(?:thi\s+hành|thực\s+hiện))?|biện\s+pháp\s+thi\s+hành)"
    rf"|(?P<follow>{_FOLLOW}))(?!\w)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[\s,]*(?:và|,|có|hiệu quả|nghiêm túc|tốt|kịp thời|đầy đủ|sâu rộng|\s)*", re.IGNORECASE)
_LIST_OPENER = re.compile(
    r"(?:nhất\s+là|trọng\s+tâm\s+là|như|gồm|bao\s+gồm|trong\s+đó(?:\s+có)?|sau(?:\s+đây)?|cụ\s+thể|đặc\s+biệt\s+là|là)\s*:?\s*$|:\s*(?:[-+]\s*)?$",
    re.IGNORECASE,
)
_OBJECT_OF_OBJECT = re.compile(
    r"(?:các|những)?\s*(?:nội\s+dung|nhiệm\s+vụ|mục\s+tiêu|chỉ\s+tiêu|giải\s+pháp|yêu\s+cầu|quan\s+điểm|chỉ\s+đạo)(?!\w)",
    re.IGNORECASE,
)
_SELF_ACTS = {
    "replace": "REPLACES",
    "repeal": "REPEALS",
    "amend": "AMENDS",
    "suspend": "SUSPENDS",
    "correct": "CORRECTS",
    "consolidate": "CONSOLIDATES",
    "guide": "GUIDES",
}
_THIS_DOCUMENT = re.compile(r"(?:này|hiệu\s+lực)[^;]{0,160}$", re.IGNORECASE)
_LEGAL_BASIS_TYPES = frozenset({"HP", "L", "BL", "PL", "NĐ", "TT", "TTLT", "NQLT", "LCT"})
_PASSIVE = re.compile(
    r"(?:đã\s+|đang\s+)?(?:được|bị)\s+(?P<verb>sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|đính\s+chính|hợp\s+nhất)"
    r"[^;.]{0,90}?(?:bởi|theo|tại|bằng)\s+(?:các\s+|quy\s+định\s+(?:tại|của)\s+)?$",
    re.IGNORECASE,
)
_PASSIVE_TYPES = (
    ("sửa", "AMENDS"), ("bổ", "AMENDS"), ("thay", "REPLACES"), ("bãi", "REPEALS"), ("hướng", "GUIDES"), ("quy", "GUIDES"),
    ("đính", "CORRECTS"), ("hợp", "CONSOLIDATES"),
)  # fmt: skip
_JOINT = re.compile(r"(?:,|\bvà)\s*(?:các\s*|cả\s*)?$")
_FAR = 14
_WINDOW = 420


@dataclass(frozen=True, slots=True)
class Cue:
    """``relation`` is an edge type or BASIS ("Căn cứ", whose meaning depends on what is cited); ``text`` the words, "" when there are none."""

    relation: str
    text: str
    certain: bool = True

    def relation_for(self, type_code: str, symbol_year: int | None) -> str:
        """Edge type for a cited document of this type.

        "Căn cứ <law>" is the legal basis; "Căn cứ <plan, directive, individual decision>" is carrying it out. A submission or report
        is only cited.
        """
        if self.relation == "BASIS":
            normative = type_code in _LEGAL_BASIS_TYPES or symbol_year is not None
            return "BASED_ON" if normative else "CITES" if type_code in {"TTr", "BC", "BB", "CV"} else "IMPLEMENTS"
        if self.relation == "IMPLEMENTS" and type_code in {"TTr", "BC", "BB"}:
            return "CITES"
        return self.relation


def classify(lead: str, type_code: str | None, *, decides: bool, preamble: bool) -> Cue:
    """Read the cue from the words before a reference, ``lead`` ending where the reference begins.

    >>> classify("Tập trung thực hiện có hiệu quả ", "CT", decides=False, preamble=False).relation
    'IMPLEMENTS'
    >>> classify("thực hiện theo quy định tại ", "NĐ", decides=False, preamble=False).relation
    'CITES'
    """
    lead = lead[-_WINDOW:]
    found = list(_CUE.finditer(lead))
    if not found:
        return Cue("CITES", "", certain=False)
    last = found[-1]
    kind = last.lastgroup or "follow"
    text = " ".join(last.group().casefold().split())
    if kind == "follow":
        return _followed(lead, found, text, preamble=preamble)
    if kind == "spread":
        before = found[-2] if len(found) > 1 else None
        if (
            before is not None
            and before.lastgroup == "implement"
            and _JOINED.fullmatch(lead[before.end() : last.start()])
        ):
            return Cue("IMPLEMENTS", " ".join(before.group().casefold().split()))
        return Cue("CITES", text)
    if kind == "implement":
        rest = lead[last.end() :]
        far = len(rest.split()) > _FAR and not _LIST_OPENER.search(rest)
        return Cue("CITES", text, certain=False) if far else Cue("IMPLEMENTS", text)
    if kind == "guide" and not decides:
        return Cue("CITES", text)
    own_act = decides or (kind in {"replace", "repeal"} and _THIS_DOCUMENT.search(lead[: last.start()]))
    if own_act and len(lead[last.end() :].split()) <= _FAR:
        return Cue(_SELF_ACTS[kind], text)
    return Cue("CITES", text, certain=False)


def title_relation(gap: str) -> tuple[str, str] | None:
    """Relation of a cited document to the one named in its title, from the words between them; ``None`` when there is none.

    >>> title_relation(" hướng dẫn một số nội dung của ")
    ('GUIDES', 'hướng dẫn')
    """
    found = [m for m in _CUE.finditer(gap[-_WINDOW:]) if m.lastgroup != "spread"]
    if not found:
        return None
    last = found[-1]
    rest = gap[-_WINDOW:][last.end() :]
    text = " ".join(last.group().casefold().split())
    kind = last.lastgroup or ""
    if kind == "follow" and text != "quy định của":
        return None
    guides = [m for m in found if m.lastgroup == "guide"]
    if (
        kind in {"implement", "follow"}
        and guides
        and not re.search(r"[,;]", gap[-_WINDOW:][guides[-1].end() : last.start()])
    ):
        return "GUIDES", " ".join(guides[-1].group().casefold().split())
    if kind == "implement":
        return ("IMPLEMENTS", text) if len(rest.split()) <= 6 and not re.search(r"\bvề\b", rest) else None
    if kind == "follow" or len(rest.split()) > _FAR:
        return None
    return _SELF_ACTS[kind], text


def coordinated(gap: str) -> bool:
    """Whether a gap that ends in "và" or a comma goes on with the list instead of with the object of a verb in the title.

    >>> coordinated(" về xây dựng, thực hiện hương ước, quy ước và "), coordinated(" về triển khai thực hiện các ")
    (True, False)
    """
    joint = _JOINT.search(gap)
    if joint is None:
        return False
    before = gap[: joint.start()]
    verbs = [m for m in _CUE.finditer(before) if m.lastgroup not in {"follow", "spread"}]
    return not verbs or bool(before[verbs[-1].end() :].strip(" ,\n"))


def passive_relation(gap: str) -> tuple[str, str] | None:
    """Read "A được sửa đổi, bổ sung bởi B": the edge type from B to A, and the cue."""
    match = _PASSIVE.search(gap[-_WINDOW:])
    if match is None:
        return None
    verb = " ".join(match["verb"].casefold().split())
    return next(kind for prefix, kind in _PASSIVE_TYPES if verb.startswith(prefix)), verb


def _followed(lead: str, found: list[re.Match[str]], text: str, *, preamble: bool) -> Cue:
    if text.startswith("căn cứ"):
        return Cue("BASIS" if preamble or not lead[: found[-1].start()].strip(" \n-+•“\"'") else "CITES", text)
    if text in {"tại", "đối với"}:
        before = [m for m in found[:-1] if m.lastgroup == "implement"]
        if before:
            between = lead[before[-1].end() : found[-1].start()]
            theo = any(m.lastgroup == "follow" and m.start() > before[-1].end() for m in found[:-1])
            if not theo and (text == "đối với" or _OBJECT_OF_OBJECT.search(between)):
                return Cue("IMPLEMENTS", " ".join(before[-1].group().casefold().split()))
    return Cue("CITES", text)
