"""Workers on other machines: a Dask cluster that runs the same reading.

A worker sees no disk but its own, so it is sent the bytes of a file and sends back what they say. Dask takes a task
whose worker died to another one, and gives up after a number of deaths that its scheduler is set to; from there on
:mod:`ingest.read_ahead` finds out which file is to blame.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError, WorkersError
from ingest.read_ahead import Workers
from ingest.reading import program_version

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_SECONDS = 10
_AHEAD_OF_EACH = 16
_WORKERLESS_SECONDS = 300
_SETTINGS = {
    "distributed.admin.large-graph-warning-threshold": "64MB",  # one large file is not a large graph
    "distributed.comm.timeouts.connect": f"{_CONNECT_SECONDS} s",
}


@contextmanager
def dask_workers(address: str, *, seconds: float, on_lost: Callable[[str], None] | None = None) -> Iterator[Workers]:
    """The workers of the Dask scheduler at ``address``, for :func:`ingest.pipeline.ingest_paths`.

    A file that takes longer than ``seconds`` ends the process of its worker; a worker needs a nanny to come back.
    ``on_lost`` is called, in another thread, with the address of a worker that is lost on the way.

    Raises:
        UsageError: Dask is not installed, or ``address`` is none.
        WorkersError: Nobody answers at ``address``, there are no workers, or they have another version of cancu or
            none.
    """
    try:
        import dask
        from distributed import Client
        from distributed.comm.addressing import resolve_address
    except ImportError as error:
        raise UsageError('Máy này chưa có Dask. Hãy cài: pip install "cancu[dask]"') from error
    with dask.config.set(_SETTINGS), _unheard("distributed.client"):
        try:
            resolve_address(address)  # at once, and a client that can't do it leaves a mess behind
            client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except ValueError as error:
            raise UsageError(
                f"“{address}” không phải địa chỉ của bộ điều phối Dask. Hãy viết như tcp://10.0.0.5:8786."
            ) from error
        except OSError as error:
            raise WorkersError(
                f"Không kết nối được bộ điều phối Dask ở {address}. Hãy kiểm tra địa chỉ và máy ấy: dask scheduler."
            ) from error
        with client:
            threads = _checked_threads(client, address)
            executor, presence = client.get_executor(pure=False), _Presence(client)
            if on_lost is not None:
                client.subscribe_topic("all", partial(_tell_of_loss, on_lost))
            try:
                yield Workers(executor, _AHEAD_OF_EACH * threads, seconds, presence.lasts)
            finally:
                if presence.lasts():
                    executor.shutdown(wait=False)


@contextmanager
def _unheard(logger: str) -> Iterator[None]:
    """Keep a library from telling in its own words what is told here: that a worker or the cluster is gone."""
    found = logging.getLogger(logger)
    usual = found.level
    found.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        found.setLevel(usual)


def _tell_of_loss(tell: Callable[[str], None], event: tuple[float, dict[str, Any]]) -> None:
    """Pass on that a worker is gone that nobody sent away."""
    _, told = event
    if told.get("action") == "remove-worker" and not told.get("expected"):
        tell(str(told["worker"]))


class _Presence:
    """Whether the cluster is still there: Dask itself waits for ever, for a scheduler that ended and for workers."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._seen = time.monotonic()

    def lasts(self) -> bool:
        """Whether the scheduler answers and there were workers not long ago."""
        if self._client.status == "connecting":
            return True  # until it has or gives up
        if self._client.status != "running":
            return False
        try:
            if self._client.nthreads():
                self._seen = time.monotonic()
        except OSError:
            return False
        return time.monotonic() - self._seen < _WORKERLESS_SECONDS


def _checked_threads(client: Client, address: str) -> int:
    """How many files the cluster can read at a time."""
    same = f"Hãy cài trên mọi máy: pip install cancu[dask]=={version('cancu')}"
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        versions = set(client.run(program_version).values())
    except ModuleNotFoundError as error:
        raise WorkersError(f"Có máy đọc chưa cài cancu. {same}") from error
    except TimeoutError as error:
        raise WorkersError(
            f"Bộ điều phối ở {address} chưa có máy đọc nào. Hãy chạy: dask worker {address} --nthreads 1"
        ) from error
    if versions != {program_version()}:
        raise WorkersError(f"Máy đọc dùng {', '.join(sorted(versions))}; máy này dùng {program_version()}. {same}")
    return sum(client.nthreads().values())
