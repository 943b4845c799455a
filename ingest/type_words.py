"""Type words before a number: "Quyết định số", "Thông tư liên tịch:", "NQ" (NĐ 30/2020 Phụ lục III; HD 36-HD/VPTW).

The words come from ``data/document_types.csv``; what a scan makes of "số" (so, sô, sồ) counts as "số".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from data.tables import document_types
from graph.quick import quickly_made
from graph.text import fold
from ingest.gates import Ending

_NUMBER_WORDS = ("số", "sô", "só", "sồ", "sổ", "so")
NUMBER_WORD = rf"(?i:{'|'.join(_NUMBER_WORDS)})"
"""The word before a number, also as scans read it."""

BARE_NUMBER = re.compile(rf"(?:{NUMBER_WORD}\s{{0,2}}:?\s{{0,2}})?\d")
"""Where a reference begins that has no type word of its own."""

_NUMBER = re.compile(r"\d{1,5}[a-z]?")
_S = r"\s{1,3}"
_KINDS = (
    "hỏa tốc|thượng khẩn|khẩn|tuyệt mật|tối mật|mật|nội bộ|cá biệt|chuyên đề|chỉ đạo|đôn đốc|trả lời|phúc đáp"
    "|giải trình|chi tiết|tổng thể|nhanh|tổng kết|sơ kết|kết quả|tổng hợp|đột xuất|định kỳ|họp|làm việc|kiểm tra"
    "|triển khai|phân công|phê duyệt|thành lập|kiện toàn|điều chỉnh|bổ sung|công nhận|bổ nhiệm|khen thưởng|hướng dẫn"
    "|ý kiến kết luận|chấp thuận chủ trương đầu tư|chủ trương đầu tư|xử phạt vi phạm hành chính|xử phạt"
).replace(" ", _S)
"""What a type is said to be before its number, with degrees of haste and secrecy (NĐ 30/2020 Art. 8, Phụ lục I)."""

_OF_OTHER_TYPES = frozenset({"HD", "KL"})
"""Types that also say what another one is: "Công văn hướng dẫn số", "Thông báo ý kiến kết luận số"."""

_ASIDE = re.compile(rf"\s{{1,3}}(?:(?i:liên tịch|liên ngành)|{_KINDS}|\([^()]{{1,20}}\))$")
_CITING = re.compile(
    r"(?<!\w)(?:của|theo|tại|bởi|và|căn cứ|thi hành|thực hiện|hướng dẫn|thay thế|bãi bỏ)\s+(?:các\s+)?$", re.IGNORECASE
)
_BODY_BETWEEN = Ending(
    r"(?<!\w)(?P<type>Nghị\s(?:định|quyết)|Quyết\sđịnh|Chỉ\sthị|Thông\stư)\scủa\s[A-ZĐỦ][^.;:,()\d]{2,60}?"
    r"(?::?\s|\s\()(?P<word>số\s{1,2})$",
    "số",
)
_TITLE_BETWEEN = Ending(
    r"(?<!\w)(?P<type>Nghị\squyết)\s(?:của\s[A-ZĐỦ][^.;:,()\d]{2,40}?\s)?về\s(?:(?![Ll]uật|[Pp]háp\slệnh)[^.;:()\n]){3,160}?"
    r"\s(?P<word>số\s{1,2})$",
    "số",
)
"""The title of a resolution before its number: "Nghị quyết về dự toán ngân sách nhà nước năm 2025 số …"."""

_LONGEST_TITLE = 220
_LONGEST_ISSUER = 84
_MARKS = " \n\r\t:.("
_OPENING = "\"'([{-+*•“.,;:/|"
_GLUED = re.compile(r".*[^\W_][,;:.)\]]+(?=[(\"]?[A-ZĐ])|.*[^\W_](?=\([A-ZĐ])")
_MOST_WORDS = 6
_WINDOW = 64
_LONGEST_ASIDE = 36
_LONGEST_LIST = 90


def type_word_before(text: str, position: int) -> tuple[str, int] | None:
    """Return the type code and the start of the type word (with "số") that ends at ``position``, if one does.

    >>> type_word_before("theo Kế hoạch số 41", 17)
    ('KH', 5)
    """
    low = max(0, position - _WINDOW)
    head = _without_number_word(text[low:position])
    if head is None:
        return None
    found = _last_words(head)
    if found is None or found[0] in _OF_OTHER_TYPES:
        aside = _ASIDE.search(head, max(0, len(head) - _LONGEST_ASIDE))
        found = (_last_words(head[: aside.start()]) if aside else None) or found
    return (found[0], low + found[1]) if found else None


def type_said_apart(text: str, position: int) -> tuple[str, int] | None:
    """Return the type code said before the issuer or title of what is numbered at ``position``, and where "số" begins.

    The symbols of the assembly do not tell its resolutions from its laws (domain reference §1).

    >>> type_said_apart("Quyết định của Thủ tướng Chính phủ số 773/TTg", 38)
    ('QĐ', 35)
    >>> type_said_apart("Nghị quyết về dự toán ngân sách năm 2025 số 159/2024/QH15", 44)
    ('NQ', 41)
    """
    said = _BODY_BETWEEN.search(text, max(0, position - _LONGEST_ISSUER), position)
    said = said or _TITLE_BETWEEN.search(text, max(0, position - _LONGEST_TITLE), position)
    code = type_code(said["type"]) if said else None
    return (code, said.start("word")) if said and code else None


def type_word_ending(text: str, position: int) -> tuple[str, int] | None:
    """Return the type code and the start of the type word behind which ``position`` stands, if one does.

    >>> type_word_ending("Quyết định nêu trên", 11)
    ('QĐ', 0)
    """
    low = max(0, position - _WINDOW)
    head = text[low:position].rstrip()
    found = _last_words(head) if position - low > len(head) else None
    return (found[0], low + found[1]) if found else None


def torn_from_type(text: str, line: int) -> bool:
    r"""Whether the line that begins at ``line`` with a number goes on with the type word that ends a clause above it.

    >>> torn_from_type("Căn cứ Thông tư\nSố 5/2020/TT-BTC", 16), torn_from_type("THÔNG TƯ\nSố 5/2020/TT-BTC", 9)
    (True, False)
    """
    typed = type_word_ending(text, line)
    return typed is not None and _CITING.search(text, max(0, typed[1] - _WINDOW), typed[1]) is not None


def _last_words(head: str) -> tuple[str, int] | None:
    """The type word that ``head`` ends with, the longest one, and where it begins."""
    last = head.split()[-_MOST_WORDS:]
    if not last or not _ends_type(_opening_with(last[-1])):
        return None
    tokens: list[tuple[str, int]] = []
    start = len(head)
    for word in reversed(last):
        start = head.rindex(word, 0, start)
        tokens.insert(0, (word, start))
    for read in (type_code, _code_without_marks):
        for at in range(len(tokens)):
            first = _opening_with(tokens[at][0])
            if not first or not _begins_type(first):
                continue
            if at and first.casefold() == "luật" and tokens[at - 1][0].casefold() == "pháp":
                continue  # "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
            if at and first == "luật" and tokens[at - 1][0].isdecimal():
                continue  # "Luật sửa đổi, bổ sung 37 luật số 35/2018/QH14"
            code = read(" ".join((first, *(token for token, _ in tokens[at + 1 :]))))
            if code is not None:
                return code, tokens[at][1] + len(tokens[at][0]) - len(first)
    return None


def _opening_with(token: str) -> str:
    """What of a token may be a type word: what stands behind its marks, one that lost its space too ("UBND,Luật")."""
    glued = _GLUED.match(token)
    return (token[glued.end() :] if glued else token).lstrip(_OPENING)


def _without_number_word(window: str) -> str | None:
    """What stands before "số" and the marks around it; ``None`` when nothing parts the number from the word before."""
    head = window.rstrip(_MARKS)
    for _ in range(2):
        if head[-2:].casefold() not in _NUMBER_WORDS or head[-3:-2].isalnum():
            break
        head = head[:-2].rstrip(_MARKS)
    return head if len(head) < len(window) else None


def type_code(word: str) -> str | None:
    """Return the type code of a type word or abbreviation, ``None`` when it is none.

    >>> type_code("Nghị  quyết"), type_code("NĐ"), type_code("Bài viết")
    ('NQ', 'NĐ', None)
    """
    regular = " ".join(word.split())
    return _codes().get(regular.casefold()) or _codes().get(regular)


def _code_without_marks(words: str) -> str | None:
    """The type of words that a scan robbed of marks ("Quyet định"), where that leaves one reading."""
    return _bare_codes().get(fold(words)) if " " in words else None


@quickly_made
@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A type word with numbers behind it that belong to no symbol: "Nghị quyết số 57, 59".

    ``start`` is where the word begins, ``numbers`` are the numbers as written with their spans, ``spelled`` tells that
    "số" stands between, ``capital`` that the word is written with a capital.
    """

    start: int
    type: str
    numbers: tuple[tuple[str, int, int], ...]
    spelled: bool
    capital: bool


