"""Reports as the command line writes them: to stdout, or to the file of ``--output``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cli.options import one_of
from cli.output import message, write_bytes
from graph.errors import InputError, UsageError, os_reason
from queries.reports.files import FILES

if TYPE_CHECKING:
    from queries.messages import Language
    from queries.reports.table import Report


_STDOUT = Path("-")
"""The usual name of stdout as a file."""


def format_of(report: str | None, output: Path | None) -> str | None:
    """The format that is asked for: by name, else by the end of the name of the file; ``None`` for no report.

    Raises :class:`UsageError` for a format that there is none of, or a workbook that would go to a terminal.
    """
    ending = output.suffix.removeprefix(".").lower() if output is not None else ""
    if report is None and output is not None and ending not in FILES:
        instead = f" Cần JSON thì dùng: --json > {output}." if ending == "json" else ""
        raise UsageError(f"Chưa rõ dạng của báo cáo “{output}”. Hãy thêm --format: {', '.join(FILES)}.{instead}")
    chosen = report or ending or None
    one_of([chosen] if chosen else [], FILES, "--format")
    if chosen == "xlsx" and output is None and sys.stdout.isatty():
        raise UsageError("Bảng tính XLSX không in ra màn hình được. Hãy thêm --output TỆP.xlsx.")
    return chosen


def language_of(language: str) -> Language:
    """The language of a report; raises :class:`UsageError` for one that it is not written in."""
    one_of([language], ("vi", "en"), "--lang")
    return "en" if language == "en" else "vi"


def write_report(report: Report, name: str, output: Path | None) -> None:
    """Write a report in the format ``name``; raises :class:`InputError` when the file cannot be written."""
    content = FILES[name][0](report)
    if output is None or output == _STDOUT:
        write_bytes(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise InputError(f"Không ghi được “{output}”: {os_reason(error)}. Hãy chọn nơi khác bằng --output.") from error
    message(f"Đã ghi {output}")
