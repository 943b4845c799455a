"""Telling in which encoding bytes, or letters of an old font, were written: by the syllables that each reading gives.

Every reading of the words beyond ASCII is scored by the share of Vietnamese syllables; the best one is taken when it is
good by itself and far ahead of the next. Below that margin nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from graph.errors import UnreadableFile
from ingest.readers.legacy import LEGACY, Legacy, windows_1252
from ingest.readers.registry import Extracted
from ingest.syllables import is_syllable

LEAST_WORDS = 8
"""Different words beyond ASCII that a text must have before its encoding is judged."""

LEAST_SHARE = 0.75
"""Share of Vietnamese syllables among them that the chosen reading must give."""

MARGIN = 0.25
"""By how much its share must exceed that of every other reading."""

_MAYBE_SHARE = 0.5
_MOST_WORDS = 2_000
_AS_IT_IS = Legacy("Windows-1252", windows_1252)
_CONTROL_LETTERS = r"\x02\x05\x06\x14\x19\x1e"  # six letters of VISCII
_UNIT = re.compile(rf"[A-Za-z\x80-\xff{_CONTROL_LETTERS}]{{2,}}".encode("latin-1"))
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_FONTS = re.compile(
    r"[\xa1-\xbf\xc6\xc7\xcb\xce\xcf\xd1\xd6-\xd8\xdc\xde\xdf\xe4-\xe7\xeb\xee\xef\xf1\xf6-\xf8\xfb\xfc\xfe]"
)
_UNICODE_ONLY = re.compile(r"[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0300-\u0323]")
_WINDOWS_BYTES = {windows_1252(bytes([byte])): byte for byte in range(256)}
_RUN = re.compile(f"[{re.escape(''.join(sorted(_WINDOWS_BYTES)))}]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the readings of a text compare; ``words`` is the number of different words that were judged.

    ``encoding`` is the one it is surely written in, ``None`` when that is not sure; ``likeliest`` the best guess.
    """

    words: int
    encoding: Legacy | None
    likeliest: Legacy
    share: float
    next_share: float

    @property
    def is_doubtful(self) -> bool:
        """Whether the text may well be in an old encoding, without enough to be sure."""
        return self.encoding is None and self.likeliest is not _AS_IT_IS and self.share >= _MAYBE_SHARE


def verdict(data: bytes) -> Verdict:
    """Compare the readings of ``data``."""
    units = list(islice(dict.fromkeys(_units(data)), _MOST_WORDS))
    ranked = sorted(((_share(units, legacy), legacy) for legacy in (_AS_IT_IS, *LEGACY)), key=lambda pair: -pair[0])
    (share, best), (next_share, _) = ranked[:2]
    sure = len(units) >= LEAST_WORDS and share >= LEAST_SHARE and share - next_share >= MARGIN
    return Verdict(len(units), best if sure and best is not _AS_IT_IS else None, best, share, next_share)


def decoded_legacy(data: bytes, name: str) -> Extracted:
    """Decode bytes that are no UTF-8, with a warning that names the encoding.

    Raises UnreadableFile when it is not sure which one it is.
    """
    found = verdict(data)
    if found.encoding is None:
        raise UnreadableFile(f"{name}: không phải UTF-8 và {_why_not(found)}. {_remedy(found)}")
    return Extracted(found.encoding.decode(data), (_converted(found.encoding),))


def with_unicode_letters(text: str, name: str) -> Extracted:
    """Convert what was typed in the fonts of TCVN3 or VNI and came through as letters of Windows-1252 ("ViÖt Nam").

    Lines that are Unicode already stay, so a paper that mixes fonts is read whole. A text without such letters comes
    back as it is. The length may change: offsets count in the text that is returned.

    Raises:
        UnreadableFile: It looks like such letters, but not surely like those of one encoding.
    """
    if sum(1 for _ in islice(_OF_FONTS.finditer(text), LEAST_WORDS)) < LEAST_WORDS:
        return Extracted(text)
    lines = text.splitlines(keepends=True)
    found = verdict(b"\n".join(_bytes(run) for line in lines if _may_be_typed(line) for run in _RUN.findall(line)))
    if found.encoding is not None:
        return Extracted("".join(_converted_lines(lines, found.encoding)), (_converted(found.encoding),))
    if found.is_doubtful and found.words >= LEAST_WORDS:
        raise UnreadableFile(f"{name}: {_why_not(found)}. {_remedy(found)}")
    return Extracted(text)


def _may_be_typed(line: str) -> bool:
    return not line.isascii() and not _UNICODE_ONLY.search(line)


def _converted_lines(lines: Iterable[str], encoding: Legacy) -> Iterator[str]:
    """Each line converted or not, whichever gives more Vietnamese syllables; among equals like the line before it."""
    was_unicode = False
    for line in lines:
        if line.isascii():
            yield line
            continue
        units = list(_units(_bytes("".join(_RUN.findall(line)))))
        as_it_is, converted = _share(units, _AS_IT_IS), _share(units, encoding)
        was_unicode = not _may_be_typed(line) or as_it_is > converted or (was_unicode and as_it_is == converted)
        yield line if was_unicode else _RUN.sub(lambda run: encoding.decode(_bytes(run[0])), line)


def _bytes(run: str) -> bytes:
    return bytes(map(_WINDOWS_BYTES.__getitem__, run))


def _units(data: bytes) -> Iterable[bytes]:
    """Stretches of letters with a byte beyond ASCII, as every reading has them."""
    return (unit for unit in _UNIT.findall(data) if not unit.isascii())


def _share(units: list[bytes], legacy: Legacy) -> float:
    return sum(_is_vietnamese(legacy.decode(unit)) for unit in units) / len(units) if units else 0.0


def _is_vietnamese(unit: str) -> bool:
    words = _LETTERS.findall(unit)
    return bool(words) and all(map(is_syllable, words))


def _converted(encoding: Legacy) -> str:
    return f"Chữ viết theo bảng mã {encoding.name}; đã chuyển sang Unicode, vị trí tính theo văn bản đã chuyển."


def _why_not(found: Verdict) -> str:
    if found.words < LEAST_WORDS:
        return "quá ít chữ có dấu để nhận ra bảng mã"
    if found.is_doubtful:
        return (
            f"có vẻ là {found.likeliest.name} nhưng không đủ chắc "
            f"({found.share:.0%} âm tiết đúng, bảng mã kế tiếp {found.next_share:.0%})"
        )
    return "không giống bảng mã tiếng Việt nào"


def _remedy(found: Verdict) -> str:
    command = f"iconv -f {found.likeliest.iconv or 'BẢNG_MÃ'} -t UTF-8 TỆP > TỆP_MỚI"
    return f"Hãy lưu lại tệp dưới dạng UTF-8: bằng UniKey (Ctrl+Shift+F6, chọn bảng mã nguồn), hoặc: {command}."
