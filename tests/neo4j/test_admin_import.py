"""The files for ``neo4j-admin database import`` make a database that holds the same graph."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
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
from tests.neo4j.server import Server, jars

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


def test_the_command_line_runs_where_the_server_is_installed(neo4j_pool: Pool, tmp_path: Path) -> None:
    neo4j_pool.require()
    server = Server(tmp_path / "server")
    server.prepare()
    program = server.home / "bin" / "neo4j-admin"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec java -cp "{jars()}/*" org.neo4j.cli.AdminTool "$@"\n')
    program.chmod(0o755)
    with closing(SqliteStore(tmp_path / "kho.db")) as source:
        fill(source)
        write_import_files(source, tmp_path / "files")
        given = os.environ | {"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")}
        done = run_script(tmp_path / "files", given)
        assert done.returncode == 0, done.stdout + done.stderr
        try:
            server.start()
            with closing(Neo4jStore(server.store_url)) as target:
                assert tally(target) == tally(source)
        finally:
            server.kill()


@pytest.mark.parametrize("given", ["NEO4J_ADMIN", "NEO4J_HOME", "PATH"])
def test_the_command_line_finds_the_program_in_the_folder_of_whoever_calls(tmp_path: Path, given: str) -> None:
    program = tmp_path / "neo4j" / "bin" / "neo4j-admin"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "$PWD" "$1" "$2" "$3" "$4"\n')
    program.chmod(0o755)
    with closing(SqliteStore(tmp_path / "kho.db")) as source:
        write_import_files(source, tmp_path / "files")
    value = {"NEO4J_ADMIN": "neo4j/bin/neo4j-admin", "NEO4J_HOME": "neo4j", "PATH": str(program.parent)}[given]
    done = run_script(tmp_path / "files", {given: value})
    assert done.stdout == f"{tmp_path / 'files'} database import full neo4j\n"


def test_without_the_program_the_command_line_says_what_to_set_and_ends_with_an_error(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "kho.db")) as source:
        write_import_files(source, tmp_path / "files")
    for given in ({}, {"NEO4J_HOME": str(tmp_path)}, {"NEO4J_ADMIN": "/khong/co"}):
        done = run_script(tmp_path / "files", given)
        assert done.returncode == 127
        assert f"Không thấy chương trình {given.get('NEO4J_ADMIN', 'neo4j-admin')}." in done.stderr
        assert "NEO4J_HOME" in done.stderr
        assert "NEO4J_ADMIN" in done.stderr


def run_script(folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the command line of the files in ``folder`` from the folder above, without a PATH unless it is given."""
    command = ["/bin/sh", f"{folder.name}/import.sh"]
    given = {"PATH": "/khong", **environment}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder.parent, env=given)


def test_the_folder_holds_the_command_line_with_its_own_files(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "kho.db")) as source:
        fill(source)
        arguments = write_import_files(source, tmp_path / "files", database="vanban")
    script = (tmp_path / "files" / "import.sh").read_text(encoding="utf-8")
    assert '"$admin" database import full vanban --overwrite-destination' in script
    named = {Path(argument.partition("=")[2]).name for argument in arguments if argument.endswith(".csv")}
    assert named == {path.name for path in (tmp_path / "files").glob("*.csv")}
    assert str(tmp_path) not in script
