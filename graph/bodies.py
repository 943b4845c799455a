"""Issuing bodies and units, read from names or from the abbreviations in a symbol, inside the frame of a document.

A body's key is its *numbering entity* at its place: "Ban Thường vụ Thành ủy Hải Phòng" and "Thành ủy Hải Phòng" are
``tu.hai-phong`` (domain reference I7, I8); "Chủ tịch UBND tỉnh" numbers in the series of the UBND. The display name
keeps what was written, abbreviations expanded and the place added, because it is what a reader wants to see.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from data.tables import LocalBody, local_bodies
from graph.body_names import (
    MOST_WORDS,
    REGIMES,
    YOUTH_BY_PLACE,
    Head,
    expand_abbreviations,
    kind_called,
    longest_head,
    office_words,
    spoken_words,
    words_of,
)
from graph.committees import (
    COMMITTEE_BEHIND,
    QUALIFIED_KINDS,
    TOPICAL_KINDS,
    Subject,
    central_subject,
    of_the_nation,
    subject_at,
    topic,
)
from graph.communes import commune_before, inside_written, one_of_several
from graph.model import Body, Level, Place, Regime
from graph.places import KIND_WORDS, Frame, find_places, kind_at_end, marked_province, may_be_called, nearest, place_key
from graph.quick import quickly_made

_LEVEL_OF_KIND = {
    "tu": Level.PROVINCE,
    "hu": Level.DISTRICT,
    "qu": Level.DISTRICT,
    "thu": Level.DISTRICT,
    "du": Level.WARD,
}
_LEVEL_OF_WORD = {
    "tỉnh": Level.PROVINCE,
    "quận": Level.DISTRICT,
    "huyện": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "xã": Level.WARD,
    "phường": Level.WARD,
}
_OF_CITY = ("thành ủy", "thành đoàn")
_SHORTEST_OF_PERSON = 3
"""Words of a name behind an office that names no place: "Phó Chủ tịch UBND tỉnh Nguyễn Văn An"."""

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_KIND_PATTERN = "|".join(sorted(KIND_WORDS, key=len, reverse=True))
_NAME = re.compile(
    rf"(?:\s{{1,3}}|(?<=[Pp]\.))(?P<name>(?:[{_UPPER}\d][\w']*)(?:[ \n-]{{1,3}}[{_UPPER}\d][\w']*){{0,4}})"
)
_WITHOUT_TONES = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "huyen": "huyện",
    "phuong": "phường",
    "thi tran": "thị trấn",
}
_KIND_WRITTEN = "|".join((_KIND_PATTERN.replace(" ", r"\s{1,2}"), "tp", *_WITHOUT_TONES))
_KIND = re.compile(
    rf"\s{{1,3}}(?P<kind>tp\.|(?:{_KIND_WRITTEN})(?!\w))",
    re.IGNORECASE,
)
_LONGEST_PROVINCE = 5
_OF_THE_COUNTRY = ("việt", "nam")
_BARE_CENTRE = ("trung", "ương")
_UNIONS = frozenset({"hội", "đoàn", "liên", "tổng", "mặt"})
_OFFICE_CAPITAL = re.compile(r"^\w|(?<=^ban )\w|(?<=^phó )\w")


@quickly_made
@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body as a text names it: ``name`` for display, ``body`` for identity.

    ``written_place`` tells that the place was written out; ``alternatives`` are the bodies of another day that it may
    mean, two or more, when the place was made from several (:func:`graph.body_eras.body_on`).
    """

    name: str
    body: Body
    written_place: bool = False
    alternatives: tuple[Body, ...] = ()


def body_from_name(written: str, frame: Frame) -> NamedBody | None:
    """Read a name that stands alone; see :func:`read_body`."""
    read = read_body(written, 0, frame)
    return read[0] if read else None


