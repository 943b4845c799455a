"""Lists of units in a text: where they end, and which names they hold (domain reference §7.1).

>>> task = "Sở Văn hóa, Thể thao và Du lịch; UBND các xã, phường chủ động rà soát"
>>> unit_names(task, read_assignees(task, 0).units)
('Sở Văn hóa, Thể thao và Du lịch', 'UBND các xã, phường')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.body_names import longest_head, words_of
from graph.model import Span
from graph.quick import quickly_made
from ingest.gates import Gated
from ingest.lines import one_line
from ingest.phrases import first_word
from ingest.predicates import begins_with_verb, predicate_after
from ingest.unit_names import FIRST_WORDS, Style, head_at

_STOP = re.compile(r"[:;!?]|\.(?=\s|/|$)|\(|\)|\"")
_ABBREVIATED = re.compile(r"(?<!\w)(?:TP|TT|VP|UB|Q|P|H|TX|Tp|BCH|BTV)$")
_SHARED_HEAD = re.compile(
    r"(?<!\w)(?:[Cc]ác\s+)?(?P<head>[Ss]ở|[Bb]an|[Pp]hòng|[Hh]ội|[Bb]ộ|[Cc]ục|[Tt]rung tâm)"
    r"(?:,\s*(?:ban|ngành|phòng|cơ quan|đơn vị)){0,3}\s*$"
)
_OPENS_LIST = re.compile(
    r"(?<!\w)(?:các\s+(?:\w+,?\s+){0,4}?|ông,?\s*\(?bà\)?\s*|đồng chí\s*)$"
    r"|(?<!\w)các\s+(?:\w+,\s*){0,3}\w+(?:\s\w+)?\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s{0,3}(?:;\s*(?:và\s+)?|,\s*(?:và\s+)?|\s(?:và|cùng với|cùng|hoặc)\s)\s*")
_MARK = re.compile(r"[(),; ](?:(?<=[(),;])|\s{0,2}[;,]|\s{0,3}(?<=\s)(?:và|cùng|hoặc)\s)")
"""A bracket, or where a separator may begin."""

_OFFICE = Gated(r"(?:^|:\s)(?:(?:Phó )?Chánh )?(?:Văn phòng|VP)(?!\w)[^;]*$", "phòng|vp", re.IGNORECASE)
_DIVISION = re.compile(r"(?:Phòng|Chi cục)\s")
_MEMBERS = re.compile(r"[,;]\s*(?=[A-ZĐÀ-Ỹ])|\s+và\s+(?=[A-ZĐÀ-Ỹ])")
_MEMBER = re.compile(r"\s*(?:và\s+)?[A-ZĐÀ-Ỹ][^;:.()]{2,60}?(?=\s*(?:[;.:]|$))")
_HEAD_REACH = 40
_AND = re.compile(r"\s*(?:và\s+)?")
_ASSEMBLY = re.compile(r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đoàn (?:ĐBQH|đại biểu))(?!\w)", re.IGNORECASE)
_CLASSES = (
    "đơn vị sự nghiệp", "chính quyền các cấp", "tổ chức, cá nhân", "tổ chức và cá nhân",
    "cá nhân có tên", "đại biểu ", "đảng ủy trực thuộc", "cấp ủy trực thuộc", "đảng bộ trực thuộc",
    "hệ thống truyền thanh", "hệ thống loa truyền thanh", "hệ thống thông tin cơ sở", "đài truyền thanh",
)  # fmt: skip
"""Units in lower case that stand in lists; those of grassroots information are named in Nghị định 49/2024/NĐ-CP."""

_KIND = r"(?:tỉnh|thành|huyện|quận|thị|xã|phường)"
_BARE_KINDS = re.compile(rf"(?:các|mỗi|từng)\s{_KIND}(?:,\s?{_KIND}){{0,4}}", re.IGNORECASE)
_KINDS_AND_NOUN = re.compile(rf"(?:{_KIND}(?:,\s?|\svà\s)){{0,4}}{_KIND}\s(?:đoàn|ủy|uỷ)(?!\w)", re.IGNORECASE)
"""Of committees that share their last word: "các Huyện, Thị, Thành Đoàn" are one class."""

_CELLS_OF_PARTY = re.compile(r"(?:các )?chi(?=, đảng bộ(?!\w))", re.IGNORECASE)
"""The Party's organisations below a committee, under one name: "các chi, đảng bộ trực thuộc"."""

