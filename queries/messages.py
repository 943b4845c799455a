"""The fact of a finding in one sentence, in Vietnamese and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.identity import label_of_type
from graph.model import HowKnown, Validity
from graph.text import written_day
from graph.validity import OPEN, Contradiction
from graph.vocabulary import called, type_name
from queries.results import FindingKind

Language = Literal["vi", "en"]

_MESSAGES: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "ended": "{cited} đã hết hiệu lực từ {ended}{by}, {when}.",
        "ended_in_part": "{cited} đã hết hiệu lực một phần{parts} từ {ended}{by}, {when}.",
        "ended_in_part.named": "{named} của {cited} đã hết hiệu lực từ {ended}{by}, {when}.",
        "not_yet_in_force.named": "{named} của {cited} có hiệu lực từ {start}, sau ngày {date} của văn bản dẫn.",
        "ended_since.named": "{named} của {cited} chưa hết hiệu lực khi được dẫn; hết hiệu lực từ {ended}{by}.",
        "amended": "{cited} đã được sửa đổi, bổ sung từ {changed}{by}, trước ngày {date} của văn bản dẫn.",
        "suspended": "{cited} đã bị đình chỉ, ngưng hiệu lực{partly}{parts} từ {changed}{until}{by}, {when}.",
        "basis_ended": "{cited} {relation} {basis}, đã hết hiệu lực từ {ended}{by}, {when}.",
        "not_yet_in_force": "{cited} có hiệu lực từ {start}, sau ngày {date} của văn bản dẫn.",
        "ended_since.undated": "{cited} hết hiệu lực từ {ended}{by}; chưa biết ngày của văn bản dẫn.",
        "ended_since.undated.named": "{named} của {cited} hết hiệu lực từ {ended}{by}; chưa biết ngày của văn bản dẫn.",
        "ended_since": "{cited} chưa hết hiệu lực khi được dẫn; hết hiệu lực từ {ended}{by}.",
        "needs_review": "Các nguồn chưa thống nhất về hiệu lực của {cited}, cần xem lại: {contradictions}",
        "anachronistic": "{cited} được ghi ngày {said}, sau ngày {date} của văn bản dẫn.",
        "anachronistic.issued": "{cited} ban hành ngày {said}, sau ngày {date} của văn bản dẫn.",
        "anachronistic.year": "{cited} mang số của năm {said}, sau ngày {date} của văn bản dẫn.",
        "date_conflict": "Chỗ dẫn ghi {cited} ngày {said}, nơi khác ghi ngày {settled}.",
        "symbol_conflict": "Chỗ dẫn ghi số {said}, văn bản ấy mang số {settled}.",
        "symbol_conflict.inferred": "Chỗ dẫn ghi số {said}; theo cơ quan ban hành mà chính nó nêu thì là số {settled}.",
        "copies_differ": "{copy} ghi {what} {said}, {other} ghi {settled}; cả hai là bản của cùng một văn bản.",
        "copies_differ.citation": "{copy} dẫn {cited}, {other} không dẫn; cả hai là bản của cùng một văn bản.",
        "copies_differ.twin": "{copy} và {other} có chữ gần như một nhưng ghi {what} khác nhau: {said} và {settled}.",
        "ambiguous": "Chưa đủ căn cứ để xác định {cited} là văn bản nào{perhaps}.",
        "unknown": "Chưa biết hiệu lực của {cited}.",
        "reported": "Chưa biết hiệu lực của {cited}; có nơi ghi hết hiệu lực từ {ended}{by}, chưa được xác nhận.",
    },
    "en": {
        "ended": "{cited} ended on {ended}{by}, {when}.",
        "ended_in_part": "{cited} ended in part{parts} on {ended}{by}, {when}.",
        "ended_in_part.named": "{named} of {cited} ended on {ended}{by}, {when}.",
        "not_yet_in_force.named": "{named} of {cited} takes effect on {start}, after the citing document of {date}.",
        "ended_since.named": "{named} of {cited} had not ended when it was cited; it ended on {ended}{by}.",
        "amended": "{cited} was amended with effect from {changed}{by}, before the citing document of {date}.",
        "suspended": "{cited} was suspended{partly}{parts} with effect from {changed}{until}{by}, {when}.",
        "basis_ended": "{cited} {relation} {basis}, which ended on {ended}{by}, {when}.",
        "not_yet_in_force": "{cited} takes effect on {start}, after the citing document of {date}.",
        "ended_since.undated": "{cited} ended on {ended}{by}; the citing document is undated.",
        "ended_since.undated.named": "{named} of {cited} ended on {ended}{by}; the citing document is undated.",
        "ended_since": "{cited} had not ended when it was cited; it ended on {ended}{by}.",
        "needs_review": "The sources do not agree on the validity of {cited}: {contradictions}",
        "anachronistic": "{cited} is given the date {said}, after the citing document of {date}.",
        "anachronistic.issued": "{cited} was issued on {said}, after the citing document of {date}.",
        "anachronistic.year": "{cited} has a number of {said}, after the citing document of {date}.",
        "date_conflict": "Here {cited} is dated {said}, elsewhere {settled}.",
        "symbol_conflict": "The number is given as {said}; that of the document is {settled}.",
        "symbol_conflict.inferred": "The number is given as {said}; by the issuing body named there it is {settled}.",
        "copies_differ": "{copy} gives the {what} {said}, {other} {settled}; both are copies of one document.",
        "copies_differ.citation": "{copy} cites {cited}, {other} does not; both are copies of one document.",
        "copies_differ.twin": "{copy} and {other} say nearly the same but differ in {what}: {said} and {settled}.",
        "ambiguous": "It is not settled which document {cited} is{perhaps}.",
        "unknown": "The validity of {cited} is not known.",
        "reported": "The validity of {cited} is not known; an end on {ended}{by} was reported, not confirmed.",
    },
}
_RELATIONS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"GUIDES": "quy định chi tiết, hướng dẫn", "BASED_ON": "căn cứ vào"},
    "en": {"GUIDES": "details", "BASED_ON": "is based on"},
}
_CONTRADICTIONS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "starts": "Các nguồn ghi những ngày có hiệu lực khác nhau: {days}.",
        "ends": "Các nguồn ghi những ngày hết hiệu lực khác nhau: {days}.",
        "order": "Ngày hết hiệu lực {first} sớm hơn ngày có hiệu lực {last}.",
        "circle": "Các văn bản thay thế, bãi bỏ lẫn nhau thành vòng.",
    },
    "en": {
        "starts": "Different days of effect are given: {days}.",
        "ends": "Different days of the end are given: {days}.",
        "order": "The end on {first} is earlier than the effect from {last}.",
        "circle": "The documents replace or repeal each other in a circle.",
    },
}
_WHAT: Mapping[Language, Mapping[str, str]] = {
    "vi": {"symbol": "số, ký hiệu", "date": "ngày ban hành"},
    "en": {"symbol": "number", "date": "date"},
}
_WHEN: Mapping[Language, Sequence[str]] = {
    "vi": ("trước ngày {date} của văn bản dẫn", "đúng ngày {date} của văn bản dẫn"),
    "en": ("before the citing document of {date}", "the very day of the citing document, {date}"),
}
"""How the day of a fact stands to that of the citing text: before it, or the same."""

_PARTLY: Mapping[Language, str] = {"vi": " một phần", "en": " in part"}
_UNTIL: Mapping[Language, str] = {"vi": " đến hết {day}", "en": " until {day}"}
_A_DAY = timedelta(days=1)
_PERHAPS: Mapping[Language, str] = {"vi": "; có thể là {names}", "en": "; perhaps {names}"}
_DERIVED: Mapping[Language, str] = {"vi": "suy ra theo quy định", "en": "derived by rule"}
_NO_DAY: Mapping[Language, str] = {"vi": "không rõ", "en": "unknown"}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHOWN_PROVISIONS = 5


def type_in_words(code: str, language: Language) -> str:
    """The name of a type of documents.

    >>> type_in_words("CV", "vi"), type_in_words("CV", "en")
    ('Công văn', 'Official Letter')
    """
    return type_name(code) if language == "vi" else _INNER_CAPITAL.sub(" ", label_of_type(code))


@dataclass(frozen=True, slots=True)
class Named:
    """A document as a sentence names it: the code of its type, its symbol or title, where needed issuer and day."""

    type: str
    name: str
    issuer: str | None = None
    date: date | None = None

    def in_words(self, language: Language) -> str:
        """All that is known of it, in the words of a language.

        >>> Named("CV", "12/UBND-VP").in_words("vi"), Named("CV", "12/UBND-VP", "UBND xã A").in_words("en")
        ('Công văn 12/UBND-VP', 'Official Letter 12/UBND-VP (UBND xã A)')
        >>> Named("L", "Luật Quản lý đê").in_words("vi")
        'Luật Quản lý đê'
        """
        apart = ", ".join(filter(None, (self.issuer, _day(self.date, language) if self.date else None)))
        name = called(self.type, self.name, type_in_words(self.type, language))
        return f"{name} ({apart})" if apart else name


@dataclass(frozen=True, slots=True)
class Copies:
    """Two files of one document, by name, and in ``what`` they differ: "symbol", "date" or "citation".

    ".twin" at its end says that they are two documents so far.
    """

    what: str
    file: str
    other: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a message tells: ``cited`` is a document or the words of the citation, ``date`` the day of the citing text.

    ``said`` and ``settled`` are what the citation gives and what is settled, an ISO day or a symbol; ``candidates`` are
    the documents that an ambiguous citation may mean; ``copies`` the files of one document that do not agree; ``named``
    the provisions that the citation names, where the fact is of these alone. What is settled may be ``inferred`` from
    the citation itself: no text says it. ``said`` may be when the cited document was ``issued``: the day,
    or the year in its number.
    """

    kind: FindingKind
    cited: Named | str
    date: date | None
    validity: Validity
    said: str = ""
    settled: str = ""
    basis: Named | None = None
    relation: str = ""
    contradictions: Sequence[Contradiction] = ()
    candidates: Sequence[Named] = ()
    copies: Copies | None = None
    named: str = ""
    inferred: bool = False
    issued: bool = False


