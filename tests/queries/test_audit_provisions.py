"""What an audit makes of citations that name provisions with a day of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model import HowKnown, Span, Validity, ValidityClaim
from graph.store import Store
from queries.audit import audit
from queries.results import Finding
from tests.papers import Cite, Paper, plan

LAW = "norm:nd:2025:9:chinh-phu"
ENDER = "norm:nd:2026:20:chinh-phu"
PLAN = plan(10)
BEGINS, ENDS = date(2026, 1, 1), date(2027, 7, 1)
WHOLE = Validity(in_force_from=BEGINS, how_known=HowKnown.TEXT)
ENDED = Validity(
    ended=ENDS, scope="whole", act="REPEALS", actor=ENDER, ended_by="20/2026/NĐ-CP", how_known=HowKnown.TEXT
)


def part(provision: str, **facts: date | str) -> Validity:
    return Validity(scope="part", provisions=(provision,), how_known=HowKnown.TEXT, **facts)  # type: ignore[arg-type]


def repealed(provision: str, day: date) -> Validity:
    return replace(part(provision, ended=day), act="REPEALS", actor=ENDER, ended_by="20/2026/NĐ-CP")


def cite(pinpoint: str | None = None) -> Cite:
    return Cite(LAW, type="NĐ", symbol="9/2025/NĐ-CP", pinpoint=pinpoint)


def found(store: Store, *facts: Validity, cites: tuple[Cite, ...], on: date, as_of: date) -> list[Finding]:
    store.write_validity("table", "1", [(LAW, WHOLE), *((LAW, fact) for fact in facts)])
    store.write(Paper(PLAN, cites, symbol="10/KH-UBND", date=on).batch())
    result = audit(store, PLAN, as_of=as_of)
    assert sum(result.counts.values()) == len(result.findings)
    everything = audit(store, as_of=as_of)
    assert (everything.findings, everything.counts) == (result.findings, result.counts)
    return result.findings


EARLY, SPRING, LATE, YEARS_LATER = date(2025, 12, 1), date(2026, 5, 1), date(2027, 9, 1), date(2029, 1, 1)


@pytest.mark.parametrize(
    ("facts", "pinpoint", "on", "as_of", "kinds"),
    [
        pytest.param([repealed("Điều 5", date(2026, 3, 1))], "khoản 2 Điều 5", SPRING, SPRING,
                     [("ended_in_part", "high", "khoản 2 Điều 5")], id="the named provision had ended"),
        pytest.param([repealed("Điều 5", date(2026, 3, 1))], "Điều 51", SPRING, SPRING,
                     [("ended_in_part", "medium", None)], id="another provision had ended"),
        pytest.param([repealed("khoản 2 Điều 5", date(2026, 3, 1))], "Điều 5", SPRING, SPRING,
                     [("ended_in_part", "medium", None)], id="a part of the named provision had ended"),
        pytest.param([repealed("Điều 5", date(2026, 9, 1))], "Điều 5", SPRING, YEARS_LATER,
                     [("ended_since", "info", "Điều 5")], id="the named provision ended since"),
        pytest.param([repealed("Điều 5", date(2026, 9, 1))], "Điều 6", SPRING, YEARS_LATER,
                     [], id="another ended since"),
        pytest.param([part("Điều 24", in_force_from=date(2028, 1, 1))], "khoản 1 Điều 24", SPRING, SPRING,
                     [("not_yet_in_force", "low", "khoản 1 Điều 24")], id="the named provision begins later"),
        pytest.param([part("Điều 24", in_force_from=date(2028, 1, 1))], "Điều 2", SPRING, SPRING,
                     [], id="another does"),
        pytest.param([part("Điều 13", in_force_from=date(2025, 10, 1))], "Điều 13", EARLY, SPRING, [],
                     id="the named provision had begun before the whole"),
        pytest.param([part("Điều 13", in_force_from=date(2025, 10, 1))], "Điều 14", EARLY, SPRING,
                     [("not_yet_in_force", "low", None)], id="another had begun before the whole"),
        pytest.param([part("Điều 10", in_force_from=BEGINS, ended=date(2026, 3, 1))], "Điều 10", SPRING, SPRING,
                     [("ended_in_part", "high", "Điều 10")], id="the text itself ends a part of it"),
        pytest.param([ENDED, repealed("Điều 5", date(2028, 1, 1))], "Điều 5", LATE, LATE, [],
                     id="the named provision goes on when the whole has ended"),
        pytest.param([ENDED, repealed("Điều 5", date(2028, 1, 1))], "Điều 5", LATE, YEARS_LATER,
                     [("ended_since", "info", "Điều 5")], id="it ended later than the whole"),
        pytest.param([ENDED, repealed("Điều 5", date(2028, 1, 1))], "Điều 6", LATE, LATE, [("ended", "high", None)],
                     id="others ended with the whole"),
        pytest.param([part("Điều 26 (việc dùng hóa đơn)", in_force_from=date(2025, 10, 1))], "Điều 26", EARLY, SPRING,
                     [("not_yet_in_force", "low", None)], id="only one matter of it had begun"),
    ],
)  # fmt: skip
def test_a_citation_of_provisions_goes_by_their_own_day(
    store: Store, facts: list[Validity], pinpoint: str, on: date, as_of: date, kinds: list[tuple[str, str, str | None]]
) -> None:
    listed = found(store, *facts, cites=(cite(pinpoint),), on=on, as_of=as_of)
    assert [(finding.kind, finding.severity, finding.named) for finding in listed] == kinds


def test_a_text_that_cites_the_whole_too_hears_of_both(store: Store) -> None:
    listed = found(
        store, repealed("Điều 5", date(2026, 9, 1)), ENDED, cites=(cite(), cite("Điều 5")), on=SPRING, as_of=LATE
    )
    assert [(finding.kind, finding.named, finding.ended) for finding in listed] == [
        ("ended_since", None, ENDS),
        ("ended_since", "Điều 5", date(2026, 9, 1)),
    ]


def test_the_message_names_the_provisions_and_the_proof_is_their_sentence(store: Store) -> None:
    paper = Paper(ENDER, (Cite(LAW, "REPEALS", type="NĐ"),), type="NĐ", symbol="20/2026/NĐ-CP", date=date(2026, 2, 1))
    mention = paper.mentions[0]
    said = replace(repealed("Điều 5", date(2026, 3, 1)), source=mention.quote, span=Span(mention.start, mention.end))
    store.write(replace(paper.batch(), validity=(ValidityClaim(LAW, said, mention.id),)))
    (finding,) = found(store, cites=(cite("khoản 2 Điều 5"),), on=SPRING, as_of=SPRING)
    assert finding.message == (
        "Khoản 2 Điều 5 của Nghị định 9/2025/NĐ-CP đã hết hiệu lực từ 01/03/2026 (20/2026/NĐ-CP), "
        "trước ngày 01/05/2026 của văn bản dẫn."
    )
    assert finding.message_en.startswith("Khoản 2 Điều 5 of Decree 9/2025/NĐ-CP ended on 1 Mar 2026")
    assert (finding.evidence.pinpoint, finding.provisions) == ("khoản 2 Điều 5", ["Điều 5"])
    assert finding.proof is not None
    assert (finding.proof.document, finding.proof.quote) == (ENDER, mention.quote)


def test_findings_by_document_and_by_provision_stand_in_one_order_on_all_pages(store: Store) -> None:
    facts = [(LAW, fact) for fact in (WHOLE, repealed("Điều 5", date(2026, 3, 1)))]
    store.write_validity("table", "1", facts)
    for number in range(10, 20):
        pinpoint = "Điều 5" if number % 3 == 0 else None
        store.write(Paper(plan(number), (cite(pinpoint),), symbol=f"{number}/KH-UBND", date=SPRING).batch())
    whole = audit(store, as_of=SPRING)
    assert [finding.citing.key for finding in whole.findings] == [plan(number) for number in range(10, 20)]
    assert whole.counts == {"ended_in_part": 10}
    paged: list[Finding] = []
    cursor = None
    while True:
        one = audit(store, as_of=SPRING, limit=3, cursor=cursor)
        paged += one.findings
        cursor = one.page.next if one.page else None
        if cursor is None:
            break
    assert paged == whole.findings
    assert audit(store, as_of=SPRING, severities=["high"]).page.total == 3  # type: ignore[union-attr]
