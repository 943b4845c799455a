"""A small graph that has something of everything, a history too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.model import Body, HowKnown, Level, Place, Regime, Validity, ValidityClaim
from graph.store import Batch, Store
from tests.papers import Cite, Duty, Paper, plan

OFFICE = Body("phong-noi-vu.kien-an", "Phòng Nội vụ", "phong-noi-vu", Level.DISTRICT, regime=Regime.STATE)
PROVISIONAL = "st:kh:x-abcdef012345:3:ubnd.hai-phong"
PAPERS = (
    Paper(
        plan(1),
        (Cite(plan(2), "IMPLEMENTS", symbol="2/KH-UBND", title="Dân vận"), Cite(plan(3)), Cite(PROVISIONAL)),
        title="Kế hoạch “dân vận”, năm 2024\nhai dòng",
        bodies=(OFFICE,),
        duties=(Duty(OFFICE.key, OFFICE.name, "Phòng Nội vụ chủ trì", (date(2024, 5, 1),)),),
        recipients=(OFFICE.name,),
    ),
    Paper(plan(2), (Cite(plan(3), "BASED_ON"), Cite(plan(9))), date=date(2024, 1, 2), edition="old"),
)
AFTERWARDS = Paper(plan(3), (Cite(plan(1)), Cite(plan(9))), title="Đến sau", date=date(2024, 3, 1))


def fill(store: Store) -> None:
    """A graph with tasks, places, validity, and a history: an older edition cited what nothing cites any more."""
    first, older = PAPERS
    stated = Validity(in_force_from=date(2023, 7, 1), how_known=HowKnown.TEXT)
    batch = replace(first.batch(), validity=(ValidityClaim(first.key, stated),))
    store.write(replace(batch, places=(Place("hai-phong", "Hải Phòng", "thành phố", Level.PROVINCE, None),)))
    store.write(older.batch())
    store.write(replace(older, cites=older.cites[:1], edition="new").batch(retract=older.source.sha256))
    store.write(Batch(relinks=(first.relink(2, plan(3)),)))
    store.write_validity("table", "1", [(plan(3), Validity(ended=date(2024, 1, 1), how_known=HowKnown.REFERENCE))])
