"""Cues: the words before a reference that say how the text relates to it (domain reference §4.2).

A cue is a verb or a marker; the one nearest to the reference decides, unless it is only one of several joined verbs
("triển khai, phổ biến, quán triệt Chỉ thị …" carries the directive out), or is spent on another object ("thực hiện Kế
hoạch này"). What a cue means for the relation follows the rule of the annotations: the object of *thực hiện, triển
khai, thi hành, cụ thể hóa* is implemented, everything else is cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.quick import quickly_made
from ingest.cue_words import ACTS, CUE, DOCUMENT_WORD
from ingest.gates import Ending, Gated
from ingest.others_acts import not_its_own, only_further

SAID_AT = re.compile(
    r"\s{0,4}(?:và\s)?(?:các\s|những\s)?(?:ý kiến|kết luận|chỉ đạo|nội dung|nhiệm vụ|mục tiêu|chỉ tiêu)\s"
    r"(?:(?!theo\s|quy\s)[^;:]){0,160}?tại\s{1,3}",
    re.IGNORECASE,
)
"""One more thing said that is carried out: "Thực hiện kết luận của A tại Thông báo B; ý kiến của C tại Công văn D"."""

_JOINED = re.compile(
    r"[\s,]*(?:(?:và|có|hiệu quả|nghiêm túc|tốt|kịp thời|đầy đủ|sâu rộng|đồng bộ)[\s,]*){0,6}", re.IGNORECASE
)
_JOINED_ACTS = re.compile(r"[\s,]*(?:và\s+)?")
_ACT_ON_PARTS = re.compile(
    rf"\s+(?:các\s+|một\s+số\s+)?(?:điểm|khoản|điều|chương|mục|phần|phụ\s+lục|đoạn|tiết)\s(?:(?!{DOCUMENT_WORD}\b)[^:\"/]){{1,200}}?"
    r"(?:[,;]|\s(?:và|đồng\s+thời))\s+(?:(?:và|đồng\s+thời)\s+)?",
    re.IGNORECASE,
)
"""Behind an act, the parts that it is done to; the document is named behind the next act alone."""
_LIST_OPENER = re.compile(
    r"(?:nhất\s+là|trọng\s+tâm\s+là|như|gồm|bao\s+gồm|trong\s+đó(?:\s+có)?|sau(?:\s+đây)?|cụ\s+thể|đặc\s+biệt\s+là|là)"
    r"\s*:?\s*$|:\s*(?:[-+]\s*)?$",
    re.IGNORECASE,
)
_OBJECT_OF_OBJECT = re.compile(
    r"(?:các|những)?\s*(?:nội\s+dung|nhiệm\s+vụ|mục\s+tiêu|chỉ\s+tiêu|giải\s+pháp|yêu\s+cầu|quan\s+điểm|chỉ\s+đạo|kết\s+luận"
    r"|ý\s+kiến)(?!\w)",
    re.IGNORECASE,
)
_TITLE = Gated(rf"(?<!\w){DOCUMENT_WORD}(?!\w)[^;]{{0,200}}\bvề\s", "ề", re.IGNORECASE)
_POINT_IN_TIME = Ending(r"(?:từ|trước|sau|đến)\s+(?:ngày|khi|thời\s+điểm)\s*$", "ngày|khi|điểm", re.IGNORECASE)
_SPENT = Gated(
    rf"\s+(?:[^\s,;]+\s+){{0,4}}?{DOCUMENT_WORD}\s+(?:này|nêu\s+trên|trên)(?!\w)(?!\s*(?:,|và|hoặc|;)\s*(?:các\s+)?$)",
    "này|trên",
    re.IGNORECASE,
)
ACCOUNT = re.compile(
    r"(?:(?:sơ|tổng)\s+kết|kết\s+quả|tình\s+hình|(?:kinh|chi)\s+phí(?:\s+quản\s+lý)?|(?:sau|qua|trong)\s+\d{1,2}\s+năm|\d{1,2}\s+năm)\s+"
    r"(?:\d{1,2}\s+năm\s+)?(?:việc\s+|tổ\s+chức\s+)?$",
    re.IGNORECASE,
)
"""Before a verb of carrying out: it is only told of, summed up or paid for."""

_OF_ANOTHER = re.compile(
    rf"\W{{0,6}}{DOCUMENT_WORD}\s+của\s(?:(?!\svề\s)[^,;:.()]){{3,60}}\svề\s+(?:việc\s+)?", re.IGNORECASE
)
"""A sentence begins with another document, which has no number: "Nghị quyết của Quốc hội về việc thi hành"."""

_THIS = re.compile(rf"{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này(?!\w)", re.IGNORECASE)
_THIS_AT_ONCE = Ending(rf"{DOCUMENT_WORD}(?:\s+liên\s+tịch)?\s+này\s+$", "này", re.IGNORECASE)
_THIS_ACTS = re.compile(rf"(?:này|{DOCUMENT_WORD}[^;]{{0,80}}?\shiệu\s+lực)[^;]{{0,160}}$", re.IGNORECASE)
_PART = re.compile(r"(?:cụm\s+từ|từ\s+ngữ|phụ\s+lục|(?:biểu\s+)?mẫu|danh\s+mục|bảng)(?!\w)", re.IGNORECASE)
_CLAUSE_OPENS = re.compile(
    r"[\s\-+\"(]*(?:(?:\d{1,3}[a-zđ]?|[a-zđ]{1,2}\d?)\s?[.)]\s{1,3}|Điều\s\d{1,3}[a-zđ]?[.:]\s{1,3}){0,2}",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(r"\s+(?:các\s+)?(?:cụm\s+từ|từ|chữ|số)\s[^\"]{0,3}\"[^\"]{1,300}\"", re.IGNORECASE)
_MORE_WORDS = re.compile(r"\s{0,3}(?:và\s)?(?:các\s)?(?:cụm\s+)?(?:từ|chữ)\s[^\";]{0,3}\"")
"""Other words that the act before a semicolon goes on to change: "thay thế cụm từ "A" …; cụm từ "B" bằng "C" …"."""

_ANNEX_NAME = re.compile(r"(?<=\s)(?-i:Hướng)\s+dẫn|(?<=[Bb]ản\s)hướng\s+dẫn")
"""The name of what a decision issues with itself, which is no act: "Mẫu số 01 của Hướng dẫn ban hành kèm theo"."""

_ANNEX_NAMED = re.compile(
    r"(?<=\s)(?:Quy\s+(?:trình|chế|định)|Chương\s+trình|Danh\s+mục|Định\s+mức|Thuyết\s+minh|Đề\s+án|Điều\s+lệ|Nội\s+quy)\s"
)
"""Where such a name begins, in which verbs may stand: "khoản 3 của Quy trình thực hiện đầu tư ban hành kèm theo"."""

_ASKED = re.compile(r"\s+(?:và|đồng\s+thời)\s+(?:đề|kiến)\s+nghị\s[^,;.:]{2,90}\s", re.IGNORECASE)
"""What others are asked to do to the document on which the text acts at once: "Đình chỉ và đề nghị B bãi bỏ A"."""

_ON_WORDS = re.compile(r"\s+(?:các\s+)?(?:cụm\s+)?(?:từ|chữ)\s[^\"]{0,3}\"", re.IGNORECASE)
_QUOTED_WORDS = re.compile(r"(?:từ|chữ|số)\s[^\"]{0,3}\"[^\"]{1,300}\"")
_LEGAL_BASIS_TYPES = frozenset({"HP", "L", "BL", "PL", "NĐ", "TT", "TTLT", "NQLT", "LCT", "ĐL", "QyĐ", "QC", "VBHN"})
_SUBMITTED = frozenset({"TTr", "BC", "BB"})
_PLACES = frozenset(
    {
        "tại",
        "trong",
        "bằng",
        "kèm theo",
        "ban hành theo",
        "được ban hành",
        "quy định tại",
        "quy định trong",
        "quy định của",
    }
)
_ANNEXES = frozenset({"kèm theo", "ban hành theo"})
_RULES = re.compile(r"\s+(?:bản\s+)?(?:quy\s+(?:chế|định)|điều\s+lệ|nội\s+quy|thể\s+lệ)\s", re.IGNORECASE)
"""All that a decision issues with itself; in place of it comes the text as a whole, or it is the ground of one."""

_SPENDABLE = frozenset({"implement", "spread", "follow"})
_CHANGES = frozenset({"replace", "repeal", "amend", "suspend", "correct"})
_SAYS_WHERE = frozenset({"quy định tại", "quy định của"})
_INSIDE_CLAUSE = re.compile(r"(?<!ban hành)(?<!xây dựng)(?<!quy định)(?<=[a-zà-ỹđ])$")
"""Before "căn cứ", a clause whose subject goes by a document: "Bên mời thầu căn cứ Điều 5 của A để lập hồ sơ"."""

_PARTS = re.compile(
    r"\s+(?:các\s+|một\s+số\s+)?(?:điểm|khoản|điều|chương|mục|phần|phụ\s+lục|đoạn|câu|gạch\s+đầu\s+dòng|tiết)\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_FAR = 14
_FAR_GUIDED = 6
_FAR_GUIDED_BY_THIS = 40
_FAR_INSIDE = 60
_WINDOW = 420


@quickly_made
@dataclass(frozen=True, slots=True)
class Cue:
    """``relation`` is an edge type or BASIS ("Căn cứ", whose meaning depends on what is cited).

    ``text`` are the words, "" when there are none; ``certain`` is false where the words leave doubt.
    """

    relation: str
    text: str
    certain: bool = True

    def relation_for(self, type_code: str, *, normative: bool) -> str:
        """Edge type for a cited document of this type.

        "Căn cứ <law>" is the legal basis; "Căn cứ <plan, directive, individual decision>" is carrying it out. A
        submission or report is only cited. ``normative`` tells that the document lays down law or powers.
        """
        if self.relation == "BASIS":
            legal = type_code in _LEGAL_BASIS_TYPES or normative
            return "BASED_ON" if legal else "CITES" if type_code in {*_SUBMITTED, "CV"} else "IMPLEMENTS"
        if self.relation == "IMPLEMENTS" and type_code in _SUBMITTED:
            return "CITES"
        return self.relation


NO_CUE = Cue("CITES", "", certain=False)
"""Nothing before the reference says how it is meant."""


def classify(lead: str, *, decides: bool, preamble: bool) -> Cue:
    """Read the cue from the words before a reference, ``lead`` ending where the reference begins.

    ``decides`` tells that the document is of a kind that amends, replaces and repeals; ``preamble`` that "Căn cứ"
    names the legal basis. What stands before the last semicolon governs only by its first verb: the rest of it belongs
    to other members of the list.

    >>> classify("Tập trung thực hiện có hiệu quả ", decides=False, preamble=False).relation
    'IMPLEMENTS'
    >>> classify("thực hiện theo quy định tại ", decides=False, preamble=False).relation
    'CITES'
    """
    lead = lead[-_WINDOW:]
    head, semicolon, last = lead.rpartition(";")
    if semicolon and (_MORE_WORDS.match(last) or _on_parts(lead, len(head))):
        return _nearest(lead, decides=decides, preamble=preamble)
    cues = [spoken(cue) for cue in CUE.finditer(last)] if semicolon else []
    if semicolon and not cues:
        return _opening(head, decides=decides, preamble=preamble)
    if cues == ["kèm theo"] and (named := [*_ANNEX_NAMED.finditer(head)]) and not last[:2].strip().isupper():
        whole = _nearest(head[: named[-1].end()] + " ban hành kèm theo ", decides=decides, preamble=preamble)
        return whole if whole.relation in ACTS.values() else _nearest(last, decides=decides, preamble=preamble)
    return _nearest(last, decides=decides, preamble=preamble)


def _on_parts(lead: str, semicolon: int) -> bool:
    """Whether acts on parts of one document go on behind a semicolon: "sửa đổi Điều 3; bãi bỏ Điều 4 Nghị định A"."""
    acts = [m for m in CUE.finditer(lead) if m.lastgroup in _CHANGES]
    crossing = (i for i in range(1, len(acts)) if acts[i - 1].end() <= semicolon < acts[i].start())
    return any(_ACT_ON_PARTS.fullmatch(lead, acts[i - 1].end(), acts[i].start()) for i in crossing)


def _opening(head: str, *, decides: bool, preamble: bool) -> Cue:
    found = [m for m in CUE.finditer(head) if m.lastgroup != "effect"]
    first = found[0] if found else None
    if first is None or len(head[: first.start()].split()) > _FAR or _TITLE.search(head, 0, first.start()):
        return NO_CUE
    end = first.end()
    for joined in found[1:]:
        if head[end : joined.start()].strip():
            break
        end = joined.end()  # "thực hiện theo quy định tại" is one
    return _nearest(head[:end] + " ", decides=decides, preamble=preamble)


def _nearest(lead: str, *, decides: bool, preamble: bool) -> Cue:
    if _POINT_IN_TIME.search(lead):
        return Cue("CITES", "ngày")
    bracketed, spends = "(" in lead, _SPENT.opens(lead)
    spoken_of = [*CUE.finditer(lead)]
    found = [
        m
        for m in spoken_of
        if m.lastgroup != "effect"
        and not (spends and m.lastgroup in _SPENDABLE and _is_spent(lead, m, spoken_of))
        and not (bracketed and _in_brackets(lead, m))
        and not (m.lastgroup == "amend" and only_further(lead, m.start()))
    ]
    found = _not_quoted(lead, found)
    if not found:
        return NO_CUE
    if (
        len(found) > 1
        and found[-1].lastgroup in _CHANGES
        and _ASKED.fullmatch(lead, found[-2].end(), found[-1].start())
    ):
        found = found[:-1]
    last = found[-1]
    kind = last.lastgroup or "follow"
    text = spoken(last)
    if kind == "follow":
        return _followed(lead, found, text, decides=decides, preamble=preamble)
    if kind == "spread":
        return _spread(lead, found, text)
    rest = lead[last.end() :]
    if kind == "implement":
        far = len(rest.split()) > _FAR and not _LIST_OPENER.search(rest)
        told = (ACCOUNT.search(lead, 0, last.start()) or _OF_ANOTHER.fullmatch(lead, 0, last.start())) is not None
        return Cue("CITES", text, certain=False) if far or told else Cue("IMPLEMENTS", text)
    return _act(lead, found, kind, decides=decides)


def _is_spent(lead: str, cue: re.Match[str], cues: Sequence[re.Match[str]]) -> bool:
    """Whether the object of a cue is the text: "thực hiện Quyết định này", "thực hiện theo Mục 2 Quyết định này"."""
    if _SPENT.match(lead, cue.end()):
        return True
    if cue.lastgroup != "implement":
        return False
    by = next((m for m in cues if m.start() >= cue.end()), None)
    theo = by is not None and by.lastgroup == "follow" and not lead[cue.end() : by.start()].strip()
    return theo and by is not None and _SPENT.match(lead, by.end()) is not None


def _in_brackets(lead: str, cue: re.Match[str]) -> bool:
    """Whether a cue is all that brackets hold: "định mức (bổ sung)" is the name of a thing."""
    return lead[max(0, cue.start() - 1) : cue.start()] == "(" and lead[cue.end() : cue.end() + 1] == ")"


def _not_quoted(lead: str, found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Without the cues inside words that are only quoted ("thay thế cụm từ "cơ quan được giao …" bằng …")."""
    quoted = [m.span() for m in _QUOTED_WORDS.finditer(lead)] if '"' in lead else []
    return [cue for cue in found if not any(low < cue.start() < high for low, high in quoted)]


