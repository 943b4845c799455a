"""The codes that stand in symbols, from the tables of types and bodies (NĐ 30/2020 Phụ lục III; HD 36-HD/VPTW)."""

from __future__ import annotations

from functools import cache

from data.tables import body_codes, document_types


@cache
def types_by_symbol_code() -> dict[str, str]:
    """The type of document by the code in its symbol; a code that is a type's own goes first."""
    table = {code: row.code for row in document_types() for code in row.symbol_codes if code == row.code}
    for row in document_types():
        for code in row.symbol_codes:
            table.setdefault(code, row.code)
    return table


@cache
def known_bodies() -> frozenset[str]:
    """All abbreviations of bodies that the tables know."""
    return frozenset(form for row in body_codes() for form in (row.code, *row.forms))


@cache
def old_ministries() -> frozenset[str]:
    """Ministries as they stood in symbols before 1997, without the B of today: 06-TC/TCT, 09/LĐTBXH-TT."""
    rows = (row for row in body_codes() if row.level == "central" and row.regime == "state" and len(row.code) > 2)
    return frozenset(row.code[1:] for row in rows if row.code.startswith("B")) | {"TCHQ"}


@cache
def case_folded_codes() -> dict[str, str]:
    """Lookup of codes that lost their case (CTR) or their Đ (ND-CP), where that leaves one reading."""
    table: dict[str, str] = {}
    for row in document_types():
        for code in row.symbol_codes:
            table.setdefault(code.upper(), code)
    table |= {"ND": "NĐ", "QD": "QĐ", "TTG": "TTg", "ƠP": "CP"}
    return table


@cache
def glued_codes() -> dict[str, tuple[str, str]]:
    """Type and body of the State without the hyphen between them, a doubled letter written once or twice."""
    table: dict[str, tuple[str, str]] = {}
    for kind in ("NĐ", "QĐ", "CT", "NQ", "CĐ", "TB", "KH", "BC", "TTr"):
        for body in ("CP", "TTg", "UBND", "HĐND", "VPCP"):
            table[kind + body] = (kind, body)
            if kind[-1] == body[0]:
                table[kind + body[1:]] = (kind, body)
    return table
