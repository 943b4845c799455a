r"""The grammar of references: where a text names another document, and what it says of it there.

::

    reference = [type] ["số"] number-list symbol tail       Quyết định số 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị
              | type "số" number tail                       Nghị quyết số 54 của Quốc hội
              | law-name ["số" symbol] tail                 Luật Thực hiện dân chủ ở cơ sở năm 2022
              | "Nghị quyết" congress "lần thứ" ordinal     Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng
    tail      = [","] [date] ["của" body {"và" body}] ["khóa" term]

The core (type, "số", number, symbol or law name) is the mention; the tail belongs to it but not to its span. All offsets are
into the normalised text. Relations are not decided here (:mod:`ingest.relations`), nor what exists (:mod:`ingest.resolve`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from data.tables import document_types
from graph.bodies import NamedBody, body_from_codes, read_body
from graph.identity import roman_value
from graph.law import known_by_symbol, law_named_at
from graph.model import Body, Level, Regime
from graph.places import Frame
from ingest.dates import date_after
from ingest.symbols import Symbol, find_symbols, type_of_symbol

_ORDINALS = r"(?P<ordinal>[IVX]{1,6}|\d{1,2})"


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference. ``start``/``end`` bound the core, ``tail_end`` the tail; ``list_id`` joins the members of "217, 218-QĐ/TW".

    ``date`` and ``issuers`` are what is written at this reference itself or shared by its list; ``implied`` tells that the issuer was
    inferred from the symbol. ``symbol`` is canonical; ``party`` tells the Party's order of separators.
    """

    start: int
    end: int
    tail_end: int
    type: str
    symbol: str | None = None
    number: str | None = None
    symbol_year: int | None = None
    codes: tuple[str, ...] = ()
    party: bool = False
    date: date | None = None
    issuers: tuple[NamedBody, ...] = ()
    implied: bool = False
    name: str | None = None
    year: int | None = None
    term: str | None = None
    compound: bool = False
    flags: tuple[str, ...] = ()


