"""From when, and until when, a document is in force as it says itself: "có hiệu lực kể từ ngày …".

Sources: Luật 64/2025/QH15 Art. 53, 57 (effect and expiry), NĐ 78/2025 (closing articles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from graph.vocabulary import type_name
from ingest.dates import first_date
from ingest.model import Header, StatedEffect
from ingest.normalise import NormalisedText

_THIS = (
    r"(?P<subject>Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Quyết\s+định|Thông\s+tư|Chỉ\s+thị|Quy\s+định|Quy\s+chế|Kế\s+hoạch"
    r"|Hướng\s+dẫn)(?:\s+liên\s+tịch)?\s+này\s+"
)
_EFFECT = re.compile(
    rf"{_THIS}"
    r"(?:(?:đã\s+)?được\s[^.;]{8,240}?\sthông\s+qua\s[^.;]{0,80}?và\s+)?(?:chính\s+thức\s+)?"
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?(?:từ|sau|vào)\s+(?P<when>[^.;]{0,100})",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"(?:ngày|khi|trước|sau|thời\s+điểm|lúc)\s+$", re.IGNORECASE)
_ON_SIGNING = re.compile(r"(?:kể\s+từ\s+)?(?:khi|ngày)\s+(?:được\s+)?(?:ký|ban\s+hành|thông\s+qua)", re.IGNORECASE)
_DAYS_LATER = re.compile(
    r"(?P<days>\d{1,3})\s+ngày\s*,?\s*(?:\([^()]{0,40}\)\s*,?\s*)?kể\s+từ\s+ngày\s+(?:ký|ban\s+hành)", re.IGNORECASE
)
_OF_ANOTHER_CLAUSE = re.compile(
    r"\b(?:thay\s+thế|thay\s+cho|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|hết\s+hiệu\s+lực|đến)\b", re.IGNORECASE
)
"""From here on a day is not that of the effect: "từ năm ngân sách 2017 và thay thế Nghị quyết … ngày 10/12/2010"."""

_UNTIL = re.compile(
    r"\b(?:đến|cho\s+đến)\s+(?P<last>hết\s+)?(?P<when>ngày\s+\d[^.;,]{0,40})|"
    r"\bhết\s+hiệu\s+lực\s+(?:kể\s+)?(?P<from>từ|sau)\s+(?P<end>ngày\s+\d[^.;,]{0,40})",
    re.IGNORECASE,
)
_OWN_END = re.compile(rf"{_THIS}(?P<said>hết\s+hiệu\s+lực[^.;]{{0,120}})", re.IGNORECASE)

_SAID_OF_THIS = r"(?i:\s+(?:(?:chính\s+thức\s+)?có|hết)\s+hiệu\s+lực)"
_CORES = (
    (re.compile(rf"này{_SAID_OF_THIS}"), 60),
    (re.compile(rf"N[àÀ][yY]{_SAID_OF_THIS}"), 60),
    (re.compile(rf"và{_SAID_OF_THIS}"), 400),
)
"""What is in each of these statements, and how far before it the statement may begin.

What begins with letters of one case is found much faster than the whole. The last one is that of resolutions of a
people's council: "Nghị quyết này đã được … thông qua ngày … và có hiệu lực từ ngày …".
"""

_FROM_CORE = 240


def read_effect(text: NormalisedText, header: Header) -> StatedEffect | None:
    """Return what the document says of its own time, ``None`` when it says nothing or not of which day."""
    own_type = type_name(header.type) if header.type else None
    cores = _cores(text.text)
    found = _effect(text.text, cores, header.date, own_type)
    ended = _own_end(text.text, cores, own_type, found[1].end() if found else 0)
    if found is None and ended is None:
        return None
    place = found[1].span() if found else ended[1] if ended else (0, 0)
    span = text.span(*_sentence(text.text, *place))
    return StatedEffect(found[0] if found else None, ended[0] if ended else None, span.start, span.end)


def effective_day(text: str, signed: date | None, own_type: str | None = None) -> date | None:
    """Read the day of effect from the closing article; "trước ngày Nghị định này có hiệu lực" is no statement of it.

    ``signed`` completes "kể từ ngày ký" and "sau 45 ngày kể từ ngày ký". ``own_type`` names the type of the document:
    a law does not speak of itself as "Quyết định này".

    >>> effective_day("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký ban hành.", date(2026, 2, 12))
    datetime.date(2026, 3, 29)
    """
    found = _effect(text, _cores(text), signed, own_type)
    return found[0] if found else None


def _effect(
    text: str, cores: Sequence[tuple[int, int]], signed: date | None, own_type: str | None
) -> tuple[date | None, re.Match[str]] | None:
    """The day and the words that state it; a day that the words leave to an unknown day of signing is ``None``."""
    for match in _statements(_EFFECT, text, cores):
        if _SUBORDINATE.search(text, max(0, match.start() - 20), match.start()) or not _is_own(match, own_type):
            continue
        when = match["when"]
        later = _DAYS_LATER.match(when)
        if later is not None:
            return (signed + timedelta(days=int(later["days"])) if signed else None), match
        if _ON_SIGNING.match(when):
            return signed, match
        other = _OF_ANOTHER_CLAUSE.search(when)
        dated = first_date(when[: other.start()] if other else when)
        if dated is not None:
            return dated[0], match
    return None


def _own_end(
    text: str, cores: Sequence[tuple[int, int]], own_type: str | None, effect_end: int
) -> tuple[date, tuple[int, int]] | None:
    """The first day without effect where the document sets its own: behind its day of effect, or in a clause apart."""
    stop = text.find("\n", effect_end)
    until = _UNTIL.search(text, max(0, effect_end - 60), min(stop if stop >= 0 else len(text), effect_end + 60))
    matches = [until if effect_end else None] + [
        _UNTIL.search(text, match.start("said"), match.end())
        for match in _statements(_OWN_END, text, cores)
        if _is_own(match, own_type) and not _SUBORDINATE.search(text, max(0, match.start() - 20), match.start())
    ]
    for match in filter(None, matches):
        dated = first_date(match["when"] or match["end"])
        if dated is not None:
            later = match["when"] is not None or match["from"].casefold() == "sau"
            return dated[0] + timedelta(days=1 if later else 0), match.span()
    return None


def _cores(text: str) -> list[tuple[int, int]]:
    """Where the cores of such statements stand, in order, each with how far before it one may begin."""
    return sorted((match.start(), before) for core, before in _CORES for match in core.finditer(text))


def _statements(pattern: re.Pattern[str], text: str, cores: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern``, a statement of effect or of its end, in order."""
    end = 0
    for core, before in cores:
        found = pattern.search(text, max(end, core - before), core + _FROM_CORE)
        match = pattern.match(text, found.start()) if found else None
        if match:
            yield match
            end = match.end()


def _is_own(match: re.Match[str], own_type: str | None) -> bool:
    return not own_type or " ".join(match["subject"].casefold().split()) in own_type.casefold()


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a place, at most to the ends of its line."""
    low = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    cut = text.find("\n", end)
    return min(low, start), min(cut if cut >= 0 else len(text), end + 200)
