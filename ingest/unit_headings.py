"""Headings that name the units whose tasks follow.

"2. Phòng Nội vụ", "7. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh", "Điều 5. Trách nhiệm của Bộ Y tế".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Span
from graph.quick import quickly_made
from ingest.assignees import read_assignees, split_units
from ingest.lines import is_upper
from ingest.phrases import Opening, words_of
from ingest.predicates import begins_with_verb
from ingest.sections import RegionKind
from ingest.task_items import Item
from ingest.unit_names import FIRST_WORDS, Style

_LEAD_IN = Opening(
    r"(?:(?P<topic>Đối với)|(?:Giao|Phân công)(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?|(?:Kính\s+)?đề nghị|Yêu cầu"
    r"|(?:Trách nhiệm|Nhiệm vụ|Nhiệm vụ,? quyền hạn)(?:\s+của)?)\s+",
    re.IGNORECASE,
)
_MAY_HEAD = FIRST_WORDS | words_of("đối giao phân kính đề yêu trách nhiệm")
"""With which a unit or a lead-in begins."""

_REST = re.compile(r"(?:\s*\([^()]{0,200}\))?[\s.:;,*\"-]*$")
_CRITERIA = re.compile(
    r"\W*(?:đối tượng|tiêu chí|tiêu chuẩn|hình thức khen"
    r"|(?:cách(?: thức)?|phương pháp|thang|nguyên tắc) (?:xếp|chấm|tính|bình|xét|đánh giá|cho điểm|điểm))(?!\w)",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"(?:Kinh phí|Nguồn|Thời gian|Thời hạn|Địa điểm|Chế độ|Công tác|Nội dung|Nhiệm vụ|Giải pháp|Mục đích|Yêu cầu"
    r"|Một số|Các (?:nội|nhiệm|giải|biện)|Về |Việc|Quy trình|Hình thức|Phương|Tiến độ|Thông tin|Điều (?:kiện|khoản)"
    r"|Trách nhiệm|Quyền|Cơ chế|Hiệu lực|Kết quả|Chỉ tiêu|Mục tiêu|Lộ trình|Thành phần|Đối tượng|Phạm vi|Hoạt động)"
)
_TOP_LABELS = frozenset({"roman", "upper", "arabic", "decimal"})
_LISTED = frozenset({"arabic", "decimal", "lower", "bullet"})
_SIGNS = re.compile(
    r"(?:(?:THỦ |TỔ |PHÓ )?TRƯỞNG|PHÓ|(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|LÃNH ĐẠO|CƠ QUAN|ĐƠN VỊ|ĐẠI DIỆN)(?!\w)"
)
_LONGEST = 320
_SHORT = 160


@quickly_made
@dataclass(frozen=True, slots=True)
class _Sibling:
    """A labelled item among its siblings: ``units`` that it names as a heading, or ``unknown``, perhaps a name."""

    index: int
    units: tuple[Span, ...]
    unknown: tuple[Span, ...]


def heading_units(item: Item, following: Item | None) -> tuple[Span, ...]:
    """Bound the units in ``item.flat`` when the item names nothing else and its tasks follow; empty otherwise."""
    flat = item.flat
    if following is None or len(flat) - item.body > _LONGEST or following.region is RegionKind.CLOSING:
        return ()
    if item.first not in _MAY_HEAD or (bounds_a_form(item) and not _opens_a_list(item, following)):
        return ()
    lead_in = _LEAD_IN.match(flat, item.body)
    start = lead_in.end() if lead_in else item.body
    listed = read_assignees(flat, start, _style(lead_in))
    if listed is None:
        return ()
    if _REST.match(flat, listed.end):
        return listed.units if item.titled or _stands_above(item, following) else ()
    bare = flat.rstrip()
    titled = item.titled and len(bare) <= _SHORT and not bare.endswith((".", ";", ":", ","))
    if listed.stop == "verb" and titled and following.level > item.level:
        return split_units(flat, start, len(flat))
    return ()


def unit_sections(items: Sequence[Item], headed: Sequence[tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    """Indexes, with their units, of the headings of sections that go unit by unit ("1. Sở Y tế", "2. Sở Tài chính" …).

    ``headed`` are the :func:`heading_units` of each item.

    A short heading among them is a unit even when its name is of an unknown kind ("3. Agribank huyện").
    """
    found: dict[int, tuple[Span, ...]] = {}
    groups: dict[int, list[_Sibling]] = {}
    for index, item in enumerate(items):
        if item.label in _TOP_LABELS:
            found |= _settled(groups, item.level + 1)
            following = items[index + 1] if index + 1 < len(items) else None
            lead_in = _LEAD_IN.match(item.flat, item.body)
            units = () if lead_in and lead_in["topic"] else headed[index]
            unknown = () if units or not _may_name_unit(item, following) else (Span(item.body, len(item.flat)),)
            groups.setdefault(item.level, []).append(_Sibling(index, units, unknown))
    return found | _settled(groups, 0)


def names_criteria(item: Item) -> bool:
    """Tell whether an item heads criteria or those who take part, not tasks ("Đối tượng", "Tiêu chí thi đua")."""
    return item.region is RegionKind.BODY and item.titled and _CRITERIA.match(item.text) is not None


def bounds_a_form(item: Item) -> bool:
    """Tell whether a line in capitals is in the head or the foot of a form in an annex ("THỦ TRƯỞNG ĐƠN VỊ").

    What was said above it holds no longer below.
    """
    return item.region is RegionKind.ANNEX and not item.label and is_upper(item.text)


def _opens_a_list(item: Item, following: Item) -> bool:
    """Tell whether a name in capitals stands over items: "SỞ NỘI VỤ", "1. Rà soát …"; an office signs something."""
    return following.label in _LISTED and _SIGNS.match(item.text) is None


def _settled(groups: dict[int, list[_Sibling]], level: int) -> dict[int, tuple[Span, ...]]:
    """Close the groups of siblings at ``level`` and deeper; return the headings of those that mostly name units."""
    found: dict[int, tuple[Span, ...]] = {}
    for deeper in [key for key in groups if key >= level]:
        group = groups.pop(deeper)
        named = sum(bool(sibling.units) for sibling in group)
        if named > 1 and 3 * named >= 2 * len(group):
            found |= {s.index: s.units or s.unknown for s in group if s.units or s.unknown}
    return found


def _may_name_unit(item: Item, following: Item | None) -> bool:
    text = item.text
    if following is None or following.level <= item.level or not item.titled or not text[:1].isupper():
        return False
    return len(text) <= _SHORT // 2 and not begins_with_verb(text) and not _MATTER.match(text)


def _stands_above(item: Item, following: Item) -> bool:
    """Tell whether a paragraph that is not set as a heading stands as one above the next."""
    bare = item.flat.rstrip()
    if item.label and item.label != "bullet":
        return following.level > item.level
    return bare.endswith(":") or (not item.label and len(bare) <= _SHORT and not bare.endswith((".", ";")))


def _style(lead_in: re.Match[str] | None) -> Style:
    if lead_in is None:
        return Style.FORMAL
    return Style.TOPIC if lead_in["topic"] else Style.AFTER_VERB
