"""The walk over the items of a document that finds its tasks: who is in charge where, and which items say what to do.

A charge is laid on units by a heading, an order, a subject or a topic, and holds for the items below it until one of
the same rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.quick import quickly_made, replaced
from ingest.addressees import (
    Addressee,
    Manner,
    further_subjects,
    order_starts,
    read_addressee,
    read_announced,
    read_later_subject,
    read_order,
    subject_starts,
)
from ingest.assignees import read_assignees, unit_names
from ingest.lines import is_upper
from ingest.phrases import Opening, words_of
from ingest.predicates import begins_with_verb
from ingest.sections import RegionKind
from ingest.task_items import TOP_LEVEL, Item
from ingest.unit_headings import bounds_a_form, heading_units, names_criteria, unit_sections
from ingest.unit_names import Style

ORGANISATION, BODY = "organisation", "body"

_EXECUTION = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?(?:thi\s+hành|thực\s+hiện)\s+(?:\w+\s+){1,3}này", re.IGNORECASE
)
_CLOSING = Opening(
    r"(?:Trên đây là|Trong quá trình|Quá trình"
    r"|(?:(?:Kế hoạch|Chương trình)(?: hành động| phối hợp| công tác)?|Chỉ thị|Quyết định|Văn bản|Nghị quyết|Quy chế"
    r"|Quy định|Hướng dẫn|Thông báo|Kết luận|Công văn|Đề án|Phương án) này)(?!\w)"
)
_ANNOUNCES = re.compile(
    r"(?:nhiệm vụ|việc|nội dung|giải pháp|biện pháp|yêu cầu|như)(?:\s+(?:chủ yếu|cụ thể|trọng tâm|cấp bách|dưới))?"
    r"(?:\s+(?:sau|đây|sau đây))?\s*:$"
)
_LEAD_LINE = Opening(
    r"(?:(?:cơ\s+quan|đơn\s+vị)(?:\s*,\s*(?:đơn\s+vị|địa\s+phương|cá\s+nhân))?\s+)?(?:chủ\s+trì|thực\s+hiện)"
    r"(?:\s+(?:thực\s+hiện|tham\s+mưu|triển\s+khai))?\s*:\s*",
    re.IGNORECASE,
)
_ROLE_LINE = Opening(
    r"(?:(?:cơ\s+quan|đơn\s+vị)(?:\s*,\s*(?:đơn\s+vị|địa\s+phương))?\s+)?phối\s+hợp(?:\s+thực\s+hiện)?\s*:"
    r"|(?:thời\s+(?:gian|hạn)|tiến\s+độ|sản\s+phẩm|kết\s+quả)(?:\s+[^:.;]{1,40})?\s*:",
    re.IGNORECASE,
)
_LEAD_WORDS = words_of("cơ đơn chủ thực")
_ROLE_WORDS = words_of("cơ đơn phối thời tiến sản kết")
"""With which :data:`_LEAD_LINE` and :data:`_ROLE_LINE` begin."""

_SUPPORT_LINE = re.compile(r"[^:.;]{0,60}phối\s+hợp[^:.;]{0,30}:", re.IGNORECASE)
_NO_TASK = re.compile(
    r"[\s(*]*(?:(?:Lưu ý|Ghi chú|Chi tiết|Kèm theo|Nơi nhận|Họ và tên|Ký(?: tên| đóng| và| ghi|,))(?!\w)"
    r"|(?:Địa điểm|Thành phần(?:\s\w+){0,3})\s?:)"
    r"|\(\d{1,2}\)\s{1,3}(?:Có hiệu lực|Được|Đã|Thay thế|Theo|Tại|(?:Quyết định|Nghị \w{4,5}|Kế hoạch) số)(?!\w)",
    re.IGNORECASE,
)
"""What no unit is told to do: remarks, and the notes at the foot of a page."""
_TELLS = re.compile(
    r"(?:xin\s+|trân\s+trọng\s+)?thông\s+báo\s(?:[^.;]{0,80}\s)?(?:để|đến|tới|cho)\s[^.;]{0,200}?\s(?:được\s+)?biết"
    r"(?:\s?,|\s+và)\s+(?:(?:nghiêm túc|tổ chức|triển khai|phối hợp)\s+)*(?:thực\s+hiện|triển\s+khai)(?!\w)",
    re.IGNORECASE,
)
"""The close of a notice: an office passes on what its head has decided "để các đơn vị biết, thực hiện"."""

_PETITIONS = re.compile(r"\s*kính\s+(?:trình|đề|mong)")
"""What a paper asks of those above its issuer is no task of the issuer."""

_FILLER = frozenset(
    re.findall(
        r"\w+",
        "có chịu trách nhiệm vụ cần phải chủ động khẩn trương nghiêm túc tập trung tiếp tục tổ chức triển khai thực"
        " hiện làm tốt và một số các những nội dung công việc giải pháp chủ yếu trọng tâm cụ thể như sau đây"
        " theo được giao thi hành đồng bộ quyết liệt hiệu quả",
    )
)
_WORD = re.compile(r"\w+")
_COLON = re.compile(r"\s{0,2}:?\s{0,3}(?=Giao\s)")
_LEADS = re.compile(r"Lãnh đạo\s")
_PARTY_COMMITTEE = re.compile(
    r"(?:các\s+|ban chấp hành\s+|ban thường vụ\s+|thường trực\s+)?(?:đảng (?:ủy|bộ|đoàn)|chi (?:bộ|ủy)|cấp ủy"
    r"|ban cán sự|(?:tỉnh|thành|huyện|quận|thị) ủy)",
    re.IGNORECASE,
)
_SHORT = 160
_TASK_MINIMUM = 12
_WORK_MINIMUM = 20
_LINES = 8
_ABOVE_ALL = 0
_NEVER = 1 << 30
_ORDERS = (Manner.ASSIGNED, Manner.ASKED)
_NAMES_WHO = (Manner.SUBJECT, Manner.ASSIGNED)
"""After these the next sentence may name another unit: "Giao Sở A chủ trì. Sở B theo dõi"."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Task:
    """A task in the normalised text: its span, the units as written, and ``work``, what they have to do.

    ``fronted`` is what stands before the units and may set a day: "Trước ngày 30/11/2025: các xã ban hành kế hoạch".
    """

    start: int
    end: int
    names: tuple[str, ...]
    work: str
    part: str
    fronted: str = ""


