"""Verbs behind their objects: "Thông tư A, Thông tư B hết hiệu lực kể từ ngày Thông tư này có hiệu lực"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import Span
from graph.validity import ENDING_ACTS
from ingest.cue_words import CUE, DOCUMENT_WORD, ENDED, EXCEPTING
from ingest.gates import Ending
from ingest.pinpoints import without_pinpoint

if TYPE_CHECKING:
    from ingest.relations import Related

_ENDED = (
    r"(?:[^.;]|\.(?=\d)|;(?=\s[a-zà-ỹđ])(?!\s(?:các|những|mọi|mỗi|riêng|trừ|đồng|bãi|thay|sửa)\s)){0,400}?"
    rf"\b{ENDED}"
)
_ENDED_BEHIND = re.compile(
    rf"{_ENDED},?\s+(?:kể\s+)?(?:từ|khi)\s"
    rf"[^.;]{{0,40}}?(?:{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này|ngày\s+\d)",
    re.IGNORECASE,
)
_ENDED_AT_ONCE = re.compile(
    r"\s{0,3}(?:\([^()]{1,80}\)\s{1,3})?(?:,?\s{0,3}(?:về|ban\s+hành|quy\s+định|hướng\s+dẫn|sửa\s+đổi|phê\s+duyệt)\s[^.;:]{3,300}?\s)??(?:(?:và|cùng|cùng\s+với)\s+(?:các|những|mọi)\s+(?:văn\s+bản|quy\s+định|điều\s+khoản)\s"
    r"(?:(?!\d)[^.;:]){0,120}?\s)?"
    r"(?:(?:có\s+(?:những\s+)?(?:nội\s+dung|điểm)\s+)?(?:trái|không\s+phù\s+hợp)\s+với\s(?:(?!\d)[^.;:]){3,90}?\s)?"
    rf"(?:(?:(?:nay\s+)?(?:cùng\s+|đều\s+)?|sẽ\s+){ENDED}|(?:nay|đều|cùng)\s+(?:bị\s+)?(?:bãi|hủy)\s+bỏ)"
    r"\s{0,2}(?:[.;]|$)",
    re.IGNORECASE,
)
"""Old ends too: "Nghị định A và các quy định trước đây trái với Nghị định này nay bãi bỏ."."""

_ENDED_FROM_THIS_DAY = re.compile(rf"{_ENDED}\s{{0,2}}(?:[.,;:]|$)", re.IGNORECASE)
_FROM_THIS_DAY = re.compile(
    rf"\s*(?:\d{{1,2}}\.\s)?(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm|khi)\s+{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này\s+có\s+hiệu\s+lực",
    re.IGNORECASE,
)
_PROVISIONS_AT = re.compile(
    r"(?:(?:các|những|mọi|riêng)\s+(?:các\s+)?|^\W{0,6}(?:(?:\d{1,3}|[a-zđ])[.)]\s)?)"
    r"(?:phần\s+)?(?:quy\s+định|nội\s+dung|điều\s+khoản|điểm|điều)(?:(?!\btheo\b)[^;.:]){0,160}\b(?:tại|trong|của)\s+$",
    re.IGNORECASE,
)
_ANNEXED = re.compile(
    r"\W{0,6}(?:(?:\d{1,3}|[a-zđ]{1,2})[.)]\s{1,3})?(?:(?:bản\s+)?(?:quy\s+(?:chế|định|trình)|điều\s+lệ|nội\s+quy"
    r"|hướng\s+dẫn|danh\s+mục|chương\s+trình|kế\s+hoạch|đề\s+án|phụ\s+lục|định\s+mức|mẫu|biểu|bảng)\s(?:[^;.:]|\.(?=[\dA-Z])){0,200}?"
    r"(?:kèm|ban\s+hành)\s+theo|quy\s+định\s+tại)\s+",
    re.IGNORECASE,
)
"""A subject that is only what a document issued: "Quy chế … ban hành kèm theo Quyết định A hết hiệu lực"."""

_PASSIVE_BY_THIS = re.compile(
    rf"[^.;]{{0,300}}?\b(?:được|bị)\s+(?P<verb>thay\s+thế|thay(?=\s+bằng)|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung)[^.;]{{0,40}}?"
    r"(?:bởi|bằng|theo|tại|từ\s+(?:ngày|khi|thời\s+điểm))\s+(?:quy\s+định\s+(?:tại|của)\s+)?"
    r"(?:(?:điểm|khoản|điều|phụ\s+lục)\s+[^\s,;.:]{1,6}\s+){0,3}(?:của\s+)?"
    rf"{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này",
    re.IGNORECASE,
)
_PASSIVE_NOW = re.compile(
    r"[^.;:,]{0,200}?(?<!đã )(?<!đang )\b(?:được|bị|nay(?:\s+được)?)\s+"
    r"(?P<verb>thay\s+thế|thay(?=\s+bằng)|bãi\s+bỏ|hủy\s+bỏ|sửa\s+(?:đổi|lại)|sửa(?=\s+thành)|bổ\s+(?:sung|khuyết)"
    r"|đính\s+chính)"
    r"(?:[^.;:()]{0,60}\b(?:(?P<new>như\s+sau|sau\s+đây)\s{0,2}(?::|$)|(?:thành|là)\s{0,2}:?\s{0,2}[\"“‘'])"
    r"|\s+bằng\s+(?P<words>(?:các\s+)?(?:cụm\s+)?(?:từ|chữ|số)\s)"
    r"|,?\s+kể\s+từ\s+ngày\s[^.;:()]{4,60}|\s{0,2}(?:[.;]|$))",
    re.IGNORECASE,
)
"""What the text does at once, not what was done before: "Điều 3 của A được sửa đổi như sau:", "A bị bãi bỏ."."""

_ACTED_NOW = re.compile(
    r"\s{1,3}(?:nay\s+)?(?:(?:sửa\s+(?:đổi|lại)|bổ\s+(?:sung|khuyết))[^.;:()]{0,60}\b(?:như\s+sau|sau\s+đây)\s{0,2}(?::|$)"
    r"|sửa\s+thành\s{0,2}(?::|$)"
    r"|(?:bỏ|thay|thay\s+thế|sửa\s+đổi|sửa|bổ\s+sung)\s+(?:các\s+)?(?:cụm\s+)?(?:từ|chữ)\s)",
    re.IGNORECASE,
)
"""The same in the words of an order: "Điểm 1 của A sửa đổi như sau:", "Tại Điều 5 của A bỏ cụm từ "B"."."""

_AT = re.compile(
    r"\W{0,6}(?:(?:\d{1,3}|[a-zđ])[.)]\s)?(?:kể\s+từ\s+ngày\s[^;:,]{3,90},\s+)?"
    r"(?:(?:(?:các\s+)?(?:cụm\s+)?(?:từ|chữ)|tên)\s[^;:]{3,200}?\s)?(?:tại|ở|trong|của)\s+",
    re.IGNORECASE,
)
"""Where something stands that is worded anew: "Tại Điều 5 của A …", "Cụm từ "B" tại Điều 5 của A …"."""

_ANNEX = re.compile(
    r"\W{0,6}(?:(?:\d{1,3}|[a-zđ])[.)]\s)?(?:các\s+)?(?:phụ\s+lục|mẫu|biểu|bảng|danh\s+mục|(?:cụm\s+)?từ)\s",
    re.IGNORECASE,
)
"""Parts in whose place come new ones, by which the document is amended."""

_SUSPENDED = re.compile(
    r"[^.;:,]{0,200}?\b(?:(?:tạm\s+)?ng[ưừ]ng\s+hiệu\s+lực|(?:bị|được)\s+(?:tạm\s+(?:thời\s+)?)?đình\s+chỉ)"
    r"(?:\s+(?:việc\s+)?thi\s+hành)?,?\s*(?:(?:kể\s+)?từ\s|(?:cho\s+)?đến\s|[.;]|$)",
    re.IGNORECASE,
)
_CONTRARY = Ending(r"\btrái\s+(?:với\s+)?(?:(?:các\s+)?quy\s+định\s+(?:của|tại|trong)\s+)?$", "trái|với|của|tại|trong")
"""What is contrary to a document ends, not the document: "Các quy định trái với A đều bãi bỏ"."""

_CLAUSE = Ending(r";\s{1,3}(?:các\s{1,3})?$", ";|các", re.IGNORECASE)
"""Behind it begins a clause of its own, which no verb before governs: "Thi hành Luật A; Nghị định B hết hiệu lực"."""

_EXCEPTED = re.compile(rf"\b(?:ngoại\s+)?{EXCEPTING}\s", re.IGNORECASE)
_APART = re.compile(r";\s+riêng\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[^.;]{0,160}?\b(?:tiếp\s+tục|vẫn)\s+(?:được\s+|còn\s+)?(?:có\s+hiệu\s+lực|áp\s+dụng|thực\s+hiện)", re.IGNORECASE
)
_OF_TRAILING = ("lực", "giá trị", "này", "được", "bị", "nay", "bỏ", "sửa", "thay", "bổ sung")
"""Words one of which each of these rules has: to look for them takes less time than for a rule."""

_TRAILING = {
    "thay": "REPLACES",
    "bãi": "REPEALS",
    "hủy": "REPEALS",
    "sửa": "AMENDS",
    "bổ": "AMENDS",
    "đính": "CORRECTS",
}


def apply_trailing(text: str, related: list[Related], first: int, sentence: Span, *, decides: bool) -> None:
    """Read a verb behind: "Thông tư A, Thông tư B hết hiệu lực kể từ ngày Thông tư này có hiệu lực".

    The verb stands behind its objects; what an exception behind it names ("… hết hiệu lực, trừ …") is none of them. A
    clause behind the exception has a verb of its own ("…; riêng Điều 5 của A hết hiệu lực kể từ ngày …").
    """
    _spare(text, related, first, sentence)
    until, resumed = _around_exception(text, related, first, sentence)
    dated = decides and _FROM_THIS_DAY.match(text, sentence.start, sentence.end) is not None
    _apply(text, related, range(first, until), sentence, decides=decides, dated=dated)
    if resumed < len(related):
        apart = Span(text.rindex(";", sentence.start, related[resumed].reference.start) + 1, sentence.end)
        _apply(text, related, range(resumed, len(related)), apart, decides=decides, dated=False)


def _apply(text: str, related: list[Related], among: range, sentence: Span, *, decides: bool, dated: bool) -> None:
    lead, begin, until = sentence.start, among.start, among.stop
    for index in among:
        end = related[index].reference.tail_end
        limit = related[index + 1].reference.start if index + 1 < until else min(sentence.end, end + 600)
        found = _said_behind(text, end, limit, decides=decides, dated=dated, last=index + 1 == until)
        if found is None:
            continue
        _govern(text[lead : related[begin].reference.start], related, begin, index + 1, found)
        begin, lead = index + 1, end


def _spare(text: str, related: list[Related], first: int, sentence: Span) -> None:
    """What goes on being in force is not ended by the clause before it: "thay thế A; Điều 2 của B tiếp tục áp dụng"."""
    for index in range(first + 1, len(related)):
        item = related[index]
        limit = related[index + 1].reference.start if index + 1 < len(related) else sentence.end
        between = text[related[index - 1].reference.tail_end : item.reference.start]
        ended = item.relation in ENDING_ACTS and not item.embedded and ";" in between
        if ended and not CUE.search(between) and _GOES_ON.match(text, item.reference.tail_end, limit):
            related[index] = replace(item, relation="CITES", cue=None)


def _said_behind(text: str, end: int, limit: int, *, decides: bool, dated: bool, last: bool) -> str | None:
    """The edge type that a verb behind ``end`` gives to what stands before it, ``None`` when there is no such verb."""
    said = text[end:limit].lower()
    if not any(map(said.__contains__, _OF_TRAILING)):
        return None
    match = (_ENDED_FROM_THIS_DAY if dated and last else _ENDED_BEHIND).match(text, end, limit)
    if match is None and decides:
        match = _ENDED_AT_ONCE.match(text, end, limit)
    if match is not None:
        return "REPEALS" if decides or match.group().endswith("này") else None
    if decides and _SUSPENDED.match(text, end, limit) is not None:
        return "SUSPENDS"
    if decides and _ACTED_NOW.match(text, end, limit) is not None:
        return "AMENDS"
    if (match := _PASSIVE_BY_THIS.match(text, end, limit)) is None and decides:
        match = _PASSIVE_NOW.match(text, end, limit)
        if match is not None and (match["new"] or match["words"]) and match["verb"].casefold().startswith("thay"):
            return "AMENDS"  # new words for a part
    return _TRAILING[match["verb"].casefold().split()[0]] if match else None


def _govern(lead: str, related: list[Related], begin: int, end: int, relation: str) -> None:
    """Give a verb's relation to the references from ``begin`` to ``end`` that stand before it, ``lead`` before them."""
    plain, part = without_pinpoint(lead)
    bare = plain or lead
    of_parts = _PROVISIONS_AT.search(bare) is not None or _ANNEXED.fullmatch(bare) is not None
    of_parts |= relation in {"AMENDS", "CORRECTS"} and _AT.fullmatch(bare) is not None
    if _CONTRARY.search(bare) is not None:
        return
    relation = "AMENDS" if relation == "REPLACES" and _ANNEX.match(lead) else relation
    of_parts |= (not plain and part is not None) or _CLAUSE.search(bare) is not None
    cue = related[begin].cue
    for index in range(begin, end):
        item = related[index]
        governed = not item.cue or (of_parts and item.cue == cue)
        if not item.embedded and item.relation in {"CITES", "IMPLEMENTS"} and governed:
            related[index] = replace(item, relation=relation, cue="hết hiệu lực", certain=True)


def _around_exception(text: str, related: Sequence[Related], first: int, sentence: Span) -> tuple[int, int]:
    """The index behind the last reference that stands before the exception of a sentence, and of the first behind it.

    Behind it begins a clause with "; riêng"; without one, or without an exception, that is behind them all.
    """
    found = _EXCEPTED.search(text, related[first].reference.tail_end, sentence.end)
    if found is None:
        return len(related), len(related)
    until = next(i for i in range(len(related), first, -1) if related[i - 1].reference.start < found.start())
    apart = _APART.search(text, found.end(), sentence.end)
    resumed = (i for i in range(until, len(related)) if apart and related[i].reference.start > apart.start())
    return until, next(resumed, len(related))
