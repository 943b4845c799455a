"""``cancu rebuild``: the graph anew from the originals that the store keeps."""

from __future__ import annotations

from cli.options import JsonOption, StoreOption
from cli.output import answer, print_json

HELP = "Dựng lại kho từ các bản gốc đã lưu, đối chiếu với kho cũ rồi mới thay thế."
EXAMPLES = """Ví dụ:
  cancu rebuild
  cancu rebuild --store sqlite:///kho.db --json"""

WHAT = {
    "documents": "Văn bản",
    "bodies": "Cơ quan, đơn vị",
    "places": "Địa bàn",
    "edges": "Quan hệ",
    "statements": "Khẳng định",
    "mentions": "Chỗ dẫn",
    "graph": "Cả đồ thị",
}


def rebuild(*, as_json: JsonOption = False, store: StoreOption = None) -> None:
    """Rebuild the store and say whether the new graph is the same."""
    from ingest.rebuild import rebuild as run
    from queries.checksum import checksum

    report = run(store, checksum=checksum)
    if as_json:
        print_json(report)
        return
    console = answer()
    console.print(f"Đã dựng lại từ {report.originals} bản gốc.")
    if report.same:
        console.print("Đồ thị mới giống hệt đồ thị cũ.")
    for difference in report.differences:
        console.print(f"  {WHAT.get(difference.what, difference.what)}: {difference.before} → {difference.after}")
    if report.previous:
        console.print(f"Đồ thị mới khác đồ thị cũ; kho cũ được giữ ở {report.previous}")
    for aside in report.set_aside:
        console.print(f"  Để riêng {aside.file}: {aside.reason}")