def _act(lead: str, found: Sequence[re.Match[str]], kind: str, *, decides: bool) -> Cue:
    """The document's own act on another one: it amends, replaces, repeals or guides it."""
    last = found[-1]
    kinds, start, on_parts = _joined_acts(lead, found)
    before, rest = lead[:start], lead[last.end() :]
    text = spoken(last)
    this = _THIS.search(before) is not None
    own = decides or this or (kind in {"replace", "repeal"} and _THIS_ACTS.search(before) is not None)
    others = not_its_own(before, rest, kind="measures" if text.startswith("biện") else kind, this=this)
    farthest = _FAR_INSIDE if _PARTS.match(rest) else _FAR
    if not own or others or (len(_ASIDE.sub(" ", rest).split()) > farthest and not _LIST_OPENER.search(rest)):
        return Cue("CITES", text, certain=kind == "guide")
    if "amend" in kinds or (kind == "replace" and _PART.search(rest)):
        return Cue("AMENDS", spoken(found[-1 - kinds.index("amend")]) if "amend" in kinds else text)
    return Cue("AMENDS" if on_parts and len(set(kinds)) > 1 else ACTS[kind], text)


def _joined_acts(lead: str, found: Sequence[re.Match[str]]) -> tuple[list[str], int, bool]:
    """The kinds of the acts joined to the last one ("sửa đổi, bổ sung, bãi bỏ"), and where the first begins.

    The third tells that they are done to several parts ("bãi bỏ Điều 2 và thay thế Điều 4").
    """
    kinds, on_parts = [found[-1].lastgroup or ""], False
    start = found[-1].start()
    for match in reversed(found[:-1]):
        parts = _ACT_ON_PARTS.fullmatch(lead, match.end(), start) is not None
        if match.lastgroup not in ACTS or not (parts or _JOINED_ACTS.fullmatch(lead, match.end(), start)):
            break
        on_parts |= parts
        kinds.append(match.lastgroup)
        start = match.start()
    return kinds, start, on_parts


