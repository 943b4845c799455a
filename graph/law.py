"""Named laws: from "Luật Thanh tra" in a text of a given day to the number in force on that day (domain reference I13).

The reference table knows name, number, dates of issue, effect and end. A name fits the versions issued by the citing
day; the one in force that day wins; before any is in force, a single adopted one does. Two that fit equally are two
candidates, never a guess.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from data.tables import KnownLaw, known_laws
from graph.quick import quickly_made
from graph.reference import is_of_the_centre, key_of_law, known_acts
from graph.text import folded_word, symbol_words

_TYPES = frozenset({"L", "BL", "PL", "HP"})
_SHORTEST = 5
_LONGEST = 60
FUNCTION_WORDS = (
    "ngày|năm|số|được|đã|có|quy|theo|về|và|của|để|tại|trong|cho|do|bởi|là|thì|khi|với|đến|hiện|gồm|ban|này|nêu|trên|mới|"
    "cũ|sẽ|phải|như|trước|sau|kể|nhằm|thay|hoặc|hay|khóa|còn|từ|đối|liên|ở|vào|ra|nói|nhưng|nếu|qua|tới|các|những|một|"
    "không|cũng|việc|đang|hết|thuộc|bằng|quyết|thông(?=\\s{1,3}(?:tư|qua|báo)(?!\\w))|kèm|ước|tăng|giảm"
)
"""Words that end a name (alternatives of a pattern): no law has one of them as the next word of a shortened name."""

_TYPE_WORDS = frozenset({("luat",), ("bo", "luat"), ("phap", "lenh")})
_WORD = re.compile(r"[^\W_]+")
_NEXT_WORD = re.compile(rf"[^\S\n]{{1,3}}(?!(?:{FUNCTION_WORDS})(?!\w))([^\W\d_]{{2,}})(?!\w)")
_BEGIN_ANOTHER = frozenset({
    "Luật", "Bộ", "Pháp", "Nghị", "Thông", "Quyết", "Chỉ", "Kế", "Kết", "Hướng", "Điều", "Khoản", "Quốc", "Chính",
    "Thủ",
})  # fmt: skip
"""Words with which another document, a provision or who passed the law begins behind a name."""

_TYPE_WORD = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh)\s(?!về\s|sửa\s)")
_ON = re.compile(r"\A(?P<type>(?:bộ\s{1,3})?(?:luật|pháp\s{1,3}lệnh)\s{1,3})về\s{1,3}", re.IGNORECASE)
_GAP = re.compile(r"[\s,;()/\"'-]{1,6}")
_MARK = re.compile(r"[,;]")
_INITIALS = re.compile(r"[A-ZĐÂÊÔƠƯÁÍỨ&]{3,12}(?!\w)")
_FEWEST_INITIALS = 3


@quickly_made
@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law's name found in a text.

    ``name`` canonical, ``laws`` all versions of that name, ``end`` the offset after it.
    """

    name: str
    laws: tuple[KnownLaw, ...]
    end: int


def law_named_at(text: str, start: int) -> NamedLaw | None:
    """Recognise a known law whose name begins at ``start``; the longest name wins, case and line breaks aside.

    A comma may be missing from a name, or stand where the name has none ("Luật Dân quân, tự vệ"), unless another name
    ends there ("Luật Đầu tư, công ty …"). A name cut short after at least five words is accepted when it is the
    beginning of one name only ("Luật Thực hiện dân chủ"), and no other word goes on with it ("Pháp lệnh Khai thác và
    bảo vệ công trình khí tượng", "Luật Tổ chức Hội đồng Bộ trưởng").
    """
    names = _index().get(tuple(word.folded for word in _spoken(text, start, 2)))
    if names is None:
        return None
    spoken = _spoken(text, start, len(names[0].words))
    best = _whole(spoken, names)
    size = len(best.words) if best else 0
    if best is None:
        best, size = _cut_short(spoken, names)
        following = next_word(text, spoken[size - 1].end) if best else ""
        if best is not None and following and not "".join(best.words[size : size + 1]).startswith(following[0]):
            return None
        if best is not None and _names_on(text, spoken[size - 1].end):
            return None
    end = spoken[size - 1].end
    if best is None or not _same_accents(text[start:end], best.laws):
        return None
    if text[end : end + 1] == ")" and "(" in text[start:end]:
        end += 1
    return NamedLaw(best.laws[0].name, best.laws, end)


def law_by_letters(letters: str) -> NamedLaw | None:
    """The law that is known by these letters alone.

    >>> law_by_letters("BLHS").name, law_by_letters("BLXX")
    ('Bộ luật Hình sự', None)
    """
    laws = _by_letters().get(letters)
    return NamedLaw(laws[0].name, laws, len(letters)) if laws else None


