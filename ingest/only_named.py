"""Documents that a sentence only names: by the short name that it gives them, or in the title of a draft.

A draft acts on nothing yet, and a text that speaks of one does neither ("thẩm định dự thảo Nghị định sửa đổi A").
"""

from __future__ import annotations

import re

from ingest.cue_words import DOCUMENT_WORD
from ingest.cues import Cue
from ingest.gates import Ending, Gated
from ingest.reference import Reference

SHORT_NAME = Cue("CITES", "gọi tắt là")
OF_DRAFT = Cue("CITES", "dự thảo")

_ALIAS = re.compile(
    r"\(?\s{0,2}(?:sau\s{1,3}đây\s{1,3})?(?:được\s{1,3})?(?:gọi|viết)\s{1,3}(?:tắt\s{1,3})?(?:chung\s{1,3})?là",
    re.IGNORECASE,
)
_ALIAS_AT_END = Ending(
    r"\(\s{0,2}(?:sau|dưới|từ)\s{1,3}đây\s{1,3}(?:được\s{1,3})?(?:gọi|viết)\s{1,3}(?:tắt\s{1,3}|chung\s{1,3}){0,2}là\s{1,3}$",
    "là",
    re.IGNORECASE,
)
_DRAFT = Gated(
    rf"\bdự\s+(?:thảo\s+(?:bộ\s+luật|{DOCUMENT_WORD})|án\s+(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết))\s"
    r"(?:sửa\s+đổi,\s+bổ\s+sung|(?!\bvà\s)[^;,]){0,160}$",
    "dự",
    re.IGNORECASE,
)
_DRAFTED_LAW = re.compile(r"(?:Luật|Pháp\s+lệnh)\s+sửa\s+đổi[^;]{0,80}$")
_OF_DRAFTS = re.compile(r"\bdự\s+(?:thảo|án)\b", re.IGNORECASE)
_NEAR_DRAFT = 600


def only_named(text: str, reference: Reference, gap: str) -> Cue | None:
    """The cue of a reference that is only named behind ``gap``, the words since the one before; ``None`` for others."""
    if _ALIAS.match(gap.lstrip()) or _ALIAS_AT_END.search(gap):
        return SHORT_NAME
    low = max(0, reference.start - _NEAR_DRAFT)
    listed = _DRAFTED_LAW.search(gap) and _OF_DRAFTS.search(text, low, reference.start)
    return OF_DRAFT if listed or _DRAFT.search(gap) else None
