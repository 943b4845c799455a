"""What ingest asks a store before it writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.identity import group_of
from graph.lookups import (
    documents_in_groups,
    documents_present,
    has_source,
    source_document,
    source_of_path,
    waiting_mentions,
)
from graph.model import ResolutionState
from graph.store import Batch, Store
from tests.papers import Cite, Paper, plan

PLAN, OLDER, OTHER = plan(3), plan(3, year=2022), plan(4)
GROUP = group_of(PLAN)
PROVISIONAL = "st:kh:x-abcdef012345:3:ubnd.hai-phong"


def test_the_documents_of_a_group_are_those_with_a_known_period(store: Store) -> None:
    store.write(Paper(plan(1), (Cite(PLAN), Cite(OLDER), Cite(PROVISIONAL), Cite(OTHER))).batch())
    found = documents_in_groups(store, [GROUP, "st:kh:99:ubnd.hai-phong"])
    assert {group: [document.key for document in documents] for group, documents in found.items()} == {
        GROUP: [OLDER, PLAN]
    }


def test_documents_are_present_that_were_ingested_or_are_cited_in_full(store: Store) -> None:
    store.write(Paper(OLDER, (Cite(PLAN), Cite(PROVISIONAL))).batch())
    assert documents_present(store, [OLDER, PLAN, PROVISIONAL, OTHER]) == {OLDER: True, PLAN: False}


def test_mentions_wait_when_they_have_no_date_whatever_became_of_them(store: Store) -> None:
    paper = Paper(
        plan(1),
        (
            Cite(PLAN),
            Cite(PLAN, date=date(2023, 1, 4)),
            Cite(None, state=ResolutionState.UNRESOLVED, group=GROUP),
            Cite(None, state=ResolutionState.AMBIGUOUS, group=GROUP, candidates=((PLAN, 0.5), (OLDER, 0.5))),
            Cite(OTHER),
        ),
    )
    store.write(paper.batch())
    assert waiting_mentions(store, [GROUP]) == tuple(m for place, m in enumerate(paper.mentions) if place in {0, 2, 3})
    assert waiting_mentions(store, []) == ()


def test_mentions_that_their_own_text_settles_do_not_wait(store: Store) -> None:
    paper = Paper(plan(1), (Cite(PLAN), Cite(None, state=ResolutionState.UNRESOLVED, group=GROUP)))
    settled, waiting = (
        replace(mention, resolution=replace(mention.resolution, reason=reason))
        for mention, reason in zip(paper.mentions, ("nêu đủ", "không rõ"), strict=True)
    )
    store.write(replace(paper.batch(), mentions=(settled, waiting)))
    assert waiting_mentions(store, [GROUP], {"nêu đủ"}) == (waiting,)


def test_a_source_is_found_by_its_path_and_hash_while_it_is_live(store: Store) -> None:
    paper = Paper(PLAN)
    sha256, path = paper.source.sha256, paper.source.path
    assert (has_source(store, sha256), source_of_path(store, path), source_document(store, sha256)) == (
        False,
        None,
        None,
    )
    store.write(paper.batch())
    assert (has_source(store, sha256), source_of_path(store, path), source_document(store, sha256)) == (
        True,
        sha256,
        PLAN,
    )
    store.write(Batch(retract=sha256))
    assert (has_source(store, sha256), source_of_path(store, path), source_document(store, sha256)) == (
        False,
        None,
        None,
    )
