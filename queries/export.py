"""The live graph as a file for other programs: GraphML, CSV, JSON."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from graph.store import Store
from queries.base import ask

if TYPE_CHECKING:
    import networkx as nx

NODE_COLUMNS = ("key", "label", "symbol", "type", "title", "issuer", "level", "date", "ingested")
EDGE_COLUMNS = ("source", "target", "type", "qualifier", "statements")


def export(store: Store, format: str, target: Path) -> list[Path]:  # noqa: A002 - the word of the contract
    """Write all documents, bodies, places and live edges to ``target`` and return the files written.

    ``graphml`` and ``json`` (node-link) write the file ``target``; ``csv`` writes ``nodes.csv`` and ``edges.csv``
    into the folder ``target``. The same graph gives the same bytes.

    Raises:
        UsageError: The format is unknown or ``target`` cannot be written.
    """
    if format not in _WRITERS:
        raise UsageError(f"Không có định dạng “{format}”. Các định dạng: {', '.join(_WRITERS)}.")
    try:
        return _WRITERS[format](store, Path(target))
    except OSError as error:
        raise UsageError(f"Không ghi được “{target}”: {error.strerror}. Hãy chọn nơi khác.") from error


def graph_of(store: Store) -> nx.MultiDiGraph[str]:
    """The live graph without unknown attributes. Parallel edges differ in their key (type, qualifier)."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in ask(store, "export.nodes", {}):
        known = {name: row[name] for name in NODE_COLUMNS[1:] if row[name] is not None}
        graph.add_node(str(row["key"]), **known)
    for row in ask(store, "export.edges", {}):
        key = f"{row['type']} {row['qualifier']}".strip()
        graph.add_edge(
            str(row["source"]),
            str(row["target"]),
            key=key,
            type=row["type"],
            qualifier=row["qualifier"],
            statements=row["statements"],
        )
    return graph


def _graphml(store: Store, target: Path) -> list[Path]:
    import networkx as nx

    text = "\n".join(nx.generate_graphml(graph_of(store)))
    return [_put(target, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')]


def _json(store: Store, target: Path) -> list[Path]:
    import networkx as nx

    data: dict[str, Any] = nx.node_link_data(graph_of(store), edges="edges")
    return [_put(target, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")]


def _csv(store: Store, target: Path) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    return [
        _table(target / "nodes.csv", NODE_COLUMNS, store, "export.nodes"),
        _table(target / "edges.csv", EDGE_COLUMNS, store, "export.edges"),
    ]


def _table(target: Path, columns: tuple[str, ...], store: Store, question: str) -> Path:
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row[name] for name in columns] for row in ask(store, question, {}))
    return partial.replace(target)


def _put(target: Path, text: str) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return partial.replace(target)


_WRITERS: dict[str, Callable[[Store, Path], list[Path]]] = {"graphml": _graphml, "csv": _csv, "json": _json}
