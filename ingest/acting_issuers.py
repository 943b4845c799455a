"""Who issued a cited document, told by the sentence that it is the object of: "UBND tỉnh đã ban hành Kế hoạch số …".

::

    acting = ["Ngày" date [","]] body ["đã"] ("ban hành" | "có" | "ra" | "ký" | "gửi" …) ["các"] reference
           | body "tại" reference                                   by the words in front (ingest.cited_issuers)
           | "tại" reference "," body ["đã"] ("giao" | "chỉ đạo" | "yêu cầu" …)

The subject counts where it is of the kind that the symbol states: in a paper of a commune "UBND tỉnh đã ban hành Kế
hoạch số 100/KH-UBND" is the province's plan, not its own. The day on which the sentence says that the body acted is
that of the document, unless one stands behind its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.bodies import NamedBody
from graph.body_codes import bodies_from_codes
from graph.body_eras import body_on
from graph.institutions import read_issuer
from graph.places import DISTRICTS_ENDED, Frame
from ingest.dates import DAY_WORD, date_after
from ingest.reference import Reference
from ingest.relations import BetweenCited, Related
from ingest.tails import series_of

_ISSUES = re.compile(
    r"(?:\s{1,3}\((?:cũ|trước\sđây)\))?\s{1,3}(?:(?:đã|vừa|cũng|kịp\sthời|tiếp\stục|chủ\sđộng|xem\sxét|sớm|mới|sẽ),?\s{1,3}){0,3}"
    r"(?:ký\s{1,3}ban\s{1,3}hành|ban\s{1,3}hành|phát\s{1,3}hành|có|ra|ký|gửi|thông\s{1,3}qua|xây\s{1,3}dựng"
    r"|sửa\s{1,3}đổi(?:,\s{1,3}bổ\s{1,3}sung)?|điều\s{1,3}chỉnh|thay\s{1,3}thế|bãi\s{1,3}bỏ)\s{1,3}"
    r"(?:các\s{1,3}|\d{1,2}\s{1,3}|văn\s{1,3}bản\s{1,3}){0,2}$"
)
_SUBJECT = re.compile(
    r"(?<![\w/-])(?:UBND|HĐND|Ủy\s|Uỷ\s|Hội\s|Sở\s|Phòng\s|Ban\s|BCĐ|Bộ\s|Chính\s|Thủ\s|Quốc\s|Tỉnh\s|Thành\s|Huyện\s|Quận\s"
    r"|Thị\s|Đảng\s|Công\san\s|Văn\sphòng\s|VP|Thường\strực\s|Chủ\stịch\s|Thanh\stra\s|Cục\s|Chi\scục\s|Trung\stâm\s"
    r"|Trường\s|Bệnh\sviện\s|Liên\s|Đoàn\s|Tổ\s|Viện\s|Mặt\s|MTTQ|Kho\s|Bảo\s)"
)
_DAY = re.compile(rf"(?<!\w){DAY_WORD}\s", re.IGNORECASE)
_COMMA = re.compile(r",?\s{1,3}")
_AT = re.compile(r"(?<!\w)tại\s{1,3}(?:các\s{1,3})?$", re.IGNORECASE)
_ACTS = re.compile(
    r"[^;.:\n]{0,160},\s{1,3}(?P<body>(?:UBND|HĐND|Ủy|Uỷ|Hội|Sở|Ban|Bộ|Chính|Thủ|Tỉnh|Thành|Huyện|Quận|Đảng|Thường|Chủ)\s)"
)
_ORDERS = re.compile(
    r"\s{1,3}(?:đã\s{1,3}|có\s{1,3}|cũng\s{1,3}){0,2}(?:giao|chỉ\sđạo|yêu\scầu|đề\snghị|hướng\sdẫn|thống\snhất|đồng\sý|cho\sý\skiến"
    r"|chấp\sthuận|phê\sduyệt|quyết\sđịnh|ủy\squyền|kết\sluận)(?!\w)"
)
_NEXT_IN_LIST = re.compile(r"[^;.\n]{0,240}(?:[;,]|\svà)\s{1,3}(?:và\s{1,3})?")
_OF_THE_SAME = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS"})
_BEFORE, _LONGEST_DAY, _LONGEST_VERB, _LONGEST_AT, _MOST_SUBJECTS = 170, 60, 48, 12, 4


def acting(reference: Reference, text: str, limit: int, frame: Frame) -> Reference:
    """Give a reference the issuer that its sentence names as the one who acted; ``limit`` is the next reference.

    The reference is returned as it is where no such body of the kind of its symbol is named.
    """
    issues = _ISSUES.search(text, max(0, reference.start - _LONGEST_VERB), reference.start)
    at = issues is None and _AT.search(text, max(0, reference.start - _LONGEST_AT), reference.start) is not None
    if issues is None and not at:
        return reference
    stated = bodies_from_codes(reference.code, reference.codes, frame, party=reference.party)
    if issues is not None and reference.codes:
        return _by_subject(reference, text, issues.start(), series_of(stated[0]) if stated else None, frame)
    return _by_order(reference, text, limit, stated[0], frame) if stated else reference


def _by_subject(reference: Reference, text: str, end: int, series: str | None, frame: Frame) -> Reference:
    """Read the body that ends where the verb begins, and the day in front of it.

    Any body may have issued what has a code of no table, whose ``series`` is ``None``: 12/QĐ-XPVPHC.
    """
    for match in list(_SUBJECT.finditer(text, max(0, end - _BEFORE), end))[-_MOST_SUBJECTS:]:
        read = read_issuer(text, match.start(), frame)
        if read is None or read[1] != end or series not in {None, series_of(read[0])}:
            continue
        when = reference.date or _day_before(text, match.start())
        return replace(reference, issuers=(body_on(read[0], when, frame),), date=when)
    return reference


def _day_before(text: str, start: int) -> date | None:
    """The day that stands in front of a subject: "Ngày 08/4/2025, Chính phủ …"."""
    for match in _DAY.finditer(text, max(0, start - _LONGEST_DAY), start):
        dated = date_after(text, match.start())
        if dated is not None and _COMMA.fullmatch(text, dated[1], start):
            return dated[0]
    return None


def _by_order(reference: Reference, text: str, limit: int, stated: NamedBody, frame: Frame) -> Reference:
    """Read the body that orders something behind the comma: "Tại Công văn số 12/UBND-NC ngày …, UBND tỉnh giao …"."""
    match = _ACTS.match(text, reference.tail_end, limit)
    read = read_issuer(text, match.start("body"), frame) if match else None
    if read is None or series_of(read[0]) != series_of(stated) or _ORDERS.match(text, read[1]) is None:
        return reference
    return replace(reference, issuers=(body_on(read[0], reference.date, frame),))


def of_own_acts(related: Sequence[Related], between: Sequence[BetweenCited]) -> tuple[Related, ...]:
    """Let who amends, replaces or repeals be who issued what is changed (Luật 64/2025/QH15 Art. 8), where one is said.

    In a paper of a huyện "Quyết định số 30/2020/QĐ-UBND của UBND tỉnh đã được thay thế bởi Quyết định số
    02/2022/QĐ-UBND" speaks of two decisions of the province, and in one of Cần Thơ "Quyết định số 11/2022/QĐ-UBND sửa
    đổi Quyết định số 30/2020/QĐ-UBND của UBND tỉnh Sóc Trăng" of two of Sóc Trăng, which later became a part of it.
    """
    result = list(related)
    named = {(r.reference.type, r.reference.symbol): r.reference for r in reversed(related) if _is_named(r.reference)}
    for edge in between:
        for here, other in ((edge.source, edge.target), (edge.target, edge.source)):
            guessed, said = result[here].reference, result[other].reference
            said = named.get((said.type, said.symbol), said)
            alike = guessed.codes == said.codes and guessed.type == said.type and "own_level" not in said.flags
            unsure = "own_level" in guessed.flags or _of_one_time(guessed, said)
            if edge.type in _OF_THE_SAME and alike and said.issuers and unsure:
                issuers = tuple(replace(one, written_place=False) for one in said.issuers)
                result[here] = replace(result[here], reference=_settled(guessed, issuers))
    return tuple(result)


def _is_named(reference: Reference) -> bool:
    return bool(reference.issuers) and not reference.implied


def _of_one_time(guessed: Reference, said: Reference) -> bool:
    """Whether one issuer is left to its symbol and another is named, and both acted before the merger."""
    other = guessed.implied and _is_named(said) and guessed.issuers[0].body.key != said.issuers[0].body.key
    return other and _before_merger(guessed) and _before_merger(said)


def _before_merger(reference: Reference) -> bool:
    if reference.date is None:
        return reference.symbol_year is not None and reference.symbol_year < DISTRICTS_ENDED.year
    return reference.date < DISTRICTS_ENDED


def _settled(reference: Reference, issuers: tuple[NamedBody, ...]) -> Reference:
    flags = tuple(flag for flag in reference.flags if flag != "own_level")
    return replace(reference, issuers=issuers, implied=False, flags=flags)


def continued_acts(references: Sequence[Reference], text: str) -> tuple[Reference, ...]:
    """Let what one body issued be a list: "UBND tỉnh đã ban hành Kế hoạch số A về …, Quyết định số B về …"."""
    result = list(references)
    acted = False
    for index, here in enumerate(result):
        before = result[index - 1] if index else None
        follows = (
            acted
            and before is not None
            and here.implied
            and here.codes[:1] == before.codes[:1]
            and _NEXT_IN_LIST.fullmatch(text, before.tail_end, here.start) is not None
        )
        if follows and before is not None:
            result[index] = _settled(here, before.issuers)
            continue
        verb = _ISSUES.search(text, max(0, here.start - _LONGEST_VERB), here.start)
        acted = (
            bool(here.issuers) and not here.implied and verb is not None and "của" not in text[here.end : here.tail_end]
        )
    return tuple(result)