_PERSON = re.compile(
    r"(?:(?:hộ|gia đình) )?(?:ông|bà|đồng chí)(?: ?\((?:ông|bà)\))? [A-ZĐÀ-Ỹ]"
    r"|(?:chủ tịch|thủ trưởng|giám đốc|bí thư|người đứng đầu|trưởng (?:các|ban|phòng|thôn|ấp|công an)) \w"
)
"""Somebody in a list, by name or by an office in small letters."""
_PERSONS = re.compile(r"^(?:các\s+)?(?:ông\s*,?\s*\(?\s*bà\s*\)?|đồng\s+chí|ông|bà)\s*:?\s*", re.IGNORECASE)
_EACH = re.compile(r"(?<=\w)\s(?:mỗi|từng)\s(?:cơ quan|đơn vị|địa phương)$")
_MARKS = ' ,;:.-*"'
_RELATIVE = re.compile(r"(?:có|nêu|được|trong|thuộc|là)(?!\w)")
_LONGEST = 900
_ATTRIBUTE = 90
_LONGEST_NAME = 260


@quickly_made
@dataclass(frozen=True, slots=True)
class Assignees:
    """A list of units: ``units`` bounds each, the list ends at ``end``; ``stop`` is what stands there.

    ``stop`` is ``"verb"`` before what the units have to do, ``":"``, ``"."``, ``";"``, ``"("`` or ``""`` at the end of
    the text.
    """

    units: tuple[Span, ...]
    end: int
    stop: str


def read_assignees(text: str, start: int, style: Style = Style.FORMAL) -> Assignees | None:
    """Read the list of units that starts at ``start``; ``None`` when no unit is named there.

    Text is one paragraph without line breaks.
    """
    return _listed(text, start, style) if first_word(text, start) in FIRST_WORDS else None


# All paragraphs are asked as headings first, then each as a task.
@lru_cache(maxsize=4_096)
def _listed(text: str, start: int, style: Style) -> Assignees | None:
    limit = min(len(text), start + _LONGEST)
    head = head_at(text, start, style)
    if head is None:
        return None
    limit = _sentence_end(text, head, limit)
    verb = predicate_after(text, head, limit)
    finish, stop = _border(text, head, limit if verb.sure is None else verb.sure, "" if verb.sure is None else "verb")
    if (
        verb.early is not None
        and verb.early < finish
        and (stop in {".", ";", "verb"} and finish - verb.early > _ATTRIBUTE)
    ):
        finish, stop = verb.early, "verb"
    units = split_units(text, start, finish)
    if not units or any(unit.end - unit.start > _LONGEST_NAME for unit in units):
        return None
    return Assignees(units, finish, stop)