@quickly_made
@dataclass(frozen=True, slots=True)
class _Charge:
    """Units that the items below ``level`` inherit.

    ``wide`` when all items below are theirs, not just those that begin like a task; ``announced`` when they are a list
    that a task opened with a colon, whose members may be no tasks.
    """

    level: int
    names: tuple[str, ...]
    part: str
    wide: bool
    announced: bool


def walk(items: Sequence[Item]) -> Iterator[Task]:
    """Yield the tasks that the items give, in text order."""
    charges: list[_Charge] = []
    headed = [heading_units(item, following) for item, following in zip(items, (*items[1:], None), strict=False)]
    in_unit_section = unit_sections(items, headed)
    criteria = _NEVER
    passed = 0
    for index, item in enumerate(items):
        if index < passed:
            continue
        following = items[index + 1] if index + 1 < len(items) else None
        while charges and charges[-1].level >= item.level:
            charges.pop()
        if bounds_a_form(item):
            charges.clear()
        if item.region is RegionKind.CLOSING or (not item.label and _CLOSING.match(item.text)):
            yield from _closing(item)
            continue
        if item.level <= criteria:
            criteria = item.level if names_criteria(item) else _NEVER
        if criteria != _NEVER:
            yield from _assigned(item)
            continue
        if _is_title(item):
            continue
        if block := _block(items, index):
            task, passed = block
            yield task
            continue
        if units := headed[index] or in_unit_section.get(index, ()):
            organised = item.region is RegionKind.ORGANISATION or index in in_unit_section
            names = unit_names(item.written, units)
            charges.append(
                _Charge(_below(item), names, ORGANISATION if organised else BODY, wide=True, announced=False)
            )
            continue
        charge, tasks = _read_item(item, following, charges[-1] if charges else None)
        yield from tasks
        if charge:
            charges.append(charge)


def _assigned(item: Item) -> list[Task]:
    """Read whom the text of a paragraph on criteria gives work ("… theo thang điểm này, giao Sở Y tế chấm")."""
    own = read_addressee(item.flat, item.body)
    return _addressed(item, None, own, None)[1] if own and own.manner is Manner.ASSIGNED else []


