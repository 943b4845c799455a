"""``cancu export``: the graph for other tools."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

import typer

from cli.options import AsOfOption, StoreOption
from cli.output import message, write_bytes
from cli.stores import opened
from graph.errors import UsageError

HELP = "Xuất đồ thị cho công cụ khác: GraphML, CSV, JSON, hoặc tệp cho neo4j-admin database import."
EXAMPLES = """Ví dụ:
  cancu export --format graphml --output can-cu.graphml
  cancu export --format csv --as-of 2024-01-01 --output bang/
  cancu export --format json > can-cu.json
  cancu export --format neo4j-admin --output neo4j/"""


def export(
    *,
    form: Annotated[
        Literal["graphml", "csv", "json", "neo4j-admin"] | None,
        typer.Option("--format", help="graphml, csv, json hoặc neo4j-admin."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="ĐƯỜNG_DẪN",
            help="Tệp đích; với csv và neo4j-admin là thư mục. Bỏ trống: ra stdout (csv: bảng quan hệ).",
            show_default=False,
        ),
    ] = None,
    database: Annotated[
        str, typer.Option("--database", metavar="TÊN", help="Cơ sở dữ liệu mà neo4j-admin nạp vào, thay mọi thứ ở đó.")
    ] = "neo4j",
    as_of: AsOfOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Như --format json.")] = False,
    store: StoreOption = None,
) -> None:
    """Write the graph to a file, to a folder of tables, or to stdout."""
    chosen = "json" if as_json else form
    if chosen is None:
        raise UsageError("Hãy chọn định dạng: --format graphml, csv, json hoặc neo4j-admin.")
    if chosen == "neo4j-admin":
        _for_neo4j_admin(output, database, store)
        return
    from queries.export import export as write_graph

    with opened(store) as graph:
        if output is not None:
            for file in write_graph(graph, chosen, output, as_of=as_of):
                message(f"Đã xuất ra {file}")
            return
        with TemporaryDirectory() as folder:
            written = write_graph(graph, chosen, Path(folder) / "graph", as_of=as_of)
            write_bytes(written[-1].read_bytes())


def _for_neo4j_admin(folder: Path | None, database: str, store: str | None) -> None:
    if folder is None:
        raise UsageError("Hãy nêu thư mục đích: --output THƯ_MỤC.")
    from graph.neo4j.admin_import import write_import_files

    with opened(store) as graph:
        write_import_files(graph, folder, database=database)
    message(
        f"Đã xuất ra {folder}. Trên máy chủ Neo4j, khi cơ sở dữ liệu “{database}” đã dừng, hãy chạy: "
        f"sh {folder / 'import.sh'}. Mọi thứ đang có trong cơ sở dữ liệu ấy sẽ bị thay. "
        "Sau đó chạy cancu copy từ kho này sang kho Neo4j để đem theo các bản gốc; đồ thị đã có thì chỉ được đối chiếu."
    )