def law_by_initials(text: str, start: int, kind: str) -> NamedLaw | None:
    """The only law of a ``kind`` whose name has the initials that stand at ``start``: "Luật BVMT", "Luật HN&GĐ".

    "Và" may be left out of them.

    >>> law_by_initials("Luật BVMT năm 2014", 5, "L").name
    'Luật Bảo vệ môi trường'
    """
    match = _INITIALS.match(text, start)
    laws = _by_initials().get((kind, match.group())) if match else None
    return NamedLaw(laws[0].name, laws, match.end()) if match and laws else None


def next_word(text: str, end: int) -> str:
    """The small word that goes on with a name behind ``end``, folded; "" when the name ends there."""
    match = _NEXT_WORD.match(text, end)
    return folded_word(match[1]) if match and match[1].islower() else ""


def _names_on(text: str, end: int) -> bool:
    """Whether a name goes on behind ``end`` with a capital, where nothing else begins."""
    match = _NEXT_WORD.match(text, end)
    if match is None or not match[1][0].isupper() or match[1].isupper():
        return False
    return match[1] not in _BEGIN_ANOTHER or text.startswith("Bộ trưởng", match.start(1))


def _whole(spoken: Sequence[_Word], names: Sequence[_Name]) -> _Name | None:
    """The longest of ``names`` that the words begin with; those of amending laws begin alike and are many."""
    folded = tuple(word.folded for word in spoken)
    sizes = dict.fromkeys(len(name.words) for name in names)
    found = (_by_words().get(folded[:size]) for size in sizes if size <= len(folded))
    return next((name for name in found if name and _common(spoken, name) == len(name.words)), None)


def _cut_short(spoken: Sequence[_Word], names: Sequence[_Name]) -> tuple[_Name | None, int]:
    """The one name that shares the most words with what is spoken, and how many these are."""
    shared = 0
    short: dict[str, _Name] = {}
    for name in names:
        if name.amending:
            continue
        common = _common(spoken, name)
        if common >= max(shared, _SHORTEST):
            short = {name.laws[0].name: name} | (short if common == shared else {})
            shared = common
    return (next(iter(short.values())) if len(short) == 1 else None), shared


def versions_on(
    laws: Sequence[KnownLaw], on: date | None, *, year: int | None = None, issued: date | None = None
) -> tuple[KnownLaw, ...]:
    """Return the versions that a mention can mean, one when the text and the day decide.

    ``year`` or ``issued`` said in the text decide first; then effect on the citing day ``on``.
    """
    pool = list(laws)
    if issued is not None:
        pool = (
            [law for law in pool if law.issued == issued]
            or [law for law in pool if law.issued is None]
            or [law for law in pool if law.issued is not None and _one_slip_apart(law.issued, issued)]
        )
    elif year is not None:
        pool = [law for law in pool if _year_of(law) == year]
    if on is not None:
        pool = [law for law in pool if law.issued is None or law.issued <= on]
        in_force = [law for law in pool if _in_force(law, on)]
        if in_force:
            pool = in_force
        elif len(pool) > 1:
            newest = max(law.issued or date.min for law in pool)
            pool = [law for law in pool if (law.issued or date.min) == newest]
    return tuple({law.symbol: law for law in pool}.values())


def adopted_by(laws: Sequence[KnownLaw], first: date, last: date) -> tuple[KnownLaw, ...]:
    """Return the versions that a document issued between two days could speak of: adopted by then and not ended."""
    return tuple(
        law
        for law in laws
        if law.issued is not None
        and law.issued <= last
        and (law.ended is None or law.scope not in {"", "whole"} or law.ended > first)
    )


def known_by_symbol(symbol: str) -> tuple[KnownLaw, ...]:
    """Return the acts of the reference table with this symbol, separators and leading zeros aside.

    Those of local bodies are left out: the same symbol is another's too (domain reference I7).
    """
    return _symbols().get(symbol_words(symbol), ())


def _in_force(law: KnownLaw, on: date) -> bool:
    since = law.in_force_from or law.issued
    whole = law.scope in {"", "whole"}
    return (since is None or since <= on) and not (law.ended is not None and whole and law.ended <= on)


def _one_slip_apart(known: date, written: date) -> bool:
    """Whether a day was miswritten in its year alone, or within its year (domain reference I11)."""
    return known.year == written.year or (known.month, known.day) == (written.month, written.day)


def _year_of(law: KnownLaw) -> int | None:
    match = re.search(r"/((?:19|20)\d\d)/", law.symbol)
    return int(match[1]) if match else (law.issued.year if law.issued else None)


