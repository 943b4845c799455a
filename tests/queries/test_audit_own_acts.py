"""What a text does itself to the documents that it cites is no finding about it; what others did is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model import HowKnown, Validity
from graph.store import Store
from queries.audit import audit
from queries.results import Finding
from tests.papers import Cite, Paper

DECREE, ACTING, EARLIER = (f"norm:nd:{year}:{number}:chinh-phu" for year, number in ((2015, 5), (2023, 20), (2020, 8)))
CIRCULAR = "norm:tt:2016:1:bo-noi-vu"
SIGNED, DAY_BEFORE, DAY_AFTER = (date(2023, 6, day) for day in (15, 14, 16))
TODAY = date(2026, 1, 1)
TO_DECREE = Cite(DECREE, type="NĐ", symbol="5/2015/NĐ-CP")
TO_CIRCULAR = Cite(CIRCULAR, type="TT", symbol="01/2016/TT-BNV")
ACT = Paper(ACTING, (TO_DECREE, TO_CIRCULAR), type="NĐ", symbol="20/2023/NĐ-CP", date=SIGNED)
IN_FORCE = Validity(in_force_from=date(2016, 1, 1), how_known=HowKnown.REFERENCE)


def of_text(**facts: object) -> Validity:
    said = {"how_known": HowKnown.TEXT, "actor": ACTING, "ended_by": "20/2023/NĐ-CP", **facts}
    return Validity(**said)  # type: ignore[arg-type]


def found(store: Store, *facts: Validity, paper: Paper = ACT) -> list[Finding]:
    """What is found about ``paper`` when ``facts`` are known of the decree; the audit of everything finds the same."""
    store.write_validity("table", "1", [(DECREE, fact) for fact in (IN_FORCE, *facts)])
    store.write(paper.batch())
    alone, whole = audit(store, paper.key, as_of=TODAY), audit(store, as_of=TODAY)
    assert alone.findings == [finding for finding in whole.findings if finding.citing.key == paper.key]
    for result in (alone, whole):
        assert result.page is not None
        assert result.page.total == len(result.findings)
    return alone.findings


@pytest.mark.parametrize(
    ("fact", "of_others"),
    [
        pytest.param({"act": "AMENDS", "changed": DAY_BEFORE, "scope": "part"}, "amended", id="amends"),
        pytest.param({"act": "SUSPENDS", "changed": SIGNED, "scope": "whole"}, "suspended", id="suspends"),
        pytest.param({"act": "REPEALS", "ended": SIGNED, "scope": "whole"}, "ended", id="ends"),
        pytest.param({"act": "REPEALS", "ended": SIGNED, "scope": "part"}, "ended_in_part", id="ends in part"),
        pytest.param({"act": "REPEALS", "ended": DAY_AFTER, "scope": "whole"}, "ended_since", id="ends later"),
        pytest.param(
            {"ended": SIGNED, "scope": "whole", "actor": None, "how_known": HowKnown.REFERENCE}, "ended",
            id="a table names the citing text by its number",
        ),
    ],
)  # fmt: skip
def test_what_a_text_does_itself_is_no_finding_about_it(store: Store, fact: dict[str, object], of_others: str) -> None:
    assert found(store, of_text(**fact)) == []
    other = Paper(EARLIER, (TO_DECREE,), type="NĐ", symbol="8/2020/NĐ-CP", date=SIGNED)
    assert [f.kind for f in found(store, of_text(**fact), paper=other)] == [of_others]


def test_the_number_of_another_body_is_not_that_of_the_acting_text(store: Store) -> None:
    """A text's own number tells nothing where the key of the document that acted is known."""
    same_number = Paper("norm:nd:2023:20:khac", (TO_DECREE,), type="NĐ", symbol="20/2023/NĐ-CP", date=DAY_AFTER)
    fact = of_text(act="REPEALS", ended=SIGNED, scope="whole")
    assert [f.kind for f in found(store, fact, paper=same_number)] == ["ended"]


def test_what_others_had_done_before_is_still_told(store: Store) -> None:
    before = of_text(act="AMENDS", changed=date(2020, 3, 1), scope="part", actor=EARLIER, ended_by="8/2020/NĐ-CP")
    own = of_text(act="AMENDS", changed=DAY_BEFORE, scope="part")
    (finding,) = found(store, before, own)
    assert (finding.kind, finding.ended_by, finding.changed) == ("amended", "8/2020/NĐ-CP", date(2020, 3, 1))
    page = audit(store, kinds=["amended"], severities=["low"], limit=1, as_of=TODAY)
    assert (page.findings, page.page and page.page.total) == ([finding], 1)


@pytest.mark.parametrize("relation", ["GUIDES", "BASED_ON"])
def test_what_falls_with_a_document_that_the_text_ends_is_no_finding_about_it(store: Store, relation: str) -> None:
    below = Paper(CIRCULAR, (replace(TO_DECREE, relation=relation),), type="TT", date=date(2016, 1, 13))
    store.write(below.batch())
    ends = of_text(act="REPEALS", ended=SIGNED, scope="whole")
    assert found(store, ends) == []
    other = Paper(EARLIER, (TO_CIRCULAR,), type="NĐ", symbol="8/2020/NĐ-CP", date=DAY_AFTER)
    assert len(found(store, ends, paper=other)) == 1


def test_provisions_that_the_text_itself_ends_are_no_finding_about_it(store: Store) -> None:
    ends = of_text(act="REPEALS", ended=SIGNED, scope="part", provisions=("Điều 3",))
    named = replace(ACT, cites=(replace(TO_DECREE, pinpoint="khoản 1 Điều 3"),))
    assert found(store, ends, paper=named) == []
    other = Paper(EARLIER, named.cites, type="NĐ", symbol="8/2020/NĐ-CP", date=DAY_AFTER)
    assert [(f.kind, f.named) for f in found(store, ends, paper=other)] == [("ended_in_part", "khoản 1 Điều 3")]
