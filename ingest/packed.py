"""What a file that holds files gives: its members, and how much of them there may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.readers import DEFAULT_LIMIT
from ingest.walk import is_left_behind

INSIDE = "!/"
"""Stands between the name of a file and that of its member."""

MOST_MEMBERS = 10_000
"""How many files may lie in one file."""

MOST_BYTES = 128_000_000
"""How many bytes they may have together."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a file: ``name`` is its path there; ``refused`` a Vietnamese reason why there is no ``data``."""

    name: str
    data: bytes = b""
    refused: str | None = None

    def refuse(self, reason: str) -> Member:
        """The same member without its bytes."""
        return Member(self.name, refused=reason)


@dataclass(slots=True)
class Packed:
    """What may still come out of one file; counts over everything in it, however deep."""

    members: int = MOST_MEMBERS
    size: int = MOST_BYTES

    @property
    def is_full(self) -> bool:
        """Whether more members came than may: what still follows is not looked at, and told by the one refused."""
        return self.members < 0

    def refusal(self, size: int) -> str | None:
        """Count a member of ``size`` bytes in, or say why it can't come any more."""
        self.members -= 1
        if self.members < 0:
            return f"tệp nén có hơn {MOST_MEMBERS} tệp; từ tệp này trở đi chưa đọc. Hãy giải nén rồi nạp thư mục."
        if size > DEFAULT_LIMIT:
            return f"tệp lớn {size / 1e6:.1f} MB, quá giới hạn {DEFAULT_LIMIT / 1e6:.0f} MB. Hãy tách thành nhiều tệp."
        if size > self.size:
            return f"nội dung tệp nén quá {MOST_BYTES / 1e6:.0f} MB khi mở. Hãy giải nén rồi nạp thư mục."
        self.size -= size
        return None


def outermost(name: str) -> str:
    """The file on the disk in which the member ``name`` lies; any other name as it is."""
    return name.partition(INSIDE)[0]


def is_passed_over(name: str) -> bool:
    """Tell whether a member is hidden or left there by an operating system, as in a folder that is walked."""
    return any(is_left_behind(part) for part in PurePosixPath(name).parts if part != "..")


def unique(name: str, taken: set[str]) -> str:
    """``name``, or with a number before its suffix when the same name was there before; noted in ``taken``."""
    path, number, free = PurePosixPath(name), 2, name
    while free in taken:
        free = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        number += 1
    taken.add(free)
    return free