def message(fact: Fact, language: Language) -> str:
    """The fact in one sentence; of a matter to review, with a sentence for each contradiction."""
    validity = fact.validity
    reported = fact.kind == "unknown" and validity.certainty == OPEN and validity.ended is not None
    provisions = ", ".join(validity.provisions[:_SHOWN_PROVISIONS])
    more = ", …" if len(validity.provisions) > _SHOWN_PROVISIONS else ""
    perhaps = ", ".join(candidate.in_words(language) for candidate in fact.candidates)
    sentence: str = "reported" if reported else fact.kind
    what, _, twin = fact.copies.what.partition(".") if fact.copies is not None else ("", "", "")
    if twin or what == "citation":
        sentence = f"{fact.kind}.{twin or what}"
    if fact.kind == "ended_since" and fact.date is None:
        sentence = f"{fact.kind}.undated"
    if fact.named:
        sentence = f"{sentence}.named"
    if fact.issued:
        sentence = f"{fact.kind}.{'issued' if _ISO_DAY.fullmatch(fact.said) else 'year'}"
    if fact.inferred:
        sentence = f"{fact.kind}.inferred"
    return _MESSAGES[language][sentence].format(
        cited=fact.cited.in_words(language) if isinstance(fact.cited, Named) else fact.cited,
        date=_day(fact.date, language),
        when=_WHEN[language][fact.date in {validity.ended, validity.changed}].format(date=_day(fact.date, language)),
        start=_day(validity.in_force_from, language),
        ended=_day(validity.ended, language),
        changed=_day(validity.changed, language),
        parts=f" ({provisions}{more})" if provisions else "",
        partly=_PARTLY[language] if validity.scope == "part" else "",
        until=_UNTIL[language].format(day=_day(validity.resumed - _A_DAY, language)) if validity.resumed else "",
        by=_by(validity, language),
        basis=fact.basis.in_words(language) if fact.basis else "",
        relation=_RELATIONS[language].get(fact.relation, ""),
        contradictions=" ".join(contradiction_in_words(said, language) for said in fact.contradictions),
        copy=fact.copies.file if fact.copies else "",
        other=fact.copies.other if fact.copies else "",
        what=_WHAT[language].get(what, ""),
        said=written(fact.said, language) or _NO_DAY[language],
        settled=written(fact.settled, language) or _NO_DAY[language],
        named=_capitalised(fact.named),
        perhaps=_PERHAPS[language].format(names=perhaps) if perhaps else "",
    )


def _by(validity: Validity, language: Language) -> str:
    """By what a document ended, in brackets; that an end follows from a rule alone is said."""
    derived = _DERIVED[language] if validity.how_known is HowKnown.DERIVED else ""
    said = "; ".join(filter(None, (derived, validity.ended_by)))
    return f" ({said})" if said else ""


def _capitalised(said: str) -> str:
    return said[:1].upper() + said[1:]


def contradiction_in_words(found: Contradiction, language: Language) -> str:
    """What cannot all be true of one document, in a sentence."""
    days = [_day(day, language) for day in found.days]
    sentence = _CONTRADICTIONS[language][found.kind]
    return sentence.format(days=", ".join(days), first=days[0], last=days[-1]) if days else sentence


def written(value: str, language: Language) -> str:
    """A day as the language writes it, anything else as it is."""
    return _day(date.fromisoformat(value), language) if _ISO_DAY.fullmatch(value) else value


def _day(value: date | None, language: Language) -> str:
    if value is None:
        return _NO_DAY[language]
    return written_day(value) if language == "vi" else f"{value.day} {value:%b} {value.year}"
