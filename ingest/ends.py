"""What a document ends, suspends or amends: whole or in part, from which day, and what the same clause keeps.

Read from the references that the text itself replaces, repeals, suspends or amends (:mod:`ingest.relations`) and the
words around each. Sources: Luật 64/2025/QH15 Art. 8, 53, 54, 57 (who ends what, expiry, suspension); NĐ 78/2025
(closing articles, documents that amend or repeal).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.model import Span
from ingest.cue_words import CUE, DOCUMENT_WORD, ENDED, EXCEPTING
from ingest.dates import first_date
from ingest.lines import LABEL
from ingest.model import StatedEffect, StatedEnd
from ingest.normalise import NormalisedText
from ingest.own_parts import bare_provisions
from ingest.pinpoints import provisions_in
from ingest.quotations import quoted_spans
from ingest.relations import Related, sentences
from ingest.settled_ends import ACT, KEPT, NUMBERING, around, line_at, settled
from ingest.suspensions import days_of_suspension

ENDING = frozenset({"REPLACES", "REPEALS", "AMENDS", "SUSPENDS"})
"""Edge types that say what became of another document."""

_ACTS = frozenset({"replace", "repeal", "suspend", "amend"})

_NOT_AN_ACT = re.compile(
    r"\btrái\s+với|thẩm\s+quyền\s+(?:đình\s+chỉ|bãi\s+bỏ|sửa\s+đổi)|(?:đề|kiến)\s+nghị\s+[^.;]{0,80}(?:bãi\s+bỏ|sửa\s+đổi|thay\s+thế)|"
    r"\b(?:dự\s+án|dự\s+thảo)(?:\s+(?:bộ\s+)?(?:luật|pháp\s+lệnh|nghị|thông\s+tư)|\s*:?\s*$)|(?:rà\s+soát|xem\s+xét|nghiên\s+cứu|trình|tham\s+mưu|xây\s+dựng)\b[^.;]{0,60}\b(?:sửa\s+đổi|bãi\s+bỏ|thay\s+thế)|^\s*Căn\s+cứ\b",
    re.IGNORECASE,
)
_ENACTING = re.compile(
    rf"{ACT}\b|[^.;\n]{{0,200}}\b(?:này|ban\s+hành\s+{DOCUMENT_WORD}(?:\s+liên\s+tịch)?)\s[^.;\n]{{0,60}}{ACT}\b|"
    rf"(?:về\s+việc\s+|v/v\s+)?{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+{ACT}\b|về\s+việc\s+{ACT}\b|"
    r"(?:thay\s+thế|bãi\s+bỏ|các)\b",
    re.IGNORECASE,
)
_ACT_SAID = re.compile(rf"{ACT}\b|{ENDED}", re.IGNORECASE)
_LAST_SEPARATOR = re.compile(r"(?:;|,|\b(?:và|cùng)\b)(?!.*(?:;|,|\b(?:và|cùng)\b))", re.IGNORECASE | re.DOTALL)
_PART_WORDS = re.compile(
    r"\b(?:một\s+(?:số|phần)|cụm\s+từ|từ\s+ngữ|(?:quy\s+định|nội\s+dung)\s+(?:tại|về|của|liên\s+quan)|(?:biểu\s+)?mẫu|biểu|phụ\s+lục|"
    r"danh\s+mục|bảng|đoạn|số\s+thứ\s+tự|chương|phần|mục|điều|khoản|điểm)(?!\w)",
    re.IGNORECASE,
)
_PROVISION_WITH_HEADING = re.compile(
    r"(?:[;,]|\bvà)\s{1,3}(?:các\s{1,3})?(?:chương|mục|phần|điều|phụ\s{1,2}lục)\s{1,3}(?:[IVXLC]{1,6}|\d{1,3})\s?[.:–-]\s",
    re.IGNORECASE,
)
"""A provision by number and heading, in which commas stand: "A; Chương IX - Đánh giá, cấp chứng chỉ của B"."""

_HELD_BY = re.compile(r"\b(?:tại|trong)\s+(?:các\s+)?$", re.IGNORECASE)
"""Whatever stands in a document is not the document: "bãi bỏ Quy trình cấp phép tại Quyết định số …"."""

_WHOLE_WORDS = re.compile(r"\btoàn\s+bộ\s+(?:nội\s+dung\s+)?(?:các\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"(?:;|,|\bvà)\s*$", re.IGNORECASE)
_LISTED = re.compile(r"[\s,;]*(?:và|cùng)?\s*(?:các\s+)?", re.IGNORECASE)
_ANNOUNCES_PART = re.compile(r"\b(?:một\s+số|một\s+phần)\b", re.IGNORECASE)
_EXCEPT = re.compile(rf"[,;(]?\s{{0,3}}\b(?:ngoại\s+)?{EXCEPTING}[^.\n]{{0,400}}", re.IGNORECASE)
_EXCEPTED = re.compile(rf"{EXCEPTING}\s+(?:các\s+)?$", re.IGNORECASE)
_OF_THIS = re.compile(
    rf"\b(?:{DOCUMENT_WORD}(?:\s+liên\s+tịch)?|điều|khoản)\s+này\b|chuyển\s+tiếp|trường\s+hợp", re.IGNORECASE
)
_ENDS_ON = re.compile(
    rf"(?:ngưng\s+hiệu\s+lực(?:\s+thi\s+hành)?|{ENDED})\s*,?\s*(?:kể\s+)?"
    r"(?:(?P<from>từ|vào|sau)?\s*(?P<when>(?:hết\s+)?ngày\s+\d[^.;,]{0,40}))?",
    re.IGNORECASE,
)
_APART = re.compile(
    rf"[;,]?\s{{0,3}}\b(?:riêng|(?:ngoại\s+)?{EXCEPTING})\s+"
    rf"(?P<said>[^.;\n]{{4,300}}?)\s+{ENDED}\s*,?\s*"
    r"(?:kể\s+)?(?P<from>từ|vào|sau)\s*(?P<when>(?:hết\s+)?ngày\s+\d[^.;,]{0,40})",
    re.IGNORECASE,
)
_BEHIND_OBJECT = re.compile(r"[\s,]{0,3}(?:kể\s+)?từ\s+(?P<when>ngày\s+\d[^.;,]{0,40})", re.IGNORECASE)
_SINCE = re.compile(r"(?:kể\s+)?từ\s+(?P<when>ngày\s+\d[^.;,]{0,40}),[^.;]{0,200}$", re.IGNORECASE)
_ANNOUNCEMENT = 1_500
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A reference in its sentence: ``lead`` are the words before it there, ``behind`` those after it.

    ``gap`` are the words since the verb, or since the reference before when the verb governs both (``listed``).
    """

    sentence: Span
    lead: str
    gap: str
    listed: bool
    behind: str
    announced: str


