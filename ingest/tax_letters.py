"""Letters of tax offices, whose body code is the type code of directives."""

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