def _spread(lead: str, found: Sequence[re.Match[str]], text: str) -> Cue:
    """Quán triệt, tuyên truyền … alone only cite; joined behind a verb of carrying out they carry out too."""
    start = found[-1].start()
    for before in reversed(found[:-1]):
        if not _JOINED.fullmatch(lead, before.end(), start):
            break
        if before.lastgroup == "implement":
            return Cue("IMPLEMENTS", spoken(before))
        start = before.start()
    return Cue("CITES", text)


def _followed(lead: str, found: Sequence[re.Match[str]], text: str, *, decides: bool, preamble: bool) -> Cue:
    if text.startswith(("căn c", "can c", "chiếu", "chiểu")):
        said_before = lead[: found[-1].start()].strip(" \n-+•\"'")
        inside = found[-1].group()[0].islower() and _INSIDE_CLAUSE.search(said_before) is not None
        grounds = not said_before or (preamble and not inside)
        return Cue("BASIS" if grounds else "CITES", text)
    ground = found[0] if text in _ANNEXES and len(found) > 1 else None
    if ground and spoken(ground).startswith("căn c") and not lead[: ground.start()].strip(" \n-+•\"'"):
        return Cue("BASED_ON", spoken(ground)) if _RULES.match(lead, ground.end()) else Cue("CITES", text)
    changed = _changed_inside(lead, found, text, decides=decides) or _guided_inside(lead, found, text, decides=decides)
    if changed is not None:
        return changed
    if text in {"tại", "đối với", "trong", "nêu tại", "nêu trong"}:
        before = [m for m in found[:-1] if m.lastgroup == "implement"]
        if before:
            between = lead[before[-1].end() : found[-1].start()]
            theo = any(m.lastgroup == "follow" and m.start() > before[-1].end() for m in found[:-1])
            if not theo and (text == "đối với" or _OBJECT_OF_OBJECT.search(between)):
                return Cue("IMPLEMENTS", spoken(before[-1]))
    return Cue("CITES", text)