_S = r"\s{1,4}"
_OF = re.compile(r"\scủa\s{1,3}")
_OF_BEFORE = re.compile(r"\s{1,3}(?:tại|trong)\s{1,3}$")
_CLAUSE_END = re.compile(r"[;.](?=\s|$)|\n\s*\n|,\s")
_TERM = re.compile(rf"\s{{0,3}}[,(]?\s{{0,2}}khóa\s{{1,3}}{_ORDINALS}\b\)?", re.IGNORECASE)
_BY = re.compile(r"\s{0,4},?\s{0,3}(?:(?:đã\s|được\s)?(?:của|do|giữa)\s{1,4}|ban hành (?:bởi|của)\s)", re.IGNORECASE)
_AND_BODY = re.compile(r"\s{1,3}(?:và|,|-|cùng)\s{1,3}")
_YEAR_AFTER = re.compile(r"\s{1,3}(?:năm\s{1,3})?\(?(?P<year>(?:19|20)\d{2})\)?(?![\d/])")
_AMENDED_MARK = re.compile(r"\s{0,2}\((?:sửa đổi|sđ)(?:,? bổ sung)?\)", re.IGNORECASE)
_LIST_BEFORE = re.compile(r"(?P<numbers>(?:\d{1,4}[a-z]?\s{0,2}(?:,|;|\svà|&)\s{0,2}){1,8})$")
_NUMBER_WORD = re.compile(r"(?:[Ss]ố|SỐ)\s{0,2}[:.]?\s{0,3}(?:số\s{0,2})?$")
_PARTIAL = re.compile(
    r"\s{1,4}số\s{0,2}[:.]?\s{0,2}(?P<number>\d{1,4}[a-z]?)(?![\w/.:-]|\s{0,2}[/–-]\s{0,2}[A-ZĐ\d]|,\s?\d)",
    re.IGNORECASE,
)
_LAW_WORD = re.compile(
    r"(?<!\w)(?:Bộ\s{1,3}[Ll]uật|BỘ LUẬT|Luật|LUẬT|Pháp\s{1,3}lệnh|PHÁP LỆNH|Hiến\s{1,3}pháp|HIẾN PHÁP)(?!\w)"
)
_LAW_TYPE = {"bộ luật": "BL", "luật": "L", "pháp lệnh": "PL", "hiến pháp": "HP"}
_AMENDING_LAW = re.compile(
    r"\s{1,3}sửa\s{1,3}đổi,?\s{0,3}bổ\s{1,3}sung(?:\s{1,3}một\s{1,3}số\s{1,3}điều)?(?:\s{1,3}của)?(?:\s{1,3}các)?\s{1,3}",
    re.IGNORECASE,
)
_LAW_SYMBOL = re.compile(r"\s{1,3}(?:\([^()]{0,30}\)\s{0,2})?,?\s{0,2}số\s{0,2}:?\s{0,2}$", re.IGNORECASE)
_STOP_WORDS = (
    "ngày|năm|số|được|đã|có|quy|theo|về|và|của|để|tại|trong|cho|do|bởi|là|thì|khi|với|đến|hiện|gồm|ban|này|nêu|trên|mới|cũ|sẽ|phải|như|"
    "trước|sau|kể|nhằm|thay|hoặc|hay|khóa|còn|từ|đối|liên|ở|vào|ra|nói|nhưng|nếu|qua|tới|các|những|một|không|cũng|việc|đang"
)
_FREE_LAW_NAME = re.compile(
    rf"\s{{1,3}}(?P<name>(?!(?:sư|gia|pháp|lệ|định|chơi|tục|số|này|nêu|trên|mới|có|và|của)\b)[A-ZĐĂÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ][^\W\d_]*"
    rf"(?:[ \n]{{1,2}}(?!(?:{_STOP_WORDS})(?!\w))[^\W\d_]+){{0,11}})"
)
_CONGRESS = re.compile(
    r"(?P<core>(?:các\s)?Nghị\s{1,3}quyết\s{1,3}(?P<what>Đại\s{1,3}hội(?:\s{1,3}đại\s{1,3}biểu)?"
    r"(?P<where>\s{1,3}(?:toàn\s{1,3}quốc|Đảng\s{1,3}bộ\s{1,3}[^\n,.;()]{0,40}?|Đảng(?:\s{1,3}toàn\s{1,3}quốc)?))?)"
    rf"\s{{1,3}}(?:lần\s{{1,3}}thứ\s{{1,3}}|khóa\s{{1,3}})?{_ORDINALS}(?:\s{{1,3}}của\s{{1,3}}Đảng(?!\s{{1,2}}(?:bộ|ủy)))?)(?!\w)"
)
_SELF_NUMBER_LINE = re.compile(r"(?:^|\n)[\s|]*Số\s{0,2}:?\s{0,3}$")


def find_references(text: str, frame: Frame, start: int, end: int) -> tuple[Reference, ...]:
    """Return the references of ``text[start:end]`` in order; issuers are read inside ``frame``."""
    found = list(_numbered(text, frame, start, end))
    taken = [(r.start, r.end) for r in found]
    for finder in (_partial, _named_laws, _congresses):
        more = [r for r in finder(text, frame, start, end) if not _covered(r, taken)]
        found.extend(more)
        taken.extend((r.start, r.end) for r in more)
        taken.sort()
    merged = _with_law_names(sorted(found, key=lambda r: (r.start, -r.end)))
    return _shared_tails(text, merged)


def type_word_before(text: str, position: int) -> tuple[str, int] | None:
    """Return the type code and the start of the type word (with "số") that ends at ``position``, if one does.

    >>> type_word_before("theo Kế hoạch số 41", 17)
    ('KH', 5)
    """
    match = _type_before().search(text, max(0, position - 60), position)
    if match is None:
        return None
    word = " ".join(match["type"].split())
    code = _types().get(word.casefold()) or _types().get(word)
    return (code, match.start("type")) if code else None


