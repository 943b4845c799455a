"""Worker processes of this machine: a task that kills its process, or ends it by taking too long, fails alone.

The pool of the standard library can't say which of its tasks broke it and fails them all. Here each process has one
task at a time, so the blame is known, nothing is done twice, and only that process is started anew.
"""

from __future__ import annotations

import os
import queue
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from graph.errors import UnreadableFile, UsageError
from ingest.read_ahead import Workers

_P = ParamSpec("_P")
_T = TypeVar("_T")

_CONTEXT = get_context("forkserver")  # a fork of this process would copy the locks that its other threads hold
_ONE_AT_A_TIME = threading.Lock()  # for the book that multiprocessing keeps of its children
_AHEAD_OF_EACH = 32


@contextmanager
def local_workers(processes: int, *, seconds: float, megabytes: int | None = None) -> Iterator[Workers]:
    """``processes`` of this machine that read for :func:`ingest.pipeline.ingest_paths`.

    A file that takes longer than ``seconds`` fails, and so does one that kills its process or needs more memory than
    ``megabytes`` beyond that of an idle process. On leaving, all processes end at once, whatever they are doing.
    """
    pool = WorkerPool(processes, seconds=seconds, megabytes=megabytes)
    try:
        yield Workers(pool, ahead=_AHEAD_OF_EACH * processes, seconds=seconds)
    finally:
        pool.shutdown(cancel_futures=True)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class WorkerPool(Executor):
    """An executor over processes in which a future fails with :class:`UnreadableFile` when its task ended its process.

    ``seconds`` is the time after which tasks end their process; it only chooses the words for one that did.
    ``megabytes`` bounds the memory of each process.
    """

    def __init__(self, processes: int, *, seconds: float, megabytes: int | None = None) -> None:
        _start_server()
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._ended = threading.Event()
        self._lanes = [_Lane(self._tasks, seconds, megabytes) for _ in range(processes)]
        for lane in self._lanes:
            lane.start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Have the next free process call ``fn``, which it must be able to import; everything is pickled."""
        if self._ended.is_set():
            raise RuntimeError("no task is taken after shutdown")
        future: Future[_T] = Future()
        self._tasks.put(_Task(future, (fn, args, kwargs)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes when all tasks are done or, with ``cancel_futures``, at once and in the middle of them."""
        self._ended.set()
        while cancel_futures:
            try:
                task = self._tasks.get_nowait()
            except queue.Empty:
                break
            if task is not None:
                task.future.cancel()
        for lane in self._lanes:
            self._tasks.put(None)
            if cancel_futures:
                lane.kill()
        for lane in self._lanes if wait else ():
            lane.join()


@dataclass(frozen=True, slots=True)
class _Task:
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class _Lane(threading.Thread):
    """Takes tasks one by one to a process of its own."""

    def __init__(self, tasks: queue.SimpleQueue[_Task | None], seconds: float, megabytes: int | None) -> None:
        super().__init__(daemon=True)
        self._tasks = tasks
        self._seconds = seconds
        self._megabytes = megabytes
        self._process: _Process | None = None
        self._killed = False

    def run(self) -> None:
        """Serve until the end is called."""
        while (task := self._tasks.get()) is not None:
            if task.future.set_running_or_notify_cancel():
                try:
                    task.future.set_result(self._call(task))
                except BaseException as error:  # noqa: BLE001 - it belongs to whoever asks for the result
                    task.future.set_exception(error)
        if self._process is not None:
            self._process.end()

    def kill(self) -> None:
        """End the process in the middle of its task."""
        self._killed = True
        if self._process is not None:
            self._process.kill()

    def _call(self, task: _Task) -> object:
        if self._process is None:
            self._process = _Process(self._megabytes)
            if self._killed:
                self._process.kill()
        begun = time.monotonic()
        try:
            value, error = self._process.call(task.call)
        except (EOFError, OSError) as ended:
            seconds = time.monotonic() - begun
            code, self._process = self._process.end(), None
            raise _too_slow(self._seconds) if seconds >= self._seconds else _died(code) from ended
        if isinstance(error, MemoryError):
            raise _too_large(self._megabytes) from error
        if error is not None:
            raise error
        return value


class _Process:
    """A process that waits for calls; making one raises :class:`UsageError` when it can't be started."""

    def __init__(self, megabytes: int | None) -> None:
        self._connection, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, megabytes), daemon=True)
        try:
            with _ONE_AT_A_TIME:
                self._process.start()
            theirs.close()
            self._connection.recv()
        except (EOFError, OSError) as error:
            raise UsageError(
                "Không khởi động được tiến trình đọc. Hãy kiểm tra bộ nhớ còn trống, hoặc chạy lại với --jobs nhỏ hơn."
            ) from error

    def call(self, call: object) -> tuple[object, Exception | None]:
        """Have it make a call; raises EOFError or OSError when the process ends instead."""
        self._connection.send(call)
        answer: tuple[object, Exception | None] = self._connection.recv()
        return answer

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> int:
        """Let it end, as soon as it has nothing to do, and return its exit code; that of a signal is negative."""
        self._connection.close()
        with _ONE_AT_A_TIME:
            self._process.join()
        return self._process.exitcode or 0


def _start_server() -> None:
    """Start what forks the processes, once in the life of this process.

    It finds the same modules as this process, and none in the current folder, where a program that is given as a line
    of code would look first: documents from elsewhere may lie there. It is born deaf to Ctrl-C, which reaches every
    process and would else tear what it loads.
    """
    _CONTEXT.set_forkserver_preload(["ingest.warm", __name__])
    settings = {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    resource_tracker.ensure_running()  # which would have its starter hear Ctrl-C again
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _serve(connection: Connection, megabytes: int | None) -> None:
    """Make calls until nobody is left to ask for any; the whole life of a process."""
    if megabytes is not None:
        _bound_memory(megabytes)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the one that asks decides
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a dying process says would tear the progress bar
    connection.send(None)
    while True:
        try:
            function, args, kwargs = connection.recv()
        except EOFError:
            return
        try:
            connection.send((function(*args, **kwargs), None))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            connection.send((None, error))


def _bound_memory(megabytes: int) -> None:
    """Let this process and those that it starts have ``megabytes`` more than it has now, and no more."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # not Linux, where an idle process is small beside the bound
        pages = 0
    bound = pages * resource.getpagesize() + megabytes * 1_000_000
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))


def _too_slow(seconds: float) -> UnreadableFile:
    return UnreadableFile(
        f"đọc quá {seconds:g} giây nên đã bỏ dở. Hãy kiểm tra tệp, tách nhỏ, hoặc nạp lại với --timeout lớn hơn.",
        kind="timeout",
    )


def _too_large(megabytes: int | None) -> UnreadableFile:
    return UnreadableFile(
        f"cần quá {megabytes} MB bộ nhớ nên đã bỏ dở. Hãy kiểm tra tệp, tách nhỏ, hoặc nạp lại với --memory lớn hơn.",
        kind="memory",
    )


def _died(code: int) -> UnreadableFile:
    return UnreadableFile(
        f"tiến trình đọc tệp này dừng đột ngột ({_ending(code)}); tệp có thể hỏng, hoặc máy thiếu bộ nhớ. "
        "Hãy kiểm tra tệp rồi nạp lại.",
        kind="crash",
    )


def _ending(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"mã thoát {code}"
