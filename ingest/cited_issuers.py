"""Who issued a cited document, where its tail does not say: in front of it, behind its subject, or in its symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from data.tables import central_bodies, party_acts
from graph.bodies import NamedBody, body_from_name
from graph.body_codes import bodies_from_codes
from graph.body_eras import body_on
from graph.institutions import body_named, read_issuer
from graph.model import Level
from graph.places import Frame
from graph.quick import replaced
from ingest.acting_issuers import acting
from ingest.model import Header
from ingest.reference import Reference
from ingest.symbols import find_symbols
from ingest.tails import series_of
from ingest.type_words import NUMBER_WORD

_OF = re.compile(r"\scủa\s{1,3}")
_OF_OR_HEARD = re.compile(r"\s(?:của|nghe|do)\s{1,3}")
_AT_END = re.compile(
    r"\s{1,3}(?:(?:đã\s{1,3})?(?:báo cáo|đề nghị|đề xuất|kiến nghị|trình|tham mưu)\s{1,3}"
    r"(?:(?!của\s)[^\s,;.]{1,12}\s{1,3}){0,4})?(?:tại|trong)\s{1,3}$"
)
_GOES_ON = re.compile(rf"\s{{0,3}}(?:,|và|&|-)\s{{1,3}}(?:{NUMBER_WORD}\s{{1,3}})?\d[^\s,;]{{2,30}}")
_CLOSED = re.compile(r"\)\s{1,3}của\s{1,3}")
_NUMBER_FIRST = re.compile(rf"{NUMBER_WORD}\s")
_CLAUSE_END = re.compile(r"[;.](?=\s|$)|\n\s{0,80}\n|,\s")
_NAMES_A_BODY = re.compile(r"\s{0,3},?\s{0,3}c[uủ]a\s{1,3}(?=[A-ZĐÀ-Ỹ])[^a-zđà-ỹ\s]")
_BARE_BODY = re.compile(
    r"\s{0,3},?\s{0,3}của\s{1,3}(?:Sở|Phòng|Chi cục|Cục|Trung tâm|Trường|Văn phòng|Đảng ủy|Ban|Ủy ban|UBND|HĐND"
    r"|Hội|Công an)"
    r"(?=\s{0,2}(?:[,.;)]|$)|\s(?:về|ban\shành|phê\sduyệt|hướng\sdẫn|quy\sđịnh|triển\skhai|và|để)\s)"
)
"""The issuer by its kind alone, as a text speaks of its own ("Công văn số 12/SYT-NVY của Sở")."""

_LIST_OF = re.compile(r"(?<!\w)[Cc]ác\s{1,3}[^\W\d]{2,8}(?:\s[^\W\d]{2,8}){0,2}\s{1,3}của\s{1,3}")
_OF_LIST = re.compile(r"\s{0,3}:\s{0,3}(?:[Ss]ố\s[^;:\n]{3,90};\s{0,3}){0,8}(?:và\s{1,3})?")
"""Between "các Quyết định của UBND tỉnh" and a member: "số A ngày …; số B ngày …"."""
_OF_WORDS = re.compile(r"\s{0,3},?\s{0,3}của\s{1,3}(?P<words>\w{1,12}(?:\s{1,3}\w{1,12})?)")
_OWN_HEAD = re.compile(
    r"\s{0,3},?\s{0,3}của\s{1,3}(?:Hiệu trưởng|(?:Tổng )?[Gg]iám đốc|(?:Viện|Cục|Chi cục) trưởng)"
    r"(?=\s{1,3}(?:về|ban|phê|quy|giao)\s|\s{0,2}[;,.)])"
)
"""The head of an office that needs no name in its own papers: "Quyết định số 5/QĐ-CĐYT của Hiệu trưởng"."""

_BARE_COMMITTEES = frozenset({"du", "chi-bo", "cong-doan"})
"""Kinds of bodies that every agency has one of: a bare name or code is of the agency whose paper it is."""

_COMMITTEE_OF_AGENCY = re.compile(
    r"(?:Ban Thường vụ |Ban Chấp hành )?"
    r"(?P<committee>(?:Đảng ủy|Chi bộ|Công đoàn(?: cơ sở)?) (?!(?:xã|phường|đặc khu|thị trấn|tỉnh|huyện) )\w.{3,120})"
)
_CENTRE_OF_PARTY = ("TW",)
_PRESIDIUM = "ĐCT"
_OFFICE = "VP"
_HAVE_OFFICES = ("Sở ", "Bộ ", "Tổng cục ", "Cục ", "Thanh tra ")
"""How agencies begin whose own office "VP" is in their papers; elsewhere it is that of the Ủy ban nhân dân."""

_UNION_ABOVE = {
    "ldld": "Tổng Liên đoàn Lao động Việt Nam",
    "btv-ldld": "Tổng Liên đoàn Lao động Việt Nam",
    "hoi-lhpn": "Trung ương Hội Liên hiệp Phụ nữ Việt Nam",
    "mttq": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "btt-mttq": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
}
"""Unions by the kind of their bodies in places."""

_NORMATIVE_ABOVE = range(2016, 2025)
"""Years in whose symbols a commune's own law is rare."""

