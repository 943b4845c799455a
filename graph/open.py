"""Which store, and where its originals lie: one address chooses both.

=========================================  =======================================================================
address                                    store
=========================================  =======================================================================
``PATH`` or ``sqlite:///PATH``             SQLite file; ``sqlite:////abs/cancu.db`` has four slashes
``neo4j://user:password@host:7687``        Neo4j server, ``/database`` may follow; ``bolt://``, ``neo4j+s://`` … too;
                                           without ``:password`` it is that of ``NEO4J_PASSWORD``
none                                       ``CANCU_STORE``; without it ``cancu.db`` in the user's data folder
=========================================  =======================================================================

Another kind of store is one more line in ``_KINDS``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from platformdirs import user_data_path

from graph.copying import refuse_unfinished
from graph.errors import UsageError
from graph.neo4j.address import SCHEMES, originals_folder, parse_address
from graph.originals import Originals
from graph.reference import sync_reference
from graph.sqlite import SqliteStore
from graph.store import Store

VARIABLE = "CANCU_STORE"


class Kind(NamedTuple):
    """How a store of one scheme is opened, which folder keeps the originals of its texts, and how it is called."""

    open: Callable[[str, bool, float | None], Store]
    originals: Callable[[str], Path]
    shown: Callable[[str], str]


def _sqlite_path(address: str) -> Path:
    """The file that ``sqlite:///PATH`` or a plain path names."""
    if not address.startswith("sqlite:"):
        return Path(address).expanduser()
    rest = address.removeprefix("sqlite://")
    if not rest.startswith("/") or rest == "/":
        raise UsageError(f"Địa chỉ kho “{address}” chưa đúng. Hãy viết sqlite:///ĐƯỜNG-DẪN, ví dụ sqlite:///cancu.db.")
    return Path(unquote(rest[1:])).expanduser()


def _open_neo4j(address: str, create: bool, patience: float | None) -> Store:  # noqa: ARG001 - a server has its database already
    from graph.neo4j.store import RETRY_SECONDS, Neo4jStore

    return Neo4jStore(address, retry_seconds=RETRY_SECONDS if patience is None else patience)


_NEO4J = Kind(
    open=_open_neo4j,
    originals=lambda address: user_data_path("cancu") / "originals" / originals_folder(address),
    shown=lambda address: parse_address(address).shown,
)
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(SCHEMES, _NEO4J),
    "sqlite": Kind(
        open=lambda address, create, _: SqliteStore(_sqlite_path(address), create=create),
        originals=lambda address: _beside(_sqlite_path(address)),
        shown=lambda address: str(_sqlite_path(address).resolve()),
    ),
}


def default_address() -> str:
    """``CANCU_STORE`` when it is set, else ``cancu.db`` in the user's data folder, the same from every folder."""
    return os.environ.get(VARIABLE) or str(user_data_path("cancu") / "cancu.db")


def open_store(
    url: str | None = None, *, create: bool = True, unfinished: bool = False, patience: float | None = None
) -> Store:
    """Open the store at ``url``, up to date in its schema and its reference data.

    With ``create`` a store that is not there is made; without it, it is an error. With ``unfinished`` it may be one
    that a copy is being made into. ``patience`` is for how many seconds a server that goes away meanwhile is
    asked again; without it, for as long as an ingest can wait.

    Raises:
        UsageError: The address names no known kind of store.
        StoreError: The store cannot be reached or opened.
    """
    address = url or default_address()
    store = _kind(address).open(address, create, patience)
    try:
        if not unfinished:
            refuse_unfinished(store)
        sync_reference(store)
    except BaseException:
        store.close()
        raise
    return store


def open_originals(url: str | None = None) -> Originals:
    """The originals of the store at ``url``: for a file ``cancu.db`` the folder ``cancu.db.originals`` beside it."""
    address = url or default_address()
    return Originals(_kind(address).originals(address))


def shown(address: str) -> str:
    """The store at ``address`` as messages name it: without a password, the same from every folder."""
    return _kind(address).shown(address)


def _kind(address: str) -> Kind:
    scheme = address.partition(":")[0]
    if "://" not in address:
        if scheme in SCHEMES:
            raise UsageError(f"Địa chỉ kho “{scheme}:…” thiếu “//”. Hãy viết {scheme}://TÊN@MÁY:7687.")
        scheme = "sqlite"
    if scheme not in _KINDS:
        known = ", ".join(f"{name}://" for name in sorted(_KINDS))
        raise UsageError(f"Không biết loại kho “{scheme}://”. Các loại: {known} hoặc đường dẫn tới một tệp.")
    return _KINDS[scheme]


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".originals")
