"""How a text relates to what it cites, and what it says of the relations between cited documents.

IMPLEMENTS when the cited document is the object of *thực hiện, triển khai, thi hành, cụ thể hóa*; BASED_ON for a legal basis ("Căn cứ
<law>"); AMENDS, REPLACES, REPEALS … when the document itself does so; CITES otherwise. A cue governs the whole list that follows it, to
the end of the sentence or the next cue (domain reference §4.3). A reference inside the title of another one is *embedded*: the verb before
it is a relation between those two documents, not of this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Span
from ingest.cues import Cue, classify, coordinated, passive_relation, title_relation
from ingest.reference import Reference

_SEPARATORS = re.compile(r"(?:[\s,;&]|và|cùng|với|hoặc|các|những|đồng thời|trong đó có|nhất là|của|theo)*")
_BULLET = re.compile(r"[\s\-+•*|“\"'(]*(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5})[.)]\s)?[\s\-+•*|“\"'(]*")
_SENTENCE_END = re.compile(
    r"(?<![A-ZĐ]\.)(?<!\bTP)(?<!\bSt)[.!?…](?=[\"'”)]*\s+[\"'“(]*[A-ZÀ-ỸĐ])|\n\s*\n(?=\s*[-+•*])"
)
_TITLE_INTRO = re.compile(
    r"\s*[,:]?\s*[(\"“]?\s*(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|triển khai|thực hiện|tổ chức|thi hành|cụ thể|công bố|thay thế|"
    r"bãi bỏ|đính chính|điều chỉnh|bổ sung|giao|kiện toàn|thành lập|nâng cao|tăng cường|đẩy mạnh|phát động|hợp nhất|cập nhật|v/v)\b", re.IGNORECASE
)  # fmt: skip
_NEW_CLAUSE = re.compile(
    r"(?:^|[,;])\s*(?:đồng thời|trong đó|nhất là|kết hợp|gắn với|tiếp tục|tập trung|tích cực|chủ động|nghiêm túc|"
    r"(?:UBND|Ủy ban nhân dân|Ban Thường vụ|Sở|Bộ|Tỉnh ủy|Thành ủy|các cơ quan|đề nghị|yêu cầu|giao)\b)", re.IGNORECASE
)  # fmt: skip
_THIS = re.compile(
    r"(?P<what>Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết)\s+(?:này|trên|nêu\s+trên)(?!\w)", re.IGNORECASE
)
_PROVISION = (
    r"(?:điểm|khoản|điều|chương|mục|phần|phụ\s+lục|tiết|tiểu\s+mục)\s+(?:số\s+)?(?:[IVXLC]+|\d+[a-zđ]?(?:\.\d+)*|[a-zđ])"
    r"(?:\s?(?:,|và|đến|-|;)\s?(?:[IVXLC]+\b|\d+[a-zđ]?\b|[a-zđ]\b))*"
)
_PINPOINT = re.compile(
    rf"(?P<pinpoint>{_PROVISION}(?:(?:\s*,|\s+của|\s+và)?\s+{_PROVISION})*)\s*,?\s*(?:của\s+|thuộc\s+|tại\s+)?$",
    re.IGNORECASE,
)


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


@dataclass(frozen=True, slots=True)
class BetweenCited:
    """``source`` and ``target`` are indexes; the span proves it."""

    source: int
    type: str
    target: int
    start: int
    end: int
    cue: str


@dataclass(slots=True)
class _List:
    """The list that is being read: its cue, its top-level members so far, and the last reference."""

    cue: Cue
    top: int | None = None
    group: tuple[int, ...] = ()
    embedded_source: tuple[int, ...] = ()
    embedded_cue: Cue | None = None


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

    ``own_type`` is the document's own type, which "Luật này" means when they agree; ``decides`` tells that the document is of a kind that amends, replaces and repeals (decision, decree, law …); ``preamble`` is
    where "Căn cứ" names the legal basis.
    """
    related: list[Related] = []
    between: list[BetweenCited] = []
    pending: Cue | None = None
    for paragraph in paragraphs:
        inside = list(_inside(references, paragraph, len(related)))
        body = text[paragraph.start : paragraph.end].rstrip()
        if not inside:
            introduces = body.endswith(":")
            pending = classify(body[:-1], None, decides=decides, preamble=False) if introduces else None
            pending = pending if pending and pending.text else None
            continue
        last: Cue | None = pending
        for sentence in sentences(text, paragraph):
            members = [i for i in inside if sentence.start <= references[i].start < sentence.end]
            if not members:
                continue
            in_preamble = preamble is not None and preamble.start <= sentence.start < preamble.end
            last = _relate_sentence(
                text, references, members, sentence, _Setting(own_type, decides, in_preamble, last), related, between
            )  # fmt: skip
        pending = last if body.endswith((";", ",", ":")) else None
    return tuple(related), tuple(between)


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Split a paragraph at full stops that end a sentence; abbreviations and dates do not."""
    start = paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        yield Span(start, match.end())
        start = match.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


@dataclass(frozen=True, slots=True)
class _Setting:
    own_type: str | None
    decides: bool
    preamble: bool
    inherited: Cue | None


def _inside(references: Sequence[Reference], paragraph: Span, first: int) -> Iterator[int]:
    for index in range(first, len(references)):
        if references[index].start >= paragraph.end:
            return
        if references[index].start >= paragraph.start:
            yield index


def _relate_sentence(
    text: str, references: Sequence[Reference], members: Sequence[int], sentence: Span, setting: _Setting,
    related: list[Related], between: list[BetweenCited],
) -> Cue:  # fmt: skip
    state: _List | None = None
    for position, index in enumerate(members):
        reference = references[index]
        previous = members[position - 1] if position else None
        gap = text[references[previous].tail_end if previous is not None else sentence.start : reference.start]
        nxt = members[position + 1] if position + 1 < len(members) else None
        if state is None or previous is None:
            lead = gap
            bare = _BULLET.fullmatch(_without_pinpoint(lead)) is not None
            cue = (
                setting.inherited
                if bare and setting.inherited
                else classify(lead, reference.type, decides=setting.decides, preamble=setting.preamble)
            )
            state = _List(cue, index, (index,))
            embedded, owner = False, None
        else:
            embedded, owner = _place_in_list(
                gap, reference, references, previous, index, state, related, setting, between
            )
        cue = state.embedded_cue if embedded and state.embedded_cue else state.cue
        limit = references[nxt].start if nxt is not None else sentence.end
        _guides_this(text, references, members[:position], index, limit, setting, between)
        related.append(
            Related(
                reference,
                "CITES" if embedded else cue.relation_for(reference.type, reference.symbol_year),
                cue.text or None,
                embedded,
                owner,
                _pinpoint(gap),
                _title(text, reference, limit, sentence.end),
                cue.certain,
            )
        )
    return state.cue if state else Cue("CITES", "")


def _guides_this(
    text: str, references: Sequence[Reference], earlier: Sequence[int], index: int, limit: int, setting: _Setting, between: list[BetweenCited]
) -> None:  # fmt: skip
    """ "… quy định chi tiết một số điều của Luật này" behind a decree means the law that the same list names before it."""
    this = _THIS.search(text, references[index].tail_end, limit)
    found = title_relation(text[references[index].tail_end : this.start("what")]) if this else None
    if this is None or found is None:
        return
    code = {"luật": "L", "bộ luật": "BL", "pháp lệnh": "PL", "nghị định": "NĐ", "nghị quyết": "NQ"}[
        " ".join(this["what"].casefold().split())
    ]
    targets = [i for i in earlier if references[i].type == code]
    if targets and code != setting.own_type:
        between.append(BetweenCited(index, found[0], targets[-1], references[targets[-1]].start, this.end(), found[1]))


def _place_in_list(
    gap: str, reference: Reference, references: Sequence[Reference], previous: int, index: int, state: _List,
    related: Sequence[Related], setting: _Setting, between: list[BetweenCited],
) -> tuple[bool, int | None]:  # fmt: skip
    """Decide whether the reference goes on with the list, starts a clause of its own, or stands in a title; record its edges."""
    before = related[-1]
    plain = _without_pinpoint(gap)
    if reference.start < references[previous].end:
        _join_title(index, (previous,), "AMENDS", "sửa đổi, bổ sung", references, between)
        return True, previous
    if _SEPARATORS.fullmatch(plain):
        if before.embedded and ";" not in plain and not _returns_to_list(reference, references, state, before):
            for source in state.embedded_source:
                if state.embedded_cue and state.embedded_cue.text:
                    _join_title(
                        index, (source,), state.embedded_cue.relation, state.embedded_cue.text, references, between
                    )
            return True, before.owner
        bare = references[previous].tail_end == references[previous].end and "," in plain
        both = re.fullmatch(r"\s*(?:,\s*)?và\s*(?:các\s*)?", plain) is not None
        joined = (both or bare) and not before.embedded and references[previous].type == reference.type
        state.group = (*state.group, index) if joined else (index,)
        state.top = index
        return False, None
    passive = passive_relation(plain)
    if passive is not None:
        owner = previous
        between.append(BetweenCited(index, passive[0], owner, references[owner].start, reference.end, passive[1]))
        state.embedded_source, state.embedded_cue = (), Cue("CITES", "")
        return True, owner
    if ";" in plain:
        segment = plain.rsplit(";", 1)[1]
        cue = classify(segment, reference.type, decides=setting.decides, preamble=setting.preamble)
        if cue.text:
            state.cue = cue
        state.top, state.group = index, (index,)
        return False, None
    titled = _TITLE_INTRO.match(plain) is not None
    clause = None if titled else _NEW_CLAUSE.search(plain)
    if clause is not None or (not titled and plain.lstrip().startswith(",")):
        state.cue = classify(
            plain[clause.start() :] if clause else plain,
            reference.type,
            decides=setting.decides,
            preamble=setting.preamble,
        )
        state.top, state.group = index, (index,)
        return False, None
    if coordinated(plain):
        state.top, state.group = index, (index,)
        return False, None
    restart = re.search(
        r",\s*(?:UBND|Ủy ban nhân dân|Ban Thường vụ|Sở|Tỉnh ủy)[^,;]{2,80}?(?:xây dựng|ban hành|triển khai)\b", plain
    )
    if restart:
        state.cue = classify(
            plain[restart.start() :], reference.type, decides=setting.decides, preamble=setting.preamble
        )
        state.top, state.group = index, (index,)
        return False, None
    owner = previous if not before.embedded else (before.owner if before.owner is not None else previous)
    sources = state.group if owner == state.top and len(state.group) > 1 else (owner,)
    found = title_relation(plain)
    state.embedded_source = sources if found else ()
    state.embedded_cue = Cue(found[0], found[1]) if found else Cue("CITES", "")
    if found:
        _join_title(index, sources if found[0] == "IMPLEMENTS" else (owner,), found[0], found[1], references, between)
    return True, owner


def _returns_to_list(reference: Reference, references: Sequence[Reference], state: _List, before: Related) -> bool:
    """After "… của Luật X và Nghị định Y": Y goes on with the list when it is of the kind that the list is of."""
    top = references[state.top] if state.top is not None else None
    return top is not None and reference.type == top.type and reference.type != before.reference.type


def _join_title(
    target: int,
    sources: Sequence[int],
    relation: str,
    cue: str,
    references: Sequence[Reference],
    between: list[BetweenCited],
) -> None:
    for source in sources:
        same = _said(references[source]) == _said(references[target])
        if source != target and not same:
            low, high = sorted((references[source], references[target]), key=lambda r: r.start)
            between.append(BetweenCited(source, relation, target, low.start, high.end, cue))


def _said(reference: Reference) -> tuple[str | None, str | None]:
    return reference.symbol, None if reference.symbol else reference.name


def _without_pinpoint(gap: str) -> str:
    match = _PINPOINT.search(gap, max(0, len(gap) - 120))
    return gap[: match.start()] if match else gap


def _pinpoint(gap: str) -> str | None:
    match = _PINPOINT.search(gap, max(0, len(gap) - 120))
    return " ".join(match["pinpoint"].split()) if match else None


def _title(text: str, reference: Reference, following: int, sentence_end: int) -> str | None:
    """The subject that the text gives for the cited document ("về …"), cut where the next reference or clause begins."""
    if reference.name is not None or not _TITLE_INTRO.match(
        text, reference.tail_end, max(reference.tail_end, sentence_end)
    ):
        return None
    limit = min(sentence_end, reference.tail_end + 320)
    window = text[reference.tail_end : limit]
    cut = re.search(r";|[.](?=\s|$)|,\s*(?:UBND|Ủy ban nhân dân|Ban Thường vụ)\b", window)
    end = min(
        cut.start() if cut else len(window),
        max(0, following - reference.tail_end) if following < sentence_end else len(window),
    )
    title = " ".join(window[:end].split()).strip(" ,:;.\"“”'()")
    title = re.sub(r"\s(?:và|các|của|theo|số)$", "", title)
    return title if len(title) > 8 else None
