"""Whom a paragraph addresses: by an order, as its subject, as its topic, or before a colon (domain reference §7.1).

All functions take one paragraph without line breaks and where its text starts behind the label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from graph.model import Span
from graph.quick import quickly_made
from ingest.assignees import Assignees, read_assignees, split_units
from ingest.gates import Ending
from ingest.phrases import Opening, first_word, words_of
from ingest.predicates import begins_with_verb
from ingest.unit_names import FIRST_WORDS, Style, head_at


class Manner(StrEnum):
    """How units are addressed."""

    ASSIGNED = "assigned"
    """"Giao Sở Nội vụ …": the word that assigns."""
    ASKED = "asked"
    """"Đề nghị …", "Yêu cầu …"."""
    SUBJECT = "subject"
    """"Các sở, ban, ngành … có trách nhiệm …"."""
    TOPIC = "topic"
    """"Đối với các doanh nghiệp: …", "Trách nhiệm của Sở Y tế: …"."""
    RUN_IN = "run_in"
    """"Bộ phận Văn hóa: chủ động …"."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Addressee:
    """Units that a paragraph addresses; what they have to do starts at ``task``.

    ``stop`` is the mark between them, or "verb".
    """

    units: tuple[Span, ...]
    manner: Manner
    task: int
    stop: str