def typed_numbers(text: str) -> Iterator[TypedNumber]:
    """Yield the type words that are followed by numbers without a symbol, in order.

    >>> [(t.type, t.spelled) for t in typed_numbers("Nghị quyết 57 và kế hoạch số 5; Quyết định số 7/QĐ-UBND")]
    [('NQ', False), ('KH', True)]
    """
    until = 0
    for digit in _first_digit().finditer(text):
        low = max(until, digit.start() - _WINDOW)
        found = _with_numbers().search(text, low, digit.start() + _LONGEST_LIST) if digit.start() >= until else None
        match = _with_numbers().match(text, found.start()) if found else None
        if match is None:
            continue
        until = match.end()
        code = type_code(match["type"])
        if code is not None:
            start, end = match.start("numbers"), match.end("number")
            spans = tuple((m.group(), start + m.start(), start + m.end()) for m in _NUMBER.finditer(text[start:end]))
            capital = match["type"][0].isupper()
            yield TypedNumber(match.start(), code, spans, match["word"] is not None, capital)


def type_word_at(text: str) -> tuple[str, int] | None:
    """Return the type code that ``text`` begins with, and where the word ends."""
    match = _at_start().match(text)
    code = type_code(match.group()) if match else None
    return (code, match.end()) if match and code else None


