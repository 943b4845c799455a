"""One document, its text, and the list of all."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import NotIngested, UsageError
from graph.model import Body, HowKnown, Level, Validity
from graph.store import Store
from queries.document import document
from queries.documents import documents
from queries.stats import stats
from queries.text import text
from tests.papers import Cite, Duty, Paper, plan

OFFICE = Body("phong-noi-vu.kien-an", "Phòng Nội vụ", "phong-noi-vu", Level.DISTRICT)
PAPER = Paper(
    plan(10),
    (Cite(plan(41), "IMPLEMENTS", symbol="41/KH-UBND", date=date(2024, 2, 23)), Cite(plan(41)), Cite(plan(3))),
    symbol="10/KH-UBND",
    title="Dân vận",
    date=date(2024, 2, 27),
    level=Level.WARD,
    bodies=(OFFICE,),
    duties=(Duty(OFFICE.key, OFFICE.name, "Tổng hợp"),),
    recipients=(OFFICE.name,),
)


@pytest.fixture
def paper(store: Store) -> Store:
    store.write(PAPER.batch())
    return store


def test_a_document_tells_all_that_is_known_of_it(paper: Store) -> None:
    found = document(paper, "10/KH-UBND")
    assert (found.key, found.title, found.number, found.body) == (plan(10), "Dân vận", "10", "ubnd.hai-phong")
    assert (found.type_name, found.label, found.level, found.ingested) == ("Kế hoạch", "Plan", "ward", True)
    assert (found.source, found.file) == (PAPER.source.sha256, PAPER.source.path)
    assert [(m.document_key, m.state) for m in found.mentions] == [(c.to, "resolved") for c in PAPER.cites]
    assert [(count.type, count.direction, count.count) for count in found.counts] == [
        ("IMPLEMENTS", "out", 1), ("CITES", "out", 2),
    ]  # fmt: skip
    assert (found.recipients, found.assignments) == (["Phòng Nội vụ"], 1)


def test_a_cited_document_is_told_by_what_is_claimed_of_it(paper: Store) -> None:
    found = document(paper, "41/KH-UBND")
    assert (found.ingested, found.source, found.file, found.mentions) == (False, None, None, [])
    assert found.claims == {"date": {"2024-02-23": 1}, "symbol": {"41/KH-UBND": 1}, "type": {"KH": 2}}
    assert found.date == date(2024, 2, 23)


def test_the_text_is_the_one_that_all_offsets_point_into(paper: Store) -> None:
    found = text(paper, plan(10))
    assert found.text == PAPER.text
    assert [found.text[m.start : m.end] for m in found.mentions] == [m.text for m in found.mentions]


def test_a_document_that_is_only_cited_has_no_text(paper: Store) -> None:
    with pytest.raises(NotIngested, match="cancu ingest"):
        text(paper, plan(41))


@pytest.mark.parametrize(
    ("chosen", "keys"),
    [
        ({}, [plan(10), plan(41), plan(3)]),
        ({"ingested": True}, [plan(10)]),
        ({"ingested": False}, [plan(41), plan(3)]),
        ({"level": "ward"}, [plan(10)]),
        ({"level": "central"}, []),
        ({"type": "KH", "ingested": False}, [plan(41), plan(3)]),
        ({"type": "NĐ"}, []),
    ],
)
def test_documents_are_listed_newest_first(paper: Store, chosen: dict[str, object], keys: list[str]) -> None:
    found = documents(paper, **chosen)  # type: ignore[arg-type]
    assert [document.key for document in found.documents] == keys
    assert found.page.total == len(keys)


def test_the_list_comes_in_pages(paper: Store) -> None:
    first = documents(paper, limit=2)
    rest = documents(paper, limit=2, cursor=first.page.next)
    assert [document.key for document in (*first.documents, *rest.documents)] == [plan(10), plan(41), plan(3)]


def test_an_unknown_level_is_refused(paper: Store) -> None:
    with pytest.raises(UsageError, match="central, province"):
        documents(paper, level="village")


def test_the_numbers_of_a_store_are_those_of_its_contents(paper: Store) -> None:
    paper.write_validity(
        "table", "1", [(plan(3), Validity(in_force_from=date(2023, 1, 1), how_known=HowKnown.REFERENCE))]
    )
    assert stats(paper, as_of=date(2022, 12, 31)).model_dump(exclude={"notes"}) == {
        "nodes": {"Document": 3, "Plan": 3, "IssuingBody": 0, "Unit": 1, "Place": 0},
        "edges": {"ADDRESSED_TO": 1, "ASSIGNS": 1, "CITES": 2, "IMPLEMENTS": 1},
        "mentions": {"resolved": 3},
        "as_of": date(2022, 12, 31),
        "validity": {"not_yet_in_force": 1, "unknown": 2},
    }
    assert stats(paper, as_of=date(2023, 1, 1)).validity == {"in_force": 1, "unknown": 2}
