"""What docker-compose.yml says, for the tests that hold it against the program, the pages that show it, and Neo4j."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FILE = Path(__file__).resolve().parents[1] / "docker-compose.yml"
VARIABLE = re.compile(r"(?<!\$)\$\{(?P<name>\w+)(?::(?P<kind>[?-])(?P<rest>[^}]*))?\}")
_PLAIN = re.compile(r"__|_")


def services(environment: Mapping[str, str]) -> dict[str, Any]:
    """The services with the variables replaced as Compose does; raises KeyError for one that must be set and is not."""

    def value(found: re.Match[str]) -> str:
        given = environment.get(found["name"])
        return given or (found["rest"] if found["kind"] == "-" else environment[found["name"]])

    parsed: dict[str, Any] = YAML(typ="safe").load(VARIABLE.sub(value, FILE.read_text(encoding="utf-8")))
    found: dict[str, Any] = parsed["services"]
    return found


def neo4j_settings() -> tuple[str, ...]:
    """The lines of ``neo4j.conf`` that the image makes of its environment: ``_`` is a dot there, ``__`` a ``_``."""
    given = services({"NEO4J_PASSWORD": "matkhaubimat", "CANCU_API_KEYS": "0" * 64})["neo4j"]["environment"]
    named = {name.removeprefix("NEO4J_"): value for name, value in given.items() if name != "NEO4J_AUTH"}
    return tuple(
        f"{_PLAIN.sub(lambda m: '_' if len(m[0]) > 1 else '.', name)}={value}" for name, value in named.items()
    )