def _numbered(text: str, frame: Frame, start: int, end: int) -> Iterator[Reference]:
    previous_end = start
    for symbol in (
        find_symbols(text[:end]) if start == 0 else (_shifted(s, start) for s in find_symbols(text[start:end]))
    ):
        if _SELF_NUMBER_LINE.search(text, max(0, symbol.start - 30), symbol.start):
            previous_end = symbol.end
            continue
        listed = _LIST_BEFORE.search(text, max(previous_end, symbol.start - 60), symbol.start)
        head = listed.start("numbers") if listed else symbol.start
        typed = type_word_before(text, head) if head > previous_end else None
        if typed and typed[1] < previous_end:
            typed = None
        if listed and typed is None:
            listed = None
            typed = type_word_before(text, symbol.start)
        cut_off = symbol.code is None and not symbol.bodies
        if cut_off and typed is None:
            continue
        code = _type_code(symbol, typed[0] if typed else None)
        core_start = typed[1] if typed else _with_number_word(text, symbol.start)
        tail = _tail(text, symbol.end, frame)
        base = Reference(
            core_start, symbol.end, tail.end, code, symbol.canonical, symbol.number, symbol.year, symbol.bodies, symbol.party,
            tail.date, tail.issuers, term=tail.term, year=tail.year,
        )  # fmt: skip
        if listed and typed:
            yield from _expand_list(text, base, listed, symbol)
        else:
            yield base
        previous_end = symbol.end


def _expand_list(text: str, last: Reference, listed: re.Match[str], symbol: Symbol) -> Iterator[Reference]:
    suffix = last.symbol.removeprefix(symbol.number) if last.symbol else ""
    for index, number in enumerate(re.finditer(r"\d{1,4}[a-z]?", listed["numbers"])):
        at = listed.start("numbers") + number.start()
        yield replace(
            last, start=last.start if index == 0 else at, end=at + len(number.group()), tail_end=at + len(number.group()),
            symbol=f"{number.group()}{suffix}", number=number.group(), compound=True,
        )  # fmt: skip
    yield replace(last, start=symbol.start, compound=True)


def _partial(text: str, frame: Frame, start: int, end: int) -> Iterator[Reference]:
    """Type and number without a symbol count when a date or an issuer follows ("Nghị quyết số 54 của Quốc hội")."""
    for word in _type_words().finditer(text, start, end):
        number = _PARTIAL.match(text, word.end())
        if number is None:
            continue
        tail = _tail(text, number.end(), frame)
        if tail.date is None and not tail.issuers:
            continue
        code = _types().get(" ".join(word.group().split()).casefold())
        if code:
            yield Reference(
                word.start(), number.end(), tail.end, code, None, number["number"], None, (), False, tail.date, tail.issuers,
                term=tail.term, year=tail.year, flags=("partial",),
            )  # fmt: skip


def _named_laws(text: str, frame: Frame, start: int, end: int) -> Iterator[Reference]:
    for word in _LAW_WORD.finditer(text, start, end):
        spoken = " ".join(word.group().split())
        code = _LAW_TYPE[spoken.casefold()]
        amending = _AMENDING_LAW.match(text, word.end())
        known = law_named_at(text, word.start())
        if amending is not None:
            inner = law_named_at(text, amending.end())
            name_end = inner.end if inner else _free_name_end(text, amending.end())
            if name_end is None:
                continue
            name = " ".join(text[word.start() : name_end].split())
        elif known is not None:
            name, name_end = known.name, known.end
        elif code == "HP":
            name, name_end = "Hiến pháp", word.end()
        else:
            free = _FREE_LAW_NAME.match(text, word.end())
            if free is None:
                continue
            name_end = free.end()
            name = " ".join(text[word.start() : name_end].split())
        mark = _AMENDED_MARK.match(text, name_end)
        after = mark.end() if mark else name_end
        tail = _tail(text, after, frame)
        year = _YEAR_AFTER.match(text, after)
        year_value = int(year["year"]) if year else tail.year
        tail_end = max(tail.end, year.end() if year else after)
        issuer = tail.issuers or (
            _named("Ủy ban Thường vụ Quốc hội", frame) if code == "PL" else _named("Quốc hội", frame)
        )
        yield Reference(
            word.start(), name_end, tail_end, code, date=tail.date, issuers=issuer, implied=not tail.issuers, name=name, year=year_value,
        )  # fmt: skip


def _free_name_end(text: str, position: int) -> int | None:
    word = _LAW_WORD.match(text, position)
    if word is None:
        return None
    free = _FREE_LAW_NAME.match(text, word.end())
    return free.end() if free else None


