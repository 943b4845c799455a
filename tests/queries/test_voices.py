"""A conflict of days or symbols shows every voice with its sentence, the citation that it is found in first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.model import Body, Evidence, Level, Statement
from graph.store import Batch, Store
from queries.audit import audit
from queries.conflicts import conflicts
from queries.results import Finding
from tests.papers import Cite, Paper, plan

KEY = "pty:qd:2020-2025:396:tu.quang-ngai"
BODY = Body("tu.quang-ngai", "Tỉnh ủy Quảng Ngãi", "tu", Level.PROVINCE)
TRUE, OTHER = date(2021, 12, 20), date(2021, 12, 2)
DAY = date(2024, 2, 27)


def cite(day: date | None = TRUE, symbol: str | None = "396-QĐ/TU") -> Cite:
    return Cite(KEY, type="QĐ", symbol=symbol, date=day)


def filled(store: Store, *cites: Cite) -> None:
    for number, one in enumerate(cites, 1):
        store.write(Paper(plan(number), (one,), symbol=f"{number}/KH-UBND", date=DAY).batch())


def found(store: Store, kind: str) -> list[Finding]:
    return audit(store, kinds=[kind], as_of=DAY).findings


def heard(finding: Finding) -> list[tuple[str, int, str, bool]]:
    return [(voice.said, voice.places, voice.evidence.document, voice.own) for voice in finding.voices]


def test_a_date_conflict_shows_the_sentence_of_each_day(store: Store) -> None:
    filled(store, cite(), cite(OTHER), cite())
    (finding,) = found(store, "date_conflict")
    assert heard(finding) == [("2021-12-02", 1, plan(2), False), ("2021-12-20", 2, plan(1), False)]
    for voice in finding.voices:
        assert voice.evidence.quote in (voice.evidence.sentence or "")
    assert finding.voices[0].evidence == finding.evidence


def test_a_symbol_conflict_shows_each_symbol_but_not_each_way_to_write_it(store: Store) -> None:
    filled(store, cite(), cite(), cite(symbol="396 - QĐ/TU"), cite(symbol="369-QĐ/TU"))
    (finding,) = found(store, "symbol_conflict")
    assert heard(finding) == [("369-QĐ/TU", 1, plan(4), False), ("396-QĐ/TU", 3, plan(1), False)]
    assert finding.message == "Chỗ dẫn ghi số 369-QĐ/TU, văn bản ấy mang số 396-QĐ/TU."


def own_text() -> Batch:
    """The decision itself, with the number line that says who issued it."""
    paper = Paper(KEY, type="QĐ", symbol="396-QĐ/TU", date=TRUE, bodies=(BODY,))
    line = paper.text.splitlines()[0]
    proof = Evidence(paper.source.sha256, 0, len(line), line, None, "test", 1.0)
    return replace(paper.batch(), statements=(Statement("issued", KEY, "ISSUED_BY", BODY.key, proof),))


def test_the_document_speaks_for_itself_when_it_is_there(store: Store) -> None:
    filled(store, cite(), cite(OTHER))
    store.write(own_text())
    (finding,) = found(store, "date_conflict")
    assert heard(finding) == [("2021-12-02", 1, plan(2), False), ("2021-12-20", 2, KEY, True)]


def test_conflicts_hear_the_settled_voice_too(store: Store) -> None:
    filled(store, cite(), cite(OTHER), cite())
    (conflict,) = conflicts(store, kinds=["date"], as_of=DAY).conflicts
    assert [voice.said for voice in conflict.voices] == ["2021-12-20", "2021-12-02"]
    assert all(voice.evidence for voice in conflict.voices)


def test_other_findings_have_no_voices(store: Store) -> None:
    filled(store, cite(date(2025, 1, 1)))
    assert all(not finding.voices for finding in audit(store, as_of=DAY).findings)
