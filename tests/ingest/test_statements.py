"""From a parsed text to its batch: who says what of whom, with evidence; what a new document settles for others."""

from __future__ import annotations

import hashlib
from itertools import permutations
from pathlib import Path

import pytest

from graph.model import Mention, ResolutionState, SourceText
from graph.open import open_store
from graph.store import Store
from ingest.parse import parse
from ingest.resolve import resolve_text
from ingest.statements import TextGraph, build_batch, text_graph
from queries.checksum import checksum

HEAD = """ỦY BAN NHÂN DÂN
{issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/KH-UBND
{place}, ngày {day}
KẾ HOẠCH
{title}

{body}

I. MỤC ĐÍCH

1. Nâng cao chất lượng.
"""
PROVINCE = {
    "issuer": "TỈNH QUẢNG NGÃI",
    "number": "70",
    "place": "Quảng Ngãi",
    "day": "05 tháng 5 năm 2022",
    "title": "Cải cách hành chính năm 2022",
    "body": "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;",
}
UNDATED = {
    "issuer": "TỈNH QUẢNG NGÃI",
    "number": "30",
    "place": "Quảng Ngãi",
    "day": "17 tháng 02 năm 2023",
    "title": "Công tác dân vận năm 2023",
    "body": "Thực hiện Kế hoạch số 70/KH-UBND của UBND tỉnh về cải cách hành chính năm 2022;",
}
OTHER = {**PROVINCE, "issuer": "TỈNH HÀ GIANG", "place": "Hà Giang", "title": "Phòng cháy rừng năm 2022"}
THIRD = {
    **UNDATED,
    "number": "31",
    "body": "Thực hiện Kế hoạch số 70/KH-UBND ngày 05/5/2022 của UBND tỉnh triển khai Nghị quyết số 76/NQ-CP ngày "
    "15/7/2021 của Chính phủ; Luật Thanh tra;",
}


def text_of(paper: dict[str, str]) -> str:
    return HEAD.format(**paper)


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def graph_of(text: str) -> TextGraph:
    parsed = parse(text)
    return text_graph(digest(text.encode()), text, parsed, resolve_text(parsed))


def source(text: str) -> SourceText:
    raw = text.encode()
    return SourceText(digest(raw), f"{digest(raw)[:8]}.txt", "txt", len(raw), text, "2026-01-01T00:00:00Z", "test")


def arrive(store: Store, *papers: dict[str, str]) -> None:
    for paper in papers:
        text = text_of(paper)
        store.write(build_batch(store, source(text), parse(text)))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'graph.db'}")


def triples(graph: TextGraph) -> set[tuple[str, str, str]]:
    return {(s.subject, s.type, s.object) for s in graph.statements}


def test_the_text_speaks_of_itself_and_of_the_documents_that_it_cites() -> None:
    assert triples(graph_of(text_of(THIRD))) >= {
        ("st:kh:2023:31:ubnd.quang-ngai", "IMPLEMENTS", "st:kh:2022:70:ubnd.quang-ngai"),
        ("st:kh:2022:70:ubnd.quang-ngai", "IMPLEMENTS", "st:nq:2021:76:chinh-phu"),
        ("st:kh:2023:31:ubnd.quang-ngai", "IMPLEMENTS", "norm:l:2010:56:quoc-hoi"),
        ("st:kh:2023:31:ubnd.quang-ngai", "ISSUED_BY", "ubnd.quang-ngai"),
        ("ubnd.quang-ngai", "LOCATED_IN", "quang-ngai"),
    }


def test_a_document_inside_a_title_that_is_explained_there_is_not_said_to_be_carried_out_by_the_text() -> None:
    edges = triples(graph_of(text_of(THIRD)))
    assert not {t for t in edges if t[0].endswith(":31:ubnd.quang-ngai") and t[2] == "st:nq:2021:76:chinh-phu"}


@pytest.mark.parametrize("paper", [PROVINCE, UNDATED, OTHER, THIRD], ids=lambda p: p["number"])
def test_every_statement_and_mention_quotes_the_text_at_its_place(paper: dict[str, str]) -> None:
    text = text_of(paper)
    graph = graph_of(text)
    assert graph.statements
    for statement in graph.statements:
        assert text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote
        assert statement.evidence.quote
    for mention in graph.mentions:
        assert text[mention.start : mention.end] == mention.quote


def test_the_same_text_gives_the_same_statements() -> None:
    assert graph_of(text_of(THIRD)) == graph_of(text_of(THIRD))


def test_another_text_gives_other_statements_of_the_same_claim() -> None:
    one, other = graph_of(text_of(THIRD)), graph_of(text_of(THIRD) + "\n")
    assert triples(one) == triples(other)
    assert {s.id for s in one.statements}.isdisjoint({s.id for s in other.statements})


def test_an_open_mention_gets_a_document_of_its_own_text_that_waits_in_a_group() -> None:
    (mention,) = graph_of(text_of(UNDATED)).mentions
    assert mention.resolution.state is ResolutionState.UNRESOLVED
    assert mention.group == "st:kh:70:ubnd.quang-ngai"
    assert mention.resolution.document is not None
    assert ":x-" in mention.resolution.document


def test_what_the_cited_documents_are_is_told_by_the_text_or_by_reference_data() -> None:
    cited = {d.key: d for d in graph_of(text_of(THIRD)).cited}
    plan, law = cited["st:kh:2022:70:ubnd.quang-ngai"], cited["norm:l:2010:56:quoc-hoi"]
    assert (plan.symbol, plan.issuer, plan.label) == ("70/KH-UBND", "Ủy ban nhân dân tỉnh Quảng Ngãi", "Plan")
    assert (law.symbol, law.title) == ("56/2010/QH12", "Luật Thanh tra")
    assert not plan.ingested


def waiting(store: Store) -> Mention:
    text = text_of(UNDATED)
    found = [m for m in build_batch(store, source(text), parse(text)).mentions if m.symbol == "70/KH-UBND"]
    return found[0]


def test_a_waiting_mention_is_resolved_when_its_document_arrives(store: Store) -> None:
    arrive(store, UNDATED)
    text = text_of(PROVINCE)
    batch = build_batch(store, source(text), parse(text))
    (relink,) = batch.relinks
    assert relink.resolution.document == "st:kh:2022:70:ubnd.quang-ngai"
    assert relink.statements


def test_a_document_of_another_body_settles_nothing(store: Store) -> None:
    arrive(store, UNDATED)
    text = text_of(OTHER)
    assert build_batch(store, source(text), parse(text)).relinks == ()


def test_a_document_that_is_already_there_is_taken_at_once(store: Store) -> None:
    arrive(store, PROVINCE)
    assert waiting(store).resolution.document == "st:kh:2022:70:ubnd.quang-ngai"


def test_the_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    sums = set()
    for number, papers in enumerate(permutations((PROVINCE, UNDATED, THIRD))):
        opened = open_store(f"sqlite:///{tmp_path / f'{number}.db'}")
        arrive(opened, OTHER, *papers)
        sums.add(checksum(opened)["graph"])
        opened.close()
    assert len(sums) == 1
