"""At which place an issuer sits, when its name says it, says it in part, or leaves it to the rest of the document.

Clues, strongest first: the place written with the body in the head; the body named with its place in the text ("Ủy ban
nhân dân phường Lãm Hà ban hành …"); the địa danh of the date line with the kind that the text gives it; places above
that the text names (domain reference §5.3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.tables import body_codes, local_bodies
from graph.model import Level, Place
from graph.places import KIND_WORDS, exists, find_places, parents, place_key
from ingest.lines import one_line
from ingest.lost_marks import places_of

_KIND = "|".join(sorted((kind.replace(" ", r"\s+") for kind in KIND_WORDS), key=len, reverse=True))
_PHRASE = re.compile(rf"(?<!\w)(?<!hợp tác )(?P<kind>{_KIND}|TP\.?)(?=\s|$)(?!\s+(?:ủy|uỷ|hội)\b)\s*", re.IGNORECASE)
_KINDS = {"tỉnh": "tỉnh", "huyện": "huyện", "quận": "quận", "thị": "thị xã", "thành": "thành phố"}
"""Kinds of places by the word before "ủy" and "đoàn"."""

_YOUTH = re.compile(
    rf"(?P<head>(?:BAN (?:THƯỜNG VỤ|CHẤP HÀNH)\s+)?(?P<kind>{'|'.join(_KINDS)})\s+ĐOÀN)(?!\w)\s*(?P<name>.*)",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-ZĐÀ-Ỹ0-9][\w']*(?:[ -]{1,2}[A-ZĐÀ-Ỹ0-9][\w']*){0,4}"
_LEVELS = {
    "tỉnh": (Level.PROVINCE,),
    "thành phố": (Level.PROVINCE, Level.DISTRICT),
    "quận": (Level.DISTRICT,),
    "huyện": (Level.DISTRICT,),
    "thị xã": (Level.DISTRICT,),
}
_SPEAKS = re.compile(
    r"[^.;\n]{0,30}?\b(?:xây dựng|ban hành|triển khai|đề ra|thông báo|báo cáo|yêu cầu|đề nghị|quyết định|tổ chức)\b"
)
_OF_DISTRICT = re.compile(r"(?:huyện|quận|thị) ủy")
_KIND_OF_COMMITTEE = re.compile(rf"(?<!\w)(?P<of>{'|'.join(kind for kind in _KINDS if kind != 'thành')}) ủy(?!\w)")
_READ = 60_000


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A kind word with the name that follows it; ``name`` is ``None`` in "UBND tỉnh"."""

    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells where a document comes from: ``place`` of the date line, its date, its text, places in its head."""

    place: str | None
    on: date | None
    text: str
    written: tuple[PlacePhrase, ...] = ()


def split_place(name: str) -> tuple[str, PlacePhrase | None]:
    """Split the place off the end of a body's name.

    >>> split_place("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK")
    ('ỦY BAN NHÂN DÂN', PlacePhrase(kind='tỉnh', name='ĐẮK LẮK'))
    >>> split_place("BẢO HIỂM XÃ HỘI TỈNH"), split_place("TỈNH ỦY HÀ GIANG")
    (('BẢO HIỂM XÃ HỘI', PlacePhrase(kind='tỉnh', name=None)), ('TỈNH ỦY HÀ GIANG', None))
    >>> split_place("HUYỆN ĐOÀN TÂN LẠC")
    ('HUYỆN ĐOÀN', PlacePhrase(kind='huyện', name='TÂN LẠC'))
    """
    if youth := _YOUTH.match(name):
        return youth["head"], PlacePhrase(_KINDS[youth["kind"].casefold()], one_line(youth["name"]) or None)
    found = None
    for match in _PHRASE.finditer(name):
        if found is None or match.start() > found.end():
            found = match
    if found is None:
        return name, None
    kind = one_line(found["kind"]).casefold().rstrip(".")
    rest = one_line(name[found.end() :])
    return name[: found.start()].strip(), PlacePhrase("thành phố" if kind == "tp" else kind, rest or None)


def written_place(name: str) -> PlacePhrase | None:
    """The place that the name of a body in the head writes; that of "TỈNH ỦY HÀ GIANG" is a tỉnh.

    >>> written_place("TỈNH ỦY HÀ GIANG"), written_place("SỞ NỘI VỤ")
    (PlacePhrase(kind='tỉnh', name='HÀ GIANG'), None)
    >>> written_place("HUYỆN ỦY LẠC SƠN")
    PlacePhrase(kind='huyện', name='LẠC SƠN')
    """
    spoken = party_place(name)
    kind = _KIND_OF_COMMITTEE.search(name.casefold())
    if spoken and kind:
        return PlacePhrase(_KINDS[kind["of"]], spoken)
    return split_place(name)[1]


def with_whole_place(name: str) -> str:
    """The name of a body in the head with the marks of its place, where some were lost.

    >>> with_whole_place("TỈNH ỦY HAU GIANG"), with_whole_place("UBND XÃ TAM NÔNG")
    ('TỈNH ỦY HẬU GIANG', 'UBND XÃ TAM NÔNG')
    """
    phrase = written_place(name)
    if phrase is None or not phrase.name or not name.endswith(phrase.name) or find_places(phrase.name):
        return name
    found = places_of(phrase.name, phrase.kind)
    return f"{name[: -len(phrase.name)]}{found[0].name.upper()}" if found else name


def level_of(phrase: PlacePhrase) -> Level | None:
    """Level of a place by its kind; a "thành phố" that is no province of the tables is of a district's level.

    ``None`` for "thành phố" without a name, which may be either.
    """
    levels = _LEVELS.get(phrase.kind, (Level.WARD,))
    if len(levels) > 1 and not phrase.name:
        return None
    if len(levels) > 1 and not find_places(phrase.name or "", kind=phrase.kind, level=Level.PROVINCE):
        return levels[-1]
    return levels[0]


def choose_place(head: str, phrase: PlacePhrase | None, clues: Clues) -> Place | None:
    """Choose the place of the body ``head``; ``None`` when no known place fits, or several fit equally."""
    kind = phrase.kind if phrase else None
    if phrase and phrase.name:
        return _choose(_known(phrase.name, kind), clues)
    spoken = party_place(head)
    if spoken and (found := _known(spoken, None, _party_levels(head))):
        return _choose(found, clues)
    for candidate in _named_in_text(head, kind, clues):
        place = _choose(_known(candidate.name or clues.place or "", candidate.kind), clues)
        if place is not None:
            return place
    if not clues.place:
        return None
    bare, own = split_place(clues.place)
    if own and own.name and not bare:
        return _choose(_known(own.name, own.kind), clues)
    found = _known(clues.place, kind, _levels_of_body(head))
    return _choose(_fitting_kind(found, clues), clues)


def _known(name: str, kind: str | None, levels: Sequence[Level] = ()) -> list[Place]:
    found = find_places(name, kind=kind) or (find_places(f"{kind} {name}", kind=kind) if kind else ())
    if not found and not find_places(name):
        found = tuple(places_of(name, kind, levels))
    return [p for p in found if not levels or p.level in levels]


def _choose(found: Sequence[Place], clues: Clues) -> Place | None:
    """Of places with one name that existed on the date, the one whose places above the document names most.

    Without such names a province is chosen over what lies inside; several that fit equally are no answer.
    """
    text = clues.text[:_READ]
    written = {place_key(p.name) for p in clues.written if p.name}
    inside = [p for p in found if _inside_written(p, clues.written)]
    existing = [p for p in inside if exists(p, clues.on)] or inside
    if len(existing) == 1:  # as most are: to count what is said of it would take long
        return existing[0]
    for leaders in (
        _leaders(existing, lambda p: _support(p, text, written)),
        _leaders(existing, lambda p: int(p.level is Level.PROVINCE)),
    ):
        if len(leaders) == 1 or (leaders and len({_chain(p) for p in leaders}) == 1):
            return leaders[-1]
    return None


def _inside_written(place: Place, written: Sequence[PlacePhrase]) -> bool:
    """Tell whether a place may lie in the province that the head names; a namesake elsewhere is another place."""
    provinces = [place_key(p.name) for p in written if p.name and p.kind == "tỉnh"]
    return not provinces or place_key((place, *parents(place))[-1].name) in provinces


def _leaders(found: Sequence[Place], score: Callable[[Place], int]) -> list[Place]:
    scores = [score(p) for p in found]
    best = max(scores, default=0)
    return [p for p, own in zip(found, scores, strict=True) if own == best]


def _chain(place: Place) -> tuple[str, ...]:
    return tuple(f"{p.kind} {place_key(p.name)}" for p in (place, *parents(place)))


def _support(place: Place, text: str, written: set[str]) -> int:
    above = parents(place)
    in_head = sum(100 for p in above if place_key(p.name) in written)
    in_text = sum(
        len(re.findall(rf"\b{p.kind}(?:\s+(?:ủy|đoàn))?\s+{re.escape(p.name)}\b", text, re.IGNORECASE)) for p in above
    )
    return in_head + in_text


def _fitting_kind(found: list[Place], clues: Clues) -> list[Place]:
    """Keep the kind that the text gives to the name of the date line ("tỉnh Tây Ninh"), else the widest."""
    if len({p.kind for p in found}) <= 1:
        return found
    text = clues.text[:_READ]
    counts = Counter(
        {p.kind: len(re.findall(rf"\b{p.kind}\s+{re.escape(p.name)}\b", text, re.IGNORECASE)) for p in found}
    )
    kind, count = counts.most_common(1)[0]
    if count:
        return [p for p in found if p.kind == kind]
    return [p for p in found if p.level is found[0].level]


def _named_in_text(head: str, kind: str | None, clues: Clues) -> Iterable[PlacePhrase]:
    """Places with which the text names the body ``head``, most often and where it speaks ("… ban hành") first."""
    names = "|".join(r"\s+".join(map(re.escape, n.split())) for n in sorted(_forms(head), key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?i:{names})\s+(?P<kind>(?i:{_KIND}))(?!\w)(?:\s+(?P<name>{_CAPITALISED}))?")
    counts: Counter[PlacePhrase] = Counter()
    own = place_key(clues.place) if clues.place else None
    for match in pattern.finditer(clues.text[:_READ]):
        found = PlacePhrase(one_line(match["kind"]).casefold(), _trimmed(match["name"]))
        if kind in {None, found.kind}:
            fits = own is None or found.name is None or place_key(found.name) == own
            speaks = _SPEAKS.match(clues.text, match.end()) is not None
            counts[found] += (1 + 5 * speaks + 5 * (own is not None and found.name is not None)) if fits else 0
    return [phrase for phrase, count in counts.most_common() if count]


def _trimmed(name: str | None) -> str | None:
    """A run of capitalised words may hold the start of the next sentence: keep the longest known place."""
    words = (name or "").split()
    for size in range(len(words), 0, -1):
        if find_places(" ".join(words[:size])):
            return " ".join(words[:size])
    return name


def _forms(head: str) -> set[str]:
    folded = one_line(head).casefold()
    rows = [row for row in local_bodies() if folded in {row.name.casefold(), *(form.casefold() for form in row.forms)}]
    forms = {head, *(form for row in rows for form in (row.name, *row.forms))}
    return forms | {row.code for row in body_codes() if row.name.casefold() == folded}


def _levels_of_body(head: str) -> tuple[Level, ...]:
    folded = one_line(head).casefold()
    for row in local_bodies():
        if folded in {row.name.casefold(), *(form.casefold() for form in row.forms)}:
            return tuple(Level(level) for level in row.levels if level != "own")
    return ()


def party_place(head: str) -> str | None:
    """The place in the name of a Party committee, which has no kind word: Vị Xuyên in "Huyện ủy Vị Xuyên"."""
    match = re.search(r"(?:tỉnh|thành|huyện|quận|thị|đảng)\s+ủy\s+(?P<name>.+)$", head, re.IGNORECASE)
    return match["name"] if match else None


def _party_levels(head: str) -> tuple[Level, ...]:
    folded = head.casefold()
    if "tỉnh ủy" in folded:
        return (Level.PROVINCE,)
    if "thành ủy" in folded:
        return (Level.PROVINCE, Level.DISTRICT)
    return (Level.DISTRICT,) if _OF_DISTRICT.search(folded) else (Level.DISTRICT, Level.WARD)
