"""A copy is the same graph with its history, between whichever kinds of store, also when it was interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from graph.copying import copy, tally
from graph.errors import StoreError, UsageError
from graph.open import open_store
from graph.parts import PARTS, SET_ASIDE
from graph.sqlite import SqliteStore
from graph.store import Batch, Store
from queries.checksum import checksum
from queries.search import search
from tests.graph.filled import AFTERWARDS, PAPERS, fill
from tests.papers import Paper, plan
from tests.stores import KINDS

PAIRS = [
    pytest.param(("sqlite", "sqlite"), id="sqlite to sqlite"),
    pytest.param(("sqlite", "neo4j"), id="sqlite to neo4j", marks=pytest.mark.neo4j),
    pytest.param(("neo4j", "sqlite"), id="neo4j to sqlite", marks=pytest.mark.neo4j),
]


@pytest.fixture(params=PAIRS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """A store with a graph, and an empty one."""
    source_kind, target_kind = request.param
    made = {kind: KINDS[kind](request) for kind in request.param}
    with ExitStack() as opened:
        source = opened.enter_context(closing(next(made[source_kind])))
        target = opened.enter_context(closing(next(made[target_kind])))
        fill(source)
        source.put_rows(SET_ASIDE, [dict.fromkeys(SET_ASIDE.columns, "x")], None)
        yield source, target


def test_a_copy_is_the_same_graph_with_its_history(stores: tuple[Store, Store]) -> None:
    source, target = stores
    report = copy(source, target, name="one")
    assert report.same
    assert {(kind.part, kind.kind): kind.target.rows for kind in report.kinds} == {
        ("body", ""): 1, ("claim", ""): 16, ("description", ""): 6, ("document", "Plan"): 3,
        ("edge", "ADDRESSED_TO"): 1, ("edge", "ASSIGNS"): 1, ("edge", "BASED_ON"): 1, ("edge", "CITES"): 3,
        ("edge", "IMPLEMENTS"): 1,
        ("mention", "resolved"): 4, ("place", ""): 1, ("reference", ""): 1, ("set_aside", "x"): 1, ("source", "txt"): 3,
        ("statement", "ADDRESSED_TO"): 1, ("statement", "ASSIGNS"): 1, ("statement", "BASED_ON"): 2,
        ("statement", "CITES"): 4, ("statement", "IMPLEMENTS"): 1, ("validity", "reference"): 1,
        ("validity", "text"): 1,
    }  # fmt: skip
    assert checksum(target) == checksum(source)
    assert [list(counts.items()) for counts in vars_of(target)] == [list(counts.items()) for counts in vars_of(source)]
    assert search(target, "dan van") == search(source, "dan van")
    assert list(target.sources()) == list(source.sources())


def vars_of(store: Store) -> tuple[dict[str, int], ...]:
    counts = store.stats()
    return dict(counts.nodes), dict(counts.edges), dict(counts.mentions)


def test_a_copy_goes_on_as_its_source_would(stores: tuple[Store, Store]) -> None:
    source, target = stores
    copy(source, target, name="one")
    for store in stores:
        store.write(AFTERWARDS.batch())
        store.write(Batch(retract=PAPERS[0].source.sha256))
    assert checksum(target) == checksum(source)


@pytest.fixture
def small_portions() -> Iterator[None]:
    """Few rows are carried at once, so that each part takes several portions."""
    usual = [(part, part.at_once) for part in PARTS]
    for part in PARTS:
        object.__setattr__(part, "at_once", 2)
    yield
    for part, at_once in usual:
        object.__setattr__(part, "at_once", at_once)


def test_an_interrupted_copy_goes_on_where_it_stopped(stores: tuple[Store, Store], small_portions: None) -> None:
    source, target = stores
    carried: list[str] = []

    def stop(part: str, rows: int) -> None:
        carried.append(part)
        if part == "mention":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(source, target, name="one", on_progress=stop)
    with pytest.raises(UsageError, match="chép dở từ “one”"):
        copy(source, target, name="another")
    again: list[str] = []
    report = copy(source, target, name="one", on_progress=lambda part, _: again.append(part))
    assert [kind for kind in report.kinds if not kind.same] == []
    assert report.resumed
    assert carried[0] == "place"
    assert again[0] != "place"


def test_a_copy_that_was_interrupted_while_it_compared_is_compared_when_it_is_started_again(
    stores: tuple[Store, Store],
) -> None:
    source, target = stores
    told: list[str] = []

    def stop(part: str, rows: int) -> None:
        told.append(part)
        if told.count("place") == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(source, target, name="one", on_progress=stop)
    report = copy(source, target, name="one")
    assert report.resumed
    assert report.same


def test_a_store_that_holds_a_graph_is_no_target(stores: tuple[Store, Store]) -> None:
    source, target = stores
    target.write(AFTERWARDS.batch())
    before = tally(target)
    with pytest.raises(UsageError, match="đã có dữ liệu"):
        copy(source, target, name="one")
    assert tally(target) == before


def test_a_copy_that_is_there_is_not_made_again(stores: tuple[Store, Store]) -> None:
    source, target = stores
    first = copy(source, target, name="one")
    again = copy(source, target, name="one")
    assert (first.copied, again.copied) == (True, False)
    assert again.kinds == first.kinds
    target.put_rows(SET_ASIDE, [dict.fromkeys(SET_ASIDE.columns, "y")], None)
    before = tally(target)
    with pytest.raises(UsageError, match="--compare"):
        copy(source, target, name="one")
    assert tally(target) == before


def test_a_difference_shows_in_its_kind(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "a.db")) as one, closing(SqliteStore(tmp_path / "b.db")) as two:
        fill(one)
        copy(one, two, name="one")
        one.write(Paper(plan(5)).batch())
        changed = {kind for kind, found in tally(one).items() if tally(two).get(kind) != found}
    assert changed == {("description", ""), ("document", "Plan"), ("source", "txt")}


def test_a_store_that_was_copied_in_part_is_not_opened(tmp_path: Path) -> None:
    def stop(part: str, rows: int) -> None:
        if part == "document":
            raise KeyboardInterrupt

    target = tmp_path / "b.db"
    with closing(open_store(str(tmp_path / "a.db"))) as one, closing(SqliteStore(target)) as two:
        fill(one)
        with pytest.raises(KeyboardInterrupt):
            copy(one, two, name="one", on_progress=stop)
    with pytest.raises(StoreError, match="mới chép được một phần"):
        open_store(str(target))
    with closing(open_store(str(tmp_path / "a.db"))) as one, closing(open_store(str(target), unfinished=True)) as again:
        assert copy(one, again, name="one").same
    open_store(str(target)).close()