def read_body(text: str, start: int, frame: Frame) -> tuple[NamedBody, int] | None:
    """Read the body that is named at ``start``, relative or full, and return it with the offset where its name ends.

    In the frame of a phường of Kiến An, Hải Phòng, "UBND quận về việc …" is Ủy ban nhân dân quận Kiến An and ends after
    "quận". ``None`` when no known body is named there.
    """
    tokens = spoken_words(text, start)
    words = [word for word, _, _ in tokens]
    offset = 0
    found = longest_head(words)
    if (found is None or _is_centre_of_another(words, found)) and office_words(words):
        tokens = spoken_words(text, start, most=MOST_WORDS)
        words = [word for word, _, _ in tokens]
        offset = office_words(words)
        found = longest_head(words[offset:]) if offset else None
    if found is None or _is_centre_of_another(words[offset:], found):
        return None
    found = _at_a_place(words[offset:], found)
    count = offset + found.words
    head_start, head_end = tokens[offset][1], tokens[count - 1][2]
    office = _office_name(text[tokens[0][1] : tokens[offset - 1][2]]) if offset else ""
    spoken = " ".join(text[head_start:head_end].split())
    titled = words[offset:count][-len(words_of(found.name)) :] == words_of(found.name)
    longer = titled and len(words_of(spoken)) > len(words_of(found.name)) and not (found.shown and spoken.isupper())
    head = office + (expand_abbreviations(spoken) if longer else _of_kind_said(found.shown or found.name, spoken))
    if found.central:
        body = Body(found.numbering, found.name, found.kind, Level.CENTRAL, regime=found.regime)
        about = central_subject(text, head_end) if found.kind == "bcd-tw" else None
        if about is None:
            return NamedBody(head, body), head_end
        name = f"{head} {about.words}"
        series = f"{found.numbering}-{topic(about.words)}"
        return NamedBody(name, replace(body, key=series, name=name)), about.end
    return _placed(text, head_end, head, found, frame)


def _of_kind_said(name: str, spoken: str) -> str:
    """A name of the tables with the kind of place that the text says: "Công an phường" by that of "Công an xã"."""
    own, said = kind_at_end(name), kind_at_end(spoken)
    return f"{name[: -len(own)]}{said}" if own and said and own != said else name


def _is_centre_of_another(words: Sequence[str], found: Head) -> bool:
    """Tell whether the name of a union goes on behind "Trung ương": that of "Trung ương Hội Làm vườn" is no Party's."""
    bare = found.numbering == "tw" and tuple(words[: found.words])[-2:] == _BARE_CENTRE
    return bare and not _UNIONS.isdisjoint(words[found.words : found.words + 1])


def _at_a_place(words: Sequence[str], found: Head) -> Head:
    """A union of the nation with a place behind it is that of the place: "Hội Nông dân Việt Nam tỉnh Lạng Sơn"."""
    named = words[: found.words]
    behind = " ".join(words[found.words : found.words + 2])
    if not found.central or found.regime is not Regime.MASS or tuple(named[-2:]) != _OF_THE_COUNTRY:
        return found
    local = longest_head([*named[:-2]]) if behind.startswith(tuple(f"{kind} " for kind in KIND_WORDS)) else None
    if local is None or local.central or local.words < len(named) - 2:
        return found
    return replace(local, words=found.words)


def committee_of(place: Place, *, party: bool) -> Body:
    """The committee that governs a place: the People's Committee, or that of the Party (HD 36-HD/VPTW of 2018).

    >>> from graph.places import place_by_id
    >>> committee_of(place_by_id("hai-phong.kien-an"), party=True).name
    'Quận ủy Kiến An'
    """
    named = local_bodies_by_name()
    of_kind = named.get(f"{place.kind.split()[0].capitalize()} ủy")
    of_party = of_kind if of_kind is not None and place.level in of_kind.levels else named["Đảng ủy"]
    row = of_party if party else named["Ủy ban nhân dân"]
    name = with_place(row.name, place)
    return Body(f"{row.numbering}.{place.id}", name, row.kind, place.level, place.id, regime=REGIMES[row.regime])


@lru_cache(maxsize=4_096)
def with_place(name: str, place: Place) -> str:
    """Add a place to a body's name as usage wants it: "Tỉnh ủy Hà Giang" but "Ủy ban nhân dân tỉnh Hà Giang".

    A unit whose name is a number keeps its kind: "Quận ủy Quận 1".
    """
    if kind := kind_at_end(name):
        name = name[: -len(kind) - 1]
    numbered = place.name[-1:].isdigit()
    own_kind = place.name.casefold().startswith(place.kind)
    full = place.name if own_kind else f"{place.kind.capitalize() if numbered else place.kind} {place.name}"
    last = name.split()[-1].casefold() if name else ""
    if (last in {"ủy", "uỷ"} or last_two(name) in YOUTH_BY_PLACE) and not numbered:
        bare = place.name[len(place.kind) :].strip() if own_kind else place.name
        return f"{name} {full if last_two(name) == 'đảng ủy' else bare}"
    return f"{name} {full}"


