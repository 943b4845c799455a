"""References in the official translations of normative texts: "Decree No. 155/2020/ND-CP of December 31, 2020".

The symbol is that of the original; type words are the English labels of ``data/document_types.csv``. Relations and laws
that are only named are not read there.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from data.tables import document_types

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\s{{0,3}},?\s{{1,3}}(?:of|dated|issued\son)\s{{1,3}}(?:(?P<month>{_MONTH})\s{{1,3}}(?P<day>\d{{1,2}})[,.]?\s{{1,3}}"
    rf"|(?P<first>\d{{1,2}})\s{{1,3}}(?P<then>{_MONTH}),?\s{{1,3}})(?P<year>(?:19|20)\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_UNIT = r"(?:points?|clauses?|articles?|chapters?|sections?|appendix)"
_MARK = r"(?:\d{1,3}[a-z]?|[a-z]{1,2}|[IVXLC]{1,6})(?!\w)"
_PROVISION = rf"{_UNIT}\s{{1,3}}{_MARK}(?:(?:,\s|,?\sand\s|\sto\s|\sor\s){_MARK}){{0,12}}"
_PINPOINT = re.compile(
    rf"(?<!\w)(?P<pinpoint>{_PROVISION}(?:(?:,\s|,?\sand\s){_PROVISION}){{0,8}}),?\s{{1,3}}(?:of|to)\s{{1,3}}"
    r"(?:the\s[^,;.\d]{2,60}\s)?$",
    re.IGNORECASE,
)
_TYPES = ("NĐ", "TT", "TTLT", "QĐ", "CT", "NQ", "NQLT", "L", "BL", "PL")
_WINDOW, _LONGEST = 32, 200


def english_type_before(text: str, position: int) -> tuple[str, int] | None:
    """Return the type code and the start of the English type word with "No." that ends at ``position``, if one does.

    >>> english_type_before("under Decree No. 15/2015", 17)
    ('NĐ', 6)
    """
    low = max(0, position - _WINDOW)
    if not text[position - 1 : position].isspace() and text[position - 1 : position] != ".":
        return None
    match = _type_word().search(text, low, position)
    return (_codes()[" ".join(match["type"].casefold().split())], match.start()) if match else None


def english_date_after(text: str, position: int) -> tuple[date, int] | None:
    """Read the English date that follows ``position`` directly; return it and where it ends.

    >>> english_date_after("No. 86/2013/ND-CP of July 29, 2013, on games", 17)
    (datetime.date(2013, 7, 29), 34)
    """
    match = _DATE.match(text, position)
    if match is None:
        return None
    month = _MONTHS.index((match["month"] or match["then"]).casefold()) + 1
    try:
        return date(int(match["year"]), month, int(match["day"] or match["first"])), match.end()
    except ValueError:
        return None


def english_pinpoint(gap: str) -> tuple[str, str] | None:
    """Split the words before a reference into those before the provisions and the provisions themselves.

    >>> english_pinpoint("under Clause 2, Article 27 of the Government's ")
    ('under ', 'Clause 2, Article 27')
    """
    match = _PINPOINT.search(gap, max(0, len(gap) - _LONGEST))
    return (gap[: match.start()], " ".join(match["pinpoint"].split())) if match else None


@cache
def _codes() -> dict[str, str]:
    return {row.label.casefold(): row.code for row in document_types() if row.code in _TYPES}


@cache
def _type_word() -> re.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s{1,3}") for word in sorted(_codes(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<type>{words})\s{{1,3}}(?:No\.?\s{{0,3}})?$", re.IGNORECASE)
