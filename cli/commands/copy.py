"""``cancu copy``: a graph from one store into another, with the proof that nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.output import answer, message, print_json
from cli.progress import counting
from cli.stores import opened

if TYPE_CHECKING:
    from graph.copying import CopyReport
    from graph.originals import Originals

HELP = "Chép cả kho sang kho khác (SQLite, Neo4j) rồi đối chiếu từng loại nút và quan hệ."
EXAMPLES = """Ví dụ:
  cancu copy sqlite:///kho.db neo4j://neo4j:MẬT-KHẨU@localhost:7687
  cancu copy neo4j://neo4j:MẬT-KHẨU@localhost:7687 sao-luu.db
  cancu copy sqlite:///kho.db neo4j://neo4j@localhost:7687 --compare

Mật khẩu không muốn để lộ trên dòng lệnh thì đặt vào biến môi trường NEO4J_PASSWORD và viết neo4j://TÊN@MÁY.

Bị ngắt giữa chừng thì chạy lại đúng lệnh ấy để chép tiếp. Bản gốc của tệp nằm ở máy này cũng được chép theo."""

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
    _print(report, only_compare=only_compare, as_json=as_json)
    if only_compare:
        if not report.same:
            message(
                "Hai kho khác nhau ở những dòng có dấu ≠. Hai kho nạp riêng luôn khác nhau ở giờ ghi (tệp, quan hệ)."
            )
            raise typer.Exit(1)
        return
    _carry_originals(open_originals(source), open_originals(target), report)
    if not report.same:
        message("Hai kho khác nhau: kho nguồn đã đổi trong lúc chép. Hãy xóa kho đích và chép lại.")
        raise typer.Exit(4)


def _carry_originals(source: Originals, target: Originals, report: CopyReport) -> None:
    """Bring the originals along, or tell how it is done on the machine that has them."""
    if not source.folder.exists():
        if any(kind.part == "source" for kind in report.kinds):
            message(
                f"Máy này không có bản gốc của tệp (“{source.folder}”). Ở máy đã nạp chúng, hãy chép mọi thứ trong thư "
                f"mục ấy vào “{target.folder}” của máy này, nếu không cancu check sẽ báo thiếu."
            )
        return
    with counting("Đang chép bản gốc", rate_of="tệp") as show:
        taken = target.take_over(source, on_progress=show)
    there = f" ({taken.there} bản đã có)" if taken.there else ""
    message(f"Đã chép {taken.new} bản gốc của tệp{there} vào “{target.folder}”.")
    if taken.damaged:
        message(f"{len(taken.damaged)} bản gốc đã hỏng nên không được chép. Xem những bản nào: cancu check.")


def _print(report: CopyReport, *, only_compare: bool, as_json: bool) -> None:
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
    if report.same and not report.copied and not only_compare:
        console.print("Không có gì để chép: hai kho đã giống hệt nhau. Lần sau chỉ cần đối chiếu thì thêm --compare.")
    elif report.same:
        console.print("Hai kho giống hệt nhau." + (" (Đã chép tiếp lần trước.)" if report.resumed else ""))