_RECENT = timedelta(days=730)
_BEFORE, _BEHIND = 140, 400
_OWN_LEVEL = frozenset({Level.DISTRICT, Level.WARD})
_COMMAND = ("BCH",)
"""A military command, which makes no resolution; an executive committee ("Ban Chấp hành") does."""

_COUNCIL_OF_MINISTERS = ("HĐBT",)
_END_OF_COUNCIL = date(1992, 9, 30)
_ISSUER_OF_TYPE = {"L": "Quốc hội", "BL": "Quốc hội", "NĐ": "Chính phủ", "SLT": "Chủ tịch nước"}
_GOVERNMENT = "Chính phủ"
_OF_PROMULGATION = frozenset({"L", "LCT"})
_PASSED_BY = {
    ("L", "CTN"): "Quốc hội",
    ("BL", "CTN"): "Quốc hội",
    ("L", "HĐNN"): "Quốc hội",
    ("BL", "HĐNN"): "Quốc hội",
    ("PL", "CTN"): "Ủy ban Thường vụ Quốc hội",
}
"""Who passed the laws that were numbered by the order that made them known: Luật Đất đai số 24-L/CTN."""


def located_issuer(reference: Reference, text: str, limit: int, frame: Frame) -> Reference:
    """Find the issuer of a reference that states none; ``limit`` is where the next reference begins."""
    for find in (_behind_bracket, _behind_subject, _in_front, acting, _over_list):
        if not reference.issuers:
            reference = find(reference, text, limit, frame)
    return reference if reference.issuers else _implied(reference, text, frame)


def _in_front(reference: Reference, text: str, _limit: int, frame: Frame) -> Reference:
    """Find the issuer in front: "theo đề nghị của UBND huyện Lục Ngạn tại Công văn số 655/UBND-NV".

    Between the type word and "số" it may stand too: "Nghị quyết của HĐND thành phố số 45/NQ-HĐND".
    """
    start = max(0, reference.start - _BEFORE)
    before = _AT_END.search(text, start, reference.start)
    end = before.start() if before else len(text[start : reference.start].rstrip()) + start
    if before is None and not _NUMBER_FIRST.match(text, reference.start):
        return reference
    stated = bodies_from_codes(reference.code, reference.codes, frame, party=reference.party)
    for match in _OF_OR_HEARD.finditer(text, start, end):
        read = read_issuer(text, match.end(), frame)
        if read is None or read[1] != end:
            continue
        same = bool(stated) and stated[0].body.key == read[0].body.key
        if before is None and bool(stated) and series_of(stated[0]) == series_of(read[0]):
            return replaced(reference, issuers=(body_on(read[0], reference.date, frame),))
        if before is not None:
            said = (read[0] if reference.party else stated[0]) if same else replaced(read[0], name=read[0].body.name)
            return replaced(reference, issuers=(body_on(said, reference.date, frame),))
    return reference


def _over_list(reference: Reference, text: str, _limit: int, frame: Frame) -> Reference:
    """Find the issuer over a list of numbers: "các Quyết định của UBND tỉnh: số 12/QĐ-UBND ngày …; số 15/QĐ-UBND"."""
    if not _NUMBER_FIRST.match(text, reference.start):
        return reference
    stated = bodies_from_codes(reference.code, reference.codes, frame, party=reference.party)
    for match in _LIST_OF.finditer(text, max(0, reference.start - _BEHIND), reference.start):
        read = read_issuer(text, match.end(), frame)
        fits = read is not None and (not stated or series_of(stated[0]) == series_of(read[0]))
        if read is not None and fits and _OF_LIST.fullmatch(text, read[1], reference.start):
            return replaced(reference, issuers=(body_on(read[0], reference.date, frame),))
    return reference


