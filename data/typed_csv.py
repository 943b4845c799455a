"""CSV text read strictly into rows of a dataclass: the class is the schema.

The columns are the fields in their order. A field without a default must be filled; `|` separates the values of a
tuple; dates are ISO days; a bool is yes or no; a Literal lists all that is allowed.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import types
import typing
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any, Literal, TypeVar, cast

Row = TypeVar("Row")


def parse_rows(text: str, row: type[Row], file: str) -> tuple[Row, ...]:
    """Read CSV text into rows of the class `row`.

    Raises ValueError that begins with `file:line` when the header, the number of cells or a cell is not as the class
    wants it.
    """
    hints = typing.get_type_hints(row)
    columns = [field.name for field in dataclasses.fields(cast(Any, row))]
    converters = [_converter(hints[f.name], optional=_is_optional(f)) for f in dataclasses.fields(cast(Any, row))]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(reader, [])
    if header != columns:
        raise ValueError(f"{file}:1: the columns must be {','.join(columns)}, not {','.join(header)}")
    rows = []
    for cells in reader:
        if len(cells) != len(columns):
            raise ValueError(f"{file}:{reader.line_num}: {len(columns)} cells expected, {len(cells)} found")
        try:
            values = [convert(cell) for convert, cell in zip(converters, cells, strict=True)]
        except ValueError as error:
            raise ValueError(f"{file}:{reader.line_num}: {_explain(columns, converters, cells)}") from error
        rows.append(row(**dict(zip(columns, values, strict=True))))
    return tuple(rows)


def canonical_text(text: str, key: tuple[str, ...]) -> str:
    """The same rows in canonical order: by the columns of `key`, in code point order, one line feed a row."""
    records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    header, rows = records[0], records[1:]
    at = [header.index(column) for column in key]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    rows.sort(key=lambda cells: ([cells[i] for i in at], cells))
    writer.writerows(rows)
    return out.getvalue()


def _is_optional(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING


def _explain(columns: list[str], converters: list[Callable[[str], Any]], cells: list[str]) -> str:
    for column, convert, cell in zip(columns, converters, cells, strict=True):
        try:
            convert(cell)
        except ValueError as error:
            return f"column {column}: {error}"
    raise AssertionError("one of the cells was refused before")


def _converter(hint: object, *, optional: bool) -> Callable[[str], Any]:
    """The function that turns a cell into a value of the type `hint`; it raises ValueError with the reason."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        part = _converter(args[0], optional=False)
        whole = cache(lambda cell: tuple(part(value) for value in cell.split("|")) if cell else ())
        return whole if optional else lambda cell: whole(_filled(cell))
    if origin is types.UnionType:
        inner = _converter(args[0], optional=False)
        return lambda cell: inner(cell) if cell else None
    if origin is Literal:
        return partial(_one_of, args)
    if hint in _PLAIN:
        return _PLAIN[hint]
    return _stripped if optional else _filled


def _one_of(allowed: tuple[str, ...], cell: str) -> str:
    if cell not in allowed:
        raise ValueError(f"{cell!r} is none of {', '.join(map(repr, allowed))}")
    return cell


@lru_cache(maxsize=4096)
def _day(cell: str) -> date:
    return date.fromisoformat(cell)


def _stripped(cell: str) -> str:
    if cell != cell.strip():
        raise ValueError(f"{cell!r} has spaces around it")
    return cell


def _filled(cell: str) -> str:
    if not cell:
        raise ValueError("the cell is empty")
    return _stripped(cell)


_PLAIN: dict[object, Callable[[str], Any]] = {
    date: _day,
    bool: lambda cell: _one_of(("yes", "no"), cell) == "yes",
    int: int,
}
