"""What stands on a page beside its text: page numbers, lines that every page repeats, stamps of digital signatures.

Left in the text they would part a sentence that goes on over the page, and a stamp's "Cơ quan: …" would pass for a line
of the head. NĐ 30/2020 Phụ lục I puts page numbers above the text and the stamp above the head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_PAGE_NUMBER = re.compile(r"\W{0,3}(?:[Tt]rang\s{0,2})?\d{1,4}(?:\s{0,2}/\s{0,2}\d{1,4})?\W{0,3}$")
_SIGNED_BY = re.compile(
    r"(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Digitally signed by|Signature Not Verified|Signature (?:is )?[Vv]alid)"
    r"(?=\W|$)"
)
_STAMP_LINE = re.compile(
    r"(?:Email|E-mail|Cơ quan|Tổ chức|Chức vụ|Ngày ký|Thời gian ký|Giờ ký|Date|Reason|Location)\s?:", re.IGNORECASE
)
_SIGNED_ON = re.compile(r"\d{1,2}[:.h]\d{2}[:.]\d{2}|\+07[:']?00")
_LONGEST_STAMP = 10
_LONGEST_LINE = 90
_FEWEST_REPEATS = 3
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[str]) -> list[str]:
    r"""The text of each page without what is beside the text of the document.

    >>> without_furniture(["Ký bởi: UBND\nNgày ký: 22-01-2024 16:42:07\nKẾ HOẠCH\nsố 5", "2\ncủa tỉnh"])
    ['KẾ HOẠCH\nsố 5', 'của tỉnh']
    """
    lines = [[line.rstrip() for line in page.replace("\r\n", "\n").split("\n")] for page in pages]
    unstamped = [_without_stamps(page) for page in lines]
    repeated = _repeated(unstamped)
    return ["\n".join(_without_edges(page, repeated)) for page in unstamped]


def _without_stamps(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = _stamp_length(lines[at : at + _LONGEST_STAMP])
        if not length:
            kept.append(lines[at])
        at += length or 1
    return kept


def _stamp_length(lines: Sequence[str]) -> int:
    """How many lines from the first on are a stamp: up to the one with the time, or that begin as its lines do."""
    if not _SIGNED_BY.match(lines[0].strip()):
        return 0
    for place, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            break
        if _SIGNED_ON.search(line):
            return place + 1
    length = 1
    while length < len(lines) and _STAMP_LINE.match(lines[length].strip()):
        length += 1
    return length


def _edges(lines: Sequence[str]) -> Iterable[int]:
    """Indexes of the first and last two lines that are not blank."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return dict.fromkeys([*filled[:2], *filled[-2:]])


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines, but for their digits, that stand at the edge of three pages or more."""
    found = Counter(line for page in pages for line in {_shape(page[index]) for index in _edges(page)})
    return frozenset(line for line, times in found.items() if times >= max(_FEWEST_REPEATS, len(pages) // 2))


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _without_edges(lines: Sequence[str], repeated: frozenset[str]) -> list[str]:
    dropped = {
        index for index in _edges(lines) if _PAGE_NUMBER.match(lines[index].strip()) or _shape(lines[index]) in repeated
    }
    return [line for index, line in enumerate(lines) if index not in dropped]