def _behind_bracket(reference: Reference, text: str, _limit: int, frame: Frame) -> Reference:
    """Find it behind the bracket that ends with the number: "các nghị quyết (57-NQ/TW, 59-NQ/TW) của Bộ Chính trị"."""
    closed = _CLOSED.match(text, reference.tail_end)
    read = read_issuer(text, closed.end(), frame) if closed else None
    if read is None:
        return reference
    stated = bodies_from_codes(reference.code, reference.codes, frame, party=reference.party)
    fits = bool(stated) and series_of(stated[0]) == series_of(read[0])
    return replaced(reference, issuers=(body_on(read[0], reference.date, frame),)) if fits else reference


def _behind_subject(reference: Reference, text: str, limit: int, frame: Frame) -> Reference:
    """Find it behind the subject: "Kế hoạch số 41/KH-UBND … về công tác dân vận năm 2024 của UBND quận Kiến An".

    Only a body of the kind that the symbol states, named at the very end of the clause, is taken.
    """
    stated = bodies_from_codes(reference.code, reference.codes, frame, party=reference.party)
    if not stated:
        return reference
    end = min(limit, reference.tail_end + _BEHIND)
    clause = _CLAUSE_END.search(text, reference.tail_end, end)
    end = clause.start() if clause else end
    for match in reversed(list(_OF.finditer(text, reference.tail_end, end))):
        read = read_issuer(text, match.end(), frame)
        if read is not None and read[1] >= end - 2 and series_of(read[0]) == series_of(stated[0]):
            return replaced(reference, issuers=(body_on(read[0], reference.date, frame),))
    return reference


def _implied(reference: Reference, text: str, frame: Frame) -> Reference:
    """The issuer that the text leaves to the symbol: TTg is the Thủ tướng, TU the province's committee of the frame.

    Where a body is named that could not be read, a local issuer is not guessed: it would be another one.

    Law that a commune cites without its issuer is that of the province while communes laid down next to none (Luật
    80/2015/QH13 Art. 30).

    In a text of a district or a commune a symbol like KH-UBND fits every level above too, so such an issuer is marked
    as a guess ("own_level").
    """
    local = frame.level is Level.WARD and reference.symbol_year in _NORMATIVE_ABOVE
    around = replace(frame, level=Level.PROVINCE) if local else frame
    named = bodies_from_codes(reference.code, reference.codes, around, party=reference.party)
    if reference.type == "TT" and reference.codes and not (named and named[0].body.level is Level.CENTRAL):
        named = _ministry(reference, frame) or named
    passed = _PASSED_BY.get((reference.type, reference.codes[0][:4])) if reference.code in _OF_PROMULGATION else None
    if passed or (not named and reference.type in _ISSUER_OF_TYPE):
        stated = body_from_name(passed or _ISSUER_OF_TYPE[reference.type], frame)
        named = (stated,) if stated else ()
    if _codes_another(reference):
        return reference
    another = _NAMES_A_BODY.match(text, reference.tail_end) and not _BARE_BODY.match(text, reference.tail_end)
    if not named or (named[0].body.level is not Level.CENTRAL and another):
        return reference
    guess = frame.level in _OWN_LEVEL and named[0].body.level is around.level
    issuers = tuple(body_on(_usual(one, reference, frame), reference.date, frame) for one in named)
    issuers = tuple(_called_then(one, reference.date) for one in issuers)
    return replaced(
        reference, issuers=issuers, implied=True, flags=(*reference.flags, *(("own_level",) if guess else ()))
    )


def _called_then(named: NamedBody, day: date | None) -> NamedBody:
    """The Government under its name of that day: "Nghị định số 94-CP" of 1963 is the Hội đồng Chính phủ's."""
    if day is None or named.name != _GOVERNMENT:
        return named
    for row in central_bodies():
        if row.kind == named.body.kind and row.valid_from and row.valid_to and row.valid_from <= day < row.valid_to:
            return replaced(named, name=row.name)
    return named


def _codes_another(reference: Reference) -> bool:
    """Whether a code is that of another body than the tables have: BCH of a union, HĐBT of a Hội đồng bồi thường."""
    if reference.codes == _COUNCIL_OF_MINISTERS:
        return reference.date is not None and reference.date > _END_OF_COUNCIL
    return reference.type == "NQ" and reference.codes == _COMMAND


