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


def test_a_backup_of_a_server_is_restored_into_a_file_and_a_used_server_is_left_alone(
    run: Run, server: str, corpus: Corpus, tmp_path: Path
) -> None:
    archive, target = tmp_path / "back.zip", tmp_path / "restored" / "cancu.db"
    assert run("backup", archive, "--store", server, "--json").json["originals"] == 2
    assert run("restore", archive, "--store", server).code == 2
    assert run("restore", archive, "--store", target).code == 0
    assert run("stats", "--json", "--store", target).json == run("stats", "--json", "--store", corpus.store).json


def test_a_backup_of_a_file_is_restored_into_an_empty_server(
    run: Run, corpus: Corpus, neo4j_pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.open.user_data_path", lambda name: tmp_path / name)
    empty = neo4j_pool.empty()
    assert run("backup", tmp_path / "back.zip", "--store", corpus.store).code == 0
    assert run("restore", tmp_path / "back.zip", "--store", empty).code == 0
    assert run("check", "--store", empty).code == 0
    assert (
        run("trace", WARD, "--json", "--store", empty).json
        == run("trace", WARD, "--json", "--store", corpus.store).json
    )
