"""Opening the store for the time of one command."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from typer.exceptions import Abort

from cli.output import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store


_SESSIONS = logging.getLogger("neo4j.session")


class _Outages(logging.Handler):
    """Says that a write is tried again when the driver first logs it: what follows may last half a minute."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._said = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write one sentence to stderr, once a command."""
        if not self._said and "will be retried" in str(record.msg):
            self._said = True
            message("Neo4j không trả lời. Đang thử lại, chừng nửa phút; nếu vẫn không được thì lệnh dừng.")


@contextmanager
def opened(url: str | None, *, create: bool = False, unfinished: bool = False) -> Iterator[Store]:
    """Open the store that ``url`` names (``None``: the default one) and close it afterwards.

    ``create`` may make it; with ``unfinished`` a copy may be under way into it. Ctrl-C becomes :class:`Abort`, wherever
    it found the command: a driver that is interrupted amid an answer stumbles over its own clearing up.
    """
    from graph.open import open_store

    store = open_store(url, create=create, unfinished=unfinished)
    outages = _Outages()
    _SESSIONS.addHandler(outages)
    try:
        yield store
    except Abort:
        raise
    except Exception as error:
        if _led_here_by_ctrl_c(error):
            raise Abort from error
        raise
    finally:
        store.close()
        _SESSIONS.removeHandler(outages)


def _led_here_by_ctrl_c(error: BaseException) -> bool:
    before: BaseException | None = error
    while before is not None and not isinstance(before, KeyboardInterrupt):
        before = before.__cause__ or before.__context__
    return before is not None
