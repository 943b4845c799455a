"""Files that arrive in watched folders, handed out when they are complete.

A copy, a scan or a download grows for a while; a file counts as complete when its size and its time of change have
stayed the same for some seconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from watchfiles import Change, watch
from watchfiles.main import FileChange

from graph.errors import InputError
from ingest.paths import is_folder
from ingest.walk import files_under

SECONDS_STILL = 2.0
"""How long a file must not have changed."""

_LOOK_SECONDS = 0.5
_POLL_SECONDS = 2.0
_LOCKS = "~$"  # beside a file that is open in an office program


@dataclass(frozen=True, slots=True)
class _State:
    size: int
    changed: int
    since: float


class Arrivals:
    """Files that were seen under ``folders`` and are not complete yet."""

    def __init__(self, folders: Iterable[Path], *, still: float = SECONDS_STILL) -> None:
        self._folders = [_absolute(folder) for folder in folders]
        self._still = still
        self._pending: dict[Path, _State | None] = {}

    def note(self, path: Path) -> None:
        """Something happened at ``path``: a file, or a folder that came with files in it."""
        if self._is_visible(path):
            found = files_under([path]) if is_folder(path) else (path,)
            self._pending |= {file: self._pending.get(file) for file in found if not file.name.startswith(_LOCKS)}

    def complete(self, now: float) -> list[Path]:
        """The files that have not changed for long enough at the time ``now`` (seconds), by name; each only once."""
        done = []
        for file, before in list(self._pending.items()):
            state = _state(file, now)
            if state is None:
                del self._pending[file]
            elif before is None or (before.size, before.changed) != (state.size, state.changed):
                self._pending[file] = state
            elif now - before.since >= self._still:
                del self._pending[file]
                done.append(file)
        return sorted(done)

    def _is_visible(self, path: Path) -> bool:
        under = next((folder for folder in self._folders if path.is_relative_to(folder)), None)
        return under is not None and not any(part.startswith(".") for part in path.relative_to(under).parts)


OnFolder = Callable[[Path, bool], None]
"""Called with a watched folder that is no longer there (``False``), and again when it is back (``True``)."""


def arriving(
    folders: Iterable[Path], *, still: float = SECONDS_STILL, poll: bool = False, on_folder: OnFolder | None = None
) -> Iterator[list[Path]]:
    """Yield complete files whenever there are some: first those that lie there, then what arrives; ends on Ctrl-C.

    Files that come while the caller is busy are not missed. A folder that goes away, as one on another machine does, is
    waited for. With ``poll`` the folders are looked at again and again instead of being told of changes, which a system
    does not do for folders on other machines. Raises :class:`InputError` for what is no folder, before anything is
    yielded.
    """
    watched = list(folders)
    for folder in watched:
        if not is_folder(folder):
            raise InputError(f"{folder} không phải là thư mục. Hãy chỉ ra thư mục cần theo dõi.")
    return _arriving(watched, Arrivals(watched, still=still), _polled if poll else _changes, on_folder)


def _arriving(
    watched: Sequence[Path],
    arrivals: Arrivals,
    changes: Callable[[Collection[Path]], Iterator[set[FileChange]]],
    on_folder: OnFolder | None,
) -> Iterator[list[Path]]:
    missing: set[Path] = set()
    while True:
        there = _folders_there(watched)
        for folder in watched:
            if on_folder and (folder in there) is (folder in missing):
                on_folder(folder, folder in there)
        missing = set(watched) - set(there)
        for number, happened in enumerate(changes(there)):
            # What lies there is looked up after the watch has begun, so nothing arrives unseen between the two.
            seen = [*there] if number == 0 else []
            seen += [Path(path) for change, path in happened if change is not Change.deleted]
            for path in seen:
                arrivals.note(_absolute(path))
            if done := arrivals.complete(time.monotonic()):
                yield done
            gone = {Path(path) for change, path in happened if change is Change.deleted}
            if there != _folders_there(watched) or any(_absolute(folder) in gone for folder in there):
                break
        else:
            return


def _changes(folders: Collection[Path]) -> Iterator[set[FileChange]]:
    """What happens in ``folders``, at least twice a second, until Ctrl-C."""
    if folders:
        with suppress(RuntimeError):  # which the library raises for a name that is no UTF-8, and watches no more
            yield from watch(
                *folders, watch_filter=None, step=50, debounce=200, rust_timeout=int(_LOOK_SECONDS * 1000),
                yield_on_timeout=True, raise_interrupt=False, ignore_permission_denied=True,
            )  # fmt: skip
            return
    yield from _polled(folders)


def _polled(folders: Collection[Path]) -> Iterator[set[FileChange]]:
    """The files in ``folders`` that are new or not as they were when looked at before, every two seconds."""
    before: dict[Path, _State | None] = {}
    while True:
        now = {file: _state(file, 0.0) for file in files_under(filter(is_folder, folders))}
        yield {(Change.modified, str(file)) for file, state in now.items() if state != before.get(file)}
        before = now
        time.sleep(_POLL_SECONDS)


def _folders_there(watched: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Those folders that are there, with what tells one from another of the same name."""
    found = {}
    for folder in watched:
        with suppress(OSError):
            state = folder.stat()
            if S_ISDIR(state.st_mode):
                found[folder] = state.st_dev, state.st_ino
    return found


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links stay as named


def _state(file: Path, now: float) -> _State | None:
    """How ``file`` is at the time ``now``, ``None`` when it is none or is gone."""
    try:
        found = file.stat()
    except OSError:
        return None
    return _State(found.st_size, found.st_mtime_ns, now) if S_ISREG(found.st_mode) else None
