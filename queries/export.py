"""The live graph as a file for other programs: GraphML, CSV, JSON."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError, os_reason
from graph.store import Row, Store
from graph.validity import effective
from queries.base import ask, chunks, today, validity_rows

if TYPE_CHECKING:
    import networkx as nx

NODE_COLUMNS = ("key", "label", "symbol", "type", "title", "issuer", "level", "date", "ingested", "validity")
EDGE_COLUMNS = ("source", "target", "type", "qualifier", "statements")


def export(
    store: Store,
    format: str,  # noqa: A002 - the word of the contract
    target: Path,
    *,
    as_of: date | None = None,
) -> list[Path]:
    """Write all documents, bodies, places and live edges to ``target`` and return the files written.

    ``graphml`` and ``json`` (node-link) write the file ``target``; ``csv`` writes ``nodes.csv`` and ``edges.csv``
    into the folder ``target``. Each document carries its state of validity on the day ``as_of`` (default today). The
    same graph gives the same bytes for the same day.

    Raises:
        UsageError: The format is unknown or ``target`` cannot be written.
    """
    if format not in _WRITERS:
        raise UsageError(f"Không có định dạng “{format}”. Các định dạng: {', '.join(_WRITERS)}.")
    try:
        return _WRITERS[format](store, Path(target), today(as_of))
    except OSError as error:
        raise UsageError(f"Không ghi được “{target}”: {os_reason(error)}. Hãy chọn nơi khác.") from error


def graph_of(store: Store, as_of: date) -> nx.MultiDiGraph[str]:
    """The live graph with the validity on a day, without unknown attributes.

    Parallel edges differ in their key (type, qualifier).
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(as_of=as_of.isoformat())
    for row in _nodes(store, as_of):
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


def _nodes(store: Store, as_of: date) -> Iterator[Row]:
    """All nodes; documents with their state of validity, which bodies and places do not have."""
    for rows in chunks(ask(store, "export.nodes", {})):
        known = validity_rows(store, (str(row["key"]) for row in rows if row["ingested"] is not None))
        for row in rows:
            state = effective(known.get(str(row["key"]), ()), as_of)[0] if row["ingested"] is not None else None
            yield {**row, "validity": state}


def _graphml(store: Store, target: Path, as_of: date) -> list[Path]:
    import networkx as nx

    text = "\n".join(nx.generate_graphml(graph_of(store, as_of)))
    return [_put(target, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')]


def _json(store: Store, target: Path, as_of: date) -> list[Path]:
    import networkx as nx

    data: dict[str, Any] = nx.node_link_data(graph_of(store, as_of), edges="edges")
    return [_put(target, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n")]


def _csv(store: Store, target: Path, as_of: date) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    return [
        _table(target / "nodes.csv", NODE_COLUMNS, _nodes(store, as_of)),
        _table(target / "edges.csv", EDGE_COLUMNS, ask(store, "export.edges", {})),
    ]


def _table(target: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> Path:
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row[name] for name in columns] for row in rows)
    return partial.replace(target)


def _put(target: Path, text: str) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    with partial.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return partial.replace(target)


_WRITERS: dict[str, Callable[[Store, Path, date], list[Path]]] = {"graphml": _graphml, "csv": _csv, "json": _json}
