"""``cancu assignments``: the tasks that documents give to units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import words
from cli.options import (
    AsOfOption,
    CursorOption,
    EvidenceOption,
    JsonOption,
    LimitOption,
    StoreOption,
    complete_document,
    document_name,
)
from cli.output import answer, message, print_json, tell
from cli.stores import opened

if TYPE_CHECKING:
    from queries.results import AssignmentInfo, EventDeadlineInfo

HELP = "Nhiệm vụ mà văn bản giao cho một đơn vị, theo thời hạn."
EXAMPLES = """Ví dụ:
  cancu assignments --unit "Sở Nội vụ"
  cancu assignments --doc 12/KH-UBND --evidence
  cancu assignments --unit "Phòng Nội vụ" --as-of 2024-06-30 --json"""

ROLES = {
    "lead": "chủ trì",
    "support": "phối hợp",
    "advise": "tham mưu",
    "focal_point": "đầu mối",
    "monitor": "theo dõi, giám sát",
    "guide": "hướng dẫn",
    "report": "báo cáo",
    "appraise": "thẩm định",
    "fund": "bố trí kinh phí",
    "publish": "tuyên truyền, công khai",
    "accountable": "chịu trách nhiệm",
}
UNITS = {
    "hour": "giờ",
    "working_hour": "giờ làm việc",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "year": "năm",
}


def assignments(
    *,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="Tên hoặc khóa của đơn vị.", show_default=False)
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--doc",
            metavar="VĂN_BẢN",
            help="Chỉ văn bản này.",
            callback=document_name,
            autocompletion=complete_document,
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 50,
    cursor: CursorOption = None,
    evidence: EvidenceOption = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Print tasks by deadline."""
    from queries.assignments import assignments as ask

    with opened(store) as graph:
        result = ask(graph, unit=unit, doc=document, as_of=as_of, limit=limit, cursor=cursor)
    tell(result.notes)
    if as_json:
        print_json(result)
        return
    console = answer()
    for task in result.assignments:
        console.print(_line(task))
        console.print(f"  {' '.join(task.text.split())}")
        if evidence:
            console.print(f"  {words.quote(task.evidence)}")
    if not result.assignments:
        message("Không có nhiệm vụ nào. Xem tên các đơn vị bằng: cancu assignments")
    if result.later:
        message(f"Còn {result.later} nhiệm vụ trong văn bản ban hành sau ngày {words.day(result.as_of)}, không tính.")
    if hint := words.more(result.page, len(result.assignments), "cancu assignments …"):
        message(hint)


def _line(task: AssignmentInfo) -> str:
    parts = [task.unit_name, task.document.symbol or task.document.key]
    if task.roles:
        parts.append(", ".join(ROLES.get(role, role) for role in task.roles))
    due = [*map(words.day, task.deadlines), *map(_from_event, task.event_deadlines)]
    parts.append(f"hạn {', '.join(due)}{' (đã qua)' if task.passed else ''}" if due else "không ghi hạn")
    parts += (f"báo cáo {one.to}" + (f" qua {one.through}" if one.through else "") for one in task.reports)
    if flag := words.flag(task.validity):
        parts.append(flag)
    return " · ".join(parts)


def _from_event(deadline: EventDeadlineInfo) -> str:
    """Word a deadline from an event: "10 ngày kể từ ngày nhận được Công văn này"."""
    if deadline.count == 0:
        return f"ngay khi {deadline.event}"
    known = f" ({words.day(deadline.date)})" if deadline.date else ""
    return f"{deadline.count} {UNITS[deadline.unit]} kể từ {deadline.event}{known}"
