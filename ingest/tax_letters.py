"""Numbers of offices whose code is that of a type too: CT of a tax office, TC of the ministry of finance."""

from __future__ import annotations

from graph.body_codes import bodies_from_codes
from graph.places import Frame
from graph.quick import replaced
from ingest.symbols import Symbol


def letter_of_tax(symbol: Symbol) -> Symbol:
    """A letter of a tax office, whose body code is the type code of directives: "Công văn số 3355/CT-CS".

    A directive is told by the body behind its code, which is that of an authority ("văn bản số 12/CT-UBND").
    """
    of_unit = len(symbol.bodies) == 1 and not bodies_from_codes(symbol.code, symbol.bodies, Frame(), party=False)
    if symbol.code != "CT" or symbol.party or not of_unit:
        return symbol
    return replaced(symbol, code=None, bodies=("CT", *symbol.bodies))


def as_typed(symbol: Symbol, type_code: str) -> Symbol:
    """A symbol behind the word of a type, which may tell that its code is that of an office.

    So it does in a letter of a tax office, and in "Thông tư số 76/TC-TCT" of the ministry of finance before 1997; TC is
    the code of communiqués too.
    """
    if type_code == "CV":
        return letter_of_tax(symbol)
    if symbol.code == "TC" and type_code != "TC" and not symbol.party:
        return replaced(symbol, code=None, bodies=("TC", *symbol.bodies))
    return symbol
