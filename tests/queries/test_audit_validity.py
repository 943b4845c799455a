"""What an audit makes of ends and amendments that texts state, of ends that follow, and of facts that contradict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.law_import import import_law
from graph.model import HowKnown, Span, Validity, ValidityClaim
from graph.store import Batch, Store
from queries.audit import audit
from queries.document import document
from queries.results import Finding
from tests.papers import Cite, Paper, plan

DECREE, LAW = (f"norm:nd:2015:{number}:chinh-phu" for number in (4, 5))
PLAN, OTHER = plan(10), plan(11)
ENDS = date(2023, 7, 1)
TODAY = date(2026, 1, 1)


@pytest.fixture
def known(store: Store) -> Store:
    """A decree that ended on 1 July 2023, as a table says."""
    ended = Validity(ended=ENDS, scope="whole", ended_by="10/2022/QH15", how_known=HowKnown.REFERENCE, source="Điều 90")
    store.write_validity("table", "1", [(DECREE, ended)])
    return store


def cite(key: str = DECREE, relation: str = "CITES") -> Cite:
    return Cite(key, relation, type="NĐ", symbol=f"{key.split(':')[3]}/2015/NĐ-CP")


def found(store: Store, *cites: Cite, on: date = date(2024, 2, 27)) -> list[Finding]:
    """The findings about a plan with these citations."""
    store.write(Paper(PLAN, cites, symbol="10/KH-UBND", date=on).batch())
    return audit(store, PLAN, as_of=TODAY).findings


def says(paper: Paper, key: str, **facts: object) -> Batch:
    """The batch of a text that says of its first citation, the document ``key``, what ``facts`` tell."""
    mention = paper.mentions[0]
    facts = {"how_known": HowKnown.TEXT, "actor": paper.key, "ended_by": paper.symbol, **facts}
    span = Span(mention.start, mention.end)
    said = Validity(span=span, source=mention.quote, **facts)  # type: ignore[arg-type]
    return replace(paper.batch(), validity=(ValidityClaim(key, said, mention.id),))


AMENDING = "norm:nd:2020:20:chinh-phu"
AMENDER = Paper(AMENDING, (cite(LAW, "AMENDS"),), type="NĐ", symbol="20/2020/NĐ-CP", date=date(2020, 1, 1))
REPEALER = Paper(AMENDING, (Cite(OTHER, "REPEALS"),), type="NĐ", symbol="20/2020/NĐ-CP", date=date(2020, 1, 1))


def test_an_end_that_a_text_states_is_proved_by_its_sentence(store: Store) -> None:
    store.write(says(REPEALER, OTHER, act="REPEALS", ended=ENDS, scope="whole", kept="trừ Điều 5"))
    (finding,) = found(store, Cite(OTHER))
    assert (finding.kind, finding.ended_by, finding.how_known) == ("ended", "20/2020/NĐ-CP", "text")
    assert finding.kept == "trừ Điều 5"
    assert finding.proof is not None
    assert (finding.proof.document, finding.proof.source) == (AMENDING, REPEALER.source.sha256)
    assert REPEALER.text[finding.proof.start : finding.proof.end] == finding.proof.quote


def test_the_provisions_that_ended_are_named(store: Store) -> None:
    provisions = ("Điều 3", "khoản 2 Điều 5")
    store.write(says(REPEALER, OTHER, act="REPEALS", ended=ENDS, scope="part", provisions=provisions))
    (finding,) = found(store, Cite(OTHER))
    assert (finding.kind, finding.provisions) == ("ended_in_part", ["Điều 3", "khoản 2 Điều 5"])
    assert "một phần (Điều 3, khoản 2 Điều 5) từ 01/07/2023 (20/2020/NĐ-CP)" in finding.message


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        pytest.param(date(2023, 2, 1), ["amended"], id="amended before the citation"),
        pytest.param(date(2024, 2, 27), [], id="amended on the very day, not before it"),
        pytest.param(date(2024, 2, 28), [], id="amended after it"),
    ],
)
def test_an_amendment_that_applied_when_a_document_was_cited_is_told(
    store: Store, changed: date, kinds: list[str]
) -> None:
    store.write_validity("table", "1", [(LAW, Validity(in_force_from=date(2016, 1, 1), how_known=HowKnown.REFERENCE))])
    store.write(says(AMENDER, LAW, act="AMENDS", changed=changed, scope="part"))
    listed = found(store, cite(LAW))
    assert [finding.kind for finding in listed] == kinds
    for finding in listed:
        assert (finding.severity, finding.changed, finding.successor) == ("low", changed, None)
        assert finding.message == (
            "Nghị định 5/2015/NĐ-CP đã được sửa đổi, bổ sung từ 01/02/2023 (20/2020/NĐ-CP), "
            "trước ngày 27/02/2024 của văn bản dẫn."
        )


def test_a_suspension_that_had_begun_when_a_document_was_cited_is_told(store: Store) -> None:
    store.write_validity("table", "1", [(LAW, Validity(in_force_from=date(2016, 1, 1), how_known=HowKnown.REFERENCE))])
    suspending = replace(AMENDER, cites=(cite(LAW, "SUSPENDS"),))
    store.write(says(suspending, LAW, act="SUSPENDS", changed=date(2023, 2, 1), scope="whole"))
    (finding,) = found(store, cite(LAW))
    assert (finding.kind, finding.severity, finding.changed) == ("suspended", "medium", date(2023, 2, 1))
    assert "đã bị đình chỉ, ngưng hiệu lực từ 01/02/2023 (20/2020/NĐ-CP)" in finding.message
    assert "was suspended with effect from 1 Feb 2023" in finding.message_en


CIRCULAR = "norm:tt:2016:1:bo-noi-vu"
CITES_CIRCULAR = Cite(CIRCULAR, type="TT", symbol="01/2016/TT-BNV")


def circular(relation: str) -> Paper:
    return Paper(CIRCULAR, (cite(relation=relation),), type="TT", date=date(2016, 1, 13))


@pytest.mark.parametrize(
    ("relation", "ends", "kinds"),
    [
        pytest.param("GUIDES", ENDS, ["ended"], id="a circular ends with the decree that it details"),
        pytest.param("GUIDES", date(2025, 5, 1), ["basis_ended"], id="from April to June 2025 it stayed"),
        pytest.param("BASED_ON", ENDS, ["basis_ended"], id="what only empowers takes nothing along"),
        pytest.param("CITES", ENDS, [], id="what is only cited takes nothing along"),
        pytest.param("GUIDES", date(2026, 1, 2), [], id="the decree ends later"),
        pytest.param("GUIDES", date(2016, 1, 1), ["basis_ended"], id="what had ended before is no parent"),
    ],
)
def test_what_follows_for_a_circular_when_its_decree_ends(
    store: Store, relation: str, ends: date, kinds: list[str]
) -> None:
    rows = [(DECREE, Validity(ended=ends, scope="whole", how_known=HowKnown.REFERENCE))]
    store.write_validity("table", "1", rows)
    store.write(circular(relation).batch())
    assert [finding.kind for finding in found(store, CITES_CIRCULAR, on=date(2025, 9, 1))] == kinds


def test_a_derived_end_is_marked_with_its_chain_and_rule_and_weighs_less(known: Store) -> None:
    known.write(circular("GUIDES").batch())
    (finding,) = found(known, CITES_CIRCULAR)
    assert (finding.kind, finding.how_known, finding.severity) == ("ended", "derived", "medium")
    assert finding.source == (
        "Suy ra: quy định chi tiết, hướng dẫn 4/2015/NĐ-CP hết hiệu lực từ 01/07/2023; Luật 80/2015/QH13, Điều 154.4."
    )
    asked = audit(known, PLAN, kinds=["ended", "unknown"], as_of=TODAY)
    assert (asked.counts, len(asked.findings)) == ({"ended": 1}, 1)


def test_no_end_follows_for_what_was_announced_to_stay_in_force(known: Store) -> None:
    known.write(circular("GUIDES").batch())
    announcing = replace(REPEALER, cites=(CITES_CIRCULAR,))
    stays = {"act": "CONTINUES", "changed": date(2023, 7, 1), "scope": "whole", "ended_by": None}
    known.write(says(announcing, CIRCULAR, **stays))
    assert [finding.kind for finding in found(known, CITES_CIRCULAR)] == ["basis_ended"]


NAMED_ALONE = "law:l:x-0123456789ab:luat-cau-duong:quoc-hoi"


@pytest.mark.parametrize(
    ("title", "name", "kinds"),
    [
        pytest.param("Luật Cầu đường", "Luật Cầu đường", ["ended"] * 2, id="the same law by its name alone"),
        pytest.param("Cầu đường", "Luật cầu đường", ["ended"] * 2, id="by its name, as its own text is titled"),
        pytest.param("Luật Cầu đường", "Luật Phà", ["ended_in_part"], id="another law, of which nothing is known"),
    ],
)
def test_a_name_alone_is_no_other_parent_when_a_parent_has_it(
    store: Store, title: str, name: str, kinds: list[str]
) -> None:
    """What is only named may be in force still: so a decree ends in part, and its circular does not follow."""
    law = "norm:l:2012:7:quoc-hoi"
    ended = Validity(ended=ENDS, scope="whole", ended_by="10/2022/QH15", how_known=HowKnown.REFERENCE)
    store.write_validity("table", "1", [(law, ended)])
    parents = (
        Cite(law, "GUIDES", type="L", symbol="7/2012/QH13", title=title),
        Cite(NAMED_ALONE, "GUIDES", type="L", title=name),
    )
    store.write(Paper(law, type="L", symbol="7/2012/QH13", title=title, date=date(2012, 6, 1)).batch())
    stated = Paper(DECREE, parents, type="NĐ", symbol="4/2015/NĐ-CP", date=date(2015, 1, 9)).batch()
    alone = [replace(one, title=name) if one.key == NAMED_ALONE else one for one in stated.cited]
    store.write(replace(stated, cited=tuple(alone)))
    store.write(circular("GUIDES").batch())
    assert [finding.kind for finding in found(store, cite(), CITES_CIRCULAR)] == kinds


def test_a_derived_end_in_part_tells_with_it_that_the_document_stands_on_ended_law(known: Store) -> None:
    other = Cite(LAW, "GUIDES", type="NĐ", symbol="5/2015/NĐ-CP")
    known.write(replace(circular("GUIDES"), cites=(cite(relation="GUIDES"), other)).batch())
    (finding,) = found(known, CITES_CIRCULAR)
    assert (finding.kind, finding.how_known) == ("ended_in_part", "derived")


def test_a_finding_about_a_basis_names_it(known: Store) -> None:
    known.write(circular("BASED_ON").batch())
    (finding,) = found(known, CITES_CIRCULAR)
    assert finding.basis is not None
    assert (finding.basis.key, finding.severity, finding.ended) == (DECREE, "low", ENDS)
    assert "căn cứ vào Nghị định 4/2015/NĐ-CP, đã hết hiệu lực từ 01/07/2023 (10/2022/QH15)" in finding.message


@pytest.mark.parametrize("kind", ["kh", "ct"])
def test_nothing_follows_for_a_plan_or_a_directive(known: Store, kind: str) -> None:
    key = f"st:{kind}:2022:9:ubnd.hai-phong"
    known.write(Paper(key, (cite(relation="GUIDES"),), date=date(2022, 1, 1)).batch())
    assert found(known, Cite(key)) == []


def test_facts_that_contradict_each_other_need_review(known: Store) -> None:
    known.write_validity("other", "1", [(DECREE, Validity(ended=TODAY, scope="whole", how_known=HowKnown.HUMAN))])
    ended, review = found(known, cite())
    assert (ended.kind, ended.ended, review.kind) == ("ended", ENDS, "needs_review")
    assert "01/07/2023, 01/01/2026" in review.message


def test_documents_that_replace_each_other_need_review(store: Store) -> None:
    pair = (
        Paper(DECREE, (cite(LAW),), type="NĐ", symbol="4/2015/NĐ-CP"),
        Paper(LAW, (cite(DECREE),), type="NĐ", symbol="5/2015/NĐ-CP"),
    )
    for paper, other in zip(pair, reversed(pair), strict=True):
        store.write(says(paper, other.key, act="REPLACES", ended=ENDS, scope="whole"))
    assert [finding.kind for finding in found(store, cite())] == ["ended", "needs_review"]


def test_rows_of_a_table_that_replace_each_other_need_review(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(
        "symbol,type,issuer,issued,ended,scope,ended_by,certainty,source\n"
        "4/2015/NĐ-CP,NĐ,Chính phủ,2015-01-09,2023-07-01,whole,5/2015/NĐ-CP,secondary,page 1\n"
        "5/2015/NĐ-CP,NĐ,Chính phủ,2015-01-10,2023-07-01,whole,4/2015/NĐ-CP,secondary,page 2\n",
        encoding="utf-8",
    )
    report = import_law(store, file)
    assert [(row.line, "thành vòng" in row.reason) for row in report.warnings] == [(2, True), (3, True)]
    assert [finding.kind for finding in found(store, cite())] == ["ended", "needs_review"]


def test_the_successor_is_the_law_that_is_in_force_on_the_day_of_the_audit(store: Store) -> None:
    ended = Validity(ended=date(2023, 7, 1), scope="whole", ended_by="11/2022/QH15", how_known=HowKnown.REFERENCE)
    store.write_validity("table", "1", [(DECREE, ended)])
    assert [finding.successor for finding in found(store, cite())] == ["84/2025/QH15"]
    (earlier,) = audit(store, PLAN, as_of=date(2024, 3, 1)).findings
    assert earlier.successor == "11/2022/QH15"


SUSPENDED, RESUMED = date(2023, 2, 1), date(2024, 1, 1)
SUSPENDING = replace(AMENDER, cites=(cite(LAW, "SUSPENDS"),))


def suspend(store: Store, **facts: object) -> None:
    """A decree suspends another one, or named provisions of it."""
    rows = [(LAW, Validity(in_force_from=date(2016, 1, 1), how_known=HowKnown.REFERENCE))]
    store.write_validity("table", "1", rows)
    store.write(says(SUSPENDING, LAW, act="SUSPENDS", changed=SUSPENDED, **facts))


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        pytest.param(date(2023, 1, 31), [], id="before it"),
        pytest.param(SUSPENDED, ["suspended"], id="its first day"),
        pytest.param(date(2023, 12, 31), ["suspended"], id="its last day"),
        pytest.param(RESUMED, [], id="the day after it"),
    ],
)
def test_a_suspension_is_told_of_citations_while_it_holds(store: Store, on: date, kinds: list[str]) -> None:
    suspend(store, scope="whole", resumed=RESUMED)
    listed = found(store, cite(LAW), on=on)
    assert [finding.kind for finding in listed] == kinds
    for finding in listed:
        assert (finding.changed, finding.resumed) == (SUSPENDED, RESUMED)
        assert "ngưng hiệu lực từ 01/02/2023 đến hết 31/12/2023 (20/2020/NĐ-CP)" in finding.message
        assert "suspended with effect from 1 Feb 2023 until 31 Dec 2023 (20/2020/NĐ-CP)" in finding.message_en


def test_what_suspends_a_document_is_not_what_to_look_at_instead(store: Store) -> None:
    suspend(store, scope="whole")
    assert [finding.successor for finding in found(store, cite(LAW))] == [None]


@pytest.mark.parametrize(
    ("pinpoints", "kinds"),
    [
        pytest.param(["khoản 1 Điều 6"], ["suspended"], id="within what is suspended"),
        pytest.param(["Điều 6", "Điều 7"], ["suspended"], id="the suspended one and another"),
        pytest.param(["Điều 7"], [], id="another"),
        pytest.param(["Điều 7", None], ["suspended"], id="another, and the document as a whole"),
        pytest.param([None], ["suspended"], id="the document as a whole"),
    ],
)
def test_a_suspension_of_provisions_names_them_and_meets_who_cites_them(
    store: Store, pinpoints: list[str | None], kinds: list[str]
) -> None:
    suspend(store, scope="part", provisions=("Điều 6",))
    listed = found(store, *(replace(cite(LAW), pinpoint=pinpoint) for pinpoint in pinpoints))
    assert [finding.kind for finding in listed] == kinds
    for finding in listed:
        assert finding.provisions == ["Điều 6"]
        assert "đã bị đình chỉ, ngưng hiệu lực một phần (Điều 6) từ 01/02/2023" in finding.message
    assert audit(store, as_of=TODAY).counts.get("suspended", 0) == len(kinds)


def test_of_several_suspensions_that_which_a_citation_meets_is_told(store: Store) -> None:
    suspend(store, scope="part", provisions=("Điều 6",))
    later = Validity(act="SUSPENDS", changed=date(2023, 9, 1), scope="part", provisions=("Điều 8",))
    store.write_validity("other", "1", [(LAW, replace(later, how_known=HowKnown.HUMAN))])
    (finding,) = found(store, replace(cite(LAW), pinpoint="Điều 6"))
    assert (finding.kind, finding.changed, finding.provisions) == ("suspended", SUSPENDED, ["Điều 6"])


@pytest.mark.parametrize(("on", "holds"), [(date(2023, 1, 31), 0), (SUSPENDED, 1), (RESUMED, 0)])
def test_a_document_tells_the_suspensions_that_hold_on_a_day(store: Store, on: date, holds: int) -> None:
    suspend(store, scope="part", provisions=("Điều 6",), resumed=RESUMED)
    told = document(store, LAW, as_of=on)
    assert (told.validity.status, len(told.suspensions)) == ("in_force", holds)
    for one in told.suspensions:
        assert (one.since, one.resumed, one.provisions, one.by) == (SUSPENDED, RESUMED, ["Điều 6"], "20/2020/NĐ-CP")
        assert one.evidence is not None
        assert one.evidence.document == AMENDING