_AN_ORDER = (
    r"(?:(?P<assigned>giao(?:\s+nhiệm\s+vụ|\s+trách\s+nhiệm)?(?:\s+cho)?|phân\s+công(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|ủy\s+quyền(?:\s+cho)?)"
    r"|(?:kính\s+)?đề\s+nghị|yêu\s+cầu)\s+"
)
_ORDER = re.compile(_AN_ORDER, re.IGNORECASE)
_ORDER_HERE = Opening(_AN_ORDER, re.IGNORECASE)
_AUTHORITY = Opening(
    r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Chủ tịch|Thủ tướng|Chính phủ|Quốc hội|Bộ trưởng|Ban Thường vụ"
    r"|Thường trực|Ban Bí thư|Bộ Chính trị|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy|Ban Chỉ đạo"
    r"|Liên đoàn|Tổng Liên đoàn)(?!\w)"
)
_SUPERIOR = re.compile(
    r"(?:cấp|Chủ tịch (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|huyện|quận)(?! các)"
    r"|(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố)(?!\w)|Thủ tướng|Chính phủ"
    r"|Quốc hội|Bộ |các bộ|Hội đồng|Ban Thường vụ|Tỉnh ủy|Thành ủy|Trung ương)"
)
_STAFF = re.compile(
    r"(?:các\s+)?(?:cán bộ|công chức|viên chức|lãnh đạo|thường trực|nhân sự|người|thành viên|đồng chí)(?!\w)",
    re.IGNORECASE,
)
_TOPIC = Opening(
    r"(?:riêng\s+)?đối\s+với\s+|(?P<duty>(?:trách\s+nhiệm|nhiệm\s+vụ(?:,?\s+quyền\s+hạn)?)\s+của\s+)", re.IGNORECASE
)
_FRONTED = Opening(
    r"(?:căn cứ|trên cơ sở|trên đây|theo|ngoài|trong|sau|trước|h[àằ]ng|định kỳ|khi|tại|từ|đồng thời|bên cạnh|nếu"
    r"|trường hợp|đến|chậm nhất|kể từ|giai đoạn|tùy|riêng|quá trình|nhân dịp|(?P<aim>để|nhằm))(?!\w)",
    re.IGNORECASE,
)
_ASKS_ALL = re.compile(
    r"(?:(?:kính|trân trọng)\s+)?(?:đề\s+nghị|yêu\s+cầu)\s+(?=(?:tất cả |toàn thể )?(?:các|mọi|những)\s)"
    r"(?!các (?:cấp|cơ quan (?:có thẩm quyền|chức năng)))"
)
"""What a body that writes asks of those it writes to: "Sở Nội vụ đề nghị các cơ quan, đơn vị phối hợp thực hiện"."""
_WRITER_ASKS = re.compile(
    r"(?:^|(?<=[.;,]\s))(?=[A-ZĐÀ-Ỹ])[^,;:.]{2,80}?\s(?:(?:kính|trân trọng)\s)?(?:đề\s+nghị|yêu\s+cầu)\s+"
)
"""The clause in which whoever writes asks something: "…, Sở Nội vụ đề nghị các sở"."""
_HEAD_OF_COLUMN = re.compile(
    r"(?:Cơ quan|Đơn vị) (?:chủ trì|phối hợp|thực hiện|tham mưu|theo dõi)(?: thực hiện)?(?=\s*$|\s+[A-ZĐÀ-Ỹ\d])"
)
"""Heads of columns that stand one behind the other: "Cơ quan chủ trì Cơ quan phối hợp Thời gian"."""
_PERSON = re.compile(r"(?:Ông|Bà|Đồng chí|ông|bà|đồng chí)\s+[A-ZĐÀ-Ỹ]")
_AT_A_MEETING = re.compile(
    r"\s*(?:báo\s+cáo|phát\s+biểu|kết\s+luận|trình\s+bày|tham\s+dự|thay\s+mặt|thông\s+báo|nhận|trao|thăm"
    r"|chủ\s+trì\s+(?:cuộc|hội|phiên|buổi|tọa))(?!\w)"
)
"""What minutes tell of persons: "Ông A, Giám đốc Sở báo cáo kết quả"."""
_LONGEST_TOPIC = 121
_RUN_IN_TOPIC = re.compile(r"[^:.;]{2,120}:\s+")
_REPORT_OF = Opening(r"(?:Báo cáo|Hồ sơ|Kế hoạch|Văn bản|Danh sách|Kết quả)[^.;:]{0,120}?\scủa\s+")
_SENTENCE = re.compile(
    r"[.;]\s+|,\s+(?=(?:kính\s+)?(?:giao|đề\s+nghị|yêu\s+cầu)\s|UBND|Ủy ban|Chủ tịch|Ban Thường)", re.IGNORECASE
)
_DEFINITION = re.compile(
    r"là\s+(?!(?:cơ quan|đơn vị)\s+(?:chủ trì|[Tt]hường trực|đầu mối|tham mưu|giúp)|đầu mối|nòng cốt)"
)
_NAMES_BEFORE_COLON = re.compile(r"[A-ZĐÀ-Ỹ][^:.;]{2,100}(?=:\s)")
_STATEMENT = Ending(r"(?<!\w)(?:đã|đang|(?<!nhỏ và\s)vừa|chưa)\s*$", "đã|đang|vừa|chưa")
_NEXT_ORDER = re.compile(r"[.;]\s+(?=(?:Giao|Đề nghị|Yêu cầu)\s)")
_FULL_STOP = re.compile(r"\.(?<![A-ZĐ]\.)\s+(?=[A-ZĐÀ-Ỹ])|:\s+(?=(?:Giao|Đề nghị|Yêu cầu)\s)")
_FURTHER = re.compile(r";\s+(?:và\s+)?")
_ORDER_WORDS = words_of(
    "giao phân ủy kính đề yêu ubnd hđnd hội chủ thủ chính quốc bộ ban thường tỉnh thành huyện quận đảng liên tổng"
)
_TOPIC_WORDS = words_of("riêng đối trách nhiệm")
_FRONTED_WORDS = words_of(
    "căn trên theo ngoài trong sau trước hàng hằng định khi tại từ đồng bên nếu trường đến chậm kể giai tùy riêng quá"
    " nhân để nhằm"
)
_REPORT_WORDS = words_of("báo hồ kế văn danh kết")
"""With which :data:`_ORDER_HERE` and :data:`_AUTHORITY`, :data:`_TOPIC`, :data:`_FRONTED`, :data:`_REPORT_OF` begin."""

_REACH = 700
_LEAD_IN = 160
_SENTENCES = 40
_LONGEST_SUBJECT = 160


def read_addressee(text: str, start: int, *, inherited: bool = False) -> Addressee | None:
    """Read whom the paragraph addresses itself; ``None`` when it names nobody.

    With ``inherited`` the paragraph stands under a unit, so that a request to a superior ("Đề nghị Chủ tịch UBND tỉnh
    khen thưởng") and orders to one's own staff are part of that unit's task.

    >>> found = read_addressee("3. Giao Sở Nội vụ chủ trì, phối hợp", 3)
    >>> str(found.manner), "3. Giao Sở Nội vụ chủ trì, phối hợp"[found.task :]
    ('assigned', 'chủ trì, phối hợp')
    >>> read_addressee("Căn cứ Kế hoạch này, các sở, ngành xây dựng kế hoạch", 0).manner
    <Manner.SUBJECT: 'subject'>

    """
    first = first_word(text, start)
    found = _ordered(text, start, inherited=inherited) if first in _ORDER_WORDS else None
    if found is None and first in _TOPIC_WORDS:
        found = _topic(text, start)
    if found is None and first in FIRST_WORDS:
        found = _subject(text, start)
    if found is None and not inherited:
        found = _behind_topic(text, start)
    if found is None and first in _FRONTED_WORDS:
        found = _fronted(text, start, inherited=inherited)
    return _reporting(text, start) if found is None and first in _REPORT_WORDS else found


