"""``cancu export``: the graph for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cli.options import StoreOption
from cli.output import message
from cli.stores import opened

HELP = "Xuất đồ thị cho công cụ khác: GraphML, CSV hoặc JSON."
EXAMPLES = """Ví dụ:
  cancu export --format graphml --output can-cu.graphml
  cancu export --format csv --output bang/
  cancu export --format json --output can-cu.json"""


def export(
    *,
    form: Annotated[Literal["graphml", "csv", "json"], typer.Option("--format", help="Định dạng xuất.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="ĐƯỜNG_DẪN", help="Tệp đích; với csv là thư mục.", show_default=False),
    ],
    store: StoreOption = None,
) -> None:
    """Write the graph to a file, or to a folder of tables."""
    from queries.export import export as write_graph

    with opened(store) as graph:
        write_graph(graph, form, output)
    message(f"Đã xuất ra {output}")
