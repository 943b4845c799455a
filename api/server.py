"""One process that serves: the socket first, so that a busy port is an error before anything else happens."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

import uvicorn

from api.app import create_app
from graph.errors import UsageError
from graph.open import open_store

if TYPE_CHECKING:
    from api.settings import Settings


def check_store(settings: Settings) -> None:
    """Open and close the store; raises :class:`graph.errors.StoreError` before a server starts for nothing."""
    open_store(settings.store, create=False).close()


def bind(settings: Settings) -> socket.socket:
    """Listen on the configured address; raises :class:`graph.errors.UsageError` when that is not possible."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        reason = {
            errno.EADDRINUSE: "đang được chương trình khác dùng",
            errno.EACCES: "cần quyền quản trị",
            errno.EADDRNOTAVAIL: "không phải địa chỉ của máy này",
        }.get(error.errno or 0, error.strerror or str(error))
        raise UsageError(
            f"Không mở được {settings.host}, cổng {settings.port}: {reason}. Hãy chọn cổng khác: --port 8080."
        ) from error
    return listener


def run(settings: Settings, listener: socket.socket) -> None:
    """Serve on ``listener`` until the process is asked to stop."""
    config = uvicorn.Config(
        create_app(settings), log_level="warning", server_header=False, date_header=True, timeout_graceful_shutdown=5
    )
    uvicorn.Server(config).run(sockets=[listener])
