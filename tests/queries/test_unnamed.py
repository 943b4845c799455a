"""Findings about texts without number and title tell the file, those about others do not."""

from __future__ import annotations

from datetime import date

from graph.model import HowKnown, Validity
from graph.store import Store
from queries.audit import audit
from tests.papers import Cite, Paper, plan

DECREE = "norm:nd:2015:4:chinh-phu"
DAY = date(2024, 1, 1)


def test_only_a_text_without_number_and_title_is_told_with_its_file(store: Store) -> None:
    ended = Validity(ended=date(2023, 7, 1), scope="whole", how_known=HowKnown.REFERENCE, source="trang 1")
    store.write_validity("table", "1", [(DECREE, ended)])
    cites = (Cite(DECREE, type="NĐ", symbol="04/2015/NĐ-CP"),)
    draft = Paper(plan(1), cites, date=DAY)
    for paper in (draft, Paper(plan(2), cites, date=DAY, title="Thực hiện dân chủ")):
        store.write(paper.batch())
    told = {finding.citing.key: (finding.citing.type, finding.citing.file) for finding in audit(store).findings}
    assert told == {plan(1): ("KH", draft.source.path.rpartition("/")[2]), plan(2): (None, None)}
