"""The closing report of an ingest: on the terminal, and as a file for those who were not there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cli.output import answer
from graph.errors import StoreError, UsageError, os_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.report import IngestReport

FILES_SHOWN = 3
REASONS = {
    "unreadable": "không đọc được",
    "nameless": "không phải văn bản",
    "unopened": "không mở được",
    "timeout": "đọc quá lâu",
    "memory": "cần quá nhiều bộ nhớ",
    "crash": "làm dừng tiến trình đọc",
}
_SUFFIXES = (".json", ".xlsx")
_WIDEST = 100


def report_file(value: Path | None) -> Path | None:
    """Refuse a name that tells no known format before anything is ingested."""
    if value is not None and value.suffix.casefold() not in _SUFFIXES:
        raise UsageError(f"--report cần tên tệp có đuôi {' hoặc '.join(_SUFFIXES)}, không phải “{value}”.")
    return value


def print_report(report: IngestReport) -> None:
    """Say what became of the files, by format and by reason."""
    console = answer()
    console.print(
        f"Đã đọc {report.read} tệp = "
        f"{report.kept} nạp mới + {report.unchanged} không đổi + {len(report.set_aside)} để riêng"
    )
    if len(report.formats) > 1:
        for of in report.formats:
            console.print(
                f"  {_format(of.format)}: {of.read} = {of.kept} nạp mới + {of.unchanged} không đổi "
                f"+ {of.set_aside} để riêng"
            )
    if report.ignored:
        console.print(f"Bỏ qua {report.ignored} tệp theo cancu ignore.")
    for line in remarks(report):
        console.print(line)
    console.print(f"Kho nay có {report.documents} văn bản, {report.mentions} chỗ dẫn, {report.edges} quan hệ.")


def remarks(report: IngestReport) -> Iterator[str]:
    """Lines that name the files that were set aside or are doubtful, with the reason."""
    for files, reason in _grouped((aside.file, aside.reason) for aside in report.set_aside):
        yield f"  Để riêng {files}: {reason}"
    for files, warning in _grouped((notice.file, notice.warning) for notice in report.warnings):
        yield f"  Lưu ý {files}: {warning}"


def save_report(report: IngestReport, file: Path) -> None:
    """Write the report into ``file``, in the format that its suffix names."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix.casefold() == ".json":
            file.write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
        else:
            file.write_bytes(_sheets(report))
    except OSError as error:
        raise StoreError(
            f"Không ghi được báo cáo vào “{file}”: {os_reason(error)}. Văn bản đã nạp rồi; hãy chọn nơi khác."
        ) from error


def _sheets(report: IngestReport) -> bytes:
    import xlsxwriter

    summary: list[Sequence[str | int]] = [
        ("Định dạng", "Đã đọc", "Nạp mới", "Không đổi", "Để riêng"),
        *((_format(of.format), of.read, of.kept, of.unchanged, of.set_aside) for of in report.formats),
        ("Tổng cộng", report.read, report.kept, report.unchanged, len(report.set_aside)),
        (),
        ("Lý do để riêng", "Số tệp"),
        *((REASONS.get(kind, kind), number) for kind, number in report.reasons.items()),
        (),
        ("Bỏ qua theo cancu ignore", report.ignored),
        ("Văn bản trong kho", report.documents),
        ("Chỗ dẫn trong kho", report.mentions),
        ("Quan hệ trong kho", report.edges),
    ]
    aside = [("Tệp", "Lý do", "Chi tiết và cách xử lý")]
    aside += [(found.file, REASONS.get(found.kind, found.kind), found.reason) for found in report.set_aside]
    notices = [("Tệp", "Lưu ý"), *((notice.file, notice.warning) for notice in report.warnings)]
    # A file name that begins like a formula or an address stays text.
    settings = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    written = BytesIO()
    with xlsxwriter.Workbook(written, settings) as book:
        bold = book.add_format({"bold": True})
        for name, rows in (("Tổng hợp", summary), ("Để riêng", aside), ("Lưu ý", notices)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row, bold if number == 0 else None)
            for column in range(max(map(len, rows))):
                width = max(len(str(row[column])) for row in rows if len(row) > column)
                sheet.set_column(column, column, min(width + 2, _WIDEST))
            sheet.freeze_panes(1, 0)
    return written.getvalue()


def _format(name: str) -> str:
    return f".{name}" if name else "(không có đuôi)"


def _grouped(remarks: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Put the files of one remark together, so that a folder of strange files is one line."""
    files: dict[str, list[str]] = {}
    for file, remark in remarks:
        files.setdefault(remark, []).append(file)
    for remark, names in files.items():
        rest = f" và {len(names) - FILES_SHOWN} tệp nữa" if names[FILES_SHOWN:] else ""
        yield ", ".join(names[:FILES_SHOWN]) + rest, remark
