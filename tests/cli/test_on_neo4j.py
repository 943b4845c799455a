"""The command line answers from Neo4j as it does from SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Corpus, Run
from tests.neo4j.pool import Pool
from tests.small_corpus import DISTRICT, ENDED, WARD

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def server(neo4j_pool: Pool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty server; its originals lie in a folder of the test."""
    folder = tmp_path_factory.mktemp("neo4j")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.open.user_data_path", lambda name: folder / name)
        yield neo4j_pool.empty()


def test_the_same_files_give_the_same_answers(run: Run, corpus: Corpus, server: str) -> None:
    assert run("ingest", corpus.folder, "--store", server, "--json").json["kept"] == 2
    assert run("ingest", corpus.folder, "--store", server, "--json").json["unchanged"] == 2
    for command in (
        ("stats",),
        ("trace", WARD),
        ("trace", ENDED, "--down"),
        ("audit",),
        ("audit", WARD),
        ("show", DISTRICT),
        ("search", "dan chu"),
        ("neighbours", WARD),
        ("assignments",),
        ("export",),
    ):
        form = ("--json", "--store")
        assert run(*command, *form, server).json == run(*command, *form, corpus.store).json, command


def test_a_rebuild_is_refused_with_what_to_do_instead(run: Run, server: str) -> None:
    done = run("rebuild", "--store", server)
    assert done.code == 2
    assert "cancu ingest" in done.err


def test_a_backup_is_the_servers_own_or_a_copy(run: Run, server: str, tmp_path: Path) -> None:
    done = run("copy", server, tmp_path / "back.db")
    assert done.code == 0
