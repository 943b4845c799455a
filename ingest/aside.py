"""The files that were set aside, remembered in the store until they are fixed, ignored or forgotten.

A remembered file is reported on every run that comes upon it and read again only when its bytes have changed, another
version of the program reads it, or somebody asks for it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, computed_field

from graph.copying import rows_of
from graph.errors import InputError, UnreadableFile
from graph.parts import SET_ASIDE
from graph.store import Store
from ingest.members import bytes_of
from ingest.packed import INSIDE, outermost
from ingest.paths import absolute, as_path, is_file
from ingest.reading import program_version

WAITING, IGNORED = "waiting", "ignored"


class AsideFile(BaseModel):
    """A file that was not ingested."""

    model_config = ConfigDict(frozen=True)

    path: str
    sha256: str = Field(description="Of the bytes that were refused, empty when there were none to be had")
    kind: str = Field(
        description="unreadable, nameless, unopened, timeout, memory or crash; empty when it was not read"
    )
    reason: str = Field(description="What is wrong with the file and what to do")
    reader: str = Field(description="Version of the program that refused it")
    state: str = Field(description="waiting or ignored")
    since: str = Field(description="ISO time, UTC")

    @computed_field(description="Whether the file is still where it was found")  # type: ignore[prop-decorator]
    @property
    def there(self) -> bool:
        """Whether the file is still where it was found; of one inside another, whether that is."""
        return os.path.lexists(as_path(outermost(self.path)))

    def concerns(self, sha256: str) -> bool:
        """Whether what is remembered is about these bytes."""
        return self.sha256 == sha256


class AsideFiles(BaseModel):
    """Some of the files that were not ingested."""

    files: list[AsideFile]


class AsideBook:
    """What one run knows and finds out of files that are set aside; ``again`` are files that are to be tried again."""

    def __init__(self, store: Store, again: Callable[[str], bool] = lambda _: False) -> None:
        self._store = store
        self._again = again
        self._files = {file.path: file for file in aside_files(store)}
        self._holders = {holder for path in self._files for holder in _holders(path)}

    def ignores(self, file: Path, sha256: str) -> bool:
        """Whether these bytes of ``file`` are to be passed over."""
        known = self._files.get(absolute(file))
        return known is not None and known.state == IGNORED and known.concerns(sha256)

    def refusal(self, file: Path, sha256: str) -> UnreadableFile | None:
        """Why these bytes of ``file`` need not be tried again."""
        known = self._files.get(absolute(file))
        if known is None or known.state == IGNORED or self._again(known.path):
            return None
        if known.concerns(sha256) and known.reader == program_version():
            return UnreadableFile(known.reason, kind=known.kind)
        return None

    def remember(self, file: Path, sha256: str, kind: str, reason: str) -> None:
        """Note that these bytes of ``file`` were set aside."""
        path = absolute(file)
        known = self._files.get(path)
        since = known.since if known is not None and known.concerns(sha256) else _now()
        found = _waiting(path, sha256, kind, reason, since)
        if found != known:
            self._files[path] = found
            self._holders.update(_holders(path))
            _put(self._store, [found])

    def settle(self, file: Path, members: Iterable[Path] = ()) -> None:
        """Note that ``file`` is in the store now or, of one that holds others, that it holds ``members`` now."""
        path = absolute(file)
        if path not in self._files and path not in self._holders:  # as most files: only then all have to be looked at
            return
        inside, still = path + INSIDE, {absolute(member) for member in members}
        gone = [known for known in self._files if known == path or (known.startswith(inside) and known not in still)]
        for known in gone:
            del self._files[known]
        if gone:
            self._store.drop_rows(SET_ASIDE, gone)


def aside_files(store: Store) -> Iterator[AsideFile]:
    """The files that are set aside or ignored, by path."""
    for row in rows_of(store, SET_ASIDE):
        yield AsideFile(**{name: str(row[name]) for name in SET_ASIDE.columns})


def ignore(store: Store, paths: Iterable[Path]) -> list[AsideFile]:
    """Pass these files over from now on, as long as their bytes stay; of a folder all files in it that are set aside.

    Raises :class:`InputError` for a path that is neither a file nor known as set aside.
    """
    known = {file.path: file for file in aside_files(store)}
    chosen: dict[str, AsideFile] = {}
    for path in paths:
        name = absolute(path)
        found = _under(known, name)
        if is_file(path):
            sha256 = _sha256(path)
            file = known.get(name) or _waiting(name, sha256, "", "", _now())
            found = [file.model_copy(update={"sha256": sha256})]
        if not found:
            raise InputError(f"Không có tệp nào để bỏ qua ở {path}. Hãy xem danh sách: cancu set-aside list.")
        chosen |= {file.path: file.model_copy(update={"state": IGNORED}) for file in found}
    _put(store, list(chosen.values()))
    return list(chosen.values())


def heed(store: Store, paths: Iterable[Path]) -> list[AsideFile]:
    """Undo :func:`ignore`: the next run tries these files again. Raises :class:`InputError` for what is not ignored."""
    known = {file.path: file for file in aside_files(store) if file.state == IGNORED}
    chosen: dict[str, AsideFile] = {}
    for path in paths:
        found = _under(known, absolute(path))
        if not found:
            raise InputError(f"{path} không có trong những tệp đã bỏ qua. Hãy xem: cancu set-aside list --ignored.")
        chosen |= {file.path: file for file in found}
    _put(store, [file.model_copy(update={"state": WAITING, "reader": ""}) for file in chosen.values() if file.kind])
    store.drop_rows(SET_ASIDE, [path for path, file in chosen.items() if not file.kind])
    return list(chosen.values())


def forget_missing(store: Store) -> list[str]:
    """Forget the files that are set aside and no longer there; return their paths."""
    gone = [file.path for file in aside_files(store) if file.state == WAITING and not file.there]
    store.drop_rows(SET_ASIDE, gone)
    return gone


def _holders(path: str) -> Iterator[str]:
    """The files in which a member lies, for "a.zip!/b.eml!/c.txt" both of them."""
    parts = path.split(INSIDE)
    return (INSIDE.join(parts[:count]) for count in range(1, len(parts)))


def _sha256(path: Path) -> str:
    """The hash of the bytes that a run would read, empty when it would get none."""
    try:
        return hashlib.sha256(bytes_of(path)).hexdigest()
    except UnreadableFile:
        return ""


def _under(known: dict[str, AsideFile], name: str) -> list[AsideFile]:
    return [
        file
        for path, file in known.items()
        if path == name or path.startswith((name.rstrip(os.sep) + os.sep, name + INSIDE))
    ]


def _waiting(path: str, sha256: str, kind: str, reason: str, since: str) -> AsideFile:
    return AsideFile(
        path=path, sha256=sha256, kind=kind, reason=reason, reader=program_version(), state=WAITING, since=since
    )


def _put(store: Store, files: list[AsideFile]) -> None:
    store.put_rows(SET_ASIDE, [file.model_dump(exclude={"there"}) for file in files], None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
