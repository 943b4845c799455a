"""Names in a head that lost the marks of some of their words, as scanning and old fonts lose them.

What was written is a name with marks missing when each letter is that of the name or the same letter with fewer marks
("UY BAN NHÂN DAN", "Hai Phòng", "quyêt định"); a letter with another mark is another name. A name is restored only
when one remains.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from data.tables import central_bodies, local_bodies
from graph.model import Level, Place
from graph.places import KIND_WORDS, named_without_marks
from graph.text import fold
from ingest.normalise import new_tone_placement

_LONGEST = 8
_OFFICES = (
    "ban thường vụ", "ban chấp hành", "ban thường trực", "ban cán sự đảng", "chi bộ", "đảng bộ", "đảng ủy", "tỉnh ủy",
    "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "ban dân vận", "ban tổ chức", "ban tuyên giáo", "ban nội chính",
    "ban tuyên giáo và dân vận", "ban xây dựng đảng", "ủy ban kiểm tra", "văn phòng", "phòng", "sở", "bệnh viện",
    "bệnh viện đa khoa", "trường đại học", "trường cao đẳng", "trung tâm", "liên sở", "ban quản lý",
)  # fmt: skip
"""Bodies and offices whose whole names the tables have only with what they belong to."""


def restored_head(line: str) -> str:
    """A line of a head in capitals with the marks of the bodies and kinds of places that it names.

    >>> restored_head("UY BAN NHÂN DAN HUYEN GÒ DẦU"), restored_head("SỞ Y TẾ LAI CHÂU")
    ('ỦY BAN NHÂN DÂN HUYỆN GÒ DẦU', 'SỞ Y TẾ LAI CHÂU')
    """
    words = line.split()
    if not any(word.casefold() in _bare_words() for word in words):
        return line
    names = _by_bare_name()
    whole: list[str] = []
    at = behind = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            written = " ".join(words[at : at + size])
            name = names.get(fold(written))
            # A kind of places stands first or behind a body; elsewhere it may be a word of a place's own name.
            if name is not None and has_lost_marks(written, name) and (size > 1 or at == behind):
                whole.append(name.upper())
                at = behind = at + size
                break
        else:
            whole.append(words[at])
            at += 1
    return " ".join(whole)


def places_of(name: str, kind: str | None, levels: Sequence[Level] = ()) -> list[Place]:
    """The places of a kind and of levels whose name, with marks lost, is ``name``; none when several names would be."""
    fitting = (p for p in named_without_marks(name) if kind in {None, p.kind} and (not levels or p.level in levels))
    found = [p for p in fitting if has_lost_marks(name, p.name)]
    return found if len({p.name.casefold() for p in found}) == 1 else []


def has_lost_marks(written: str, name: str) -> bool:
    """Tell whether ``written`` is ``name`` or what is left of it when letters lose their marks.

    >>> has_lost_marks("Hai Phòng", "Hải Phòng"), has_lost_marks("Hái Phòng", "Hải Phòng")
    (True, False)
    """
    low, whole = written.casefold(), name.casefold()
    return low == whole or (
        len(low) == len(whole) and all(a == b or _is_left_of(a, b) for a, b in zip(low, whole, strict=True))
    )


def _is_left_of(letter: str, whole: str) -> bool:
    """Tell whether ``letter`` is ``whole`` with fewer marks."""
    marks = unicodedata.normalize("NFD", letter)
    return marks[0] == fold(whole) and set(marks[1:]) <= set(unicodedata.normalize("NFD", whole))


def names_of_bodies() -> frozenset[str]:
    """Names of bodies and offices of two words and more, in small letters; of an abbreviation little would be left."""
    written = [form for row in local_bodies() for form in (row.name, *row.forms)]
    written += [form for row in central_bodies() for form in (row.name, *row.forms)]
    forms = {*(new_tone_placement(form).casefold() for form in written), *_OFFICES}
    return frozenset(form for form in forms if " " in form)


@cache
def _by_bare_name() -> dict[str, str]:
    """Names of bodies and kinds of places by their folded form, where that leaves one."""
    forms = {*names_of_bodies(), *KIND_WORDS, *_OFFICES}
    folded: dict[str, set[str]] = {}
    for form in forms:
        folded.setdefault(fold(form), set()).add(form)
    return {bare: next(iter(names)) for bare, names in folded.items() if len(names) == 1}


@cache
def _bare_words() -> frozenset[str]:
    """Words that stand in no name but are left of a word of one."""
    words = {word for name in _by_bare_name().values() for word in name.split()}
    return frozenset({fold(word) for word in words} - words)