def _ministry(reference: Reference, frame: Frame) -> tuple[NamedBody, ...]:
    """The ministry of a circular whose symbol lacks the B of today: 09/LĐTBXH-TT (only ministers issue circulars)."""
    lead, *more = reference.codes
    named = bodies_from_codes(reference.code, (f"B{lead}", *more), frame, party=False)
    return named if named and named[0].body.level is Level.CENTRAL else ()


def _usual(named: NamedBody, reference: Reference, frame: Frame) -> NamedBody:
    """The organ of the Party's centre that is meant where only "TW" is written.

    It is the one known to have issued the document; directives are else the Bộ Chính trị's (Điều lệ Đảng Art. 17).
    """
    if named.body.key != "tw":
        return named
    known = _organ_of(reference.symbol, reference.date, frame)
    return replaced(named, name=known or ("Bộ Chính trị" if reference.type == "CT" else named.name))


def _organ_of(symbol: str | None, day: date | None, frame: Frame) -> str | None:
    """Who issued a known document of the centre; without its day a recent one, for numbers recur every term (I4)."""
    for act in party_acts():
        recent = day is None and frame.date is not None and timedelta() <= frame.date - act.issued <= _RECENT
        if act.symbol == symbol and (day == act.issued or recent):
            return act.organ
    return None


def of_own_series(reference: Reference, text: str, header: Header) -> Reference:
    """Give a reference without issuer that of the text itself, whose symbol has the same body code.

    So a hospital cites its own papers, and every office that no table lists ("Đề án số 02/ĐA-BVĐK của Bệnh viện"). A
    code of the tables is left to them.
    """
    if header.symbol is None or header.issuer is None or not reference.codes:
        return reference
    if reference.implied and reference.codes == (_OFFICE,) and header.issuer.startswith(_HAVE_OFFICES):
        name = f"Văn phòng {header.issuer}"
        return replaced(reference, issuers=(NamedBody(name, body_named(name)),))
    if reference.issuers:
        return _of_own_committee(reference, header)
    if reference.codes == (_PRESIDIUM,):
        return _of_presidium(reference, header)
    own = next(find_symbols(header.symbol), None)
    if own is None or own.bodies[:1] != reference.codes[:1] or own.party != reference.party:
        return reference
    said = _OF_WORDS.match(text, reference.tail_end)
    if (
        said
        and not _OWN_HEAD.match(text, reference.tail_end)
        and not header.issuer.casefold().startswith(" ".join(said["words"].casefold().split()))
    ):
        return reference
    if bodies_from_codes(own.code, own.bodies, Frame(), party=own.party):
        return reference
    named = NamedBody(header.issuer, header.body or body_named(header.issuer))
    return replaced(reference, issuers=(named,), implied=True)


def _of_own_committee(reference: Reference, header: Header) -> Reference:
    """The Party committee of the agency whose paper this is: "Quyết định số 17-QĐ/ĐU" of "Đảng ủy" without a place.

    Without that the bare code is a commune's (HD 36-HD/VPTW of 2018, Phụ lục II).
    """
    inside = _COMMITTEE_OF_AGENCY.fullmatch(header.issuer or "")
    own = find_symbols(header.symbol or "")
    bare = reference.issuers and (
        reference.issuers[0].body.key in _BARE_COMMITTEES
        or (reference.implied and series_of(reference.issuers[0]) in _BARE_COMMITTEES)
    )
    if not inside or not bare or reference.codes[:1] != next((symbol.bodies[:1] for symbol in own), None):
        return reference
    organ = reference.issuers[0].name.startswith("Ban ") and not reference.implied
    name = inside.group() if organ else inside["committee"]
    return replaced(reference, issuers=(NamedBody(name, header.body or body_named(inside["committee"])),))


def _of_presidium(reference: Reference, header: Header) -> Reference:
    """The presidium of the union whose paper this is: "Nghị quyết số 06/NQ-ĐCT" is another one's in another union."""
    union = _UNION_ABOVE.get(header.body.kind) if header.body else None
    named = body_from_name(f"Đoàn Chủ tịch {union}", Frame()) if union else None
    return replaced(reference, issuers=(named,), implied=True) if named else reference


