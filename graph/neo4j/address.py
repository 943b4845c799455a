"""What the address of a Neo4j store says: where the server is, who asks, and which database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from graph.errors import UsageError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""``neo4j`` asks a cluster which of its servers to use, ``bolt`` stays with one; ``+s`` is encrypted, ``+ssc`` also
trusts a certificate that the server signed itself."""

PASSWORD = "NEO4J_PASSWORD"
"""Environment variable with the password of an address that names a user and no password."""

_PORT = 7687
_HELP = (
    "Địa chỉ kho Neo4j chưa đúng. Hãy viết neo4j://TÊN:MẬT-KHẨU@MÁY:7687 hoặc …/CƠ-SỞ-DỮ-LIỆU; "
    "ký tự đặc biệt trong mật khẩu viết dạng %, ví dụ @ là %40."
)
_DATABASE = re.compile(r"[A-Za-z0-9.-]{1,65}")


class Place(NamedTuple):
    """An address taken apart; ``shown`` is what messages may show: it has no password."""

    uri: str
    auth: tuple[str, str] | None
    database: str | None
    shown: str


def parse_address(address: str, environment: Mapping[str, str] | None = None) -> Place:
    """Take ``neo4j://user:password@host:7687/database`` apart; port and database may be left out.

    The password too: then it is that of ``environment`` (:data:`PASSWORD`), which no list of processes shows.

    Raises :class:`graph.errors.UsageError` for any other form, without repeating the password.

    >>> parse_address("neo4j://neo4j:b%40d@example.org").shown
    'neo4j://example.org:7687'
    >>> parse_address("neo4j://neo4j@example.org", {"NEO4J_PASSWORD": "b@d"}).auth
    ('neo4j', 'b@d')
    """
    try:
        parts = urlsplit(address)
        port = parts.port or _PORT
    except ValueError as error:
        raise UsageError(_HELP) from error
    if parts.scheme not in SCHEMES or not parts.hostname or parts.query or parts.fragment:
        raise UsageError(_HELP)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    uri = f"{parts.scheme}://{host}:{port}"
    password = (environment or {}).get(PASSWORD, "") if parts.password is None else unquote(parts.password)
    auth = (unquote(parts.username), password) if parts.username else None
    database = unquote(parts.path).strip("/") or None
    if database == "system":
        raise UsageError(
            "“system” là cơ sở dữ liệu của riêng máy chủ Neo4j. Hãy sửa tên ở cuối địa chỉ, hoặc bỏ đi để dùng "
            "cơ sở dữ liệu mặc định."
        )
    if database and not _DATABASE.fullmatch(database):
        raise UsageError(_HELP)  # perhaps the end of a password with a "/" in it
    return Place(uri, auth, database, uri + (f"/{database}" if database else ""))


def originals_folder(address: str) -> PurePath:
    """The folder, relative to the user's data folder, of the originals of the store at ``address``.

    >>> str(originals_folder("bolt://neo4j:secret@example.org:7688/vanban"))
    'neo4j/example.org-7688/vanban'
    """
    place = parse_address(address)
    parts = urlsplit(place.uri)
    return PurePath("neo4j", f"{parts.hostname}-{parts.port}", place.database or "neo4j")
