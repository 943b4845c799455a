"""The files for ``neo4j-admin database import`` make a database that holds the same graph."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from graph.copying import copy, tally
from graph.neo4j.admin_import import write_import_files
from graph.neo4j.store import Neo4jStore
from graph.sqlite import SqliteStore
from queries.checksum import checksum
from tests.graph.filled import AFTERWARDS, fill
from tests.neo4j.pool import Pool
from tests.neo4j.server import Server

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def test_an_import_of_the_files_is_the_same_graph_and_goes_on(neo4j_pool: Pool, tmp_path: Path) -> None:
    neo4j_pool.require()
    server = Server(tmp_path / "server")
    server.prepare()
    with closing(SqliteStore(tmp_path / "kho.db")) as source:
        fill(source)
        server.admin(*write_import_files(source, tmp_path / "files"))
        try:
            server.start()
            with closing(Neo4jStore(server.store_url)) as target:
                assert tally(target) == tally(source)
                assert target.stats() == source.stats()
                for store in (source, target):
                    store.write(AFTERWARDS.batch())
                assert checksum(target) == checksum(source)
                with closing(SqliteStore(tmp_path / "back.db")) as back:
                    assert copy(target, back, name="server").same
        finally:
            server.kill()


def test_the_folder_holds_the_command_line_with_its_own_files(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "kho.db")) as source:
        fill(source)
        arguments = write_import_files(source, tmp_path / "files", database="vanban")
    script = (tmp_path / "files" / "import.sh").read_text(encoding="utf-8")
    assert "neo4j-admin database import full vanban --overwrite-destination" in script
    named = {Path(argument.partition("=")[2]).name for argument in arguments if argument.endswith(".csv")}
    assert named == {path.name for path in (tmp_path / "files").glob("*.csv")}
    assert str(tmp_path) not in script