def _changed_inside(lead: str, found: Sequence[re.Match[str]], text: str, *, decides: bool) -> Cue | None:
    """Read an act on a part: "thay thế cụm từ … tại khoản 2 Điều 3 Thông tư", "bãi bỏ quy định tại Điều 5"."""
    worded = text == "bằng" and _OTHER_WORDS.match(lead, found[-1].end()) is not None
    if text not in _PLACES or (text == "bằng" and not worded):
        return None
    acts = [i for i, m in enumerate(found[:-1]) if m.lastgroup in _CHANGES]
    if not acts:
        return None
    between_cues, act = found[acts[-1] + 1 :], found[acts[-1]]
    if act.lastgroup == "correct" and not lead[act.end() : between_cues[0].start()].strip():
        between_cues = between_cues[1:] or between_cues  # what is corrected is the ground: "Đính chính căn cứ … tại A"
    opens = _ON_WORDS.match(lead, act.end()) or _CLAUSE_OPENS.fullmatch(lead, 0, act.start())
    if not _leads_on(lead, act.end(), between_cues, annexed=text in _ANNEXES) and not (opens and _inside(between_cues)):
        return None
    between = lead[found[acts[-1]].end() : found[-1].start()]
    cue = _act(lead[: found[acts[-1]].end()], found[: acts[-1] + 1], found[acts[-1]].lastgroup or "", decides=decides)
    if cue.relation == "CITES" or len(between.split()) > _FAR_INSIDE:
        return None
    whole = text in _ANNEXES and _RULES.match(between) is not None
    return Cue("AMENDS", cue.text) if cue.relation == "REPLACES" and not whole else cue


