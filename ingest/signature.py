"""Who signed, and in what capacity (NĐ 30/2020 Phụ lục I: TM., KT., TL., TUQ., Q.; HD 36-HD/VPTW: T/M, K/T, T/L)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.lines import is_upper, one_line
from ingest.sections import RegionKind, Sections
from ingest.tail import NAME, REST_OF_NAME, SIGNED, is_capacity, is_capital_name, is_chrome

_RANK = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|BSCK[I\d]{1,3}|BS|LS|KS|CN)(?:\.\s?|,\s?|\s)"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy)\s)+"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """``name`` of the signer, and ``capacity`` on one line ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH")."""

    name: str | None = None
    capacity: str | None = None


def read_signature(sections: Sections) -> Signature:
    """Read the first signature of a document; a name in capitals counts when it follows a capacity."""
    capacity: list[str] = []
    name = torn = None
    for span in sections.spans(RegionKind.SIGNATURE):
        for line in sections.lines:
            if not span.start <= line.start < span.end or not any(map(str.isalpha, line.text)):
                continue
            said = one_line(line.text)
            if name and (is_capacity(said) or is_chrome(said)):
                break
            if SIGNED.match(said):
                continue
            bare = _RANK.sub("", said, count=1) if _RANK.match(said) else said
            if torn and not line.gap and NAME.match(f"{torn} {bare}"):
                bare = f"{torn} {bare}"
            torn = bare if name is None and capacity and REST_OF_NAME.match(bare) else None
            if NAME.match(bare):
                name = f"{name} {bare}" if name and not line.gap and len(name.split()) < 3 else name or bare
            elif name and not line.gap and len(name.split()) < 4 and REST_OF_NAME.match(said):
                name = f"{name} {said}"
            elif name is None and capacity and is_capital_name(said):
                name = said
            elif name is None and (is_upper(said) or is_capacity(said)):
                capacity.append(said)
    joined = one_line(" ".join(capacity)).strip(" -_")
    return Signature(one_line(name) if name else None, joined or None)
