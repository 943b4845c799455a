"""What a web page says of the document that it shows: its heading line and its table of properties.

Used where the document's own head is lost. The words are those of the public portals ("Số ký hiệu", "Ngày ban hành",
"Người ký").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.tables import document_types
from ingest.dates import first_date
from ingest.lines import Line
from ingest.sections import Sections
from ingest.symbols import Symbol, find_symbols

_FACT = re.compile(
    r"(?P<key>Số(?: ký)? hiệu|Ngày ban hành|Ngày ký(?: xác thực)?|Người ký)\s?[:|]{0,2}\s*(?P<value>[^|\n:]{2,80}?)"
    r"(?=\s{2,}|$|\||\s(?:Loại văn bản|Ngày hiệu lực|Người ký|Số công báo))"
)
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
    page = sections.title_page
    lines = sections.lines[: page.first] if page.last > page.first else sections.lines[:_SEARCHED]
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
