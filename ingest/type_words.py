"""Type words before a number: "Quyết định số", "Thông tư liên tịch:", "NQ" (NĐ 30/2020 Phụ lục III; HD 36-HD/VPTW).

The words come from ``data/document_types.csv``; what a scan makes of "số" (so, sô, sồ) counts as "số".
"""

from __future__ import annotations

import re
from functools import cache

from data.tables import document_types

NUMBER_WORD = r"(?i:số|sô|só|sồ|sổ|so)"
"""The word before a number, also as scans read it."""

_WINDOW = 64


def type_word_before(text: str, position: int) -> tuple[str, int] | None:
    """Return the type code and the start of the type word (with "số") that ends at ``position``, if one does.

    >>> type_word_before("theo Kế hoạch số 41", 17)
    ('KH', 5)
    """
    match = _before().search(text, max(0, position - _WINDOW), position)
    if match is None:
        return None
    code = type_code(match["type"])
    return (code, match.start("type")) if code else None


def type_code(word: str) -> str | None:
    """Return the type code of a type word or abbreviation, ``None`` when it is none.

    >>> type_code("Nghị  quyết"), type_code("NĐ"), type_code("Bài viết")
    ('NQ', 'NĐ', None)
    """
    regular = " ".join(word.split())
    return _codes().get(regular.casefold()) or _codes().get(regular)


@cache
def type_words() -> re.Pattern[str]:
    """Pattern of all type words written out."""
    return re.compile(rf"(?<!\w)(?:{_alternatives()})(?!\w)", re.IGNORECASE)


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in document_types():
        for form in (row.name, *row.name_forms):
            table.setdefault(form.casefold(), row.code)
    for row in document_types():
        table.setdefault(row.code, row.code)
    return table


@cache
def _alternatives() -> str:
    forms = {form for row in document_types() for form in (row.name, *row.name_forms) if len(form) > 3}
    return "|".join(re.escape(f).replace(r"\ ", r"\s{1,3}") for f in sorted(forms, key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    short = (re.escape(r.code) for r in document_types() if 1 < len(r.code) < 5)
    codes = "|".join(sorted(short, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<type>(?i:{_alternatives()})|(?:{codes}))(?:\s{{1,3}}(?i:liên tịch|liên ngành))?"
        r"(?:\s{1,2}\([^()]{1,20}\))?(?:\s{1,4}|\s{0,2}:\s{0,2}|\s{0,2}\(\s{0,2})"
        rf"(?:{NUMBER_WORD}\s{{0,4}}[:.]?\s{{0,4}}){{0,2}}$"
    )
