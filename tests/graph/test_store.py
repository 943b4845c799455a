"""What every store keeps to: a batch is all or nothing, twice is once, and the order of arrival does not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.lookups import has_source
from graph.model import Body, HowKnown, Level, Place, Regime, ResolutionState, Span, Validity, ValidityClaim
from graph.store import Batch, Question, Store
from queries.base import validity_rows
from queries.checksum import checksum
from queries.document import document
from queries.trace import trace
from tests.papers import Cite, Duty, Paper, cited, plan
from tests.stores import NewStore

WARD, DISTRICT, CITY = plan(10, "hai-phong.kien-an.lam-ha"), plan(41, "hai-phong.kien-an"), plan(3)
ALL_STATEMENTS = Question(
    "all statements",
    "SELECT id, retracted_at IS NULL AS live FROM statement ORDER BY id",
    "MATCH (s:Statement) RETURN s.id AS id, toInteger(s.retracted_at IS NULL) AS live ORDER BY id",
)
ALL_EDGES = Question(
    "all edges",
    "SELECT object, statements, closed_at IS NULL AS live FROM edge ORDER BY object",
    "MATCH ()-[e]->(o) RETURN o.key AS object, e.statements AS statements, toInteger(e.closed_at IS NULL) AS live "
    "ORDER BY object",
)


def graph(store: Store) -> str:
    return checksum(store)["graph"].sha256


def test_an_empty_store_counts_nothing(store: Store) -> None:
    counts = store.stats()
    assert set(counts.nodes.values()) == {0}
    assert counts.edges == {}
    assert counts.mentions == {}


def test_a_batch_is_counted_by_label_edge_type_and_state(store: Store) -> None:
    office = Body("phong-noi-vu.kien-an", "Phòng Nội vụ", "phong-noi-vu", Level.DISTRICT, regime=Regime.STATE)
    place = Place("hai-phong", "Hải Phòng", "thành phố", Level.PROVINCE, None)
    paper = Paper(
        WARD,
        (Cite(DISTRICT, "IMPLEMENTS"), Cite(None, state=ResolutionState.UNRESOLVED)),
        bodies=(office,),
        duties=(Duty(office.key, office.name, "Phòng Nội vụ chủ trì"),),
    )
    store.write(replace(paper.batch(), places=(place,)))
    counts = store.stats()
    assert counts.nodes == {"Document": 2, "Plan": 2, "IssuingBody": 0, "Unit": 1, "Place": 1}
    assert counts.edges == {"ASSIGNS": 1, "IMPLEMENTS": 1}
    assert counts.mentions == {"resolved": 1, "unresolved": 1}


def test_writing_a_batch_twice_is_the_same_as_once(store: Store) -> None:
    batch = Paper(WARD, (Cite(DISTRICT), Cite(CITY))).batch()
    store.write(batch)
    once = graph(store)
    store.write(batch)
    assert graph(store) == once


def test_a_changed_file_replaces_its_own_statements_and_nothing_else(store: Store) -> None:
    first = Paper(WARD, (Cite(DISTRICT), Cite(CITY)))
    second = Paper(WARD, (Cite(CITY),), edition="b")
    other = Paper(DISTRICT, (Cite(CITY),))
    store.write(first.batch())
    store.write(other.batch())
    store.write(second.batch(retract=first.source.sha256))
    found = trace(store, WARD)
    assert {(edge.source, edge.target) for edge in found.edges} == {(WARD, CITY)}
    assert [source.sha256 for source in store.sources()] == sorted([second.source.sha256, other.source.sha256])
    assert document(store, DISTRICT).ingested


def test_what_is_retracted_stays_as_history(store: Store) -> None:
    first, second = Paper(WARD, (Cite(DISTRICT), Cite(CITY))), Paper(WARD, (Cite(CITY),), edition="b")
    store.write(first.batch())
    store.write(second.batch(retract=first.source.sha256))
    assert [row["live"] for row in store.run(ALL_STATEMENTS, {})].count(0) == 2
    rows = [(row["object"], row["statements"], row["live"]) for row in store.run(ALL_EDGES, {})]
    assert rows == [(CITY, 1, 1), (DISTRICT, 0, 0)]


def test_a_file_that_comes_back_speaks_again(store: Store, new_store: NewStore) -> None:
    first, second = Paper(WARD, (Cite(DISTRICT), Cite(CITY))), Paper(WARD, (Cite(CITY),), edition="b")
    store.write(first.batch())
    store.write(second.batch(retract=first.source.sha256))
    store.write(first.batch(retract=second.source.sha256))
    fresh = new_store()
    fresh.write(first.batch())
    assert graph(store) == graph(fresh)


def test_a_newer_reading_of_the_same_file_replaces_the_older_one(store: Store, new_store: NewStore) -> None:
    paper = Paper(WARD, (Cite(DISTRICT), Cite(CITY)))
    newer = replace(paper.batch(), mentions=paper.mentions[:1], statements=paper.batch().statements[:1])
    store.write(paper.batch())
    store.write(replace(newer, cited=newer.cited[:1], retract=paper.source.sha256))
    fresh = new_store()
    fresh.write(replace(newer, cited=newer.cited[:1]))
    assert graph(store) == graph(fresh)


def test_a_document_that_nothing_names_any_more_goes(store: Store) -> None:
    paper = Paper(WARD, (Cite(DISTRICT),))
    store.write(paper.batch())
    store.write(Batch(retract=paper.source.sha256))
    assert set(store.stats().nodes.values()) == {0}


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        pytest.param({"type": "LIKES"}, UsageError, id="an unknown edge type"),
        pytest.param({"object": plan(99)}, ValueError, id="an edge to nowhere"),
        pytest.param({"object": "ubnd.hai-phong", "type": "ASSIGNS"}, ValueError, id="a task for nobody"),
    ],
)
def test_a_batch_that_fails_leaves_the_store_as_it_was(
    store: Store, broken: dict[str, str], error: type[Exception]
) -> None:
    store.write(Paper(DISTRICT, (Cite(CITY),)).batch())
    before = graph(store)
    batch = Paper(WARD, (Cite(DISTRICT), Cite(CITY))).batch()
    wrong = replace(batch.statements[1], **broken)  # type: ignore[arg-type]
    with pytest.raises(error):
        store.write(replace(batch, statements=(batch.statements[0], wrong)))
    assert graph(store) == before
    store.write(batch)
    assert store.stats().edges == {"CITES": 3}


def test_of_batches_that_are_written_together_those_before_a_failure_stay(new_store: NewStore) -> None:
    together, one_by_one = new_store(), new_store()
    first, second = (Paper(key, (Cite(CITY),)) for key in (DISTRICT, WARD))
    batch = second.batch()
    wrong = replace(batch, statements=(replace(batch.statements[0], type="UNKNOWN"),))

    def write_all() -> None:
        with together.together():
            together.write(first.batch())
            assert has_source(together, first.source.sha256)
            together.write(wrong)

    with pytest.raises(UsageError):
        write_all()
    one_by_one.write(first.batch())
    assert graph(together) == graph(one_by_one)
    with together.together():
        together.write(batch)
    one_by_one.write(batch)
    assert graph(together) == graph(one_by_one)


def test_a_cited_document_is_what_most_mentions_say_it_is(store: Store) -> None:
    days = (date(2023, 10, 19), date(2023, 10, 29), date(2023, 10, 29))
    for number, day in enumerate(days):
        store.write(Paper(plan(number), (Cite(CITY, date=day, symbol="03/KH-UBND"),)).batch())
    found = document(store, CITY)
    assert found.date == date(2023, 10, 29)
    assert found.claims["date"] == {"2023-10-29": 2, "2023-10-19": 1}
    assert found.symbol == "03/KH-UBND"


def test_among_equal_claims_the_smallest_wins_and_of_titles_the_longest(store: Store) -> None:
    store.write(Paper(plan(1), (Cite(CITY, date=date(2023, 2, 1), title="Dân vận"),)).batch())
    store.write(Paper(plan(2), (Cite(CITY, date=date(2023, 1, 2), title="Dân vận năm 2023"),)).batch())
    found = document(store, CITY)
    assert (found.date, found.title) == (date(2023, 1, 2), "Dân vận năm 2023")


def test_the_header_of_an_ingested_document_wins_and_claims_fill_what_it_leaves_open(store: Store) -> None:
    claim = Cite(CITY, date=date(2023, 1, 2), title="Dân vận")
    store.write(Paper(plan(1), (claim, claim)).batch())
    store.write(Paper(CITY, date=date(2023, 1, 4)).batch())
    found = document(store, CITY)
    assert (found.date, found.title, found.ingested) == (date(2023, 1, 4), "Dân vận", True)


def test_of_two_files_of_one_document_the_smaller_hash_speaks(store: Store) -> None:
    files = [Paper(CITY, title=title, edition=title) for title in ("một", "hai")]
    for file in files:
        store.write(file.batch())
    first = min(files, key=lambda file: file.source.sha256)
    assert document(store, CITY).title == first.title
    assert document(store, CITY).source == first.source.sha256


def test_a_body_has_the_name_that_most_texts_give_it(store: Store) -> None:
    names = ("Ban Bí thư", "Bộ Chính trị", "Bộ Chính trị")
    for number, name in enumerate(names):
        body = Body("tw", name, "tw", Level.CENTRAL, regime=Regime.PARTY)
        store.write(Paper(plan(number), bodies=(body,), recipients=(name,)).batch())
    assert {name for number in range(3) for name in document(store, plan(number)).recipients} == {"Bộ Chính trị"}


PROVISIONAL = "st:kh:x-abcdef012345:3:ubnd.hai-phong"


def test_a_relink_moves_the_mention_its_claims_and_its_edge(store: Store, new_store: NewStore) -> None:
    waiting = Paper(WARD, (Cite(PROVISIONAL, "IMPLEMENTS", symbol="03/KH-UBND", title="Dân vận"),))
    arrived = Paper(CITY, date=date(2023, 1, 4))
    store.write(waiting.batch())
    store.write(arrived.batch(relinks=(waiting.relink(0, CITY),)))
    assert document(store, CITY).claims == {"symbol": {"03/KH-UBND": 1}, "title": {"Dân vận": 1}, "type": {"KH": 1}}
    assert [(edge.source, edge.target) for edge in trace(store, WARD).edges] == [(WARD, CITY)]
    assert [document.key for document in trace(store, WARD).nodes] == [WARD, CITY]


def test_a_provisional_document_goes_with_its_last_mention_and_takes_its_statements_along(store: Store) -> None:
    waiting = Paper(WARD, (Cite(PROVISIONAL), Cite(DISTRICT), Cite(PROVISIONAL)), third=((0, "IMPLEMENTS", 1),))
    store.write(waiting.batch())
    store.write(Batch(cited=(cited(CITY),), relinks=(waiting.relink(0, CITY),)))
    assert store.stats().nodes["Document"] == 4
    store.write(Batch(relinks=(waiting.relink(2, CITY),)))
    assert store.stats().nodes["Document"] == 3
    assert {(edge.source, edge.target) for edge in trace(store, WARD).edges} == {(WARD, CITY), (WARD, DISTRICT)}


def test_a_mention_that_became_ambiguous_claims_nothing(store: Store) -> None:
    waiting = Paper(WARD, (Cite(CITY, title="Dân vận"),))
    store.write(waiting.batch())
    store.write(Batch(relinks=(waiting.relink(0, None, ResolutionState.AMBIGUOUS),)))
    assert document(store, CITY).claims == {}
    assert store.stats().edges == {}
    assert store.stats().mentions == {"ambiguous": 1}


def test_validity_that_a_text_states_goes_with_the_text(store: Store) -> None:
    stated = Validity(in_force_from=date(2023, 7, 1), how_known=HowKnown.TEXT)
    paper = Paper(CITY)
    store.write(replace(paper.batch(), validity=(ValidityClaim(CITY, stated),)))
    assert document(store, CITY, as_of=date(2024, 1, 1)).validity.status == "in_force"
    store.write(Paper(CITY, edition="b").batch(retract=paper.source.sha256))
    assert document(store, CITY, as_of=date(2024, 1, 1)).validity.status == "unknown"


def ends(paper: Paper, place: int, *, to: str) -> ValidityClaim:
    """What ``paper`` says where it names the document ``to``: it ended."""
    mention = paper.mentions[place]
    ended = Validity(
        ended=date(2023, 7, 1), scope="whole", how_known=HowKnown.TEXT, act="REPEALS", actor=paper.key,
        provisions=("Điều 3", "khoản 2 Điều 4"), kept="trừ Điều 5", span=Span(mention.start, mention.end),
    )  # fmt: skip
    return ValidityClaim(to, ended, mention.id)


def test_the_end_that_a_text_gives_to_another_document_goes_with_the_text(store: Store) -> None:
    paper = Paper(WARD, (Cite(CITY, "REPEALS"),))
    store.write(replace(paper.batch(), validity=(ends(paper, 0, to=CITY),)))
    known = validity_rows(store, [CITY])[CITY]
    assert known == (replace(ends(paper, 0, to=CITY).validity, origin=paper.source.sha256),)
    store.write(Paper(WARD, edition="b").batch(retract=paper.source.sha256))
    assert validity_rows(store, [CITY]) == {}


def test_the_end_goes_over_to_the_document_that_its_mention_turns_out_to_mean(store: Store) -> None:
    paper = Paper(WARD, (Cite(PROVISIONAL, "REPEALS", symbol="03/KH-UBND"),))
    store.write(replace(paper.batch(), validity=(ends(paper, 0, to=PROVISIONAL),)))
    relink = replace(paper.relink(0, CITY), validity=(ends(paper, 0, to=CITY),))
    for _ in range(2):
        store.write(Paper(CITY).batch(relinks=(relink,)))
    known = validity_rows(store, [CITY, PROVISIONAL])
    assert known == {CITY: (replace(ends(paper, 0, to=CITY).validity, origin=paper.source.sha256),)}


def test_validity_from_a_reference_table_is_replaced_as_a_whole(store: Store) -> None:
    store.write(Paper(WARD, (Cite(CITY), Cite(DISTRICT))).batch())
    ended = Validity(ended=date(2023, 1, 1), scope="whole", how_known=HowKnown.REFERENCE)
    store.write_validity("table", "1", [(CITY, ended), (DISTRICT, ended)])
    store.write_validity("table", "2", [(DISTRICT, ended)])
    on = date(2024, 1, 1)
    assert document(store, CITY, as_of=on).validity.status == "unknown"
    assert document(store, DISTRICT, as_of=on).validity.status == "ended"


PAPERS = tuple(
    Paper(
        plan(number),
        tuple(
            Cite(plan(other), kind, symbol=f"{other}/KH-UBND", title=title)
            for other, kind, title in cites
        ),
        title=f"Kế hoạch {number}",
        bodies=(Body("tw", f"Tên {number % 2}", "tw", Level.CENTRAL),),
    )
    for number, cites in enumerate([
        ((1, "CITES", "A"), (7, "CITES", "A")),
        ((0, "IMPLEMENTS", None), (1, "CITES", "B")),
        ((7, "CITES", "B"), (8, "BASED_ON", "x")),
        ((8, "CITES", "y"), (8, "IMPLEMENTS", "z")),
        (),
    ])
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(order=st.permutations(PAPERS), replaced=st.sets(st.integers(0, len(PAPERS) - 1)), again=st.booleans())
def test_the_order_in_which_texts_arrive_never_matters(
    new_store: NewStore, order: list[Paper], replaced: set[int], again: bool
) -> None:
    """Some papers come first in an older edition, and everything may come a second time."""
    expected, store = new_store(), new_store()
    for paper in PAPERS:
        expected.write(paper.batch())
    for number in replaced:
        store.write(replace(PAPERS[number], cites=(Cite(plan(9)),), edition="older").batch())
    for paper in order:
        older = replace(paper, cites=(Cite(plan(9)),), edition="older")
        store.write(paper.batch(retract=older.source.sha256))
    for paper in PAPERS if again else ():
        store.write(paper.batch())
    assert checksum(store) == checksum(expected)