def read_order(text: str, start: int) -> Addressee | None:
    """Read the first order inside a paragraph, or who is asked behind a comma ("Trên đây là …, các đơn vị …")."""
    for match in islice(_SENTENCE.finditer(text, start), _SENTENCES):
        if found := _ordered(text, match.end(), inherited=False):
            return found
    return _fronted(text, start, inherited=False, through=True)


def read_announced(text: str, start: int) -> Addressee | None:
    """Read whom the opening of a paper asks for all that follows, whoever writes it.

    >>> opening = "Thực hiện Chỉ thị số 5/CT-TTg, Sở Y tế đề nghị các bệnh viện thực hiện nội dung sau:"
    >>> [opening[unit.start : unit.end].strip() for unit in read_announced(opening, 0).units]
    ['các bệnh viện']
    """
    found = read_order(text, start)
    if found is not None and found.manner is not Manner.SUBJECT:
        return found
    for match in reversed([*islice(_WRITER_ASKS.finditer(text, start), _SENTENCES)]):
        listed = read_assignees(text, match.end(), style=Style.AFTER_VERB)
        ends = listed is not None and (listed.stop == "verb" or text[listed.end :].rstrip() == ":")
        if listed is not None and ends and not _SUPERIOR.match(text, match.end()):
            return _addressee(listed, Manner.ASKED)
    return None


def read_later_subject(text: str, start: int) -> Addressee | None:
    """Read the first order or subject behind the first sentence ("Chỉ thị này … . Sở Nội vụ theo dõi …")."""
    if text.find(".", start, len(text) - 2) < 0 and text.find(":", start) < 0:  # one sentence, as most are
        return None
    for match in islice(_FULL_STOP.finditer(text, start), _SENTENCES):
        found = _ordered(text, match.end(), inherited=False) or _subject(text, match.end())
        if found and found.stop == "verb":
            return found
    return None


def order_starts(text: str, start: int) -> list[int]:
    """Offsets of the sentences behind the first one that order something anew ("… . Giao Sở Tài chính …")."""
    starts: list[int] = []
    match = _NEXT_ORDER.search(text, start)
    while match:
        found = _ordered(text, match.end(), inherited=False)
        if found and found.stop == "verb":
            starts.append(match.end())
        match = _NEXT_ORDER.search(text, found.units[-1].end if found else match.end())
    return starts


def subject_starts(text: str, start: int) -> list[int]:
    """Offsets of the sentences behind the first one in which another unit does something ("… . Sở Y tế theo dõi …")."""
    if text.find(". ", start, len(text) - 2) < 0:
        return []
    stops = islice(_FULL_STOP.finditer(text, start), _SENTENCES)
    found = ((match.end(), _subject(text, match.end())) for match in stops)
    return [at for at, subject in found if subject is not None and subject.stop == "verb"]


def further_subjects(text: str, start: int) -> tuple[Span, ...]:
    """Units that take over as subject behind a semicolon ("UBND các huyện …; các sở, ngành chủ động …")."""
    units: list[Span] = []
    match = _FURTHER.search(text, start)
    while match:
        found = read_assignees(text, match.end())
        if found and found.stop == "verb":
            units += found.units
        match = _FURTHER.search(text, found.end if found else match.end())
    return tuple(units)


def _addressee(listed: Assignees, manner: Manner) -> Addressee:
    return Addressee(listed.units, manner, listed.end, listed.stop)


