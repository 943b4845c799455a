"""Which citations name law that had ended, and what else is worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

import pytest

from graph.errors import UnknownDocument, UsageError
from graph.model import HowKnown, ResolutionState, Validity
from graph.store import Store
from queries.audit import audit
from queries.results import Finding, FindingKind
from tests.papers import Cite, Paper, plan

DECREE, LAW, PARTIAL, OPEN = (f"norm:nd:2015:{number}:chinh-phu" for number in (4, 5, 6, 7))
PLAN, OTHER = plan(10), plan(11)
ENDS = date(2023, 7, 1)
TODAY = date(2026, 1, 1)


@pytest.fixture
def known(store: Store) -> Store:
    """A decree ended on 1 July 2023, a law came into force that day, a part of a third one ended."""

    def end(scope: str, certainty: str = "confirmed by the text") -> Validity:
        return Validity(
            ended=ENDS,
            scope=scope,
            ended_by="10/2022/QH15",
            how_known=HowKnown.REFERENCE,
            source="Điều 90",
            certainty=certainty,
        )

    rows = [(DECREE, end("whole")), (PARTIAL, end("part")), (OPEN, end("whole", "open"))]
    store.write_validity("table", "1", [*rows, (LAW, Validity(in_force_from=ENDS, how_known=HowKnown.REFERENCE))])
    return store


def cite(key: str = DECREE, **said: object) -> Cite:
    return Cite(key, type="NĐ", symbol=f"{key.split(':')[3]}/2015/NĐ-CP", **said)  # type: ignore[arg-type]


def found(store: Store, *cites: Cite, on: date | None = date(2024, 2, 27), **asked: object) -> list[Finding]:
    store.write(Paper(PLAN, cites, symbol="10/KH-UBND", date=on).batch())
    return audit(store, as_of=TODAY, **asked).findings  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "on", "kinds"),
    [
        pytest.param(DECREE, date(2024, 2, 27), ["ended"], id="ended before it was cited"),
        pytest.param(DECREE, ENDS, ["ended"], id="the day of the end is without effect"),
        pytest.param(DECREE, date(2023, 6, 30), ["ended_since"], id="ended a day later"),
        pytest.param(DECREE, None, ["ended_since"], id="cited on an unknown day"),
        pytest.param(PARTIAL, date(2024, 2, 27), ["ended_in_part"], id="a part had ended"),
        pytest.param(PARTIAL, date(2023, 6, 30), [], id="a part ended later"),
        pytest.param(LAW, date(2023, 6, 30), ["not_yet_in_force"], id="not yet in force"),
        pytest.param(LAW, ENDS, [], id="in force that day"),
        pytest.param(OPEN, date(2024, 2, 27), [], id="an end that is not proved"),
        pytest.param(OTHER, date(2024, 2, 27), [], id="nothing is known"),
    ],
)
def test_both_days_count_for_a_citation(known: Store, key: str, on: date | None, kinds: list[str]) -> None:
    assert [finding.kind for finding in found(known, cite(key), on=on)] == kinds


def test_a_citation_of_law_before_its_effect_tells_the_day_of_effect(known: Store) -> None:
    (finding,) = found(known, cite(LAW), on=date(2023, 6, 30))
    assert (finding.kind, finding.in_force_from, finding.ended) == ("not_yet_in_force", ENDS, None)


def test_a_citation_of_law_whose_end_is_not_proved_is_counted_and_listed_as_unknown(known: Store) -> None:
    (finding,) = found(known, cite(OPEN), kinds=["unknown"])
    assert audit(known, as_of=TODAY).counts == {"unknown": 1}
    assert (finding.kind, finding.certainty) == ("unknown", "open")
    assert finding.message == (
        "Chưa biết hiệu lực của Nghị định 7/2015/NĐ-CP; có nơi ghi hết hiệu lực từ 01/07/2023 (10/2022/QH15), "
        "chưa được xác nhận."
    )


def test_a_finding_states_date_cause_source_and_sentence(known: Store) -> None:
    (finding,) = found(known, cite(relation="IMPLEMENTS"))
    assert finding.severity == "high"
    assert (finding.citing.symbol, finding.cited.symbol) == ("10/KH-UBND", "4/2015/NĐ-CP")
    assert (finding.date, finding.ended, finding.ended_by) == (date(2024, 2, 27), ENDS, "10/2022/QH15")
    assert (finding.how_known, finding.source) == ("reference", "Điều 90")
    assert finding.message == (
        "Nghị định 4/2015/NĐ-CP đã hết hiệu lực từ 01/07/2023 (10/2022/QH15), trước ngày 27/02/2024 của văn bản dẫn."
    )
    text = Paper(PLAN, (cite(),)).text
    assert text[finding.evidence.start : finding.evidence.end] == finding.evidence.quote
    assert finding.evidence.sentence == f"Thực hiện {finding.evidence.quote}."


def test_what_ends_later_than_the_day_of_the_audit_is_no_finding(known: Store) -> None:
    known.write(Paper(PLAN, (cite(),), date=date(2023, 1, 1)).batch())
    assert audit(known, as_of=date(2023, 6, 30)).findings == []


def test_many_mentions_of_one_document_are_one_finding_proved_by_the_first(known: Store) -> None:
    (finding,) = found(known, Cite(OTHER), cite(), cite())
    assert "văn bản 1" in finding.evidence.quote


def test_law_in_the_title_of_another_document_is_not_cited_by_the_text_itself(known: Store) -> None:
    assert found(known, cite(embedded=True)) == []


@pytest.mark.parametrize("relation", ["REPLACES", "REPEALS"])
def test_a_text_that_ends_a_document_does_not_rest_on_it(known: Store, relation: str) -> None:
    assert found(known, cite(relation=relation), cite()) == []


@pytest.mark.parametrize(
    ("cite", "kind"),
    [
        (Cite(None, state=ResolutionState.AMBIGUOUS, group="st:kh:1:x"), "ambiguous"),
        (Cite(None, state=ResolutionState.ANACHRONISTIC, group="st:kh:1:x", date=date(2025, 1, 1)), "anachronistic"),
    ],
)
def test_what_became_of_a_mention_is_reported(known: Store, cite: Cite, kind: str) -> None:
    assert [finding.kind for finding in found(known, cite, cite)] == [kind]


def test_a_date_that_differs_from_the_settled_one_is_a_conflict(known: Store) -> None:
    days = (date(2021, 10, 19), date(2021, 10, 19), date(2021, 10, 29))
    (finding,) = found(known, *(Cite(OTHER, date=day, symbol="11/KH-UBND") for day in days))
    assert finding.kind == "date_conflict"
    assert finding.message == "Chỗ dẫn ghi Kế hoạch 11/KH-UBND ngày 29/10/2021, nơi khác ghi ngày 19/10/2021."


def test_a_symbol_that_differs_in_more_than_its_separators_is_a_conflict(known: Store) -> None:
    symbols = ("446-QĐ/TU", "446-QĐ/TU", "446-QĐ/TW", "446/QĐ-TU")
    (finding,) = found(known, *(Cite(OTHER, type="QĐ", symbol=symbol) for symbol in symbols))
    assert (finding.kind, finding.message) == (
        "symbol_conflict",
        "Chỗ dẫn ghi số 446-QĐ/TW, văn bản ấy mang số 446-QĐ/TU.",
    )


def test_unknown_validity_is_counted_and_listed_only_when_asked_for(known: Store) -> None:
    cites = (cite(), Cite(OTHER), Cite(OTHER), Cite(None, state=ResolutionState.UNRESOLVED, group="st:kh:1:x"))
    assert [finding.kind for finding in found(known, *cites)] == ["ended"]
    assert audit(known, as_of=TODAY).counts == {"ended": 1, "unknown": 2}
    asked = audit(known, kinds=["unknown"], as_of=TODAY)
    assert [finding.cited.key for finding in asked.findings] == [OTHER, "st:kh:1:x"]
    assert asked.counts == {"ended": 1, "unknown": 2}


def test_an_audit_may_be_of_some_documents(known: Store) -> None:
    for number in (20, 21, 22):
        known.write(Paper(plan(number), (cite(),), symbol=f"{number}/KH-UBND", date=TODAY).batch())
    assert audit(known, as_of=TODAY).documents == 3
    one = audit(known, "20/KH-UBND", as_of=TODAY)
    assert ([finding.citing.key for finding in one.findings], one.documents, one.citations) == ([plan(20)], 1, 1)
    two = audit(known, ["22/KH-UBND", "20/KH-UBND"], as_of=TODAY)
    assert [finding.citing.key for finding in two.findings] == [plan(20), plan(22)]
    assert audit(known, [], as_of=TODAY).findings == []
    with pytest.raises(UnknownDocument):
        audit(known, "99/KH-UBND")


def test_findings_come_most_severe_first_and_in_pages(known: Store) -> None:
    known.write(Paper(plan(20), (cite(LAW), cite(PARTIAL)), date=date(2023, 6, 1)).batch())
    known.write(Paper(plan(21), (cite(PARTIAL), cite()), date=TODAY).batch())
    whole = audit(known, as_of=TODAY)
    assert [finding.kind for finding in whole.findings] == ["ended", "ended_in_part", "not_yet_in_force"]
    pages, cursor = [], None
    while True:
        part = audit(known, as_of=TODAY, limit=2, cursor=cursor)
        pages += part.findings
        assert part.page is not None
        assert (part.page.total, part.counts) == (3, whole.counts)
        cursor = part.page.next
        if cursor is None:
            break
    assert pages == whole.findings
    assert [f.kind for f in audit(known, kinds=["ended_in_part"], as_of=TODAY).findings] == ["ended_in_part"]


@pytest.fixture
def mixed(known: Store) -> Store:
    """Texts with citations of every kind, some twice."""
    unresolved = Cite(None, state=ResolutionState.UNRESOLVED, group="st:kh:1:x")
    malformed = Cite(None, state=ResolutionState.MALFORMED, symbol="12/KH")
    ambiguous = Cite(None, state=ResolutionState.AMBIGUOUS, group="st:kh:2:x")
    late = Cite(None, state=ResolutionState.ANACHRONISTIC, group="st:kh:3:x", date=date(2027, 1, 1))
    of_itself = Cite(plan(20), state=ResolutionState.SELF)
    said = [Cite(OTHER, symbol="11/KH-UBND", date=day) for day in (date(2021, 10, 19), date(2021, 10, 29))]
    texts = (
        (cite(), said[0], unresolved, unresolved, cite(OPEN), of_itself),
        (said[0], malformed, cite(relation="REPEALS"), late, cite(LAW), cite(PARTIAL)),
        (unresolved, cite(OPEN), said[1], ambiguous, Cite(plan(20)), cite(), cite()),
        (),
    )
    for number, cites in enumerate(texts, 20):
        known.write(Paper(plan(number), cites, date=date(2022, number - 15, 1)).batch())
    return known


EVERY_KIND = get_args(FindingKind)


def test_the_audit_of_everything_is_the_audit_of_all_documents_by_name(mixed: Store) -> None:
    whole = audit(mixed, kinds=EVERY_KIND, as_of=TODAY)
    assert whole == audit(mixed, [plan(number) for number in range(20, 24)], kinds=EVERY_KIND, as_of=TODAY)
    assert (whole.documents, whole.citations) == (4, 18)
    assert whole.counts == {
        "anachronistic": 1, "not_yet_in_force": 1, "date_conflict": 1, "ambiguous": 1, "ended_since": 2, "unknown": 10,
    }  # fmt: skip


@pytest.mark.parametrize("kinds", [None, ["unknown"], ["ambiguous", "unknown"], EVERY_KIND])
def test_pages_of_any_size_are_the_whole(mixed: Store, kinds: Sequence[str] | None) -> None:
    whole = audit(mixed, kinds=kinds, as_of=TODAY)
    for size in (1, 3):
        pages, cursor = [], None
        for _ in range(0, len(whole.findings), size):
            part = audit(mixed, kinds=kinds, as_of=TODAY, limit=size, cursor=cursor)
            assert part.page is not None
            assert part.page.total == len(whole.findings)
            pages += part.findings
            cursor = part.page.next
        assert (pages, cursor) == (whole.findings, None)


@pytest.fixture
def many_days(store: Store) -> Store:
    """A decree in force from 2016, changed each year from 2018 to 2021, ended in 2023; many texts cite it."""
    facts = [
        Validity(changed=date(year, 3, 1), act="AMENDS", ended_by="1/NĐ-CP", how_known=HowKnown.REFERENCE)
        for year in range(2018, 2022)
    ]
    ended = Validity(in_force_from=date(2016, 1, 1), ended=ENDS, scope="whole", how_known=HowKnown.REFERENCE)
    store.write_validity("table", "1", [(DECREE, ended), *((DECREE, fact) for fact in facts)])
    for number, year in enumerate((2015, 2015, 2017, 2018, 2021, 2022, 2024, 2025, None), 30):
        store.write(Paper(plan(number), (cite(), cite()), date=date(year, 2, 27) if year else None).batch())
    return store


def test_the_days_of_one_document_part_its_citations(many_days: Store) -> None:
    expected = {"ended": 2, "amended": 2, "not_yet_in_force": 2, "ended_since": 5}
    for texts in (None, [plan(number) for number in range(30, 39)]):
        assert audit(many_days, texts, as_of=TODAY).counts == expected


def test_a_page_is_found_however_many_texts_come_before_it(many_days: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = audit(many_days, as_of=TODAY)
    monkeypatch.setattr("queries.dated._FIRST_TEXTS", (1, 3, 10**9))
    assert audit(many_days, as_of=TODAY) == whole
    assert [finding.citing.key for finding in whole.findings[:2]] == [plan(36), plan(37)]


def test_an_unknown_kind_is_refused_with_the_list(known: Store) -> None:
    with pytest.raises(UsageError, match="ended_since"):
        audit(known, kinds=["bad"])