def _same_accents(written: str, laws: Sequence[KnownLaw]) -> bool:
    """Folded names may collide; where the text has diacritics at all, the first words must carry the same ones."""
    folded = written.casefold()
    spoken = _WORD.findall(_ON.sub(r"\g<type>", folded) if "về" in folded else folded)
    if "".join(spoken).isascii():
        return True
    for law in laws:
        for name in (law.name, *law.aliases):
            differing = sum(map(operator.ne, spoken, _accented_words(name)))
            if differing * 4 <= len(spoken):
                return True
    return False


@lru_cache(maxsize=4_096)
def _accented_words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(name.casefold()))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by its folded words; ``commas[i]`` tells that a comma follows word ``i``."""

    words: tuple[str, ...]
    commas: tuple[bool, ...]
    laws: tuple[KnownLaw, ...]

    @property
    def amending(self) -> bool:
        return "sua" in self.words[1:2]


@quickly_made
@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    comma: bool
    end: int


def _spoken(text: str, start: int, most: int) -> list[_Word]:
    """At most ``most`` words from ``start`` on, up to a mark that ends a name."""
    found: list[_Word] = []
    position = start
    while len(found) < most and (word := _WORD.match(text, position)) is not None:
        gap = _GAP.match(text, word.end())
        found.append(
            _Word(folded_word(word.group()), gap is not None and _MARK.search(gap.group()) is not None, word.end())
        )
        if gap is None:
            break
        position = gap.end()
    return found


def _common(spoken: Sequence[_Word], name: _Name) -> int:
    """How many words of the name the text begins with."""
    count = 0
    for word, expected, comma in zip(spoken, name.words, name.commas, strict=False):
        if word.folded != expected:
            break
        count += 1
        if word.comma and not comma and (name.words[:count] in _TYPE_WORDS or name.words[:count] in _by_words()):
            break
    return count


@cache
def _index() -> dict[tuple[str, ...], tuple[_Name, ...]]:
    """Names by their first two words, the longest first."""
    laws: dict[tuple[str, ...], list[KnownLaw]] = {}
    commas: dict[tuple[str, ...], tuple[bool, ...]] = {}
    for law in known_acts().values():
        if law.type not in _TYPES:
            continue
        names = {law.name, *law.aliases} - {""}
        for name in names | set(map(_with_on, names)):
            spoken = _spoken(name, 0, _LONGEST)
            key = tuple(word.folded for word in spoken)
            if len(key) > 1:
                laws.setdefault(key, []).append(law)
                commas[key] = tuple(
                    a or b.comma for a, b in zip(commas.get(key, (False,) * len(key)), spoken, strict=True)
                )
    index: dict[tuple[str, ...], list[_Name]] = {}
    for key, found in laws.items():
        index.setdefault(key[:2], []).append(_Name(key, commas[key], tuple(dict.fromkeys(found))))
    return {first: tuple(sorted(names, key=lambda n: (-len(n.words), n.words))) for first, names in index.items()}


def _with_on(name: str) -> str:
    """A name as older texts put it: "Pháp lệnh về Thẩm phán …"."""
    return _TYPE_WORD.sub(r"\g<0>về ", name, count=1)


@cache
def _by_letters() -> dict[str, tuple[KnownLaw, ...]]:
    table: dict[str, list[KnownLaw]] = {}
    for law in known_acts().values():
        for alias in law.aliases:
            if alias.isalpha() and alias.isupper():
                table.setdefault(alias, []).append(law)
    return {letters: tuple(laws) for letters, laws in table.items() if len({law.name for law in laws}) == 1}


@cache
def _by_initials() -> dict[tuple[str, str], tuple[KnownLaw, ...]]:
    table: dict[tuple[str, str], list[KnownLaw]] = {}
    for law in known_acts().values():
        spoken = _TYPE_WORD.sub("", law.name, count=1)
        if law.type not in _TYPES or spoken == law.name:
            continue
        found = _WORD.findall(spoken)
        for joint in ("", "V", "&"):
            letters = "".join(joint if word.casefold() == "và" else word[0].upper() for word in found)
            if len(letters) >= _FEWEST_INITIALS:
                table.setdefault((law.type, letters), []).append(law)
    unique = (pair for pair in table.items() if len({law.name for law in pair[1]}) == 1)
    return {key: tuple(dict.fromkeys(laws)) for key, laws in unique}


@cache
def _by_words() -> dict[tuple[str, ...], _Name]:
    """Names by all their words: those of amending laws begin alike, and to try each would be slow."""
    return {name.words: name for names in _index().values() for name in names}


@cache
def _symbols() -> dict[str, tuple[KnownLaw, ...]]:
    table: dict[str, dict[str, KnownLaw]] = {}
    for row in known_laws():
        key = key_of_law(row)
        if key is not None and is_of_the_centre(key):
            table.setdefault(symbol_words(row.symbol), {})[key] = known_acts()[key]
    return {symbol: tuple(acts.values()) for symbol, acts in table.items()}