def last_two(name: str) -> str:
    """The last two words of a name, folded: tells "Đảng ủy" from "Tỉnh ủy"."""
    return " ".join(name.casefold().split()[-2:])


def _of_the_nation(text: str, end: int, head: str, row: Head) -> tuple[NamedBody, int] | None:
    """Read a committee of the Government or the nation: "Ban Chỉ đạo 389 quốc gia", "Ban Chỉ đạo 138/CP".

    The office that coordinates one, or the command of the nation, is none of a place either.
    """
    found = of_the_nation(text, end, topical=row.kind in QUALIFIED_KINDS)
    if found is None:
        return None
    name = " ".join(f"{head}{text[end : found.end]}".split())
    series = f"{row.numbering}-{topic(found.words) or 'quoc-gia'}"
    return NamedBody(name, Body(series, name, row.kind, Level.CENTRAL, regime=row.regime)), found.end


def _placed(text: str, end: int, head: str, row: Head, frame: Frame) -> tuple[NamedBody, int]:
    national = _of_the_nation(text, end, head, row)
    if national is not None:
        return national
    subject = subject_at(text, end) if row.kind in QUALIFIED_KINDS else None
    end = subject.end if subject else end
    above = COMMITTEE_BEHIND.match(text, end) if row.kind in TOPICAL_KINDS else None
    committee = read_body(text, above.end(), frame) if above else None
    if committee is not None and committee[0].body.place:
        return _of_committee(f"{head} {subject.words if subject else ''}".strip(), subject, row, committee)
    alone = subject is not None and subject.alone
    place, more, written, end = (None, "", False, end) if alone else _place_after(text, end, row, frame, head)
    middle = f"{subject.words if subject else ''} {more}".strip()
    spoken = f"{head} {middle}".strip()
    series = f"{row.numbering}-{matter}" if row.kind in TOPICAL_KINDS and (matter := topic(middle)) else row.numbering
    if place is None:
        said = next((level for word, level in _LEVEL_OF_WORD.items() if spoken.casefold().endswith(word)), None)
        level = said or (None if alone else _default_level(row, frame))
        body = Body(series, spoken, row.kind, level, regime=row.regime)
        return NamedBody(spoken, body, written), end
    named = NamedBody(
        with_place(spoken, place),
        Body(
            f"{series}.{place.id}",
            with_place(row.name if series == row.numbering else spoken, place),
            row.kind,
            place.level,
            place.id,
            regime=row.regime,
        ),
        written,
    )
    return named, end


def _of_committee(
    spoken: str, subject: Subject | None, row: Head, committee: tuple[NamedBody, int]
) -> tuple[NamedBody, int]:
    """Name the steering committee of a committee of the Party: "Ban Chỉ đạo 35 Tỉnh ủy"."""
    over, end = committee[0].body, committee[1]
    name = f"{spoken} {committee[0].name}"
    matter = topic(subject.words) if subject else ""
    series = f"{row.numbering}-{matter}" if matter else row.numbering
    own = Body(f"{series}.{over.place}", name, row.kind, over.level, over.place, regime=Regime.PARTY)
    return NamedBody(name, own, committee[0].written_place), end