def _block(items: Sequence[Item], index: int) -> tuple[Task, int] | None:
    """Read a task whose lines are named: "1. Phổ biến Luật", "a) Cơ quan chủ trì: …", "c) Thời gian hoàn thành: …".

    Returns the task, from what is to be done to the last of its lines, and the index behind them.
    """
    item = items[index]
    lead = _LEAD_LINE.match(item.flat, item.body) if item.first in _LEAD_WORDS else None
    listed = read_assignees(item.flat, lead.end(), Style.AFTER_VERB) if lead else None
    if listed is None:
        return None
    above = items[max(0, index - _LINES) : index]
    at = next((place for place in range(len(above) - 1, -1, -1) if above[place].level < item.level), len(above))
    matter = (*above[at : at + 1], *filter(_is_role_line, above[at + 1 :]))
    first = matter[0] if matter else item
    last = index + 1
    while last < min(len(items), index + _LINES) and _is_role_line(items[last]) and items[last].level >= item.level:
        last += 1
    said = (*matter, *items[index:last])
    work = " ".join(line.flat for line in said if not _SUPPORT_LINE.match(line.flat, line.body))
    part = ORGANISATION if item.region is RegionKind.ORGANISATION else BODY
    return Task(first.start, items[last - 1].end, unit_names(item.written, listed.units), work, part), last


def _is_role_line(item: Item) -> bool:
    return item.first in _ROLE_WORDS and _ROLE_LINE.match(item.flat, item.body) is not None


def _is_title(item: Item) -> bool:
    return item.titled and item.label in {"roman", "part", "chapter", "section", "upper"} and is_upper(item.text)


def _read_item(item: Item, following: Item | None, inherited: _Charge | None) -> tuple[_Charge | None, list[Task]]:
    flat = item.flat
    if _is_role_line(item):
        return None, []
    if item.region is RegionKind.PREAMBLE:
        return _announced(item), _asked(item)
    own = read_addressee(flat, item.body, inherited=inherited is not None)
    if own is None and inherited is None:
        own = _later(item)
    if own is not None and inherited is not None and _leads(item, own, inherited):
        own = None
    if own is not None:
        return _addressed(item, following, _passed_on(flat, own), inherited)
    if inherited is None or not _is_task(item, following, inherited):
        return None, []
    announces = flat.rstrip().endswith(":")
    charge = _Charge(_below(item), inherited.names, inherited.part, inherited.wide, announced=True)
    return charge if announces else None, _split(item, item.body, inherited.names, inherited.part)


def _passed_on(flat: str, own: Addressee) -> Addressee:
    """Whom a unit gives the work to: "Ban Thường vụ Tỉnh đoàn: Giao Ban Tổ chức theo dõi" is a task of that Ban."""
    begin = _COLON.match(flat, own.task) if own.stop == ":" else None
    other = read_addressee(flat, begin.end()) if begin else None
    return other if other is not None and other.manner is Manner.ASSIGNED else own


def _leads(item: Item, own: Addressee, inherited: _Charge) -> bool:
    """Tell whether what seems a unit is a duty: of a committee of the Party "Lãnh đạo UBND xã …" says what to do."""
    leads = own.manner is Manner.SUBJECT and _LEADS.match(item.flat, own.units[0].start) is not None
    return leads and any(map(_PARTY_COMMITTEE.match, inherited.names))


def _later(item: Item) -> Addressee | None:
    """Read whom a later sentence addresses; outside of the sections that give tasks, only when it orders."""
    own = read_later_subject(item.flat, item.body)
    if own is None:
        return None
    anywhere = item.region is RegionKind.ORGANISATION or _CLOSING.match(item.text) is not None
    return own if anywhere or own.manner in _ORDERS else None


def _announced(item: Item) -> _Charge | None:
    """The charge of a preamble that orders all that follows ("… yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:")."""
    text = item.flat.rstrip()
    own = read_announced(item.flat, item.body) if text.endswith(":") else None
    if own is None or own.manner not in _ORDERS or not (own.stop == ":" or _ANNOUNCES.search(text)):
        return None
    return _Charge(_ABOVE_ALL, unit_names(item.written, own.units), BODY, wide=False, announced=True)


def _asked(item: Item) -> list[Task]:
    """The task of a letter of one paragraph ("Thực hiện …, Sở Nội vụ đề nghị các sở rà soát, báo cáo …")."""
    own = read_announced(item.flat, item.body) if item.flat.rstrip().endswith(".") else None
    if own is None or own.manner is not Manner.ASKED or own.stop != "verb":
        return []
    return [Task(item.start, item.end, unit_names(item.written, own.units), item.flat[own.task :], BODY)]


