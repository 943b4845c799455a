"""Writes compound files, the format of .msg: enough of [MS-CFB] for a few storages and streams."""

from __future__ import annotations

import struct

SECTOR = 512
LEAST_STREAM = 4_096
"""Shorter streams would have to lie in a stream of their own; they are filled up with zeros."""

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file of ``streams`` by path ("storage/stream" or "stream")."""
    storages = sorted({path.partition("/")[0] for path in streams if "/" in path})
    entries: list[tuple[str, int, list[int], bytes]] = [("Root Entry", 5, [], b"")]
    for storage in storages:
        entries[0][2].append(len(entries))
        entries.append((storage, 1, [], b""))
    for path, data in sorted(streams.items()):
        storage, _, name = path.rpartition("/")
        entries[1 + storages.index(storage) if storage else 0][2].append(len(entries))
        entries.append((name, 2, [], data.ljust(LEAST_STREAM, b"\0")))
    directory_sectors = -(-len(entries) // 4)
    chains = [directory_sectors, *(-(-len(entry[3]) // SECTOR) for entry in entries if entry[1] == 2)]
    fat_sectors = -(-(sum(chains) + 1) // 127)
    fat = [_FAT] * fat_sectors
    starts = []
    for length in chains:
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + length), _END]
    fat += [_FREE] * (fat_sectors * 128 - len(fat))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fat_sectors, starts[0], 0, LEAST_STREAM,
        _END, 0, _END, 0,
    )  # fmt: skip
    difat = [*range(fat_sectors), *[_FREE] * (109 - fat_sectors)]
    parts = [header, struct.pack("<109I", *difat), struct.pack(f"<{len(fat)}I", *fat)]
    stream_starts = iter(starts[1:])
    directory = b"".join(
        _entry(name, kind, children, entries, next(stream_starts) if kind == 2 else _END * (kind == 5), len(data))
        for name, kind, children, data in entries
    )
    parts.append(directory.ljust(directory_sectors * SECTOR, b"\0"))
    parts += [data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\0") for _, kind, _, data in entries if kind == 2]
    return b"".join(parts)


def _entry(
    name: str, kind: int, children: list[int], entries: list[tuple[str, int, list[int], bytes]], start: int, size: int
) -> bytes:
    """One entry of the directory; brothers hang to the right of one another, a tree that is allowed to be a list."""
    me = next(number for number, entry in enumerate(entries) if entry[0] == name and entry[2] is children)
    brothers = next((entry[2] for entry in entries if me in entry[2]), [])
    after = brothers[brothers.index(me) + 1 :] if brothers else []
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI16xIQ",
        raw, len(raw) + 2, kind, 1, _FREE, after[0] if after else _FREE, children[0] if children else _FREE, 0, start,
        size,
    )  # fmt: skip
