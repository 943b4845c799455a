"""The JSON object of extract: the fields of the contract and what stands in them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from graph.model import Level, Resolution, ResolutionState
from ingest.contract import ExtractRecord, extract_record
from ingest.model import (
    Header,
    ParsedAssignment,
    ParsedDocument,
    ParsedMention,
    ParsedRelation,
    StatedEffect,
    StatedEnd,
)

RESOLVED = Resolution(ResolutionState.RESOLVED, "norm:l:2022:10:quoc-hoi", "tên luật", 0.9, "test")
OPEN = Resolution(ResolutionState.UNRESOLVED, None, "không rõ cơ quan", 0.4, "test")


def mention(**fields: object) -> ParsedMention:
    return ParsedMention(**{"start": 0, "end": 4, "text": "Luật", "type": "L", **fields})  # type: ignore[arg-type]


def record(parsed: ParsedDocument, *resolutions: Resolution, **symbols: str) -> ExtractRecord:
    return extract_record("a.txt", parsed, resolutions, symbols)


FULL = ParsedDocument(
    header=Header(symbol="10/KH-UBND", number="10", type="KH", level=Level.WARD, date=date(2024, 2, 13)),
    mentions=(mention(name="Luật A"), mention(symbol="33/CT-TTg", start=5, end=9)),
    relations=(ParsedRelation(1, "GUIDES", 0, 0, 9, "hướng dẫn"),),
    assignments=(ParsedAssignment(0, 9, "…", ("Sở Nội vụ",), ("lead",), (date(2024, 11, 15),)),),
    recipients=("Lưu: VT",),
    effect=StatedEffect(date(2024, 3, 1), None, 0, 9),
    ends=(StatedEnd(0, "REPEALS", "part", ("Điều 3",), None, 0, 9),),
    warnings=("…",),
)


def test_a_record_has_every_field_of_the_contract() -> None:
    data = json.loads(record(FULL, RESOLVED, OPEN).model_dump_json())
    assert data.keys() >= {
        "file", "header", "mentions", "relations", "validity", "assignments", "recipients", "warnings",
    }  # fmt: skip
    assert data["header"].keys() >= {
        "symbol", "number", "type", "title", "issuer", "issuer_parent", "level", "place", "date", "signer",
        "signer_capacity",
    }  # fmt: skip
    assert data["mentions"][0].keys() >= {
        "start", "end", "text", "type", "symbol", "number", "date", "issuer", "relation", "embedded", "pinpoint",
        "name", "resolution", "document_key", "document_symbol", "confidence",
    }  # fmt: skip
    assert data["relations"][0].keys() >= {"source", "type", "target", "start", "end"}
    assert data["validity"]["in_force_from"] == "2024-03-01"
    assert data["validity"]["ends"][0].keys() >= {"target", "type", "scope", "provisions", "date", "start", "end"}
    assert data["assignments"][0].keys() >= {"assignees", "start", "end", "text", "roles", "deadlines", "part"}
    assert data["assignments"][0]["deadlines"] == ["2024-11-15"]


@pytest.mark.parametrize(
    ("issuers", "said"),
    [((), None), (("Chính phủ",), "Chính phủ"), (("Bộ A", "Bộ B"), ["Bộ A", "Bộ B"])],
)
def test_an_issuer_is_a_name_and_joint_issuers_are_a_list(issuers: tuple[str, ...], said: object) -> None:
    parsed = ParsedDocument(Header(), mentions=(mention(issuers=issuers),))
    assert record(parsed, OPEN).mentions[0].issuer == said


def test_relations_name_documents_by_symbol_or_else_by_name() -> None:
    relation = record(FULL, RESOLVED, OPEN).relations[0]
    assert (relation.source, relation.type, relation.target) == ("33/CT-TTg", "GUIDES", "Luật A")
    assert (relation.source_mention, relation.target_mention) == (1, 0)


def test_a_resolved_law_that_is_cited_by_name_gets_its_symbol() -> None:
    parsed = ParsedDocument(Header(), mentions=(mention(name="Luật A"),))
    symbols = {"norm:l:2022:10:quoc-hoi": "10/2022/QH15"}
    assert extract_record("a.txt", parsed, [RESOLVED], symbols).mentions[0].document_symbol == "10/2022/QH15"


def test_what_is_not_resolved_has_neither_key_nor_symbol_of_a_document() -> None:
    parsed = ParsedDocument(Header(), mentions=(mention(symbol="33/CT-TTg"),))
    found = record(parsed, OPEN).mentions[0]
    assert (found.resolution, found.document_key, found.document_symbol) == ("unresolved", None, None)
