"""What a check finds in a store that somebody or something has damaged, and that it finds nothing in others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from graph.copying import rows_of
from graph.model import Body, Level, Regime
from graph.originals import Originals
from graph.parts import BODY, CLAIM, DESCRIPTION, DOCUMENT, EDGE, MENTION, SOURCE, STATEMENT, VALIDITY, Part
from graph.sqlite import SqliteStore
from graph.store import Batch, Row, Store
from queries.check import check
from tests.graph.filled import AFTERWARDS, PAPERS, fill
from tests.papers import Paper, cited, plan

Damage = Callable[[Row], Row | None]


def damage(store: Store, part: Part, change: Damage) -> None:
    """Write over the rows of ``part`` that ``change`` returns anew, without summing anything up."""
    store.put_rows(part, [new for row in rows_of(store, part) if (new := change(row)) is not None], None)


def changed(when: Callable[[Row], bool], **columns: str | int | None) -> Damage:
    return lambda row: {**row, **columns} if when(row) else None


def found(store: Store) -> list[str]:
    return sorted(check(store, None).counts)


def test_a_store_with_a_history_is_whole(store: Store) -> None:
    fill(store)
    store.write(AFTERWARDS.batch())
    store.write(Batch(retract=PAPERS[0].source.sha256))
    result = check(store, None)
    assert result.faults == []
    assert (result.texts, result.mentions, result.originals) == (2, 3, 0)


def test_an_empty_store_is_whole(store: Store) -> None:
    assert check(store, None).whole


@pytest.mark.parametrize(
    ("part", "change", "kinds"),
    [
        (STATEMENT, changed(lambda r: r["type"] == "IMPLEMENTS", quote="khác"), ["quote"]),
        (STATEMENT, changed(lambda r: r["type"] == "IMPLEMENTS", start=5, stop=5, quote=""), ["quote"]),
        (STATEMENT, changed(lambda r: r["type"] == "IMPLEMENTS", retracted_at="2024"), ["edge_without_evidence"]),
        (STATEMENT, changed(lambda r: r["type"] == "IMPLEMENTS", mention="none"), ["statement_without_mention"]),
        (EDGE, changed(lambda r: r["type"] == "IMPLEMENTS", statements=7), ["edge_count"]),
        (EDGE, changed(lambda r: r["type"] == "ASSIGNS", closed_at="2024"), ["statement_without_edge"]),
        (EDGE, changed(lambda r: r["type"] == "ADDRESSED_TO", closed_at="2024"), ["statement_without_edge"]),
        (
            SOURCE,
            changed(lambda r: r["document"] == plan(1), retracted_at="2024"),
            [
                "claims", "description_without_text", "document_without_text", "mention_without_text",
                "statement_without_text", "validity_without_origin",
            ],
        ),
        (SOURCE, changed(lambda r: r["document"] == plan(1), document="none"), ["text_without_document"]),
        (DOCUMENT, changed(lambda r: r["key"] == plan(2), source="none"), ["document_without_text"]),
        (VALIDITY, changed(lambda r: r["origin"] == PAPERS[0].source.sha256, start=0, stop=4), ["quote"]),
        (CLAIM, changed(lambda r: r["field"] == "title", mentions=9), ["claims"]),
        (DESCRIPTION, changed(lambda r: r["header"] == 0, header=1), ["claims"]),
        (DESCRIPTION, changed(lambda r: r["header"] == 1, header=0), ["claims", "text_without_description"]),
        (
            STATEMENT,
            lambda row: {**row, "id": f"{row['id']}0", "task_text": None} if row["type"] == "ASSIGNS" else None,
            ["assignment_without_task", "edge_count"],
        ),
        (DOCUMENT, changed(lambda r: r["key"] == plan(2), date="2030-01-02"), ["citing_date"]),
        (MENTION, changed(lambda r: r["cites"] == plan(3), differs=1), ["differs"]),
        (MENTION, changed(lambda r: r["cites"] == plan(3), cites=None), ["cites"]),
        (MENTION, changed(lambda r: r["cites"] is None, cites=plan(3)), ["cites"]),
    ],
)  # fmt: skip
def test_what_cannot_be_proved_is_found(store: Store, part: Part, change: Damage, kinds: list[str]) -> None:
    fill(store)
    damage(store, part, change)
    assert found(store) == kinds


def test_a_node_that_nothing_names_is_found(store: Store) -> None:
    fill(store)
    lonely = Body("so-y-te.hai-phong", "Sở Y tế", "so", Level.PROVINCE, regime=Regime.STATE)
    (like,) = rows_of(store, BODY)
    store.put_rows(BODY, [{**like, "key": lonely.key}], None)
    (like,) = (row for row in rows_of(store, DOCUMENT) if row["key"] == plan(3))
    store.put_rows(DOCUMENT, [{**like, "key": plan(77)}], None)
    assert [(fault.kind, fault.at) for fault in check(store, None).faults] == [
        ("unnamed", lonely.key), ("unnamed", plan(77)),
    ]  # fmt: skip


def test_many_faults_of_a_kind_are_counted_up_to_a_limit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.check.MOST_OF_A_KIND", 2)
    fill(store)
    damage(store, EDGE, lambda row: {**row, "statements": 7} if row["closed_at"] is None else None)
    result = check(store, None)
    assert result.counts == {"edge_count": 2}
    assert result.truncated


def test_letters_beyond_the_basic_plane_do_not_shift_the_places(store: Store) -> None:
    store.write(Paper("st:kh:2024:5:ubnd.hai-phong", edition="𝐊𝐄̂́ 𠀀", bodies=()).batch())
    store.write(PAPERS[0].batch())
    assert check(store, None).whole


@pytest.fixture
def sqlite(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "cancu.db")


def test_originals_that_are_missing_or_not_the_same_are_told_apart(sqlite: SqliteStore, tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    with closing(sqlite):
        for paper in (*PAPERS, AFTERWARDS):
            sqlite.write(paper.batch())
        shas = [originals.put(paper.text.encode(), "a.txt") for paper in PAPERS]
        (tmp_path / "originals" / shas[0][:2] / shas[0]).write_bytes(b"x")
        result = check(sqlite, originals)
    assert [(fault.kind, fault.at) for fault in result.faults] == [
        ("original_damaged", shas[0]), ("original_missing", AFTERWARDS.source.sha256),
    ]  # fmt: skip
    assert result.originals == 2


def test_damage_of_the_file_itself_is_reported_alone(sqlite: SqliteStore) -> None:
    with closing(sqlite):
        sqlite.write(Batch(cited=(cited(plan(5)), cited(plan(6)))))
        with closing(sqlite3.connect(sqlite.path, isolation_level=None)) as hand:
            hand.execute("INSERT INTO document_search (document_search) VALUES ('delete-all')")
            hand.execute(
                "INSERT INTO statement SELECT 's', '', '', '', '', 'none', 0, 0, '', NULL, '', 0, NULL, NULL, NULL"
            )
        result = check(sqlite, None)
    assert result.counts == {"storage": 2}
    assert any("statement → source" in fault.at for fault in result.faults)
