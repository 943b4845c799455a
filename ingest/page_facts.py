"""What a web page says of the document that it shows: its heading line and its table of properties.

Used where the document's own head is lost, or its text does not say from when or until when it is in force. The words
are those of the public portals ("Số ký hiệu", "Ngày ban hành", "Người ký", "Ngày hết hiệu lực").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.tables import document_types
from ingest.dates import first_date
from ingest.lines import Line
from ingest.model import StatedEffect
from ingest.normalise import NormalisedText
from ingest.sections import Sections
from ingest.symbols import Symbol, find_symbols

_FACT = re.compile(
    r"(?P<key>Số(?: ký)? hiệu|Ngày ban hành|Ngày ký(?: xác thực)?|Người ký)\s?[:|]{0,2}\s*(?P<value>[^|\n:]{2,80}?)"
    r"(?=\s{2,}|$|\||\s(?:Loại văn bản|Ngày hiệu lực|Người ký|Số công báo))"
)
_IN_FORCE = re.compile(r"Ngày (?P<what>có|hết) hiệu lực\s?[:|]{0,2}\s{0,3}(?P<when>\d{1,2}[/-]\d{1,2}[/-]\d{4})(?!\d)")
_SIGNER = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d]*(?: [A-ZĐÀ-Ỹ][^\W\d]*){1,5}$")
_YEAR = re.compile(r"năm \d{4}\s+")
_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts in the words of the page; ``symbol`` has no place in the text of the document itself."""

    symbol: Symbol | None = None
    type: str | None = None
    title: str | None = None
    date: date | None = None
    signer: str | None = None


def read_page_facts(sections: Sections) -> PageFacts:
    """Read the facts from the lines before the head, or from the first lines of a text without head."""
    lines = _of_page(sections)
    symbol, code, title = _heading(lines)
    day: date | None = None
    signer: str | None = None
    for line in lines:
        for match in _FACT.finditer(line.text):
            key, value = match["key"], match["value"].strip()
            if key.startswith("Số"):
                symbol = symbol or next(find_symbols(value), None)
            elif key == "Người ký":
                signer = signer or (value if _SIGNER.match(value) else None)
            elif day is None and (found := first_date(value)):
                day = found[0]
    return PageFacts(symbol, code, title, day, signer)


def read_page_effect(text: NormalisedText, sections: Sections, own: StatedEffect | None) -> Iterator[StatedEffect]:
    """From when, and until when, the document is in force as the page says, where its text (``own``) does not say."""
    told = {"có": own is not None and own.in_force_from is not None, "hết": own is not None and own.ended is not None}
    for line in _of_page(sections):
        match = _IN_FORCE.search(line.text)
        found = first_date(match["when"]) if match and not told[match["what"]] else None
        if match is None or found is None:
            continue
        told[match["what"]] = True
        begins = match["what"] == "có"
        span = text.span(line.start + match.start(), line.start + match.end())
        yield StatedEffect(found[0] if begins else None, None if begins else found[0], span.start, span.end)


def _of_page(sections: Sections) -> Sequence[Line]:
    page = sections.title_page
    return sections.lines[: page.first] if page.last > page.first else sections.lines[:_SEARCHED]


def _heading(lines: Sequence[Line]) -> tuple[Symbol | None, str | None, str | None]:
    """Read "Nghị định số 5/2020/NĐ-CP về …", the line with which a page names its document."""
    for line in lines:
        symbol = next(find_symbols(line.text[:120]), None)
        if symbol is None:
            continue
        name = re.sub(r"\s(?:số|no\.)$", "", line.text[: symbol.start].strip(" :").casefold())
        if code := _type_codes().get(name):
            rest = line.text[symbol.end :].strip(" ,-:")
            return symbol, code, _YEAR.sub("", rest, count=1) if _YEAR.match(rest) else rest or None
    return None, None, None


@cache
def _type_codes() -> dict[str, str]:
    rows = document_types()
    return {row.label.casefold(): row.code for row in rows} | {
        form.casefold(): row.code for row in rows for form in (row.name, *row.name_forms)
    }
