"""The words in which bodies are named: heads of names from the reference tables, offices, abbreviations.

A head is a name without its place ("Ủy ban nhân dân", "Sở Nội vụ", "Bộ Chính trị"); an office stands before it ("Chủ
tịch", "Bộ trưởng") and numbers in the series of the body (domain reference I8, §5.4).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from data.tables import central_bodies, local_bodies
from graph.model import Regime
from graph.places import kind_at_end
from graph.text import fold, folded_word

REGIMES = {"state": Regime.STATE, "party": Regime.PARTY, "mass": Regime.MASS, "normative": Regime.NORMATIVE}
"""Numbering regimes by the words of the tables."""

_ABBREVIATIONS = {
    "ubnd": "Ủy ban nhân dân",
    "hđnd": "Hội đồng nhân dân",
    "mttq": "Mặt trận Tổ quốc",
    "ubmttq": "Ủy ban Mặt trận Tổ quốc",
    "ubmt": "Ủy ban Mặt trận",
    "lđlđ": "Liên đoàn Lao động",
    "tldlđ": "Tổng Liên đoàn Lao động",
    "btv": "Ban Thường vụ",
    "bch": "Ban Chấp hành",
    "bcđ": "Ban Chỉ đạo",
    "bcsđ": "Ban cán sự đảng",
    "bcsd": "Ban cán sự đảng",
    "qcdc": "Quy chế dân chủ",
    "tncs": "Thanh niên Cộng sản",
    "ttg": "Thủ tướng Chính phủ",
    "tw": "Trung ương",
    "tp": "thành phố",
    "tphcm": "thành phố Hồ Chí Minh",
    "hcm": "Hồ Chí Minh",
}
_OFFICES = (
    "phó chủ tịch thường trực",
    "phó chủ tịch",
    "chủ tịch",
    "bộ trưởng",
    "chủ nhiệm",
    "thứ trưởng",
    "giám đốc",
    "phó giám đốc",
    "chánh thanh tra",
    "chánh án",
    "viện trưởng",
    "tổng cục trưởng",
    "phó cục trưởng",
    "cục trưởng",
    "chi cục trưởng",
    "tổng giám đốc",
    "thống đốc",
    "trưởng ban",
    "trưởng",
    "bí thư",
    "đoàn chủ tịch",
    "ban thường trực",
    "ban thường vụ",
    "thường trực",
    "ban chấp hành",
)
_CHIEF = "chánh"
_CHIEFS_OF_NATION = (["tổng", "thanh", "tra"], ["tổng", "kiểm", "toán"])
_HEAD_OF_COMMITTEE = ["trưởng", "ban"]
YOUTH_BY_PLACE = frozenset({"tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "thị đoàn"})
"""The Youth Union of a place as it is called everywhere: "Tỉnh đoàn Quảng Nam"."""

_KIND_OF_COMMITTEE = {
    "tỉnh": "tỉnh", "thành": "thành phố", "quận": "quận", "huyện": "huyện", "thị": "thị xã",
}  # fmt: skip
_KEPT_FORMS = frozenset({("ban", "chấp"), ("ban", "quản"), ("ban", "thường", "vụ")})
"""How names begin of which every form is a name that is borne: a Ban Quản lý Khu kinh tế is called by no other."""

_ORGANS = frozenset({("đoàn", "chủ"), ("ban", "bí"), ("ban", "thường"), ("ban", "chấp")})
_WORD = re.compile(r"[\w&.]+")
_CITY_AND_NAME = re.compile(r"(?:TP|Tp|tp)\.\w")
_LONGEST_NAME = 160
MOST_WORDS = 24
"""Of an office and a name behind it."""

LONGEST_HEAD = 14
_LONGEST_OFFICE = max(len(office.split()) for office in _OFFICES)

Spoken = tuple[str, int, int]
"""A word as the tables have it, with the offsets of what it was read from."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a body's name.

    ``numbering`` is the series of its documents, ``shown`` a form that is kept as written, ``written`` the words of the
    form that was found.
    """

    name: str
    kind: str
    numbering: str
    regime: Regime
    levels: tuple[str, ...]
    central: bool
    shown: str = ""
    words: int = 0
    written: tuple[str, ...] = ()


def expand_abbreviations(written: str) -> str:
    """Write out UBND, HĐND, BTV, TP. … and make spaces regular.

    >>> expand_abbreviations("BTV Tỉnh  uỷ")
    'Ban Thường vụ Tỉnh uỷ'
    """
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", written)).strip()
    text = re.sub(r"\b(?:TP|Tp|tp)\.\s*", "thành phố ", text)
    return re.sub(r"\b[A-ZĐTtp][A-Za-zĐđ]{1,6}\b", lambda m: _ABBREVIATIONS.get(m.group().casefold(), m.group()), text)


@lru_cache(maxsize=4_096)
def kind_called(name: str) -> str | None:
    """The kind of place that the name of a committee, or of the police of a province, says.

    >>> kind_called("Ban Thường vụ Thị ủy"), kind_called("Công an tỉnh"), kind_called("Đảng ủy")
    ('thị xã', 'tỉnh', None)
    """
    words = name.casefold().split()[-2:]
    if words[-1:] == ["tỉnh"]:
        return "tỉnh"
    return _KIND_OF_COMMITTEE.get(words[0]) if len(words) > 1 and words[1] in {"ủy", "uỷ", "đoàn"} else None


def spoken_words(text: str, start: int = 0, *, most: int = 0) -> list[Spoken]:
    """The first words of ``text`` from ``start`` on; none when they begin no name of a body.

    By default as many as a name has that begins with the first of them, or an office, and two behind it.
    """
    end = min(len(text), start + _LONGEST_NAME)
    opening = _WORD.search(text, start, end)
    first = _pieces(opening.group())[0] if opening else ""
    if first not in _first_words():
        return []
    return _tokens(text, start, end, most or _most_words(first))


def words_of(name: str) -> list[str]:
    """The words of a name as the tables have them.

    >>> words_of("UBND TP. Huế")
    ['ủy', 'ban', 'nhân', 'dân', 'thành', 'phố', 'huế']
    """
    return [*_words_of(name)]


@lru_cache(maxsize=4_096)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in _tokens(name, 0, len(name)))


def office_words(words: list[str]) -> int:
    """How many of the words name an office ("Phó Chủ tịch").

    Of one that is called after its body only the first word does: "Chánh" of "Chánh Thanh tra huyện".
    """
    count = 0
    for office in _OFFICES:
        parts = office.split()
        if words[: len(parts)] == parts:
            count = len(parts) + office_words(words[len(parts) :])
            break
    if words[:3] in _CHIEFS_OF_NATION:
        return 1
    if words[:2] == _HEAD_OF_COMMITTEE and longest_head(words[1:]):  # "Trưởng Ban Chỉ đạo …", no Trưởng ban
        return 1
    if words[:1] != [_CHIEF]:
        return count
    named, behind = longest_head(words[1:]), longest_head(words[count:]) if count else None
    return 1 if named and named.words + 1 >= count + (behind.words if behind else 0) else count


def longest_head(words: list[str]) -> Head | None:
    """The longest head that the words begin with; its ``words`` tells how many.

    A head of which at most half of the words lost their marks ("Ủy ban nhan dân") is recognised too.
    """
    exact = _longest(_heads(), _sizes(), words)
    bare = [*map(folded_word, words[:LONGEST_HEAD])]
    damaged = _longest(_bare_heads(), _bare_sizes(), bare) if bare != words[:LONGEST_HEAD] else None
    if damaged is None or damaged.words < 2 or (exact is not None and exact.words >= damaged.words):
        return exact
    meant = _bare_heads()[tuple(bare[: damaged.words])].written
    kept = sum(word == full for word, full in zip(words, meant, strict=False))
    return damaged if 2 * kept >= damaged.words else exact


def _longest(
    table: Mapping[tuple[str, ...], Head], sizes: Mapping[str, Sequence[int]], words: Sequence[str]
) -> Head | None:
    for size in sizes.get(words[0], ()) if words else ():
        if size <= len(words) and (head := table.get(tuple(words[:size]))):
            return head
    return None


def _tokens(text: str, start: int, end: int, most: int = MOST_WORDS) -> list[tuple[str, int, int]]:
    """Words of ``text[start:end]`` folded and written out, each with the offsets of what it was read from."""
    tokens: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text, start, end):
        written = match[0]
        low, high = match.span()
        if written[-1] == ".":
            high = low + len(written.rstrip("."))
        pieces = _pieces(written)
        if len(pieces) == 1:
            tokens.append((pieces[0], low, high))
        else:
            tokens += [(piece, low, high) for piece in pieces]
        if len(tokens) >= most:
            break
    return tokens


@lru_cache(maxsize=65_536)
def _pieces(written: str) -> tuple[str, ...]:
    """A word as the tables have it: folded, abbreviations written out."""
    bare = written.strip(".")
    if _CITY_AND_NAME.match(bare):
        return (*_pieces("TP"), *_pieces(bare[3:]))
    short = None if bare.islower() else _ABBREVIATIONS.get(bare.casefold())
    return tuple(map(_regular, short.split())) if short else (_regular(bare),)


def _regular(word: str) -> str:
    folded = unicodedata.normalize("NFC", word).casefold()
    for old, new in (("uỷ", "ủy"), ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oạ", "ọa")):
        if folded.endswith(old):
            folded = folded[: -len(old)] + new
    return folded


@cache
def _heads() -> dict[tuple[str, ...], Head]:
    table: dict[tuple[str, ...], Head] = {}
    for central in central_bodies():
        row = Head(central.name, central.kind, central.numbering, REGIMES[central.regime], (), central=True)
        for form in (central.name, *central.forms):
            itself = central.numbering == "tw" or words_of(central.name)[:2] == words_of(form)[:2]
            shown = "" if itself else _organ_shown(form, central.forms)
            table.setdefault(tuple(words_of(form)), replace(row, shown=shown))
    for local in local_bodies():
        row = Head(local.name, local.kind, local.numbering, REGIMES[local.regime], tuple(local.levels), central=False)
        for form in (local.name, *local.forms):
            words = tuple(words_of(form))
            kept = not _KEPT_FORMS.isdisjoint({words[:2], words[:3]}) or " ".join(words) in YOUTH_BY_PLACE
            shown = expand_abbreviations(form) if kept else ""
            if len(words) > 1 and kind_at_end(" ".join(words)) == words[-1] and words[:-1] not in table:
                table.setdefault(words[:-1], replace(row, shown=shown))
            table.setdefault(words, replace(row, shown=shown))
    return {
        words: replace(row, words=len(words))
        for words, row in table.items()
        if len(words) > 1 or words[0] not in {"báo", "bct", "cp", "qh", "tu", "đu"}
    }


def _organ_shown(form: str, forms: Sequence[str]) -> str:
    """The fullest form of a name that begins with an organ, which is kept: "Đoàn Chủ tịch Trung ương Hội …".

    Those of the Party's centre are bodies of their own.
    """
    organ = tuple(words_of(form)[:2])
    if organ not in _ORGANS:
        return ""
    return max((other for other in forms if tuple(words_of(other)[:2]) == organ), key=len, default="")


@cache
def _bare_heads() -> dict[tuple[str, ...], Head]:
    """Heads by their words without marks, where these belong to one body only."""
    table: dict[tuple[str, ...], Head] = {}
    several: set[tuple[str, ...]] = set()
    for words, head in _heads().items():
        bare = tuple(map(fold, words))
        if table.setdefault(bare, replace(head, written=words)).numbering != head.numbering:
            several.add(bare)
    return {words: head for words, head in table.items() if words not in several}


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    return _lengths(_heads())


@cache
def _bare_sizes() -> dict[str, tuple[int, ...]]:
    return _lengths(_bare_heads())


def _lengths(table: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """How many words the heads have that begin with a word, the most first."""
    lengths: dict[str, set[int]] = {}
    for words in table:
        if len(words) <= LONGEST_HEAD:
            lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


@lru_cache(maxsize=4_096)
def _most_words(first: str) -> int:
    longest = (*_sizes().get(first, ())[:1], *_bare_sizes().get(folded_word(first), ())[:1], _LONGEST_OFFICE)
    return max(longest) + 2


@cache
def _first_words() -> frozenset[str]:
    accented = {words[0] for words in _heads()} | {office.split()[0] for office in _OFFICES}
    return frozenset(accented | set(map(fold, accented)))
