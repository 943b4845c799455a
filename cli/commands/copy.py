"""``cancu copy``: a graph from one store into another, with the proof that nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.output import answer, message, print_json
from cli.progress import counting
from cli.stores import opened

if TYPE_CHECKING:
    from graph.copying import CopyReport

HELP = "Chép cả đồ thị sang kho khác (SQLite, Neo4j) rồi đối chiếu từng loại nút và quan hệ."
EXAMPLES = """Ví dụ:
  cancu copy sqlite:///kho.db neo4j://neo4j:MẬT-KHẨU@localhost:7687
  cancu copy neo4j://neo4j:MẬT-KHẨU@localhost:7687 sao-luu.db
  cancu copy sqlite:///kho.db neo4j://neo4j@localhost:7687 --compare

Mật khẩu không muốn để lộ trên dòng lệnh thì đặt vào biến môi trường NEO4J_PASSWORD và viết neo4j://TÊN@MÁY.

Bị ngắt giữa chừng thì chạy lại đúng lệnh ấy để chép tiếp. Bản gốc của tệp không đi theo: hãy chép thư mục của chúng."""

PARTS_SAID = {
    "place": "địa danh",
    "body": "cơ quan",
    "document": "văn bản",
    "source": "tệp",
    "description": "mô tả",
    "claim": "thông tin của nút",
    "mention": "chỗ dẫn",
    "statement": "bằng chứng",
    "edge": "quan hệ",
    "validity": "hiệu lực",
    "reference": "bảng đã nhập",
    "set_aside": "tệp để riêng",
}
"""What the rows of each part of a store are, for the reader of the comparison."""


def copy(
    source: Annotated[str, typer.Argument(metavar="TỪ", help="Kho nguồn.", show_default=False)],
    target: Annotated[str, typer.Argument(metavar="SANG", help="Kho đích, còn trống.", show_default=False)],
    *,
    only_compare: Annotated[
        bool,
        typer.Option(
            "--compare", help="Chỉ đối chiếu kho với bản chép của nó, không chép; giờ ghi cũng phải bằng nhau."
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON ra stdout.")] = False,
) -> None:
    """Copy a store and compare the two."""
    from graph.copying import compare
    from graph.copying import copy as run
    from graph.errors import UsageError
    from graph.open import open_originals, shown
    from graph.parts import PARTS

    if shown(source) == shown(target):
        raise UsageError(f"Kho nguồn và kho đích đều là “{shown(source)}”. Hãy chọn một kho đích khác, còn trống.")
    names = [part.name for part in PARTS]
    with (
        opened(source) as from_store,
        opened(target, create=not only_compare, unfinished=not only_compare) as to_store,
        counting("Đang đối chiếu" if only_compare else "Đang chép") as show,
    ):
        # The rows are gone through for the copy, and for the comparison once in each store.
        passes = 2 if only_compare else 3
        done: list[str] = []
        carried = 0

        def tell(part: str, rows: int) -> None:
            nonlocal carried
            carried += rows
            if done[-1:] != [part]:
                done.append(part)
            show(len(done), passes * len(names), f"{carried} dòng")

        if only_compare:
            report = compare(from_store, to_store, on_progress=tell)
        else:
            report = run(from_store, to_store, name=shown(source), on_progress=tell)
    _print(report, as_json=as_json)
    if only_compare:
        if not report.same:
            message(
                "Hai kho khác nhau ở những dòng có dấu ≠. Hai kho nạp riêng luôn khác nhau ở giờ ghi (tệp, quan hệ)."
            )
            raise typer.Exit(1)
        return
    folders = [open_originals(address).folder for address in (source, target)]
    if folders[0].exists():
        message("Bản gốc của tệp không đi theo. Hãy chép thư mục “{}” thành “{}”.".format(*folders))
    if not report.same:
        message("Hai kho khác nhau: kho nguồn đã đổi trong lúc chép. Hãy xóa kho đích và chép lại.")
        raise typer.Exit(4)


def _print(report: CopyReport, *, as_json: bool) -> None:
    if as_json:
        print_json(report)
        return
    console = answer()
    for kind in report.kinds:
        mark = "=" if kind.same else "≠"
        label = f"{PARTS_SAID[kind.part]} {kind.kind}".strip()
        digests = [tally.digest[:16] for tally in (kind.source, kind.target)]
        digest = digests[0] if kind.same else " ≠ ".join(digests)
        console.print(f"  {label:<28} {kind.source.rows:>9} {mark} {kind.target.rows:<9} {digest}")
    if report.same:
        console.print("Hai kho giống hệt nhau." + (" (Đã chép tiếp lần trước.)" if report.resumed else ""))