def read_ends(
    text: NormalisedText, related: Sequence[Related], effect: StatedEffect | None, *, preamble_end: int = 0
) -> tuple[StatedEnd, ...]:
    """What the text does to other documents, one entry for each document and act, in the order of the text.

    ``effect`` tells from when the text itself is in force: what it ends without a day of its own ends then. What it
    suspends is suspended no longer than the text itself is in force.
    Words inside the quotation of an amended text are not this text's own; an amending document ends what it amends only
    in part.
    """
    if not any(item.relation in ENDING for item in related):
        return ()
    quoted = quoted_spans(text)
    opened = [low for low, _ in quoted]
    stated: list[StatedEnd] = []
    before: StatedEnd | None = None
    for index, item in enumerate(related):
        if item.relation not in ENDING or item.embedded or item.reference.type == "HP":
            if not item.embedded:
                before = None
            continue
        reference = item.reference
        last = bisect_right(opened, reference.start) - 1
        if last >= 0 and reference.start < quoted[last][1]:
            continue
        place = _place(text.text, related, index)
        if _EXCEPTED.search(place.lead) or not _is_act(item, place):
            before = None
            continue
        before = _stated(text, related, index, place, effect, before)
        stated.append(before)
        stated.extend(_apart(place, before))
    return tuple(settled(text, related, stated, preamble_end))


def _stated(
    text: NormalisedText,
    related: Sequence[Related],
    index: int,
    place: _Place,
    effect: StatedEffect | None,
    before: StatedEnd | None,
) -> StatedEnd:
    item = related[index]
    exception = _EXCEPT.search(place.behind) or _EXCEPT.search(place.announced)
    kept = " ".join(_APART.sub("", exception.group()).strip(" ,;:(").split()) if exception else None
    spared = (
        exception is not None
        and exception.string is place.behind
        and not _OF_THIS.search(exception.group())
        and not _APART.match(exception.group())
    )
    partial = item.relation == "AMENDS" or item.pinpoint is not None or spared or _names_parts(place, before)
    provisions = tuple(provisions_in(item.pinpoint)) if item.pinpoint else ()
    since, resumed = _days(item, place, effect)
    span = text.span(item.reference.start, item.reference.end)
    sentence = text.span(place.sentence.start, place.sentence.end)
    return StatedEnd(
        target=index,
        type=item.relation,
        scope="part" if partial else "whole",
        provisions=provisions,
        date=since,
        start=span.start,
        end=span.end,
        sentence=(sentence.start, sentence.end),
        kept=kept[:KEPT] if kept else None,
        resumed=resumed,
    )


def _apart(place: _Place, whole: StatedEnd) -> Iterator[StatedEnd]:
    """Provisions that end on another day than the document behind whose name they stand.

    "… hết hiệu lực …; riêng Điều 5 hết hiệu lực kể từ ngày …", "…, trừ Điều 5 hết hiệu lực kể từ ngày …".
    """
    for match in _APART.finditer(place.behind):
        found, provisions = first_date(match["when"]), tuple(bare_provisions(match["said"]))
        if found is not None and provisions and whole.scope == "whole":
            day = found[0] + timedelta(days=1) if match["from"] == "sau" else found[0]
            yield replace(whole, scope="part", provisions=provisions, date=day, kept=None)


