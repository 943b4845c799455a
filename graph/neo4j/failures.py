"""What the driver raises, as errors that tell the user what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import StoreError
from graph.neo4j.address import PASSWORD, Place

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


@contextmanager
def store_errors(place: Place) -> Iterator[None]:
    """Raise :class:`StoreError` for each error of the driver or of the server at ``place``."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise StoreError(_message(error, place)) from error


_SAID = {
    "Neo.ClientError.Database.DatabaseNotFound": (
        "Máy chủ Neo4j không có cơ sở dữ liệu mà địa chỉ {place} nêu. Hãy sửa tên ở cuối địa chỉ, hoặc bỏ đi để dùng "
        "cơ sở dữ liệu mặc định."
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "Neo4j ở {place} vừa bị thử sai mật khẩu nhiều lần nên tạm không nhận mật khẩu nào, cả mật khẩu đúng. Hãy kiểm "
        "tra tên và mật khẩu, đợi vài giây rồi chạy lại."
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "Neo4j ở {place} đòi đổi mật khẩu trước khi dùng, như sau khi vừa cài. Hãy chạy trong Neo4j Browser hoặc "
        "cypher-shell, ở cơ sở dữ liệu system: ALTER CURRENT USER SET PASSWORD FROM 'MẬT-KHẨU-CŨ' TO 'MẬT-KHẨU-MỚI'; "
        "rồi dùng mật khẩu mới."
    ),
}
"""What a server may answer that its administrator or user can mend, by its code (Neo4j status codes, 5.26)."""


def _message(error: Exception, place: Place) -> str:
    said = _SAID.get(error.code or "") if isinstance(error, Neo4jError) else None
    if said:
        return said.format(place=place.shown)
    if isinstance(error, AuthError) and not (place.auth and place.auth[1]):
        return (
            f"Neo4j ở {place.shown} đòi tên và mật khẩu. Hãy viết địa chỉ kho (CANCU_STORE hoặc --store) có tên, "
            f"neo4j://TÊN@MÁY:7687, và đặt mật khẩu vào biến môi trường {PASSWORD}; hoặc neo4j://TÊN:MẬT-KHẨU@MÁY:7687."
        )
    if isinstance(error, AuthError):
        return (
            f"Neo4j ở {place.shown} từ chối tên hoặc mật khẩu. Hãy kiểm tra tên trong địa chỉ kho (CANCU_STORE hoặc "
            f"--store), và mật khẩu ở đó, hay ở biến môi trường {PASSWORD} khi địa chỉ không có."
        )
    if isinstance(error, ServiceUnavailable | SessionExpired):
        encrypted = "+s" in place.uri.partition(":")[0]
        doubt = ", và có nhận kết nối mã hóa không (nếu không, bỏ “+s” khỏi địa chỉ)" if encrypted else ""
        here = urlsplit(place.uri).hostname in _THIS_MACHINE
        start = "máy chủ có đang chạy không (docker compose up -d neo4j)" if here else "tên máy, cổng và máy chủ ở đó"
        return (
            f"Không kết nối được Neo4j ở {place.shown}. Hãy kiểm tra {start}{doubt} rồi thử lại; "
            "những gì đã ghi vẫn còn."
        )
    return f"Neo4j ở {place.shown} báo lỗi: {error}. Hãy xem nhật ký máy chủ rồi chạy lại."
