"""A document or body gets its attributes from what texts say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Claim, Header, attributes, mention_claims, settle_body, settle_document
from graph.model import Body, Document, Level, Regime
from tests.papers import Cite, Paper, plan

WORDS = st.text("abc đ", min_size=1, max_size=4)
CLAIMS = st.lists(
    st.builds(Claim, st.sampled_from(["title", "issuer", "symbol"]), WORDS, st.integers(0, 3), st.integers(0, 3)),
    unique_by=lambda claim: (claim.field, claim.value),
)
DOCUMENTS = st.builds(
    Document,
    key=st.just(plan(1)),
    regime=st.just(Regime.STATE),
    type=st.just("KH"),
    label=st.just("Plan"),
    number=st.none() | WORDS,
    symbol=st.none() | WORDS,
    title=st.none() | WORDS,
    issuer=st.none() | WORDS,
    level=st.none() | st.sampled_from(Level),
    date=st.none() | st.dates(),
    ingested=st.just(True),
    source=st.just("f" * 64),
)


@given(document=DOCUMENTS, claims=CLAIMS)
def test_what_a_header_says_stands_whatever_others_claim(document: Document, claims: list[Claim]) -> None:
    settled = settle_document(document.key, [Header("f" * 64, "txt", attributes(document))], claims)
    assert attributes(document).items() <= attributes(settled).items()
    assert (settled.ingested, settled.source) == (True, "f" * 64)


@given(claims=CLAIMS, data=st.data())
def test_the_order_of_claims_does_not_matter(claims: list[Claim], data: st.DataObject) -> None:
    other = data.draw(st.permutations(claims))
    assert settle_document(plan(1), [], claims) == settle_document(plan(1), [], other)


@given(claims=CLAIMS)
def test_no_other_value_is_claimed_more_often_than_the_one_that_is_taken(claims: list[Claim]) -> None:
    settled = attributes(settle_document(plan(1), [], claims))
    for field in {claim.field for claim in claims}:
        (taken,) = (claim for claim in claims if (claim.field, claim.value) == (field, settled[field]))
        assert taken.mentions == max(claim.mentions for claim in claims if claim.field == field)


def test_a_mention_claims_what_it_says_and_nothing_else() -> None:
    (mention,) = Paper(plan(1), (Cite(plan(2), symbol="02/KH-UBND", date=date(2023, 1, 4)),)).mentions
    assert dict(mention_claims(mention)) == {"type": "KH", "symbol": "02/KH-UBND", "date": "2023-01-04"}


def test_an_unknown_type_keeps_the_label_it_is_described_with() -> None:
    said = [Claim("type", "XYZ", 1, 0), Claim("label", "Plan", 0, 1)]
    assert settle_document(plan(1), [], said).label == "Plan"
    assert settle_document(plan(1), [], [Claim("type", "NĐ", 1, 0), *said[1:]]).label == "Decree"


def test_a_body_is_what_most_texts_describe() -> None:
    body = Body("tw", "Bộ Chính trị", "tw", Level.CENTRAL, regime=Regime.PARTY)
    claims = [Claim(field, value, 0, 2) for field, value in attributes(body).items()]
    assert settle_body("tw", [Claim("name", "Ban Bí thư", 0, 1), *claims]) == body


@pytest.mark.parametrize(
    ("symbol", "body", "claims"),
    [
        pytest.param("446-QĐ/TW", "tu.hai-phong", False, id="the centre's code beside a local issuer"),
        pytest.param("446-QĐ/TU", "tu.hai-phong", True, id="the local code beside a local issuer"),
        pytest.param("23-QĐ/TW", "tw", True, id="the centre's code beside the centre"),
    ],
)
def test_a_symbol_that_contradicts_its_issuer_claims_nothing(symbol: str, body: str, *, claims: bool) -> None:
    cite = Cite("pty:qd:2020-2025:446:tu.hai-phong", type="QĐ", symbol=symbol)
    (mention,) = Paper(plan(1), (cite,)).batch().mentions
    said = dict(mention_claims(replace(mention, body=body)))
    assert ("symbol" in said) == claims


def test_of_issuers_named_as_often_the_one_of_the_reference_table_is_told() -> None:
    said = [Claim("issuer", name, 1, 0) for name in ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị")]
    assert settle_document("pty:qd:xiii:23:tw", [], said).issuer == "Bộ Chính trị"
    said.append(Claim("issuer", "Ban Bí thư", 2, 0))
    assert settle_document("pty:qd:xiii:23:tw", [], said).issuer == "Ban Bí thư"


def test_of_several_files_one_that_was_written_speaks_and_the_others_fill_what_it_leaves_open() -> None:
    said = {"type": "KH", "number": "1"}
    headers = [
        Header("a" * 64, "image", said | {"title": "Ảnh quét", "signer": "Lê Thị Hoa"}),
        Header("b" * 64, "pdf", said | {"title": "Bản in"}),
        Header("d" * 64, "docx", said | {"title": "Bản thảo"}),
        Header("c" * 64, "txt", said),
    ]
    for order in (headers, headers[::-1]):
        settled = settle_document(plan(1), order, [])
        assert (settled.source, settled.title, settled.signer) == ("c" * 64, "Bản thảo", "Lê Thị Hoa")
