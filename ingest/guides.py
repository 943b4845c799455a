"""Which documents guide a law, where one list names them both (domain reference §4.2).

The law stands in front of those that guide it ("Luật A và các văn bản hướng dẫn thi hành: B, C"), or is called "this
law" behind them ("Luật A; Nghị định B quy định chi tiết Luật này").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.cue_words import DOCUMENT_WORD
from ingest.reference import Reference
from ingest.titles import title_relation

_THIS = re.compile(
    r"(?P<what>Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết)\s+(?:này|trên|nêu\s+trên)(?!\w)", re.IGNORECASE
)
_TYPE_OF_WORD = {"luật": "L", "bộ luật": "BL", "pháp lệnh": "PL", "nghị định": "NĐ", "nghị quyết": "NQ"}
_GUIDING = (
    rf"(?:các|những)\s{{1,3}}{DOCUMENT_WORD}(?:\s?,?(?:\s{{1,3}}và)?\s{{1,3}}{DOCUMENT_WORD}){{0,3}}\s{{1,3}}"
    r"(?:[^\s,;:()]{1,12}\s{1,3}){0,4}?(?:quy\s{1,3}định\s{1,3}chi\s{1,3}tiết|hướng\s{1,3}dẫn)(?!\w)"
)
_BEHIND_LAW = re.compile(rf"[\s,]{{0,4}}(?:(?:và|cùng)\s{{1,3}})?{_GUIDING}[^;:()]{{0,60}}[:(]\s{{0,4}}", re.IGNORECASE)
_BEFORE_LAW = re.compile(
    rf"{_GUIDING}(?:\s{{1,3}}(?:thi hành|thực hiện|áp dụng|một số|điều|khoản|của)){{0,6}}\s{{1,3}}$", re.IGNORECASE
)
_LIST_BEGINS = re.compile(r"[^;:()]{0,40}:\s{0,4}")
_LONGEST_HEAD = 120

GUIDES_LISTED = "các văn bản hướng dẫn"
"""The cue of such a list, whose members may be of several types."""

Edge = tuple[int, str, int, int, int, str]
"""Source, type, target (indexes of references), start and end of the evidence, cue."""


def heads_guides(text: str, law: Reference, behind: str) -> bool:
    """Whether the words ``behind`` a law, or those before it, head the list of those that guide it."""
    if not behind.rstrip().endswith((":", "(")):
        return False
    if _BEHIND_LAW.fullmatch(behind):
        return True
    before = _BEFORE_LAW.search(text, max(0, law.start - _LONGEST_HEAD), law.start)
    return before is not None and _LIST_BEGINS.fullmatch(behind) is not None


def guides_this(text: str, references: Sequence[Reference], first: int, index: int, limit: int) -> Edge | None:
    """Read "quy định chi tiết một số điều của Luật này" behind a decree: the law that the list names before it.

    ``limit`` is where the words behind the decree end, ``first`` the first reference of the list that may be meant.
    """
    low = references[index].tail_end
    said = text[low:limit].lower()
    this = _THIS.search(text, low, limit) if "này" in said or "trên" in said else None
    found = title_relation(text[low : this.start("what")]) if this else None
    if this is None or found is None or found[0] != "GUIDES":
        return None
    code = _TYPE_OF_WORD[" ".join(this["what"].casefold().split())]
    target = next((i for i in range(index - 1, first - 1, -1) if references[i].type == code), None)
    if target is None:
        return None
    return index, found[0], target, references[target].start, this.end(), found[1]