def _place(text: str, related: Sequence[Related], index: int) -> _Place:
    reference = related[index].reference
    low, line = line_at(text, reference.start), around(text, reference)
    sentence = next((s for s in sentences(text, line) if s.end > reference.start), line)
    start = min(sentence.start, reference.start)
    end = max(sentence.end, reference.tail_end)
    lead = text[start : reference.start]
    previous = related[index - 1].reference.tail_end if index else 0
    verb = _verb(text, start, max(start, min(previous, reference.start)), reference.start)
    return _Place(
        sentence=_trimmed(text, start, end),
        lead=lead,
        gap=text[max(verb, min(previous, reference.start)) : reference.start],
        listed=previous > verb,
        behind=text[reference.tail_end : end],
        announced=_announced(text, low),
    )


def _verb(text: str, start: int, fresh: int, end: int) -> int:
    """Where the verb that governs ``end`` ends, ``start`` when there is none.

    Of the words since the reference before (``fresh``) it is the first one, or a later one that is joined to it; a verb
    inside a title governs nothing. Without a verb there, the last one before it.
    """
    own = [m for m in CUE.finditer(text, fresh, end) if m.lastgroup in _ACTS]
    if not own:
        ends = [m.end() for m in CUE.finditer(text, start, fresh) if m.lastgroup in _ACTS]
        return ends[-1] if ends else start
    governing = own[0]
    for match in own[1:]:
        if _JOINED.search(text, governing.end(), match.start()):
            governing = match
    return governing.end()


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def _announced(text: str, line: int) -> str:
    """The line that announces the list in which the line at ``line`` is an item, "" when there is none.

    It is the nearest line above with another kind of number ("2." above "a)"), and ends with a colon.
    """
    kind = _kind_of_number(text[line : line + _LONGEST_LABEL].lstrip())
    for earlier in reversed(text[max(0, line - _ANNOUNCEMENT) : line].split("\n")):
        bare = earlier.strip()
        other = _kind_of_number(bare)
        if bare.endswith(":") and (other != kind or not other):
            return bare
        if kind and other and other != kind:
            return ""
        if bare and not kind and not other:
            return ""
    return ""


def _kind_of_number(line: str) -> str:
    """How a line is numbered, by the groups of :data:`ingest.lines.LABEL`; "" when it is not."""
    match = LABEL.match(line)
    return match.lastgroup or "" if match else ""


def _is_act(item: Related, place: _Place) -> bool:
    """Whether the words are an act of this text, and not talk of acts ("rà soát, sửa đổi …", "trái với Hiến pháp")."""
    verb = next((m.end() for m in CUE.finditer(place.lead) if m.lastgroup in _ACTS), 0)
    if _NOT_AN_ACT.search(place.lead[:verb]) or (not place.listed and _NOT_AN_ACT.search(place.gap)):
        return False
    if item.relation != "AMENDS" or (_ACT_SAID.search(place.announced) and _enacts(place.announced)):
        return not _NOT_AN_ACT.search(place.announced)
    return _enacts(place.lead)


def _enacts(said: str) -> bool:
    """Whether a clause, its number aside, begins as an act does."""
    opening = NUMBERING.match(said)
    return _ENACTING.match(said, opening.end() if opening else 0) is not None


def _names_parts(place: _Place, before: StatedEnd | None) -> bool:
    """Whether the words between the verb, or the document before, and this one name only parts of it."""
    if _HELD_BY.search(place.gap):
        return True
    if place.listed:
        if before is not None and before.scope == "part" and not before.provisions and _LISTED.fullmatch(place.gap):
            return True
        if _PROVISION_WITH_HEADING.search(place.gap):
            return True
        separator = _LAST_SEPARATOR.search(place.gap)
        return _PART_WORDS.search(place.gap, separator.end() if separator else 0) is not None
    if _WHOLE_WORDS.search(place.gap):
        return False
    return _PART_WORDS.search(place.gap) is not None or (
        not place.gap.strip(" \n-+•") and _ANNOUNCES_PART.search(place.announced) is not None
    )


def _days(item: Related, place: _Place, effect: StatedEffect | None) -> tuple[date | None, date | None]:
    """From when an act works, and for a suspension the first day on which it no longer does."""
    in_force = effect.in_force_from if effect else None
    if item.relation != "SUSPENDS":
        return _day(place) or in_force, None
    since, resumed = days_of_suspension(place.lead, place.behind, place.announced)
    return since or _day(place) or in_force, resumed or (effect.ended if effect else None)


def _day(place: _Place) -> date | None:
    """The day of the end where the clause itself gives one; "hết hiệu lực sau ngày 30/6" ends on the next day."""
    for window in (place.behind, place.lead, place.announced):
        match = _ENDS_ON.search(window) if "lực" in window.lower() else None
        found = first_date(match["when"]) if match is not None and match["when"] else None
        if match is not None and found is not None:
            later = match["from"] == "sau" or match["when"].startswith("hết")
            return found[0] + timedelta(days=1) if later else found[0]
        if match is not None:
            return None
    since = _SINCE.search(place.lead) if "từ" in place.lead.lower() else None
    since = since or _BEHIND_OBJECT.match(place.behind)
    found = first_date(since["when"]) if since else None
    return found[0] if found else None
