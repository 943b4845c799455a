"""From the name that a user gives to one document."""

from __future__ import annotations

import pytest

from graph.errors import AmbiguousDocument, UnknownDocument
from graph.store import Store
from queries.locate import locate
from tests.papers import Cite, Paper, plan

WARD, CITY, DISTRICT = plan(10, "hai-phong.kien-an.lam-ha"), plan(149), plan(149, "hai-phong.kien-an")
SCHEME, PROJECT = "pty:da-de-an:2020-2025:6:tu.hai-phong", "st:da-du-an:2023:6:tu.hai-phong"
PARTY, SWAPPED = "pty:qd:xi:217:tw", "st:qd:2013:217:tw"
LAW = "law:l:2022:thuc-hien-dan-chu-o-co-so:quoc-hoi"


@pytest.fixture
def papers(store: Store) -> Store:
    cites = (
        Cite(CITY, symbol="149/KH-UBND"),
        Cite(DISTRICT, symbol="149/KH-UBND"),
        Cite(SCHEME, type="ĐA", symbol="06-ĐA/TU"),
        Cite(PROJECT, type="DA", symbol="06-DA/TU"),
        Cite(PARTY, type="QĐ", symbol="217-QĐ/TW"),
        Cite(SWAPPED, type="QĐ", symbol="217/QĐ-TW"),
        Cite(LAW, type="L", title="Luật Thực hiện dân chủ ở cơ sở"),
    )
    store.write(Paper(WARD, cites, symbol="10/KH-UBND", title="Kế hoạch dân vận").batch())
    return store


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param(WARD, WARD, id="key"),
        pytest.param("10/KH-UBND", WARD, id="symbol"),
        pytest.param(" 10 /kh – ubnd ", WARD, id="symbol with noise"),
        pytest.param("010/KH-UBND", WARD, id="leading zero"),
        pytest.param("Kế hoạch số 10/KH-UBND", WARD, id="type and symbol"),
        pytest.param(f"{WARD.replace(':', '_')}.txt", WARD, id="file name"),
        pytest.param(f"papers/{WARD.replace(':', '_')}.txt", WARD, id="path as ingested"),
        pytest.param(f"/elsewhere/{WARD.replace(':', '_')}.txt", WARD, id="the same file elsewhere"),
        pytest.param("06-ĐA/TU", SCHEME, id="with its diacritics"),
        pytest.param("06-DA/TU", PROJECT, id="without, as written"),
        pytest.param("217-QĐ/TW", PARTY, id="Party order"),
        pytest.param("217/QĐ-TW", SWAPPED, id="State order"),
        pytest.param("luat thuc hien dan chu o co so", LAW, id="name of a law"),
    ],
)
def test_a_name_means_one_document(papers: Store, name: str, key: str) -> None:
    assert locate(papers, name) == key


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        pytest.param("149/KH-UBND", [CITY, DISTRICT], id="one symbol of two issuers"),
        pytest.param("06-da/tu", [SCHEME, PROJECT], id="folded, it may be either"),
        pytest.param("217 QĐ TW", [PARTY, SWAPPED], id="without separators, it may be either"),
    ],
)
def test_a_name_of_several_documents_is_refused_with_the_list(papers: Store, name: str, keys: list[str]) -> None:
    with pytest.raises(AmbiguousDocument) as refused:
        locate(papers, name)
    assert [key for key, _ in refused.value.candidates] == sorted(keys)


@pytest.mark.parametrize("name", ["11/KH-UBND", "149/KH-UBNG"])
def test_an_unknown_name_is_answered_with_symbols_that_look_like_it(papers: Store, name: str) -> None:
    with pytest.raises(UnknownDocument) as refused:
        locate(papers, name)
    assert refused.value.near
    assert set(refused.value.near) <= {"10/KH-UBND", "149/KH-UBND"}


@pytest.mark.parametrize("name", ["", " ", "không có gì", "%", "'; DROP TABLE document"])
def test_a_name_without_sense_is_unknown(papers: Store, name: str) -> None:
    with pytest.raises(UnknownDocument):
        locate(papers, name)
