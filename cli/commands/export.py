"""``cancu export``: the graph for other tools."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

import typer

from cli.options import StoreOption
from cli.output import message, write_utf8
from cli.stores import opened
from graph.errors import UsageError

HELP = "Xuất đồ thị cho công cụ khác: GraphML, CSV hoặc JSON."
EXAMPLES = """Ví dụ:
  cancu export --format graphml --output can-cu.graphml
  cancu export --format csv --output bang/
  cancu export --format json > can-cu.json"""


def export(
    *,
    form: Annotated[
        Literal["graphml", "csv", "json"] | None, typer.Option("--format", help="graphml, csv hoặc json.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="ĐƯỜNG_DẪN",
            help="Tệp đích; với csv là thư mục. Bỏ trống: ra stdout (csv: bảng quan hệ).",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Như --format json.")] = False,
    store: StoreOption = None,
) -> None:
    """Write the graph to a file, to a folder of tables, or to stdout."""
    chosen = "json" if as_json else form
    if chosen is None:
        raise UsageError("Hãy chọn định dạng: --format graphml, csv hoặc json.")
    from queries.export import export as write_graph

    with opened(store) as graph:
        if output is not None:
            for file in write_graph(graph, chosen, output):
                message(f"Đã xuất ra {file}")
            return
        with TemporaryDirectory() as folder:
            written = write_graph(graph, chosen, Path(folder) / "graph")
            write_utf8(written[-1].read_text(encoding="utf-8"))
