"""Relations between two cited documents, read from the title of one of them ("Kế hoạch A triển khai Chỉ thị B").

A title's verb links the two only where the law allows it: a decree amends no law and details no circular, a letter or a
submission repeals nothing but another one (Luật 64/2025/QH15 Art. 4, 8, 57; Law 80/2015 Art. 4, 156).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.model import Level, Regime
from ingest.cue_words import ACTS, CUE, DOCUMENT_WORD
from ingest.cues import ACCOUNT, spoken
from ingest.gates import Ending
from ingest.reference import Reference

_DONE_BY = (
    r"(?P<verb>sửa(?:\s+(?:đổi|lại))?(?!\s+chữa)|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|quy\s+định\s+chi\s+tiết|đính\s+chính|hợp\s+nhất"
    r"|thay(?=\s+bằng\s)|điều\s+chỉnh(?=(?:\s*,?\s*(?:và\s+)?(?:sửa\s+đổi|bổ\s+sung)){0,2}\s+(?:một\s+số\s+nội\s+dung\s+)?(?:bởi|tại|bằng)\s))"
    r"(?:(?!\b(?:thực\s+hiện|áp\s+dụng|triển\s+khai)\b)[^;.]){0,90}?(?:bởi|theo|tại|bằng)\s?:?\s+(?:các\s+|quy\s+định\s+(?:tại|của)\s+)?$"
)
_PASSIVE = re.compile(rf"(?:(?:đã\s+|đang\s+)?(?:được|bị)\s+|\(\s{{0,2}}(?:đã\s+)?){_DONE_BY}", re.IGNORECASE)
_PASSIVE_FURTHER = re.compile(
    rf"\s{{0,3}}(?:[,;]|và|đồng\s+thời)\s{{1,3}}(?:(?:và|đồng\s+thời)\s+)?"
    rf"(?:(?<=và\s)(?:đã\s+)?(?:được|bị)\s+)?{_DONE_BY}",
    re.IGNORECASE,
)
"""What else was done to a document of which it is told already: "A (đã được sửa đổi bởi B, bãi bỏ một phần bởi C)"."""

_EXCEPTS = re.compile(r"\s{0,3},?\s{0,3}(?:ngoại\s+)?trừ\s", re.IGNORECASE)
"""What was done to the exception was not done to the whole: "A, trừ các quy định đã được thay thế bởi B"."""

_AGENT = Ending(r"(?<!\w)(?:được|bị|do)\s{1,3}(?:các\s{1,3})?$", "được|bị|do|các", re.IGNORECASE)
_ACTED = re.compile(
    r"\s{1,3}(?:đã\s{1,3})?(?P<verb>sửa\s+đổi(?:\s?,\s{0,2}bổ\s+sung)?|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hướng\s+dẫn|quy\s+định\s+chi\s+tiết"
    r"|đính\s+chính)(?!\w)(?!\s+(?:một\s+số|các|điều|khoản|điểm|cho|bằng)\s)",
    re.IGNORECASE,
)
_PASSIVE_TYPES = (
    ("sửa", "AMENDS"),
    ("bổ", "AMENDS"),
    ("điều", "AMENDS"),
    ("thay", "REPLACES"),
    ("bãi", "REPEALS"),
    ("hướng", "GUIDES"),
    ("quy", "GUIDES"),
    ("đính", "CORRECTS"),
    ("hợp", "CONSOLIDATES"),
)
TITLE_INTRO = re.compile(
    r"\s{0,4}[,:]?\s{0,4}[(\"“]?\s{0,4}(?:về|ban\shành|phê\sduyệt|quy\sđịnh|hướng\sdẫn|sửa\sđổi|triển\skhai|thực\shiện|"
    r"tổ\schức|thi\shành|cụ\sthể|công\sbố|thay\sthế|bãi\sbỏ|đính\schính|điều\schỉnh|bổ\ssung|giao|kiện\stoàn|thành\slập|"
    r"nâng\scao|tăng\scường|đẩy\smạnh|phát\sđộng|hợp\snhất|cập\snhật|v/v"
    r"|có\shiệu\slực[^;.:()]{0,60}\s(?:và|,)\s(?:thay\sthế|bãi\sbỏ)|thay)\b",
    re.IGNORECASE,
)
"""How the subject of a document begins behind its number, date and issuer."""

_GOING_ON = frozenset({"KL", "CT"})
_GOES_ON = re.compile(r"\s{1,4}tiếp\stục\s", re.IGNORECASE)
"""How the subject of a conclusion begins that has an older resolution carried out further."""

_SUBJECT_END = re.compile(
    r";|[.](?=\s|$|/)|\(\s?(?:sau\sđây|được|gọi|viết|từ\sđây)\s|,\s{1,4}(?:UBND|Ủy\sban\snhân\sdân|Ban\sThường\svụ)\b"
    r"|,\s{1,4}(?:cụ\sthể|như\ssau|đồng\sthời|trừ|ngoại\strừ|(?:đã\s)?được\ssửa\sđổi)\b"
    r"|,?\s(?:(?:hết|chấm\sdứt|ngưng)\shiệu\slực(?:\sthi\shành)?,?\s(?:(?:kể\s)?từ|trừ)|tiếp\stục\scó\shiệu\slực\sthi\shành)\s"
    r"|,\s{1,4}(?:Chủ\stịch|Sở|Phòng|Đảng\sủy|Tỉnh\sủy|Thành\sủy|Liên\sđoàn|Hội|Ban|Đoàn|Thường\strực|Văn\sphòng|Công\san|Bộ)\s"
    r"[^,;.]{0,60}?\s(?:xây\sdựng|ban\shành|yêu\scầu|báo\scáo|đề\snghị|hướng\sdẫn|thông\sbáo|triển\skhai|tổ\schức)\b"
)
LONGEST_SUBJECT = 320
"""Characters of a subject that are kept."""

_JOINT = re.compile(r"(?:,|\bvà)\s*(?:các\s*|cả\s*)?$", re.IGNORECASE)
_CHANGING = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS"})
_SAYING_ONLY = frozenset({"CV", "TTr", "BC", "BB", "TB", "GM"})
_RANK_OF_TYPE = {"HP": 1, "L": 2, "BL": 2, "PL": 3, "LCT": 4, "NĐ": 5, "TT": 8, "TTLT": 8}
_RANK_OF_CODE = {"UBTVQH": 3, "CTN": 4, "CP": 5, "TTg": 6, "HĐND": 9, "UBND": 10}
_COMMITTEES = frozenset({("TW",), ("TU",)})
"""Codes of committees of the Party that end those of their own parts: "/TW" is over "/BTCTW" (HD 36-HD/VPTW)."""

_OF_OTHERS = re.compile(rf"\b(?:một\s+số|các|những)\s+{DOCUMENT_WORD}\s*$", re.IGNORECASE)
_ANNEXED = frozenset({"kèm theo", "được ban hành"})
_ON_ANNEX = {"amend": "AMENDS", "replace": "AMENDS", "repeal": "REPEALS"}
_WATCHED = re.compile(
    r"(?<!\w)(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|đánh\s+giá|kiểm\s+điểm)(?:\s+(?:kết\s+quả|tình\s+hình|công\s+tác))?\s+việc\s+$",
    re.IGNORECASE,
)
"""Who watches that an act is carried out carries out his own office."""

_PROPOSES = re.compile(r"(?:^|[,;])\s{0,3}(?:đề\s+xuất|kiến\s+nghị|tham\s+mưu)\s[^,;]{0,60}$", re.IGNORECASE)
"""Who looks into one document and proposes to end another says nothing of the two: "rà soát A, đề xuất bãi bỏ B"."""

_SOME_AT = re.compile(r"(?:\s+(?:một\s+số|các|những))?\s+(?:điều|khoản|điểm|nội\s+dung|quy\s+định)\s+", re.IGNORECASE)
"""What is guided is said to stand in a document: "hướng dẫn một số điều tại Nghị định A"."""

_WHERE = frozenset({"tại", "trong", "nêu tại", "quy định tại", "quy định trong"})
_PART_NAMED = re.compile(r"(?:\s+[^\s,;:.()]+){1,10}\s+")
_PARTS = re.compile(r"\s+(?:các|một\s+số)\s+(?:điểm|khoản|điều|chương|mục|phần)(?!\w)", re.IGNORECASE)
_LAWS = frozenset({"L", "BL"})
_CIRCULARS = frozenset({"TT", "TTLT"})
_DECISIONS = frozenset({"QĐ", "CT"})
_LOWEST_AMENDED_BY_LAW = 3
"""A law amends laws, and resolutions and ordinances of the assembly; it may end a decree, but never words it anew."""

_LEVELS = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.WARD)
_NEAR = 6
_FAR = 14
_FAR_OF_PARTS = 24
_FAR_INSIDE = 60
_WINDOW = 420


def titled_by(reference: Reference, gap: str) -> bool:
    """Whether the words behind a reference begin its subject ("Kết luận A tiếp tục thực hiện Nghị quyết B" too)."""
    goes_on = reference.type in _GOING_ON and _GOES_ON.match(gap) is not None
    return goes_on or TITLE_INTRO.match(gap) is not None


def title_relation(gap: str) -> tuple[str, str] | None:
    """Relation of a cited document to the one named in its title, from the words between them; ``None`` when none.

    >>> title_relation(" hướng dẫn một số nội dung của ")
    ('GUIDES', 'hướng dẫn')
    """
    window = gap[-_WINDOW:]
    found = [m for m in CUE.finditer(window) if m.lastgroup not in {"spread", "effect"}]
    if not found:
        return None
    last = found[-1]
    rest, kind, text = window[last.end() :], last.lastgroup or "", spoken(last)
    guides = [m for m in found if m.lastgroup == "guide"]
    if guides and any(
        _OF_OTHERS.search(window, m.end(), guides[-1].start()) for m in found if m.lastgroup in _ON_ANNEX
    ):
        return None
    if kind in {"implement", "follow"} and guides and not re.search(r"[,;]", window[guides[-1].end() : last.start()]):
        near = text == "quy định tại" and len(window[guides[-1].end() : last.start()].split()) <= _NEAR
        near = near or (text == "tại" and _SOME_AT.fullmatch(window, guides[-1].end(), last.start()) is not None)
        follows = kind == "implement" or text == "quy định của" or near
        return ("GUIDES", spoken(guides[-1])) if follows else None
    if kind == "follow" and text in _ANNEXED and not rest.strip():
        return _of_annex(window, found)
    if kind == "follow" and text in _WHERE and not rest.strip():
        return _of_part(window, found)
    if kind in ACTS and _PROPOSES.search(window, 0, last.start()):
        return None
    if kind == "implement":
        told = ACCOUNT.search(window, 0, last.start()) or _WATCHED.search(window, 0, last.start())
        return ("IMPLEMENTS", text) if len(rest.split()) <= 6 and not told and not re.search(r"\bvề\b", rest) else None
    farthest = _FAR_OF_PARTS if _PARTS.match(rest) else _FAR
    return (ACTS[kind], text) if kind in ACTS and len(rest.split()) <= farthest else None


def _of_annex(window: str, found: Sequence[re.Match[str]]) -> tuple[str, str] | None:
    """Read "sửa đổi danh mục … ban hành kèm theo": who changes an annex changes the act; who ends it ends that."""
    acts = [m for m in found if m.lastgroup in _ON_ANNEX]
    if not acts or len(window[acts[-1].end() : found[-1].start()].split()) > _FAR_INSIDE:
        return None
    return _ON_ANNEX[acts[-1].lastgroup or ""], spoken(acts[-1])


def _of_part(window: str, found: Sequence[re.Match[str]]) -> tuple[str, str] | None:
    """Read "sửa đổi một số nội dung tại": what is done to a part of a document is done to it, new words amend it."""
    if len(found) < 2:
        return None
    act, where = found[-2:]
    if act.lastgroup not in _ON_ANNEX or not _PART_NAMED.fullmatch(window, act.end(), where.start()):
        return None
    return _ON_ANNEX[act.lastgroup], spoken(act)


def passive_relation(gap: str) -> tuple[str, str] | None:
    """Read "A được sửa đổi, bổ sung bởi B": the edge type from B to A, and the cue."""
    return None if _EXCEPTS.match(gap) else _done(_PASSIVE.search(gap[-_WINDOW:]))


def agent_relation(gap: str, text: str, behind: int) -> tuple[str, str] | None:
    """Read "A đã được B sửa đổi, bổ sung": what B, which ends at ``behind``, did to the document before the gap."""
    return _done(_ACTED.match(text, behind)) if _AGENT.search(gap) else None


def done_further(gap: str) -> tuple[str, str] | None:
    """Read what else was done to A behind "A được sửa đổi bởi B": the edge type from C to A, and the cue.

    >>> done_further(", bãi bỏ một phần bởi ")
    ('REPEALS', 'bãi bỏ')
    """
    return _done(_PASSIVE_FURTHER.match(gap))


def _done(match: re.Match[str] | None) -> tuple[str, str] | None:
    if match is None:
        return None
    verb = " ".join(match["verb"].casefold().split())
    return next(kind for prefix, kind in _PASSIVE_TYPES if verb.startswith(prefix)), verb


def coordinated(gap: str) -> bool:
    """Whether a gap that ends in "và" or a comma goes on with the list, not with the object of a verb in the title.

    >>> coordinated(" về xây dựng, thực hiện hương ước, quy ước và "), coordinated(" về triển khai thực hiện các ")
    (True, False)
    """
    joint = _JOINT.search(gap)
    if joint is None:
        return False
    before = gap[: joint.start()]
    verbs = [m for m in CUE.finditer(before) if m.lastgroup not in {"follow", "spread", "effect"}]
    return not verbs or bool(before[verbs[-1].end() :].strip(" ,\n"))


def possible(source: Reference, relation: str, target: Reference) -> bool:
    """Whether a document of the source's kind can do that to one of the target's."""
    if _said(source) == _said(target) or _older(source, target, by_year=relation in _CHANGING):
        return False
    high, low = _rank(source), _rank(target)
    if relation == "AMENDS" and source.type in _LAWS and low is not None and low > _LOWEST_AMENDED_BY_LAW:
        return False
    if relation == "AMENDS" and target.type == "HP":
        return source.type in {"NQ", "L"} and (high is None or high <= _RANK_OF_TYPE["L"])
    if relation in _CHANGING and {*_regime(source), *_regime(target)} >= {Regime.PARTY, Regime.STATE}:
        return False  # the Party changes its own documents only, and nobody else does (Quy định 399-QĐ/TW)
    if relation in _CHANGING:
        says_only = source.type in _SAYING_ONLY and source.type != target.type and relation != "CORRECTS"
        return not says_only and (high is None or low is None or high <= low)
    if relation == "GUIDES":
        beside = source.type in _CIRCULARS and target.type in _DECISIONS  # of ministries, until 2009
        return source.type not in {"L", "BL", "HP"} and (high is None or low is None or high > low or beside)
    return relation != "IMPLEMENTS" or not above(source, target)


def above(source: Reference, target: Reference) -> bool:
    """Whether one document comes from above the body of another: nobody carries out what a body below has decided.

    From above is what comes from a higher level, has more force, or comes from the committee of the Party to which the
    other body belongs.
    """
    levels = (reference.issuers[0].body.level if reference.issuers else None for reference in (source, target))
    high, low = (None if level is None else _LEVELS.index(level) for level in levels)
    if high is not None and low is not None and high < low:
        return True
    force, less = _rank(source), _rank(target)
    if force is not None and less is not None and force < less:
        return True
    committee, part = source.codes[-1:], target.codes[-1:]
    return committee in _COMMITTEES and committee != part and "".join(part).endswith(committee)


def _regime(reference: Reference) -> tuple[Regime, ...]:
    return tuple(named.body.regime for named in reference.issuers[:1])


def day_of(reference: Reference) -> date | None:
    """The day of a reference, unless it is a slip: of another year than the symbol's."""
    slip = reference.date is not None and reference.symbol_year not in {None, reference.date.year}
    return None if slip else reference.date