def _ordered(text: str, start: int, *, inherited: bool) -> Addressee | None:
    match = _ORDER_HERE.match(text, start) or _authority_orders(text, start)
    if match is None:
        return None
    if inherited and (
        _STAFF.match(text, match.end()) or (not match["assigned"] and _SUPERIOR.match(text, match.end()))
    ):
        return None
    listed = read_assignees(text, match.end(), style=Style.AFTER_VERB) or _before_colon(text, match.end())
    if listed is None:
        return None
    task = listed.end if listed.stop in {"verb", ":"} else match.end()
    return Addressee(listed.units, Manner.ASSIGNED if match["assigned"] else Manner.ASKED, task, listed.stop)


def _before_colon(text: str, start: int) -> Assignees | None:
    """Read names of an unknown kind that an order sets before a colon ("Đề nghị Agribank huyện: …")."""
    match = _NAMES_BEFORE_COLON.match(text, start)
    return Assignees(split_units(text, start, match.end()), match.end(), ":") if match else None


def _authority_orders(text: str, start: int) -> re.Match[str] | None:
    """Match the order in "Ủy ban nhân dân tỉnh yêu cầu các sở …"."""
    if _AUTHORITY.match(text, start) is None:
        return None
    match = _ORDER.search(text, start, start + _LEAD_IN)
    if match is None or any(mark in text[start : match.start()] for mark in ",;:."):
        return None
    return match if text[match.start() - 1] == " " else None


def _topic(text: str, start: int) -> Addressee | None:
    match = _TOPIC.match(text, start)
    listed = read_assignees(text, match.end(), style=Style.TOPIC) if match else None
    if match is None or listed is None:
        return None
    stops = {":"} if match["duty"] else {":", "verb", ""}
    return _addressee(listed, Manner.TOPIC) if listed.stop in stops else None


def _subject(text: str, start: int) -> Addressee | None:
    listed = read_assignees(text, start)
    if listed is None or listed.stop not in {":", "verb"} or _STATEMENT.search(text, start, listed.end):
        return None
    if any(unit.end - unit.start > _LONGEST_SUBJECT for unit in listed.units) or _DEFINITION.match(text, listed.end):
        return None
    if _HEAD_OF_COLUMN.match(text, start):
        return None
    if _PERSON.match(text, start) and _AT_A_MEETING.match(text, listed.end):
        return None
    asks = _ASKS_ALL.match(text, listed.end) if listed.stop == "verb" and len(listed.units) == 1 else None
    asked = read_assignees(text, asks.end(), style=Style.AFTER_VERB) if asks else None
    if asked and asked.stop == "verb" and not _SUPERIOR.match(text, asked.units[0].start):
        return _addressee(asked, Manner.ASKED)
    return _addressee(listed, Manner.RUN_IN if listed.stop == ":" else Manner.SUBJECT)


def _behind_topic(text: str, start: int) -> Addressee | None:
    """Read past a topic that is no unit: "Thời gian: các đơn vị tổ chức …"."""
    colon = text.find(":", start, start + _LONGEST_TOPIC)
    match = _RUN_IN_TOPIC.match(text, start) if colon > start else None
    if match is None:
        return None
    found = _ordered(text, match.end(), inherited=False) or _subject(text, match.end())
    return found if found and found.stop == "verb" else None


def _fronted(text: str, start: int, *, inherited: bool, through: bool = False) -> Addressee | None:
    """Read past an adverbial: "Căn cứ …, các sở …". ``through`` looks behind verbs too.

    The parts of an aim ("Nhằm động viên các cấp, các ngành …") look like subjects, so behind one only an order counts.
    """
    fronted = _FRONTED.match(text, start)
    if fronted is None:
        return None
    limit = min(len(text), start + _REACH)
    comma = text.find(", ", start, limit)
    while comma >= 0 and (through or ". " not in text[start:comma]):
        position = comma + 2
        found = _ordered(text, position, inherited=inherited)
        if found is None and not fronted["aim"] and head_at(text, position) is not None:
            found = _subject(text, position)
        if found and found.stop == "verb":
            return found
        if not through and _FRONTED.match(text, position) is None and begins_with_verb(text[position : position + 40]):
            return None
        comma = text.find(", ", found.task if found else position, limit)
    return None


def _reporting(text: str, start: int) -> Addressee | None:
    """Read "Báo cáo của các đơn vị gửi về …": who sends it."""
    match = _REPORT_OF.match(text, start)
    listed = read_assignees(text, match.end(), style=Style.AFTER_VERB) if match else None
    if listed and listed.stop == "verb" and text.startswith(("gửi", "nộp"), listed.end):
        return _addressee(listed, Manner.SUBJECT)
    return None