def split_units(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Bound the units of a list; commas and "và" inside a name stay ("Sở Văn hóa, Thể thao và Du lịch").

    So do a division and its department ("Phòng Cải cách hành chính, Sở Nội vụ") and an office that two bodies share.
    """
    units: list[Span] = []
    depth = 0
    begin = position = start
    while mark := _MARK.search(text, position, end):
        position = mark.start()
        character = text[position]
        depth += (character == "(") - (character == ")" and depth > 0)
        separator = _SEPARATOR.match(text, position, end) if depth == 0 and character not in "()" else None
        if separator and _separates(text, begin, separator):
            units.append(Span(begin, position))
            begin = position = separator.end()
        else:
            position += 1
    units.append(Span(begin, end))
    return tuple(unit for unit in units if unit.of(text).strip(" ,;.:"))


def unit_names(text: str, units: Iterable[Span]) -> tuple[str, ...]:
    """Name the units as written, without forms of address and remarks in brackets; a shared head is repeated.

    >>> listed = "Giám đốc các Sở: Nội vụ, Tài chính; Công an tỉnh và các đơn vị có liên quan"
    >>> unit_names(listed, split_units(listed, 0, len(listed)))
    ('Giám đốc Sở Nội vụ', 'Giám đốc Sở Tài chính', 'Công an tỉnh', 'các đơn vị có liên quan')
    """
    return tuple(dict.fromkeys(name for unit in units for name in _names(unit.of(text))))


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Offset behind the full stop that ends the sentence, at most ``limit``; those of abbreviations are passed over."""
    stop = text.find(". ", start, limit)
    while stop >= 0 and _ABBREVIATED.search(text[max(0, stop - 4) : stop]):
        stop = text.find(". ", stop + 1, limit)
    return limit if stop < 0 else stop + 1


def _border(text: str, start: int, limit: int, stop: str) -> tuple[int, str]:
    """Where the list that starts before ``start`` ends at the latest, and what stands there."""
    position = start
    while match := _STOP.search(text, position, limit):
        mark, position = match[0], match.end()
        if mark == "(":
            position = text.find(")", position, limit) + 1
            goes_on = position > 0
        elif mark == ";":
            goes_on = _goes_on(text, position) or _shares_head(text, start, match.start(), position)
        elif mark == ".":
            goes_on = _ABBREVIATED.search(text[max(0, match.start() - 4) : match.start()]) is not None
        elif mark == ":":
            before = text[max(0, match.start() - 40) : match.start()]
            goes_on = _OPENS_LIST.search(before) is not None and _names_follow(text, position, before)
        else:
            goes_on = False
        if not goes_on:
            return match.start(), mark
    return limit, stop


def _goes_on(text: str, position: int) -> bool:
    following = _AND.match(text, position)
    return head_at(text, following.end() if following else position, Style.AFTER_VERB) is not None


def _shares_head(text: str, start: int, before: int, position: int) -> bool:
    """Tell whether a list with one head goes on behind a semicolon ("các Sở: Tài chính; Xây dựng; Nội vụ")."""
    colon = text.rfind(":", start, before)
    shared = _SHARED_HEAD.search(text, max(0, colon - _HEAD_REACH), colon) if colon >= 0 else None
    member = _MEMBER.match(text, position)
    return shared is not None and member is not None and _is_body(f"{shared['head']} {member[0].strip()}")


def _names_follow(text: str, position: int, before: str) -> bool:
    """Tell whether proper names follow a colon ("các Sở: Nội vụ, Tài chính"), not a task ("các Sở: Chủ động …").

    What is a verb may be a name with the head ``before`` the colon ("các Sở: Xây dựng, Nội vụ").
    """
    words = re.match(r"\s*([^,;:.]{2,60})[,;]\s*[A-ZĐÀ-Ỹ0-9]", text[position : position + 80])
    if words is None or not words[1][0].isupper():
        return False
    shared = _SHARED_HEAD.search(before)
    return not begins_with_verb(words[1]) or (shared is not None and _is_body(f"{shared['head']} {words[1]}"))


def _separates(text: str, begin: int, separator: re.Match[str]) -> bool:
    if ";" in separator[0]:
        return not _shares_head(text, begin, separator.start(), separator.end())
    cells = _CELLS_OF_PARTY.match(text, begin)
    if cells and cells.end() == separator.start():
        return False
    if head_at(text, separator.end()) is None:
        return text.startswith(_CLASSES, separator.end()) or _PERSON.match(text, separator.end()) is not None
    before = text[begin : separator.start()]
    if _BARE_KINDS.fullmatch(before) and _KINDS_AND_NOUN.match(text, separator.end()):
        return False
    if _ASSEMBLY.match(text, separator.end()) and _OFFICE.search(before):
        return False
    return not (_DIVISION.match(before) and "," in separator[0] and text.startswith(("Sở ", "Cục "), separator.end()))


def _names(piece: str) -> Iterator[str]:
    written = one_line(piece)
    address = _PERSONS.match(written)
    named = (
        address is not None
        and written[address.end() : address.end() + 1].isalpha()
        and not _RELATIVE.match(written, address.end())
    )
    name = _without_remark(written[address.end() :] if address and named else written)
    head, colon, members = name.partition(":")
    shared = _SHARED_HEAD.search(head) if colon else None
    if shared:
        lead = head[: shared.start()].strip()
        for member in _members(shared["head"].capitalize(), members):
            yield " ".join(filter(None, (lead, member)))
    elif name:
        yield name


def _members(head: str, listed: str) -> Iterator[str]:
    """The bodies of a list that share a head; a comma or "và" inside a known name parts nothing.

    >>> [*_members("Sở", "Y tế, Nông nghiệp và Môi trường và Tài chính")]
    ['Sở Y tế', 'Sở Nông nghiệp và Môi trường', 'Sở Tài chính']
    """
    cuts = [*_MEMBERS.finditer(listed)]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(listed)]
    first = 0
    while first < len(starts):
        last = next(
            (
                at
                for at in range(min(first + 2, len(ends) - 1), first, -1)
                if _is_body(f"{head} {listed[starts[first] : ends[at]]}")
            ),
            first,
        )
        member = listed[starts[first] : ends[last]].strip()
        if member:
            yield f"{head} {member}"
        first = last + 1


def _is_body(name: str) -> bool:
    words = words_of(name)
    found = longest_head(words)
    return found is not None and found.words == len(words)


def _without_remark(name: str) -> str:
    """Drop what stands in brackets behind a name, "mỗi đơn vị" behind a list, and punctuation.

    >>> _without_remark("các doanh nghiệp viễn thông (VNPT, Viettel):")
    'các doanh nghiệp viễn thông'
    """
    bare = _EACH.sub("", name.strip(_MARKS))
    while bare.endswith(")") and "(" in bare:
        bare = bare[: bare.rindex("(")].strip(_MARKS)
    unclosed = bare.rfind("(")
    return bare if unclosed < 0 or ")" in bare[unclosed:] else bare[:unclosed].strip(_MARKS)
