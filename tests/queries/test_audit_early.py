"""A document that was issued after the day of the text that cites it: one finding, whatever its days tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model import HowKnown, ResolutionState, Validity
from graph.store import Store
from queries.audit import audit
from queries.results import Finding
from tests.papers import Cite, Paper, plan

LAW, DECREE, PLAN = "norm:l:2022:10:quoc-hoi", "norm:nd:2021:6:chinh-phu", plan(10)
TO_LAW = Cite(LAW, type="L", symbol="10/2022/QH15")
TO_DECREE = Cite(DECREE, type="NĐ", symbol="6/2021/NĐ-CP")
DECREE_ITSELF = Paper(DECREE, type="NĐ", symbol="6/2021/NĐ-CP", date=date(2020, 12, 31))
TODAY = date(2026, 1, 1)


def found(store: Store, *cites: Cite, on: date | None) -> list[Finding]:
    store.write(Paper(PLAN, cites, symbol="10/KH-UBND", date=on).batch())
    alone, whole = audit(store, PLAN, as_of=TODAY), audit(store, as_of=TODAY)
    assert alone.findings == whole.findings
    assert alone.page is not None
    assert alone.page.total == len(alone.findings)
    return alone.findings


@pytest.mark.parametrize(
    ("cite", "on", "told"),
    [
        pytest.param(TO_LAW, date(2019, 9, 9), "ban hành ngày 10/11/2022, sau ngày 09/09/2019", id="the table's day"),
        pytest.param(TO_LAW, date(2022, 11, 9), "ban hành ngày 10/11/2022, sau ngày 09/11/2022", id="a day before"),
        pytest.param(TO_LAW, date(2022, 11, 10), None, id="the day itself"),
        pytest.param(TO_DECREE, date(2020, 12, 31), "mang số của năm 2021, sau ngày 31/12/2020", id="the year before"),
        pytest.param(TO_DECREE, date(2021, 1, 1), None, id="within the year"),
        pytest.param(TO_LAW, None, None, id="an undated text"),
        pytest.param(replace(TO_LAW, embedded=True), date(2019, 9, 9), None, id="in the title of another"),
        pytest.param(Cite(plan(11, year=2023)), date(2019, 9, 9), None, id="a year that no number gives"),
    ],
)
def test_a_document_cited_before_it_was_issued_is_anachronistic(
    store: Store, cite: Cite, on: date | None, told: str | None
) -> None:
    listed = found(store, cite, cite, on=on)
    assert [(finding.kind, finding.severity) for finding in listed] == [("anachronistic", "medium")] * bool(told)
    for finding in listed:
        assert told
        assert f"{told} của văn bản dẫn." in finding.message


@pytest.mark.parametrize(("on", "kinds"), [(date(2020, 12, 30), ["anachronistic"]), (date(2020, 12, 31), [])])
def test_the_day_of_the_cited_text_goes_before_the_year_in_its_number(store: Store, on: date, kinds: list[str]) -> None:
    store.write(DECREE_ITSELF.batch())
    listed = found(store, TO_DECREE, on=on)
    assert [finding.kind for finding in listed] == kinds
    for finding in listed:
        assert "ban hành ngày 31/12/2020, sau ngày 30/12/2020" in finding.message


def test_what_was_not_yet_issued_is_not_told_again_by_its_days(store: Store) -> None:
    known = Validity(
        in_force_from=date(2023, 7, 1), ended=date(2025, 1, 1), scope="whole", how_known=HowKnown.REFERENCE
    )
    store.write_validity("table", "1", [(LAW, known), (DECREE, known)])
    listed = found(store, TO_LAW, replace(TO_DECREE, pinpoint="Điều 3"), on=date(2019, 9, 9))
    assert [finding.kind for finding in listed] == ["anachronistic"] * 2
    assert {finding.cited.key for finding in listed} == {LAW, DECREE}


def test_a_day_that_the_citation_gives_and_the_day_of_issue_are_one_finding(store: Store) -> None:
    dated = replace(TO_LAW, date=date(2022, 11, 10), state=ResolutionState.ANACHRONISTIC)
    (finding,) = found(store, dated, TO_LAW, on=date(2019, 9, 9))
    assert finding.message == "Luật 10/2022/QH15 được ghi ngày 10/11/2022, sau ngày 09/09/2019 của văn bản dẫn."


def test_pages_hold_what_is_told_by_documents_and_by_citations(store: Store) -> None:
    late = Cite(None, state=ResolutionState.ANACHRONISTIC, group="st:kh:3:x", date=date(2027, 1, 1))
    listed = found(store, TO_LAW, late, TO_DECREE, on=date(2019, 9, 9))
    pages, cursor = [], None
    for _ in listed:
        part = audit(store, as_of=TODAY, limit=1, cursor=cursor)
        assert part.page is not None
        pages += part.findings
        cursor = part.page.next
    assert (len(pages), pages, cursor) == (3, listed, None)