def continued_issuers(references: Sequence[Reference], text: str) -> tuple[Reference, ...]:
    """Let a bare number go on with the issuer before it: "Quyết định của UBND tỉnh số 15/QĐ-UBND, 16/QĐ-UBND".

    Only where both have the body code, and nobody is named behind it. Numbers in brackets have the issuer behind them:
    "các nghị quyết (57-NQ/TW, 59-NQ/TW) của Bộ Chính trị".
    """
    result = list(references)
    bracketed = False
    for index in range(len(result) - 2, -1, -1):
        here, behind = result[index], result[index + 1]
        bracketed = bracketed or (_CLOSED.match(text, behind.tail_end) is not None and not behind.implied)
        bracketed = bracketed and here.implied and here.codes == behind.codes and here.type == behind.type
        bracketed = bracketed and _GOES_ON.fullmatch(text, here.tail_end, behind.end) is not None
        if bracketed:
            result[index] = _issued_by(here, behind.issuers)
    for index in range(1, len(result)):
        before, here = result[index - 1], result[index]
        if not here.implied or before.implied or not before.issuers or before.codes != here.codes:
            continue
        if before.type == here.type and _GOES_ON.fullmatch(text, before.tail_end, here.end):
            result[index] = _issued_by(here, before.issuers)
    return tuple(result)


def _issued_by(here: Reference, named: tuple[NamedBody, ...]) -> Reference:
    """A reference with the issuers that were named elsewhere for it: no guess any more."""
    return replaced(here, issuers=named, implied=False, flags=_without("own_level", here.flags))


def agreed_issuers(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Let references of one symbol and one date have one issuer: the one whose place is written out.

    "Chương trình số 27-CTr/TU ngày 12/3/2018 của Ban Chấp hành Đảng bộ tỉnh" means Sóc Trăng where the text has named
    that programme with its province before.
    """
    written: dict[tuple[object, ...], set[str]] = {}
    named: dict[tuple[object, ...], tuple[NamedBody, ...]] = {}
    for reference in references:
        key = _one_document(reference)
        if key and reference.issuers and reference.issuers[0].written_place and reference.issuers[0].body.place:
            written.setdefault(key, set()).add(reference.issuers[0].body.key)
            named.setdefault(key, reference.issuers)
    return tuple(_agreed(r, named.get(_one_document(r) or ()), written) for r in references)


def organs_said_before(references: Sequence[Reference], own: Sequence[Reference]) -> tuple[Reference, ...]:
    """Let a short later mention keep the organ that its first one named, not that of a list it now stands in.

    "Chỉ thị 42-CT/TW, Kết luận số 81-KL/TW, ngày … của Bộ Chính trị" where the text has said "Chỉ thị số 42-CT/TW,
    ngày … của Ban Bí thư". ``own`` are the references before lists shared what stands behind them.
    """
    said: dict[tuple[object, ...], set[str]] = {}
    first: dict[tuple[object, ...], tuple[NamedBody, ...]] = {}
    for reference in own:
        key = (reference.type, reference.symbol)
        if reference.symbol and reference.date and reference.issuers:
            said.setdefault(key, set()).add(reference.issuers[0].name)
            first.setdefault(key, reference.issuers)
    unsaid = {reference.start for reference in own if not reference.issuers}
    result: list[Reference] = []
    for reference in references:
        key = (reference.type, reference.symbol)
        shared = reference.start in unsaid and (bool(reference.issuers) or reference.codes == _CENTRE_OF_PARTY)
        kept = shared and reference.date is None and len(said.get(key, ())) == 1
        result.append(replaced(reference, issuers=first[key], implied=False) if kept else reference)
    return tuple(result)


def _agreed(
    reference: Reference, known: tuple[NamedBody, ...] | None, written: dict[tuple[object, ...], set[str]]
) -> Reference:
    key = _one_document(reference)
    if (
        not known
        or key is None
        or len(written[key]) != 1
        or not reference.issuers
        or reference.issuers[0].written_place
    ):
        return reference
    own, other = reference.issuers[0], known[0]
    if series_of(own) != series_of(other) or own.body.key == other.body.key:
        return reference
    return _issued_by(reference, known)


def _without(flag: str, flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(f for f in flags if f != flag)


def _one_document(reference: Reference) -> tuple[object, ...] | None:
    return (reference.type, reference.symbol, reference.date) if reference.symbol and reference.date else None
