"""How a text relates to what it cites, and what it says of the relations between cited documents.

IMPLEMENTS when the cited document is the object of *thực hiện, triển khai, thi hành, cụ thể hóa*; BASED_ON for a legal
basis ("Căn cứ <law>"); AMENDS, REPLACES, REPEALS … when the document itself does so; CITES otherwise. A cue governs the
whole list that follows it, to the end of the sentence or the next cue (domain reference §4.3). A reference inside the
title of another one is *embedded*: the verb before it is a relation between those two documents, not of this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Span
from graph.quick import quickly_made, replaced
from graph.validity import ENDING_ACTS
from ingest.cue_words import ACTS, CUE, DOCUMENT_WORD, ENDED
from ingest.cues import NO_CUE, Cue, classify
from ingest.gates import Ending, Gated
from ingest.lawmakers import ASSEMBLY
from ingest.lists import ListReader, Setting
from ingest.pinpoints import without_pinpoint
from ingest.reference import Reference
from ingest.symbols import is_assembly
from ingest.titles import LONGEST_SUBJECT, subject_of
from ingest.trailing import apply_trailing

_WIDE = re.compile(r"\n\s{0,8}\n|[^\S\n]{2,8}")
"""Within a sentence the break of a page, or the way in which a converter sets lines and words."""

_BULLET = re.compile(
    r"[\s\-+•*\"'(]{0,12}(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5})[.)]\s)?(?:\[\d{1,3}\]\s?)?[\s\-+•*\"'(]{0,12}"
)
# Begins with one class of characters, so that the search skips over all others.
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<!\n)(?<![A-ZĐ]\..)(?<!\bTP.)(?<!\bSt.)(?<![:;]\s\d.)(?<![:;]\s\d\d.)(?=[\"'”)]{0,3}\s{1,8}[\"'“(]{0,3}[A-ZÀ-ỸĐ])"
    r"|(?<=\n)[^\S\n]{0,40}\n(?=\s{0,40}[-+•*])"
    r"|(?<=\n)(?=[^\S\n]{0,4}(?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ|Hủy bỏ|Đình chỉ)\s))"
)
_LISTS = re.compile(
    rf"(?-i:(?<!\w)(?=[bBcCđĐgGhHkKlLnNpPqQsStTvV]))(?:(?:sau(?:\s+đây)?|gồm|các\s+{DOCUMENT_WORD})\b[^:\n]{{0,160}}:?\s*$|"
    rf"{ENDED}\b[^:\n]{{0,160}}:?\s*$|(?:bãi\s+bỏ|thực\s+hiện|triển\s+khai)\b[^:\n]{{0,60}}:?\s*$|"
    rf"{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này\s+(?:thay\s+thế|bãi\s+bỏ)(?:\s+cho)?\s*:?\s*$|"
    r"bãi\s+bỏ\b[^:\n]{0,300}\btại\s*:?\s*$)",
    re.IGNORECASE,
)
_LISTS_ENDED = Gated(
    rf"(?:[^\n]{{0,8}}\s)?(?:các|những)\s+{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+sau(?:\s+đây)?\s[^.:;\n]{{0,20}}"
    rf"{ENDED}\b[^.;:\n]{{0,120}}",
    "lực|trị",
    re.IGNORECASE,
)
"""The head of such a list that lost its colon."""
_HEADING_OF_ENDS = re.compile(
    rf"Điều\s+\d{{1,3}}\s?[.:]\s*Bãi\s+bỏ\s[^/.;:]{{0,60}}?{DOCUMENT_WORD}[^/.;:]{{0,120}}", re.IGNORECASE
)
_ENDS_FURTHER = re.compile(r"(?:\bvà|\bđồng\s+thời|;)\s{1,3}(?:bãi|hủy)\s+bỏ\s[^.;:/]{0,80}:$", re.IGNORECASE)
"""Behind a document that ends, the head of a list of others: "thay thế A và bãi bỏ các quy định sau:"."""

_PARTS = re.compile(
    r"(?:các\s+|một\s+số\s+)?(?:điểm|khoản|điều|chương|mục|phần|phụ\s+lục|mẫu|cụm\s+từ|đoạn|số\s+thứ\s+tự|"
    r"(?:hệ\s+thống\s+)?biểu(?:\s+mẫu)?|nội\s+dung|quy\s+định)[\s:]",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:\d{1,3}|[a-zđ]{1,2})\s?[.)]\s")


_TYPE_TWICE = Ending(rf"(?<!\w){DOCUMENT_WORD}\s{{1,3}}số\s{{1,3}}$", "số", re.IGNORECASE)
"""The type word of a reference written twice by a slip: "bởi Thông tư số Thông tư số …"."""

_WORDS_OPEN = Gated(r"(?:cụm\s+)?(?:từ|chữ)\s+\"[^\"]{0,300}$", '"', re.IGNORECASE)
_WORDS_CLOSE = re.compile(r"[^\"]{0,300}\"\s+(?:tại|trong|của|ở)\s")
_LONGEST_WORDS = 320
_BASIS = Cue("BASIS", "căn cứ")
_BASIS_HEADING = re.compile(
    r"(?:[IVX\d]{1,4}[.)/-]{0,2}\s{0,3})?(?:các\s+|những\s+)?căn\s+cứ"
    r"(?:\s+(?:pháp\s+lý|để|xây\s+dựng|ban\s+hành|thực\s+hiện|lập)(?:\s[^.;:]{1,60})?)?\W{0,3}",
    re.IGNORECASE,
)
"""A heading over the documents that a plan rests on ("I. CĂN CỨ PHÁP LÝ")."""
_ON_POWERS = re.compile(
    r"[\s,]{0,4}(?:về\s+(?:việc\s+)?)?(?:(?:ban\s+hành\s+)?quy\s+(?:định|chế)\s+(?:về\s+)?(?:vị\s+trí|chức\s+năng|tổ\s+chức"
    r"|làm\s+việc|hoạt\s+động|phân\s+cấp|phân\s+công)|chức\s+năng,|phân\s+(?:công|cấp)\W|ủy\s+quyền|thành\s+lập|kiện\s+toàn"
    r"|bổ\s+nhiệm|giao\s+quyền)",
    re.IGNORECASE,
)
_OLD_SERIES = frozenset({("CP",), ("TTg",), ("HĐBT",), ("CT",)})
_LAST_YEAR_OF_ONE_SERIES = 1996
"""Until then no number told what lays down law from what decides one matter."""

_OLD_LAW = frozenset({"SLT", "SLU"})
"""What laid down law before 1997 under numbers without a year: 25/TTg, 86/CP, 12-HĐBT, 85/SL (Luật BHVBQPPL 1996)."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Related:
    """A reference with its relation to the text. ``owner`` is the index of the reference in whose title it stands."""

    reference: Reference
    relation: str
    cue: str | None
    embedded: bool
    owner: int | None
    pinpoint: str | None
    title: str | None
    certain: bool


