"""What a document says of time and of other documents' ends: "có hiệu lực kể từ ngày …", "thay thế Quyết định số …".

Sources: Luật 64/2025/QH15 Art. 53, 57 (effect and expiry), NĐ 78/2025 (closing articles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.dates import first_date
from ingest.model import Header, StatedEnd
from ingest.normalise import NormalisedText
from ingest.relations import Related

_EFFECT = re.compile(
    r"(?:(?:Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Quy định|Quy chế|Kế hoạch)(?:\s+liên\s+tịch)?\s+này\s+)(?:chính\s+thức\s+)?"
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?(?:từ|sau)\s+(?P<when>[^.;]{0,80})", re.IGNORECASE
)  # fmt: skip
_ON_SIGNING = re.compile(r"(?:kể\s+từ\s+)?ngày\s+(?:ký|ban\s+hành|thông\s+qua)", re.IGNORECASE)
_ENDING = frozenset({"REPLACES", "REPEALS", "AMENDS", "SUSPENDS"})


def read_effect(
    text: NormalisedText, related: Sequence[Related], header: Header
) -> tuple[date | None, tuple[StatedEnd, ...]]:
    """Return the day from which the document is in force as it says, and what it does to others.

    ``target`` of an end is an index into ``related``; a pinpoint makes it partial, an amendment always is.
    """
    effective = _effective_day(text.text, header)
    ends = []
    for index, item in enumerate(related):
        if item.embedded or item.relation not in _ENDING:
            continue
        reference = item.reference
        span = text.span(reference.start, reference.end)
        partial = item.pinpoint is not None or item.relation == "AMENDS"
        provisions = (item.pinpoint,) if item.pinpoint else ()
        ends.append(
            StatedEnd(index, item.relation, "part" if partial else "whole", provisions, effective, span.start, span.end)
        )
    return effective, tuple(ends)


def _effective_day(text: str, header: Header) -> date | None:
    match = _EFFECT.search(text)
    if match is None:
        return None
    dated = first_date(match["when"])
    if dated is not None:
        return dated[0]
    return header.date if _ON_SIGNING.match(match["when"].strip()) else None