def _addressed(
    item: Item, following: Item | None, own: Addressee, inherited: _Charge | None
) -> tuple[_Charge | None, list[Task]]:
    part = _part(item, following, own, inherited)
    announces = item.flat.rstrip().endswith(":")
    further = further_subjects(item.flat, own.task) if own.manner in _NAMES_WHO else ()
    names = unit_names(item.written, (*own.units, *further))
    wide = announces or part == ORGANISATION or own.manner is Manner.RUN_IN
    work = item.flat[own.task :]
    if not item.label and own.manner is Manner.SUBJECT and (_TELLS.match(work) or _PETITIONS.match(work)):
        return None, []
    filler = _is_filler(work) or (announces and len(work) <= _SHORT and _each_has_its_own(item, following))
    charge = _Charge(
        _below(item) if announces else item.level, names, part, wide=wide, announced=announces and not filler
    )
    says_little = len(work) < _WORK_MINIMUM and not _short_order(item, own)
    if filler or (part == BODY and (says_little or (own.stop == ":" and not begins_with_verb(work)))):
        return charge, []
    subjects = own.manner in _NAMES_WHO and part == ORGANISATION
    tasks = _split(item, own.task, names, part, subjects=subjects)
    fronted = item.flat[item.body : own.units[0].start]
    return charge, [replaced(tasks[0], fronted=fronted), *tasks[1:]] if fronted else tasks


def _short_order(item: Item, own: Addressee) -> bool:
    """Tell whether an item on the first level of a body is a short sentence ("3. Các sở, ngành rà soát.")."""
    counted = item.label == "arabic" and item.level == TOP_LEVEL and item.region is RegionKind.BODY
    return counted and own.stop == "verb" and item.flat.rstrip().endswith((".", ";"))


def _each_has_its_own(item: Item, following: Item | None) -> bool:
    """Tell whether the items below name whom they address, so that what announces them is a heading."""
    below = following is not None and following.level > item.level
    return following is not None and below and read_addressee(following.flat, following.body) is not None


def _part(item: Item, following: Item | None, own: Addressee, inherited: _Charge | None) -> str:
    if item.region is not RegionKind.ORGANISATION:
        if own.manner is Manner.ASSIGNED:
            return ORGANISATION
        if own.manner is Manner.ASKED and not item.label and item.flat.rstrip().endswith("/."):
            return BODY
        return inherited.part if inherited and inherited.wide else BODY
    text = item.flat.rstrip()
    last = following is None or following.region is not item.region
    formula = _EXECUTION.search(text, own.task) is not None or (not item.label and last and text.endswith("/."))
    return BODY if formula else ORGANISATION


def _is_task(item: Item, following: Item | None, inherited: _Charge) -> bool:
    """Tell whether a paragraph that inherits its unit says what to do, and is no title, note or mere list member."""
    text = item.text
    verb = begins_with_verb(text)
    if len(text) < _TASK_MINIMUM or not any(map(str.islower, text)) or _NO_TASK.match(text) or item.label == "note":
        return False
    if (inherited.part == BODY or not inherited.wide) and not verb:
        return False
    if text.endswith(":"):
        return verb and not _is_filler(text)
    finished = text.endswith((".", ";", "…"))
    leads = following is not None and following.level > item.level and following.region is item.region
    if leads and item.titled and not finished:
        return False
    return verb or not inherited.announced


def _is_filler(work: str) -> bool:
    """Tell whether nothing is said but that tasks follow ("có trách nhiệm thực hiện các nhiệm vụ sau:")."""
    return len(work) <= _SHORT and all(word[0].lower() in _FILLER for word in _WORD.finditer(work))


def _below(item: Item) -> int:
    """Level of a charge whose own item is unlabelled: the unlabelled items after it stand below it, too."""
    return item.level if item.label else item.level - 1


def _split(item: Item, work: int, names: tuple[str, ...], part: str, *, subjects: bool = False) -> list[Task]:
    """Cut a paragraph before each sentence that orders others to do something else.

    With ``subjects`` it begins with who does it, and so may those behind it ("Sở A chủ trì. Sở B theo dõi").
    """
    flat = item.flat
    tasks: list[Task] = []
    begin = 0
    cuts = sorted({*order_starts(flat, work), *(subject_starts(flat, work) if subjects else ())})
    written = item.written if cuts else ""
    for cut in [*cuts, len(flat)]:
        end = cut
        while end > begin + 1 and flat[end - 1].isspace():
            end -= 1
        tasks.append(Task(item.start + begin, item.start + end, names, flat[work:end], part))
        own = read_addressee(flat, cut) if cut < len(flat) else None
        if own is not None:
            begin, work, names = cut, own.task, unit_names(written, own.units)
            part = ORGANISATION if own.manner is Manner.ASSIGNED else part
    return tasks


def _closing(item: Item) -> Iterator[Task]:
    found = read_addressee(item.flat, item.body) or read_order(item.flat, item.body)
    if found and found.stop == "verb" and not _PETITIONS.match(item.flat, found.task):
        yield Task(item.start, item.end, unit_names(item.written, found.units), item.flat[found.task :], BODY)