def _inside(between: Sequence[re.Match[str]]) -> bool:
    """Whether the cues behind an act stand in the name of a part: "trong Đơn xét tuyển tại Phụ lục"."""
    return all(cue.lastgroup == "follow" and not spoken(cue).startswith(("theo", "căn c")) for cue in between)


def _leads_on(lead: str, act: int, between: Sequence[re.Match[str]], *, annexed: bool) -> bool:
    """Whether all cues behind an act only say where; those inside the name of what is annexed say nothing."""
    for cue in between:
        if annexed and (_ANNEX_NAME.match(lead, cue.start()) or _ANNEX_NAMED.search(lead, act, cue.start())):
            return True
        if spoken(cue) not in _PLACES:
            return False
    return True


def _guided_inside(lead: str, found: Sequence[re.Match[str]], text: str, *, decides: bool) -> Cue | None:
    """Read "hướng dẫn một số nội dung quy định tại khoản 2 Điều 57 Nghị định": what is guided is said at once."""
    if text not in _SAYS_WHERE or len(found) < 2 or found[-2].lastgroup != "guide":
        return None
    guide = found[-2]
    farthest = _FAR_GUIDED_BY_THIS if _THIS_AT_ONCE.search(lead, 0, guide.start()) else _FAR_GUIDED
    if len(lead[guide.end() : found[-1].start()].split()) > farthest:
        return None
    cue = _act(lead[: guide.end()], found[:-1], "guide", decides=decides)
    return cue if cue.relation == "GUIDES" else None


def spoken(cue: re.Match[str]) -> str:
    """The words of a cue on one line, in lower case."""
    return " ".join(cue.group().casefold().split())
