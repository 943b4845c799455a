"""Search by words, with or without diacritics."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.store import Store
from queries.search import search
from tests.papers import Cite, Paper, plan

DECREE = "norm:nd:2015:4:chinh-phu"


@pytest.fixture
def papers(store: Store) -> Store:
    store.write(
        Paper(
            plan(10), (Cite(DECREE, type="NĐ", symbol="04/2015/NĐ-CP", title="Dân chủ trong cơ quan"),),
            symbol="10/KH-UBND", title="Thực hiện dân chủ ở cơ sở năm 2023", issuer="UBND phường Lãm Hà",
            date=date(2023, 1, 1),
        ).batch()
    )  # fmt: skip
    store.write(Paper(plan(100), symbol="100/KH-UBND", title="Cải cách hành chính", date=date(2024, 1, 1)).batch())
    store.write(Paper(plan(11), symbol="11/KH-UBND", title="Chủ động phòng chống dân số già").batch())
    return store


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        pytest.param("dân chủ", ["10/KH-UBND", "04/2015/NĐ-CP", "11/KH-UBND"], id="phrase before scattered words"),
        pytest.param("dan chu", ["10/KH-UBND", "04/2015/NĐ-CP", "11/KH-UBND"], id="without diacritics"),
        pytest.param("dân chủ cơ s", ["10/KH-UBND"], id="a word only begun"),
        pytest.param("10/KH-UBND", ["10/KH-UBND"], id="symbol"),
        pytest.param("10", ["10/KH-UBND", "100/KH-UBND"], id="the number itself before those that begin so"),
        pytest.param("4/2015", ["04/2015/NĐ-CP"], id="without the leading zero"),
        pytest.param("04/2015/nd-cp", ["04/2015/NĐ-CP"], id="symbol without diacritics"),
        pytest.param("LÃM HÀ", ["10/KH-UBND"], id="issuer"),
        pytest.param("nghị định", ["04/2015/NĐ-CP"], id="name of the type"),
        pytest.param("kế hoạch cải cách", ["100/KH-UBND"], id="type and title"),
        pytest.param("", [], id="nothing"),
        pytest.param("/-", [], id="no word"),
        pytest.param("không", [], id="a word of no document"),
    ],
)
def test_documents_are_found(papers: Store, query: str, symbols: list[str]) -> None:
    found = search(papers, query)
    assert [hit.symbol for hit in found.hits] == symbols
    assert found.page.total == len(symbols)
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_the_document_with_that_very_title_comes_before_longer_titles(papers: Store) -> None:
    papers.write(Paper(plan(12), symbol="12/KH-UBND", title="Mở rộng dân chủ trong cơ quan").batch())
    hits = search(papers, "dân chủ trong cơ quan").hits
    assert [hit.symbol for hit in hits] == ["04/2015/NĐ-CP", "12/KH-UBND"]
    assert hits[0].score > hits[1].score


def test_matched_words_of_the_title_are_marked(papers: Store) -> None:
    assert search(papers, "dan chu c").hits[0].snippet == "Thực hiện [dân] [chủ] ở [cơ] sở năm 2023"
    assert search(papers, "100/KH-UBND").hits[0].snippet is None


def test_results_come_in_pages(papers: Store) -> None:
    first = search(papers, "kế hoạch", limit=2)
    rest = search(papers, "kế hoạch", limit=2, cursor=first.page.next)
    assert [hit.symbol for hit in (*first.hits, *rest.hits)] == ["100/KH-UBND", "10/KH-UBND", "11/KH-UBND"]
    assert (first.page.total, rest.page.next) == (3, None)


@pytest.mark.parametrize("arguments", [{"limit": 0}, {"limit": 10**6}, {"cursor": "x"}, {"cursor": "YXQ6LTE="}])
def test_a_limit_or_cursor_out_of_range_is_refused(papers: Store, arguments: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        search(papers, "dân", **arguments)  # type: ignore[arg-type]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=30))
def test_no_query_breaks_the_search(papers: Store, query: str) -> None:
    found = search(papers, query)
    assert len(found.hits) <= found.page.total


def test_a_title_that_changes_is_found_under_its_new_words_only(store: Store) -> None:
    old, new = Paper(plan(1), title="Dân vận"), Paper(plan(1), title="Cải cách", edition="b")
    store.write(old.batch())
    store.write(new.batch(retract=old.source.sha256))
    assert search(store, "dân vận").hits == []
    assert [hit.key for hit in search(store, "cải cách").hits] == [plan(1)]
