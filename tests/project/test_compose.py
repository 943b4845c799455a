"""docker-compose.yml starts what the pages say it starts, and gives each part what that part knows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from api.settings import Settings
from graph.neo4j.address import PASSWORD, parse_address
from tests import compose

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {"NEO4J_PASSWORD": "mat-khau-thu", "CANCU_API_KEYS": "0" * 64}
PAGES = ("README.md", "docs/neo4j.md")
BLOCK = re.compile(r"(?:^ {4}\S.*\n)*^ {4}docker compose up.*\n(?:^ {4}\S.*\n)*", re.MULTILINE)


@pytest.fixture
def services() -> dict[str, Any]:
    return compose.services(SECRETS)


def commands(page: str) -> str:
    """The commands around ``docker compose up`` as a page shows them."""
    (block,) = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    return str(block)


def test_it_keeps_the_schema_of_compose_and_its_own_client_takes_it_where_there_is_one() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(compose.FILE)]
    check = subprocess.run(command, capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stdout + check.stderr
    client = shutil.which("docker")
    if client and subprocess.run([client, "compose", "version"], capture_output=True, check=False).returncode == 0:
        bare = {name: value for name, value in os.environ.items() if name not in SECRETS}
        command = [client, "compose", "--file", str(compose.FILE), "config", "--quiet"]
        assert subprocess.run(command, env=bare | SECRETS, capture_output=True, check=False).returncode == 0
        assert subprocess.run(command, env=bare, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_has_no_default(name: str) -> None:
    uses = [
        found["kind"] for found in compose.VARIABLE.finditer(compose.FILE.read_text("utf-8")) if found["name"] == name
    ]
    assert set(uses) == {"?"}
    with pytest.raises(KeyError):
        compose.services({other: value for other, value in SECRETS.items() if other != name})


def test_nothing_is_published_to_other_machines(services: dict[str, Any]) -> None:
    published = [port for service in services.values() for port in service.get("ports", ())]
    assert [port for port in published if not port.startswith("127.0.0.1:")] == []
    assert len(published) == 2


def test_each_part_has_a_health_check_a_way_back_and_data_that_stay(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["healthcheck"]["test"]
        assert service["restart"] == "unless-stopped"
        assert service["volumes"]
    assert services["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


def test_the_service_finds_the_store_and_knows_its_settings(services: dict[str, Any]) -> None:
    given = services["api"]["environment"]
    assert {name.removeprefix("CANCU_").lower() for name in given.keys() - {PASSWORD}} <= set(Settings.model_fields)
    place = parse_address(given["CANCU_STORE"], given)
    assert place.shown == "neo4j://neo4j:7687"
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "/".join(place.auth or ())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_commands_that_fit(page: str, services: dict[str, Any]) -> None:
    shown = commands(page)
    assert set(re.findall(r"\b(\w+)=", shown.partition("\n")[0])) - {"CANCU_KEY"} == set(SECRETS)
    run = re.search(r'docker compose run .*--volume "\$PWD/FOLDER:(/\w+):ro" (\w+) ingest (/\w+)$', shown, re.MULTILINE)
    assert run
    assert run[1] == run[3]
    assert "CANCU_STORE" in services[run[2]]["environment"]


def test_the_address_from_outside_fits(services: dict[str, Any]) -> None:
    address = re.search(r"`CANCU_STORE=(\S+@127\S+)`", (ROOT / "docs/neo4j.md").read_text(encoding="utf-8"))
    assert address
    store = parse_address(address[1], SECRETS)
    assert "/".join(store.auth or ()) == services["neo4j"]["environment"]["NEO4J_AUTH"]
    assert f"{store.uri.removeprefix('neo4j://')}:7687" in services["neo4j"]["ports"]


def test_the_page_of_the_explorer_is_where_the_readme_says(services: dict[str, Any]) -> None:
    shown = re.search(r"http://(\S+:\d+)", commands("README.md"))
    assert shown
    assert f"{shown[1]}:8000" in services["api"]["ports"]


def test_variables_that_the_pages_offer_are_those_of_the_file() -> None:
    known = {found["name"] for found in compose.VARIABLE.finditer(compose.FILE.read_text(encoding="utf-8"))}
    page = (ROOT / "docs/neo4j.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+)=\d+`", page)) == {"BOLT_PORT", "PORT"} <= known
    assert known == {*SECRETS, "BOLT_PORT", "PORT", "NEO4J_HEAP", "NEO4J_PAGECACHE"}


def test_the_image_runs_what_was_tested_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last = lines[max(number for number, line in enumerate(lines) if line.startswith("FROM")) :]
    assert "USER cancu" in last
    assert [line for line in last if "pip install" in line] == []
    installs = [line for line in lines if "pip install" in line and "--no-deps" not in line]
    assert installs
    assert [line for line in installs if "--require-hashes" not in line] == []
    assert 'ENTRYPOINT ["cancu"]' in last


def test_what_the_build_copies_is_let_through() -> None:
    kept = {line[2:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:2] == "!/"}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    packages = re.search(r"^packages = \[(.*)\]$", project, re.MULTILINE)
    assert packages
    needed = {"pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "explorer"}
    needed |= {"requirements.lock", "requirements.runtime.lock"} | set(re.findall(r'"(\w+)"', packages[1]))
    assert kept == needed
