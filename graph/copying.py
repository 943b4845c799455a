"""A whole graph from one store into another, of whatever kinds they are: resumable, and proved at the end.

Rows are carried as they are, with their history, so the copy gives the same answers and goes on in the same way. The
proof reads both stores again and compares number and digest of the rows of each kind: each node label, each edge type.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, computed_field

from graph.errors import StoreError, UsageError
from graph.parts import PARTS, REFERENCE, UNFINISHED, Part
from graph.store import Portion, Row, Store

OnProgress = Callable[[str, int], None]
"""Called after each portion with the name of the part and the number of rows of it that were carried or compared."""


class Tally(NamedTuple):
    """How many rows, and a digest that does not depend on their order."""

    rows: int
    digest: str


class Kind(BaseModel):
    """The rows of one kind in both stores."""

    model_config = ConfigDict(frozen=True)

    part: str = Field(description="document, edge, statement …")
    kind: str = Field(description="Label, edge type or state; empty where there is only one kind")
    source: Tally
    target: Tally

    @computed_field  # type: ignore[prop-decorator]
    @property
    def same(self) -> bool:
        """Whether both stores hold the same rows."""
        return self.source == self.target


class CopyReport(BaseModel):
    """What the comparison after a copy found."""

    model_config = ConfigDict(frozen=True)

    copied: bool = Field(description="False when the target held the same graph already")
    resumed: bool = Field(description="True when an earlier copy was continued")
    kinds: tuple[Kind, ...]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def same(self) -> bool:
        """Whether both stores hold the same graph."""
        return all(kind.same for kind in self.kinds)


def copy(source: Store, target: Store, *, name: str, on_progress: OnProgress | None = None) -> CopyReport:
    """Copy all of ``source`` into the empty ``target`` and compare the two.

    ``name`` names the source: a copy that was interrupted goes on where it stopped when it is started again from the
    same source. A target that holds this graph already is only compared. Both stores are closed to other writers
    meanwhile.

    Raises:
        UsageError: The target holds another graph.
        StoreError: A store cannot be read or written; what was carried stays, and the copy can be started again.
    """
    tell = on_progress or _silent
    with source.writer(), target.writer():
        start = _start(target, name)
        if start is None and is_used(target):
            return _as_it_is(source, target, tell)
        position = start or _Position(PARTS[0].name, None)
        target.put_rows(REFERENCE, (), _place(name, position))
        for part in PARTS[[part.name for part in PARTS].index(position.part) :]:
            after = position.after if part.name == position.part else None
            for portion in portions(source, part, after):
                place = _place(name, _Position(part.name, portion.after))
                target.put_rows(part, _carried(part, portion.rows), place)
                tell(part.name, len(portion.rows))
        kinds = _compare(tally(source, tell), tally(target, tell))
        target.put_rows(REFERENCE, (), None)
        return CopyReport(copied=True, resumed=start is not None, kinds=kinds)


def compare(source: Store, target: Store, on_progress: OnProgress | None = None) -> CopyReport:
    """Compare two stores without changing either; both are closed to other writers meanwhile."""
    with source.writer(), target.writer():
        return _compared(source, target, on_progress)


def tally(store: Store, on_progress: OnProgress | None = None) -> dict[tuple[str, str], Tally]:
    """Number and digest of the rows of each (part, kind): ("document", "Plan"), ("edge", "CITES") and so on."""
    counts: dict[tuple[str, str], int] = {}
    sums: dict[tuple[str, str], int] = {}
    for part in PARTS:
        for portion in portions(store, part):
            for row in _carried(part, portion.rows):
                kind = part.name, str(row[part.kind]) if part.kind else ""
                counts[kind] = counts.get(kind, 0) + 1
                sums[kind] = (sums.get(kind, 0) + _digest(part, row)) % (1 << 256)
            if on_progress:
                on_progress(part.name, len(portion.rows))
    return {kind: Tally(counts[kind], f"{sums[kind]:064x}") for kind in sorted(counts)}


def refuse_unfinished(store: Store) -> None:
    """Raise :class:`StoreError` when a copy into this store has not come to its end."""
    if _mark(store) is not None:
        raise StoreError(
            "Kho này mới chép được một phần. Hãy chạy lại đúng lệnh cancu copy trước đó để chép nốt, rồi hãy dùng kho."
        )


def is_used(store: Store) -> bool:
    """Whether there is a graph in the store."""
    held = store.stats()
    return bool(any(held.nodes.values()) or held.edges or held.mentions)


def portions(store: Store, part: Part, after: str | None = None) -> Iterator[Portion]:
    """All portions of ``part`` behind the place ``after``, ``None`` for the beginning."""
    while (portion := store.read_rows(part, after)).after is not None:
        yield portion
        after = portion.after


def rows_of(store: Store, part: Part) -> Iterator[Row]:
    """All rows of ``part`` but the mark of a copy; a portion of them is held at a time."""
    for portion in portions(store, part):
        yield from _carried(part, portion.rows)


class _Position(NamedTuple):
    part: str
    after: str | None


def _place(name: str, position: _Position) -> str:
    return json.dumps({"from": name, "part": position.part, "after": position.after})


def _start(target: Store, name: str) -> _Position | None:
    """Where to go on, ``None`` for the beginning."""
    mark = _mark(target)
    if mark is not None:
        if mark["from"] != name:
            raise UsageError(
                f"Kho đích đang chép dở từ “{mark['from']}”. Hãy chép nốt từ kho ấy, hoặc chọn kho đích khác."
            )
        return _Position(str(mark["part"]), mark["after"])
    return None


def _as_it_is(source: Store, target: Store, tell: OnProgress) -> CopyReport:
    """The report of a copy that is there; where the numbers differ already, nobody waits for the whole comparison."""
    if source.stats() == target.stats() and (report := _compared(source, target, tell)).same:
        return report
    raise UsageError(
        "Kho đích đã có dữ liệu, không giống kho nguồn. Hãy chọn một kho mới, hoặc xóa kho ấy trước. "
        "Muốn biết khác ở đâu, thêm --compare."
    )


def _compared(source: Store, target: Store, on_progress: OnProgress | None) -> CopyReport:
    kinds = _compare(tally(source, on_progress), tally(target, on_progress))
    return CopyReport(copied=False, resumed=False, kinds=kinds)


def _mark(store: Store) -> dict[str, str | None] | None:
    for portion in portions(store, REFERENCE):
        for row in portion.rows:
            if row["origin"] == UNFINISHED:
                mark: dict[str, str | None] = json.loads(str(row["checksum"]))
                return mark
    return None


def _silent(_part: str, _rows: int) -> None: ...


def _carried(part: Part, rows: Sequence[Row]) -> list[Row]:
    """All rows but the mark of a copy itself."""
    return [row for row in rows if part is not REFERENCE or row["origin"] != UNFINISHED]


def _digest(part: Part, row: Row) -> int:
    values = [row[name] for name in part.columns]
    return int.from_bytes(hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).digest())


def _compare(source: Mapping[tuple[str, str], Tally], target: Mapping[tuple[str, str], Tally]) -> tuple[Kind, ...]:
    none = Tally(0, "0" * 64)
    return tuple(
        Kind(part=part, kind=kind, source=source.get((part, kind), none), target=target.get((part, kind), none))
        for part, kind in sorted(source.keys() | target.keys())
    )
