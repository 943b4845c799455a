"""Workers on other machines: a Dask cluster that runs the same reading.

A worker sees no disk but its own, so it is sent the bytes of a file and sends back what they say. Dask takes a task
whose worker died to another one, and gives up after a number of deaths that its scheduler is set to; from there on
:mod:`ingest.read_ahead` finds out which file is to blame.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from graph.errors import UsageError
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
def dask_workers(address: str, *, seconds: float) -> Iterator[Workers]:
    """The workers of the Dask scheduler at ``address``, for :func:`ingest.pipeline.ingest_paths`.

    A file that takes longer than ``seconds`` ends the process of its worker; a worker needs a nanny to come back.

    Raises:
        UsageError: Dask is not installed, nobody answers at ``address``, there are no workers, or they have another
            version of cancu or none.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise UsageError('Máy này chưa có Dask. Hãy cài: pip install "cancu[dask]"') from error
    with dask.config.set(_SETTINGS):
        try:
            client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"Không kết nối được bộ điều phối Dask ở {address}. Hãy kiểm tra địa chỉ và máy ấy: dask scheduler."
            ) from error
        with client:
            threads = _checked_threads(client, address)
            executor, presence = client.get_executor(pure=False), _Presence(client)
            try:
                yield Workers(executor, _AHEAD_OF_EACH * threads, seconds, presence.lasts)
            finally:
                if presence.lasts():
                    executor.shutdown(wait=False)


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
        raise UsageError(f"Có máy đọc chưa cài cancu. {same}") from error
    except TimeoutError as error:
        raise UsageError(
            f"Bộ điều phối ở {address} chưa có máy đọc nào. Hãy chạy: dask worker {address} --nthreads 1"
        ) from error
    if versions != {program_version()}:
        raise UsageError(f"Máy đọc dùng {', '.join(sorted(versions))}; máy này dùng {program_version()}. {same}")
    return sum(client.nthreads().values())