@quickly_made
@dataclass(frozen=True, slots=True)
class BetweenCited:
    """An edge between two cited documents; ``source`` and ``target`` are indexes, the span proves it."""

    source: int
    type: str
    target: int
    start: int
    end: int
    cue: str


def relate(
    text: str,
    references: Sequence[Reference],
    paragraphs: Sequence[Span],
    *,
    own_type: str | None,
    decides: bool,
    preamble: Span | None,
) -> tuple[tuple[Related, ...], tuple[BetweenCited, ...]]:
    """Give each reference its relation.

    ``own_type`` is the document's own type, which "Luật này" means when they agree; ``decides`` tells that the document
    is of a kind that amends, replaces and repeals (decision, decree, law …); ``preamble`` is where "Căn cứ" names the
    legal basis. References lie inside ``paragraphs``, both in order.
    """
    related: list[Related] = []
    between: list[BetweenCited] = []
    pending: Cue | None = None
    closed = False
    for paragraph in paragraphs:
        first = len(related)
        body = text[paragraph.start : paragraph.end].rstrip()
        if closed and pending is not None and _ITEM.match(body) is None:
            pending = None
        if first == len(references) or references[first].start >= paragraph.end:
            parts = pending is not None and pending.relation in ENDING_ACTS and body.startswith(("-", "+", "•"))
            if not parts and not (closed and pending and pending.relation == "REPEALS"):
                pending, closed = _announced(body, decides=decides), False
            continue
        listed = _ITEM.match(body) is not None
        announced = last = pending
        for sentence in sentences(text, paragraph):
            if len(related) == len(references) or references[len(related)].start >= sentence.end:
                continue
            in_preamble = preamble is not None and preamble.start <= sentence.start < preamble.end
            setting = Setting(own_type, decides=decides, preamble=in_preamble)
            inside = len(related) == first and not _BULLET.fullmatch(f"{text[paragraph.start : sentence.start]} ")
            if inside and last is not None and last.relation in ACTS.values():
                last = None
            last = _sentence(text, references, sentence, setting, last, related, between)
        if decides and body.endswith(":") and (further := _ENDS_FURTHER.search(body)):
            last = classify(further.group(), decides=True, preamble=False)
        if body.endswith(":") and last and last.relation == "IMPLEMENTS":
            *_, closing = sentences(text, paragraph)
            if related[-1].reference.start < closing.start:  # "… đã thực hiện A. Nay yêu cầu:"
                last = _announced(closing.of(text).rstrip(), decides=decides)
        closed = body.endswith((".", "!", "?", "./"))
        ended = announced is not None and announced.relation == "REPEALS" and listed
        if closed and not ended:
            last = announced if listed and announced and related[first].cue == announced.text else None
        pending = announced if ended else last
    return tuple(related), tuple(between)


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Split a paragraph at full stops that end a sentence; abbreviations and dates do not."""
    start = paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        yield Span(start, match.end())
        start = match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _announced(body: str, *, decides: bool) -> Cue | None:
    """The cue of a line that only announces a list ("… hết hiệu lực kể từ ngày Thông tư này có hiệu lực:").

    So does the heading of an article that ends documents ("Điều 1. Bãi bỏ toàn bộ các thông tư").
    """
    if _BASIS_HEADING.fullmatch(body):
        return _BASIS
    if body.endswith((".", ";")):  # as most paragraphs do, and none of those below
        return None
    if decides and _HEADING_OF_ENDS.fullmatch(body):
        return Cue("REPEALS", "bãi bỏ")
    if not (body.endswith(":") and _LISTS.search(body[-400:])) and not _LISTS_ENDED.fullmatch(body[-400:]):
        return None
    cue = classify(body[-400:], decides=decides, preamble=False)
    return cue if cue.text else None


def _sentence(
    text: str,
    references: Sequence[Reference],
    sentence: Span,
    setting: Setting,
    inherited: Cue | None,
    related: list[Related],
    between: list[BetweenCited],
) -> Cue:
    """Read the references of one sentence; return the cue that a following paragraph of the same list inherits."""
    first = len(related)
    reader: ListReader | None = None
    for index in range(first, len(references)):
        reference = references[index]
        if reference.start >= sentence.end:
            break
        gap_start = max(sentence.start, references[index - 1].tail_end if index and reader else 0)
        gap = _WIDE.sub(_narrow, text[gap_start : reference.start])
        gap = gap[: doubled.start()] if (doubled := _TYPE_TWICE.search(gap)) else gap
        if reader is None and _in_changed_words(text, sentence.start, reference):
            related.append(Related(reference, "CITES", "cụm từ", True, None, None, None, True))
            continue
        if reader is None:
            reader = ListReader(text, references, setting)
            place = reader.begin(
                index, _first_cue(gap, setting, inherited), lead=gap, in_part=without_pinpoint(gap)[1] is not None
            )
        else:
            place = reader.place(index, gap)
        following = references[index + 1].start if index + 1 < len(references) else sentence.end
        limit = min(following, sentence.end)
        reader.guides_this(first, index, limit)
        related.append(
            Related(
                reference,
                "CITES"
                if place.embedded
                else place.cue.relation_for(reference.type, normative=_is_normative(reference, text, limit)),
                place.cue.text or None,
                place.embedded,
                place.owner,
                without_pinpoint(gap)[1],
                subject_of(reference, text, limit, sentence.end),
                place.cue.certain,
            )
        )
    if reader is None:
        return NO_CUE
    between.extend(BetweenCited(*edge) for edge in reader.edges)
    _complete_subjects(text, related, first, sentence)
    apply_trailing(text, related, first, sentence, decides=setting.decides)
    return reader.cue


def _narrow(wide: re.Match[str]) -> str:
    return "\n" if "\n" in wide[0] else " "


def _in_changed_words(text: str, start: int, reference: Reference) -> bool:
    """Whether a reference stands in words that are changed in another document: 'Bỏ cụm từ "và A" tại Điều 2 của B'."""
    opened = _WORDS_OPEN.search(text, max(start, reference.start - _LONGEST_WORDS), reference.start)
    return opened is not None and _WORDS_CLOSE.match(text, reference.tail_end) is not None


def _is_normative(reference: Reference, text: str, limit: int) -> bool:
    """Whether a document that is a ground lays down law or powers, and so is nothing to carry out.

    Acts of the assembly and its standing committee do, with or without a year; so does what says who is competent.
    """
    old = reference.code is None and reference.codes[:1] in _OLD_SERIES
    undivided = (
        reference.date is not None and reference.date.year <= _LAST_YEAR_OF_ONE_SERIES and not _of_party(reference)
    )
    if (
        undivided
        or reference.symbol_year is not None
        or is_assembly(reference.codes)
        or _of_assembly(reference)
        or old
        or reference.type in _OLD_LAW
    ):
        return True
    return _ON_POWERS.match(text, reference.tail_end, limit) is not None


def _of_assembly(reference: Reference) -> bool:
    """Whether the assembly passed what has no symbol: "Nghị quyết của Quốc hội khóa IX, kỳ họp thứ 6"."""
    return not reference.codes and any(named.body.key in ASSEMBLY for named in reference.issuers[:1])


def _of_party(reference: Reference) -> bool:
    return reference.party and reference.codes[:1] != () and reference.codes[0].startswith(("TW", "TU", "HU", "QU"))


def _complete_subjects(text: str, related: list[Related], first: int, sentence: Span) -> None:
    """Let the subject of a document go on over the documents that are named inside it."""
    for index in range(first, len(related) - 1):
        item, inner = related[index], index + 1
        farthest = item.reference.tail_end + LONGEST_SUBJECT
        while inner < len(related) and _within(related[inner], index) and related[inner].reference.start < farthest:
            inner += 1
        if item.title is not None and inner > index + 1:
            following = related[inner].reference.start if inner < len(related) else sentence.end
            related[index] = replaced(item, title=subject_of(item.reference, text, following, sentence.end))


def _within(inner: Related, index: int) -> bool:
    return inner.embedded and inner.owner is not None and inner.owner >= index


def _first_cue(lead: str, setting: Setting, inherited: Cue | None) -> Cue:
    if inherited is not None and (_BULLET.fullmatch(without_pinpoint(lead)[0]) or _parts_of_member(lead, inherited)):
        return inherited
    cue = classify(lead, decides=setting.decides, preamble=setting.preamble)
    return inherited if inherited == _BASIS and not cue.text else cue


def _parts_of_member(lead: str, inherited: Cue) -> bool:
    """Whether an item begins with the parts of a document that the announced act is done to ("b) Cụm từ … tại")."""
    if inherited.relation not in ACTS.values():
        return False
    bullet = _BULLET.match(lead)
    start = bullet.end() if bullet else 0
    return _PARTS.match(lead, start) is not None and all(m.lastgroup == "follow" for m in CUE.finditer(lead, start))