def _place_after(text: str, end: int, row: Head, frame: Frame, head: str) -> tuple[Place | None, str, bool, int]:
    """Return the place behind the head, words of it that name no known one, whether it was written out, and the end."""
    kind_match = _KIND.match(text, end)
    if kind_match:
        kind = " ".join(kind_match["kind"].casefold().split())
        kind = "thành phố" if kind.startswith("tp") else _WITHOUT_TONES.get(kind, kind)
        name = _NAME.match(text, kind_match.end())
        if name:
            found = inside_written(text, name, kind, frame.date) or _known_place(name["name"], kind, frame)
            if found is not None:
                return found[0], "", True, name.start("name") + found[1]
            torn = "\n" in text[kind_match.end() : name.start("name")]
            holder = office_words(words_of(head)) and len(name["name"].split()) >= _SHORTEST_OF_PERSON
            own = torn or holder or _follows_own(name["name"])
            if kind in {"quận", "huyện", "tỉnh", "thị xã"} and not own:
                return None, f"{kind_match['kind']} {name['name']}", True, name.end()
            if length := one_of_several(name["name"], kind):
                said = name["name"][:length]
                return None, f"{kind} {said}", True, name.start("name") + length
        seat = frame.at_kind(kind)
        return seat, "" if seat else kind, False, kind_match.end("kind")
    implied = _implied_level(row, head)
    of_city = head.casefold().endswith(_OF_CITY)
    of_kind = kind_called(head)
    name = _NAME.match(text, end)
    if name:
        commune = commune_before(text, end)
        found = inside_written(text, name, commune, frame.date) if commune else None
        found = found or _known_place(name["name"], of_kind, frame, implied)
        if found is None and of_kind and not of_city:
            found = _known_place(name["name"], None, frame, implied)
        if found is not None:
            # Else it is the name that a body of the province bears: "Ban Quản lý Khu kinh tế Vũng Áng".
            sits = _sits_at(row, found[0])
            said = name["name"][: found[1]]
            more = "" if sits else said.title() if said.isupper() else said
            return found[0] if sits else None, more, True, name.start("name") + found[1]
        if commune and (length := one_of_several(name["name"], commune)):
            return None, f"{commune} {name['name'][:length]}", True, name.start("name") + length
    if of_city:
        return frame.at_kind("thành phố"), "", False, end
    level = implied or _default_level(row, frame)
    place = frame.at(level) if level and level is not Level.CENTRAL else None
    return (None if place and of_kind and not may_be_called(place, of_kind) else place), "", False, end


def _follows_own(name: str) -> bool:
    """A capital after a bare kind word may start the next phrase ("UBND tỉnh Về việc")."""
    return name.split(maxsplit=1)[0].casefold() in {
        "về",
        "căn",
        "theo",
        "xét",
        "ban",
        "quy",
        "thực",
        "triển",
        "hướng",
        "kế",
        "chủ",
        "trình",
        "phê",
    }


def _known_place(name: str, kind: str | None, frame: Frame, level: Level | None = None) -> tuple[Place, int] | None:
    """Find a place by the capitalised words that follow, longest first; return it with the length of its name."""
    ends = [m.end() for m in re.finditer(r"[\w'-]+", name)]
    for size in range(min(len(ends), 5), 0, -1):
        spoken = name[: ends[size - 1]]
        for own in (frame.ward, frame.district, frame.province):
            same = own is not None and place_key(own.name) == place_key(f"{kind} {spoken}" if kind else spoken)
            if own is not None and same and kind in {None, own.kind} and level in {None, own.level}:
                return own, ends[size - 1]
        found = find_places(spoken, kind=kind, level=level, on=frame.date) or find_places(
            spoken, kind=kind, level=level
        )
        near = nearest(found, frame) if found else None
        if near is None and found:
            provinces = [p for p in found if p.level is Level.PROVINCE]
            near = provinces[0] if provinces else None
        if near is not None:
            return near, ends[size - 1]
    if level is not Level.PROVINCE and kind not in {"tỉnh", "thành phố"}:
        return None
    for end in reversed(ends[:_LONGEST_PROVINCE]):
        if marked := marked_province(name[:end]):
            found_marked = _known_place(marked, kind, frame, level)
            return (found_marked[0], end) if found_marked else None
    return None


def _implied_level(row: Head, head: str) -> Level | None:
    youth = last_two(head) in YOUTH_BY_PLACE
    if (row.numbering == "tu" or youth) and head.casefold().endswith(_OF_CITY):
        return None
    if youth:
        return Level.PROVINCE if last_two(head).startswith("tỉnh") else Level.DISTRICT
    return _LEVEL_OF_KIND.get(row.numbering)


def _sits_at(row: Head, place: Place) -> bool:
    """Whether a body of the tables may be that of a place of this level."""
    return place.level in row.levels or not set(row.levels) or not {"own", "central"}.isdisjoint(row.levels)


def _default_level(row: Head, frame: Frame) -> Level | None:
    levels = [Level(level) for level in row.levels if level not in {"own", "central"}]
    if frame.level in levels:
        return frame.level
    return levels[0] if levels else frame.level


def _office_name(written: str) -> str:
    name = expand_abbreviations(written)
    return (_OFFICE_CAPITAL.sub(lambda m: m[0].upper(), name.lower()) if name.isupper() else name) + " "


@cache
def local_bodies_by_name() -> dict[str, LocalBody]:
    """The bodies of places of the reference table by name."""
    return {row.name: row for row in local_bodies()}