@lru_cache(maxsize=4_096)
def _ends_type(word: str) -> bool:
    """Whether a type word may end with ``word``, also one that lost its marks."""
    return fold(word) in _last_of_types()


@cache
def _last_of_types() -> frozenset[str]:
    return frozenset(fold(word.rsplit(maxsplit=1)[-1]) for word in _codes())


@lru_cache(maxsize=4_096)
def _begins_type(word: str) -> bool:
    """Whether a type word may begin with ``word``, also one that lost its marks."""
    return fold(word) in _first_of_types()


@cache
def _first_of_types() -> frozenset[str]:
    return frozenset(fold(word.split(maxsplit=1)[0]) for word in _codes())


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in document_types():
        for form in (row.name, *row.name_forms):
            table.setdefault(form.casefold(), row.code)
    for row in document_types():
        if 1 < len(row.code) < 5:
            table.setdefault(row.code, row.code)
    return table


@cache
def _bare_codes() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for form, code in _codes().items():
        if " " in form:
            found.setdefault(fold(form), set()).add(code)
    return {form: next(iter(codes)) for form, codes in found.items() if len(codes) == 1}


@cache
def _alternatives() -> str:
    forms = {form for row in document_types() for form in (row.name, *row.name_forms) if len(form) > 3}
    return "|".join(re.escape(f).replace(r"\ ", r"\s{1,3}") for f in sorted(forms, key=len, reverse=True))


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives()})(?!\w)", re.IGNORECASE)


@cache
def _spellings() -> frozenset[str]:
    forms = (form for row in document_types() for form in (row.name, *row.name_forms) if len(form) > 3)
    return frozenset(case for form in forms for case in (form, form.lower(), form.upper(), form.title()))


@cache
def _first_digit() -> re.Pattern[str]:
    """A digit behind "số" or the last word of a type: a search that begins with a digit skips over most of a text."""
    words = {spelling.split()[-1] for spelling in _spellings()}
    by_length: dict[int, list[str]] = {}
    for word in sorted({*words, *_NUMBER_WORDS, *map(str.title, _NUMBER_WORDS), *map(str.upper, _NUMBER_WORDS)}):
        by_length.setdefault(len(word), []).append(re.escape(word))
    # A word of one letter ("bản sao y") also ends others, "ngày" above all.
    behind_word = "|".join(
        rf"(?<={apart}(?:{'|'.join(same)})\s\d)"
        for length, same in by_length.items()
        for apart in (r"\W" if length == 1 else "",)
    )
    last = "".join(sorted({word[-1] for same in by_length.values() for word in same}))
    behind_space = "|".join(rf"(?<=[{last}]{spaces}\d)" for spaces in (r"\s\s", r"\s\s\s", r"\s\s\s\s"))
    number_word = "".join(sorted({word[1] for word in _NUMBER_WORDS} | {word[1].upper() for word in _NUMBER_WORDS}))
    behind_mark = rf"(?<=[Ss][{number_word}]\d)|(?<=[Ss][{number_word}][:.]\d)|(?<=[Ss][{number_word}][:.]\s\d)"
    return re.compile(
        rf"[0-9](?<=[\s:.{number_word}][0-9])(?:{behind_word}|{behind_mark}|{behind_space}|(?<=\s[:.]\d)|(?<=\s[:.]\s\d)"
        rf"|(?<=[\s{number_word}][:.]\s\s\d))"
        r"\d{0,4}[a-z]?(?![\w/:%-]|\.\d|\s{0,2}[/-]\s{0,2}[A-ZĐ\d])"
    )


@cache
def _with_numbers() -> re.Pattern[str]:
    """All spellings by their first letter: at the beginning of a word few of them are tried, elsewhere none."""
    spellings: dict[str, set[str]] = {}
    for spelling in _spellings():
        spelled = re.escape(spelling[1:]).replace(r"\ ", r"\s{1,3}")
        spellings.setdefault(spelling[0], set()).add(spelled)
    branches = (
        rf"{first}(?:{'|'.join(sorted(rest, key=lambda r: (-len(r), r)))})" for first, rest in sorted(spellings.items())
    )
    return re.compile(
        rf"(?<!\w)(?P<type>{'|'.join(branches)})\s{{1,4}}(?:(?:{_KINDS}){_S}(?={NUMBER_WORD}\W))?"
        rf"(?P<word>{NUMBER_WORD}\s{{0,2}}[:.]?\s{{0,2}})?"
        r"(?P<numbers>(?:\d{1,5}[a-z]?(?:,\s{0,2}|\s{1,2}và\s{1,2})){0,6})(?P<number>\d{1,5}[a-z]?)"
        r"(?![\w/:%-]|[.,]\d|\s{0,2}[/-]\s{0,2}[A-ZĐ\d])"
    )