def _congresses(text: str, frame: Frame, start: int, end: int) -> Iterator[Reference]:
    for match in _CONGRESS.finditer(text, start, end):
        term = match["ordinal"]
        where = " ".join((match["where"] or "").split())
        local = "bộ" in where
        body = Body("dai-hoi", "Đại hội đại biểu toàn quốc", "dai-hoi", Level.CENTRAL, regime=Regime.PARTY)
        issuer = f"{' '.join(match['what'].split())} lần thứ {term}" + ("" if local else " của Đảng")
        if local:
            named = read_body(f"Ủy ban nhân dân {where.removeprefix('Đảng bộ').strip()}", 0, frame)
            if named is None or named[0].body.place is None:
                continue
            seat = named[0].body
            issuer = f"Đại hội đại biểu Đảng bộ {seat.name.removeprefix('Ủy ban nhân dân ')} lần thứ {term}"
            body = Body(f"dai-hoi.{seat.place}", issuer, "dai-hoi", seat.level, seat.place, regime=Regime.PARTY)
        yield Reference(
            match.start("core"), match.end("core"), match.end("core"), "NQ", issuers=(NamedBody(issuer, body),), term=term,
            name=" ".join(match["core"].split()),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Tail:
    end: int
    date: date | None = None
    issuers: tuple[NamedBody, ...] = ()
    term: str | None = None
    year: int | None = None


def _tail(text: str, position: int, frame: Frame) -> _Tail:
    end, when, term = position, None, None
    dated = date_after(text, position)
    if dated is not None:
        when, end = dated
    year = None
    if when is None and (match := re.compile(r"\s{1,3}năm\s{1,3}(?P<year>(?:19|20)\d{2})(?!\d)").match(text, position)):
        year, end = int(match["year"]), match.end()
    issuers, end = issuers_after(text, end, frame)
    if issuers and when is None and year is None:
        dated = date_after(text, end)
        if dated is not None:
            when, end = dated
    if match := _TERM.match(text, end):
        term, end = match["ordinal"], match.end()
    return _Tail(end, when, issuers, term, year)


def issuers_after(text: str, position: int, frame: Frame) -> tuple[tuple[NamedBody, ...], int]:
    """Read "của A và B" at ``position``; return the bodies, lead first, and where they end."""
    by = _BY.match(text, position)
    if by is None:
        return (), position
    first = read_body(text, by.end(), frame)
    if first is None:
        return (), position
    bodies, end = [first[0]], first[1]
    while match := _AND_BODY.match(text, end):
        other = read_body(text, match.end(), frame)
        if other is None or len(bodies) >= 6:
            break
        bodies.append(other[0])
        end = other[1]
    return tuple(bodies), end


def with_issuer_before(reference: Reference, text: str, frame: Frame) -> Reference:
    """Find the issuer in front: "theo đề nghị của UBND huyện Lục Ngạn tại Công văn số 655/UBND-NV"."""
    if reference.issuers:
        return reference
    before = _OF_BEFORE.search(text, max(0, reference.start - 140), reference.start)
    if before is None:
        return reference
    for match in _OF.finditer(text, max(0, reference.start - 140), before.start()):
        read = read_body(text, match.end(), frame)
        stated = body_from_codes(reference.codes, frame, party=reference.party)
        if read is not None and read[1] == before.start() and (stated is None or stated.body.key != read[0].body.key):
            return replace(reference, issuers=(read[0],))
    return reference


def with_issuer_after_title(reference: Reference, text: str, limit: int, frame: Frame) -> Reference:
    """Find the issuer behind the subject: "Kế hoạch số 41/KH-UBND … về công tác dân vận năm 2024 của UBND quận Kiến An".

    Only a body of the kind that the symbol states, named at the very end of the clause before ``limit``, is taken.
    """
    if reference.issuers or not reference.codes:
        return reference
    stated = body_from_codes(reference.codes, frame, party=reference.party)
    clause = _CLAUSE_END.search(text, reference.tail_end, min(limit, reference.tail_end + 400))
    end = clause.start() if clause else min(limit, reference.tail_end + 400)
    for match in reversed(list(_OF.finditer(text, reference.tail_end, end))):
        read = read_body(text, match.end(), frame)
        if read is None or read[1] < end - 2:
            continue
        numbering = read[0].body.key.split(".")[0]
        if stated is not None and numbering == stated.body.key.split(".")[0]:
            return replace(reference, issuers=(read[0],))
    return reference


def with_implied_issuer(reference: Reference, frame: Frame) -> Reference:
    """Fill an issuer that the text leaves to the symbol: TTg is the Thủ tướng, TU the province's committee of the frame."""
    if reference.issuers:
        return reference
    named = body_from_codes(reference.codes, frame, party=reference.party)
    if named is None and reference.type in {"L", "BL"}:
        found = _named("Quốc hội", frame)
        return replace(reference, issuers=found, implied=True)
    if named is None and reference.type == "NĐ":
        return replace(reference, issuers=_named("Chính phủ", frame), implied=True)
    return replace(reference, issuers=(named,), implied=True) if named else reference


def _shared_tails(text: str, references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Distribute a shared date and issuer backwards over a list (domain reference §4.3, elided heads).

    "Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị" gives both date and issuer to both; in "A, ngày X và
    B, ngày Y của C" only the issuer is shared.
    """
    result = list(references)
    for index in range(len(result) - 2, -1, -1):
        here, following = result[index], result[index + 1]
        if here.name or following.name or here.type == "CV" != following.type:
            continue
        between = text[here.tail_end : following.start]
        if following.start < here.end or not re.fullmatch(r"\s*(?:,|và|;|&|,\s*và)?\s*(?:các\s)?", between):
            continue
        compatible = not here.codes or not following.codes or here.codes[0] == following.codes[0]
        if not compatible or (";" in between and not here.compound):
            continue
        result[index] = replace(
            here,
            issuers=here.issuers or (following.issuers if not following.implied else ()),
            date=here.date or (following.date if not here.issuers and here.tail_end == here.end else None),
            term=here.term or following.term,
        )
    return tuple(result)


def _with_law_names(references: Sequence[Reference]) -> list[Reference]:
    """Join a law's name with the symbol that follows it ("Luật Đầu tư công số 58/2024/QH15"): one mention."""
    result: list[Reference] = []
    for reference in references:
        last = result[-1] if result else None
        if (
            last
            and last.name
            and last.symbol is None
            and reference.symbol_year
            and reference.type in {"L", "BL", "PL"}
            and 0 <= reference.start - last.end <= 4
        ):
            result[-1] = replace(
                reference, start=last.start, type=last.type, name=last.name, date=reference.date or last.date, year=last.year,
                issuers=reference.issuers or last.issuers,
            )  # fmt: skip
        else:
            result.append(reference)
    return result


def _type_code(symbol: Symbol, word: str | None) -> str:
    own = type_of_symbol(symbol)
    if word is None:
        if own:
            return own
        known = known_by_symbol(symbol.canonical)
        return known[0].type if known else "L"
    return word


def _with_number_word(text: str, start: int) -> int:
    match = _NUMBER_WORD.search(text, max(0, start - 12), start)
    return match.start() if match else start


def _named(name: str, frame: Frame) -> tuple[NamedBody, ...]:
    read = read_body(name, 0, frame)
    return (read[0],) if read else ()


def _covered(reference: Reference, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < reference.end and reference.start < end for start, end in taken)


def _shifted(symbol: Symbol, by: int) -> Symbol:
    return replace(symbol, start=symbol.start + by, end=symbol.end + by)


@cache
def _types() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in document_types():
        for form in (row.name, *row.name_forms):
            table.setdefault(form.casefold(), row.code)
    for row in document_types():
        table.setdefault(row.code, row.code)
    return table


@cache
def _type_alternatives() -> str:
    forms = {form for row in document_types() for form in (row.name, *row.name_forms) if len(form) > 3}
    return "|".join(re.escape(f).replace(r"\ ", r"\s{1,3}") for f in sorted(forms, key=len, reverse=True))


@cache
def _type_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_type_alternatives()})(?!\w)", re.IGNORECASE)


@cache
def _type_before() -> re.Pattern[str]:
    codes = "|".join(
        sorted((re.escape(r.code) for r in document_types() if 1 < len(r.code) < 5), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<!\w)(?P<type>(?i:{_type_alternatives()})|(?:{codes}))(?:\s{{1,3}}(?i:liên tịch|liên ngành))?(?:\s{{1,2}}\([^()]{{1,20}}\))?"
        rf"(?:\s{{1,4}}|\s{{0,2}}:\s{{0,2}})(?:(?i:số|sô|só)\s{{0,4}}[:.]?\s{{0,4}}){{0,2}}$"
    )
