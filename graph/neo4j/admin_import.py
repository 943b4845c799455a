"""The whole graph, history included, as files for ``neo4j-admin database import full``, the quickest way to a big one.

The files stand in for a copy into an empty database. Constraints and indexes are made when the store is first opened,
which a node of version 0 allows.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from graph.copying import rows_of
from graph.errors import UsageError, os_reason
from graph.neo4j.transfer import WITH_OWN_ID, WORK, node_rows
from graph.parts import BODY, DOCUMENT, EDGE, PARTS, PLACE, Part
from graph.store import Store, Value
from graph.vocabulary import edge_type

_NUMBERS = {
    "start": "long", "stop": "long", "size": "long", "embedded": "long", "ingested": "long", "provisional": "long",
    "header": "long", "differs": "long", "mentions": "long", "descriptions": "long", "statements": "long",
    "confidence": "double",
}  # fmt: skip
_SCRIPT = r"""#!/bin/sh
# Nạp các tệp CSV ở thư mục này vào cơ sở dữ liệu “{database}” của Neo4j trên máy này, thay mọi thứ đang có ở đó.
# Chỉ chạy khi cơ sở dữ liệu ấy đã dừng, bằng tài khoản mà máy chủ chạy.
admin=${{NEO4J_ADMIN:-neo4j-admin}}
if [ -z "$NEO4J_ADMIN" ] && [ -n "$NEO4J_HOME" ] && [ -x "$NEO4J_HOME/bin/neo4j-admin" ]; then
    admin=$NEO4J_HOME/bin/neo4j-admin
fi
if ! command -v "$admin" >/dev/null 2>&1; then
    echo "Không thấy chương trình $admin. Hãy chạy trên máy chủ Neo4j, và đặt NEO4J_HOME là thư mục cài Neo4j" >&2
    echo "(có bin/neo4j-admin) hoặc NEO4J_ADMIN là đường dẫn tới neo4j-admin, rồi chạy lại." >&2
    exit 127
fi
case $admin in
    /*) ;;
    */*) admin=$PWD/$admin ;;
esac
case $0 in
    */*) cd "${{0%/*}}" || exit ;;
esac
exec "$admin" {arguments}
"""
"""Finds ``neo4j-admin`` where the installation has it, which not every way to install puts on the PATH."""

_OPTIONS = ("--overwrite-destination", "--multiline-fields=true", "--read-buffer-size=16m")


def write_import_files(store: Store, folder: Path, *, database: str = "neo4j") -> list[str]:
    """Write the files into ``folder`` and return the arguments of ``neo4j-admin`` that import them.

    ``folder`` also gets ``import.sh``, the same command line to be run on the server while the database is stopped.

    Raises:
        UsageError: ``folder`` cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = list(_write(store, folder))
    except OSError as error:
        raise UsageError(f"Không ghi được “{folder}”: {os_reason(error)}. Hãy chọn nơi khác.") from error
    arguments = ["database", "import", "full", database, *_OPTIONS]
    arguments += [f"--{what}={folder / name}" for what, name in files]
    relative = [argument.replace(f"={folder}/", "=") for argument in arguments]
    script = _SCRIPT.format(database=database, arguments=shlex.join(relative))
    (folder / "import.sh").write_text(script, encoding="utf-8")
    return arguments


def _write(store: Store, folder: Path) -> Iterator[tuple[str, str]]:
    """Write file after file and yield what each holds and its name."""
    keys = {part: {str(row[part.key[0]]) for row in rows_of(store, part)} for part in (DOCUMENT, BODY, PLACE)}
    ends = _Ends(keys)
    units = _write_edges(store, folder / "edges.csv", ends)
    yield "relationships", "edges.csv"
    roles = {"IssuingBody": {str(row["body"]) for row in rows_of(store, DOCUMENT) if row["body"]}, "Unit": units}
    for part in PARTS:
        if part is not EDGE:
            _write_nodes(store, folder / f"{part.name}.csv", part, roles)
            yield "nodes", f"{part.name}.csv"
    with _Table(folder / "schema.csv", [":ID", "name", "version:long", ":LABEL"]) as table:
        table.add(["schema:cancu", "cancu", 0, "Schema"])
    yield "nodes", "schema.csv"
    with _Table(folder / "gone.csv", [":ID", "key", ":LABEL"]) as table:
        for identity, (key, label) in sorted(ends.gone.items()):
            table.add([identity, key, label])
    yield "nodes", "gone.csv"


def _write_edges(store: Store, file: Path, ends: _Ends) -> set[str]:
    """Write all relationships and return the keys of the bodies that have work."""
    columns = ("qualifier", "statements", "opened_at", "closed_at")
    units: set[str] = set()
    with _Table(file, [":START_ID", *_header(columns), ":END_ID", ":TYPE"]) as table:
        for row in rows_of(store, EDGE):
            kind = edge_type(str(row["type"]))
            subject = ends.identity(str(row["subject"]), kind.subject)
            object_ = ends.identity(str(row["object"]), kind.object)
            table.add([subject, *(row[name] for name in columns), object_, row["type"]])
            if row["type"] in WORK and row["closed_at"] is None:
                units.add(str(row["object"]))
    return units


def _write_nodes(store: Store, file: Path, part: Part, roles: Mapping[str, set[str]]) -> None:
    columns = [*(["id"] if part in WITH_OWN_ID else []), *part.columns]
    with _Table(file, [":ID", *_header(columns), ":LABEL"]) as table:
        for number, row in enumerate(node_rows(part, rows_of(store, part))):
            labels = {part.label: None}
            if part is DOCUMENT:
                labels[str(row["label"])] = None
            if part is BODY:
                labels |= {role: None for role, having in roles.items() if row["key"] in having}
            identity = row[part.key[0]] if part in (DOCUMENT, BODY, PLACE) else number
            table.add([f"{part.name}:{identity}", *(row[name] for name in columns), ";".join(labels)])


class _Ends:
    """Finds the node at the end of an edge; what nothing names any more gets a node of its own."""

    def __init__(self, keys: Mapping[Part, set[str]]) -> None:
        self._keys = {part.name: found for part, found in keys.items()}
        self.gone: dict[str, tuple[str, str]] = {}

    def identity(self, key: str, participants: Iterable[str]) -> str:
        allowed = list(participants)
        for name in allowed:
            if key in self._keys[name]:
                return f"{name}:{key}"
        label = "GoneDocument" if "document" in allowed else "GoneBody"
        identity = f"{label}:{key}"
        self.gone[identity] = (key, label)
        return identity


class _Table:
    """A CSV file in which an empty text is quoted and what is unknown is left empty."""

    def __init__(self, path: Path, header: Iterable[str]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._file.write(",".join(header) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, values: Iterable[Value]) -> None:
        self._file.write(",".join(map(_cell, values)) + "\n")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return '"' + str(value).replace('"', '""') + '"' if isinstance(value, str) else str(value)


def _header(columns: Iterable[str]) -> list[str]:
    return [f"{name}:{_NUMBERS[name]}" if name in _NUMBERS else name for name in columns]
