"""What a document says of time and of other documents' ends: "có hiệu lực kể từ ngày …", "thay thế Quyết định số …".

Sources: Luật 64/2025/QH15 Art. 53, 57 (effect and expiry), NĐ 78/2025 (closing articles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from graph.vocabulary import type_name
from ingest.dates import first_date
from ingest.model import Header, StatedEnd
from ingest.normalise import NormalisedText
from ingest.relations import Related

_EFFECT = re.compile(
    r"(?:(?P<subject>Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Quyết\s+định|Thông\s+tư|Chỉ\s+thị|Quy\s+định|Quy\s+chế|Kế\s+hoạch"
    r"|Hướng\s+dẫn)(?:\s+liên\s+tịch)?\s+này\s+)(?:chính\s+thức\s+)?"
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?(?:từ|sau|vào)\s+(?P<when>[^.;]{0,100})",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"(?:ngày|khi|trước|sau|thời\s+điểm|lúc)\s+$", re.IGNORECASE)
_ON_SIGNING = re.compile(r"(?:kể\s+từ\s+)?(?:khi|ngày)\s+(?:được\s+)?(?:ký|ban\s+hành|thông\s+qua)", re.IGNORECASE)
_DAYS_LATER = re.compile(
    r"(?P<days>\d{1,3})\s+ngày\s*,?\s*(?:\([^()]{0,40}\)\s*,?\s*)?kể\s+từ\s+ngày\s+(?:ký|ban\s+hành)", re.IGNORECASE
)
_ENDING = frozenset({"REPLACES", "REPEALS", "AMENDS", "SUSPENDS"})


def read_effect(
    text: NormalisedText, related: Sequence[Related], header: Header
) -> tuple[date | None, tuple[StatedEnd, ...]]:
    """Return the day from which the document is in force as it says, and what it does to others.

    ``target`` of an end is an index into ``related``; a pinpoint makes it partial, an amendment always is.
    """
    effective = effective_day(text.text, header.date, type_name(header.type) if header.type else None)
    ends = []
    for index, item in enumerate(related):
        if item.embedded or item.relation not in _ENDING:
            continue
        reference = item.reference
        span = text.span(reference.start, reference.end)
        scope = "part" if item.pinpoint is not None or item.relation == "AMENDS" else "whole"
        provisions = (item.pinpoint,) if item.pinpoint else ()
        ends.append(StatedEnd(index, item.relation, scope, provisions, effective, span.start, span.end))
    return effective, tuple(ends)


def effective_day(text: str, signed: date | None, own_type: str | None = None) -> date | None:
    """Read the day of effect from the closing article; "trước ngày Nghị định này có hiệu lực" is no statement of it.

    ``signed`` completes "kể từ ngày ký" and "sau 45 ngày kể từ ngày ký". ``own_type`` names the type of the document:
    a law does not speak of itself as "Quyết định này".

    >>> effective_day("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký ban hành.", date(2026, 2, 12))
    datetime.date(2026, 3, 29)
    """
    for match in _EFFECT.finditer(text):
        if _SUBORDINATE.search(text, max(0, match.start() - 20), match.start()):
            continue
        if own_type and " ".join(match["subject"].casefold().split()) not in own_type.casefold():
            continue
        when = match["when"]
        later = _DAYS_LATER.match(when)
        if later is not None:
            return signed + timedelta(days=int(later["days"])) if signed else None
        if _ON_SIGNING.match(when):
            return signed
        dated = first_date(when)
        if dated is not None:
            return dated[0]
    return None
