"""Files with flipped, cut, doubled and exchanged bytes: each is read or set aside, and the run goes on.

``make fuzz`` tries 10,000 of them; a run of all tests some of them. The workers have the bounds of a real run, so a
file that hangs, crashes its process or wants too much memory would be told apart here.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from graph.errors import UnreadableFile
from ingest.members import holds_members, members_within
from ingest.reading import Reading, read_document_within
from ingest.walk import files_under
from ingest.workers import local_workers
from tests.ingest.odd_texts import EXAMPLES, PAPERS, check

pytestmark = pytest.mark.slow

FILES = Path(__file__).resolve().parents[1] / "files"
FULL = os.environ.get("CANCU_FUZZ") == "1"
TRIES = 10_000 if FULL else 80
SEEDS_OF_A_KIND = 4
SECONDS = 60.0
MEGABYTES = 2000
AHEAD = 16
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff"}
"""Reading one takes seconds; what a byte flip does to them, the library that decodes them tests."""

Mutation = Callable[[random.Random, bytearray], object]


def seeds() -> list[tuple[str, bytes]]:
    """Some small files of each kind, and what holds files."""
    kinds: dict[str, list[Path]] = {}
    for file in sorted((*files_under([FILES, EXAMPLES]),), key=lambda file: (file.stat().st_size, file.name)):
        if file.suffix not in {".py", ".json", ".csv", *PICTURES}:
            kinds.setdefault(file.suffix, []).append(file)
    found = [(file.name, file.read_bytes()) for of in kinds.values() for file in of[:SEEDS_OF_A_KIND]]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in found[:3]:
            archive.writestr(f"thư mục/{name}", data)
    letter = EmailMessage()
    letter["Subject"] = "Gửi kế hoạch"
    letter.set_content("Kính gửi các đơn vị.")
    letter.add_attachment(PAPERS[0].read_bytes(), maintype="text", subtype="plain", filename=PAPERS[0].name)
    return [*found, ("van-ban.zip", packed.getvalue()), ("thu.eml", letter.as_bytes())]


def flip(chance: random.Random, data: bytearray) -> None:
    for _ in range(chance.choice([1, 3, 20])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.choice([1, 50, len(data)])]


def double(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.choice([4, 500, 5000])] * chance.choice([1, 20])


def overwrite(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    data[start : start + 8] = chance.choice(
        [b"\x00" * 8, b"\xff" * 8, "Số: 1/KH".encode(), b"<w:p><w:", chance.randbytes(8)]
    )


MUTATIONS: tuple[Mutation, ...] = (flip, cut, double, overwrite)


def mutated(number: int, data: bytes) -> bytes:
    """The bytes changed in a way that ``number`` decides; of an archive sometimes those of a member."""
    chance = random.Random(number)  # noqa: S311 - changes, not secrets
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _with_a_mutated_member(chance, data)
    return _mutated(chance, data)


def _mutated(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5])):
        if changed:
            chance.choice(MUTATIONS)(chance, changed)
    return bytes(changed)


def _with_a_mutated_member(chance: random.Random, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice([name for name in old.namelist() if old.getinfo(name).file_size])
        for name in old.namelist():
            member = old.read(name)
            new.writestr(name, _mutated(chance, member) if name == chosen else member)
    return made.getvalue()


def submitted(submit: Callable[..., Future[Any]]) -> Iterator[tuple[int, str, Future[Any]]]:
    """Mutated files that workers are reading, as many as that."""
    files = seeds()
    for number in range(TRIES):
        name, data = files[number % len(files)]
        changed = mutated(number, data)
        task = members_within if holds_members(changed, name) else read_document_within
        yield number, name, submit(task, changed, name, SECONDS)


def test_a_mutated_file_is_read_or_set_aside_and_neither_hangs_nor_crashes_nor_eats_memory() -> None:
    ways: Counter[str] = Counter()
    ended: list[str] = []
    with local_workers(2, seconds=SECONDS, megabytes=MEGABYTES) as workers:
        waiting: list[tuple[int, str, Future[Any]]] = []
        for task in submitted(workers.executor.submit):
            waiting.append(task)
            if len(waiting) >= AHEAD:
                _look(*waiting.pop(0), ways, ended)
        for task in waiting:
            _look(*task, ways, ended)
    assert ended == []
    assert ways["read"] > 0
    assert ways["unreadable"] > 0


def _look(number: int, name: str, future: Future[Any], ways: Counter[str], ended: list[str]) -> None:
    error = future.exception()
    if error is None:
        ways["read"] += 1
        found = future.result()
        if isinstance(found, Reading):
            check(found.text, found.parsed)
    elif isinstance(error, UnreadableFile):
        ways[error.kind] += 1
        if error.kind in {"timeout", "memory", "crash"}:
            ended.append(f"{number} {name}: {error}")
    else:
        ended.append(f"{number} {name}: {error!r}")
