"""Provisions of a text that begin or end on a day of their own: "Quy định tại Điều 13 của Luật này có hiệu lực từ …".

The closing article gives the day of the whole, "trừ trường hợp quy định tại khoản 2 Điều này", and then, in a clause
apart, that of the provisions. Source: Luật 64/2025/QH15 Art. 53 (effect, of the whole or of a part), Luật 108/2025/QH15
Art. 52.2 (the wording).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from graph.text import words
from graph.vocabulary import type_name
from ingest.cue_words import DOCUMENT_WORD, EXCEPTING
from ingest.dates import first_date
from ingest.gates import Ending, Near
from ingest.model import Header, StatedPart
from ingest.normalise import NormalisedText
from ingest.pinpoints import provision_spans
from ingest.quotations import quoted_spans
from ingest.relations import Related
from ingest.settled_ends import line_at

_PREDICATE = Near(
    r"(?-i:(?=[cChHđĐáÁtT]))(?:(?P<verb>có|hết|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?"
    r"|(?:được\s+)?(?:áp\s+dụng|thực\s+hiện)(?=\s+(?:kể\s+)?từ\s+ngày\s+\d))"
    r"\s*,?\s+(?P<when>(?:kể\s+)?(?:từ|sau|vào|đến|cho\s+đến)\s+(?:(?!\b(?:trừ|riêng)\b)[^.;:\n]){4,160})(?P<list>:)?",
    r"(?-i:[ựỰừỪ])(?:(?<=l.)c|\s+ngày\s+\d)",  # of "hiệu lực", of "từ ngày 1"
    re.IGNORECASE,
    before=120,
    behind=400,
)
_CLAUSE = re.compile(rf"\b(?:ngoại\s+{EXCEPTING}|{EXCEPTING}|riêng)\b|[:“”\"]|\.\s|\n", re.IGNORECASE)
_EXCEPTION = re.compile(r"\b(?:trừ|riêng)$", re.IGNORECASE)
_OF_THIS = Ending(
    rf"(?:\s*(?:của|tại|trong|thuộc|kèm\s+theo))?\s+(?P<type>{DOCUMENT_WORD})(?:\s+liên\s+tịch)?\s+này\s*$",
    "này",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:các|những)\s+(?:quy\s+định|điều,?\s+khoản|nội\s+dung|điều)\s+sau(?:\s+đây)?\s*$", re.IGNORECASE
)
_ITEM = re.compile(r"\s*(?:[a-zđ]\)|\d{1,2}[.)]|[-+•])\s+")
_LEADING_IN = re.compile(
    r"(?:[\s,;]|\b(?:và|hoặc|các|những|toàn\s+bộ|quy\s+định|nội\s+dung|điều\s+khoản|điều|khoản|điểm|tại|từ|của|việc\s+(?:áp\s+dụng|thực\s+hiện)"
    r"|trường\s+hợp|đối\s+với(?=\s+(?:các\s+)?(?:quy\s+định|nội\s+dung)))\b)+",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"(?:các\s+|những\s+)?(?:việc|quy\s+định|nội\s+dung|thẩm\s+quyền|mức|chính\s+sách|trình\s+tự|thủ\s+tục|biện\s+pháp|yêu\s+cầu|điều\s+kiện"
    r"|tiêu\s+chuẩn|đối\s+với)\s",
    re.IGNORECASE,
)
_BEFORE_A_MATTER = re.compile(r"[\s,;]*(?:\b(?:và|hoặc)\s+)?", re.IGNORECASE)
_BEHIND_A_MATTER = re.compile(
    r"[\s,]*(?:\b(?:được|đã)\s+)*(?:quy\s+định\s+)?\b(?:tại|của)\s*(?:các\s*)?$", re.IGNORECASE
)
_ON_SIGNING = re.compile(r"ngày\s+(?:được\s+)?(?:ký|ban\s+hành|thông\s+qua)", re.IGNORECASE)
_THIS_DAY = re.compile(rf"\b(?:ngày|khi|thời\s+điểm)\s+{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:cho\s+)?đến\s+(?:hết\s+)?(?P<day>ngày\s+\d.{4,40})", re.IGNORECASE)
_DATED = re.compile(r"(?:kể\s+)?(?:từ|sau|vào|đến|cho\s+đến)\s+(?:hết\s+)?ngày\s+\d", re.IGNORECASE)
_LONGEST_SUBJECT = 900
_LONGEST_MATTER = 200


def read_parts(
    text: NormalisedText, header: Header, related: Sequence[Related], effective: date | None
) -> tuple[StatedPart, ...]:
    """What the text says of the days of its own provisions, in its order.

    ``effective`` is the day of effect of the whole: a part that begins with it and has no end is nothing apart. Days of
    provisions of another document are none of these, nor is what stands in the quotation of an amended text.
    """
    stated = [*_PREDICATE.finditer(text.text)]
    own = type_name(header.type).casefold() if header.type else ""
    quoted = quoted_spans(text) if stated else []
    found: list[StatedPart] = []
    for match in stated:
        if any(low <= match.start() < high for low, high in quoted):
            continue
        start, subject, excepted = _subject(text.text, match.start())
        bare = _OF_THIS.search(subject)
        # Without "của Luật này" the provisions are those of what the sentence names before.
        since = start if bare else line_at(text.text, start)
        if any(since <= item.reference.start < match.start() for item in related):
            continue
        if bare is not None and own and " ".join(bare["type"].casefold().split()) not in own:
            continue
        said = subject[: bare.start()] if bare else subject if excepted else ""
        listed = match["list"] is not None and _LISTED.search(said or subject) is not None
        end = match.end()
        if listed:
            items, end = _items(text.text, match.end())
            provisions = tuple(provision for item in items for provision in bare_provisions(item))
        else:
            provisions = tuple(bare_provisions(said))
        days = _days(match, header.date)
        if not provisions or days is None or (days == (effective, None) and effective is not None):
            continue
        span = text.span(start + len(text.text[start:]) - len(text.text[start:].lstrip()), end)
        found.append(StatedPart(provisions, *days, span.start, span.end))
    return tuple(dict.fromkeys(found))


def _subject(text: str, end: int) -> tuple[int, str, bool]:
    """Where the clause before ``end`` begins, its words, and whether it is an exception ("trừ …", "riêng …")."""
    low = max(0, end - _LONGEST_SUBJECT)
    start, excepted = low, False
    for boundary in _CLAUSE.finditer(text, low, end):
        start, excepted = boundary.end(), _EXCEPTION.search(boundary.group()) is not None
    pieces = text[start:end].split(";")
    kept = pieces.pop()
    while pieces and not _LEADING_IN.sub("", _without_provisions(pieces[-1])) and pieces[-1].strip():
        kept = f"{pieces.pop()};{kept}"
    numbered = _ITEM.match(kept)
    if numbered:
        kept = kept[numbered.end() :]
    return end - len(kept), kept, excepted and not pieces


def _without_provisions(said: str) -> str:
    position, kept = 0, []
    for start, end in provision_spans(said):
        kept.append(said[position:start])
        position = end
    return "".join([*kept, said[position:]]) if kept else said or "-"


def bare_provisions(said: str) -> Iterator[str]:
    """The provisions of a subject that ends with one; with a matter in brackets where only that of it is meant.

    A subject with other words around them ("giấy phép cấp theo Điều 5 …") gives none.
    """
    position = 0
    found: list[str] = []
    for start, end in provision_spans(said):
        gap, position = said[position:start], end
        provision = " ".join(said[start:end].split())
        if not _LEADING_IN.sub("", gap).strip():
            found.append(provision)
            continue
        lead = _BEFORE_A_MATTER.match(gap)
        matter = gap[lead.end() if lead else 0 :]
        close = _BEHIND_A_MATTER.search(matter)
        if close is None or not _MATTER.match(matter) or "theo" in words(matter[-40:]).split()[-4:]:
            return
        found.append(f"{provision} ({' '.join(matter[: close.start()].split())[:_LONGEST_MATTER]})")
    if not said[position:].strip(" ,"):
        yield from found


def _items(text: str, start: int) -> tuple[list[str], int]:
    """The items of a list that begins behind ``start``, on its line or below, and where the last one ends."""
    line_end = text.find("\n", start)
    line_end = line_end if line_end >= 0 else len(text)
    rest = text[start:line_end].strip(" .;")
    items, position = ([rest], line_end) if rest else ([], line_end)
    while position < len(text):
        following = text.find("\n", position + 1)
        following = following if following >= 0 else len(text)
        line = text[position + 1 : following]
        numbered = _ITEM.match(line)
        if numbered is None or not line[numbered.end() :].strip():
            break
        item = line[numbered.end() :].strip(" .;/")
        bare = _OF_THIS.search(item)
        items.append(item[: bare.start()] if bare else item)
        position = following
    return items, position


def _days(match: re.Match[str], signed: date | None) -> tuple[date | None, date | None] | None:
    """The first day of effect and the first day without it; both ``None`` where an event decides that is not dated.

    ``None`` for words that give no day of the part's own.
    """
    when, verb = match["when"], " ".join((match["verb"] or "có").casefold().split())
    if _THIS_DAY.search(when):
        return None
    until = _UNTIL.search(when)
    last = first_date(until["day"]) if until else None
    begin = when[: until.start()] if until else when
    first = first_date(begin) if _DATED.match(begin) else None
    day = first[0] if first else signed if _ON_SIGNING.search(begin) else None
    if verb != "có":
        later = begin.casefold().startswith("sau")
        return (None, day + timedelta(days=1 if later else 0)) if day else None
    return day, (last[0] + timedelta(days=1) if last else None)