def _older(source: Reference, target: Reference, *, by_year: bool) -> bool:
    """Whether an act is older than what it is said to act on, by their days or by the years in their symbols."""
    of_source, of_target = day_of(source), day_of(target)
    if of_source is not None and of_target is not None:
        return of_source < of_target
    return (
        by_year
        and None not in {source.symbol_year, target.symbol_year}
        and (source.symbol_year or 0) < (target.symbol_year or 0)
    )


def _said(reference: Reference) -> tuple[str | None, str | None]:
    return reference.symbol, None if reference.symbol else reference.name


def _rank(reference: Reference) -> int | None:
    """Rank of legal force, 1 the highest; ``None`` for what is no normative law (Luật 64/2025/QH15 Art. 4)."""
    if reference.type in _RANK_OF_TYPE:
        return _RANK_OF_TYPE[reference.type]
    if reference.party or not reference.codes:
        return None
    body = re.sub(r"\d+$", "", reference.codes[0])
    if body in {"QH", "NQ-QH"}:
        return 2
    return _RANK_OF_CODE.get(body, 8 if body.startswith("B") and reference.type in {"QĐ", "CT"} else None)


def subject_of(reference: Reference, text: str, following: int, sentence_end: int) -> str | None:
    """The subject of a cited document ("về …"), cut where the next reference or clause begins."""
    low = reference.tail_end
    if reference.name is not None or not TITLE_INTRO.match(text, low, max(low, sentence_end)):
        return None
    window = text[low : min(sentence_end, low + LONGEST_SUBJECT)]
    cut = _SUBJECT_END.search(window)
    end = min(cut.start() if cut else len(window), max(0, following - low) if following < sentence_end else len(window))
    title = " ".join(window[:end].split()).strip(" ,:;./\"“”'()")
    if end == following - low:
        title = re.sub(r"\s(?:và|các|của|theo|số)$", "", title)
    if end == LONGEST_SUBJECT:
        title = title.rpartition(" ")[0]
    title += '"' * (title.count('"') % 2) + ")" * (title.count("(") - title.count(")"))
    return title if len(title) > 8 else None
