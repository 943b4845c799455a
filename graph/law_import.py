"""Validity that users bring: a CSV in the form of ``data/known_law.csv``, read row by row, bad rows told by line.

Columns may be left out when the table lets them be empty, and stand in any order; commas or semicolons separate them.
Rows that contradict each other are kept, for an audit then reports them as a matter to review.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field

from data.tables import KnownLaw, document_types
from data.typed_csv import BadCellError, parse_record
from graph.brought import BROUGHT, law_of, law_text
from graph.errors import InputError, os_reason
from graph.model import Validity
from graph.reference import key_of_law, keys_by_symbol, tells_of_validity, validity_of_law
from graph.store import Store
from graph.text import day_in
from graph.validity import replaced_in_turn

_FIELDS = tuple(field.name for field in dataclasses.fields(KnownLaw))
_REQUIRED = ("symbol", "type", "certainty", "source")
_DAYS = frozenset(name for name, kind in get_type_hints(KnownLaw).items() if date in get_args(kind))
_COUNTED_PAGES = re.compile(r"confirmed by [a-z0-9]+ pages")
_SEVERAL_PAGES = "confirmed by several pages"
"""A table may count them; more than one is all that matters."""


class BadRow(BaseModel):
    """A row that could not be used, or that was kept with a doubt."""

    model_config = ConfigDict(frozen=True)

    line: int
    reason: str


class ImportReport(BaseModel):
    """What became of the rows of a file: ``read`` = ``kept`` + those in ``bad``."""

    model_config = ConfigDict(frozen=True)

    file: str
    read: int
    kept: int
    bad: list[BadRow]
    warnings: list[BadRow] = Field(description="Rows that were kept although something in them cannot be right")


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    cells: dict[str, str]


def import_law(store: Store, file: Path) -> ImportReport:
    """Write the rows of ``file`` into ``store``, instead of those that a file of this name brought before.

    Raises:
        InputError: The file cannot be read, or a column that every row needs is missing.
        StoreError: The store cannot be written.
    """
    text = _text(file)
    found: list[tuple[int, str, KnownLaw]] = []
    bad: list[BadRow] = []
    read = 0
    for record in _records(text, file):
        read += 1
        row = _row(record)
        if isinstance(row, str):
            bad.append(BadRow(line=record.line, reason=row))
        else:
            found.append((record.line, *row))
    keys = keys_by_symbol(law for _, _, law in found)
    good = [(line, key, dataclasses.replace(validity_of_law(law, keys), law=law_text(law))) for line, key, law in found]
    checksum = hashlib.sha256(text.encode()).hexdigest()
    store.write_validity(f"{BROUGHT}{file.stem}", checksum, [(key, validity) for _, key, validity in good])
    return ImportReport(file=str(file), read=read, kept=len(good), bad=bad, warnings=list(_warnings(good)))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"Không đọc được tệp “{file}”: {os_reason(error)}. Hãy kiểm tra đường dẫn.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"Tệp “{file}” không phải UTF-8. Hãy lưu lại dạng CSV UTF-8.") from error


def _records(text: str, file: Path) -> Iterator[_Record]:
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    header = [name.strip() for name in next(reader, [])]
    missing = [name for name in _REQUIRED if name not in header]
    unknown = [name for name in header if name not in _FIELDS]
    if missing or unknown:
        said = f"thiếu cột {', '.join(missing)}" if missing else f"không có cột nào tên là {', '.join(unknown)}"
        raise InputError(f"Dòng 1 của “{file}”: {said}. Các cột dùng được: {', '.join(_FIELDS)}.")
    line = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield _Record(line, dict(zip(header, cells, strict=False)) if len(cells) == len(header) else {})
        line = reader.line_num + 1


def _wanted(column: str) -> str:
    """What a cell of this column may hold, where that can be told in a few words."""
    kind = get_type_hints(KnownLaw)[column]
    if get_origin(kind) is Literal:
        return f", hãy chọn: {', '.join(filter(None, get_args(kind)))}"
    return ", hãy viết 2024-02-13 hoặc 13/02/2024" if date in get_args(kind) else ""


def _with_days(cells: dict[str, str]) -> dict[str, str]:
    """The cells with the days in the form of the table; what is no day stays, for the reading of the row to tell."""

    def read(cell: str) -> str:
        try:
            return day_in(cell).isoformat()
        except ValueError:
            return cell

    return {column: read(cell) if column in _DAYS else cell for column, cell in cells.items()}


def _row(record: _Record) -> tuple[str, KnownLaw] | str:
    """The key of the document of a row and what the row says, or why it cannot be used."""
    if not record.cells:
        return "số ô không khớp với số cột ở dòng 1"
    try:
        cells = _with_days({column: cell.strip() for column, cell in record.cells.items()})
        law = parse_record(cells | {"certainty": _COUNTED_PAGES.sub(_SEVERAL_PAGES, cells["certainty"])}, KnownLaw)
    except BadCellError as error:
        cell = record.cells.get(error.column, "")
        return f"cột {error.column}: không dùng được giá trị “{cell}”{_wanted(error.column)}"
    if law.type not in {row.code for row in document_types()}:
        return f"cột type: không có loại văn bản “{law.type}”"
    if not tells_of_validity(law):
        return "không có ngày có hiệu lực hay ngày hết hiệu lực: không nói gì về hiệu lực"
    key = key_of_law(law)
    if key is None:
        return "không đủ số, ký hiệu, cơ quan ban hành hoặc ngày để nhận ra văn bản"
    return key, law


def _warnings(rows: list[tuple[int, str, Validity]]) -> Iterator[BadRow]:
    circles = replaced_in_turn({key: (validity,) for _, key, validity in rows})
    whole: dict[str, tuple[int, Validity]] = {}
    for line, key, validity in rows:
        if validity.in_force_from and validity.ended and validity.ended < validity.in_force_from:
            yield BadRow(line=line, reason="ngày hết hiệu lực sớm hơn ngày có hiệu lực; sẽ được báo là cần xem lại")
        issued = law_of(validity.law).issued if validity.law else None
        if validity.in_force_from and issued and validity.in_force_from < issued:
            yield BadRow(line=line, reason="ngày có hiệu lực sớm hơn ngày ban hành; hãy đối chiếu lại với nguồn")
        if key in circles:
            yield BadRow(line=line, reason="thay thế, bãi bỏ lẫn nhau thành vòng; sẽ được báo là cần xem lại")
        if validity.ended is None or validity.scope == "part":
            continue
        first = whole.setdefault(key, (line, validity))
        if first[1].ended != validity.ended:
            yield BadRow(line=line, reason=f"mâu thuẫn với dòng {first[0]}; sẽ được báo là cần xem lại")
