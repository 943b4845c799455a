"""``cancu check``: whether the store is whole, with proof for everything it claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import JsonOption, StoreOption
from cli.output import answer, print_json
from cli.progress import counting
from cli.stores import opened

if TYPE_CHECKING:
    from queries.check import CheckResult

HELP = "Kiểm tra kho: bằng chứng, câu trích, bản gốc, số đếm. Có lỗi thì mã thoát là 1."
EXAMPLES = """Ví dụ:
  cancu check
  cancu check --store sqlite:///kho.db --json
  cancu check --no-originals --store neo4j://neo4j:MẬT-KHẨU@localhost:7687"""

SHOWN = 5
FAULTS = {
    "storage": "tệp kho hư hỏng",
    "edge_without_evidence": "quan hệ không còn bằng chứng",
    "edge_count": "quan hệ đếm sai số bằng chứng",
    "statement_without_edge": "bằng chứng không thuộc quan hệ nào",
    "edge_without_end": "quan hệ thiếu một đầu",
    "statement_without_text": "bằng chứng của văn bản không còn trong kho",
    "statement_without_mention": "bằng chứng thiếu chỗ dẫn của nó",
    "mention_without_text": "chỗ dẫn của văn bản không còn trong kho",
    "mention_without_document": "chỗ dẫn tới văn bản không có trong kho",
    "validity_without_origin": "hiệu lực không rõ từ đâu",
    "description_without_text": "mô tả của văn bản không còn trong kho",
    "text_without_document": "tệp không thuộc văn bản nào",
    "text_without_description": "tệp không nói gì về văn bản của nó",
    "assignment_without_task": "bằng chứng giao việc thiếu nội dung việc",
    "document_without_text": "văn bản ghi là đã nạp mà không có tệp",
    "unnamed": "nút không được tệp nào nhắc đến",
    "quote": "câu trích không đúng với chỗ của nó trong văn bản",
    "claims": "số đếm các thuộc tính không khớp",
    "citing_date": "ngày ghi cạnh chỗ dẫn khác ngày của văn bản dẫn",
    "differs": "ghi sai chỗ dẫn nêu ngày hoặc số khác với văn bản được dẫn",
    "cites": "ghi sai chỗ dẫn đầu tiên của văn bản tới một văn bản",
    "original_missing": "thiếu bản gốc",
    "original_damaged": "bản gốc không còn như lúc nạp",
}
_REMEDIES = {
    "storage": "Hãy lấy lại kho từ bản sao lưu: cancu restore TỆP.",
    "original_missing": "Hãy nạp lại những tệp ấy, hoặc lấy lại từ bản sao lưu.",
    "original_damaged": "Hãy xóa bản gốc hỏng rồi nạp lại những tệp ấy, hoặc lấy lại từ bản sao lưu.",
}
_REMEDY = "Hãy dựng lại kho từ các bản gốc (cancu rebuild), hoặc lấy lại từ bản sao lưu."


def check(
    *,
    originals: Annotated[
        bool,
        typer.Option(
            "--originals/--no-originals",
            help="Băm lại các bản gốc, hay chỉ xét đồ thị (khi bản gốc nằm ở máy khác).",
        ),
    ] = True,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Check the store and its originals; nothing is changed."""
    from graph.open import open_originals
    from queries.check import check as run

    with opened(store) as graph, graph.writer(), counting("Đang kiểm tra") as show:
        result = run(graph, open_originals(store) if originals else None, on_progress=show)
    if as_json:
        print_json(result)
    else:
        print_check(result)
    if not result.whole:
        raise typer.Exit(1)


def print_check(result: CheckResult) -> None:
    """Say what was checked, and each kind of fault with some places and what to do."""
    console = answer()
    console.print(
        f"Đã kiểm tra {result.texts} tệp, {result.originals} bản gốc, {result.documents} văn bản, "
        f"{result.mentions} chỗ dẫn, {result.edges} quan hệ, {result.statements} bằng chứng."
    )
    for kind, count in result.counts.items():
        console.print(f"  {count} lỗi: {FAULTS[kind]}")
        for fault in [fault for fault in result.faults if fault.kind == kind][:SHOWN]:
            console.print(f"    {fault.at}{f' ({fault.detail})' if fault.detail else ''}")
    for remedy in dict.fromkeys(_REMEDIES.get(kind, _REMEDY) for kind in result.counts):
        console.print(remedy)
    if result.whole:
        console.print("Kho nguyên vẹn.")
